//! Phrases without a noun: a pronoun, a number alone, the harmed ("the wounded").

use super::behind::complement;
use super::{Phrase, What};
use crate::lexicon::Lexicon;
use crate::phrase::quantity::Quantity;
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use tollbook_terms::Count;

/// Whether a pronoun stands at `at`, and whether it is a plural one.
pub(super) fn pronoun(text: &Text<'_>, at: usize) -> Option<bool> {
    match text.lower_at(at) {
        // "Rifle Group-I", "Unit I".
        "i" if at > 0 && text.tag_at(at - 1) == Some(Tag::HYPH) => None,
        // The World Health Organization.
        "who" if text.at(at) == "WHO" && !text.upper => None,
        "he" | "she" | "him" | "i" | "me" | "himself" | "herself" => Some(false),
        "her" if text.tag_at(at) == Some(Tag::PRP) => Some(false),
        // "Boy shoots self", "Man kills wife, self"
        "self"
            if at > 0
                && (text.lower_at(at - 1) == ","
                    || text.lower_at(at - 1) == "and"
                    || text.word_at(at - 1).is_some_and(|word| word.verb.is_some()))
                && (text.lower_at(at + 1) != "-" || text.spaced_at(at + 1)) =>
        {
            Some(false)
        }
        "us" if text.at(at) == "us" => Some(true),
        // "All were killed", not "all the guards".
        "all" if are_all(text, at) => Some(true),
        "they" | "them" | "who" | "whom" | "themselves" | "we" => Some(true),
        _ => None,
    }
}

/// Whether "all" at `at` is the subject of a plural verb, alone or with "of them".
fn are_all(text: &Text<'_>, at: usize) -> bool {
    let verb = at + all_of_them(text, at);
    text.is_finite_be_or_have(verb) && !matches!(text.lower_at(verb), "is" | "was" | "has")
}

/// How many tokens "all" is with "of them" behind it.
pub(super) fn all_of_them(text: &Text<'_>, at: usize) -> usize {
    1 + 2 * usize::from(text.says(at, &["all", "of", "them"]))
}

/// A number without a noun: "13", "two of them", "several".
pub(super) fn bare(
    text: &Text<'_>,
    mut phrase: Phrase,
    amount: Option<Quantity>,
    from: usize,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) -> Option<Phrase> {
    // "the wounded", "20 dead": the harmed as a noun.
    let state = text.word_at(from).and_then(|word| word.state);
    let determined = amount.is_some() || text.lower_at(phrase.start) == "the";
    if from < end && determined && state.is_some() && amount.is_none() {
        phrase.end = from + 1;
        phrase.head = from;
        phrase.what = What::Harmed(state?);
        phrase.plural = true;
        return Some(phrase);
    }
    // "killing one and wounding the other"
    if amount.is_none()
        && text.says(phrase.start, &["the", "other"])
        && from == phrase.start + 2
        && (from == end
            || text.is_finite_be_or_have(from)
            || matches!(text.lower_at(from), "." | "," | ";" | "and" | "in" | "when"))
    {
        phrase.quantity = Some(Quantity {
            start: phrase.start,
            end: from,
            count: Count::exact(1),
            article: false,
            more: true,
            none: false,
            definite: true,
            weak: false,
        });
        phrase.end = from;
        phrase.head = from - 1;
        phrase.what = What::Bare;
        return Some(phrase);
    }
    let amount = amount?;
    // "called 911"
    let rung = phrase.start > 0
        && matches!(text.lower_at(phrase.start), "911" | "999" | "112")
        && matches!(
            text.lower_at(phrase.start - 1),
            "call"
                | "calls"
                | "called"
                | "calling"
                | "dial"
                | "dials"
                | "dialed"
                | "dialled"
                | "phoned"
        );
    if rung {
        return None;
    }
    if amount.article && !amount.more {
        return None;
    }
    phrase.quantity = Some(amount);
    phrase.end = amount.end;
    phrase.head = amount.end - 1;
    phrase.what = What::Bare;
    phrase.plural = amount.count.low != 1;
    if amount.none && text.lower_at(amount.end - 1) == "no" {
        return None;
    }
    complement(text, &mut phrase, end, lexicon, places);
    Some(phrase)
}

/// "everyone", "all on board": everybody there, and how far the words reach.
pub(super) fn everybody(text: &Text<'_>, at: usize) -> Option<usize> {
    match text.lower_at(at) {
        "everyone" | "everybody" => Some(at + 1),
        "all" | "those" if text.lower_at(at + 1) == "aboard" => Some(at + 2),
        "all" | "those" if text.says(at + 1, &["on", "board"]) => Some(at + 3),
        _ => None,
    }
}
