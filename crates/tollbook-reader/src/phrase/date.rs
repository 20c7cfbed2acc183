//! Dates: words for days, months and years, resolved against the day of publication.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use tollbook_terms::When;

use crate::text::Text;
use crate::token::{Kind, Sentence};

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

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Returns the number of the month that `lower` names, shortened to three letters or more, or 0.
fn month(lower: &str) -> i8 {
    let named = |name: &str| {
        name == lower || lower.len() >= 3 && lower.len() <= 4 && name.starts_with(lower)
    };
    match lower {
        "sept" => 9,
        _ => MONTHS
            .iter()
            .position(|name| named(name))
            .map_or(0, |i| i as i8 + 1),
    }
}

/// Returns whether the word names a month.
pub(crate) fn is_month(lower: &str) -> bool {
    month(lower) > 0 && lower != "mar"
}

/// Returns the weekday that the word names.
pub(crate) fn weekday(lower: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(name, _)| *name == lower || lower.strip_suffix('s') == Some(name))
        .map(|(_, day)| *day)
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

fn whole_month(year: i16, month: i8) -> Option<When> {
    let first = Date::new(year, month, 1).ok()?;
    Some(span(Some(first), Some(first.last_of_month())))
}

fn whole_year(year: i16) -> Option<When> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(span(Some(first), Some(first.last_of_year())))
}

/// Returns the dates of a sentence; `written` is the day of writing, where it is known.
pub(crate) fn dates(
    text: &Text<'_>,
    sentence: &Sentence,
    written: Option<Date>,
) -> Vec<DateMention> {
    let mut dates = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match date(text, at, sentence, written) {
            Some(date) if date.end <= sentence.end => {
                at = date.end;
                dates.push(date);
            }
            _ => at += 1,
        }
    }
    dates
}

