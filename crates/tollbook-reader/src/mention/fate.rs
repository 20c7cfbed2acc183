//! Those whose loss is told and those of whom nothing is known: "the loss of two pilots", "the fate of the crew is unknown".

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const LOSS: Rule = Rule {
    name: "effect.noun.loss",
    says: "Counted fighters, kin and comrades behind \"the loss of\" are killed.",
    must: &[("The army confirmed the loss of two pilots.", "killed 2")],
    must_not: &[(
        "The firm confirmed the loss of two customers.",
        "they went elsewhere",
    )],
};

pub(crate) const FATE: Rule = Rule {
    name: "effect.noun.fate",
    says: "Counted people whose fate or whereabouts is unknown, and of whom there is no trace or word or whom rescuers search for, are missing.",
    must: &[
        ("The fate of eight miners is unknown.", "missing 8 worker"),
        ("Nothing was heard of the three miners.", "missing 3 worker"),
        ("There was no trace of two pilots.", "missing 2"),
        ("Divers were searching for 23 miners.", "missing 23 worker"),
    ],
    must_not: &[
        ("The fate of the bill is unknown.", "a bill is nobody"),
        ("The fate of eight miners is known.", "they are found"),
        (
            "Police were searching for two miners.",
            "they may be wanted",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&LOSS, &FATE];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    for at in scene.sentence.start..scene.sentence.end {
        if scene.text.lower_at(at) == "of" {
            fate(scene, found, at);
            loss(scene, found, at);
        }
        if scene.text.lower_at(at) == "for" {
            sought(scene, found, at);
        }
    }
}

/// "for the loss of 18 troops".
fn loss(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, of: usize) {
    if of == scene.sentence.start || !matches!(scene.text.lower_at(of - 1), "loss" | "losses") {
        return;
    }
    for lost in scene.objects(of + 1) {
        let phrase = &scene.phrases[lost];
        let counted = phrase.quantity.is_some_and(|q| !q.none);
        if counted && phrase.is_people() && super::expression::is_own(scene, lost) {
            scene.tell(found, Effect::Killed, lost, of - 1, None, LOSS.name);
        }
    }
}

/// "the fate of eight sailors is unknown", "nothing has been heard of them", "no trace of the pilot".
fn fate(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, of: usize) {
    let text = scene.text;
    let Some(noun) = of.checked_sub(1).filter(|i| *i >= scene.sentence.start) else {
        return;
    };
    let before = |words: &[&str]| {
        (noun.saturating_sub(5).max(scene.sentence.start)..noun)
            .any(|i| words.contains(&text.lower_at(i)))
    };
    let people = scene.objects(of + 1);
    let Some(last) = people.last().map(|p| scene.phrases[*p].end) else {
        return;
    };
    let unknown = (last..(last + 8).min(scene.sentence.end))
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "."))
        .any(|i| {
            matches!(text.lower_at(i), "unknown" | "unclear" | "uncertain")
                || text.says(i, &["not", "known"])
        });
    let missed = match text.lower_at(noun) {
        "fate" | "whereabouts" => unknown,
        "heard" | "seen" => before(&["nothing"]),
        "trace" | "word" | "sign" | "news" => before(&["no", "without"]),
        _ => false,
    };
    if !missed {
        return;
    }
    for one in people {
        let phrase = &scene.phrases[one];
        let lost = text.lower_at(noun) == "whereabouts";
        let new = phrase.what == What::People
            && phrase
                .quantity
                .is_some_and(|q| (lost || !q.article) && !q.none);
        if new {
            scene.tell(found, Effect::Missing, one, noun, None, FATE.name);
        }
    }
}

/// "Divers were still searching for 23 passengers": whom rescuers search for.
fn sought(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let search = at > scene.sentence.start
        && matches!(text.lower_at(at - 1), "searching" | "searched" | "looking");
    let rescuers = |i: usize| {
        matches!(
            text.lower_at(i).trim_end_matches('s'),
            "rescuer"
                | "diver"
                | "firefighter"
                | "searcher"
                | "volunteer"
                | "crew"
                | "team"
                | "guard"
        )
    };
    if !search || !(scene.sentence.start..at).any(rescuers) {
        return;
    }
    for one in scene.objects(at + 1) {
        let phrase = &scene.phrases[one];
        let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
        let sought = matches!(phrase.what, What::People | What::Bare) && counted;
        // "Ten survivors were found": none is missing yet.
        let other = matches!(
            text.lower_at(phrase.head),
            "survivors" | "suspects" | "bodies"
        );
        if sought && !other {
            scene.tell(found, Effect::Missing, one, at - 1, None, FATE.name);
        }
    }
}
