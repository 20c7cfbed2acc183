//! Quantities: "5", "at least a dozen", "between 10 and 15", "tens of thousands".

pub(crate) mod bound;
pub(crate) mod number;

use tollbook_terms::{Basis, Count};

use super::ordinal::ordinal;
use crate::lexicon::Class;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;
use number::core;

/// A quantity in the tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) count: Count,
    /// Whether it is an article ("a", "an"), which counts one only before a noun.
    pub(crate) article: bool,
    /// "another", "more", "other", "further": says that there were others before.
    pub(crate) more: bool,
    /// "no", "nobody", "none".
    pub(crate) none: bool,
    /// "the", "these", "all the": speaks of those already told.
    pub(crate) definite: bool,
    /// Only a word like "some" or "others", weaker than a number.
    pub(crate) weak: bool,
}

/// The words with which a quantity may begin, beside numbers, what binds these, and multitudes.
pub(crate) const OPENINGS: &[&str] = &[
    "a",
    "additional",
    "all",
    "an",
    "another",
    "anybody",
    "anyone",
    "between",
    "both",
    "each",
    "every",
    "first",
    "from",
    "further",
    "half",
    "her",
    "his",
    "its",
    "last",
    "my",
    "neither",
    "next",
    "no",
    "nobody",
    "none",
    "not",
    "other",
    "our",
    "so",
    "the",
    "their",
    "these",
    "those",
    "too",
    "without",
    "zero",
];

/// Whether a quantity may start at token `at`: at most words none does.
fn may_open(text: &Text<'_>, at: usize) -> bool {
    text.kind_at(at) == Some(Kind::Digits)
        || text.word_at(at).is_some_and(|word| {
            word.number.is_some()
                || !word.bounds.is_empty()
                || word.is(Class::OpensQuantity)
                || word.is(Class::OpensMultitude)
        })
}

/// Returns the quantity that starts at token `at`, if one does.
pub(crate) fn quantity(text: &Text<'_>, at: usize) -> Option<Quantity> {
    if may_open(text, at) {
        return read(text, at);
    }
    debug_assert_eq!(read(text, at), None, "OPENINGS lacks a word");
    None
}

