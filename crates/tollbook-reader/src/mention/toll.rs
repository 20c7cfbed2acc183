//! Tolls: "the toll rose to 37", "the number of dead stands at 12".

use tollbook_terms::{Basis, Count, Effect};

use super::{Mention, Scene};
use crate::lexicon::{Form, Frame, HarmNoun};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const TOLL: Rule = Rule {
    name: "effect.noun.toll",
    says: "The number that a toll stands at counts the dead, the number that casualties or injuries are put at those.",
    must: &[
        ("The death toll rose to 37.", "killed 37"),
        ("Toll rises to 37 in market bombing.", "killed 37"),
        ("The death toll passed 100 on Monday.", "killed 100+"),
        (
            "The raid brought to seven the number of suspects in custody.",
            "detained 7",
        ),
        ("Army losses were put at 40 men.", "casualties 40 man"),
        (
            "Casualties have risen to 90, doctors said.",
            "casualties 90",
        ),
        ("The casualty toll rose to 60.", "casualties 60"),
        (
            "The hospital put at 29 the number of those killed.",
            "killed 29",
        ),
        ("The number of wounded was 64.", "injured 64"),
        (
            "The number of civilians killed or wounded rose to 640.",
            "casualties 640 civilian",
        ),
        (
            "The fighting brought to 25,000 the number who have fled since May.",
            "displaced 25000 cumulative",
        ),
        ("The number of dead now totals 64.", "killed 64"),
        (
            "The number of soldiers killed has climbed to 64.",
            "killed 64 combatant",
        ),
    ],
    must_not: &[
        (
            "The toll on the bridge rose to 37 dollars.",
            "dollars are no people",
        ),
        (
            "Losses were put at 40 million dollars.",
            "dollars are no people",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&TOLL];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        // "the casualty toll", "casualty figures"
        let casualties = at > scene.sentence.start
            && matches!(text.lower_at(at - 1), "casualty" | "casualties")
            && matches!(
                text.lower_at(at),
                "toll" | "tolls" | "figure" | "figures" | "count"
            );
        if casualties {
            toll(scene, found, at, Effect::Casualties);
        } else if let Some(HarmNoun::Toll(effect)) = text.tokens[at].word.noun {
            toll(scene, found, at, effect);
        }
        if text.lower_at(at) == "number" {
            numbered(scene, found, at);
        }
        if let Some(effect) = estimated(scene, at) {
            toll(scene, found, at, effect);
        }
    }
}

/// What the uncounted noun of harm at `at` counts where its number follows: "casualties were put at 40", "deaths
/// have reached 12".
fn estimated(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let effect = match text.tokens[at].word.noun {
        Some(HarmNoun::Figure(effect)) => effect,
        _ if text.lower_at(at) == "losses" => Effect::Casualties,
        _ if text.lower_at(at) == "victims" && text.lower_at(at.wrapping_sub(1)) == "fatal" => {
            Effect::Killed
        }
        _ => return None,
    };
    let alone = scene
        .phrase_ending(at + 1)
        .is_none_or(|p| scene.phrases[p].quantity.is_none());
    // "casualties were 12"
    let are = matches!(text.lower_at(at + 1), "were" | "are" | "numbered")
        && scene
            .phrase_starting(at + 2)
            .is_some_and(|p| scene.phrases[p].what == What::Bare);
    if alone && are && text.lower_at(at).ends_with('s') {
        return Some(effect);
    }
    let verb = (at + 1..(at + 5).min(scene.sentence.end))
        .find(|i| !scene.is_aux_or_have(*i) && !text.tag_at(*i).is_some_and(Tag::is_adverb))?;
    let told = match text.lower_at(verb) {
        "put" | "estimated" => text.lower_at(verb + 1) == "at",
        "rose" | "risen" | "climbed" | "rise" | "rises" | "amount" | "amounts" | "amounted" => {
            text.lower_at(verb + 1) == "to"
        }
        "reached" | "exceeded" | "exceed" | "totalled" | "totaled" | "numbered" => true,
        _ => false,
    };
    (alone && told && text.lower_at(at).ends_with('s')).then_some(effect)
}

