//! What is made of each version of a report by itself: its reading, its claims, its words.

use rusqlite::{Connection, OptionalExtension, params};
use tollbook_linker::family::Signature;
use tollbook_terms::{Claim, Hash};

use super::linked::parse;
use crate::error::What;
use crate::pack::{pack, unpack};

/// What a reader made of one version of a report, as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct MadeReading {
    pub(crate) nr: i64,
    /// Version of the reader.
    pub(crate) reader: String,
    /// Why it was not read, where it was not.
    pub(crate) unread: Option<String>,
    claims: Vec<u8>,
    pub(crate) claim_count: i64,
    signature: Vec<u8>,
    hash: String,
}

impl MadeReading {
    /// Returns a reading that is ready to be stored, once its place is known; `claims` is the JSON of
    /// the list of its claims.
    pub(crate) fn new(
        reader: &str,
        unread: Option<String>,
        claims: &str,
        claim_count: usize,
        signature: &Signature,
    ) -> Result<MadeReading, What> {
        let mut reading = MadeReading {
            nr: 0,
            reader: reader.to_owned(),
            unread,
            claims: pack(claims.as_bytes())?,
            claim_count: count(claim_count as u64),
            signature: signature.to_bytes(),
            hash: String::new(),
        };
        reading.hash = reading.due_hash(claims.as_bytes());
        Ok(reading)
    }

    /// Returns the reading of the version at this place in the order of adding.
    pub(crate) fn at(self, nr: i64) -> MadeReading {
        MadeReading { nr, ..self }
    }

    /// Returns the claims as the reader made them.
    ///
    /// # Errors
    /// Where what is stored is damaged.
    pub(crate) fn claims(&self) -> Result<Vec<Claim>, What> {
        let place = || format!("the claims read from report number {}", self.nr);
        let json = unpack(&self.claims, place)?;
        if self.due_hash(&json) != self.hash {
            return Err(What::damaged(place()));
        }
        serde_json::from_slice(&json).map_err(|_| What::damaged(place()))
    }

    /// Returns the hash that the reading should have: of its claims as this reader made them, and of
    /// all that stands beside them.
    fn due_hash(&self, json: &[u8]) -> String {
        let is_unread: &[u8] = if self.unread.is_some() {
            b"unread"
        } else {
            b"read"
        };
        Hash::of_fields(&[
            self.reader.as_bytes(),
            is_unread,
            self.unread.as_deref().unwrap_or_default().as_bytes(),
            json,
            &self.claims,
            &self.claim_count.to_be_bytes(),
            &self.signature,
        ])
        .to_string()
    }
}

/// A claim with the decisions about it applied.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MadeClaim {
    /// Short id.
    pub(crate) id: String,
    pub(crate) claim: Claim,
    /// Short ids of decisions.
    pub(crate) rejected_by: Option<String>,
    pub(crate) confirmed_by: Option<String>,
    /// Field and short id of the decision, for each correction, in the order of making.
    pub(crate) corrected: Vec<(String, String)>,
}

/// Words of a version of a report, as they are searched.
pub(crate) struct Words<'a> {
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    /// Both again in plain letters; empty where that would find nothing more.
    pub(crate) folded: &'a str,
}

/// Takes out everything that is made of reports by themselves.
pub(crate) fn clear(db: &Connection) -> Result<(), What> {
    db.execute_batch(
        "DELETE FROM made_claim; DELETE FROM made_reading; DELETE FROM made_text;
         INSERT INTO made_search (made_search) VALUES ('delete-all');",
    )?;
    Ok(())
}

/// Stores a reading, and the words of its report.
pub(crate) fn put(db: &Connection, reading: &MadeReading, words: &Words<'_>) -> Result<(), What> {
    db.prepare_cached(
        "INSERT INTO made_reading (nr, reader, unread, claims, claim_count, signature, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        reading.nr,
        reading.reader,
        reading.unread,
        reading.claims,
        reading.claim_count,
        reading.signature,
        reading.hash
    ])?;
    // Two statements, not a trigger: within one, the index would write itself out for every report.
    let words = params![reading.nr, words.title, words.text, words.folded];
    db.prepare_cached("INSERT INTO made_text (nr, title, text, folded) VALUES (?1, ?2, ?3, ?4)")?
        .execute(words)?;
    db.prepare_cached(
        "INSERT INTO made_search (rowid, title, text, folded) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(words)?;
    Ok(())
}

