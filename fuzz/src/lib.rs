//! What must hold of every reading, whatever the report.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;
use tollbook_formats::clean;
use tollbook_formats::output::{csv, jsonl, marked, short, style::Style, table};
use tollbook_reader::Reader;
use tollbook_terms::{Claim, Field, Party, Reading, RelationKind, Report};

static READER: LazyLock<Reader> = LazyLock::new(|| {
    let party = |id: &str, name: &str, demonym: &str| Party {
        id: id.into(),
        names: vec![name.into()],
        demonyms: vec![demonym.into()],
        ..Party::default()
    };
    Reader::new(&[
        party("velmora", "Velmora", "Velmoran"),
        party("tarkessa", "Tarkessa", "Tarkessan"),
    ])
});

/// Reads `report`, twice, and checks the reading and every way of showing it.
pub fn read(report: &Report) {
    let reading = READER.read(report);
    assert_eq!(reading, READER.read(report), "a second reading differs");
    assert!(
        reading.unread.is_none() || reading.claims.is_empty(),
        "read and unread"
    );
    let ids: BTreeSet<&str> = reading
        .claims
        .iter()
        .map(|claim| claim.id.as_str())
        .collect();
    assert_eq!(ids.len(), reading.claims.len(), "an id stands twice");
    for claim in &reading.claims {
        check(report, claim, &ids);
    }
    show(report, &reading);
}

fn check(report: &Report, claim: &Claim, ids: &BTreeSet<&str>) {
    let field = match claim.quote.field {
        Field::Text => &report.text,
        Field::Title => report.title.as_deref().unwrap_or_default(),
    };
    let (quote, number) = (&claim.quote, &claim.number);
    assert_eq!(
        field.get(quote.start..quote.end),
        Some(&*quote.text),
        "quote"
    );
    assert_eq!(
        field.get(number.start..number.end),
        Some(&*number.text),
        "number"
    );
    assert!(!number.text.is_empty(), "a number without words");
    assert!(
        quote.start <= number.start && number.end <= quote.end,
        "the number stands outside the quote"
    );
    assert!(
        claim.count.high.is_none_or(|high| claim.count.low <= high),
        "low > high"
    );
    let relation = &claim.relation;
    assert_eq!(
        relation.kind == RelationKind::Whole,
        relation.to.is_none(),
        "relation"
    );
    if let Some(to) = &relation.to {
        assert!(
            ids.contains(to.as_str()) && *to != claim.id,
            "relation to {to}"
        );
    }
    for why in &claim.why {
        assert!(
            field.get(why.start..why.end).is_some(),
            "reason of {}",
            why.field
        );
    }
}

fn show(report: &Report, reading: &Reading) {
    for explain in [false, true] {
        let line = jsonl::line(report, reading, explain);
        assert_eq!(
            line.find('\n'),
            Some(line.len() - 1),
            "JSON lines: not one line"
        );
        let row: Value = serde_json::from_str(&line).expect("JSON lines: JSON");
        if explain {
            let claims: Vec<Claim> =
                serde_json::from_value(row["claims"].clone()).expect("JSON lines: claims");
            assert_eq!(claims, reading.claims, "JSON lines: other claims");
        }
        for page in [
            table::claims(report, reading, explain, Style::Plain),
            marked::claims(report, reading, explain, Style::Plain),
            short::claims(report, reading, explain),
            csv::claims(report, reading, explain),
            line,
        ] {
            let hidden = page
                .chars()
                .find(|c| clean::is_hidden(*c) && !matches!(c, '\n' | '\t' | '\r'));
            assert_eq!(hidden, None, "a terminal would obey it");
        }
    }
}
