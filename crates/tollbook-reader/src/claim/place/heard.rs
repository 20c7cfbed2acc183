//! Places where nobody is harmed: those that harm is only told in, and hospitals that the harmed are brought to.

use super::span::Span;
use super::stand::Stand;
use crate::claim::when::is_deed;
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Returns `how` the place stands, where nobody only speaks or is nursed in it.
pub(super) fn heard(
    (text, sentence, phrases): (&Text<'_>, &Sentence, &[Phrase]),
    span: &Span,
    from: usize,
    how: Stand,
) -> Stand {
    if how != Stand::In {
        return how;
    }
    if is_spoken(text, sentence, from)
        || is_met(text, sentence, from)
        || speaks(text, sentence, phrases, span, from)
    {
        return Stand::Bare;
    }
    let passing = is_ward(text, sentence, span, from)
        || is_of_ward(text, sentence, from)
        || is_home(text, sentence, from);
    match passing {
        true => Stand::Passing,
        false => how,
    }
}

/// Whether people of the place speak: "officials in Ostra said".
fn speaks(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    span: &Span,
    from: usize,
) -> bool {
    let says = |at: usize| {
        text.word_at(at).is_some_and(|word| word.speech.is_some())
            && text.tag_at(at).is_some_and(Tag::is_finite)
    };
    let subject = phrases
        .iter()
        .rev()
        .find(|phrase| phrase.end + 1 == from && phrase.what == What::People);
    let person = subject.is_some_and(|subject| {
        subject.start == sentence.start
            || matches!(
                text.lower_at(subject.start - 1),
                "," | ";" | "but" | "while" | "and"
            )
    });
    // "has said".
    let has = matches!(text.lower_at(span.end), "has" | "have" | "had")
        && text
            .word_at(span.end + 1)
            .is_some_and(|word| word.speech.is_some());
    person
        && (has || says(span.end) || text.lower_at(span.end).ends_with("day") && says(span.end + 1))
}

/// Whether somebody only has his home in the place, or his grave: "who lived in Ostra".
fn is_home(text: &Text<'_>, sentence: &Sentence, from: usize) -> bool {
    let Some(verb) = from.checked_sub(2).filter(|at| *at > sentence.start) else {
        return false;
    };
    match text.lower_at(verb) {
        "up" => matches!(text.lower_at(verb - 1), "grew" | "grown" | "brought"),
        lower => matches!(
            lower,
            "lived"
                | "lives"
                | "living"
                | "resided"
                | "resides"
                | "residing"
                | "born"
                | "raised"
                | "educated"
                | "studied"
                | "buried"
        ),
    }
}

/// Whether the harmed or the arrested are brought to the place: "treated at Ostra Hospital", "doctors at Ostra
/// Hospital", "booked into the Ostra jail".
fn is_ward(text: &Text<'_>, sentence: &Sentence, span: &Span, from: usize) -> bool {
    let last = span.end - 1;
    let jail = matches!(text.lower_at(last), "jail" | "prison")
        || (span.start..span.end).any(|at| text.lower_at(at) == "detention");
    let ward = jail || is_hospital(text, last);
    let first = from.saturating_sub(6).max(sentence.start);
    ward && (first..from.saturating_sub(1)).any(|at| {
        is_brought(text.lower_at(at))
            || matches!(
                text.lower_at(at),
                "treatment"
                    | "surgery"
                    | "condition"
                    | "care"
                    | "arrived"
                    | "pronounced"
                    | "doctor"
                    | "doctors"
                    | "medic"
                    | "medics"
                    | "surgeon"
                    | "surgeons"
                    | "nurse"
                    | "director"
                    | "official"
                    | "officials"
                    | "source"
                    | "sources"
                    | "spokesman"
                    | "spokeswoman"
            )
    })
}

/// Whether the place only holds a hospital that the harmed are brought to: "taken to the hospital at Ostra".
fn is_of_ward(text: &Text<'_>, sentence: &Sentence, from: usize) -> bool {
    let Some(ward) = from.checked_sub(2).filter(|at| *at > sentence.start) else {
        return false;
    };
    let held = is_hospital(text, ward);
    let first = ward.saturating_sub(9).max(sentence.start);
    held && (first..ward)
        .rev()
        .take_while(|at| !matches!(text.lower_at(*at), ";" | "when" | "after" | "that"))
        .any(|at| is_brought(text.lower_at(at)))
}

/// Verbs of those who are brought to be nursed or buried.
fn is_brought(lower: &str) -> bool {
    matches!(
        lower,
        "taken"
            | "brought"
            | "rushed"
            | "evacuated"
            | "airlifted"
            | "flown"
            | "transferred"
            | "transported"
            | "moved"
            | "carried"
            | "referred"
            | "shifted"
            | "admitted"
            | "treated"
            | "hospitalised"
            | "hospitalized"
            | "recovering"
    )
}

/// Whether a place where the harmed are nursed or the dead are laid is named at the token.
pub(super) fn is_hospital(text: &Text<'_>, at: usize) -> bool {
    match text.lower_at(at) {
        "hospital" | "hospitals" | "clinic" | "clinics" | "morgue" | "mortuary" | "infirmary" => {
            true
        }
        "center" | "centre" => matches!(
            text.lower_at(at.wrapping_sub(1)),
            "medical" | "health" | "trauma"
        ),
        _ => false,
    }
}

/// Whether people only come together in the place: "a funeral was held in Ostra".
fn is_met(text: &Text<'_>, sentence: &Sentence, from: usize) -> bool {
    let Some(verb) = from.checked_sub(2).filter(|at| *at > sentence.start) else {
        return false;
    };
    let held = matches!(
        text.lower_at(verb),
        "held" | "began" | "resumed" | "opened" | "continued" | "ended" | "collapsed" | "attended"
    ) || text.says(verb.wrapping_sub(1), &["took", "place"])
        || is_meeting(text.lower_at(verb));
    let first = verb.saturating_sub(6).max(sentence.start);
    held && (first..=verb).any(|at| is_meeting(text.lower_at(at)))
}

/// Nouns for people who come together, and whom nobody attacks where it is not said.
fn is_meeting(lower: &str) -> bool {
    matches!(
        lower,
        "funeral"
            | "funerals"
            | "vigil"
            | "vigils"
            | "talks"
            | "negotiations"
            | "summit"
            | "conference"
            | "trial"
            | "hearing"
            | "memorial"
            | "court"
    )
}

/// Verbs of what is said in writing: "a statement faxed to reporters in Ostra".
fn is_sent(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower_at(at);
    lower == "sent" && matches!(text.lower_at(at + 1), "to" | "by")
        || matches!(
            lower,
            "faxed"
                | "mailed"
                | "emailed"
                | "telephoned"
                | "phoned"
                | "issued"
                | "released"
                | "published"
                | "distributed"
                | "obtained"
                | "monitored"
        )
}

/// Whether somebody speaks in the place: "announced in Ostra that", "told reporters in Ostra".
fn is_spoken(text: &Text<'_>, sentence: &Sentence, from: usize) -> bool {
    let first = from.saturating_sub(8).max(sentence.start);
    for at in (first..from.saturating_sub(1)).rev() {
        let word = text.word_at(at);
        let says = word.is_some_and(|word| word.speech.is_some()) || is_sent(text, at);
        if says && text.tag_at(at).is_some_and(Tag::is_verb) {
            return true;
        }
        let breaks = matches!(
            text.lower_at(at),
            "," | "that" | "of" | "in" | "\"" | "”" | "“"
        ) || word.is_some_and(|word| word.verb.is_some() || word.noun.is_some())
            || is_deed(text.lower_at(at))
            || text.tag_at(at).is_some_and(Tag::is_verb);
        if breaks {
            return false;
        }
    }
    false
}
