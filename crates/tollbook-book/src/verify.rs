//! Whether a book is what was put into it: every byte, text, quote, claim and decision.
//!
//! What is kept is held against its hashes. What is derived is made once more beside the book, from
//! what is kept, and held against what stands there row by row.

use rusqlite::Connection;
use serde::Serialize;
use tollbook_terms::{Act, Decision, Hash, Report};

use crate::clock::now;
use crate::error::What;
use crate::progress::{Progress, Watch, tell};
use crate::read::ReadStep;
use crate::sql::readings::{self, MadeReading};
use crate::sql::{decisions, dump, migrate, open, reports};
use crate::workflow::correct::check_words;
use crate::workflow::make;

/// Rows between two words of progress.
const STRIDE: u64 = 100;

/// What was checked, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Versions of reports.
    pub reports: u64,
    /// Claims, each with its quote.
    pub claims: u64,
    /// Decisions.
    pub decisions: u64,
    /// What is wrong; empty where the book is sound.
    pub problems: Vec<Problem>,
    /// Hash of the last decision. Noted elsewhere, it shows whether decisions were cut off the end.
    pub decisions_head: Hash,
    /// Hash of the last version of a report. Noted elsewhere, it shows the same of reports.
    pub reports_head: Hash,
    /// Whether the index of words was checked, which takes a book that can be written.
    pub words_checked: bool,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where.
    pub at: String,
    /// What.
    pub what: String,
}

/// Checks a book.
///
/// # Errors
/// Where it cannot be read at all, or the caller breaks off.
pub(crate) fn verify(
    db: &Connection,
    step: &ReadStep,
    is_writable: bool,
    watch: &mut Watch<'_>,
) -> Result<Verified, What> {
    let mut problems = Vec::new();
    let read = loop {
        let caught_up = make::catch_up_for_sure(db, step, is_writable, watch);
        found(&mut problems, "the derived tables", caught_up)?;
        let read = open::read(db)?;
        // Another command may have added in between: then what is derived is behind once more.
        if !problems.is_empty() || make::is_fresh(&read)? {
            break read;
        }
    };
    let mut verified = check_stored(&read, step, problems, watch)?;
    drop(read);
    match dump::check_words(db) {
        Err(What::ReadOnly | What::Busy) => {}
        checked => {
            found(&mut verified.problems, "the index of words", checked)?;
            verified.words_checked = true;
        }
    }
    Ok(verified)
}

fn check_stored(
    db: &Connection,
    step: &ReadStep,
    mut problems: Vec<Problem>,
    watch: &mut Watch<'_>,
) -> Result<Verified, What> {
    let again = open::scratch()?;
    migrate::migrate(&again, &now().to_string())?;
    let file = dump::each_fault_of_file(db, |line| {
        report(&mut problems, "the file", line);
        Ok(())
    });
    found(&mut problems, "the file", file)?;
    let record = migrate::check_record(db);
    found(&mut problems, "the record of migrations", record)?;
    dump::each_schema_difference(db, &again, |name| {
        report(
            &mut problems,
            name,
            "it is not the table, index, trigger or view that was made",
        );
        Ok(())
    })?;
    let file_is_sound = problems.is_empty();
    let (reports, reports_head) = check_reports(db, &again, &mut problems, watch)?;
    let (decisions, decisions_head) = check_decisions(db, &again, &mut problems)?;
    let claims = check_readings(db, &mut problems, watch)?;
    if problems.is_empty() {
        let made = make::rebuild(&again, step, Some(db), watch).and_then(|()| {
            dump::each_difference(db, &again, |table, key| {
                let what = "it is not what is made from the reports and decisions";
                report(&mut problems, &format!("{table} {key}"), what);
                Ok(())
            })
        });
        found(&mut problems, "the derived tables", made)?;
    } else if file_is_sound {
        let what = "they were not compared with what is kept, because of what is wrong above";
        report(&mut problems, "the derived tables", what);
    }
    Ok(Verified {
        reports,
        claims,
        decisions,
        problems,
        decisions_head,
        reports_head,
        words_checked: false,
    })
}

