//! Numbers themselves: "2,465", "1.7 million", "twenty-five", "half a dozen", "several hundred".

use tollbook_terms::{Basis, Count};

use crate::lexicon::{Class, NumberWord};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// A number without its bounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    pub(super) count: Count,
    /// "a", "an": one, before a noun.
    pub(super) article: bool,
    /// "some", "others": weaker than a number.
    pub(super) weak: bool,
}

impl Core {
    fn new(low: u64, high: Option<u64>, basis: Basis) -> Core {
        Core {
            count: Count { low, high, basis },
            article: false,
            weak: false,
        }
    }

    fn exact(value: u64) -> Core {
        Core::new(value, Some(value), Basis::Exact)
    }

    fn approx(value: u64) -> Core {
        Core::new(value, Some(value), Basis::Approx)
    }

    fn vague(value: u64) -> Core {
        Core::new(value, None, Basis::Vague)
    }
}

/// Vague multitudes of several words, and from where they are open.
const MULTITUDES: &[(&[&str], u64)] = &[
    (&["tens", "of", "thousands"], 20_000),
    (&["tens", "of", "millions"], 20_000_000),
    (&["hundreds", "of", "thousands"], 200_000),
    (&["hundreds", "of", "millions"], 200_000_000),
    (&["dozens", "upon", "dozens"], 24),
    (&["dozens", "and", "dozens"], 24),
    (&["scores", "upon", "scores"], 40),
    (&["hundreds", "upon", "hundreds"], 200),
    (&["hundreds", "and", "hundreds"], 200),
    (&["thousands", "upon", "thousands"], 2000),
    (&["a", "number", "of"], 2),
    (&["an", "unknown", "number", "of"], 2),
    (&["an", "unspecified", "number", "of"], 2),
    (&["an", "undetermined", "number", "of"], 2),
    (&["a", "large", "number", "of"], 3),
    (&["large", "numbers", "of"], 3),
    (&["a", "great", "many"], 3),
    (&["a", "good", "many"], 3),
    (&["any", "number", "of"], 3),
];

/// Returns the first words of the multitudes.
pub(crate) fn openings() -> impl Iterator<Item = &'static str> {
    MULTITUDES
        .iter()
        .filter_map(|(words, _)| words.first().copied())
}

/// Reads a number without its bounds: its value and the token after it.
pub(super) fn core(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    let opens = text
        .word_at(at)
        .is_some_and(|word| word.is(Class::OpensMultitude));
    let multitudes = if opens { MULTITUDES } else { &[] };
    if let Some((words, value)) = multitudes.iter().find(|(words, _)| text.says(at, words)) {
        return Some((Core::vague(*value), at + words.len()));
    }
    match text.lower_at(at) {
        "half" => return half(text, at).map(|(value, end)| (Core::approx(value), end)),
        "a" | "an" => return article(text, at),
        _ => {}
    }
    if text.kind_at(at) == Some(Kind::Digits) {
        return digits(text, at);
    }
    match text.number_at(at)? {
        NumberWord::Both => Some((Core::exact(2), at + 1)),
        NumberWord::Dozen => Some((Core::approx(12), at + 1)),
        NumberWord::Some(value) => Some((
            Core {
                weak: true,
                ..Core::vague(value)
            },
            at + 1,
        )),
        // "most notably", "the most important": a degree.
        NumberWord::Vague(_)
            if text.lower_at(at) == "most"
                && (text.tag_at(at + 1).is_some_and(Tag::is_adverb)
                    || text.lower_at(at.wrapping_sub(1)) == "the") =>
        {
            None
        }
        NumberWord::Vague(value) => Some(vague(text, at, value)),
        NumberWord::Unit(_) | NumberWord::Scale(_) => words(text, at),
    }
}

/// "a", "a dozen", "a hundred and twenty", "a few hundred", "a couple of dozen".
fn article(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    let next = at + 1;
    match text.lower_at(next) {
        "dozen" => return Some((Core::approx(12), at + 2)),
        "score" => return Some((Core::approx(20), past_of(text, at + 2))),
        "few" | "handful" => return Some(vague(text, next, 3)),
        "couple" => {
            let of = past_of(text, at + 2);
            return Some(match scale(text, of) {
                Some(scale) => (Core::approx(2 * scale), past_of(text, of + 1)),
                None => (Core::exact(2), of),
            });
        }
        "half" | "quarter" => {
            if let Some((value, end)) = half(text, next) {
                return Some((Core::approx(value), end));
            }
        }
        _ => {}
    }
    if let Some(NumberWord::Scale(_)) = text.number_at(next) {
        return words(text, next);
    }
    // "two died and a third was wounded"; "a third of the houses" is a share.
    if super::is_later_ordinal(text.lower_at(next)) && text.lower_at(next + 1) != "of" {
        return Some((Core::exact(1), at + 2));
    }
    Some((
        Core {
            article: true,
            ..Core::exact(1)
        },
        next,
    ))
}

/// "half a dozen", "half-a-million", "half dozen", "quarter of a million": the value and the token after it.
fn half(text: &Text<'_>, at: usize) -> Option<(u64, usize)> {
    let share = match text.lower_at(at) {
        "half" => 2,
        "quarter" => 4,
        _ => return None,
    };
    let mut i = at + 1;
    while matches!(text.lower_at(i), "a" | "of" | "-") {
        i += 1;
    }
    let scale = scale(text, i).filter(|scale| scale % share == 0)?;
    Some((scale / share, i + 1))
}

