//! Everything derived, made from what is kept: after `add`, after decisions, and by `rebuild`.
//!
//! A stamp in the book says what the made tables were made from. Whatever ended a command before it
//! had made them, the next one sees that they are behind and makes them; what is kept is committed
//! before, so nothing else needs to be known.

use rusqlite::{Connection, Transaction};
use tollbook_linker::family::signature;
use tollbook_terms::{Claim, Reading, Report};

use super::apply::{Told, apply};
use super::link::link;
use super::replay::{Replayed, replay};
use crate::error::What;
use crate::pack::MOST_BYTES;
use crate::plain::plain;
use crate::progress::{Progress, Watch, tell};
use crate::read::{Read, ReadStep};
use crate::sql::linked::{self, Stamp};
use crate::sql::readings::{self, MadeReading, Words, json};
use crate::sql::reports::{self, Kept};
use crate::sql::{decisions, open};

/// Names what makes the tables; it changes with every change of what is made from a reading, here or
/// in the linker, so that a book made by an older program is made again, not taken for damaged.
const MADE_BY: &str = concat!("book-", env!("CARGO_PKG_VERSION"), "-1");

/// Reports between two words of progress.
const STRIDE: u64 = 100;

/// Whether what is derived holds all that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It did already.
    Fresh,
    /// It was behind, and was brought up to date.
    CaughtUp,
    /// It is behind; another command is writing and will bring it up to date.
    Behind,
}

/// Brings the made tables up to date where they are behind.
///
/// # Errors
/// [`What::Behind`] where they are, but the book cannot be written here.
pub(crate) fn catch_up(
    db: &Connection,
    step: &ReadStep,
    is_writable: bool,
    watch: &mut Watch<'_>,
) -> Result<Freshness, What> {
    if is_fresh(&*open::read(db)?)? {
        return Ok(Freshness::Fresh);
    }
    if !is_writable {
        return Err(What::Behind);
    }
    match open::write(db) {
        Ok(transaction) => {
            make(&transaction, step, watch)?;
            transaction.commit()?;
            Ok(Freshness::CaughtUp)
        }
        Err(What::Busy) => Ok(Freshness::Behind),
        Err(what) => Err(what),
    }
}

/// Brings the made tables up to date as [`catch_up`] does; where another command writes, waits for it
/// and says so.
pub(crate) fn catch_up_for_sure(
    db: &Connection,
    step: &ReadStep,
    is_writable: bool,
    watch: &mut Watch<'_>,
) -> Result<(), What> {
    while catch_up(db, step, is_writable, watch)? == Freshness::Behind {
        tell(watch, Progress::Waiting)?;
    }
    Ok(())
}

/// Makes all made tables anew, in one transaction. What `earlier` read with another reader than this
/// one is taken from there, not read again.
pub(crate) fn rebuild(
    db: &Connection,
    step: &ReadStep,
    earlier: Option<&Connection>,
    watch: &mut Watch<'_>,
) -> Result<(), What> {
    let transaction = wait_to_write(db, watch)?;
    let replayed = replay(&transaction)?;
    read_all(&transaction, step, &replayed, earlier, watch)?;
    finish(&transaction, &replayed, watch)?;
    transaction.commit()?;
    Ok(())
}

/// Within a transaction that writes, brings the made tables up to date; returns the decisions.
pub(crate) fn make(
    db: &Connection,
    step: &ReadStep,
    watch: &mut Watch<'_>,
) -> Result<Replayed, What> {
    let replayed = replay(db)?;
    let stamp = linked::stamp(db)?;
    let due = due(db, replayed.parties_hash()?)?;
    if stamp == due {
        return Ok(replayed);
    }
    if stamp.parties != due.parties {
        read_all(db, step, &replayed, None, watch)?;
    } else if stamp.made_by != due.made_by {
        readings::each(db, None, |reading| decide_again(db, &reading, &replayed))?;
    } else if stamp.decisions != due.decisions {
        for report in &replayed.named {
            readings::each(db, Some(report), |reading| {
                decide_again(db, &reading, &replayed)
            })?;
        }
    }
    finish(db, &replayed, watch)?;
    Ok(replayed)
}

