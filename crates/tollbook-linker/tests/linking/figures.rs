//! How figures combine.

use tollbook_linker::{Account, link};
use tollbook_terms::{
    Affiliation, Basis, Category, Chosen, Contradiction, Did, Effect, Figure, Grade, Modality,
    RelationKind,
};

use crate::hand::{Hand, account, all, claim, figure, injured, killed, one, party, spread};

const KILLED: Effect = Effect::Killed;

fn unknown() -> Affiliation {
    Affiliation::Unknown
}

/// Links the accounts and expects their one incident to have these killed: low, best, high, rule.
fn check(accounts: &[Account], expected: (u64, u64, Option<u64>, Chosen)) {
    let incident = one(accounts);
    let killed = all(&incident, KILLED);
    let (low, best, high) = spread(killed);
    assert_eq!((low, best, high, killed.chosen), expected, "{killed:#?}");
}

fn at_most(id: &str, n: u64) -> Hand {
    killed(id, n).count(0, Some(n), Basis::AtMost)
}

fn dozens(id: &str) -> Hand {
    killed(id, 24).count(24, None, Basis::Vague)
}

#[test]
fn best_is_what_most_independent_claimants_say_then_the_newest() {
    let says = |report: &str, may, n| account(report, may, [killed("c1", n)]);
    check(&[says("a", 7, 5)], (5, 5, Some(5), Chosen::Only));
    check(
        &[says("a", 7, 5), says("b", 8, 5), says("c", 9, 8)],
        (5, 5, Some(8), Chosen::MostClaimants(2)),
    );
    check(
        &[says("a", 7, 5), says("b", 8, 8)],
        (5, 8, Some(8), Chosen::Newest),
    );
    check(
        &[says("a", 8, 5), says("b", 8, 8)],
        (5, 5, Some(8), Chosen::Newest),
    );
}

#[test]
fn a_bound_supports_no_exact_figure() {
    let bound = |report: &str, may, hand: Hand| account(report, may, [hand]);
    check(
        &[
            bound("a", 7, killed("c1", 20).at_least()),
            bound("b", 8, at_most("c1", 30)),
            bound("c", 6, killed("c1", 12)),
        ],
        (0, 12, None, Chosen::Only),
    );
    check(
        &[
            bound("a", 7, killed("c1", 20).at_least()),
            bound("b", 8, dozens("c1")),
            bound("c", 9, killed("c1", 10).count(10, Some(15), Basis::Range)),
        ],
        (10, 24, None, Chosen::HighestLow),
    );
}

#[test]
fn a_claimant_speaks_once_with_the_newest_figure() {
    let says = |report: &str, may, n| {
        let claim = killed("c1", n).by("the health ministry", party("velmora"));
        account(report, may, [claim])
    };
    let accounts = [says("a", 7, 12), says("b", 8, 15), says("c", 9, 15)];
    check(&accounts, (15, 15, Some(15), Chosen::Only));
    let incident = one(&accounts);
    let killed = all(&incident, KILLED);
    assert_eq!(killed.grade, Grade::Weak);
    let [said] = killed.said.as_slice() else {
        panic!("{:#?}", killed.said);
    };
    assert_eq!(said.at, "2031-05-08", "saying it again makes it no newer");
    assert_eq!(said.history[0].count.low, 12);
    assert_eq!(said.history[0].claims, ["c-a.c1"]);
    let left_out: Vec<_> = killed.steps.iter().map(|step| step.did.clone()).collect();
    assert_eq!(left_out, [Did::LeftOutOlder, Did::LeftOutRepeated]);
}

#[test]
fn a_claimant_with_one_id_is_one_however_it_is_named() {
    let says = |report: &str, may, n, words: &str| {
        let mut claim = killed("c1", n).by(words, party("velmora"));
        claim.0.actors.claimants[0].id = Some("velmora-health".to_owned());
        account(report, may, [claim])
    };
    check(
        &[
            says("a", 7, 12, "the ministry"),
            says("b", 8, 15, "Velmora's health ministry"),
        ],
        (15, 15, Some(15), Chosen::Only),
    );
}

