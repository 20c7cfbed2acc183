//! Whatever is changed in a stored report, quote, claim or decision is found.

use std::fs;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde_json::json;
use tollbook_book::{Book, Request};

use crate::toy::{Desk, TOY, at, desk, incoming, on};

/// A book that has something in every table.
fn full() -> Desk {
    let desk = desk();
    let mut marked = incoming(
        "b",
        "3 killed in Marrow on 2031-03-05. The Bərdə road is shut.",
    );
    marked.bytes.splice(0..0, *b"\xef\xbb\xbf");
    marked.report.title = Some("A bridge falls".into());
    marked.report.url = Some("https://harbour.example/7".into());
    let mut french = incoming("c", "Rien.");
    french.report.language = Some("fr".into());
    desk.book.add(
        [
            Ok(incoming(
                "a",
                "5 killed in Torvale on 2031-03-02. 12 injured in Torvale on 2031-03-02.",
            )),
            Ok(marked),
            Ok(french),
        ],
        at(0),
        &mut on,
    );
    desk.add(&[(
        "a",
        "6 killed in Torvale on 2031-03-02. 12 injured in Torvale on 2031-03-02.",
    )]);
    let claim = desk.claims()[0].id.clone();
    let incident = desk.claims()[1].incident.clone().unwrap();
    desk.decide(Request::Correct {
        id: claim.clone(),
        field: "effect".into(),
        value: json!("injured"),
    })
    .unwrap();
    let rejected = desk.decide(Request::Reject { id: claim }).unwrap();
    desk.decide(Request::Undo { id: rejected.id }).unwrap();
    desk.decide(Request::Confirm { id: incident }).unwrap();
    let party = tollbook_terms::Party {
        id: "velmora".into(),
        names: vec!["Velmora".into()],
        ..Default::default()
    };
    desk.decide(Request::SetParty(party)).unwrap();
    desk.toll();
    desk.assert_sound();
    desk
}

/// Runs statements behind the book's back, with nothing that keeps them from changing it.
fn tamper(desk: &Desk, change: impl FnOnce(&Connection)) {
    let db = Connection::open(&desk.path).unwrap();
    db.pragma_update(None, "foreign_keys", "OFF").unwrap();
    let triggers: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    change(&db);
    for (_, sql) in &triggers {
        db.execute_batch(sql).unwrap();
    }
}

fn has_problems(desk: &Desk) -> bool {
    match desk.book.verify(&mut on) {
        Ok(verified) => !verified.problems.is_empty(),
        Err(_) => true,
    }
}

#[test]
fn a_changed_byte_is_found_in_every_column_of_every_row() {
    let desk = full();
    let mut changed = 0;
    for (table, key) in [
        ("kept_report", 1),
        ("kept_decision", 1),
        ("made_reading", 1),
        ("made_claim", 2),
        ("made_text", 1),
        ("made_report", 1),
        ("made_incident", 1),
        ("made_incident_claim", 2),
        ("made_figure", 2),
        ("made_decision", 1),
        ("made_party", 1),
    ] {
        let (columns, rows) = rows(&desk, table);
        assert!(!rows.is_empty(), "{table} is empty: it tests nothing");
        let keys: Vec<String> = (0..key)
            .map(|at| format!("{} = ?{}", columns[at], at + 2))
            .collect();
        let keys = keys.join(" AND ");
        // The first and the last row stand for those between them.
        for row in rows.iter().take(1).chain(rows.iter().skip(1).last()) {
            for (at, column) in columns.iter().enumerate() {
                let Some(wrong) = flipped(&row[at]) else {
                    continue;
                };
                let mut wrong_row = row.clone();
                wrong_row[at] = wrong;
                let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {keys}");
                let set = |from: &[Value], to: &[Value]| {
                    let values = std::iter::once(&to[at]).chain(&from[..key]);
                    tamper(&desk, |db| {
                        assert_eq!(db.execute(&sql, params_from_iter(values)).unwrap(), 1);
                    });
                };
                set(row, &wrong_row);
                assert!(
                    has_problems(&desk),
                    "{table}.{column} was changed and nothing was found"
                );
                set(&wrong_row, row);
                changed += 1;
            }
        }
    }
    assert!(changed > 100, "{changed}");
    desk.assert_sound();
}

fn rows(desk: &Desk, table: &str) -> (Vec<String>, Vec<Vec<Value>>) {
    let db = Connection::open(&desk.path).unwrap();
    let mut query = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns: Vec<String> = query.column_names().map(String::from).collect();
    let width = columns.len();
    let rows = query
        .query_map([], |row| (0..width).map(|at| row.get(at)).collect())
        .unwrap();
    (columns, rows.collect::<Result<_, _>>().unwrap())
}

/// Returns the value with one bit of one byte changed.
fn flipped(value: &Value) -> Option<Value> {
    match value {
        Value::Integer(number) => Some(Value::Integer(number ^ 64)),
        Value::Text(text) if !text.is_empty() => {
            let mut bytes = text.clone().into_bytes();
            let middle = (bytes.len() / 2..bytes.len()).find(|at| bytes[*at].is_ascii())?;
            bytes[middle] ^= 16;
            Some(Value::Text(String::from_utf8(bytes).ok()?))
        }
        Value::Blob(bytes) if !bytes.is_empty() => {
            let mut bytes = bytes.clone();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            Some(Value::Blob(bytes))
        }
        _ => None,
    }
}

