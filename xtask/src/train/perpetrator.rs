//! Learns what the clues are worth by which a claim finds its perpetrator.

use tollbook_reader::{Clue, Reader};

use super::choice::{Decision, Way, crossed, learn};
use super::example::Example;
use super::relation::matched;

/// What is held before any report is seen: clues are held near these, all others near nothing.
const HELD: &[(Clue, f64)] = &[
    (Clue::Always, -2.0),
    (Clue::Agent, 2.0),
    (Clue::Own, 1.0),
    (Clue::OfEvent, 0.5),
    (Clue::OfOther, -0.5),
    (Clue::Victim, -1.0),
    (Clue::Harmed, -1.0),
    (Clue::ArrestByForce, 0.5),
    (Clue::Total, -0.5),
];

/// Words that say nothing of who is meant, as the scorer has them.
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

fn decisions(examples: &[Example], reader: &Reader) -> Vec<Decision> {
    let mut decisions = Vec::new();
    let (mut named, mut found) = (0, 0);
    for (number, example) in examples.iter().enumerate() {
        let (claims, suspects) = reader.suspects(&example.report);
        let of = matched(&claims, &example.gold);
        for (claim, gold) in of.iter().enumerate() {
            let Some(gold) = gold.map(|gold| &example.gold[gold]) else {
                continue;
            };
            if claims[claim].cause != tollbook_terms::Cause::Violence {
                continue;
            }
            let told = gold["perpetrator"].as_str();
            let ways: Vec<Way> = suspects
                .iter()
                .filter(|suspect| suspect.claim == claim)
                .map(|suspect| Way {
                    signs: suspect
                        .clues
                        .iter()
                        .map(|clue| at(clue, suspect.here))
                        .collect(),
                    right: told.is_some_and(|told| alike(told, &suspect.words)),
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
                });
            }
        }
    }
    println!("perpetrators: {named} named, {found} of them found");
    decisions
}

/// The place of a clue in the table: those on somebody in the claim's own sentence apart.
fn at(clue: Clue, here: bool) -> usize {
    clue as usize * 2 + usize::from(!here)
}

/// Learns the table from `examples`.
pub(crate) fn table(examples: &[Example]) -> String {
    let mut held = vec![0.0; Clue::ALL.len() * 2];
    for (clue, weight) in HELD {
        held[at(*clue, true)] = *weight;
        held[at(*clue, false)] = *weight;
    }
    let decisions = decisions(examples, &Reader::new(&[]));
    crossed("perpetrators", &decisions, &held);
    let table = learn(&decisions, &held, |_| true);
    let mut lines = String::from("# clue\there\telsewhere\n");
    for clue in Clue::ALL {
        let [here, elsewhere] = [true, false].map(|here| table[at(*clue, here)] * 100.0);
        lines.push_str(&format!("{}\t{here:.0}\t{elsewhere:.0}\n", clue.as_str()));
    }
    lines.replace("\t-0", "\t0")
}
