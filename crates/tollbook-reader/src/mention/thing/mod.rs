//! What befalls things: burnt, sunk, hit "it", an air strike on them; what [`damage`] is told of them.

mod attribute;
mod blast;
mod damage;
mod parts;

use tollbook_terms::{Category, Effect};

use super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;
pub(super) use parts::{on_whole, whole_of, wholes_of};

pub(crate) const BY_ITSELF: Rule = Rule {
    name: "effect.object.by_itself",
    says: "A building or vehicle that burns is damaged; one that burns down, sinks, crashes or collapses is destroyed.",
    must: &[
        ("The warehouse burned for two days.", "damaged 1 building"),
        ("A patrol boat sank near the port.", "destroyed 1 ship"),
        ("The walls of a shop collapsed.", "damaged 1 shop"),
        (
            "A helicopter crashed into a lake.",
            "destroyed 1 aircraft accident",
        ),
        (
            "Helicopter crashes near Ostra",
            "destroyed 1 aircraft accident",
        ),
        (
            "Her car crashed into a tree and overturned.",
            "damaged 1 vehicle accident",
        ),
    ],
    must_not: &[
        ("Two hopes sank on Monday.", "a hope is no object"),
        ("Nine died and 30 buses burned.", "they were burned"),
        (
            "Two offices overturned the verdict.",
            "no office lies on its side",
        ),
    ],
};

pub(crate) const STRIKE_ON: Rule = Rule {
    name: "effect.object.strike_on",
    says: "What an air strike, a missile strike, a drone strike or an arson attack is on is damaged.",
    must: &[
        ("An air strike on a bakery was reported.", "damaged 1 shop"),
        ("They filmed the strike on a bakery.", "damaged 1 shop"),
        (
            "An arson attack on a bakery was reported.",
            "damaged 1 shop",
        ),
    ],
    must_not: &[(
        "An air strike on Monday was reported.",
        "a day is no object",
    )],
};

pub(crate) const PRONOUN: Rule = Rule {
    name: "effect.object.it",
    says: "\"It\" behind a verb of striking is the thing named before in the sentence, and \"them\" and \"both\" behind one of breaking.",
    must: &[
        (
            "The minaret was closed after a shell hit it.",
            "damaged 1 worship",
        ),
        (
            "A car bomb went off outside an embassy, damaging it.",
            "damaged 1 government",
        ),
        (
            "They stopped three buses and burned them.",
            "destroyed 3 vehicle",
        ),
        (
            "They fired at a jet and shot it down.",
            "destroyed 1 aircraft",
        ),
    ],
    must_not: &[(
        "The idea failed after critics hit it.",
        "an idea is no object",
    )],
};

pub(crate) const GAPPED: Rule = Rule {
    name: "effect.object.gapped",
    says: "What stands behind \"another\" or \"the other\" without a verb suffers what the first one hit suffers.",
    must: &[(
        "One shell hit a mosque, another a school.",
        "damaged 1 worship; damaged 1 school adds-to 1",
    )],
    must_not: &[(
        "One guard liked the mosque, another the school.",
        "nothing is hit",
    )],
};

pub(crate) const RULES: &[&Rule] = &[
    &GAPPED,
    &BY_ITSELF,
    &STRIKE_ON,
    &PRONOUN,
    &attribute::ATTRIBUTE,
    &attribute::WRECK,
    &parts::PART,
    &damage::STATE,
    &damage::DAMAGE_TO,
    &blast::BLAST_AT,
    &damage::BROKEN,
];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    for at in scene.sentence.start..scene.sentence.end {
        by_itself(scene, found, at);
        strike_on(scene, found, at);
        pronoun(scene, found, at);
        gapped(scene, found, at);
        damage::told(scene, found, at);
    }
    blast::before_damage(scene, found);
    damage::states(scene, found);
    attribute::find(scene, found);
    one_of_both(scene, found);
}

/// How many tokens apart two verbs of one clause stand at most.
const NEAR: usize = 6;

