//! Queries of what a book shows.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::linked::parse;
use crate::error::What;
use crate::rows::{ClaimFilter, ClaimRow, Found, Piece, ReportFilter, ReportRow};

/// Words about the ones that were found, in an excerpt.
const EXCERPT_WORDS: u32 = 24;
/// Stand before and after found words in what the index hands over: characters that no text may use.
const MARKS: [char; 2] = ['\u{fdd0}', '\u{fdd1}'];

/// Something that an id may mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meant {
    /// A report, by its own id and its short id.
    Report(String, String),
    /// A claim, by its short id.
    Claim(String),
    /// An incident, by its short id.
    Incident(String),
    /// A decision, by its short id.
    Decision(String),
}

impl Meant {
    /// Returns the short id.
    pub(crate) fn id(&self) -> &str {
        match self {
            Meant::Report(_, id) | Meant::Claim(id) | Meant::Incident(id) | Meant::Decision(id) => {
                id
            }
        }
    }

    /// Returns what it is, with an article.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Meant::Report(..) => "a report",
            Meant::Claim(_) => "a claim",
            Meant::Incident(_) => "an incident",
            Meant::Decision(_) => "a decision",
        }
    }
}

/// Returns what an id may mean, at most `most` things: the report with just this id, else whatever
/// has a short id that begins like this, or the decision with this hash.
pub(crate) fn meant(db: &Connection, id: &str, most: u32) -> Result<Vec<Meant>, What> {
    let own: Option<String> = db
        .prepare_cached("SELECT id FROM made_report WHERE report = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    if let Some(short) = own {
        return Ok(vec![Meant::Report(id.to_owned(), short)]);
    }
    let start = id.to_ascii_lowercase();
    let end = format!("{start}\u{10ffff}");
    let mut meant = Vec::new();
    let mut query = db.prepare_cached(
        "SELECT 'r' AS kind, id, report FROM made_report WHERE id BETWEEN ?1 AND ?2 \
         UNION SELECT 'c', id, NULL FROM made_claim WHERE id BETWEEN ?1 AND ?2 \
         UNION SELECT 'i', id, NULL FROM made_incident WHERE id BETWEEN ?1 AND ?2 \
         UNION SELECT 'd', id, NULL FROM made_decision WHERE id BETWEEN ?1 AND ?2 \
         UNION SELECT 'd', m.id, NULL FROM kept_decision k JOIN made_decision m USING (nr) WHERE k.hash = ?1 \
         ORDER BY 2, 3 LIMIT ?3",
    )?;
    let mut rows = query.query(params![start, end, most])?;
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        let id: String = row.get(1)?;
        meant.push(match kind.as_str() {
            "r" => Meant::Report(row.get(2)?, id),
            "c" => Meant::Claim(id),
            "i" => Meant::Incident(id),
            _ => Meant::Decision(id),
        });
    }
    Ok(meant)
}

/// Hands over the reports in the order of adding, until `take` returns false.
pub(crate) fn each_report(
    db: &Connection,
    filter: &ReportFilter,
    mut take: impl FnMut(ReportRow) -> Result<bool, What>,
) -> Result<(), What> {
    let sql = format!(
        "SELECT {REPORT_COLUMNS} FROM {REPORT_TABLES} \
         WHERE (?1 IS NULL OR r.outlet = ?1) AND (NOT ?2 OR d.unread IS NOT NULL) \
         AND (?3 OR r.rejected_by IS NULL) ORDER BY r.first_nr"
    );
    let mut query = db.prepare_cached(&sql)?;
    let mut rows = query.query(params![filter.outlet, filter.unread, filter.rejected])?;
    while let Some(row) = rows.next()? {
        if !take(report_from(row)?)? {
            break;
        }
    }
    Ok(())
}

/// Returns a report by its own id.
pub(crate) fn report(db: &Connection, report: &str) -> Result<Option<ReportRow>, What> {
    let sql = format!("SELECT {REPORT_COLUMNS} FROM {REPORT_TABLES} WHERE r.report = ?1");
    Ok(db
        .prepare_cached(&sql)?
        .query_row([report], report_from)
        .optional()?)
}

