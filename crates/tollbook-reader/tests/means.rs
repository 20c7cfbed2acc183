//! With what harm is said to be done.

use tollbook_reader::Reader;
use tollbook_terms::{Means, Report};

/// Asserts that every claim of every text of `texts` is of `means` alone.
fn all_by(means: &[Means], texts: &[&str]) {
    let reader = Reader::new(&[]);
    let mut wrong = Vec::new();
    for text in texts {
        let report = Report {
            text: (*text).to_owned(),
            ..Report::default()
        };
        let claims = reader.read(&report).claims;
        if claims.is_empty() || claims.iter().any(|claim| claim.means != means) {
            wrong.push((
                *text,
                claims
                    .into_iter()
                    .map(|claim| claim.means)
                    .collect::<Vec<_>>(),
            ));
        }
    }
    assert!(wrong.is_empty(), "not by {means:?}: {wrong:#?}");
}

#[test]
fn strikes_are_from_the_air_where_nothing_else_is_said() {
    all_by(
        &[Means::Airstrike],
        &[
            "A string of coalition strikes on the town killed six farmers.",
            "Three strikes hit the village and killed a nurse.",
            "Another strike killed two guards near the bridge.",
            "Planes bombed the market, killing nine people.",
            "The air force bombed two villages and killed nine people.",
        ],
    );
}

#[test]
fn strikes_of_workers_and_of_weapons_that_are_told_are_not_from_the_air() {
    all_by(
        &[],
        &[
            "Two teachers were killed during a strike on Monday.",
            "On the second day of the general strike two men were killed.",
            "Two men were killed as clerks went on strike.",
            "A strike on Monday shut the port, and two men were killed.",
        ],
    );
    all_by(
        &[Means::Missile],
        &["Missile strikes on the town killed six farmers."],
    );
    all_by(
        &[Means::Drone],
        &["Three drone strikes hit the village and killed a nurse."],
    );
}

#[test]
fn a_blast_is_what_the_event_says_elsewhere_that_it_was() {
    all_by(
        &[Means::Drone],
        &["A drone hit a house in Ostra and killed nine people. The nine died in the blast."],
    );
    all_by(
        &[Means::Bomb],
        &["A car bomb killed nine people in Ostra. The nine died in the blast."],
    );
}
