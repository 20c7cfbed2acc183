//! Those of whose body something is told: "a woman whose arm was torn off".

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const MAIMED: Rule = Rule {
    name: "effect.verb.whose_limb",
    says: "Whose limb, face or eye was cut, torn, burnt or broken is injured.",
    must: &[
        (
            "Doctors treated a baker whose arm was torn off.",
            "injured 1 worker",
        ),
        (
            "They met children whose hands had been hacked off.",
            "injured 2.. child",
        ),
    ],
    must_not: &[(
        "They met a baker whose hands were white with flour.",
        "flour is no harm",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&MAIMED];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start + 1..scene.sentence.end {
        if text.lower_at(at) != "whose" {
            continue;
        }
        let limit = (at + 9).min(scene.sentence.end);
        let Some(be) = (at + 1..limit).find(|i| scene.is_aux_or_have(*i)) else {
            continue;
        };
        let limb = (at + 1..be).any(|i| is_limb(text.lower_at(i)));
        let cut = (be + 1..(be + 4).min(scene.sentence.end)).find(|i| is_cut(text.lower_at(*i)));
        let Some(cut) = cut.filter(|_| limb) else {
            continue;
        };
        let end = at - usize::from(text.lower_at(at - 1) == ",");
        let person = scene
            .phrase_ending(end)
            .filter(|p| matches!(scene.phrases[*p].what, What::People | What::Name));
        if let Some(person) = person {
            scene.tell(found, Effect::Injured, person, cut, None, MAIMED.name);
        }
    }
}

fn is_limb(lower: &str) -> bool {
    matches!(
        lower,
        "arm"
            | "arms"
            | "hand"
            | "hands"
            | "leg"
            | "legs"
            | "foot"
            | "feet"
            | "finger"
            | "fingers"
            | "ear"
            | "ears"
            | "nose"
            | "lips"
            | "face"
            | "eye"
            | "eyes"
            | "jaw"
            | "skull"
            | "limb"
            | "limbs"
            | "thigh"
            | "spine"
            | "body"
    )
}

/// What is done to a limb.
fn is_cut(lower: &str) -> bool {
    matches!(
        lower,
        "cut"
            | "hacked"
            | "chopped"
            | "severed"
            | "sheared"
            | "slashed"
            | "sliced"
            | "lopped"
            | "amputated"
            | "blown"
            | "torn"
            | "ripped"
            | "shattered"
            | "crushed"
            | "mangled"
            | "smashed"
            | "broken"
            | "fractured"
            | "burned"
            | "burnt"
            | "scorched"
            | "gouged"
            | "maimed"
            | "pierced"
    )
}
