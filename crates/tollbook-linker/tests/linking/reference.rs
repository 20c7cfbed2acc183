//! A report in the shape of the reference report, with other names and numbers.

use tollbook_linker::say::Say;
use tollbook_linker::{Account, Linked, link, toll};
use tollbook_terms::{Basis, Category, Effect, Party, Question, Scope, Toll};

use crate::hand::{account, claim, day, days, injured, killed, party};

fn herald() -> Account {
    let first = || day("2031-04-27");
    let second = || day("2031-04-28");
    let since = || days("2031-03-20", "2031-05-03");
    let war = || days("1996-01-01", "1999-12-31");
    let district = "Torvale district";
    let objects = |id, n, category| {
        let total = claim(id, Effect::Damaged, n).scope(Scope::Cumulative);
        total.is(category).on(since()).at("Velmora")
    };
    let total = |id, effect, n| {
        let total = claim(id, effect, n).scope(Scope::Cumulative);
        total.is(Category::Civilian).on(since()).at("Velmora")
    };
    let mut report = account(
        "herald",
        3,
        [
            killed("c1", 4)
                .is(Category::Civilian)
                .on(first())
                .at(district),
            killed("c2", 1)
                .is(Category::Child)
                .part_of("c1")
                .on(first())
                .at(district),
            injured("c3", 11)
                .is(Category::Civilian)
                .on(first())
                .at(district),
            killed("c4", 17)
                .is(Category::Civilian)
                .event("B")
                .on(second())
                .at(district),
            injured("c5", 60)
                .count(60, Some(60), Basis::Approx)
                .is(Category::Civilian)
                .event("B")
                .on(second())
                .at(district),
            killed("c6", 1)
                .is(Category::AidWorker)
                .part_of("c4")
                .event("B")
                .on(second())
                .at("Torvale town"),
            killed("c7", 17)
                .is(Category::Civilian)
                .same_as("c4")
                .event("B")
                .on(second())
                .at("Torvale town"),
            total("c8", Effect::Killed, 84),
            total("c9", Effect::Injured, 395),
            objects("c10", 2310, Category::House),
            objects("c11", 91, Category::ApartmentBuilding),
            objects("c12", 448, Category::Other),
            killed("c13", 30000)
                .at_least()
                .scope(Scope::Background)
                .on(war())
                .at("Mareth ridge"),
            claim("c14", Effect::Displaced, 500_000)
                .count(500_000, Some(500_000), Basis::Approx)
                .scope(Scope::Background)
                .on(war())
                .at("Mareth ridge"),
        ]
        .map(|hand| hand.blames("ostrand")),
    );
    for (_, claim) in &mut report.claims[12..] {
        claim.perpetrator = None;
        claim.actors.perpetrator = None;
    }
    report.teller.outlet = Some("Velmora Herald".to_owned());
    report.teller.outlet_affiliation = party("velmora");
    report
}

fn since(linked: &Linked, day: &str) -> Toll {
    let question = Question {
        since: day.parse().ok(),
        ..Question::default()
    };
    toll(linked, &question)
}

#[test]
fn the_toll_is_the_sum_of_the_wholes_with_the_parts_among_them() {
    let linked = link(&[herald()]);
    let ids: Vec<&str> = linked.incidents.iter().map(|i| i.id.as_str()).collect();
    assert_eq!(ids, ["i-herald.c1", "i-herald.c4"]);

    let parties = [
        Party {
            id: "velmora".to_owned(),
            names: vec!["Velmora".to_owned()],
            ..Party::default()
        },
        Party {
            id: "ostrand".to_owned(),
            names: vec!["Ostrand".to_owned()],
            ..Party::default()
        },
    ];
    let say = Say { parties: &parties };
    let toll = since(&linked, "2031-03-20");
    let lines: Vec<String> = toll.lines.iter().map(|line| say.line(line)).collect();
    assert_eq!(
        lines,
        [
            "21 killed in 2 incidents (1 child and 1 aid worker among them)",
            "71 injured in 2 incidents",
        ]
    );
    let killed = &toll.lines[0];
    assert_eq!(killed.one_sided, ["i-herald.c1", "i-herald.c4"]);
    let [(Some(actor), sum)] = killed.by_perpetrator.as_slice() else {
        panic!("one side is blamed: {:?}", killed.by_perpetrator);
    };
    assert_eq!((actor.as_str(), sum.best), ("ostrand", 21));
    let [(side, sum)] = killed.by_claimant.as_slice() else {
        panic!("one side speaks: {:?}", killed.by_claimant);
    };
    assert_eq!((side, sum.best), (&party("velmora"), 21));

    let beside: Vec<String> = toll.cumulative.iter().map(|b| say.beside(b)).collect();
    let by = "claimed since 2031-03-20 by Velmora Herald (on the side of Velmora)";
    assert_eq!(
        beside,
        [
            format!("84 civilians killed, {by}; 21 in 2 known incidents; 63 in no known incident"),
            format!(
                "395 civilians injured, {by}; 71 in 2 known incidents; 324 in no known incident"
            ),
            format!("2,310 houses damaged, {by}; in no known incident"),
            format!("91 apartment buildings damaged, {by}; in no known incident"),
            format!("448 others damaged, {by}; in no known incident"),
        ]
    );
}

#[test]
fn an_old_war_is_in_no_toll_however_far_back_it_is_asked() {
    let linked = link(&[herald()]);
    let recent = since(&linked, "2031-03-20");
    let old = since(&linked, "1990-01-01");
    assert_eq!(old.lines, recent.lines);
    assert_eq!(old.cumulative, recent.cumulative);
    assert!(recent.footing.background.is_empty());
    assert_eq!(old.footing.background, ["c-herald.c13", "c-herald.c14"]);
}

#[test]
fn a_toll_of_a_shorter_period_lays_the_whole_claim_beside_all_its_incidents() {
    let toll = since(&link(&[herald()]), "2031-04-28");
    assert_eq!(toll.lines[0].sum.best, 17);
    assert_eq!(toll.cumulative[0].known.best, 21);
}
