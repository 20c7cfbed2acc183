//! The report's own text with its claims marked where they stand.

use std::collections::BTreeMap;

use tollbook_terms::{Field, Reading, Report, short};

use super::style::Style;
use super::{heading, reasons};
use crate::clean;

/// Returns the title and text of `report`, each number in brackets with its claims behind it:
/// `[5 civilians]{c1 killed 5 civilian}`.
pub fn claims(report: &Report, reading: &Reading, explain: bool, style: Style) -> String {
    let mut out = format!("{}\n", style.bold(heading(report)));
    if let Some(reason) = &reading.unread {
        out.push_str(&format!("  not read: {reason}\n"));
    }
    if let Some(title) = &report.title {
        out.push_str(&field(title, Field::Title, reading, style));
        out.push('\n');
    }
    out.push_str(&field(&report.text, Field::Text, reading, style));
    if !out.ends_with('\n') {
        out.push('\n');
    }
    if explain {
        for claim in &reading.claims {
            out.push_str(&format!("  {}\n", claim.id));
            for reason in reasons(report, claim) {
                out.push_str(&format!("    {reason}\n"));
            }
        }
    }
    out
}

/// Returns one field with its numbers marked.
fn field(text: &str, field: Field, reading: &Reading, style: Style) -> String {
    // Numbers may share bytes ("three were abducted and killed"), so each end of one is a mark of
    // its own: first what closes at a byte, then what opens there.
    let mut labels: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for claim in reading
        .claims
        .iter()
        .filter(|claim| claim.quote.field == field)
    {
        let label = format!("{} {}", claim.id, short::line(claim, &reading.claims));
        let number = (claim.number.start, claim.number.end);
        labels.entry(number).or_default().push(label);
    }
    let mut marks: BTreeMap<usize, String> = BTreeMap::new();
    for ((_, end), labels) in labels.iter().rev() {
        let label = style.faint(format!("{{{}}}", labels.join("; ")));
        let mark = marks.entry(*end).or_default();
        mark.push_str(&format!("{}{label}", style.bold("]")));
    }
    for (start, _) in labels.keys() {
        marks.entry(*start).or_default().push_str(&style.bold("["));
    }
    let mut out = String::with_capacity(text.len());
    let mut shown = 0;
    for (at, mark) in marks {
        out.push_str(&clean::block(text.get(shown..at).unwrap_or("")));
        out.push_str(&mark);
        shown = at;
    }
    out.push_str(&clean::block(text.get(shown..).unwrap_or("")));
    out
}

#[cfg(test)]
mod tests {
    use tollbook_terms::{Count, Effect, Relation};

    use super::*;
    use crate::output::tests::{reading, report};

    #[test]
    fn each_number_is_marked_where_it_stands() {
        assert_eq!(
            claims(&report(), &reading(), true, Style::Plain),
            "a  (Sornel Post, 2031-03-04)
On Monday [5 civilians]{c1 killed 5 civilian}, including [a child]{c2 killed 1 child part-of 5}, were killed.
  c1
    count: count.number.digits \"5 civilians\"
  c2
"
        );
    }

    #[test]
    fn two_claims_on_one_number_share_its_mark() {
        let mut reading = reading();
        let mut second = reading.claims[0].clone();
        second.id = "c3".into();
        second.effect = Effect::Abducted;
        second.count = Count::exact(5);
        second.relation = Relation::whole();
        reading.claims.push(second);
        let text = claims(&report(), &reading, false, Style::Plain);
        assert!(
            text.contains("[5 civilians]{c1 killed 5 civilian; c3 abducted 5 civilian},"),
            "{text}"
        );
    }
}
