//! Words between a number and its noun that the tagger does not take for a noun's, and marks within names.

use super::body::is_auxiliary;
use super::harm::is_subject_of_clause;
use crate::lexicon::{Class, Lexicon};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Whether a number stands right before the phrase's first word.
fn counted_before(text: &Text<'_>, from: usize) -> bool {
    from > 0 && (text.kind_at(from - 1) == Some(Kind::Digits) || text.number_at(from - 1).is_some())
}

/// The noun for people that ends the run of words behind a number, whatever the tagger takes these for: "ten
/// left wing extremists", "seven C-60 anti-rebel commandos".
pub(super) fn counted_noun(text: &Text<'_>, from: usize, end: usize) -> Option<usize> {
    if !counted_before(text, from) {
        return None;
    }
    for i in from..(from + 9).min(end) {
        let word = text.word_at(i)?;
        let noun = word.person.as_ref().is_some_and(|noun| noun.plural);
        let next = text.tag_at(i + 1);
        if noun
            && (!next.is_some_and(|tag| tag.is_noun() || tag == Tag::HYPH)
                || is_subject_of_clause(text, i, i + 1))
        {
            return Some(i);
        }
        let joined = i > from && matches!(text.lower_at(i - 1), "-");
        let modifies = match text.tag_at(i)? {
            Tag::CD => joined,
            // "three buses carrying workers": behind a plural another phrase begins.
            // "ten left wing extremists", but "14 were tourists".
            Tag::VBD => i == from && !is_auxiliary(text, i),
            Tag::RB | Tag::VBG | Tag::VBN => {
                i == from || !text.tag_at(i - 1).is_some_and(Tag::is_plural)
            }
            Tag::GW | Tag::HYPH | Tag::AFX | Tag::FW => true,
            tag => tag.is_noun() || tag.is_adjective(),
        };
        if !modifies || word.verb.is_some() || word.state.is_some() || word.number.is_some() {
            return None;
        }
    }
    None
}

/// Whether "5th", "22nd" or the second half of it stands at `i`.
pub(super) fn is_ordinal(text: &Text<'_>, i: usize) -> bool {
    let ending = |i: usize| matches!(text.lower_at(i), "st" | "nd" | "rd" | "th");
    let digits = |i: usize| text.kind_at(i) == Some(Kind::Digits);
    digits(i) && ending(i + 1) && !text.spaced_at(i + 1)
        || i > 0 && ending(i) && digits(i - 1) && !text.spaced_at(i)
}

/// Whether the mark at `i` is the stop behind an initial or a short title, and a name goes on behind it.
pub(super) fn is_initial_stop(text: &Text<'_>, i: usize, from: usize) -> bool {
    text.lower_at(i) == "."
        && i > from
        && !text.spaced_at(i)
        && (text.at(i - 1).len() == 1
            || is_title(text.lower_at(i - 1))
            || text
                .word_at(i - 1)
                .is_some_and(|word| word.is(Class::Abbreviates) && word.person.is_some()))
        && (text.upper || text.capital_at(i - 1) && text.capital_at(i + 1))
        && text.tag_at(i + 1).is_some_and(Tag::is_noun)
}

/// Short titles that say nothing of what people do.
fn is_title(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mrs" | "ms" | "dr" | "sr" | "sra" | "mme" | "fr" | "st" | "hon" | "rep" | "amb"
    )
}

/// Where "-man", "-member" or "-strong" ends that stands behind a number at `at`, before a noun: "a four-man crew".
pub(super) fn manned(text: &Text<'_>, at: usize) -> Option<usize> {
    let joined = text.lower_at(at) == "-" && !text.spaced_at(at) && !text.spaced_at(at + 1);
    let people = matches!(
        text.lower_at(at + 1),
        "man" | "men" | "woman" | "women" | "member" | "person" | "strong"
    );
    (joined && people && text.tag_at(at + 2).is_some_and(Tag::is_noun)).then_some(at + 2)
}

/// Where a type told by its letters and number ends that begins at `from`: "an F-16", "two Su-25s".
pub(super) fn type_name(
    text: &Text<'_>,
    from: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let after = from + 3;
    let numbered = after <= end
        && text.lower_at(from + 1) == "-"
        && text
            .lower_at(from + 2)
            .starts_with(|c: char| c.is_ascii_digit());
    (numbered && lexicon.word(text.lower_span(from, after)).object.is_some()).then_some(after)
}
