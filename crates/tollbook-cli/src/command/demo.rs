//! `tollbook demo`: the samples in a book of their own, and what can be asked of it.

use std::path::Path;

use clap::Args;
use tollbook_book::{Book, Ended, Incoming, Request, Shown, Signed, now};
use tollbook_formats::clean;
use tollbook_formats::input::{exchange, parties};
use tollbook_terms::{Incident, Question, Toll};

use super::toll;
use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::page::Page;
use crate::sources::plural;

/// See a toll made from sample reports of an invented war
///
/// Sets two invented parties, adds the sample reports to a book of its own, and
/// prints the toll, with the commands to try next. The book is in a temporary
/// folder, or in the file that --book names, which must not be there yet.
///
/// Examples:
///   tollbook demo
///   tollbook demo --book demo.book
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Demo {}

const REPORTS: &[u8] = include_bytes!("../../samples/reports.jsonl");
const PARTIES: &[u8] = include_bytes!("../../samples/parties.json");
/// What the samples are called where a file is named.
const SAMPLES: &str = "the samples of tollbook demo";

impl Demo {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let path = match book.named().cloned() {
            Some(path) if path.exists() => {
                let what = format!(
                    "cannot make the demo in {}: it is there already",
                    path.display()
                );
                return Err(
                    Failure::new(Exit::WrongUse, what).hint("name a file that is not there yet")
                );
            }
            Some(path) => path,
            None => {
                let folder = tempfile::Builder::new().prefix("tollbook-demo-").tempdir();
                let folder = folder.map_err(|error| {
                    Failure::with_file("make a temporary", Path::new("folder"), &error)
                })?;
                folder.keep().join("demo.book")
            }
        };
        let book = Book::create_or_open(&path)?;
        let reports = fill(&book)?;
        let heading = format!(
            "{} on an invented war between two invented countries, in {}",
            plural(reports, "sample report"),
            path.display()
        );
        page.write(&format!("{}\n\n", clean::line(&heading)))?;
        let toll = toll::answer(&book, &Question::default(), page)?;
        page.write(&next(&path, telling(&book, &toll)?.as_ref()))?;
        Ok(Exit::Done)
    }
}

/// Puts the samples into a new book, and returns how many reports there are.
fn fill(book: &Book) -> Result<u64, Failure> {
    let at = now();
    let go_on = &mut |_: tollbook_book::Progress<'_>| std::ops::ControlFlow::Continue(());
    for party in parties::read(SAMPLES, PARTIES)? {
        let signed = Signed {
            by: "tollbook demo",
            reason: "a party to the war of the samples",
            at,
        };
        book.decide(&Request::SetParty(party), &signed, go_on)?;
    }
    let incoming = exchange::rows(SAMPLES, REPORTS).map(|row| match row {
        Ok(row) => Ok(Incoming {
            report: row.report,
            bytes: row.bytes,
            source: SAMPLES.to_owned(),
        }),
        Err(refusal) => Err(refusal.to_string()),
    });
    let receipt = book.add(incoming, at, go_on);
    match receipt.ended {
        Ended::Failed(error) => Err(error.into()),
        Ended::Complete | Ended::Stopped => Ok(receipt.new),
    }
}

/// Returns the incident of a toll that has the most to tell: a contested one where there is one.
fn telling(book: &Book, toll: &Toll) -> Result<Option<Incident>, Failure> {
    let contested = toll.lines.iter().flat_map(|line| &line.contested);
    let all = toll.lines.iter().flat_map(|line| &line.sum.incidents);
    let Some(id) = contested.chain(all).next() else {
        return Ok(None);
    };
    Ok(match book.show(id)? {
        Shown::Incident(shown) => Some(shown.row.incident),
        _ => None,
    })
}

/// Returns the commands to try next, on things that are in the book.
fn next(path: &Path, incident: Option<&Incident>) -> String {
    let book = clean::line(&path.display().to_string()).replace('\'', "'\\''");
    let mut out = format!("\nTry next\n  export TOLLBOOK_BOOK='{book}'\n");
    let mut line = |command: String, what: &str| {
        out.push_str(&format!("  {command:<52}{what}\n"));
    };
    if let Some(incident) = incident {
        line(
            format!("tollbook show {}", incident.id),
            "an incident: who says what of it",
        );
        if let Some(claim) = incident.claims.first() {
            line(
                format!("tollbook show {claim}"),
                "a claim, down to its quote",
            );
        }
        if let Some(report) = incident.reports.first() {
            let report = clean::line(report);
            line(
                format!("tollbook show {report}"),
                "a report with its claims marked",
            );
        }
    }
    line(
        "tollbook toll --category child".into(),
        "the children among them",
    );
    line(
        "tollbook claims --effect killed".into(),
        "every claim of people killed",
    );
    line("tollbook verify".into(), "whether the book is sound");
    line(
        "tollbook read FOLDER".into(),
        "your own reports, without a book",
    );
    out
}
