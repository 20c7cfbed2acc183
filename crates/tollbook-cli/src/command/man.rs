//! `tollbook man`: the manual pages, made from the help texts.

use clap::{Args, CommandFactory};
use clap_mangen::Man as Manual;

use crate::Arguments;
use crate::failure::{Exit, Failure};
use crate::page::Page;

/// Print the manual page of the program, or of one command
///
/// Examples:
///   tollbook man
///   tollbook man read
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Man {
    /// Name of a command
    command: Option<String>,
}

impl Man {
    pub(crate) fn run(self, page: &mut Page) -> Result<Exit, Failure> {
        let mut program = Arguments::command();
        program.build();
        let command = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                Failure::new(Exit::No, format!("no command is named {name}"))
                    .hint("tollbook help lists them all")
            })?,
        };
        let mut roff = Vec::new();
        Manual::new(command).render(&mut roff)?;
        page.write_bytes(&roff)?;
        Ok(Exit::Done)
    }
}
