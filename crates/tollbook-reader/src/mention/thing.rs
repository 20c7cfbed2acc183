//! What befalls things: burnt, sunk, holed, hit "it", an air strike on them, the roof of a school.

use tollbook_terms::{Category, Effect};

use super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const BY_ITSELF: Rule = Rule {
    name: "effect.object.by_itself",
    says: "A building or vehicle that burns is damaged; one that burns down, sinks, crashes or collapses is destroyed.",
    must: &[
        ("The warehouse burned for two days.", "damaged 1 building"),
        ("A patrol boat sank near the port.", "destroyed 1 ship"),
        (
            "A helicopter crashed into a lake.",
            "destroyed 1 aircraft accident",
        ),
    ],
    must_not: &[("Two hopes sank on Monday.", "a hope is no object")],
};

pub(crate) const STRIKE_ON: Rule = Rule {
    name: "effect.object.strike_on",
    says: "What an air strike, a missile strike or a drone strike is on is damaged.",
    must: &[
        ("An air strike on a bakery was reported.", "damaged 1 shop"),
        ("They filmed the strike on a bakery.", "damaged 1 shop"),
    ],
    must_not: &[(
        "An air strike on Monday was reported.",
        "a day is no object",
    )],
};

pub(crate) const PRONOUN: Rule = Rule {
    name: "effect.object.it",
    says: "\"It\" behind a verb of striking is the thing named before in the sentence.",
    must: &[(
        "The minaret collapsed after a shell hit it.",
        "damaged 1 worship; destroyed 1 worship",
    )],
    must_not: &[(
        "The idea failed after critics hit it.",
        "an idea is no object",
    )],
};

pub(crate) const STATE: Rule = Rule {
    name: "effect.object.state",
    says: "A thing seen with its roof, walls or windows broken is damaged; a burnt-out one is destroyed.",
    must: &[
        (
            "Visitors passed a mosque with its walls smashed by shells.",
            "damaged 1 worship",
        ),
        ("They saw a burnt-out bus.", "destroyed 1 vehicle"),
    ],
    must_not: &[(
        "They saw a house with its windows open.",
        "an open window is whole",
    )],
};

pub(crate) const DAMAGE_TO: Rule = Rule {
    name: "effect.object.damage_to",
    says: "What damage is done to, and what a bombing of some one thing is of, is damaged.",
    must: &[
        (
            "The shells caused damage to houses and shops.",
            "damaged 2.. house; damaged 2.. shop",
        ),
        (
            "The bombing of a bakery killed two.",
            "damaged 1 shop; killed 2",
        ),
        (
            "Damage was reported to 17 houses and to a mosque.",
            "damaged 17 house; damaged 1 worship",
        ),
    ],
    must_not: &[(
        "A bomb attack on a bank was reported.",
        "an attack may have missed",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&BY_ITSELF, &STRIKE_ON, &PRONOUN, &STATE, &DAMAGE_TO];

/// The thing that a part of it stands for: "the roof of a school" is the school.
pub(super) fn whole_of(scene: &Scene<'_, '_>, at: usize) -> usize {
    let phrase = &scene.phrases[at];
    let part = matches!(
        scene.text.lower_at(phrase.head),
        "roof"
            | "roofs"
            | "wall"
            | "walls"
            | "window"
            | "windows"
            | "door"
            | "doors"
            | "gate"
            | "gates"
            | "wing"
            | "part"
            | "parts"
            | "floor"
            | "floors"
            | "facade"
            | "entrance"
            | "corner"
            | "side"
            | "section"
            | "ceiling"
            | "deck"
            | "hull"
    );
    if !part || scene.text.lower_at(phrase.end) != "of" {
        return at;
    }
    scene
        .phrase_starting(phrase.end + 1)
        .filter(|inner| scene.phrases[*inner].what == What::Objects)
        .unwrap_or(at)
}

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        by_itself(scene, found, at);
        strike_on(scene, found, at);
        pronoun(scene, found, at);
        match text.lower_at(at) {
            "bombing" | "bombings" if text.lower_at(at + 1) == "of" => done_to(scene, found, at),
            "damage" | "damages" if text.lower_at(at + 1) == "to" => done_to(scene, found, at),
            "damage" if text.tokens[at].tag.is_noun() => damage_told(scene, found, at),
            _ => {}
        }
    }
    for (i, phrase) in scene.phrases.iter().enumerate() {
        if phrase.what != What::Objects {
            continue;
        }
        let burnt_out = (phrase.start..phrase.head).find(|i| {
            matches!(text.lower_at(*i), "burnt" | "burned" | "bombed" | "gutted")
                && matches!(text.lower_at(i + 1), "-" | "out")
        });
        if let Some(at) = burnt_out {
            scene.tell(found, Effect::Destroyed, i, at, None, STATE.name);
        } else if let Some(at) = broken_part(scene, phrase.end) {
            // The roof is the house's and no thing beside it.
            found.retain(|m| {
                let part = &scene.phrases[m.phrase];
                part.start != phrase.end + 1 || part.what != What::Objects
            });
            scene.tell(found, Effect::Damaged, i, at, None, STATE.name);
        }
    }
}

