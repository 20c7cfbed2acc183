//! Which claims are one incident, and what is said of it beside its figures.

use tollbook_linker::{Account, link};
use tollbook_terms::{
    Affiliation, Category, Contest, Effect, Grade, Incident, Modality, Place, Scope,
};

use crate::hand::{Hand, account, all, claim, day, days, injured, killed, one, party};

/// Returns the ids of the incidents, each with the reports that tell of it.
fn incidents(accounts: &[Account]) -> Vec<String> {
    let told = |incident: &Incident| format!("{}: {}", incident.id, incident.reports.join(" "));
    link(accounts).incidents.iter().map(told).collect()
}

fn pair(first: Hand, second: Hand) -> usize {
    incidents(&[account("a", 7, [first]), account("b", 8, [second])]).len()
}

#[test]
fn reports_tell_of_one_incident_where_place_day_and_effect_agree() {
    let ours = || killed("c1", 5);
    assert_eq!(pair(ours(), killed("c1", 9).at("  TORVALE")), 1);
    assert_eq!(
        pair(ours(), ours().on(days("2031-05-05", "2031-05-06"))),
        1,
        "a night"
    );
    assert_eq!(pair(ours(), ours().at("Mareth")), 2, "another place");
    assert_eq!(pair(ours(), ours().on(day("2031-05-05"))), 2, "another day");
    assert_eq!(pair(ours(), injured("c1", 5)), 2, "another effect");
    assert_eq!(pair(ours(), ours().nowhere()), 2, "no place");
    assert_eq!(pair(ours(), ours().at("—")), 2, "no name");
    assert_eq!(
        pair(ours(), ours().on(days("2031-05-06", ""))),
        2,
        "no known day"
    );
}

#[test]
fn a_place_of_the_same_name_in_another_country_is_another() {
    let abroad = |country: Option<&str>| {
        let mut claim = killed("c1", 5);
        claim.0.place = Some(Place {
            name: "Torvale".to_owned(),
            country: country.map(str::to_owned),
        });
        pair(killed("c1", 5), claim)
    };
    assert_eq!(abroad(Some("OS")), 2);
    assert_eq!(abroad(None), 1);
}

#[test]
fn a_longer_time_meets_only_the_very_same_time() {
    let month = || days("2031-05-01", "2031-05-31");
    assert_eq!(pair(killed("c1", 5), killed("c1", 5).on(month())), 2);
    assert_eq!(
        pair(killed("c1", 5).on(month()), killed("c1", 5).on(month())),
        1
    );
}

#[test]
fn two_events_of_one_report_stay_two_and_find_their_like_in_the_next() {
    let two = |report: &str, may, a, b| {
        account(report, may, [killed("c1", a), killed("c2", b).event("B")])
    };
    let first = two("a", 7, 5, 21);
    assert_eq!(
        incidents(&[first.clone(), two("b", 8, 21, 5)]),
        ["i-a.c1: a b", "i-a.c2: a b"]
    );
    let linked = link(&[first.clone(), two("b", 8, 21, 5)]);
    assert_eq!(linked.incidents[0].claims, ["c-a.c1", "c-b.c2"]);
    // A night that touches both days joins one of them, not both to one.
    let later = account(
        "a",
        7,
        [
            killed("c1", 5),
            killed("c2", 6).event("B").on(day("2031-05-07")),
        ],
    );
    let night = account(
        "b",
        8,
        [killed("c1", 6).on(days("2031-05-06", "2031-05-07"))],
    );
    assert_eq!(incidents(&[later, night]), ["i-a.c1: a", "i-a.c2: a b"]);
}

#[test]
fn an_incident_keeps_its_id_when_reports_join() {
    let first = account("first", 9, [killed("c1", 5), injured("c2", 3)]);
    let before = incidents(std::slice::from_ref(&first));
    // Published earlier, but added later.
    let mut joined = account("joined", 2, [injured("c1", 4), killed("c2", 6)]);
    joined.teller.order = 10;
    assert_eq!(before, ["i-first.c1: first"]);
    assert_eq!(incidents(&[joined, first]), ["i-first.c1: first joined"]);
}

