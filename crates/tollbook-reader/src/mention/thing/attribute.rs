//! Things that are told of as harmed already: "a collapsed shop", "20 gutted shacks", "the ruins of a bank".

use tollbook_terms::{Category, Effect};

use super::super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const ATTRIBUTE: Rule = Rule {
    name: "effect.object.attribute",
    says: "A thing that is called damaged, gutted, burning or collapsed, and was not told of before, is so.",
    must: &[
        ("They saw about 20 gutted shacks.", "destroyed ~20 house"),
        (
            "A boy was pulled from a collapsed house.",
            "destroyed 1 house",
        ),
        ("They live in damaged houses.", "damaged 2.. house"),
        ("They live in partly destroyed houses.", "damaged 2.. house"),
    ],
    must_not: &[
        ("They saw the damaged house.", "it was told of before"),
        ("They burned tyres.", "a barricade is no harm"),
    ],
};

pub(crate) const WRECK: Rule = Rule {
    name: "effect.object.wreck",
    says: "A thing whose ruins, rubble or wreckage are told of, and an aircraft whose crash is, is destroyed, where it was not told of before.",
    must: &[
        (
            "They dug in the ruins of a bank and 40 flats.",
            "destroyed 1 shop; destroyed 40 apartment_building",
        ),
        (
            "The wreckage of a helicopter was found.",
            "destroyed 1 aircraft",
        ),
    ],
    must_not: &[(
        "They dug in the ruins of the bank.",
        "it was told of before",
    )],
};

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    for i in 0..scene.phrases.len() {
        if scene.phrases[i].what == What::Objects {
            attribute(scene, found, i);
        }
    }
    for at in scene.sentence.start..scene.sentence.end {
        wreck(scene, found, at);
    }
}

/// "a collapsed shop", "his ruined home", "dozens of burning cars".
fn attribute(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, thing: usize) {
    let phrase = &scene.phrases[thing];
    let told = found
        .iter()
        .any(|m| m.phrase == thing && !m.effect.on_people());
    if told || !is_new(scene, thing) || is_fuel(scene.text.lower_at(phrase.head)) {
        return;
    }
    let called = (phrase.start..phrase.head)
        .find_map(|at| Some((at, called(scene, at).filter(|_| !is_joined(scene, at))?)));
    if let Some((at, effect)) = called {
        let effect = if is_partly(scene, at) {
            Effect::Damaged
        } else {
            effect
        };
        scene.tell(found, effect, thing, at, None, ATTRIBUTE.name);
    }
}

/// What the word says of the thing before which it stands.
fn called(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    match scene.text.lower_at(at) {
        "burning" | "blazing" | "smouldering" | "smoldering" | "bombed" => Some(Effect::Damaged),
        "collapsed" | "sunken" | "crashed" => Some(Effect::Destroyed),
        _ => scene
            .text
            .word_at(at)?
            .verb
            .filter(|verb| {
                verb.frame == Frame::Object && matches!(verb.form, Form::Ed | Form::Participle)
            })
            .map(|verb| verb.effect),
    }
}

/// "not damaged", "un-damaged": said with another word.
fn is_joined(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > scene.sentence.start && matches!(scene.text.lower_at(at - 1), "un" | "not")
}

/// "partially destroyed homes" are damaged.
fn is_partly(scene: &Scene<'_, '_>, at: usize) -> bool {
    at > scene.sentence.start
        && matches!(
            scene.text.lower_at(at - 1),
            "partially" | "partly" | "nearly" | "almost" | "half"
        )
}

/// Whether the thing is told of as one not known yet: not "the" or "that" one, unless counted.
fn is_new(scene: &Scene<'_, '_>, thing: usize) -> bool {
    let phrase = &scene.phrases[thing];
    let known = matches!(
        scene.text.lower_at(phrase.start),
        "the" | "this" | "that" | "these" | "those" | "such" | "any" | "no" | "every" | "each"
    );
    !known && (phrase.plural || phrase.quantity.is_some() || is_own(scene, phrase.start))
}

fn is_own(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(
        scene.text.lower_at(at),
        "his" | "her" | "their" | "our" | "my" | "its"
    )
}

/// What is burnt in protest or for warmth.
fn is_fuel(lower: &str) -> bool {
    matches!(
        lower,
        "tyre" | "tyres" | "tire" | "tires" | "flag" | "flags" | "barricade" | "barricades"
    )
}

/// "the ruins of a bank", "the wreckage of two cars".
fn wreck(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let wrecked = matches!(
        text.lower_at(at),
        "ruins" | "rubble" | "wreckage" | "wreck" | "wrecks" | "ashes" | "hulk" | "hulks" | "shell"
    );
    // "the crash of a plane"
    let crash = text.lower_at(at) == "crash";
    if !(wrecked || crash) || text.lower_at(at + 1) != "of" {
        return;
    }
    for thing in scene.list(at + 2, true) {
        let flies = scene.phrases[thing]
            .categories
            .contains(&Category::Aircraft);
        if scene.phrases[thing].what == What::Objects && is_new(scene, thing) && (wrecked || flies)
        {
            scene.tell(found, Effect::Destroyed, thing, at, None, WRECK.name);
        }
    }
}
