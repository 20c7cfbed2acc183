//! Phrases without a noun: a pronoun, a number alone, the harmed ("the wounded").

use super::{Phrase, What, complement};
use crate::lexicon::Lexicon;
use crate::phrase::quantity::Quantity;
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;

/// Whether a pronoun stands at `at`, and whether it is a plural one.
pub(super) fn pronoun(text: &Text<'_>, at: usize) -> Option<bool> {
    match text.lower_at(at) {
        // "Rifle Group-I", "Unit I".
        "i" if at > 0 && text.tag_at(at - 1) == Some(Tag::HYPH) => None,
        // The World Health Organization.
        "who" if text.at(at) == "WHO" && !text.upper => None,
        "he" | "she" | "him" | "i" | "himself" | "herself" => Some(false),
        "her" if text.tag_at(at) == Some(Tag::PRP) => Some(false),
        "they" | "them" | "who" | "whom" | "themselves" | "we" => Some(true),
        _ => None,
    }
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
    let amount = amount?;
    // "an Ostran was killed": a people's adjective without a noun.
    let demonym = places
        .iter()
        .find(|(start, stop, kind)| *start == from && *stop <= end && *kind == PlaceKind::Demonym);
    if let Some((_, stop, _)) = demonym {
        phrase.quantity = Some(amount);
        phrase.end = *stop;
        phrase.head = *stop - 1;
        phrase.what = What::People;
        phrase.plural = amount.count.low != 1;
        return Some(phrase);
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
