//! The book: one SQLite file with every report, every decision, and what is made of them.
//!
//! Reports and decisions are *kept*: appended, hashed, never changed. Claims, incidents and figures
//! are *made* from them and can be made again ([`Book::rebuild`]). Everything of SQL stands in `sql/`,
//! what is done with it in `workflow/`. A book asks no clock and no network: times come in.
//!
//! What is kept is on the disk when a call returns or [`Progress::Kept`] is told. What is made of it
//! may be behind after a decision or a break; whatever is asked next brings it up to date first.

mod clock;
mod error;
mod pack;
mod plain;
mod progress;
mod read;
mod rows;
mod sql;
mod verify;
mod workflow;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;
use tollbook_terms::{Party, Question, Toll};

pub use clock::now;
pub use error::{BookError, What};
pub use progress::{Progress, Watch};
pub use read::{Read, ReadStep};
pub use rows::{
    Answer, ClaimFilter, ClaimRow, DecisionRow, Found, IncidentRow, Piece, ReportFilter, ReportRow,
    Shown, ShownClaim, ShownIncident, ShownReport, VersionRow,
};
pub use verify::{Problem, Verified};
pub use workflow::add::{Ended, Incoming, Receipt};
pub use workflow::decide::{Decided, Request, Signed};
pub use workflow::make::Freshness;

use sql::{dump, lists, migrate, open};
use workflow::{add, ask, decide, make, replay};

/// Hands over one row; [`ControlFlow::Break`] ends the list.
pub type Take<'a, T> = dyn FnMut(T) -> ControlFlow<()> + 'a;

/// An open book.
#[derive(Debug)]
pub struct Book {
    path: PathBuf,
    db: Connection,
    is_writable: bool,
    step: ReadStep,
}

impl Book {
    /// Opens the book at `path`; where it cannot be written, it can still be asked.
    ///
    /// # Errors
    /// Where it is missing, empty, damaged, of a newer program, or no book.
    pub fn open(path: &Path) -> Result<Book, BookError> {
        Book::opened(path, false).map_err(|what| refused(path, what))
    }

    /// Opens the book at `path`; makes it first where nothing is there.
    ///
    /// # Errors
    /// As [`Book::open`], and where it cannot be made.
    pub fn create_or_open(path: &Path) -> Result<Book, BookError> {
        Book::opened(path, true).map_err(|what| refused(path, what))
    }

    /// Has reports read by `step` in place of the reader of this program.
    pub fn reading_by(self, step: ReadStep) -> Book {
        Book { step, ..self }
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds reports, batch by batch; an `Err` is the one line that says why an input was refused.
    /// `at` is kept as the time of adding. A failure stands in the receipt, beside what was
    /// committed before it.
    pub fn add(
        &self,
        incoming: impl IntoIterator<Item = Result<Incoming, String>>,
        at: Timestamp,
        watch: &mut Watch<'_>,
    ) -> Receipt {
        add::add(
            &self.db,
            &self.path,
            &self.step,
            incoming.into_iter(),
            at,
            watch,
        )
    }

    /// Appends a decision; it is on the disk when this returns.
    ///
    /// # Errors
    /// Where the request does not fit the book as it stands; nothing is changed then.
    pub fn decide(
        &self,
        request: &Request,
        signed: &Signed<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<Decided, BookError> {
        self.told(decide::decide(&self.db, &self.step, request, signed, watch))
    }

    /// Brings what is made up to date with what is kept. Everything that is asked does this by
    /// itself; asked for here, it can tell of its progress.
    ///
    /// # Errors
    /// Where it is behind, but cannot be written; where the caller breaks off.
    pub fn catch_up(&self, watch: &mut Watch<'_>) -> Result<Freshness, BookError> {
        self.told(make::catch_up(
            &self.db,
            &self.step,
            self.is_writable,
            watch,
        ))
    }

    /// Makes everything anew that is made, with the reader of this program.
    ///
    /// # Errors
    /// Where what is kept is damaged; where the caller breaks off. Nothing is changed then.
    pub fn rebuild(&self, watch: &mut Watch<'_>) -> Result<(), BookError> {
        self.told(make::rebuild(&self.db, &self.step, None, watch))
    }

    /// Hands over reports in the order of adding.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn reports(
        &self,
        filter: &ReportFilter,
        take: &mut Take<'_, ReportRow>,
    ) -> Result<(), BookError> {
        self.asked(|db| lists::each_report(db, filter, |row| Ok(take(row).is_continue())))
    }

    /// Hands over claims in the order of adding and of reading.
    ///
    /// # Errors
    /// Where the book is damaged, or the filter names a report that is not in it.
    pub fn claims(
        &self,
        filter: &ClaimFilter,
        take: &mut Take<'_, ClaimRow>,
    ) -> Result<(), BookError> {
        self.asked(|db| ask::each_claim(db, filter, |row| Ok(take(row).is_continue())))
    }

    /// Hands over the incidents that a question is about, in the order of adding; the default
    /// question is about all of them.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn incidents(
        &self,
        question: &Question,
        take: &mut Take<'_, IncidentRow>,
    ) -> Result<(), BookError> {
        self.asked(|db| ask::each_incident(db, question, |row| Ok(take(row).is_continue())))
    }

