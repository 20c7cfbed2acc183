//! Figures whose harm was told before them: "two of them were brothers", "the rebels put it at 60".
//!
//! [`of_them`] finds who some of the harmed were, [`number`] what a number without a noun counts.

mod number;
mod of_them;
mod rules;

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::lexicon::HarmNoun;
use crate::phrase::noun::What;
pub(crate) use number::of_another_time;
use number::{is_counted, is_gapped, is_number, is_replaced, stands_alone};
pub(super) use of_them::who_they_were;
use of_them::{of_the_harmed, of_the_unharmed, of_them, others_of_them};
pub(crate) use rules::{AUXILIARY, FIGURE, GAPPED, OF_THEM, REPLACED, RULES};

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    put_at(scene, found);
    for i in 0..scene.phrases.len() {
        if found.iter().any(|m| m.phrase == i) {
            continue;
        }
        if of_them(scene, i) && !of_the_unharmed(scene, found, i) {
            if let Some(effect) = of_the_harmed(scene, i).or_else(|| told_before(scene, found, i))
                && scene.tell(found, effect, i, scene.phrases[i].head, None, OF_THEM.name)
                && let Some(last) = found.last_mut()
            {
                last.partitive = true;
                let end = who_they_were(scene, scene.phrases[i].end);
                last.quote.1 = last.quote.1.max(end);
                others_of_them(scene, found, effect, end);
            }
        } else if is_number(scene, i) {
            let rule = if is_replaced(scene, i) {
                &REPLACED
            } else if is_counted(scene, i) {
                &FIGURE
            } else if stands_alone(scene, i) {
                &AUXILIARY
            } else if is_gapped(scene, i) && told_here(scene, found, i).is_some() {
                &GAPPED
            } else {
                continue;
            };
            // A number that another one replaces stands beside it.
            let effect = if rule.name == REPLACED.name {
                told_here(scene, found, i)
            } else {
                told_before(scene, found, i)
            };
            if let Some(effect) = effect {
                scene.tell(found, effect, i, scene.phrases[i].head, None, rule.name);
            }
        }
    }
}

/// The effect of the mention nearest before phrase `at` in its sentence.
fn told_here(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> Option<Effect> {
    found
        .iter()
        .filter(|m| {
            let phrase = &scene.phrases[m.phrase];
            let people = phrase.is_people() || matches!(phrase.what, What::Figure(_));
            m.phrase < at && m.effect.on_people() && people
        })
        .max_by_key(|m| m.phrase)
        .map(|m| m.effect)
}

/// The effect told nearest before phrase `at`, here or in the sentence before.
fn told_before(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> Option<Effect> {
    told_here(scene, found, at).or(scene.before)
}

/// "put the dead at 60 and the wounded at 200", "gave the number as three", "lowered its estimate of those
/// killed to around 1,200".
fn put_at(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    let mut effect = None;
    let mut put = false;
    for i in scene.sentence.start..scene.sentence.end {
        let lower = text.lower_at(i);
        // "raising to 60 the number of guards killed".
        let raised = matches!(
            lower,
            "raising" | "raises" | "raised" | "bringing" | "brings" | "brought"
        ) && text.lower_at(i + 1) == "to";
        let put_down = matches!(lower, "put" | "puts" | "putting") && text.lower_at(i + 1) == "at";
        if (raised || put_down)
            && let Some(phrase) = scene.phrase_starting(i + 2)
            && is_number(scene, phrase)
        {
            let limit = (i + 14).min(scene.sentence.end);
            let counted = (i + 3..limit).find_map(|k| {
                let word = text.tokens[k].word;
                match word.noun {
                    Some(HarmNoun::Figure(effect)) => Some(effect),
                    _ => word.state,
                }
            });
            if let Some(effect) = counted.filter(|effect| effect.on_people()) {
                // The noun of the number is none beside it: "60 the number of civilians killed".
                found.retain(|m| {
                    let other = &scene.phrases[m.phrase];
                    other.start < i || other.start >= limit || other.quantity.is_some()
                });
                scene.tell(found, effect, phrase, i, None, FIGURE.name);
            }
        }
        match lower {
            "put" | "puts" | "putting" | "gave" | "gives" | "giving" | "set" | "sets"
            | "places" | "placed" | "lowered" | "raised" | "raising" | "lowering" | "revised"
            | "revising" | "estimated" | "estimates" => {
                put = true;
                effect = None;
            }
            ";" | "." => put = false,
            _ if !put => {}
            // "the rebels put it at 60"
            "it" | "them" if matches!(text.lower_at(i + 1), "at" | "as") => {
                effect = told_here(scene, found, usize::MAX).or(scene.before);
            }
            // "put its losses at three soldiers"
            "loss" | "losses" => effect = Some(Effect::Killed),
            "number" | "figure" | "toll" | "total" | "count" | "tally" | "estimate" => {
                effect = effect.or(match lower {
                    "toll" => Some(Effect::Killed),
                    // "the number of guests" counts something else.
                    _ if text.lower_at(i + 1) == "of" => None,
                    _ => told_here(scene, found, usize::MAX).or(scene.before),
                });
            }
            "at" | "as" | "to" => {
                if let (Some(effect), Some(phrase)) = (effect, scene.phrase_starting(i + 1))
                    && (is_number(scene, phrase)
                        || super::expression::is_own(scene, phrase)
                            && scene.phrases[phrase].is_people())
                    && !found.iter().any(|m| m.phrase == phrase)
                {
                    scene.tell(found, effect, phrase, i, None, FIGURE.name);
                }
            }
            _ => {
                let word = text.tokens[i].word;
                let noun = match word.noun {
                    Some(HarmNoun::Figure(effect)) => Some(effect),
                    _ => None,
                };
                effect = word
                    .state
                    .or(noun)
                    .filter(|effect| effect.on_people())
                    .or(effect);
            }
        }
    }
}
