//! The fields that a sentence gives by its words: modality, cause.

use tollbook_terms::{Cause, Effect, Modality};

use super::Told;
use crate::lexicon::Speech;
use crate::mention::Mention;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;

pub(crate) const MODALITY: Rule = Rule {
    name: "modality.words",
    says: "Words of doubt, denial, fear or condition beside the harm say how the report holds it.",
    must: &[
        (
            "Two guards were reportedly killed.",
            "killed 2 security alleged",
        ),
        (
            "The attack could kill hundreds of people.",
            "killed 200.. hypothetical",
        ),
        (
            "The army denied that it had killed 41 villagers.",
            "killed 41 civilian denied",
        ),
    ],
    must_not: &[(
        "Two guards were killed, the army said.",
        "plain attribution is no doubt",
    )],
};

pub(crate) const COUNT: Rule = Rule {
    name: "count.phrase",
    says: "The number beside a noun counts it, as its words bind it; an article or a name counts one.",
    must: &[
        ("At least 20 people were killed.", "killed 20+"),
        ("Between 10 and 15 people were wounded.", "injured 10-15"),
        ("A nurse was killed.", "killed 1 medic"),
        ("A few dozen people were injured.", "injured 36.."),
        (
            "Two or three dozen rebels were killed.",
            "killed 24-36 combatant",
        ),
        ("Some 30-odd people were killed.", "killed ~30"),
        ("Half a million people were displaced.", "displaced ~500000"),
        ("Twelve (12) guards were killed.", "killed 12 security"),
        (
            "Every one of the 12 guards was killed.",
            "killed 12 security",
        ),
        (
            "Five girls between 12 and 17 were abducted.",
            "abducted 5 child",
        ),
        ("Three people aged 20, 34 and 50 were killed.", "killed 3"),
    ],
    must_not: &[
        (
            "The 20 km road was closed after 20 years.",
            "neither kilometres nor years are people",
        ),
        (
            "All of them, aged 20, 34 and 50, live near Checkpoint 12.",
            "neither ages nor the number of a checkpoint are people",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&MODALITY, &COUNT];

/// A value by the token that says it.
pub(crate) type At<Value> = (usize, Value);

/// Returns how the report holds the claim.
pub(crate) fn modality(text: &Text<'_>, told: &Told, mention: &Mention) -> Modality {
    let (start, end) = (told.sentence.start, told.sentence.end);
    let phrase = &told.phrases[mention.phrase];
    let first = phrase.start.min(mention.trigger);
    // The clause begins behind the last comma, semicolon or "and" with a verb of its own.
    let clause = (start..first)
        .rev()
        .find(|i| matches!(text.lower_at(*i), ";" | ":"))
        .map_or(start, |i| i + 1);
    let near = first.saturating_sub(12).max(clause);
    let last = (phrase.end.max(mention.trigger + 1) + 2).min(end);
    let denied = (clause..first).any(|i| {
        text.word_at(i)
            .is_some_and(|w| w.speech == Some(Speech::Deny))
    }) && !(clause..first).any(|i| text.says(i, &["denied", "responsibility"]));
    let untrue = (mention.trigger..end).any(|i| matches!(text.lower_at(i), "untrue" | "baseless"));
    if denied || untrue {
        return Modality::Denied;
    }
    // In a drill the "wounded" stand in quotation marks.
    let quote = |i: usize| matches!(text.lower_at(i), "\"" | "“" | "”");
    let staged = |i: usize| {
        matches!(
            text.lower_at(i),
            "exercise" | "exercises" | "drill" | "drills" | "simulation" | "rehearsal"
        )
    };
    if quote(mention.trigger.wrapping_sub(1))
        && quote(mention.trigger + 1)
        && (start..end).any(staged)
    {
        return Modality::Hypothetical;
    }
    // "They foiled a plot to kill a judge, and arrested three men": the verb behind "and" is its own.
    let own_verb = text.tag_at(mention.trigger) == Some(Tag::VBD)
        && mention.trigger > start
        && text.lower_at(mention.trigger - 1) == "and";
    let mut hedge = Modality::Asserted;
    for i in near..last {
        let lower = text.lower_at(i);
        match lower {
            "reportedly" | "allegedly" | "unconfirmed" | "alleged" | "apparently" | "suspected"
                if i < last =>
            {
                hedge = Modality::Alleged
            }
            "anyone" | "anybody" | "whoever" if i < mention.trigger && phrase.start > i => {
                return Modality::Hypothetical;
            }
            "feared" | "fears" | "fear" | "presumed" => return Modality::Feared,
            "claimed" | "claims" | "claim"
                if i < first
                    && !matches!(
                        text.lower_at(i + 1),
                        "the" | "responsibility" | "by" | "at" | "more" | "over" | "some" | "about"
                    ) =>
            {
                hedge = Modality::Alleged;
            }
            "could" | "would" | "might" | "threatened" | "threatening" | "threatens" | "vowed"
            | "plotting" | "planned" | "planning" | "plans" | "plot" | "plan" | "if" | "unless"
            | "attempt" | "attempted" | "trying" | "tried" | "warned" | "exercise" | "drill"
            | "film" | "novel" | "wants" | "intended" | "conspiring"
                if i < mention.trigger && !own_verb =>
            {
                return Modality::Hypothetical;
            }
            "may" if i < mention.trigger && text.tag_at(i) == Some(Tag::MD) => {
                return if text.lower_at(i + 1) == "have" {
                    Modality::Feared
                } else {
                    Modality::Hypothetical
                };
            }
            "will" | "should" | "must" | "can"
                if i < mention.trigger
                    && i + 5 > mention.trigger
                    && text.tag_at(i) == Some(Tag::MD) =>
            {
                return Modality::Hypothetical;
            }
            "to" if i + 1 == mention.trigger
                && i < first
                && text.tag_at(mention.trigger) == Some(Tag::VB) =>
            {
                return Modality::Hypothetical;
            }
            // "has not been seen since" is no denial.
            "not" | "n't" | "n’t" | "never"
                if i < mention.trigger
                    && mention.effect != Effect::Missing
                    && i + 3 >= mention.trigger
                    && phrase.end <= mention.trigger =>
            {
                return Modality::Negated;
            }
            _ => {}
        }
    }
    hedge
}

/// Returns the cause that the sentence names, if it names one.
pub(crate) fn cause(told: &Told, mention: &Mention) -> Option<Cause> {
    if mention.agent.is_some() && !told.causes.is_empty() && !told.means.is_empty() {
        return None;
    }
    let nearest = told
        .causes
        .iter()
        .min_by_key(|(at, _)| at.abs_diff(mention.trigger))?;
    let violent = told
        .means
        .iter()
        .any(|(at, _)| at.abs_diff(mention.trigger) < nearest.0.abs_diff(mention.trigger));
    (!violent).then_some(nearest.1)
}
