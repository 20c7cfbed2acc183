//! Dates of the calendar: a day, a month, a year or a decade by its name or number.

use jiff::ToSpan;
use jiff::civil::Date;

use super::feast::feast;
use super::measured::unrest;
use super::ordinal::ordinal;
use super::stretch::narrow;
use super::{DateMention, one, span, weekday, whole_month, whole_year};
use crate::claim::when::is_deed;
use crate::text::Text;
use crate::token::Kind;

/// Returns the number of the month that `lower` names, shortened to three or four letters or not, or 0.
pub(super) fn month(lower: &str) -> i8 {
    match lower {
        "january" | "jan" | "janu" => 1,
        "february" | "feb" | "febr" => 2,
        "march" | "mar" | "marc" => 3,
        "april" | "apr" | "apri" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" | "augu" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" | "octo" => 10,
        "november" | "nov" | "nove" => 11,
        "december" | "dec" | "dece" => 12,
        _ => 0,
    }
}

/// Returns whether the word names a day of the week or a month.
pub(crate) fn is_day_or_month(lower: &str) -> bool {
    is_month(lower) || weekday(lower).is_some()
}

/// Returns whether the word alone can say when: a day, a month, "yesterday", "overnight".
pub(crate) fn is_time(lower: &str) -> bool {
    is_day_or_month(lower)
        || matches!(
            lower,
            "today" | "yesterday" | "tonight" | "overnight" | "night" | "weekend"
        )
}

/// Returns whether the word names a part of a day, or days.
pub(crate) fn is_period(lower: &str) -> bool {
    matches!(
        lower,
        "morning" | "afternoon" | "evening" | "week" | "month" | "year"
    )
}

/// Returns whether the word names a month.
pub(crate) fn is_month(lower: &str) -> bool {
    month(lower) > 0 && lower != "mar"
}

/// "October 27", "27 October 2020", "3 Jan 90", "2.11.2020", "May 2014", "2014", "the 1990s".
/// `last` is the day told last, whose year "the same year" is.
pub(super) fn named(
    text: &Text<'_>,
    at: usize,
    (written, last): (Option<Date>, Option<Date>),
) -> Option<DateMention> {
    let mut date = numeric(text, at, written)
        .or_else(|| day_range(text, at, written))
        .or_else(|| feast(text, at, written))
        .or_else(|| month_first(text, at, (written, last)))
        .or_else(|| day_first(text, at, (written, last)))
        .or_else(|| ordinal(text, at, (written, last)))
        .or_else(|| years(text, at))?;
    if !date.day {
        narrow(text, at, &mut date);
    }
    if !date.running {
        date.named = date.when;
    }
    Some(date)
}

pub(super) fn number(text: &Text<'_>, at: usize) -> Option<i16> {
    (text.kind_at(at) == Some(Kind::Digits))
        .then(|| text.at(at).parse().ok())
        .flatten()
}

pub(super) fn full(
    start: usize,
    end: usize,
    year: i16,
    month: i16,
    day: i16,
) -> Option<DateMention> {
    let day = Date::new(year, month as i8, day as i8).ok()?;
    let mut date = DateMention::day(start, end, one(day));
    date.full = true;
    Some(date)
}

/// "2020-11-02", "02.11.2020", "2/11/2020": which of two small numbers between strokes is the month is told
/// by the day of writing, which is never long before it.
fn numeric(text: &Text<'_>, at: usize, written: Option<Date>) -> Option<DateMention> {
    if text.kind_at(at) != Some(Kind::Digits) {
        return None;
    }
    let dots = text.at(at).matches('.').count() == 2;
    let (parts, end) = match dots {
        true => {
            let mut parts = text.at(at).split('.').map(|part| part.parse::<i16>().ok());
            ([parts.next()??, parts.next()??, parts.next()??], at + 1)
        }
        false => {
            let mark = text.at(at + 1);
            let joined = matches!(mark, "-" | "/") && text.at(at + 3) == mark;
            let spaced = (1..5).any(|i| text.spaced_at(at + i));
            if !joined || spaced {
                return None;
            }
            let parts = [
                number(text, at)?,
                number(text, at + 2)?,
                number(text, at + 4)?,
            ];
            (parts, at + 5)
        }
    };
    match parts {
        [year @ 1900..2100, month, day] => full(at, end, year, month, day),
        [a, b, year @ 1900..2100] => {
            let day_first = full(at, end, year, b, a);
            let month_first = full(at, end, year, a, b);
            let gap = |date: &DateMention| {
                let (day, written) = (date.when.to?, written?);
                Some(written.since(day).ok()?.get_days().unsigned_abs())
            };
            match (day_first, month_first) {
                (Some(one), Some(other)) if !dots && gap(&other) < gap(&one) => Some(other),
                (Some(one), _) => Some(one),
                (None, other) => other,
            }
        }
        _ => None,
    }
}

/// The token behind an ending of a number ("th") that is written at `at`.
pub(super) fn past_ending(text: &Text<'_>, at: usize) -> usize {
    let ending = matches!(text.lower_at(at), "st" | "nd" | "rd" | "th") && !text.spaced_at(at);
    at + usize::from(ending)
}