/// Returns the short ids of the reports of one text, in the order of adding.
pub(crate) fn family(db: &Connection, family: &str) -> Result<Vec<String>, What> {
    let mut query =
        db.prepare_cached("SELECT id FROM made_report WHERE family = ?1 ORDER BY first_nr")?;
    let ids = query.query_map([family], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

const REPORT_TABLES: &str =
    "made_report r JOIN kept_report k USING (nr) JOIN made_reading d USING (nr)";

const REPORT_COLUMNS: &str = "r.id, r.report, k.version, r.versions, r.outlet, r.title, r.published, \
     r.url, r.language, k.added_at, d.reader, d.unread, d.claim_count, r.rejected_by, r.confirmed_by, \
     r.family, r.copies";

fn report_from(row: &Row<'_>) -> rusqlite::Result<ReportRow> {
    let unsigned = |at: usize| row.get(at).map(i64::unsigned_abs);
    Ok(ReportRow {
        id: row.get(0)?,
        report: row.get(1)?,
        version: row.get(2)?,
        versions: row.get(3)?,
        outlet: row.get(4)?,
        title: row.get(5)?,
        published: row.get(6)?,
        url: row.get(7)?,
        language: row.get(8)?,
        added_at: row.get(9)?,
        reader: row.get(10)?,
        unread: row.get(11)?,
        claims: unsigned(12)?,
        rejected_by: row.get(13)?,
        confirmed_by: row.get(14)?,
        family: row.get(15)?,
        copies: unsigned(16)?,
    })
}

const CLAIM_COLUMNS: &str = "c.id, k.report, r.id, r.outlet, r.published, c.claim, \
     (SELECT i.id FROM made_incident_claim m JOIN made_incident i ON i.position = m.place \
      WHERE m.claim = c.id), \
     c.nr <> r.nr, coalesce(c.rejected_by, r.rejected_by), c.confirmed_by, c.corrected";

const CLAIM_TABLES: &str =
    "made_claim c JOIN kept_report k USING (nr) JOIN made_report r ON r.report = k.report";

/// Hands over the claims of the versions that stand, in the order of adding and of reading, until
/// `take` returns false.
pub(crate) fn each_claim(
    db: &Connection,
    filter: &ClaimFilter,
    mut take: impl FnMut(ClaimRow) -> Result<bool, What>,
) -> Result<(), What> {
    let sql = format!(
        "SELECT {CLAIM_COLUMNS} FROM made_report r JOIN made_claim c USING (nr) JOIN kept_report k USING (nr) \
         WHERE (?1 IS NULL OR ?1 IN (r.report, r.id)) AND (?2 IS NULL OR r.outlet = ?2) \
         AND (?3 IS NULL OR c.effect = ?3) AND (?4 IS NULL OR c.perpetrator = ?4) \
         AND (?5 IS NULL OR coalesce(c.to_day, c.from_day) >= ?5) \
         AND (?6 IS NULL OR coalesce(c.from_day, c.to_day) <= ?6) \
         AND (?7 OR coalesce(c.rejected_by, r.rejected_by) IS NULL) ORDER BY r.first_nr, c.position"
    );
    let mut query = db.prepare_cached(&sql)?;
    let mut rows = query.query(params![
        filter.report,
        filter.outlet,
        filter.effect.map(|effect| effect.as_str()),
        filter.party,
        filter.since.map(|day| day.to_string()),
        filter.until.map(|day| day.to_string()),
        filter.rejected,
    ])?;
    let place = filter.place.as_ref().map(|place| place.to_lowercase());
    while let Some(row) = rows.next()? {
        let row = claim_from(row)?;
        let has_category = filter
            .category
            .is_none_or(|category| row.claim.categories.contains(&category));
        let is_there = place.as_ref().is_none_or(|wanted| {
            row.claim.place.as_ref().is_some_and(|place| {
                let country = place.country.as_deref().unwrap_or_default();
                place.name.to_lowercase().contains(wanted) || country.eq_ignore_ascii_case(wanted)
            })
        });
        if has_category && is_there && !take(row)? {
            break;
        }
    }
    Ok(())
}

/// Returns a claim by its short id: that of the version that stands, else of the newest.
pub(crate) fn claim(db: &Connection, id: &str) -> Result<Option<(i64, ClaimRow)>, What> {
    let sql = format!(
        "SELECT {CLAIM_COLUMNS}, c.nr FROM {CLAIM_TABLES} WHERE c.id = ?1 ORDER BY c.nr = r.nr DESC, c.nr DESC"
    );
    let mut query = db.prepare_cached(&sql)?;
    let mut rows = query.query([id])?;
    match rows.next()? {
        Some(row) => Ok(Some((row.get(11)?, claim_from(row)?))),
        None => Ok(None),
    }
}

/// Returns the short ids of the claims of the version of a report, in the order of reading.
pub(crate) fn claim_ids(db: &Connection, nr: i64) -> Result<Vec<String>, What> {
    let mut query =
        db.prepare_cached("SELECT id FROM made_claim WHERE nr = ?1 ORDER BY position")?;
    let ids = query.query_map([nr], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

fn claim_from(row: &Row<'_>) -> Result<ClaimRow, What> {
    let id: String = row.get(0)?;
    let claim: String = row.get(5)?;
    let corrected: String = row.get(10)?;
    Ok(ClaimRow {
        claim: parse(&claim, || format!("claim {id}"))?,
        corrected: parse(&corrected, || format!("the corrections of claim {id}"))?,
        id,
        report: row.get(1)?,
        report_id: row.get(2)?,
        outlet: row.get(3)?,
        published: row.get(4)?,
        incident: row.get(6)?,
        older: row.get(7)?,
        rejected_by: row.get(8)?,
        confirmed_by: row.get(9)?,
    })
}

/// What became of a decision: the short id of the one that undoes it, and whether what it is about
/// is there.
pub(crate) struct Became {
    pub(crate) undone_by: Option<String>,
    pub(crate) found: bool,
}

/// Returns what became of the decision at a place of the chain.
pub(crate) fn became(db: &Connection, nr: i64) -> Result<Option<Became>, What> {
    let mut query =
        db.prepare_cached("SELECT undone_by, found FROM made_decision WHERE nr = ?1")?;
    Ok(query
        .query_row([nr], |row| {
            Ok(Became {
                undone_by: row.get(0)?,
                found: row.get(1)?,
            })
        })
        .optional()?)
}

/// Returns an incident's JSON by its short id, and the decision that confirms it.
pub(crate) fn incident(
    db: &Connection,
    id: &str,
) -> Result<Option<(String, Option<String>)>, What> {
    let mut query =
        db.prepare_cached("SELECT incident, confirmed_by FROM made_incident WHERE id = ?1")?;
    Ok(query
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Returns how many of the versions that a run of `add` brought stand in a family with others.
pub(crate) fn copies_of(db: &Connection, addition: i64) -> Result<u64, What> {
    let count: i64 = db
        .prepare_cached(
            "SELECT count(*) FROM made_report JOIN kept_report USING (nr) WHERE addition = ?1 AND copies > 1",
        )?
        .query_row([addition], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Returns how many reports stand, and how many of them were not read, by the reason why.
pub(crate) fn unread(db: &Connection) -> Result<(u64, BTreeMap<String, u64>), What> {
    let mut query = db.prepare_cached(
        "SELECT d.unread, count(*) FROM made_report r JOIN made_reading d USING (nr) \
         WHERE r.rejected_by IS NULL GROUP BY d.unread",
    )?;
    let mut rows = query.query([])?;
    let mut reports = 0;
    let mut unread = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let count = row.get(1).map(i64::unsigned_abs)?;
        reports += count;
        if let Some(reason) = row.get::<_, Option<String>>(0)? {
            unread.insert(reason, count);
        }
    }
    Ok((reports, unread))
}

/// Hands over the reports in which an expression of the index is found, the best first.
pub(crate) fn search(db: &Connection, expression: &str, limit: u32) -> Result<Vec<Found>, What> {
    let sql = format!(
        "SELECT {REPORT_COLUMNS}, snippet(made_search, 1, ?2, ?3, '…', ?4) \
         FROM made_search s JOIN made_report r ON r.nr = s.rowid JOIN kept_report k ON k.nr = r.nr \
         JOIN made_reading d ON d.nr = r.nr WHERE made_search MATCH ?1 ORDER BY s.rank, r.first_nr LIMIT ?5"
    );
    let mut query = db.prepare_cached(&sql)?;
    let [before, after] = MARKS.map(String::from);
    let mut rows = query.query(params![expression, before, after, EXCERPT_WORDS, limit])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let excerpt: String = row.get(17)?;
        found.push(Found {
            row: report_from(row)?,
            excerpt: pieces(&excerpt),
        });
    }
    Ok(found)
}

fn pieces(excerpt: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut found = false;
    for text in excerpt.split(MARKS) {
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                found,
            });
        }
        found = !found;
    }
    pieces
}
