//! Plain harm in every order and form: sentences made from tables, and the totals that must be read from them.
//!
//! In a form, `@` stands for the people, and `{was|were}` for the word that goes with one or with more of them.
//! Each form meets all people, and each time another opening and another ending.

use std::collections::BTreeMap;

use tollbook_reader::Reader;
use tollbook_terms::{Published, RelationKind, Report};

/// How many suffer each effect.
type Totals = BTreeMap<String, u64>;

/// Whoever is harmed, and how many they are.
const PEOPLE: &[(&str, u64)] = &[
    ("six people", 6),
    ("12 others", 12),
    ("at least six villagers", 6),
    ("a teacher", 1),
    ("Ines Barro", 1),
    ("local journalist Arin Solt", 1),
    ("the deputy mayor of Ostra", 1),
    ("two soldiers and a nurse", 3),
    ("dozens of civilians", 24),
    ("a mother and her two daughters", 3),
    ("a 12-year-old girl", 1),
    ("a man in his 30s", 1),
    ("both her sons", 2),
    ("three of its fighters", 3),
    ("some 14 suspected rebels", 14),
];

const OPENINGS: &[&str] = &[
    "",
    "On Monday, ",
    "In the town of Ostra, ",
    "According to local officials, ",
    "Meanwhile, ",
    "Hours later, ",
    "The ministry said that ",
    "Residents said ",
    "He added that ",
    "Local media reported that ",
    "The governor, Tomas Velden, said ",
];

const ENDINGS: &[&str] = &[
    "",
    " on Monday",
    " Saturday night",
    " in Ostra",
    " in the northern town of Ostra on Sunday",
    " early on Friday",
    " overnight",
    " near the border last week",
    " at a checkpoint",
    " outside a mosque",
    " in broad daylight",
    ", officials said",
    ", police said Monday",
];

/// Sentences, and what they state in all.
const SENTENCES: &[(&str, &str)] = &[
    // Done by somebody.
    ("gunmen killed @", "killed @"),
    ("gunmen on motorcycles shot dead @", "killed @"),
    ("unidentified attackers have killed @", "killed @"),
    ("the rebels had executed @", "killed @"),
    ("soldiers shot and killed @", "killed @"),
    ("an air strike also killed @", "killed @"),
    ("a mine seriously injured @", "injured @"),
    ("a car bomb wounded @", "injured @"),
    ("rebels abducted @", "abducted @"),
    ("rebels took @ hostage", "abducted @"),
    ("@ {was|were} led away by masked men", "abducted @"),
    ("@ {has|have} not been seen since", "missing @"),
    ("troops had arrested @", "detained @"),
    ("police took @ into custody", "detained @"),
    (
        "a roadside bomb killed @ and injured five others",
        "killed @, injured 5",
    ),
    (
        "the attackers killed @, wounded seven and abducted four",
        "killed @, injured 7, abducted 4",
    ),
    (
        "the bombing, which also wounded nine people, killed @",
        "killed @, injured 9",
    ),
    (
        "an explosion that ripped through a market killed @",
        "killed @",
    ),
    (
        "shells fell on the town, killing @ and wounding 12",
        "killed @, injured 12",
    ),
    ("gunmen burst into a house and shot dead @", "killed @"),
    // Suffered by somebody.
    ("@ {was|were} killed", "killed @"),
    ("@ {has|have} been murdered", "killed @"),
    ("@ {was|were} also gunned down", "killed @"),
    ("@ {was|were} reportedly beaten to death", "killed @"),
    (
        "@ {was|were} shot and killed by unidentified gunmen",
        "killed @",
    ),
    ("@ {was|were} hit by sniper fire and died", "killed @"),
    ("@ {was|were} critically wounded", "injured @"),
    (
        "@ {was|were} taken to hospital with gunshot wounds",
        "injured @",
    ),
    ("@ {was|were} kidnapped by rebels", "abducted @"),
    ("@ {was|were} detained", "detained @"),
    ("@ {was|were} missing", "missing @"),
    (
        "@ {was|were} killed and 12 others were injured",
        "killed @, injured 12",
    ),
    (
        "@ {has|have} been killed and nine are missing",
        "killed @, missing 9",
    ),
    ("@ and a policeman were killed", "killed @+1"),
    (
        "@, who had been hiding in a cellar, {was|were} killed",
        "killed @",
    ),
    // Deaths and injuries that are told without a doer.
    ("@ died", "killed @"),
    ("@ lost {her life|their lives}", "killed @"),
    ("@ died of {her|their} wounds", "killed @"),
    ("@ succumbed to {her|their} injuries", "killed @"),
    ("@ {was|were} found dead", "killed @"),
    ("@ {was|were} among the dead", "killed @"),
    ("@ sustained serious injuries", "injured @"),
    ("the {body|bodies} of @ {was|were} found", "killed @"),
    // Told by a noun.
    ("the attack claimed the {life|lives} of @", "killed @"),
    ("the blast left @ dead", "killed @"),
    (
        "the shelling resulted in the {death|deaths} of @",
        "killed @",
    ),
    (
        "clashes between the army and rebels left @ dead and 12 people injured",
        "killed @, injured 12",
    ),
    (
        "the attack, in which @ {was|were} killed, was condemned",
        "killed @",
    ),
];

