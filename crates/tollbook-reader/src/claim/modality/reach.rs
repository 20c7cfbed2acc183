//! What the words of doubt, denial and condition reach, and what they leave as it is.

use crate::lexicon::{HarmNoun, Speech};
use crate::mention::Mention;
use crate::phrase::noun::Phrase;
use crate::tag::Tag;
use crate::text::Text;

/// Verbs that bring a deed about, or keep it from being done.
const BRINGS_ABOUT: &[&str] = &[
    "lead", "result", "cause", "mean", "bring", "trigger", "provoke", "prompt", "order", "prevent",
    "stop", "avert", "halt", "end", "avoid", "involve", "include", "plan", "commit", "carry",
    "see", "allow", "require", "risk", "be",
];

/// Where the words begin that govern "the murder of" or "his abduction" at `trigger`; `None` where they
/// say nothing of a deed that is known.
pub(super) fn known_deed(text: &Text<'_>, clause: usize, trigger: usize) -> Option<usize> {
    if !matches!(
        text.word_at(trigger).and_then(|word| word.noun),
        Some(HarmNoun::Deed(_))
    ) {
        return None;
    }
    let known = |i: usize| {
        matches!(
            text.lower_at(i),
            "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their"
        )
    };
    let first = (trigger.saturating_sub(3).max(clause)..trigger)
        .rev()
        .find(|i| known(*i) || text.tag_at(*i) == Some(Tag::POS))?;
    if text.tag_at(first) == Some(Tag::POS) {
        return Some(first);
    }
    let real = |i: usize| {
        // "denied reports of the killing", "threatened with the killing", "could lead to the killing".
        let told = matches!(
            text.lower_at(i),
            "reports" | "report" | "reporting" | "claims" | "claim" | "rumours" | "rumors" | "news"
        );
        told || BRINGS_ABOUT.contains(&text.lower_at(i)) && text.tag_at(i).is_some_and(Tag::is_verb)
    };
    if (first.saturating_sub(4).max(clause)..first).any(real) {
        return None;
    }
    // "planned the murder", "a plan for the murder"; not "would investigate the murder".
    let over = if text
        .tag_at(first.saturating_sub(1))
        .is_some_and(Tag::is_verb)
    {
        1
    } else {
        2
    };
    let governs = first.saturating_sub(over).max(clause);
    // "The parties rejected the murder": they condemn it.
    let condemned = first > clause && text.lower_at(first - 1).starts_with("reject");
    // "who had planned the murder"
    let by_whom = first > clause + 1
        && text.lower_at(first - 1).starts_with("plan")
        && (first.saturating_sub(3).max(clause)..first).any(|i| text.lower_at(i) == "who");
    Some(if condemned || by_whom { first } else { governs })
}

/// Where the last word of denial begins that reaches to token `first`: "rejected the account and accused the
/// army of killing" denies no killing.
pub(super) fn is_denied(text: &Text<'_>, clause: usize, first: usize) -> bool {
    let speech = |i: usize| text.word_at(i).and_then(|word| word.speech);
    // "It is not true that", "called it a lie that".
    let untrue = |i: usize| {
        text.lower_at(i + 1) == "that"
            && match text.lower_at(i) {
                "untrue" | "lie" | "fabrication" => true,
                "true" => i > clause && text.lower_at(i - 1) == "not",
                _ => false,
            }
    };
    let Some(deny) = (clause..first)
        .rev()
        .find(|i| speech(*i) == Some(Speech::Deny) || untrue(*i))
    else {
        return false;
    };
    // "Which the army rejected, they said", "disputed the toll, saying that": something said before.
    let said_before = |i: usize| {
        matches!(
            text.lower_at(i),
            "toll"
                | "tolls"
                | "figure"
                | "figures"
                | "count"
                | "account"
                | "accounts"
                | "number"
                | "numbers"
                | "version"
                | "claim"
                | "claims"
                | "report"
                | "reports"
                | "charge"
                | "charges"
                | "accusation"
                | "accusations"
                | "allegation"
                | "allegations"
                | "statement"
                | "estimate"
                | "story"
                | "it"
                | "this"
        ) && matches!(
            text.lower_at(i + 1),
            "," | "and" | "but" | "as" | "saying" | "insisting" | "claiming" | "adding"
        )
    };
    if text.lower_at(deny + 1) == "," || (deny + 1..first.min(deny + 6)).any(said_before) {
        return false;
    }
    let says_else = |i: usize| {
        text.lower_at(i) == "and"
            && speech(i + 1).is_some_and(|speech| speech != Speech::Deny)
            && text.tag_at(i + 1).is_some_and(Tag::is_finite)
    };
    !(deny + 2..first).any(says_else)
        && !(clause..first).any(|i| text.says(i, &["denied", "responsibility"]))
}

