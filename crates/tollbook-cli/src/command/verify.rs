//! `tollbook verify`: whether a book is what was put into it.

use clap::Args;
use tollbook_formats::clean;
use tollbook_formats::output::jsonl;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{OneFormat, value};
use crate::page::Page;
use crate::sources::plural;
use crate::stop::Stop;

/// Check every byte, text, quote, claim and decision of the book
///
/// The heads are hashes of the last decision and the last report. Noted
/// elsewhere, they show whether any were cut off the end. The exit code is 1
/// where something is wrong.
///
/// Examples:
///   tollbook verify
///   tollbook verify --format json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Verify {
    /// How to print what was found
    #[arg(long, value_enum, default_value = "table")]
    format: OneFormat,
}

impl Verify {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let book = book.open_as_it_is(page)?;
        let stop = Stop::on_signal()?;
        let verified = book.verify(&mut |progress| {
            page.follow(&progress);
            stop.flow()
        })?;
        if let OneFormat::Json = self.format {
            page.write(&jsonl::page(&value(&verified)))?;
        } else {
            for problem in &verified.problems {
                page.write(&clean::line(&format!("{}: {}", problem.at, problem.what)))?;
                page.write("\n")?;
            }
            let checked = format!(
                "{}, {}, {} checked: ",
                plural(verified.reports, "report version"),
                plural(verified.claims, "claim"),
                plural(verified.decisions, "decision")
            );
            let found = match verified.problems.len() as u64 {
                0 => "the book is sound".to_owned(),
                n => format!("{} found", plural(n, "problem")),
            };
            page.write(&format!("{checked}{found}\n"))?;
            if !verified.words_checked {
                page.write("the index of words was not checked: the book cannot be written\n")?;
            }
            page.write(&format!("head of decisions  {}\n", verified.decisions_head))?;
            page.write(&format!("head of reports    {}\n", verified.reports_head))?;
        }
        match verified.problems.is_empty() {
            true => Ok(Exit::Done),
            false => Ok(Exit::No),
        }
    }
}
