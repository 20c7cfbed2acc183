//! A table that is asked for one word at a time.

#![allow(
    clippy::disallowed_types,
    reason = "the table cannot be listed, so its order reaches nothing"
)]

use std::collections::HashMap;

/// Values by a word.
#[derive(Debug)]
pub(crate) struct Lookup<V>(HashMap<String, V>);

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
