//! What a toll sums, what stands beside it and what it leaves out.

use tollbook_linker::say::{Say, UNDERCOUNT, footing};
use tollbook_linker::{Account, link, toll};
use tollbook_terms::{
    Affiliation, Category, Cause, Effect, Line, Question, RelationKind, Scope, Sum, Toll,
};

use crate::hand::{Hand, account, claim, day, days, injured, killed, party};

fn ask(accounts: &[Account], question: &Question) -> Toll {
    toll(&link(accounts), question)
}

fn all(accounts: &[Account]) -> Toll {
    ask(accounts, &Question::default())
}

fn best(toll: &Toll, effect: Effect) -> u64 {
    let line = toll.lines.iter().find(|line| line.effect == effect);
    line.map_or(0, |line| line.sum.best)
}

fn spread(sum: &Sum) -> (u64, u64, Option<u64>) {
    (sum.low, sum.best, sum.high)
}

fn killed_line(toll: &Toll) -> &Line {
    &toll.lines[0]
}

#[test]
fn low_best_and_high_are_summed_each_by_itself() {
    let toll = all(&[
        account(
            "a",
            7,
            [killed("c1", 5), killed("c2", 10).at("Mareth").event("B")],
        ),
        account(
            "b",
            8,
            [
                killed("c1", 8),
                killed("c2", 10).at_least().at("Mareth").event("B"),
            ],
        ),
    ]);
    let line = killed_line(&toll);
    assert_eq!(spread(&line.sum), (15, 18, None));
    let say = Say { parties: &[] };
    assert_eq!(say.line(line), "18 (15 or more) killed in 2 incidents");
}

#[test]
fn a_period_takes_what_lies_in_it_or_overlaps_it_and_names_what_is_undated() {
    let on = |id: &str, when| killed(id, 1).event(id).at(id).on(when);
    let accounts = [account(
        "herald",
        7,
        [
            on("inside", day("2031-05-03")),
            on("overlaps", days("2031-04-20", "2031-05-01")),
            on("before", day("2031-04-30")),
            on("after", day("2031-05-10")),
            on("undated", days("", "")),
        ],
    )];
    let question = Question {
        since: "2031-05-01".parse().ok(),
        until: "2031-05-09".parse().ok(),
        ..Question::default()
    };
    let toll = ask(&accounts, &question);
    assert_eq!(
        killed_line(&toll).sum.incidents,
        ["i-herald.inside", "i-herald.overlaps"]
    );
    assert_eq!(toll.footing.undated, ["i-herald.undated"]);
    assert_eq!(
        footing(&toll.footing),
        ["1 incident left out of the period, for no report gives a day."]
    );
    assert!(UNDERCOUNT.contains("undercount"));
    assert_eq!(
        best(&all(&accounts), Effect::Killed),
        5,
        "no period, nothing left out"
    );
}

#[test]
fn a_place_is_asked_by_whole_words_or_by_country_and_the_unplaced_are_named() {
    let at = |id: &str, name: &str| killed(id, 1).event(id).at(name);
    let accounts = [account(
        "herald",
        7,
        [
            at("c1", "Torvale district"),
            at("c2", "Torvalen"),
            killed("c3", 1).event("c3").nowhere(),
        ],
    )];
    let asked = |place: &str| {
        let question = Question {
            place: Some(place.to_owned()),
            ..Question::default()
        };
        let toll = ask(&accounts, &question);
        (best(&toll, Effect::Killed), toll.footing.unplaced.join(" "))
    };
    assert_eq!(asked("torvale"), (1, "i-herald.c3".to_owned()));
    assert_eq!(asked("VM"), (2, "i-herald.c3".to_owned()));
    assert_eq!(asked("OS"), (0, "i-herald.c3".to_owned()));
    assert_eq!(asked(""), (0, "i-herald.c3".to_owned()));
}

#[test]
fn only_violence_is_in_a_toll_unless_another_cause_is_asked_for() {
    let accounts = [account(
        "herald",
        7,
        [
            killed("c1", 5),
            killed("c2", 9)
                .cause(Cause::Accident)
                .event("B")
                .at("Mareth"),
        ],
    )];
    let violence = all(&accounts);
    assert_eq!(best(&violence, Effect::Killed), 5);
    assert_eq!(violence.footing.other_causes, ["i-herald.c2"]);
    let question = Question {
        cause: Cause::Accident,
        ..Question::default()
    };
    assert_eq!(best(&ask(&accounts, &question), Effect::Killed), 9);
}

