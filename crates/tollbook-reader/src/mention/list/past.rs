//! What a list goes past: words before its first member, and whether a clause of its own follows another.

use super::super::Scene;
use crate::lexicon::Speech;
use crate::phrase::noun::What;
use crate::tag::Tag;

impl Scene<'_, '_> {
    /// The token behind words on who says so between commas: "killing, according to the police, two guards".
    pub(super) fn past_source(&self, comma: usize) -> Option<usize> {
        const WORDS: usize = 10;
        let text = self.text;
        if text.lower_at(comma) != "," {
            return None;
        }
        let limit = (comma + WORDS).min(self.sentence.end);
        let close = (comma + 2..limit).find(|at| text.lower_at(*at) == ",")?;
        let said = matches!(text.lower_at(comma + 1), "according" | "by")
            || (comma + 1..close).any(|at| {
                let word = text.word_at(at);
                word.is_some_and(|word| matches!(word.speech, Some(Speech::Say | Speech::Claim)))
            });
        let counts = (comma + 1..close).any(|at| text.number_at(at).is_some());
        (said && !counts).then_some(close + 1)
    }

    /// The token behind words on where or in what, right behind the verb, before those whom it takes: "killed in two
    /// attacks eleven guards".
    pub(super) fn past_where(&self, at: usize, from: usize) -> Option<usize> {
        let text = self.text;
        let leads = matches!(
            text.lower_at(at),
            "in" | "at" | "near" | "during" | "within" | "from"
        );
        let place = self
            .phrase_starting(at + 1)
            .filter(|_| leads && at == from)?;
        let end = self.phrases[place].end;
        let next = &self.phrases[self.phrase_starting(end)?];
        let counted = next
            .quantity
            .is_some_and(|q| !q.none && !q.article && !q.weak);
        let behind = text.word_at(next.end);
        // "killed in clashes two hurt": two telegrams.
        let own = text
            .tag_at(next.end)
            .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN)
            || behind.is_some_and(|word| word.state.is_some() || word.verb.is_some());
        let taken = matches!(next.what, What::People | What::Objects);
        (taken && counted && !own).then_some(end)
    }

    /// Whether the phrase and those joined to it have a verb of their own behind them.
    pub(in crate::mention) fn clause_follows(&self, at: usize) -> bool {
        let mut last = at;
        for _ in 0..6 {
            let (end, _) = self.behind_member(last);
            let adverb = usize::from(self.text.tag_at(end).is_some_and(Tag::is_adverb));
            let verb = end + adverb;
            // "a bank in Ostra and shops, officials said"
            if self
                .text
                .word_at(verb)
                .is_some_and(|word| word.speech.is_some())
            {
                return false;
            }
            let tag = self.text.tag_at(verb);
            if tag.is_some_and(|tag| tag.is_finite() || matches!(tag, Tag::MD | Tag::VBN)) {
                return true;
            }
            let next = self
                .link_behind(end)
                .and_then(|link| self.phrase_starting(end + link));
            match next {
                Some(next) => last = next,
                None => return false,
            }
        }
        false
    }
}
