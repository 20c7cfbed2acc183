//! `tollbook rules`: the rules of reading, by name.

use clap::Args;
use tollbook_formats::output::style::Style;
use tollbook_formats::output::table::Table;
use tollbook_reader::{Rule, rules};

use crate::failure::{Exit, Failure};
use crate::page::Page;

/// List the rules of reading, or show one with its examples
///
/// Examples:
///   tollbook rules
///   tollbook rules count
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Rules {
    /// Name of a rule, or the beginning of the names of several
    name: Option<String>,
}

impl Rules {
    pub(crate) fn run(self, page: &mut Page) -> Result<Exit, Failure> {
        let named = self.name.as_deref().unwrap_or("");
        let found: Vec<&Rule> = rules()
            .into_iter()
            .filter(|rule| rule.name.starts_with(named))
            .collect();
        if let Some(rule) = found.iter().find(|rule| rule.name == named) {
            page.write(&one(rule, page.style))?;
            return Ok(Exit::Done);
        }
        if found.is_empty() {
            return Err(Failure::new(Exit::No, format!("no rule is named {named}"))
                .hint("tollbook rules lists them all"));
        }
        let mut table = Table::new(0, ["rule", "what it holds"]);
        for rule in found {
            table.row([rule.name.into(), rule.says.into()]);
        }
        page.write(&table.show(page.style))?;
        Ok(Exit::Done)
    }
}

/// Returns the page of one rule.
fn one(rule: &Rule, style: Style) -> String {
    let mut out = format!("{}\n{}\n", style.bold(rule.name), rule.says);
    out.push_str("\nIt reads\n");
    for (sentence, reading) in rule.must {
        out.push_str(&format!("  {sentence}\n    {reading}\n"));
    }
    out.push_str("\nIt does not read\n");
    for (sentence, reason) in rule.must_not {
        out.push_str(&format!("  {sentence}\n    {reason}\n"));
    }
    out
}
