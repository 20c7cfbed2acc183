//! Help texts, manual pages and completions.

use serde_json::Value;

use crate::desk::Desk;

/// Returns the names of all commands, as the program lists them.
fn commands(desk: &Desk) -> Vec<String> {
    let help = desk.run("tollbook --help").done();
    let (_, list) = help.split_once("Commands:\n").unwrap();
    list.lines()
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect()
}

/// Returns `example` with real ids where it says CLAIM, INCIDENT, REPORT or DECISION.
fn with_ids(desk: &Desk, example: &str) -> String {
    let first = |list: &str, field: &str| {
        let rows = desk.run(&format!("tollbook {list}")).done();
        let row: Value = serde_json::from_str(rows.lines().next().unwrap()).unwrap();
        row.pointer(field).unwrap().as_str().unwrap().to_owned()
    };
    let mut example = example.to_owned();
    for (name, list, field) in [
        ("CLAIM", "claims --format jsonl", "/id"),
        ("INCIDENT", "incidents --format jsonl", "/incident/id"),
        ("REPORT", "reports --format jsonl", "/id"),
        ("DECISION", "decide list --format jsonl", "/id"),
    ] {
        if example.contains(name) {
            example = example.replace(name, &first(list, field));
        }
    }
    example
}

#[test]
fn every_example_of_every_help_text_runs() {
    let names = commands(&Desk::new());
    assert!(names.len() > 15, "{names:?}");
    for name in names.iter().filter(|name| *name != "help") {
        let help = Desk::new().run(&format!("tollbook help {name}")).done();
        let examples: Vec<&str> = help
            .lines()
            .filter_map(|line| line.strip_prefix("  tollbook "))
            .collect();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            let desk = Desk::with_book();
            let example = with_ids(&desk, example);
            let ran = desk.run(&format!("tollbook {example}"));
            assert_eq!(ran.code, 0, "tollbook {example}: {ran:?}");
        }
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let desk = Desk::new();
    for name in commands(&desk).iter().filter(|name| *name != "help") {
        let page = desk.run(&format!("tollbook man {name}")).done();
        assert!(page.contains(&format!(".TH tollbook-{name} 1")), "{page}");
        assert!(page.contains("Examples:"), "{page}");
    }
    assert!(desk.run("tollbook man").done().contains(".TH tollbook 1"));
}

#[test]
fn completions_name_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = desk.run(&format!("tollbook completions {shell}")).done();
        for name in commands(&desk) {
            assert!(script.contains(&name), "{shell}: {name}");
        }
    }
}
