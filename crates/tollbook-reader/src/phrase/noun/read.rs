//! One noun phrase, read from the token where it begins.

use tollbook_terms::Count;

use super::alone::{all_of_them, bare, everybody, pronoun};
use super::behind::{age, complement, is_collective, name_details};
use super::body::body;
use super::called::numbered;
use super::counted::{manned, type_name};
use super::harm::is_damaging;
use super::measure::is_no_count;
use super::who::describe;
use super::{Phrase, What};
use crate::lexicon::{Form, Lexicon};
use crate::phrase::aside;
use crate::phrase::quantity::{Quantity, quantity};
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Reads the noun phrase that begins at `at`, if one does.
pub(super) fn phrase(
    text: &Text<'_>,
    at: usize,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) -> Option<Phrase> {
    let mut phrase = Phrase {
        start: at,
        end: at,
        head: at,
        what: What::Other,
        quantity: None,
        categories: Vec::new(),
        plural: false,
        partitive: false,
        after: None,
        harmed: None,
        name: None,
        age: None,
        names: Vec::new(),
        aside: None,
    };
    if let Some(pronoun) = pronoun(text, at) {
        phrase.end = at + all_of_them(text, at);
        phrase.what = What::Pronoun;
        phrase.plural = pronoun;
        return Some(phrase);
    }
    if let Some(stop) = everybody(text, at) {
        phrase.end = stop;
        phrase.what = What::People;
        phrase.plural = true;
        return Some(phrase);
    }
    if at > 0 && (is_clause_verb(text, at) || is_following(text, at)) {
        return None;
    }
    // "set ablaze machines", "left dead a guard"
    if at > 0
        && (matches!(text.lower_at(at), "ablaze" | "alight" | "afire")
            || text.lower_at(at) == "dead"
                && matches!(
                    text.lower_at(at - 1),
                    "left" | "leaving" | "leaves" | "shot"
                ))
    {
        return None;
    }
    let mut amount =
        quantity(text, at).filter(|amount| amount.end <= end && !is_no_count(text, amount));
    let mut from = at;
    if let Some(amount) = &amount {
        from = amount.end;
    } else if matches!(
        text.lower_at(at),
        "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "any"
            | "every"
            | "each"
            | "all"
            | "other"
            | "such"
            | "my"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "your"
    ) {
        // "reported that Arin Holm": no "that man".
        let leads = text.lower_at(at) == "that"
            && (text.tag_at(at + 1).is_some_and(Tag::is_name) || text.named_at(at + 1).is_some());
        if leads || text.tag_at(at) == Some(Tag::IN) {
            return None;
        }
        from = at + 1;
        // "all of the passengers", "all his men"
        let whose = |i: usize| {
            matches!(
                text.lower_at(i),
                "the" | "its" | "his" | "her" | "their" | "our" | "these" | "those"
            )
        };
        if text.says(at, &["all", "of"]) && whose(at + 2) {
            from = at + 3;
        } else if text.lower_at(at) == "all" && whose(from)
            || matches!(text.lower_at(from), "other" | "same" | "whole" | "entire")
        {
            from += 1;
        }
    }
    // "a 2006 sedan": the year it was made.
    if from > at && amount.is_none_or(|amount| amount.article) && is_model_year(text, from) {
        from += 1;
    }
    // "a UH-1H helicopter"
    if from > at {
        from = past_make(text, from);
    }
    // "a man in his 30s"
    if from > at && text.lower_at(from + 1) == "s" && !text.spaced_at(from + 1) {
        let decade = text.kind_at(from) == Some(Kind::Digits) && text.at(from).len() == 2;
        phrase.end = from + 2;
        phrase.head = from + 1;
        return decade.then_some(phrase);
    }
    // "its four-man crew", "a five-member patrol"
    let manned = match amount {
        Some(amount) if !amount.article => Some(amount),
        _ => quantity(text, from).filter(|many| !many.article && !many.none),
    }
    .and_then(|many| Some((many, manned(text, many.end)?)));
    if let Some((many, past)) = manned {
        amount = Some(Quantity { start: at, ..many });
        from = past;
    }
    // "a 60-year-old person", "his five year old daughter": the age is no count and says who.
    let aged = aside::aged(text, from).filter(|aged| aged.end <= end);
    if let Some(aged) = aged {
        from = aged.end;
    }
    let (mut stop, mut head) = body(text, from, end);
    if head.is_none_or(|head| head == from)
        && let Some(after) = type_name(text, from, end, lexicon)
    {
        (stop, head) = (after, Some(after - 1));
    }
    let Some(mut head) = head else {
        // "Arin Solt, 20 years old, and": his age.
        let alone = |aged: &aside::Aged| {
            aged.end >= at + 2 && text.lower_at(aged.end - 2) == "years" && from == at + 3
        };
        let Some(aged) = aged.filter(|aged| !alone(aged)) else {
            return bare(text, phrase, amount, from, end, lexicon, places);
        };
        aside::describe_aged(text, &mut phrase, amount, aged);
        return Some(phrase);
    };
    let counted = amount.is_some_and(|amount| !amount.article);
    if let Some((noun, after)) =
        numbered(text, head, head == at).filter(|(_, after)| !counted && *after <= end)
    {
        (head, stop) = (noun, after);
    }
    phrase.end = behind_kinship(text, stop);
    phrase.head = head;
    phrase.quantity = amount;
    describe(text, &mut phrase, from, lexicon, places);
    if manned.is_some() && is_collective(text.lower_at(head)) {
        phrase.what = What::People;
        phrase.plural = true;
    }
    complement(text, &mut phrase, end, lexicon, places);
    if phrase.what == What::Name {
        name_details(text, &mut phrase, end);
    }
    if phrase.what == What::People {
        both_kinds(text, &mut phrase, end, lexicon, places);
        if phrase.count() == Some(Count::exact(1)) {
            age(text, &mut phrase, end);
        }
        aside::named(text, &mut phrase, end, |at| {
            self::phrase(text, at, end, lexicon, places)
        });
        both_roles(text, &mut phrase, end, lexicon, places);
    }
    if let Some(aged) = aged {
        aged.mark(text, &mut phrase);
    }
    // "killed an SPO, identified as Arin Holm": whatever it is, a name makes it a person.
    if phrase.what == What::Other
        && phrase.quantity.is_some_and(|q| q.article)
        && !is_collective(text.lower_at(phrase.head))
    {
        phrase.what = What::People;
        aside::named(text, &mut phrase, end, |at| {
            self::phrase(text, at, end, lexicon, places)
        });
        let named = phrase.aside.is_some_and(|aside| {
            (aside..aside + 2).any(|i| matches!(text.lower_at(i), "identified" | "named"))
        });
        if !named {
            phrase.what = What::Other;
            phrase.end = phrase.aside.take().unwrap_or(phrase.end);
            phrase.names.clear();
        }
    }
    // An article says "one" only of what is counted.
    if phrase.what == What::Other && phrase.quantity.is_some_and(|q| q.article) {
        phrase.quantity = None;
    }
    Some(phrase)
}

