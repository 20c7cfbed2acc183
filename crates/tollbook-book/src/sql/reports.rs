//! Kept reports: every version of every report, appended and never changed.

use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::{Map, Value};
use tollbook_terms::{Hash, Report, short_id};

use crate::error::What;
use crate::pack::{pack, unpack};

/// One version of a report, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Place in the order of adding, from 1.
    pub(crate) nr: i64,
    pub(crate) report: String,
    /// From 1.
    pub(crate) version: u32,
    bytes: Vec<u8>,
    text: Option<Vec<u8>>,
    metadata: String,
    pub(crate) source: String,
    pub(crate) bytes_hash: String,
    pub(crate) text_hash: String,
    pub(crate) title_hash: Option<String>,
    content_hash: String,
    pub(crate) added_at: String,
    pub(crate) addition: i64,
    /// Hash of the row, chained to the row before it.
    pub(crate) row_hash: String,
}

impl Kept {
    /// Returns a version that is ready to be appended, once its place is known.
    pub(crate) fn new(
        report: &Report,
        bytes: &[u8],
        source: &str,
        added_at: &str,
    ) -> Result<Kept, What> {
        let same = report.text.as_bytes() == bytes;
        let metadata = metadata(report)?;
        let packed = pack(bytes)?;
        let text = if same {
            None
        } else {
            Some(pack(report.text.as_bytes())?)
        };
        Ok(Kept {
            nr: 0,
            report: report.id.clone(),
            version: 0,
            content_hash: content_hash(&packed, text.as_deref(), &metadata, source),
            bytes: packed,
            text,
            metadata,
            source: source.to_owned(),
            bytes_hash: Hash::of(bytes).to_string(),
            text_hash: Hash::of(report.text.as_bytes()).to_string(),
            title_hash: report
                .title
                .as_ref()
                .map(|title| Hash::of(title.as_bytes()).to_string()),
            added_at: added_at.to_owned(),
            addition: 0,
            row_hash: String::new(),
        })
    }

    /// Returns the raw bytes.
    ///
    /// # Errors
    /// Where what is stored is damaged.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, What> {
        unpack(&self.bytes, || self.place("its bytes"))
    }

    /// Returns the report as it was decoded.
    ///
    /// # Errors
    /// Where what is stored is damaged.
    pub(crate) fn decoded(&self) -> Result<Report, What> {
        let text = match &self.text {
            Some(text) => unpack(text, || self.place("its text"))?,
            None => self.bytes()?,
        };
        let text = String::from_utf8(text).map_err(|_| What::damaged(self.place("its text")))?;
        let mut fields: Map<String, Value> = serde_json::from_str(&self.metadata)
            .map_err(|_| What::damaged(self.place("its metadata")))?;
        fields.insert("id".into(), self.report.clone().into());
        fields.insert("text".into(), text.into());
        serde_json::from_value(fields.into()).map_err(|_| What::damaged(self.place("its metadata")))
    }

    /// Returns whether another version says the same: the same bytes, decoded and described alike.
    pub(crate) fn says_the_same(&self, other: &Kept) -> bool {
        self.bytes_hash == other.bytes_hash
            && self.text_hash == other.text_hash
            && self.metadata == other.metadata
    }

    /// Returns what is wrong with the row, which stands after the one with the hash `previous`; empty
    /// where it is sound.
    pub(crate) fn faults(&self, previous: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let content = content_hash(
            &self.bytes,
            self.text.as_deref(),
            &self.metadata,
            &self.source,
        );
        if content != self.content_hash {
            faults.push("its bytes, text, metadata or source are not those that were added".into());
        }
        if self.due_hash(previous) != self.row_hash {
            faults.push("its row, or the one before it, is not the one that was added".into());
        }
        match self.bytes() {
            Ok(bytes) if Hash::of(&bytes).to_string() == self.bytes_hash => {}
            Ok(_) => faults.push("its bytes do not have their hash".into()),
            Err(what) => faults.push(what.to_string()),
        }
        match self.decoded() {
            Ok(report) => {
                if Hash::of(report.text.as_bytes()).to_string() != self.text_hash {
                    faults.push("its text does not have its hash".into());
                }
                let title = report
                    .title
                    .map(|title| Hash::of(title.as_bytes()).to_string());
                if title != self.title_hash {
                    faults.push("its title does not have its hash".into());
                }
            }
            Err(what) => faults.push(what.to_string()),
        }
        faults
    }

    /// Returns the hash of the row, chained to the row before it. The contents are in it by
    /// `content_hash` alone: they can be taken out one day (a name that must not be kept) without
    /// unsettling the chain.
    fn due_hash(&self, previous: &str) -> String {
        Hash::of_fields(&[
            previous.as_bytes(),
            &self.nr.to_be_bytes(),
            self.report.as_bytes(),
            &self.version.to_be_bytes(),
            self.bytes_hash.as_bytes(),
            self.text_hash.as_bytes(),
            self.title_hash.as_deref().unwrap_or_default().as_bytes(),
            self.content_hash.as_bytes(),
            self.added_at.as_bytes(),
            &self.addition.to_be_bytes(),
        ])
        .to_string()
    }

    fn place(&self, part: &str) -> String {
        format!("version {} of report {}: {part}", self.version, self.report)
    }
}

