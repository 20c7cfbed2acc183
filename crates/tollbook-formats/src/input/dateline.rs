//! The day on which a plain text says that it was published.
//!
//! Only a full day, month and year in the place of a dateline is taken: behind a label ("Published
//! on 3 March 2031"), behind the place of writing ("SORNEL, March 3, 2031 (Agency) -") or on a line
//! of its own ("Friday 21 April 2031"). A day that is told about is never taken.

use jiff::civil::Date;

use crate::limits::DATELINE_BYTES;

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
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// Words one of which begins a label before a day of publication, at the start of a line.
const LABELS: [&str; 7] = [
    "date",
    "dated",
    "published",
    "posted",
    "updated",
    "issued",
    "last",
];
/// Words that may follow in a label.
const IN_LABELS: [&str; 6] = ["of", "publication", "published", "updated", "on", "at"];
/// Capitalised words that begin a sentence or a byline, and no place of writing.
const NO_PLACES: [&str; 12] = [
    "after", "as", "at", "before", "between", "by", "during", "from", "in", "on", "since", "until",
];
/// Words of a time of day.
const TIME_WORDS: [&str; 8] = ["am", "pm", "a.m.", "p.m.", "gmt", "utc", "local", "time"];
/// A place of writing is no longer than this.
const PLACE_WORDS: usize = 5;

/// Returns the day of publication, where `text` opens with one.
///
/// ```
/// use tollbook_formats::input::dateline;
/// let day = dateline::day("SORNEL, March 3, 2031 (Agency) - Five people were killed.");
/// assert_eq!(day.unwrap().to_string(), "2031-03-03");
/// assert_eq!(dateline::day("On March 3, 2031 five people were killed."), None);
/// ```
pub fn day(text: &str) -> Option<Date> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let looked_at = &line[..line.floor_char_boundary(DATELINE_BYTES.saturating_sub(start))];
        let found = words(looked_at).find_map(|at| {
            let (day, end) = day_at(looked_at, at)?;
            let opens = is_dateline(&line[..at], &line[end..]);
            opens.then_some(day)
        });
        if found.is_some() {
            return found;
        }
        start += line.len();
        if start >= DATELINE_BYTES {
            break;
        }
    }
    None
}

/// Returns where each word of `line` starts.
fn words(line: &str) -> impl Iterator<Item = usize> {
    line.split_whitespace()
        .map(|word| word.as_ptr().addr() - line.as_ptr().addr())
        .map(move |at| at + line[at..].len() - line[at..].trim_start_matches('(').len())
}

/// Reads a full day at `at`, and returns it with the byte after it.
fn day_at(line: &str, at: usize) -> Option<(Date, usize)> {
    let rest = &line[at..];
    if let Some(iso) = rest.get(..10)
        && iso.as_bytes()[4] == b'-'
    {
        return iso.parse().ok().map(|day| (day, at + 10));
    }
    let mut parts = rest.split_whitespace();
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let year: String = third.chars().take_while(char::is_ascii_digit).collect();
    let (day, month) = match month(first) {
        Some(month) => (day_of_month(second)?, month),
        None => (day_of_month(first)?, month(second)?),
    };
    let year = match year.len() {
        4 => year
            .parse()
            .ok()
            .filter(|year| (1900..=2100).contains(year))?,
        _ => return None,
    };
    let end = third.as_ptr().addr() - line.as_ptr().addr() + 4;
    Date::new(year, month, day).ok().map(|day| (day, end))
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches([',', '.']).to_lowercase();
    let fits = |month: &&str| {
        **month == *word || (word.len() >= 3 && month.starts_with(&word) && word.len() <= 4)
    };
    MONTHS
        .iter()
        .zip(1..)
        .find(|(month, _)| fits(month))
        .map(|(_, number)| number)
}

fn day_of_month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches(',');
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th").then_some(())?;
    digits.parse().ok()
}

/// Returns whether a day between `before` and `after`, which are the rest of its line, is one of
/// publication.
fn is_dateline(before: &str, after: &str) -> bool {
    let words: Vec<String> = before
        .split_whitespace()
        .map(|word| {
            word.trim_matches(['(', ',', ':', '|', '-', '–', '—'])
                .to_owned()
        })
        .filter(|word| !word.is_empty() && !is_weekday(word))
        .collect();
    let is_in = |list: &[&str], word: &String| list.contains(&&*word.to_lowercase());
    match words.split_first() {
        None => ends_dateline(after) || begins_text(after),
        Some((first, rest)) if is_in(&LABELS, first) => {
            rest.iter().all(|word| is_in(&IN_LABELS, word))
        }
        Some(_) => {
            let is_place =
                |word: &String| word.starts_with(char::is_uppercase) && !is_in(&NO_PLACES, word);
            words.len() <= PLACE_WORDS && words.iter().all(is_place) && ends_dateline(after)
        }
    }
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    WEEKDAYS
        .iter()
        .any(|day| *day == word || (word.len() >= 3 && word.len() <= 4 && day.starts_with(&word)))
}

