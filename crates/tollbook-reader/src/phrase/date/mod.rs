//! Dates: words for days, months and years, resolved against the day of publication.

mod beside;
mod calendar;
mod feast;
mod measured;
mod ordinal;
mod relative;
mod stretch;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use tollbook_terms::When;

use crate::lexicon::Class;
use crate::text::Text;
use crate::token::{Kind, Sentence};
pub(crate) use calendar::{is_day_or_month, is_month, is_period, is_time};

/// The words at which dates are found, beside digits: at no other is one looked for.
pub(crate) const OPENINGS: &[&str] = &[
    // Days of the week, months and feasts.
    "monday",
    "mondays",
    "tuesday",
    "tuesdays",
    "wednesday",
    "wednesdays",
    "thursday",
    "thursdays",
    "friday",
    "fridays",
    "saturday",
    "saturdays",
    "sunday",
    "sundays",
    "january",
    "jan",
    "janu",
    "february",
    "feb",
    "febr",
    "march",
    "mar",
    "marc",
    "april",
    "apr",
    "apri",
    "may",
    "june",
    "jun",
    "july",
    "jul",
    "august",
    "aug",
    "augu",
    "september",
    "sep",
    "sept",
    "october",
    "oct",
    "octo",
    "november",
    "nov",
    "nove",
    "december",
    "dec",
    "dece",
    "christmas",
    "new",
    "boxing",
    "good",
    "easter",
    "valentine",
    "eve",
    // Numbers: "the fifth of June", "two days ago", "a couple of days ago".
    "thirtieth",
    "a",
    "an",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "eighteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "of",
    // What points at a day or a stretch of days: "the next day", "last week", "all-night".
    "the",
    "that",
    "this",
    "current",
    "last",
    "past",
    "previous",
    "preceding",
    "all",
    "beginning",
    "start",
    "today",
    "tonight",
    "yesterday",
    "overnight",
    "nightlong",
    "dawn",
    "daybreak",
    "sunrise",
    "midnight",
    "night",
    "nights",
    "weekend",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "fortnight",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "anniversary",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
];

/// A date in the tokens `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateMention {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) when: When,
    /// The same without what it opens: "May" of "since May".
    pub(crate) named: When,
    /// Whether it opens a period that runs to the day of writing ("since May", "this year").
    pub(crate) running: bool,
    /// Whether it names one day, not a month or a year.
    pub(crate) day: bool,
    /// Day, month and year are all written.
    pub(crate) full: bool,
    /// Whether it only follows another: "two days later".
    pub(crate) later: bool,
}

impl DateMention {
    /// A date of one day in the tokens `start..end`.
    fn day(start: usize, end: usize, when: When) -> DateMention {
        DateMention {
            start,
            end,
            when,
            named: when,
            running: false,
            day: true,
            full: false,
            later: false,
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
    let (mut last, mut period) = (before, before);
    let found = |at: usize, (last, period): (Option<Date>, Option<Date>)| {
        calendar::named(text, at, (written, last))
            .or_else(|| relative::weekday_named(text, at, written))
            .or_else(|| relative::told(text, at, sentence, written, (last, period)))
    };
    while at < sentence.end {
        let token = &text.tokens[at];
        if token.kind != Kind::Digits && !token.word.is(Class::OpensDate) {
            debug_assert_eq!(found(at, (last, period)), None, "OPENINGS lacks a word");
            at += 1;
            continue;
        }
        match found(at, (last, period)) {
            Some(mut date) if date.start >= sentence.start && date.end <= sentence.end => {
                if let Some(written) = written.filter(|_| guessed && !date.full) {
                    nearest_year(&mut date, written);
                }
                stretch::opens(text, &mut date, sentence, written);
                stretch::until(text, &mut date);
                if let Some(written) = written.filter(|_| !guessed) {
                    stretch::end(&mut date, written);
                }
                at = date.end;
                let joined = dates.last_mut().is_some_and(|first| {
                    stretch::same(text, first, &date) || stretch::join(text, first, &date)
                });
                if !joined {
                    dates.push(date);
                }
                if let Some(told) = dates.last() {
                    last = told.when.to.filter(|_| told.day).or(last);
                    period = told.named.to.or(period);
                }
            }
            _ => at += 1,
        }
    }
    stretch::through(text, sentence, &mut dates, written);
    stretch::closed(text, &mut dates);
    dates
}

/// Moves a day without a year to the year that brings it nearest to `day`, which may be before it.
fn nearest_year(date: &mut DateMention, day: Date) {
    let later = |day: Option<Date>| day.and_then(|day| day.checked_add(1.year()).ok());
    let Some(from) = date.when.from.filter(|_| date.day) else {
        return;
    };
    let gap = |other: Option<Date>| other.map(|other| (other - day).get_days().unsigned_abs());
    // "nine years ago today" has a year.
    if gap(Some(from)) > Some(366) {
        return;
    }
    if gap(later(Some(from))) < gap(Some(from)) {
        date.when = span(later(Some(from)), later(date.when.to));
        date.named = date.when;
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