/// Of what is told as damaged and as destroyed one claim stays: the second for "was hit and sank", "set on fire and
/// destroyed", the first for "destroyed or damaged".
fn one_of_both(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let destroyed: Vec<(usize, usize)> = found
        .iter()
        .filter(|m| m.effect == Effect::Destroyed && m.count.low > 0)
        .map(|m| (m.phrase, m.trigger))
        .collect();
    for (phrase, destroyed) in destroyed {
        // What is told farther off may not be of it.
        let too = |m: &&Mention| {
            m.phrase == phrase
                && m.effect == Effect::Damaged
                && m.trigger.abs_diff(destroyed) <= NEAR
        };
        let Some(damaged) = found.iter().find(too).map(|m| m.trigger) else {
            continue;
        };
        let mut between = destroyed.min(damaged)..destroyed.max(damaged);
        let either = between.any(|i| scene.text.lower_at(i) == "or");
        let less = if either {
            Effect::Destroyed
        } else {
            Effect::Damaged
        };
        found.retain(|m| m.phrase != phrase || m.effect != less);
    }
}

/// "The warehouse burned", "a boat sank", "the minaret collapsed".
fn by_itself(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let effect = match text.lower_at(at) {
        "burned" | "burns" | "burning" => Effect::Damaged,
        "sank" | "sunk" | "sinks" | "collapsed" | "collapses" => Effect::Destroyed,
        "crash" | "crashes" | "crashed" | "crashing" => Effect::Destroyed,
        "overturned" | "overturns" => Effect::Damaged,
        _ => return,
    };
    let overturned = text.lower_at(at).starts_with("overturn");
    let partly = matches!(
        text.lower_at(at.wrapping_sub(1)),
        "partially" | "partly" | "half" | "almost"
    );
    let effect = if partly { Effect::Damaged } else { effect };
    let down = matches!(text.lower_at(at + 1), "down" | "out" | "to" | "it" | "them");
    let (group, passive) = scene.group(at);
    // "was looted and burned": burnt by someone.
    let burnt = effect == Effect::Damaged
        && group >= scene.sentence.start + 2
        && text.lower_at(group - 1) == "and"
        && text.tag_at(group - 2) == Some(Tag::VBN);
    if burnt
        || passive && effect == Effect::Damaged && !overturned && text.lower_at(at) != "burning"
        || down
        // "parts of the plane that crashed": told before.
        || matches!(text.lower_at(group.wrapping_sub(1)), "that" | "which")
            && text.lower_at(group.wrapping_sub(2)) != ","
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
    let single = things.len() == 1;
    for thing in things {
        let part = thing;
        let thing = whole_of(scene, part);
        // The roof or a wall of it has come down.
        let piece = part != thing || text.lower_at(scene.phrases[part].head) == "roof";
        let phrase = &scene.phrases[thing];
        // A car that crashes may still be whole, unless it is into something, and a drone is made to.
        let flies = phrase.categories.contains(&Category::Aircraft);
        let drives = phrase.categories.contains(&Category::Vehicle);
        let crash = text.lower_at(at).starts_with("crash");
        let dented = drives && crash && matches!(text.lower_at(at + 1), "into" | "against");
        let effect = if dented { Effect::Damaged } else { effect };
        let weapon = matches!(
            text.lower_at(phrase.head),
            "drone" | "drones" | "uav" | "uavs"
        ) && matches!(text.lower_at(at + 1), "into" | "onto");
        let court = overturned && !drives;
        if phrase.what != What::Objects || court || crash && !dented && (!flies || weapon) {
            continue;
        }
        let (effect, rule) = match on_whole(scene, part, thing, (effect, BY_ITSELF.name)) {
            (_, rule) if piece => (Effect::Damaged, rule),
            told => told,
        };
        // "left five houses burned"
        if found
            .iter()
            .any(|m| m.phrase == thing && m.effect == Effect::Destroyed && m.trigger != at)
        {
            continue;
        }
        // The verb's room takes "the warehouse burned" for a participle: it only burned. In "nine dead and 30 buses
        // burned" it is one.
        let counted = phrase.plural && phrase.quantity.is_some_and(|q| !q.article && !q.none);
        let listed = match phrase.start.checked_sub(1).map_or("", |i| text.lower_at(i)) {
            "and" | ":" | ";" => counted && single,
            "," => counted && single && found.iter().any(|m| m.phrase < thing),
            _ => false,
        };
        let burns = text.lower_at(at).starts_with("burn");
        let told = found
            .iter_mut()
            .find(|m| m.phrase == thing && m.trigger == at);
        match told {
            Some(_) if listed && burns => {}
            Some(told) => {
                told.effect = effect;
                told.rule = rule;
            }
            None => {
                scene.tell(found, effect, thing, at, None, rule);
            }
        }
    }
}

