//! Things told by a noun with a name or a number behind it: "the tanker Bellamar", "House No 12", "Flight 203".

use super::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Makes the phrase a thing where its noun stands before the name that ends the phrase; returns whether it does.
pub(super) fn called(text: &Text<'_>, phrase: &mut Phrase, from: usize) -> bool {
    let noun = (from..phrase.head).find(|i| bears_name(text.lower_at(*i)));
    let Some((noun, object)) =
        noun.and_then(|noun| Some((noun, text.word_at(noun)?.object.as_ref()?)))
    else {
        return false;
    };
    let name = (noun + 1..=phrase.head).all(|i| {
        let word = text.word_at(i);
        (text.upper || text.capital_at(i))
            && text.tag_at(i).is_some_and(Tag::is_name)
            && word.is_some_and(|word| word.person.is_none() && word.object.is_none())
    });
    let street = matches!(
        text.lower_at(phrase.head),
        "street" | "road" | "avenue" | "square" | "district"
    );
    if name && !street {
        phrase.what = What::Objects;
        phrase.head = noun;
        phrase.categories.clone_from(&object.categories);
    }
    name && !street
}

/// Nouns behind which the name of the thing stands.
fn bears_name(lower: &str) -> bool {
    matches!(
        lower,
        "hotel"
            | "restaurant"
            | "cafe"
            | "cinema"
            | "theatre"
            | "theater"
            | "ship"
            | "tanker"
            | "freighter"
            | "ferry"
            | "frigate"
            | "destroyer"
            | "corvette"
            | "cruiser"
            | "submarine"
            | "gunboat"
            | "warship"
            | "trawler"
            | "tug"
            | "tugboat"
            | "vessel"
            | "boat"
            | "yacht"
            | "airliner"
    )
}

/// The noun of a thing of which a number behind it tells which one it is, where the phrase's last word is `head`, and where
/// the number ends: "Vehicle No 12", "Building 4"; `bare` where nothing stands before the noun.
pub(super) fn numbered(text: &Text<'_>, head: usize, bare: bool) -> Option<(usize, usize)> {
    let digits = |i: usize| text.kind_at(i) == Some(Kind::Digits);
    let told = |i: usize| matches!(text.lower_at(i), "no" | "no." | "number" | "nr");
    let noun = head - usize::from(told(head) && head > 0);
    let lower = text.lower_at(noun);
    let thing = is_numbered(lower)
        || text
            .word_at(noun)
            .and_then(|word| word.object.as_ref())
            .is_some_and(|object| !object.plural);
    let mut at = noun + 1;
    let told = told(at);
    if told {
        at += 1;
        at += usize::from(text.lower_at(at) == "." && digits(at + 1));
    }
    // "Building 4", "of bus 12", but "the house 12 guards left".
    let alone = is_numbered(lower)
        && (bare || text.capital_at(noun))
        && !text.tag_at(at + 1).is_some_and(|tag| {
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::CD | Tag::HYPH)
        });
    (thing && digits(at) && (told || alone)).then_some((noun, at + 1))
}

/// Nouns of things of which a number alone tells which one it is.
fn is_numbered(lower: &str) -> bool {
    matches!(
        lower,
        "flight" | "building" | "house" | "apartment" | "block" | "train" | "bus" | "vehicle"
    )
}
