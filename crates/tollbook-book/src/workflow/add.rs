//! Reports added: read, kept in batches, each batch committed before anything is said of it.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use rusqlite::Connection;
use tollbook_terms::{Claim, Report};

use super::make;
use super::replay::{Replayed, replay};
use crate::error::{BookError, What};
use crate::pack::MOST_BYTES;
use crate::progress::{Progress, Watch, tell};
use crate::read::{Read, ReadStep};
use crate::sql::lists;
use crate::sql::readings::MadeReading;
use crate::sql::reports::{self, Kept};

/// Reports of a batch: enough that waiting for the disk costs little beside reading.
const BATCH_REPORTS: usize = 500;
/// Raw bytes of a batch, which is held in memory.
const BATCH_BYTES: usize = 16 << 20;

/// One report to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The report, decoded from the bytes.
    pub report: Report,
    /// The raw bytes of this report: of its file, or of its line.
    pub bytes: Vec<u8>,
    /// The file, as it was named.
    pub source: String,
}

/// What a run of `add` came to; reports are counted by versions.
#[derive(Debug, Default)]
pub struct Receipt {
    /// Reports whose id was not in the book.
    pub new: u64,
    /// New versions of reports that were in the book.
    pub versions: u64,
    /// Reports that were in the book already, to the byte.
    pub skipped: u64,
    /// Of the new and the versions, those that were not read, by the reason why.
    pub unread: BTreeMap<String, u64>,
    /// Inputs that were refused.
    pub refused: u64,
    /// Claims read from the new and the versions.
    pub claims: u64,
    /// Of the new and the versions, those that stand in a family with other reports; `None` where
    /// the run ended before that was known.
    pub copies: Option<u64>,
    /// How the run ended.
    pub ended: Ended,
}

impl Receipt {
    /// Returns how many versions of reports are in the book by this run.
    pub fn committed(&self) -> u64 {
        self.new + self.versions
    }
}

/// How a run of `add` ended.
#[derive(Debug, Default)]
pub enum Ended {
    /// Everything was taken.
    #[default]
    Complete,
    /// The caller broke it off. What the receipt counts is in the book; the same command goes on.
    Stopped,
    /// It could not go on. What the receipt counts is in the book.
    Failed(BookError),
}

/// Adds reports, and says how it ended.
pub(crate) fn add(
    db: &Connection,
    path: &Path,
    step: &ReadStep,
    incoming: impl Iterator<Item = Result<Incoming, String>>,
    at: Timestamp,
    watch: &mut Watch<'_>,
) -> Receipt {
    let mut receipt = Receipt::default();
    match take(db, step, incoming, at, watch, &mut receipt) {
        Ok(()) => {}
        Err(What::Stopped) => receipt.ended = Ended::Stopped,
        Err(what) => {
            receipt.ended = Ended::Failed(BookError {
                book: path.to_owned(),
                what,
            });
        }
    }
    receipt
}

fn take(
    db: &Connection,
    step: &ReadStep,
    incoming: impl Iterator<Item = Result<Incoming, String>>,
    at: Timestamp,
    watch: &mut Watch<'_>,
    receipt: &mut Receipt,
) -> Result<(), What> {
    // First of all, so that a book whose parties were just set is read with them once, not twice.
    make::catch_up_for_sure(db, step, true, watch)?;
    let replayed = replay(db)?;
    let mut run = Run {
        db,
        step,
        at: at.to_string(),
        reader: (step.knowing)(&replayed.parties),
        replayed,
        addition: None,
        batch: Vec::new(),
        bytes: 0,
    };
    for (taken, incoming) in (1..).zip(incoming) {
        let prepared = run.prepare(incoming, watch, receipt);
        let told = prepared.and_then(|()| tell(watch, Progress::Taken(taken)));
        if told.is_err() || run.batch.len() >= BATCH_REPORTS || run.bytes >= BATCH_BYTES {
            // Whoever breaks off keeps what was read so far.
            run.commit(watch, receipt)?;
        }
        told?;
    }
    run.commit(watch, receipt)?;
    if let Some(addition) = run.addition {
        make::catch_up_for_sure(db, step, true, watch)?;
        receipt.copies = Some(lists::copies_of(db, addition)?);
    }
    Ok(())
}

/// One run of `add`. Reports are packed and read outside any transaction, so that other commands can
/// write meanwhile; a batch then takes the book for a moment.
struct Run<'a> {
    db: &'a Connection,
    step: &'a ReadStep,
    at: String,
    reader: Box<Read>,
    replayed: Replayed,
    addition: Option<i64>,
    batch: Vec<Prepared>,
    bytes: usize,
}

struct Prepared {
    kept: Kept,
    report: Report,
    read: (MadeReading, Vec<Claim>),
}

/// What became of one prepared report.
enum Outcome {
    Kept { version: u32, claims: usize },
    Skipped { version: u32, newest: u32 },
}

