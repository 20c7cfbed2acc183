//! Parties to a conflict, and where a claimant stands.

use serde::{Deserialize, Serialize};

/// A side of the conflict, as a book keeps it. No wording of another party stands here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Party {
    /// Neutral identifier: lower-case letters, digits and hyphens.
    pub id: String,
    /// Names as they stand in reports ("Velmora", "the Republic of Velmora").
    pub names: Vec<String>,
    /// Demonyms and adjectives ("Velmoran", "Velmorans").
    #[serde(default)]
    pub demonyms: Vec<String>,
    /// Bodies that stand on this side ("Velmoran defence ministry", "Fifth Brigade").
    #[serde(default)]
    pub bodies: Vec<String>,
    /// Outlets that stand on this side.
    #[serde(default)]
    pub outlets: Vec<String>,
}

/// Where someone who makes a claim stands.
///
/// Written as `party:ID`, `third_party`, `international`, `eyewitness` or `unknown`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Affiliation {
    /// On the side of the party with this id.
    Party(String),
    /// A body or outlet on no side of the conflict.
    ThirdParty,
    /// An international body.
    International,
    /// Someone who was there.
    Eyewitness,
    /// Not known; never guessed.
    #[default]
    Unknown,
}

impl Affiliation {
    /// Returns the id of the party, where there is one.
    pub fn party(&self) -> Option<&str> {
        match self {
            Affiliation::Party(id) => Some(id),
            _ => None,
        }
    }
}

impl From<Affiliation> for String {
    fn from(affiliation: Affiliation) -> String {
        match affiliation {
            Affiliation::Party(id) => format!("party:{id}"),
            Affiliation::ThirdParty => "third_party".into(),
            Affiliation::International => "international".into(),
            Affiliation::Eyewitness => "eyewitness".into(),
            Affiliation::Unknown => "unknown".into(),
        }
    }
}

impl From<String> for Affiliation {
    fn from(text: String) -> Affiliation {
        match text.as_str() {
            "third_party" => Affiliation::ThirdParty,
            "international" => Affiliation::International,
            "eyewitness" => Affiliation::Eyewitness,
            _ => match text.strip_prefix("party:") {
                Some(id) => Affiliation::Party(id.to_owned()),
                None => Affiliation::Unknown,
            },
        }
    }
}
