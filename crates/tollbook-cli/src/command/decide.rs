//! `tollbook decide`: what a person decides about claims, incidents and reports.

use clap::{Args, Subcommand};
use serde_json::Value;
use tollbook_book::{Book, DecisionRow, Request};
use tollbook_formats::output::table::Table;

use crate::book::{BookArgs, SignArgs};
use crate::failure::{Exit, Failure};
use crate::listing::{ListFormat, Listing};
use crate::page::Page;
use crate::show::decision;

/// Confirm, correct or reject; without any, list the decisions of the book
///
/// A decision is kept with its name, time and reason, and never changed; undo
/// is a decision too. Reading again with a newer reader loses none.
///
/// Examples:
///   tollbook decide
///   tollbook decide confirm CLAIM --reason "checked against the text"
///   tollbook decide correct CLAIM categories '["worker"]' --reason "they sold fruit"
///   tollbook decide correct CLAIM claimant "the ministry" --by Ann --reason "misread"
///   tollbook decide reject REPORT --reason "added by mistake"
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Decide {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Subcommand)]
enum Act {
    /// List the decisions of the book, as without any command
    List {
        /// How to print them
        #[arg(long, value_enum, default_value = "table")]
        format: ListFormat,
    },
    /// Say that it was checked against its words
    Confirm {
        /// A claim, an incident or a report
        id: String,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Set a field of a claim that was read wrongly
    Correct {
        /// A claim
        id: String,
        /// The field, as it is written in JSON; count.low is a part of one
        field: String,
        /// The value as JSON; words that are no JSON are taken as they are
        value: String,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Leave out what is no claim, no incident, or a report added by mistake
    Reject {
        /// A claim, an incident or a report
        id: String,
        #[command(flatten)]
        sign: SignArgs,
    },
}

/// What is done where no command is given.
const LIST: Act = Act::List {
    format: ListFormat::Table,
};

impl Decide {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let (request, sign) = match self.act.unwrap_or(LIST) {
            Act::List { format } => return list(&book.open(page)?, format, page),
            Act::Confirm { id, sign } => (Request::Confirm { id }, sign),
            Act::Correct {
                id,
                field,
                value,
                sign,
            } => {
                let value = serde_json::from_str(&value).unwrap_or(Value::String(value));
                (Request::Correct { id, field, value }, sign)
            }
            Act::Reject { id, sign } => (Request::Reject { id }, sign),
        };
        let book = book.open_as_it_is(page)?;
        let decided = sign.decide(&book, &request, page)?;
        page.write(&format!("{}\n", decided.id))?;
        Ok(Exit::Done)
    }
}

fn list(book: &Book, format: ListFormat, page: &mut Page) -> Result<Exit, Failure> {
    let table = Table::new(0, ["id", "at", "by", "decided", "about", "reason", "state"]);
    let mut list = Listing::new(page, format, table);
    book.decisions(&mut |row| list.take(&row, tabulate))?;
    list.end("nothing was decided in this book")
}

fn tabulate(table: &mut Table, row: &DecisionRow) {
    table.row([
        row.id.clone(),
        row.decision.at.clone(),
        row.decision.by.clone(),
        decision::act(&row.decision.act),
        row.about.join(" "),
        row.decision.reason.clone(),
        decision::state(row),
    ]);
}
