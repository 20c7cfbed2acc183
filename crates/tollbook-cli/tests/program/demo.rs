//! `tollbook demo`.

use crate::desk::Desk;

#[test]
fn the_demo_shows_a_toll_and_every_command_that_it_names_runs() {
    let desk = Desk::new();
    let page = desk.run("tollbook demo").done();
    for words in [
        "21 sample reports on an invented war",
        "killed in ",
        "alleged perpetrator",
        "claimants",
        "Where accounts differ",
        "Cumulative claims beside it",
        "likely an undercount",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    let (_, next) = page.split_once("Try next\n").unwrap();
    let export = next
        .lines()
        .next()
        .unwrap()
        .trim()
        .replace("DESK", desk.path("").to_str().unwrap());
    let commands: Vec<&str> = next
        .lines()
        .skip(1)
        .filter(|line| !line.contains("FOLDER"))
        .map(|line| line.trim().split_once("  ").unwrap().0)
        .collect();
    assert!(commands.len() > 5, "{commands:?}");
    for command in commands {
        let ran = desk.run(&format!("{export}; {command}"));
        assert_eq!(ran.code, 0, "{command}: {ran:?}");
        assert!(!ran.out.is_empty(), "{command}");
    }
}

#[test]
fn the_demo_overwrites_no_book() {
    let desk = Desk::with_book();
    desk.run("tollbook demo --book demo.book").done();
    desk.run("tollbook demo --book demo.book").told(
        2,
        "tollbook: cannot make the demo in demo.book: it is there already\nhint: name a file that is not there yet\n",
    );
}

/// What stands for lines that are left out.
const LEFT_OUT: &str = "...";

#[test]
fn the_readme_shows_what_the_demo_prints() {
    let page = Desk::new().run("tollbook demo").done();
    let readme = include_str!("../../../../README.md");
    let (_, after) = readme.split_once("and shows the toll:\n\n").unwrap();
    let shown: Vec<&str> = after
        .lines()
        .map_while(|line| line.strip_prefix("    "))
        .collect();
    assert!(shown.len() > 10, "{shown:?}");
    let first = shown[0];
    let mut printed = page.lines().skip_while(|line| *line != first);
    let mut shown = shown.into_iter();
    while let Some(mut line) = shown.next() {
        if line.trim() == LEFT_OUT {
            line = shown.next().unwrap();
            assert!(
                printed.any(|printed| printed == line),
                "the demo does not print {line:?}: {page}"
            );
        } else {
            assert_eq!(printed.next(), Some(line), "{page}");
        }
    }
}
