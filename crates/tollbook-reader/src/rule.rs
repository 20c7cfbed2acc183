//! What a rule of reading is: a name, a sentence that a recorder can check, and examples.

/// One rule of reading.
pub struct Rule {
    /// `area.kind.words`, unique.
    pub name: &'static str,
    /// What it holds, in one sentence.
    pub says: &'static str,
    /// Sentences and the reading they must have, in the short notation.
    pub must: &'static [(&'static str, &'static str)],
    /// Sentences that the rule must not read, and why.
    pub must_not: &'static [(&'static str, &'static str)],
}
