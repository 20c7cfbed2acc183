//! Time measured by a number of days, weeks or years up to the day of writing: "two days ago", "the past week",
//! "in two days of fighting".

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::is_month;
use super::{DateMention, back, monday, one, span, whole_month, whole_year};
use crate::claim::when::is_deed;
use crate::text::Text;
use crate::token::{Kind, Sentence};

/// A small number as it stands in "two days ago".
pub(super) fn amount(text: &Text<'_>, at: usize) -> Option<i16> {
    let lower = text.lower_at(at);
    if text.kind_at(at) == Some(Kind::Digits) {
        return lower.parse().ok().filter(|n| *n < 1000);
    }
    match lower {
        "a" | "an" | "one" => Some(1),
        "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "five" => Some(5),
        "six" => Some(6),
        "seven" => Some(7),
        "eight" => Some(8),
        "nine" => Some(9),
        "ten" => Some(10),
        "eleven" => Some(11),
        "twelve" => Some(12),
        "fifteen" => Some(15),
        "eighteen" => Some(18),
        "twenty" => Some(20),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        // "a couple of days ago".
        "of" if text.lower_at(at.wrapping_sub(1)) == "couple" => Some(2),
        _ => None,
    }
}

/// "two days ago", "a year ago", "half a century ago", "ten years ago today".
pub(super) fn ago(
    text: &Text<'_>,
    at: usize,
    sentence: &Sentence,
    written: Date,
) -> Option<DateMention> {
    let number = at.checked_sub(1).filter(|at| *at >= sentence.start)?;
    let half = text.says(number.wrapping_sub(1), &["half", "a"]);
    let quarter = text.says(number.wrapping_sub(3), &["a", "quarter", "of", "a"])
        || text.says(number.wrapping_sub(2), &["quarter", "of", "a"]);
    let n = amount(text, number)?;
    let (start, end) = (number, at + 2);
    let exact = matches!(text.lower_at(number.wrapping_sub(1)), "exactly");
    let today = matches!(text.lower_at(end), "today" | "tonight")
        || text.says(end, &["on", "this", "day"])
        || text.says(end, &["to", "the", "day"]);
    let day = |then: Option<Date>| Some(DateMention::day(start, end, one(then?)));
    let unit = text.lower_at(at).trim_end_matches('s');
    let years = |years: i16| {
        let then = back(written, i64::from(years).years())?;
        let mut date = match today {
            true => DateMention::day(start, end + 1, one(then)),
            false if exact => DateMention::day(start, end, one(then)),
            false if text.says(end, &["this", "month"]) => {
                DateMention::period(start, end + 2, whole_month(then.year(), then.month())?)
            }
            false if text.says(end, &["this", "week"]) => {
                let monday = monday(then)?;
                let sunday = monday.checked_add(6.days()).ok();
                DateMention::period(start, end + 2, span(Some(monday), sunday))
            }
            false => DateMention::period(start, end, whole_year(then.year())?),
        };
        date.start = start;
        Some(date)
    };
    match unit {
        "minute" | "hour" => day(Some(written)),
        "day" | "night" => day(back(written, i64::from(n).days())),
        "week" => {
            let mut date = day(back(written, i64::from(7 * n).days()))?;
            date.end += usize::from(today);
            Some(date)
        }
        "month" if today => day(back(written, i64::from(n).months())),
        "month" => {
            let then = back(written, i64::from(n).months())?;
            let month = whole_month(then.year(), then.month())?;
            Some(DateMention::period(start, end, month))
        }
        "year" => years(n),
        "decade" => years(10 * n),
        "centurie" | "century" if half => years(50),
        "centurie" | "century" if quarter => years(25),
        "centurie" | "century" if n < 10 => years(100 * n),
        _ => None,
    }
}

