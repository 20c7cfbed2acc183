//! The verb of a clause that the tagger takes for a participle: "Rebels fired on the crowd."

use super::Tag;
use crate::lexicon::Frame;
use crate::token::Token;

/// Gives each clause that has none its finite verb.
pub(super) fn mend_finite(tokens: &mut [Token<'_>]) {
    let mut first = 0;
    // Headlines and captions leave out what makes a participle of it: "Town shelled, several dead".
    let ends = tokens.iter().rev().take(2).any(|last| last.lower == ".");
    for at in 1..tokens.len() {
        if begins_clause(tokens, first, at) {
            first = at;
        }
        // "Gunmen open fire"
        let opens = tokens[at].lower == "open"
            && tokens[at].tag == Tag::JJ
            && tokens.get(at + 1).is_some_and(|next| next.lower == "fire")
            && tokens[at - 1].tag.is_plural();
        if opens {
            tokens[at].tag = Tag::VBP;
        }
        // "Rebels overran a base"
        if tokens[at].word.doing.attack && tokens[at].tag == Tag::IN {
            tokens[at].tag = Tag::VBD;
        }
        mend_manner(tokens, at);
        // "A nurse kidnapped last week was found dead": who was kidnapped.
        let reduced = tokens[at].tag == Tag::VBD
            && tokens[at].lower.ends_with("ed")
            && tokens[at]
                .word
                .verb
                .is_some_and(|verb| verb.frame == Frame::Person)
            && tokens.get(at + 1).is_some_and(|next| {
                matches!(
                    next.lower,
                    "last" | "in" | "on" | "by" | "during" | "near" | "earlier"
                )
            })
            && follows_subject(tokens, first, at)
            && has_verb_behind(tokens, at);
        if reduced {
            tokens[at].tag = Tag::VBN;
        }
        let past = tokens[at].lower.ends_with("ed") || is_past_too(tokens[at].lower);
        if ends
            && tokens[at].tag == Tag::VBN
            && past
            && follows_subject(tokens, first, at)
            && takes_more(tokens, at)
            && !has_verb_behind(tokens, at)
        {
            tokens[at].tag = Tag::VBD;
        }
    }
}

/// Mends what tells how people are, and what they face: "a man armed with a knife", "a man faces murder charges".
fn mend_manner(tokens: &mut [Token<'_>], at: usize) {
    let next = tokens.get(at + 1).map_or("", |next| next.lower);
    let before = tokens[at - 1].tag;
    // "clashed with masked gunmen"
    if matches!(
        tokens[at - 1].lower,
        "masked" | "hooded" | "armed" | "unidentified" | "uniformed"
    ) && before.is_verb()
        && tokens[at].word.person.is_some()
        && (at == 1 || !(tokens[at - 2].tag.is_noun() || tokens[at - 2].tag == Tag::CC))
    {
        tokens[at - 1].tag = Tag::JJ;
    }
    match tokens[at].lower {
        // "seven have since died"
        "since"
            if matches!(tokens[at - 1].lower, "has" | "have" | "had")
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| matches!(next.tag, Tag::VBN | Tag::VBD)) =>
        {
            tokens[at].tag = Tag::RB;
        }
        "armed" | "dressed" | "disguised" | "backed"
            if tokens[at].tag == Tag::VBD && matches!(next, "with" | "in" | "as" | "by") =>
        {
            tokens[at].tag = Tag::VBN;
        }
        "faces" if before.is_noun() && tokens[at].tag == Tag::NNS => {
            let charged = |i: usize| {
                tokens
                    .get(i)
                    .is_some_and(|t| matches!(t.lower, "charge" | "charges" | "trial"))
            };
            if (at + 1..at + 5).any(charged) {
                tokens[at].tag = Tag::VBZ;
            }
        }
        _ => {}
    }
}

/// Irregular participles that are past forms too.
fn is_past_too(lower: &str) -> bool {
    matches!(
        lower,
        "made" | "set" | "swept" | "fought" | "held" | "sent" | "laid" | "burst" | "led"
    )
}

/// Whether a clause with a subject and a verb of its own may begin behind the word.
fn opens_clause(token: &Token<'_>) -> bool {
    token.word.speech.is_some()
        || token.lower == "that" && token.tag == Tag::IN
        || matches!(
            token.lower,
            ";" | ":"
                | "when"
                | "where"
                | "after"
                | "as"
                | "before"
                | "while"
                | "because"
                | "since"
        )
}

/// Whether a clause begins at `at`, where the one before began at `first`.
fn begins_clause(tokens: &[Token<'_>], first: usize, at: usize) -> bool {
    let before = &tokens[at - 1];
    // "They came on Monday, and rebels fired on them": "In Ostra, rebels fired on them".
    let joined =
        matches!(before.lower, "and" | "but") && at > 1 && tokens[at - 2].tag == Tag::Comma;
    let leads = before.tag == Tag::Comma
        && (tokens[first].tag == Tag::IN || tokens[first].tag.is_adverb())
        && !tokens[first..at].iter().any(|token| is_finite(token));
    opens_clause(before) || joined || leads
}

fn is_finite(token: &Token<'_>) -> bool {
    token.tag.is_finite() || token.tag == Tag::MD
}

/// Whether the word at `at` stands behind a noun, or behind a noun and adverbs, and its clause has no verb before it.
fn follows_subject(tokens: &[Token<'_>], first: usize, at: usize) -> bool {
    let mut before = at - 1;
    while before > first && tokens[before].tag.is_adverb() {
        before -= 1;
    }
    let other = |token: &Token<'_>| is_finite(token) || token.tag == Tag::Comma;
    before >= first && tokens[before].tag.is_noun() && !tokens[first..at].iter().any(other)
}

/// Whether what follows makes the word at `at` a verb of its own: an object, or where its deed goes.
fn takes_more(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let verb = tokens[at].word.verb;
    let harms = verb.is_some_and(|verb| matches!(verb.frame, Frame::Person | Frame::Object));
    next.tag.is_noun()
        || matches!(next.tag, Tag::DT | Tag::CD | Tag::PRPS)
        || !harms
            && matches!(
                next.lower,
                "on" | "upon" | "at" | "with" | "into" | "through" | "across" | "off" | "out"
            )
}

/// Whether a verb follows to which the noun before `at` may be the subject: "Rebels armed with knives came"; not
/// "Rebels ringed the town and shelled it", "Rebels fired on men who fled".
fn has_verb_behind(tokens: &[Token<'_>], at: usize) -> bool {
    let behind = |i: &usize| !opens_clause(&tokens[*i]) && tokens[*i].tag != Tag::Comma;
    let joined = |i: usize| matches!(tokens[i - 1].tag, Tag::CC | Tag::WP | Tag::WDT);
    (at + 1..tokens.len())
        .take_while(behind)
        .any(|i| is_finite(&tokens[i]) && !joined(i))
}
