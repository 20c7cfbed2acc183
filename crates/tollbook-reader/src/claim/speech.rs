//! Who says so: the origin nearest to the figure.

use crate::lexicon::Speech;
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

pub(crate) const SPEAKER: Rule = Rule {
    name: "claimant.speech",
    says: "Who is the subject of a verb of speech, or stands behind \"according to\" or \"citing\", says what the sentence tells.",
    must: &[("Police said five people were killed.", "killed 5")],
    must_not: &[("Five people were killed.", "the outlet speaks itself")],
};

pub(crate) const RULES: &[&Rule] = &[&SPEAKER];

/// Returns the words for whoever says the sentence; `before` said the one before it.
pub(crate) fn speaker(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    before: Option<&str>,
) -> Option<String> {
    let starting = |at: usize| phrases.iter().find(|p| p.start == at);
    for i in sentence.start..sentence.end {
        let cited = if text.says(i, &["according", "to"]) {
            Some(i + 2)
        } else if matches!(text.lower_at(i), "citing" | "quoting") {
            Some(i + 1)
        } else if text.says(i, &["quoted"]) || text.says(i, &["cited"]) {
            (text.lower_at(i + 1) != "by").then_some(i + 1)
        } else {
            None
        };
        if let Some(phrase) = cited.and_then(starting) {
            return Some(whole(text, phrase, phrases, sentence));
        }
    }
    for i in sentence.start..sentence.end {
        let said = matches!(
            text.word_at(i).and_then(|w| w.speech),
            Some(Speech::Say | Speech::Claim | Speech::Deny)
        );
        let verb = text
            .tag_at(i)
            .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN || tag == Tag::VBG)
            || text.lower_at(i) == "said";
        if !said
            || !verb
            || matches!(
                text.lower_at(i),
                "claimed" | "reported" | "estimated" | "rejected"
            ) && matches!(text.lower_at(i + 1), "responsibility" | "by" | "the" | "at")
        {
            continue;
        }
        // "X said", "said X" behind a comma or quotation mark.
        let mut end = i;
        while end > sentence.start
            && (matches!(
                text.lower_at(end - 1),
                "has" | "have" | "had" | "also" | "later"
            ) || text.tag_at(end - 1).is_some_and(Tag::is_adverb))
        {
            end -= 1;
        }
        let mut subject = phrases
            .iter()
            .rev()
            .find(|p| p.end <= end && end - p.end <= 1 && p.what != What::Bare);
        // The head of the noun phrase, not what stands behind its preposition: "a spokesman for the group said".
        while let Some(phrase) = subject {
            match phrase.after {
                Some(at) => match phrases.iter().rev().find(|p| p.end == at) {
                    Some(head) if !matches!(head.what, What::Bare) => subject = Some(head),
                    _ => break,
                },
                None => break,
            }
        }
        let passive = i > sentence.start
            && matches!(
                text.lower_at(i - 1),
                "was" | "were" | "been" | "is" | "are" | "be"
            );
        if passive {
            continue;
        }
        if subject.is_none() {
            subject = starting(i + 1).filter(|_| {
                i > sentence.start && matches!(text.lower_at(i - 1), "," | "\"" | "”" | "''")
            });
        }
        let Some(phrase) = subject else { continue };
        if phrase.what == What::Pronoun
            || matches!(text.lower_at(phrase.start), "it" | "which" | "that")
        {
            return before.map(str::to_owned);
        }
        if !matches!(phrase.what, What::People | What::Name | What::Other) {
            continue;
        }
        return Some(whole(text, phrase, phrases, sentence));
    }
    let first = text.lower_at(sentence.start);
    let goes_on = matches!(first, "\"" | "“" | "''" | "``")
        || matches!(text.lower_at(sentence.start + 1), "added" | "said");
    let pronoun = (sentence.start..sentence.end.min(sentence.start + 3)).any(|i| {
        text.says(i, &["it", "said"])
            || text.says(i, &["he", "added"])
            || text.says(i, &["it", "added"])
    });
    if goes_on || pronoun {
        return before.map(str::to_owned);
    }
    None
}

/// The phrase with what belongs to it: "a spokesman for the group", "the Syrian Observatory for Human Rights".
fn whole(text: &Text<'_>, phrase: &Phrase, phrases: &[Phrase], sentence: &Sentence) -> String {
    let mut end = phrase.end;
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
    text.span(phrase.start, end).to_owned()
}
