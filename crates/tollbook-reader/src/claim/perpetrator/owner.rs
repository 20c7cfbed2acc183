//! Whose deed or weapon is told: "X shelling", "X's attack".

use super::who::Search;
use super::words::{is_hour, names_body};
use super::{Doer, How, Who};
use crate::lexicon::{HarmNoun, MeansWord};
use crate::tag::Tag;

impl Search<'_, '_> {
    /// "X shelling", "X's attack", also where words part the two: "X's October 7 attack", "a U.S. air raid".
    pub(super) fn owner(&self, at: usize, doers: &mut Vec<Doer>) {
        let deed = matches!(
            self.text.word_at(at).and_then(|word| word.noun),
            Some(HarmNoun::Deed(_))
        );
        if !deed && !self.doing(at).owned {
            return;
        }
        // "War crimes court", "raid victims": the deed only belongs to what follows.
        let next = at + 1;
        if self.text.tag_at(next).is_some_and(Tag::is_noun) && !self.doing(next).owned {
            return;
        }
        // "The country's civil war" is nobody's deed.
        if matches!(
            self.lower(at.wrapping_sub(1)),
            "civil"
                | "political"
                | "ethnic"
                | "sectarian"
                | "communal"
                | "tribal"
                | "electoral"
                | "criminal"
                | "street"
                | "domestic"
        ) || matches!(
            self.lower(at.wrapping_sub(1)),
            "guerrilla" | "guerilla" | "gang"
        ) && matches!(self.lower(at), "war" | "violence" | "campaign")
        {
            return;
        }
        let mut from = at;
        let mut possessive = false;
        while from > self.sentence.start && at - from < 8 {
            let tag = self.text.tag_at(from - 1);
            possessive |= tag == Some(Tag::POS);
            let joins = tag.is_some_and(|tag| {
                tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::POS | Tag::CD)
            }) || matches!(self.lower(from - 1), "led" | "made" | "guided" | "s")
                || self.lower(from - 1) == "-" && !self.text.spaced_at(from - 1);
            // "The U.S. embassy bombing": whose embassy it was, not whose bombing.
            let aimed = !possessive
                && self
                    .text
                    .word_at(from - 1)
                    .is_some_and(|word| word.object.is_some())
                && !self.doing(from - 1).owned;
            if aimed {
                return;
            }
            if !joins {
                break;
            }
            from -= 1;
        }
        if matches!(self.lower(from.wrapping_sub(1)), "the" | "a" | "an")
            && from > self.sentence.start
        {
            from -= 1;
        }
        if let Some((start, words, who)) = self.owner_words(from, at) {
            // "Holm's murder": the murder of Holm.
            let suffered = deed && matches!(who, Who::Person | Who::Name | Who::People);
            // "The separatist war", "militant violence": of what kind it is, and not whose.
            let kind = who == Who::Armed
                && !possessive
                && matches!(
                    self.lower(at),
                    "war"
                        | "violence"
                        | "campaign"
                        | "insurgency"
                        | "conflict"
                        | "rebellion"
                        | "uprising"
                );
            if !suffered && !kind {
                doers.push(self.doer(start, How::Owner, who, words));
            }
        }
    }

    /// The last words of capitals between two tokens, where they say that they name a body.
    fn band(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let text = self.text;
        let named = |at: &usize| {
            text.capital_at(*at) && text.tag_at(*at).is_some_and(Tag::is_name) && !text.upper
        };
        let end = (start..end).rev().find(named)? + 1;
        let from = end - (start..end).rev().take_while(named).count();
        let letters = |word: &str| word.len() > 2 && word.chars().all(|c| c.is_uppercase());
        let says = (from..end).any(|at| names_body(text.lower_at(at)));
        (says || end - from == 1 && letters(text.at(from))).then_some((from, end))
    }

    /// The first token and the words of whoever owns the deed or weapon at token `deed`, of the words from
    /// `start` on.
    pub(super) fn owner_words(&self, start: usize, deed: usize) -> Option<(usize, String, Who)> {
        let text = self.text;
        if start >= deed || matches!(text.lower_at(start), "its" | "their" | "his" | "her") {
            return None;
        }
        // "this morning's Velmoran raid": the day owns nothing.
        let start = (start..deed)
            .rev()
            .find(|at| {
                text.tag_at(*at) == Some(Tag::POS) && is_hour(text.lower_at(at.wrapping_sub(1)))
            })
            .map_or(start, |of_day| of_day + 1);
        // "the militant group's attack".
        let owned = (start..deed).find(|at| text.tag_at(*at) == Some(Tag::POS));
        let end = owned.unwrap_or(deed);
        if start == end {
            return None;
        }
        // "The fifth major attack", "a general strike".
        let rank = |at: usize| {
            at + 1 == deed && matches!(text.lower_at(at), "major" | "general" | "private")
        };
        // "A fighter jet".
        let craft = |at: usize| text.lower_at(at) == "fighter" && self.doing(at + 1).owned;
        let names = |at: usize| {
            let armed = self.is_armed(at) || self.doing(at).force || self.doing(at).side;
            armed && !rank(at) && !craft(at)
        };
        let words = text.span(start, end);
        let byte = text.tokens[start].start;
        let found = self.actors.find(words);
        let name = found
            .first()
            .map_or("", |found| &words[found.start..found.end]);
        let actor = found.first().map(|found| {
            text.tokens
                .partition_point(|token| token.end <= byte + found.start)
        });
        let means = |at: usize| {
            matches!(
                self.lexicon.means.get(text.lower_at(at)),
                Some(MeansWord::Means(_))
            )
        };
        let first = (start..end).find(|at| names(*at) && !means(*at));
        let last = (start..end).rev().find(|at| names(*at) && !means(*at));
        let (from, to, who) = match (actor, first, last) {
            (Some(actor), _, Some(last)) if last > actor => (actor, last + 1, Who::Actor),
            (Some(actor), _, _) => return Some((actor, name.to_owned(), Who::Actor)),
            (None, Some(first), Some(last)) => {
                let from = owned.map_or(first, |_| start);
                let force = self.doing(last).force;
                (from, last + 1, if force { Who::Force } else { Who::Armed })
            }
            (None, ..) => match self.band(start, end) {
                // "A Black Cedar Front attack", "a PKO raid".
                Some((from, to)) => (from, to, Who::Band),
                None if owned.is_some()
                    && text.capital_at(end - 1)
                    && !is_hour(text.lower_at(end - 1)) =>
                {
                    (start, end, Who::Person)
                }
                None => return None,
            },
        };
        Some((from, text.span(from, to).to_owned(), who))
    }
}
