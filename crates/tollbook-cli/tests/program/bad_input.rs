//! What cannot be read is told in one line each, counted, and the rest goes on.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::desk::{BRIDGE, Desk, MARKET, Ran};

#[test]
fn an_empty_file_is_refused() {
    let desk = Desk::new();
    desk.file("empty.txt", "");
    desk.run("tollbook read empty.txt").told(
        3,
        "tollbook: cannot read empty.txt: there is no text in it; put the report's text in it, or leave it out\n\
         tollbook: 0 reports read, 0 claims; 1 input refused\n",
    );
}

#[test]
fn a_binary_is_refused() {
    let desk = Desk::new();
    desk.file("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR");
    desk.run("tollbook read photo.txt").told(
        3,
        "tollbook: cannot read photo.txt: it looks like a binary file (control byte at byte 8); \
         save its text as a UTF-8 .txt file\n\
         tollbook: 0 reports read, 0 claims; 1 input refused\n",
    );
}

#[test]
fn invalid_utf8_is_refused_with_the_place_of_its_first_byte() {
    let desk = Desk::new();
    desk.file("old.txt", b"Five people were killed in a caf\xe9.");
    desk.run("tollbook read old.txt").told(
        3,
        "tollbook: cannot read old.txt: invalid UTF-8 at byte 32; \
         convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE\n\
         tollbook: 0 reports read, 0 claims; 1 input refused\n",
    );
}

#[test]
fn a_text_over_the_limit_is_refused_whole() {
    let desk = Desk::new();
    desk.file("large.txt", vec![b'a'; (16 << 20) + 1]);
    desk.run("tollbook read large.txt").told(
        3,
        "tollbook: cannot read large.txt: its text is larger than 16 MiB; split it into its reports\n\
         tollbook: 0 reports read, 0 claims; 1 input refused\n",
    );
}

#[test]
fn a_line_over_the_limit_is_refused_and_the_next_one_read() {
    let desk = Desk::new();
    let mut lines = vec![b'a'; (64 << 20) + 1];
    lines.extend(b"\n{\"id\":\"b\",\"text\":\"The bridge was opened.\"}\n");
    let ran = desk.run_with("tollbook read --input jsonl --format jsonl -", &lines);
    assert_eq!(ran.out, "{\"id\":\"b\",\"claims\":[]}\n");
    ran.told(
        3,
        "tollbook: cannot read standard input, line 1: the line is longer than 64 MiB; give one report a line\n\
         tollbook: 1 report read, 0 claims; 1 input refused\n",
    );
}

#[test]
fn a_folder_without_reports_is_told_and_what_is_in_it_named() {
    let desk = Desk::new();
    desk.file("scans/a.pdf", "x");
    desk.file("scans/b/c.docx", "x");
    desk.run("tollbook read scans").told(
        3,
        "tollbook: cannot read scans: there is no .txt, .jsonl or .ndjson file in this folder; \
         name the files themselves, or another folder\n\
         tollbook: 2 files in folders passed over, being links, hidden, or neither .txt, .jsonl nor .ndjson: \
         scans/a.pdf, scans/b/c.docx\n\
         tollbook: 0 reports read, 0 claims; 1 input refused\n",
    );
}

#[test]
fn each_bad_line_is_told_and_the_good_ones_are_read() {
    let desk = Desk::new();
    desk.file(
        "r.jsonl",
        "{\"id\":\"a\"}\n{\"text\":\"x\"}\nno json\n{\"id\":\"b\",\"text\":\"x\",\"published\":\"soon\"}\n\
         {\"id\":\"c\",\"text\":\"The bridge was opened.\",\"claims\":[]}\n",
    );
    let ran = desk.run("tollbook read --format jsonl r.jsonl");
    assert_eq!(ran.out, "{\"id\":\"c\",\"claims\":[]}\n");
    ran.told(
        3,
        "tollbook: cannot read r.jsonl, line 1: the field `text` is missing; every report has an `id` and a `text`\n\
         tollbook: cannot read r.jsonl, line 2: the field `id` is missing; every report has an `id` and a `text`\n\
         tollbook: cannot read r.jsonl, line 3: expected a JSON object, but the JSON is broken at column 2; \
         give one report a line, as {\"id\": ..., \"text\": ...}\n\
         tollbook: cannot read r.jsonl, line 4: the field `published` is no date: \
         expected a date (2020-11-02) or an RFC 3339 time, but found \"soon\"; correct it, or leave it out\n\
         tollbook: the field `claims` was left out of 1 line: claims are read from the text alone\n\
         tollbook: 1 report read, 0 claims; 4 inputs refused\n",
    );
}

