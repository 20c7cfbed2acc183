//! Tables row by row, to hold one book's derived tables against another's.

use std::cmp::Ordering;

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::error::What;

/// The derived tables, and how many columns their key has; the key's columns come first.
///
/// The index of words is not among them: it is checked against its table by the index itself.
const MADE: &[(&str, usize)] = &[
    ("made_beside", 2),
    ("made_claim", 2),
    ("made_decision", 1),
    ("made_figure", 2),
    ("made_incident", 1),
    ("made_incident_claim", 2),
    ("made_party", 1),
    ("made_reading", 1),
    ("made_report", 1),
    ("made_stamp", 1),
    ("made_text", 1),
];

/// Hands over every derived row as one line, table by table, sorted by the key.
pub(crate) fn each_line(
    db: &Connection,
    mut take: impl FnMut(String) -> Result<(), What>,
) -> Result<(), What> {
    for (table, key) in MADE {
        let mut query = db.prepare(&select(table, *key))?;
        let width = query.column_count();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let values: Vec<Value> = (0..width).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            take(format!("{table} {values:?}"))?;
        }
    }
    Ok(())
}

/// Hands over the table and the key of every row that is not the same in both books.
pub(crate) fn each_difference(
    one: &Connection,
    other: &Connection,
    mut take: impl FnMut(&str, &str) -> Result<(), What>,
) -> Result<(), What> {
    for (table, key) in MADE {
        let (mut one, mut other) = (
            one.prepare(&select(table, *key))?,
            other.prepare(&select(table, *key))?,
        );
        let width = one.column_count();
        let (mut one, mut other) = (one.query([])?, other.query([])?);
        let mut next_one = next(&mut one, width)?;
        let mut next_other = next(&mut other, width)?;
        loop {
            let order = match (&next_one, &next_other) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => compare(&a[..*key], &b[..*key]),
            };
            if order != Ordering::Equal || next_one != next_other {
                let row = if order == Ordering::Greater {
                    &next_other
                } else {
                    &next_one
                };
                let key: Vec<String> = row.iter().flatten().take(*key).map(shown).collect();
                take(table, &key.join(" "))?;
            }
            if order != Ordering::Greater {
                next_one = next(&mut one, width)?;
            }
            if order != Ordering::Less {
                next_other = next(&mut other, width)?;
            }
        }
    }
    Ok(())
}

/// Hands over the name of every table, index, trigger and view that is not the same in both books.
pub(crate) fn each_schema_difference(
    one: &Connection,
    other: &Connection,
    mut take: impl FnMut(&str) -> Result<(), What>,
) -> Result<(), What> {
    let schema = |db: &Connection| -> Result<Vec<[Option<String>; 4]>, What> {
        let mut query =
            db.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema ORDER BY name")?;
        let rows = query.query_map([], |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let (one, other) = (schema(one)?, schema(other)?);
    for entry in one.iter().filter(|entry| !other.contains(entry)) {
        take(entry[0].as_deref().unwrap_or("?"))?;
    }
    for entry in other.iter().filter(|entry| !one.contains(entry)) {
        take(entry[0].as_deref().unwrap_or("?"))?;
    }
    Ok(())
}

/// Asks SQLite whether the pages and the indexes of the file are sound.
pub(crate) fn each_fault_of_file(
    db: &Connection,
    mut take: impl FnMut(String) -> Result<(), What>,
) -> Result<(), What> {
    let mut query = db.prepare("PRAGMA integrity_check")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let line: String = row.get(0)?;
        if line != "ok" {
            take(line)?;
        }
    }
    Ok(())
}

/// Asks the index of words whether it is that of the words.
///
/// # Errors
/// Where it is not.
pub(crate) fn check_words(db: &Connection) -> Result<(), What> {
    db.execute(
        "INSERT INTO made_search (made_search, rank) VALUES ('integrity-check', 1)",
        [],
    )?;
    Ok(())
}

fn select(table: &str, key: usize) -> String {
    let columns: Vec<String> = (1..=key).map(|at| at.to_string()).collect();
    format!("SELECT * FROM {table} ORDER BY {}", columns.join(", "))
}

fn next(rows: &mut rusqlite::Rows<'_>, width: usize) -> Result<Option<Vec<Value>>, What> {
    match rows.next()? {
        Some(row) => Ok(Some(
            (0..width).map(|at| row.get(at)).collect::<Result<_, _>>()?,
        )),
        None => Ok(None),
    }
}

/// Compares keys as SQLite sorts them: numbers before texts, texts by their bytes.
fn compare(a: &[Value], b: &[Value]) -> Ordering {
    let order = a.iter().zip(b).map(|(a, b)| match (a, b) {
        (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
        (Value::Text(a), Value::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
        (Value::Integer(_), _) => Ordering::Less,
        (_, Value::Integer(_)) => Ordering::Greater,
        _ => Ordering::Equal,
    });
    order.fold(Ordering::Equal, Ordering::then)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        _ => String::from("?"),
    }
}
