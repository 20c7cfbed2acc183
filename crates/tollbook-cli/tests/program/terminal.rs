//! What reaches a terminal, a pipe, a script.

use serde_json::Value;

use crate::desk::{Desk, Ran};

#[test]
fn control_characters_of_a_report_never_come_out_of_a_reading() {
    let desk = Desk::new();
    let text =
        "\u{1b}[31mFive civilians\u{202e} were\u{9b}2J killed\u{7} in \u{1b}]0;x\u{7}Sornel.";
    desk.file("a\u{1b}[2J.txt", text);
    for format in ["table", "marked", "short", "jsonl", "csv"] {
        let ran = desk.run(&format!(
            "tollbook read --format {format} --title \"$(printf 'a\\033[1mb')\" ./*.txt"
        ));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_nothing_hidden(&ran);
    }
    let ran = desk.run("tollbook read \"$(printf 'no\\033[2Jwhere')\"");
    assert!(
        ran.err
            .starts_with("tollbook: cannot read no␛[2Jwhere: there is no such file"),
        "{}",
        ran.err
    );
}

#[test]
fn control_characters_of_a_report_never_come_out_of_a_book() {
    let desk = Desk::new();
    let row = serde_json::json!({
        "id": "a\u{1b}[2J", "outlet": "Post\u{9b}2J", "title": "Rocket\u{202e}", "url": "x\u{7}", "desk\u{1b}": "\u{1b}",
        "published": "2031-03-04",
        "text": "\u{1b}[31mFive civilians\u{202e} were killed in \u{1b}]0;x\u{7}Sornel on Monday, the\u{1b}[2J ministry said.",
    });
    desk.file("r.jsonl", row.to_string());
    assert_nothing_hidden(&desk.run("tollbook add r.jsonl"));
    assert_nothing_hidden(&desk.run(
        "tollbook decide reject a --by \"$(printf 'a\\033b')\" --reason \"$(printf 'a\\033b')\"",
    ));
    for command in [
        "reports",
        "claims",
        "claims --format csv",
        "incidents",
        "toll",
        "search killed",
        "decide",
        "verify",
        "reports --rejected",
        "claims --rejected",
    ] {
        let ran = desk.run(&format!("tollbook {command}"));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_nothing_hidden(&ran);
    }
    for list in [
        "reports --rejected",
        "claims --rejected",
        "incidents",
        "decide list",
    ] {
        let rows = desk.run(&format!("tollbook {list} --format jsonl"));
        assert_nothing_hidden(&rows);
        for row in rows.out.lines() {
            let row: Value = serde_json::from_str(row).unwrap();
            let id = row
                .get("id")
                .or(row.pointer("/incident/id"))
                .unwrap()
                .as_str()
                .unwrap();
            for format in ["table", "json"] {
                let ran = desk.run(&format!("tollbook show {id} --format {format}"));
                assert_eq!(ran.code, 0, "{ran:?}");
                assert_nothing_hidden(&ran);
            }
        }
    }
}

fn assert_nothing_hidden(ran: &Ran) {
    for shown in [&ran.out, &ran.err] {
        let hidden: Vec<char> = shown
            .chars()
            .filter(|c| *c != '\n' && tollbook_formats::clean::is_hidden(*c))
            .collect();
        assert!(hidden.is_empty(), "{hidden:?} in {shown}");
    }
}

#[test]
fn a_pipe_that_is_closed_early_is_no_error() {
    let desk = Desk::new();
    let rows: String = (0..20_000)
        .map(|n| format!("{{\"id\":\"report-{n}\",\"text\":\"The bridge was opened.\"}}\n"))
        .collect();
    desk.file("r.jsonl", rows);
    let ran = desk.run("(tollbook read --format jsonl r.jsonl; echo $? >&2) | head -n 1");
    assert_eq!(ran.out, "{\"id\":\"report-0\",\"claims\":[]}\n");
    assert_eq!(ran.err, "0\n");
}

#[test]
fn a_full_disk_is_told() {
    let desk = Desk::with_reports();
    for command in [
        "read march",
        "rules",
        "methodology",
        "--help",
        "help toll",
        "--version",
    ] {
        let ran = desk.run(&format!("tollbook {command} > /dev/full"));
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(
            ran.err.ends_with(
                "tollbook: cannot write to standard output: the disk is full\n\
                 hint: make room, or write it elsewhere\n"
            ),
            "{ran:?}"
        );
    }
}

#[test]
fn a_typo_gets_a_suggestion() {
    let desk = Desk::new();
    let ran = desk.run("tollbook serch rocket");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("a similar subcommand exists: 'search'"),
        "{}",
        ran.err
    );
    let ran = desk.run("tollbook read --formt csv march");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("a similar argument exists: '--format'"),
        "{}",
        ran.err
    );
}

#[test]
fn what_is_not_there_is_the_answer_no() {
    let desk = Desk::new();
    desk.run("tollbook rules no.such.rule").told(
        1,
        "tollbook: no rule is named no.such.rule\nhint: tollbook rules lists them all\n",
    );
    desk.run("tollbook man nothing").told(
        1,
        "tollbook: no command is named nothing\nhint: tollbook help lists them all\n",
    );
}