/// Checks every version of every report, and copies it to the other book; returns how many there
/// are, and the hash of the last.
fn check_reports(
    db: &Connection,
    again: &Connection,
    problems: &mut Vec<Problem>,
    watch: &mut Watch<'_>,
) -> Result<(u64, Hash), What> {
    let of = reports::last_nr(db)?.unsigned_abs();
    let mut count = 0;
    let mut head = reports::no_row();
    let copies = open::write(again)?;
    let read = reports::each(db, |kept| {
        if count % STRIDE == 0 {
            tell(watch, Progress::Checking { done: count, of })?;
        }
        count += 1;
        let at = format!("report number {count}");
        let kept = match kept {
            Ok(kept) => kept,
            Err(what) => return found(problems, &at, Err(what)),
        };
        let at = format!("{at}, version {} of {}", kept.version, kept.report);
        if kept.nr.unsigned_abs() != count {
            report(problems, &at, "a report before it is missing");
        }
        for fault in kept.faults(&head) {
            report(problems, &at, fault);
        }
        head.clone_from(&kept.row_hash);
        found(problems, &at, reports::copy(&copies, &kept))
    });
    found(problems, "the reports", read)?;
    copies.commit()?;
    Ok((count, head.parse().unwrap_or(Hash([0; 32]))))
}

/// Checks the chain of decisions, and copies it to the other book; returns how long it is, and the
/// hash of the last.
fn check_decisions(
    db: &Connection,
    again: &Connection,
    problems: &mut Vec<Problem>,
) -> Result<(u64, Hash), What> {
    let mut count = 0;
    let mut head = Decision::first_previous();
    let mut earlier = std::collections::BTreeSet::new();
    let copies = open::write(again)?;
    let read = decisions::each(db, |kept| {
        count += 1;
        let at = format!("decision number {count}");
        let kept = match kept {
            Ok(kept) => kept,
            Err(what) => return found(problems, &at, Err(what)),
        };
        if kept.nr.unsigned_abs() != count {
            report(problems, &at, "a decision before it is missing");
        }
        if kept.previous != head.to_string() {
            report(problems, &at, "it does not follow the decision before it");
        }
        if kept.due_hash().map(|hash| hash.to_string()).as_deref() != Some(&kept.hash) {
            report(problems, &at, "it is not the decision that was made");
        }
        match kept.decoded() {
            Ok((hash, decision)) => {
                if let Act::Undo { decision } = decision.act
                    && !earlier.contains(&decision)
                {
                    report(problems, &at, "it undoes a decision that is not there");
                }
                earlier.insert(hash);
                head = hash;
            }
            Err(what) => return found(problems, &at, Err(what)),
        }
        found(problems, &at, decisions::copy(&copies, &kept))
    });
    found(problems, "the decisions", read)?;
    copies.commit()?;
    Ok((count, head))
}

/// Checks every reading against its hash, and every quote against its report; returns how many
/// claims there are.
fn check_readings(
    db: &Connection,
    problems: &mut Vec<Problem>,
    watch: &mut Watch<'_>,
) -> Result<u64, What> {
    let of = reports::last_nr(db)?.unsigned_abs();
    let mut claims = 0;
    let mut done = 0;
    let read = readings::each(db, None, |reading| {
        if done % STRIDE == 0 {
            tell(watch, Progress::Checking { done, of })?;
        }
        done += 1;
        let at = format!("the claims of report number {}", reading.nr);
        let checked = check_quotes(db, &reading);
        if let Ok(count) = &checked {
            claims += count;
        }
        found(problems, &at, checked.map(|_| ()))
    });
    found(problems, "the claims", read)?;
    if done != of {
        report(
            problems,
            "the claims",
            format!("{done} reports were read, but {of} are there"),
        );
    }
    Ok(claims)
}

fn check_quotes(db: &Connection, reading: &MadeReading) -> Result<u64, What> {
    let read = reading.claims()?;
    let kept = reports::by_nr(db, reading.nr)?;
    let kept = kept.ok_or_else(|| What::damaged("its report is missing"))?;
    let report: Report = kept.decoded()?;
    let made = readings::made_claims(db, reading.nr)?;
    for claim in read.iter().chain(&made) {
        if check_words(claim, &report, "quote").is_err() {
            let (start, end) = (claim.quote.start, claim.quote.end);
            let field = claim.quote.field.as_str();
            return Err(What::damaged(format!(
                "the quote of {}, bytes {start} to {end} of its {field}, is not what stands there",
                claim.id
            )));
        }
    }
    Ok(read.len() as u64)
}

fn report(problems: &mut Vec<Problem>, at: &str, what: impl Into<String>) {
    problems.push(Problem {
        at: at.to_owned(),
        what: what.into(),
    });
}

/// Takes a refusal for a problem that was found, but for what has nothing to do with the book.
fn found(problems: &mut Vec<Problem>, at: &str, checked: Result<(), What>) -> Result<(), What> {
    match checked {
        Ok(()) => Ok(()),
        Err(what @ (What::Stopped | What::Full | What::Busy)) => Err(what),
        Err(what) => {
            report(problems, at, what.to_string());
            Ok(())
        }
    }
}
