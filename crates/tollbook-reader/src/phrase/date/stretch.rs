//! Stretches of time: two dates that are its ends, and a date that opens one.

use jiff::ToSpan;
use jiff::civil::Date;

use super::DateMention;
use super::calendar::is_month;
use crate::text::Text;
use crate::token::Sentence;

/// Makes two dates that are the ends of one stretch of time one: "from May 12 to May 13", "Monday and
/// Tuesday", "overnight and on Wednesday", "August and September 2014". Returns whether they are.
pub(super) fn join(text: &Text<'_>, first: &mut DateMention, second: &DateMention) -> bool {
    let before = text.lower_at(first.start.wrapping_sub(1));
    let link = text.lower_at(first.end);
    let ends = matches!(
        link,
        "to" | "until" | "till" | "-" | "–" | "through" | "into"
    ) || link == "and" && before == "between";
    let behind = first.end + 1;
    let word = usize::from(matches!(
        text.lower_at(behind),
        "on" | "early" | "late" | "again" | "in"
    ));
    let met = behind == second.start || link == "and" && behind + word == second.start;
    if !met || first.running || !ends && link != "and" {
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
    // Between "since" and the date stands only what began: no second clause.
    let commas = (since..date.start).any(|i| text.lower_at(i) == ",");
    let direct = date.start - since <= 3;
    if direct || !commas && !text.lower_at(date.start - 1).is_empty() {
        date.running = true;
        date.when.to = written;
    }
}
