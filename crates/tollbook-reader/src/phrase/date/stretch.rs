//! Stretches of time: two dates that are its ends, and a date that opens one.

use jiff::ToSpan;
use jiff::civil::Date;
use tollbook_terms::When;

use super::calendar::{is_day_or_month, is_month};
use super::measured::amount;
use super::relative::season;
use super::{DateMention, span, weekday, whole_month, whole_year};
use crate::text::Text;
use crate::token::{Kind, Sentence};

/// Makes two dates that are the ends of one stretch of time one: "from May 12 to May 13", "Monday and
/// Tuesday", "overnight and on Wednesday", "August and September 2014". Returns whether they are.
pub(super) fn join(text: &Text<'_>, first: &mut DateMention, second: &DateMention) -> bool {
    let before = text.lower_at(first.start.wrapping_sub(1));
    let link = text.lower_at(first.end);
    let ends = matches!(
        link,
        "to" | "until" | "till" | "-" | "–" | "through" | "into"
    ) || link == "and" && before == "between";
    let beside = matches!(link, "and" | "or");
    let behind = first.end + 1;
    let word = usize::from(matches!(
        text.lower_at(behind),
        "on" | "early" | "late" | "again" | "in"
    ));
    let met = behind == second.start || behind + word == second.start;
    if !met || first.running || !ends && !beside {
        return false;
    }
    let mut from = first.when.from;
    // "August and September 2014": the year of the second is that of both.
    let bare = !first.day && first.end == first.start + 1 && is_month(text.lower_at(first.start));
    if bare
        && !second.day
        && let (Some(a), Some(b)) = (from, second.when.from)
    {
        let year = b.year() - i16::from(a.month() > b.month());
        from = Date::new(year, a.month(), a.day()).ok();
    }
    let (Some(a), Some(b), Some(to)) = (from, second.when.from, second.when.to) else {
        return false;
    };
    // "on Wednesday and the previous night".
    let back = first.day && second.day && link == "and" && to.saturating_add(1.days()) == a;
    if back {
        first.end = second.end;
        first.when.from = Some(b);
        first.named = first.when;
        return true;
    }
    if a >= b {
        return false;
    }
    // "and" joins what stands side by side: two days, a night and its day, two months.
    let side = match (first.day, second.day) {
        (true, true) => to <= a.saturating_add(4.days()),
        (false, false) => bare,
        _ => false,
    };
    if !ends && !side {
        return false;
    }
    first.end = second.end;
    first.when.from = from;
    first.when.to = Some(to);
    first.named = first.when;
    first.day = first.day && second.day && to == a.saturating_add(1.days());
    true
}

/// Words by which what began on a day goes on over its night.
const THROUGH: [&[&str]; 12] = [
    &["until", "dawn"],
    &["till", "dawn"],
    &["until", "daybreak"],
    &["until", "morning"],
    &["until", "sunrise"],
    &["through", "the", "night"],
    &["throughout", "the", "night"],
    &["all", "through", "the", "night"],
    &["into", "the", "night"],
    &["until", "the", "early", "hours"],
    &["into", "the", "early", "hours"],
    &["until", "the", "next", "morning"],
];

/// Lets the day of a sentence that says how its deed went on over the night end on the next: "It began late on
/// Saturday and went on until dawn".
pub(super) fn through(
    text: &Text<'_>,
    sentence: &Sentence,
    dates: &mut Vec<DateMention>,
    written: Option<Date>,
) {
    let is_day = |date: &DateMention| date.day && !date.running && date.when.from == date.when.to;
    let Some(first) = dates.iter().find(|date| is_day(date)) else {
        return;
    };
    let says = |at: usize| {
        // "a march through the night" is no fight.
        let way = matches!(
            text.lower_at(at.wrapping_sub(1)),
            "march" | "walk" | "trek" | "journey" | "drive" | "ride" | "search" | "vigil"
        );
        let words = THROUGH.iter().find(|words| text.says(at, words))?;
        (!way).then_some((at, at + words.len()))
    };
    let Some((cue, end)) = (first.end..sentence.end).find_map(says) else {
        return;
    };
    let before = |date: &&mut DateMention| is_day(date) && date.end <= cue;
    let Some(date) = dates.iter_mut().rev().find(before) else {
        return;
    };
    let next = date.when.to.and_then(|day| day.checked_add(1.days()).ok());
    if next.is_some() && written.is_none_or(|written| next <= Some(written)) {
        date.when.to = next;
        date.named = date.when;
        dates.retain(|date| date.start < cue || date.start >= end);
    }
}