#[test]
fn a_looser_newer_figure_does_not_replace_an_exact_one() {
    let says =
        |report: &str, may, claim: Hand| account(report, may, [claim.by("the council", unknown())]);
    check(
        &[says("a", 7, killed("c1", 35)), says("b", 8, dozens("c1"))],
        (35, 35, Some(35), Chosen::Only),
    );
    check(
        &[says("a", 7, killed("c1", 20)), says("b", 8, dozens("c1"))],
        (24, 24, None, Chosen::HighestLow),
    );
}

#[test]
fn an_outlet_that_repeats_the_ministry_is_no_second_claimant() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 5),
            killed("c2", 5).same_as("c1").by("the ministry", unknown()),
        ],
    )]);
    let killed = all(&incident, KILLED);
    assert_eq!(spread(killed), (5, 5, Some(5)));
    assert_eq!(killed.said.len(), 1);
    assert_eq!(killed.said[0].claimants[0].text, "the ministry");
    assert_eq!(killed.grade, Grade::Weak);
}

#[test]
fn a_second_named_claimant_with_the_same_figure_is_one_more() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 5).by("the ministry", unknown()),
            killed("c2", 5).same_as("c1").by("the mayor", unknown()),
            killed("c3", 5).same_as("c2").by("the mayor", unknown()),
        ],
    )]);
    let killed = all(&incident, KILLED);
    assert_eq!(killed.chosen, Chosen::MostClaimants(2));
    assert_eq!(killed.grade, Grade::Fair);
}

#[test]
fn figures_of_one_report_add_and_its_restatements_do_not() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 5).is(Category::Civilian),
            killed("c2", 3).is(Category::Combatant),
            killed("c3", 2).relates(RelationKind::Additional, "c1"),
            killed("c4", 5).same_as("c1"),
            killed("c5", 4).relates(RelationKind::Revised, "c1"),
            killed("c6", 1).is(Category::Child).part_of("c1"),
        ],
    )]);
    let killed = all(&incident, KILLED);
    assert_eq!(spread(killed), (10, 10, Some(10)));
    let did = |did: Did| {
        let step = killed.steps.iter().find(|step| step.did == did);
        step.map(|step| step.claims.join(" ")).unwrap_or_default()
    };
    let pieces: Vec<&str> = killed.said[0]
        .pieces
        .iter()
        .map(|p| p.claim.as_str())
        .collect();
    assert_eq!(pieces, ["c-herald.c1", "c-herald.c2", "c-herald.c3"]);
    assert_eq!(did(Did::LeftOutRepeated), "c-herald.c4");
    assert_eq!(did(Did::LeftOutRevised), "c-herald.c5");
    assert_eq!(did(Did::LeftOutParts), "c-herald.c6");
}

#[test]
fn a_part_counts_where_nothing_above_it_has_its_effect() {
    let incident = one(&[account(
        "herald",
        7,
        [
            claim("c1", Effect::Casualties, 20),
            killed("c2", 5).part_of("c1"),
            injured("c3", 15).part_of("c1"),
            killed("c4", 2).is(Category::Woman).part_of("c2"),
        ],
    )]);
    assert_eq!(spread(all(&incident, KILLED)), (5, 5, Some(5)));
    assert_eq!(spread(all(&incident, Effect::Injured)), (15, 15, Some(15)));
    let women = figure(&incident, KILLED, Some(Category::Woman)).map(spread);
    assert_eq!(women, Some((2, 2, Some(2))));
}

#[test]
fn a_part_of_a_repetition_is_part_of_what_is_repeated() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 17),
            killed("c2", 17).same_as("c1").is(Category::Civilian),
            killed("c3", 1).part_of("c2").is(Category::AidWorker),
            killed("c4", 4).part_of("c2").is(Category::Civilian),
        ],
    )]);
    assert_eq!(spread(all(&incident, KILLED)), (17, 17, Some(17)));
    let of = |category| figure(&incident, KILLED, Some(category)).map(|figure| figure.best);
    assert_eq!(of(Category::AidWorker), Some(1));
    assert_eq!(of(Category::Civilian), Some(17), "not 17 and 4");
}

#[test]
fn relations_that_run_in_a_ring_or_lead_nowhere_are_read_once() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 2).part_of("c2"),
            killed("c2", 3).part_of("c1"),
            killed("c3", 4).same_as("c4"),
            killed("c4", 4).same_as("c3"),
            killed("c5", 1).part_of("c9"),
            killed("c6", 6).rival_of("c6"),
        ],
    )]);
    assert_eq!(incident.claims.len(), 6);
    assert!(all(&incident, KILLED).best > 0);
}

