//! Damage that is told of things: done to them, caused by a blast at them, seen on them, their broken windows.

use tollbook_terms::{Count, Effect};

use super::super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const STATE: Rule = Rule {
    name: "effect.object.state",
    says: "A thing seen with its roof, walls or windows broken is damaged; a burnt-out one is destroyed.",
    must: &[
        (
            "Visitors passed a mosque with its walls smashed by shells.",
            "damaged 1 worship",
        ),
        ("They saw a burnt-out bus.", "destroyed 1 vehicle"),
        ("Oil depot ablaze in Ostra", "damaged 1 infrastructure"),
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
            "They surveyed the damage caused by an attack on a bank.",
            "damaged 1 shop",
        ),
        (
            "Damage was reported to 17 houses and to a mosque.",
            "damaged 17 house; damaged 1 worship",
        ),
        ("A bomb caused some damage at a bank.", "damaged 1 shop"),
        (
            "Heavy damage was reported at the airport.",
            "damaged 1 infrastructure",
        ),
    ],
    must_not: &[(
        "A bomb attack on a bank was reported.",
        "an attack may have missed",
    )],
};

pub(crate) const BROKEN: Rule = Rule {
    name: "effect.object.broken",
    says: "A building or vehicle whose windows, panes or doors are broken, and a line, cable or pipe that is cut, is damaged.",
    must: &[
        (
            "The blast broke windows of a library.",
            "damaged 1 building",
        ),
        ("Raiders broke the glass of a bus.", "damaged 1 vehicle"),
        (
            "The blast broke windows in a library.",
            "damaged 1 building",
        ),
        ("Windows were broken in ten houses.", "damaged 10 house"),
        (
            "The raiders cut two telephone lines.",
            "damaged 2 infrastructure",
        ),
    ],
    must_not: &[
        ("The firm cut two jobs.", "a job is no line"),
        ("The raiders broke the news.", "news is no window"),
    ],
};

/// Tells of the damage that the word at `at` brings.
pub(super) fn told(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    match text.lower_at(at) {
        "bombing" | "bombings" if text.lower_at(at + 1) == "of" => done_to(scene, found, at),
        "damage" | "damages" if text.lower_at(at + 1) == "to" => done_to(scene, found, at),
        "damage" | "damages" if text.tokens[at].tag.is_noun() => {
            damage_told(scene, found, at);
            damage_by(scene, found, at);
            super::blast::with_damage(scene, found, at);
        }
        "broke" | "broken" | "breaking" | "break" | "breaks" | "cracked" | "cracking" => {
            broken(scene, found, at, is_pane);
        }
        "cut" | "cuts" | "cutting" | "severed" | "severing" => broken(scene, found, at, is_line),
        _ => {}
    }
}

