//! A claim: one asserted piece of harm, and the words it stands on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actor::Affiliation;
use crate::lists::{Basis, Category, Cause, Effect, Means, Modality, RelationKind, Scope};

/// Which text of a report a span counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The body.
    Text,
    /// The headline.
    Title,
}

impl Field {
    /// Returns the written name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Field::Text => "text",
            Field::Title => "title",
        }
    }
}

/// The clause that states the harm: a byte range of a report's text, and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Text or title.
    pub field: Field,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// `field[start..end]`, always.
    pub text: String,
}

/// The quantity with its head noun, in the field of the quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// `field[start..end]`, always.
    pub text: String,
}

/// How many: `low <= high`, where `high` is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Count {
    /// The least that the words bind to.
    pub low: u64,
    /// The most; `None` is open.
    pub high: Option<u64>,
    /// How the words bind it.
    pub basis: Basis,
}

impl Count {
    /// Returns an exact count.
    pub const fn exact(n: u64) -> Count {
        Count {
            low: n,
            high: Some(n),
            basis: Basis::Exact,
        }
    }
}

/// A named person among the harmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Victim {
    /// The name as written.
    pub name: String,
    /// The age as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    /// `m` or `f`, only where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// Rank, work or kinship as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// How a claim stands to another of its report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The kind.
    pub kind: RelationKind,
    /// The id of the other claim; `None` for `whole`.
    pub to: Option<String>,
}

impl Relation {
    /// Returns the relation of a figure of its own.
    pub const fn whole() -> Relation {
        Relation {
            kind: RelationKind::Whole,
            to: None,
        }
    }
}

/// First and last day; `None` where the report does not let one say.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct When {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// The narrowest named place that holds the harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// As written; empty where only the country is known.
    pub name: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
}

/// One link of the chain of those who say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimant {
    /// As written.
    pub text: String,
    /// Neutral id, where the actor is known.
    pub id: Option<String>,
    /// Where the claimant stands.
    pub affiliation: Affiliation,
}

/// Whom the words of a claim resolve to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Actors {
    /// Neutral id of the alleged perpetrator.
    pub perpetrator: Option<String>,
    /// Neutral id of the side of the victims.
    pub victims: Option<String>,
    /// The chain, nearest to the figure first, the outlet last.
    pub claimants: Vec<Claimant>,
}

/// One reason: which rule and which words stand behind a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Field of the claim.
    pub field: String,
    /// Name of the rule.
    pub rule: String,
    /// First byte of the words, in the field of the quote.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// One asserted piece of harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Unique within the report, in order of reading: `c1`, `c2`, …
    pub id: String,
    /// The words.
    pub quote: Quote,
    /// The quantity among them.
    pub number: Number,
    /// What happened.
    pub effect: Effect,
    /// How many.
    pub count: Count,
    /// Who or what, sorted; empty means only "people".
    pub categories: Vec<Category>,
    /// Named people.
    pub victims: Vec<Victim>,
    /// How it stands to the other claims.
    pub relation: Relation,
    /// What the figure sums.
    pub scope: Scope,
    /// How the report holds it.
    pub modality: Modality,
    /// What brought it about.
    pub cause: Cause,
    /// Label of the event within the report; `None` for totals and for harm of no event.
    pub event: Option<String>,
    /// When.
    pub when: When,
    /// Where.
    #[serde(rename = "where")]
    pub place: Option<Place>,
    /// By what, sorted; empty means not said.
    pub means: Vec<Means>,
    /// Words for whoever is said to have done it.
    pub perpetrator: Option<String>,
    /// Words for the origin nearest to the figure; `None` when the outlet speaks itself.
    pub claimant: Option<String>,
    /// Whom the words resolve to.
    #[serde(default)]
    pub actors: Actors,
    /// The reasons; written only when asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
}

/// What a reader made of one report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// In order of reading.
    pub claims: Vec<Claim>,
    /// Why the report was not read, where it was not ("language fr is not read").
    pub unread: Option<String>,
}
