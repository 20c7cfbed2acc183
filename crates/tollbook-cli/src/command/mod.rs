//! The commands: one file each, whose doc comment is its help.

mod completions;
mod man;
mod read;
mod rules;

use clap::Subcommand;

use crate::failure::{Exit, Failure};
use crate::page::Page;

/// What the program is asked to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Read(read::Read),
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
            Command::Read(read) => read.run(page),
            Command::Rules(rules) => rules.run(page),
            Command::Completions(completions) => completions.run(page),
            Command::Man(man) => man.run(page),
        }
    }
}
