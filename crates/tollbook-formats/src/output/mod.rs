//! What goes out: readings as JSON lines, CSV, tables, marked texts and the short notation.
//!
//! Each function returns text that is ready to be written; JSON lines alone keep a report's words
//! byte for byte, with hidden characters as JSON escapes, and all others show them.

pub mod csv;
pub mod jsonl;
pub mod marked;
pub mod short;
pub mod style;
pub mod table;

use tollbook_terms::{Claim, Report, Why};

use crate::clean;

/// Returns the line that opens a report on a page: its id, outlet, day of publication and title.
pub fn heading(report: &Report) -> String {
    let published = report
        .published
        .as_ref()
        .map(|published| published.as_str());
    let parts = [report.outlet.as_deref(), published, report.title.as_deref()];
    let known: Vec<&str> = parts.into_iter().flatten().collect();
    let id = clean::line(&report.id);
    match known.is_empty() {
        true => id,
        false => format!("{id}  ({})", clean::line(&known.join(", "))),
    }
}

/// Returns the words that a reason stands on; empty where it names no bytes of the report.
fn words<'a>(report: &'a Report, claim: &Claim, why: &Why) -> &'a str {
    field_of(report, claim)
        .get(why.start..why.end)
        .unwrap_or("")
}

/// Returns the field of `report` in which the bytes of `claim` count.
fn field_of<'a>(report: &'a Report, claim: &Claim) -> &'a str {
    match claim.quote.field {
        tollbook_terms::Field::Text => &report.text,
        tollbook_terms::Field::Title => report.title.as_deref().unwrap_or(""),
    }
}

/// Returns the reasons of `claim`, one a line, each with its field, its rule and its words.
pub fn reasons(report: &Report, claim: &Claim) -> Vec<String> {
    claim
        .why
        .iter()
        .map(|why| {
            let words = clean::line(words(report, claim, why));
            format!("{}: {} \"{words}\"", why.field, why.rule)
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use tollbook_terms::{
        Actors, Category, Cause, Count, Effect, Modality, Number, Place, Quote, Reading, Relation,
        RelationKind, Scope, When,
    };

    use super::*;

    /// A report with one attack: five civilians killed, a child among them.
    pub(crate) fn report() -> Report {
        Report {
            id: "a".into(),
            text: "On Monday 5 civilians, including a child, were killed.".into(),
            outlet: Some("Sornel Post".into()),
            published: Some("2031-03-04".parse().unwrap()),
            ..Report::default()
        }
    }

    /// Its two claims, the first with a reason.
    pub(crate) fn reading() -> Reading {
        let text = report().text;
        let day = Some(jiff::civil::date(2031, 3, 3));
        let claim = |id: &str, number: &str, count, category, relation| {
            let start = text.find(number).unwrap();
            let quote = "5 civilians, including a child, were killed";
            let quote_start = text.find(quote).unwrap();
            Claim {
                id: id.into(),
                quote: Quote {
                    field: tollbook_terms::Field::Text,
                    start: quote_start,
                    end: quote_start + quote.len(),
                    text: quote.into(),
                },
                number: Number {
                    start,
                    end: start + number.len(),
                    text: number.into(),
                },
                effect: Effect::Killed,
                count: Count::exact(count),
                categories: vec![category],
                victims: Vec::new(),
                relation,
                scope: Scope::Incident,
                modality: Modality::Asserted,
                cause: Cause::Violence,
                event: Some("A".into()),
                when: When { from: day, to: day },
                place: Some(Place {
                    name: "Sornel".into(),
                    country: None,
                }),
                means: Vec::new(),
                perpetrator: Some("Velmora".into()),
                claimant: None,
                actors: Actors::default(),
                why: Vec::new(),
            }
        };
        let part = Relation {
            kind: RelationKind::Part,
            to: Some("c1".into()),
        };
        let mut whole = claim(
            "c1",
            "5 civilians",
            5,
            Category::Civilian,
            Relation::whole(),
        );
        whole.why = vec![Why {
            field: "count".into(),
            rule: "count.number.digits".into(),
            start: whole.number.start,
            end: whole.number.end,
        }];
        Reading {
            claims: vec![whole, claim("c2", "a child", 1, Category::Child, part)],
            unread: None,
        }
    }
}
