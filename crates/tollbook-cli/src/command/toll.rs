//! `tollbook toll`: the sum over incidents, with what stands beside it.

use std::ops::ControlFlow;

use clap::Args;
use tollbook_book::Book;
use tollbook_formats::output::jsonl;
use tollbook_linker::say::Say;
use tollbook_terms::Question;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::listing::{OneFormat, value};
use crate::page::Page;
use crate::question::{CauseArgs, HarmArgs};
use crate::show::toll::{self, Differences};
use crate::sources::plural;

/// Print the toll: how many were harmed, according to whom
///
/// A toll is the sum over incidents, each counted once however many reports
/// tell of it. Low, best and high are summed each by itself. Cumulative claims
/// stand beside it and are never added. tollbook show takes every id.
///
/// Examples:
///   tollbook toll
///   tollbook toll --since 2031-03-01 --place Sornel
///   tollbook toll --effect killed --category civilian --format json
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Toll {
    #[command(flatten)]
    harm: HarmArgs,
    #[command(flatten)]
    cause: CauseArgs,
    /// How to print it
    #[arg(long, value_enum, default_value = "table")]
    format: OneFormat,
}

impl Toll {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        self.harm.check()?;
        let book = book.open(page)?;
        let question = self.harm.question(&self.cause, &book.parties()?)?;
        if let OneFormat::Json = self.format {
            let answer = book.toll(&question)?;
            page.write(&jsonl::page(&value(&answer)))?;
            return Ok(Exit::Done);
        }
        answer(&book, &question, page)?;
        Ok(Exit::Done)
    }
}

/// Prints the page of a toll, and returns the toll.
pub(crate) fn answer(
    book: &Book,
    question: &Question,
    page: &mut Page,
) -> Result<tollbook_terms::Toll, Failure> {
    let answer = book.toll(question)?;
    let parties = book.parties()?;
    let say = Say { parties: &parties };
    let mut differences = Differences::new(&answer.toll, say);
    book.incidents_of(&answer.toll, &mut |row| {
        differences.take(&row.incident);
        ControlFlow::Continue(())
    })?;
    let shown = toll::Answer {
        toll: &answer.toll,
        differences,
        unread: &answer.unread,
        say,
    };
    page.write(&shown.show(page.style))?;
    if answer.other_reader > 0 {
        page.tell(&format!(
            "{} in this toll read by an older reader: tollbook rebuild reads them again",
            plural(answer.other_reader, "report")
        ));
    }
    if answer.behind {
        page.tell("another command is still writing: what it adds is not in this toll yet");
    }
    Ok(answer.toll)
}
