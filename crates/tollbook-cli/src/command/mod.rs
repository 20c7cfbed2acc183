//! The commands: one file each, whose doc comment is its help.

mod add;
mod backup;
mod claims;
mod completions;
mod decide;
mod demo;
mod incidents;
mod man;
mod methodology;
mod party;
mod read;
mod rebuild;
mod reports;
mod rules;
mod search;
mod show;
mod toll;
mod undo;
mod verify;

use clap::Subcommand;

use crate::book::BookArgs;
use crate::failure::{Exit, Failure};
use crate::page::Page;

/// What the program is asked to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Demo(demo::Demo),
    Read(read::Read),
    Add(add::Add),
    Toll(toll::Toll),
    Show(show::Show),
    Search(search::Search),
    Reports(reports::Reports),
    Claims(claims::Claims),
    Incidents(incidents::Incidents),
    Party(party::Party),
    Decide(decide::Decide),
    Undo(undo::Undo),
    Verify(verify::Verify),
    Rebuild(rebuild::Rebuild),
    Backup(backup::Backup),
    Rules(rules::Rules),
    Methodology(methodology::Methodology),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    /// Does it, and returns how it ended.
    ///
    /// # Errors
    /// When it could not be done; when it works on no book, and one is named.
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        match self {
            Command::Demo(demo) => demo.run(book, page),
            Command::Read(read) => book.unused("read").and_then(|()| read.run(page)),
            Command::Add(add) => add.run(book, page),
            Command::Toll(toll) => toll.run(book, page),
            Command::Show(show) => show.run(book, page),
            Command::Search(search) => search.run(book, page),
            Command::Reports(reports) => reports.run(book, page),
            Command::Claims(claims) => claims.run(book, page),
            Command::Incidents(incidents) => incidents.run(book, page),
            Command::Party(party) => party.run(book, page),
            Command::Decide(decide) => decide.run(book, page),
            Command::Undo(undo) => undo.run(book, page),
            Command::Verify(verify) => verify.run(book, page),
            Command::Rebuild(rebuild) => rebuild.run(book, page),
            Command::Backup(backup) => backup.run(book, page),
            Command::Rules(rules) => book.unused("rules").and_then(|()| rules.run(page)),
            Command::Methodology(methodology) => book
                .unused("methodology")
                .and_then(|()| methodology.run(page)),
            Command::Completions(completions) => book
                .unused("completions")
                .and_then(|()| completions.run(page)),
            Command::Man(man) => book.unused("man").and_then(|()| man.run(page)),
        }
    }
}
