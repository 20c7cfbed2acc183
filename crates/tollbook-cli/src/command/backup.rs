//! `tollbook backup`: a copy of the book.

use std::path::PathBuf;

use clap::Args;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::page::Page;

/// Copy the book to a new file, while others may write to it
///
/// Examples:
///   tollbook backup copy.book
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Backup {
    /// The new file, which must not be there yet
    to: PathBuf,
}

impl Backup {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open_as_it_is(page)?;
        book.backup(&self.to)?;
        page.tell(&format!(
            "{} is a copy of {}",
            self.to.display(),
            book.path().display()
        ));
        Ok(Exit::Done)
    }
}