/// "October 27, 2020", "Oct. 27", "October 2020", "October".
fn month_first(
    text: &Text<'_>,
    at: usize,
    (written, last): (Option<Date>, Option<Date>),
) -> Option<DateMention> {
    let lower = text.lower_at(at);
    let named = month(lower);
    if named == 0 {
        return None;
    }
    let mut next = at + 1;
    if text.lower_at(next) == "." && !text.spaced_at(next) {
        next += 1;
    }
    let day = number(text, next).filter(|day| (1..=31).contains(day) && text.at(next).len() <= 2);
    if let Some(day) = day {
        let after = past_ending(text, next + 1);
        let comma = usize::from(text.lower_at(after) == ",");
        if let Some(year @ 1900..2100) = number(text, after + comma) {
            return full(at, after + comma + 1, year, i16::from(named), day);
        }
        let (year, end) = match year_told(text, after, (written, last)) {
            Some(told) => told,
            None => (year_of(named, day as i8, written)?, after),
        };
        let first = Date::new(year, named, day as i8).ok()?;
        // "May 3-5", "May 3 to 5", "between May 3 and 5", "on May 3 and 4, 2021".
        let linked = match text.lower_at(after) {
            "-" | "–" | "to" | "until" | "through" => true,
            "and" => {
                let head = text.lower_at(at.wrapping_sub(1));
                head == "between" || is_close(text, past_ending(text, after + 2))
            }
            _ => false,
        };
        let last = number(text, after + 1)
            .filter(|last| linked && (day + 1..=31).contains(last))
            .filter(|_| text.at(after + 1).len() <= 2);
        if let Some(last) = last {
            let behind = past_ending(text, after + 2);
            let comma = usize::from(text.lower_at(behind) == ",");
            let told = number(text, behind + comma).filter(|year| (1900..2100).contains(year));
            let (year, end) = match told {
                Some(year) => (year, behind + comma + 1),
                None => (year, behind),
            };
            let first = Date::new(year, named, day as i8).ok()?;
            let last = Date::new(year, named, last as i8).ok()?;
            return Some(DateMention {
                day: last.day() == first.day() + 1,
                full: told.is_some(),
                ..DateMention::day(at, end, span(Some(first), Some(last)))
            });
        }
        return Some(DateMention::day(at, end, one(first)));
    }
    let of = usize::from(matches!(text.lower_at(next), "of" | ","));
    if let Some(year @ 1900..2100) = number(text, next + of) {
        let when = whole_month(year, named)?;
        return Some(DateMention::period(at, next + of + 1, when));
    }
    if let Some((year, end)) = year_told(text, next, (written, last)) {
        return Some(DateMention::period(at, end, whole_month(year, named)?));
    }
    // "may" and "march" are also common words: a word of time must stand before them.
    let before = text.lower_at(at.wrapping_sub(1));
    let timed = matches!(
        before,
        "in" | "since"
            | "last"
            | "early"
            | "late"
            | "mid"
            | "of"
            | "this"
            | "until"
            | "from"
            | "during"
            | "between"
            | "throughout"
            | "after"
            | "before"
            | "by"
            | "about"
            | "around"
    ) && text.capital_at(at)
        // "the March bombing".
        || text.capital_at(at) && !text.upper && is_deed(text.lower_at(at + 1))
        || before == "-" && text.lower_at(at.wrapping_sub(2)) == "mid"
        || matches!(before, "in" | "since" | "of" | "last" | "early" | "late")
        || matches!(
            before,
            "and" | "or" | "to" | "-" | "–" | "through" | "until"
        ) && is_month(text.lower_at(at.wrapping_sub(2)));
    if lower.len() < 4 && lower != "may" || matches!(lower, "may" | "march") && !timed {
        return None;
    }
    let written = written?;
    let past = named > written.month() || before == "last" && named == written.month();
    let year = written.year() - i16::from(past);
    Some(DateMention::period(at, at + 1, whole_month(year, named)?))
}

/// Whether nothing that a number could count stands at `at`.
pub(super) fn is_close(text: &Text<'_>, at: usize) -> bool {
    !matches!(text.kind_at(at), Some(Kind::Word | Kind::Digits))
        || number(text, at).is_some_and(|year| (1900..2100).contains(&year))
        || matches!(
            text.lower_at(at),
            "in" | "at" | "near" | "when" | "by" | "after" | "during" | "and" | "as" | "while"
        )
}

/// The year that words behind a day or a month tell, and the token behind them: "this year", "of last year",
/// "of the same year".
fn year_told(
    text: &Text<'_>,
    at: usize,
    (written, last): (Option<Date>, Option<Date>),
) -> Option<(i16, usize)> {
    let of = at + usize::from(text.lower_at(at) == "of");
    match (text.lower_at(of), text.lower_at(of + 1)) {
        ("this", "year") => Some((written?.year(), of + 2)),
        ("last", "year") => Some((written?.year() - 1, of + 2)),
        ("that", "year") => Some((last?.year(), of + 2)),
        ("the", "same") if text.lower_at(of + 2) == "year" => Some((last?.year(), of + 3)),
        _ => None,
    }
}

