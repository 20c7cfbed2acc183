//! The page of an incident: its figures, who says what, and what cannot be true together.

use tollbook_book::{ClaimRow, ShownIncident};
use tollbook_formats::clean;
use tollbook_formats::output::style::Style;
use tollbook_formats::output::table::days;
use tollbook_linker::say::{self, Say};
use tollbook_terms::{Cause, Contest, Contradiction, Effect, Figure, Incident, Said};

use super::{claim, decision};

/// Returns where and when, as a heading: "Pelnor, 2031-05-03".
pub(crate) fn heading(incident: &Incident) -> String {
    let places: Vec<&str> = incident
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    let place = match places.as_slice() {
        [] => "place not told".to_owned(),
        places => places.join(" / "),
    };
    let days = match days(&incident.when) {
        days if days.is_empty() => "day not told".to_owned(),
        days => days,
    };
    clean::line(&format!("{place}, {days}"))
}

/// Returns what the accounts of an incident disagree on, over these effects of this cause; empty
/// where they do not.
pub(crate) fn differences(
    incident: &Incident,
    effects: &[Effect],
    cause: Cause,
    say: &Say<'_>,
) -> String {
    let mut out = String::new();
    let in_question = |figure: &&Figure| {
        figure.category.is_none() && figure.cause == cause && effects.contains(&figure.effect)
    };
    for figure in incident.figures.iter().filter(in_question) {
        let differs = figure
            .said
            .iter()
            .any(|said| said.count != figure.said[0].count);
        if differs {
            out.push_str(&accounts(figure, say, "    "));
        }
    }
    out.push_str(&disputes(incident, say, "    "));
    match out.is_empty() {
        true => out,
        false => format!("  {}  {}\n{out}", incident.id, heading(incident)),
    }
}

/// Returns a figure with who says what of it, and why its best is the best.
fn accounts(figure: &Figure, say: &Say<'_>, indent: &str) -> String {
    let mut out = format!("{indent}{}\n", named(figure));
    for said in figure.said.iter().chain(&figure.narrower) {
        out.push_str(&format!("{indent}  {}\n", account(said, say)));
    }
    out.push_str(&format!("{indent}  {}\n", say::chosen(figure)));
    out
}

/// Returns a figure in words: "8 (6 to 8) killed", "1 child killed".
fn named(figure: &Figure) -> String {
    let kind = figure
        .category
        .map(|category| format!(" {}", say::category(category, figure.best)))
        .unwrap_or_default();
    let cause = match figure.cause {
        Cause::Violence => String::new(),
        cause => format!(" by {cause}"),
    };
    format!(
        "{}{kind} {}{cause}",
        say::spread(figure.low, figure.best, figure.high),
        say::effect(figure.effect)
    )
}

fn account(said: &Said, say: &Say<'_>) -> String {
    let ids: Vec<&str> = said
        .pieces
        .iter()
        .map(|piece| piece.claim.as_str())
        .collect();
    clean::line(&format!("{}  [{}]", say.said(said), ids.join(" ")))
}

/// Returns why an incident is contested, and what in it cannot be true together.
fn disputes(incident: &Incident, say: &Say<'_>, indent: &str) -> String {
    let mut out = String::new();
    for contest in &incident.contested {
        let claim = match contest {
            Contest::Denied { claim, .. } => format!("  [{claim}]"),
            Contest::BlamedOnDifferentActors { .. } => String::new(),
        };
        out.push_str(&format!(
            "{indent}contested: {}{claim}\n",
            clean::line(&say.contest(contest))
        ));
    }
    for contradiction in &incident.contradictions {
        let claim = match contradiction {
            Contradiction::SaidToBeNone { claim, .. } => format!("  [{claim}]"),
            // The sentence names its claims, or it is about figures.
            Contradiction::PartLargerThanWhole { .. }
            | Contradiction::CategoryLargerThanAll { .. } => String::new(),
        };
        let sentence = clean::line(&say.contradiction(contradiction));
        out.push_str(&format!("{indent}contradiction: {sentence}{claim}\n"));
    }
    out
}

/// Returns the page of an incident, down to its claims and their quotes.
pub(crate) fn show(shown: &ShownIncident, say: &Say<'_>, style: Style) -> String {
    let incident = &shown.row.incident;
    let mut out = format!(
        "{}\n",
        style.bold(format!("{}  {}", incident.id, heading(incident)))
    );
    let means: Vec<&str> = incident.means.iter().map(|means| means.as_str()).collect();
    if !means.is_empty() {
        out.push_str(&format!("  means: {}\n", means.join(", ")));
    }
    for blamed in &incident.blamed {
        let by: Vec<String> = blamed
            .claimants
            .iter()
            .map(|claimant| say.claimant(claimant))
            .collect();
        let sentence = format!(
            "{} (\"{}\") by {}",
            say.perpetrator(blamed.actor.as_deref()),
            blamed.words.join("\", \""),
            by.join("; ")
        );
        out.push_str(&format!("  {}\n", clean::line(&sentence)));
    }
    if let Some(side) = &incident.one_sided {
        out.push_str(&format!("  {}\n", clean::line(&say.one_sided(side))));
    }
    out.push_str(&disputes(incident, say, "  "));
    if !incident.contains.is_empty() {
        out.push_str(&format!("  it sums {}\n", incident.contains.join(" ")));
    }
    for figure in &incident.figures {
        out.push_str(&format!("\n{}", accounts(figure, say, "  ")));
        out.push_str(&format!(
            "    {}\n",
            clean::line(&say.grade(incident, figure))
        ));
        for step in &figure.steps {
            let line = format!("    {}  [{}]", say::step(step), step.claims.join(" "));
            out.push_str(&format!("{}\n", style.faint(line)));
        }
    }
    if !incident.aside.is_empty() {
        out.push_str("\n  Said, and setting no figure\n");
    }
    for aside in &incident.aside {
        let sentence = clean::line(&say.aside(aside));
        out.push_str(&format!("    {sentence}  [{}]\n", aside.claim));
    }
    out.push_str("\n  Its claims\n");
    let mut table = claim::table(4);
    for row in &shown.claims {
        let row = ClaimRow {
            incident: None,
            ..row.clone()
        };
        claim::tabulate(&mut table, &row, say);
    }
    out.push_str(&table.show(style));
    out.push_str(&decision::about(&shown.decisions));
    out
}