/// Whether the words at `at` stand in an aside that a comma ends before the verb at `trigger` begins: "two men,
/// who may have been lost, were found dead".
pub(super) fn is_closed_aside(text: &Text<'_>, at: usize, mention: &Mention) -> bool {
    let who = (at.saturating_sub(12)..at)
        .rev()
        .take_while(|i| !matches!(text.lower_at(*i), ";" | ":"))
        .any(|i| matches!(text.lower_at(i), "who" | "which"));
    who && (at..mention.trigger)
        .any(|i| text.lower_at(i) == "," && text.tag_at(i + 1).is_some_and(Tag::is_finite))
}

/// Whether the attempt at `at` is what the harm at `trigger` came of: a finite verb of harm stands behind a
/// noun of its own, "As a result of the attempted murder, two guards were hurt".
pub(super) fn is_circumstance(text: &Text<'_>, at: usize, trigger: usize) -> bool {
    let noun =
        text.tag_at(at).is_some_and(Tag::is_noun) || text.tag_at(at + 1).is_some_and(Tag::is_noun);
    let comma = (at..trigger).find(|i| text.lower_at(*i) == ",");
    noun && comma
        .is_some_and(|comma| (comma..=trigger).any(|i| text.tag_at(i).is_some_and(Tag::is_finite)))
}

/// Whether "to" at `to` opens what was done: "managed to kill", "were able to kill", "went so far as to kill",
/// "did not mean to kill", "used a knife to kill", but "can be used to kill", "used to kill".
pub(super) fn is_done(text: &Text<'_>, to: usize) -> bool {
    let used = (to.saturating_sub(7)..to)
        .rev()
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "." | "to"))
        .find(|i| text.lower_at(*i) == "used");
    let so_used = |at: usize| match text.lower_at(at.wrapping_sub(1)) {
        "was" | "were" => true,
        _ => at + 1 < to && text.tag_at(at) == Some(Tag::VBD),
    };
    if used.is_some_and(so_used) {
        return true;
    }
    let word = |back: usize| to.checked_sub(back).map_or("", |i| text.lower_at(i));
    matches!(word(1), "managed" | "proceeded" | "dared")
        || word(1) == "able" && matches!(word(2), "was" | "were" | "been")
        || word(1) == "on" && word(2) == "went"
        || word(1) == "as" && word(2) == "far"
        || matches!(word(1), "mean" | "meant" | "intend" | "intended" | "enough")
            && matches!(word(2), "not" | "n't" | "n’t" | "never")
}

/// Whether a condition stands between `start` and the modal verb at `at`: "if it had gone off", "had it gone off".
pub(super) fn is_condition(text: &Text<'_>, start: usize, at: usize) -> bool {
    (start..at).any(|i| {
        matches!(text.lower_at(i), "if" | "unless")
            || text.lower_at(i) == "had"
                && (i == start
                    || matches!(
                        text.lower_at(i - 1),
                        "," | "and" | "but" | "that" | "“" | "\""
                    ))
    })
}

/// Whether "believed" at `at` only says who did it: "men believed to be rebels shot two", "rebels are believed
/// to be behind the murder of two".
pub(super) fn is_doers_doubt(text: &Text<'_>, at: usize, mention: &Mention) -> bool {
    let (start, _) = mention.quote;
    let active = mention.agent.is_some_and(|(from, _)| from < at)
        && text.tag_at(mention.trigger) == Some(Tag::VBD);
    let behind = matches!(
        text.lower_at(at + 3),
        "responsible" | "behind" | "involved" | "linked" | "connected"
    );
    text.says(at + 1, &["to", "be"]) && (behind || active && start < at)
}

/// "did not survive", "could not be saved": behind "not" a death.
pub(super) fn is_saved(text: &Text<'_>, at: usize) -> bool {
    text.lower_at(at).starts_with("surviv")
        || text.is_be(at) && matches!(text.lower_at(at + 1), "saved" | "revived" | "resuscitated")
}

/// Whether the "not" at `i` belongs to the harm told at `trigger`: "was not hurt", "is not in custody", but "a clerk, who
/// was not named, suffered burns".
pub(super) fn is_negation(text: &Text<'_>, i: usize, trigger: usize) -> bool {
    let before = i < trigger && i + 3 >= trigger && !(i..trigger).any(|k| text.lower_at(k) == ",");
    before || i == trigger + 1 && text.is_be(trigger)
}

/// Whether "not" at `i` stands with a verb of harm whose object follows: "did not kill the judge".
pub(super) fn is_undone(text: &Text<'_>, i: usize, mention: &Mention, phrase: &Phrase) -> bool {
    let verb = text.tag_at(mention.trigger).is_some_and(Tag::is_verb);
    verb && i < mention.trigger
        && i + 4 >= mention.trigger
        && phrase.start > mention.trigger
        && mention.count.high != Some(0)
        && !matches!(text.lower_at(i + 1), "only" | "just" | "merely" | "to")
        && (i + 1..mention.trigger)
            .all(|k| text.tag_at(k).is_some_and(Tag::is_adverb) || text.is_be(k) || text.is_have(k))
}
