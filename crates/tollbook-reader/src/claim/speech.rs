//! Who says so: the origin nearest to the figure.

mod who;

use crate::lexicon::Speech;
use crate::phrase::date::weekday;
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;
use who::{can_speak, head, is_mute, source, whole};

pub(crate) const SPEAKER: Rule = Rule {
    name: "claimant.speech",
    says: "Who is the subject of a verb of speech, or stands behind \"according to\" or \"citing\", says what the sentence tells.",
    must: &[
        ("Police said five people were killed.", "killed 5"),
        (
            "The army said 14 fighters were killed, but the rebels said 12 fighters were killed.",
            "killed 14 combatant; killed 12 combatant rival-of 14",
        ),
    ],
    must_not: &[("Five people were killed.", "the outlet speaks itself")],
};

pub(crate) const RULES: &[&Rule] = &[&SPEAKER];

/// How many tokens before and after a turn a speaker is looked for.
const NEAR: usize = 40;

/// Who says each part of a sentence, the parts cut at its semicolons and where another begins to speak.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Speakers(Vec<(usize, Option<String>)>);

impl Speakers {
    /// Returns who says what stands at token `at`.
    pub(crate) fn at(&self, at: usize) -> Option<&str> {
        let part = self.0.iter().find(|(end, _)| at < *end)?;
        part.1.as_deref()
    }

    /// Returns who said the last part.
    pub(crate) fn last(&self) -> Option<&str> {
        self.0.last()?.1.as_deref()
    }
}

/// Returns who says the sentence; `before` said the one before it.
pub(crate) fn speakers(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    before: Option<&str>,
) -> Speakers {
    let mut parts: Vec<(usize, Option<String>)> = Vec::new();
    let mut start = sentence.start;
    let mut last = before.map(str::to_owned);
    for end in sentence.start + 1..=sentence.end {
        if end < sentence.end
            && text.lower_at(end) != ";"
            && !another_speaks(text, sentence, phrases, (start, end))
        {
            continue;
        }
        let part = Sentence {
            start,
            end,
            ..*sentence
        };
        let speaker = speaker(text, &part, phrases, last.as_deref());
        // "Eleven died; nine were hurt, according to the army": said of all before it.
        let cited = (start..end).any(|i| text.says(i, &["according", "to"]));
        if cited && parts.iter().all(|(_, said)| said.is_none()) {
            for (_, said) in &mut parts {
                said.clone_from(&speaker);
            }
        }
        last.clone_from(&speaker);
        parts.push((end, speaker));
        start = end + 1;
    }
    Speakers(parts)
}

