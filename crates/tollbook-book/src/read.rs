//! The step from a report to its claims, which the book takes for whatever it is given.

use tollbook_reader::{READER_VERSION, Reader};
use tollbook_terms::{Party, Reading, Report};

/// Reads one report; reading cannot fail.
pub type Read = dyn Fn(&Report) -> Reading;

/// A reader: its version, and how to have it know the parties of a book.
#[derive(Debug, Clone, Copy)]
pub struct ReadStep {
    /// Names the reader in the book; it changes with every change of what is read.
    pub version: &'static str,
    /// Returns the reader that knows these parties.
    pub knowing: fn(&[Party]) -> Box<Read>,
}

impl Default for ReadStep {
    /// Returns the reader of this program.
    fn default() -> ReadStep {
        ReadStep {
            version: READER_VERSION,
            knowing: |parties| {
                let reader = Reader::new(parties);
                Box::new(move |report| reader.read(report))
            },
        }
    }
}
