//! Which day of the calendar the words of a report name.

use tollbook_reader::Reader;
use tollbook_terms::{Published, Report};

/// Reads a text that was published on 10 October 2024, a Thursday, and returns the dates of its first claim.
fn dates(text: &str) -> String {
    let report = Report {
        text: text.to_owned(),
        published: Published::try_from("2024-10-10".to_owned()).ok(),
        ..Report::default()
    };
    let claims = Reader::new(&[]).read(&report).claims;
    let end = |date: Option<jiff::civil::Date>| date.map_or("?".to_owned(), |day| day.to_string());
    format!("{} {}", end(claims[0].when.from), end(claims[0].when.to))
}

#[test]
fn parts_of_months_and_of_years_are_told_apart() {
    for (words, day) in [
        ("in the last week of September", "2024-09-24 2024-09-30"),
        (
            "in the first three days of September",
            "2024-09-01 2024-09-03",
        ),
        ("in the first half of September", "2024-09-01 2024-09-15"),
        ("at the end of August", "2024-08-21 2024-08-31"),
        ("in the summer of 2022", "2022-06-01 2022-08-31"),
        ("on the 3rd of this month", "2024-10-03 2024-10-03"),
        ("a fortnight ago", "2024-09-26 2024-09-26"),
        ("overnight Monday to Tuesday", "2024-10-07 2024-10-08"),
        ("between September 3 and 5", "2024-09-03 2024-09-05"),
        ("on Monday, September 2", "2024-09-02 2024-09-02"),
        ("on the twenty-third of July", "2024-07-23 2024-07-23"),
        ("on the 3rd", "2024-10-03 2024-10-03"),
        ("in the four days to Sunday", "2024-10-03 2024-10-06"),
        ("in the current month", "2024-10-01 2024-10-10"),
        ("late last month", "2024-09-21 2024-09-30"),
        ("early last month", "2024-09-01 2024-09-10"),
        ("overnight into Tuesday", "2024-10-07 2024-10-08"),
        ("in the last three months of 2022", "2022-10-01 2022-12-31"),
        ("in the past two decades", "2004-10-10 2024-10-10"),
        ("last week Tuesday", "2024-10-01 2024-10-01"),
        ("the day before yesterday", "2024-10-08 2024-10-08"),
        ("the previous night", "2024-10-09 2024-10-09"),
        ("earlier in the day", "2024-10-10 2024-10-10"),
        ("two hours ago", "2024-10-10 2024-10-10"),
        ("ten years ago today", "2014-10-10 2014-10-10"),
        ("half a century ago", "1974-01-01 1974-12-31"),
        ("in the first half of 2022", "2022-01-01 2022-06-30"),
        ("in April or May 2022", "2022-04-01 2022-05-31"),
        ("in the late nineties", "1995-01-01 1999-12-31"),
        ("in mid-March", "2024-03-11 2024-03-20"),
        ("in the first half of last year", "2023-01-01 2023-06-30"),
        ("over the previous weekend", "2024-10-05 2024-10-06"),
        ("earlier in the week", "2024-10-07 2024-10-10"),
        ("late Monday into early Tuesday", "2024-10-07 2024-10-08"),
        ("on May 9 and 10 in Ostra", "2024-05-09 2024-05-10"),
        ("overnight Monday", "2024-10-07 2024-10-08"),
        ("overnight on Thursday", "2024-10-09 2024-10-10"),
        ("the week before last", "2024-09-23 2024-09-29"),
        ("at the end of last month", "2024-09-21 2024-09-30"),
        ("last winter", "2023-12-01 2024-02-29"),
        ("on Good Friday", "2024-03-29 2024-03-29"),
        ("on Easter Sunday 2021", "2021-04-04 2021-04-04"),
        ("on Boxing Day", "2023-12-26 2023-12-26"),
        ("on May Day", "2024-05-01 2024-05-01"),
        ("exactly a year ago", "2023-10-10 2023-10-10"),
        ("on the eve of Monday's vote", "2024-10-06 2024-10-06"),
        (
            "on Wednesday and the previous night",
            "2024-10-08 2024-10-09",
        ),
    ] {
        let text = format!("Rebels killed nine villagers {words}.");
        assert_eq!(dates(&text), day, "{text}");
    }
}

