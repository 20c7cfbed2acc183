//! Why a book could not do what was asked: every refusal says what, where and what to do, and is
//! worded here.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

/// What could not be done, and with which book. It shows as one line; [`What::hint`] is the next.
#[derive(Debug, Error)]
#[error("cannot use the book {}: {what}", book.display())]
pub struct BookError {
    /// The file.
    pub book: PathBuf,
    /// What is wrong.
    #[source]
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Error)]
pub enum What {
    /// No file has this name.
    #[error("there is no such file")]
    Missing,
    /// The folder that it was to be made in is not there.
    #[error("there is no such folder")]
    NoFolder,
    /// A file is there, but nothing was ever stored in it.
    #[error("it is empty")]
    Empty,
    /// Not a file of SQLite, or one of another program.
    #[error("it is not a book of Tollbook ({found})")]
    NotABook {
        /// What it is instead.
        found: &'static str,
    },
    /// Made by a newer program.
    #[error("its format is {found}, but this program knows no format after {known}")]
    Newer {
        /// Number of its last migration.
        found: u32,
        /// Number of the last migration known here.
        known: u32,
    },
    /// A migration that it went through is not the one of this program.
    #[error("its format {number} was made by another migration than the one of this program")]
    OtherMigration {
        /// Number of the migration.
        number: u32,
    },
    /// Bytes are missing or changed.
    #[error("it is damaged or cut short ({at})")]
    Damaged {
        /// Where that was found.
        at: String,
    },
    /// The system does not let it be read.
    #[error("{}", unreadable(.0))]
    Unreadable(#[source] io::Error),
    /// The system does not let it be written.
    #[error("the file or its folder cannot be written")]
    ReadOnly,
    /// What is derived from reports and decisions is behind them, and cannot be brought up to date.
    #[error("its claims are behind its reports, and it cannot be written here to read them")]
    Behind,
    /// Another command is writing.
    #[error("another command is writing to it")]
    Busy,
    /// No space is left; what was committed before is kept.
    #[error("the disk is full, or a limit on the size of files is reached")]
    Full,
    /// The file that a backup was to make is there already.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// The backup could not be made there.
    #[error("{} cannot be made ({why})", to.display())]
    NoBackup {
        /// The file that was to be made.
        to: PathBuf,
        /// The reason.
        why: Box<dyn std::error::Error + Send + Sync>,
    },
    /// No report, claim, incident or decision has this id.
    #[error("nothing in it has the id \"{0}\"")]
    NoSuchId(String),
    /// Several have an id that begins like this.
    #[error("the id {id} could be {}", could_be.join(", "))]
    Ambiguous {
        /// What was asked for.
        id: String,
        /// The first few that it could be.
        could_be: Vec<String>,
    },
    /// The id names something that cannot be decided on in this way.
    #[error("{id} is {found}, but {expected} is expected")]
    WrongKind {
        /// What was asked for.
        id: String,
        /// What it names.
        found: &'static str,
        /// What can be decided on.
        expected: &'static str,
    },
    /// A claim has no such field, or it cannot be corrected.
    #[error("a claim has no field {field} that could be corrected")]
    NoSuchField {
        /// What was asked for.
        field: String,
    },
    /// The value does not fit the field.
    #[error("the value does not fit {field}: {why}")]
    WrongValue {
        /// The field.
        field: String,
        /// What was expected and found.
        why: String,
    },
    /// The field has that value already.
    #[error("{field} has that value already")]
    SameValue {
        /// The field.
        field: String,
    },
    /// A decision needs a name and a reason.
    #[error("a decision needs {0}")]
    Unsigned(&'static str),
    /// The decision was undone before.
    #[error("{0} is undone already")]
    UndoneAlready(String),
    /// The claim or report was rejected before.
    #[error("{id} is rejected already, by {by}")]
    RejectedAlready {
        /// What was to be rejected.
        id: String,
        /// Short id of the decision that rejects it.
        by: String,
    },
    /// No party has this id.
    #[error("it has no party \"{0}\"")]
    NoSuchParty(String),
    /// The party cannot be kept like this.
    #[error("the party {id} cannot be set: {why}")]
    WrongParty {
        /// Its id.
        id: String,
        /// What was expected and found.
        why: String,
    },
    /// A search without a word.
    #[error("there is no word to search for")]
    NoWords,
    /// The caller asked to stop; nothing was changed.
    #[error("stopped; nothing was changed")]
    Stopped,
    /// Anything else that the store reports.
    #[error("the store does not answer as expected ({0})")]
    Store(#[source] rusqlite::Error),
}

impl What {
    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            What::Missing | What::Empty => "tollbook add FILES makes it; --book FILE names another",
            What::NoFolder => "make the folder first, or name another with --book FILE",
            What::NotABook { .. } => "--book FILE names another; add makes a new one",
            What::Newer { .. } | What::OtherMigration { .. } => {
                "use the program that wrote it, or a newer one"
            }
            What::Damaged { .. } => {
                "tollbook verify lists what is damaged, tollbook rebuild makes its claims again; \
                 for lost reports and decisions take a backup"
            }
            What::Unreadable(_) => "check its name and permissions",
            What::ReadOnly | What::Behind => {
                "make the file and its folder writable, or work on a copy elsewhere"
            }
            What::Busy => "try again when the other command has ended",
            What::Full => "make room and run the command again: what was committed is kept",
            What::Exists(_) => "name a file that is not there yet",
            What::NoBackup { .. } => "name a file in a folder that can be written",
            What::NoSuchId(_) => "tollbook reports, claims, incidents and decide list the ids",
            What::Ambiguous { .. } => "give more letters of it",
            What::WrongKind { .. } => "tollbook show ID tells what an id names",
            What::NoSuchField { .. } => {
                "the fields are quote, number, effect, count, categories, victims, relation, scope, \
                 modality, cause, event, when, where, means, perpetrator, claimant, actors; \
                 count.low names a part of one"
            }
            What::WrongValue { .. } => "tollbook show ID --format json has its value as it stands",
            What::SameValue { .. } => "confirm says that a claim was checked",
            What::Unsigned(_) => "--by NAME says who decides, --reason why",
            What::UndoneAlready(_) => "undo its undoing to have it hold again",
            What::RejectedAlready { .. } => "undo that decision to have it count again",
            What::NoSuchParty(_) => "tollbook party lists them",
            What::WrongParty { .. } => "an id is of lower-case letters, digits and hyphens",
            What::NoWords => "give a word of the text, or several in quotation marks",
            What::Stopped => "run the command again to do it in full",
            What::Store(_) => "tollbook verify tells whether the book is sound",
        }
    }

    /// Returns the refusal of something stored that cannot be what was once stored there.
    pub(crate) fn damaged(at: impl ToString) -> What {
        What::Damaged { at: at.to_string() }
    }
}

fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "it may not be opened".into(),
        _ => format!("it cannot be read ({error})"),
    }
}

impl From<rusqlite::Error> for What {
    fn from(error: rusqlite::Error) -> What {
        use rusqlite::Error as Sql;
        match &error {
            Sql::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => What::Busy,
                ErrorCode::DiskFull => What::Full,
                ErrorCode::ReadOnly => What::ReadOnly,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => What::damaged("its pages"),
                ErrorCode::SystemIoFailure => match failure.extended_code {
                    rusqlite::ffi::SQLITE_IOERR_WRITE
                    | rusqlite::ffi::SQLITE_IOERR_TRUNCATE
                    | rusqlite::ffi::SQLITE_IOERR_FSYNC
                    | rusqlite::ffi::SQLITE_IOERR_SHMSIZE => What::Full,
                    rusqlite::ffi::SQLITE_IOERR_SHORT_READ => What::damaged("its pages"),
                    _ => What::Store(error),
                },
                ErrorCode::CannotOpen => What::ReadOnly,
                _ => What::Store(error),
            },
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::Utf8Error(..) => What::damaged("a value of the wrong kind"),
            _ => What::Store(error),
        }
    }
}
