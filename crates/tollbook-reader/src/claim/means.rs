//! Means: with what the harm was done, by the clause, else by the sentence.

mod crash;
mod strike;

use tollbook_terms::{Cause, Effect, Means};

use super::field::At;
use super::{Mentions, Told, perpetrator};
use crate::lexicon::{Class, Lexicon, MeansWord};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;
use crash::{crashes, on_roads, roads};
pub(crate) use strike::{are_vague, is_narrower};
use strike::{is_burst, strikes};

pub(crate) const MEANS: Rule = Rule {
    name: "means.clause",
    says: "The words for means nearest to the harm say how it was done, the word of harm itself first; an arrest is only ever made in a raid.",
    must: &[
        (
            "Rebels burnt a bus and shot the driver dead.",
            "destroyed 1 vehicle; killed 1 worker",
        ),
        (
            "Gunmen shot dead nine guards, and a mine wounded three farmers.",
            "killed 9 security; injured 3 worker",
        ),
        (
            "A girl was accidentally shot at a range. The girl was hit by a bullet from a rifle.",
            "injured 1 child accident; injured 1 child same-as 1 accident",
        ),
        (
            "A string of coalition strikes on the town killed six farmers.",
            "killed 6 worker",
        ),
    ],
    must_not: &[(
        "Police arrested ten people over a car bomb.",
        "they were not arrested with a bomb",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&MEANS];

/// How much farther than the nearest word for means another may stand and still be of the same deed.
const TOGETHER: u32 = 5;

/// Whether harm with this effect is done with the means of the event.
pub(crate) fn has_means(effect: Effect) -> bool {
    !matches!(
        effect,
        Effect::Detained
            | Effect::Abducted
            | Effect::Displaced
            | Effect::Missing
            | Effect::SexualViolence
    )
}

/// Returns with what the harm of the mention at `index` was done, as far as its sentence tells.
pub(crate) fn of(
    text: &Text<'_>,
    told: &Told,
    (all, index): (&Mentions, usize),
    cause: Cause,
) -> Vec<Means> {
    let mention = &all.list[index];
    if matches!(mention.effect, Effect::Detained | Effect::Abducted) {
        let raid = told.means.iter().any(|(_, means)| *means == Means::Raid);
        return if raid { vec![Means::Raid] } else { Vec::new() };
    }
    if !has_means(mention.effect) {
        return Vec::new();
    }
    let harm = perpetrator::harm(told, mention);
    // "Burnt a bus and shot the driver": what was done to others is not how these were harmed.
    let of_others = |at: usize| {
        at != mention.trigger
            && all
                .list
                .iter()
                .any(|other| other.trigger == at && other.phrase != mention.phrase)
    };
    // "Shot down" is no shooting of small arms.
    let down = |at: usize| !mention.effect.on_people() && text.says(at, &["shot", "down"]);
    let ways: Vec<(u32, Means)> = told
        .means
        .iter()
        .filter(|(at, _)| !of_others(*at) && !down(*at))
        // No accident is done with a weapon but a gun.
        .filter(|(_, means)| {
            cause == Cause::Violence
                || matches!(means, Means::Fire | Means::Vehicle)
                || *means == Means::Siege && cause == Cause::Other
                || *means == Means::Shooting && cause == Cause::Accident
        })
        .map(|(at, means)| {
            let own = *at == mention.trigger;
            let way = told.borders.distance(*at, harm);
            (if own { 0 } else { way + 1 }, *means)
        })
        .collect();
    let Some(nearest) = ways.iter().map(|(way, _)| *way).min() else {
        return Vec::new();
    };
    let mut chosen: Vec<Means> = ways
        .into_iter()
        .filter(|(way, _)| *way <= nearest + TOGETHER)
        .map(|(_, means)| means)
        .collect();
    narrow(&mut chosen);
    chosen
}

/// Leaves out a raid beside what was done in it.
pub(crate) fn narrow(means: &mut Vec<Means>) {
    means.sort_unstable();
    means.dedup();
    if means.len() > 1 {
        means.retain(|means| *means != Means::Raid);
    }
}

/// Returns the words of means and of causes in the sentence, by their token.
pub(crate) fn words(
    text: &Text<'_>,
    sentence: &Sentence,
    lexicon: &Lexicon,
) -> (Vec<At<Means>>, Vec<At<Cause>>) {
    let (mut means, mut causes) = (Vec::new(), Vec::new());
    let mut at = sentence.start;
    while at < sentence.end {
        let mut width = 0;
        for length in (1..=3).rev() {
            if at + length > sentence.end || !text.tokens[at].word.is(Class::OpensMeans) {
                continue;
            }
            if let Some(meaning) = lexicon.means.get(text.lower_span(at, at + length)) {
                match meaning {
                    MeansWord::Means(Means::Raid) if is_look_round(text, at) => {}
                    MeansWord::Means(Means::Mine) if is_pit(text, at) => {}
                    MeansWord::Means(value) => means.push((at, *value)),
                    MeansWord::Cause(_) if is_figure_of_speech(text, at, length) => {}
                    MeansWord::Both(Means::Vehicle, _)
                        if is_armed(text, at + length) || is_ride(text, at) => {}
                    MeansWord::Cause(value) => causes.push((at, *value)),
                    MeansWord::Both(value, cause) => {
                        means.push((at, *value));
                        causes.push((at, *cause));
                    }
                }
                width = length;
                break;
            }
        }
        at += width.max(1);
    }
    strikes(text, sentence, &mut means);
    // The narrower word says it: a suicide bomb is no second means beside its blast.
    let narrower = means.iter().any(|(_, m)| {
        matches!(
            m,
            Means::SuicideBomb
                | Means::Airstrike
                | Means::Missile
                | Means::Artillery
                | Means::Drone
                | Means::Mine
        )
    });
    let drone = means.iter().any(|(_, m)| *m == Means::Drone);
    if narrower {
        means.retain(|(at, m)| *m != Means::Bomb || !drone && !is_burst(text.lower_at(*at)));
    }
    // "the accidental explosion of a depot" is no bomb.
    means.retain(|(at, m)| {
        let accident = |(cause, value): &(usize, Cause)| {
            *value == Cause::Accident && *cause < *at && *at - *cause <= 2
        };
        *m != Means::Bomb || !causes.iter().any(accident)
    });
    on_roads(text, sentence, &mut means, &mut causes);
    crashes(text, &mut means, &mut causes);
    roads(text, sentence, &mut means, &causes);
    weapons(text, &means, &mut causes);
    (means, causes)
}

/// Whether "searched" at token `at` tells of no raid: "searched for survivors", "searched the rubble".
fn is_look_round(text: &Text<'_>, at: usize) -> bool {
    text.lower_at(at) == "searched"
        && (at + 1..at + 5).any(|i| {
            matches!(
                text.lower_at(i),
                "survivors"
                    | "bodies"
                    | "victims"
                    | "missing"
                    | "remains"
                    | "clues"
                    | "evidence"
                    | "rubble"
                    | "debris"
                    | "wreckage"
                    | "waters"
                    | "river"
                    | "scene"
            )
        })
}

/// Whether the mine at token `at` is one that is dug: "a gold mine", "the mine owner".
fn is_pit(text: &Text<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.lower_at(i));
    matches!(
        before,
        "coal"
            | "gold"
            | "copper"
            | "diamond"
            | "iron"
            | "salt"
            | "silver"
            | "tin"
            | "zinc"
            | "jade"
            | "emerald"
            | "uranium"
            | "cobalt"
            | "ore"
            | "underground"
    ) || matches!(
        text.lower_at(at + 1),
        "shaft"
            | "owner"
            | "owners"
            | "workers"
            | "company"
            | "ministry"
            | "collapse"
            | "collapsed"
    )
}

/// Whether what stands behind "by a car" makes a weapon of it: "by a car bomb", "by a truck packed with".
fn is_armed(text: &Text<'_>, at: usize) -> bool {
    let at = if text.lower_at(at) == "-" { at + 1 } else { at };
    [
        "bomb", "pack", "laden", "load", "rigged", "filled", "explo", "fitted",
    ]
    .iter()
    .any(|stem| text.lower_at(at).starts_with(stem))
}

/// Whether "by" at token `at` says what somebody rode in: "five men travelling by car were killed".
fn is_ride(text: &Text<'_>, at: usize) -> bool {
    text.lower_at(at) == "by"
        && at > 0
        && [
            "travel",
            "arriv",
            "came",
            "went",
            "fled",
            "brought",
            "transport",
            "escap",
        ]
        .iter()
        .any(|stem| text.lower_at(at - 1).starts_with(stem))
}

/// Leaves out the accident of a weapon, "a mine that they were planting exploded by accident", of a train whose
/// tracks were blown up, and of a bus that hit a mine.
fn weapons(text: &Text<'_>, means: &[At<Means>], causes: &mut Vec<At<Cause>>) {
    let weapon = means.iter().any(|(at, means)| {
        *means == Means::Mine
            || *means == Means::Bomb
                && !matches!(
                    text.lower_at(*at),
                    "blast" | "blasts" | "explosion" | "explosions" | "exploded" | "detonation"
                )
    });
    causes.retain(|(at, _)| {
        let lower = text.lower_at(*at);
        let meets = matches!(text.lower_at(*at + 1), "hit" | "struck");
        !(weapon && (lower.starts_with("accidental") || lower.starts_with("derail") || meets))
    });
}

/// Whether the word for an accident, a disaster or an illness at token `at` is none: "the outbreak of
/// fighting", "troops storm a village", "a flood of refugees", "it was no accident".
fn is_figure_of_speech(text: &Text<'_>, at: usize, length: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |i| text.lower_at(i));
    match text.lower_at(at) {
        "plague" => {
            text.tag_at(at).is_some_and(Tag::is_verb) && text.tag_at(at + 1) == Some(Tag::DT)
                || matches!(text.lower_at(at + 1), "of" | "the")
        }
        "storm" | "storms" | "flood" | "floods"
            if text.tag_at(at).is_some_and(Tag::is_verb)
                || text.tag_at(at + 1).is_some_and(|tag| {
                    matches!(tag, Tag::DT | Tag::JJ | Tag::NN | Tag::NNS | Tag::NNP)
                }) =>
        {
            true
        }
        "outbreak" | "epidemic" | "eruption" | "flood" | "storm" | "wave" | "avalanche"
        | "tsunami" | "hurricane" | "famine" | "hunger"
            if length == 1 && text.lower_at(at + 1) == "of" =>
        {
            text.lower_at(at + 2) != "mount"
        }
        "hunger" => matches!(
            text.lower_at(at + 1),
            "strike" | "strikes" | "striker" | "strikers"
        ),
        "accident" | "accidents" => before(1) == "no" || before(2) == "not" || before(1) == "not",
        // "AIDS", not "it aids the rebels".
        "aids" => text.at(at) == "aids",
        _ => false,
    }
}
