//! Opening a book's file: settings of the connection, transactions, and copies of the whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::error::What;

/// How long a statement waits for another command before the caller hears of it.
const WAIT: Duration = Duration::from_secs(2);

/// What every file of SQLite begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Pages that a backup copies at a time, so that others can write in between.
const BACKUP_PAGES: i32 = 1024;

/// Opens the file at `path`, which is there, and tells whether it can be written.
///
/// # Errors
/// Where it is missing, cannot be read, or is no file of SQLite.
pub(crate) fn open(path: &Path) -> Result<(Connection, bool), What> {
    let file = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => What::Missing,
        _ => What::Unreadable(error),
    })?;
    if !file.is_file() {
        return Err(What::NotABook {
            found: "no plain file",
        });
    }
    // Only where SQLite could not open it is the file looked into: to open and close a file behind
    // SQLite's back would release the locks that this program holds on it.
    match connect(path) {
        Err(What::Damaged { .. }) if !begins_like_sqlite(path)? => Err(What::NotABook {
            found: "a file of another kind",
        }),
        Err(What::ReadOnly) => match File::open(path) {
            Err(error) => Err(What::Unreadable(error)),
            Ok(_) => Err(What::ReadOnly),
        },
        opened => opened,
    }
}

fn connect(path: &Path) -> Result<(Connection, bool), What> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    match settle(&db) {
        Ok(()) => {
            let is_writable = !db.is_readonly(rusqlite::MAIN_DB)?;
            Ok((db, is_writable))
        }
        // In a folder that cannot be written, SQLite cannot make the files it shares with other
        // commands. Without a log of its own the file is whole, and nobody here can change it.
        Err(What::ReadOnly) if !beside(path, "-wal").exists() => {
            let uri = format!("file:{}?immutable=1", escape(path)?);
            let flags = flags | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            let db = Connection::open_with_flags(uri, flags)?;
            settle(&db)?;
            Ok((db, false))
        }
        Err(what) => Err(what),
    }
}

/// Returns whether a file begins as those of SQLite do, as far as it goes.
fn begins_like_sqlite(path: &Path) -> Result<bool, What> {
    let file = File::open(path).map_err(What::Unreadable)?;
    let mut head = Vec::new();
    let head_bytes = MAGIC.len() as u64;
    file.take(head_bytes)
        .read_to_end(&mut head)
        .map_err(What::Unreadable)?;
    Ok(MAGIC.starts_with(&head))
}

/// Makes an empty file at `path` that only its owner can read.
///
/// # Errors
/// [`What::Exists`] where something is there already; where the folder is missing or cannot be
/// written.
pub(crate) fn create(path: &Path) -> Result<(), What> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(file) => {
            file.sync_all().map_err(What::Unreadable)?;
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            // A new name lasts only once its folder is written too; not every system lets one ask.
            if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
                let _ = folder.sync_all();
            }
            Ok(())
        }
        Err(error) => Err(match error.kind() {
            io::ErrorKind::AlreadyExists => What::Exists(path.to_owned()),
            io::ErrorKind::NotFound => What::NoFolder,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => What::ReadOnly,
            io::ErrorKind::StorageFull => What::Full,
            _ => What::Unreadable(error),
        }),
    }
}

/// Has the file keep a log of its own, so that a commit is one write and readers never wait.
pub(crate) fn keep_a_log(db: &Connection) -> Result<(), What> {
    db.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
    Ok(())
}

/// Begins a transaction that writes. It waits a little for other commands.
///
/// # Errors
/// [`What::Busy`] where another command still writes.
pub(crate) fn write(db: &Connection) -> Result<Transaction<'_>, What> {
    Ok(Transaction::new_unchecked(
        db,
        TransactionBehavior::Immediate,
    )?)
}

/// Begins a transaction in which everything is read as it stood at one moment.
pub(crate) fn read(db: &Connection) -> Result<Transaction<'_>, What> {
    Ok(Transaction::new_unchecked(
        db,
        TransactionBehavior::Deferred,
    )?)
}

/// Makes a book in memory, or in a file that has no name where memory does not hold it.
pub(crate) fn scratch() -> Result<Connection, What> {
    let db = Connection::open("")?;
    settle(&db)?;
    Ok(db)
}

/// Copies the book to the new file `to` while others may write.
///
/// # Errors
/// Where `to` is there already or cannot be made; nothing is left of it then.
pub(crate) fn copy(db: &Connection, to: &Path) -> Result<(), What> {
    let refused = |what: What| match what {
        What::Exists(to) => What::Exists(to),
        what => What::NoBackup {
            to: to.to_owned(),
            why: Box::new(what),
        },
    };
    create(to).map_err(refused)?;
    copy_pages(db, to).map_err(|what| {
        let _ = fs::remove_file(to);
        refused(what)
    })
}

fn copy_pages(db: &Connection, to: &Path) -> Result<(), What> {
    let mut copy = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    settle(&copy)?;
    {
        let backup = Backup::new(db, &mut copy)?;
        loop {
            match backup.step(BACKUP_PAGES)? {
                StepResult::Done => break,
                StepResult::Busy | StepResult::Locked => std::thread::sleep(WAIT / 20),
                _ => {}
            }
        }
    }
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Sets what every connection needs.
fn settle(db: &Connection) -> Result<(), What> {
    db.busy_timeout(WAIT)?;
    db.set_prepared_statement_cache_capacity(64);
    // Plans do not hang on the values that are asked for, so no statement is planned twice.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // FULL: whatever was committed survives a loss of power. The two after it ask the same of
    // systems on which a plain sync does not reach the disk.
    // trusted_schema: a file from elsewhere cannot have functions run through its views.
    db.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 16777216;",
    )?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

/// Returns the path with `ending` behind it.
fn beside(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Returns the path as it may stand in a URI.
fn escape(path: &Path) -> Result<String, What> {
    let path = path.to_str().ok_or(What::ReadOnly)?;
    Ok(path
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23"))
}
