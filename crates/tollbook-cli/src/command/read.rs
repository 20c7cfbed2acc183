//! `tollbook read`: reports in, claims out, no book.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use tollbook_formats::input::parties;
use tollbook_formats::limits::LINE_BYTES;
use tollbook_formats::output::{csv, jsonl, marked, short, table};
use tollbook_reader::Reader;
use tollbook_terms::{Party, Reading, Report};

use crate::failure::{Exit, Failure};
use crate::page::Page;
use crate::sources::{SourceArgs, plural};

/// Read reports and print their claims, without a book
///
/// Every claim stands on words of its report. What is printed is internal: it
/// names victims as the reports do.
///
/// Examples:
///   tollbook read march/
///   tollbook read --format jsonl reports.jsonl
///   tollbook read --format marked --explain march/market.txt
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Read {
    #[command(flatten)]
    sources: SourceArgs,
    /// How to print the claims
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Print with each claim the rules and words behind its fields
    #[arg(long)]
    explain: bool,
    /// JSON list of the parties to the conflict: [{"id", "names", "demonyms", "bodies", "outlets"}]
    #[arg(long, value_name = "FILE")]
    parties: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A table for each report, with the quotes
    Table,
    /// The text of each report, with its claims marked
    Marked,
    /// One claim a line, in short notation
    Short,
    /// JSON lines, one report a line
    Jsonl,
    /// CSV, one claim a row
    Csv,
}

impl Read {
    pub(crate) fn run(self, page: &mut Page) -> Result<Exit, Failure> {
        let parties = match &self.parties {
            Some(path) => read_parties(path)?,
            None => Vec::new(),
        };
        let reader = Reader::new(&parties);
        let mut sources = self.sources.open();
        let mut read = Tally::default();
        if let Format::Csv = self.format {
            page.write(&csv::head())?;
        }
        for supplied in &mut sources {
            match supplied {
                Ok(supplied) => {
                    let reading = reader.read(&supplied.report);
                    read.add(&reading);
                    let text = self.show(&supplied.report, &reading, read.reports > 1, page);
                    page.write(&text)?;
                }
                Err(refusal) => {
                    read.refused += 1;
                    page.tell(&refusal.to_string());
                }
            }
        }
        page.flush()?;
        let tally = sources.tally();
        for note in tally.passed_over().into_iter().chain(tally.notes()) {
            page.tell(&note);
        }
        page.tell(&read.say());
        Ok(if read.refused > 0 {
            Exit::Unread
        } else {
            Exit::Done
        })
    }

    fn show(&self, report: &Report, reading: &Reading, is_later: bool, page: &Page) -> String {
        let text = match self.format {
            Format::Table => table::claims(report, reading, self.explain, page.style),
            Format::Marked => marked::claims(report, reading, self.explain, page.style),
            Format::Short => short::claims(report, reading, self.explain),
            Format::Jsonl => return jsonl::line(report, reading, self.explain),
            Format::Csv => return csv::claims(report, reading, self.explain),
        };
        if is_later { format!("\n{text}") } else { text }
    }
}

/// Reads the list of parties in the file at `path`.
pub(crate) fn read_parties(path: &Path) -> Result<Vec<Party>, Failure> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LINE_BYTES as u64).read_to_end(&mut bytes))
        .map_err(|error| Failure::with_file("read", path, &error))?;
    Ok(parties::read(&path.display().to_string(), &bytes)?)
}

/// How many were read, and how many not.
#[derive(Default)]
struct Tally {
    reports: u64,
    claims: u64,
    unread: BTreeMap<String, u64>,
    refused: u64,
}

impl Tally {
    fn add(&mut self, reading: &Reading) {
        self.reports += 1;
        self.claims += reading.claims.len() as u64;
        if let Some(reason) = &reading.unread {
            *self.unread.entry(reason.clone()).or_default() += 1;
        }
    }

    fn say(&self) -> String {
        let unread: u64 = self.unread.values().sum();
        let read = plural(self.reports - unread, "report");
        let mut parts = vec![format!("{read} read, {}", plural(self.claims, "claim"))];
        parts.extend(
            self.unread
                .iter()
                .map(|(reason, n)| format!("{} not read: {reason}", plural(*n, "report"))),
        );
        if self.refused > 0 {
            parts.push(format!("{} refused", plural(self.refused, "input")));
        }
        parts.join("; ")
    }
}