/// Lists of those harmed, whoever stands in them.
const LISTS: &[(&str, &str)] = &[
    (
        "Arin Solt, Tomas Velden and Ines Barro were killed",
        "killed 3",
    ),
    (
        "Arin Solt, 34; Tomas Velden, 22; and Ines Barro, 19, were killed",
        "killed 3",
    ),
    (
        "Arin Solt, a teacher, Tomas Velden, a driver, and Ines Barro, a nurse, were killed",
        "killed 3",
    ),
    (
        "Arin Solt, his wife Ines and their two children were killed",
        "killed 4",
    ),
    ("Arin Solt, as well as two guards, was killed", "killed 3"),
    (
        "shops closed after two guards (both women) and a nurse were killed",
        "killed 3",
    ),
    (
        "Arin Solt, 42, of Selm, who was killed, was a teacher",
        "killed 1",
    ),
    (
        "after the murder of Arin Solt, the 40 clerks of the court went home",
        "killed 1",
    ),
    ("both Arin Solt and Ines Barro were killed", "killed 2"),
    (
        "nine people in Ostra and six in Selm were killed",
        "killed 15",
    ),
    (
        "rebels killed the leader of the party, the head of the bank and two guards",
        "killed 4",
    ),
    ("two clerks and a cook had all been shot dead", "killed 3"),
    (
        "Arin Solt was killed along with his wife and a guard",
        "killed 3",
    ),
    (
        "three men, identified as Arin Solt, Tomas Velden and Jon Barro, were killed",
        "killed 3",
    ),
    (
        "those arrested included Arin Solt and two clerks",
        "detained 3",
    ),
    (
        "a clerk who worked there and his wife were killed",
        "killed 2",
    ),
    (
        "two policemen, a soldier and three passers-by were killed",
        "killed 6",
    ),
    (
        "six civilians, two of them children, were killed",
        "killed 6",
    ),
    (
        "six soldiers were killed, four injured and two captured",
        "killed 6, injured 4, detained 2",
    ),
    (
        "seven people were killed in Selm, four in Velden and two in Marrow",
        "killed 13",
    ),
    (
        "an air strike destroyed 20 shops, damaged a mosque and killed the crew of four",
        "destroyed 20, damaged 1, killed 4",
    ),
];

/// Things that are hit, burnt, sunk or broken.
const THINGS: &[(&str, &str)] = &[
    ("shells hit a school and two mosques", "damaged 3"),
    ("a rocket slammed into a police station", "damaged 1"),
    ("one shell hit a mosque, another a school", "damaged 2"),
    ("the village mosque was left in ruins", "destroyed 1"),
    ("three houses were gutted by fire", "destroyed 3"),
    ("two tanks were knocked out", "damaged 2"),
    ("troops shot down three drones", "destroyed 3"),
    ("two aircraft crashed", "destroyed 2"),
    ("a ferry sank", "destroyed 1"),
    ("the rebels lost two helicopters", "destroyed 2"),
    (
        "a fire destroyed 20 shops and damaged dozens of homes",
        "destroyed 20, damaged 24",
    ),
    (
        "an air strike on a clinic and two ambulances killed six people",
        "damaged 3, killed 6",
    ),
];

/// What sounds like harm and is none.
const NOTHING: &[(&str, &str)] = &[
    ("@ narrowly escaped death", ""),
    ("@ {was|were} released", ""),
    ("@ {was|were} sentenced to death", ""),
    ("@ called for an end to the killings", ""),
    ("the bank was hit by rising rates", ""),
    ("the singer killed it on stage", ""),
    ("12 candidates were eliminated", ""),
    ("the visitors were hammered 5-1 in the cup match", ""),
    ("the bill was killed in committee", ""),
    ("the film kills off its hero in the first hour", ""),
    ("the storm of protest swept away three ministers", ""),
    ("there was no word on casualties", ""),
    ("rebels fired 12 rockets", ""),
];

/// Headlines: in the present tense, or without a verb.
const HEADLINES: &[(&str, &str)] = &[
    ("blast kills @", "killed @"),
    ("gunmen shoot dead @", "killed @"),
    ("rebels say they killed @", "killed @"),
    ("rebels abduct @", "abducted @"),
    ("police arrest @", "detained @"),
    ("car bomb wounds @", "injured @"),
    ("@ killed", "killed @"),
    ("@ shot dead", "killed @"),
    ("@ kidnapped", "abducted @"),
    ("@ killed, 30 injured", "killed @, injured 30"),
    ("suicide bomber kills @, wounds 30", "killed @, injured 30"),
    ("shelling: @ killed", "killed @"),
    ("air strike leaves @ dead", "killed @"),
];