#[test]
fn an_effect_or_a_category_is_asked_alone() {
    let accounts = [account(
        "herald",
        7,
        [
            killed("c1", 5).is(Category::Civilian),
            killed("c2", 2).is(Category::Child).part_of("c1"),
            injured("c3", 7).is(Category::Child),
            claim("c4", Effect::Destroyed, 3).is(Category::House),
        ],
    )];
    let children = Question {
        category: Some(Category::Child),
        ..Question::default()
    };
    let toll = ask(&accounts, &children);
    let bests: Vec<_> = toll.lines.iter().map(|l| (l.effect, l.sum.best)).collect();
    assert_eq!(bests, [(Effect::Killed, 2), (Effect::Injured, 7)]);
    let destroyed = Question {
        effect: Some(Effect::Destroyed),
        ..Question::default()
    };
    let toll = ask(&accounts, &destroyed);
    let bests: Vec<_> = toll.lines.iter().map(|l| (l.effect, l.sum.best)).collect();
    assert_eq!(bests, [(Effect::Destroyed, 3)]);
}

#[test]
fn an_incident_blamed_on_two_stands_in_the_row_of_each_with_what_is_said_there() {
    let says = |report: &str, may, n, side, actor| {
        let mut account = account(report, may, [killed("c1", n).blames(actor)]);
        account.teller.outlet_affiliation = party(side);
        account
    };
    let accounts = [
        says("a", 7, 5, "velmora", "ostrand"),
        says("b", 8, 9, "ostrand", "velmora"),
        account("c", 9, [killed("c1", 2).at("Mareth")]),
    ];
    let toll = all(&accounts);
    let line = killed_line(&toll);
    let rows: Vec<_> = line
        .by_perpetrator
        .iter()
        .map(|(actor, sum)| (actor.as_deref(), sum.best))
        .collect();
    assert_eq!(
        rows,
        [(None, 2), (Some("ostrand"), 5), (Some("velmora"), 9)]
    );
    let rows: Vec<_> = line
        .by_claimant
        .iter()
        .map(|(side, sum)| (side, sum.best))
        .collect();
    assert_eq!(
        rows,
        [
            (&party("ostrand"), 9),
            (&party("velmora"), 5),
            (&Affiliation::Unknown, 2)
        ]
    );
    assert_eq!(line.contested, ["i-a.c1"]);

    let question = Question {
        party: Some("ostrand".to_owned()),
        ..Question::default()
    };
    let toll = ask(&accounts, &question);
    assert_eq!(best(&toll, Effect::Killed), 5);
    let actors: Vec<_> = killed_line(&toll)
        .by_perpetrator
        .iter()
        .map(|row| &row.0)
        .collect();
    assert_eq!(actors, [&Some("ostrand".to_owned())]);
}

#[test]
fn losses_of_a_battle_are_told_apart_by_who_is_blamed() {
    let toll = all(&[account(
        "herald",
        7,
        [
            killed("c1", 3).blames("ostrand"),
            killed("c2", 8).blames("velmora"),
        ],
    )]);
    let line = killed_line(&toll);
    assert_eq!(line.sum.best, 11);
    let rows: Vec<_> = line
        .by_perpetrator
        .iter()
        .map(|(actor, sum)| (actor.as_deref(), sum.best))
        .collect();
    assert_eq!(rows, [(Some("ostrand"), 3), (Some("velmora"), 8)]);
}

#[test]
fn a_sum_and_its_parts_are_counted_once_the_larger_best() {
    let with_sum = |n| {
        all(&[account(
            "herald",
            7,
            [
                killed("c1", n),
                killed("c2", 8).part_of("c1").event("B").at("Mareth"),
                killed("c3", 4).part_of("c1").event("C").at("Ilvan"),
                killed("c4", 1).event("D").at("Oster"),
            ],
        )])
    };
    let say = tollbook_linker::say::contained;
    let larger = with_sum(20);
    assert_eq!(best(&larger, Effect::Killed), 21);
    assert_eq!(
        say(&killed_line(&larger).contained[0]),
        "i-herald.c1 sums others: 20 in all, 12 in 2 incidents told one by one; the larger counts, \
         8 are in no incident of their own."
    );
    let smaller = with_sum(10);
    assert_eq!(best(&smaller, Effect::Killed), 13);
    assert_eq!(
        killed_line(&smaller).sum.incidents,
        ["i-herald.c2", "i-herald.c3", "i-herald.c4"]
    );
    assert!(say(&killed_line(&smaller).contained[0]).ends_with("2 more than the sum says."));
    assert!(say(&killed_line(&with_sum(12)).contained[0]).ends_with("counted once."));
}

