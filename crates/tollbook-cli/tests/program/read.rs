//! `tollbook read`.

use serde_json::Value;

use crate::desk::{BRIDGE, Desk, MARKET};

fn lines(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn the_id_of_a_text_is_its_path_below_the_folder_given() {
    let desk = Desk::with_reports();
    let out = desk
        .run("tollbook read --format jsonl ./march march/north/bridge.txt")
        .done();
    let ids: Vec<Value> = lines(&out).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["market", "north/bridge", "bridge"]);
}

#[test]
fn the_same_text_has_the_same_id_and_claims_from_any_door() {
    let desk = Desk::with_reports();
    let from_file = desk
        .run("tollbook read --format jsonl march/market.txt")
        .done();
    let from_input = desk
        .run_with("tollbook read --format jsonl -", MARKET.as_bytes())
        .done();
    let again = desk
        .run_with("tollbook read --format jsonl -", MARKET.as_bytes())
        .done();
    assert_eq!(from_input, again);
    assert_eq!(
        lines(&from_input)[0]["claims"],
        lines(&from_file)[0]["claims"]
    );
    let id = lines(&from_input)[0]["id"].clone();
    assert!(id.as_str().unwrap().starts_with("stdin-"), "{id}");
}

#[test]
fn every_quote_and_number_is_the_bytes_it_names() {
    let desk = Desk::with_reports();
    let out = desk
        .run("tollbook read --format jsonl march/market.txt")
        .done();
    let line = &lines(&out)[0];
    let claims = line["claims"].as_array().unwrap();
    assert!(!claims.is_empty());
    for claim in claims {
        for words in [&claim["quote"], &claim["number"]] {
            let at = |name: &str| words[name].as_u64().unwrap() as usize;
            assert_eq!(&MARKET[at("start")..at("end")], words["text"]);
        }
    }
}

#[test]
fn fields_that_are_not_named_pass_through_and_the_text_is_not_repeated() {
    let desk = Desk::new();
    let row = r#"{"id":"a","desk":{"n":1},"title":"Bridge","text":"The bridge was opened.","outlet":"Post"}"#;
    let out = desk
        .run_with("tollbook read --format jsonl -", row.as_bytes())
        .done();
    assert_eq!(out, "{\"id\":\"a\",\"desk\":{\"n\":1},\"claims\":[]}\n");
}

#[test]
fn a_report_in_another_language_is_counted_as_not_read() {
    let desk = Desk::new();
    let row = r#"{"id":"a","language":"fr","text":"Cinq personnes ont été tuées à Sornel."}"#;
    let ran = desk.run_with("tollbook read --format jsonl -", row.as_bytes());
    ran.told(
        0,
        "tollbook: 0 reports read, 0 claims; 1 report not read: language fr is not read\n",
    );
    assert_eq!(
        ran.out,
        "{\"id\":\"a\",\"unread\":\"language fr is not read\",\"claims\":[]}\n"
    );
}

#[test]
fn what_is_said_of_plain_texts_is_used_or_told() {
    let desk = Desk::with_reports();
    let out = desk
        .run("tollbook read --outlet 'Sornel Post' --published 2031-03-06 --title Rocket march/market.txt")
        .done();
    assert!(
        out.starts_with("market  (Sornel Post, 2031-03-06, Rocket)\n"),
        "{out}"
    );
    let ran = desk.run("tollbook read --outlet Post reports.jsonl");
    assert!(ran.err.contains("they were not used"), "{}", ran.err);
    let ran = desk.run("tollbook read --published soon march");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("expected a date (2020-11-02)"),
        "{}",
        ran.err
    );
}

#[test]
fn every_format_shows_the_claims_of_every_report() {
    let desk = Desk::with_reports();
    let out = desk.run("tollbook read march").done();
    assert!(
        out.contains("market  (2031-03-04)\n  claim  effect"),
        "{out}"
    );
    assert!(
        out.ends_with("\nnorth/bridge\n  no harm is claimed\n"),
        "{out}"
    );
    let out = desk.run("tollbook read --format marked march").done();
    assert!(
        out.contains("[Five civilians]{c1 killed 5 civilian}"),
        "{out}"
    );
    assert!(out.ends_with(&format!("\nnorth/bridge\n{BRIDGE}")), "{out}");
    let out = desk.run("tollbook read --format short march").done();
    assert!(
        out.contains("  c1  killed 5 civilian  \"Five civilians\"\n"),
        "{out}"
    );
    let out = desk.run("tollbook read --format csv march").done();
    assert!(
        out.starts_with("report,outlet,published,claim,effect,low,high,"),
        "{out}"
    );
    assert!(
        out.lines()
            .skip(1)
            .all(|line| line.starts_with("market,,2031-03-04,c")),
        "{out}"
    );
}

#[test]
fn explaining_names_the_rule_and_the_words_behind_a_field() {
    let desk = Desk::with_reports();
    let plain = desk
        .run("tollbook read --format jsonl march/market.txt")
        .done();
    assert!(!plain.contains("\"why\""));
    let out = desk
        .run("tollbook read --format jsonl --explain march/market.txt")
        .done();
    let whys = lines(&out)[0]["claims"][0]["why"].clone();
    let whys = whys.as_array().unwrap();
    assert!(!whys.is_empty());
    for why in whys {
        let rule = why["rule"].as_str().unwrap();
        assert!(
            desk.run(&format!("tollbook rules {rule}"))
                .done()
                .starts_with(rule)
        );
    }
    assert!(
        desk.run("tollbook read --explain march")
            .done()
            .contains("count: ")
    );
}