/// Stores the reading of a version of a report, its claims and its words.
pub(crate) fn put(
    db: &Connection,
    kept: &Kept,
    report: &Report,
    (reading, claims): &(MadeReading, Vec<Claim>),
    replayed: &Replayed,
) -> Result<(), What> {
    let title = report.title.as_deref().unwrap_or_default();
    let folded = match (plain(title), plain(&report.text)) {
        (None, None) => String::new(),
        (plain_title, plain_text) => format!(
            "{}\n{}",
            plain_title.as_deref().unwrap_or(title),
            plain_text.as_deref().unwrap_or(&report.text)
        ),
    };
    let words = Words {
        title,
        text: &report.text,
        folded: &folded,
    };
    readings::put(db, reading, &words)?;
    readings::put_claims(db, kept.nr, &apply(&Told::of(kept)?, claims, replayed))
}

/// Reads a report, which takes its place in the book later; returns its claims beside the reading.
pub(crate) fn read(
    report: &Report,
    step: &ReadStep,
    reader: &Read,
) -> Result<(MadeReading, Vec<Claim>), What> {
    let Reading {
        mut claims,
        mut unread,
    } = reader(report);
    let mut written = json(&claims)?;
    if written.len() > MOST_BYTES {
        claims.clear();
        written = json(&claims)?;
        unread = Some(format!(
            "its claims take more than {} MiB",
            MOST_BYTES >> 20
        ));
    }
    let signature = signature(&report.text);
    let reading = MadeReading::new(step.version, unread, &written, claims.len(), &signature)?;
    Ok((reading, claims))
}

/// Begins a transaction that writes; where another command writes, waits for it and says so.
///
/// # Errors
/// [`What::Stopped`] where the caller breaks off.
pub(crate) fn wait_to_write<'a>(
    db: &'a Connection,
    watch: &mut Watch<'_>,
) -> Result<Transaction<'a>, What> {
    loop {
        match open::write(db) {
            Err(What::Busy) => tell(watch, Progress::Waiting)?,
            begun => return begun,
        }
    }
}

/// Returns whether the made tables hold all that is kept. The parties come from the decisions, so
/// they need no look of their own.
pub(crate) fn is_fresh(db: &Connection) -> Result<bool, What> {
    let stamp = linked::stamp(db)?;
    Ok(stamp == due(db, stamp.parties.clone())?)
}

/// Returns the stamp that the made tables should have.
fn due(db: &Connection, parties: String) -> Result<Stamp, What> {
    Ok(Stamp {
        made_by: MADE_BY.into(),
        reports: reports::last_nr(db)?,
        decisions: decisions::head(db)?.to_string(),
        parties,
    })
}

fn read_all(
    db: &Connection,
    step: &ReadStep,
    replayed: &Replayed,
    earlier: Option<&Connection>,
    watch: &mut Watch<'_>,
) -> Result<(), What> {
    readings::clear(db)?;
    let reader = (step.knowing)(&replayed.parties);
    let of = reports::last_nr(db)?.unsigned_abs();
    let mut done = 0;
    reports::each(db, |kept| {
        let kept = kept?;
        if done % STRIDE == 0 {
            tell(watch, Progress::Reading { done, of })?;
        }
        done += 1;
        let report = kept.decoded()?;
        let before = match earlier {
            Some(earlier) => readings::by_nr(earlier, kept.nr)?,
            None => None,
        };
        let (reading, claims) = match before {
            Some(before) if before.reader != step.version => {
                let claims = before.claims()?;
                (before, claims)
            }
            _ => read(&report, step, &reader)?,
        };
        let made = (reading.at(kept.nr), claims);
        put(db, &kept, &report, &made, replayed)
    })
}

/// Applies the decisions about the claims of a version of a report again.
fn decide_again(db: &Connection, reading: &MadeReading, replayed: &Replayed) -> Result<(), What> {
    let kept = reports::by_nr(db, reading.nr)?
        .ok_or_else(|| What::damaged(format!("report number {} is missing", reading.nr)))?;
    readings::put_claims(
        db,
        kept.nr,
        &apply(&Told::of(&kept)?, &reading.claims()?, replayed),
    )
}

fn finish(db: &Connection, replayed: &Replayed, watch: &mut Watch<'_>) -> Result<(), What> {
    tell(watch, Progress::Linking)?;
    link(db, replayed)?;
    linked::set_stamp(db, &due(db, replayed.parties_hash()?)?)
}
