//! `tollbook incidents`: the incidents of a book.

use clap::Args;
use tollbook_book::IncidentRow;
use tollbook_formats::output::table::Table;
use tollbook_linker::say::{self, Say};
use tollbook_terms::Party;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{ListFormat, Listing};
use crate::page::Page;
use crate::question::{CauseArgs, HarmArgs};
use crate::show::{decision, incident};

/// List the incidents of the book, each with its figures
///
/// Examples:
///   tollbook incidents
///   tollbook incidents --effect killed --since 2031-03-01
///   tollbook incidents --format jsonl
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Incidents {
    #[command(flatten)]
    harm: HarmArgs,
    #[command(flatten)]
    cause: CauseArgs,
    /// How to print them
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
}

impl Incidents {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        self.harm.check()?;
        let book = book.open(page)?;
        let parties = book.parties()?;
        let question = self.harm.question(&self.cause, &parties)?;
        let table = Table::new(
            0,
            [
                "id",
                "where and when",
                "figures",
                "blamed on",
                ">reports",
                "state",
            ],
        );
        let mut list = Listing::new(page, self.format, table);
        book.incidents(&question, &mut |row| {
            list.take(&row, |table, row| tabulate(table, row, &parties))
        })?;
        list.end("no incident of this book is asked for")
    }
}

fn tabulate(table: &mut Table, row: &IncidentRow, parties: &[Party]) {
    let incident = &row.incident;
    let say = Say { parties };
    let figures = incident
        .figures
        .iter()
        .filter(|figure| figure.category.is_none());
    let figures: Vec<String> = figures
        .map(|figure| {
            let spread = say::spread(figure.low, figure.best, figure.high);
            format!("{spread} {}", say::effect(figure.effect))
        })
        .collect();
    let blamed: Vec<&str> = incident
        .blamed
        .iter()
        .map(|blamed| {
            blamed
                .actor
                .as_deref()
                .map_or("nobody known", |actor| say.actor(actor))
        })
        .collect();
    let contested = (!incident.contested.is_empty()).then(|| "contested".to_owned());
    let one_sided = incident.one_sided.is_some().then(|| "one-sided".to_owned());
    let contradicts = (!incident.contradictions.is_empty()).then(|| "contradiction".to_owned());
    let found = [contested, one_sided, contradicts].into_iter().flatten();
    let state = found.chain(decision::verdicts(None, row.confirmed_by.as_ref()));
    table.row([
        incident.id.clone(),
        incident::heading(incident),
        figures.join(", "),
        blamed.join(", "),
        incident.reports.len().to_string(),
        state.collect::<Vec<_>>().join(", "),
    ]);
}