fn date(
    text: &Text<'_>,
    at: usize,
    sentence: &Sentence,
    written: Option<Date>,
) -> Option<DateMention> {
    let lower = text.lower_at(at);
    let before = if at > sentence.start {
        text.lower_at(at - 1)
    } else {
        ""
    };
    let mut mention = DateMention {
        start: at,
        end: at + 1,
        when: When::default(),
        running: false,
        day: true,
        full: false,
    };
    if let Some((end, when, day, full)) = calendar(text, at, written) {
        mention.end = end;
        mention.when = when;
        mention.day = day;
        mention.full = full;
        if !day {
            narrow(text, at, &mut mention);
        }
        mention.running = matches!(before, "since")
            || text.says(at.saturating_sub(2), &["since", "early"])
            || text.says(at.saturating_sub(2), &["since", "the"]);
        if mention.running {
            mention.when.to = written;
        }
        return Some(mention);
    }
    if let Some(day) = weekday(lower) {
        let written = written?;
        let since = written.weekday().to_monday_zero_offset() - day.to_monday_zero_offset();
        let mut days = i64::from(since.rem_euclid(7));
        if before == "last" && days == 0 {
            days = 7;
        }
        mention.when = one(back(written, days.days())?);
        mention.running = before == "since";
        if mention.running {
            mention.when.to = Some(written);
        }
        if text.lower_at(at + 1) == "night" {
            mention.end = at + 2;
        }
        return Some(mention);
    }
    let written = written?;
    let yesterday = back(written, 1.days())?;
    let next = text.lower_at(at + 1);
    mention.when = match (lower, next) {
        ("today" | "tonight", _) => one(written),
        ("yesterday", _) => one(yesterday),
        ("overnight", _) => span(Some(yesterday), Some(written)),
        ("last", "night") => {
            mention.end = at + 2;
            one(yesterday)
        }
        ("this", "morning" | "afternoon" | "evening") => {
            mention.end = at + 2;
            one(written)
        }
        ("last" | "previous", "month") => {
            mention.end = at + 2;
            mention.day = false;
            let last = back(written, 1.month())?;
            whole_month(last.year(), last.month())?
        }
        ("last" | "previous", "year") => {
            mention.end = at + 2;
            mention.day = false;
            whole_year(written.year() - 1)?
        }
        ("this", "year") => {
            mention.end = at + 2;
            mention.day = false;
            mention.running = true;
            span(Date::new(written.year(), 1, 1).ok(), Some(written))
        }
        ("this", "month") => {
            mention.end = at + 2;
            mention.day = false;
            mention.running = true;
            span(
                Date::new(written.year(), written.month(), 1).ok(),
                Some(written),
            )
        }
        ("past" | "last", "week") if before != "since" && (before == "the" || lower == "past") => {
            mention.end = at + 2;
            mention.day = false;
            mention.running = true;
            span(back(written, 7.days()), Some(written))
        }
        (
            "days" | "weeks" | "months" | "years" | "day" | "week" | "year" | "month",
            "ago" | "earlier",
        ) => {
            let n = match text.lower_at(at.wrapping_sub(1)) {
                "a" | "one" => 1,
                "two" => 2,
                "three" => 3,
                "four" => 4,
                "five" => 5,
                digits => digits.parse().ok().filter(|n| *n < 1000)?,
            };
            mention.end = at + 2;
            match lower.trim_end_matches('s') {
                "day" => one(back(written, (n as i64).days())?),
                "year" => {
                    mention.day = false;
                    whole_year(written.year() - n as i16)?
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(mention)
}

/// "October 27", "27 October 2020", "3 Jan 90", "May 2014", "2014", "the 1990s".
/// Gives the token after it, the days, whether it is one day, and whether day, month and year are written.
fn calendar(
    text: &Text<'_>,
    at: usize,
    written: Option<Date>,
) -> Option<(usize, When, bool, bool)> {
    let digits = |i: usize| -> Option<i16> {
        (text.kind_at(i) == Some(Kind::Digits))
            .then(|| text.at(i).parse().ok())
            .flatten()
    };
    // ISO: 2020-11-02.
    if let (Some(year @ 1900..2100), "-", Some(month @ 1..=12), "-", Some(day @ 1..=31)) = (
        digits(at),
        text.lower_at(at + 1),
        digits(at + 2),
        text.lower_at(at + 3),
        digits(at + 4),
    ) {
        return Some((
            at + 5,
            one(Date::new(year, month as i8, day as i8).ok()?),
            true,
            true,
        ));
    }
    let lower = text.lower_at(at);
    let named = month(lower);
    // "may" and "march" are also common words: a number must stand beside them, or a capital.
    if named > 0 {
        let mut next = at + 1;
        if text.lower_at(next) == "." && !text.spaced_at(next) {
            next += 1;
        }
        let ambiguous = matches!(lower, "may" | "march" | "mar") && !text.capital_at(at);
        let day = digits(next).filter(|day| (1..=31).contains(day) && text.at(next).len() <= 2);
        if let Some(day) = day {
            let mut after = next + 1;
            if matches!(text.lower_at(after), "st" | "nd" | "rd" | "th") && !text.spaced_at(after) {
                after += 1;
            }
            let comma = usize::from(text.lower_at(after) == ",");
            if let Some(year @ 1900..2100) = digits(after + comma) {
                return Some((
                    after + comma + 1,
                    one(Date::new(year, named, day as i8).ok()?),
                    true,
                    true,
                ));
            }
            let day = Date::new(year_of(named, day as i8, written)?, named, day as i8).ok()?;
            return Some((after, one(day), true, false));
        }
        if let Some(year @ 1900..2100) = digits(next) {
            return Some((next + 1, whole_month(year, named)?, false, false));
        }
        if lower.len() < 3
            || ambiguous
            || lower == "may" && text.tag_at(at).is_some_and(|tag| !tag.is_name())
            || lower.len() < 4 && lower != "may"
        {
            return None;
        }
        let before = text.lower_at(at.wrapping_sub(1));
        if matches!(lower, "may" | "march")
            && !matches!(
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
            )
        {
            return None;
        }
        let written = written?;
        let year = if named > written.month() || before == "last" && named == written.month() {
            written.year() - 1
        } else {
            written.year()
        };
        return Some((at + 1, whole_month(year, named)?, false, false));
    }
    let number = digits(at)?;
    if (1..=31).contains(&number) && text.at(at).len() <= 2 {
        let mut next = at + 1;
        if matches!(text.lower_at(next), "st" | "nd" | "rd" | "th") && !text.spaced_at(next) {
            next += 1;
        }
        if text.lower_at(next) == "of" {
            next += 1;
        }
        let named = month(text.lower_at(next));
        if named > 0 && text.lower_at(next) != "mar" {
            let mut after = next + 1;
            if text.lower_at(after) == "." && !text.spaced_at(after) {
                after += 1;
            }
            match digits(after) {
                Some(year @ 1900..2100) => {
                    return Some((
                        after + 1,
                        one(Date::new(year, named, number as i8).ok()?),
                        true,
                        true,
                    ));
                }
                Some(year @ 60..100) if text.at(after).len() == 2 => {
                    return Some((
                        after + 1,
                        one(Date::new(1900 + year, named, number as i8).ok()?),
                        true,
                        true,
                    ));
                }
                _ => {}
            }
            let day =
                Date::new(year_of(named, number as i8, written)?, named, number as i8).ok()?;
            return Some((after, one(day), true, false));
        }
        return None;
    }
    if !(1900..2100).contains(&number) || text.at(at).len() != 4 {
        return None;
    }
    let before = text.lower_at(at.wrapping_sub(1));
    // "1998-2000", "1975 to 1990".
    if matches!(text.lower_at(at + 1), "-" | "–" | "to" | "and" | "until")
        && let Some(end) = digits(at + 2)
    {
        let end = if end < 100 && text.at(at + 2).len() == 2 {
            number / 100 * 100 + end
        } else {
            end
        };
        if (number..2100).contains(&end) {
            let from = whole_year(number)?.from;
            return Some((at + 3, span(from, whole_year(end)?.to), false, false));
        }
    }
    let dated = matches!(
        before,
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
    );
    dated.then(|| whole_year(number).map(|when| (at + 1, when, false, false)))?
}

/// "early 1990s", "late May", "mid-April", "1990s".
fn narrow(text: &Text<'_>, at: usize, mention: &mut DateMention) {
    let decade = text.lower_at(mention.end) == "s" && !text.spaced_at(mention.end)
        || text.lower_at(mention.end) == "'s"
        || text.lower_at(mention.end) == "’s" && text.kind_at(at) == Some(Kind::Digits);
    let mut before = text.lower_at(at.wrapping_sub(1));
    if before == "-" {
        before = text.lower_at(at.wrapping_sub(2));
    }
    let (Some(from), Some(_)) = (mention.when.from, mention.when.to) else {
        return;
    };
    let single_year = text.kind_at(at) == Some(Kind::Digits);
    if decade && single_year {
        mention.end += 1;
        let year = from.year() / 10 * 10;
        let (first, last) = match before {
            "early" => (year, year + 4),
            "late" => (year + 5, year + 9),
            "mid" => (year + 3, year + 6),
            _ => (year, year + 9),
        };
        if let (Some(first), Some(last)) = (whole_year(first), whole_year(last)) {
            mention.when = span(first.from, last.to);
        }
    } else if !single_year {
        let day = |day: i8| Date::new(from.year(), from.month(), day).ok();
        match before {
            "early" => mention.when = span(day(1), day(10)),
            "mid" => mention.when = span(day(11), day(20)),
            "late" => mention.when = span(day(21), Some(from.last_of_month())),
            _ => {}
        }
    }
}

/// The year in which a day without a year last fell, not after the day of writing.
fn year_of(month: i8, day: i8, written: Option<Date>) -> Option<i16> {
    let written = written?;
    let later = (month, day) > (written.month(), written.day());
    Some(if later {
        written.year() - 1
    } else {
        written.year()
    })
}
