//! From the claims of many reports to incidents, their figures, and tolls.
//!
//! ```text
//! claims of one report -> tellings -> incidents -> figures -> toll
//!                         (telling)   (join)       (figure)   (toll)
//! ```
//!
//! The room is pure: it sees ids, days and counts, no words of any language (it compares words as
//! folded characters, to know equal names and copied texts), so it cannot take a side. The order in
//! which accounts are handed over changes nothing. What it makes are the nouns
//! [`Incident`](tollbook_terms::Incident) and [`Toll`](tollbook_terms::Toll); [`say`] words them.

pub mod family;
mod fold;
pub mod say;

use tollbook_terms::{Affiliation, Claim, Incident, Question, Toll, Total};

/// What the latest version of one report says: rejected claims are left out, corrections applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Id of the report.
    pub report: String,
    /// Place in the order of adding to the book; keeps the ids of incidents stable.
    pub order: u64,
    /// Id of the text family; a report that is a copy of nothing is a family of its own.
    pub family: String,
    /// When it was published, else when it was added: a day or an RFC 3339 time in UTC, so that the
    /// order of the texts is that of the times.
    pub at: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where the outlet stands.
    pub outlet_affiliation: Affiliation,
    /// Short id (`c-…`) and claim, in the order of reading.
    pub claims: Vec<(String, Claim)>,
}

/// What the claims of many reports come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Linked {
    /// In the order of adding of the report that tells of each first.
    pub incidents: Vec<Incident>,
    /// Running totals, which no incident holds.
    pub cumulative: Vec<Total>,
    /// Totals over a closed past, which no incident holds.
    pub background: Vec<Total>,
    /// Claims of no event and of no total (a rule, a threat, harm that could not be placed in an
    /// event).
    pub without_event: Vec<String>,
}

/// Joins the claims of `accounts` into incidents with their figures.
///
/// Claims of one report with one event label are one incident. Incidents of different reports are
/// one where a place name, a day and an effect agree, or where the reports are copies of one text.
pub fn link(_accounts: &[Account]) -> Linked {
    Linked::default()
}

/// Sums what is `linked` for a question.
pub fn toll(_linked: &Linked, question: &Question) -> Toll {
    Toll {
        question: question.clone(),
        lines: Vec::new(),
        cumulative: Vec::new(),
        footing: Default::default(),
    }
}
