//! How the report holds a claim: as a fact, in doubt, denied, feared, or as something that did not happen.

mod hold;
mod known;
mod reach;
mod rules;

use tollbook_terms::{Effect, Modality};

use super::Told;
use crate::mention::{Mention, is_killer};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use hold::{Verb, is_its_condition, is_staged, reaches};
use known::{begins, is_known_of, is_recalled, is_unconfirmed};
pub(crate) use known::{doubt, forget_sought};
use reach::{
    is_circumstance, is_closed_aside, is_condition, is_denied, is_doers_doubt, is_done,
    is_negation, is_saved, is_undone, known_deed,
};
use rules::KNOWN;
pub(crate) use rules::{MODALITY, RULES};

/// Words that hold something for likely.
const BELIEVED: &[&str] = &[
    "believed", "thought", "assumed", "suspect", "suspects", "believe", "believes",
];

/// Words that make of what follows a wish, a plan, a condition or a tale.
const UNREAL: &[&str] = &[
    "could",
    "would",
    "might",
    "threatened",
    "threatening",
    "threatens",
    "vowed",
    "plotting",
    "planned",
    "planning",
    "plans",
    "plot",
    "plan",
    "attempt",
    "attempted",
    "trying",
    "tried",
    "warned",
    "wants",
    "intended",
    "conspiring",
    "deserved",
];

/// Returns how the report holds the claim, and the rule that says so where it is no plain fact.
pub(crate) fn modality(
    text: &Text<'_>,
    told: &Told,
    mention: &Mention,
) -> (Modality, Option<&'static Rule>) {
    let first = told.phrases[mention.phrase].start.min(mention.trigger);
    // The clause begins behind the last semicolon, colon or "but".
    let clause = (told.sentence.start..first)
        .rev()
        .find(|i| matches!(text.lower_at(*i), ";" | ":" | "but"))
        .map_or(told.sentence.start, |i| i + 1);
    let near = first.saturating_sub(12).max(clause);
    let by_words = by_words(text, told, mention, (clause, near));
    if by_words == Modality::Asserted {
        return (by_words, None);
    }
    if let Some(from) = known_deed(text, clause, mention.trigger) {
        let of_deed = self::by_words(text, told, mention, (from, from));
        if of_deed == Modality::Asserted {
            return (of_deed, Some(&KNOWN));
        }
    }
    (by_words, Some(&MODALITY))
}

