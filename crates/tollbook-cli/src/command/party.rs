//! `tollbook party`: the parties to the conflict.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tollbook_book::{Book, Request};
use tollbook_formats::output::table::Table;
use tollbook_terms::Party as Side;

use super::read::read_parties;
use crate::book::{BookArgs, SignArgs};
use crate::failure::{Exit, Failure};
use crate::listing::{ListFormat, Listing};
use crate::page::Page;

/// List, set or drop the parties to the conflict
///
/// A party has a neutral id, names, demonyms, and the bodies and outlets that
/// stand on its side. Who stands on no side known to the book is unknown, never
/// guessed. Setting and dropping a party are decisions, which can be undone.
///
/// Examples:
///   tollbook party
///   tollbook party set velmora --name Velmora --demonym Velmoran --reason "a party since March"
///   tollbook party load parties.json --reason "the parties of this book"
///   tollbook party drop velmora --reason "no party any more"
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Party {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Subcommand)]
enum Act {
    /// List the parties of the book, as without any command
    List {
        /// How to print them
        #[arg(long, value_enum, default_value = "table")]
        format: ListFormat,
    },
    /// Set a party: it has these names from now on
    Set {
        /// Neutral id: lower-case letters, digits and hyphens
        id: String,
        /// A name, as it stands in reports
        #[arg(long = "name", required = true, value_name = "NAME")]
        names: Vec<String>,
        /// A demonym or adjective
        #[arg(long = "demonym", value_name = "WORD")]
        demonyms: Vec<String>,
        /// A body that stands on this side
        #[arg(long = "body", value_name = "NAME")]
        bodies: Vec<String>,
        /// An outlet that stands on this side
        #[arg(long = "outlet", value_name = "NAME")]
        outlets: Vec<String>,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Set every party of a JSON list
    Load {
        /// [{"id", "names", "demonyms", "bodies", "outlets"}, ...]
        file: PathBuf,
        #[command(flatten)]
        sign: SignArgs,
    },
    /// Take a party out of the book
    Drop {
        /// Its id
        id: String,
        #[command(flatten)]
        sign: SignArgs,
    },
}

/// What is done where no command is given.
const LIST: Act = Act::List {
    format: ListFormat::Table,
};

impl Party {
    pub(crate) fn run(self, book: &BookArgs, page: &mut Page) -> Result<Exit, Failure> {
        let (requests, sign) = match self.act.unwrap_or(LIST) {
            Act::List { format } => return list(&book.open(page)?, format, page),
            Act::Set {
                id,
                names,
                demonyms,
                bodies,
                outlets,
                sign,
            } => {
                let party = Side {
                    id,
                    names,
                    demonyms,
                    bodies,
                    outlets,
                };
                (vec![Request::SetParty(party)], sign)
            }
            Act::Load { file, sign } => {
                let parties = read_parties(&file)?;
                (parties.into_iter().map(Request::SetParty).collect(), sign)
            }
            Act::Drop { id, sign } => (vec![Request::DropParty { id }], sign),
        };
        let book = book.open_as_it_is(page)?;
        for request in &requests {
            sign.decide(&book, request, page)?;
        }
        Ok(Exit::Done)
    }
}

fn list(book: &Book, format: ListFormat, page: &mut Page) -> Result<Exit, Failure> {
    let table = Table::new(0, ["id", "names", "demonyms", "bodies", "outlets"]);
    let mut list = Listing::new(page, format, table);
    for party in book.parties()? {
        let taken = list.take(&party, |table, party| {
            table.row([
                party.id.clone(),
                party.names.join(", "),
                party.demonyms.join(", "),
                party.bodies.join(", "),
                party.outlets.join(", "),
            ]);
        });
        if taken.is_break() {
            break;
        }
    }
    list.end("this book has no parties: tollbook party set makes one")
}
