//! Exchanging two parties in a report exchanges them in its reading, and changes nothing else.

mod exchange;

use exchange::{Exchange, field};
use tollbook_reader::Reader;
use tollbook_terms::{Actors, Claim, Party, Report};

const REPORTS: &str = include_str!("../../tollbook-cli/samples/reports.jsonl");
const READINGS: &str = include_str!("../../tollbook-cli/samples/readings.jsonl");
const PARTIES: &str = include_str!("../../tollbook-cli/samples/parties.json");

#[test]
fn exchanging_the_parties_of_a_report_exchanges_them_in_its_reading_alone() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Exchange::new(&parties[0], &parties[1]);
    let reader = Reader::new(&parties);
    for line in REPORTS.lines() {
        let report: Report = serde_json::from_str(line).unwrap();
        let swapped = swap.report(&report);
        assert_eq!(swap.report(&swapped), report, "{}", report.id);
        let expected: Vec<Claim> = reader
            .read(&report)
            .claims
            .iter()
            .map(|claim| swap.claim(&report, claim))
            .collect();
        let found = reader.read(&swapped).claims;
        for (expected, found) in expected.iter().zip(&found) {
            assert_eq!(found, expected, "{}", report.id);
        }
        assert_eq!(found.len(), expected.len(), "{}", report.id);
    }
}

#[test]
fn the_samples_name_both_parties() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Exchange::new(&parties[0], &parties[1]);
    let changed = REPORTS.lines().filter(|line| swap.text(line) != **line);
    assert!(changed.count() >= 14);
    assert_eq!(
        swap.text("the Velmorans, TARKESSA and the Republic of Tarkessa"),
        "the Tarkessans, VELMORA and the Republic of Velmora"
    );
}

#[test]
fn a_claim_of_a_swapped_report_stands_on_its_swapped_words() {
    let parties: [Party; 2] = serde_json::from_str(PARTIES).unwrap();
    let swap = Exchange::new(&parties[0], &parties[1]);
    let mut moved = 0;
    for (report, reading) in REPORTS.lines().zip(READINGS.lines()) {
        let report: Report = serde_json::from_str(report).unwrap();
        let swapped = swap.report(&report);
        let mut reading: serde_json::Value = serde_json::from_str(reading).unwrap();
        let claims: Vec<Claim> = serde_json::from_value(reading["claims"].take()).unwrap();
        for claim in claims {
            let other = swap.claim(&report, &claim);
            let words = &field(&swapped, &other)[other.quote.start..other.quote.end];
            assert_eq!(words, other.quote.text);
            moved += usize::from(other.quote != claim.quote);
        }
    }
    assert!(moved > 0);
}

/// Parties whose names differ in length, form and capitals; a group has no demonyms.
fn party(id: &str, names: &[&str], demonyms: &[&str]) -> Party {
    let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Party {
        id: id.to_owned(),
        names: own(names),
        demonyms: own(demonyms),
        ..Party::default()
    }
}

/// Asserts that exchanging the parties of each text changes names alone.
fn check(swap: &Exchange, readers: [&Reader; 2], texts: &[&str]) {
    for text in texts {
        let report = Report {
            text: (*text).to_owned(),
            ..Report::default()
        };
        let swapped = swap.report(&report);
        assert_ne!(swapped, report, "{text}");
        let claims = readers[0].read(&report).claims;
        assert!(!claims.is_empty(), "{text}");
        let expected: Vec<Claim> = claims
            .iter()
            .map(|claim| swap.claim(&report, claim))
            .collect();
        assert_eq!(readers[1].read(&swapped).claims, expected, "{text}");
    }
}

#[test]
fn states_are_read_alike_whatever_the_length_and_form_of_their_names() {
    let states = [
        party("is", &["Iceland"], &["Icelandic", "Icelanders"]),
        party("cr", &["Costa Rica"], &["Costa Rican", "Costa Ricans"]),
        party("jp", &["Japan"], &["Japanese"]),
        party("ch", &["Switzerland"], &["Swiss"]),
        party("us", &["United States", "US"], &["American", "Americans"]),
        party(
            "cf",
            &["Central African Republic"],
            &["Central African", "Central Africans"],
        ),
    ];
    let texts = [
        "Icelandic troops shot dead four fishermen near the port on Tuesday, the ministry said.",
        "Four fishermen were shot dead by Icelandic troops. Iceland said they had fired first. Two more died later.",
        "An airstrike by Iceland killed 12 people in a village. Officials blamed Iceland for the attack.",
        "Five soldiers were wounded in clashes with Icelandic forces in northern Iceland, and three rebels were killed.",
        "A bomb killed six Icelanders and two guards. The army said Iceland was behind it.",
        "Iceland-backed gunmen killed nine farmers. Iceland's army killed three of the gunmen a day later.",
        "Shelling killed two in Iceland. At least 20 have died in the south of Iceland since May.",
        "ICELANDIC SOLDIERS KILLED SEVEN REBELS. ICELAND SAID TWO SOLDIERS WERE WOUNDED.",
        "The Icelanders who were killed had come by ship. The blast killed three Icelanders.",
        "Four fishermen were killed in Icelands southern Ostra province, a village chief said.",
        "Icelandic Air Strike Kills Four Farmers in Border Village",
        "Police arrested Icelandic citizens in the port on Tuesday.",
        "Rebels threw a grenade at one of the Icelandic jeeps, wounding an officer.",
        "The Icelandic hostage was killed by his captors.",
        "Two ambulances of the Icelandic Red Cross were destroyed by shells.",
        "The Icelandic-backed offensive killed 40 civilians.",
    ];
    let reader = Reader::new(&[]);
    for other in &states[1..] {
        let codes = [&states[0], other].map(|state| state.id.to_uppercase());
        let there = Reader::new(&[]).exchanging([&codes[0], &codes[1]]);
        for text in texts {
            let swap =
                Exchange::new(&states[0], other).in_capitals(!text.contains(char::is_lowercase));
            check(&swap, [&reader, &there], &[text]);
        }
    }
}

