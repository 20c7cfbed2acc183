//! What is made of all reports and decisions together: which version stands, families, incidents.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tollbook_linker::family::Signature;
use tollbook_linker::{Claims, Made};
use tollbook_terms::{Claim, Incident, Party};

use super::readings::{count, json};
use crate::error::What;

/// What the made tables were made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Stamp {
    /// What made them.
    pub(crate) made_by: String,
    /// Number of the last version of a report in them.
    pub(crate) reports: i64,
    /// Hash of the last decision in them.
    pub(crate) decisions: String,
    /// Hash of the parties that the reader knew.
    pub(crate) parties: String,
}

/// A version of a report, with what is needed to tell which version stands.
pub(crate) struct Candidate {
    pub(crate) nr: i64,
    pub(crate) report: String,
    pub(crate) version: i64,
    pub(crate) metadata: String,
    pub(crate) bytes_hash: String,
    pub(crate) text_hash: String,
    pub(crate) added_at: String,
    pub(crate) signature: Signature,
}

/// A report, by the version of it that stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct MadeReport {
    pub(crate) report: String,
    pub(crate) id: String,
    pub(crate) nr: i64,
    pub(crate) first_nr: i64,
    pub(crate) versions: i64,
    pub(crate) rejected_by: Option<String>,
    pub(crate) confirmed_by: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) family: String,
    pub(crate) copies: i64,
}

/// What became of a decision.
pub(crate) struct MadeDecision {
    pub(crate) nr: i64,
    pub(crate) id: String,
    pub(crate) act: &'static str,
    pub(crate) about: &'static str,
    pub(crate) undone_by: Option<String>,
    pub(crate) found: bool,
}

/// Returns what the made tables were made from.
pub(crate) fn stamp(db: &Connection) -> Result<Stamp, What> {
    let mut query = db.prepare_cached("SELECT value FROM made_stamp WHERE name = ?1")?;
    let mut value = |name: &str| -> Result<String, What> {
        let value = query.query_row([name], |row| row.get(0)).optional()?;
        Ok(value.unwrap_or_default())
    };
    Ok(Stamp {
        made_by: value("made_by")?,
        // What is no number is behind every number, and is made again.
        reports: value("reports")?.parse().unwrap_or(-1),
        decisions: value("decisions")?,
        parties: value("parties")?,
    })
}

/// Says what the made tables are made from.
pub(crate) fn set_stamp(db: &Connection, stamp: &Stamp) -> Result<(), What> {
    let mut set =
        db.prepare_cached("INSERT OR REPLACE INTO made_stamp (name, value) VALUES (?1, ?2)")?;
    set.execute(["made_by", &stamp.made_by])?;
    set.execute(["reports", &stamp.reports.to_string()])?;
    set.execute(["decisions", &stamp.decisions])?;
    set.execute(["parties", &stamp.parties])?;
    Ok(())
}

/// Hands over every version of every report, report by report, the first version first.
pub(crate) fn each_candidate(
    db: &Connection,
    mut take: impl FnMut(Candidate) -> Result<(), What>,
) -> Result<(), What> {
    let mut query = db.prepare_cached(
        "SELECT k.nr, k.report, k.version, k.metadata, k.bytes_hash, k.text_hash, k.added_at, d.signature \
         FROM kept_report k JOIN made_reading d USING (nr) ORDER BY k.report, k.version",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let nr = row.get(0)?;
        let signature: Vec<u8> = row.get(7)?;
        take(Candidate {
            nr,
            report: row.get(1)?,
            version: row.get(2)?,
            metadata: row.get(3)?,
            bytes_hash: row.get(4)?,
            text_hash: row.get(5)?,
            added_at: row.get(6)?,
            signature: Signature::from_bytes(&signature)
                .ok_or_else(|| What::damaged(format!("the signature of report number {nr}")))?,
        })?;
    }
    Ok(())
}

/// Returns the claims of a version of a report that nobody rejected: short id and claim.
pub(crate) fn standing_claims(db: &Connection, nr: i64) -> Result<Claims, What> {
    let mut query = db.prepare_cached(
        "SELECT id, claim FROM made_claim WHERE nr = ?1 AND rejected_by IS NULL ORDER BY position",
    )?;
    let mut rows = query.query([nr])?;
    let mut claims = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let json = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        let claim = parse(json, || format!("claim {id}"))?;
        claims.push((id, claim));
    }
    Ok(claims)
}

