//! Text families: which reports are copies of one text.

/// What is kept of a text to find its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    shingles: u32,
    minima: Vec<u32>,
}