/// Stores the claims of a version of a report in place of those that stood there.
pub(crate) fn put_claims(db: &Connection, nr: i64, claims: &[MadeClaim]) -> Result<(), What> {
    db.prepare_cached("DELETE FROM made_claim WHERE nr = ?1")?
        .execute([nr])?;
    let mut insert = db.prepare_cached(
        "INSERT INTO made_claim (nr, position, id, rejected_by, confirmed_by, corrected, effect, low, \
         high, basis, categories, scope, modality, cause, relation, event, from_day, to_day, place, \
         country, means, perpetrator, claimant, affiliation, claim) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, \
         ?20, ?21, ?22, ?23, ?24, ?25)",
    )?;
    for (position, made) in (1i64..).zip(claims) {
        let claim = &made.claim;
        let place = claim.place.as_ref();
        let nearest = claim.actors.claimants.first();
        insert.execute(params![
            nr,
            position,
            made.id,
            made.rejected_by,
            made.confirmed_by,
            json(&made.corrected)?,
            claim.effect.as_str(),
            count(claim.count.low),
            claim.count.high.map(count),
            claim.count.basis.as_str(),
            listed(&claim.categories, |category| category.as_str()),
            claim.scope.as_str(),
            claim.modality.as_str(),
            claim.cause.as_str(),
            claim.relation.kind.as_str(),
            claim.event,
            claim.when.from.map(|day| day.to_string()),
            claim.when.to.map(|day| day.to_string()),
            place.map(|place| &place.name),
            place.and_then(|place| place.country.as_ref()),
            listed(&claim.means, |means| means.as_str()),
            claim.actors.perpetrator,
            claim.claimant,
            nearest.map(|claimant| String::from(claimant.affiliation.clone())),
            json(claim)?,
        ])?;
    }
    Ok(())
}

fn listed<T: Copy>(list: &[T], name: impl Fn(T) -> &'static str) -> String {
    let names: Vec<&str> = list.iter().map(|value| name(*value)).collect();
    names.join(",")
}

/// Hands over the readings of one report, or of all, in the order of adding.
pub(crate) fn each(
    db: &Connection,
    report: Option<&str>,
    mut take: impl FnMut(MadeReading) -> Result<(), What>,
) -> Result<(), What> {
    let sql = match report {
        Some(_) => {
            "SELECT nr, reader, unread, claims, claim_count, signature, hash \
             FROM made_reading JOIN kept_report USING (nr) WHERE report = ?1 ORDER BY nr"
        }
        None => {
            "SELECT nr, reader, unread, claims, claim_count, signature, hash \
             FROM made_reading WHERE ?1 IS NULL ORDER BY nr"
        }
    };
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([report])?;
    while let Some(row) = rows.next()? {
        take(from_row(row)?)?;
    }
    Ok(())
}

/// Returns the reading of one version of a report.
pub(crate) fn by_nr(db: &Connection, nr: i64) -> Result<Option<MadeReading>, What> {
    Ok(db
        .prepare_cached(
            "SELECT nr, reader, unread, claims, claim_count, signature, hash \
             FROM made_reading WHERE nr = ?1",
        )?
        .query_row([nr], from_row)
        .optional()?)
}

/// Returns the claims of a version of a report with the decisions applied, in the order of reading.
pub(crate) fn made_claims(db: &Connection, nr: i64) -> Result<Vec<Claim>, What> {
    let mut query =
        db.prepare_cached("SELECT claim FROM made_claim WHERE nr = ?1 ORDER BY position")?;
    let mut rows = query.query([nr])?;
    let mut claims = Vec::new();
    while let Some(row) = rows.next()? {
        let json: String = row.get(0)?;
        claims.push(parse(&json, || format!("a claim of report number {nr}"))?);
    }
    Ok(claims)
}

/// Returns how many versions of reports that stand were read by another reader than `reader`.
pub(crate) fn by_other_readers(db: &Connection, reader: &str) -> Result<u64, What> {
    let count: i64 = db
        .prepare_cached(
            "SELECT count(*) FROM made_report JOIN made_reading USING (nr) \
             WHERE rejected_by IS NULL AND reader <> ?1",
        )?
        .query_row([reader], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<MadeReading> {
    Ok(MadeReading {
        nr: row.get(0)?,
        reader: row.get(1)?,
        unread: row.get(2)?,
        claims: row.get(3)?,
        claim_count: row.get(4)?,
        signature: row.get(5)?,
        hash: row.get(6)?,
    })
}

/// Returns a count as a column holds it: the largest that SQLite knows stands for all above it. The
/// JSON beside it has the count itself.
pub(crate) fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Returns the JSON of what the program itself made, which always has one.
pub(crate) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, What> {
    serde_json::to_string(value).map_err(|_| What::damaged("a value that has no JSON"))
}
