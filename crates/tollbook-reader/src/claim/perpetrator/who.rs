//! By which words a phrase names somebody who can do something.

use tollbook_terms::Category;

use super::Who;
use super::words::{arms, is_hour, is_of_outlaws, names_body};
use crate::actor::ActorTable;
use crate::lexicon::{Doing, Lexicon};
use crate::phrase::date::is_day_or_month;
use crate::phrase::noun::{Phrase, What, is_body_of_people};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// A sentence whose doers are looked for.
pub(crate) struct Search<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) sentence: &'a Sentence,
    pub(crate) phrases: &'a [Phrase],
    pub(crate) actors: &'a ActorTable,
    pub(crate) lexicon: &'a Lexicon,
}

impl Search<'_, '_> {
    pub(super) fn starting(&self, at: usize) -> Option<usize> {
        let index = self.phrases.partition_point(|p| p.start < at);
        (index < self.phrases.len() && self.phrases[index].start == at).then_some(index)
    }

    pub(super) fn ending_before(&self, end: usize) -> Option<usize> {
        self.phrases
            .partition_point(|p| p.end <= end)
            .checked_sub(1)
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.text.lower_at(at)
    }

    /// What the word at a token does where somebody has done something.
    pub(super) fn doing(&self, at: usize) -> Doing {
        self.text
            .word_at(at)
            .map_or(Doing::default(), |word| word.doing)
    }

    /// The words by which the phrase names somebody who can act, and who it is; none for a weapon, a day or
    /// a place.
    pub(super) fn someone(&self, index: usize) -> Option<(String, Who)> {
        let phrase = &self.phrases[index];
        let text = self.text;
        // "(AP)" is whoever reports; "no group" is nobody.
        if text.lower_at(phrase.start.wrapping_sub(1)) == "("
            || matches!(text.lower_at(phrase.start), "no" | "nobody" | "none")
            || matches!(
                text.lower_at(phrase.head),
                "others" | "dead" | "wounded" | "victims"
            )
        {
            return None;
        }
        let head = text.lower_at(phrase.head);
        if is_day_or_month(head) || self.doing(phrase.head).owned && phrase.what != What::People {
            let owner = self.owner_words(phrase.start, phrase.head);
            // "Warplanes", "fighter jets": whoever sent them is not told.
            if owner.is_some() || !self.doing(phrase.head).force {
                return owner.map(|(_, words, who)| (words, who));
            }
        }
        let words = text.span(self.behind_day(phrase), self.with_complement(index));
        if matches!(phrase.what, What::People | What::Name) || self.is_force(phrase) {
            return Some((words.to_owned(), self.who(phrase, words)));
        }
        // "The Ostra-backed raid": who only backs it.
        let leans = text.lower_at(phrase.end) == "-" && !text.spaced_at(phrase.end);
        if phrase.what != What::Other || leans {
            return None;
        }
        let words = text.span(phrase.start, phrase.end);
        let end = text.tokens[phrase.end - 1].end;
        let start = text.tokens[phrase.start].start;
        if let Some(actor) = self.actors.find(words).first() {
            // Of a country only the side itself acts: "Velmora", "the Velmoran army", not "Velmoran oil".
            if start + actor.end == end {
                return Some((words[actor.start..actor.end].to_owned(), Who::Actor));
            }
            // "Velmora's defence ministry" claims what Velmora has done.
            return self
                .doing(phrase.head)
                .speaker
                .then(|| (words.to_owned(), Who::Actor));
        }
        // A name that no table knows: "the CPR", "Black Cedars".
        let named = text.tag_at(phrase.head).is_some_and(Tag::is_name);
        // "said the Front had executed nine": a name, whatever its tag.
        let capital = text.capital_at(phrase.head)
            && phrase.start > self.sentence.start
            && is_body_of_people(text.lower_at(phrase.head));
        let name = (named && text.upper || capital || named && text.capital_at(phrase.head))
            && phrase.quantity.is_none();
        let who = match self.is_band(phrase) {
            true => Who::Band,
            false => Who::Name,
        };
        name.then(|| (words.to_owned(), who))
    }

    /// The first token of a phrase behind a day that opens it: "Sunday gunmen", "the next day paramilitaries".
    fn behind_day(&self, phrase: &Phrase) -> usize {
        let of_day = |at: &usize| {
            let lower = self.lower(*at);
            is_day_or_month(lower)
                || is_hour(lower)
                || matches!(
                    lower,
                    "the" | "next" | "same" | "following" | "previous" | "last" | "this" | "that"
                )
        };
        let quoted = matches!(self.lower(phrase.start), "\"" | "“" | "``");
        let start = phrase.start + usize::from(quoted && phrase.start < phrase.head);
        let end = (start..phrase.head)
            .take_while(of_day)
            .last()
            .map_or(start, |at| at + 1);
        let day = end > start
            && !matches!(
                self.lower(end - 1),
                "the" | "same" | "last" | "this" | "that" | "previous" | "following" | "next"
            );
        match day && !matches!(self.text.tag_at(end), Some(Tag::POS | Tag::HYPH)) {
            true => end,
            false => start,
        }
    }

