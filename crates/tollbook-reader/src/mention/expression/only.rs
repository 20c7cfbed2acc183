//! When an expression holds: who did it, whom it befell, and what stands beside it.

use tollbook_terms::{Category, Effect};

use super::super::Scene;
use crate::lexicon::{Expression, Only};
use crate::phrase::noun::What;
use crate::tag::Tag;

/// "Fourteen held after riot", "Party leader held": a number or a person, the verb and a circumstance or nothing.
pub(super) fn is_headline_held(scene: &Scene<'_, '_>, at: usize, expression: &Expression) -> bool {
    let text = scene.text;
    expression.only == Only::Custody
        && matches!(text.lower_at(at), "held" | "caught")
        && (at + 1 >= scene.sentence.end
            || matches!(
                text.lower_at(at + 1),
                "after" | "over" | "in" | "with" | "for" | "near" | "without" | "." | "as"
            ))
        && scene.phrase_ending(at).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            let one = phrase.what == What::People && !phrase.plural && phrase.quantity.is_none();
            phrase.start == scene.sentence.start
                && (one || phrase.quantity.is_some_and(|q| !q.article))
        })
}

/// "A nurse was stabbed and a guard clubbed": the "was" before goes for the second participle too.
pub(super) fn is_second_passive(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let participle = matches!(text.tag_at(at), Some(Tag::VBD | Tag::VBN))
        && text
            .word_at(at)
            .is_some_and(|word| !word.expressions.is_empty());
    let Some(before) = scene.phrase_ending(at).filter(|_| participle) else {
        return false;
    };
    let and = scene.phrases[before].start.checked_sub(1);
    and.filter(|and| *and > scene.sentence.start && text.lower_at(*and) == "and")
        .is_some_and(|and| scene.passive_before(and).is_some())
}

/// Whether the doer takes people by trade.
pub(super) fn is_taker(scene: &Scene<'_, '_>, start: usize, end: usize) -> bool {
    (start..end).any(|i| {
        matches!(
            scene.text.lower_at(i).trim_end_matches('s'),
            "hijacker" | "kidnapper" | "pirate" | "abductor" | "captor" | "hostage-taker"
        )
    })
}

/// "held responsible", "picked up speed", "caught in the crossfire": no arrest.
pub(super) fn is_held_otherwise(scene: &Scene<'_, '_>, at: usize) -> bool {
    let next = scene.text.lower_at(at);
    // "held in high esteem", but "held 14 people in Ostra"
    if next == "in" {
        return matches!(
            scene.text.lower_at(at + 1),
            "high"
                | "low"
                | "great"
                | "esteem"
                | "contempt"
                | "check"
                | "reserve"
                | "place"
                | "trust"
                | "awe"
                | "captivity"
                | "custody"
        );
    }
    matches!(
        next,
        "responsible" | "accountable" | "liable" | "back" | "to" | "office" | "hostage" | "captive"
    )
}

/// Whether the phrase brings people not told of before: "a suspect", "14", not "the man" or a ship's crew.
pub(super) fn is_new(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    let rescued = matches!(
        scene.text.lower_at(phrase.head),
        "crew" | "survivors" | "survivor" | "passengers" | "sailors" | "migrants"
    );
    phrase.quantity.is_some_and(|q| !q.definite) && !rescued
        || phrase.what == What::Pronoun
            && matches!(
                scene.text.lower_at(phrase.start),
                "he" | "she" | "him" | "her"
            )
}

/// What may follow "fell" where it means death: "fell near the bridge", not "fell silent" or "fell in love".
pub(super) fn is_end_of_fall(scene: &Scene<'_, '_>, next: usize) -> bool {
    let text = scene.text;
    next >= scene.sentence.end
        || match text.lower_at(next) {
            "in" => !matches!(text.lower_at(next + 1), "love" | "line" | "with" | "step"),
            // "a village falling under the district"
            "under" => text.lower_at(next - 1).starts_with("fel"),
            "." | "," | ";" | "near" | "at" | "during" | "there" | "when" | "and" => true,
            _ => false,
        }
}

