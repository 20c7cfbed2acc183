//! A whole report with two attacks, a total, and an old war behind it.

use tollbook_reader::Reader;
use tollbook_terms::{Claim, Party, Published, Report, Scope, short};

const TEXT: &str = "\
It should be noted that on April 3, Tarkessa launched a rocket attack at Pelnor region, as a result of which \
4 villagers, including a child, were killed and 17 villagers were injured. April 5, Tarkessan launched another \
rocket attack at Pelnor region, as a result of which 19 villagers were killed and about 60 wounded.

A volunteer of the Velmoran Red Crescent is among the 19 villagers killed in Tarkessa's rocket attack on Velmora's \
Pelnor town on April 5.

Eighty-two civilians have been killed and 310 injured in Tarkessa's heavy artillery attacks on Velmora's towns \
since March 12. In addition, 1,204 houses and 61 multi-storey apartment buildings, as well as 240 civilian \
facilities were severely damaged.

Tarkessa has been targeting Velmora's towns. More than 12,000 Velmorans were killed and around two million were \
displaced as a result of a war in the late 1980s.
";

fn claims() -> Vec<Claim> {
    let party = |id: &str, name: &str, demonyms: [&str; 2]| Party {
        id: id.to_owned(),
        names: vec![name.to_owned()],
        demonyms: demonyms.map(str::to_owned).to_vec(),
        ..Party::default()
    };
    let parties = [
        party("velmora", "Velmora", ["Velmoran", "Velmorans"]),
        party("tarkessa", "Tarkessa", ["Tarkessan", "Tarkessans"]),
    ];
    let report = Report {
        text: TEXT.to_owned(),
        published: Published::try_from("2021-04-09".to_owned()).ok(),
        ..Report::default()
    };
    Reader::new(&parties).read(&report).claims
}

fn days(claim: &Claim) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or("-".to_owned(), |day| day.to_string());
    format!("{} {}", day(claim.when.from), day(claim.when.to))
}

#[test]
fn parts_repeats_totals_and_the_old_war_are_told_apart() {
    let claims = claims();
    let lines: Vec<String> = claims
        .iter()
        .map(|claim| short::line(claim, &claims))
        .collect();
    assert_eq!(
        lines,
        [
            "killed 4 civilian",
            "killed 1 child part-of 4",
            "injured 17 civilian",
            "killed 19 civilian",
            "injured ~60 civilian",
            "killed 1 aid_worker part-of 19",
            "killed 19 civilian same-as 19",
            "killed 82 civilian cumulative",
            "injured 310 civilian cumulative",
            "damaged 1204 house cumulative",
            "damaged 61 apartment_building cumulative",
            "damaged 240 other cumulative",
            "killed 12000+ background",
            "displaced ~2000000 background",
        ]
    );
}

#[test]
fn each_attack_has_its_day_and_the_totals_their_time() {
    let claims = claims();
    let of =
        |from: usize, to: usize| -> Vec<String> { claims[from..to].iter().map(days).collect() };
    assert_eq!(of(0, 3), ["2021-04-03 2021-04-03"; 3]);
    assert_eq!(of(3, 7), ["2021-04-05 2021-04-05"; 4]);
    assert_eq!(of(7, 12), ["2021-03-12 2021-04-09"; 5]);
    assert_eq!(of(12, 14), ["1985-01-01 1989-12-31"; 2]);
}

#[test]
fn the_attacks_are_two_events_at_one_place_by_one_side() {
    let claims = claims();
    let events: Vec<&str> = claims.iter().filter_map(|c| c.event.as_deref()).collect();
    assert_eq!(events, ["A", "A", "A", "B", "B", "B", "B"]);
    for claim in claims.iter().filter(|c| c.scope == Scope::Incident) {
        let place = claim.place.as_ref().map_or("", |place| place.name.as_str());
        assert!(place.contains("Pelnor"), "{place}");
        assert_eq!(claim.actors.perpetrator.as_deref(), Some("tarkessa"));
    }
}