/// What the words of doubt, denial, fear or condition say: a denial reaches from `clause`, the others from
/// `near`.
fn by_words(
    text: &Text<'_>,
    told: &Told,
    mention: &Mention,
    (clause, near): (usize, usize),
) -> Modality {
    let (start, end) = (told.sentence.start, told.sentence.end);
    let phrase = &told.phrases[mention.phrase];
    let first = phrase.start.min(mention.trigger);
    let last = (phrase.end.max(mention.trigger + 1) + 2).min(end);
    let verb = hold::verb(text, (start, end), phrase, mention);
    // "Denied the raid that killed nine": the deaths stand.
    let denied =
        verb != Verb::Known && is_denied(text, begins(text, phrase, mention, clause), first);
    if denied || hold::is_untrue(text, mention.trigger, end) {
        return Modality::Denied;
    }
    if hold::is_drill(text, (start, end), mention.trigger) {
        return Modality::Hypothetical;
    }
    // "They foiled a plot to kill a judge, and arrested three men", "One tried to flee and was badly hurt":
    // the verb behind "and" is its own.
    let mut group = mention.trigger;
    while group > start
        && (text.tag_at(group - 1).is_some_and(Tag::is_adverb) || text.is_be(group - 1))
    {
        group -= 1;
    }
    let own_verb =
        text.tag_at(group) == Some(Tag::VBD) && group > start && text.lower_at(group - 1) == "and";
    // "He believes that one acted alone, and has freed two others held on the day".
    let has_own_verb = |i: usize| {
        own_verb
            || (i + 1..first)
                .any(|j| text.says(j, &[",", "and"]) && text.tag_at(j + 2) == Some(Tag::VBD))
    };
    let near = begins(text, phrase, mention, near);
    // "They tried to flee, resulting in the death of two": what came of it.
    let outcome = (near..mention.trigger).rev().find(|i| {
        text.lower_at(*i) == ","
            && matches!(
                text.lower_at(i + 1),
                "resulting" | "causing" | "leaving" | "killing" | "wounding" | "injuring"
            )
    });
    let near = outcome.map_or(near, |comma| comma);
    // "A clerk, who tried to flee, was shot": an aside on the harmed.
    let is_aside =
        |i: usize| i >= phrase.end && (i..mention.trigger).any(|j| text.lower_at(j) == ",");
    // "It would free 12 hostages": they are held, whatever becomes of the rest.
    let is_state = mention.trigger >= phrase.start
        && mention.trigger < phrase.end
        && matches!(mention.effect, Effect::Abducted | Effect::Detained);
    // "threatening and beating the guards": two deeds.
    let beside = |i: usize| {
        i + 2 == mention.trigger
            && text.lower_at(i + 1) == "and"
            && text.tag_at(i) == text.tag_at(mention.trigger)
    };
    let suffers = matches!(mention.effect, Effect::Killed | Effect::Missing);
    // "Suspected rebels killed two": who they are is in doubt, not the harm.
    let is_doer = |i: usize| {
        let at = told.phrases.partition_point(|p| p.end <= i);
        told.phrases
            .get(at)
            .is_some_and(|doer| doer.start <= i && at != mention.phrase && doer.is_people())
    };
    let accused = |i: usize| {
        let done = text.tag_at(mention.trigger) == Some(Tag::VBG)
            || text.lower_at(mention.trigger.wrapping_sub(1)) == "having";
        i < first
            && (text.lower_at(i).starts_with("alleg") && !is_killer(text.lower_at(i + 1))
                || done && (i..mention.trigger).any(|j| text.lower_at(j) == "of"))
    };
    // "Nine may be dead", "there may be nine nurses among the dead".
    let is_possible_state = |i: usize| {
        text.lower_at(i + 1) == "be"
            && !text.tag_at(mention.trigger).is_some_and(Tag::is_verb)
            && (i + 2..=mention.trigger).all(|j| !text.tag_at(j).is_some_and(Tag::is_verb))
    };
    // "Accused the army of shelling a town on Monday, killing nine": no other verb stands between.
    let accused_before = (clause..near)
        .rev()
        .take_while(|i| !text.tag_at(i + 1).is_some_and(Tag::is_finite))
        .any(|i| matches!(text.lower_at(i), "accused" | "accuses" | "accusing") && accused(i));
    let mut hedge = match accused_before || is_unconfirmed(text, &told.sentence, first) {
        true => Modality::Alleged,
        false => Modality::Asserted,
    };
    for i in near..last {
        let before = i < mention.trigger;
        if i < first && !reaches(text, i, first) {
            continue;
        }
        match text.lower_at(i) {
            "may" | "might" | "could" | "would" | "will" | "should" | "must" | "can"
                if verb != Verb::Governed
                    || is_recalled(text, i)
                    || is_known_of(text, i, phrase, mention) => {}
            // "Killed, apparently by a mine": only how is in doubt.
            "apparently" | "reportedly"
                if !before && matches!(text.lower_at(i + 1), "by" | "from" | "in" | "with") => {}
            "reportedly" | "allegedly" | "unconfirmed" | "unverified" | "apparently"
            | "purportedly" | "purported" | "supposedly" | "rumoured" | "rumored" => {
                hedge = Modality::Alleged;
            }
            // "Nine reported killed", "are reported to have killed nine".
            "reported" if i + 1 == mention.trigger && mention.effect != Effect::Missing => {
                hedge = Modality::Alleged;
            }
            "reported"
                if before && text.is_be(i.wrapping_sub(1)) && text.says(i + 1, &["to", "have"]) =>
            {
                hedge = Modality::Alleged;
            }
            "possible" | "probable"
                if i >= phrase.start.min(mention.trigger).saturating_sub(1)
                    && i < phrase.end
                    && text.tag_at(mention.trigger).is_some_and(Tag::is_noun) =>
            {
                return Modality::Feared;
            }
            // "More than nine hostages still believed to be held".
            "believed" | "thought" | "presumed" if is_state && i >= phrase.end => {
                hedge = Modality::Alleged;
            }
            // "Had it gone off, dozens could have been killed", "it could have killed dozens".
            "could" | "might" | "would"
                if before
                    && text.lower_at(i + 1) == "have"
                    && (is_condition(text, start, i)
                        || text.lower_at(i) == "could"
                            && i + 2 == mention.trigger
                            && phrase.start > mention.trigger) =>
            {
                return Modality::Hypothetical;
            }
            "not" | "n't" | "n’t"
                if before
                    && matches!(text.lower_at(i + 1), "appear" | "seem")
                    && matches!(text.lower_at(i + 2), "that" | "to") =>
            {
                return Modality::Negated;
            }
            "verified" | "confirmed" | "corroborated"
                if before
                    && (i.saturating_sub(2)..i)
                        .any(|j| matches!(text.lower_at(j), "not" | "never" | "yet")) =>
            {
                hedge = Modality::Alleged;
            }
            // "They wanted a hundred dead", not "six wanted rebels".
            "wanted"
                if before
                    && verb == Verb::Governed
                    && !has_own_verb(i)
                    && !is_state
                    && i > start
                    && text.tag_at(i - 1) == Some(Tag::PRP)
                    && !is_aside(i) =>
            {
                return Modality::Hypothetical;
            }
            // "10 suspected rebels": what they are is in doubt, not their harm.
            "alleged" | "suspected"
                if i < phrase.start && !is_doer(i + 1) && !is_killer(text.lower_at(i + 1)) =>
            {
                hedge = Modality::Alleged;
            }
            // "accused of shelling two villages", not of a deed that is known.
            "accused" | "accuses" | "accusing" | "allege" | "alleges" | "alleging" | "alleged"
                if accused(i) =>
            {
                hedge = Modality::Alleged;
            }
            "reports" if before && text.lower_at(i + 1) == "of" => hedge = Modality::Alleged,
            "without" if i + 1 == mention.trigger && i < first => return Modality::Negated,
            "without" if text.says(i + 1, &["confirmation"]) => hedge = Modality::Alleged,
            "anyone" | "anybody" | "whoever" if before && phrase.start > i => {
                return Modality::Hypothetical;
            }
            // "are presumed responsible for the blast": the blast is no fear.
            "presumed" if text.lower_at(i + 1) == "responsible" => {}
            "feared" | "fears" | "fear" | "presumed" => return Modality::Feared,
            "possibly" | "probably" | "likely" | "presumably"
                if before
                    && verb != Verb::Known
                    && text.tag_at(i).is_some_and(Tag::is_adverb)
                    && text.lower_at(i + 1) != "to" =>
            {
                return Modality::Feared;
            }
            "possible" | "probable" | "likely" | "concern" | "concerns"
                if before && verb == Verb::Own && text.lower_at(i + 1) == "that" =>
            {
                return Modality::Feared;
            }
            "appear" | "appears" | "appeared" if before && text.says(i + 1, &["to", "have"]) => {
                hedge = Modality::Alleged;
            }
            "appears" | "rumours" | "rumors" | "allege" | "confirmed" | "verified"
                if before
                    && verb == Verb::Own
                    && text.lower_at(i + 1) == "that"
                    && (!matches!(text.lower_at(i), "confirmed" | "verified")
                        || (clause..i).any(|j| text.lower_at(j) == "not")) =>
            {
                hedge = Modality::Alleged;
            }
            lower
                if before
                    && BELIEVED.contains(&lower)
                    && text.tag_at(i).is_some_and(Tag::is_verb)
                    && !has_own_verb(i)
                    && !is_aside(i)
                    && !is_doers_doubt(text, i, mention) =>
            {
                // "The police believe that rebels killed two": who did it is in doubt, not the deaths.
                let by_people = mention.agent.is_some_and(|(start, _)| {
                    start > i
                        && told
                            .phrases
                            .iter()
                            .any(|p| p.start == start && p.is_people())
                });
                if by_people && phrase.start > mention.trigger {
                    hedge = Modality::Alleged;
                    continue;
                }
                // Who is believed dead is feared for; who is believed to have killed is accused.
                let is_theirs = phrase.end <= i || !text.says(i + 1, &["to", "have"]);
                if suffers && is_theirs {
                    return Modality::Feared;
                }
                hedge = Modality::Alleged;
            }
            "claimed" | "claims" | "claim"
                if i < first
                    && !matches!(
                        text.lower_at(i + 1),
                        "the"
                            | "responsibility"
                            | "success"
                            | "victory"
                            | "by"
                            | "at"
                            | "more"
                            | "over"
                            | "some"
                            | "about"
                    )
                    && !(i..last).any(|j| matches!(text.lower_at(j), "lives" | "victims")) =>
            {
                hedge = Modality::Alleged;
            }
            "could" | "may" | "might"
                if before
                    && verb == Verb::Governed
                    && (text.lower_at(i + 1) == "have"
                        || text.lower_at(i + 2) == "have"
                            && text.tag_at(i + 1).is_some_and(Tag::is_adverb)
                        || is_possible_state(i))
                    && !is_closed_aside(text, i, mention) =>
            {
                return Modality::Feared;
            }
            "not" if before && matches!(text.lower_at(i + 1), "confirm" | "verify") => {
                hedge = Modality::Alleged;
            }
            "could" | "can"
                if before
                    && text.lower_at(i + 1) == "not"
                    && matches!(text.lower_at(i + 2), "confirm" | "verify" | "be") => {}
            "threatening" if text.lower_at(i.wrapping_sub(1)) == "-" => {}
            // "wounded in the attempted murder of a judge", "after an attempt on his life two were hurt".
            "attempt" | "attempted" if i < first && is_circumstance(text, i, mention.trigger) => {}
            "if" | "unless" | "whether"
                if before
                    && match verb {
                        Verb::Own => is_its_condition(text, i, first),
                        Verb::Known | Verb::Later => false,
                        Verb::Governed => !has_own_verb(i) && !is_state && !is_aside(i),
                    } =>
            {
                return Modality::Hypothetical;
            }
            "exercise" | "drill" | "film" | "novel" | "movie" | "play" | "thriller" | "opera"
            | "musical" | "sitcom"
                if before && is_staged(text, i, last) =>
            {
                return Modality::Hypothetical;
            }
            lower
                if before
                    && verb == Verb::Governed
                    && !has_own_verb(i)
                    && !is_state
                    && !is_aside(i)
                    && !is_closed_aside(text, i, mention)
                    && !beside(i)
                    && text.tag_at(i) != Some(Tag::NNP)
                    && UNREAL.contains(&lower)
                    && !is_done(text, i + 1)
                    && !is_known_of(text, i, phrase, mention) =>
            {
                return Modality::Hypothetical;
            }
            "may"
                if before
                    && !is_state
                    && !is_closed_aside(text, i, mention)
                    && text.tag_at(i) == Some(Tag::MD) =>
            {
                return Modality::Hypothetical;
            }
            "will" | "should" | "must" | "can"
                if before
                    && !is_state
                    && i + 5 > mention.trigger
                    && text.tag_at(i) == Some(Tag::MD) =>
            {
                return Modality::Hypothetical;
            }
            "to" if verb == Verb::Governed
                && i < first
                && hold::infinitive(text, start, mention.trigger) == Some(i)
                && !is_done(text, i) =>
            {
                return Modality::Hypothetical;
            }
            "of" | "at" | "is" | "was" if i + 1 == mention.trigger && hold::is_aim(text, i) => {
                return Modality::Hypothetical;
            }
            // "He is scheduled to die next month".
            "to" if i + 1 == mention.trigger
                && matches!(
                    text.lower_at(i.wrapping_sub(1)),
                    "scheduled" | "due" | "slated" | "condemned" | "sentenced" | "doomed"
                ) =>
            {
                return Modality::Hypothetical;
            }
            // "They are to be executed on Friday".
            "to" if text.is_be(i.wrapping_sub(1))
                && text.lower_at(i + 1) == "be"
                && i + 2 == mention.trigger =>
            {
                return Modality::Hypothetical;
            }
            // "They did not kill the judge": who says so denies it.
            "not" | "n't" | "n’t" | "never" if is_undone(text, i, mention, phrase) => {
                return Modality::Denied;
            }
            // "has not been seen since", "did not survive": no denials.
            "not" | "n't" | "n’t" | "never"
                if is_negation(text, i, mention.trigger)
                    && mention.effect != Effect::Missing
                    && !is_saved(text, mention.trigger)
                    && phrase.end <= mention.trigger =>
            {
                return Modality::Negated;
            }
            _ => {}
        }
    }
    hedge
}
