//! Learns what the signs are worth by which a claim finds its perpetrator, its place and its date among all candidates
//! of its report.

use serde_json::Value;
use tollbook_reader::{Candidate, Clue, DateClue, PlaceClue, Reader};
use tollbook_terms::{Cause, Claim, Report, Scope};

use super::choice::{Decision, Held, Way, crossed, learn};
use super::example::Example;
use super::relation::matched;

/// The claims of a report and all that may be chosen for each.
type Read = (Vec<Claim>, Vec<Candidate>);

/// What a claim has of which a report may tell several.
pub(crate) struct Field {
    name: &'static str,
    /// The names of the signs, and what each is held near before any report is seen.
    signs: Vec<(&'static str, f64)>,
    /// How strongly.
    hold: fn(Held) -> Held,
    candidates: fn(&Reader, &Report) -> Read,
    /// Whether the field of the claim is chosen at all.
    takes: fn(&Claim) -> bool,
    /// The words of a gold claim for a claim; some nothing where it names none.
    words: fn(&Claim, &Value) -> Option<Option<String>>,
    /// Whether words of a gold claim and of a candidate mean the same.
    same: fn(&str, &str) -> bool,
}

/// The perpetrator.
pub(crate) fn perpetrator() -> Field {
    let held = |clue| match clue {
        Clue::Always => -2.0,
        Clue::Agent => 2.0,
        Clue::Own => 1.0,
        Clue::OfEvent | Clue::ArrestByForce => 0.5,
        Clue::OfOther | Clue::Total => -0.5,
        Clue::Victim | Clue::Harmed => -1.0,
        _ => 0.0,
    };
    Field {
        name: "perpetrators",
        signs: Clue::ALL
            .iter()
            .map(|clue| (clue.as_str(), held(*clue)))
            .collect(),
        hold: Held::loosely,
        candidates: Reader::suspects,
        takes: |claim| claim.cause == Cause::Violence,
        words: |_, gold| Some(gold.get("perpetrator")?.as_str().map(str::to_owned)),
        same: alike,
    }
}

/// The place.
pub(crate) fn place() -> Field {
    let held = |clue| match clue {
        PlaceClue::Always => -1.0,
        PlaceClue::Own => 2.0,
        PlaceClue::In | PlaceClue::OfEvent | PlaceClue::Narrowest => 0.5,
        PlaceClue::OfOther | PlaceClue::Heard => -0.5,
        PlaceClue::Bare => -1.0,
        _ => 0.0,
    };
    Field {
        name: "places",
        signs: PlaceClue::ALL
            .iter()
            .map(|clue| (clue.as_str(), held(*clue)))
            .collect(),
        hold: |held| held,
        candidates: Reader::sites,
        takes: |_| true,
        words: |_, gold| {
            let name = gold.get("where")?["name"].as_str();
            Some(name.filter(|name| !name.is_empty()).map(str::to_owned))
        },
        same: alike,
    }
}

/// The date: of a running total only its beginning, as its end is the day of writing.
pub(crate) fn date() -> Field {
    let held = |clue| match clue {
        DateClue::Always | DateClue::Act => -1.0,
        DateClue::Own => 2.0,
        DateClue::Event | DateClue::OfEvent => 0.5,
        DateClue::OfOther => -0.5,
        _ => 0.0,
    };
    Field {
        name: "dates",
        signs: DateClue::ALL
            .iter()
            .map(|clue| (clue.as_str(), held(*clue)))
            .collect(),
        hold: Held::loosely,
        candidates: Reader::days,
        takes: |_| true,
        words: |claim, gold| {
            let when = gold.get("when")?;
            let end = |end: &str| when[end].as_str().unwrap_or("");
            let told = format!("{}/{}", end("from"), end("to"));
            let open = match claim.scope {
                Scope::Cumulative => end("from").is_empty(),
                _ => told == "/",
            };
            Some((!open).then_some(told))
        },
        same: |gold, candidate| gold == candidate,
    }
}

/// Words that say nothing of who or what is meant, as the scorer has them.
const SILENT: &[&str] = &[
    "the", "a", "an", "of", "in", "at", "and", "on", "for", "s", "to", "by", "his", "her", "their",
    "its",
];

/// Whether two phrases have a word in common.
fn alike(a: &str, b: &str) -> bool {
    let words = |phrase: &str| -> Vec<String> {
        phrase
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .map(str::to_lowercase)
            .filter(|word| !word.is_empty() && !SILENT.contains(&word.as_str()))
            .collect()
    };
    let b = words(b);
    words(a).iter().any(|word| b.contains(word))
}

fn decisions(examples: &[Example], reader: &Reader, field: &Field) -> Vec<Decision> {
    let mut decisions = Vec::new();
    let (mut named, mut found) = (0, 0);
    for (number, example) in examples.iter().enumerate() {
        let (claims, candidates) = (field.candidates)(reader, &example.report);
        let of = matched(&claims, &example.gold);
        for (claim, gold) in of.iter().enumerate() {
            let Some(gold) = gold.map(|gold| &example.gold[gold]) else {
                continue;
            };
            let told = (field.takes)(&claims[claim])
                .then(|| (field.words)(&claims[claim], gold))
                .flatten();
            let Some(told) = told else { continue };
            let ways: Vec<Way> = candidates
                .iter()
                .filter(|candidate| candidate.claim == claim)
                .map(|candidate| Way {
                    signs: candidate
                        .signs
                        .iter()
                        .map(|sign| at(*sign, candidate.here))
                        .collect(),
                    right: told
                        .as_ref()
                        .is_some_and(|told| (field.same)(told, &candidate.words)),
                })
                .collect();
            let known = ways.iter().any(|way| way.right);
            named += usize::from(told.is_some());
            found += usize::from(known);
            if told.is_none() || known {
                decisions.push(Decision {
                    report: number,
                    ways,
                    alone: told.is_none(),
                    worth: example.worth,
                });
            }
        }
    }
    println!("{}: {named} named, {found} of them found", field.name);
    decisions
}

/// The place of a sign in the table: those on a candidate in the claim's own sentence apart.
fn at(sign: usize, here: bool) -> usize {
    sign * 2 + usize::from(!here)
}

/// Learns the table of a field from `examples`.
pub(crate) fn table(examples: &[Example], field: &Field) -> String {
    let weights = field.signs.iter().flat_map(|(_, held)| [*held; 2]);
    let held = (field.hold)(Held::near(weights.collect()));
    let decisions = decisions(examples, &Reader::new(&[]), field);
    crossed(field.name, &decisions, &[], &held);
    let table = learn(&decisions, &[], &held, |_| true);
    let mut lines = String::from("# clue\there\telsewhere\n");
    for (sign, (name, _)) in field.signs.iter().enumerate() {
        let [here, elsewhere] = [true, false].map(|here| table[at(sign, here)] * 100.0);
        lines.push_str(&format!("{name}\t{here:.0}\t{elsewhere:.0}\n"));
    }
    lines.replace("\t-0\t", "\t0\t").replace("\t-0\n", "\t0\n")
}
