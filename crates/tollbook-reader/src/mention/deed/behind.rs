//! What stands around the noun of a deed: what comes between it and the "of" with those it befell, and whether it is
//! only asked for.

use super::super::Scene;
use crate::lexicon::HarmNoun;
use crate::phrase::date::is_day_or_month;
use crate::phrase::noun::What;
use crate::token::Kind;

/// The "of" behind the deed, past the day, the place and the doer: "the killing on Monday of", "the murder in
/// Ostra by gunmen of".
pub(super) fn of_behind(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let text = scene.text;
    if text.lower_at(at + 1) == "of" {
        return Some(at + 1);
    }
    // "the abduction and murder on Monday of"
    let deed = |at: usize| {
        text.word_at(at)
            .is_some_and(|word| matches!(word.noun, Some(HarmNoun::Deed(_))))
    };
    if matches!(text.lower_at(at + 1), "and" | "or") && deed(at + 2) {
        return of_behind(scene, at + 2);
    }
    let mut end = at + 1;
    // "the murder committed by rebels against"
    let committed = matches!(text.lower_at(end), "committed" | "perpetrated");
    end += usize::from(committed);
    // "on 15 September of"
    let day = |i: usize| text.kind_at(i) == Some(Kind::Digits) || is_day_or_month(text.lower_at(i));
    if matches!(text.lower_at(end), "on" | "in") {
        let past = (end + 1..end + 5).find(|i| !day(*i));
        if let Some(past) = past.filter(|past| *past > end + 1 && text.lower_at(*past) == "of") {
            return Some(past);
        }
    }
    for _ in 0..3 {
        let preposition = matches!(
            text.lower_at(end),
            "on" | "in" | "earlier" | "at" | "near" | "by" | "outside"
        );
        let between = scene.phrase_starting(end + usize::from(preposition));
        let Some(between) = between.filter(|p| preposition || scene.is_date(*p)) else {
            break;
        };
        end = scene.phrases[between].end;
        if committed && text.lower_at(end) == "against" {
            return Some(end);
        }
        if text.lower_at(end) == "of" {
            // "the massacre in the slum of Velden": the name is that of the slum.
            let noun = match text.upper {
                true => scene.phrases[between].start < scene.phrases[between].head,
                false => !text.capital_at(scene.phrases[between].head),
            };
            let place = preposition
                && !scene.is_date(between)
                && noun
                && scene
                    .phrase_starting(end + 1)
                    .is_some_and(|p| scene.phrases[p].what == What::Name);
            return (!place).then_some(end);
        }
    }
    None
}

/// "a warrant for the arrest of", "demanded the expulsion of", "information leading to the arrest of": what is
/// asked for.
pub(super) fn is_wanted(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(6).max(scene.sentence.start)..at).any(|i| {
        // "ten million was announced for the arrest of", "the judge ordered the arrest of"
        scene.text.says(i, &["announced", "for"])
            || scene.text.says(i, &["ordered", "the", "arrest"])
                && scene.text.lower_at(i.wrapping_sub(1)) != "who"
            || matches!(
                scene.text.lower_at(i).trim_end_matches('s'),
                "warrant"
                    | "information"
                    | "tip"
                    | "clue"
                    | "reward"
                    | "bounty"
                    | "offered"
                    | "demand"
                    | "demanded"
                    | "demanding"
                    | "seek"
                    | "seeking"
                    | "sought"
                    | "request"
                    | "requested"
                    | "requesting"
                    | "call"
                    | "called"
                    | "calling"
                    | "urged"
                    | "urging"
            )
    })
}

impl Scene<'_, '_> {
    /// Where the deed begins that the phrase ending at token `and` suffered: "the murder of a judge and".
    pub(in crate::mention) fn deed_before(&self, and: usize) -> Option<usize> {
        let victim = &self.phrases[self.phrase_ending(and)?];
        let of = victim.after.filter(|of| self.text.lower_at(*of) == "of")?;
        let deed = &self.phrases[self.phrase_ending(of)?];
        let noun = self.text.word_at(deed.head)?.noun;
        matches!(noun, Some(HarmNoun::Deed(_))).then_some(deed.start)
    }

    /// The finite verb nearest before token `at`, past a clause with "who" or "which" that a comma before token `at`
    /// ends: "shot two guards, one of whom is in hospital, before".
    pub(in crate::mention) fn verb_outside(&self, at: usize) -> Option<usize> {
        let verb = self.verb_before(at)?;
        let relative = (self.text.lower_at(at - 1) == ",")
            .then(|| {
                (verb.saturating_sub(3).max(self.sentence.start)..verb)
                    .find(|i| matches!(self.text.lower_at(*i), "who" | "whom" | "which"))
            })
            .flatten();
        match relative {
            Some(relative) => self.verb_before(relative),
            None => Some(verb),
        }
    }
}