    /// Whether the phrase is for a body that acts: "the army", "the security services".
    fn is_force(&self, phrase: &Phrase) -> bool {
        self.doing(phrase.head).force
            || matches!(
                self.lower(phrase.head),
                "service" | "services" | "team" | "teams" | "agencies"
            ) && (phrase.start..phrase.head).any(|at| self.doing(at).force)
    }

    /// Who the phrase names, by its words.
    fn who(&self, phrase: &Phrase, words: &str) -> Who {
        if !self.actors.find(words).is_empty() {
            return Who::Actor;
        }
        let body = self.doing(phrase.head).force
            || (phrase.start..phrase.end).any(|at| self.doing(at).force);
        if phrase.what == What::Name {
            return match body {
                true => Who::Actor,
                false if self.is_band(phrase) => Who::Band,
                false => Who::Person,
            };
        }
        let named = (phrase.start + 1..phrase.end)
            .any(|at| self.text.capital_at(at) && self.text.tag_at(at).is_some_and(Tag::is_name));
        let doing = self.doing(phrase.head);
        let force = self.is_force(phrase);
        let armed = self.is_armed(phrase.head)
            || doing.side
            || doing.against
            || (phrase.start..phrase.head).any(|at| arms(self.lower(at)));
        match armed {
            _ if named && force => Who::Actor,
            _ if force => Who::Force,
            true => Who::Armed,
            false => Who::People,
        }
    }

    /// Whether the phrase is the name of a body: it says so ("Black Cedar Front"), or no person is called so
    /// ("the PKO", "the Cedars").
    fn is_band(&self, phrase: &Phrase) -> bool {
        let says = (phrase.start..phrase.end)
            .any(|at| self.text.capital_at(at) && names_body(self.lower(at)));
        let letters = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_uppercase());
        let article =
            self.lower(phrase.start) == "the" || self.lower(phrase.start.wrapping_sub(1)) == "the";
        let one = article && phrase.what == What::Name;
        // "the outlawed Jund al-Torun".
        let outlaws =
            article && (phrase.start..phrase.head).any(|at| is_of_outlaws(self.lower(at)));
        says || one || outlaws || article && !self.text.upper && letters(self.text.at(phrase.head))
    }

    /// Whether the word is one for people who bear arms.
    pub(super) fn is_armed(&self, at: usize) -> bool {
        let armed = |category: &Category| {
            matches!(
                category,
                Category::Combatant | Category::Police | Category::Security | Category::Attacker
            )
        };
        self.text
            .word_at(at)
            .and_then(|word| word.person.as_ref())
            .is_some_and(|noun| noun.categories.iter().any(armed))
    }

    /// Whether the phrase can be the subject of what follows: it is no object of a verb of harm, and no
    /// place behind a comma or a preposition.
    pub(super) fn can_be_subject(&self, index: usize) -> bool {
        let phrase = &self.phrases[index];
        let mut at = phrase.start;
        while at > self.sentence.start
            && (matches!(
                self.text.tag_at(at - 1),
                Some(Tag::DT | Tag::CD | Tag::HYPH)
            ) || matches!(
                self.lower(at - 1),
                "year" | "dead" | "of" | "life" | "lives" | "-"
            ))
        {
            at -= 1;
        }
        let object = at > self.sentence.start
            && (self
                .text
                .word_at(at - 1)
                .is_some_and(|word| word.verb.is_some())
                || matches!(
                    self.lower(at - 1),
                    "left" | "leaving" | "claiming" | "claimed" | "claims" | "including"
                ));
        let aside = phrase.what == What::Other
            && (phrase.after.is_some() || self.lower(phrase.start.wrapping_sub(1)) == ",");
        !object && !aside
    }

    /// The end of the phrase with what says whose they are: "members of the group", "gunmen from Harat".
    pub(super) fn with_complement(&self, index: usize) -> usize {
        let phrase = &self.phrases[index];
        let group = matches!(phrase.what, What::People) || self.doing(phrase.head).force;
        match self.lower(phrase.end) {
            "of" | "from" | "belonging" if group => self
                .starting(phrase.end + 1)
                .map_or(phrase.end, |next| self.phrases[next].end),
            _ => phrase.end,
        }
    }
}