fn read(text: &Text<'_>, at: usize) -> Option<Quantity> {
    // "so many guards"
    if matches!(text.lower_at(at), "so" | "too") && text.lower_at(at + 1) == "many" {
        return read(text, at + 1).map(|many| Quantity { start: at, ..many });
    }
    let mut quantity = Quantity {
        start: at,
        end: at,
        count: Count::exact(1),
        article: false,
        more: false,
        none: false,
        definite: false,
        weak: false,
    };
    // "each of the three", "every one of the 12", "all of the 12".
    let each = match (text.lower_at(at), text.lower_at(at + 1)) {
        ("each" | "all", "of") => at + 2,
        ("every", "one") if text.lower_at(at + 2) == "of" => at + 3,
        _ => at,
    };
    let told = each > at
        && matches!(
            text.lower_at(each),
            "the" | "these" | "those" | "its" | "their"
        )
        && core(text, each + 1).is_some_and(|(core, _)| core.count.low > 1);
    let mut i = if told { each } else { at };
    // "all the 21", "the other three", "these 12", "his two".
    let mut determined = false;
    while let word @ ("all" | "the" | "these" | "those" | "its" | "their" | "his" | "her" | "our"
    | "my" | "both" | "another" | "other" | "further" | "additional" | "next"
    | "first" | "last") = text.lower_at(i)
    {
        quantity.more |= matches!(word, "another" | "other" | "further" | "additional");
        quantity.definite |= matches!(word, "the" | "these" | "those" | "all" | "both");
        determined = true;
        i += 1;
        if i - at > 6 {
            return None;
        }
    }
    let bound = bound::before(text, i, |i| {
        core(text, i).is_some_and(|(core, _)| !core.article)
    });
    quantity.more |= bound.more;
    i = bound.end;
    if let Some((low, end)) = all_but(text, at) {
        quantity.end = end;
        quantity.count = Count::exact(low);
        quantity.definite = true;
        return Some(quantity);
    }
    let ranges = text.lower_at(i) == "from" && bound.basis == Basis::Exact && !is_change(text, i);
    if text.lower_at(i) == "between" || ranges {
        let (low, next) = core(text, i + 1)?;
        let joined = text.lower_at(next) == "and" || text.lower_at(next) == "to";
        let (high, end) = core(text, next + 1)?;
        if !joined
            || low.count.high.is_none()
            || high.count.high.is_none()
            || low.count.low > high.count.low
        {
            return None;
        }
        quantity.end = end;
        quantity.count = range(text, low.count.low, high.count.low, end);
        return Some(quantity);
    }
    let Some((core_read, mut end)) = core(text, i) else {
        return alone(text, at, i, determined, quantity);
    };
    quantity.article = core_read.article;
    // "a third died in hospital", "a fifth person": one more.
    if core_read.article && is_later_ordinal(text.lower_at(end)) {
        quantity.more = true;
        if text.tag_at(end + 1).is_some_and(Tag::is_verb) {
            quantity.article = false;
            end += 1;
        }
    }
    quantity.weak = core_read.weak;
    let mut count = core_read.count;
    // "10 to 15", "5 or 6", "10-15".
    let digits_range = matches!(text.lower_at(end), "-" | "–" | "—")
        && text.kind_at(end + 1) == Some(Kind::Digits)
        && text.kind_at(end - 1) == Some(Kind::Digits);
    // "rose from 12 to 14" is no range.
    let changed = at > 0 && text.lower_at(at - 1) == "from" && is_change(text, at - 1);
    if (matches!(text.lower_at(end), "to" | "or") || digits_range)
        && !changed
        && let Some((high, after)) = core(text, end + 1)
        && high.count.low > count.low
        && count.basis == Basis::Exact
        && high.count.high.is_some()
        && !high.article
    {
        count = range(text, count.low, high.count.low, after);
        end = after;
    }
    count = bound::bind(count, bound.basis);
    end = number::past_gloss(text, end, count.low);
    count = bound::behind(text, count, &mut end);
    while matches!(
        text.lower_at(end),
        "more" | "other" | "others" | "additional" | "further" | "new"
    ) {
        if text.lower_at(end) == "others" {
            break;
        }
        quantity.more |= text.lower_at(end) != "new";
        end += 1;
    }
    // "3 x soldiers"
    let times = text.lower_at(end) == "x"
        && text
            .word_at(end + 1)
            .is_some_and(|word| word.person.is_some() || word.object.is_some());
    quantity.end = end + usize::from(times);
    quantity.count = count;
    Some(quantity)
}

/// Whether a figure is said to have changed before the "from" at `at`: "raised the toll from 12 to 14".
fn is_change(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(7)..at)
        .rev()
        .take_while(|i| !matches!(text.lower_at(*i), "." | ";" | ","))
        .any(|i| {
            matches!(
                text.lower_at(i),
                "rose"
                    | "risen"
                    | "rise"
                    | "rises"
                    | "rising"
                    | "raised"
                    | "raises"
                    | "raising"
                    | "climbed"
                    | "climbs"
                    | "climbing"
                    | "grew"
                    | "grown"
                    | "growing"
                    | "jumped"
                    | "jumps"
                    | "increased"
                    | "increases"
                    | "increase"
                    | "increasing"
                    | "went"
                    | "gone"
                    | "lowered"
                    | "revised"
                    | "cut"
                    | "reduced"
                    | "dropped"
                    | "fell"
                    | "fallen"
                    | "up"
                    | "down"
                    | "toll"
            )
        })
}

