//! `tollbook completions`: what a shell needs to complete the commands.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::Arguments;
use crate::failure::{Exit, Failure};
use crate::page::Page;

/// Print the completions for a shell
///
/// Examples:
///   tollbook completions bash
///   tollbook completions fish
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, page: &mut Page) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        let mut program = Arguments::command();
        clap_complete::generate(self.shell, &mut program, "tollbook", &mut script);
        page.write_bytes(&script)?;
        Ok(Exit::Done)
    }
}
