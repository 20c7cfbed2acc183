//! What the words of a noun phrase say of whom or what it names.

use tollbook_terms::{Basis, Category, Count, Effect};

use super::called::called;
use super::counted::type_name;
use super::modifier::modifiers;
use super::name::{is_one_of_many, is_surname, name};
use super::nobody::{is_body_of_people, is_thing};
use super::short::{is_short_name, short};
use super::{Phrase, What};
use crate::lexicon::{Form, Frame, HarmNoun, Lexicon, Noun};
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
    // "Flight 203": a plane.
    let flight = matches!(text.lower_at(phrase.head), "flight")
        && text.kind_at(phrase.head + 1) == Some(Kind::Digits);
    let object = match flight {
        true => lexicon.word("plane").object.as_ref(),
        false => object,
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
    // "300 families", "families fled": counted as they are told, and nobody's relatives.
    let plain = || {
        matches!(
            text.lower_at(phrase.start),
            "families" | "the" | "whole" | "entire"
        ) && text.lower_at(phrase.head + 1) != "of"
    };
    if matches!(text.lower_at(phrase.head), "families" | "households") && (counted || plain()) {
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
        // "the headquarters", "the aircraft was hit": one, where nothing counts them.
        let one = phrase.quantity.is_none()
            && phrase.start < from
            && match text.lower_at(phrase.head) {
                "headquarters" | "barracks" => true,
                "aircraft" => !matches!(text.lower_at(phrase.head + 1), "were" | "are" | "have"),
                _ => false,
            };
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
    if called(text, phrase, from) {
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
    // "five Palestinians": a demonym or a side that is counted.
    let counted = phrase.quantity.is_some_and(|q| !q.none);
    let number = phrase
        .quantity
        .is_some_and(|q| !q.none && !q.article && q.end == phrase.head);
    let demonym = match text.named_at(phrase.head) {
        Some(PlaceKind::Side) => counted,
        Some(PlaceKind::Country) => number,
        _ => in_place(phrase.head) == Some(PlaceKind::Demonym),
    };
    let one = is_one(text, phrase);
    if demonym && (counted || one || text.tag_at(phrase.head).is_some_and(Tag::is_plural)) {
        phrase.what = What::People;
        phrase.plural = match phrase.quantity {
            Some(q) => q.count != Count::exact(1),
            None => !one,
        };
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
    if short(text, phrase, from) || name(text, phrase, from, surname, places) {
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

/// Whether the name of a people stands for one of it without being counted: "the Ostran was killed", "the Ostran,
/// 39, was", and "Ostran killed in blast" in a title.
fn is_one(text: &Text<'_>, phrase: &Phrase) -> bool {
    let next = phrase.head + 1;
    let aged = text.lower_at(next) == ","
        && text.kind_at(next + 1) == Some(Kind::Digits)
        && text.lower_at(next + 2) == ",";
    let told = text.lower_at(phrase.start) == "the"
        && (aged || matches!(text.lower_at(next), "was" | "is" | "has" | "had"));
    let harmed = text.word_at(next).and_then(|word| word.verb);
    let titled = phrase.start == phrase.head
        // "Ostrans killed in blast" are several.
        && !text.own_lower_at(phrase.head).ends_with('s')
        && harmed.is_some_and(|verb| {
            matches!(verb.form, Form::Ed | Form::Participle) && verb.frame == Frame::Person
        })
        && matches!(
            text.lower_at(next + 1),
            "in" | "by" | "near" | "after" | "during" | "as" | "when" | "at" | "outside" | "dead"
        );
    told || titled
}

/// Makes "a couple" two people, "a trio" three, "a family" and "the crew" some.
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
        "family" | "crew" => Count {
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
    let participle = matches!(verb.form, Form::Ed | Form::Participle);
    let person = verb.frame == Frame::Person || verb.frame == Frame::Object;
    (participle && person && text.tag_at(at + 1) != Some(Tag::HYPH)).then_some(verb.effect)
}
