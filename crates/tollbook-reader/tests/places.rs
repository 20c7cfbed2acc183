//! Which of the places that a report names holds its harm.

use tollbook_reader::Reader;
use tollbook_terms::Report;

/// Reads a text and returns the place of its first claim.
fn place(text: &str) -> String {
    let report = Report {
        text: text.to_owned(),
        ..Report::default()
    };
    let claims = Reader::new(&[]).read(&report).claims;
    claims[0]
        .place
        .as_ref()
        .map_or_else(String::new, |place| place.name.clone())
}

#[test]
fn a_place_holds_the_harm_and_not_what_tells_where_it_lies() {
    for (text, name) in [
        (
            "On Monday, a bomb in Ostra, a village near Selm, killed five people.",
            "Ostra",
        ),
        (
            "A blast in Tarvo, south of Selm, left five people dead.",
            "Tarvo",
        ),
        (
            "Five people were killed in the Baghdad suburb of Tarvo.",
            "Tarvo",
        ),
        (
            "Five people were killed in the Tarvo district of Ostra.",
            "Tarvo district",
        ),
        // Where somebody is at home, writes or is nursed, he was not harmed.
        (
            "Arin Mott, who lived in Selm, was killed in Ostra.",
            "Ostra",
        ),
        (
            "In a statement sent to reporters in Selm, rebels said they had killed five people in Ostra.",
            "Ostra",
        ),
        (
            "A man was shot in Ostra and booked into the Selm County jail.",
            "Ostra",
        ),
        // A number with a capital is no name.
        ("Seven shelters were destroyed in Ostra.", "Ostra"),
    ] {
        assert_eq!(place(text), name, "{text}");
    }
}

#[test]
fn where_people_only_come_together_nobody_is_harmed() {
    for text in [
        "A funeral was held in Selm for five people killed in Ostra.",
        "A vigil took place in Selm for five people killed in Ostra.",
    ] {
        assert_eq!(place(text), "Ostra", "{text}");
    }
}

#[test]
fn neither_a_body_nor_a_person_is_a_place() {
    for text in [
        "Five soldiers of the Tarvo Brigade were killed.",
        "The Tarvo Fire Department said five people were killed.",
        "Five people were killed, Constable Arin Tarvo said.",
        "The murder of Justice Minister Arin Tarvo shocked the country.",
        "Five people were killed on Christmas Eve.",
        "Five people were found dead in a Ford truck.",
        "AT STAKE IS PEACE SINCE THE MURDER OF ARIN TARVO, THE ARMY SAID.",
        "FIVE PEOPLE WERE KILLED BY RIFLE FIRE, THE AIR FORCE SAID.",
    ] {
        assert_eq!(place(text), "", "{text}");
    }
}

#[test]
fn a_name_that_no_list_holds_is_a_place_in_capitals_too() {
    for (text, name) in [
        ("FIVE PEOPLE WERE KILLED IN TARVO TODAY.", "TARVO"),
        ("FIVE PEOPLE WERE KILLED IN THE VILLAGE OF TARVO.", "TARVO"),
        ("FIVE PEOPLE WERE KILLED IN FIGHTING.", ""),
    ] {
        assert_eq!(place(text), name, "{text}");
    }
}

#[test]
fn a_line_of_a_country_alone_heads_what_follows() {
    let report = Report {
        text: "Raids hit Syria and Iraq.\n\nSyria\n\nNear Tarvo, a raid killed two guards.\n\nIraq\n\nNear Selm, a raid \
               killed two guards."
            .to_owned(),
        ..Report::default()
    };
    let claims = Reader::new(&[]).read(&report).claims;
    let countries: Vec<_> = claims
        .iter()
        .filter_map(|claim| claim.place.as_ref()?.country.as_deref())
        .collect();
    assert_eq!(countries, ["SY", "IQ"]);
}
