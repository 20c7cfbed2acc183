//! Dates by their distance from the day of writing or from a day told before: "Tuesday", "last week", "the next
//! day".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use tollbook_terms::When;

use super::beside::{after, beside, years_beside};
use super::calendar::named;
use super::measured::{ago, amount, lasting, past, unrest};
use super::stretch::part_of_year;
use super::{DateMention, back, monday, one, span, weekday, whole_month, whole_year};
use crate::text::Text;
use crate::token::Sentence;

/// "Tuesday", "last Tuesday", "Tuesday night".
pub(super) fn weekday_named(
    text: &Text<'_>,
    at: usize,
    written: Option<Date>,
) -> Option<DateMention> {
    let day = weekday(text.lower_at(at))?;
    let written = written?;
    let since = written.weekday().to_monday_zero_offset() - day.to_monday_zero_offset();
    let mut days = i64::from(since.rem_euclid(7));
    if text.lower_at(at.wrapping_sub(1)) == "last" && days == 0 {
        days = 7;
    }
    let end = match text.lower_at(at + 1) {
        "night" | "morning" | "afternoon" | "evening" => at + 2,
        _ => at + 1,
    };
    // "Tuesday last week", "Tuesday of last week".
    let of = end + usize::from(text.lower_at(end) == "of");
    if (text.lower_at(of), text.lower_at(of + 1)) == ("last", "week") {
        let monday = back(monday(written)?, 7.days())?;
        let days = i64::from(day.to_monday_zero_offset());
        let then = monday.checked_add(days.days()).ok()?;
        return Some(DateMention::day(at, of + 2, one(then)));
    }
    Some(DateMention::day(at, end, one(back(written, days.days())?)))
}

