//! SHA-256, the one hash used everywhere: for bytes, texts, claims and the chain of decisions.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A SHA-256 digest; written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Returns the digest of `bytes`.
    ///
    /// ```
    /// let empty = tollbook_terms::Hash::of(b"");
    /// assert!(empty.to_string().starts_with("e3b0c44298fc1c14"));
    /// ```
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(Sha256::digest(bytes).into())
    }

    /// Returns the digest of several fields, each preceded by its length, so that no two different
    /// lists of fields can have the same bytes.
    pub fn of_fields(fields: &[&[u8]]) -> Hash {
        let mut digest = Sha256::new();
        for field in fields {
            digest.update((field.len() as u64).to_be_bytes());
            digest.update(field);
        }
        Hash(digest.finalize().into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> String {
        hash.to_string()
    }
}

impl TryFrom<String> for Hash {
    type Error = String;

    fn try_from(text: String) -> Result<Hash, String> {
        text.parse()
    }
}

impl FromStr for Hash {
    type Err = String;

    /// Reads 64 hexadecimal digits.
    ///
    /// # Errors
    /// Says what was expected when the text is anything else.
    fn from_str(text: &str) -> Result<Hash, String> {
        let wrong = || {
            format!(
                "expected 64 hexadecimal digits, but found {} bytes",
                text.len()
            )
        };
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Hash(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_what_it_writes() {
        let hash = Hash::of(b"tollbook");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("zz".parse::<Hash>().is_err());
        assert!("é".repeat(32).parse::<Hash>().is_err());
    }

    #[test]
    fn fields_cannot_run_into_each_other() {
        assert_ne!(
            Hash::of_fields(&[b"ab", b"c"]),
            Hash::of_fields(&[b"a", b"bc"])
        );
    }
}
