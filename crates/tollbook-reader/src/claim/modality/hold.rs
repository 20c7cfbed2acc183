//! How the verb of harm stands, and which words of doubt before it reach it.

use crate::lexicon::Form;
use crate::mention::Mention;
use crate::phrase::noun::Phrase;
use crate::tag::Tag;
use crate::text::Text;

/// How the verb of harm stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// "were killed", "killed nine", "left nine dead": a verb with a time of its own.
    Own,
    /// "the nine people killed on Monday were", "the killed guards", "tried for killing": a deed that is known.
    Known,
    /// "would go on to kill", "would die the next day": what came later.
    Later,
    /// "could kill", "to kill", "killing nine", "the killing of": what stands before it says how it is held.
    Governed,
}

/// Words that open a clause of circumstance: "fears for her life since her brother was killed".
const CIRCUMSTANCE: &[&str] = &[
    "after",
    "since",
    "until",
    "because",
    "when",
    "while",
    "although",
    "though",
    "before",
    "following",
];

/// Returns how the verb of harm stands between tokens `start` and `end` of its sentence.
pub(super) fn verb(
    text: &Text<'_>,
    (start, end): (usize, usize),
    phrase: &Phrase,
    mention: &Mention,
) -> Verb {
    let trigger = mention.trigger;
    let is_finite =
        |i: usize| text.is_finite_be_or_have(i) || text.tag_at(i).is_some_and(Tag::is_finite);
    if (phrase.start..phrase.end).contains(&trigger)
        && matches!(text.tag_at(trigger), Some(Tag::VBN | Tag::VBD | Tag::JJ))
        && is_finite_behind(text, phrase.end, end)
    {
        return Verb::Known;
    }
    if text.tag_at(trigger) == Some(Tag::VBG)
        && trigger > start
        && text.lower_at(trigger - 1) == "for"
    {
        return Verb::Known;
    }
    // "left nine people dead": the verb stands before those who are harmed.
    let verb = match phrase.end == trigger
        && phrase.start > start
        && !text.tag_at(trigger).is_some_and(Tag::is_verb)
        && text.tag_at(phrase.start - 1).is_some_and(Tag::is_verb)
        && !text.lower_at(phrase.start - 1).starts_with("want")
    {
        true => phrase.start - 1,
        false => trigger,
    };
    let is_auxiliary = |i: usize| {
        text.is_be(i)
            || text.is_have(i)
            || text.tag_at(i).is_some_and(Tag::is_adverb)
            || matches!(text.lower_at(i), "found" | "left" | "lay" | "reported")
                && !text.tag_at(trigger).is_some_and(Tag::is_verb)
    };
    let mut group = verb;
    while group > start && is_auxiliary(group - 1) {
        group -= 1;
    }
    let is_modal = group > start && text.tag_at(group - 1) == Some(Tag::MD);
    let is_infinitive = group > start && text.lower_at(group - 1) == "to";
    if (is_modal || is_infinitive) && came_later(text, (start, end), group - 1, trigger) {
        return Verb::Later;
    }
    if is_modal || is_infinitive {
        return Verb::Governed;
    }
    // "Soldiers trying to reach the town killed nine".
    let is_active = phrase.start > trigger && text.tag_at(trigger) == Some(Tag::VBN);
    if is_active || (group..=verb).any(is_finite) {
        let reduced = verb == trigger
            && phrase.end == trigger
            && group == verb
            && is_finite_behind(text, trigger + 1, end);
        return if reduced { Verb::Known } else { Verb::Own };
    }
    let participle = text.tag_at(trigger) == Some(Tag::VBN) && phrase.end == trigger;
    match participle && is_finite_behind(text, trigger + 1, end) {
        true => Verb::Known,
        false => Verb::Governed,
    }
}

/// The "to" of the infinitive at `verb`, where another one may stand between: "to find and arrest".
pub(super) fn infinitive(text: &Text<'_>, start: usize, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1).filter(|i| *i >= start)?;
    let to = match text.lower_at(before) {
        "to" => Some(before),
        "and" | "or" => (start..before)
            .rev()
            .take_while(|i| !text.tokens[*i].tag.is_finite())
            .take(12)
            .find(|i| text.lower_at(*i) == "to" && text.tag_at(i + 1) == Some(Tag::VB)),
        _ => None,
    };
    // "to search the house and shot two": tagged alike, and no infinitive.
    let past = text
        .word_at(verb)
        .and_then(|word| word.verb)
        .is_some_and(|verb| matches!(verb.form, Form::Ed | Form::Past | Form::Participle));
    to.filter(|to| text.tag_at(verb) == Some(Tag::VB) && !(past && *to < before))
}

/// Whether the preposition at `at` makes an aim of the deed behind it: "with the aim of killing", "aimed at taking".
pub(super) fn is_aim(text: &Text<'_>, at: usize) -> bool {
    let aim = matches!(
        text.lower_at(at.wrapping_sub(1)),
        "aim"
            | "aimed"
            | "goal"
            | "hope"
            | "intent"
            | "intention"
            | "mission"
            | "objective"
            | "purpose"
            | "task"
    );
    // "their intention was capturing"
    let is_one = text.is_be(at)
        && (at.saturating_sub(6)..at)
            .rev()
            .take_while(|i| !text.tokens[*i].tag.is_finite())
            .any(|i| {
                matches!(
                    text.lower_at(i),
                    "aim" | "goal" | "intention" | "objective" | "purpose"
                )
            });
    (aim || is_one) && text.tag_at(at + 1) == Some(Tag::VBG)
}

