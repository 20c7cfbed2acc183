//! States that a phrase names within itself: "two wounded soldiers", "two hostages", "a murder victim"; and those
//! that a headline tells without a verb.

use tollbook_terms::Effect;

use super::super::{Mention, Scene};
use super::{BY_NAME, INSIDE};
use crate::phrase::noun::What;
use crate::tag::Tag;

/// Finds the states of all phrases that tell them.
pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        let counted = phrase.quantity.is_some_and(|q| !q.none);
        if let Some(effect) = headline(scene, i).filter(|_| !found.iter().any(|m| m.phrase == i)) {
            scene.tell(found, effect, i, phrase.end, None, BY_NAME.name);
        }
        if let Some((at, effect)) = phrase.harmed {
            // "the brother of murdered mayor Arin Solt": told of by name.
            let named = phrase.what == What::Name
                && phrase.name.is_some()
                && scene.is_person(i)
                && text.tag_at(at) != Some(Tag::JJ)
                && matches!(effect, Effect::Killed | Effect::Abducted);
            // "Search for missing boater": a headline.
            let bare = matches!(effect, Effect::Missing | Effect::Abducted)
                && phrase.what == What::People
                && phrase.start == at
                && phrase
                    .after
                    .is_none_or(|before| text.lower_at(before) != "of")
                && !found
                    .iter()
                    .any(|m| m.phrase == i && m.effect == Effect::Killed)
                && phrase.quantity.is_none()
                && (!phrase.plural || text.field == tollbook_terms::Field::Title);
            let people = phrase.is_people() && (counted || named || bare);
            let objects = phrase.what == What::Objects && counted;
            let told = found
                .iter()
                .any(|m| m.phrase == i && (m.effect == effect || effect == Effect::Killed));
            // "three of the wounded died" tells another harm of them.
            let other = phrase.partitive && found.iter().any(|m| m.phrase == i);
            if (people || objects) && !told && !other {
                scene.tell(found, effect, i, at, None, INSIDE.name);
            }
        }
        let told = found.iter().any(|m| m.phrase == i);
        if let Some(effect) = victim_of(scene, i).filter(|_| !told) {
            scene.tell(found, effect, i, phrase.head - 1, None, BY_NAME.name);
        }
        if !told && counted && phrase.what == What::People && is_with_wound(scene, i) {
            scene.tell(found, Effect::Injured, i, phrase.end, None, INSIDE.name);
        }
        if let Some(effect) = by_name(scene, i).filter(|_| counted && !told) {
            scene.tell(found, effect, i, phrase.head, None, BY_NAME.name);
        }
    }
}

/// Takes out that people were displaced where the word only says who they are whose other harm is told: "raped six
/// displaced girls".
pub(in crate::mention) fn told_by_more(found: &mut Vec<Mention>) {
    let more: Vec<usize> = found
        .iter()
        .filter(|m| m.effect != Effect::Displaced)
        .map(|m| m.phrase)
        .collect();
    found.retain(|m| {
        let named = m.rule == INSIDE.name || m.rule == BY_NAME.name;
        !(m.effect == Effect::Displaced && named && more.contains(&m.phrase))
    });
}

/// The state that a headline tells without a verb: "Suspect in custody after chase", "Cyclist critical after crash".
fn headline(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let end = phrase.end;
    let counted = phrase.quantity.is_some_and(|q| !q.none && !q.article);
    let article = phrase.quantity.is_some_and(|q| q.article);
    // "6 shot, 1 critical": the state of more, in a headline's list.
    let listed = counted
        && phrase.start > scene.sentence.start
        && matches!(text.lower_at(phrase.start - 1), "," | ";");
    let first = phrase.start == scene.sentence.start;
    let opens = first && phrase.what == What::People && (phrase.start == phrase.head || article)
        || (first || listed) && counted && matches!(phrase.what, What::People | What::Bare);
    if !opens {
        return None;
    }
    let last = match text.lower_at(end) {
        "in" => (end + 1..end + 3)
            .find(|i| matches!(text.lower_at(*i), "custody" | "jail" | "condition"))
            .or((text.lower_at(end + 1) == "critical").then_some(end + 1))?,
        "critical" => end,
        _ => return None,
    };
    let closed = last + 1 >= scene.sentence.end
        || matches!(
            text.lower_at(last + 1),
            "after" | "in" | "following" | "over" | "for" | "." | "," | ";" | "as"
        );
    let effect = match text.lower_at(last) {
        "condition" => match text.lower_at(last - 1) {
            "critical" | "serious" | "grave" => Effect::Injured,
            _ => return None,
        },
        "critical" => Effect::Injured,
        _ if !first => return None,
        _ => Effect::Detained,
    };
    closed.then_some(effect)
}

/// What befell the victim of a deed that is named with it: "a murder victim", "drowning victim found".
fn victim_of(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    if !matches!(text.lower_at(phrase.head), "victim" | "victims")
        || phrase.head == scene.sentence.start
    {
        return None;
    }
    let headline = phrase.quantity.is_none() && phrase.head == scene.sentence.start + 1;
    let told = headline && text.lower_at(phrase.start) != "the"
        || phrase.quantity.is_some_and(|q| !q.none && !q.definite);
    let effect = match text.lower_at(phrase.head - 1) {
        "murder" | "homicide" | "drowning" | "slaying" | "lynching" => Effect::Killed,
        "kidnapping" | "kidnap" | "abduction" => Effect::Abducted,
        "torture" => Effect::Tortured,
        "stabbing" => Effect::Injured,
        _ => return None,
    };
    told.then_some(effect)
}

/// "a man with a gunshot wound": new people who are told with their wounds.
fn is_with_wound(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let from = phrase.end;
    text.lower_at(from) == "with"
        && phrase.quantity.is_some_and(|q| !q.definite)
        && (from + 1..from + 4).any(|i| {
            matches!(
                text.lower_at(i),
                "gunshot" | "stab" | "bullet" | "shrapnel" | "knife"
            ) && matches!(
                text.lower_at(i + 1),
                "wound" | "wounds" | "injury" | "injuries"
            )
        })
}

/// What befell people by the noun that names them: "two hostages".
fn by_name(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let phrase = &scene.phrases[at];
    let quantity = phrase.quantity.filter(|q| !q.article)?;
    match scene.text.lower_at(phrase.head) {
        "hostages" | "captives" | "abductees" => Some(Effect::Abducted),
        "pows" => Some(Effect::Detained),
        "prisoners" if scene.text.says(phrase.end, &["of", "war"]) => Some(Effect::Detained),
        "refugees" | "evacuees" | "idps"
            if quantity.count.low >= 100
                && !(phrase.start..phrase.head).any(|i| {
                    matches!(
                        scene.text.lower_at(i),
                        "returning" | "returned" | "repatriated"
                    )
                }) =>
        {
            Some(Effect::Displaced)
        }
        _ => None,
    }
}
