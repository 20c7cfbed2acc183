//! `tollbook undo`: a decision that no longer holds.

use clap::Args;
use tollbook_book::Request;

use crate::book::{BookArgs, SignArgs};
use crate::failure::{Exit, Failure};
use crate::page::Page;

/// Undo a decision, by another decision
///
/// Examples:
///   tollbook undo DECISION --reason "the text was right"
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Undo {
    /// A decision, d-...
    id: String,
    #[command(flatten)]
    sign: SignArgs,
}

impl Undo {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open_as_it_is(page)?;
        let decided = self
            .sign
            .decide(&book, &Request::Undo { id: self.id }, page)?;
        page.write(&format!("{}\n", decided.id))?;
        Ok(Exit::Done)
    }
}