/// Whether one has spoken in the tokens from `start` and another begins to at the "but" of `end`: "Police put
/// the dead at five, but the mayor said there were nine".
fn another_speaks(
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

/// Returns the words for whoever says a sentence or a part of one.
fn speaker(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    before: Option<&str>,
) -> Option<String> {
    let starting = |at: usize| phrases.iter().find(|p| p.start == at);
    // "citing unnamed officials": what stands before the noun may be no part of the phrase.
    let near = |at: usize| (at..at + 3).find_map(starting);
    for i in sentence.start..sentence.end {
        let cited = if text.says(i, &["according", "to"]) {
            Some(i + 2)
        } else if matches!(text.lower_at(i), "citing" | "quoting" | "quotes" | "cites") {
            Some(i + 1)
        } else if matches!(text.lower_at(i), "quoted" | "cited") {
            (text.lower_at(i + 1) != "by").then_some(i + 1)
        } else {
            reckoned_by(text, sentence, i)
        };
        if let Some(phrase) = cited.and_then(near) {
            return Some(whole(
                text,
                source(text, phrase, phrases),
                phrases,
                sentence,
            ));
        }
    }
    if let Some(label) = label(text, sentence, phrases) {
        return Some(label);
    }
    // Who says so stands before who puts a figure so.
    let plain = |i: &usize| text.word_at(*i).is_some_and(|word| word.speech.is_some());
    let verbs = sentence.start..sentence.end;
    let (said, put): (Vec<usize>, Vec<usize>) = verbs
        .filter(|i| is_speech(text, sentence, *i))
        .partition(plain);
    for i in said.into_iter().chain(put) {
        let end = behind_subject(text, sentence, phrases, i);
        if matches!(
            text.lower_at(end.wrapping_sub(1)),
            "it" | "which" | "that" | "he" | "she" | "they" | "who"
        ) && end > sentence.start
        {
            if text.lower_at(end - 1) != "who" {
                return before.map(str::to_owned);
            }
            continue;
        }
        // "..., says ministry".
        let behind = text.lower_at(end.wrapping_sub(1)) == "," && end > sentence.start;
        let left = phrases.iter().rev().filter(|_| !behind).find(|p| {
            p.end <= end && end - p.end <= 1 && p.start >= sentence.start && p.what != What::Bare
        });
        // "told AFP": whom it was told.
        let told = matches!(
            text.lower_at(i),
            "told" | "tells" | "informed" | "informs" | "telling"
        );
        // "said two of their colleagues died": a number behind the verb is what is told.
        let counted = |p: &&Phrase| p.quantity.is_some_and(|q| !q.article && !q.definite);
        let right = || {
            starting(i + 1)
                .filter(|_| !told && follows(text, phrases, i))
                .filter(|p| !counted(p))
        };
        let subject = match left {
            // "a spokesman for the group said": the head, not what stands behind its preposition.
            Some(phrase) if can_speak(text, phrase) => Some(head(text, phrase, phrases)),
            // "killed in the attack said Arin Holm": quotation marks and commas are lost.
            Some(phrase) => right().or_else(|| {
                let head = head(text, phrase, phrases);
                let far = || {
                    phrases.iter().rev().find(|p| {
                        p.end < phrase.start
                            && p.start >= sentence.start
                            && p.after.is_none()
                            && can_speak(text, p)
                            && (matches!(
                                text.lower_at(p.end),
                                "," | "who" | "which" | "that" | "reached" | "contacted"
                            ) || text.tag_at(p.end) == Some(Tag::VBG))
                    })
                };
                Some(head)
                    .filter(|p| can_speak(text, p))
                    .or_else(far)
                    .or_else(|| Some(head).filter(|p| !is_mute(text, p)))
            }),
            None => starting(i + 1).filter(|_| {
                i > sentence.start
                    && matches!(text.lower_at(i - 1), "," | "\"" | "”" | "''")
                    && follows(text, phrases, i)
            }),
        };
        let Some(phrase) = subject else { continue };
        if phrase.what == What::Pronoun {
            return before.map(str::to_owned);
        }
        if !matches!(
            phrase.what,
            What::People | What::Name | What::Other | What::Objects
        ) {
            continue;
        }
        return Some(whole(text, phrase, phrases, sentence));
    }
    let first = text.lower_at(sentence.start);
    let goes_on = matches!(first, "\"" | "“" | "''" | "``")
        || matches!(text.lower_at(sentence.start + 1), "added" | "said");
    if goes_on {
        return before.map(str::to_owned);
    }
    None
}

/// "By the count of the ministry", "by the ministry's account": the first token of who counts.
fn reckoned_by(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let counts = matches!(
        text.lower_at(at),
        "account" | "count" | "reckoning" | "estimate" | "estimates" | "tally"
    );
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

/// "Governor Arin Holm: seven dead", "seven dead (army)".
fn label(text: &Text<'_>, sentence: &Sentence, phrases: &[Phrase]) -> Option<String> {
    let first = phrases.iter().find(|p| p.start >= sentence.start)?;
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
    let opens = first.start <= sentence.start + 1 && text.lower_at(first.end) == ":";
    let last = phrases.iter().rev().find(|p| p.end <= sentence.end)?;
    let closes = text.lower_at(last.start.wrapping_sub(1)) == "("
        && text.lower_at(last.end) == ")"
        && last.end + 2 >= sentence.end
        && last.start > sentence.start + 1;
    let label = Some(first).filter(|_| opens).filter(body);
    let label = label.or(Some(last).filter(|_| closes).filter(body));
    label.map(|phrase| whole(text, phrase, phrases, sentence))
}

/// Whether token `at` is a verb with which somebody says what the sentence tells.
fn is_speech(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    let lower = text.lower_at(at);
    let word = text.word_at(at).and_then(|word| word.speech);
    let next = text.lower_at(at + 1);
    let limit = (at + 9).min(sentence.end);
    let said = match word {
        Some(Speech::Say | Speech::Claim | Speech::Deny) => true,
        // "Rescuers fear that", not "feared dead".
        Some(Speech::Fear) => next == "that",
        None | Some(Speech::Act) => match lower {
            "put" | "puts" | "gave" | "gives" | "lowered" | "raised" | "revised" => (at + 1..limit)
                .any(|i| {
                    matches!(
                        text.lower_at(i),
                        "dead"
                            | "number"
                            | "toll"
                            | "figure"
                            | "injured"
                            | "wounded"
                            | "estimate"
                            | "losses"
                            | "deaths"
                            | "casualties"
                            | "killed"
                    )
                }),
            "spoke" | "speaks" | "speak" | "speaking" => {
                (at + 1..limit).any(|i| text.lower_at(i) == "of")
            }
            "owned" => text.says(at + 1, &["up", "to"]),
            "drawn" => (at + 1..limit).any(|i| text.lower_at(i) == "list"),
            _ => false,
        },
    };
    let verb = text
        .tag_at(at)
        .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN || tag == Tag::VBG)
        || matches!(lower, "said" | "put" | "puts" | "speak")
        // ", the ministry reports.": a verb that looks like a noun.
        || said
            && phrase_before(text, sentence, at)
            && matches!(next, "." | "," | "" | ";" | ")");
    // "claimed responsibility", "claimed 31 lives", "foreigners believed to be rebels".
    let of_deed = matches!(lower, "claimed" | "reported" | "estimated" | "rejected")
        && matches!(next, "responsibility" | "by" | "the" | "at")
        || lower.starts_with("claim")
            && (at + 1..(at + 5).min(sentence.end))
                .any(|i| matches!(text.lower_at(i), "life" | "lives"))
        || next == "to" && text.lower_at(at + 2) == "be";
    let passive = at > sentence.start
        && matches!(
            text.lower_at(at - 1),
            "was" | "were" | "been" | "is" | "are" | "be"
        );
    said && verb && !of_deed && !passive
}

/// Whether a comma and a few words stand before the token: ", the ministry reports".
fn phrase_before(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    let from = at.saturating_sub(6).max(sentence.start);
    at > sentence.start + 1 && (from..at - 1).any(|i| matches!(text.lower_at(i), "," | "\"" | "”"))
}

/// The token behind the subject of the verb at `at`: adverbs, auxiliaries, days and asides passed over.
fn behind_subject(text: &Text<'_>, sentence: &Sentence, phrases: &[Phrase], at: usize) -> usize {
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
            && phrases
                .iter()
                .any(|p| p.end == end - 1 && p.aside.is_some())
        {
            end -= 1;
        } else if before == ","
            && let Some(open) = (sentence.start..end - 1)
                .rev()
                .take(12)
                .find(|i| text.lower_at(*i) == ",")
            && let Some(subject) = phrases.iter().find(|p| p.end == open)
            && (is_aside(text, phrases, open + 1, end - 1)
                || can_speak(text, subject)
                    && is_apposition(text, phrases, (open + 1, end - 1), at))
        {
            end = open;
        } else {
            break;
        }
    }
    end
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
    let noun = phrases
        .iter()
        .any(|p| p.start == from && p.end <= to && matches!(p.what, What::People | What::Name))
        || text.word_at(from).is_some_and(|word| word.person.is_some());
    let age = from + 1 == to && text.number_at(from).is_some();
    let whence = matches!(
        text.lower_at(from),
        "in" | "near" | "from" | "at" | "speaking" | "reached" | "contacted"
    );
    (noun || age || whence) && !follows(text, phrases, at)
}

/// Whether whoever speaks stands right behind the verb at `at`: no verb of his own follows.
fn follows(text: &Text<'_>, phrases: &[Phrase], at: usize) -> bool {
    phrases.iter().any(|p| {
        p.start == at + 1
            && can_speak(text, p)
            && !(p.end..p.end + 3).any(|i| {
                text.is_be(i) || text.is_have(i) || text.tag_at(i).is_some_and(Tag::is_finite)
            })
    })
}

/// "for his part", "Abdi Geele", "quoting the ministry" between commas behind a subject.
fn is_aside(text: &Text<'_>, phrases: &[Phrase], from: usize, to: usize) -> bool {
    matches!(text.lower_at(from), "for" | "quoting" | "citing" | "who")
        || phrases
            .iter()
            .any(|p| p.start == from && p.end == to && p.what == What::Name)
        || text.lower_at(from) == "in" && text.lower_at(to - 1) == "statement"
}
