//! Days of a month by their place in it: "the fifth of June", "on the 5th".

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{is_close, month, number, past_ending, year_of};
use super::{DateMention, one};
use crate::phrase::ordinal;
use crate::text::Text;

/// "The fifth of June", "the twenty-third of June", "on the 5th".
pub(super) fn ordinal(
    text: &Text<'_>,
    at: usize,
    (written, last): (Option<Date>, Option<Date>),
) -> Option<DateMention> {
    let Some((day, of)) = ordinal_word(text, at) else {
        return day_alone(text, at, (written, last));
    };
    let named = month(text.lower_at(of + 1));
    if named == 0 || text.lower_at(of) != "of" {
        return None;
    }
    let year = year_of(named, day, written)?;
    let day = Date::new(year, named, day).ok()?;
    Some(DateMention::day(at, of + 2, one(day)))
}

/// The day of a month that words tell and the token behind them: "fifth", "twenty-third".
fn ordinal_word(text: &Text<'_>, at: usize) -> Option<(i8, usize)> {
    let told = |at: usize| ordinal::ordinal(text.lower_at(at)).map(|place| place as i8);
    let tens = match text.lower_at(at) {
        "twenty" => 20,
        "thirty" => 30,
        "thirtieth" => return Some((30, at + 1)),
        // "Twenty-third of May" begins a word earlier.
        _ if text.lower_at(at.wrapping_sub(1)) == "-" => return None,
        _ => return Some((told(at)?, at + 1)),
    };
    let unit = at + 1 + usize::from(text.lower_at(at + 1) == "-");
    Some((tens + told(unit).filter(|unit| *unit < 10)?, unit + 1))
}

/// "On the 5th": of the month told last, else of that of writing, else of the month before it.
fn day_alone(
    text: &Text<'_>,
    at: usize,
    (written, last): (Option<Date>, Option<Date>),
) -> Option<DateMention> {
    let day = number(text, at).filter(|day| (1..=31).contains(day))?;
    let end = past_ending(text, at + 1);
    let led = text.lower_at(at.wrapping_sub(1)) == "the"
        && matches!(text.lower_at(at.wrapping_sub(2)), "on" | "since" | "until");
    if end == at + 1 || !led || !is_close(text, end) {
        return None;
    }
    let near = last.or(written)?;
    let of = |month: Date| Date::new(month.year(), month.month(), day as i8).ok();
    let this = of(near).filter(|this| last.is_some() || *this <= near);
    let day = this.or_else(|| of(near.checked_sub(1.month()).ok()?))?;
    Some(DateMention::day(at, end, one(day)))
}