#[test]
fn one_bad_file_does_not_stop_a_run() {
    let desk = Desk::with_reports();
    desk.file("march/broken.txt", b"\xff");
    let ran = desk.run("tollbook read --format jsonl march nowhere.txt");
    assert_eq!(ran.out.lines().count(), 2);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err
            .contains("cannot read march/broken.txt: invalid UTF-8 at byte 0")
    );
    assert!(
        ran.err
            .contains("cannot read nowhere.txt: there is no such file or folder")
    );
    assert!(ran.err.contains("2 inputs refused"));
}

#[test]
fn a_link_in_a_folder_is_not_followed() {
    let desk = Desk::with_reports();
    desk.file("secret.txt", BRIDGE);
    symlink(desk.path("secret.txt"), desk.path("march/link.txt")).unwrap();
    symlink(desk.path("march"), desk.path("march/round")).unwrap();
    let ran = desk.run("tollbook read --format jsonl march");
    assert_eq!(ran.out.lines().count(), 2);
    assert!(
        ran.err.contains("2 files in folders passed over"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("march/link.txt, march/round"),
        "{}",
        ran.err
    );
}

#[test]
fn an_input_that_may_be_text_or_json_is_not_guessed() {
    let desk = Desk::new();
    let ran = desk.run_with("tollbook read -", b"{\n\"id\": \"a\"}");
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with(
        "tollbook: cannot read standard input: it may be a text or JSON lines; \
         say which: --input text or --input jsonl\n"
    ));
    let ran = desk.run_with(
        "tollbook read --input text --format jsonl -",
        b"{\n\"id\": \"a\"}",
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    desk.file(
        "rows.txt",
        "{\"id\":\"a\",\"text\":\"The bridge was opened.\"}\n",
    );
    let out = desk
        .run("tollbook read --input jsonl --format jsonl rows.txt")
        .done();
    assert_eq!(out, "{\"id\":\"a\",\"claims\":[]}\n");
}

#[test]
fn a_list_of_parties_that_is_none_is_refused_before_anything_is_read() {
    let desk = Desk::with_reports();
    fs::write(desk.path("p.json"), "[\n{\"id\": 7}]").unwrap();
    let ran = desk.run("tollbook read --parties p.json march");
    assert_eq!(ran.out, "");
    ran.told(
        3,
        "tollbook: cannot read p.json, line 2: expected a list of parties, but a value is missing or of \
         another kind\nhint: write it as [{\"id\": ..., \"names\": [...]}, ...]\n",
    );
}

#[test]
fn a_file_of_parties_that_cannot_be_opened_is_told_with_what_to_do() {
    let desk = Desk::with_reports();
    for (path, why) in [
        ("nowhere.json", "there is no such file or folder"),
        ("march", "it is a folder"),
    ] {
        desk.run(&format!("tollbook read --parties {path} march"))
            .told(
                3,
                &format!(
                    "tollbook: cannot read {path}: {why}\nhint: check the name and its permissions\n"
                ),
            );
    }
}

#[test]
fn the_name_of_a_file_cannot_pass_for_a_line_of_the_program() {
    let desk = Desk::new();
    let ran = desk.run("tollbook toll --book \"$(printf 'no\\nhint: where')\"");
    assert!(
        ran.err.starts_with(
            "tollbook: cannot use the book no hint: where: there is no such file\nhint: "
        ),
        "{ran:?}"
    );
}

#[test]
fn what_names_nothing_is_refused_and_quoted() {
    let desk = Desk::with_book();
    for (command, code, what) in [
        ("show ''", 1, "nothing in it has the id \"\"\n"),
        ("show nowhere", 1, "nothing in it has the id \"nowhere\"\n"),
        (
            "claims --report nowhere",
            1,
            "nothing in it has the id \"nowhere\"\n",
        ),
        ("toll --party ''", 2, "no party is named \"\"\n"),
        (
            "party drop nowhere --reason x",
            1,
            "it has no party \"nowhere\"\n",
        ),
        (
            "toll --place ''",
            2,
            "a value is required for '--place <NAME>'",
        ),
    ] {
        let ran = desk.run(&format!("tollbook {command}"));
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{ran:?}");
        assert!(ran.err.contains(what), "{ran:?}");
    }
}

/// Asserts that a refusal is a line of what is wrong and a line of what to do.
fn assert_says_what_to_do(ran: &Ran) {
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(
        matches!(lines[..], [what, hint] if what.starts_with("tollbook: ") && hint.starts_with("hint: ")),
        "{ran:?}"
    );
}

/// Asserts what each command that asks a book says of one that cannot be used.
fn every_command_refuses(desk: &Desk, book: &str, why: &str) {
    for command in [
        "toll",
        "reports",
        "claims",
        "incidents",
        "search x",
        "show x",
        "party",
        "decide",
    ] {
        let ran = desk.run(&format!("tollbook {command} --book {book}"));
        ran.told(3, &format!("tollbook: cannot use the book {book}: {why}\n"));
        assert_eq!(ran.out, "");
    }
}

#[test]
fn a_file_that_is_no_book_is_refused_and_left_as_it_is() {
    let desk = Desk::with_reports();
    let why = "it is not a book of Tollbook (a file of another kind)\n\
               hint: --book FILE names another; add makes a new one";
    every_command_refuses(&desk, "march/market.txt", why);
    let ran = desk.run("tollbook add --book march/market.txt reports.jsonl");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert_eq!(
        fs::read_to_string(desk.path("march/market.txt")).unwrap(),
        MARKET
    );
}

#[test]
fn a_book_of_a_newer_program_is_refused() {
    let desk = Desk::with_reports();
    desk.run("tollbook add --book t.book march").done();
    let mut bytes = fs::read(desk.path("t.book")).unwrap();
    // The number of the format stands here in every file of SQLite, as four bytes, the highest first.
    bytes[60..64].copy_from_slice(&99u32.to_be_bytes());
    fs::write(desk.path("t.book"), bytes).unwrap();
    let ran = desk.run("tollbook toll --book t.book");
    assert_eq!(ran.code, 3);
    assert!(
        ran.err
            .contains("its format is 99, but this program knows no format after "),
        "{}",
        ran.err
    );
    assert_says_what_to_do(&ran);
}

#[test]
fn a_truncated_book_is_refused() {
    let desk = Desk::with_reports();
    desk.run("tollbook add --book t.book march").done();
    let bytes = fs::read(desk.path("t.book")).unwrap();
    fs::write(desk.path("t.book"), &bytes[..bytes.len() / 2]).unwrap();
    let ran = desk.run("tollbook toll --book t.book");
    assert_eq!(ran.code, 3);
    assert!(
        ran.err
            .starts_with("tollbook: cannot use the book t.book: it is damaged or cut short"),
        "{}",
        ran.err
    );
    assert_says_what_to_do(&ran);
}

#[test]
fn a_folder_in_which_no_book_can_be_made_is_told() {
    let desk = Desk::with_reports();
    // Nobody, not even the system's administrator, can make a file there.
    let ran = desk.run("tollbook add --book /proc/t.book march");
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(
        ran.err
            .starts_with("tollbook: cannot use the book /proc/t.book: "),
        "{}",
        ran.err
    );
    assert_says_what_to_do(&ran);
}

#[test]
fn a_folder_and_a_book_that_may_only_be_read_are_told() {
    let desk = Desk::with_reports();
    desk.file("shut/note.txt", "x");
    desk.run("tollbook add --book shut/t.book march").done();
    for (path, mode) in [("shut/t.book", 0o400), ("shut", 0o500)] {
        fs::set_permissions(desk.path(path), Permissions::from_mode(mode)).unwrap();
    }
    // The system's administrator may write there all the same.
    if fs::write(desk.path("shut/probe"), "x").is_ok() {
        fs::remove_file(desk.path("shut/probe")).unwrap();
        return;
    }
    let toll = desk.run("tollbook toll --book shut/t.book");
    assert_eq!(toll.code, 0, "{toll:?}");
    for command in ["add --book shut/t.book", "add --book shut/new.book"] {
        let ran = desk.run(&format!("tollbook {command} reports.jsonl"));
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(
            ran.err.starts_with("tollbook: cannot use the book shut/"),
            "{ran:?}"
        );
    }
    fs::set_permissions(desk.path("shut"), Permissions::from_mode(0o700)).unwrap();
}
