//! What a verb of harm means where it stands: whether it is a verb, whether it kills, wounds or only hits.

use tollbook_terms::Effect;

use super::super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::tag::Tag;

/// Whether the phrase only points to those told before: "him", "both men", but not "a clerk slept when he was shot".
pub(super) fn speaks_of_them(
    scene: &Scene<'_, '_>,
    at: usize,
    agent: Option<(usize, usize)>,
) -> bool {
    let phrase = &scene.phrases[at];
    let who = &scene.phrases[scene.spoken_of(at, agent)];
    phrase.what == What::Pronoun && !who.quantity.is_some_and(|q| q.article)
        || scene.text.lower_at(phrase.start) == "both" && phrase.what == What::People
}

/// Whether the token stands inside a noun phrase, so that it is no verb of the clause.
pub(super) fn is_inside_phrase(scene: &Scene<'_, '_>, at: usize) -> bool {
    let i = scene.phrases.partition_point(|p| p.end <= at);
    scene.phrases.get(i).is_some_and(|p| {
        p.start <= at && at < p.end && (p.end - p.start > 1 || p.what != What::Other)
    })
}

/// "120 die of hunger every day", "Civilians flee Ostra", where the verb was taken for a noun.
pub(super) fn counted_die(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene
        .text
        .word_at(at)
        .and_then(|word| word.verb)
        .is_some_and(|verb| verb.frame == Frame::Die)
        && scene.phrase_ending(at).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            let flee = phrase.plural && scene.text.lower_at(at) == "flee";
            phrase.is_people() && (flee || phrase.quantity.is_some_and(|q| !q.article))
        })
}

pub(super) fn looks_like_verb(scene: &Scene<'_, '_>, at: usize, form: Form) -> bool {
    // Headlines: "Blast kills 12", taken for nouns; a count right behind tells.
    let next = scene.phrase_starting(at + 1);
    let is_after_noun = at > scene.sentence.start
        && (scene.text.tag_at(at - 1).is_some_and(Tag::is_noun)
            // "Blast hits hotel": the first word may be taken for a verb.
            || super::super::expression::is_weapon(scene, at - 1, at));
    matches!(form, Form::Third | Form::Ing | Form::Base)
        && next.is_some_and(|p| {
            let phrase = &scene.phrases[p];
            // "Gunmen kill mayor"
            let told = form == Form::Base
                && at > scene.sentence.start
                && scene.text.tag_at(at - 1).is_some_and(Tag::is_plural)
                && matches!(
                    scene.text.lower_at(at),
                    "kill"
                        | "wound"
                        | "injure"
                        | "slay"
                        | "behead"
                        | "abduct"
                        | "kidnap"
                        | "detain"
                        | "assassinate"
                        | "shoot"
                );
            let people = phrase.what == What::People && form == Form::Third
                || told && matches!(phrase.what, What::People | What::Name);
            let thing = phrase.what == What::Objects && form == Form::Third && is_after_noun;
            // "Gunman kills himself"
            let himself = form == Form::Third
                && matches!(
                    scene.text.lower_at(phrase.start),
                    "himself" | "herself" | "themselves"
                );
            phrase.is_people() && (phrase.quantity.is_some() || people || himself) || thing
        })
}
pub(super) fn near(scene: &Scene<'_, '_>, at: usize, word: &str) -> bool {
    (at + 1..(at + 8).min(scene.sentence.end)).any(|i| scene.text.lower_at(i) == word)
}

/// Whether a court speaks in the sentence: a term in prison is no arrest.
pub(super) fn is_sentence(scene: &Scene<'_, '_>) -> bool {
    (scene.sentence.start..scene.sentence.end).any(|i| {
        // "jailed without trial"
        if scene.text.lower_at(i) == "trial" && scene.text.lower_at(i - 1) == "without" {
            return false;
        }
        matches!(
            scene.text.lower_at(i),
            "judge"
                | "judges"
                | "court"
                | "courts"
                | "sentence"
                | "sentenced"
                | "sentences"
                | "years"
                | "life"
                | "convicted"
                | "verdict"
                | "trial"
                | "jury"
                | "guilty"
        )
    })
}

/// What a car that leaves the road hits, and what is no harm to anyone; "an anti-tank mine" is no tank.
pub(super) fn is_scenery(scene: &Scene<'_, '_>, at: usize) -> bool {
    let mine = matches!(
        scene.text.lower_at(scene.phrases[at].end),
        "mine" | "mines" | "landmine" | "landmines"
    );
    mine || matches!(
        scene.text.lower_at(scene.phrases[at].head),
        "tree"
            | "trees"
            | "embankment"
            | "ditch"
            | "culvert"
            | "curb"
            | "kerb"
            | "median"
            | "guardrail"
            | "hillside"
            | "ground"
    )
}

/// "jailed for theft": the term that a deed brought.
pub(super) fn is_jailed_for(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    text.lower_at(at + 1) == "for"
        && !matches!(
            text.lower_at(at + 2),
            "questioning" | "interrogation" | "his" | "her" | "their" | "months" | "weeks" | "days"
        )
}

/// "grabbed by the arm", "snatched from the sea": held or saved, not taken away.
pub(super) fn is_grip(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    (at + 1..(at + 9).min(scene.sentence.end))
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "and"))
        .any(|i| {
            let lower = text.lower_at(i);
            matches!(
                lower,
                "neck"
                    | "throat"
                    | "hair"
                    | "arm"
                    | "arms"
                    | "wrist"
                    | "hand"
                    | "hands"
                    | "collar"
                    | "shoulder"
                    | "shoulders"
                    | "waist"
                    | "leg"
                    | "ankle"
                    | "shirt"
                    | "seas"
                    | "sea"
                    | "waters"
                    | "water"
                    | "surf"
                    | "flames"
                    | "danger"
                    | "safety"
            ) || lower == "behind" && text.lower_at(i - 1) == "from"
        })
}

