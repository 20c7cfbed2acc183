//! Claims: a row of a table, and the page of one, down to the quote in its text.

use tollbook_book::{ClaimRow, ShownClaim};
use tollbook_formats::clean;
use tollbook_formats::output::style::Style;
use tollbook_formats::output::table::{Table, categories, days, held_as};
use tollbook_formats::output::{heading, reasons};
use tollbook_linker::say::Say;
use tollbook_terms::{Claim, Field, Relation, Report, short};

use super::decision;

/// Bytes of the text that are shown on each side of a quote.
const CONTEXT_BYTES: usize = 300;

/// Returns an empty table of claims, indented by `indent` columns.
pub(crate) fn table(indent: usize) -> Table {
    let headings = [
        "id",
        "no.",
        "effect",
        ">count",
        "of whom",
        "held as",
        "when",
        "where",
        "alleged perpetrator",
        "claimant",
        "report",
        "incident",
        "state",
    ];
    Table::new(indent, headings)
}

/// Adds a claim to a table, with its quote beneath.
pub(crate) fn tabulate(table: &mut Table, row: &ClaimRow, say: &Say<'_>) {
    let claim = &row.claim;
    let nearest = claim.actors.claimants.first();
    table.row([
        row.id.clone(),
        claim.id.clone(),
        claim.effect.to_string(),
        short::count(&claim.count),
        categories(claim),
        held_as(claim),
        days(&claim.when),
        claim
            .place
            .as_ref()
            .map(|place| place.name.clone())
            .unwrap_or_default(),
        claim.perpetrator.clone().unwrap_or_default(),
        nearest
            .map(|claimant| say.claimant(claimant))
            .unwrap_or_default(),
        row.report.clone(),
        row.incident.clone().unwrap_or_default(),
        state(row),
    ]);
    table.beneath(&format!("\"{}\"", claim.quote.text));
}

/// Returns what people decided about a claim.
fn state(row: &ClaimRow) -> String {
    let older = row
        .older
        .then(|| "in a version that was replaced".to_owned());
    let verdicts = decision::verdicts(row.rejected_by.as_ref(), row.confirmed_by.as_ref());
    let corrected = row
        .corrected
        .iter()
        .map(|(field, by)| format!("{field} corrected by {by}"));
    let parts = older.into_iter().chain(verdicts).chain(corrected);
    parts.collect::<Vec<_>>().join(", ")
}

/// Returns the page of a claim.
pub(crate) fn show(shown: &ShownClaim, say: &Say<'_>, style: Style) -> String {
    let ShownClaim {
        row,
        why,
        report,
        decisions,
    } = shown;
    // What it is part of, or adds to, is another claim, told of beneath.
    let alone = Claim {
        relation: Relation::whole(),
        ..row.claim.clone()
    };
    let mut out = format!(
        "{}\n\n{}\n",
        style.bold(format!("{}  {}", row.id, short::line(&alone, &[]))),
        context(&row.claim, report, style)
    );
    let mut table = Table::new(2, ["", ""]);
    for (field, value) in fields(row, report, say) {
        table.row([field.to_owned(), value]);
    }
    out.push_str(&table.show(style));
    if !why.is_empty() {
        out.push_str("\n  Why it was read so\n");
    }
    let explained = Claim {
        why: why.clone(),
        ..row.claim.clone()
    };
    for reason in reasons(report, &explained) {
        out.push_str(&format!("    {reason}\n"));
    }
    out.push_str(&decision::about(decisions));
    out
}

/// Returns what the claim says, field by field, without the fields that say nothing.
fn fields(row: &ClaimRow, report: &Report, say: &Say<'_>) -> Vec<(&'static str, String)> {
    let claim = &row.claim;
    let list = |values: Vec<&str>| values.join(", ");
    let place = claim.place.as_ref().map(|place| match &place.country {
        Some(country) => format!("{} ({country})", place.name),
        None => place.name.clone(),
    });
    let perpetrator = claim
        .perpetrator
        .as_ref()
        .map(|words| match &claim.actors.perpetrator {
            Some(id) => format!("\"{words}\" ({id})"),
            None => format!("\"{words}\""),
        });
    let claimants = claim
        .actors
        .claimants
        .iter()
        .map(|claimant| say.claimant(claimant));
    let victims = claim
        .victims
        .iter()
        .map(|victim| victim.name.as_str())
        .collect();
    let fields = [
        ("report", format!("{} {}", row.report_id, heading(report))),
        ("no.", claim.id.clone()),
        ("incident", row.incident.clone().unwrap_or_default()),
        ("effect", claim.effect.to_string()),
        (
            "count",
            format!("{} ({})", short::count(&claim.count), claim.count.basis),
        ),
        ("of whom", categories(claim)),
        ("victims", list(victims)),
        ("held as", held_as(claim)),
        ("event", claim.event.clone().unwrap_or_default()),
        ("when", days(&claim.when)),
        ("where", place.unwrap_or_default()),
        (
            "means",
            list(claim.means.iter().map(|means| means.as_str()).collect()),
        ),
        ("alleged perpetrator", perpetrator.unwrap_or_default()),
        (
            "victims' side",
            claim.actors.victims.clone().unwrap_or_default(),
        ),
        ("claimants", claimants.collect::<Vec<_>>().join(" <- ")),
        ("state", state(row)),
    ];
    fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Returns the quote in its text: `…` for what is not shown, `«…»` about the quote, `[…]` about the
/// number.
fn context(claim: &Claim, report: &Report, style: Style) -> String {
    let quote = &claim.quote;
    let text = match quote.field {
        Field::Text => report.text.as_str(),
        Field::Title => report.title.as_deref().unwrap_or(""),
    };
    let from = text.floor_char_boundary(quote.start.saturating_sub(CONTEXT_BYTES));
    let to = text.ceil_char_boundary(quote.end.saturating_add(CONTEXT_BYTES).min(text.len()));
    let piece = |start: usize, end: usize| clean::block(text.get(start..end).unwrap_or(""));
    let (number_start, number_end) = (claim.number.start, claim.number.end);
    let words = [
        if from > 0 { "…" } else { "" }.to_owned(),
        piece(from, quote.start),
        style.bold("«"),
        piece(quote.start, number_start),
        style.bold(format!("[{}]", piece(number_start, number_end))),
        piece(number_end, quote.end),
        style.bold("»"),
        piece(quote.end, to),
        if to < text.len() { "…" } else { "" }.to_owned(),
    ];
    words
        .concat()
        .lines()
        .map(|line| format!("{}\n", format!("  {line}").trim_end()))
        .collect()
}
