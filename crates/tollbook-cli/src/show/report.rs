//! The page of a report: what is known of it, its text with its claims, its versions and copies.

use std::collections::BTreeMap;

use tollbook_book::ShownReport;
use tollbook_formats::output::marked;
use tollbook_formats::output::style::Style;
use tollbook_formats::output::table::Table;
use tollbook_terms::{Claim, Reading};

use super::decision;

/// Returns the page of a report.
pub(crate) fn show(shown: &ShownReport, style: Style) -> String {
    let row = &shown.row;
    let mut out = format!("{}  ", style.bold(&row.id));
    out.push_str(&marked::claims(
        &shown.report,
        &reading(shown),
        false,
        style,
    ));
    out.push('\n');
    let mut table = Table::new(2, ["", ""]);
    let mut known = |what: &str, value: Option<&str>| {
        if let Some(value) = value {
            table.row([what.to_owned(), value.to_owned()]);
        }
    };
    known("url", row.url.as_deref());
    known("language", row.language.as_deref());
    for (field, value) in &shown.report.extra {
        known(field, Some(&value.to_string()));
    }
    known("rejected by", row.rejected_by.as_deref());
    known("confirmed by", row.confirmed_by.as_deref());
    known("read by", Some(&row.reader));
    if !shown.copies.is_empty() {
        known("copies of its text", Some(&shown.copies.join(" ")));
    }
    for version in &shown.versions {
        let stands = if version.stands { ", which stands" } else { "" };
        let came = format!(
            "added {} from {}{stands}; SHA-256 of its bytes {}",
            version.added_at, version.source, version.bytes
        );
        known(&format!("version {}", version.version), Some(&came));
    }
    out.push_str(&table.show(style));
    out.push_str(&decision::about(&shown.decisions));
    out
}

/// Returns the claims under their short ids, those that nobody rejected.
fn reading(shown: &ShownReport) -> Reading {
    let short: BTreeMap<&str, &str> = shown
        .claims
        .iter()
        .map(|row| (row.claim.id.as_str(), row.id.as_str()))
        .collect();
    let named = |id: &str| {
        short
            .get(id)
            .map_or_else(|| id.to_owned(), |id| (*id).to_owned())
    };
    let standing = shown.claims.iter().filter(|row| row.rejected_by.is_none());
    let claims = standing.map(|row| {
        let mut claim: Claim = row.claim.clone();
        claim.id = row.id.clone();
        claim.relation.to = claim.relation.to.as_deref().map(named);
        claim
    });
    Reading {
        claims: claims.collect(),
        unread: shown.row.unread.clone(),
    }
}
