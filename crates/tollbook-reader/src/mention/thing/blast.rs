//! Things at which a bomb goes off or that an attack is on, where damage is said to follow.

use tollbook_terms::Effect;

use super::super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::text::Text;
use crate::token::Sentence;

pub(crate) const BLAST_AT: Rule = Rule {
    name: "effect.object.blast_at",
    says: "The thing at or in which a bomb goes off, or that an attack is on, is damaged where damage is said to follow, there or in the next sentence.",
    must: &[
        (
            "A bomb exploded at a bank, causing heavy damage.",
            "damaged 1 shop",
        ),
        (
            "An attack on the home of a judge wounded two and caused damage.",
            "damaged 1 house; injured 2",
        ),
        (
            "Bombs exploded at a bank and at the house of a judge. They caused minor damage.",
            "damaged 1 shop; damaged 1 house",
        ),
        (
            "Rebels attacked a ministry with mortars, causing some damage.",
            "damaged 1 government",
        ),
        (
            "A device exploded at the entrance of a church, causing minor damage.",
            "damaged 1 worship",
        ),
        (
            "Some damage occurred when a device exploded outside a bank.",
            "damaged 1 shop",
        ),
        (
            "A bomb exploded at a bank. Damage was heavy.",
            "damaged 1 shop",
        ),
        (
            "A ministry was attacked with grenades, causing some damage.",
            "damaged 1 government",
        ),
    ],
    must_not: &[
        ("A bomb exploded at a bank.", "the bank may be whole"),
        (
            "A bomb exploded at a bank, causing no damage.",
            "there was none",
        ),
        (
            "A bomb exploded at a bank. There was no damage.",
            "there was none",
        ),
        (
            "A bomb exploded at a bank. It caused no damage.",
            "there was none",
        ),
        (
            "A bomb exploded at a bank. The damage to cars was heavy.",
            "the damage was to something else",
        ),
        (
            "An attack on a bank was reported. It caused damage.",
            "nobody knows whether it was to the bank",
        ),
    ],
};

/// "A bomb exploded at a bank, causing damage", "an attack on a home that caused damage": `at` is the damage.
pub(super) fn with_damage(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    // "Some damage occurred when a device exploded at a bank", "a bomb caused damage when it exploded at a bank".
    let text = scene.text;
    let when = (at + 2..at + 5).any(|i| text.lower_at(i) == "when")
        && matches!(text.lower_at(at + 1), "occurred" | "resulted" | "was")
        || text.lower_at(at + 1) == "when" && is_caused(text, scene.sentence, at);
    if when {
        tell(scene, found, scene.sentence.end, at);
    } else if is_caused(scene.text, scene.sentence, at) {
        tell(scene, found, at, at);
    }
}

/// "A bomb exploded at a bank. It caused damage."
pub(super) fn before_damage(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    let (start, end) = (scene.sentence.start, scene.sentence.end);
    // An attack may have missed.
    let Some(blast) = (start..end).find(|i| {
        let lower = text.lower_at(*i);
        let burst = ["explod", "explos", "detonat", "blast"];
        burst.iter().any(|stem| lower.starts_with(stem))
            || lower == "off"
                && matches!(
                    text.lower_at(i.wrapping_sub(1)),
                    "went" | "goes" | "set" | "gone"
                )
            || matches!(lower, "thrown" | "threw" | "hurled" | "lobbed")
    }) else {
        return;
    };
    let next = text.sentences.partition_point(|s| s.start < end);
    let told = (start..end).any(|i| text.lower_at(i).starts_with("damage"));
    let follows = text.sentences.get(next).is_some_and(|next| {
        (next.start..next.end).any(|i| {
            matches!(text.lower_at(i), "damage" | "damages")
                && (is_caused(text, *next, i) || is_there(text, *next, i))
        })
    });
    if follows && !told {
        tell(scene, found, end, blast);
    }
}

/// Tells of the things before token `limit` at which something went off.
fn tell(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, limit: usize, trigger: usize) {
    let Some(mut thing) = (0..scene.phrases.len())
        .rev()
        .find(|p| scene.phrases[*p].end <= limit && is_where(scene, *p))
    else {
        return;
    };
    // "at an office at the airport": the office.
    while let Some(preposition) = scene.phrases[thing].after
        && let Some(outer) = scene.phrase_ending(preposition)
        && is_where(scene, outer)
    {
        thing = outer;
    }
    let mut things = vec![thing];
    // "at a bank and at the house of a judge"
    while let Some(and) = scene.phrases[thing].start.checked_sub(2)
        && scene.text.lower_at(and) == "and"
        && let Some(before) = (0..thing)
            .rev()
            .find(|p| scene.phrases[*p].what == What::Objects && is_where(scene, *p))
    {
        things.push(before);
        thing = before;
    }
    for thing in things.into_iter().rev() {
        let told = found
            .iter()
            .any(|m| m.phrase == thing && !m.effect.on_people());
        if !told {
            scene.tell(found, Effect::Damaged, thing, trigger, None, BLAST_AT.name);
        }
    }
}

