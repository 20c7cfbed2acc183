//! `tollbook claims`: the claims of a book.

use std::io;
use std::ops::ControlFlow;

use clap::{Args, ValueEnum};
use tollbook_book::{Book, ClaimFilter};
use tollbook_formats::output::csv;
use tollbook_linker::say::Say;
use tollbook_terms::{Reading, Report};

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{ListFormat, Listing};
use crate::page::Page;
use crate::question::HarmArgs;
use crate::show::claim;

/// List the claims of the book, each with its quote
///
/// What is printed is internal: it names victims as the reports do.
///
/// Examples:
///   tollbook claims
///   tollbook claims --report market --effect killed
///   tollbook claims --since 2031-03-01 --format csv
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Claims {
    #[command(flatten)]
    harm: HarmArgs,
    /// Only of this report, by its id or short id
    #[arg(long, value_name = "ID")]
    report: Option<String>,
    /// Only by this outlet, letter by letter
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Rejected claims too
    #[arg(long)]
    rejected: bool,
    /// How to print them
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A table, with the quotes
    Table,
    /// JSON lines, one claim a line
    Jsonl,
    /// CSV, one claim a row
    Csv,
}

impl Claims {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        self.harm.check()?;
        let book = book.open(page)?;
        let parties = book.parties()?;
        let filter = ClaimFilter {
            report: self.report,
            outlet: self.outlet,
            rejected: self.rejected,
            ..self.harm.claims(&parties)?
        };
        let format = match self.format {
            Format::Table => ListFormat::Table,
            Format::Jsonl => ListFormat::Jsonl,
            Format::Csv => return write_csv(&book, &filter, page),
        };
        let say = Say { parties: &parties };
        let mut list = Listing::new(page, format, claim::table(0));
        book.claims(&filter, &mut |row| {
            list.take(&row, |table, row| claim::tabulate(table, row, &say))
        })?;
        list.end("no claim of this book is asked for")
    }
}

/// Writes the claims as CSV: the short id, then the columns of `tollbook read`, in which a claim is
/// named within its report.
fn write_csv(book: &Book, filter: &ClaimFilter, page: &mut Page) -> Result<Exit, Failure> {
    page.write(&format!("id,{}", csv::head()))?;
    let mut written: io::Result<()> = Ok(());
    book.claims(filter, &mut |row| {
        let report = Report {
            id: row.report,
            outlet: row.outlet,
            published: row.published.and_then(|published| published.parse().ok()),
            ..Report::default()
        };
        let reading = Reading {
            claims: vec![row.claim],
            unread: None,
        };
        let line = csv::claims(&report, &reading, false);
        written = page.write(&format!("{},{line}", row.id));
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    })?;
    written?;
    Ok(Exit::Done)
}