/// Returns `form` about `many` people, `people` in words.
fn about(form: &str, people: &str, many: u64) -> String {
    let mut said = String::new();
    for part in form.split_inclusive(['{', '}']) {
        match part.split_once('|') {
            Some((one, more)) if part.ends_with('}') => {
                said += if many == 1 {
                    one
                } else {
                    more.trim_end_matches('}')
                };
            }
            _ => said += part.trim_end_matches('{'),
        }
    }
    said.replace('@', people)
}

/// Returns `said` with a capital at its head.
fn capital(said: &str) -> String {
    let first = said.chars().take(1).flat_map(char::to_uppercase);
    first.chain(said.chars().skip(1)).collect()
}

/// Returns the totals that `wanted` asks for `many` people, by effect: "killed @+1, injured 12".
fn totals(wanted: &str, many: u64) -> Totals {
    let of = |total: &str| -> u64 {
        let numbers = total.split('+').map(|number| match number {
            "@" => many,
            _ => number.parse().unwrap_or_default(),
        });
        numbers.sum()
    };
    let split = |one: &str| {
        one.split_once(' ')
            .map(|(effect, total)| (effect.to_owned(), of(total)))
    };
    wanted.split(", ").filter_map(split).collect()
}

/// Returns each form about all people in turn, and the totals it states; with openings and endings for sentences.
fn said(forms: &[(&str, &str)], openings: &[&str], endings: &[&str]) -> Vec<(String, Totals)> {
    let mut said = Vec::new();
    for (row, (form, wanted)) in forms.iter().enumerate() {
        for (column, (people, many)) in PEOPLE.iter().enumerate() {
            let opening = openings[(row + 3 * column) % openings.len()];
            let ending = endings[(row + 4 * column) % endings.len()];
            let words = format!("{opening}{}{ending}", about(form, people, *many));
            said.push((capital(&words), totals(wanted, *many)));
        }
    }
    said
}

/// Reads all reports, and fails with those from which other totals are read than wanted.
fn check(reports: impl Iterator<Item = (Report, Totals)>) {
    let reader = Reader::new(&[]);
    let mut wrong = String::new();
    for (report, wanted) in reports {
        let mut read = Totals::new();
        for claim in reader.read(&report).claims {
            // What belongs to another claim adds nothing.
            let adds = matches!(
                claim.relation.kind,
                RelationKind::Whole | RelationKind::Additional
            );
            let effect = read.entry(claim.effect.to_string()).or_default();
            *effect += if adds { claim.count.low } else { 0 };
        }
        if read != wanted {
            let said = report.title.unwrap_or(report.text);
            wrong += &format!("{said}\n  must read {wanted:?}\n  reads     {read:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Returns a report that was published on a Monday.
fn report(title: Option<String>, text: String) -> Report {
    let published = Published::try_from("2024-05-06".to_owned()).ok();
    Report {
        title,
        text,
        published,
        ..Report::default()
    }
}

#[test]
fn a_sentence_states_its_harm_in_every_order_and_form() {
    let said = said(SENTENCES, OPENINGS, ENDINGS);
    check(
        said.into_iter()
            .map(|(words, wanted)| (report(None, words + "."), wanted)),
    );
}

#[test]
fn a_list_of_those_harmed_is_read_to_its_end() {
    let said = said(LISTS, OPENINGS, ENDINGS);
    check(
        said.into_iter()
            .map(|(words, wanted)| (report(None, words + "."), wanted)),
    );
}

#[test]
fn things_are_harmed_and_what_only_sounds_like_harm_is_none() {
    let forms = [THINGS, NOTHING].concat();
    let said = said(&forms, OPENINGS, ENDINGS);
    check(
        said.into_iter()
            .map(|(words, wanted)| (report(None, words + "."), wanted)),
    );
}

#[test]
fn a_headline_states_its_harm_in_every_order_and_form() {
    let said = said(
        HEADLINES,
        &[""],
        &["", " in Ostra", ", police say", " as rebels attack town"],
    );
    check(
        said.into_iter()
            .map(|(words, wanted)| (report(Some(words), "It rained.".to_owned()), wanted)),
    );
}

#[test]
fn her_is_a_woman_where_no_noun_follows_and_whose_something_is_where_one_does() {
    let woman = [
        "",
        " in the street",
        " when she fled",
        " near Selm",
        " yesterday",
        " last week",
        " and fled",
        " four times",
        " as she slept",
        " to silence her brother",
    ];
    let hers = [
        ("shot dead her son", "killed 1"),
        ("shot dead her two brothers", "killed 2"),
        ("destroyed her home", "destroyed 1"),
        (
            "destroyed her home and killed her son",
            "destroyed 1, killed 1",
        ),
    ];
    let woman = ["shot dead", "abducted", "tortured"]
        .iter()
        .flat_map(|verb| {
            let effect = if *verb == "shot dead" { "killed" } else { verb };
            woman.map(|end| (format!("{verb} her{end}"), format!("{effect} 1")))
        });
    let hers = hers.map(|(said, wanted)| (said.to_owned(), wanted.to_owned()));
    check(woman.chain(hers).map(|(said, wanted)| {
        let text = format!("A soldier {said}.");
        (report(None, text), totals(&wanted, 0))
    }));
}