/// The range of two numbers, of which the second ends at `end`; in "two or three dozen" both are dozens.
fn range(text: &Text<'_>, low: u64, high: u64, end: usize) -> Count {
    let scaled = number::scale(text, end - 1)
        .and_then(|scale| low.checked_mul(scale))
        .filter(|scaled| *scaled < high);
    Count {
        low: scaled.unwrap_or(low),
        high: Some(high),
        basis: Basis::Range,
    }
}

/// "all but two of the 12": how many, and the token after it.
fn all_but(text: &Text<'_>, at: usize) -> Option<(u64, usize)> {
    if !text.says(at, &["all", "but"]) {
        return None;
    }
    let (spared, of) = core(text, at + 2)?;
    if text.lower_at(of) != "of" || !matches!(text.lower_at(of + 1), "the" | "its" | "their") {
        return None;
    }
    let (all, end) = core(text, of + 2)?;
    Some((all.count.low.checked_sub(spared.count.low)?, end))
}

/// "another" and "no one" stand without a number of their own.
fn alone(
    text: &Text<'_>,
    at: usize,
    i: usize,
    determined: bool,
    mut quantity: Quantity,
) -> Option<Quantity> {
    if text.lower_at(at) == "another" && i == at + 1 {
        quantity.end = i;
        quantity.article = true;
        return Some(quantity);
    }
    // "one was killed, the other wounded"
    if text.says(at, &["the", "other"])
        && i == at + 2
        && (text
            .word_at(i)
            .is_some_and(|word| word.verb.is_some() || word.state.is_some())
            || matches!(text.lower_at(i), "was" | "is"))
    {
        quantity.end = i;
        quantity.article = true;
        return Some(quantity);
    }
    // "both guards and clerks": some of each; "both Arin Solt and Ada Holm".
    let name = |at: usize| text.tag_at(at).is_some_and(Tag::is_name);
    let of_each = (i + 1..i + 4)
        .any(|and| text.lower_at(and) == "and" && name(i) && name(and - 1) && name(and + 1))
        || (i + 1..i + 3).any(|and| {
            text.lower_at(and) == "and"
                && text.tag_at(and - 1).is_some_and(Tag::is_plural)
                && (and + 1..and + 3).any(|noun| text.tag_at(noun).is_some_and(Tag::is_plural))
                && text
                    .tag_at(and + 1)
                    .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
        });
    // "both her sons"
    let whose = i == at + 2
        && matches!(
            text.lower_at(at + 1),
            "his" | "her" | "their" | "my" | "our"
        );
    if text.lower_at(at) == "both" && (i == at + 1 && !of_each || whose) {
        quantity.end = i;
        quantity.count = Count::exact(2);
        return Some(quantity);
    }
    let none = match text.lower_at(i) {
        "no" | "neither" | "nobody" | "none" | "without" | "zero" => 1,
        "not" if matches!(text.lower_at(i + 1), "a" | "one" | "single") => 1,
        // "without hurting anyone", "did not hurt anybody"
        "anyone" | "anybody" if is_negated(text, i) => 1,
        _ => 0,
    };
    if none > 0 && !determined {
        quantity.end = i + if text.says(i, &["not", "a", "single"])
            || text.says(i, &["not", "one", "single"])
            || text.says(i, &["no", "-", "one"])
        {
            3
        } else if text.lower_at(i) == "not"
            || text.says(i, &["no", "one"])
            || text.says(i, &["no", "more"]) && text.lower_at(i + 2) != "than"
        {
            2
        } else {
            1
        };
        quantity.count = Count::exact(0);
        quantity.none = true;
        return Some(quantity);
    }
    None
}

/// Whether a word of negation stands right before the token `at`, but for a verb and its helpers.
fn is_negated(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|i| matches!(text.lower_at(i), "not" | "n't" | "n’t" | "without" | "nor"))
}

/// "second", "third": not the first.
fn is_later_ordinal(lower: &str) -> bool {
    ordinal(lower).is_some_and(|place| place > 1)
}
