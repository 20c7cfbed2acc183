//! What stands between a subject and its verb: asides in commas, brackets and dashes.

use super::Scene;
use crate::phrase::noun::What;
use crate::tag::Tag;

impl Scene<'_, '_> {
    /// The token where the subject of the verb group at `group` may end: before an aside that ends
    /// right before the verb.
    pub(super) fn outside(&self, group: usize) -> usize {
        let (text, first) = (self.text, self.sentence.start);
        let mut limit = group;
        for _ in 0..3 {
            if limit <= first {
                break;
            }
            let close = limit - 1;
            let open = match text.lower_at(close) {
                ")" => (first..close).rev().find(|i| text.lower_at(*i) == "("),
                // "nine people -- guards and clerks -- were": two marks for one dash.
                "-" if close > first && text.lower_at(close - 1) == "-" => (first + 1..close - 1)
                    .rev()
                    .find(|i| text.lower_at(*i) == "-" && text.lower_at(i - 1) == "-")
                    .map(|i| i - 1),
                mark @ ("—" | "–" | "-" | "--") => (first..close)
                    .rev()
                    .find(|i| text.lower_at(*i) == mark && text.spaced_at(*i)),
                // An age or a name within the phrase is passed over with it.
                "," if self.holds_comma(close) => Some(close),
                // "Arin Solt, a guard of the Coast Watch (CW), was".
                "," => self
                    .opening_comma(close)
                    .filter(|open| self.phrase_ending(*open).is_some())
                    .or_else(|| {
                        (close > first && text.lower_at(close - 1) == ")").then_some(close)
                    }),
                _ => None,
            };
            let bracket = |open: usize| open > first && text.lower_at(open - 1) == ")";
            match open.filter(|open| self.phrase_ending(*open).is_some() || bracket(*open)) {
                Some(open) => limit = open,
                None => break,
            }
        }
        limit
    }

    fn holds_comma(&self, close: usize) -> bool {
        self.phrase_ending(close)
            .is_some_and(|p| (self.phrases[p].start..close).any(|i| self.text.lower_at(i) == ","))
    }

    /// The comma that opens the aside which the comma at `close` ends: "The man, who was armed, fled".
    pub(super) fn opening_comma(&self, close: usize) -> Option<usize> {
        let text = self.text;
        let commas = || {
            (self.sentence.start..close)
                .rev()
                .filter(|i| text.lower_at(*i) == ",")
        };
        let opens = |comma: usize| {
            let next = comma + 1;
            let word = matches!(
                text.lower_at(next),
                "who"
                    | "whose"
                    | "which"
                    | "where"
                    | "including"
                    | "among"
                    | "all"
                    | "both"
                    | "most"
                    | "mostly"
                    | "mainly"
                    | "largely"
                    | "some"
                    | "aged"
                    | "identified"
                    | "named"
                    | "known"
                    | "a"
                    | "an"
                    | "the"
                    | "also"
                    | "one"
                    | "belonging"
            );
            // "called police, saying her son": who speaks begins a clause.
            let speaks = text.word_at(next).is_some_and(|word| word.speech.is_some());
            let participle = matches!(text.tag_at(next), Some(Tag::VBG | Tag::VBN)) && !speaks;
            // "seven men, three of whom were named as ..., were held"
            let some = self
                .phrase_starting(next)
                .is_some_and(|p| self.phrases[p].partitive);
            let name = self.phrase_starting(next).is_some_and(|p| {
                self.phrases[p].what == What::Name && self.phrases[p].end == close
            });
            let after_noun = self
                .phrase_ending(comma)
                .is_some_and(|p| self.phrases[p].what != What::Name);
            (word || participle || some || name && after_noun)
                // "On Sunday afternoon, a boy in Ostra, was hurt": the boy is no aside.
                && self.phrase_ending(comma).is_some_and(|p| !self.is_date(p))
                && !self.list_inside(comma, close)
        };
        // "four men, identified as Arin Solt (20), Benno Rask and Cade Holm, were": one aside with many names.
        let named = commas().take(10).find_map(|comma| {
            let naming = matches!(text.lower_at(comma + 1), "identified" | "named" | "namely");
            let names = || {
                self.phrases
                    .iter()
                    .filter(|p| p.start > comma && p.end <= close)
                    .all(|p| p.what != What::People)
            };
            // The first of the names may be within the phrase already.
            let within = || self.phrases.iter().find(|p| p.aside == Some(comma));
            let people = match self.phrase_ending(comma) {
                Some(_) => Some(comma),
                None => within().map(|p| p.end),
            };
            people.filter(|_| naming && names())
        });
        named
            .or_else(|| commas().take(8).find(|comma| opens(*comma)))
            .or_else(|| commas().next().filter(|c| !self.list_inside(*c, close)))
    }

    /// Whether the tokens between two commas are the middle of a list ("three soldiers, two policemen and").
    fn list_inside(&self, from: usize, to: usize) -> bool {
        let people = self
            .phrases
            .iter()
            .filter(|p| p.start > from && p.end <= to && p.is_people())
            .count();
        people > 0
            && !self
                .phrase_starting(from + 1)
                .is_some_and(|p| self.phrases[p].partitive)
            && self.text.lower_at(from + 1) != "including"
            && !matches!(
                self.text.lower_at(from + 1),
                "who" | "a" | "an" | "the" | "among" | "most" | "all" | "some"
            )
            && (from + 1..to).any(|i| self.text.lower_at(i) == "and")
            && self.text.tag_at(from + 1) == Some(Tag::CD)
    }
}
