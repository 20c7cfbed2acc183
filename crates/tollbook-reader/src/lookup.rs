//! A table that is asked for one word at a time.

#![allow(
    clippy::disallowed_types,
    reason = "the table cannot be listed, so its order reaches nothing"
)]

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Values by a word.
#[derive(Debug)]
pub(crate) struct Lookup<V>(HashMap<String, V, BuildHasherDefault<WordHash>>);

impl<V> Lookup<V> {
    /// Returns the value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.0.get(word)
    }
}

impl<V> FromIterator<(String, V)> for Lookup<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(rows: I) -> Lookup<V> {
        Lookup(rows.into_iter().collect())
    }
}

/// A quick hash of short words (FxHash). What a table holds is known before any text is read, so that no text
/// can fill it with words that collide.
#[derive(Debug, Default)]
struct WordHash(u64);

impl WordHash {
    fn add(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHash {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        eights
            .iter()
            .for_each(|eight| self.add(u64::from_le_bytes(*eight)));
        let part = rest
            .iter()
            .fold(0, |part, byte| part << 8 | u64::from(*byte));
        self.add(part);
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the high and the low bits.
        self.0 ^ self.0 >> 32
    }
}