/// Whether a verb of the same clause stands behind token `from`.
fn is_finite_behind(text: &Text<'_>, from: usize, end: usize) -> bool {
    (from..end)
        .take_while(|i| {
            !matches!(
                text.lower_at(*i),
                "," | ";"
                    | ":"
                    | "and"
                    | "but"
                    | "when"
                    | "after"
                    | "as"
                    | "while"
                    | "which"
                    | "who"
            )
        })
        .any(|i| text.is_finite_be_or_have(i) || text.tag_at(i).is_some_and(Tag::is_finite))
}

/// Whether "would" or "to" at `at` tells what came later: "would later die", "would go on to kill two", "would be
/// shot dead a year later".
fn came_later(text: &Text<'_>, (start, end): (usize, usize), at: usize, trigger: usize) -> bool {
    let went_on = text.lower_at(at) == "to"
        && at >= start + 2
        && text.lower_at(at - 1) == "on"
        && matches!(text.lower_at(at - 2), "go" | "went" | "goes");
    if went_on {
        return true;
    }
    if text.lower_at(at) != "would"
        || (start..at).any(|i| matches!(text.lower_at(i), "if" | "that"))
    {
        return false;
    }
    let later = |i: usize| {
        matches!(
            text.lower_at(i),
            "later" | "eventually" | "subsequently" | "afterwards"
        ) || text.lower_at(i) == "the" && matches!(text.lower_at(i + 1), "next" | "following")
    };
    (at + 1..end.min(trigger + 8)).any(later)
}

/// Whether a word of doubt at `at` reaches harm that begins at token `first`: not where a clause of circumstance
/// begins between them.
pub(super) fn reaches(text: &Text<'_>, at: usize, first: usize) -> bool {
    let mut between = at + 1..first;
    let Some(opens) = between.find(|i| CIRCUMSTANCE.contains(&text.lower_at(*i))) else {
        return true;
    };
    (at + 1..opens).any(|i| text.lower_at(i) == "that") || between.any(|i| text.lower_at(i) == ",")
}

/// Whether the condition at `at` is that of a verb with a time of its own which begins at `first`: no other verb
/// with a time stands between, "if nine were killed"; not "whether or not it was planned, the attack killed nine".
pub(super) fn is_its_condition(text: &Text<'_>, at: usize, first: usize) -> bool {
    // "If the army had killed nine".
    let own = (at + 1..first)
        .rev()
        .take_while(|i| text.is_be(*i) || text.is_have(*i))
        .count();
    let first = first - own;
    !(at + 1..first).any(|i| text.tag_at(i).is_some_and(Tag::is_finite) || text.lower_at(i) == ",")
}

/// Whether the word at `at` names a drill or a tale that the sentence tells: "in the film, nine are killed", "the
/// drill imagined that nine had been killed"; not "a drill sergeant", nor deaths "during an exercise".
pub(super) fn is_staged(text: &Text<'_>, at: usize, last: usize) -> bool {
    if text.tag_at(at + 1).is_some_and(Tag::is_noun) {
        return false;
    }
    let within = (at.saturating_sub(3)..at).any(|i| text.lower_at(i) == "in");
    let supposes = |i: usize| {
        let lower = text.lower_at(i);
        [
            "imagin", "simulat", "suppos", "assum", "pretend", "scenario", "mock", "depict",
            "portray", "tell", "test",
        ]
        .iter()
        .any(|stem| lower.starts_with(stem))
    };
    match text.lower_at(at) {
        // "The play is about a man who kills his wife."
        "film" | "novel" | "movie" | "play" | "thriller" | "opera" | "musical" | "sitcom" => {
            within || (at + 1..last).any(|i| supposes(i) || text.says(i, &["is", "about"]))
        }
        _ => (at.saturating_sub(4)..last).any(supposes),
    }
}

/// Whether the sentence says from token `from` on that what it tells is untrue.
pub(super) fn is_untrue(text: &Text<'_>, from: usize, end: usize) -> bool {
    (from..end).any(|i| {
        matches!(text.lower_at(i), "untrue" | "baseless" | "fabricated")
            || text.lower_at(i) == "false"
                && matches!(
                    text.lower_at(i.wrapping_sub(1)),
                    "is" | "are" | "was" | "were" | "as"
                )
    })
}

/// Whether the harm at `trigger` is that of a drill, where the "wounded" stand in quotation marks.
pub(super) fn is_drill(text: &Text<'_>, (start, end): (usize, usize), trigger: usize) -> bool {
    let quote = |i: usize| matches!(text.lower_at(i), "\"" | "“" | "”");
    let drill = |i: usize| {
        matches!(
            text.lower_at(i),
            "exercise" | "exercises" | "drill" | "drills" | "simulation" | "rehearsal"
        )
    };
    quote(trigger.wrapping_sub(1)) && quote(trigger + 1) && (start..end).any(drill)
}
