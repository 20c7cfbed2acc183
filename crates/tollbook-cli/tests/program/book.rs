//! The commands that work on a book.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::desk::{Desk, MARKET, Ran};

/// Returns the first row of a list.
fn first(desk: &Desk, list: &str) -> Value {
    let rows = desk.run(&format!("tollbook {list} --format jsonl")).done();
    serde_json::from_str(rows.lines().next().unwrap()).unwrap()
}

fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap()
}

/// Returns the first line of a toll of people killed.
fn killed(desk: &Desk) -> String {
    let page = desk.run("tollbook toll --effect killed").done();
    page.lines().nth(2).unwrap().to_owned()
}

/// Returns a line of a table with one space between its cells.
fn words(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn starts(ran: &Ran, code: i32, err: &str) {
    assert_eq!(ran.code, code, "{ran:?}");
    assert!(ran.err.starts_with(err), "{}", ran.err);
}

#[test]
fn adding_ends_with_a_receipt_and_says_what_is_committed() {
    let desk = Desk::with_reports();
    desk.file("march/old.pdf", "x");
    desk.file("march/copy.txt", MARKET);
    desk.file(
        "march/french.jsonl",
        r#"{"id":"f","language":"fr","text":"Cinq morts."}"#,
    );
    desk.file("march/broken.txt", b"\xff");
    let ran = desk.run("tollbook add --book t.book march");
    ran.told(
        3,
        "tollbook: made the book t.book\n\
         tollbook: cannot read march/broken.txt: invalid UTF-8 at byte 0; convert it, for example: \
         iconv -f WINDOWS-1252 -t UTF-8 FILE\n\
         tollbook: 4 reports committed\n",
    );
    let lines: Vec<String> = ran.out.lines().map(words).collect();
    for line in [
        "Added to t.book",
        "new reports 4",
        "of these not read 1 language fr is not read",
        "of these copies 2 of one text, which speaks once",
        "refused 1",
        "passed over 1 march/old.pdf",
        "cannot read march/broken.txt: invalid UTF-8 at byte 0; convert it, for example: iconv -f WINDOWS-1252 \
         -t UTF-8 FILE",
    ] {
        assert!(
            lines.iter().any(|other| other == line),
            "{line} is not in {lines:?}"
        );
    }
}

#[test]
fn the_same_bytes_are_skipped_and_other_bytes_are_a_new_version() {
    let desk = Desk::with_reports();
    desk.run("tollbook add --book t.book march").done();
    let ran = desk.run("tollbook add --book t.book march");
    assert_eq!(
        ran.out,
        "Added to t.book\n  skipped  2  in the book already, to the byte\n"
    );
    desk.file("march/market.txt", MARKET.replace("Five", "Six"));
    let ran = desk.run("tollbook add --book t.book march");
    assert!(ran.out.contains("  1  market (2)\n"), "{}", ran.out);
    assert!(ran.out.contains(" 1  in the book already"), "{}", ran.out);
    desk.file("march/market.txt", MARKET);
    let ran = desk.run("tollbook add --book t.book march");
    assert!(
        ran.err
            .contains("market is in the book already, as version 1 of 2: the newest stands"),
        "{}",
        ran.err
    );
    let reports = desk.run("tollbook reports --book t.book").done();
    assert!(reports.contains("version 2 of 2"), "{reports}");
}

#[test]
fn a_toll_goes_down_to_the_quote() {
    let desk = Desk::with_book();
    assert_eq!(killed(&desk), "5 killed in 1 incident");
    let claim = first(&desk, "claims --effect killed");
    let page = desk.run(&format!("tollbook show {}", id(&claim))).done();
    assert!(page.contains("[Five civilians] were killed"), "{page}");
    let incident = claim["incident"].as_str().unwrap();
    let page = desk.run(&format!("tollbook show {incident}")).done();
    assert!(page.contains("Sornel, 2031-03-03"), "{page}");
    assert!(page.contains(id(&claim)), "{page}");
    let page = desk.run("tollbook show market").done();
    assert!(
        page.contains(&format!(
            "[Five civilians]{{{} killed 5 civilian}}",
            id(&claim)
        )),
        "{page}"
    );
    let toll = desk.run("tollbook toll --format json").done();
    let toll: Value = serde_json::from_str(&toll).unwrap();
    assert_eq!(toll["toll"]["lines"][0]["sum"]["best"], 5);
}

#[test]
fn claims_are_listed_for_people_spreadsheets_and_programs() {
    let desk = Desk::with_book();
    let claim = first(&desk, "claims --report market --effect killed");
    assert_eq!(claim["claim"]["number"]["text"], "Five civilians");
    let csv = desk
        .run("tollbook claims --report market --effect killed --format csv")
        .done();
    assert!(
        csv.starts_with("id,report,outlet,published,claim,effect,low,high,"),
        "{csv}"
    );
    assert!(
        csv.contains(&format!("\n{},market,,2031-03-04,c", id(&claim))),
        "{csv}"
    );
    let table = desk
        .run("tollbook claims --report market --effect killed")
        .done();
    assert!(table.contains("Five civilians were killed"), "{table}");
    assert!(
        table.lines().nth(1).unwrap().starts_with(id(&claim)),
        "{table}"
    );
}

#[test]
fn a_toll_is_asked_by_day_place_effect_category_and_party() {
    let desk = Desk::with_book();
    for (asked, answer) in [
        (
            "--since 2031-03-01 --until 2031-03-03",
            "5 killed in 1 incident",
        ),
        (
            "--place sornel --effect killed --category civilian",
            "5 killed in 1 incident",
        ),
        (
            "--since 2031-03-04 --effect killed",
            "No harm in question is in any incident of this book.",
        ),
        (
            "--until 2031-03-02 --effect killed",
            "No harm in question is in any incident of this book.",
        ),
        (
            "--party Tarkessan --effect killed",
            "No harm in question is in any incident of this book.",
        ),
        (
            "--party French --effect killed",
            "No harm in question is in any incident of this book.",
        ),
    ] {
        let page = desk.run(&format!("tollbook toll {asked}")).done();
        assert_eq!(page.lines().nth(2), Some(answer), "{asked}: {page}");
        assert!(
            page.ends_with("what nobody reports is in no report.\n"),
            "{page}"
        );
    }
    for command in ["toll", "claims", "incidents"] {
        let ran = desk.run(&format!("tollbook {command} --party Tarkesa"));
        assert_eq!(ran.code, 2, "{ran:?}");
        let refusal =
            "tollbook: no party is named \"Tarkesa\"\nhint: tollbook party lists those of the book";
        assert!(ran.err.contains(refusal), "{}", ran.err);
    }
    let ran = desk.run("tollbook toll --effect kiled");
    starts(
        &ran,
        2,
        "error: invalid value 'kiled' for '--effect <EFFECT>'",
    );
    assert!(
        ran.err.contains("a similar value exists: 'killed'"),
        "{}",
        ran.err
    );
    starts(
        &desk.run("tollbook toll --since soon"),
        2,
        "error: invalid value 'soon'",
    );
}

#[test]
fn a_decision_changes_the_toll_until_it_is_undone() {
    let desk = Desk::with_book();
    let claim = first(&desk, "claims --effect killed");
    let id = id(&claim);
    let rejected = desk
        .run(&format!("tollbook decide reject {id} --reason 'no claim'"))
        .done();
    assert_eq!(
        killed(&desk),
        "No harm in question is in any incident of this book."
    );
    let again = desk.run(&format!("tollbook decide reject {id} --reason 'no claim'"));
    starts(&again, 1, "tollbook: the book is ");
    assert!(
        again.err.contains("is rejected already, by d-"),
        "{}",
        again.err
    );
    let undone = desk
        .run(&format!(
            "tollbook undo {} --reason 'it is one'",
            rejected.trim()
        ))
        .done();
    assert_eq!(killed(&desk), "5 killed in 1 incident");
    desk.run(&format!(
        "tollbook decide correct {id} count.high 7 --by Ben --reason 'as I read it'"
    ))
    .done();
    assert_eq!(killed(&desk), "5 (5 to 7) killed in 1 incident");
    desk.run(&format!(
        "tollbook decide confirm {id} --reason 'read again'"
    ))
    .done();
    let list = desk.run("tollbook decide").done();
    for words in [
        "reject a claim",
        "undo a decision",
        "correct count.high from 5 to 7",
        "confirm a claim",
    ] {
        assert!(list.contains(words), "{words} is not in {list}");
    }
    assert!(
        list.contains("  Ben  ") && list.contains("  ann  "),
        "{list}"
    );
    assert!(
        list.contains(&format!("undone by {}", undone.trim())),
        "{list}"
    );
    let wrong = desk.run(&format!("tollbook decide correct {id} counts 7 --reason x"));
    assert_eq!(wrong.code, 2, "{wrong:?}");
    let unsigned = desk.run(&format!("tollbook decide confirm {id}"));
    starts(
        &unsigned,
        2,
        "error: the following required arguments were not provided:\n  --reason <TEXT>",
    );
}

#[test]
fn a_report_added_by_mistake_is_left_out() {
    let desk = Desk::with_book();
    desk.run("tollbook decide reject market --reason 'not ours'")
        .done();
    assert_eq!(
        killed(&desk),
        "No harm in question is in any incident of this book."
    );
    assert!(!desk.run("tollbook reports").done().contains("  market  "));
    assert!(
        desk.run("tollbook reports --rejected")
            .done()
            .contains("rejected by d-")
    );
}

#[test]
fn parties_are_set_listed_and_dropped() {
    let desk = Desk::with_book();
    let list = desk.run("tollbook party").done();
    assert!(
        list.contains("velmora   Velmora   Velmoran   Sornel Post\n"),
        "{list}"
    );
    desk.run(
        "tollbook party set velmora --name Velmora --name 'the Republic' --reason 'two names'",
    )
    .done();
    let party = first(&desk, "party list");
    assert_eq!(party["id"], "tarkessa");
    assert!(
        desk.run("tollbook party")
            .done()
            .contains("Velmora, the Republic")
    );
    desk.run("tollbook party drop velmora --reason 'no party'")
        .done();
    assert!(!desk.run("tollbook party").done().contains("velmora"));
    starts(
        &desk.run("tollbook party drop velmora --reason 'no party'"),
        1,
        "tollbook: the book is ",
    );
}

#[test]
fn words_are_found_in_their_texts() {
    let desk = Desk::with_book();
    let found = desk
        .run("tollbook search 'rocket \"health ministry\"'")
        .done();
    assert!(
        found.contains("  market  ") && found.contains("[rocket]"),
        "{found}"
    );
    let ran = desk.run("tollbook search zebra");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("no report has these words"), "{}", ran.err);
    let ran = desk.run("tollbook search the --limit 1");
    assert!(
        ran.err
            .contains("more than 1 reports have these words: --limit prints more"),
        "{}",
        ran.err
    );
}

