//! Crashes, of what drives and of what flies.

use tollbook_terms::{Cause, Means};

use crate::claim::field::At;
use crate::text::Text;
use crate::token::Sentence;

/// "Were killed on the roads", "deaths on the country's roads".
pub(super) fn on_roads(
    text: &Text<'_>,
    sentence: &Sentence,
    means: &mut Vec<At<Means>>,
    causes: &mut Vec<At<Cause>>,
) {
    if !means.is_empty() || !causes.is_empty() {
        return;
    }
    let roads = (sentence.start..sentence.end).find(|at| text.lower_at(*at) == "roads");
    let Some(roads) = roads else { return };
    let from = roads.saturating_sub(4).max(sentence.start);
    let Some(on) = (from..roads).rev().find(|at| text.lower_at(*at) == "on") else {
        return;
    };
    let dead = (on.saturating_sub(2).max(sentence.start)..on).any(|at| {
        matches!(
            text.lower_at(at),
            "killed" | "died" | "deaths" | "dead" | "die" | "fatalities" | "lives" | "injured"
        )
    });
    if dead {
        means.push((on, Means::Vehicle));
        causes.push((on, Cause::Accident));
    }
}

/// Lets a crash be one of vehicles where the sentence speaks of roads and what drives there.
pub(super) fn roads(
    text: &Text<'_>,
    sentence: &Sentence,
    means: &mut Vec<At<Means>>,
    causes: &[At<Cause>],
) {
    const CRASHES: &[&str] = &[
        "crash",
        "crashed",
        "crashes",
        "crashing",
        "accident",
        "accidents",
        "wreck",
        "wrecks",
    ];
    let crash = causes
        .iter()
        .find(|(at, cause)| *cause == Cause::Accident && CRASHES.contains(&text.lower_at(*at)));
    let Some((crash, _)) = crash else { return };
    let says = |words: &[&str]| {
        (sentence.start..sentence.end).any(|at| words.contains(&text.lower_at(at)))
    };
    let driven = says(&[
        "car",
        "cars",
        "truck",
        "trucks",
        "lorry",
        "bus",
        "minibus",
        "van",
        "suv",
        "pickup",
        "motorcycle",
        "motorbike",
        "motorcyclist",
        "vehicle",
        "vehicles",
        "driver",
        "drivers",
        "motorist",
        "motorists",
        "pedestrian",
        "pedestrians",
        "highway",
        "motorway",
        "interstate",
        "freeway",
        "road",
        "traffic",
        "lane",
        "lanes",
        "driving",
        "drove",
        "taxi",
        "tractor",
        "trailer",
        "two-car",
        "sedan",
    ]);
    let other = says(&[
        "plane",
        "planes",
        "aircraft",
        "airplane",
        "helicopter",
        "jet",
        "warplane",
        "flight",
        "pilot",
        "pilots",
        "boat",
        "ship",
        "ferry",
        "train",
        "trains",
        "yacht",
        "vessel",
    ]);
    let known = means.iter().any(|(_, means)| *means == Means::Vehicle);
    if driven && !other && !known {
        means.push((*crash, Means::Vehicle));
        means.sort_unstable_by_key(|(at, _)| *at);
    }
}

/// What crashes: an aircraft is no weapon then, and a shell or a drone that crashes into a house is no
/// accident, nor is the crash of what was shot down.
pub(super) fn crashes(text: &Text<'_>, means: &mut Vec<At<Means>>, causes: &mut Vec<At<Cause>>) {
    let is_crash = |at: usize| {
        ["crash", "plung", "collid", "collision", "accident"]
            .iter()
            .any(|stem| text.lower_at(at).starts_with(stem))
    };
    let crashed: Vec<usize> = causes
        .iter()
        .filter(|(at, cause)| *cause == Cause::Accident && is_crash(*at))
        .map(|(at, _)| *at)
        .collect();
    for crash in crashed {
        // The nearest word before it that may be its subject: "a warplane of the army had crashed".
        let subject = means
            .iter()
            .rposition(|(at, _)| *at < crash && crash - *at <= 6)
            .filter(|i| {
                (means[*i].0..crash)
                    .all(|at| !matches!(text.lower_at(at), "," | ";" | "when" | "and"))
            });
        match subject.map(|i| means[i].1) {
            Some(Means::Airstrike) => means.retain(|(at, means)| {
                !(*means == Means::Airstrike && *at < crash && crash - *at <= 6)
            }),
            Some(Means::Missile | Means::Artillery | Means::Drone | Means::Bomb) => {
                causes.retain(|(at, _)| *at != crash);
            }
            _ if was_shot_down(text, crash) => causes.retain(|(at, _)| *at != crash),
            _ => {}
        }
    }
}

/// Whether the sentence says in the tokens before the crash at `crash` that it was brought about.
fn was_shot_down(text: &Text<'_>, crash: usize) -> bool {
    let first = crash.saturating_sub(14);
    let shot = (first..crash).any(|at| {
        text.says(at, &["shot", "down"])
            || text.says(at, &["brought", "down"])
            || text.says(at, &["hit", "by"])
            || text.says(at, &["struck", "by"])
            || text.lower_at(at) == "downed"
    });
    shot && !(first..crash).any(|at| {
        matches!(
            text.lower_at(at),
            "not" | "whether" | "if" | "denied" | "unclear" | "no" | "rather"
        )
    })
}
