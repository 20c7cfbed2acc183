//! Those of whose body something is told: "a woman whose arm was torn off".

use tollbook_terms::Effect;

use super::body::is_body;
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

pub(crate) const FOUND: Rule = Rule {
    name: "effect.noun.whose_body",
    says: "Whose body was found is dead.",
    must: &[
        (
            "Arin Solt, whose body was found in a well, was a baker.",
            "killed 1",
        ),
        (
            "They named a baker whose remains have been recovered.",
            "killed 1 worker",
        ),
    ],
    must_not: &[(
        "They met a baker whose body was found to be strong.",
        "he lives",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&MAIMED, &FOUND];

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
        // "whose body was found in a well"
        let body = (at + 1..be).any(|i| is_body(text.lower_at(i)));
        let lain = (be + 1..(be + 4).min(scene.sentence.end)).find(|i| {
            matches!(
                text.lower_at(*i),
                "found" | "recovered" | "discovered" | "dumped" | "unearthed" | "exhumed"
            ) && text.lower_at(i + 1) != "to"
        });
        let told = match (cut.filter(|_| limb), lain.filter(|_| body)) {
            (Some(cut), _) => Some((cut, Effect::Injured, MAIMED.name)),
            (None, Some(found)) => Some((found, Effect::Killed, FOUND.name)),
            _ => None,
        };
        let Some((trigger, effect, rule)) = told else {
            continue;
        };
        let end = at - usize::from(text.lower_at(at - 1) == ",");
        let person = scene
            .phrase_ending(end)
            .filter(|p| matches!(scene.phrases[*p].what, What::People | What::Name));
        if let Some(person) = person {
            scene.tell(found, effect, person, trigger, None, rule);
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
            | "scalp"
            | "head"
            | "forehead"
            | "cheek"
            | "shoulder"
            | "chest"
            | "stomach"
            | "back"
            | "knee"
            | "wrist"
            | "ankle"
            | "hip"
            | "pelvis"
            | "ribs"
            | "neck"
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
