//! Days of the calendar by the name of a feast.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{full, number, year_of};
use super::{DateMention, one};
use crate::text::Text;

/// "Christmas Eve", "New Year's Day", "Easter Sunday".
pub(super) fn feast(text: &Text<'_>, at: usize, written: Option<Date>) -> Option<DateMention> {
    let (month, day, end) = if text.says(at, &["christmas", "eve"]) {
        (12, 24, at + 2)
    } else if text.says(at, &["christmas", "day"]) {
        (12, 25, at + 2)
    } else if text.says(at, &["boxing", "day"]) {
        (12, 26, at + 2)
    } else if text.says(at, &["may", "day"]) && text.capital_at(at) {
        (5, 1, at + 2)
    } else if text.lower_at(at) == "valentine" {
        (
            2,
            14,
            (at + 1..at + 4).find(|at| text.lower_at(*at) == "day")? + 1,
        )
    } else if text.says(at, &["new", "year"]) {
        let owned = usize::from(text.lower_at(at + 2).ends_with('s'));
        match text.lower_at(at + 2 + owned) {
            "eve" => (12, 31, at + 3 + owned),
            "day" => (1, 1, at + 3 + owned),
            _ if since(text, at) => (1, 1, at + 2 + owned),
            _ => return None,
        }
    } else if text.lower_at(at) == "christmas"
        && matches!(text.lower_at(at.wrapping_sub(1)), "at" | "on" | "since")
    {
        (12, 25, at + 1)
    } else {
        return easter(text, at, written);
    };
    let of = usize::from(matches!(text.lower_at(end), "," | "in" | "of"));
    if let Some(year @ 1900..2100) = number(text, end + of) {
        return full(at, end + of + 1, year, month, day);
    }
    let year = year_of(month as i8, day as i8, written)?;
    let day = Date::new(year, month as i8, day as i8).ok()?;
    Some(DateMention::day(at, end, one(day)))
}

/// Whether "since" or "since the" stands before the token.
fn since(text: &Text<'_>, at: usize) -> bool {
    let the = usize::from(text.lower_at(at.wrapping_sub(1)) == "the");
    text.lower_at(at.wrapping_sub(1 + the)) == "since"
}

/// "Good Friday", "Easter Sunday", "Easter Monday".
fn easter(text: &Text<'_>, at: usize, written: Option<Date>) -> Option<DateMention> {
    let days = match (text.lower_at(at), text.lower_at(at + 1)) {
        ("good", "friday") if text.capital_at(at) => -2,
        ("easter", "sunday") => 0,
        ("easter", "monday") => 1,
        _ => return None,
    };
    let in_year = |year: i16| easter_sunday(year)?.checked_add(days.days()).ok();
    let told = number(text, at + 2).filter(|year| (1900..2100).contains(year));
    let day = match told {
        Some(year) => in_year(year)?,
        None => {
            let written = written?;
            let this = in_year(written.year())?;
            match this > written {
                true => in_year(written.year() - 1)?,
                false => this,
            }
        }
    };
    let mut date = DateMention::day(at, at + 2 + usize::from(told.is_some()), one(day));
    date.full = told.is_some();
    Some(date)
}

/// Easter Sunday of the Western churches ("Anonymous Gregorian algorithm").
fn easter_sunday(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (moon, century, rest) = (year % 19, year / 100, year % 100);
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let full = (19 * moon + century - century / 4 - shift + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - full - rest % 4) % 7;
    let late = (moon + 11 * full + 22 * week) / 451;
    let days = full + week - 7 * late + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}
