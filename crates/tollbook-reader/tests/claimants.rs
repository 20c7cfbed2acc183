//! Who says so, by the words of the report.

use tollbook_reader::Reader;
use tollbook_terms::Report;

fn claimants(text: &str) -> Vec<Option<String>> {
    let report = Report {
        text: text.to_owned(),
        ..Report::default()
    };
    let reading = Reader::new(&[]).read(&report);
    reading
        .claims
        .into_iter()
        .map(|claim| claim.claimant)
        .collect()
}

#[test]
fn an_aside_stands_between_who_speaks_and_the_verb() {
    for (text, claimant) in [
        (
            "Five people were killed, said Arin Holm, who spoke by telephone.",
            "Arin Holm",
        ),
        (
            "Arin Holm, a doctor, said five people were killed.",
            "Arin Holm",
        ),
        (
            "Arin Holm, the head of the hospital, said five people were killed.",
            "Arin Holm",
        ),
        (
            "A doctor, Arin Holm, said five people were killed.",
            "A doctor, Arin Holm",
        ),
        (
            "The doctor, who gave no name, said five people were killed.",
            "The doctor",
        ),
        (
            "Witnesses in Ostra, near the border, said five people were killed.",
            "Witnesses in Ostra",
        ),
        (
            "Five people were killed in Ostra, near the border, said the mayor.",
            "the mayor",
        ),
        (
            "Five people were killed in a raid, the worst of the year, said Arin Holm.",
            "Arin Holm",
        ),
    ] {
        assert_eq!(claimants(text), [Some(claimant.to_owned())], "{text}");
    }
}

#[test]
fn the_harmed_do_not_tell_of_their_own_harm() {
    let said = claimants("On Monday, said to be the worst day, five people were killed.");
    assert_eq!(said, [None]);
}

#[test]
fn who_counts_is_known_by_his_count_or_by_his_letters() {
    for (text, claimant) in [
        (
            "By the ministry's account nine people were killed.",
            "the ministry",
        ),
        (
            "The Council of Workers (NCX) reported that gunmen killed nine people.",
            "The Council of Workers",
        ),
        (
            "Miners arriving from the north said two of their friends were killed.",
            "Miners",
        ),
        (
            "Residents reached by phone said nine people were killed.",
            "Residents",
        ),
    ] {
        let found = claimants(text).remove(0).unwrap_or_default();
        assert!(found.starts_with(claimant), "{text}: {found}");
    }
}

#[test]
fn an_attack_that_claims_lives_says_nothing() {
    assert_eq!(
        claimants("A raid on the mosque in Ostra claimed 31 lives."),
        [None]
    );
    assert_eq!(
        claimants("Soldiers killed three foreigners believed to be rebels."),
        [None]
    );
}

#[test]
fn each_side_of_a_but_has_its_own_speaker() {
    assert_eq!(
        claimants("The mayor said 12 people died, while the army put the toll at nine."),
        [Some("The mayor".to_owned()), Some("the army".to_owned())]
    );
    assert_eq!(
        claimants("Police said 12 people died, but that nine were hurt."),
        [Some("Police".to_owned()), Some("Police".to_owned())]
    );
}
