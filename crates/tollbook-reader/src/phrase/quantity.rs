//! Quantities: "5", "at least a dozen", "between 10 and 15", "tens of thousands".

use tollbook_terms::{Basis, Count};

use crate::lexicon::NumberWord;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

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

/// What stands before a number and binds it.
const BEFORE: &[(&[&str], Basis)] = &[
    (&["at", "least"], Basis::AtLeast),
    (&["more", "than"], Basis::AtLeast),
    (&["no", "fewer", "than"], Basis::AtLeast),
    (&["no", "less", "than"], Basis::AtLeast),
    (&["not", "less", "than"], Basis::AtLeast),
    (&["over"], Basis::AtLeast),
    (&["upwards", "of"], Basis::AtLeast),
    (&["upward", "of"], Basis::AtLeast),
    (&["in", "excess", "of"], Basis::AtLeast),
    (&["well", "over"], Basis::AtLeast),
    (&["a", "minimum", "of"], Basis::AtLeast),
    (&["up", "to"], Basis::AtMost),
    (&["as", "many", "as"], Basis::AtMost),
    (&["fewer", "than"], Basis::AtMost),
    (&["less", "than"], Basis::AtMost),
    (&["no", "more", "than"], Basis::AtMost),
    (&["not", "more", "than"], Basis::AtMost),
    (&["at", "most"], Basis::AtMost),
    (&["under"], Basis::AtMost),
    (&["about"], Basis::Approx),
    (&["around"], Basis::Approx),
    (&["some"], Basis::Approx),
    (&["nearly"], Basis::Approx),
    (&["almost"], Basis::Approx),
    (&["roughly"], Basis::Approx),
    (&["approximately"], Basis::Approx),
    (&["an", "estimated"], Basis::Approx),
    (&["estimated"], Basis::Approx),
    (&["close", "to"], Basis::Approx),
    (&["a", "reported"], Basis::Exact),
    (&["a", "total", "of"], Basis::Exact),
    (&["total", "of"], Basis::Exact),
];