/// Days told by their distance.
pub(super) fn told(
    text: &Text<'_>,
    at: usize,
    sentence: &Sentence,
    written: Option<Date>,
    (last, period): (Option<Date>, Option<Date>),
) -> Option<DateMention> {
    // "A massacre in August 2013 and one the year before".
    let counted = period
        .and_then(|period| years_beside(text, at, period))
        .or_else(|| last.and_then(|day| after(text, at, sentence, day)));
    if let Some(mut date) = counted {
        date.later = text.lower_at(date.end - 1) == "later";
        return Some(date);
    }
    // Where no day is told before, "the day before" and "a week earlier" count from that of writing.
    if let Some(day) = last.or(written)
        && let Some(mut date) = beside(text, at, day)
        && (last.is_some() || date.when.to < written)
    {
        date.later = text.lower_at(date.end - 1) == "later";
        return Some(date);
    }
    let written = written?;
    let lower = text.lower_at(at);
    let next = text.lower_at(at + 1);
    let before = match at > sentence.start {
        true => text.lower_at(at - 1),
        false => "",
    };
    let yesterday = || back(written, 1.days());
    let day = |width: usize, when| Some(DateMention::day(at, at + width, when));
    let period = |width: usize, when| Some(DateMention::period(at, at + width, when));
    let running = |width: usize, from: Option<Date>| {
        let mut date = DateMention::period(at, at + width, span(from, Some(written)));
        date.running = true;
        Some(date)
    };
    match (lower, next) {
        ("today" | "tonight", _) => day(1, one(written)),
        ("yesterday", _) => day(1, one(yesterday()?)),
        ("the", "day") if text.says(at + 2, &["before", "yesterday"]) => {
            day(4, one(back(written, 2.days())?))
        }
        // "earlier in the day", "during the day".
        ("the", "day") if matches!(before, "in" | "during") && !is_ordinal_behind(text, at + 2) => {
            day(2, one(last.unwrap_or(written)))
        }
        ("dawn" | "midnight" | "daybreak" | "sunrise", _) if before == "since" => {
            let mut date = DateMention::day(at, at + 1, one(written));
            date.running = true;
            Some(date)
        }
        // "overnight Thursday to Friday": the days tell which night.
        ("overnight", _)
            if weekday(next).is_some()
                && matches!(text.lower_at(at + 2), "to" | "and" | "into" | "-")
                && weekday(text.lower_at(at + 3)).is_some() =>
        {
            None
        }
        // "overnight into Wednesday", "in the night to Wednesday": the night before that day.
        ("overnight" | "night", "into" | "to") if weekday(text.lower_at(at + 2)).is_some() => {
            let to = weekday_named(text, at + 2, Some(written))?;
            let from = back(to.when.to?, 1.days());
            day(to.end - at, span(from, to.when.to))
        }
        // "overnight Tuesday", "overnight on Tuesday": the night that begins on that day, if it is over.
        ("overnight", _)
            if weekday(text.lower_at(at + 1 + usize::from(next == "on"))).is_some() =>
        {
            let on = usize::from(next == "on");
            let named = weekday_named(text, at + 1 + on, Some(written))?;
            let from = named.when.from?;
            let from = match from == written {
                true => yesterday()?,
                false => from,
            };
            let to = from.checked_add(1.days()).ok();
            day(named.end - at, span(Some(from), to))
        }
        ("overnight" | "nightlong", _) => day(1, span(yesterday(), Some(written))),
        // "on the eve of Monday's vote", "on the eve of the May 3 vote".
        ("eve", "of") => {
            let named = (at + 2..at + 5).find_map(|at| {
                named(text, at, (Some(written), last))
                    .or_else(|| weekday_named(text, at, Some(written)))
            })?;
            let then = named.when.from.filter(|_| named.day)?;
            day(2, one(back(then, 1.days())?))
        }
        ("night", "-") if text.lower_at(at + 2) == "long" => {
            day(3, span(yesterday(), Some(written)))
        }
        ("all", "-") if text.lower_at(at + 2) == "night" => {
            day(3, span(yesterday(), Some(written)))
        }
        ("the", "night") if matches!(before, "during" | "through" | "throughout" | "in") => {
            day(2, span(yesterday(), Some(written)))
        }
        ("beginning" | "start", "of") if matches!(text.lower_at(at + 2), "the" | "this") => {
            let month = match text.lower_at(at + 3) {
                "year" => 1,
                "month" => written.month(),
                _ => return None,
            };
            let first = Date::new(written.year(), month, 1).ok()?;
            Some(DateMention::period(
                at,
                at + 4,
                span(Some(first), Some(written)),
            ))
        }
        ("last", "night") => day(2, one(yesterday()?)),
        ("this", "morning" | "afternoon" | "evening") => day(2, one(written)),
        ("weekend", _) if matches!(before, "the" | "this" | "last" | "past" | "previous" | "a") => {
            period(1, weekend(written)?)
        }
        // "the first half of last year", "the first three months of the year".
        ("this" | "last" | "the", "year") if before == "of" => {
            let year = written.year() - i16::from(lower == "last");
            match part_of_year(text, at, year) {
                Some(part) => period(2, part),
                None if lower == "last" => period(2, whole_year(year)?),
                None if lower == "this" => running(2, opening(next, written)),
                None => None,
            }
        }
        // "earlier in the week".
        ("the", "week" | "month" | "year")
            if before == "in" && text.lower_at(at.wrapping_sub(2)) == "earlier" =>
        {
            period(2, span(opening(next, written), Some(written)))
        }
        ("last" | "previous", "month") if before != "the" => {
            let last = back(written, 1.month())?;
            let mut month = whole_month(last.year(), last.month())?;
            let part = match before {
                "of" => text.lower_at(at.wrapping_sub(2)),
                _ => before,
            };
            match part {
                "early" | "beginning" | "start" => month.to = last.with().day(10).build().ok(),
                "middle" => {
                    month.from = last.with().day(11).build().ok();
                    month.to = last.with().day(20).build().ok();
                }
                "late" | "end" => month.from = last.with().day(21).build().ok(),
                _ => {}
            }
            period(2, month)
        }
        ("last" | "previous", "year") if before != "the" => {
            period(2, whole_year(written.year() - 1)?)
        }
        ("the", "week") if text.says(at + 2, &["before", "last"]) => {
            let this = monday(written)?;
            period(4, span(back(this, 14.days()), back(this, 8.days())))
        }
        ("last", "week") if before != "the" => {
            let this = monday(written)?;
            period(2, span(back(this, 7.days()), back(this, 1.days())))
        }
        ("this" | "current", "week" | "month" | "year") if lower == "this" || before == "the" => {
            let from = opening(next, written);
            match before {
                "earlier" => period(2, span(from, Some(written))),
                _ => running(2, from),
            }
        }
        ("past" | "last" | "previous" | "preceding", _)
            if matches!(before, "the" | "these" | "over" | "in" | "during") =>
        {
            past(text, at, written)
        }
        ("days" | "weeks" | "months" | "years", "of") => {
            let end = unrest(text, at + 2)?;
            lasting(text, (at.checked_sub(1)?, at, end), written)
        }
        ("fortnight", "ago") if before == "a" => {
            let then = back(written, 14.days())?;
            Some(DateMention::day(at - 1, at + 2, one(then)))
        }
        ("this" | "last", "summer" | "autumn" | "spring" | "winter") | ("last", "fall") => {
            let past = lower == "last";
            let this = season(written.year(), next)?;
            let year = match this.from > Some(written) || past && this.to >= Some(written) {
                true => written.year() - 1,
                false => written.year(),
            };
            period(2, season(year, next)?)
        }
        // "the 10th anniversary of the blast", "the first anniversary".
        ("anniversary", _) => {
            let (n, start) = ordinal(text, at)?;
            let then = back(written, i64::from(n).years())?;
            Some(DateMention::day(start, at + 1, one(then)))
        }
        ("fifties" | "sixties" | "seventies" | "eighties" | "nineties", _) => {
            let decade = match lower {
                "fifties" => 1950,
                "sixties" => 1960,
                "seventies" => 1970,
                "eighties" => 1980,
                _ => 1990,
            };
            let (first, last) = match before {
                "early" => (decade, decade + 4),
                "late" => (decade + 5, decade + 9),
                "the" | "mid" | "of" => (decade, decade + 9),
                _ => return None,
            };
            period(1, span(whole_year(first)?.from, whole_year(last)?.to))
        }
        // "the four-week battle".
        (_, "-") if matches!(text.lower_at(at + 2), "day" | "week" | "month") => {
            let end = unrest(text, at + 3)?;
            lasting(text, (at, at + 2, end), written)
        }
        (
            "minutes" | "hours" | "days" | "nights" | "weeks" | "months" | "years" | "decades"
            | "centuries" | "hour" | "day" | "night" | "week" | "month" | "year" | "decade"
            | "century",
            "ago",
        ) => match lower {
            "minutes" | "hours" => day(2, one(written)),
            _ => ago(text, at, sentence, written),
        },
        _ => None,
    }
}

