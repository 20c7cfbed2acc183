//! The commands: one file each, whose doc comment is its help.

mod add;
mod backup;
mod claims;
mod completions;
mod decide;
mod demo;
mod incidents;
mod man;
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
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    /// Does it, and returns how it ended.
    ///
    /// # Errors
    /// When it could not be done.
    pub(crate) fn run(self, page: &mut Page) -> Result<Exit, Failure> {
        match self {
            Command::Demo(demo) => demo.run(page),
            Command::Read(read) => read.run(page),
            Command::Add(add) => add.run(page),
            Command::Toll(toll) => toll.run(page),
            Command::Show(show) => show.run(page),
            Command::Search(search) => search.run(page),
            Command::Reports(reports) => reports.run(page),
            Command::Claims(claims) => claims.run(page),
            Command::Incidents(incidents) => incidents.run(page),
            Command::Party(party) => party.run(page),
            Command::Decide(decide) => decide.run(page),
            Command::Undo(undo) => undo.run(page),
            Command::Verify(verify) => verify.run(page),
            Command::Rebuild(rebuild) => rebuild.run(page),
            Command::Backup(backup) => backup.run(page),
            Command::Rules(rules) => rules.run(page),
            Command::Completions(completions) => completions.run(page),
            Command::Man(man) => man.run(page),
        }
    }
}
