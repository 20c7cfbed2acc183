//! The whole program, as a person at the keyboard meets it: what it prints, what it tells, how it ends.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bad_input;
mod book;
mod book_option;
mod demo;
mod desk;
mod help;
mod read;
mod terminal;

use std::fs;

/// A file of tests that is not named above would silently not run.
#[test]
fn every_file_of_tests_is_part_of_this_program() {
    let main = include_str!("main.rs");
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/program")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || main.contains(&format!("mod {module};")),
            "{name} is not run"
        );
    }
}
