//! `tollbook show`: one thing, down to its words.

use clap::Args;
use tollbook_book::Shown;
use tollbook_formats::output::jsonl;
use tollbook_linker::say::Say;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{OneFormat, value};
use crate::page::Page;
use crate::show::{claim, decision, incident, report};

/// Show a report, claim, incident or decision, down to the quote in its text
///
/// What is printed is internal: it names victims as the reports do.
///
/// Examples:
///   tollbook show market
///   tollbook show CLAIM
///   tollbook show INCIDENT --format json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Show {
    /// A short id or its first letters, or the id of a report
    id: String,
    /// How to print it
    #[arg(long, value_enum, default_value = "table")]
    format: OneFormat,
}

impl Show {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open(page)?;
        let shown = book.show(&self.id)?;
        let parties = book.parties()?;
        let say = Say { parties: &parties };
        let text = match (&shown, self.format) {
            (shown, OneFormat::Json) => jsonl::page(&value(shown)),
            (Shown::Report(shown), _) => report::show(shown, page.style),
            (Shown::Claim(shown), _) => claim::show(shown, &say, page.style),
            (Shown::Incident(shown), _) => incident::show(shown, &say, page.style),
            (Shown::Decision(shown), _) => decision::show(shown, page.style),
        };
        page.write(&text)?;
        Ok(Exit::Done)
    }
}
