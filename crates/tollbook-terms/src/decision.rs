//! Decisions: what a person did. Appended, chained by hash, never edited.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::actor::Party;
use crate::hash::Hash;
use crate::name::ClaimName;

/// What a decision is about, named by what lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One claim of one report.
    Claim {
        /// Id of the report.
        report: String,
        /// Name of the claim.
        claim: ClaimName,
    },
    /// The incident that holds these claims.
    Incident {
        /// `(report id, claim name)` of each claim it held when the decision was made.
        claims: Vec<(String, ClaimName)>,
    },
    /// One version of a report.
    Report {
        /// Id of the report.
        report: String,
        /// SHA-256 of its bytes.
        bytes: Hash,
    },
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// A person checked it against its words.
    Confirm {
        /// What was checked.
        subject: Subject,
    },
    /// A field of a claim was read wrongly.
    Correct {
        /// The claim.
        subject: Subject,
        /// The field, by its written name.
        field: String,
        /// The value that stood there.
        was: Value,
        /// The value that stands there from now on.
        value: Value,
    },
    /// It is no claim, or the report was added by mistake.
    Reject {
        /// What is left out from now on.
        subject: Subject,
    },
    /// A party was set: made, or given other names.
    SetParty {
        /// The party as it stands from now on.
        party: Party,
    },
    /// A party was taken out of the book.
    DropParty {
        /// Its id.
        id: String,
    },
    /// An earlier decision no longer holds.
    Undo {
        /// Hash of that decision.
        decision: Hash,
    },
}

/// One link of the chain of decisions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Hash of the decision before this one; all zeros for the first.
    pub previous: Hash,
    /// Who decided.
    pub by: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Why.
    pub reason: String,
    /// What was done.
    pub act: Act,
}

impl Decision {
    /// Returns what the chain starts from.
    pub const fn first_previous() -> Hash {
        Hash([0; 32])
    }

    /// Returns the hash that names this decision and that the next one carries.
    ///
    /// `act` is hashed as the JSON text that is stored, so pass the stored text, not a new rendering.
    pub fn hash(previous: &Hash, by: &str, at: &str, reason: &str, act_json: &str) -> Hash {
        Hash::of_fields(&[
            &previous.0,
            by.as_bytes(),
            at.as_bytes(),
            reason.as_bytes(),
            act_json.as_bytes(),
        ])
    }
}