impl Run<'_> {
    /// Makes one input ready for the next batch.
    fn prepare(
        &mut self,
        incoming: Result<Incoming, String>,
        watch: &mut Watch<'_>,
        receipt: &mut Receipt,
    ) -> Result<(), What> {
        let incoming = incoming.and_then(|incoming| {
            let size = incoming.bytes.len().max(incoming.report.text.len());
            match size <= MOST_BYTES && !incoming.report.id.is_empty() {
                true => Ok(incoming),
                false => Err(format!(
                    "cannot add a report of {}: it has no id or more than {} MiB; split it or name it",
                    incoming.source,
                    MOST_BYTES >> 20
                )),
            }
        });
        let Incoming {
            report,
            bytes,
            source,
        } = match incoming {
            Ok(incoming) => incoming,
            Err(line) => {
                receipt.refused += 1;
                return tell(watch, Progress::Refused(&line));
            }
        };
        let kept = Kept::new(&report, &bytes, &source, &self.at)?;
        if let Some(Outcome::Skipped { version, newest }) = known(self.db, &kept)? {
            receipt.skipped += 1;
            let report = &report.id;
            return tell(
                watch,
                Progress::Skipped {
                    report,
                    version,
                    newest,
                },
            );
        }
        let read = make::read(&report, self.step, &self.reader)?;
        self.bytes += bytes.len() + report.text.len();
        self.batch.push(Prepared { kept, report, read });
        Ok(())
    }

    /// Commits the batch, then tells of each report in it.
    fn commit(&mut self, watch: &mut Watch<'_>, receipt: &mut Receipt) -> Result<(), What> {
        let mut batch = std::mem::take(&mut self.batch);
        self.bytes = 0;
        if batch.is_empty() {
            return Ok(());
        }
        let transaction = make::wait_to_write(self.db, watch)?;
        self.replayed_now(&mut batch)?;
        let addition = match self.addition {
            Some(addition) => addition,
            None => reports::last_addition(&transaction)? + 1,
        };
        let mut outcomes = Vec::new();
        for prepared in &mut batch {
            // Looked at again: another command, or this very batch, may have added it.
            if let Some(outcome) = known(&transaction, &prepared.kept)? {
                outcomes.push(outcome);
                continue;
            }
            let Prepared { kept, report, read } = prepared;
            reports::append(&transaction, kept, addition)?;
            read.0.nr = kept.nr;
            make::put(&transaction, kept, report, read, &self.replayed)?;
            outcomes.push(Outcome::Kept {
                version: kept.version,
                claims: read.1.len(),
            });
        }
        transaction.commit()?;
        self.addition = Some(addition);
        let mut told = Ok(());
        for (prepared, outcome) in batch.iter().zip(&outcomes) {
            count(receipt, prepared, outcome);
            let report = &prepared.report.id;
            told = told.and(tell(
                watch,
                match *outcome {
                    Outcome::Kept { version, claims } => Progress::Kept {
                        report,
                        version,
                        claims,
                        unread: prepared.read.0.unread.as_deref(),
                    },
                    Outcome::Skipped { version, newest } => Progress::Skipped {
                        report,
                        version,
                        newest,
                    },
                },
            ));
        }
        told.and(tell(watch, Progress::Committed(receipt.committed())))
    }

    /// Within the transaction, takes notice of decisions that another command made meanwhile. Where
    /// they set other parties, the batch is read again with them.
    fn replayed_now(&mut self, batch: &mut [Prepared]) -> Result<(), What> {
        let replayed = replay(self.db)?;
        if replayed.parties != self.replayed.parties {
            self.reader = (self.step.knowing)(&replayed.parties);
            for prepared in batch {
                prepared.read = make::read(&prepared.report, self.step, &self.reader)?;
            }
        }
        self.replayed = replayed;
        Ok(())
    }
}

/// Returns which version of the report in the book says the same; `None` where none does.
fn known(db: &Connection, kept: &Kept) -> Result<Option<Outcome>, What> {
    let versions = reports::versions(db, &kept.report)?;
    let newest = versions.last().map_or(0, |newest| newest.version);
    let same = versions
        .iter()
        .rev()
        .find(|version| version.says_the_same(kept));
    Ok(same.map(|same| Outcome::Skipped {
        version: same.version,
        newest,
    }))
}

fn count(receipt: &mut Receipt, prepared: &Prepared, outcome: &Outcome) {
    match outcome {
        Outcome::Kept { version, claims } => {
            match version {
                1 => receipt.new += 1,
                _ => receipt.versions += 1,
            }
            receipt.claims += *claims as u64;
            if let Some(reason) = &prepared.read.0.unread {
                *receipt.unread.entry(reason.clone()).or_default() += 1;
            }
        }
        Outcome::Skipped { .. } => receipt.skipped += 1,
    }
}
