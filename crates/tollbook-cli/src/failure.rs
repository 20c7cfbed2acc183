//! Why a command ended early, and the exit codes.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

use tollbook_book::{BookError, What};
use tollbook_formats::{Refusal, clean};

use crate::page::Page;

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
        let what = format!("cannot {verb} {}: {}", path.display(), why(error));
        Failure::new(Exit::Unread, what).hint(CHECK)
    }

    /// Tells it: a line that says what, and one that says what to do about it.
    pub(crate) fn tell(&self, page: &mut Page) {
        // The name of a file may hold anything, and must not look like a line of its own.
        page.tell(&clean::line(&self.what));
        if let Some(hint) = &self.hint {
            page.hint(hint);
        }
    }
}

/// What to do about a file that the system does not hand over.
const CHECK: &str = "check the name and its permissions";

/// Returns why the system did not do what was asked of it with a file.
pub(crate) fn why(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".into(),
        ErrorKind::PermissionDenied => "it may not be opened".into(),
        ErrorKind::IsADirectory => "it is a folder".into(),
        ErrorKind::StorageFull => "the disk is full".into(),
        _ => error.to_string(),
    }
}

/// A failure to write to standard output; a closed pipe is none.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        let exit = match error.kind() {
            ErrorKind::BrokenPipe => Exit::Done,
            _ => Exit::Unread,
        };
        let what = format!("cannot write to standard output: {}", why(&error));
        Failure::new(exit, what).hint("make room, or write it elsewhere")
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::new(Exit::Unread, refusal.said()).hint(refusal.what.hint())
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
