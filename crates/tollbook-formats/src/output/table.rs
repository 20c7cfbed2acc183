//! Tables for people: columns as wide as what stands in them, within reason; nothing cut.

use tollbook_terms::{Cause, Claim, Modality, Reading, RelationKind, Report, Scope, When, short};
use unicode_width::UnicodeWidthStr;

use super::style::Style;
use super::{heading, reasons};
use crate::clean;

/// What is wider pushes the cells behind it aside, in its own row only.
const WIDEST: usize = 100;

/// Rows of cells under headings, each row perhaps with lines of its own beneath.
#[derive(Debug, Clone)]
pub struct Table {
    headings: Vec<String>,
    is_number: Vec<bool>,
    rows: Vec<Row>,
    indent: usize,
}

#[derive(Debug, Clone)]
struct Row {
    cells: Vec<String>,
    beneath: Vec<String>,
}

impl Table {
    /// Returns an empty table, each line of which will be indented by `indent` columns. A heading
    /// that begins with `>` stands over numbers, which are set to the right.
    pub fn new<const N: usize>(indent: usize, headings: [&str; N]) -> Table {
        Table {
            headings: headings
                .map(|heading| heading.trim_start_matches('>').to_owned())
                .to_vec(),
            is_number: headings.map(|heading| heading.starts_with('>')).to_vec(),
            rows: Vec::new(),
            indent,
        }
    }

    /// Adds a row. A cell may hold anything: it is cleaned here.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        debug_assert_eq!(N, self.headings.len());
        self.rows.push(Row {
            cells: cells.iter().map(|cell| clean::line(cell)).collect(),
            beneath: Vec::new(),
        });
    }

    /// Adds a line beneath the row added last.
    pub fn beneath(&mut self, line: &str) {
        if let Some(row) = self.rows.last_mut() {
            row.beneath.push(clean::line(line));
        }
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the table as lines. A column without a single word in it is left out, and so is the
    /// line of headings where there are none.
    pub fn show(&self, style: Style) -> String {
        let shown: Vec<usize> = (0..self.headings.len())
            .filter(|column| self.rows.iter().any(|row| !row.cells[*column].is_empty()))
            .collect();
        let widths: Vec<usize> = shown
            .iter()
            .map(|column| {
                let cells = self.rows.iter().map(|row| row.cells[*column].width());
                let heading = self.headings[*column].width();
                cells
                    .filter(|width| *width <= WIDEST)
                    .fold(heading, usize::max)
            })
            .collect();
        let line = |cells: &[String]| {
            let mut line = " ".repeat(self.indent);
            for (column, width) in shown.iter().zip(&widths) {
                let cell = &cells[*column];
                let space = " ".repeat(width.saturating_sub(cell.width()));
                line.push_str(&match self.is_number[*column] {
                    true => format!("{space}{cell}  "),
                    false => format!("{cell}{space}  "),
                });
            }
            line.trim_end().to_owned()
        };
        let mut out = String::new();
        if self.headings.iter().any(|heading| !heading.is_empty()) {
            out.push_str(&format!("{}\n", style.faint(line(&self.headings))));
        }
        for row in &self.rows {
            out.push_str(&line(&row.cells));
            out.push('\n');
            for beneath in &row.beneath {
                let indent = " ".repeat(self.indent + 4);
                out.push_str(&format!("{indent}{}\n", style.faint(beneath)));
            }
        }
        out
    }
}

/// Returns the days of `when`; empty where neither is known.
pub fn days(when: &When) -> String {
    match (when.from, when.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("to {to}"),
    }
}

