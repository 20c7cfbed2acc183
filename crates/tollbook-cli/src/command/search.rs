//! `tollbook search`: words in the texts of a book.

use clap::Args;
use tollbook_formats::output::table::Table;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{ListFormat, Listing};
use crate::page::Page;

/// Search the texts of the reports in the book
///
/// All words must be found. Words in quotation marks stand together; a star
/// behind a word stands for any ending. What is printed is internal: it names
/// victims as the reports do.
///
/// Examples:
///   tollbook search market
///   tollbook search 'rocket "health ministry" kill*'
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Search {
    /// The words
    #[arg(required = true)]
    words: Vec<String>,
    /// The most reports to print, the best first
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// How to print them
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
}

impl Search {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open(page)?;
        // One more than is printed shows whether there are more.
        let mut found = book.search(&self.words.join(" "), self.limit.saturating_add(1))?;
        let more = found.len() > self.limit as usize;
        found.truncate(self.limit as usize);
        let table = Table::new(0, ["id", "report", "outlet", "published", ">claims"]);
        let mut list = Listing::new(page, self.format, table);
        for found in &found {
            let taken = list.take(found, |table, found| {
                let row = &found.row;
                table.row([
                    row.id.clone(),
                    row.report.clone(),
                    row.outlet.clone().unwrap_or_default(),
                    row.published.clone().unwrap_or_default(),
                    row.claims.to_string(),
                ]);
                let words = found.excerpt.iter().map(|piece| match piece.found {
                    true => format!("[{}]", piece.text),
                    false => piece.text.clone(),
                });
                table.beneath(&words.collect::<String>());
            });
            if taken.is_break() {
                break;
            }
        }
        let exit = list.end("no report has these words")?;
        if more {
            page.tell(&format!(
                "more than {} reports have these words: --limit prints more",
                self.limit
            ));
        }
        Ok(exit)
    }
}