    /// Hands over the incidents that a toll sums, in the order of adding.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn incidents_of(
        &self,
        toll: &Toll,
        take: &mut Take<'_, IncidentRow>,
    ) -> Result<(), BookError> {
        self.asked(|db| ask::each_incident_of(db, toll, |row| Ok(take(row).is_continue())))
    }

    /// Hands over decisions in the order of making.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn decisions(&self, take: &mut Take<'_, DecisionRow>) -> Result<(), BookError> {
        self.asked(|db| ask::each_decision(db, |row| Ok(take(row).is_continue())))
    }

    /// Returns the parties, sorted by id.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn parties(&self) -> Result<Vec<Party>, BookError> {
        self.told(replay::replay(&self.db).map(|replayed| replayed.parties))
    }

    /// Returns one thing with all that stands behind it: by the id of a report, or by a short id or
    /// its first letters.
    ///
    /// # Errors
    /// Where nothing has the id, or several things could be meant.
    pub fn show(&self, id: &str) -> Result<Shown, BookError> {
        self.asked(|db| ask::show(db, id))
    }

    /// Returns at most `limit` reports in which all `words` are found, the best first. Words in
    /// quotation marks stand together; a star behind a word stands for any ending.
    ///
    /// # Errors
    /// Where there is no word to look for.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Found>, BookError> {
        self.asked(|db| ask::search(db, words, limit))
    }

    /// Answers a question.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn toll(&self, question: &Question) -> Result<Answer, BookError> {
        let behind = self.catch_up(&mut |_| ControlFlow::Continue(()))? == Freshness::Behind;
        let answer = self.asked(|db| ask::toll(db, question, self.step.version))?;
        Ok(Answer { behind, ..answer })
    }

    /// Checks everything that is stored.
    ///
    /// # Errors
    /// Where it cannot be read at all; where the caller breaks off.
    pub fn verify(&self, watch: &mut Watch<'_>) -> Result<Verified, BookError> {
        self.told(verify::verify(
            &self.db,
            &self.step,
            self.is_writable,
            watch,
        ))
    }

    /// Copies the book to the new file `to`, while others may write to it.
    ///
    /// # Errors
    /// Where `to` is there already or cannot be made.
    pub fn backup(&self, to: &Path) -> Result<(), BookError> {
        self.told(open::copy(&self.db, to))
    }

    /// Hands over every derived row as one line, sorted: two books with the same reports and
    /// decisions have the same lines.
    ///
    /// # Errors
    /// Where the book is damaged.
    pub fn dump_derived(&self, take: &mut dyn FnMut(String)) -> Result<(), BookError> {
        self.asked(|db| {
            dump::each_line(db, |line| {
                take(line);
                Ok(())
            })
        })
    }

    fn opened(path: &Path, may_create: bool) -> Result<Book, What> {
        if may_create {
            match open::create(path) {
                Ok(()) | Err(What::Exists(_)) => {}
                Err(what) => return Err(what),
            }
        }
        let (db, is_writable) = open::open(path)?;
        let format = migrate::format(&db)?;
        if format == 0 && !may_create {
            return Err(What::Empty);
        }
        if is_writable {
            if format == 0 {
                open::keep_a_log(&db)?;
            }
            migrate::migrate(&db, &now().to_string())?;
        } else if format < migrate::FORMAT {
            return Err(What::ReadOnly);
        } else {
            migrate::check_record(&db)?;
        }
        Ok(Book {
            path: path.to_owned(),
            db,
            is_writable,
            step: ReadStep::default(),
        })
    }

    /// Asks within one moment of the book, brought up to date first.
    fn asked<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, What>) -> Result<T, BookError> {
        self.catch_up(&mut |_| ControlFlow::Continue(()))?;
        self.told(open::read(&self.db).and_then(|read| ask(&read)))
    }

    fn told<T>(&self, done: Result<T, What>) -> Result<T, BookError> {
        done.map_err(|what| refused(&self.path, what))
    }
}

fn refused(book: &Path, what: What) -> BookError {
    BookError {
        book: book.to_owned(),
        what,
    }
}
