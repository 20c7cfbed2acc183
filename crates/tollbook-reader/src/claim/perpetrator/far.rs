//! The subject of a clause that does not stand beside its word of harm.

use super::who::Search;
use crate::phrase::noun::What;
use crate::tag::Tag;

/// How far before what somebody caused the verb may stand.
const CAUSED: usize = 7;

impl Search<'_, '_> {
    /// Whoever is the subject of a word of harm at `at` that another verb leads to: "stepped up the campaign by killing
    /// three", "after killing three, X fled", "caused the death of three"; where the word `has` an agent, only of the
    /// first kind.
    pub(super) fn far_subject(&self, at: usize, has: bool) -> Option<usize> {
        if at == self.sentence.start {
            return None;
        }
        if self.text.tag_at(at) == Some(Tag::VBG) {
            return self.of_participle(at);
        }
        // "Used rifles to kill three".
        if self.lower(at - 1) == "to" {
            let first = at.saturating_sub(CAUSED).max(self.sentence.start);
            let used = (first..at - 1)
                .rev()
                .find(|i| matches!(self.lower(*i), "used" | "uses" | "use"))?;
            return self.subject(used, false);
        }
        if let Some(who) = self.before_who(at) {
            return Some(who);
        }
        if has {
            return None;
        }
        let first = at.saturating_sub(CAUSED).max(self.sentence.start);
        let verb = (first..at).rev().find(|verb| {
            matches!(
                self.lower(*verb),
                "caused"
                    | "cause"
                    | "causes"
                    | "causing"
                    | "left"
                    | "leave"
                    | "leaves"
                    | "leaving"
                    | "inflicted"
                    | "inflicts"
                    | "inflicting"
            )
        })?;
        // "Attacked a post, which left three dead": the attack did.
        if matches!(self.lower(verb.wrapping_sub(1)), "which" | "that") {
            return None;
        }
        let passive = self.is_passive(verb) || self.starting(verb + 1).is_none();
        match self.text.tag_at(verb) {
            Some(Tag::VBG) => self.of_participle(verb),
            _ if passive => None,
            // "A shooting in Ostra, Velmora leaves three dead": no place.
            _ => self.subject(verb, false).filter(|subject| {
                let phrase = &self.phrases[*subject];
                phrase.what == What::People || self.lower(phrase.start.wrapping_sub(1)) != ","
            }),
        }
    }

    /// Whoever stands before the "who" of which the verb at `at` tells more: "the mayor spoke of X, who killed three".
    fn before_who(&self, at: usize) -> Option<usize> {
        let helps =
            |i: &usize| self.text.is_have(*i) || self.text.tag_at(*i).is_some_and(Tag::is_adverb);
        let who = (self.sentence.start..at).rev().find(|i| !helps(i))?;
        if self.lower(who) != "who" || self.text.is_be(at - 1) {
            return None;
        }
        let end = who - usize::from(self.lower(who.wrapping_sub(1)) == ",");
        let index = self.ending_before(end)?;
        let phrase = &self.phrases[index];
        let spoken_of = phrase.after.is_some_and(|before| {
            self.text
                .tag_at(before.wrapping_sub(1))
                .is_some_and(Tag::is_verb)
        });
        (phrase.end == end && spoken_of).then_some(index)
    }

    /// The subject of a participle behind "by" or "after".
    fn of_participle(&self, at: usize) -> Option<usize> {
        let before = at
            .checked_sub(1)
            .filter(|before| *before >= self.sentence.start)?;
        if !matches!(self.lower(before), "by" | "after" | "before" | "while") {
            return None;
        }
        if before == self.sentence.start {
            let end = self.sentence.end;
            let comma = (at..end).find(|i| self.lower(*i) == ",")?;
            let index = self.starting(comma + 1)?;
            let verb = self.phrases[index].end;
            let finite = self.text.tag_at(verb).is_some_and(Tag::is_finite);
            return finite.then_some(index);
        }
        let first = at.saturating_sub(16).max(self.sentence.start);
        let verb = (first..before)
            .rev()
            .find(|i| self.text.tag_at(*i).is_some_and(Tag::is_finite))?;
        let passive = self.lower(before) == "by" && self.text.is_be(verb);
        (!passive).then(|| self.subject(verb, true)).flatten()
    }
}
