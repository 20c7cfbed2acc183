//! Numbers that count nobody: dates, measures, money, names of units.

use tollbook_terms::Basis;

use super::span_of_ages::is_age;
use crate::phrase::date;
use crate::phrase::quantity::Quantity;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Whether the quantity is a date, an age, a measure, an amount of money: anything but a count.
pub(super) fn is_no_count(text: &Text<'_>, amount: &Quantity) -> bool {
    if amount.article || amount.none {
        return false;
    }
    let after = text.lower_at(amount.end);
    let before = if amount.start > 0 {
        text.lower_at(amount.start - 1)
    } else {
        ""
    };
    let first = text.lower_at(amount.end.saturating_sub(1));
    let digits = text.kind_at(amount.end - 1) == Some(Kind::Digits);
    let value = amount.count.low;
    // "between 1975 and 1979".
    let is_year = |i: usize| {
        text.at(i).len() == 4
            && text
                .at(i)
                .parse()
                .is_ok_and(|year| (1900..2100).contains(&year))
    };
    if amount.count.basis == Basis::Range && is_year(amount.end - 1) && is_year(amount.end - 3) {
        return true;
    }
    if is_age(text, amount)
        || is_share(text, amount, value)
        || is_label(text, amount, digits, counted(text, amount.end))
    {
        return true;
    }
    if matches!(after, "%" | "percent" | "°" | "º" | ":" | "/") && digits
        || after == "per" && text.lower_at(amount.end + 1) == "cent"
    {
        return true;
    }
    if matches!(
        before,
        "$" | "€"
            | "£"
            | "¥"
            | "us$"
            | "rs"
            | "inr"
            | "pkr"
            | "usd"
            | "eur"
            | "gbp"
            | "no"
            | "number"
            | "km"
            | "page"
            | "chapter"
            | "article"
            | "resolution"
            | "aged"
            | "age"
            | "room"
            | "channel"
            | "flight"
            | "route"
            | "highway"
            | "unit"
            | "#"
            | "grade"
            | "section"
            | "phase"
            | "world"
            | "group"
            | "class"
            | "level"
            | "type"
            | "point"
            | "bed"
            | "kilometre"
            | "kilometer"
            | "platoon"
            | "battalion"
            | "regiment"
            | "ward"
    ) && before != "no"
        || before == "."
            && amount.start > 1
            && text.lower_at(amount.start - 2) == "no"
            && !text.spaced_at(amount.start - 1)
    {
        return true;
    }
    // "one-third of them", "three quarters of the town".
    let part = amount.end + usize::from(matches!(after, "-"));
    if is_fraction(text.lower_at(part)) && (part > amount.end || text.lower_at(part + 1) == "of") {
        return true;
    }
    // "7.15", "5-0", "12/4", a number glued to letters.
    if digits
        && !text.spaced_at(amount.end)
        && matches!(after, "-" | "–")
        && text.kind_at(amount.end + 1) == Some(Kind::Digits)
    {
        return true;
    }
    if digits
        && amount.start > 0
        && !text.spaced_at(amount.start)
        && (!matches!(before, "(" | "\"" | "“" | "'" | "‘" | "—" | "–" | "[" | "-")
            || before == "-" && !text.spaced_at(amount.start - 1))
    {
        return true;
    }
    if digits && !text.spaced_at(amount.end) && text.kind_at(amount.end) == Some(Kind::Word) {
        return true;
    }
    // A month beside it: a date.
    if date::is_month(after) && value <= 31
        || date::is_month(before)
            && (value <= 31 && !is_day_told(text, amount) || (1900..2100).contains(&value))
    {
        return true;
    }
    if digits
        && date::is_month(text.lower_at(amount.start.saturating_sub(2)))
        && matches!(before, "." | "the")
        && value <= 31
    {
        return true;
    }
    // The second of two days: "on May 9 and 10 in Ostra".
    let day_before = amount.start.wrapping_sub(2);
    if digits
        && value <= 31
        && before == "and"
        && text.kind_at(day_before) == Some(Kind::Digits)
        && date::is_month(text.lower_at(day_before.wrapping_sub(1)))
        && !counted(text, amount.end)
    {
        return true;
    }
    // A year: four digits without a comma behind "in", "since", "of", or before nothing countable.
    let plain_year = digits
        && amount.end - amount.start == 1
        && first.len() == 4
        && (1900..2100).contains(&value);
    let counted = counted(text, amount.end);
    if plain_year
        && !counted
        && (matches!(
            before,
            "in" | "since"
                | "of"
                | "from"
                | "until"
                | "by"
                | "early"
                | "late"
                | "mid"
                | ","
                | "year"
                | "during"
                | "before"
                | "after"
                | "to"
                | "-"
        ) || date::is_month(before)
            || before == "and" && is_year(amount.start.wrapping_sub(2)))
    {
        return true;
    }
    // "between 1975 and 1979".
    if amount.count.basis == Basis::Range
        && !counted
        && (1900..2100).contains(&value)
        && amount.count.high.is_some_and(|high| high < 2100)
    {
        return true;
    }
    // Ages in brackets or between commas behind a name: "Arin, 34, ...".
    if digits
        && value < 120
        && before == ","
        && matches!(after, "," | "." | ")" | ";")
        && amount.start > 1
        && text.tag_at(amount.start - 2).is_some_and(|tag| {
            // "the Ostran, 39, was"
            let one = tag == Tag::NN || tag.is_adjective();
            tag.is_name() || one && after == "," && amount.end == amount.start + 1
        })
    {
        return true;
    }
    if !digits
        && value < 20
        && before == ","
        && after == ","
        && is_full_name(text, amount.start - 1)
    {
        return true;
    }
    // "millions in losses", "thousands in cash"
    if after == "in"
        && matches!(
            text.lower_at(amount.end + 1),
            "losses"
                | "loss"
                | "damage"
                | "damages"
                | "cash"
                | "aid"
                | "property"
                | "debt"
                | "ransom"
        )
    {
        return true;
    }
    // "6 am", "9:30".
    if matches!(
        after,
        "am" | "pm" | "a.m." | "p.m." | "gmt" | "hours" | "hrs" | "o" | "th" | "st" | "nd" | "rd"
    ) && digits
    {
        return true;
    }
    is_measure(after) || matches!(after, "-") && is_measure(text.lower_at(amount.end + 1))
}

