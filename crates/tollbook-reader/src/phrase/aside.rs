//! What stands beside a noun for people: an age, a short name in brackets.

use tollbook_terms::Category;

use super::noun::{Phrase, What, is_old};
use super::quantity::Quantity;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

pub(crate) const AGED: Rule = Rule {
    name: "count.aged",
    says: "An age before a noun counts nobody and says who the person is.",
    must: &[
        ("Rebels killed a 60-year-old man.", "killed 1 man"),
        (
            "A guard and his five year old daughter were killed.",
            "killed 1 security; killed 1 child",
        ),
    ],
    must_not: &[(
        "A 60-year-old bridge was killed off.",
        "a bridge is nobody, nor are 60 years",
    )],
};

pub(crate) const NAMES: Rule = Rule {
    name: "count.names",
    says: "Names behind counted people are theirs and count nobody anew.",
    must: &[
        (
            "Rebels killed a guard, Arin Solt, in the north.",
            "killed 1 security",
        ),
        (
            "Two men, identified as Arin Solt and Benno Rask, were arrested.",
            "detained 2 man",
        ),
        (
            "A rebel, identified as Arin Solt, resident of Selm village, Ostra police station, in the north was arrested.",
            "detained 1 combatant",
        ),
    ],
    must_not: &[(
        "Rebels killed a guard, Arin Solt said.",
        "the speaker is not the guard",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&AGED, &NAMES];

/// An age before a noun: "60-year-old", "five year old", "18-month-old".
#[derive(Debug, Clone, Copy)]
pub(super) struct Aged {
    /// Token behind the age.
    pub(super) end: usize,
    /// Token of its number.
    at: usize,
    child: bool,
}

impl Aged {
    /// Notes the age on the phrase of whoever has it.
    pub(super) fn mark(self, text: &Text<'_>, phrase: &mut Phrase) {
        let people = matches!(phrase.what, What::People | What::Name);
        if people && text.kind_at(self.at) == Some(Kind::Digits) {
            phrase.age = phrase.age.or(Some(self.at));
        }
        if people && self.child && !phrase.categories.contains(&Category::Child) {
            phrase.categories.retain(|c| *c != Category::Man);
            phrase.categories.push(Category::Child);
            phrase.categories.sort_unstable();
        }
        let old = text.at(self.at).parse().is_ok_and(is_old);
        if people && old && !self.child && !phrase.categories.contains(&Category::Elderly) {
            phrase.categories.push(Category::Elderly);
            phrase.categories.sort_unstable();
        }
    }
}

/// Whether the phrase holds an age before its noun.
pub(crate) fn is_aged(text: &Text<'_>, phrase: &Phrase) -> bool {
    (phrase.start..phrase.head).any(|at| aged(text, at).is_some())
}

/// Returns the age that starts at token `at`, if one does.
pub(super) fn aged(text: &Text<'_>, at: usize) -> Option<Aged> {
    let number = text.kind_at(at) == Some(Kind::Digits) || text.number_at(at).is_some();
    if !number {
        return None;
    }
    let limit = at + 9;
    let mut unit = at + 1;
    // "two-and-a-half-year-old", "thirty-five-year-old".
    while unit < limit
        && (matches!(text.lower_at(unit), "-" | "and" | "a" | "half")
            || text.number_at(unit).is_some())
    {
        unit += 1;
    }
    let months = match text.lower_at(unit) {
        "year" | "years" | "yr" => false,
        "month" | "months" | "week" | "weeks" | "day" | "days" => true,
        _ => return None,
    };
    let old = if text.lower_at(unit + 1) == "-" {
        unit + 2
    } else {
        unit + 1
    };
    let years = text.at(at).parse().ok().or(match text.number_at(at) {
        Some(crate::lexicon::NumberWord::Unit(value)) => Some(value),
        _ => None,
    });
    matches!(text.lower_at(old), "old" | "olds").then_some(Aged {
        end: old + 1,
        at,
        child: months || years.is_some_and(|years| years < 18),
    })
}

/// Makes `phrase` one that names people by their age alone: "a 22-year-old".
pub(super) fn describe_aged(
    text: &Text<'_>,
    phrase: &mut Phrase,
    amount: Option<Quantity>,
    aged: Aged,
) {
    phrase.end = aged.end;
    phrase.head = aged.end - 1;
    phrase.what = What::People;
    phrase.plural = text.lower_at(phrase.head) == "olds";
    phrase.quantity = amount;
    aged.mark(text, phrase);
}

/// Returns the token behind a short bracket at `at` that a noun for people follows.
pub(super) fn inner_bracket(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    if text.lower_at(at) != "(" {
        return None;
    }
    let close = (at + 1..(at + 10).min(end)).find(|i| text.lower_at(*i) == ")")?;
    let after = close + 1;
    let named = (after..(after + 3).min(end)).take_while(|i| {
        text.tag_at(*i)
            .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
    });
    let people = named
        .filter_map(|i| text.word_at(i))
        .any(|word| word.person.is_some());
    (people && text.tag_at(at + 1) != Some(Tag::CD)).then_some(after)
}

/// Takes the names of counted people into their phrase: "a guard, Arin Solt,", "two men identified as
/// Arin Solt and Benno Rask". The names are theirs and count nobody anew.
pub(super) fn named(
    text: &Text<'_>,
    phrase: &mut Phrase,
    end: usize,
    read: impl Fn(usize) -> Option<Phrase>,
) {
    let many = match phrase.count() {
        Some(count) if count.high == Some(count.low) => count.low,
        _ => 0,
    };
    let mut at = phrase.end;
    let opened = matches!(text.lower_at(at), "," | "(" | "-" | "–" | "—");
    if opened {
        at += 1;
    }
    let said = matches!(
        text.lower_at(at),
        "identified" | "indentified" | "named" | "known" | "called"
    );
    if said {
        at += 1;
        if matches!(text.lower_at(at), "as" | "by" | "only") {
            at += 1;
        }
    } else if !opened || many == 0 {
        return;
    }
    let (mut names, mut stop) = (Vec::new(), at);
    while names.len() < 30 && (many == 0 || (names.len() as u64) < many) {
        let Some(one) = read(at).filter(|one| one.end <= end) else {
            break;
        };
        let Some(name) = one.name.filter(|_| one.what == What::Name) else {
            break;
        };
        names.push(name);
        stop = one.end;
        at = stop;
        // "Arin Solt (18) alias Rask".
        while matches!(text.lower_at(at), "alias" | "aka" | "@")
            && let Some(other) =
                read(at + 1).filter(|other| other.end <= end && other.what == What::Name)
        {
            stop = other.end;
            at = stop;
        }
        if text.lower_at(at) == "," {
            at += 1;
        }
        if matches!(text.lower_at(at), "and" | "&") {
            at += 1;
        }
        if at == stop {
            break;
        }
    }
    // Without "identified as" the names must be as many as the people, and no clause of their own.
    let speech = text.word_at(stop).is_some_and(|word| word.speech.is_some());
    let speaks = text.tag_at(stop).is_some_and(|tag| tag.is_finite())
        && (speech || many == 1)
        && !text.is_finite_be_or_have(stop);
    if names.is_empty() || !said && (names.len() as u64 != many || speaks) {
        return;
    }
    phrase.names = names;
    phrase.aside = Some(phrase.end);
    phrase.end = stop;
    if text.lower_at(stop) == ")" && text.lower_at(phrase.head + 1) == "(" {
        phrase.end = stop + 1;
    }
}
