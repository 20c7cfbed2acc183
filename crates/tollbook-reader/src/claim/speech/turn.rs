//! Where another begins to speak, and where the same one speaks on.

use super::who::can_speak;
use super::{is_speech, otherwise, speaker};
use crate::phrase::noun::Phrase;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// How many tokens before and after a turn a speaker is looked for.
const NEAR: usize = 40;

/// Whether one has spoken in the tokens from `start` and another begins to at the "but" of `end`: "Police put
/// the dead at five, but the mayor said there were nine".
pub(super) fn another_speaks(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    (start, end): (usize, usize),
) -> bool {
    let turns = matches!(
        text.lower_at(end),
        "but" | "while" | "whereas" | "although" | "though" | "and"
    );
    let speaks = |start: usize, end: usize| {
        let part = Sentence {
            start,
            end,
            ..*sentence
        };
        speaker(text, &part, phrases, None).is_some()
    };
    turns
        && text.lower_at(end - 1) == ","
        && speaks(start.max(end.saturating_sub(NEAR)), end)
        && speaks(end + 1, sentence.end.min(end + NEAR))
}

/// Whether a figure whose source stands behind it ends at `end`, and another one with its own follows: "30 according to
/// the army and 51 according to the league".
pub(super) fn another_is_cited(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    (start, end): (usize, usize),
) -> bool {
    let cited = |i: usize| {
        text.says(i, &["according", "to"]) || otherwise::reckoned_by(text, sentence, i).is_some()
    };
    let number =
        |p: &Phrase| p.start > end && p.start <= end + 2 && p.quantity.is_some_and(|q| !q.article);
    matches!(text.lower_at(end), "and" | "but" | "," | "while")
        && (start.max(end.saturating_sub(FIGURE))..end).any(cited)
        && phrases.iter().any(number)
        && (end + 1..sentence.end.min(end + FIGURE)).any(cited)
}

/// How far from a figure its source may stand.
const FIGURE: usize = 12;

/// Whether a clause begins at `at` in which one says something that what stands before is no part of: "killed
/// after police said", "where the UN says", ", and police said they".
pub(super) fn goes_aside(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    at: usize,
) -> bool {
    let lower = text.lower_at(at);
    let clause = matches!(
        lower,
        "after" | "when" | "where" | "which" | "until" | "since" | "before" | "whom"
    );
    let joined = matches!(lower, "and" | "but") && text.lower_at(at.wrapping_sub(1)) == ",";
    if !clause && !joined || at == sentence.start {
        return false;
    }
    let Some(subject) = phrases
        .iter()
        .find(|p| p.start == at + 1 || p.start == at + 2 && text.tag_at(at + 1) == Some(Tag::DT))
        .filter(|p| can_speak(text, p))
    else {
        return false;
    };
    let verb = (subject.end..(subject.end + 4).min(sentence.end))
        .find(|i| !(text.is_have(*i) || text.tag_at(*i).is_some_and(Tag::is_adverb)));
    verb.is_some_and(|verb| {
        let own = matches!(
            text.lower_at(verb + 1),
            "they" | "it" | "he" | "she" | "its" | "their" | "his" | "her"
        );
        is_speech(text, sentence, verb)
            && !matches!(text.lower_at(verb + 1), "." | "," | "" | ";")
            && (clause || own)
    })
}

/// Whether the sentence behind this one goes on with what one told before says: "..., he said", "It added that".
pub(super) fn carries_on(text: &Text<'_>, sentence: &Sentence) -> bool {
    let next = text
        .sentences
        .partition_point(|other| other.start < sentence.end);
    let Some(next) = text.sentences.get(next) else {
        return false;
    };
    (next.start..next.end).any(|at| {
        matches!(text.lower_at(at), "he" | "she" | "it" | "they")
            && matches!(
                text.lower_at(at + 1),
                "said" | "says" | "added" | "adds" | "told" | "also"
            )
            && (text.lower_at(at + 1) != "also" || matches!(text.lower_at(at + 2), "said" | "says"))
    })
}