#[test]
fn a_month_that_goes_on_ends_with_the_day_of_writing() {
    let text = "Two guards were killed near Ostra in October.";
    assert_eq!(dates(text), "2024-10-01 2024-10-10");
}

#[test]
fn a_fight_that_goes_on_until_dawn_ends_on_the_next_day() {
    let text = "The battle began late on Tuesday and went on until dawn, killing nine soldiers.";
    assert_eq!(dates(text), "2024-10-08 2024-10-09");
}

#[test]
fn what_came_before_or_after_is_counted_from_the_day_told_last() {
    let raid = "Police recalled a raid in Selm on Monday";
    for (rest, day) in [
        (
            ". The next day, gunmen killed nine villagers.",
            "2024-10-08",
        ),
        (
            ". Two nights earlier, gunmen killed nine villagers.",
            "2024-10-05",
        ),
        (", a week after gunmen killed nine villagers.", "2024-09-30"),
    ] {
        assert_eq!(
            dates(&format!("{raid}{rest}")),
            format!("{day} {day}"),
            "{rest}"
        );
    }
}

#[test]
fn a_date_before_a_deed_is_not_that_of_whoever_speaks_of_it() {
    for (text, day) in [
        (
            "The rebels also claimed an October 2 bomb attack that killed nine.",
            "2024-10-02 2024-10-02",
        ),
        (
            "Prosecutors cited a 2015 ambush in which nine guards were killed.",
            "2015-01-01 2015-12-31",
        ),
        (
            "The army denied the killing of nine villagers in Ostra on Sunday.",
            "2024-10-06 2024-10-06",
        ),
        (
            "A blast late on Friday claimed the lives of nine villagers.",
            "2024-10-04 2024-10-04",
        ),
    ] {
        assert_eq!(dates(text), day, "{text}");
    }
}

#[test]
fn a_day_is_that_of_the_verb_it_stands_with() {
    for (text, day) in [
        (
            "A guard wounded in an ambush on October 2 died on Tuesday.",
            "2024-10-08 2024-10-08",
        ),
        (
            "Since October 2, when troops came, two guards have been killed.",
            "2024-10-02 2024-10-10",
        ),
        (
            "Nine people were shot. Officers were called to the bar on Sunday night.",
            "2024-10-06 2024-10-06",
        ),
        (
            "Nine guards died in a raid that began on Monday and ended on Tuesday.",
            "2024-10-07 2024-10-08",
        ),
        (
            "Rebels stormed a post on Monday and fought until late Tuesday, killing nine guards.",
            "2024-10-07 2024-10-08",
        ),
        (
            "The group is blamed for the March bombing that killed nine guards.",
            "2024-03-01 2024-03-31",
        ),
        (
            "Since the new year more than 90 guards have been killed.",
            "2024-01-01 2024-10-10",
        ),
    ] {
        assert_eq!(dates(text), day, "{text}");
    }
}

#[test]
fn what_is_still_to_come_is_no_day_of_harm() {
    let text = "A man who is due to appear in court on Thursday killed nine villagers on Sunday.";
    assert_eq!(dates(text), "2024-10-06 2024-10-06");
}

#[test]
fn a_verb_that_claims_lives_is_no_speech() {
    let text = "The war has claimed some 45,000 lives since 1983.";
    assert_eq!(dates(text), "1983-01-01 2024-10-10");
}

#[test]
fn a_report_is_not_written_before_the_day_at_its_head() {
    let text = "Ostra News Monday 14 Oct 2024 Shells killed four people in Ostra on Sunday.";
    assert_eq!(dates(text), "2024-10-13 2024-10-13");
}
