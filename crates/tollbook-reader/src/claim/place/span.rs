//! Which words of a sentence may name a place.

use super::kind::{Breadth, is_direction, kind_noun};
use super::nameless::{
    is_anyone, is_body, is_headline, is_make, is_of_person, is_phrase, is_unit, is_weapon,
};
use crate::claim::when::is_deed;
use crate::lexicon::Class;
use crate::phrase::date::is_day_or_month;
use crate::phrase::noun::{Phrase, What};
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::{Kind, Sentence};

/// Words that may name a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// First token, with the direction before the name: "northern Ostra".
    pub(super) from: usize,
    /// First token of the name.
    pub(super) start: usize,
    /// Token behind the name and its noun: "Ostra province".
    pub(super) end: usize,
    pub(super) breadth: Breadth,
    /// Which of the listed places it holds.
    pub(super) listed: Option<usize>,
    /// Whether it names a people: "Velmoran".
    pub(super) people: bool,
    /// Whether a noun for a place belongs to it.
    pub(super) has_kind: bool,
    /// Whether that noun stands before it: "the town of Ostra".
    pub(super) of_kind: bool,
}

/// The most tokens of a name.
const LONGEST: usize = 8;

/// Returns the words that may name places, left to right; `listed` are the names of the table with
/// their tokens.
pub(super) fn spans(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    listed: &[(usize, usize, PlaceKind)],
) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = sentence.start;
    let mut next = 0;
    while at < sentence.end {
        while next < listed.len() && listed[next].0 < at {
            next += 1;
        }
        match span(text, sentence, phrases, &listed[next..], at) {
            Some(mut span) => {
                span.listed = span.listed.map(|i| i + next);
                at = span.end.max(at + 1);
                spans.push(span);
            }
            None => at += 1,
        }
    }
    spans
}

fn span(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    listed: &[(usize, usize, PlaceKind)],
    at: usize,
) -> Option<Span> {
    let here = listed.first().filter(|(start, ..)| *start == at);
    let mut span = Span {
        from: at,
        start: at,
        end: at,
        breadth: Breadth::Town,
        listed: None,
        people: false,
        has_kind: false,
        of_kind: false,
    };
    match here {
        Some((_, end, kind @ (PlaceKind::Country | PlaceKind::Demonym))) => {
            span.end = *end;
            span.listed = Some(0);
            span.breadth = Breadth::Country;
            span.people = *kind == PlaceKind::Demonym;
        }
        _ => {
            let (end, known) = run(text, sentence, listed, at);
            // "in Southern Velmora" names Velmora, "Twin Bombings" nothing.
            let plain = (at..end).all(|at| is_direction(text.lower_at(at)))
                || end == at + 1
                    && (is_headline(text.lower_at(at))
                        || is_phrase(text.lower_at(at))
                        || is_plain(text, at));
            if end == at || plain {
                return None;
            }
            span.end = end;
            span.listed = known;
            if let Some(known) = known {
                span.breadth = match listed[known].2 {
                    PlaceKind::Region | PlaceKind::Area => Breadth::Region,
                    _ => Breadth::Town,
                };
            } else if is_person(text, phrases, at, end) {
                return None;
            }
            let named = known.map_or(at, |known| listed[known].1);
            last_kind(text, sentence, &mut span, named);
        }
    }
    // "the town of Ostra", "the village Ostra".
    let before = match text.lower_at(at.wrapping_sub(1)) {
        "of" | "called" | "named" => at.wrapping_sub(2),
        _ => at.wrapping_sub(1),
    };
    if at >= sentence.start + 2
        && !span.people
        && !text.tag_at(before).is_some_and(Tag::is_name)
        && let Some(breadth) = kind_noun(text.lower_at(before))
        && span.breadth != Breadth::Country
        && before >= sentence.start
        // "the university of Ostra", "the church of Ostra" are named by what stands behind.
        && (before + 2 == at || breadth == Breadth::Town)
    {
        span.of_kind = true;
        if !span.has_kind {
            span.breadth = breadth;
        }
        span.has_kind = true;
    }
    while span.from > sentence.start && is_direction(text.lower_at(span.from - 1)) {
        span.from -= 1;
    }
    Some(span)
}

