//! Exchanging two parties in a report exchanges them in its reading, and changes nothing else.

use tollbook_reader::Reader;
use tollbook_terms::{Affiliation, Claim, Field, Party, Report};

const REPORTS: &str = include_str!("../../tollbook-cli/samples/reports.jsonl");
const READINGS: &str = include_str!("../../tollbook-cli/samples/readings.jsonl");
const PARTIES: &str = include_str!("../../tollbook-cli/samples/parties.json");

/// Two parties and the words for them, which stand for each other.
struct Swap {
    ids: [String; 2],
    /// Longest first, so that a demonym is not taken for a name with a tail.
    words: Vec<[String; 2]>,
}

impl Swap {
    fn new([one, other]: &[Party; 2]) -> Swap {
        assert_eq!(one.names.len(), other.names.len());
        assert_eq!(one.demonyms.len(), other.demonyms.len());
        let all = |party: &Party| [party.names.clone(), party.demonyms.clone()].concat();
        let mut words = Vec::new();
        for (one, other) in all(one).into_iter().zip(all(other)) {
            words.push([one.to_uppercase(), other.to_uppercase()]);
            words.push([one, other]);
        }
        for i in 0..words.len() {
            let [one, other] = words[i].clone();
            words.push([other, one]);
        }
        words.sort_by_key(|[word, _]| std::cmp::Reverse(word.len()));
        let ids = [one.id.clone(), other.id.clone()];
        Swap { ids, words }
    }

    fn text(&self, text: &str) -> String {
        let mut swapped = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            match self.words.iter().find(|[word, _]| rest.starts_with(word)) {
                Some([word, other]) => {
                    swapped += other;
                    rest = &rest[word.len()..];
                }
                None => {
                    swapped.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        swapped
    }

    fn report(&self, report: &Report) -> Report {
        Report {
            text: self.text(&report.text),
            title: report.title.as_ref().map(|title| self.text(title)),
            outlet: report.outlet.as_ref().map(|outlet| self.text(outlet)),
            ..report.clone()
        }
    }

    fn id(&self, id: &str) -> String {
        match self.ids.iter().position(|other| other == id) {
            Some(i) => self.ids[1 - i].clone(),
            None => id.to_owned(),
        }
    }

    /// Returns the claim as it must be in the reading of the swapped report.
    fn claim(&self, report: &Report, claim: &Claim) -> Claim {
        let field = field(report, claim);
        let moved = |offset: &mut usize| *offset = self.text(&field[..*offset]).len();
        let renamed = |words: &mut String| *words = self.text(words);
        let mut claim = claim.clone();
        moved(&mut claim.quote.start);
        moved(&mut claim.quote.end);
        moved(&mut claim.number.start);
        moved(&mut claim.number.end);
        renamed(&mut claim.quote.text);
        renamed(&mut claim.number.text);
        for victim in &mut claim.victims {
            renamed(&mut victim.name);
            victim.role.iter_mut().for_each(renamed);
        }
        if let Some(place) = &mut claim.place {
            renamed(&mut place.name);
        }
        claim.perpetrator.iter_mut().for_each(renamed);
        claim.claimant.iter_mut().for_each(renamed);
        let actors = &mut claim.actors;
        for id in [&mut actors.perpetrator, &mut actors.victims] {
            id.iter_mut().for_each(|id| *id = self.id(id));
        }
        for claimant in &mut actors.claimants {
            renamed(&mut claimant.text);
            claimant.id.iter_mut().for_each(|id| *id = self.id(id));
            if let Affiliation::Party(id) = &mut claimant.affiliation {
                *id = self.id(id);
            }
        }
        for why in &mut claim.why {
            moved(&mut why.start);
            moved(&mut why.end);
        }
        claim
    }
}

/// Returns the text that the claim's offsets count in.
fn field<'a>(report: &'a Report, claim: &Claim) -> &'a str {
    match claim.quote.field {
        Field::Text => &report.text,
        Field::Title => report.title.as_deref().unwrap_or_default(),
    }
}

#[test]
fn exchanging_the_parties_of_a_report_exchanges_them_in_its_reading_alone() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Swap::new(&parties);
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
    let swap = Swap::new(&parties);
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
    let swap = Swap::new(&parties);
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
