//! Who says so without a verb of speech: by a label, a count, a list, a charge.

use super::subject::behind_subject;
use super::who::{can_speak, head, is_nobody, whole};
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Who tells what stands behind a verb that says no more of what stands before it, and that verb: "accused the
/// army of killing six", "found that six had died".
pub(super) fn told_behind(
    text: &Text<'_>,
    part: &Sentence,
    phrases: &[Phrase],
) -> Option<(usize, String)> {
    (part.start + 1..part.end).find_map(|at| {
        let next = text.lower_at(at + 1);
        let ahead = |words: &[&str]| {
            (at + 1..(at + 14).min(part.end)).any(|i| words.contains(&text.lower_at(i)))
        };
        let tells = match text.lower_at(at) {
            "accused" | "accuses" | "accuse" => next != "of" && ahead(&["of"]),
            "blamed" | "blames" | "blame" => {
                ahead(&["for", "over"])
                    && ahead(&[
                        "death", "deaths", "killing", "killings", "murder", "murders", "loss",
                    ])
            }
            "found" | "finds" | "concluded" | "concludes" | "learned" | "learnt" | "heard"
            | "recalled" | "recalls" | "lamented" | "laments" | "showed" | "shows" | "show"
            | "complained" | "complains" | "fear" | "fears" | "feared" | "suggested"
            | "suggests" | "suggest" => next == "that",
            "published" | "released" | "issued" | "compiled" | "has" | "have" => {
                text.says(at + 1, &["a", "list", "of"])
            }
            _ => false,
        };
        let verb = text.tag_at(at).is_some_and(Tag::is_verb)
            && !(at.saturating_sub(2).max(part.start)..at).any(|i| text.is_be(i));
        if !(tells && verb) {
            return None;
        }
        let end = behind_subject(text, part, phrases, at);
        let subject = phrases
            .iter()
            .rev()
            .find(|p| p.end <= end && p.start >= part.start)?;
        let subject = head(text, subject, phrases);
        let speaks = end - subject.end.min(end) <= 1 || subject.end < end;
        (speaks
            && can_speak(text, subject)
            && subject.what != What::Pronoun
            && !is_nobody(text, subject))
        .then(|| (at, whole(text, subject, phrases, part)))
    })
}

/// "By the count of the ministry", "by the ministry's account": the first token of who counts.
pub(super) fn reckoned_by(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    // "30 by the army's count and 60 by that of the ministry"
    let that = text.says(at, &["that", "of"]) && text.lower_at(at.wrapping_sub(1)) == "by";
    let counts = that || is_reckoning(text.lower_at(at));
    let from = at.saturating_sub(5).max(sentence.start);
    let by = (from..at).find(|i| counts && matches!(text.lower_at(*i), "by" | "in"))?;
    if text.lower_at(at + 1) == "of" {
        return Some(at + 2);
    }
    let owner = text.lower_at(at - 1);
    let ends = ["'s", "’s", "s'", "s’"];
    ends.iter()
        .any(|end| owner.ends_with(end))
        .then_some(by + 1)
}

/// Whether the word stands for what somebody counts by: "by the army's count".
pub(crate) fn is_reckoning(lower: &str) -> bool {
    matches!(
        lower,
        "account" | "count" | "reckoning" | "estimate" | "estimates" | "tally"
    )
}

/// "Governor Arin Holm: seven dead", "seven dead (army)".
pub(super) fn label(text: &Text<'_>, sentence: &Sentence, phrases: &[Phrase]) -> Option<String> {
    // "09:50 - Governor Arin Holm: seven dead".
    let hour = |at: &usize| {
        text.number_at(*at).is_some()
            || text.at(*at).starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | ':' | '*' | '•')
            })
    };
    let behind = (sentence.start..sentence.end).take_while(hour).count() + sentence.start;
    let told = (sentence.start..behind).any(|at| text.at(at).contains([':', '-', '–', '—']));
    let opening = if told { behind } else { sentence.start };
    let first = phrases.iter().find(|p| p.start >= opening)?;
    let body = |phrase: &&Phrase| {
        let doing = text
            .word_at(phrase.head)
            .map(|word| word.doing)
            .unwrap_or_default();
        phrase.end <= sentence.end
            && (matches!(phrase.what, What::Name) && phrase.end > phrase.start + 1
                || doing.force
                || doing.speaker)
    };
    let opens = first.start <= opening + 1 && text.lower_at(first.end) == ":";
    let last = phrases.iter().rev().find(|p| p.end <= sentence.end)?;
    let closes = text.lower_at(last.start.wrapping_sub(1)) == "("
        && text.lower_at(last.end) == ")"
        && last.end + 2 >= sentence.end
        && last.start > sentence.start + 1;
    let label = Some(first).filter(|_| opens).filter(body);
    let label = label.or(Some(last).filter(|_| closes).filter(body));
    label.map(|phrase| whole(text, phrase, phrases, sentence))
}
