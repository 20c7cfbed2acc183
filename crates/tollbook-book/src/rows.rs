//! What a book shows: rows of its lists, and one thing with all that stands behind it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use tollbook_terms::{Category, Claim, Decision, Effect, Hash, Incident, Report, Toll, Why};

/// A report, by the version of it that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportRow {
    /// Short id, `r-…`.
    pub id: String,
    /// The id that it came with.
    pub report: String,
    /// Which version stands, from 1.
    pub version: u32,
    /// How many versions there are.
    pub versions: u32,
    /// Who published it.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// When it was published, as it was given.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// ISO 639-1 code, where given.
    pub language: Option<String>,
    /// When this version was added, RFC 3339 in UTC.
    pub added_at: String,
    /// Version of the reader that read it.
    pub reader: String,
    /// Why it was not read, where it was not.
    pub unread: Option<String>,
    /// How many claims were read from it.
    pub claims: u64,
    /// Short id of the decision that rejects it.
    pub rejected_by: Option<String>,
    /// Short id of the decision that confirms it.
    pub confirmed_by: Option<String>,
    /// Short id of the first report that has the same or nearly the same text.
    pub family: String,
    /// Reports of that text, itself among them.
    pub copies: u64,
}

/// A claim, with the decisions about it applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimRow {
    /// Short id, `c-…`.
    pub id: String,
    /// Id of its report, as it came.
    pub report: String,
    /// Short id of its report.
    pub report_id: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as it was given.
    pub published: Option<String>,
    /// The claim.
    pub claim: Claim,
    /// Short id of the incident that it tells of.
    pub incident: Option<String>,
    /// Whether it stands in a version of the report that was replaced by a newer one.
    pub older: bool,
    /// Short id of the decision that rejects it, or its report.
    pub rejected_by: Option<String>,
    /// Short id of the decision that confirms it.
    pub confirmed_by: Option<String>,
    /// Field and short id of the decision, for each correction, in the order of making.
    pub corrected: Vec<(String, String)>,
}

/// An incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IncidentRow {
    /// What all reports say about it.
    pub incident: Incident,
    /// Short id of the decision that confirms it.
    pub confirmed_by: Option<String>,
}

/// A decision, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DecisionRow {
    /// Short id, `d-…`.
    pub id: String,
    /// Place in the chain, from 1.
    pub nr: u64,
    /// Its hash, which the next one carries.
    pub hash: Hash,
    /// The decision.
    pub decision: Decision,
    /// Short ids of what it is about: a report, claims, a decision, or the id of a party.
    pub about: Vec<String>,
    /// Short id of the decision that undoes it; `None` where it holds.
    pub undone_by: Option<String>,
    /// Whether what it is about is still there; a claim that a newer reader no longer reads is not.
    pub found: bool,
}

/// One version of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionRow {
    /// From 1.
    pub version: u32,
    /// When it was added, RFC 3339 in UTC.
    pub added_at: String,
    /// The file that it was read from, as it was named.
    pub source: String,
    /// SHA-256 of its raw bytes.
    pub bytes: Hash,
    /// SHA-256 of its text.
    pub text: Hash,
    /// Whether this version stands.
    pub stands: bool,
}

/// One thing with all that stands behind it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shown {
    /// A report.
    Report(Box<ShownReport>),
    /// A claim.
    Claim(Box<ShownClaim>),
    /// An incident.
    Incident(Box<ShownIncident>),
    /// A decision.
    Decision(Box<DecisionRow>),
}

/// A report with its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownReport {
    /// Its row.
    pub row: ReportRow,
    /// The version that stands.
    pub report: Report,
    /// All versions, the first one first.
    pub versions: Vec<VersionRow>,
    /// Its claims, in the order of reading.
    pub claims: Vec<ClaimRow>,
    /// Short ids of the other reports of the same text.
    pub copies: Vec<String>,
    /// Decisions about it.
    pub decisions: Vec<DecisionRow>,
}

/// A claim with the text that it stands in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownClaim {
    /// Its row.
    pub row: ClaimRow,
    /// Why the reader read it so.
    pub why: Vec<Why>,
    /// The version of the report that it stands in.
    pub report: Report,
    /// Decisions about it.
    pub decisions: Vec<DecisionRow>,
}

/// An incident with its claims.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownIncident {
    /// Its row.
    pub row: IncidentRow,
    /// Its claims, in its order.
    pub claims: Vec<ClaimRow>,
    /// Decisions about it.
    pub decisions: Vec<DecisionRow>,
}

/// Which claims to list; the default lists all that stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClaimFilter {
    /// Only of this report: its id, its short id or the first letters of that.
    pub report: Option<String>,
    /// Only by this outlet, letter by letter.
    pub outlet: Option<String>,
    /// Only of this effect.
    pub effect: Option<Effect>,
    /// Only with this category.
    pub category: Option<Category>,
    /// Only harm that is blamed on this actor.
    pub party: Option<String>,
    /// Only at places with this in their name, whatever the case, or in the country with this code.
    pub place: Option<String>,
    /// Only harm that may have been on this day or later; claims without a day are left out.
    pub since: Option<Date>,
    /// Only harm that may have been on this day or before; claims without a day are left out.
    pub until: Option<Date>,
    /// Rejected claims too.
    pub rejected: bool,
}

/// Which reports to list; the default lists all that nobody rejected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportFilter {
    /// Only by this outlet, letter by letter.
    pub outlet: Option<String>,
    /// Only those that were not read.
    pub unread: bool,
    /// Rejected reports too.
    pub rejected: bool,
}

/// A report in which the words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Its row.
    pub row: ReportRow,
    /// A piece of its text about the words.
    pub excerpt: Vec<Piece>,
}

/// Some words of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are those that were looked for.
    pub found: bool,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The toll.
    pub toll: Toll,
    /// Reports that stand in the book.
    pub reports: u64,
    /// Of these, those that were not read, by the reason why: nothing of them is in the toll.
    pub unread: BTreeMap<String, u64>,
    /// Of these, those that another reader read than that of this program; `rebuild` reads them
    /// again.
    pub other_reader: u64,
    /// Whether reports or decisions of another command that is still writing are not in it yet.
    pub behind: bool,
}
