//! Whom a sentence blames, suspects or charges.

use super::find::Did;
use super::who::Search;
use super::{Doer, How};
use crate::tag::Tag;

impl Search<'_, '_> {
    /// Whether suspicion points behind the preposition at `at`: "suspicion fell on", "pointed the finger at".
    pub(super) fn points(&self, at: usize) -> bool {
        let first = at.saturating_sub(4).max(self.sentence.start);
        let told = |words: &[&str]| (first..at).any(|i| words.contains(&self.lower(i)));
        told(&["suspicion", "suspicions"])
            && told(&[
                "fell", "fall", "falls", "fallen", "falling", "centred", "centered", "focused",
                "focussed", "rests", "rested", "turned",
            ])
            || told(&["finger", "fingers"]) && told(&["pointed", "point", "points", "pointing"])
    }

    /// The token behind what says that somebody is only believed to be the one: "by what police believe were",
    /// "by men described as".
    pub(super) fn behind_belief(&self, at: usize) -> Option<usize> {
        if !matches!(
            self.lower(at),
            "what" | "whom" | "those" | "people" | "men" | "persons" | "individuals"
        ) {
            return None;
        }
        let end = (at + 10).min(self.sentence.end);
        let believes = (at + 1..end).find(|i| {
            matches!(
                self.lower(*i),
                "believe"
                    | "believed"
                    | "believes"
                    | "suspect"
                    | "suspected"
                    | "say"
                    | "said"
                    | "says"
                    | "called"
                    | "calls"
                    | "described"
                    | "describe"
                    | "identified"
                    | "thought"
                    | "presumed"
                    | "alleged"
            )
        })?;
        let mut first = believes + 1;
        while matches!(
            self.lower(first),
            "were" | "was" | "are" | "is" | "to" | "be" | "have" | "been" | "as"
        ) {
            first += 1;
        }
        (first > believes + 1 && self.starting(first).is_some()).then_some(first)
    }

    /// Whoever is the object of a verb of blame: "blamed X", "blamed the raid on X", "accused X of the raid".
    pub(super) fn blamed(&self, at: usize, doers: &mut Vec<Doer>) {
        let verb = self.text.tag_at(at).is_some_and(Tag::is_verb);
        // "The raid was blamed on X": the passive names one behind "on".
        let passive = self.is_passive(at) && !matches!(self.lower(at + 1), "on" | "to");
        if !self.doing(at).blame || !verb || passive {
            return;
        }
        let lower = self.lower(at);
        let sure = ["blam", "suspect", "attribut"]
            .iter()
            .any(|stem| lower.starts_with(stem));
        if !sure && !self.charges_harm(at) {
            return;
        }
        let first = self.phrases.partition_point(|p| p.start <= at);
        let target = (first..self.phrases.len().min(first + 3)).find(|index| {
            let phrase = &self.phrases[*index];
            let before = self.lower(phrase.start.wrapping_sub(1));
            let object = phrase.start == at + 1 || matches!(before, "on" | "to" | "\"" | "“");
            phrase.start < at + 10 && object && self.someone(*index).is_some()
        });
        if let Some(index) = target {
            self.add(doers, How::Blame, index, Did::Other);
        }
    }

    pub(super) fn is_passive(&self, at: usize) -> bool {
        self.text.is_be(at.wrapping_sub(1))
    }

    /// Whether what is charged at `at` is harm: "accused of killing", "jailed over the massacre".
    pub(super) fn charges_harm(&self, at: usize) -> bool {
        let link = (at + 1..(at + 12).min(self.sentence.end))
            .find(|i| matches!(self.lower(*i), "of" | "over" | "for" | "with" | "in"));
        link.is_some_and(|link| self.names_harm(link + 1))
    }

    /// Whether the next words from `at` on name harm: "killing", "carrying out the attack".
    pub(super) fn names_harm(&self, at: usize) -> bool {
        (at..(at + 6).min(self.sentence.end)).any(|i| {
            let word = self.text.word_at(i);
            word.is_some_and(|word| word.verb.is_some() || word.noun.is_some())
                || self.doing(i).owned
                || self.doing(i).attack
                || matches!(self.lower(i), "behind" | "responsible" | "responsibility")
        })
    }
}