/// Returns the first claim of a version of a report that nobody rejected.
pub(crate) fn first_standing_claim(db: &Connection, nr: i64) -> Result<Option<Claim>, What> {
    let mut query = db.prepare_cached(
        "SELECT claim FROM made_claim WHERE nr = ?1 AND rejected_by IS NULL \
         ORDER BY position LIMIT 1",
    )?;
    let json: Option<String> = query.query_row([nr], |row| row.get(0)).optional()?;
    json.map(|json| parse(&json, || format!("the first claim of report number {nr}")))
        .transpose()
}

/// Returns the corrections of a claim, in the version of its report that stands: field and short id
/// of the decision. `None` where no such claim is there.
pub(crate) fn corrections(
    db: &Connection,
    claim: &str,
) -> Result<Option<Vec<(String, String)>>, What> {
    let corrected: Option<String> = db
        .prepare_cached(
            "SELECT corrected FROM made_claim JOIN made_report USING (nr) WHERE made_claim.id = ?1",
        )?
        .query_row([claim], |row| row.get(0))
        .optional()?;
    match corrected {
        Some(json) => parse(&json, || format!("the corrections of claim {claim}")).map(Some),
        None => Ok(None),
    }
}

/// Takes out everything that is made of all reports together.
pub(crate) fn clear(db: &Connection) -> Result<(), What> {
    db.execute_batch(
        "DELETE FROM made_report; DELETE FROM made_figure; DELETE FROM made_incident_claim;
         DELETE FROM made_incident; DELETE FROM made_beside; DELETE FROM made_decision;
         DELETE FROM made_party;",
    )?;
    Ok(())
}

/// Stores a report by the version of it that stands.
pub(crate) fn put_report(db: &Connection, report: &MadeReport) -> Result<(), What> {
    db.prepare_cached(
        "INSERT INTO made_report (report, id, nr, first_nr, versions, rejected_by, confirmed_by, \
         outlet, title, published, url, language, family, copies) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        report.report,
        report.id,
        report.nr,
        report.first_nr,
        report.versions,
        report.rejected_by,
        report.confirmed_by,
        report.outlet,
        report.title,
        report.published,
        report.url,
        report.language,
        report.family,
        report.copies
    ])?;
    Ok(())
}

/// Stores what is linked, piece by piece as it comes.
pub(crate) struct Store<'a> {
    db: &'a Connection,
    incidents: i64,
    beside: BTreeMap<&'static str, i64>,
}

