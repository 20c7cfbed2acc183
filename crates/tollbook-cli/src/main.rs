//! The program `tollbook`: arguments in, pages out. What it shows is made by the rooms below it.

mod book;
mod command;
mod failure;
mod listing;
mod page;
mod question;
mod show;
mod sources;
mod stop;

use std::process::ExitCode;

use clap::Parser;

use crate::book::BookArgs;
use crate::command::Command;
use crate::failure::{Exit, Failure};
use crate::page::Page;

/// Read reports of armed conflict and keep a book of reported harm.
///
/// Tollbook never says that something happened. It says who says so, in which words, and how the
/// accounts agree or differ: every figure can be followed to its quote. It works on this machine
/// alone and asks no network for anything.
#[derive(Parser)]
#[command(
    name = "tollbook",
    version,
    max_term_width = 100,
    infer_subcommands = false
)]
#[command(after_help = "Start with: tollbook demo")]
struct Arguments {
    #[command(flatten)]
    book: BookArgs,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let mut page = Page::new();
    match run(&mut page) {
        Ok(exit) => exit.into(),
        // Whoever reads the page has seen enough.
        Err(failure) if failure.exit == Exit::Done => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell(&mut page);
            failure.exit.into()
        }
    }
}

fn run(page: &mut Page) -> Result<Exit, Failure> {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(said) => {
            let printed = said.print();
            // Help and the version are what was asked for; all else is a refusal.
            if said.use_stderr() {
                return Ok(Exit::WrongUse);
            }
            printed?;
            return Ok(Exit::Done);
        }
    };
    let exit = arguments.command.run(&arguments.book, page)?;
    page.flush()?;
    Ok(exit)
}
