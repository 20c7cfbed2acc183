//! Decisions: in words, as a page, and beneath what they are about.

use tollbook_book::DecisionRow;
use tollbook_formats::clean;
use tollbook_formats::output::style::Style;
use tollbook_terms::{Act, Subject};

/// Returns what was decided, in words.
pub(crate) fn act(act: &Act) -> String {
    let subject = |subject: &Subject| match subject {
        Subject::Claim { .. } => "a claim",
        Subject::Incident { .. } => "an incident",
        Subject::Report { .. } => "a report",
    };
    match act {
        Act::Confirm { subject: of } => format!("confirm {}", subject(of)),
        Act::Correct {
            field, was, value, ..
        } => format!("correct {field} from {was} to {value}"),
        Act::Reject { subject: of } => format!("reject {}", subject(of)),
        Act::SetParty { party } => format!("set the party {}", party.id),
        Act::DropParty { id } => format!("drop the party {id}"),
        Act::Undo { .. } => "undo a decision".to_owned(),
    }
}

/// Returns what became of a decision; empty where it holds.
pub(crate) fn state(row: &DecisionRow) -> String {
    match (&row.undone_by, row.found) {
        (Some(by), _) => format!("undone by {by}"),
        (None, false) => "what it is about is not there any more".to_owned(),
        (None, true) => String::new(),
    }
}

/// Returns what people decided about a report, a claim or an incident: none, one or two statements.
pub(crate) fn verdicts(
    rejected_by: Option<&String>,
    confirmed_by: Option<&String>,
) -> impl Iterator<Item = String> {
    let rejected = rejected_by.map(|by| format!("rejected by {by}"));
    let confirmed = confirmed_by.map(|by| format!("confirmed by {by}"));
    rejected.into_iter().chain(confirmed)
}

/// Returns the page of a decision.
pub(crate) fn show(row: &DecisionRow, style: Style) -> String {
    let decision = &row.decision;
    let lines = [
        ("about", row.about.join(" ")),
        ("by", decision.by.clone()),
        ("at", decision.at.clone()),
        ("reason", decision.reason.clone()),
        ("state", state(row)),
        ("place", format!("{} in the chain", row.nr)),
        ("hash", row.hash.to_string()),
        ("the one before", decision.previous.to_string()),
    ];
    let mut out = format!(
        "{}\n",
        style.bold(clean::line(&format!("{}  {}", row.id, act(&decision.act))))
    );
    for (what, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(&format!("  {what}: {}\n", clean::line(value)));
    }
    out
}

/// Returns the decisions about one thing, one a line.
pub(crate) fn about(decisions: &[DecisionRow]) -> String {
    let mut out = String::new();
    if !decisions.is_empty() {
        out.push_str("\n  Decisions about it\n");
    }
    for row in decisions {
        let decision = &row.decision;
        let mut line = format!(
            "{}  {} {}: {} ({})",
            row.id,
            decision.at,
            decision.by,
            act(&decision.act),
            decision.reason
        );
        if !state(row).is_empty() {
            line.push_str(&format!(", {}", state(row)));
        }
        out.push_str(&format!("    {}\n", clean::line(&line)));
    }
    out
}