/// Whether those lost are fighters, kin or people of a place: "lost 40 fighters", "lost her son".
pub(in crate::mention) fn is_own(scene: &Scene<'_, '_>, at: usize) -> bool {
    let (text, phrase) = (scene.text, &scene.phrases[at]);
    let fighters = phrase.categories.iter().any(|c| {
        matches!(
            c,
            Category::Combatant | Category::Police | Category::Civilian
        )
    });
    let kin = (phrase.start..phrase.end.max(phrase.start + 4)).any(|i| {
        matches!(
            text.lower_at(i),
            "own"
                | "son"
                | "sons"
                | "daughter"
                | "daughters"
                | "child"
                | "children"
                | "husband"
                | "wife"
                | "father"
                | "mother"
                | "brother"
                | "brothers"
                | "sister"
                | "sisters"
                | "parents"
                | "relatives"
                | "cousin"
                | "cousins"
                | "uncle"
                | "nephew"
                | "niece"
                | "grandson"
                | "grandsons"
                | "granddaughter"
                | "grandfather"
                | "grandmother"
                | "grandchildren"
                | "comrades"
        )
    });
    // "lost three activists", "three of their own", but no guests and no workers.
    let members = matches!(
        text.lower_at(phrase.head),
        "men"
            | "members"
            | "citizens"
            | "activists"
            | "comrades"
            | "colleagues"
            | "pilots"
            | "medics"
            | "volunteers"
            | "journalists"
            | "leaders"
            | "commanders"
            | "crewmen"
            | "sailors"
            | "personnel"
    ) && phrase.what == What::People;
    let counted = phrase.quantity.is_some_and(|q| !q.none);
    // "lost 11 members of my family"
    let of_family = (phrase.start..phrase.end).any(|i| text.lower_at(i) == "family");
    let kin = kin || counted && of_family && phrase.what == What::People;
    let of_own = ["their", "its"].map(|whose| text.says(phrase.end, &["of", whose, "own"]));
    let own_ones = counted && of_own.contains(&true);
    // "lost two helicopters"
    let arms = counted
        && phrase.categories.iter().any(|c| {
            matches!(
                c,
                Category::Military | Category::Aircraft | Category::Ship | Category::Vehicle
            )
        });
    let guests = matches!(
        text.lower_at(phrase.head),
        "guests" | "customers" | "visitors" | "tourists" | "passengers" | "spectators" | "shoppers"
    );
    // "killed 40 soldiers. The army said it lost six", "had lost no one"
    let bare = scene.before == Some(Effect::Killed)
        && matches!(phrase.what, What::Bare | What::Pronoun)
        && (phrase.quantity.is_some_and(|q| !q.article))
        && (phrase.end >= scene.sentence.end
            || matches!(text.lower_at(phrase.end), "." | "," | ";" | "and" | "in"));
    // "12 lives were lost"
    let lives = counted && text.lower_at(phrase.head) == "lives";
    (bare || lives || fighters || kin || members || own_ones || arms) && !guests
}

/// Whether the doer is something that flies at its mark or bursts there.
pub(in crate::mention) fn is_weapon(scene: &Scene<'_, '_>, start: usize, end: usize) -> bool {
    (start..end).any(|i| {
        matches!(
            scene.text.lower_at(i).trim_end_matches('s'),
            "rocket"
                | "missile"
                | "shell"
                | "mortar"
                | "bomb"
                | "grenade"
                | "projectile"
                | "round"
                | "bullet"
                | "drone"
                | "shrapnel"
                | "landslide"
                | "mudslide"
                | "rockslide"
                | "avalanche"
                | "lava"
                | "tsunami"
                | "tornado"
                | "hurricane"
                | "cyclone"
                | "typhoon"
                | "quake"
                | "earthquake"
                | "fragment"
                | "splinter"
                | "debri"
                | "wreckage"
                | "torpedo"
                | "blast"
                | "explosion"
                | "detonation"
                | "gunfire"
                | "fire"
                | "flame"
                | "blaze"
                | "strike"
                | "airstrike"
                | "shot"
                | "device"
                | "uav"
                | "munition"
                | "mine"
                | "landmine"
                | "ied"
                | "warhead"
                | "tank"
                | "gunship"
                | "plane"
                | "helicopter"
                | "jet"
                | "warplane"
        )
    })
}

/// Whether so many people leave together that they leave their homes: a hundred, or ten families.
pub(in crate::mention) fn are_many(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    let families = matches!(scene.text.lower_at(phrase.head), "families" | "households");
    let least = if families { 10 } else { 100 };
    phrase.count().is_some_and(|count| count.low >= least)
}

