//! `tollbook rebuild`: everything that is made of reports and decisions, made again.

use clap::Args;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::page::Page;
use crate::stop::Stop;

/// Read all reports again, and make claims and incidents anew
///
/// Reports and decisions stay as they are. With the same reader, the same
/// claims and incidents come out. Broken off, it changes nothing.
///
/// Examples:
///   tollbook rebuild
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Rebuild {}

impl Rebuild {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open_as_it_is(page)?;
        let stop = Stop::on_signal()?;
        book.rebuild(&mut |progress| {
            page.follow(&progress);
            stop.flow()
        })?;
        page.tell("claims and incidents were made again from the reports and decisions");
        Ok(Exit::Done)
    }
}