/// Reads the noun for a place at the end of a name or behind it; what stands before `named` is listed
/// as it is.
fn last_kind(text: &Text<'_>, sentence: &Sentence, span: &mut Span, named: usize) {
    for end in span.end..(span.end + 3).min(sentence.end) {
        // "the Ostra valley city of Selm": the noun is that of the name behind it.
        let kind = kind_noun(text.lower_at(end));
        let behind = text.lower_at(end + 1) == "of"
            && (is_name(text, end + 2) || text.lower_at(end + 2) == "al");
        // "the Velmora suburb of Selm", but "the Tarvo district of Ostra".
        let wide = span.listed.is_some() && kind == Some(Breadth::Spot);
        if behind && (kind == Some(Breadth::Town) || wide) {
            break;
        }
        if let Some(breadth) = kind {
            // "Ostra market district": the last says it.
            span.end = end + 1;
            span.breadth = breadth;
            span.has_kind = true;
        } else if !text
            .tag_at(end)
            .is_some_and(|tag| matches!(tag, Tag::NN | Tag::JJ))
        {
            break;
        }
    }
    if !span.has_kind
        && span.end > named.max(span.start + 1)
        && let Some(breadth) = kind_noun(text.lower_at(span.end - 1))
    {
        span.breadth = breadth;
        span.has_kind = true;
    }
}

/// The run of names from `at`: the token behind it, and which of the listed it holds.
fn run(
    text: &Text<'_>,
    sentence: &Sentence,
    listed: &[(usize, usize, PlaceKind)],
    at: usize,
) -> (usize, Option<usize>) {
    let (mut end, mut known) = (at, None);
    let mut i = 0;
    while end < sentence.end && end - at < LONGEST {
        while i < listed.len() && listed[i].0 < end {
            i += 1;
        }
        if let Some((_, past, kind)) = listed.get(i).filter(|(start, ..)| *start == end) {
            // Two places that stand side by side are two.
            if matches!(kind, PlaceKind::Country | PlaceKind::Demonym) || known.is_some() {
                break;
            }
            // "Tell Ostra" is not Ostra, but "New Ostra" is a part of it.
            let own = end == at
                || matches!(
                    text.lower_at(end - 1),
                    "new" | "old" | "greater" | "inner" | "outer"
                );
            known = own.then_some(i);
            end = *past;
        } else if is_name(text, end) {
            // "Ostra Man Dies".
            let of_man = end > at && !text.upper && is_anyone(text.lower_at(end));
            if of_man {
                break;
            }
            end += 1;
        } else if end > at && links(text, end) && is_name(text, end + 1) {
            // "San Ostra de Selm" is not San Ostra.
            if matches!(text.lower_at(end), "de" | "del") {
                known = None;
            }
            end += 2;
        } else {
            break;
        }
    }
    (end.min(sentence.end), known)
}

/// Whether the token may be a word of a place's name.
fn is_name(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower_at(at);
    let word = text.word_at(at);
    let plain = word.is_some_and(|word| {
        word.person.is_some() || word.verb.is_some() || word.noun.is_some() || word.speech.is_some()
    });
    let article = matches!(
        lower,
        "al" | "el" | "ar" | "as" | "ash" | "at" | "az" | "ad" | "an"
    ) && text.lower_at(at + 1) == "-"
        && !text.spaced_at(at + 1);
    // "the Ostran Square": a capital within the sentence says more than the tag.
    let capital = text.capital_at(at)
        && text
            .tag_at(at)
            .is_some_and(|tag| tag.is_adjective() || tag.is_noun())
        && !plain
        && text.tag_at(at + 1).is_some_and(Tag::is_name)
        && text.capital_at(at + 1)
        && at > 0
        && !matches!(text.lower_at(at - 1), "." | "\"" | "“" | ":");
    article
        || text.kind_at(at) == Some(Kind::Word)
            && (capital || text.tag_at(at).is_some_and(Tag::is_name))
            && (text.upper || text.capital_at(at))
            && !(plain && text.upper)
            && !(text.upper && is_weapon(lower))
            && !is_day_or_month(lower)
}

