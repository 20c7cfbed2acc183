//! The subject of a verb of speech, past what stands between the two.

use super::who::{can_speak, head};
use crate::phrase::date::weekday;
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// The most tokens of an aside between a subject and its verb.
const ASIDE: usize = 34;

/// The subject of a verb of speech that was taken for its last noun: ", the ministry reports.", "the army claims
/// six were killed".
pub(super) fn hidden_subject(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    at: usize,
) -> Option<String> {
    let phrase = phrases
        .iter()
        .find(|p| p.head == at && p.start < at && p.end == at + 1)?;
    let last = at - 1;
    let doing = text
        .word_at(last)
        .map(|word| word.doing)
        .unwrap_or_default();
    let people = text.word_at(last).is_some_and(|word| word.person.is_some());
    let name = text.capital_at(last) && !text.upper;
    let ends = matches!(text.lower_at(at + 1), "." | "," | "" | ";" | ")" | "that")
        || phrases.iter().any(|p| p.start == at + 1)
        || matches!(
            text.lower_at(at + 1),
            "its" | "their" | "it" | "they" | "no"
        );
    (phrase.start >= sentence.start && (doing.force || doing.speaker || people || name) && ends)
        .then(|| text.span(phrase.start, at).to_owned())
}

/// The token behind the subject of the verb at `at`: adverbs, auxiliaries, days and asides passed over.
pub(super) fn behind_subject(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    at: usize,
) -> usize {
    let mut end = at;
    while end > sentence.start {
        let before = text.lower_at(end - 1);
        if matches!(
            before,
            "has" | "have" | "had" | "also" | "later" | "himself" | "itself" | "first"
        ) || text.tag_at(end - 1).is_some_and(Tag::is_adverb)
        {
            end -= 1;
        } else if weekday(before).is_some() && text.lower_at(end.wrapping_sub(2)) == "on" {
            end -= 2;
        } else if before == ","
            && phrases.iter().any(|p| {
                // "Arin Holm, a spokesman for the army, said".
                let head = head(text, p, phrases);
                let apposed = (head.start..head.end).any(|at| text.lower_at(at) == ",");
                p.end == end - 1 && (p.aside.is_some() || apposed)
            })
        {
            end -= 1;
        } else if before == ","
            && let Some(open) = opening(text, sentence, phrases, (end, at))
        {
            end = open;
        } else if let Some(reached) = reached(text, sentence, phrases, end) {
            end = reached;
        } else {
            break;
        }
    }
    end
}

/// "A doctor reached by telephone", "a teacher speaking from Ostra": the token behind who was reached, before
/// token `end`.
fn reached(text: &Text<'_>, sentence: &Sentence, phrases: &[Phrase], end: usize) -> Option<usize> {
    let first = end.saturating_sub(8).max(sentence.start);
    (first..end).rev().find(|i| {
        let verb = matches!(
            text.lower_at(*i),
            "reached" | "contacted" | "interviewed" | "speaking"
        );
        let link = matches!(
            text.lower_at(i + 1),
            "by" | "at" | "in" | "on" | "from" | "via"
        );
        let mut ends = phrases.iter().filter(|p| p.end == *i);
        verb && link && ends.any(|p| can_speak(text, head(text, p, phrases)))
    })
}

/// The comma that opens the aside which another closes before token `end`, behind a subject that can speak, of the
/// verb at `at`.
fn opening(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    (end, at): (usize, usize),
) -> Option<usize> {
    let first = end.saturating_sub(ASIDE).max(sentence.start);
    (first..end - 1)
        .rev()
        .filter(|i| text.lower_at(*i) == ",")
        .find(|open| {
            let subject = phrases.iter().find(|p| p.end == *open);
            subject.is_some_and(|subject| {
                is_aside(text, phrases, open + 1, end - 1)
                    || can_speak(text, head(text, subject, phrases))
                        && is_apposition(text, phrases, (open + 1, end - 1), at)
            })
        })
}

/// "a doctor", "commander of the front", "near the border", "34" between commas behind a subject whose verb
/// stands at `at`. Where somebody who speaks stands behind the verb, the commas close what he says: ", said
/// the mayor".
fn is_apposition(
    text: &Text<'_>,
    phrases: &[Phrase],
    (from, to): (usize, usize),
    at: usize,
) -> bool {
    let first = from + usize::from(matches!(text.lower_at(from), "a" | "an" | "the"));
    let noun = phrases.iter().any(|p| {
        (p.start == from || p.start == first)
            && p.end <= to
            && matches!(p.what, What::People | What::Name)
    }) || (first..to.min(first + 3))
        .any(|at| text.word_at(at).is_some_and(|word| word.person.is_some()));
    let age = from + 1 == to && text.number_at(from).is_some();
    let whence = matches!(
        text.lower_at(from),
        "in" | "near" | "from" | "at" | "speaking" | "reached" | "contacted"
    );
    (noun || age || whence) && !follows(text, phrases, at)
}

/// Whether whoever speaks stands right behind the verb at `at`: no verb of his own follows.
pub(super) fn follows(text: &Text<'_>, phrases: &[Phrase], at: usize) -> bool {
    phrases.iter().any(|p| {
        p.start == at + 1
            && can_speak(text, p)
            // "said Arin Holm, who was there": what is told of him.
            && !(p.end..p.end + 3)
                .take_while(|i| !matches!(text.lower_at(*i), "," | "who"))
                .any(|i| {
                    text.is_be(i) || text.is_have(i) || text.tag_at(i).is_some_and(Tag::is_finite)
                })
    })
}

/// "for his part", "Abdi Geele", "quoting the ministry" between commas behind a subject.
fn is_aside(text: &Text<'_>, phrases: &[Phrase], from: usize, to: usize) -> bool {
    matches!(
        text.lower_at(from),
        "for" | "quoting" | "citing" | "who" | "which" | "whose"
    ) || phrases
        .iter()
        .any(|p| p.start == from && p.end == to && p.what == What::Name)
        || text.lower_at(from) == "in" && text.lower_at(to - 1) == "statement"
}