/// Returns the quantity that starts at token `at`, if one does.
pub(crate) fn quantity(text: &Text<'_>, at: usize) -> Option<Quantity> {
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
    let mut i = at;
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
        if i - at > 3 {
            return None;
        }
    }
    // "an additional eight".
    if matches!(text.lower_at(i), "a" | "an")
        && matches!(text.lower_at(i + 1), "additional" | "further")
        && core(text, i + 2).is_some()
    {
        quantity.more = true;
        i += 2;
    }
    let mut basis = Basis::Exact;
    while let Some((words, bound)) = BEFORE.iter().find(|(words, _)| text.says(i, words)) {
        // "some" binds a number only when one follows; alone it is vague.
        if words.len() == 1 && core(text, i + 1).is_none_or(|(core, _)| core.article) {
            break;
        }
        if basis == Basis::Exact || basis == Basis::Approx {
            basis = *bound;
        }
        i += words.len();
    }
    if text.says(i, &["between"]) || (text.says(i, &["from"]) && basis == Basis::Exact) {
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
        quantity.count = Count {
            low: low.count.low,
            high: Some(high.count.low),
            basis: Basis::Range,
        };
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
    if (matches!(text.lower_at(end), "to" | "or") || digits_range)
        && let Some((high, after)) = core(text, end + 1)
        && high.count.low > count.low
        && count.basis == Basis::Exact
        && high.count.high.is_some()
        && !high.article
    {
        count = Count {
            low: count.low,
            high: Some(high.count.low),
            basis: Basis::Range,
        };
        end = after;
    }
    match basis {
        Basis::AtLeast if count.basis != Basis::Range => {
            count = Count {
                low: count.low,
                high: None,
                basis: if count.basis == Basis::Vague {
                    Basis::Vague
                } else {
                    basis
                },
            };
        }
        Basis::AtMost => {
            count = Count {
                low: 0,
                high: Some(count.high.unwrap_or(count.low)),
                basis,
            }
        }
        Basis::Approx if count.high.is_some() && count.basis != Basis::Range => count.basis = basis,
        _ => {}
    }
    // "5 or more", "5+", "a dozen or so".
    if text.says(end, &["or", "more"]) {
        count = Count {
            low: count.low,
            high: None,
            basis: Basis::AtLeast,
        };
        end += 2;
    } else if text.says(end, &["+"]) && !text.spaced_at(end) {
        count = Count {
            low: count.low,
            high: None,
            basis: Basis::AtLeast,
        };
        end += 1;
    } else if text.says(end, &["-", "plus"]) {
        count = Count {
            low: count.low,
            high: None,
            basis: Basis::AtLeast,
        };
        end += 2;
    } else if text.says(end, &["or", "so"]) {
        count.basis = Basis::Approx;
        end += 2;
    }
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
    quantity.end = end;
    quantity.count = count;
    Some(quantity)
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
    if text.lower_at(at) == "both" && i == at + 1 {
        quantity.end = i;
        quantity.count = Count::exact(2);
        return Some(quantity);
    }
    let none = match text.lower_at(i) {
        "no" | "neither" | "nobody" | "none" | "without" | "zero" => 1,
        "not" if matches!(text.lower_at(i + 1), "a" | "one" | "single") => 1,
        _ => 0,
    };
    if none > 0 && !determined {
        quantity.end = i + if text.says(i, &["not", "a", "single"])
            || text.says(i, &["not", "one", "single"])
        {
            3
        } else if text.lower_at(i) == "not" || text.says(i, &["no", "one"]) {
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

/// "second", "third": not the first.
fn is_later_ordinal(lower: &str) -> bool {
    matches!(
        lower,
        "second"
            | "third"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "ninth"
            | "tenth"
    )
}

struct Core {
    count: Count,
    article: bool,
    weak: bool,
}

impl Core {
    fn exact(value: u64) -> Core {
        Core {
            count: Count::exact(value),
            article: false,
            weak: false,
        }
    }

    fn vague(value: u64) -> Core {
        Core {
            count: Count {
                low: value,
                high: None,
                basis: Basis::Vague,
            },
            article: false,
            weak: false,
        }
    }
}

/// Reads a number without its bounds: its value and the token after it.
fn core(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    // "tens of thousands", "hundreds of thousands".
    for (first, second, value) in [
        ("tens", "thousands", 20_000),
        ("hundreds", "thousands", 200_000),
        ("tens", "millions", 20_000_000),
    ] {
        if text.says(at, &[first, "of", second]) {
            return Some((Core::vague(value), at + 3));
        }
    }
    if text.says(at, &["half", "a", "dozen"]) {
        return Some((
            Core {
                count: approx(6),
                ..Core::exact(6)
            },
            at + 3,
        ));
    }
    if text.says(at, &["a", "dozen"]) || text.says(at, &["one", "dozen"]) {
        return Some((
            Core {
                count: approx(12),
                ..Core::exact(12)
            },
            at + 2,
        ));
    }
    if text.says(at, &["a", "couple"]) {
        return Some((
            Core::exact(2),
            at + if text.says(at + 2, &["of"]) { 3 } else { 2 },
        ));
    }
    if text.says(at, &["a", "number", "of"]) {
        return Some((Core::vague(2), at + 3));
    }
    if text.says(at, &["a", "few"]) || text.says(at, &["a", "handful"]) {
        return Some((
            Core::vague(3),
            at + if text.says(at + 2, &["of"]) { 3 } else { 2 },
        ));
    }
    if text.says(at, &["a", "score"]) {
        return Some((
            Core {
                count: approx(20),
                ..Core::exact(20)
            },
            at + if text.says(at + 2, &["of"]) { 3 } else { 2 },
        ));
    }
    if matches!(text.lower_at(at), "a" | "an") {
        // "a hundred", "a thousand".
        if let Some(NumberWord::Scale(value)) = text.number_at(at + 1) {
            if let Some(NumberWord::Scale(scale)) = text.number_at(at + 2) {
                return Some((Core::exact(value.saturating_mul(scale)), at + 3));
            }
            return Some((Core::exact(value), at + 2));
        }
        // "two died and a third was wounded"; "a third of the houses" is a share.
        if matches!(
            text.lower_at(at + 1),
            "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth"
        ) && text.lower_at(at + 2) != "of"
        {
            return Some((Core::exact(1), at + 2));
        }
        return Some((
            Core {
                article: true,
                ..Core::exact(1)
            },
            at + 1,
        ));
    }
    if text.kind_at(at) == Some(Kind::Digits) {
        return digits(text, at);
    }
    match text.number_at(at)? {
        NumberWord::Both => Some((Core::exact(2), at + 1)),
        NumberWord::Dozen => Some((
            Core {
                count: approx(12),
                ..Core::exact(12)
            },
            at + 1,
        )),
        NumberWord::Some(value) => Some((
            Core {
                weak: true,
                ..Core::vague(value)
            },
            at + 1,
        )),
        NumberWord::Vague(value) => {
            let mut end = at + 1;
            let scaled = match text.number_at(end) {
                Some(NumberWord::Dozen) => Some(12),
                Some(NumberWord::Scale(scale)) => Some(scale),
                _ => None,
            };
            let value = match scaled {
                Some(scale) if matches!(text.lower_at(at), "several" | "few" | "many") => {
                    end += 1;
                    3 * scale
                }
                _ => value,
            };
            // "most of them": the part of those told before is read with its noun.
            let told = matches!(
                text.lower_at(end + 1),
                "them" | "whom" | "those" | "these" | "the"
            );
            if text.says(end, &["of"]) && !told {
                end += 1;
            }
            Some((Core::vague(value), end))
        }
        NumberWord::Unit(_) | NumberWord::Scale(_) => words(text, at),
    }
}

fn approx(value: u64) -> Count {
    Count {
        low: value,
        high: Some(value),
        basis: Basis::Approx,
    }
}

/// "2,465", "1.7 million", "20 dozen".
fn digits(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    let written = text.at(at);
    let mut end = at + 1;
    let scale = match text.number_at(end) {
        Some(NumberWord::Scale(scale)) => {
            end += 1;
            scale
        }
        Some(NumberWord::Dozen) => {
            end += 1;
            12
        }
        _ => 1,
    };
    let plain = |part: &str| part.parse::<u64>().ok();
    let groups: Vec<&str> = written.split(',').collect();
    let whole_groups = groups.len() == 1
        || groups[1..]
            .iter()
            .all(|group| group.len() == 3 || group.contains('.'));
    let value = match written.split_once('.') {
        None if whole_groups => plain(&written.replace(',', ""))?.checked_mul(scale)?,
        // A decimal point only counts people before a scale; "12.400" is the continental thousand.
        Some((whole, part)) if scale > 1 && part.len() <= 3 && !part.contains('.') => {
            let tenths = 10u64.checked_pow(part.len() as u32)?;
            plain(whole)?
                .checked_mul(scale)?
                .checked_add(plain(part)?.checked_mul(scale)? / tenths)?
        }
        Some((whole, part)) if part.len() == 3 && whole.len() <= 3 && whole != "0" => {
            plain(whole)?.checked_mul(1000)?.checked_add(plain(part)?)?
        }
        _ => return None,
    };
    Some((Core::exact(value), end))
}

/// "twenty-five", "two hundred and thirty-one", "six thousand".
fn words(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    let (mut total, mut group, mut end) = (0u64, 0u64, at);
    let mut last = u64::MAX;
    loop {
        let next = match text.lower_at(end) {
            "-" | "and" if end > at => end + 1,
            _ => end,
        };
        let joined_by_and = next > end && text.lower_at(end) == "and";
        let word = if text.kind_at(next) == Some(Kind::Digits) {
            None
        } else {
            text.number_at(next)
        };
        match word {
            Some(NumberWord::Unit(value)) => {
                let fits = last == u64::MAX
                    || (last >= 100 && (group % 100 == 0))
                    || ((20..100).contains(&last) && value < 10 && !joined_by_and);
                if !fits || (joined_by_and && last < 100) {
                    break;
                }
                group += value;
                last = value;
            }
            Some(NumberWord::Scale(scale)) => {
                if joined_by_and || end == at && scale > 1000 {
                    break;
                }
                if scale == 100 {
                    group = group.max(1) * 100;
                } else {
                    total = total.checked_add(group.max(1).checked_mul(scale)?)?;
                    group = 0;
                }
                last = scale;
            }
            Some(NumberWord::Dozen) if end > at && last < 20 => {
                group *= 12;
                return Some((
                    Core {
                        count: Count::exact(total + group),
                        ..Core::exact(0)
                    },
                    next + 1,
                ));
            }
            _ => break,
        }
        end = next + 1;
    }
    (end > at).then(|| (Core::exact(total + group), end))
}
