//! Decisions: made, applied, kept through new readings, undone.

use serde_json::json;
use tollbook_book::{ClaimFilter, Decided, DecisionRow, Request, Shown, ShownReport, What};
use tollbook_terms::{Affiliation, Party};

use crate::toy::{Desk, NEWER, at, desk, incoming, on};

const MARKET: &str = "5 killed in Torvale on 2031-03-02. 12 injured in Torvale on 2031-03-02.";

fn market() -> Desk {
    let desk = desk();
    desk.add(&[("a", MARKET), ("b", "2 killed in Marrow on 2031-03-01.")]);
    desk
}

fn correct(id: &str, field: &str, value: serde_json::Value) -> Request {
    Request::Correct {
        id: id.into(),
        field: field.into(),
        value,
    }
}

fn reject(id: &str) -> Request {
    Request::Reject { id: id.into() }
}

fn undo(decided: &Decided) -> Request {
    Request::Undo {
        id: decided.id.clone(),
    }
}

fn decisions(desk: &Desk) -> Vec<DecisionRow> {
    let mut decisions = Vec::new();
    let take = &mut |row| {
        decisions.push(row);
        std::ops::ControlFlow::Continue(())
    };
    desk.book.decisions(take).unwrap();
    decisions
}

fn shown_report(desk: &Desk, id: &str) -> ShownReport {
    match desk.book.show(id).unwrap() {
        Shown::Report(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

fn killed(desk: &Desk) -> u64 {
    let toll = desk.toll();
    toll.iter()
        .find(|(effect, _)| effect == "killed")
        .map_or(0, |(_, best)| *best)
}

#[test]
fn a_rejected_claim_leaves_the_toll_and_undoing_brings_it_back() {
    let desk = market();
    let claim = desk.claims()[0].id.clone();
    let rejected = desk.decide(reject(&claim)).unwrap();
    assert_eq!(killed(&desk), 2);
    assert_eq!(desk.claims().len(), 2);
    let all = ClaimFilter {
        rejected: true,
        ..ClaimFilter::default()
    };
    assert_eq!(
        desk.claims_by(&all)[0].rejected_by.as_ref(),
        Some(&rejected.id)
    );
    let again = desk.decide(reject(&claim)).unwrap_err();
    assert!(
        matches!(again.what, What::RejectedAlready { .. }),
        "{again}"
    );

    let undone = desk.decide(undo(&rejected)).unwrap();
    assert_eq!(killed(&desk), 7);
    let again = desk.decide(undo(&rejected)).unwrap_err();
    assert!(matches!(again.what, What::UndoneAlready(_)), "{again}");

    desk.decide(undo(&undone)).unwrap();
    assert_eq!(killed(&desk), 2);
    desk.assert_sound();
}

#[test]
fn a_corrected_field_is_the_one_that_counts_and_what_stood_there_is_kept() {
    let desk = market();
    let claim = desk.claims()[0].id.clone();
    let decided = desk
        .decide(correct(
            &claim,
            "count",
            json!({"low": 6, "high": 8, "basis": "range"}),
        ))
        .unwrap();
    let row = &desk.claims()[0];
    assert_eq!((row.claim.count.low, row.claim.count.high), (6, Some(8)));
    assert_eq!(row.corrected, [("count".to_owned(), decided.id.clone())]);
    assert_eq!(row.id, claim, "a correction changes no id");
    let [decision] = &decisions(&desk)[..] else {
        panic!()
    };
    assert_eq!(decision.about, [claim.as_str()]);
    let written = serde_json::to_value(&decision.decision.act).unwrap();
    assert_eq!(
        written["was"],
        json!({"low": 5, "high": 5, "basis": "exact"})
    );

    desk.decide(correct(&claim, "count.low", json!(7))).unwrap();
    desk.decide(correct(&claim, "effect", json!("injured")))
        .unwrap();
    let row = &desk.claims()[0];
    assert_eq!(
        (row.claim.count.low, row.claim.effect.as_str()),
        (7, "injured")
    );
    desk.decide(undo(&decided)).unwrap();
    let row = &desk.claims()[0];
    assert_eq!(
        (row.claim.count.low, row.claim.count.high),
        (5, Some(5)),
        "7 to 5 would be no count"
    );
    desk.assert_sound();
}

#[test]
fn a_value_that_does_not_fit_is_refused_and_nothing_is_changed() {
    let desk = market();
    let claim = desk.claims()[0].id.clone();
    for (field, value) in [
        ("count", json!({"low": 9, "high": 3, "basis": "range"})),
        (
            "count",
            json!({"low": 5, "high": 5, "basis": "exact", "note": "sure"}),
        ),
        ("count", json!("five")),
        ("count.low", json!(9)),
        ("effect", json!("dead")),
        ("categories", json!(["soldier"])),
        ("when", json!({"from": "2031-03-05", "to": "2031-03-02"})),
        ("where", json!({"name": "Torvale", "country": "Velmora"})),
        ("relation", json!({"kind": "part", "to": null})),
        ("relation", json!({"kind": "part", "to": "c1"})),
        ("relation", json!({"kind": "part", "to": "c9"})),
        ("relation.to", json!("c2")),
        ("quote.start", json!(1)),
        ("number", json!({"start": 0, "end": 900, "text": "5"})),
        (
            "actors.claimants",
            json!([{"text": "x", "id": null, "affiliation": "velmora"}]),
        ),
    ] {
        let error = desk
            .decide(correct(&claim, field, value.clone()))
            .unwrap_err();
        assert!(
            matches!(error.what, What::WrongValue { .. }),
            "{field} {value}: {error}"
        );
    }
    for field in [
        "",
        "id",
        "why",
        "deaths",
        "count.middle",
        "actors/perpetrator",
    ] {
        let error = desk.decide(correct(&claim, field, json!(1))).unwrap_err();
        assert!(
            matches!(error.what, What::NoSuchField { .. }),
            "{field}: {error}"
        );
    }
    let same = desk
        .decide(correct(&claim, "effect", json!("killed")))
        .unwrap_err();
    assert!(matches!(same.what, What::SameValue { .. }), "{same}");
    assert_eq!(decisions(&desk), []);
}

#[test]
fn lists_are_kept_sorted_and_unknown_words_name_nobody() {
    let desk = market();
    let claim = desk.claims()[0].id.clone();
    desk.decide(correct(
        &claim,
        "categories",
        json!(["woman", "civilian", "woman"]),
    ))
    .unwrap();
    desk.decide(correct(&claim, "means", json!(["mine", "drone"])))
        .unwrap();
    desk.decide(correct(&claim, "claimant", json!("the mill keeper")))
        .unwrap();
    let row = &desk.claims()[0].claim;
    assert_eq!(
        row.categories
            .iter()
            .map(|c| c.as_str())
            .collect::<Vec<_>>(),
        ["civilian", "woman"]
    );
    assert_eq!(
        row.means.iter().map(|m| m.as_str()).collect::<Vec<_>>(),
        ["drone", "mine"]
    );
    let chain: Vec<&str> = row
        .actors
        .claimants
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    assert_eq!(chain, ["the mill keeper", "Harbour Post"]);
    assert_eq!(row.actors.claimants[0].affiliation, Affiliation::Unknown);
    desk.assert_sound();
}

#[test]
fn a_rejected_report_counts_nothing_and_its_earlier_version_stands_again() {
    let desk = market();
    desk.add(&[("a", "50 killed in Torvale on 2031-03-02.")]);
    assert_eq!(killed(&desk), 52);
    let id = shown_report(&desk, "a").row.id;
    let mistake = desk.decide(reject(&id)).unwrap();
    assert_eq!(killed(&desk), 7, "the version before stands again");
    assert_eq!(shown_report(&desk, "a").row.version, 1);
    desk.decide(reject("a")).unwrap();
    assert_eq!(killed(&desk), 2);
    assert_eq!(desk.reports().len(), 1);
    assert!(
        shown_report(&desk, "a").row.rejected_by.is_some(),
        "it can still be looked up"
    );
    desk.decide(undo(&mistake)).unwrap();
    assert_eq!(killed(&desk), 52);
    desk.assert_sound();
}

#[test]
fn an_incident_is_confirmed_and_rejected_by_its_claims() {
    let desk = market();
    let incident = desk.claims()[0].incident.clone().unwrap();
    desk.decide(Request::Confirm {
        id: incident.clone(),
    })
    .unwrap();
    let Shown::Incident(shown) = desk.book.show(&incident).unwrap() else {
        panic!()
    };
    assert_eq!(shown.claims.len(), 2);
    assert_eq!(
        shown.row.confirmed_by.as_ref(),
        Some(&shown.decisions[0].id)
    );
    // A report that joins later does not change what was confirmed.
    desk.add(&[("c", "6 killed in Torvale on 2031-03-02.")]);
    let Shown::Incident(shown) = desk.book.show(&incident).unwrap() else {
        panic!()
    };
    assert_eq!(shown.claims.len(), 3);
    assert!(shown.row.confirmed_by.is_some());

    desk.decide(reject(&incident)).unwrap();
    assert_eq!(desk.toll(), [("killed".into(), 2)]);
    desk.assert_sound();
}

#[test]
fn decisions_outlive_a_new_reader_and_one_without_its_claim_is_listed_as_such() {
    let desk = market();
    let rows = desk.claims();
    let (dead, hurt) = (rows[0].id.clone(), rows[1].id.clone());
    desk.decide(correct(
        &dead,
        "count",
        json!({"low": 6, "high": 6, "basis": "exact"}),
    ))
    .unwrap();
    desk.decide(correct(
        &hurt,
        "count",
        json!({"low": 9, "high": 9, "basis": "exact"}),
    ))
    .unwrap();
    desk.decide(correct(
        &dead,
        "relation",
        json!({"kind": "additional", "to": hurt}),
    ))
    .unwrap();
    assert_eq!(desk.claims()[0].claim.relation.to.as_deref(), Some("c2"));
    assert!(decisions(&desk).iter().all(|decision| decision.found));

    let Desk { folder, path, book } = desk;
    let book = book.reading_by(NEWER);
    book.rebuild(&mut on).unwrap();
    let desk = Desk { folder, path, book };
    let rows = desk.claims();
    assert_eq!(rows.len(), 2, "the injured are no longer read");
    assert_eq!(
        (rows[0].id.as_str(), rows[0].claim.count.low),
        (dead.as_str(), 6)
    );
    assert_eq!(
        rows[0].claim.relation.to, None,
        "the other claim is gone: the correction does not fit"
    );
    let found: Vec<bool> = decisions(&desk)
        .iter()
        .map(|decision| decision.found)
        .collect();
    assert_eq!(found, [true, false, false]);
    desk.assert_sound();
}

#[test]
fn readings_of_another_reader_stay_until_they_are_made_again() {
    let desk = market();
    let Desk { folder, path, book } = desk;
    let desk = Desk {
        folder,
        path,
        book: book.reading_by(NEWER),
    };
    assert_eq!(desk.claims().len(), 3);
    desk.add(&[("c", "1 injured in Hollow on 2031-03-03.")]);
    let answer = desk.book.toll(&Default::default()).unwrap();
    assert_eq!((answer.reports, answer.other_reader), (3, 2));
    desk.assert_sound();
    desk.book.rebuild(&mut on).unwrap();
    assert_eq!(desk.book.toll(&Default::default()).unwrap().other_reader, 0);
}

#[test]
fn what_was_part_of_a_rejected_claim_still_counts() {
    let desk = desk();
    desk.add(&[(
        "a",
        "9 killed in Torvale on 2031-03-02. 2 killed in Torvale on 2031-03-02.",
    )]);
    let rows = desk.claims();
    let part = json!({"kind": "part", "to": rows[0].id});
    desk.decide(correct(&rows[1].id, "relation", part)).unwrap();
    assert_eq!(killed(&desk), 9);
    desk.decide(reject(&rows[0].id)).unwrap();
    assert_eq!(killed(&desk), 2);
    desk.assert_sound();
}

fn party(id: &str, name: &str, outlet: &str) -> Party {
    Party {
        id: id.into(),
        names: vec![name.into()],
        outlets: vec![outlet.into()],
        ..Party::default()
    }
}

#[test]
fn a_party_that_is_set_changes_who_stands_where_and_undoing_it_changes_it_back() {
    let desk = market();
    let side = |desk: &Desk| {
        desk.claims()[0].claim.actors.claimants[0]
            .affiliation
            .clone()
    };
    assert_eq!(side(&desk), Affiliation::Unknown);
    let set = desk
        .decide(Request::SetParty(party(
            "velmora",
            "Velmora",
            "Harbour Post",
        )))
        .unwrap();
    assert_eq!(side(&desk), Affiliation::Party("velmora".into()));
    assert_eq!(desk.book.parties().unwrap().len(), 1);
    desk.decide(undo(&set)).unwrap();
    assert_eq!(side(&desk), Affiliation::Unknown);
    assert_eq!(desk.book.parties().unwrap(), []);
    desk.assert_sound();
}

#[test]
fn a_dropped_party_is_gone_and_one_that_is_not_there_cannot_be_dropped() {
    let desk = desk();
    desk.decide(Request::SetParty(party("velmora", "Velmora", "Post")))
        .unwrap();
    let drop = Request::DropParty {
        id: "velmora".into(),
    };
    desk.decide(drop.clone()).unwrap();
    assert_eq!(desk.book.parties().unwrap(), []);
    let error = desk.decide(drop).unwrap_err();
    assert!(matches!(error.what, What::NoSuchParty(_)), "{error}");
}

#[test]
fn a_name_stands_for_one_party_only() {
    let desk = desk();
    desk.decide(Request::SetParty(party("velmora", "Velmora", "Post")))
        .unwrap();
    for bad in [
        party("Velmora", "V", "P"),
        party("", "V", "P"),
        party("ostrand", "velmora", "P"),
        party("ostrand", "Ostrand", " "),
        Party {
            names: Vec::new(),
            ..party("ostrand", "", "Radio")
        },
    ] {
        let error = desk.decide(Request::SetParty(bad)).unwrap_err();
        assert!(matches!(error.what, What::WrongParty { .. }), "{error}");
    }
    desk.decide(Request::SetParty(party("velmora", "Velmora", "Courier")))
        .unwrap();
    assert_eq!(desk.book.parties().unwrap()[0].outlets, ["Courier"]);
}

#[test]
fn reports_added_after_a_party_was_set_are_read_with_it() {
    let desk = desk();
    desk.decide(Request::SetParty(party(
        "velmora",
        "Velmora",
        "Harbour Post",
    )))
    .unwrap();
    desk.add(&[("a", MARKET)]);
    let side = desk.claims()[0].claim.actors.claimants[0]
        .affiliation
        .clone();
    assert_eq!(side, Affiliation::Party("velmora".into()));
    desk.assert_sound();
}

#[test]
fn a_decision_has_a_name_and_a_reason() {
    let desk = market();
    for (by, reason) in [("", "because"), ("Ina Marsh", "  ")] {
        let signed = tollbook_book::Signed {
            by,
            reason,
            at: at(1),
        };
        let request = Request::Confirm { id: "a".into() };
        let error = desk.book.decide(&request, &signed, &mut on).unwrap_err();
        assert!(matches!(error.what, What::Unsigned(_)), "{error}");
    }
}

#[test]
fn only_what_can_be_decided_on_is() {
    let desk = market();
    let decided = desk.decide(Request::Confirm { id: "a".into() }).unwrap();
    for request in [
        reject(&decided.id),
        correct("a", "effect", json!("injured")),
        Request::Undo { id: "a".into() },
    ] {
        let error = desk.decide(request).unwrap_err();
        assert!(matches!(error.what, What::WrongKind { .. }), "{error}");
    }
    let error = desk.decide(reject("c-zzzzzzzz")).unwrap_err();
    assert!(matches!(error.what, What::NoSuchId(_)), "{error}");
}

#[test]
fn decisions_about_a_text_hold_for_a_version_with_the_same_text() {
    let desk = market();
    let claim = desk.claims()[0].id.clone();
    desk.decide(reject(&claim)).unwrap();
    let mut renamed = incoming("a", MARKET);
    renamed.report.url = Some("https://harbour.example/7".into());
    desk.book.add([Ok(renamed)], at(9), &mut on);
    assert_eq!(killed(&desk), 2);
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02. Nothing else.")]);
    assert_eq!(killed(&desk), 7, "another text makes other claims");
    assert!(!decisions(&desk)[0].found);
    desk.assert_sound();
}