/// Tells of things that are seen burnt out or with a broken part.
pub(super) fn states(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        if phrase.what != What::Objects {
            continue;
        }
        // "Oil depot ablaze after strike"
        let ablaze = matches!(text.lower_at(phrase.end), "ablaze" | "alight" | "aflame")
            && phrase.end < scene.sentence.end
            || text.says(phrase.end, &["on", "fire"])
            || text.says(phrase.end, &["in", "flames"]);
        let burnt_out = (phrase.start..phrase.head).find(|i| {
            matches!(text.lower_at(*i), "burnt" | "burned" | "bombed" | "gutted")
                && matches!(text.lower_at(i + 1), "-" | "out")
        });
        if let Some(at) = burnt_out {
            scene.tell(found, Effect::Destroyed, i, at, None, STATE.name);
        } else if ablaze && !found.iter().any(|m| m.phrase == i && !m.effect.on_people()) {
            scene.tell(found, Effect::Damaged, i, phrase.end, None, STATE.name);
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
    // "not responsible for damage to your car": a rule.
    let rule = text.lower_at(at.wrapping_sub(1)) == "for"
        && matches!(
            text.lower_at(at.wrapping_sub(2)),
            "responsible" | "liable" | "liability" | "responsibility"
        )
        && (scene.sentence.start..at).any(|i| matches!(text.lower_at(i), "not" | "no" | "cannot"));
    if rule {
        return;
    }
    // "the bombing of the embassies" only names what was told elsewhere.
    let names = text.lower_at(at + 1) == "of";
    let wholes = |part: usize| super::wholes_of(scene, part);
    for thing in listed(scene, at + 2).into_iter().flat_map(wholes) {
        let phrase = &scene.phrases[thing];
        // "the shelling of a lorry which brought them bread"
        let described = matches!(text.lower_at(phrase.end), "that" | "which");
        let new = phrase.quantity.is_some_and(|q| q.article) || described;
        if phrase.what == What::Objects && (new || !names) {
            let told = scene.tell(found, Effect::Damaged, thing, at, None, DAMAGE_TO.name);
            // "There was no damage to the bridge."
            if told
                && is_denied(scene, at)
                && let Some(mention) = found.last_mut()
            {
                mention.count = Count::exact(0);
            }
        }
    }
}

/// Whether "no" or "without" stands right before the damage.
fn is_denied(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(3).max(scene.sentence.start)..at)
        .any(|i| matches!(scene.text.lower_at(i), "no" | "without"))
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
            "at" | "in" => matches!(
                text.lower_at(i - 1),
                "reported" | "caused" | "done" | "seen"
            ),
            "included" | "includes" => true,
            _ => false,
        });
    // "caused some damage at the offices of a bank"
    let at_them = || {
        let there = matches!(text.lower_at(at + 1), "at" | "in");
        (there && super::blast::causes(text, scene.sentence, at)).then_some(at + 1)
    };
    let leads = leads.or_else(at_them);
    for thing in leads.map_or(Vec::new(), |i| listed(scene, i + 1)) {
        if scene.phrases[thing].what == What::Objects {
            scene.tell(found, Effect::Damaged, thing, at, None, DAMAGE_TO.name);
        }
    }
}

/// "the damage caused by an attack on the offices of a paper".
fn damage_by(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let caused = matches!(text.lower_at(at + 1), "caused" | "done" | "inflicted")
        && text.lower_at(at + 2) == "by";
    if !caused || is_denied(scene, at) {
        return;
    }
    let on = (at + 3..(at + 12).min(scene.sentence.end)).find(|i| {
        super::blast::is_blast(text.lower_at(*i))
            && matches!(text.lower_at(i + 1), "on" | "at" | "against" | "in")
    });
    let things = on.map_or(Vec::new(), |blast| listed(scene, blast + 2));
    for thing in things {
        if scene.phrases[thing].what == What::Objects {
            scene.tell(found, Effect::Damaged, thing, at, None, DAMAGE_TO.name);
        }
    }
}

/// "broke the windows of a shop", "two power lines were cut": the part that `is_part` knows is what breaks.
fn broken(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, is_part: fn(&str) -> bool) {
    let text = scene.text;
    if !text.tokens[at].tag.is_verb() {
        return;
    }
    let (group, passive) = scene.group(at);
    let parts = if passive && !text.lower_at(at).ends_with("ing") {
        scene.subject(group)
    } else {
        scene.objects(at + 1)
    };
    for part in parts {
        let phrase = &scene.phrases[part];
        let whole = super::whole_of(scene, part);
        let lower = text.lower_at(phrase.head);
        let thing = scene.phrases[whole].what == What::Objects && !phrase.is_people();
        if thing && is_part(lower) {
            scene.tell(found, Effect::Damaged, whole, at, None, BROKEN.name);
        }
    }
}

fn is_pane(lower: &str) -> bool {
    matches!(
        lower,
        "window"
            | "windows"
            | "windowpane"
            | "windowpanes"
            | "pane"
            | "panes"
            | "glass"
            | "door"
            | "doors"
            | "windscreen"
            | "windscreens"
            | "windshield"
            | "windshields"
            | "gate"
            | "gates"
            | "shutters"
    )
}

fn is_line(lower: &str) -> bool {
    matches!(
        lower,
        "line"
            | "lines"
            | "cable"
            | "cables"
            | "pipe"
            | "pipes"
            | "pipeline"
            | "pipelines"
            | "railway"
            | "track"
            | "tracks"
    )
}
