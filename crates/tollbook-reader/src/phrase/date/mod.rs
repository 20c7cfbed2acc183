//! Dates: words for days, months and years, resolved against the day of publication.

mod calendar;
mod relative;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use tollbook_terms::When;

use crate::text::Text;
use crate::token::Sentence;
pub(crate) use calendar::{is_day_or_month, is_month};

/// A date in the tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateMention {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) when: When,
    /// Whether it opens a period that runs to the day of writing ("since May", "this year").
    pub(crate) running: bool,
    /// Whether it names one day, not a month or a year.
    pub(crate) day: bool,
    /// Day, month and year are all written.
    pub(crate) full: bool,
}

impl DateMention {
    /// A date of one day in the tokens `start..end`.
    fn day(start: usize, end: usize, when: When) -> DateMention {
        DateMention {
            start,
            end,
            when,
            running: false,
            day: true,
            full: false,
        }
    }

    /// A month, a year or another stretch of time in the tokens `start..end`.
    fn period(start: usize, end: usize, when: When) -> DateMention {
        DateMention {
            day: false,
            ..DateMention::day(start, end, when)
        }
    }
}

/// Returns the weekday that the word names.
pub(crate) fn weekday(lower: &str) -> Option<Weekday> {
    match lower.strip_suffix('s').unwrap_or(lower) {
        "monday" => Some(Weekday::Monday),
        "tuesday" => Some(Weekday::Tuesday),
        "wednesday" => Some(Weekday::Wednesday),
        "thursday" => Some(Weekday::Thursday),
        "friday" => Some(Weekday::Friday),
        "saturday" => Some(Weekday::Saturday),
        "sunday" => Some(Weekday::Sunday),
        _ => None,
    }
}

/// Returns the dates of a sentence; `written` is the day of writing, where it is known, or a day of the
/// text that stands for it (`guessed`), and `before` the day that the text named last, from which "the
/// next day" counts.
pub(crate) fn dates(
    text: &Text<'_>,
    sentence: &Sentence,
    (written, guessed): (Option<Date>, bool),
    before: Option<Date>,
) -> Vec<DateMention> {
    let mut dates: Vec<DateMention> = Vec::new();
    let mut at = sentence.start;
    let mut last = before;
    while at < sentence.end {
        let found = calendar::named(text, at, written)
            .or_else(|| relative::weekday_named(text, at, written))
            .or_else(|| relative::told(text, at, sentence, written, last));
        match found {
            Some(mut date) if date.end <= sentence.end => {
                if let Some(written) = written.filter(|_| guessed && !date.full) {
                    nearest_year(&mut date, written);
                }
                opens_period(text, &mut date, sentence, written);
                at = date.end;
                last = date.when.to.filter(|_| date.day).or(last);
                match dates.last_mut().filter(|last| joins(text, last, &date)) {
                    // "from May 12 to May 13", "2 May to 4 May".
                    Some(first) => {
                        first.end = date.end;
                        first.when.to = date.when.to;
                        first.day = false;
                    }
                    None => dates.push(date),
                }
            }
            _ => at += 1,
        }
    }
    dates
}

/// Moves a day without a year to the year that brings it nearest to `day`, which may be before it.
fn nearest_year(date: &mut DateMention, day: Date) {
    let later = |day: Option<Date>| day.and_then(|day| day.checked_add(1.year()).ok());
    let Some(from) = date.when.from.filter(|_| date.day) else {
        return;
    };
    let gap = |other: Option<Date>| other.map(|other| (other - day).get_days().unsigned_abs());
    if gap(later(Some(from))) < gap(Some(from)) {
        date.when = span(later(Some(from)), later(date.when.to));
    }
}

/// Whether the two dates are the ends of one stretch of time.
fn joins(text: &Text<'_>, first: &DateMention, second: &DateMention) -> bool {
    let before = text.lower_at(first.start.wrapping_sub(1));
    let link = text.lower_at(first.end);
    let linked = matches!(link, "to" | "until" | "till" | "-" | "–" | "through")
        || link == "and" && before == "between";
    first.end + 1 == second.start
        && linked
        && !first.running
        && first
            .when
            .from
            .zip(second.when.from)
            .is_some_and(|(a, b)| a < b)
}

/// Marks a date behind "since", which runs to the day of writing: "since May", "since the war began in May".
fn opens_period(
    text: &Text<'_>,
    date: &mut DateMention,
    sentence: &Sentence,
    written: Option<Date>,
) {
    let from = date.start.saturating_sub(16).max(sentence.start);
    let since = (from..date.start).rev().find(|i| {
        matches!(text.lower_at(*i), "since" | ";" | ":" | "which" | "when")
            || text.says(*i, &["ever", "since"])
    });
    let Some(since) = since.filter(|i| text.lower_at(*i) == "since") else {
        return;
    };
    // Between "since" and the date stands only what began: no second clause.
    let commas = (since..date.start).any(|i| text.lower_at(i) == ",");
    let direct = date.start - since <= 3;
    if direct || !commas && !text.lower_at(date.start - 1).is_empty() {
        date.running = true;
        date.when.to = written;
    }
}

fn span(from: Option<Date>, to: Option<Date>) -> When {
    When { from, to }
}

fn one(day: Date) -> When {
    span(Some(day), Some(day))
}

fn back(day: Date, by: Span) -> Option<Date> {
    day.checked_sub(by).ok()
}

/// The Monday of the week of `day`.
fn monday(day: Date) -> Option<Date> {
    back(day, i64::from(day.weekday().to_monday_zero_offset()).days())
}

fn whole_month(year: i16, month: i8) -> Option<When> {
    let first = Date::new(year, month, 1).ok()?;
    Some(span(Some(first), Some(first.last_of_month())))
}

fn whole_year(year: i16) -> Option<When> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(span(Some(first), Some(first.last_of_year())))
}