/// Returns what of `claim` is not the usual: its relation, scope, modality and cause.
pub fn held_as(claim: &Claim) -> String {
    let relation = match (claim.relation.kind, claim.relation.to.as_deref()) {
        (RelationKind::Whole, _) => None,
        (kind, to) => {
            let verb = match kind {
                RelationKind::Whole | RelationKind::Part => "part of",
                RelationKind::Additional => "adds to",
                RelationKind::Same => "same as",
                RelationKind::Revised => "revised to",
                RelationKind::Rival => "rival of",
            };
            Some(format!("{verb} {}", to.unwrap_or("?")))
        }
    };
    let scope = (claim.scope != Scope::Incident).then(|| claim.scope.to_string());
    let modality = (claim.modality != Modality::Asserted).then(|| claim.modality.to_string());
    let cause = (claim.cause != Cause::Violence).then(|| claim.cause.to_string());
    let parts: Vec<String> = [relation, scope, modality, cause]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

/// Returns the report's heading and a table of its claims, each with its quote beneath.
pub fn claims(report: &Report, reading: &Reading, explain: bool, style: Style) -> String {
    let mut out = format!("{}\n", style.bold(heading(report)));
    if let Some(reason) = &reading.unread {
        out.push_str(&format!("  not read: {reason}\n"));
        return out;
    }
    if reading.claims.is_empty() {
        out.push_str("  no harm is claimed\n");
        return out;
    }
    let mut table = Table::new(
        2,
        [
            "claim",
            "effect",
            ">count",
            "of whom",
            "held as",
            "when",
            "where",
            "alleged perpetrator",
            "claimant",
        ],
    );
    for claim in &reading.claims {
        table.row(cells(claim));
        table.beneath(&format!("\"{}\"", claim.quote.text));
        if explain {
            for reason in reasons(report, claim) {
                table.beneath(&format!("  {reason}"));
            }
        }
    }
    out.push_str(&table.show(style));
    out
}

/// Returns of whom or what `claim` is, with commas between.
pub fn categories(claim: &Claim) -> String {
    let categories = claim.categories.iter().map(|category| category.as_str());
    categories.collect::<Vec<_>>().join(", ")
}

fn cells(claim: &Claim) -> [String; 9] {
    let place = claim.place.as_ref();
    [
        claim.id.clone(),
        claim.effect.to_string(),
        short::count(&claim.count),
        categories(claim),
        held_as(claim),
        days(&claim.when),
        place.map(|place| place.name.clone()).unwrap_or_default(),
        claim.perpetrator.clone().unwrap_or_default(),
        claim
            .claimant
            .clone()
            .unwrap_or_else(|| "the outlet".into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::tests::{reading, report};

    #[test]
    fn columns_are_as_wide_as_what_is_shown_in_them() {
        let mut table = Table::new(1, ["place", "empty", ">killed"]);
        table.row(["索尔内尔".into(), String::new(), "5".into()]);
        table.row(["a\nb".into(), String::new(), "13".into()]);
        table.beneath("beneath");
        assert_eq!(
            table.show(Style::Plain),
            " place     killed\n 索尔内尔       5\n a b           13\n     beneath\n"
        );
    }

    #[test]
    fn a_cell_of_many_words_widens_no_row_but_its_own() {
        let mut table = Table::new(0, ["where", "killed"]);
        let everywhere = "Sornel / ".repeat(20);
        table.row([everywhere.clone(), "5".into()]);
        table.row(["Mareth".into(), "13".into()]);
        assert_eq!(
            table.show(Style::Plain),
            format!("where   killed\n{everywhere}  5\nMareth  13\n")
        );
    }

    #[test]
    fn a_reading_shows_each_claim_with_its_quote_and_its_reasons() {
        assert_eq!(
            claims(&report(), &reading(), true, Style::Plain),
            "a  (Sornel Post, 2031-03-04)
  claim  effect  count  of whom   held as     when        where   alleged perpetrator  claimant
  c1     killed      5  civilian              2031-03-03  Sornel  Velmora              the outlet
      \"5 civilians, including a child, were killed\"
        count: count.number.digits \"5 civilians\"
  c2     killed      1  child     part of c1  2031-03-03  Sornel  Velmora              the outlet
      \"5 civilians, including a child, were killed\"
"
        );
    }

    #[test]
    fn a_report_without_claims_says_why() {
        let mut reading = Reading::default();
        assert!(
            claims(&report(), &reading, false, Style::Plain).ends_with("\n  no harm is claimed\n")
        );
        reading.unread = Some("language fr is not read".into());
        assert!(
            claims(&report(), &reading, false, Style::Plain)
                .ends_with("\n  not read: language fr is not read\n")
        );
    }
}