/// The number before "anniversary" and the token it begins with: "10th", "tenth".
fn ordinal(text: &Text<'_>, at: usize) -> Option<(i16, usize)> {
    let before = at.checked_sub(1)?;
    if matches!(text.lower_at(before), "st" | "nd" | "rd" | "th") {
        let n = amount(text, at.checked_sub(2)?)?;
        return Some((n, at - 2));
    }
    let n = match text.lower_at(before) {
        "first" | "one-year" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "tenth" => 10,
        "20th" => 20,
        _ => return None,
    };
    Some((n, before))
}

/// The first day of the week, the month or the year of `day`.
fn opening(unit: &str, day: Date) -> Option<Date> {
    match unit {
        "week" => monday(day),
        "month" => Some(day.first_of_month()),
        _ => Some(day.first_of_year()),
    }
}

/// The months of a season in the north.
pub(super) fn season(year: i16, lower: &str) -> Option<When> {
    let (first, last) = match lower {
        "spring" => (3, 5),
        "summer" => (6, 8),
        "autumn" | "fall" => (9, 11),
        "winter" => (12, 14),
        _ => return None,
    };
    let over = i16::from(last > 12);
    Some(span(
        whole_month(year, first)?.from,
        whole_month(year + over, last - 12 * over as i8)?.to,
    ))
}

/// The last Saturday and Sunday not after the day of writing.
fn weekend(written: Date) -> Option<When> {
    let saturday = match written.weekday() {
        Weekday::Saturday => return Some(one(written)),
        Weekday::Sunday => back(written, 1.days())?,
        _ => back(monday(written)?, 2.days())?,
    };
    Some(span(Some(saturday), saturday.checked_add(1.days()).ok()))
}

/// Whether "of" stands behind a day that is counted and not told: "on the day of the attack".
fn is_ordinal_behind(text: &Text<'_>, at: usize) -> bool {
    matches!(
        text.lower_at(at),
        "of" | "that" | "when" | "-" | "before" | "after"
    )
}