/// Returns whether a text begins at `after`, as it does where a page lost its line ends: with a
/// capital behind the day or the time of day, and no comma.
fn begins_text(after: &str) -> bool {
    after.starts_with(' ') && without_time(after).starts_with(char::is_uppercase)
}

/// Returns whether `after` ends a dateline: by the end of its line, a bracket, a dash or a byline,
/// each perhaps behind a time of day.
fn ends_dateline(after: &str) -> bool {
    let rest = without_time(after.trim_start_matches([',', '.', ')']));
    rest.is_empty()
        || rest.starts_with(['(', '|', ':', '–', '—', '/'])
        || ["- ", "-- ", "By ", "by "]
            .iter()
            .any(|mark| rest.starts_with(mark))
}

/// Returns `after` without a time of day at its start.
fn without_time(after: &str) -> &str {
    let mut rest = after;
    if let Some(time) = rest.strip_prefix('T') {
        rest = time.trim_start_matches(|c: char| c.is_ascii_digit() || ":.+-Z".contains(c));
    }
    loop {
        rest = rest.trim_start();
        let word = rest.split_whitespace().next().unwrap_or("");
        let is_clock = word.starts_with(|c: char| c.is_ascii_digit())
            && word.contains(':')
            && word
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || ":.+".contains(c));
        if !is_clock && !TIME_WORDS.contains(&&*word.to_lowercase()) {
            return rest;
        }
        rest = &rest[word.len()..];
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_full_day_in_the_place_of_a_dateline_is_the_day_of_publication() {
        let third = date(2031, 3, 3);
        for text in [
            " date 2031-03-03 By Ann Otter\n\nVelmora said that five people were killed.",
            "SORNEL, March 3, 2031 (Agency) - Five people were killed.",
            "SORNEL, Velmora, Monday, 3 March 2031 -- Five people were killed.",
            "Sornel – 3rd March 2031: Five people were killed.",
            "(Sornel, Mar. 3, 2031) Five people were killed.\nMonday 3 March 2031\n",
            "Five killed in Sornel\r\nMonday 3 March 2031 14:30 GMT\r\nA market was hit.",
            "Published on 3 March 2031 at noon",
            "PUBLISHED: 2031-03-03T14:30:00Z | Five killed in Sornel",
            "2031-03-03T14:30:00+02:00\nFive killed",
            "March 3, 2031\n\nFive people were killed.",
            "3 March 2031 Five people were killed in Sornel.",
            "Mon Mar 3 2031 14:30 Five people were killed in Sornel.",
            "Date of publication 3 March 2031 Five people were killed.",
            "Last updated at: March 3, 2031 SORNEL Five people were killed.",
        ] {
            assert_eq!(day(text), Some(third), "{text}");
        }
    }

    #[test]
    fn a_day_that_is_told_about_is_no_day_of_publication() {
        for text in [
            "On March 3, 2031 five people were killed.",
            "March 3, 2031, Sornel will remember.",
            "March 3, 2031 was the worst day for Sornel.",
            "In Sornel, 3 March 2031 - a day of mourning - was quiet.",
            "The decree dated 3 March 2031 (the first) was lifted.",
            "Sornel, March 2031 (Agency) - Five people were killed.",
            "SORNEL, March 33, 2031 (Agency) - Five people were killed.",
            "SORNEL, March 3, 20311 (Agency)",
            "SORNEL, 3/3/2031 (Agency)",
            "Since 2031-03-03 the shelling has gone on.",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        let far = format!("{}\nMarch 3, 2031\n", "A long paragraph. ".repeat(20));
        assert_eq!(day(&far), None);
    }

    proptest! {
        #[test]
        fn any_text_has_a_day_or_none(
            text in r"[\PC\n]{0,80}(3 March 2031|2031-03-03|March|2031|é)?[\PC\n]{0,200}",
        ) {
            let _ = day(&text);
        }
    }
}