/// "The warehouse burned", "a boat sank", "the minaret collapsed".
fn by_itself(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let effect = match text.lower_at(at) {
        "burned" | "burnt" | "burns" | "burning" => Effect::Damaged,
        "sank" | "sunk" | "sinks" | "collapsed" | "collapses" => Effect::Destroyed,
        "crash" | "crashes" | "crashed" | "crashing" => Effect::Destroyed,
        _ => return,
    };
    let partly = matches!(
        text.lower_at(at.wrapping_sub(1)),
        "partially" | "partly" | "half" | "almost"
    );
    let effect = if partly { Effect::Damaged } else { effect };
    let down = matches!(text.lower_at(at + 1), "down" | "out" | "to");
    let (group, passive) = scene.group(at);
    // "was looted and burned": burnt by someone.
    let burnt = effect == Effect::Damaged
        && group >= scene.sentence.start + 2
        && text.lower_at(group - 1) == "and"
        && text.tag_at(group - 2) == Some(Tag::VBN);
    if burnt
        || passive && effect == Effect::Damaged && text.lower_at(at) != "burning"
        || down
        || scene
            .phrase_starting(at + 1)
            .is_some_and(|p| !scene.is_date(p))
    {
        return;
    }
    let mut things = scene.subject(group);
    if things.is_empty() {
        // "after a patrol boat sank".
        things.extend(scene.phrase_ending(group));
    }
    for thing in things {
        let phrase = &scene.phrases[thing];
        // A car that crashes may still be whole.
        let flies = phrase.categories.contains(&Category::Aircraft);
        let crash = text.lower_at(at).starts_with("crash");
        if phrase.what != What::Objects || crash && !flies {
            continue;
        }
        // The verb's room takes "the warehouse burned" for a participle: it only burned.
        if let Some(told) = found
            .iter_mut()
            .find(|m| m.phrase == thing && m.trigger == at)
        {
            told.effect = effect;
            told.rule = BY_ITSELF.name;
        } else {
            scene.tell(found, effect, thing, at, None, BY_ITSELF.name);
        }
    }
}

/// "An air strike on a bakery", "drone strikes on two depots".
fn strike_on(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let before = text.lower_at(at.wrapping_sub(1));
    let strike = match text.lower_at(at) {
        "airstrike" | "airstrikes" => true,
        "strike" | "strikes" | "raid" | "raids" => {
            let from_afar = matches!(
                before,
                "air" | "missile" | "rocket" | "drone" | "bombing" | "-"
            );
            // "a strike on a market", but no "strike on the railways" of those who work there
            let on_one = text.lower_at(at) == "strike"
                && matches!(before, "a" | "the" | "another")
                && matches!(text.lower_at(at + 2), "a" | "an");
            from_afar || on_one
        }
        _ => false,
    };
    if !strike || !matches!(text.lower_at(at + 1), "on" | "against") {
        return;
    }
    for thing in scene.objects(at + 2) {
        let thing = whole_of(scene, thing);
        let phrase = &scene.phrases[thing];
        // Strikes on villages and on positions tell of no one thing hit.
        let place = matches!(
            text.lower_at(phrase.head),
            "village" | "villages" | "camp" | "camps"
        );
        if place || phrase.plural && phrase.quantity.is_none() {
            continue;
        }
        scene.tell(found, Effect::Damaged, thing, at, None, STRIKE_ON.name);
    }
}