/// Whether so many people leave, or people told of by where they live; these only where they have gone: "the residents
/// were evacuated", not "asked residents to evacuate".
pub(super) fn are_from_home(
    scene: &Scene<'_, '_>,
    at: usize,
    (group, verb): (usize, usize),
) -> bool {
    let phrase = &scene.phrases[at];
    let locals = phrase.plural
        && matches!(
            scene.text.lower_at(phrase.head),
            "residents"
                | "villagers"
                | "inhabitants"
                | "families"
                | "civilians"
                | "refugees"
                | "peasants"
                | "townspeople"
                | "locals"
                | "tenants"
                | "neighbors"
                | "neighbours"
        );
    let gone = || {
        // "aimed at evacuating civilians"
        let aim = matches!(
            scene.text.lower_at(group.wrapping_sub(1)),
            "at" | "of" | "for"
        );
        !aim && (group.saturating_sub(1)..verb).all(|i| {
            let asked = scene.text.lower_at(i) == "to" && !scene.text.is_have(i.saturating_sub(1));
            !asked && scene.text.tag_at(i) != Some(Tag::MD)
        })
    };
    // "Several dozen people sought refuge in a school."
    let dozens = || {
        scene.text.lower_at(verb + 1) == "refuge"
            && phrase.count().is_some_and(|count| count.low >= 20)
    };
    are_many(scene, at) || locals && gone() || dozens()
}

/// Whether those who come to a place live elsewhere: refugees, families, people from some place.
pub(super) fn is_from_home(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    matches!(
        scene.text.lower_at(phrase.head),
        "refugees"
            | "families"
            | "households"
            | "villagers"
            | "residents"
            | "civilians"
            | "evacuees"
            | "peasants"
            | "farmers"
            | "migrants"
            | "seekers"
    ) || scene.text.lower_at(phrase.end) == "from"
}

/// Whether the phrase names police, soldiers or other forces of a state, who arrest and do not abduct.
pub(in crate::mention) fn is_of_state(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    phrase
        .categories
        .iter()
        .any(|c| matches!(c, Category::Police | Category::Security))
        || (phrase.start..phrase.end).any(|i| {
            matches!(
                scene.text.lower_at(i),
                "police"
                    | "army"
                    | "troops"
                    | "soldiers"
                    | "forces"
                    | "security"
                    | "authorities"
                    | "officers"
                    | "agents"
                    | "gendarmes"
                    | "navy"
                    | "patrol"
                    | "officials"
                    | "military"
                    | "plainclothes"
                    | "plainclothesmen"
                    | "intelligence"
            )
        })
}

/// "taken to hospital where he died": the death alone is told.
pub(super) fn is_taken_to_die(scene: &Scene<'_, '_>, expression: &Expression, from: usize) -> bool {
    let text = scene.text;
    expression.people == Some(Effect::Injured)
        && (from..(from + 7).min(scene.sentence.end)).any(|i| text.lower_at(i) == "where")
        && (from..(from + 12).min(scene.sentence.end)).any(|i| {
            matches!(
                text.lower_at(i),
                "died" | "succumbed" | "pronounced" | "declared" | "dead"
            )
        })
}

/// "was forced out of office": of what is no home.
pub(super) fn is_post(scene: &Scene<'_, '_>, words: (usize, usize)) -> bool {
    let text = scene.text;
    text.lower_at(words.1.wrapping_sub(1)) == "out"
        && text.lower_at(words.1) == "of"
        && matches!(
            text.lower_at(words.1 + 1),
            "office" | "power" | "work" | "business" | "government" | "parliament"
        )
}

/// "was in prison for ten years": a term that a court gave, no arrest.
pub(super) fn is_term(
    scene: &Scene<'_, '_>,
    expression: &Expression,
    words: (usize, usize),
) -> bool {
    let text = scene.text;
    let jail = || {
        (words.0..words.1).any(|i| {
            matches!(
                text.lower_at(i),
                "jail" | "jails" | "prison" | "prisons" | "bars" | "gaol" | "penitentiary"
            )
        })
    };
    expression.people == Some(Effect::Detained)
        && jail()
        && (scene.sentence.start..scene.sentence.end).any(|i| {
            matches!(
                text.lower_at(i),
                "years"
                    | "life"
                    | "sentence"
                    | "sentenced"
                    | "sentences"
                    | "convicted"
                    | "conviction"
                    | "term"
                    | "serving"
                    | "guilty"
            )
        })
}

/// "dragged out of the rubble": saved, not taken.
pub(super) fn is_rescue(scene: &Scene<'_, '_>, expression: &Expression, from: usize) -> bool {
    expression.people == Some(Effect::Abducted)
        && (from..(from + 5).min(scene.sentence.end)).any(|i| {
            matches!(
                scene.text.lower_at(i),
                "rubble"
                    | "wreckage"
                    | "debris"
                    | "ruins"
                    | "water"
                    | "river"
                    | "flames"
                    | "safety"
                    | "ambulance"
                    | "hospital"
            )
        })
}

/// "Ten hostages are still held": whoever holds them, they were abducted.
pub(super) fn is_hostage_by_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(
        scene.text.lower_at(scene.phrases[at].head),
        "hostage" | "hostages" | "captive" | "captives"
    )
}