/// The end of "father-in-law", "lady-in-waiting", "commander-in-chief" or "passers-by" whose first noun ends at `stop`.
fn behind_kinship(text: &Text<'_>, stop: usize) -> usize {
    let joined = text.says(stop, &["-", "in", "-"]) && !text.spaced_at(stop);
    let known = matches!(
        text.lower_at(stop + 3),
        "law" | "laws" | "waiting" | "chief" | "arms" | "command" | "training" | "residence"
    );
    // "two passers-by"
    let by = text.says(stop, &["-", "by"]) && !text.spaced_at(stop);
    match (
        joined && known,
        by && text.lower_at(stop - 1).starts_with("passer"),
    ) {
        (true, _) => stop + 4,
        (_, true) => stop + 2,
        _ => stop,
    }
}

/// "a 2006 sedan": a year with one thing behind it.
fn is_model_year(text: &Text<'_>, at: usize) -> bool {
    let year = text
        .at(at)
        .parse::<u32>()
        .is_ok_and(|year| (1900..2100).contains(&year));
    year && text.kind_at(at) == Some(Kind::Digits)
        && matches!(text.tag_at(at + 1), Some(Tag::NN | Tag::NNP | Tag::JJ))
}

/// "four injured following attacks": a preposition, and no adjective.
fn is_following(text: &Text<'_>, at: usize) -> bool {
    text.lower_at(at) == "following" && !matches!(text.tag_at(at - 1), Some(Tag::DT | Tag::PRPS))
}

