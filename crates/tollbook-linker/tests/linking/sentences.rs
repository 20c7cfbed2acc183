//! The sentences that are shown.

use tollbook_linker::say::{self, Say};
use tollbook_terms::{Affiliation, Basis, Category, Count, Effect, Grade, Modality, Party};

use crate::hand::{account, all, killed, one, party};

#[test]
fn a_count_is_said_as_its_words_bind_it() {
    let check = |low, high, basis, expected: &str| {
        assert_eq!(say::count(&Count { low, high, basis }), expected);
    };
    check(2465, Some(2465), Basis::Exact, "2,465");
    check(70, Some(70), Basis::Approx, "about 70");
    check(5, None, Basis::AtLeast, "at least 5");
    check(0, Some(30), Basis::AtMost, "up to 30");
    check(10, Some(15), Basis::Range, "10 to 15");
    check(24, None, Basis::Vague, "at least 24 (told in words)");
    assert_eq!(say::number(u64::MAX), "18,446,744,073,709,551,615");
    assert_eq!(say::spread(21, 26, Some(40)), "26 (21 to 40)");
    assert_eq!(say::spread(26, 26, None), "26 (26 or more)");
}

#[test]
fn what_is_said_of_an_incident_names_who_says_it_and_why_it_stands() {
    let parties = [Party {
        id: "ostrand".to_owned(),
        names: vec!["Ostrand".to_owned()],
        ..Party::default()
    }];
    let say = Say { parties: &parties };
    let council = || Affiliation::Party("velmora".to_owned());
    let incident = one(&[
        account("a", 6, [killed("c1", 12).by("the council", council())]),
        account(
            "b",
            7,
            [
                killed("c1", 15).by("the council", council()),
                killed("c2", 17).is(Category::Child).part_of("c1"),
            ],
        ),
        account(
            "c",
            8,
            [
                killed("c1", 15)
                    .modality(Modality::Denied)
                    .blames("ostrand")
                    .by("the army", party("ostrand")),
                killed("c2", 0)
                    .modality(Modality::Negated)
                    .is(Category::Child),
            ],
        ),
    ]);
    let killed = all(&incident, Effect::Killed);
    assert_eq!(
        say.said(&killed.said[0]),
        "15: the council (on the side of velmora), 2031-05-07; earlier 12 (2031-05-06)"
    );
    assert_eq!(say::chosen(killed), "Best is 15, the only exact figure.");
    assert_eq!(
        say.grade(&incident, killed),
        "contested: denied by the army (on the side of Ostrand)"
    );
    let steps: Vec<String> = killed.steps.iter().map(say::step).collect();
    assert_eq!(
        steps,
        [
            "1 claim left out: a claimant speaks once, with the newest figure.",
            "1 claim left out: a part of a figure that counts adds nothing.",
            "2 claims left out: denied, negated, feared and hypothetical harm sets no figure.",
        ]
    );
    assert_eq!(
        say.aside(&incident.aside[0]),
        "15 killed is denied: the army (on the side of Ostrand)"
    );
    let contradictions: Vec<String> = incident
        .contradictions
        .iter()
        .map(|c| say.contradiction(c))
        .collect();
    assert_eq!(
        contradictions,
        [
            "a part is larger than its whole: 17 (c-b.c2) of 15 (c-b.c1)",
            "at least 17 children killed, but at most 15 in all",
            "c (side not known) says that there was no such harm, others say 17 killed",
        ]
    );
    let side = incident.one_sided.as_ref().map(|side| say.one_sided(side));
    assert_eq!(side, None, "the figure of the children is the outlet's");
}

#[test]
fn a_grade_names_its_claimants() {
    let say = Say { parties: &[] };
    let two = one(&[
        account("a", 6, [killed("c1", 12)]),
        account("b", 7, [killed("c1", 12)]),
    ]);
    let figure = all(&two, Effect::Killed);
    assert_eq!(figure.grade, Grade::Fair);
    assert_eq!(
        say.grade(&two, figure),
        "fair: independent claimants say so: b (side not known); a (side not known)"
    );
    assert_eq!(
        say::chosen(figure),
        "Best is 12, which has the most independent claimants: 2."
    );
}
