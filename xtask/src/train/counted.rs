//! What the counts of incident notes say of relations: where people counted the killed or injured of a note,
//! and its claims can only come to that count if some are figures of their own and others are not, this is
//! what their relations must say.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;
use tollbook_reader::{Bond, Choice, Reader, Sign, Weights};
use tollbook_terms::{Cause, Claim, Effect, Modality, Report, Scope};

use super::choice::{Decision, Way};
use super::relation::{at, of_notes};

/// What a decision learned from counts is worth beside one that was read.
const WORTH: f64 = 0.1;
/// How sure it must be that a claim is counted, or is not.
const SURE: f64 = 0.9;
/// How likely the count must be at all: people leave out what a note recalls, or count what it does not say.
const LIKELY: f64 = 0.02;
/// The most claims of one effect that are looked at.
const MOST: usize = 12;

const EFFECTS: [Effect; 4] = [
    Effect::Killed,
    Effect::Injured,
    Effect::Detained,
    Effect::Abducted,
];

/// A note with its counts.
pub(crate) struct Note {
    report: Report,
    coded: Value,
}

/// Reads the notes of a packed file.
pub(crate) fn notes(file: &Path) -> Result<Vec<Note>> {
    let packed = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    BufReader::new(GzDecoder::new(packed))
        .lines()
        .map(|line| {
            let mut row: Value = serde_json::from_str(&line?)?;
            Ok(Note {
                coded: row["coded"].take(),
                report: serde_json::from_value(row)?,
            })
        })
        .collect()
}

/// Returns what the counts of `notes` decide, as far as `weights` make them likely.
pub(crate) fn decisions(notes: &[Note], reader: &Reader, weights: &Weights) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for note in notes {
        let drafts = reader.drafts(&note.report);
        let claims: Vec<Claim> = drafts.claims().cloned().collect();
        if claims.len() < 2 {
            continue;
        }
        let choices: Vec<Choice> = drafts
            .choices(&drafts.ties(weights))
            .into_iter()
            .filter(|choice| choice.bond != Bond::Event)
            .collect();
        for effect in EFFECTS {
            if let Some(count) = note.coded[effect.as_str()].as_u64() {
                decisions.extend(of_count(&claims, &choices, effect, count, weights));
            }
        }
    }
    decisions
}

fn counts(claim: &Claim) -> bool {
    claim.scope == Scope::Incident
        && matches!(claim.modality, Modality::Asserted | Modality::Alleged)
        && claim.cause == Cause::Violence
}

/// Whether a claim so tied adds to the toll of its effect.
fn adds(claims: &[Claim], choice: &Choice) -> bool {
    match choice.bond {
        Bond::Additional => true,
        Bond::Part => {
            let to = &claims[choice.to];
            to.effect != claims[choice.claim].effect || !counts(to)
        }
        _ => false,
    }
}

fn of_count(
    claims: &[Claim],
    choices: &[Choice],
    effect: Effect,
    count: u64,
    weights: &Weights,
) -> Vec<Decision> {
    let told: Vec<usize> = (0..claims.len())
        .filter(|i| claims[*i].effect == effect && counts(&claims[*i]))
        .filter(|i| claims[*i].count.low > 0)
        .collect();
    if count == 0 || told.len() < 2 || told.len() > MOST {
        return Vec::new();
    }
    let ways = |i: usize| choices.iter().filter(move |choice| choice.claim == i);
    let recalls = |choice: &Choice| {
        [Sign::Recalls, Sign::LongAgo, Sign::ToLongAgo, Sign::OwnDays]
            .into_iter()
            .any(|sign| choice.signs.has(sign))
    };
    if told.iter().any(|i| ways(*i).any(recalls)) {
        return Vec::new();
    }
    let share: Vec<f64> = told
        .iter()
        .map(|i| {
            let mut adding = f64::from(!ways(*i).any(|way| way.signs.has(Sign::Within)));
            let mut all = adding;
            for way in ways(*i) {
                let worth = (f64::from(weights.sum(way.bond, way.signs)) / 100.0).exp();
                all += worth;
                adding += if adds(claims, way) { worth } else { 0.0 };
            }
            if all > 0.0 { adding / all } else { 1.0 }
        })
        .collect();
    let (mut likely, mut with) = (0.0, vec![0.0; told.len()]);
    for chosen in 0..1u32 << told.len() {
        let is_in = |k: usize| chosen >> k & 1 == 1;
        let sum: u64 = (0..told.len())
            .filter(|k| is_in(*k))
            .map(|k| claims[told[k]].count.low)
            .sum();
        if sum != count {
            continue;
        }
        let chance: f64 = (0..told.len())
            .map(|k| if is_in(k) { share[k] } else { 1.0 - share[k] })
            .product();
        likely += chance;
        for (k, with) in with.iter_mut().enumerate() {
            *with += if is_in(k) { chance } else { 0.0 };
        }
    }
    if likely < LIKELY {
        return Vec::new();
    }
    let mut decisions = Vec::new();
    for (k, i) in told.iter().enumerate() {
        let sure = with[k] / likely;
        let alone = sure > SURE;
        if !alone && sure > 1.0 - SURE {
            continue;
        }
        let ways: Vec<Way> = ways(*i)
            .map(|way| Way {
                signs: way
                    .signs
                    .iter()
                    .map(|sign| at(way.bond, sign))
                    .chain([of_notes(way.bond)])
                    .collect(),
                right: adds(claims, way) == alone,
            })
            .collect();
        if ways.is_empty() || !alone && !ways.iter().any(|way| way.right) {
            continue;
        }
        decisions.push(Decision {
            report: 0,
            ways,
            alone,
            worth: WORTH,
        });
    }
    decisions
}
