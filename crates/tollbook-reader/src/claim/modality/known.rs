//! Harm that is a fact whatever the words before it are in doubt of, and claims that are doubted behind it.

use tollbook_terms::{Effect, Modality, Why};

use super::rules::DOUBTED;
use crate::claim::draft::{Draft, drop_all};
use crate::mention::Mention;
use crate::phrase::noun::Phrase;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Where the words begin that can put the harm in doubt, from `near` on: a clause of its own, "which left ten
/// dead", "whom they had seized", ", since ten are in hospital", is not in doubt of what stands before it.
pub(super) fn begins(text: &Text<'_>, phrase: &Phrase, mention: &Mention, near: usize) -> usize {
    let first = phrase.start.min(mention.trigger);
    let lower = |i: usize| text.lower_at(i);
    let past = |i: usize| text.tag_at(i) == Some(Tag::VBD) || matches!(lower(i), "has" | "have");
    let related = |i: usize| {
        matches!(lower(i), "who" | "which" | "that")
            && (past(i + 1) || text.tag_at(i + 1).is_some_and(Tag::is_adverb) && past(i + 2))
    };
    let joined = |i: usize| {
        i > near
            && lower(i - 1) == ","
            && matches!(
                lower(i),
                "because"
                    | "since"
                    | "while"
                    | "whereas"
                    | "where"
                    | "when"
                    | "although"
                    | "though"
            )
    };
    // "For a blast that killed three".
    let end = match text.tag_at(mention.trigger) {
        Some(Tag::VBD) => mention.trigger.max(first),
        _ => first,
    };
    let before = (near..end).rev().find(|i| related(*i) || joined(*i));
    let behind = (phrase.end..mention.trigger)
        .rev()
        .find(|i| matches!(lower(*i), "who" | "whom" | "which" | "that"));
    behind.or(before).unwrap_or(near)
}

/// Whether what the verb behind `at` is done to has been harmed already: "would visit the families of 12 people
/// killed in May", not "would leave 12 people killed".
pub(super) fn is_known_of(text: &Text<'_>, at: usize, phrase: &Phrase, mention: &Mention) -> bool {
    let behind = phrase.end <= mention.trigger && mention.trigger - phrase.end <= 1;
    let participle = matches!(text.tag_at(mention.trigger), Some(Tag::VBN))
        && !(phrase.end..mention.trigger).any(|i| text.is_be(i));
    let verb = (at + 1..phrase.start).find(|i| text.tag_at(*i) == Some(Tag::VB));
    let brings_about = |i: usize| {
        matches!(
            text.lower_at(i),
            "see"
                | "leave"
                | "have"
                | "get"
                | "want"
                | "find"
                | "make"
                | "be"
                | "result"
                | "end"
                | "mean"
        )
    };
    behind && participle && verb.is_some_and(|verb| !brings_about(verb))
}

/// Whether the modal verb at `at` only brings something to mind: "it may be recalled that".
pub(super) fn is_recalled(text: &Text<'_>, at: usize) -> bool {
    text.lower_at(at + 1) == "be"
        && matches!(
            text.lower_at(at + 2),
            "recalled"
                | "remembered"
                | "noted"
                | "mentioned"
                | "added"
                | "stated"
                | "stressed"
                | "said"
                | "pointed"
                | "reminded"
                | "emphasised"
                | "emphasized"
        )
}

/// Takes out the arrests that are only sought, planned or threatened.
pub(crate) fn forget_sought(drafts: &mut Vec<Draft>) {
    let sought = |draft: &Draft| {
        let claim = &draft.claim;
        claim.effect == Effect::Detained && claim.modality == Modality::Hypothetical
    };
    if drafts.iter().any(sought) {
        let gone: Vec<bool> = drafts.iter().map(sought).collect();
        drop_all(drafts, &gone);
    }
}

/// Whether the sentence doubts what somebody has claimed: "The claim could not be verified".
fn doubts(text: &Text<'_>, sentence: &Sentence) -> bool {
    let claim = |i: usize| {
        matches!(
            text.lower_at(i),
            "claim" | "claims" | "assertion" | "assertions"
        )
    };
    (sentence.start..sentence.end).any(claim) && is_unchecked(text, sentence)
}

/// Whether the sentence says of the harm at token `first` that nobody could confirm it: "it was not possible to
/// verify reports that nine had died".
pub(super) fn is_unconfirmed(text: &Text<'_>, sentence: &Sentence, first: usize) -> bool {
    let report = |i: usize| {
        matches!(
            text.lower_at(i),
            "account" | "accounts" | "claim" | "claims" | "report" | "reports"
        ) && text.lower_at(i + 1) == "that"
    };
    (sentence.start..first).any(report) && is_unchecked(text, sentence)
}

/// Whether the sentence says that something has not been confirmed.
fn is_unchecked(text: &Text<'_>, sentence: &Sentence) -> bool {
    let checked = |i: usize| {
        let lower = text.lower_at(i);
        lower.starts_with("verif")
            || lower.starts_with("confirm")
            || lower.starts_with("corroborat")
    };
    let not = |i: usize| {
        matches!(
            text.lower_at(i),
            "not" | "n't" | "n’t" | "cannot" | "neither" | "impossible" | "unable" | "never"
        )
    };
    let tokens = sentence.start..sentence.end;
    tokens
        .filter(|i| checked(*i))
        .any(|i| (i.saturating_sub(6).max(sentence.start)..i).any(not))
}

/// Lets what somebody is named for in the two sentences before be a claim, where this one, the `number`th, says
/// that it could not be verified.
pub(crate) fn doubt(
    text: &Text<'_>,
    sentence: &Sentence,
    (field, number): (usize, usize),
    drafts: &mut [Draft],
) {
    let near = |draft: &&mut Draft| draft.field == field && draft.sentence + 2 >= number;
    if !drafts.iter_mut().rev().take(1).any(|draft| near(&draft)) || !doubts(text, sentence) {
        return;
    }
    for draft in drafts.iter_mut().rev().take_while(|draft| near(draft)) {
        let claim = &mut draft.claim;
        if claim.claimant.is_some() && claim.modality == Modality::Asserted {
            claim.modality = Modality::Alleged;
            claim.why.push(Why {
                field: "modality".to_owned(),
                rule: DOUBTED.name.to_owned(),
                start: claim.quote.start,
                end: claim.quote.end,
            });
        }
    }
}
