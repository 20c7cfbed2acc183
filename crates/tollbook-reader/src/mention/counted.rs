//! Things that a number or "another" alone tells of, by what was told before.

use super::{Mention, Scene};
use crate::lexicon::Frame;
use crate::phrase::noun::What;

impl Scene<'_, '_> {
    /// Whether the phrase counts more of the things told last: "five houses were destroyed and 20 damaged", "a boat
    /// was sunk and two others damaged".
    pub(super) fn counts_more_things(&self, found: &[Mention], at: usize) -> bool {
        let phrase = &self.phrases[at];
        let more = phrase.what == What::Bare
            || matches!(
                self.text.lower_at(phrase.head),
                "others" | "another" | "second" | "third"
            );
        let told = found.last();
        more && told.is_some_and(|m| !m.effect.on_people() && m.phrase < at)
    }

    /// Whether the phrase counts some of the things named last before it: "attacked shops, two of which were
    /// destroyed", "captured a tank and destroyed another".
    pub(super) fn counts_things_before(&self, at: usize, verb: usize) -> bool {
        let phrase = &self.phrases[at];
        // What breaks is a thing; who is hit may be people.
        let breaks = self
            .text
            .word_at(verb)
            .and_then(|word| word.verb)
            .is_some_and(|verb| verb.frame == Frame::Object);
        let another = self.text.lower_at(phrase.head) == "another" && phrase.start > verb && breaks;
        let some = phrase.what == What::Bare
            && (phrase.partitive || breaks)
            && (phrase.end <= verb || self.text.lower_at(phrase.head) != "both");
        let before = self.phrases[..at]
            .iter()
            .rfind(|p| p.is_people() || matches!(p.what, What::Objects | What::Figure(_)));
        // "They stopped four buses. Two were burned."
        let Some(before) = before else {
            // Who is badly burned is hurt.
            let badly = self.text.lower_at(verb.saturating_sub(1)).ends_with("ly");
            return some && breaks && self.things && !badly;
        };
        let said = (before.end..phrase.start).any(|i| {
            self.text
                .word_at(i)
                .is_some_and(|word| word.speech.is_some())
        });
        (another || some) && before.what == What::Objects && (another || before.plural) && !said
    }
}
