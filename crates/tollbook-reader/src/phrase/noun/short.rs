//! People by the short name of their body: "five SPOs", "three UN dead", "killed an SPO".

use tollbook_terms::Count;

use super::nobody::is_thing;
use super::{Phrase, What};
use crate::lexicon::Frame;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Makes the phrase people where their short name stands as people do; returns whether it does.
pub(super) fn short(text: &Text<'_>, phrase: &mut Phrase, from: usize) -> bool {
    let counted = phrase.quantity.is_some_and(|q| !q.none);
    // "five SPOs", "three UN dead": people by a short name.
    let number = phrase.quantity.is_some_and(|q| !q.none && !q.article);
    if counted && is_short_plural(text, phrase.head)
        || number
            && is_short_name(text, phrase.head)
            && (text.is_finite_be_or_have(phrase.head + 1)
                || counted_people_follow(text, phrase.head + 1)
                || text
                    .word_at(phrase.head + 1)
                    .is_some_and(|word| word.state.is_some() || word.verb.is_some()))
    {
        phrase.what = What::People;
        phrase.plural = phrase.quantity.is_none_or(|q| q.count != Count::exact(1));
        return true;
    }
    // "an SPO was killed", "killed an SPO": one of a body by its short name.
    let article = phrase.quantity.is_some_and(|q| q.article) && from == phrase.head;
    if article
        && is_short_name(text, phrase.head)
        && (is_harmed_person(text, phrase.head + 1) || is_killing(text, phrase.start))
    {
        phrase.what = What::People;
        return true;
    }
    false
}

/// A short name of a body in capitals, or of a currency: "QRF", "USD".
pub(super) fn is_short_name(text: &Text<'_>, at: usize) -> bool {
    let name = text.at(at);
    let known = text.named_at(at).is_some();
    !text.upper && !known && name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase())
}

/// "SPOs", "LWEs": people by a short name, where it is counted and none of a thing.
fn is_short_plural(text: &Text<'_>, at: usize) -> bool {
    let name = text.at(at);
    !text.upper
        && text.named_at(at).is_none()
        && (3..=6).contains(&name.len())
        && name
            .strip_suffix('s')
            .is_some_and(|name| name.bytes().all(|b| b.is_ascii_uppercase()))
        && !is_thing(text.lower_at(at))
}

/// Whether "and" with a number of people stands at `at`: "three QRF and four civilians".
fn counted_people_follow(text: &Text<'_>, at: usize) -> bool {
    let number = text.number_at(at + 1).is_some() || text.kind_at(at + 1) == Some(Kind::Digits);
    text.lower_at(at) == "and"
        && number
        && (at + 2..at + 6)
            .take_while(|i| {
                text.tag_at(*i)
                    .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
            })
            .any(|i| text.word_at(i).is_some_and(|word| word.person.is_some()))
}

/// Whether a verb that harms people alone stands right before token `at`: "killed an".
fn is_killing(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| {
        text.word_at(at)
            .and_then(|word| word.verb)
            .is_some_and(|verb| verb.frame == Frame::Person && verb.effect.on_people())
            && !is_of_things(text.lower_at(at))
    })
}

/// Verbs that take things as well as people: "seized an IED".
fn is_of_things(lower: &str) -> bool {
    ["seiz", "snatch", "grab", "tak", "took"]
        .iter()
        .any(|verb| lower.starts_with(verb))
}

/// Whether the first finite verb behind token `at` is "was" with a verb that harms people alone: "of the coast
/// guard was killed".
fn is_harmed_person(text: &Text<'_>, at: usize) -> bool {
    let Some(verb) = (at..at + 20)
        .take_while(|i| !matches!(text.lower_at(*i), ";" | ":" | "." | "who" | "which"))
        .find(|i| text.tag_at(*i).is_some_and(Tag::is_finite))
    else {
        return false;
    };
    let harm = (verb + 1..verb + 3).find_map(|i| text.word_at(i)?.verb.map(|verb| (i, verb)));
    matches!(text.lower_at(verb), "was" | "is")
        && harm.is_some_and(|(i, harm)| {
            harm.frame == Frame::Person
                && harm.effect.on_people()
                && text.lower_at(i + 1) != "down"
                && !is_of_things(text.lower_at(i))
        })
}
