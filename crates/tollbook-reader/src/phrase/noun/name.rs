//! Names of persons, with or without a title: "Private Arin Holm", "his wife Ines".

use tollbook_terms::Category;

use super::nobody::is_body_of_people;
use super::short::is_short_name;
use super::{Phrase, What};
use crate::lexicon::Class;
use crate::phrase::date::is_day_or_month;
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Makes the phrase a person where it ends with a name; returns whether it says whom or what the phrase names.
pub(super) fn name(
    text: &Text<'_>,
    phrase: &mut Phrase,
    from: usize,
    surname: bool,
    places: &[(usize, usize, PlaceKind)],
) -> bool {
    // A side or a country is no person, whatever stands before it: "the militia Hill Front".
    if matches!(
        text.named_at(phrase.head),
        Some(PlaceKind::Side | PlaceKind::Country)
    ) {
        return true;
    }
    let head = text.lower_at(phrase.head);
    let in_place = |at: usize| {
        places
            .iter()
            .find(|(start, end, _)| (*start..*end).contains(&at))
            .map(|(_, _, kind)| *kind)
    };
    // A title or a noun for people before a name: "Private Arin Holm".
    let title = (from..phrase.head)
        .rev()
        .find(|i| text.word_at(*i).is_some_and(|word| word.person.is_some()));
    // "his wife Ines", whatever the tagger takes a name behind a noun for one person for.
    let called = title == phrase.head.checked_sub(1)
        && title.is_some()
        && !text.upper
        && text.tag_at(phrase.head).is_some_and(Tag::is_noun);
    let names = (called || surname || text.tag_at(phrase.head).is_some_and(Tag::is_name))
        && (text.upper || text.capital_at(phrase.head));
    let place = in_place(phrase.head);
    // "was arrested Saturday": a day is nobody.
    let day = is_day_or_month(head)
        && (from..phrase.head).all(|i| matches!(text.lower_at(i), "late" | "early" | "last"));
    let titled = title.is_some() && place != Some(PlaceKind::Demonym) && !is_body_of_people(head);
    // "Ben Velden": a surname that is a town's name too.
    let given = (from..phrase.head).find(|i| {
        text.word_at(*i)
            .is_some_and(|word| word.is(Class::GivenName))
            && (text.upper || text.capital_at(*i))
    });
    let town = matches!(place, Some(PlaceKind::City | PlaceKind::Region));
    let surname =
        town && given.is_some_and(|given| in_place(given).is_none() && given + 1 == phrase.head);
    if names && !day && (titled || place.is_none() || surname) {
        // "the murdered Arin Solt"
        let victim = phrase.harmed.map(|(at, _)| at).filter(|_| given.is_some());
        if title.is_none() && victim.is_none() && is_no_person(text, phrase, from) {
            return true;
        }
        let opens = title.max(victim).map_or(from, |at| at + 1);
        let start = start_of_name(text, opens, phrase.head);
        let start = places
            .iter()
            .find(|(first, _, kind)| *first == start && *kind == PlaceKind::Demonym)
            .map_or(start, |(_, end, _)| *end);
        phrase.what = What::Name;
        phrase.name = Some((start, phrase.head + 1));
        if (from..phrase.head).any(|i| matches!(text.lower_at(i), "mrs" | "ms" | "miss")) {
            phrase.categories = vec![Category::Woman];
        }
        if let Some(person) = title
            .and_then(|title| text.word_at(title))
            .and_then(|word| word.person.as_ref())
        {
            phrase.categories.clone_from(&person.categories);
        }
        return true;
    }
    false
}

/// Where the name that ends at `head` begins: behind the words before it that are written small
/// ("his predecessor Arin Solt"), but for those that belong to names.
fn start_of_name(text: &Text<'_>, from: usize, head: usize) -> usize {
    if text.upper {
        return from;
    }
    let belongs = |i: usize| {
        text.capital_at(i)
            || text.tag_at(i) == Some(Tag::HYPH)
            || matches!(
                text.lower_at(i),
                "al" | "el"
                    | "de"
                    | "del"
                    | "da"
                    | "dos"
                    | "di"
                    | "du"
                    | "la"
                    | "van"
                    | "von"
                    | "der"
                    | "den"
                    | "bin"
                    | "ibn"
                    | "bint"
                    | "abu"
                    | "ben"
                    | "ul"
                    | "ur"
                    | "alias"
                    | "."
                    | "'"
                    | "’"
            )
    };
    let mut start = head;
    while start > from && belongs(start - 1) {
        start -= 1;
    }
    // No name begins with a mark or a link.
    while start < head
        && (!text.capital_at(start)
            && matches!(text.lower_at(start), "-" | "." | "'" | "’" | "alias"))
    {
        start += 1;
    }
    start
}

/// "Kitchens was hurt": a plural with "was" is a name.
pub(super) fn is_one_of_many(text: &Text<'_>, phrase: &Phrase) -> bool {
    let head = phrase.head;
    let plural = text.word_at(head).is_some_and(|word| {
        [&word.person, &word.object].iter().any(|noun| {
            noun.as_ref()
                .is_some_and(|noun| noun.plural && !noun.singular)
        })
    });
    plural
        && !text.upper
        && phrase.start == head
        && phrase.quantity.is_none()
        && text.capital_at(head)
        && text.lower_at(head).ends_with('s')
        && matches!(text.lower_at(head + 1), "was" | "is" | "has")
}

/// Whether a noun for people is somebody's last name: it stands behind a given name or "Mrs".
pub(super) fn is_surname(text: &Text<'_>, from: usize, head: usize) -> bool {
    let before = (from..head)
        .rev()
        .find(|i| text.kind_at(*i) == Some(Kind::Word));
    let Some(before) =
        before.filter(|i| !text.upper && text.capital_at(head) && text.capital_at(*i))
    else {
        return false;
    };
    let honorific = matches!(
        text.lower_at(before).trim_end_matches('.'),
        "mr" | "mrs" | "ms" | "miss" | "dr"
    );
    let given = text
        .word_at(before)
        .is_some_and(|word| word.is(Class::GivenName));
    let common = matches!(
        text.lower_at(head),
        "parsons"
            | "baker"
            | "cook"
            | "mason"
            | "fisher"
            | "hunter"
            | "porter"
            | "butler"
            | "shepherd"
            | "miller"
            | "weaver"
            | "cooper"
            | "potter"
            | "archer"
            | "carter"
            | "gardner"
            | "abbot"
    ) && text.tag_at(before).is_some_and(Tag::is_name)
        && text
            .word_at(before)
            .is_some_and(|word| word.person.is_none())
        && (before + 1 == head || text.kind_at(before + 1) != Some(Kind::Word));
    honorific || given || common
}

/// Whether a name without a title is none of a person: "the Free Ostra Movement", "Ostra's Red Aid", "QX17".
fn is_no_person(text: &Text<'_>, phrase: &Phrase, from: usize) -> bool {
    let determined = from > phrase.start
        && matches!(
            text.lower_at(phrase.start),
            "the" | "this" | "that" | "its" | "their" | "our"
        );
    determined
        || (from..=phrase.head).any(|i| {
            text.tag_at(i) == Some(Tag::POS) || text.at(i).bytes().any(|b| b.is_ascii_digit())
        })
        || is_body_of_people(text.lower_at(phrase.head))
        || (from..=phrase.head).all(|i| is_short_name(text, i))
}
