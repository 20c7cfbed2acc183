//! What the words of a noun phrase say of whom or what it names.

use tollbook_terms::{Basis, Category, Count, Effect};

use super::counted::type_name;
use super::modifier::modifiers;
use super::nobody::{is_body_of_people, is_thing};
use super::{Phrase, What};
use crate::lexicon::{Class, Frame, HarmNoun, Lexicon, Noun};
use crate::phrase::date::is_day_or_month;
use crate::phrase::quantity::Quantity;
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Fills in what the phrase names.
pub(super) fn describe(
    text: &Text<'_>,
    phrase: &mut Phrase,
    from: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) {
    // The noun of people furthest right, and what stands behind it.
    let noun = |at: usize| -> (Option<&Noun>, Option<&Noun>) {
        // "suicide bomber", "residential buildings": the longest compound that ends here.
        for width in [3, 2] {
            if at + 1 >= from + width {
                let word = lexicon.word(text.lower_span(at + 1 - width, at + 1));
                if word.person.is_some() || word.object.is_some() {
                    return (word.person.as_ref(), word.object.as_ref());
                }
            }
        }
        text.word_at(at).map_or((None, None), |word| {
            (word.person.as_ref(), word.object.as_ref())
        })
    };
    for i in from..phrase.head {
        let word = text.word_at(i);
        if let Some(effect) = word
            .and_then(|word| word.state)
            .or_else(|| participle_of_harm(text, i))
        {
            phrase.harmed = Some((i, effect));
        }
    }
    let (person, object) = noun(phrase.head);
    // "Mrs Parson", "Ada Baker": a name, whatever it means.
    let surname = is_surname(text, from, phrase.head) || is_one_of_many(text, phrase);
    let (person, object) = match surname {
        true => (None, None),
        false => (person, object),
    };
    // "a MiG-29 fighter": a plane.
    let plane = phrase.head.checked_sub(3).filter(|start| {
        *start >= from
            && matches!(text.lower_at(phrase.head), "fighter" | "fighters")
            && type_name(text, *start, phrase.head, lexicon).is_some()
    });
    let (person, object) = match plane {
        Some(_) if person.is_some_and(|person| person.plural) => {
            (None, lexicon.word("jets").object.as_ref())
        }
        Some(_) => (None, lexicon.word("jet").object.as_ref()),
        None => (person, object),
    };
    let figure = text.word_at(phrase.head).and_then(|word| word.noun);
    // "12 arrests", "two killings": deeds that are counted count people.
    let counted = phrase.quantity.is_some_and(|q| !q.article);
    let figure = match figure {
        Some(HarmNoun::Figure(effect)) => Some(effect),
        Some(HarmNoun::Deed(effect))
            if counted
                && effect.on_people()
                && text.tag_at(phrase.head) == Some(Tag::NNS)
                && !matches!(text.lower_at(phrase.head), "massacres" | "slaughters") =>
        {
            Some(effect)
        }
        _ => None,
    };
    if let Some(effect) = figure {
        phrase.what = What::Figure(effect);
        phrase.plural = true;
        if from < phrase.head {
            modifiers(text, phrase, from);
        }
        return;
    }
    // "the FLN-Marxist": a body named by its short name and what its people are.
    let joined = phrase.head >= from + 2
        && text.tag_at(phrase.head - 1) == Some(Tag::HYPH)
        && is_short_name(text, phrase.head - 2)
        && phrase.quantity.is_none()
        && person.is_some_and(|person| !person.plural);
    if joined {
        return;
    }
    // "300 families": counted as they are told, and nobody's relatives.
    if counted && matches!(text.lower_at(phrase.head), "families" | "households") {
        phrase.what = What::People;
        phrase.plural = true;
        modifiers(text, phrase, from);
        return;
    }
    if let Some(person) = person {
        phrase.what = What::People;
        phrase.plural = person.plural
            && !(person.singular && phrase.quantity.is_some_and(|q| q.count == Count::exact(1)));
        phrase.categories.clone_from(&person.categories);
        couple(text, phrase);
        modifiers(text, phrase, from);
        return;
    }
    if let Some(object) = object {
        phrase.what = What::Objects;
        // "the headquarters": one, where nothing counts them.
        let one = phrase.quantity.is_none()
            && phrase.start < from
            && matches!(text.lower_at(phrase.head), "headquarters" | "barracks");
        phrase.plural = object.plural
            && (!object.singular || !one && phrase.quantity.is_none_or(|q| q.count.low != 1));
        phrase.categories.clone_from(&object.categories);
        if from < phrase.head
            && matches!(
                text.lower_at(phrase.head - 1),
                "military" | "army" | "police" | "government"
            )
        {
            let category = match text.lower_at(phrase.head - 1) {
                "military" | "army" => Category::Military,
                _ => Category::Government,
            };
            if phrase.categories == [Category::Building] || phrase.categories == [Category::Other] {
                phrase.categories = vec![category];
            }
        }
        return;
    }
    let head = text.lower_at(phrase.head);
    // "the head of the council", no "head of a column" and no head that is hit.
    if head == "head"
        && text.lower_at(phrase.head + 1) == "of"
        && !matches!(
            text.lower_at(phrase.start.wrapping_sub(1)),
            "in" | "at" | "to"
        )
        && !matches!(
            text.lower_at(phrase.head + 2),
            "cattle" | "sheep" | "livestock" | "goats" | "steam"
        )
        && (text.capital_at(phrase.head + 2)
            || matches!(
                text.lower_at(phrase.head + 2),
                "the" | "a" | "an" | "its" | "his" | "her" | "their" | "one"
            )
            || text.tag_at(phrase.head + 2).is_some_and(Tag::is_noun))
    {
        phrase.what = What::People;
        phrase.categories = vec![Category::Official];
        return;
    }
    // "a department head", "the village head".
    if head == "head"
        && from < phrase.head
        && phrase.what == What::Other
        && (is_body_of_people(text.lower_at(phrase.head - 1))
            || matches!(
                text.lower_at(phrase.head - 1),
                "police" | "intelligence" | "security" | "mission" | "bureau" | "office" | "clan"
            ))
    {
        phrase.what = What::People;
        phrase.categories = vec![Category::Official];
        return;
    }
    let in_place = |at: usize| {
        places
            .iter()
            .find(|(start, end, _)| (*start..*end).contains(&at))
            .map(|(_, _, kind)| *kind)
    };
    // "five Palestinians": a demonym that is counted.
    let demonym = in_place(phrase.head) == Some(PlaceKind::Demonym);
    let counted = phrase.quantity.is_some_and(|q| !q.none);
    if demonym
        && (counted || text.tag_at(phrase.head).is_some_and(Tag::is_plural) || head.ends_with('s'))
    {
        phrase.what = What::People;
        phrase.plural = phrase.quantity.is_none_or(|q| q.count != Count::exact(1));
        modifiers(text, phrase, from);
        return;
    }
    // Forces: soldiers by another name, where they are counted: "two coalition forces".
    if matches!(head, "forces" | "troops") && counted {
        phrase.what = What::People;
        phrase.plural = true;
        phrase.categories = vec![
            if text.lower_at(phrase.head.saturating_sub(1)) == "security" {
                Category::Security
            } else {
                Category::Combatant
            },
        ];
        return;
    }
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
        return;
    }
    // "an SPO was killed", "killed an SPO": one of a body by its short name.
    let article = phrase.quantity.is_some_and(|q| q.article) && from == phrase.head;
    if article
        && is_short_name(text, phrase.head)
        && (is_harmed_person(text, phrase.head + 1) || is_killing(text, phrase.start))
    {
        phrase.what = What::People;
        return;
    }
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
            return;
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
        return;
    }
    // "a salesman", "two horsewomen".
    if counted
        && head.len() > 5
        && (head.ends_with("man") || head.ends_with("woman"))
        && text.tag_at(phrase.head).is_some_and(Tag::is_noun)
        && !matches!(head, "german" | "ottoman" | "talisman" | "caiman")
    {
        phrase.what = What::People;
        modifiers(text, phrase, from);
        return;
    }
    // "bombardiers", "cattlemen": a noun with the ending of one who does, counted.
    let agentive = counted
        && text.tag_at(phrase.head) == Some(Tag::NNS)
        && ["ers", "ors", "ists", "men", "women", "ians", "ants", "ees"]
            .iter()
            .any(|ending| head.len() > 5 && head.ends_with(ending))
        && !is_thing(head);
    if agentive {
        phrase.what = What::People;
        phrase.plural = true;
        modifiers(text, phrase, from);
    }
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
fn is_one_of_many(text: &Text<'_>, phrase: &Phrase) -> bool {
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
fn is_surname(text: &Text<'_>, from: usize, head: usize) -> bool {
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

/// A short name of a body in capitals, or of a currency: "QRF", "USD".
fn is_short_name(text: &Text<'_>, at: usize) -> bool {
    let name = text.at(at);
    !text.upper && name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase())
}

/// "SPOs", "LWEs": people by a short name, where it is counted and none of a thing.
fn is_short_plural(text: &Text<'_>, at: usize) -> bool {
    let name = text.at(at);
    !text.upper
        && (3..=6).contains(&name.len())
        && name
            .strip_suffix('s')
            .is_some_and(|name| name.bytes().all(|b| b.is_ascii_uppercase()))
        && !is_thing(text.lower_at(at))
}

/// Makes "a couple" two people, "a trio" three and "a family" some.
fn couple(text: &Text<'_>, phrase: &mut Phrase) {
    let owned = phrase.quantity.is_none()
        && matches!(
            text.lower_at(phrase.start),
            "my" | "his" | "her" | "their" | "our" | "the"
        );
    let count = match text.lower_at(phrase.head) {
        "couple" | "pair" | "duo" => Count::exact(2),
        "trio" => Count::exact(3),
        "parents" if owned => Count::exact(2),
        "family" => Count {
            low: 2,
            high: None,
            basis: Basis::Vague,
        },
        _ => return,
    };
    if phrase.quantity.is_none_or(|q| q.article) {
        phrase.plural = true;
        phrase.quantity = Some(Quantity {
            start: phrase.start,
            end: phrase.end,
            count,
            article: false,
            more: phrase.quantity.is_some_and(|q| q.more),
            none: false,
            definite: text.lower_at(phrase.start) == "the",
            weak: false,
        });
    }
}

/// A participle of harm that stands as an adjective: "a kidnapped soldier".
fn participle_of_harm(text: &Text<'_>, at: usize) -> Option<Effect> {
    let verb = text.word_at(at)?.verb?;
    use crate::lexicon::Form;
    let participle = matches!(verb.form, Form::Ed | Form::Participle);
    let person = verb.frame == Frame::Person || verb.frame == Frame::Object;
    (participle && person && text.tag_at(at + 1) != Some(Tag::HYPH)).then_some(verb.effect)
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