fn metadata(report: &Report) -> Result<String, What> {
    let unwritten = |_| What::damaged("a report that cannot be written as JSON");
    let bare = Report {
        text: String::new(),
        ..report.clone()
    };
    let mut fields = match serde_json::to_value(bare).map_err(unwritten)? {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    fields.shift_remove("id");
    fields.shift_remove("text");
    serde_json::to_string(&fields).map_err(unwritten)
}

fn content_hash(bytes: &[u8], text: Option<&[u8]>, metadata: &str, source: &str) -> String {
    let has_text: &[u8] = if text.is_some() { b"text" } else { b"bytes" };
    Hash::of_fields(&[
        bytes,
        has_text,
        text.unwrap_or_default(),
        metadata.as_bytes(),
        source.as_bytes(),
    ])
    .to_string()
}

const COLUMNS: &str = "nr, report, version, bytes, text, metadata, source, bytes_hash, text_hash, \
                       title_hash, content_hash, added_at, addition, row_hash";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        nr: row.get(0)?,
        report: row.get(1)?,
        version: row.get(2)?,
        bytes: row.get(3)?,
        text: row.get(4)?,
        metadata: row.get(5)?,
        source: row.get(6)?,
        bytes_hash: row.get(7)?,
        text_hash: row.get(8)?,
        title_hash: row.get(9)?,
        content_hash: row.get(10)?,
        added_at: row.get(11)?,
        addition: row.get(12)?,
        row_hash: row.get(13)?,
    })
}

/// Returns the short id of the report with this id.
pub(crate) fn id_of(report: &str) -> String {
    short_id('r', &Hash::of(report.as_bytes()))
}

/// Appends a version; its number and its place in the order of adding are set here.
pub(crate) fn append(db: &Connection, kept: &mut Kept, addition: i64) -> Result<(), What> {
    kept.nr = last_nr(db)? + 1;
    kept.version = db
        .prepare_cached("SELECT coalesce(max(version), 0) + 1 FROM kept_report WHERE report = ?1")?
        .query_row([&kept.report], |row| row.get(0))?;
    kept.addition = addition;
    kept.row_hash = kept.due_hash(&head(db)?);
    copy(db, kept)
}

/// Appends a version just as it stands in another book.
pub(crate) fn copy(db: &Connection, kept: &Kept) -> Result<(), What> {
    db.prepare_cached(
        "INSERT INTO kept_report (nr, report, version, bytes, text, metadata, source, bytes_hash, \
         text_hash, title_hash, content_hash, added_at, addition, row_hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute((
        kept.nr,
        &kept.report,
        kept.version,
        &kept.bytes,
        &kept.text,
        &kept.metadata,
        &kept.source,
        &kept.bytes_hash,
        &kept.text_hash,
        &kept.title_hash,
        &kept.content_hash,
        &kept.added_at,
        kept.addition,
        &kept.row_hash,
    ))?;
    Ok(())
}

/// Returns the hash of the last row; zeros where there is none.
pub(crate) fn head(db: &Connection) -> Result<String, What> {
    let last = db
        .prepare_cached("SELECT row_hash FROM kept_report ORDER BY nr DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or_else(no_row))
}

/// Returns what the chain of rows starts from.
pub(crate) fn no_row() -> String {
    Hash([0; 32]).to_string()
}

/// Returns the number of the last version that was added to the book; 0 where there is none.
pub(crate) fn last_nr(db: &Connection) -> Result<i64, What> {
    Ok(db
        .prepare_cached("SELECT coalesce(max(nr), 0) FROM kept_report")?
        .query_row([], |row| row.get(0))?)
}

/// Returns the number of the last run of `add`; 0 where there was none.
pub(crate) fn last_addition(db: &Connection) -> Result<i64, What> {
    Ok(db
        .prepare_cached("SELECT coalesce(max(addition), 0) FROM kept_report")?
        .query_row([], |row| row.get(0))?)
}

/// Returns every version of one report, the first one first.
pub(crate) fn versions(db: &Connection, report: &str) -> Result<Vec<Kept>, What> {
    let sql = format!("SELECT {COLUMNS} FROM kept_report WHERE report = ?1 ORDER BY version");
    let mut query = db.prepare_cached(&sql)?;
    let rows = query.query_map([report], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Returns one version by its place in the order of adding.
pub(crate) fn by_nr(db: &Connection, nr: i64) -> Result<Option<Kept>, What> {
    let sql = format!("SELECT {COLUMNS} FROM kept_report WHERE nr = ?1");
    Ok(db
        .prepare_cached(&sql)?
        .query_row([nr], from_row)
        .optional()?)
}

/// Hands over every version in the order of adding. A row that cannot be taken apart is an error
/// of its own, so that the ones after it are still seen.
pub(crate) fn each(
    db: &Connection,
    mut take: impl FnMut(Result<Kept, What>) -> Result<(), What>,
) -> Result<(), What> {
    let sql = format!("SELECT {COLUMNS} FROM kept_report ORDER BY nr");
    let mut query = db.prepare_cached(&sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        take(from_row(row).map_err(What::from))?;
    }
    Ok(())
}
