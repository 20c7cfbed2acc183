//! Kept decisions: an append-only chain, each link carrying the hash of the one before.

use rusqlite::{Connection, OptionalExtension, Row};
use tollbook_terms::{Act, Decision, Hash};

use crate::error::What;

/// One decision, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeptDecision {
    /// Place in the chain, from 1.
    pub(crate) nr: i64,
    pub(crate) previous: String,
    pub(crate) by: String,
    pub(crate) at: String,
    pub(crate) reason: String,
    /// JSON of the act, to the byte as it was hashed.
    pub(crate) act: String,
    pub(crate) hash: String,
}

impl KeptDecision {
    /// Returns the hash that the row should have.
    pub(crate) fn due_hash(&self) -> Option<Hash> {
        let previous = self.previous.parse().ok()?;
        Some(Decision::hash(
            &previous,
            &self.by,
            &self.at,
            &self.reason,
            &self.act,
        ))
    }

    /// Returns the decision with its name.
    ///
    /// # Errors
    /// Where what is stored is damaged.
    pub(crate) fn decoded(&self) -> Result<(Hash, Decision), What> {
        let damaged = || What::damaged(format!("decision {}", self.nr));
        let act: Act = serde_json::from_str(&self.act).map_err(|_| damaged())?;
        let decision = Decision {
            previous: self.previous.parse().map_err(|_| damaged())?,
            by: self.by.clone(),
            at: self.at.clone(),
            reason: self.reason.clone(),
            act,
        };
        Ok((self.hash.parse().map_err(|_| damaged())?, decision))
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<KeptDecision> {
    Ok(KeptDecision {
        nr: row.get(0)?,
        previous: row.get(1)?,
        by: row.get(2)?,
        at: row.get(3)?,
        reason: row.get(4)?,
        act: row.get(5)?,
        hash: row.get(6)?,
    })
}

/// Returns the hash of the last decision; what the chain starts from where there is none.
pub(crate) fn head(db: &Connection) -> Result<Hash, What> {
    let last: Option<String> = db
        .prepare_cached("SELECT hash FROM kept_decision ORDER BY nr DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    match last {
        Some(hash) => hash.parse().map_err(|_| What::damaged("the last decision")),
        None => Ok(Decision::first_previous()),
    }
}

/// Appends a decision and returns its hash. Call it within the transaction that read the head.
pub(crate) fn append(
    db: &Connection,
    by: &str,
    at: &str,
    reason: &str,
    act: &Act,
) -> Result<Hash, What> {
    let previous = head(db)?;
    let act = serde_json::to_string(act)
        .map_err(|_| What::damaged("a decision that cannot be written as JSON"))?;
    let hash = Decision::hash(&previous, by, at, reason, &act);
    let nr = db
        .prepare_cached("SELECT coalesce(max(nr), 0) + 1 FROM kept_decision")?
        .query_row([], |row| row.get(0))?;
    let kept = KeptDecision {
        nr,
        previous: previous.to_string(),
        by: by.to_owned(),
        at: at.to_owned(),
        reason: reason.to_owned(),
        act,
        hash: hash.to_string(),
    };
    copy(db, &kept)?;
    Ok(hash)
}

/// Appends a decision just as it stands in another book.
pub(crate) fn copy(db: &Connection, kept: &KeptDecision) -> Result<(), What> {
    db.prepare_cached(
        "INSERT INTO kept_decision (nr, previous, decided_by, decided_at, reason, act, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        kept.nr,
        &kept.previous,
        &kept.by,
        &kept.at,
        &kept.reason,
        &kept.act,
        &kept.hash,
    ))?;
    Ok(())
}

/// Hands over the chain from its start. A row that cannot be taken apart is an error of its own.
pub(crate) fn each(
    db: &Connection,
    mut take: impl FnMut(Result<KeptDecision, What>) -> Result<(), What>,
) -> Result<(), What> {
    let mut query = db.prepare_cached(
        "SELECT nr, previous, decided_by, decided_at, reason, act, hash FROM kept_decision ORDER BY nr",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        take(from_row(row).map_err(What::from))?;
    }
    Ok(())
}
