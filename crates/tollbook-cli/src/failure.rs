//! Why a command ended early, and the exit codes.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

use tollbook_book::{BookError, What};
use tollbook_formats::Refusal;

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, also when there is nothing to tell.
    Done,
    /// The answer is no.
    No,
    /// Wrong use.
    WrongUse,
    /// Some input could not be read, or an output not be written.
    Unread,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        match exit {
            Exit::Done => ExitCode::SUCCESS,
            Exit::No => ExitCode::from(1),
            Exit::WrongUse => ExitCode::from(2),
            Exit::Unread => ExitCode::from(3),
        }
    }
}

/// Why a command could not go on, and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    /// How the program ends.
    pub(crate) exit: Exit,
    what: String,
    hint: Option<String>,
}

impl Failure {
    /// Returns a failure that says `what`.
    pub(crate) fn new(exit: Exit, what: impl Into<String>) -> Failure {
        Failure {
            exit,
            what: what.into(),
            hint: None,
        }
    }

    /// Adds what to do about it.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Failure {
        Failure {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// Returns the failure to do something with the file at `path`.
    pub(crate) fn with_file(verb: &str, path: &Path, error: &io::Error) -> Failure {
        Failure::new(
            Exit::Unread,
            format!("cannot {verb} {}: {error}", path.display()),
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

/// A failure to write to standard output; a closed pipe is none.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        let exit = match error.kind() {
            ErrorKind::BrokenPipe => Exit::Done,
            _ => Exit::Unread,
        };
        Failure::new(exit, format!("cannot write to standard output: {error}"))
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::new(Exit::Unread, refusal.to_string())
    }
}
impl From<BookError> for Failure {
    fn from(error: BookError) -> Failure {
        let exit = match error.what {
            What::NoSuchId(_)
            | What::Ambiguous { .. }
            | What::NoSuchParty(_)
            | What::UndoneAlready(_)
            | What::RejectedAlready { .. } => Exit::No,
            What::WrongKind { .. }
            | What::NoSuchField { .. }
            | What::WrongValue { .. }
            | What::SameValue { .. }
            | What::Unsigned(_)
            | What::WrongParty { .. }
            | What::NoWords
            | What::Exists(_) => Exit::WrongUse,
            _ => Exit::Unread,
        };
        let what = match exit {
            Exit::Done | Exit::Unread => error.to_string(),
            // The book is sound; what was asked of it is not there or does not fit.
            Exit::No | Exit::WrongUse => format!("{}: {}", error.book.display(), error.what),
        };
        Failure::new(exit, what).hint(error.what.hint())
    }
}
