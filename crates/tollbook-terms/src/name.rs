//! Names that last: a claim's name outlives a new reader, an id is short enough to type.

use serde::{Deserialize, Serialize};

use crate::claim::{Claim, Field};
use crate::hash::Hash;
use crate::lists::Effect;

/// What names a claim for good: the text it stands in, where its number stands, and its effect.
///
/// A report can be read again by a newer reader, and a decision about this claim still finds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClaimName {
    /// SHA-256 of the report's field (text or title) that the number stands in.
    pub text: Hash,
    /// Text or title.
    pub field: Field,
    /// First byte of the number.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The effect.
    pub effect: Effect,
}

impl ClaimName {
    /// Returns the name of `claim`, whose report's text has the hash `text`.
    pub fn of(text: Hash, claim: &Claim) -> ClaimName {
        ClaimName {
            text,
            field: claim.quote.field,
            start: claim.number.start,
            end: claim.number.end,
            effect: claim.effect,
        }
    }

    /// Returns the hash of the name within the report `report`, from which short ids are made.
    pub fn hash(&self, report: &str) -> Hash {
        Hash::of_fields(&[
            report.as_bytes(),
            &self.text.0,
            self.field.as_str().as_bytes(),
            &(self.start as u64).to_be_bytes(),
            &(self.end as u64).to_be_bytes(),
            self.effect.as_str().as_bytes(),
        ])
    }
}

/// Letters of a short id: digits and lower-case letters without i, l, o, u (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Returns a short stable id: `kind` (one letter), a hyphen and eight letters of the hash (40 bits).
///
/// ```
/// use tollbook_terms::{Hash, short_id};
/// assert_eq!(short_id('r', &Hash::of(b"")), "r-werc8gmr");
/// ```
pub fn short_id(kind: char, hash: &Hash) -> String {
    let mut bits = hash.0[..5]
        .iter()
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut id = [0u8; 8];
    for letter in id.iter_mut().rev() {
        *letter = LETTERS[(bits & 31) as usize];
        bits >>= 5;
    }
    format!("{kind}-{}", String::from_utf8_lossy(&id))
}