/// Whether a capital makes a number or a bare noun look like a name: "Seven shelters", "THE MUNICIPALITY".
fn is_plain(text: &Text<'_>, at: usize) -> bool {
    matches!(
        text.lower_at(at),
        "st" | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "th"
            | "jr"
            | "sr"
            | "defense"
            | "defence"
            | "interior"
            | "security"
    ) || text.word_at(at).is_some_and(|word| word.number.is_some())
        || text.upper && kind_noun(text.lower_at(at)) == Some(Breadth::Town)
}

/// Marks and small words within names: "Deir al-Ostra", "San Juan de Ostra".
fn links(text: &Text<'_>, at: usize) -> bool {
    match text.lower_at(at) {
        "-" | "‑" | "'" | "’" => !text.spaced_at(at) && !text.spaced_at(at + 1),
        "de" | "del" | "la" | "da" | "do" | "dos" | "du" | "sur" | "el" => true,
        _ => false,
    }
}

/// Whether the name is that of a person or a body, as far as its phrase tells.
fn is_person(text: &Text<'_>, phrases: &[Phrase], start: usize, end: usize) -> bool {
    let body = end == start + 1 && is_body(text.lower_at(start));
    let last = text.lower_at(end - 1);
    // "Arin Mott", "Arin T. Mott".
    let given = end > start + 1
        && kind_noun(last).is_none()
        && (text.tokens[start].word.is(Class::GivenName)
            || !text.upper
                && (start + 1..end - 1).any(|at| text.at(at).len() == 1 && text.capital_at(at)));
    // "the murder of Arin Mott".
    let victim = start > 1
        && text.lower_at(start - 1) == "of"
        && is_of_person(text.lower_at(start - 2))
        && kind_noun(last).is_none();
    // "Justice Minister Mott".
    let titled = (start..end - 1)
        .take(3)
        .any(|at| text.word_at(at).is_some_and(|word| word.person.is_some()))
        && kind_noun(last).is_none();
    // "the Ostra Fire Department", "the Selm Brigade".
    let unit = is_unit(last)
        || last == "department"
            && (start..end - 1).any(|at| {
                matches!(
                    text.lower_at(at),
                    "police" | "fire" | "health" | "state" | "defense" | "justice" | "sheriff"
                )
            });
    let heads = end - start == 1
        && text.at(start).len() > 3
        && start == 0
        && matches!(text.lower_at(end), "(" | "," | "-" | "–" | "—" | "_");
    let short = !text.upper
        && !heads
        && end == start + 1
        && text.at(start).len() > 1
        && text.at(start).bytes().all(|b| b.is_ascii_uppercase());
    let person = phrases
        .iter()
        .find(|phrase| phrase.start <= start && start < phrase.end)
        .is_some_and(|phrase| {
            phrase.age.is_some() || matches!(phrase.what, What::People | What::Harmed(_))
        });
    // In copy of capitals alone the tags do not tell "COLONEL SOLT" from a place.
    let led = text.upper
        && start > 0
        && text.tag_at(start - 1).is_some_and(|tag| !tag.is_verb())
        && text
            .word_at(start - 1)
            .is_some_and(|word| word.person.is_some())
        && kind_noun(last).is_none();
    let make = is_make(text.lower_at(start)) && kind_noun(last).is_none();
    short
        || given
        || victim
        || led
        || person
        || body
        || titled
        || unit
        || make
        || is_deed(text.lower_at(start))
}