impl<'a> Store<'a> {
    /// Begins at the first piece.
    pub(crate) fn new(db: &'a Connection) -> Store<'a> {
        Store {
            db,
            incidents: 0,
            beside: BTreeMap::new(),
        }
    }

    /// Stores the next piece.
    pub(crate) fn put(&mut self, piece: &Made) -> Result<(), What> {
        match piece {
            Made::Incident(incident) => {
                self.incidents += 1;
                put_incident(self.db, self.incidents, incident)
            }
            Made::Cumulative(total) => self.put_beside("cumulative", &total.claim, total),
            Made::Background(total) => self.put_beside("background", &total.claim, total),
            Made::Apart(aside) => self.put_beside("apart", &aside.claim, aside),
        }
    }

    fn put_beside(
        &mut self,
        kind: &'static str,
        claim: &str,
        beside: &impl Serialize,
    ) -> Result<(), What> {
        let position = self.beside.entry(kind).or_default();
        *position += 1;
        self.db
            .prepare_cached(
                "INSERT INTO made_beside (kind, position, claim, beside) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![kind, *position, claim, json(beside)?])?;
        Ok(())
    }
}

fn put_incident(db: &Connection, position: i64, incident: &Incident) -> Result<(), What> {
    let mut countries: Vec<&str> = incident
        .places
        .iter()
        .filter_map(|place| place.country.as_deref())
        .collect();
    countries.sort_unstable();
    countries.dedup();
    let places: Vec<&str> = incident
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    db.prepare_cached(
        "INSERT INTO made_incident (position, id, from_day, to_day, places, countries, reports, \
         contested, one_sided, incident) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        position,
        incident.id,
        incident.when.from.map(|day| day.to_string()),
        incident.when.to.map(|day| day.to_string()),
        places.join(" / "),
        countries.join(","),
        count(incident.reports.len() as u64),
        !incident.contested.is_empty(),
        incident.one_sided.clone().map(String::from),
        json(incident)?,
    ])?;
    let mut insert = db.prepare_cached(
        "INSERT OR IGNORE INTO made_incident_claim (place, claim) VALUES (?1, ?2)",
    )?;
    for claim in &incident.claims {
        insert.execute(params![position, claim])?;
    }
    let mut insert = db.prepare_cached(
        "INSERT INTO made_figure (place, position, effect, cause, category, low, best, high, grade, \
         claimants) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for (figure_position, figure) in (1i64..).zip(&incident.figures) {
        let claimants: Vec<&str> = figure
            .said
            .iter()
            .flat_map(|said| &said.claimants)
            .map(|claimant| claimant.text.as_str())
            .collect();
        insert.execute(params![
            position,
            figure_position,
            figure.effect.as_str(),
            figure.cause.as_str(),
            figure.category.map(|category| category.as_str()),
            count(figure.low),
            count(figure.best),
            figure.high.map(count),
            figure.grade.as_str(),
            claimants.join("; "),
        ])?;
    }
    Ok(())
}

/// Returns the position of the incident that holds a claim.
pub(crate) fn incident_of(db: &Connection, claim: &str) -> Result<Option<i64>, What> {
    Ok(db
        .prepare_cached("SELECT place FROM made_incident_claim WHERE claim = ?1")?
        .query_row([claim], |row| row.get(0))
        .optional()?)
}

/// Says which decision confirms the incident at a position.
pub(crate) fn confirm_incident(db: &Connection, position: i64, by: &str) -> Result<(), What> {
    db.prepare_cached("UPDATE made_incident SET confirmed_by = ?2 WHERE position = ?1")?
        .execute(params![position, by])?;
    Ok(())
}

/// Stores what became of a decision.
pub(crate) fn put_decision(db: &Connection, decision: &MadeDecision) -> Result<(), What> {
    db.prepare_cached(
        "INSERT INTO made_decision (nr, id, act, about, undone_by, found) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        decision.nr,
        decision.id,
        decision.act,
        decision.about,
        decision.undone_by,
        decision.found
    ])?;
    Ok(())
}

/// Stores the parties.
pub(crate) fn put_parties(db: &Connection, parties: &[Party]) -> Result<(), What> {
    let mut insert = db.prepare_cached("INSERT INTO made_party (id, party) VALUES (?1, ?2)")?;
    for party in parties {
        insert.execute([&party.id, &json(party)?])?;
    }
    Ok(())
}

/// Hands over everything that is linked, piece by piece, those of each kind in their order.
pub(crate) fn each(db: &Connection, mut take: impl FnMut(Made)) -> Result<(), What> {
    each_incident(db, None, |incident, _| {
        take(Made::Incident(incident));
        Ok(true)
    })?;
    each_beside(db, "cumulative", |total| take(Made::Cumulative(total)))?;
    each_beside(db, "background", |total| take(Made::Background(total)))?;
    each_beside(db, "apart", |aside| take(Made::Apart(aside)))
}

fn each_beside<T: DeserializeOwned>(
    db: &Connection,
    kind: &str,
    mut take: impl FnMut(T),
) -> Result<(), What> {
    let mut query =
        db.prepare_cached("SELECT beside FROM made_beside WHERE kind = ?1 ORDER BY position")?;
    let mut rows = query.query([kind])?;
    while let Some(row) = rows.next()? {
        let json = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        take(parse(json, || {
            format!("what stands beside the incidents: {kind}")
        })?);
    }
    Ok(())
}

/// Hands over the incidents, or those with these ids, in the order of adding, with the decision that
/// confirms each, until `take` returns false.
pub(crate) fn each_incident(
    db: &Connection,
    ids: Option<&BTreeSet<String>>,
    mut take: impl FnMut(Incident, Option<String>) -> Result<bool, What>,
) -> Result<(), What> {
    let mut query = db
        .prepare_cached("SELECT id, incident, confirmed_by FROM made_incident ORDER BY position")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        if ids.is_some_and(|ids| !ids.contains(&id)) {
            continue;
        }
        let json = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        if !take(parse(json, || format!("incident {id}"))?, row.get(2)?)? {
            break;
        }
    }
    Ok(())
}

/// Reads the JSON that the program itself wrote; `at` says where it stands.
pub(crate) fn parse<T: DeserializeOwned>(json: &str, at: impl Fn() -> String) -> Result<T, What> {
    serde_json::from_str(json).map_err(|_| What::damaged(at()))
}
