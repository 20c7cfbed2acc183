//! The subject of a clause that does not stand beside its word of harm.

use super::who::Search;
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
        let passive = self.is_passive(verb) || self.starting(verb + 1).is_none();
        match self.text.tag_at(verb) {
            Some(Tag::VBG) => self.of_participle(verb),
            _ if passive => None,
            _ => self.subject(verb, false),
        }
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