/// "27 October 2020", "3rd of May", "3 Jan 90".
fn day_first(
    text: &Text<'_>,
    at: usize,
    (written, last): (Option<Date>, Option<Date>),
) -> Option<DateMention> {
    let day = number(text, at).filter(|day| (1..=31).contains(day) && text.at(at).len() <= 2)?;
    let mut next = past_ending(text, at + 1);
    // "20-JANUARY".
    if matches!(text.lower_at(next), "of" | "-") {
        next += 1;
    }
    // "the 3rd of this month", "on 12 of last month".
    if text.lower_at(next + 1) == "month"
        && let Some(written) = written
    {
        let month = match text.lower_at(next) {
            "this" => written,
            "last" => written.checked_sub(1.month()).ok()?,
            _ => return None,
        };
        let day = Date::new(month.year(), month.month(), day as i8).ok()?;
        return Some(DateMention::day(at, next + 2, one(day)));
    }
    let named = month(text.lower_at(next));
    // "17 mar the list", but "17 Mar 2014".
    let year = number(text, next + 1).is_some_and(|year| (1900..2100).contains(&year));
    if named == 0 || text.lower_at(next) == "mar" && !text.upper && !year {
        return None;
    }
    let mut after = next + 1;
    if text.lower_at(after) == "." && !text.spaced_at(after) {
        after += 1;
    }
    let comma = usize::from(text.lower_at(after) == ",");
    match number(text, after + comma) {
        Some(year @ 1900..2100) => {
            return full(at, after + comma + 1, year, i16::from(named), day);
        }
        Some(year @ 60..100) if comma == 0 && text.at(after).len() == 2 => {
            return full(at, after + 1, 1900 + year, i16::from(named), day);
        }
        _ => {}
    }
    let (year, end) = match year_told(text, after, (written, last)) {
        Some(told) => told,
        None => (year_of(named, day as i8, written)?, after),
    };
    let day = Date::new(year, named, day as i8).ok()?;
    Some(DateMention::day(at, end, one(day)))
}

/// "3 to 5 May", "the night of 13-14 February", "between 3 and 19 September 2018".
fn day_range(text: &Text<'_>, at: usize, written: Option<Date>) -> Option<DateMention> {
    let first = number(text, at).filter(|day| (1..=31).contains(day) && text.at(at).len() <= 2)?;
    let link = past_ending(text, at + 1);
    let linked = match text.lower_at(link) {
        "to" | "-" | "–" | "/" | "until" | "till" => true,
        "and" => matches!(text.lower_at(at.wrapping_sub(1)), "between" | "of" | "on"),
        _ => false,
    };
    if !linked {
        return None;
    }
    let last = day_first(text, link + 1, (written, None))?;
    let to = last.when.to?;
    let from = Date::new(to.year(), to.month(), first as i8).ok()?;
    if from >= to {
        return None;
    }
    Some(DateMention {
        start: at,
        day: to.day() == from.day() + 1,
        when: span(Some(from), Some(to)),
        ..last
    })
}

/// "2014", "1998-2000".
fn years(text: &Text<'_>, at: usize) -> Option<DateMention> {
    let year =
        number(text, at).filter(|year| (1900..2100).contains(year) && text.at(at).len() == 4)?;
    // "1998-2000", "1975 to 1990".
    if matches!(text.lower_at(at + 1), "-" | "–" | "to" | "and" | "until")
        && let Some(end) = number(text, at + 2)
    {
        let end = if end < 100 && text.at(at + 2).len() == 2 {
            year / 100 * 100 + end
        } else {
            end
        };
        if (year..2100).contains(&end) {
            let when = span(whole_year(year)?.from, whole_year(end)?.to);
            return Some(DateMention::period(at, at + 3, when));
        }
    }
    let dated = matches!(
        text.lower_at(at.wrapping_sub(1)),
        "in" | "since"
            | "of"
            | "early"
            | "late"
            | "mid"
            | "until"
            | "from"
            | "by"
            | "during"
            | "the"
            | "year"
            | "-"
            | "and"
            | "after"
            | "before"
            | "summer"
            | "between"
            | "throughout"
            | "back"
            | "winter"
            | "spring"
            | "autumn"
    );
    // "A 2014 ambush", "the city's deadly 2014 siege", but neither "a 2014 pick-up" nor "a 2014 Selm saloon".
    let told = || {
        let car = !text.upper && text.capital_at(at + 1)
            || text
                .word_at(at + 1)
                .is_some_and(|word| word.object.is_some());
        let article = matches!(text.lower_at(at.wrapping_sub(1)), "a" | "an");
        article && !car || unrest(text, at + 1).is_some()
    };
    if !dated && !told() {
        return None;
    }
    Some(DateMention::period(at, at + 1, whole_year(year)?))
}

/// The year in which a day without a year last fell, not after the day of writing.
pub(super) fn year_of(month: i8, day: i8, written: Option<Date>) -> Option<i16> {
    let written = written?;
    let later = (month, day) > (written.month(), written.day());
    Some(written.year() - i16::from(later))
}
