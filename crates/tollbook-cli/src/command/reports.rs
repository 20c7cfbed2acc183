//! `tollbook reports`: the reports of a book.

use clap::Args;
use tollbook_book::{ReportFilter, ReportRow};
use tollbook_formats::output::table::Table;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{ListFormat, Listing};
use crate::page::Page;
use crate::show::decision;

/// List the reports of the book
///
/// Examples:
///   tollbook reports
///   tollbook reports --unread
///   tollbook reports --outlet "Sornel Post" --format jsonl
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Reports {
    /// Only by this outlet, letter by letter
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Only those that were not read
    #[arg(long)]
    unread: bool,
    /// Rejected reports too
    #[arg(long)]
    rejected: bool,
    /// How to print them
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
}

impl Reports {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open(page)?;
        let filter = ReportFilter {
            outlet: self.outlet,
            unread: self.unread,
            rejected: self.rejected,
        };
        let mut list = Listing::new(page, self.format, table());
        book.reports(&filter, &mut |row| list.take(&row, tabulate))?;
        list.end("no report of this book is asked for")
    }
}

/// Returns an empty table of reports.
fn table() -> Table {
    Table::new(
        0,
        [
            "id",
            "report",
            "outlet",
            "published",
            ">claims",
            "title",
            "state",
        ],
    )
}

fn tabulate(table: &mut Table, row: &ReportRow) {
    table.row([
        row.id.clone(),
        row.report.clone(),
        row.outlet.clone().unwrap_or_default(),
        row.published.clone().unwrap_or_default(),
        row.claims.to_string(),
        row.title.clone().unwrap_or_default(),
        state(row),
    ]);
}

/// Returns what sets a report apart from the others.
fn state(row: &ReportRow) -> String {
    let version =
        (row.versions > 1).then(|| format!("version {} of {}", row.version, row.versions));
    let unread = row
        .unread
        .as_ref()
        .map(|reason| format!("not read: {reason}"));
    let verdicts = decision::verdicts(row.rejected_by.as_ref(), row.confirmed_by.as_ref());
    let copies =
        (row.copies > 1).then(|| format!("one of {} copies of {}", row.copies, row.family));
    let parts = version
        .into_iter()
        .chain(unread)
        .chain(verdicts)
        .chain(copies);
    parts.collect::<Vec<_>>().join(", ")
}
