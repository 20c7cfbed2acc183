//! Which book a command works on, and who decides in it.

use std::env;
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::process::Command;

use clap::Args;
use tollbook_book::{Book, Decided, Request, Signed, now};

use crate::failure::{Exit, Failure};
use crate::page::Page;
use crate::stop::Stop;

/// The book.
#[derive(Debug, Args)]
pub(crate) struct BookArgs {
    /// The book [default: $TOLLBOOK_BOOK, else tollbook/tollbook.book in $XDG_DATA_HOME or
    /// ~/.local/share]
    #[arg(long, global = true, value_name = "FILE")]
    book: Option<PathBuf>,
}

impl BookArgs {
    /// Opens the book, which must be there, and brings what is made of its reports up to date.
    pub(crate) fn open(&self, page: &mut Page) -> Result<Book, Failure> {
        let book = self.open_as_it_is(page)?;
        let stop = Stop::on_signal()?;
        book.catch_up(&mut |progress| {
            page.follow(&progress);
            stop.flow()
        })?;
        Ok(book)
    }

    /// Opens the book, which must be there.
    pub(crate) fn open_as_it_is(&self, page: &mut Page) -> Result<Book, Failure> {
        Ok(Book::open(&self.path(page)?)?)
    }

    /// Opens the book; makes it first where nothing is there.
    pub(crate) fn create_or_open(&self, page: &mut Page) -> Result<Book, Failure> {
        let path = self.path(page)?;
        if self.chosen().is_none()
            && let Some(folder) = path.parent()
        {
            // Like the book itself, its folder is for nobody but its owner.
            let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
            made.map_err(|error| Failure::with_file("make the folder", folder, &error))?;
        }
        let is_new = !path.exists();
        let book = Book::create_or_open(&path)?;
        if is_new {
            page.tell(&format!("made the book {}", path.display()));
        }
        Ok(book)
    }

    /// Returns the path of the book, and tells it where nobody chose it.
    fn path(&self, page: &mut Page) -> Result<PathBuf, Failure> {
        if let Some(path) = self.chosen() {
            return Ok(path);
        }
        let from = |name| {
            env::var_os(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let data = from("XDG_DATA_HOME").or_else(|| Some(from("HOME")?.join(".local/share")));
        let Some(data) = data else {
            return Err(Failure::new(
                Exit::WrongUse,
                "cannot tell where the book is: there is no home folder",
            )
            .hint("--book FILE names it"));
        };
        let path = data.join("tollbook/tollbook.book");
        page.tell(&format!("the book is {}", path.display()));
        Ok(path)
    }

    /// Returns the book that the command line names.
    pub(crate) fn named(&self) -> Option<&PathBuf> {
        self.book.as_ref()
    }

    /// Refuses a book named for `command`, which works on none.
    pub(crate) fn unused(&self, command: &str) -> Result<(), Failure> {
        match self.named() {
            None => Ok(()),
            Some(_) => {
                let what = format!("tollbook {command} works on no book, but --book names one");
                Err(Failure::new(Exit::WrongUse, what).hint("leave --book out"))
            }
        }
    }

    fn chosen(&self) -> Option<PathBuf> {
        let set = || env::var_os("TOLLBOOK_BOOK").map(PathBuf::from);
        let chosen = self.named().cloned().or_else(set);
        chosen.filter(|path| !path.as_os_str().is_empty())
    }
}

/// Who decides, and why.
#[derive(Debug, Args)]
pub(crate) struct SignArgs {
    /// Who decides [default: the user of the system]
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

impl SignArgs {
    /// Appends a decision.
    pub(crate) fn decide(
        &self,
        book: &Book,
        request: &Request,
        page: &mut Page,
    ) -> Result<Decided, Failure> {
        let by = match &self.by {
            Some(by) => by.clone(),
            None => system_user()?,
        };
        let signed = Signed {
            by: &by,
            reason: &self.reason,
            at: now(),
        };
        let stop = Stop::on_signal()?;
        let decided = book.decide(request, &signed, &mut |progress| {
            page.follow(&progress);
            stop.flow()
        })?;
        Ok(decided)
    }
}

/// Returns the name of the user as the system has it.
fn system_user() -> Result<String, Failure> {
    let named = ["USER", "LOGNAME"]
        .into_iter()
        .find_map(|name| env::var(name).ok());
    let asked = || {
        let id = Command::new("id").arg("-un").output().ok()?;
        String::from_utf8(id.stdout).ok()
    };
    named
        .filter(|name| !name.trim().is_empty())
        .or_else(asked)
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .ok_or_else(|| {
            Failure::new(
                Exit::WrongUse,
                "cannot tell who decides: the system has no name for you",
            )
            .hint("--by NAME says it")
        })
}