#[test]
fn copies_of_a_text_tell_of_one_incident_even_without_a_place_or_a_day() {
    let bare = |report: &str, may, when| {
        let mut account = account(report, may, [killed("c1", 5).nowhere().on(when)]);
        account.teller.family = "wire".to_owned();
        account
    };
    let undated = || days("", "");
    assert_eq!(
        incidents(&[bare("a", 7, undated()), bare("b", 8, undated())]),
        ["i-a.c1: a b"]
    );
    // A daily bulletin in the same words tells of another day.
    let (monday, tuesday) = (day("2031-05-05"), day("2031-05-06"));
    assert_eq!(
        incidents(&[bare("a", 7, monday), bare("b", 8, tuesday)]).len(),
        2
    );
    let mut stranger = bare("b", 8, undated());
    stranger.teller.family = "b".to_owned();
    assert_eq!(incidents(&[bare("a", 7, undated()), stranger]).len(), 2);
}

#[test]
fn claims_of_no_event_are_in_no_incident_and_are_not_lost() {
    let linked = link(&[account(
        "herald",
        7,
        [
            killed("c1", 90).scope(Scope::Cumulative),
            killed("c2", 900).scope(Scope::Background),
            killed("c3", 9).no_event().modality(Modality::Hypothetical),
            killed("c4", 3).no_event(),
            killed("c5", 70)
                .scope(Scope::Cumulative)
                .modality(Modality::Denied),
        ],
    )]);
    assert!(linked.incidents.is_empty());
    assert_eq!(linked.cumulative[0].claim, "c-herald.c1");
    assert_eq!(linked.background[0].claim, "c-herald.c2");
    let apart: Vec<&str> = linked
        .apart
        .iter()
        .map(|apart| apart.claim.as_str())
        .collect();
    assert_eq!(apart, ["c-herald.c3", "c-herald.c4", "c-herald.c5"]);
}

#[test]
fn all_names_of_the_place_are_kept() {
    let incident = one(&[
        account(
            "a",
            7,
            [killed("c1", 5), injured("c2", 3).at("Torvale town")],
        ),
        account("b", 8, [killed("c1", 5), injured("c2", 3).at("Old Torval")]),
    ]);
    let names: Vec<&str> = incident
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    assert_eq!(names, ["Torvale", "Torvale town", "Old Torval"]);
}

#[test]
fn two_claimants_make_a_figure_fair_and_one_makes_it_weak() {
    let incident = one(&[
        account("a", 7, [killed("c1", 5), injured("c2", 3)]),
        account("b", 8, [killed("c1", 7)]),
    ]);
    assert_eq!(all(&incident, Effect::Killed).grade, Grade::Fair);
    assert_eq!(all(&incident, Effect::Injured).grade, Grade::Weak);
}

#[test]
fn a_denial_by_the_alleged_perpetrator_contests_and_his_newest_word_stands() {
    let blamed = || account("a", 7, [killed("c1", 5).blames("ostrand")]);
    let denial = |may| {
        let denied = killed("c1", 5).modality(Modality::Denied).blames("ostrand");
        account("b", may, [denied.by("the army", party("ostrand"))])
    };
    let acceptance = |may| {
        let accepted = killed("c1", 5).blames("ostrand");
        account("c", may, [accepted.by("the army", party("ostrand"))])
    };
    let grade = |accounts: &[Account]| all(&one(accounts), Effect::Killed).grade;
    assert_eq!(grade(&[blamed()]), Grade::Weak);
    assert_eq!(grade(&[blamed(), denial(8)]), Grade::Contested);
    assert_eq!(grade(&[blamed(), acceptance(8)]), Grade::Confirmed);
    assert_eq!(
        grade(&[blamed(), denial(8), acceptance(9)]),
        Grade::Confirmed
    );
    assert_eq!(
        grade(&[blamed(), acceptance(8), denial(9)]),
        Grade::Contested
    );
    let incident = one(&[blamed(), denial(8)]);
    let [Contest::Denied { claimant, claim }] = incident.contested.as_slice() else {
        panic!("{:#?}", incident.contested);
    };
    assert_eq!(
        (claimant.text.as_str(), claim.as_str()),
        ("the army", "c-b.c1")
    );
}

