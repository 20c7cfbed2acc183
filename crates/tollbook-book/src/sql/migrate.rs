//! Migrations: numbered, never edited, each in one transaction, and recorded in the book.

use rusqlite::{Connection, OptionalExtension};
use tollbook_terms::Hash;

use super::open::write;
use crate::error::What;

/// "TOLL": marks a file of SQLite as a book of this program.
pub(crate) const APPLICATION_ID: i32 = 0x544f_4c4c;

struct Migration {
    name: &'static str,
    sql: &'static str,
}

/// In order; the first brings an empty file to format 1.
const MIGRATIONS: &[Migration] = &[Migration {
    name: "0001_book",
    sql: include_str!("migrations/0001_book.sql"),
}];

/// Number of the format that this program writes.
pub(crate) const FORMAT: u32 = MIGRATIONS.len() as u32;

/// Table of the migrations that a book went through.
const RECORD: &str = "CREATE TABLE IF NOT EXISTS migration (
  number     INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  hash       TEXT NOT NULL,           -- SHA-256 of its SQL
  applied_at TEXT NOT NULL
) STRICT";

/// Returns the number of the book's format; 0 is an empty file.
///
/// # Errors
/// Where the file belongs to another program, or to a newer version of this one.
pub(crate) fn format(db: &Connection) -> Result<u32, What> {
    let id: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if id == 0 && found == 0 {
        let tables: u32 =
            db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return match tables {
            0 => Ok(0),
            _ => Err(What::NotABook {
                found: "a file of SQLite that another program made",
            }),
        };
    }
    if id != APPLICATION_ID {
        return Err(What::NotABook {
            found: "a file of SQLite that another program made",
        });
    }
    if found > FORMAT {
        return Err(What::Newer {
            found,
            known: FORMAT,
        });
    }
    Ok(found)
}

/// Brings the book to the format of this program; `at` is recorded as the time.
///
/// # Errors
/// As [`format`], and where a migration that the book went through is not the one known here.
pub(crate) fn migrate(db: &Connection, at: &str) -> Result<(), What> {
    while format(db)? < FORMAT {
        let step = write(db)?;
        // Asked again within the transaction: another command may have migrated meanwhile.
        let Some(migration) = MIGRATIONS.get(format(db)? as usize) else {
            continue;
        };
        let number = format(db)? + 1;
        step.execute_batch(RECORD)?;
        step.execute_batch(migration.sql)?;
        step.execute(
            "INSERT INTO migration (number, name, hash, applied_at) VALUES (?1, ?2, ?3, ?4)",
            (
                number,
                migration.name,
                Hash::of(migration.sql.as_bytes()).to_string(),
                at,
            ),
        )?;
        step.pragma_update(None, "application_id", APPLICATION_ID)?;
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    check_record(db)
}

/// Checks that the book went through the migrations known here.
pub(crate) fn check_record(db: &Connection) -> Result<(), What> {
    for (number, migration) in (1u32..).zip(MIGRATIONS).take(format(db)? as usize) {
        let recorded: Option<(String, String)> = db
            .query_row(
                "SELECT name, hash FROM migration WHERE number = ?1",
                [number],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let known = (
            migration.name.to_owned(),
            Hash::of(migration.sql.as_bytes()).to_string(),
        );
        if recorded != Some(known) {
            return Err(What::OtherMigration { number });
        }
    }
    Ok(())
}