/// "captured and taken hostage": the second word tells what the first one is.
pub(super) fn is_hostage(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    matches!(text.lower_at(at + 1), "and" | ",")
        && matches!(text.lower_at(at + 2), "taken" | "held" | "took" | "taking")
        && matches!(text.lower_at(at + 3), "hostage" | "captive")
}

/// Whether a shot is told as a mortal one: "in the head", "at close range", "and thrown into a well".
pub(super) fn is_mortal(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    const PLACES: &[&[&str]] = &[
        &["in", "the", "head"],
        &["through", "the", "head"],
        &["through", "the", "heart"],
        &["in", "the", "back", "of", "the", "head"],
        &["in", "cold", "blood"],
        &["execution", "-", "style"],
        &["at", "point", "-", "blank", "range"],
        &["at", "point", "blank", "range"],
        &["at", "close", "range"],
        &["and", "thrown", "into"],
        &["and", "dumped"],
        &["and", "buried"],
        &["and", "beheaded"],
        &["one", "by", "one"],
        &["by", "firing", "squad"],
        &["by", "a", "firing", "squad"],
    ];
    // "lined up six men and shot them"
    if (at + 1..(at + 12).min(scene.sentence.end))
        .any(|i| matches!(text.lower_at(i), "survived" | "survives" | "surviving"))
    {
        return false;
    }
    let lined = (at.saturating_sub(12).max(scene.sentence.start)..at).any(|i| {
        text.lower_at(i) == "blindfolded" || text.lower_at(i) == "lined" && near(scene, i, "up")
    });
    // "was dragged from his house and shot"
    let led_off = (at.saturating_sub(14).max(scene.sentence.start)..at).any(|i| {
        matches!(
            text.lower_at(i),
            "taken" | "dragged" | "marched" | "led" | "hauled" | "pulled"
        ) && scene.group(i).1
            && matches!(
                text.lower_at(i + 1),
                "from" | "out" | "away" | "off" | "to" | "into"
            )
    }) && matches!(text.lower_at(at.wrapping_sub(1)), "and" | "then");
    // "The prisoners were shot by soldiers"
    let (from, to) = (at + 2, (at + 6).min(scene.sentence.end));
    let by_troops = text.lower_at(at + 1) == "by"
        && matches!(scene.text.lower_at(at - 1), "were" | "been")
        && (from..to).any(|i| {
            matches!(
                text.lower_at(i),
                "soldiers"
                    | "troops"
                    | "soldier"
                    | "army"
                    | "militiamen"
                    | "militia"
                    | "paramilitaries"
                    | "guards"
                    | "rebels"
                    | "guerrillas"
                    | "gunmen"
                    | "commandos"
                    | "executioners"
            )
        })
        && !near(scene, at, "fatally");
    lined
        || by_troops
        || led_off
        || (at + 1..(at + 8).min(scene.sentence.end))
            .any(|i| PLACES.iter().any(|words| text.says(i, words)))
}

/// "A boy accidentally shot his sister": where she died, more is said of it.
pub(super) fn is_by_accident(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(2).max(scene.sentence.start)..(at + 6).min(scene.sentence.end)).any(|i| {
        matches!(
            scene.text.lower_at(i),
            "accidentally" | "accidently" | "inadvertently" | "unintentionally" | "mistakenly"
        )
    })
}

/// Whether a part of the body or a wound behind a shot says that it was not mortal.
pub(super) fn is_wounded(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at + 1..(at + 14).min(scene.sentence.end)).any(|i| {
        matches!(
            scene.text.lower_at(i),
            "leg"
                | "legs"
                | "arm"
                | "arms"
                | "foot"
                | "feet"
                | "hand"
                | "thigh"
                | "shoulder"
                | "knee"
                | "wounded"
                | "injured"
                | "wounding"
                | "injuring"
        )
    })
}

/// Whether the mention tells of a blow that its words do not say was survived: "shot", "stabbed".
pub(crate) fn may_have_killed(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    matches!(mention.effect, Effect::Injured | Effect::Casualties)
        && matches!(
            scene.text.lower_at(mention.trigger),
            "shot"
                | "shoots"
                | "shooting"
                | "stabbed"
                | "stabs"
                | "stabbing"
                | "struck"
                | "hit"
                | "beat"
                | "beaten"
                | "beating"
        )
        && !is_wounded(scene, mention.trigger)
}

/// What a verb that breaks things does to people: "burned", "crushed".
pub(super) fn on_people(lower: &str) -> Option<Effect> {
    match lower {
        "burned" | "burnt" | "scorched" | "crippled" => Some(Effect::Injured),
        "incinerated" | "obliterated" | "charred" | "crushed" => Some(Effect::Killed),
        _ => None,
    }
}

/// Damage becomes destruction behind "down" and "out": "burned down".
pub(super) fn object_effect(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Effect {
    if matches!(
        scene.text.lower_at(at.wrapping_sub(1)),
        "partially" | "partly" | "nearly" | "almost"
    ) {
        return Effect::Damaged;
    }
    match scene.text.lower_at(at + 1) {
        "down" | "ablaze" => Effect::Destroyed,
        _ => effect,
    }
}

/// "Floods have drowned 1,136 people": the water is the subject.
pub(super) fn drowns(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.objects(at + 1).first().is_some_and(|p| {
        let phrase = &scene.phrases[*p];
        let own = phrase.start == at + 1
            && matches!(
                scene.text.lower_at(phrase.start),
                "his" | "her" | "their" | "him" | "them"
            );
        phrase.is_people() && phrase.start <= at + 2 && (phrase.quantity.is_some() || own)
    })
}
