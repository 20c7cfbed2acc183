//! Lists: a table for people, or a JSON object a line for programs, the same rows in both.

use std::io;
use std::ops::ControlFlow;

use clap::ValueEnum;
use serde::Serialize;
use tollbook_formats::output::jsonl;
use tollbook_formats::output::table::Table;

use crate::failure::{Exit, Failure};
use crate::page::Page;

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table
    Table,
    /// JSON lines, one row a line
    Jsonl,
}

/// How one thing is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OneFormat {
    /// A page of tables and sentences
    Table,
    /// JSON
    Json,
}

/// A list on its way to the page.
pub(crate) struct Listing<'a> {
    page: &'a mut Page,
    format: ListFormat,
    table: Table,
    written: io::Result<()>,
}

impl<'a> Listing<'a> {
    /// Begins a list with the headings of `table`.
    pub(crate) fn new(page: &'a mut Page, format: ListFormat, table: Table) -> Listing<'a> {
        Listing {
            page,
            format,
            table,
            written: Ok(()),
        }
    }

    /// Takes one row, which `tabulate` adds to a table; says whether more can be taken.
    pub(crate) fn take<T: Serialize>(
        &mut self,
        row: &T,
        tabulate: impl FnOnce(&mut Table, &T),
    ) -> ControlFlow<()> {
        match self.format {
            ListFormat::Table => tabulate(&mut self.table, row),
            ListFormat::Jsonl => self.written = self.page.write(&jsonl::row(&value(row))),
        }
        match self.written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }

    /// Ends the list; where it is empty, tells `nothing`.
    pub(crate) fn end(self, nothing: &str) -> Result<Exit, Failure> {
        self.written?;
        match (self.format, self.table.is_empty()) {
            (ListFormat::Table, true) => self.page.tell(nothing),
            (ListFormat::Table, false) => self.page.write(&self.table.show(self.page.style))?,
            (ListFormat::Jsonl, _) => {}
        }
        Ok(Exit::Done)
    }
}

/// Returns `row` as JSON: the rows of a book are strings, numbers and lists under string keys, all of
/// which JSON can hold.
pub(crate) fn value<T: Serialize>(row: &T) -> serde_json::Value {
    serde_json::to_value(row).unwrap_or_default()
}
