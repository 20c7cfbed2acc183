//! `tollbook add`: reports into the book, with a receipt.

use clap::Args;
use tollbook_book::{Book, Ended, Incoming, Progress, Receipt, now};
use tollbook_formats::clean;
use tollbook_formats::output::table::Table;
use tollbook_linker::say;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::page::Page;
use crate::sources::{SourceArgs, Sources, named};
use crate::stop::Stop;

/// Add reports to the book, and print a receipt
///
/// A report whose id and bytes are in the book is skipped. Other bytes under an
/// id that is in the book are a new version of that report, and stand from then
/// on. The same text under another id is kept, and counted once in every toll.
/// The book is made if it is missing. Whatever is said to be committed stays in
/// the book, whatever happens next; the same command goes on where one stopped.
///
/// Examples:
///   tollbook add march/
///   tollbook add --outlet "Sornel Post" march/market.txt
///   tollbook add reports.jsonl
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Add {
    #[command(flatten)]
    sources: SourceArgs,
}

/// Names that a receipt holds of each kind.
const NAMES: usize = 20;

/// What was told of on the way and belongs on the receipt.
#[derive(Default)]
struct Told {
    refusals: Vec<String>,
    versions: Vec<String>,
}

impl Add {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let mut sources = self.sources.open();
        let book = book.create_or_open(page)?;
        let stop = Stop::on_signal()?;
        let (receipt, told) = add(&book, &mut sources, &stop, page);
        page.write(&show(&book, &receipt, &told, &sources, page))?;
        page.flush()?;
        for note in sources.tally().notes() {
            page.tell(&note);
        }
        let is_stopped = stop.is_asked() || matches!(receipt.ended, Ended::Stopped);
        if let Ended::Failed(error) = receipt.ended {
            return Err(error.into());
        }
        if is_stopped {
            page.tell(
                "stopped: what the receipt counts is in the book, and the same command goes on",
            );
        }
        match is_stopped || receipt.refused > 0 {
            true => Ok(Exit::Unread),
            false => Ok(Exit::Done),
        }
    }
}

/// Adds the reports of all sources, until they end or a signal asks to stop.
fn add(book: &Book, sources: &mut Sources, stop: &Stop, page: &mut Page) -> (Receipt, Told) {
    let mut told = Told::default();
    let incoming = sources
        .take_while(|_| !stop.is_asked())
        .map(|supplied| match supplied {
            Ok(supplied) => Ok(Incoming {
                report: supplied.report,
                bytes: supplied.bytes,
                source: supplied.file,
            }),
            Err(refusal) => Err(refusal.to_string()),
        });
    let receipt = book.add(incoming, now(), &mut |progress| {
        page.follow(&progress);
        match progress {
            Progress::Refused(line) if told.refusals.len() < NAMES => {
                told.refusals.push(line.to_owned())
            }
            Progress::Kept {
                report, version, ..
            } if version > 1 => {
                told.versions.push(format!("{report} ({version})"));
            }
            _ => {}
        }
        stop.flow()
    });
    (receipt, told)
}

/// Returns the receipt.
fn show(book: &Book, receipt: &Receipt, told: &Told, sources: &Sources, page: &Page) -> String {
    let mut table = Table::new(2, ["", ">", ""]);
    let mut row = |what: &str, n: u64, more: String| {
        if n > 0 {
            table.row([what.into(), say::number(n), more]);
        }
    };
    row("claims read", receipt.claims, String::new());
    row("new reports", receipt.new, String::new());
    row(
        "new versions of reports",
        receipt.versions,
        named(&told.versions),
    );
    row(
        "skipped",
        receipt.skipped,
        "in the book already, to the byte".into(),
    );
    for (reason, n) in &receipt.unread {
        row("of these not read", *n, reason.clone());
    }
    if let Some(copies) = receipt.copies {
        row(
            "of these copies",
            copies,
            "of one text, which speaks once".into(),
        );
    }
    row("refused", receipt.refused, String::new());
    let passed_over = &sources.tally().passed_over;
    row("passed over", passed_over.len() as u64, named(passed_over));
    let mut out = format!(
        "{}\n",
        page.style
            .bold(clean::line(&format!("Added to {}", book.path().display())))
    );
    match table.is_empty() {
        true => out.push_str("  nothing\n"),
        false => out.push_str(&table.show(page.style)),
    }
    for refusal in &told.refusals {
        out.push_str(&format!("  {}\n", clean::line(refusal)));
    }
    if let Some(more) = receipt.refused.checked_sub(NAMES as u64 + 1) {
        out.push_str(&format!(
            "  and {} more, each told above\n",
            say::number(more + 1)
        ));
    }
    out
}