/// "the past week", "the last 24 hours", "the past seven days": a running stretch to the day of writing.
pub(super) fn past(text: &Text<'_>, at: usize, written: Date) -> Option<DateMention> {
    let (n, unit) = match amount(text, at + 1) {
        Some(n) => (n, at + 2),
        None => (1, at + 1),
    };
    // "in the last few hours".
    let few = matches!(text.lower_at(at + 1), "few" | "couple" | "several");
    let hours = unit + usize::from(few) + usize::from(text.lower_at(unit + 1) == "of");
    if (few || unit == at + 1) && text.lower_at(hours) == "hours" {
        let when = span(back(written, 1.days()), Some(written));
        return Some(DateMention::day(at, hours + 1, when));
    }
    let from = match text.lower_at(unit) {
        "hours" => {
            // A day and a night are told as one event.
            let days = (i64::from(n) + 23) / 24;
            let when = span(back(written, days.days()), Some(written));
            return (n > 1).then(|| DateMention::day(at, unit + 1, when));
        }
        "day" | "days" => back(written, i64::from(n).days())?,
        "week" | "weeks" => back(written, i64::from(7 * n).days())?,
        "month" | "months" => back(written, i64::from(n).months())?,
        "year" | "years" => back(written, i64::from(n).years())?,
        "decade" | "decades" => back(written, i64::from(10 * n).years())?,
        _ => return None,
    };
    // "in the last week of May" tells of May, "in the last three months of 2018" of 2018.
    let whole = is_month(text.lower_at(unit + 2)) || text.kind_at(unit + 2) == Some(Kind::Digits);
    if text.lower_at(unit + 1) == "of" && whole {
        return None;
    }
    // "in the past weeks" is no number of weeks.
    let plural = text.lower_at(unit).ends_with('s');
    if plural && unit == at + 1 {
        return None;
    }
    let mut date = DateMention::period(at, unit + 1, span(Some(from), Some(written)));
    date.running = true;
    Some(date)
}

/// What has lasted for `number` of `unit` up to the day of writing: "in two days of fighting", "three weeks of
/// unrest". The last of some days is the day of writing.
pub(super) fn lasting(
    text: &Text<'_>,
    (number, unit, end): (usize, usize, usize),
    written: Date,
) -> Option<DateMention> {
    let n = amount(text, number)?;
    let from = match text.lower_at(unit).trim_end_matches('s') {
        "day" => back(written, i64::from(n - 1).days()),
        "week" => back(written, i64::from(7 * n).days()),
        "month" => back(written, i64::from(n).months()),
        _ => back(written, i64::from(n).years()),
    };
    let days = text.lower_at(unit).starts_with("day");
    let mut date = DateMention::period(number, end, span(from, Some(written)));
    date.running = !days;
    (!days || (2..8).contains(&n)).then_some(date)
}

/// The token behind a noun for fighting that begins at `at`, perhaps behind words that tell of its kind.
pub(super) fn unrest(text: &Text<'_>, at: usize) -> Option<usize> {
    (at..at + 4)
        .take_while(|i| {
            let lower = text.lower_at(*i);
            lower == "-" || lower.starts_with(char::is_alphabetic) && !is_break(lower)
        })
        .find(|i| is_deed(text.lower_at(*i)) || is_unrest(text.lower_at(*i)))
        .map(|i| i + 1)
}

/// Nouns for what goes on for days, beside those for deeds.
fn is_unrest(lower: &str) -> bool {
    matches!(
        lower,
        "unrest"
            | "rule"
            | "occupation"
            | "offensive"
            | "campaign"
            | "uprising"
            | "insurgency"
            | "blockade"
            | "war"
            | "conflict"
            | "crisis"
            | "rebellion"
            | "revolt"
            | "intifada"
            | "siege"
            | "rioting"
            | "riots"
            | "protests"
            | "demonstrations"
            | "bombardment"
            | "bombardments"
            | "bombing"
            | "gunfights"
            | "gunbattles"
            | "skirmishes"
            | "bloodshed"
            | "combat"
    )
}

/// Words at which a noun phrase ends.
fn is_break(lower: &str) -> bool {
    matches!(
        lower,
        "and" | "or" | "in" | "at" | "on" | "by" | "to" | "after" | "with" | "the" | "a" | "that"
    )
}