/// Lets a fight that is told to have ended on a later day of its sentence run until then: "a raid that began on Monday
/// and ended on Tuesday", "attacked on Monday and fought until Tuesday".
pub(super) fn closed(text: &Text<'_>, dates: &mut Vec<DateMention>) {
    let mut i = 1;
    while i < dates.len() {
        let (a, b) = (dates[i - 1], dates[i]);
        let days = a.when.to.zip(b.when.to).map(|(a, b)| (b - a).get_days());
        let near = a.day && b.day && !b.running && days.is_some_and(|days| (1..=4).contains(&days));
        let mut at = b.start.saturating_sub(1);
        at -= usize::from(matches!(text.lower_at(at), "on" | "early" | "late"));
        let ends = match text.lower_at(at) {
            "ended" | "ending" => true,
            "until" | "till" => (a.end..at).any(|at| is_fighting(text.lower_at(at))),
            _ => false,
        };
        if near && ends && !a.running {
            dates[i - 1].when.to = b.when.to;
            dates[i - 1].named = dates[i - 1].when;
            dates.remove(i);
        } else {
            i += 1;
        }
    }
}

/// Verbs of what goes on.
fn is_fighting(lower: &str) -> bool {
    matches!(
        lower,
        "fought"
            | "fighting"
            | "battled"
            | "battling"
            | "lasted"
            | "lasting"
            | "continued"
            | "continuing"
            | "raged"
            | "raging"
            | "clashed"
            | "shelled"
            | "shelling"
            | "besieged"
            | "pounded"
            | "went"
            | "rioted"
    )
}

/// Ends a month or a year that is not over on the day of writing with that day: nothing later is told yet.
pub(super) fn end(date: &mut DateMention, written: Date) {
    for when in [&mut date.when, &mut date.named] {
        if when.from.is_some_and(|from| from <= written) && when.to.is_some_and(|to| to > written) {
            when.to = Some(written);
        }
    }
}

/// Marks a date behind "since", which runs to the day of writing: "since May", "since the war began in May".
pub(super) fn opens(
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
    // "Since gunmen killed nine people in May": the date is that of the nine.
    let harm = (since..date.start).any(|i| text.word_at(i).is_some_and(|word| word.verb.is_some()));
    if harm {
        return;
    }
    // Between "since" and the date stands only what began: no second clause.
    let commas = (since..date.start).any(|i| text.lower_at(i) == ",");
    let direct = date.start - since <= 3;
    if direct || !commas && !text.lower_at(date.start - 1).is_empty() {
        date.running = true;
        date.when.from = began(text, date, written).or(date.when.from);
        date.when.to = written;
    }
}

