//! Weight of words on a terminal. It only repeats what the words themselves say: no colour, so
//! that none can stand for a side, and nothing is lost where styles are off.

use std::fmt::Display;

/// Whether words are given weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// For files, pipes and plain terminals.
    Plain,
    /// With the codes of a terminal.
    Terminal,
}

impl Style {
    /// Returns `words` as a heading or a figure.
    pub fn bold(self, words: impl Display) -> String {
        self.with("1", words)
    }

    /// Returns `words` as something beside the figures.
    pub fn faint(self, words: impl Display) -> String {
        self.with("2", words)
    }

    fn with(self, code: &str, words: impl Display) -> String {
        match self {
            Style::Plain => words.to_string(),
            Style::Terminal => format!("\u{1b}[{code}m{words}\u{1b}[0m"),
        }
    }
}