fn since_may(id: &str, n: u64) -> Hand {
    let total = killed(id, n).scope(Scope::Cumulative).at("Velmora");
    total.on(days("2031-05-01", "2031-05-09"))
}

#[test]
fn a_claimants_newest_total_stands_and_copies_of_the_old_one_do_not_bring_it_back() {
    let mut copy = account("copy", 12, [since_may("c1", 80)]);
    copy.teller.family = "herald-old".to_owned();
    let from_herald = |report: &str, may, n| {
        let mut account = account(report, may, [since_may("c1", n)]);
        account.teller.outlet = Some("herald".to_owned());
        account
    };
    let toll = all(&[
        from_herald("herald-old", 7, 80),
        from_herald("herald-new", 9, 91),
        copy,
    ]);
    let [beside] = toll.cumulative.as_slice() else {
        panic!("{:#?}", toll.cumulative);
    };
    assert_eq!(beside.total.count.low, 91);
    assert_eq!(
        beside.total.history[0].claims,
        ["c-herald-old.c1", "c-copy.c1"]
    );
    assert!(beside.total.repeated.is_empty());
}

#[test]
fn several_totals_of_one_report_stay_several_and_a_replaced_one_is_history() {
    let toll = all(&[
        account("herald", 7, [since_may("c1", 80), since_may("c2", 30)]),
        account("herald-next", 8, [since_may("c1", 85), since_may("c2", 30)]),
        account(
            "courier",
            9,
            [
                since_may("c1", 60).relates(RelationKind::Revised, "c2"),
                since_may("c2", 64),
            ],
        ),
    ]
    .map(|mut account| {
        account.teller.outlet = account.teller.report.split('-').next().map(str::to_owned);
        account
    }));
    let totals: Vec<_> = toll
        .cumulative
        .iter()
        .map(|beside| {
            let older = beside.total.history.iter().map(|older| older.count.low);
            (beside.total.count.low, older.collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(totals, [(85, vec![80]), (30, vec![]), (64, vec![60])]);
}

#[test]
fn a_total_is_laid_beside_the_incidents_of_its_time_place_and_side() {
    let incident = |id: &str, n| killed(id, n).event(id);
    let known = |total: Hand| {
        let toll = all(&[account(
            "herald",
            9,
            [
                incident("c1", 1).on(day("2031-05-02")).at("Torvale"),
                incident("c2", 2)
                    .on(day("2031-05-03"))
                    .at("Mareth")
                    .blames("ostrand"),
                incident("c3", 4).on(day("2031-04-30")).at("Torvale"),
                incident("c4", 8).on(days("", "")).at("Torvale"),
                incident("c5", 16)
                    .on(day("2031-05-04"))
                    .at("Torvale")
                    .cause(Cause::Disease),
                total,
            ],
        )]);
        toll.cumulative[0].known.best
    };
    assert_eq!(known(since_may("t", 90)), 3);
    assert_eq!(known(since_may("t", 90).at("Torvale")), 1);
    assert_eq!(
        known(since_may("t", 90).blames("ostrand")),
        3,
        "nobody else is blamed"
    );
    assert_eq!(
        known(since_may("t", 90).blames("velmora")),
        1,
        "not what is blamed on Ostrand"
    );
    assert_eq!(known(since_may("t", 90).nowhere()), 3);
    assert_eq!(known(since_may("t", 90).is(Category::Child)), 0);
}

#[test]
fn a_total_is_said_with_its_difference_as_its_words_bind_it() {
    let said = |total: Hand| {
        let toll = all(&[account("herald", 9, [killed("c1", 26), total])]);
        let said = Say { parties: &[] }.beside(&toll.cumulative[0]);
        said.split_once("(side not known); ")
            .map(|(_, rest)| rest.to_owned())
    };
    let check = |total, expected: &str| assert_eq!(said(total).as_deref(), Some(expected));
    check(
        since_may("t", 91),
        "26 in 1 known incident; 65 in no known incident",
    );
    check(
        since_may("t", 91).at_least(),
        "26 in 1 known incident; at least 65 in no known incident",
    );
    check(since_may("t", 26), "26 in 1 known incident; no difference");
    check(
        since_may("t", 20),
        "26 in 1 known incident; 6 more than claimed",
    );
}

#[test]
fn harm_in_no_event_is_named_in_the_footing() {
    let toll = all(&[account("herald", 9, [killed("c1", 3).no_event()])]);
    assert!(toll.lines.is_empty());
    assert_eq!(toll.footing.without_event, ["c-herald.c1"]);
}