/// The day that a date opens a stretch on, where it is not the first that it names: "since the end of May",
/// "since mid-May", "since it began two years ago".
fn began(text: &Text<'_>, date: &DateMention, written: Option<Date>) -> Option<Date> {
    let mut at = date.start.saturating_sub(1);
    at -= usize::from(matches!(text.lower_at(at), "-" | "of") && at > 0);
    match text.lower_at(at) {
        "end" => date.named.to,
        "mid" | "middle" if !date.day => {
            let month = date.named.from?;
            Date::new(month.year(), month.month(), 15).ok()
        }
        _ if text.lower_at(date.end.saturating_sub(1)) == "ago" && !date.day => {
            let written = written?;
            let n = amount(text, date.start)?;
            match text.lower_at(date.start + 1).trim_end_matches('s') {
                "month" => written.checked_sub(i64::from(n).months()).ok(),
                "year" => written.checked_sub(i64::from(n).years()).ok(),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Begins the days that end on a date: "in the four days to Sunday", "in the week ending May 5".
pub(super) fn until(text: &Text<'_>, date: &mut DateMention) {
    let led = |at: usize| text.lower_at(date.start.wrapping_sub(at));
    let back = match (led(2), led(1)) {
        ("ending" | "ended", "on") | ("up", "to") => 3,
        (_, "to" | "until" | "till" | "ending") => 2,
        _ => return,
    };
    let Some(unit) = date.start.checked_sub(back).filter(|unit| *unit > 0) else {
        return;
    };
    let days = match text.lower_at(unit) {
        "days" => amount(text, unit - 1),
        "week" => Some(7),
        "fortnight" => Some(14),
        "hours" => amount(text, unit - 1).map(|hours| hours / 24 + 1),
        _ => None,
    };
    let Some(days) = days.filter(|days| date.day && (2..100).contains(days)) else {
        return;
    };
    let from = date
        .when
        .to
        .and_then(|to| to.checked_sub(i64::from(days - 1).days()).ok());
    date.when.from = from.or(date.when.from);
    date.named = date.when;
    date.day = days == 2;
}

/// Takes a day told in two ways as one: "Monday, May 3", "May 3 (Monday)", "yesterday, 3 May", "last week
/// Tuesday". Returns whether they are.
pub(super) fn same(text: &Text<'_>, first: &mut DateMention, second: &DateMention) -> bool {
    let marks = (first.end..second.start)
        .all(|at| matches!(text.lower_at(at), "," | "(" | "." | "on" | "the"));
    if !marks || second.start - first.end > 2 || second.running {
        return false;
    }
    let (head, tail) = (text.lower_at(first.start), text.lower_at(second.start));
    let of_week = |date: &DateMention, lower: &str| {
        date.when.from == date.when.to && date.when.to.map(Date::weekday) == weekday(lower)
    };
    let by_name = is_day_or_month(tail) && weekday(tail).is_none()
        || text.kind_at(second.start) == Some(Kind::Digits);
    let day = (weekday(head).is_some() || matches!(head, "yesterday" | "today"))
        && second.day
        && by_name
        && second.when.from == second.when.to;
    if day {
        *first = DateMention {
            start: first.start,
            ..*second
        };
        return true;
    }
    if weekday(tail).is_none() {
        return false;
    }
    // "May 3, Monday".
    if first.day && weekday(head).is_none() && of_week(first, tail) {
        first.end = second.end;
        return true;
    }
    let week = text.says(first.start, &["last", "week"]) && first.end == second.start;
    if week && let (Some(monday), Some(day)) = (first.when.from, weekday(tail)) {
        let days = i64::from(day.to_monday_zero_offset());
        let day = monday.checked_add(days.days()).ok();
        *first = DateMention::day(first.start, second.end, span(day, day));
        return true;
    }
    false
}

/// The months of a year from the first to the last.
fn months(year: i16, first: i8, last: i8) -> Option<When> {
    Some(span(
        whole_month(year, first)?.from,
        whole_month(year, last)?.to,
    ))
}

/// The part of a year that the words before token `at`, which names the year, tell: "the first half of 2018",
/// "the first three months of this year", "summer 2012".
pub(super) fn part_of_year(text: &Text<'_>, at: usize, year: i16) -> Option<When> {
    let of = 1 + usize::from(text.lower_at(at.wrapping_sub(1)) == "of");
    let part = text.lower_at(at.wrapping_sub(of));
    match (text.lower_at(at.wrapping_sub(of + 1)), part) {
        ("first", "half") => months(year, 1, 6),
        ("second", "half") => months(year, 7, 12),
        ("first", "quarter") => months(year, 1, 3),
        ("second", "quarter") => months(year, 4, 6),
        ("third", "quarter") => months(year, 7, 9),
        ("fourth" | "last", "quarter") => months(year, 10, 12),
        (_, "months") => {
            let n = amount(text, at.wrapping_sub(of + 1)).filter(|n| (2..12).contains(n))? as i8;
            match text.lower_at(at.wrapping_sub(of + 2)) {
                "first" => months(year, 1, n),
                "last" | "final" => months(year, 13 - n, 12),
                _ => None,
            }
        }
        _ => season(year, part),
    }
}

/// "early 1990s", "late May", "mid-April", "1990s".
pub(super) fn narrow(text: &Text<'_>, at: usize, mention: &mut DateMention) {
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
    } else if single_year {
        if let Some(months) = part_of_year(text, at, from.year()) {
            mention.when = months;
        }
    } else {
        let day = |day: i8| Date::new(from.year(), from.month(), day).ok();
        let last = from.last_of_month();
        let part = match before {
            // "the second half of May", "the end of May".
            "of" => (
                text.lower_at(at.wrapping_sub(3)),
                text.lower_at(at.wrapping_sub(2)),
            ),
            _ => ("", before),
        };
        mention.when = match part {
            (_, "early" | "beginning" | "start") => span(day(1), day(10)),
            (_, "mid" | "middle") => span(day(11), day(20)),
            (_, "late") => span(day(21), Some(last)),
            (of, "end") if of != "since" && text.lower_at(at.wrapping_sub(4)) != "since" => {
                span(day(21), Some(last))
            }
            (_, "days") if text.lower_at(at.wrapping_sub(4)) == "first" => {
                let last = amount(text, at.wrapping_sub(3)).filter(|n| (2..28).contains(n));
                match last {
                    Some(last) => span(day(1), day(last as i8)),
                    None => mention.when,
                }
            }
            ("first", "half") => span(day(1), day(15)),
            ("second", "half") => span(day(16), Some(last)),
            ("first", "week") => span(day(1), day(7)),
            ("second", "week") => span(day(8), day(14)),
            ("third", "week") => span(day(15), day(21)),
            ("fourth", "week") => span(day(22), day(28)),
            ("last", "week") => span(last.checked_sub(6.days()).ok(), Some(last)),
            _ => mention.when,
        };
    }
}
