//! Nouns of deeds with those they befell: "the killing of two nuns", "the mayor's murder".

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::lexicon::HarmNoun;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const OF: Rule = Rule {
    name: "effect.noun.deed",
    says: "Who stands behind \"the killing of\", \"the death on Monday of\" or \"the arrest of\" is harmed.",
    must: &[
        (
            "The killing in Ostra of two nuns and a cook was condemned.",
            "killed 2 cleric; killed 1 worker",
        ),
        (
            "The killing of two nuns shocked the town.",
            "killed 2 cleric",
        ),
        (
            "The kidnapping last month of two bankers was condemned.",
            "abducted 2 worker",
        ),
        (
            "The blast resulted in the death of the driver and a nurse.",
            "killed 1 worker; killed 1 medic",
        ),
    ],
    must_not: &[("The killing of time is an art.", "time is nobody")],
};

pub(crate) const WHOSE: Rule = Rule {
    name: "effect.noun.whose_murder",
    says: "Whose murder, abduction or arrest is told is harmed, unless the deed is his own.",
    must: &[(
        "Crowds marched after the mayor's assassination.",
        "killed 1 official",
    )],
    must_not: &[(
        "The army's killing of time was condemned.",
        "the army is the doer",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&OF, &WHOSE];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        let Some(HarmNoun::Deed(effect) | HarmNoun::Figure(effect)) = text.tokens[at].word.noun
        else {
            continue;
        };
        if text.lower_at(at + 1) == "to" && text.lower_at(at).starts_with("injur") {
            of(scene, found, at, at + 1, effect);
        } else if let Some(of_at) = of_behind(scene, at) {
            of(scene, found, at, of_at, effect);
        } else {
            whose(scene, found, at, effect);
        }
    }
}

/// The "of" behind the deed, past the day, the place and the doer: "the killing on Monday of", "the murder in
/// Ostra by gunmen of".
fn of_behind(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let text = scene.text;
    if text.lower_at(at + 1) == "of" {
        return Some(at + 1);
    }
    let mut end = at + 1;
    for _ in 0..3 {
        let preposition = matches!(
            text.lower_at(end),
            "on" | "in" | "earlier" | "at" | "near" | "by" | "outside"
        );
        let between = scene.phrase_starting(end + usize::from(preposition));
        let Some(between) = between.filter(|p| preposition || scene.is_date(*p)) else {
            break;
        };
        end = scene.phrases[between].end;
        if text.lower_at(end) == "of" {
            return Some(end);
        }
    }
    None
}

/// "the killing of two nuns", "injuries to 12 people".
fn of(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, of: usize, effect: Effect) {
    let text = scene.text;
    let mut victims = scene.objects(of + 1);
    // "The murder of two nuns and a cook was condemned": the verb is that of the murder.
    let all = scene.list(of + 1, true);
    let joined = |p: &usize| {
        let phrase = &scene.phrases[*p];
        text.lower_at(phrase.start - 1) == "and" && (!text.upper || phrase.is_described())
    };
    if all.iter().skip(victims.len()).all(joined) {
        victims = all;
    }
    let many = victims.len() > 1;
    for victim in victims {
        let phrase = &scene.phrases[victim];
        let named = phrase.what == What::Name && phrase.name.is_some();
        let own = phrase.what == What::People
            && matches!(
                text.lower_at(phrase.start),
                "his" | "her" | "their" | "its" | "my" | "our"
            );
        let counted = phrase.quantity.is_some_and(|q| !q.none) || own;
        let vague = phrase.plural && phrase.what == What::People;
        let titled = phrase.what == What::People
            && (!phrase.names.is_empty()
                || by_office(text.lower_at(phrase.start))
                || many && text.lower_at(phrase.start) == "the");
        let fits = effect.on_people() == phrase.is_people();
        if fits && (named || counted || vague || titled) {
            scene.tell(found, effect, victim, at, None, OF.name);
        }
    }
}

/// "former police chief Holm", "its leader": one person by his office.
fn by_office(lower: &str) -> bool {
    matches!(lower, "former" | "late" | "deputy" | "acting")
}

/// "the mayor's assassination", "Holm's arrest".
fn whose(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, effect: Effect) {
    let text = scene.text;
    let deed = matches!(
        text.lower_at(at),
        "murder"
            | "killing"
            | "assassination"
            | "slaying"
            | "execution"
            | "lynching"
            | "abduction"
            | "kidnapping"
            | "arrest"
            | "detention"
            | "capture"
            | "disappearance"
            | "rape"
    );
    let Some(owner) = at
        .checked_sub(1)
        .filter(|i| deed && *i > scene.sentence.start && text.tag_at(*i) == Some(Tag::POS))
        .and_then(|mark| {
            scene
                .phrases
                .iter()
                .position(|p| p.start < mark && mark <= p.end + 1)
        })
    else {
        return;
    };
    // "a reward for his capture", "demanded Holm's arrest": not yet.
    let wished = (at.saturating_sub(8).max(scene.sentence.start)..at).any(|i| {
        matches!(
            text.lower_at(i),
            "reward"
                | "bounty"
                | "warrant"
                | "demand"
                | "demanded"
                | "demanding"
                | "ordered"
                | "sought"
                | "seeking"
        )
    });
    if wished {
        return;
    }
    let phrase = &scene.phrases[owner];
    let one = phrase.what == What::Name && phrase.name.is_some()
        || phrase.what == What::People && !phrase.plural;
    if one {
        scene.tell(found, effect, owner, at, None, WHOSE.name);
    }
}
