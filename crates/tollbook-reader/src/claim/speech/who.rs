//! Who can be the speaker, and the words for him.

use crate::phrase::date::{is_day_or_month, weekday};
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Whether a phrase can name somebody who speaks: people, a name, a body, a document; not "the attack".
pub(super) fn can_speak(text: &Text<'_>, phrase: &Phrase) -> bool {
    let lower = text.lower_at(phrase.head);
    if is_day_or_month(lower) {
        return false;
    }
    let doing = text
        .word_at(phrase.head)
        .map(|word| word.doing)
        .unwrap_or_default();
    // "Thursday state television": what stands before the head may be a day.
    matches!(phrase.what, What::People | What::Name | What::Pronoun)
        || doing.force
        || doing.speaker
        || phrase.what == What::Other
            && text.tag_at(phrase.head).is_some_and(Tag::is_name)
            && (text.upper || text.capital_at(phrase.head))
}

/// Whether a phrase surely names nobody who speaks: a day, a deed, harm, an object.
pub(super) fn is_mute(text: &Text<'_>, phrase: &Phrase) -> bool {
    let lower = text.lower_at(phrase.head);
    let word = text.word_at(phrase.head);
    is_day_or_month(lower)
        || phrase.what == What::Objects
        || word.is_some_and(|word| word.doing.owned || word.noun.is_some() || word.state.is_some())
        || matches!(
            lower,
            "today"
                | "yesterday"
                | "responsibility"
                | "name"
                | "names"
                | "identity"
                | "identities"
                | "nationality"
                | "toll"
                | "comments"
                | "time"
                | "year"
                | "month"
                | "week"
                | "day"
        )
}

/// The head of the noun phrase that `phrase` ends: "a spokesman for the group". Behind a day a new one
/// begins: "in Ostra on Thursday state television said".
pub(super) fn head<'p>(text: &Text<'_>, phrase: &'p Phrase, phrases: &'p [Phrase]) -> &'p Phrase {
    let mut head = phrase;
    for _ in 0..6 {
        let day = weekday(text.lower_at(head.start)).is_some();
        let Some(at) = head.after.filter(|_| !day) else {
            break;
        };
        match phrases.iter().rev().find(|p| p.end == at) {
            Some(before) if before.what != What::Bare => head = before,
            _ => break,
        }
    }
    if can_speak(text, head) || !can_speak(text, phrase) {
        head
    } else {
        phrase
    }
}

/// The first phrase of a part that can speak and stands behind no preposition, before token `end`.
pub(super) fn first_speaker<'p>(
    text: &Text<'_>,
    part: &Sentence,
    phrases: &'p [Phrase],
    end: usize,
) -> Option<&'p Phrase> {
    let mut told = phrases
        .iter()
        .filter(|p| p.start >= part.start && p.end < end && p.after.is_none());
    let first = told.find(|p| !is_day_or_month(text.lower_at(p.head)))?;
    (can_speak(text, first) && first.what != What::Pronoun).then_some(first)
}

/// "According to figures by the ministry", "a statement of the army": whose figures they are.
pub(super) fn source<'p>(text: &Text<'_>, phrase: &'p Phrase, phrases: &'p [Phrase]) -> &'p Phrase {
    let paper = matches!(
        text.lower_at(phrase.head),
        "figure"
            | "figures"
            | "statement"
            | "statements"
            | "data"
            | "report"
            | "reports"
            | "count"
            | "tally"
            | "information"
            | "estimate"
            | "estimates"
            | "numbers"
            | "statistics"
            | "records"
            | "communique"
            | "release"
            | "update"
    );
    let mut link = phrase.end;
    while matches!(
        text.lower_at(link),
        "released"
            | "issued"
            | "published"
            | "compiled"
            | "provided"
            | "given"
            | "collected"
            | "made"
    ) {
        link += 1;
    }
    let by = matches!(text.lower_at(link), "by" | "from" | "of");
    phrases
        .iter()
        .find(|p| paper && by && p.start == link + 1)
        .filter(|p| can_speak(text, p))
        .unwrap_or(phrase)
}

/// The phrase with what belongs to it: "a spokesman for the group", "the Ostra Council for Peace".
pub(super) fn whole(
    text: &Text<'_>,
    phrase: &Phrase,
    phrases: &[Phrase],
    sentence: &Sentence,
) -> String {
    // "the National Council (NCX)": the name before its letters.
    let letters = text.lower_at(phrase.start.wrapping_sub(1)) == "(" && text.at(phrase.end) == ")";
    let phrase = phrases
        .iter()
        .find(|p| letters && p.end + 1 == phrase.start)
        .map_or(phrase, |p| head(text, p, phrases));
    let (start, mut end) = named(text, phrase, sentence);
    while end < sentence.end && matches!(text.lower_at(end), "of" | "for" | "in" | "at" | "from") {
        let Some(next) = phrases.iter().find(|p| p.start == end + 1) else {
            break;
        };
        if matches!(text.lower_at(end), "in" | "at" | "from")
            && next.what != What::Other
            && next.what != What::Name
        {
            break;
        }
        end = next.end;
    }
    text.span(start, end).to_owned()
}

/// The first and last token of a phrase with all capitals of its name: "the Civilian Harm Monitor", of which
/// a word of harm is no verb.
fn named(text: &Text<'_>, phrase: &Phrase, sentence: &Sentence) -> (usize, usize) {
    let (mut start, mut end) = (phrase.start, phrase.end);
    let name = |at: usize| {
        text.capital_at(at) && text.at(at).chars().all(|c| c.is_alphabetic() || c == '-')
    };
    let harm = |at: usize| {
        text.word_at(at)
            .is_some_and(|word| word.verb.is_some() || word.noun.is_some() || word.state.is_some())
    };
    if text.upper || !name(end - 1) {
        return (start, end);
    }
    if name(end) && harm(end) && name(end + 1) && end + 1 < sentence.end {
        while end < sentence.end && name(end) {
            end += 1;
        }
    }
    if start > sentence.start + 1 && name(start) && harm(start) && name(start - 1) {
        while start > sentence.start && name(start - 1) {
            start -= 1;
        }
    }
    (start, end)
}

/// "No group", "nobody".
pub(super) fn is_nobody(text: &Text<'_>, phrase: &Phrase) -> bool {
    matches!(text.lower_at(phrase.start), "no" | "nobody" | "none")
        || text.lower_at(phrase.start.wrapping_sub(1)) == "no"
}