#[test]
fn a_denial_by_others_or_an_outlet_of_the_side_is_no_word_of_the_perpetrator() {
    let blamed = account("a", 7, [killed("c1", 5).blames("ostrand")]);
    let denied = || killed("c1", 5).modality(Modality::Denied);
    let other = account("b", 8, [denied().by("a monitor", Affiliation::ThirdParty)]);
    assert!(one(&[blamed.clone(), other]).contested.is_empty());
    let mut outlet = account("c", 8, [killed("c1", 5).blames("ostrand")]);
    outlet.teller.outlet_affiliation = party("ostrand");
    let figure = one(&[blamed, outlet]);
    assert_eq!(
        all(&figure, Effect::Killed).grade,
        Grade::Fair,
        "not confirmed"
    );
}

#[test]
fn a_perpetrator_without_an_id_denies_in_the_words_that_blame_him() {
    let mut denied = killed("c2", 5)
        .modality(Modality::Denied)
        .by("The Ridge Group", Affiliation::Unknown);
    denied.0.perpetrator = Some("the ridge group".to_owned());
    assert_eq!(
        one(&[account("a", 7, [killed("c1", 5), denied])])
            .contested
            .len(),
        1
    );
}

#[test]
fn an_incident_blamed_on_different_parties_is_contested() {
    let says = |report: &str, side, actor| {
        let mut account = account(
            report,
            7,
            [killed("c1", 5).blames(actor).victims("velmora")],
        );
        account.teller.outlet_affiliation = party(side);
        account
    };
    let incident = one(&[
        says("a", "velmora", "ostrand"),
        says("b", "ostrand", "velmora"),
    ]);
    assert_eq!(
        incident.contested,
        [Contest::BlamedOnDifferentActors {
            actors: vec!["ostrand".to_owned(), "velmora".to_owned()]
        }]
    );
    assert_eq!(incident.one_sided, None);
    let blamed: Vec<_> = incident.blamed.iter().map(|b| b.actor.as_deref()).collect();
    assert_eq!(blamed, [Some("ostrand"), Some("velmora")]);
    let alone = one(&[says("a", "velmora", "ostrand")]);
    assert_eq!(alone.one_sided, Some(party("velmora")));
}

#[test]
fn a_battle_with_losses_on_both_sides_is_not_contested() {
    let losses = |victims, actor, n| killed("c1", n).victims(victims).blames(actor);
    let ours = losses("velmora", "ostrand", 3);
    let mut theirs = losses("ostrand", "velmora", 8);
    theirs.0.id = "c2".to_owned();
    let apart = [
        account("a", 7, [ours.clone()]),
        account("b", 8, [theirs.clone()]),
    ];
    assert!(one(&apart).contested.is_empty());
    assert!(one(&[account("a", 7, [ours, theirs])]).contested.is_empty());
}

#[test]
fn a_days_sum_contains_the_incidents_that_its_report_makes_parts_of_it() {
    let linked = link(&[account(
        "herald",
        7,
        [
            killed("c1", 20),
            killed("c2", 8).part_of("c1").event("B").at("Mareth"),
            claim("c3", Effect::Damaged, 2)
                .is(Category::House)
                .event("B")
                .at("Mareth"),
        ],
    )]);
    assert_eq!(linked.incidents[0].contains, ["i-herald.c2"]);
    assert_eq!(all(&linked.incidents[1], Effect::Killed).best, 8);
    assert!(linked.incidents[1].contains.is_empty());
}