#[test]
fn a_rival_figure_stands_for_its_claimant_and_adds_nothing() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 5).by("the ministry", unknown()),
            killed("c2", 7).rival_of("c1").by("the mayor", unknown()),
            killed("c3", 2).is(Category::Child).part_of("c1"),
            killed("c4", 1)
                .relates(RelationKind::Additional, "c1")
                .by("the ministry", unknown()),
        ],
    )]);
    let killed = all(&incident, KILLED);
    assert_eq!((killed.low, killed.high), (6, Some(8)));
    let by = |best: u64| -> Vec<&str> {
        let said = killed.said.iter().filter(|said| said.count.low == best);
        let claimants = said.flat_map(|said| &said.claimants);
        claimants.map(|claimant| claimant.text.as_str()).collect()
    };
    assert_eq!(by(6), ["the ministry"]);
    assert_eq!(
        by(8),
        ["the ministry", "the mayor"],
        "1 by the one, 7 by the other"
    );
    assert_eq!(
        killed.grade,
        Grade::Weak,
        "the second is not independent of the first"
    );
}

#[test]
fn what_an_outlet_gives_as_its_own_rival_does_not_displace_what_it_tells_first() {
    let accounts = [account(
        "herald",
        7,
        [killed("c1", 7), killed("c2", 5).rival_of("c1")],
    )];
    check(&accounts, (5, 7, Some(7), Chosen::Newest));
    assert_eq!(all(&one(&accounts), KILLED).grade, Grade::Weak);
}

#[test]
fn a_rival_of_what_sets_no_figure_is_its_claimants_figure() {
    let nobody = killed("c1", 0).modality(Modality::Negated);
    check(
        &[account(
            "herald",
            7,
            [
                nobody.by("the ministry", unknown()),
                killed("c2", 7).rival_of("c1").by("the mayor", unknown()),
                killed("c3", 6).rival_of("c1").by("a clerk", unknown()),
            ],
        )],
        (6, 6, Some(7), Chosen::Newest),
    );
}

#[test]
fn a_figure_about_some_of_the_people_sets_only_that_of_its_category() {
    let accounts = [
        account("agency", 7, [killed("c1", 21)]),
        account("fund", 9, [killed("c1", 3).is(Category::Child)]),
    ];
    check(&accounts, (21, 21, Some(21), Chosen::Only));
    let incident = one(&accounts);
    assert_eq!(all(&incident, KILLED).narrower[0].claimants[0].text, "fund");
    let children = figure(&incident, KILLED, Some(Category::Child)).map(spread);
    assert_eq!(children, Some((3, 3, Some(3))));

    // Of the same claimant it replaces nothing either.
    let says =
        |report: &str, may, claim: Hand| account(report, may, [claim.by("the council", unknown())]);
    check(
        &[
            says("a", 7, killed("c1", 21)),
            says("b", 9, killed("c1", 3).is(Category::Child)),
        ],
        (21, 21, Some(21), Chosen::Only),
    );
    // One that does not fit in is a figure of its own.
    check(
        &[
            account("agency", 7, [killed("c1", 21)]),
            account("fund", 9, [killed("c1", 25).is(Category::Civilian)]),
        ],
        (21, 25, Some(25), Chosen::Newest),
    );
}

#[test]
fn a_figure_of_mixed_kinds_is_no_figure_of_each() {
    let mixed = killed("c1", 5).is(Category::Child).is(Category::Woman);
    let incident = one(&[account("herald", 7, [mixed])]);
    let children = figure(&incident, KILLED, Some(Category::Child)).map(spread);
    assert_eq!(children, Some((1, 1, Some(4))));

    let both = killed("c1", 5).is(Category::Civilian).is(Category::Worker);
    let incident = one(&[account("herald", 7, [both])]);
    let workers = figure(&incident, KILLED, Some(Category::Worker)).map(spread);
    assert_eq!(workers, Some((5, 5, Some(5))));
}

