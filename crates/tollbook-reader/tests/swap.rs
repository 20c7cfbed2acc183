//! Exchanging two parties in a report exchanges them in its reading, and changes nothing else.

mod exchange;

use exchange::{Exchange, field};
use tollbook_reader::Reader;
use tollbook_terms::{Claim, Party, Report};

const REPORTS: &str = include_str!("../../tollbook-cli/samples/reports.jsonl");
const READINGS: &str = include_str!("../../tollbook-cli/samples/readings.jsonl");
const PARTIES: &str = include_str!("../../tollbook-cli/samples/parties.json");

#[test]
fn exchanging_the_parties_of_a_report_exchanges_them_in_its_reading_alone() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Exchange::new(&parties[0], &parties[1]);
    let reader = Reader::new(&parties);
    for line in REPORTS.lines() {
        let report: Report = serde_json::from_str(line).unwrap();
        let swapped = swap.report(&report);
        assert_eq!(swap.report(&swapped), report, "{}", report.id);
        let expected: Vec<Claim> = reader
            .read(&report)
            .claims
            .iter()
            .map(|claim| swap.claim(&report, claim))
            .collect();
        let found = reader.read(&swapped).claims;
        for (expected, found) in expected.iter().zip(&found) {
            assert_eq!(found, expected, "{}", report.id);
        }
        assert_eq!(found.len(), expected.len(), "{}", report.id);
    }
}

#[test]
fn the_samples_name_both_parties() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Exchange::new(&parties[0], &parties[1]);
    let changed = REPORTS.lines().filter(|line| swap.text(line) != **line);
    assert!(changed.count() >= 14);
    assert_eq!(
        swap.text("the Velmorans, TARKESSA and the Republic of Tarkessa"),
        "the Tarkessans, VELMORA and the Republic of Velmora"
    );
}

#[test]
fn a_claim_of_a_swapped_report_stands_on_its_swapped_words() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Exchange::new(&parties[0], &parties[1]);
    let mut moved = 0;
    for (report, reading) in REPORTS.lines().zip(READINGS.lines()) {
        let report: Report = serde_json::from_str(report).unwrap();
        let swapped = swap.report(&report);
        let mut reading: serde_json::Value = serde_json::from_str(reading).unwrap();
        let claims: Vec<Claim> = serde_json::from_value(reading["claims"].take()).unwrap();
        for claim in claims {
            let other = swap.claim(&report, &claim);
            let words = &field(&swapped, &other)[other.quote.start..other.quote.end];
            assert_eq!(words, other.quote.text);
            moved += usize::from(other.quote != claim.quote);
        }
    }
    assert!(moved > 0);
}
