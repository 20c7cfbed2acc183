//! CSV: one claim a row, for spreadsheets.

use ::csv::{Terminator, WriterBuilder};
use tollbook_terms::{Claim, Reading, Report, Victim};

use super::reasons;
use crate::clean;

const HEADINGS: [&str; 31] = [
    "report",
    "outlet",
    "published",
    "claim",
    "effect",
    "low",
    "high",
    "basis",
    "categories",
    "victims",
    "relation",
    "to",
    "scope",
    "modality",
    "cause",
    "event",
    "from",
    "until",
    "place",
    "country",
    "means",
    "alleged perpetrator",
    "alleged perpetrator id",
    "claimant",
    "claimant affiliation",
    "field",
    "start",
    "end",
    "number",
    "quote",
    "why",
];

/// Returns the row of headings.
pub fn head() -> String {
    rows(std::iter::once(HEADINGS.map(str::to_owned)))
}

/// Returns a row for each claim of `report`; the reasons are filled in only if `explain`.
///
/// Lists stand in one cell, parted by `; `. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe.
pub fn claims(report: &Report, reading: &Reading, explain: bool) -> String {
    rows(
        reading
            .claims
            .iter()
            .map(|claim| row(report, claim, explain)),
    )
}

fn row(report: &Report, claim: &Claim, explain: bool) -> [String; HEADINGS.len()] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let nearest = claim.actors.claimants.first();
    let place = claim.place.as_ref();
    [
        report.id.clone(),
        text(&report.outlet),
        report
            .published
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        claim.id.clone(),
        claim.effect.to_string(),
        claim.count.low.to_string(),
        claim
            .count
            .high
            .map(|high| high.to_string())
            .unwrap_or_default(),
        claim.count.basis.to_string(),
        list(&claim.categories),
        claim
            .victims
            .iter()
            .map(victim)
            .collect::<Vec<_>>()
            .join("; "),
        claim.relation.kind.to_string(),
        text(&claim.relation.to),
        claim.scope.to_string(),
        claim.modality.to_string(),
        claim.cause.to_string(),
        text(&claim.event),
        claim
            .when
            .from
            .map(|day| day.to_string())
            .unwrap_or_default(),
        claim.when.to.map(|day| day.to_string()).unwrap_or_default(),
        place.map(|place| place.name.clone()).unwrap_or_default(),
        place
            .and_then(|place| place.country.clone())
            .unwrap_or_default(),
        list(&claim.means),
        text(&claim.perpetrator),
        text(&claim.actors.perpetrator),
        text(&claim.claimant),
        nearest
            .map(|claimant| claimant.affiliation.clone().into())
            .unwrap_or_default(),
        claim.quote.field.as_str().to_owned(),
        claim.quote.start.to_string(),
        claim.quote.end.to_string(),
        claim.number.text.clone(),
        claim.quote.text.clone(),
        if explain {
            reasons(report, claim).join("; ")
        } else {
            String::new()
        },
    ]
}

fn list<T: ToString>(values: &[T]) -> String {
    values
        .iter()
        .map(T::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

fn victim(victim: &Victim) -> String {
    let more: Vec<&str> = [&victim.age, &victim.sex, &victim.role]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    match more.is_empty() {
        true => victim.name.clone(),
        false => format!("{} ({})", victim.name, more.join(", ")),
    }
}

/// Returns `cells` as CSV rows, cleaned and safe for a spreadsheet.
pub fn rows<const N: usize>(cells: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for row in cells {
        // Writing to memory cannot fail, and all rows have the same number of cells.
        let _ = writer.write_record(row.map(|cell| safe(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns `cell` as it may be shown, with an apostrophe before what a spreadsheet would compute.
fn safe(cell: &str) -> String {
    let cell = clean::block(cell);
    match cell.trim_start().starts_with(['=', '+', '-', '@', '\t']) {
        true => format!("'{cell}"),
        false => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::tests::{reading, report};

    #[test]
    fn a_claim_is_one_row_of_as_many_cells_as_headings() {
        let text = head() + &claims(&report(), &reading(), true);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        let cell = |row: usize, heading: &str| {
            let at = headings.iter().position(|h| h == heading).unwrap();
            rows[row][at].to_owned()
        };
        assert_eq!(cell(0, "low"), "5");
        assert_eq!(
            cell(0, "quote"),
            "5 civilians, including a child, were killed"
        );
        assert_eq!(cell(0, "why"), "count: count.number.digits \"5 civilians\"");
        assert_eq!(cell(1, "to"), "c1");
        assert_eq!(cell(1, "alleged perpetrator"), "Velmora");
    }

    #[test]
    fn a_cell_never_computes_and_never_hides() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            (" @SUM", "' @SUM"),
            ("-5", "'-5"),
            ("+5", "'+5"),
            ("\t=1", "'\t=1"),
            ("5 - 3", "5 - 3"),
            ("a\u{1b}b", "a␛b"),
        ] {
            assert_eq!(safe(cell), expected, "{cell:?}");
        }
    }
}