#[test]
fn a_changed_byte_is_found() {
    let desk = Desk::with_book();
    desk.run("tollbook decide confirm market --reason 'zebra crossing'")
        .done();
    let sound = desk.run("tollbook verify").done();
    assert!(sound.contains("4 report versions, "), "{sound}");
    assert!(
        sound.contains("3 decisions checked: the book is sound\nhead of decisions  "),
        "{sound}"
    );
    let path = desk.path(".local/share/tollbook/tollbook.book");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes
        .windows(5)
        .position(|bytes| bytes == b"zebra")
        .unwrap();
    bytes[at] = b'Z';
    fs::write(&path, bytes).unwrap();
    let ran = desk.run("tollbook verify");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("found\n"), "{}", ran.out);
}

#[test]
fn a_book_is_rebuilt_and_backed_up() {
    let desk = Desk::with_book();
    let claims = desk.run("tollbook claims").done();
    desk.run("tollbook rebuild").done();
    desk.run("tollbook backup copy.book").done();
    assert_eq!(desk.run("tollbook claims --book copy.book").done(), claims);
    starts(
        &desk.run("tollbook backup copy.book --book copy.book"),
        2,
        "tollbook: copy.book: copy.book is there already",
    );
}

#[test]
fn the_default_book_is_told_and_only_add_makes_it() {
    let desk = Desk::with_reports();
    let path = "DESK/.local/share/tollbook/tollbook.book";
    let ran = desk.run("tollbook toll");
    ran.told(
        3,
        &format!(
            "tollbook: the book is {path}\n\
             tollbook: cannot use the book {path}: there is no such file\n\
             hint: tollbook add FILES makes it; --book FILE names another\n"
        ),
    );
    let ran = desk.run("tollbook add march");
    assert!(ran.err.starts_with(&format!(
        "tollbook: the book is {path}\ntollbook: made the book {path}\n"
    )));
    let mode = fs::metadata(desk.path(".local/share/tollbook/tollbook.book"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let ran = desk.run("TOLLBOOK_BOOK=other.book tollbook reports");
    starts(
        &ran,
        3,
        "tollbook: cannot use the book other.book: there is no such file",
    );
    let ran = desk.run("XDG_DATA_HOME=$PWD/data tollbook add march");
    assert!(
        ran.err
            .contains("made the book DESK/data/tollbook/tollbook.book"),
        "{}",
        ran.err
    );
}

#[test]
fn a_signal_stops_adding_with_what_is_committed_in_the_book() {
    let desk = Desk::new();
    let rows: String = (0..600)
        .map(|n| format!("{{\"id\":\"r{n}\",\"text\":\"Bridge number {n} was opened.\"}}\n"))
        .collect();
    desk.file("rows", rows);
    let ran = desk.run(
        "mkfifo pipe; tollbook add --book t.book --input jsonl - <pipe >out 2>err & exec 3>pipe; cat rows >&3; \
         until grep -q committed err; do sleep 0.02; done; kill -TERM $!; exec 3>&-; wait $!; echo $?; cat out; \
         cat err >&2",
    );
    assert!(
        ran.out.starts_with("3\nAdded to t.book\n  new reports  "),
        "{ran:?}"
    );
    assert!(
        ran.err.ends_with(
            "tollbook: stopped: what the receipt counts is in the book, and the same command goes on\n"
        ),
        "{ran:?}"
    );
    desk.run("tollbook verify --book t.book").done();
    let ran = desk.run("tollbook add --book t.book --input jsonl rows");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        desk.run("tollbook reports --book t.book --format jsonl")
            .out
            .lines()
            .count(),
        600
    );
}
