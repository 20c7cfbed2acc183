//! Which book a command works on, and questions that nothing can answer.

use crate::desk::Desk;

#[test]
fn the_book_may_be_named_before_the_command() {
    let desk = Desk::with_reports();
    desk.run("tollbook --book own.book add march").done();
    let before = desk.run("tollbook --book own.book reports --format jsonl");
    let after = desk.run("tollbook reports --format jsonl --book own.book");
    assert_eq!(before.out.lines().count(), 2, "{before:?}");
    assert_eq!(before.out, after.out);
}

#[test]
fn a_book_named_in_vain_is_refused() {
    let desk = Desk::with_reports();
    desk.run("tollbook read march --book own.book").told(
        2,
        "tollbook: tollbook read works on no book, but --book names one\nhint: leave --book out\n",
    );
    desk.run("TOLLBOOK_BOOK=own.book tollbook read march")
        .done();
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let desk = Desk::with_book();
    for command in ["toll", "claims", "incidents"] {
        desk.run(&format!(
            "tollbook {command} --since 2031-03-09 --until 2031-03-01"
        ))
        .told(
            2,
            "tollbook: --since 2031-03-09 is later than --until 2031-03-01\nhint: exchange the two days\n",
        );
    }
}

#[test]
fn a_search_for_no_reports_at_all_is_refused() {
    let desk = Desk::with_book();
    let ran = desk.run("tollbook search --limit 0 market");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}