/// "The warehouse burned after shells hit it"; "..., when it was hit by a shell".
fn pronoun(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let Some(verb) = text.tokens[at].word.verb else {
        return;
    };
    if !matches!(verb.frame, Frame::Strike | Frame::Object) || !text.tokens[at].tag.is_verb() {
        return;
    }
    let (group, passive) = scene.group(at);
    let participle = matches!(verb.form, Form::Ed | Form::Participle);
    let struck = if passive && participle {
        text.lower_at(group.wrapping_sub(1)) == "it"
    } else {
        text.lower_at(at + 1) == "it"
    };
    if !struck {
        return;
    }
    let named = scene
        .phrases
        .iter()
        .position(|p| p.end < at && p.after.is_none() && p.what == What::Objects && !p.plural);
    if let Some(named) = named {
        scene.tell(found, verb.effect, named, at, None, PRONOUN.name);
    }
}

/// The word for what broke in "with its roof holed", "with every window broken".
fn broken_part(scene: &Scene<'_, '_>, from: usize) -> Option<usize> {
    let text = scene.text;
    if text.lower_at(from) != "with" {
        return None;
    }
    let part = scene.phrases.get(scene.phrase_starting(from + 1)?)?;
    let of_it = matches!(
        text.lower_at(part.head),
        "roof"
            | "window"
            | "windows"
            | "wall"
            | "walls"
            | "door"
            | "doors"
            | "facade"
            | "floor"
            | "fence"
            | "windscreen"
            | "tyres"
    );
    let broken = (part.end..part.end + 3).find(|i| {
        matches!(
            text.lower_at(*i),
            "holed"
                | "broken"
                | "smashed"
                | "shattered"
                | "blown"
                | "damaged"
                | "destroyed"
                | "pierced"
                | "punctured"
                | "torn"
                | "missing"
                | "gone"
        ) && text.tag_at(*i) != Some(Tag::IN)
    })?;
    (of_it && broken < scene.sentence.end).then_some(broken)
}

/// "damage to houses and to a mosque", "the bombing of a station".
fn done_to(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    // "the bombing of the embassies" only names what was told elsewhere.
    let names = text.lower_at(at + 1) == "of";
    for thing in listed(scene, at + 2) {
        let phrase = &scene.phrases[thing];
        let new = phrase.quantity.is_some_and(|q| q.article);
        if phrase.what == What::Objects && (new || !names) {
            scene.tell(found, Effect::Damaged, thing, at, None, DAMAGE_TO.name);
        }
    }
}

/// The things from token `from` on, in a list that may say its "to" again: "houses and to a mosque".
fn listed(scene: &Scene<'_, '_>, from: usize) -> Vec<usize> {
    let mut things = scene.objects(from);
    while let Some(last) = things.last()
        && scene.text.says(scene.phrases[*last].end, &["and", "to"])
    {
        let more = scene.objects(scene.phrases[*last].end + 2);
        if more.is_empty() {
            break;
        }
        things.extend(more);
    }
    things
}

/// "Damage was reported to 17 houses", "the damage included two classrooms".
fn damage_told(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let limit = (at + 7).min(scene.sentence.end);
    let leads = (at + 1..limit)
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "and"))
        .find(|i| match text.lower_at(*i) {
            "to" => matches!(
                text.lower_at(i - 1),
                "done" | "reported" | "caused" | "inflicted" | "extensive" | "considerable"
            ),
            "included" | "includes" => true,
            _ => false,
        });
    for thing in leads.map_or(Vec::new(), |i| listed(scene, i + 1)) {
        if scene.phrases[thing].what == What::Objects {
            scene.tell(found, Effect::Damaged, thing, at, None, DAMAGE_TO.name);
        }
    }
}