/// Returns everything that is kept and made, wherever it stands in the file; `None` where SQLite
/// cannot read it. How the index of words lays out its pages is its own affair, and a wrong stamp is
/// put right by whoever meets it.
fn stored(path: &Path) -> Option<Vec<String>> {
    let db = Connection::open(path).ok()?;
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' \
               AND (name LIKE 'kept%' OR name LIKE 'made%') AND name NOT LIKE 'made_search%' AND name <> 'made_stamp'";
    let mut tables = db.prepare(sql).ok()?;
    let tables = tables.query_map([], |row| row.get(0)).ok()?;
    let tables: Vec<String> = tables.collect::<Result<_, _>>().ok()?;
    let mut lines = Vec::new();
    for table in tables {
        let mut query = db.prepare(&format!("SELECT * FROM {table}")).ok()?;
        let width = query.column_count();
        let mut rows = query.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            let values: Result<Vec<Value>, _> = (0..width).map(|at| row.get(at)).collect();
            lines.push(format!("{table} {:?}", values.ok()?));
        }
    }
    Some(lines)
}

#[test]
fn a_changed_byte_of_the_file_is_found_wherever_it_changes_what_is_stored() {
    let desk = full();
    let Desk { folder, path, book } = desk;
    drop(book);
    let whole = fs::read(&path).unwrap();
    let before = stored(&path).unwrap();
    let mut found = 0;
    // A step that meets every part of the pages in turn.
    for place in (0..whole.len()).step_by(257) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(&path, &bytes).unwrap();
        if stored(&path).as_ref() == Some(&before) {
            continue;
        }
        let is_found = match Book::open(&path) {
            Err(_) => true,
            Ok(book) => has_problems(&Desk {
                book: book.reading_by(TOY),
                path: path.clone(),
                folder: tempfile::tempdir().unwrap(),
            }),
        };
        assert!(is_found, "byte {place} was changed and nothing was found");
        found += 1;
    }
    assert!(found > 20, "{found}");
    drop(folder);
}

#[test]
fn kept_rows_can_be_neither_changed_nor_deleted() {
    let desk = full();
    let db = Connection::open(&desk.path).unwrap();
    for sql in [
        "UPDATE kept_report SET source = 'x'",
        "DELETE FROM kept_report",
        "UPDATE kept_decision SET reason = 'x'",
        "DELETE FROM kept_decision",
    ] {
        assert!(db.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn what_is_taken_out_put_in_or_switched_off_is_found() {
    for sql in [
        "DELETE FROM kept_decision WHERE nr = 2",
        "UPDATE kept_decision SET nr = nr + 100 WHERE nr > 2",
        "DELETE FROM kept_report WHERE nr = 2",
        "UPDATE kept_report SET nr = nr + 100 WHERE nr > 2",
        "DELETE FROM made_claim WHERE nr = 1",
        "DELETE FROM made_reading WHERE nr = 1",
        "INSERT INTO made_party VALUES ('ostrand', '{}')",
        "INSERT INTO made_search (made_search) VALUES ('delete-all')",
        "CREATE TRIGGER extra AFTER INSERT ON made_claim BEGIN DELETE FROM made_figure; END",
        "DROP VIEW claim",
        "DROP INDEX made_claim_by_id",
    ] {
        let desk = full();
        tamper(&desk, |db| db.execute_batch(sql).unwrap());
        assert!(has_problems(&desk), "{sql}");
    }
    let desk = full();
    let db = Connection::open(&desk.path).unwrap();
    db.execute_batch("DROP TRIGGER kept_report_is_never_changed")
        .unwrap();
    assert!(has_problems(&desk));
}

#[test]
fn a_cut_tail_shows_against_a_noted_head() {
    let desk = full();
    let noted = desk.book.verify(&mut on).unwrap();
    tamper(&desk, |db| {
        db.execute("DELETE FROM kept_decision WHERE nr = 5", [])
            .unwrap();
    });
    let verified = desk.book.verify(&mut on).unwrap();
    assert_eq!(verified.decisions, noted.decisions - 1);
    assert_ne!(verified.decisions_head, noted.decisions_head);
    assert_eq!(verified.reports_head, noted.reports_head);
}

#[test]
fn a_rebuild_makes_the_same_derived_rows_byte_for_byte() {
    let desk = full();
    let before = desk.dump();
    desk.book.rebuild(&mut on).unwrap();
    let after = desk.dump();
    assert!(before.len() > 20);
    assert_eq!(before, after);
    desk.assert_sound();
}

#[test]
fn a_rebuild_repairs_what_is_derived() {
    let desk = full();
    let before = desk.dump();
    tamper(&desk, |db| {
        db.execute_batch("UPDATE made_claim SET low = 99; DELETE FROM made_incident_claim;")
            .unwrap();
    });
    assert!(has_problems(&desk));
    desk.book.rebuild(&mut on).unwrap();
    assert_eq!(desk.dump(), before);
    desk.assert_sound();
}

#[test]
fn replaying_the_same_reports_and_decisions_gives_the_same_book() {
    assert_eq!(full().dump(), full().dump());
}

#[test]
fn a_rebuild_that_is_broken_off_changes_nothing() {
    let desk = full();
    let before = desk.dump();
    let error = desk
        .book
        .rebuild(&mut |_| std::ops::ControlFlow::Break(()))
        .unwrap_err();
    assert!(matches!(error.what, tollbook_book::What::Stopped));
    assert_eq!(desk.dump(), before);
}
