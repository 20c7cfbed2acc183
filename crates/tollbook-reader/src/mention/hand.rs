//! Harm by hand that no single word tells: throats that are cut, people who are beaten.

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const THROAT: Rule = Rule {
    name: "effect.expression.throat",
    says: "Whose throat is slit or cut is killed.",
    must: &[(
        "Raiders slit the throats of two farmers.",
        "killed 2 worker",
    )],
    must_not: &[("Two farmers cleared their throats.", "nobody is harmed")],
};

pub(crate) const BEATEN: Rule = Rule {
    name: "effect.expression.beaten",
    says: "Who is beaten up or badly beaten is injured.",
    must: &[
        ("Police beat up two reporters.", "injured 2 journalist"),
        ("Two clerks were severely beaten.", "injured 2 worker"),
    ],
    must_not: &[("Two clubs were beaten on Sunday.", "a club is nobody")],
};

pub(crate) const RULES: &[&Rule] = &[&THROAT, &BEATEN];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    for at in scene.sentence.start..scene.sentence.end {
        match scene.text.lower_at(at) {
            "throat" | "throats" => throat(scene, found, at),
            "beat" | "beaten" | "beating" | "thrashed" | "thrashing" => beaten(scene, found, at),
            _ => {}
        }
    }
}

/// "slit the throat of a farmer", "had their throats cut".
fn throat(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let first = at.saturating_sub(6).max(scene.sentence.start);
    let Some(cut) = (first..at).rev().find(|i| {
        matches!(
            text.lower_at(*i),
            "slit" | "slitting" | "slashed" | "slashing" | "cut" | "cutting"
        )
    }) else {
        return;
    };
    if text.lower_at(at + 1) != "of" {
        return;
    }
    for victim in scene.objects(at + 2) {
        let named = matches!(scene.phrases[victim].what, What::People | What::Name);
        if named {
            scene.tell(found, Effect::Killed, victim, cut, None, THROAT.name);
        }
    }
}

/// "beat up two reporters", "was badly beaten by guards"; "beaten to death" is told elsewhere.
fn beaten(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    if !text.tag_at(at).is_some_and(Tag::is_verb) {
        return;
    }
    let (group, passive) = scene.group(at);
    let reach = (at + 1..(at + 10).min(scene.sentence.end))
        .take_while(|i| !matches!(text.lower_at(*i), ";" | "," | "."));
    if reach.clone().any(|i| text.lower_at(i) == "death") {
        return;
    }
    let hard = |i: usize| {
        matches!(
            text.lower_at(i),
            "severely" | "badly" | "brutally" | "savagely" | "mercilessly" | "seriously"
        )
    };
    let up = reach.clone().any(|i| text.lower_at(i) == "up");
    if !(up || hard(at.wrapping_sub(1)) || hard(at + 1)) {
        return;
    }
    let victims = if passive {
        scene.subject(group)
    } else {
        let from = if text.lower_at(at + 1) == "up" {
            at + 2
        } else {
            at + 1
        };
        scene.objects(from)
    };
    for victim in victims {
        if scene.phrases[victim].is_people() {
            scene.tell(found, Effect::Injured, victim, at, None, BEATEN.name);
        }
    }
}