#[test]
fn a_text_family_is_one_voice_with_its_latest_version() {
    let carried = |report: &str, may, n| {
        let mut account = account(
            report,
            may,
            [
                killed("c1", n),
                killed("c2", 1).is(Category::Child).part_of("c1"),
                injured("c3", 13),
            ],
        );
        account.teller.family = "wire".to_owned();
        account
    };
    let mut cut = carried("cut", 11, 5);
    cut.claims.truncate(1);
    let accounts = [
        carried("agency", 7, 5),
        carried("herald", 8, 5),
        carried("corrected", 9, 6),
        carried("late", 10, 5),
        cut,
    ];
    check(&accounts, (6, 6, Some(6), Chosen::Only));
    let incident = one(&accounts);
    assert_eq!(incident.reports.len(), 5);
    let killed = all(&incident, KILLED);
    assert_eq!(killed.grade, Grade::Weak);
    assert_eq!(
        killed.said[0].claimants[0].text, "agency",
        "who published it first"
    );
    assert_eq!(killed.said[0].history[0].count.low, 5);
    let injured = all(&incident, Effect::Injured);
    assert_eq!(
        (injured.best, injured.said[0].at.as_str()),
        (13, "2031-05-07")
    );
}

#[test]
fn a_copy_of_an_old_text_does_not_make_its_figure_new() {
    let mut copy = account("copy", 20, [killed("c1", 5)]);
    copy.teller.family = "first".to_owned();
    check(
        &[
            account("first", 7, [killed("c1", 5)]),
            account("second", 8, [killed("c1", 8)]),
            copy,
        ],
        (5, 8, Some(8), Chosen::Newest),
    );
}

#[test]
fn what_is_denied_negated_feared_or_threatened_sets_no_figure() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 5),
            killed("c2", 0)
                .modality(Modality::Negated)
                .by("the army", party("ostrand")),
            killed("c3", 40).modality(Modality::Feared),
            injured("c4", 9).modality(Modality::Hypothetical),
        ],
    )]);
    assert_eq!(spread(all(&incident, KILLED)), (5, 5, Some(5)));
    assert_eq!(figure(&incident, Effect::Injured, None), None);
    assert_eq!(incident.aside.len(), 3);
    let [Contradiction::SaidToBeNone { claim, best: 5, .. }] = incident.contradictions.as_slice()
    else {
        panic!("{:#?}", incident.contradictions);
    };
    assert_eq!(claim, "c-herald.c2");
}

#[test]
fn a_part_larger_than_its_whole_is_shown_and_not_repaired() {
    let incident = one(&[account(
        "herald",
        7,
        [
            killed("c1", 5),
            killed("c2", 6).is(Category::Child).part_of("c1"),
        ],
    )]);
    assert_eq!(spread(all(&incident, KILLED)), (5, 5, Some(5)));
    assert!(matches!(
        incident.contradictions.as_slice(),
        [
            Contradiction::PartLargerThanWhole {
                part_low: 6,
                whole_high: 5,
                ..
            },
            Contradiction::CategoryLargerThanAll {
                category: Category::Child,
                ..
            }
        ]
    ));
}

#[test]
fn counts_too_large_to_add_stay_at_the_largest() {
    let most = || killed("c1", u64::MAX);
    let mut second = most();
    second.0.id = "c2".to_owned();
    let incident = one(&[account("herald", 7, [most(), second])]);
    assert_eq!(all(&incident, KILLED).best, u64::MAX);
}

#[test]
fn a_report_that_adds_up_and_disputes_too_much_says_so_and_stays_small() {
    let mut claims: Vec<Hand> = (0..200).map(|i| killed(&format!("w{i}"), 1)).collect();
    claims.extend((0..200).map(|i| {
        let rival = killed(&format!("r{i}"), 2).rival_of(&format!("w{i}"));
        rival.by(&format!("witness {i}"), Affiliation::Eyewitness)
    }));
    let mut report = account("herald", 7, []);
    for Hand(claim) in claims {
        report.claims.push((format!("c-{}", claim.id), claim));
    }
    let linked = link(&[report]);
    let killed: &Figure = all(&linked.incidents[0], KILLED);
    assert_eq!(spread(killed), (200, 200, Some(200)));
    let step = killed
        .steps
        .iter()
        .find(|step| step.did == Did::LeftOutRivals);
    assert_eq!(step.map(|step| step.claims.len()), Some(200));
}
