//! What a caller hears of a long piece of work, and how it stops one.

use std::ops::ControlFlow;

use crate::error::What;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress<'a> {
    /// Another command is writing to the book; this one waits for it.
    Waiting,
    /// So many inputs were read and looked at by this run so far; they may not be in the book yet.
    Taken(u64),
    /// A version of a report is in the book, and stays there whatever happens next.
    Kept {
        /// Id of the report.
        report: &'a str,
        /// Which version of it, from 1.
        version: u32,
        /// How many claims were read from it.
        claims: usize,
        /// Why it was not read, where it was not.
        unread: Option<&'a str>,
    },
    /// A report is in the book already: the same bytes, decoded and described alike.
    Skipped {
        /// Id of the report.
        report: &'a str,
        /// Which version of it.
        version: u32,
        /// The newest version of it.
        newest: u32,
    },
    /// An input was refused: the one line that says why.
    Refused(&'a str),
    /// So many versions of reports were committed by this run so far.
    Committed(u64),
    /// Reports are read again.
    Reading {
        /// How many are done.
        done: u64,
        /// Of how many.
        of: u64,
    },
    /// Claims are joined into incidents.
    Linking,
    /// What is stored is checked.
    Checking {
        /// How many rows are done.
        done: u64,
        /// Of how many.
        of: u64,
    },
}

/// Hears of progress, and breaks off the work by returning [`ControlFlow::Break`].
pub type Watch<'a> = dyn FnMut(Progress<'_>) -> ControlFlow<()> + 'a;

/// Tells of progress.
///
/// # Errors
/// [`What::Stopped`] where the caller breaks off.
pub(crate) fn tell(watch: &mut Watch<'_>, progress: Progress<'_>) -> Result<(), What> {
    match watch(progress) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(What::Stopped),
    }
}
