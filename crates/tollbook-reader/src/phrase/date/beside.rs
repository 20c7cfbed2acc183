//! Dates by their distance from one told before: "the next day", "a year earlier", "a day after".

use jiff::ToSpan;
use jiff::civil::Date;

use super::measured::amount;
use super::{DateMention, back, one, whole_month, whole_year};
use crate::claim::when::is_deed;
use crate::text::Text;
use crate::token::Sentence;

/// "the next day", "a day later", "the day before": counted from the day told last.
pub(super) fn beside(text: &Text<'_>, at: usize, last: Date) -> Option<DateMention> {
    let after = [
        &["the", "next", "day"][..],
        &["the", "following", "day"],
        &["the", "next", "morning"],
        &["the", "following", "morning"],
        &["the", "day", "after"],
    ];
    let before = [
        &["the", "day", "before"][..],
        &["the", "previous", "day"],
        &["the", "previous", "night"],
        &["the", "night", "before"],
        &["the", "previous", "evening"],
        &["the", "evening", "before"],
    ];
    let same = [
        &["the", "same", "day"][..],
        &["that", "same", "day"],
        &["that", "day"],
        &["that", "night"],
        &["that", "evening"],
        &["the", "same", "night"],
        &["the", "same", "evening"],
        &["the", "same", "morning"],
    ];
    // "two days later", "eight days earlier".
    if let Some(n) = amount(text, at) {
        // "The raid came a month after a blast killed nine".
        if text.lower_at(at + 2) == "after" && is_coming(text.lower_at(at.wrapping_sub(1))) {
            let whole = match text.lower_at(at + 1).trim_end_matches('s') {
                "month" => back(last, i64::from(n).months())
                    .and_then(|then| whole_month(then.year(), then.month())),
                "year" => whole_year(last.year() - n),
                _ => None,
            };
            if let Some(whole) = whole {
                return Some(DateMention::period(at, at + 3, whole));
            }
        }
        let days = match text.lower_at(at + 1) {
            "day" | "days" | "night" | "nights" => i64::from(n),
            "week" | "weeks" => 7 * i64::from(n),
            _ => return None,
        };
        let day = match text.lower_at(at + 2) {
            "later" => last.checked_add(days.days()).ok()?,
            "earlier" | "before" => back(last, days.days())?,
            // "The raid came two days after a blast killed nine": the blast has the day.
            "after" if is_coming(text.lower_at(at.wrapping_sub(1))) => back(last, days.days())?,
            _ => return None,
        };
        return Some(DateMention::day(at, at + 3, one(day)));
    }
    // "the day before yesterday", "the day before the vote", but "the day after the blast".
    let of = matches!(
        text.lower_at(at + 3),
        "yesterday" | "the" | "a" | "an" | "his" | "her" | "its" | "their" | "he" | "she" | "they"
    ) && matches!(text.lower_at(at + 2), "before" | "after")
        && !is_deed(text.lower_at(at + 4));
    if !matches!(text.lower_at(at), "the" | "that") || of {
        return None;
    }
    let says = |list: &[&[&str]]| list.iter().any(|words| text.says(at, words));
    let day = if says(&same) {
        last
    } else if says(&after) {
        last.checked_add(1.days()).ok()?
    } else if says(&before) {
        back(last, 1.days())?
    } else {
        return None;
    };
    let short = text.lower_at(at) == "that" && text.lower_at(at + 1) != "same";
    let width = if short { 2 } else { 3 };
    Some(DateMention::day(at, at + width, one(day)))
}

/// "the year before", "the following year", "two months later": counted from the date told last.
pub(super) fn years_beside(text: &Text<'_>, at: usize, last: Date) -> Option<DateMention> {
    if text.lower_at(at) == "the" {
        let years = match (text.lower_at(at + 1), text.lower_at(at + 2)) {
            ("year", "before") | ("previous" | "preceding", "year") => -1,
            ("year", "after") | ("following" | "next", "year") => 1,
            _ => return None,
        };
        let year = whole_year(last.year() + years)?;
        return Some(DateMention::period(at, at + 3, year));
    }
    let n = amount(text, at)?;
    let n = match text.lower_at(at + 2) {
        "later" => n,
        "earlier" | "before" => -n,
        _ => return None,
    };
    let when = match text.lower_at(at + 1) {
        "year" | "years" => whole_year(last.year() + n)?,
        "month" | "months" => {
            let then = last.checked_add(i64::from(n).months()).ok()?;
            whole_month(then.year(), then.month())?
        }
        _ => return None,
    };
    Some(DateMention::period(at, at + 3, when))
}

/// "Died on Sunday, a day after gunmen stormed": what is told behind has a day of its own, counted back from the
/// day told before. "Two days after the raid, troops shelled": what is told behind the raid came later.
pub(super) fn after(
    text: &Text<'_>,
    at: usize,
    sentence: &Sentence,
    last: Date,
) -> Option<DateMention> {
    let n = amount(text, at)?;
    let days = match text.lower_at(at + 1) {
        "day" | "days" => i64::from(n),
        "week" | "weeks" => 7 * i64::from(n),
        _ => return None,
    };
    if text.lower_at(at + 2) != "after" {
        return None;
    }
    let day = match text.lower_at(at.wrapping_sub(1)) {
        _ if at == sentence.start => {
            let deed = matches!(text.lower_at(at + 3), "the" | "that" | "this" | "a")
                && (at + 4..at + 9)
                    .take_while(|at| text.lower_at(*at) != ",")
                    .any(|at| is_deed(text.lower_at(at)));
            deed.then(|| last.checked_add(days.days()).ok())??
        }
        "," => back(last, days.days())?,
        _ => return None,
    };
    Some(DateMention::day(at, at + 3, one(day)))
}

/// Verbs by which one deed follows another.
fn is_coming(lower: &str) -> bool {
    matches!(
        lower,
        "came" | "come" | "comes" | "coming" | "happened" | "occurred"
    )
}
