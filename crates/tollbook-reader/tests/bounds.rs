//! Words at the edges of a text and figures at the edges of numbers: all are read, none is too much.

use tollbook_reader::Reader;
use tollbook_terms::Report;

#[test]
fn what_looks_back_from_the_first_word_finds_nothing_there() {
    let reader = Reader::new(&[]);
    for first in [
        "Identified as the bomber, Arin Solt",
        "Named as the attackers",
        "Responsible for the blast",
        "For the arrest of two clerks",
        "Strikes on Ostra",
        "'s raid on Ostra",
        "Collapses in Ostra",
    ] {
        let report = Report {
            text: format!("{first} killed six people. Six people were killed."),
            ..Report::default()
        };
        assert!(!reader.read(&report).claims.is_empty(), "{first}");
    }
}

#[test]
fn figures_near_the_largest_number_are_held_beside_each_other() {
    let report = Report {
        text: "The blast killed 9000000000000000000 people. The ministry said 8000000000000000001 people had \
               been killed and 18000000000000000000 wounded, the rebels put the dead at 3."
            .to_owned(),
        ..Report::default()
    };
    assert!(!Reader::new(&[]).read(&report).claims.is_empty());
}