/// What a word multiplies by: "dozen", "hundred", in the plural too.
pub(super) fn scale(text: &Text<'_>, at: usize) -> Option<u64> {
    match (text.number_at(at)?, text.lower_at(at)) {
        (NumberWord::Dozen, _) => Some(12),
        (NumberWord::Scale(scale), _) => Some(scale),
        (_, "dozens") => Some(12),
        (_, "hundreds") => Some(100),
        (_, "thousands") => Some(1000),
        (_, "millions") => Some(1_000_000),
        _ => None,
    }
}

fn past_of(text: &Text<'_>, at: usize) -> usize {
    at + usize::from(text.lower_at(at) == "of")
}

/// "several", "several hundred", "a few dozen", "dozens of": open from `value` or from three times the scale.
fn vague(text: &Text<'_>, at: usize, value: u64) -> (Core, usize) {
    let mut end = at + 1;
    let mut value = value;
    if value == 3
        && let Some(scale) = scale(text, end)
    {
        value = 3 * scale;
        end += 1;
    }
    // "most of them": the part of those told before is read with its noun.
    let told = matches!(
        text.lower_at(end + 1),
        "them" | "whom" | "those" | "these" | "the" | "its" | "their" | "his" | "her" | "our"
    );
    if text.lower_at(end) == "of" && !told {
        end += 1;
    }
    (Core::vague(value), end)
}

/// "2,465", "1.7 million", "20 dozen", "1 500", "1.2m people".
fn digits(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    let written = text.at(at);
    let mut end = at + 1;
    let plain = |part: &str| part.parse::<u64>().ok();
    // "1 500 people": a thousand with a space, where another number may not follow.
    let grouped = |i: usize| {
        text.kind_at(i) == Some(Kind::Digits)
            && text.at(i).len() == 3
            && text.spaced_at(i)
            && plain(text.at(i)).is_some()
    };
    if written.len() <= 3
        && !written.starts_with('0')
        && plain(written).is_some()
        && grouped(end)
        && !crate::phrase::date::is_month(text.lower_at(at.wrapping_sub(1)))
    {
        let mut value = plain(written)?;
        while grouped(end) {
            value = value.checked_mul(1000)?.checked_add(plain(text.at(end))?)?;
            end += 1;
        }
        return Some((Core::exact(value), end));
    }
    let scale = match (scale(text, end), text.lower_at(end)) {
        (Some(scale), _) => scale,
        // "1.2m people", "30k people": letters glued to the number.
        (_, glued) if !text.spaced_at(end) && people_follow(text, end + 1) => match glued {
            "k" => 1000,
            "m" | "mn" | "mln" => 1_000_000,
            "bn" => 1_000_000_000,
            _ => 1,
        },
        _ => 1,
    };
    end += usize::from(scale > 1);
    if scale > 1
        && matches!(
            text.lower_at(end - 1),
            "dozens" | "hundreds" | "thousands" | "millions"
        )
    {
        end = past_of(text, end);
    }
    let groups: Vec<&str> = written.split(',').collect();
    let whole_groups = groups.len() == 1
        || groups[1..].iter().all(|group| {
            group.len() == 3 || group.contains('.')
                // "1,25,000": groups of two below the last, as in South Asia.
                || group.len() == 2 && groups.last().is_some_and(|last| last.len() == 3)
        });
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

fn people_follow(text: &Text<'_>, at: usize) -> bool {
    (at..at + 3).any(|i| text.word_at(i).is_some_and(|word| word.person.is_some()))
}

/// "twenty-five", "two hundred and thirty-one", "six thousand", "two dozens of", "one and a half million".
fn words(text: &Text<'_>, at: usize) -> Option<(Core, usize)> {
    let (mut total, mut group, mut end) = (0u64, 0u64, at);
    let mut last = u64::MAX;
    loop {
        let next = match text.lower_at(end) {
            "-" | "and" if end > at => end + 1,
            _ => end,
        };
        let joined_by_and = next > end && text.lower_at(end) == "and";
        // "two and a half million".
        if joined_by_and
            && text.says(next, &["a", "half"])
            && let Some(scale) = scale(text, next + 2)
        {
            let value = group.checked_mul(scale)?.checked_add(scale / 2)?;
            return Some((Core::exact(value), next + 3));
        }
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
                if joined_by_and
                    || end == at && scale > 1000 && text.lower_at(at.wrapping_sub(1)) != "a"
                {
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
                return Some((Core::exact(total + group * 12), next + 1));
            }
            Some(NumberWord::Vague(_)) if end > at && last < 20 && !joined_by_and => {
                let Some(scale) = scale(text, next) else {
                    break;
                };
                let value = group.checked_mul(scale)?;
                return Some((Core::exact(value), past_of(text, next + 1)));
            }
            _ => break,
        }
        end = next + 1;
    }
    (end > at).then(|| (Core::exact(total + group), end))
}

/// Returns the token behind a bracket that says the number again: "twelve (12)", "2 (two)".
pub(super) fn past_gloss(text: &Text<'_>, end: usize, value: u64) -> usize {
    if text.lower_at(end) != "(" {
        return end;
    }
    match core(text, end + 1) {
        Some((again, close))
            if again.count.low == value
                && text.lower_at(close) == ")"
                && text.tag_at(close + 1).is_some_and(|tag| {
                    tag.is_noun() || tag.is_adjective() || tag.is_verb() || tag == Tag::IN
                }) =>
        {
            close + 1
        }
        _ => end,
    }
}