/// "the number of dead rose to 37", "brought to seven the number of suspects in custody".
fn numbered(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    // "the number killed was put at 14"
    let put = text.lower_at(at + 1) != "of";
    // "the number who have fled"
    let who = text.lower_at(at + 1) == "who" && scene.is_aux_or_have(at + 2);
    if put && !who && (counted_as(scene, at + 1).is_none() || !scene.is_aux_or_have(at + 2)) {
        return;
    }
    let limit = (at + 9).min(scene.sentence.end);
    let Some((harm, effect)) =
        (at + 2 - usize::from(put)..limit).find_map(|i| Some((i, counted_as(scene, i)?)))
    else {
        return;
    };
    // "the number of civilians killed or wounded"
    let both = matches!(text.lower_at(harm + 1), "or" | "and")
        && counted_as(scene, harm + 2).is_some_and(|other| other != effect);
    let (harm, effect) = match both {
        true => (harm + 2, Effect::Casualties),
        false => (harm, effect),
    };
    let moves = (harm + 1..(harm + 14).min(scene.sentence.end)).any(|i| {
        matches!(
            text.lower_at(i),
            "rose"
                | "risen"
                | "stood"
                | "stands"
                | "rise"
                | "rises"
                | "climbed"
                | "reached"
                | "increased"
                | "grown"
                | "grew"
                | "jumped"
                | "passed"
                | "exceeded"
                | "exceeds"
                | "topped"
                | "totals"
                | "totalled"
                | "totaled"
        ) || text.says(i, &["put", "at"])
            || matches!(text.lower_at(i), "was" | "is") && is_number(scene, i + 1)
    });
    let brought = (at.saturating_sub(8).max(scene.sentence.start)..at).find(|i| {
        matches!(
            text.lower_at(*i),
            "bring"
                | "brings"
                | "brought"
                | "bringing"
                | "raise"
                | "raises"
                | "raised"
                | "raising"
                | "takes"
                | "taking"
                | "put"
                | "puts"
                | "putting"
        )
    });
    match brought {
        Some(verb) if matches!(text.lower_at(verb + 1), "to" | "at") => {
            let number = scene
                .phrase_starting(verb + 2)
                .filter(|p| scene.phrases[*p].what == What::Bare);
            if let Some(number) = number {
                scene.tell(found, effect, number, harm, None, TOLL.name);
            }
        }
        Some(_) => toll(scene, found, harm, effect),
        None if moves => toll(scene, found, harm, effect),
        None => {}
    }
}

/// Whether a number stands at token `at`, perhaps behind a bound: "64", "now at least 64".
fn is_number(scene: &Scene<'_, '_>, at: usize) -> bool {
    let at = at + usize::from(scene.text.lower_at(at) == "now");
    scene.phrase_starting(at).is_some_and(|p| {
        let phrase = &scene.phrases[p];
        phrase.what == What::Bare && phrase.quantity.is_some_and(|q| !q.article && !q.none)
    })
}

/// The effect on people that the word at `at` counts behind "the number of".
fn counted_as(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let word = scene.text.word_at(at)?;
    let verb = word.verb.filter(|verb| {
        matches!(verb.form, Form::Ed | Form::Participle)
            || verb.frame == Frame::Die && scene.text.lower_at(at) == "died"
    });
    let noun = match word.noun {
        Some(HarmNoun::Figure(effect) | HarmNoun::Deed(effect)) => Some(effect),
        _ => None,
    };
    let effect = match scene.text.lower_at(at) {
        "custody" | "detainees" => Effect::Detained,
        "victims" => Effect::Killed,
        "hostages" => Effect::Abducted,
        _ => word.state.or(verb.map(|verb| verb.effect)).or(noun)?,
    };
    effect.on_people().then_some(effect)
}

/// "toll of 31", "toll rose to 37", "bringing the toll to 12", "toll 31".
fn toll(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, effect: Effect) {
    let text = scene.text;
    let limit = (at + 32).min(scene.sentence.end);
    let mut leads = false;
    for (i, phrase) in scene
        .phrases
        .iter()
        .enumerate()
        .filter(|(_, p)| p.start > at && p.start < limit)
    {
        leads |= (at..phrase.start).any(|k| {
            matches!(
                text.lower_at(k),
                "to" | "at"
                    | "of"
                    | "is"
                    | "was"
                    | "stands"
                    | "stood"
                    | "now"
                    | "reached"
                    | "reaches"
                    | "reach"
                    | "hits"
                    | "hit"
                    | "surpassed"
                    | "surpasses"
                    | "passed"
                    | "exceeded"
                    | "topped"
                    | "crossed"
                    | "crosses"
                    | "exceeds"
                    | "passes"
                    | "tops"
                    | "totals"
                    | "totalled"
                    | "totaled"
                    | ":"
                    | "as"
                    | "above"
                    | "past"
            )
        });
        // "the toll, earlier put at 12, rose to 14"
        let earlier = (at.max(phrase.start.saturating_sub(5))..phrase.start).any(|k| {
            matches!(
                text.lower_at(k),
                "earlier" | "previously" | "initially" | "originally"
            )
        });
        if earlier && text.lower_at(phrase.end) == "," {
            leads = false;
            continue;
        }
        let adjacent = phrase.start == at + 1;
        let number = phrase.quantity.is_some_and(|q| !q.article && !q.none);
        let people = phrase.what == What::Bare || phrase.what == What::People;
        if number && people && (leads || adjacent) {
            let told = found
                .iter()
                .any(|m| m.phrase == i && m.effect != Effect::Casualties);
            if !told {
                scene.tell(found, effect, i, at, None, TOLL.name);
                // "the toll passes 100": it is more by now.
                let passes = matches!(
                    text.lower_at(phrase.start.wrapping_sub(1)),
                    "passes"
                        | "passed"
                        | "exceeds"
                        | "exceeded"
                        | "tops"
                        | "topped"
                        | "surpasses"
                        | "surpassed"
                        | "above"
                        | "past"
                        | "beyond"
                        | "crossed"
                        | "crosses"
                );
                if let Some(last) = found.last_mut()
                    && passes
                    && last.phrase == i
                    && last.count.basis == Basis::Exact
                {
                    last.count = Count {
                        high: None,
                        basis: Basis::AtLeast,
                        ..last.count
                    };
                }
            }
            return;
        }
        if (at..phrase.start).any(|k| matches!(text.lower_at(k), ";" | ".")) {
            return;
        }
    }
}