/// Whether a person's first and last name end before token `end`, behind which a number in words is an age: "Anna
/// Moss, six, who"; not "in Port Moss, six".
fn is_full_name(text: &Text<'_>, end: usize) -> bool {
    let name = (0..end)
        .rev()
        .take(4)
        .take_while(|at| text.tag_at(*at).is_some_and(Tag::is_name) && text.named_at(*at).is_none())
        .count();
    let kin = text
        .word_at(end.wrapping_sub(name + 1))
        .is_some_and(|word| word.person.is_some());
    // "her grandson Alf, six"
    (name >= 2 || name == 1 && kin)
        && !matches!(
            text.lower_at(end.wrapping_sub(name + 1)),
            "in" | "at" | "near" | "of" | "from" | "to" | "outside" | "around" | "the" | "on"
        )
}

/// Whether the word at `at` can be what a number counts here.
pub(super) fn counted(text: &Text<'_>, at: usize) -> bool {
    text.word_at(at).is_some_and(|word| {
        word.person.is_some()
            || word.object.is_some()
            || word.state.is_some()
            || word.verb.is_some()
    })
}

/// "one in five", "two out of three", "one in every ten": a share.
fn is_share(text: &Text<'_>, amount: &Quantity, value: u64) -> bool {
    let of = match text.lower_at(amount.end) {
        "in" => amount.end + 1,
        "out" if text.lower_at(amount.end + 1) == "of" => amount.end + 2,
        _ => return false,
    };
    let of = of + usize::from(text.lower_at(of) == "every");
    let Some(crate::lexicon::NumberWord::Unit(whole)) = text.number_at(of) else {
        return false;
    };
    value < whole
        && whole <= 10
        && text
            .word_at(of + 1)
            .is_none_or(|word| word.object.is_none())
        && !is_measure(text.lower_at(of + 1))
        || text.lower_at(of - 1) == "every"
}

/// "Checkpoint 56", "Hill 402", "Zone 3": a number that is part of a name.
fn is_label(text: &Text<'_>, amount: &Quantity, digits: bool, counted: bool) -> bool {
    let before = amount.start.wrapping_sub(1);
    digits
        && !counted
        && amount.end - amount.start == 1
        && text.capital_at(before)
        && matches!(
            text.lower_at(before),
            "checkpoint"
                | "hill"
                | "height"
                | "zone"
                | "sector"
                | "area"
                | "block"
                | "ward"
                | "gate"
                | "camp"
                | "building"
                | "apartment"
                | "house"
                | "platform"
                | "terminal"
                | "line"
                | "mile"
                | "kilometre"
                | "kilometer"
                | "district"
                | "precinct"
                | "battalion"
                | "brigade"
                | "company"
                | "division"
                | "regiment"
                | "squadron"
                | "force"
                | "bureau"
                | "law"
                | "decree"
                | "paragraph"
                | "annex"
                | "table"
                | "figure"
                | "radio"
                | "boeing"
                | "airbus"
                | "pillar"
                | "top"
        )
}

/// "On 24 May two guards": the day stands before the month already.
fn is_day_told(text: &Text<'_>, amount: &Quantity) -> bool {
    amount.start >= 2
        && text.kind_at(amount.start - 2) == Some(Kind::Digits)
        && text.at(amount.start - 2).len() <= 2
}

/// Whether the word is a fraction: "third", "thirds", "half".
pub(crate) fn is_fraction(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('s'),
        "half"
            | "third"
            | "quarter"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "tenth"
    )
}

/// Words of measure: time, distance, weight, money, calibre.
fn is_measure(lower: &str) -> bool {
    matches!(
        lower,
        "year"
            | "years"
            | "month"
            | "months"
            | "week"
            | "weeks"
            | "day"
            | "days"
            | "hour"
            | "hours"
            | "minute"
            | "minutes"
            | "second"
            | "seconds"
            | "km"
            | "kilometers"
            | "kilometres"
            | "kilometer"
            | "kilometre"
            | "miles"
            | "mile"
            | "metres"
            | "meters"
            | "meter"
            | "metre"
            | "m"
            | "mm"
            | "cm"
            | "feet"
            | "foot"
            | "ft"
            | "kg"
            | "kilograms"
            | "kilos"
            | "tons"
            | "tonnes"
            | "pounds"
            | "dollars"
            | "euros"
            | "rupees"
            | "pesos"
            | "dinars"
            | "cents"
            | "degrees"
            | "percent"
            | "times"
            | "am"
            | "pm"
            | "year-old"
            | "mph"
            | "barrels"
            | "gallons"
            | "litres"
            | "liters"
            | "acres"
            | "hectares"
            | "votes"
            | "points"
            | "goals"
            | "seats"
            | "decades"
            | "decade"
            | "centuries"
            | "century"
            | "nights"
            | "night"
    )
}
