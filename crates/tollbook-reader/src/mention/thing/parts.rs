//! Parts of things: what befalls a roof befalls its house, and what destroys a part of it only damages it.

use tollbook_terms::Effect;

use super::super::Scene;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const PART: Rule = Rule {
    name: "effect.object.part",
    says: "A thing of which a part, a section or a floor is destroyed is damaged.",
    must: &[
        ("A fire destroyed part of a market.", "damaged 1 shop"),
        (
            "Rebels blew up a section of a pipeline.",
            "damaged 1 infrastructure",
        ),
        (
            "Rebels blew up the engine room of a ship.",
            "damaged 1 ship",
        ),
    ],
    must_not: &[("A fire destroyed part of an idea.", "an idea is no object")],
};

/// The thing that a part of it stands for: "the roof of a school" is the school.
pub(in crate::mention) fn whole_of(scene: &Scene<'_, '_>, at: usize) -> usize {
    wholes_of(scene, at).first().copied().unwrap_or(at)
}

/// The things that parts of them stand for: "the windows of shops and banks" are the shops and the banks.
pub(in crate::mention) fn wholes_of(scene: &Scene<'_, '_>, at: usize) -> Vec<usize> {
    let phrase = &scene.phrases[at];
    let head = scene.text.lower_at(phrase.head);
    let text = scene.text;
    // "A school had its windows shattered": told of the school.
    let own = matches!(text.lower_at(phrase.start), "its" | "their")
        && (is_opening(head) || is_piece(head));
    if own && text.is_have(phrase.start.wrapping_sub(1)) {
        return Vec::new();
    }
    // "Windows were blown out in ten houses."
    let verb = (phrase.end..phrase.end + 5).find(|i| {
        !text.is_be(*i)
            && !text
                .tag_at(*i)
                .is_some_and(|tag| tag.is_verb() || tag == Tag::RP)
    });
    let of = verb.filter(|_| text.is_be(phrase.end) && is_opening(head));
    let of = of.unwrap_or(phrase.end);
    let of_it = match text.lower_at(of) {
        "of" if of == phrase.end => is_share(head) || is_piece(head),
        // "the windows in a shop", "the doors off a bank"
        "in" | "off" | "at" => is_opening(head),
        _ => false,
    };
    if !of_it {
        return vec![at];
    }
    let Some(first) = scene
        .phrase_starting(of + 1)
        .filter(|inner| scene.phrases[*inner].what == What::Objects)
    else {
        return vec![at];
    };
    // "the roofs of a mosque and a school", but "the roof of a mosque, and a school": one roof is of one.
    let bare = |p: &usize| {
        let thing = &scene.phrases[*p];
        thing.what == What::Objects && thing.plural && thing.quantity.is_none()
    };
    let mut wholes = vec![first];
    if phrase.plural && bare(&first) {
        let more = scene.list(of + 1, true);
        wholes.extend(more.into_iter().skip(1).filter(bare));
    }
    wholes
}

/// What befalls the `whole` of which the `part` suffers this, and by which rule.
pub(in crate::mention) fn on_whole(
    scene: &Scene<'_, '_>,
    part: usize,
    whole: usize,
    (effect, rule): (Effect, &'static str),
) -> (Effect, &'static str) {
    let share = part != whole && is_share(scene.text.lower_at(scene.phrases[part].head));
    match effect {
        Effect::Destroyed if share => (Effect::Damaged, PART.name),
        effect => (effect, rule),
    }
}

/// Words for some of a thing.
fn is_share(lower: &str) -> bool {
    matches!(
        lower,
        "part"
            | "parts"
            | "half"
            | "section"
            | "sections"
            | "portion"
            | "portions"
            | "segment"
            | "segments"
            | "stretch"
            | "stretches"
            | "wing"
            | "wings"
            | "floor"
            | "floors"
            | "room"
            | "rooms"
            | "storey"
            | "storeys"
            | "story"
            | "stories"
            | "side"
            | "corner"
            | "corners"
            | "area"
            | "areas"
            | "metre"
            | "metres"
            | "meter"
            | "meters"
    )
}

/// Words for what closes a building.
fn is_opening(lower: &str) -> bool {
    matches!(
        lower,
        "window"
            | "windows"
            | "windowpanes"
            | "panes"
            | "glass"
            | "door"
            | "doors"
            | "gate"
            | "gates"
            | "shutters"
    )
}

/// Words for what a building or a vehicle is made of.
fn is_piece(lower: &str) -> bool {
    matches!(
        lower,
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
            | "facade"
            | "facades"
            | "façade"
            | "façades"
            | "entrance"
            | "entrances"
            | "ceiling"
            | "ceilings"
            | "deck"
            | "hull"
            | "front"
            | "fronts"
            | "back"
            | "rear"
            | "top"
            | "interior"
            | "exterior"
            | "balcony"
            | "balconies"
            | "shutters"
            | "panes"
            | "windowpanes"
            | "glass"
            | "walkway"
            | "tail"
            | "engine"
            | "bow"
            | "stern"
            | "wheel"
            | "wheels"
            | "windshield"
            | "windshields"
            | "windscreen"
            | "windscreens"
            | "dome"
            | "tower"
            | "span"
            | "spans"
            | "pillar"
            | "pillars"
            | "branch"
            | "branches"
            | "lobby"
            | "foyer"
            | "basement"
            | "cockpit"
            | "cabin"
            | "fuselage"
            | "bumper"
            | "equipment"
    )
}
