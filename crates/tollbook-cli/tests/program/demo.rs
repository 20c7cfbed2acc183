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