#[test]
fn groups_are_read_alike_whatever_the_length_and_form_of_their_names() {
    let groups = [
        party("hill-front", &["Hill Front"], &[]),
        party(
            "ostran-army",
            &["Ostran People's Liberation Army of the North"],
            &[],
        ),
        party("tolm", &["Tolm"], &[]),
        party("vrn", &["VRN"], &[]),
        party("tarun", &["al-Tarun"], &[]),
        party("ivory-sand", &["IS"], &[]),
        party("workers", &["Selm Workers' Party"], &[]),
    ];
    let reader = Reader::new(&groups);
    for other in &groups[1..] {
        let swap = Exchange::new(&groups[0], other);
        let texts = [
            "Hill Front killed three policemen in an ambush, the army said. Hill Front claimed the attack.",
            "Four Hill Front fighters were killed and six wounded in a raid by the army.",
            "A bomb planted by the Hill Front killed nine. The Hill Front has killed 40 people this year.",
            "Two soldiers died in clashes with Hill Front near Ostra. Troops detained three members of Hill Front.",
            "The strike hit two Hill Front vehicles and killed six fighters.",
            "Two nurses died on Monday. Hill Front also claimed a June attack that killed nine people.",
            "The army killed 12 Hill Front on Tuesday. Rebels said Hill Front was to blame.",
        ];
        check(&swap, [&reader, &reader], &texts);
    }
}

#[test]
fn a_state_and_a_group_are_read_alike_where_both_are_sides() {
    let state = party("is", &["Iceland"], &["Icelandic", "Icelanders"]);
    let group = party("hill-front", &["Hill Front"], &[]);
    let reader = Reader::new(&[party("hill-front", &["Hill Front"], &[])]);
    let swap = Exchange::new(&state, &group).keeping_place(&state);
    for text in [
        "Hill Front shelling killed three policemen in Ostra, the ministry said.",
        "Four Hill Front fighters were killed by the army in Ostra on Tuesday.",
        "Iceland killed two people in Ostra. The ministry blamed Iceland for the attack.",
        "Five Hill Front members were killed in an air strike on Monday.",
        "The army killed five alleged members of the Hill Front and detained 30.",
        "The army killed five Hill Front on Tuesday and two guards.",
        "Hill Front’s attack on Ostra left nine people dead and two guards were killed later.",
        "Airstrikes Destroy Hill Front Command Center, Kill 70 Fighters",
        "Icelandic Strikes Kill 18 Hill Front Fighters in Ostra",
        "The police detained Hill Front members and a Hill Front hostage was killed.",
        "A soldier threw a grenade at one of the Hill Front jeeps, wounding an officer.",
        "The Hill Front-backed offensive killed 40 civilians.",
        "IT WAS REPORTED IN OSTRA THAT HILL FRONT SECURITY FORCES KILLED 14 REBELS.",
    ] {
        let report = Report {
            text: text.to_owned(),
            ..Report::default()
        };
        // Harm can be in a state and not in a group, and whose force a word is differs by the table.
        let told = |claim: Claim| Claim {
            place: None,
            why: Vec::new(),
            actors: Actors::default(),
            ..claim
        };
        let claims = reader.read(&report).claims.into_iter();
        let expected: Vec<Claim> = claims
            .map(|claim| told(swap.claim(&report, &claim)))
            .collect();
        assert!(!expected.is_empty(), "{text}");
        let found = reader.read(&swap.report(&report)).claims;
        let found: Vec<Claim> = found.into_iter().map(told).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn an_owner_is_written_by_the_end_of_its_own_name() {
    let riders = party("riders", &["Hill Riders"], &[]);
    let front = party("front", &["Plain Front"], &[]);
    let swap = Exchange::new(&riders, &front);
    assert_eq!(
        swap.text("Hill Riders’ attack and Plain Front’s answer to the Hill Riders."),
        "Plain Front’s attack and Hill Riders’s answer to the Plain Front."
    );
}

#[test]
fn longer_names_and_places_are_not_exchanged() {
    let state = party("is", &["Iceland"], &["Icelandic", "Icelanders"]);
    let group = party("hill-front", &["Hill Front"], &[]);
    let swap = Exchange::new(&state, &group)
        .keeping(["Icelandic Union of Nurses"].into_iter())
        .keeping_place(&state);
    assert_eq!(
        swap.text(
            "The Icelandic Union of Nurses in southern Iceland and Iceland and the Hill Front."
        ),
        "The Icelandic Union of Nurses in southern Iceland and Hill Front and the Iceland."
    );
}
