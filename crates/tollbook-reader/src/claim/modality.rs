//! How the report holds a claim: as a fact, in doubt, denied, feared, or as something that did not happen.

mod reach;

use tollbook_terms::{Effect, Modality};

use super::Told;
use crate::mention::Mention;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use reach::{is_circumstance, is_closed_aside, is_denied, is_done, known_deed};

pub(crate) const MODALITY: Rule = Rule {
    name: "modality.words",
    says: "Words of doubt, denial, fear or condition beside the harm say how the report holds it.",
    must: &[
        (
            "Two guards were reportedly killed.",
            "killed 2 security alleged",
        ),
        (
            "Witnesses spoke of reports of two guards being killed.",
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
        (
            "Two clerks are thought to have been killed.",
            "killed 2 worker feared",
        ),
        ("Nine miners are believed dead.", "killed 9 worker feared"),
        (
            "The army said it might have killed two villagers.",
            "killed 2 civilian feared",
        ),
        (
            "The group is believed to have killed nine guards.",
            "killed 9 security alleged",
        ),
        (
            "The army is accused of killing nine guards.",
            "killed 9 security alleged",
        ),
        (
            "Reports that nine guards were killed are false.",
            "killed 9 security denied",
        ),
        (
            "The army could not confirm that nine guards were killed.",
            "killed 9 security alleged",
        ),
    ],
    must_not: &[
        (
            "Two guards were killed, the army said.",
            "plain attribution is no doubt",
        ),
        (
            "Police were able to arrest two smugglers.",
            "they have done it",
        ),
        (
            "Suspected rebels shot dead two guards.",
            "who they are is in doubt, not what they did",
        ),
        (
            "Police held four suspected smugglers.",
            "what they did is in doubt, not that they are held",
        ),
        (
            "A clerk, who tried to flee, was shot dead.",
            "the attempt was another's deed",
        ),
        (
            "A clerk tried to flee and was badly hurt.",
            "he was hurt, whatever he tried",
        ),
        (
            "As a result of the attempted murder, two guards were hurt.",
            "the attempt hurt them",
        ),
        (
            "Two clerks, who may have been lost, were found dead.",
            "that they were lost is in doubt",
        ),
        (
            "The deal would free 12 hostages.",
            "the deal is in doubt, not that they are held",
        ),
        (
            "No wound was life-threatening, but nine people were taken to hospital.",
            "nobody threatens, and \"but\" begins another clause",
        ),
    ],
};

pub(crate) const KNOWN: Rule = Rule {
    name: "modality.known_deed",
    says: "\"The murder of\" and \"his abduction\" speak of a deed that has been done: who denies a part in it, or looks into it, leaves it as it is.",
    must: &[
        (
            "The party denied any part in the murder of Ines Barro.",
            "killed 1",
        ),
        (
            "The parties rejected the murder of two judges.",
            "killed 2 official",
        ),
        (
            "A panel would investigate the killing of six nuns.",
            "killed 6 cleric",
        ),
        (
            "A reward is offered to anyone who helps to solve the abduction of two nurses.",
            "abducted 2 medic",
        ),
        (
            "Nobody knows who had planned the murder of Ines Barro.",
            "killed 1",
        ),
    ],
    must_not: &[
        (
            "The army denied the killing of 41 villagers.",
            "the killing itself is denied",
        ),
        (
            "The siege could lead to the killing of 41 hostages.",
            "it has not been done",
        ),
        (
            "They planned the murder of Ines Barro.",
            "a plan is no deed",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&MODALITY, &KNOWN];

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
    "if",
    "unless",
    "whether",
    "attempt",
    "attempted",
    "trying",
    "tried",
    "warned",
    "exercise",
    "drill",
    "film",
    "novel",
    "wants",
    "intended",
    "conspiring",
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
    let denied = is_denied(text, clause, first);
    let is_untrue = |i: usize| {
        matches!(text.lower_at(i), "untrue" | "baseless" | "fabricated")
            || text.lower_at(i) == "false"
                && matches!(
                    text.lower_at(i.wrapping_sub(1)),
                    "is" | "are" | "was" | "were" | "as"
                )
    };
    if denied || (mention.trigger..end).any(is_untrue) {
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
    // "for a blast that killed three": what stands before the pronoun says nothing of it.
    let near = match text.lower_at(mention.trigger.wrapping_sub(1)) {
        "who" | "which" | "that" if text.tag_at(mention.trigger) == Some(Tag::VBD) => {
            near.max(mention.trigger)
        }
        _ => near,
    };
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
        i < first
            && (text.lower_at(i).starts_with("alleg")
                || text.tag_at(mention.trigger) == Some(Tag::VBG)
                    && (i..mention.trigger).any(|j| text.lower_at(j) == "of"))
    };
    let mut hedge = Modality::Asserted;
    for i in near..last {
        let before = i < mention.trigger;
        match text.lower_at(i) {
            "reportedly" | "allegedly" | "unconfirmed" | "apparently" => {
                hedge = Modality::Alleged;
            }
            // "10 suspected rebels": what they are is in doubt, not their harm.
            "alleged" | "suspected" if i < phrase.start && !is_doer(i + 1) => {
                hedge = Modality::Alleged;
            }
            // "accused of shelling two villages", not of a deed that is known.
            "accused" | "accuses" | "accusing" | "alleges" | "alleging" | "alleged"
                if accused(i) =>
            {
                hedge = Modality::Alleged;
            }
            "reports" if before && text.lower_at(i + 1) == "of" => hedge = Modality::Alleged,
            "without" if text.says(i + 1, &["confirmation"]) => hedge = Modality::Alleged,
            "anyone" | "anybody" | "whoever" if before && phrase.start > i => {
                return Modality::Hypothetical;
            }
            "feared" | "fears" | "fear" | "presumed" => return Modality::Feared,
            lower
                if before
                    && BELIEVED.contains(&lower)
                    && text.tag_at(i).is_some_and(Tag::is_verb)
                    && !is_aside(i) =>
            {
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
                    && text.lower_at(i + 1) == "have"
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
            lower
                if before
                    && !own_verb
                    && !is_state
                    && !is_aside(i)
                    && !is_closed_aside(text, i, mention)
                    && !beside(i)
                    && UNREAL.contains(&lower) =>
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
            "to" if i + 1 == mention.trigger
                && i < first
                && text.tag_at(mention.trigger) == Some(Tag::VB)
                && !is_done(text, i) =>
            {
                return Modality::Hypothetical;
            }
            // "has not been seen since" is no denial.
            "not" | "n't" | "n’t" | "never"
                if before
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