/// "An air strike on a bakery", "drone strikes on two depots".
fn strike_on(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let before = text.lower_at(at.wrapping_sub(1));
    let strike = match text.lower_at(at) {
        "airstrike" | "airstrikes" => true,
        "attack" | "attacks" => before == "arson",
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
    for thing in scene.list(at + 2, true) {
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

/// "The warehouse burned after shells hit it"; "..., when it was hit by a shell"; "fired on two trucks, destroying
/// both".
fn pronoun(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let Some(verb) = text.tokens[at].word.verb else {
        return;
    };
    // "fired at a jet and shot it down"
    let downs = text.lower_at(at) == "shot" && text.says(at + 1, &["it", "down"]);
    let effect = if downs {
        Effect::Destroyed
    } else {
        verb.effect
    };
    let strikes = matches!(verb.frame, Frame::Strike | Frame::Object);
    if !(downs || strikes && text.tokens[at].tag.is_verb()) {
        return;
    }
    let (group, passive) = scene.group(at);
    let participle = matches!(verb.form, Form::Ed | Form::Participle);
    let struck = if passive && participle {
        text.lower_at(group.wrapping_sub(1))
    } else {
        text.lower_at(at + 1)
    };
    // Who is hit may be people.
    let stands = struck == "it" || matches!(struck, "both" | "them") && verb.frame == Frame::Object;
    if let Some(named) = stood_for(scene, at, struck).filter(|_| stands) {
        scene.tell(found, effect, named, at, None, PRONOUN.name);
    }
}

/// "One shell hit a mosque, another a school", "and the other the market": the verb before goes for it too.
fn gapped(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    if !matches!(text.lower_at(at), "another" | "other" | "second" | "third") {
        return;
    }
    let the = usize::from(at > 0 && matches!(text.lower_at(at - 1), "the" | "a"));
    let opens =
        at > scene.sentence.start + the && matches!(text.lower_at(at - the - 1), "," | "and" | ";");
    let holds = |p: &usize| {
        let phrase = &scene.phrases[*p];
        (phrase.start..phrase.end).contains(&at) && phrase.end > at + 1
    };
    let thing = scene
        .phrase_starting(at + 1)
        .or_else(|| (0..scene.phrases.len()).find(holds))
        .filter(|p| {
            let phrase = &scene.phrases[*p];
            phrase.what == What::Objects
                && !text
                    .tag_at(phrase.end)
                    .is_some_and(|tag| tag.is_verb() || tag == Tag::MD)
        });
    let Some(thing) = thing.filter(|_| opens) else {
        return;
    };
    // What was hit before, by one of several.
    let before = found.iter().rev().find(|m| {
        !m.effect.on_people()
            && m.trigger < at
            && m.agent.is_some_and(|(start, _)| {
                matches!(text.lower_at(start), "one" | "a" | "an" | "the" | "another")
            })
    });
    if let Some((effect, trigger)) = before.map(|m| (m.effect, m.trigger)) {
        scene.tell(found, effect, thing, trigger, None, GAPPED.name);
    }
}

/// The thing told of before the verb at `at` in the sentence that "it" stands for, or the things for "them" and
/// "both".
pub(super) fn stood_for(scene: &Scene<'_, '_>, at: usize, pronoun: &str) -> Option<usize> {
    let group = scene.group(at).0;
    // "Drones attacked a silo, damaging it": the drones.
    let clause = (scene.text.lower_at(group.wrapping_sub(1)) == "," && group == at)
        .then(|| scene.verb_before(group))
        .flatten();
    let doers = scene.subject(clause.map_or(group, |verb| scene.group(verb).0));
    let many = pronoun != "it";
    let fits = |p: &usize| {
        let phrase = &scene.phrases[*p];
        phrase.end <= at
            && phrase.what == What::Objects
            && phrase.plural == many
            && !doers.contains(p)
            // "a car bomb": no car
            && !matches!(scene.text.lower_at(phrase.end), "bomb" | "bombs" | "bombing")
            && (!many || phrase.quantity.is_some_and(|q| !q.article))
    };
    let all = 0..scene.phrases.len();
    let first = |p: &usize| fits(p) && scene.phrases[*p].after.is_none();
    if many {
        return all.rev().find(fits);
    }
    all.clone().find(first).or_else(|| all.rev().find(fits))
}