/// Whether a participle at `at` is the verb of its clause and not the first word of a phrase: "was found
/// dead", "rebels killed Sergeant Holm".
fn is_clause_verb(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.word_at(at) else {
        return false;
    };
    // "shot dead Arin Holm".
    if text.lower_at(at) == "dead" && matches!(text.lower_at(at - 1), "shot" | "shoot" | "shooting")
    {
        return true;
    }
    // "beat to death Arin Holm"
    if text.lower_at(at) == "death" && text.lower_at(at - 1) == "to" {
        return true;
    }
    // "Gunmen kill mayor": a headline's verb that was taken for a noun.
    let headline = text.tag_at(at) == Some(Tag::NN)
        && matches!(
            text.lower_at(at),
            "kill" | "wound" | "injure" | "slay" | "behead" | "abduct" | "kidnap" | "detain"
        )
        && text
            .word_at(at - 1)
            .is_some_and(|word| word.person.as_ref().is_some_and(|person| person.plural))
        && text
            .word_at(at + 1)
            .is_some_and(|word| word.person.is_some() || word.number.is_some());
    if headline {
        return true;
    }
    let participle = matches!(text.tag_at(at), Some(Tag::VBN | Tag::VBD));
    let before = text.tag_at(at - 1);
    // "attacked and critically wounded Arin Holm".
    if text.tag_at(at).is_some_and(Tag::is_adverb)
        && text.lower_at(at - 1) == "and"
        && text.word_at(at + 1).is_some_and(|w| w.verb.is_some())
        && matches!(text.tag_at(at + 1), Some(Tag::VBN | Tag::VBD))
    {
        return true;
    }
    // ", beating demonstrators": what the doer does.
    let does = matches!(text.lower_at(at - 1), "," | "and")
        && text.lower_at(at).ends_with("ing")
        && !word.expressions.is_empty()
        && text
            .word_at(at + 1)
            .is_some_and(|next| next.person.as_ref().is_some_and(|person| person.plural));
    if does {
        return true;
    }
    if participle && (text.is_be(at.wrapping_sub(1)) || text.is_have(at.wrapping_sub(1))) {
        return true;
    }
    // "The attack damaged shops"
    let joins = text.lower_at(at.wrapping_sub(1)) == "and"
        && at > 1
        && text.word_at(at - 2).is_some_and(|word| word.verb.is_none());
    if is_damaging(text, at) && (joins || before.is_some_and(Tag::is_noun)) {
        return true;
    }
    let harm = word
        .verb
        .is_some_and(|verb| matches!(verb.form, Form::Ed | Form::Past | Form::Participle));
    harm && (participle || text.tag_at(at) == Some(Tag::NN))
        && (before.is_some_and(|tag| tag.is_noun() || tag.is_adverb())
            || matches!(
                text.lower_at(at - 1),
                "who" | "they" | "he" | "she" | "we" | ")"
            )
            || text.lower_at(at - 1) == "and"
                && at > 1
                && text.word_at(at - 2).is_some_and(|w| w.verb.is_some()))
}

/// "A clerk and party leader, Arin Solt,", "a clerk and party leader was": one person told of by two roles.
fn both_roles(
    text: &Text<'_>,
    phrase: &mut Phrase,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) {
    let joined = matches!(text.lower_at(phrase.end), "and" | "&");
    if !joined || phrase.plural || phrase.aside.is_some() || phrase.count() != Some(Count::exact(1))
    {
        return;
    }
    let from = phrase.end + 1;
    let told = text
        .tag_at(from)
        .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::VBN);
    let second = told
        .then(|| self::phrase(text, from, end, lexicon, places))
        .flatten();
    let Some(second) = second.filter(|second| {
        second.what == What::People
            && !second.plural
            && second.start == from
            && second.quantity.is_none()
            && (second.names.len() == 1
                || matches!(text.lower_at(second.end), "was" | "is" | "has"))
    }) else {
        return;
    };
    phrase.end = second.end;
    phrase.names = second.names;
    phrase.aside = second.aside;
    phrase.age = phrase.age.or(second.age);
    phrase.categories.extend(second.categories);
    phrase.categories.sort_unstable();
    phrase.categories.dedup();
}

/// "12 children and teenagers": one number for both kinds.
fn both_kinds(
    text: &Text<'_>,
    phrase: &mut Phrase,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) {
    let counted = phrase
        .quantity
        .is_some_and(|q| !q.article && !q.none && q.count != Count::exact(1));
    if !counted || !phrase.plural || phrase.partitive || text.lower_at(phrase.end) != "and" {
        return;
    }
    let second = self::phrase(text, phrase.end + 1, end, lexicon, places);
    let Some(second) = second.filter(|second| {
        second.what == What::People
            && second.plural
            && second.quantity.is_none()
            && second.start == phrase.end + 1
            && text
                .tag_at(second.start)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
            && !matches!(text.lower_at(second.start), "other" | "others")
    }) else {
        return;
    };
    phrase.end = second.end;
    phrase.categories.extend(second.categories);
    phrase.categories.sort_unstable();
    phrase.categories.dedup();
}

/// The token behind the make of a thing that starts at `at`: "UH-1H", "MiG-21".
fn past_make(text: &Text<'_>, at: usize) -> usize {
    let joined = |i: usize| !text.spaced_at(i);
    let named = text.kind_at(at) == Some(Kind::Word)
        && text.capital_at(at)
        && text.at(at).len() < 5
        && text.lower_at(at + 1) == "-"
        && joined(at + 1)
        && text.kind_at(at + 2) == Some(Kind::Digits)
        && joined(at + 2);
    let letter = usize::from(text.kind_at(at + 3) == Some(Kind::Word) && joined(at + 3));
    let end = at + 3 + letter;
    let thing = text.word_at(end).is_some_and(|word| word.object.is_some());
    if named && thing { end } else { at }
}
