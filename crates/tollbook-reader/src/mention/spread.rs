//! A number told again by the places or the blows that it is spread over: "nine people, four in Ostra and five in
//! Selm", "nine people, four by a mine and five when a bus was shelled".

use super::{Mention, Scene};
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;

pub(crate) const SPREAD: Rule = Rule {
    name: "relation.part.spread",
    says: "Numbers without a noun, each with a place or a blow, that add up to the number told before them are its parts.",
    must: &[
        (
            "Gunmen killed two people, one in Ostra and one in Selm.",
            "killed 2; killed 1 part-of 2; killed 1 part-of 2",
        ),
        (
            "Nine guards were killed: four in Ostra, three in Selm and two in a raid near Bree.",
            "killed 9 security; killed 4 part-of 9; killed 3 part-of 9; killed 2 part-of 9",
        ),
        (
            "Nine guards were killed, four by gunfire and five when a mine went off.",
            "killed 9 security; killed 4 security part-of 9; killed 5 security part-of 9",
        ),
    ],
    must_not: &[
        (
            "Gunmen killed two people in Ostra, one in Selm and three in Bree.",
            "they do not add up: each is a number of its own",
        ),
        (
            "Gunmen killed two guards, one clerk in Ostra and one nurse in Selm.",
            "other people",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&SPREAD];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    for whole in 0..found.len() {
        let count = found[whole].count;
        let phrase = &scene.phrases[found[whole].phrase];
        if phrase.what == What::Pronoun || count.low < 2 || count.high != Some(count.low) {
            continue;
        }
        for part in parts(scene, phrase.end, count.low) {
            let (effect, trigger, agent) = (
                found[whole].effect,
                found[whole].trigger,
                found[whole].agent,
            );
            let told = found
                .iter_mut()
                .find(|m| m.phrase == part && m.effect == effect);
            if let Some(told) = told {
                if told.part_of.is_none() {
                    told.part_of = Some(whole);
                    told.rule = SPREAD.name;
                }
            } else if scene.tell(found, effect, part, trigger, agent, SPREAD.name)
                && let Some(last) = found.last_mut()
            {
                last.part_of = Some(whole);
            }
        }
    }
}

/// The numbers without a noun behind token `from`, each before a place or a blow, where they add up to `sum`.
fn parts(scene: &Scene<'_, '_>, from: usize, sum: u64) -> Vec<usize> {
    let text = scene.text;
    let is_bare = |phrase: &Phrase| {
        phrase.what == What::Bare
            && phrase
                .quantity
                .is_some_and(|q| !q.definite && !q.more && q.count.high == Some(q.count.low))
    };
    let mut parts = Vec::new();
    let mut left = sum;
    let behind = scene.phrases.partition_point(|p| p.start < from);
    for (i, phrase) in scene.phrases.iter().enumerate().skip(behind) {
        let joined = match text.lower_at(phrase.start - 1) {
            "," => true,
            ":" | "-" | "—" | "–" | "--" | "(" => parts.is_empty(),
            "and" | ";" => !parts.is_empty(),
            _ => false,
        };
        let placed = matches!(
            text.lower_at(phrase.end),
            "in" | "at"
                | "near"
                | "on"
                | "outside"
                | "around"
                | "from"
                | "by"
                | "when"
                | "while"
                | "during"
                | "after"
        );
        let low = phrase.count().map_or(0, |count| count.low);
        if is_bare(phrase) && joined && placed && low <= left {
            parts.push(i);
            left -= low;
        } else if phrase.what == What::People {
            break;
        }
        if left == 0 {
            break;
        }
    }
    if left > 0 || parts.len() < 2 {
        parts.clear();
    }
    parts
}
