//! Who says so: the origin nearest to the figure.

mod otherwise;
mod subject;
mod turn;
mod who;

use crate::lexicon::Speech;
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;
pub(crate) use otherwise::is_reckoning;
use otherwise::{label, reckoned_by, told_behind};
use subject::{behind_subject, follows, hidden_subject};
use turn::{another_is_cited, another_speaks, carries_on, goes_aside};
use who::{can_speak, first_speaker, head, is_mute, is_nobody, source, whole};

pub(crate) const SPEAKER: Rule = Rule {
    name: "claimant.speech",
    says: "Who is the subject of a verb of speech, or stands behind \"according to\" or \"citing\", says what the sentence tells, and what follows while the same one speaks on.",
    must: &[
        ("Police said five people were killed.", "killed 5"),
        (
            "Officials, speaking on condition that they were not named, said five people were killed.",
            "killed 5",
        ),
        (
            "A rights group accused the army of killing five people.",
            "killed 5 alleged",
        ),
        (
            "The army said 14 fighters were killed, but the rebels said 12 fighters were killed.",
            "killed 14 combatant; killed 12 combatant rival-of 14",
        ),
    ],
    must_not: &[
        ("Five people were killed.", "the outlet speaks itself"),
        (
            "Five people were killed after police said the road was safe.",
            "what the police said was another thing",
        ),
        ("No group said that it killed five people.", "nobody speaks"),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&SPEAKER];

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
            && !another_is_cited(text, sentence, phrases, (start, end))
            && !goes_aside(text, sentence, phrases, end)
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
        let told = speaker.is_none().then(|| told_behind(text, &part, phrases));
        if let Some((verb, who)) = told.flatten() {
            parts.push((verb, None));
            last = Some(who);
        } else {
            last = speaker;
        }
        parts.push((end, last.clone()));
        start = end + 1;
    }
    // "Nine of the dead were women. Two were nurses, he said."
    if let Some(before) = before
        && parts.iter().all(|(_, said)| said.is_none())
        && carries_on(text, sentence)
    {
        for (_, said) in &mut parts {
            *said = Some(before.to_owned());
        }
    }
    Speakers(parts)
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
        } else if matches!(
            text.lower_at(i),
            "learned" | "learnt" | "gathered" | "understood"
        ) && text.lower_at(i + 1) == "from"
            || matches!(text.lower_at(i), "informed" | "told" | "notified")
                && text.lower_at(i + 1) == "by"
        {
            Some(i + 2)
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
        if let Some(subject) = hidden_subject(text, sentence, phrases, i) {
            return Some(subject);
        }
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
        // "The governor deplored the raid and spoke of six dead": one subject of two verbs.
        let joined = text.lower_at(end.wrapping_sub(1)) == "and" && end > sentence.start;
        let subject = match joined.then(|| first_speaker(text, sentence, phrases, end)) {
            Some(Some(first)) => Some(first),
            _ => subject,
        };
        let Some(phrase) = subject.filter(|p| !is_nobody(text, p)) else {
            continue;
        };
        // "A statement by the ministry said".
        let phrase = source(text, phrase, phrases);
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
            "put" | "puts" | "gave" | "gives" | "lowered" | "raised" | "revised" => {
                (at + 1..limit).any(|i| {
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
                }) || matches!(next, "it" | "them") && text.lower_at(at + 2) == "at"
            }
            "spoke" | "speaks" | "speak" | "speaking" => {
                (at + 1..limit).any(|i| text.lower_at(i) == "of")
            }
            "posted" | "posts" | "blogged" => matches!(next, "on" | "that" | ":"),
            "owned" => text.says(at + 1, &["up", "to"]),
            "drawn" => (at + 1..limit).any(|i| text.lower_at(i) == "list"),
            _ => false,
        },
    };
    let verb = text
        .tag_at(at)
        .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN || tag == Tag::VBG)
        || matches!(lower, "said" | "put" | "puts" | "speak" | "spoke")
        // ", the ministry reports.": a verb that looks like a noun.
        || said
            && phrase_before(text, sentence, at)
            && matches!(next, "." | "," | "" | ";" | ")");
    // "claimed responsibility", "claimed 31 lives", "foreigners believed to be rebels".
    let of_deed = matches!(
        lower,
        "claimed" | "reported" | "estimated" | "estimates" | "estimate" | "rejected"
    ) && matches!(next, "responsibility" | "by" | "the" | "at")
        && !(lower == "reported" && next == "the" && text.lower_at(at.wrapping_sub(1)) == ",")
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