/// Whether the phrase is the thing at which a blast or an attack told before it was.
fn is_where(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    // "in the port of Ostra": the town.
    if phrase.what != What::Objects || text.lower_at(phrase.head) == "port" {
        return false;
    }
    // "a ministry was attacked", "was the target of a bomb"
    if text.is_be(phrase.end)
        && (text.lower_at(phrase.end + 1) == "attacked"
            || text.says(phrase.end + 1, &["the", "target", "of"]))
    {
        return true;
    }
    let near = |reach: usize| {
        let from = phrase.start.saturating_sub(reach).max(scene.sentence.start);
        (from..phrase.start).any(|i| is_blast(text.lower_at(i)))
    };
    let Some(mut before) = phrase.start.checked_sub(1) else {
        return false;
    };
    // "attacked a ministry"
    if matches!(
        text.lower_at(before),
        "attacked" | "shelled" | "bombed" | "rocked"
    ) {
        return true;
    }
    // "at the entrance of a church": where the entrance is.
    if matches!(text.lower_at(before), "of" | "to")
        && let Some(outer) = scene.phrase_ending(before).map(|p| &scene.phrases[p])
        && outer.what == What::Other
        && let Some(start) = outer.start.checked_sub(1)
    {
        before = start;
    }
    let place = matches!(
        text.lower_at(before),
        "at" | "in"
            | "inside"
            | "on"
            | "against"
            | "under"
            | "outside"
            | "near"
            | "beside"
            | "behind"
    ) || text.says(before.saturating_sub(2), &["in", "front", "of"]);
    place && near(12)
}

/// Whether the damage at `at` is told of by itself: "damage was heavy", "there was some damage".
fn is_there(text: &Text<'_>, sentence: Sentence, at: usize) -> bool {
    let so = matches!(
        text.lower_at(at + 2),
        "heavy"
            | "slight"
            | "light"
            | "minor"
            | "minimal"
            | "limited"
            | "moderate"
            | "extensive"
            | "severe"
            | "serious"
            | "considerable"
            | "caused"
            | "done"
            | "sustained"
            | "reported"
            | "estimated"
            | "put"
    );
    let there = (at.saturating_sub(4).max(sentence.start)..at)
        .any(|i| text.lower_at(i) == "there" && text.is_be(i + 1));
    let so = so && text.is_be(at + 1) && !says_to_what(text, at + 2);
    (so || there) && !is_denied(text, sentence, at) && !says_to_what(text, at)
}

/// Whether the damage at `at` is denied: "no damage".
fn is_denied(text: &Text<'_>, sentence: Sentence, at: usize) -> bool {
    (at.saturating_sub(5).max(sentence.start)..at).any(|i| {
        matches!(
            text.lower_at(i),
            "no" | "not" | "without" | "n't" | "n’t" | "any" | "to"
        )
    })
}

fn says_to_what(text: &Text<'_>, damage: usize) -> bool {
    matches!(text.lower_at(damage + 1), "to" | "at" | "in" | "on" | "of")
}

/// Whether the damage at `at` is caused and not denied, and nothing behind it says to what.
fn is_caused(text: &Text<'_>, sentence: Sentence, at: usize) -> bool {
    causes(text, sentence, at) && !says_to_what(text, at)
}

/// Whether the damage at `at` is caused and not denied.
pub(super) fn causes(text: &Text<'_>, sentence: Sentence, at: usize) -> bool {
    let near = |back: usize| at.saturating_sub(back).max(sentence.start)..at;
    let caused = near(8).any(|i| {
        matches!(
            text.lower_at(i),
            "causing"
                | "caused"
                | "cause"
                | "causes"
                | "inflicting"
                | "inflicted"
                | "with"
                | "doing"
        )
    });
    // "resulted in injuries to a guard and in heavy damage"
    let left = near(12).any(|i| {
        matches!(
            text.lower_at(i),
            "resulted" | "resulting" | "left" | "leaving"
        )
    });
    (caused || left) && !is_denied(text, sentence, at)
}

/// Words for what goes off, for its going off, and for attacks.
pub(super) fn is_blast(lower: &str) -> bool {
    matches!(
        lower,
        "exploded"
            | "explodes"
            | "exploding"
            | "explosion"
            | "explosions"
            | "explosives"
            | "detonated"
            | "detonating"
            | "detonation"
            | "blast"
            | "blasts"
            | "bomb"
            | "bombs"
            | "grenade"
            | "grenades"
            | "dynamite"
            | "firebomb"
            | "firebombs"
            | "cocktail"
            | "cocktails"
            | "device"
            | "devices"
            | "attack"
            | "attacks"
            | "bombing"
            | "off"
            | "fired"
    )
}
