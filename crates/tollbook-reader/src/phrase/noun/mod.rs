//! Noun phrases: who or what is named, and how many.
//!
//! [`read`] reads one phrase from where it begins.

mod alone;
mod behind;
mod body;
mod called;
mod counted;
mod harm;
mod measure;
mod modifier;
mod name;
mod nobody;
mod read;
mod short;
mod span_of_ages;
mod who;

use tollbook_terms::{Basis, Category, Count, Effect};

use crate::lexicon::Lexicon;
use crate::phrase::quantity::Quantity;
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;
pub(in crate::phrase) use behind::is_old;
pub(crate) use measure::is_fraction;
pub(crate) use nobody::is_body_of_people;
use read::phrase;

/// What a noun phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// People by a noun: "civilians", "a volunteer".
    People,
    /// A person by name.
    Name,
    /// Objects by a noun.
    Objects,
    /// A number without a noun: "13".
    Bare,
    /// A pronoun for people: "they", "who", "him".
    Pronoun,
    /// A noun of harm that a number counts: "12 deaths".
    Figure(Effect),
    /// The harmed as a noun: "the wounded", "20 dead".
    Harmed(Effect),
    /// Anything else.
    Other,
}

/// A noun phrase: tokens `start..end`.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Token of the head noun (or of the number, where there is no noun).
    pub(crate) head: usize,
    pub(crate) what: What,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) categories: Vec<Category>,
    pub(crate) plural: bool,
    /// "of them", "of the dead", "of whom": a part of those told before.
    pub(crate) partitive: bool,
    /// Whether a preposition stands right before it; that token.
    pub(crate) after: Option<usize>,
    /// Participle or adjective of harm inside the phrase: "two wounded soldiers".
    pub(crate) harmed: Option<(usize, Effect)>,
    /// Token run of a name inside the phrase.
    pub(crate) name: Option<(usize, usize)>,
    /// Token of an age: "34" in "Arin, 34, a driver".
    pub(crate) age: Option<usize>,
    /// Names told behind counted people: "two guards, Ada Holm and Ben Rask".
    pub(crate) names: Vec<(usize, usize)>,
    /// Token behind the quantity and its noun, where names follow within the phrase.
    pub(crate) aside: Option<usize>,
}

impl Phrase {
    /// Returns the count that the phrase states, if it states one.
    pub(crate) fn count(&self) -> Option<Count> {
        if let Some(quantity) = self.quantity {
            return Some(quantity.count);
        }
        match self.what {
            What::People | What::Objects if self.plural => Some(Count {
                low: 2,
                high: None,
                basis: Basis::Vague,
            }),
            What::People | What::Objects | What::Name => Some(Count::exact(1)),
            _ => None,
        }
    }

    /// Returns whether an age, a title or a role stands beside a name.
    pub(crate) fn is_described(&self) -> bool {
        self.age.is_some() || !self.categories.is_empty()
    }

    /// Returns whether the phrase can name harmed people.
    pub(crate) fn is_people(&self) -> bool {
        matches!(
            self.what,
            What::People | What::Name | What::Bare | What::Pronoun | What::Harmed(_)
        )
    }
}

/// Nouns that only hold the people behind "of": "the bodies of two men".
pub(crate) fn is_container(lower: &str) -> bool {
    matches!(
        lower,
        "bodies"
            | "body"
            | "corpses"
            | "corpse"
            | "lives"
            | "life"
            | "number"
            | "total"
            | "members"
            | "member"
            | "group"
            | "groups"
            | "crowd"
            | "remains"
            | "team"
            | "convoy"
            | "dozens"
            | "family"
            | "families"
    )
}

/// Returns the noun phrases of a sentence, left to right, none inside another.
pub(crate) fn phrases(
    text: &Text<'_>,
    sentence: &Sentence,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match phrase(text, at, sentence.end, lexicon, places) {
            Some(mut phrase) => {
                phrase.after = at
                    .checked_sub(1)
                    .filter(|before| *before >= sentence.start && is_preposition(text, *before))
                    // "the raid in which Arin Solt was killed": the preposition is that of "which".
                    .filter(|_| text.lower_at(at) != "which");
                // "Mira and Ana Solt, 9 and 12": the second age is no number of people.
                if let Some(age) = phrase.age.filter(|age| age + 1 == phrase.end)
                    && text.lower_at(phrase.end) == "and"
                    && text.kind_at(age + 2) == Some(crate::token::Kind::Digits)
                    && text.at(age + 2).len() < 3
                    && matches!(
                        text.lower_at(age + 3),
                        "," | "." | ")" | ";" | "were" | "died"
                    )
                {
                    phrase.end = age + 3;
                }
                at = phrase.end;
                phrases.push(phrase);
            }
            None => at += 1,
        }
    }
    phrases
}

/// Whether the token is a preposition that takes a noun phrase away from the clause.
pub(crate) fn is_preposition(text: &Text<'_>, at: usize) -> bool {
    matches!(text.tag_at(at), Some(Tag::IN | Tag::TO))
        && !matches!(
            text.lower_at(at),
            "that"
                | "while"
                | "because"
                | "if"
                | "although"
                | "though"
                | "when"
                | "than"
                | "whether"
                | "so"
                | "unless"
                | "as"
                | "where"
        )
        || matches!(
            text.lower_at(at),
            "including"
                | "following"
                | "of"
                | "in"
                | "at"
                | "near"
                | "from"
                | "on"
                | "with"
                | "by"
                | "for"
                | "among"
                | "amongst"
        )
}
