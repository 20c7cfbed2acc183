//! What is asked of a book: lists, one thing by its id, words, a toll, a copy, views for others.

use std::ops::ControlFlow;
use std::process::Command;

use tollbook_book::{Book, ClaimFilter, Request, Shown, What};
use tollbook_terms::{Effect, Question};

use crate::toy::{Desk, TOY, at, desk, incoming, on};

fn two_towns() -> Desk {
    let desk = desk();
    desk.add(&[
        (
            "post/market",
            "5 killed in Torvale on 2031-03-02. 12 injured in Torvale on 2031-03-02.",
        ),
        (
            "post/bridge",
            "3 killed in Marrow on 2031-03-05. The Bərdə road and Sana'a quay are shut.",
        ),
    ]);
    desk
}

#[test]
fn claims_are_listed_by_what_they_say() {
    let desk = two_towns();
    let count = |filter: ClaimFilter| desk.claims_by(&filter).len();
    let all = ClaimFilter::default;
    assert_eq!(count(all()), 3);
    assert_eq!(
        count(ClaimFilter {
            effect: Some(Effect::Killed),
            ..all()
        }),
        2
    );
    assert_eq!(
        count(ClaimFilter {
            place: Some("MARROW".into()),
            ..all()
        }),
        1
    );
    assert_eq!(
        count(ClaimFilter {
            place: Some("XV".into()),
            ..all()
        }),
        3
    );
    assert_eq!(
        count(ClaimFilter {
            report: Some("post/bridge".into()),
            ..all()
        }),
        1
    );
    assert_eq!(
        count(ClaimFilter {
            outlet: Some("Ridge Radio".into()),
            ..all()
        }),
        0
    );
    assert_eq!(
        count(ClaimFilter {
            since: Some("2031-03-03".parse().unwrap()),
            ..all()
        }),
        1
    );
    assert_eq!(
        count(ClaimFilter {
            until: Some("2031-03-02".parse().unwrap()),
            ..all()
        }),
        2
    );
    assert_eq!(
        count(ClaimFilter {
            party: Some("velmora".into()),
            ..all()
        }),
        0
    );
}

#[test]
fn a_list_ends_when_its_reader_has_seen_enough() {
    let desk = two_towns();
    let mut seen = 0;
    let take = &mut |_| {
        seen += 1;
        ControlFlow::Break(())
    };
    desk.book.claims(&ClaimFilter::default(), take).unwrap();
    assert_eq!(seen, 1);
}

#[test]
fn a_question_picks_the_incidents_it_is_about() {
    let desk = two_towns();
    let incidents = |question: &Question| {
        let mut incidents = Vec::new();
        let take = &mut |row: tollbook_book::IncidentRow| {
            incidents.push(row.incident.id);
            ControlFlow::Continue(())
        };
        desk.book.incidents(question, take).unwrap();
        incidents
    };
    assert_eq!(incidents(&Question::default()).len(), 2);
    let late = Question {
        since: Some("2031-03-04".parse().unwrap()),
        ..Question::default()
    };
    assert_eq!(incidents(&late).len(), 1);
    let answer = desk.book.toll(&late).unwrap();
    assert_eq!(answer.toll.lines[0].sum.best, 3);
    assert_eq!((answer.reports, answer.behind), (2, false));
}

#[test]
fn everything_is_shown_by_its_id_or_the_first_letters_of_it() {
    let desk = two_towns();
    let claim = &desk.claims()[1];
    let Shown::Claim(shown) = desk.book.show(&claim.id).unwrap() else {
        panic!()
    };
    let quote = &shown.row.claim.quote;
    assert_eq!(&shown.report.text[quote.start..quote.end], quote.text);
    assert_eq!(shown.why[0].rule, "toy.count");
    let incident = claim.incident.as_ref().unwrap();
    let Shown::Incident(shown) = desk.book.show(&incident[..7]).unwrap() else {
        panic!()
    };
    assert_eq!(shown.row.incident.id, *incident);
    let Shown::Report(shown) = desk.book.show("post/market").unwrap() else {
        panic!()
    };
    assert_eq!(shown.claims.len(), 2);
    let Shown::Report(by_short_id) = desk.book.show(&shown.row.id.to_uppercase()).unwrap() else {
        panic!()
    };
    assert_eq!(by_short_id, shown);
    let decided = desk
        .decide(Request::Confirm {
            id: claim.id.clone(),
        })
        .unwrap();
    let Shown::Decision(decision) = desk.book.show(&decided.hash.to_string()).unwrap() else {
        panic!()
    };
    assert_eq!(decision.id, decided.id);
    assert_eq!(decision.about, [claim.id.as_str()]);
}

#[test]
fn an_id_that_could_be_several_names_them_and_one_of_nothing_is_refused() {
    let desk = two_towns();
    let error = desk.book.show("c-").unwrap_err();
    let What::Ambiguous { could_be, .. } = error.what else {
        panic!("{error}")
    };
    assert_eq!(could_be.len(), 3);
    for id in ["", "c-99999999", "x", "%", "r-*", "'"] {
        let error = desk.book.show(id).unwrap_err();
        assert!(matches!(error.what, What::NoSuchId(_)), "{id}: {error}");
    }
}

#[test]
fn words_are_found_in_any_case_spelling_and_order() {
    let desk = two_towns();
    let found = |words: &str| -> Vec<String> {
        let found = desk.book.search(words, 10).unwrap();
        found.into_iter().map(|found| found.row.report).collect()
    };
    for words in [
        "marrow",
        "SHUT road",
        "\"road and\"",
        "barda",
        "Bərdə",
        "berde* OR",
        "sanaa",
        "sana'a",
        "qua*",
    ] {
        let expected: &[&str] = if words == "berde* OR" {
            &[]
        } else {
            &["post/bridge"]
        };
        assert_eq!(found(words), expected, "{words}");
    }
    assert_eq!(found("killed").len(), 2);
    assert_eq!(found("\"and road\""), [""; 0]);
    let hit = &desk.book.search("shut", 1).unwrap()[0];
    let marked: Vec<&str> = hit
        .excerpt
        .iter()
        .filter(|piece| piece.found)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(marked, ["shut"]);
    assert!(matches!(
        desk.book.search(" \" - ", 1).unwrap_err().what,
        What::NoWords
    ));
}

#[test]
fn only_the_version_that_stands_is_searched() {
    let desk = two_towns();
    desk.add(&[("post/bridge", "The bridge is open again.")]);
    assert_eq!(desk.book.search("Marrow", 10).unwrap(), []);
    assert_eq!(desk.book.search("again", 10).unwrap().len(), 1);
}

#[test]
fn a_copy_is_the_same_book_and_never_takes_another_files_place() {
    let desk = two_towns();
    desk.decide(Request::Confirm {
        id: "post/market".into(),
    })
    .unwrap();
    let to = desk.folder.path().join("copy.tollbook");
    desk.book.backup(&to).unwrap();
    let copy = Book::open(&to).unwrap().reading_by(TOY);
    let verified = copy.verify(&mut on).unwrap();
    assert_eq!(
        (verified.problems, verified.decisions, verified.reports),
        (vec![], 1, 2)
    );
    let mut lines = Vec::new();
    copy.dump_derived(&mut |line| lines.push(line)).unwrap();
    assert_eq!(lines, desk.dump());
    let error = desk.book.backup(&to).unwrap_err();
    assert!(matches!(error.what, What::Exists(_)), "{error}");
    let error = desk
        .book
        .backup(&desk.folder.path().join("nowhere/copy"))
        .unwrap_err();
    assert!(matches!(error.what, What::NoBackup { .. }), "{error}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(to.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn every_view_opens_with_plain_sqlite() {
    let desk = two_towns();
    desk.decide(Request::Confirm {
        id: "post/market".into(),
    })
    .unwrap();
    desk.toll();
    let db = rusqlite::Connection::open(&desk.path).unwrap();
    for (view, rows) in [
        ("report", 2),
        ("report_version", 2),
        ("claim", 3),
        ("incident", 2),
        ("incident_claim", 3),
        ("figure", 6),
        ("beside", 0),
        ("decision", 1),
        ("party", 0),
    ] {
        let sql = format!("SELECT count(*) FROM (SELECT * FROM {view})");
        let count: u32 = db.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(count, rows, "{view}");
    }
    let sql = "SELECT sum(low) FROM claim WHERE effect = 'killed' AND place = 'Torvale' AND rejected_by IS NULL";
    assert_eq!(
        db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(),
        5
    );
    // The shell is not everywhere; where it is, the views need nothing that it does not have.
    if let Ok(shell) = Command::new("sqlite3")
        .arg(&desk.path)
        .arg("SELECT text FROM report JOIN claim USING (report) WHERE effect = 'injured'")
        .output()
    {
        assert!(
            String::from_utf8_lossy(&shell.stdout).contains("12 injured"),
            "{shell:?}"
        );
    }
}

#[test]
fn every_column_of_every_view_stands_in_its_page() {
    let page = include_str!("../../../../docs/book.md");
    let desk = desk();
    let db = rusqlite::Connection::open(&desk.path).unwrap();
    let mut views = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'view'")
        .unwrap();
    let views = views.query_map([], |row| row.get(0)).unwrap();
    let views: Vec<String> = views.collect::<Result<_, _>>().unwrap();
    assert_eq!(views.len(), 9);
    for view in views {
        assert!(page.contains(&format!("`{view}`")), "{view}");
        let query = db.prepare(&format!("SELECT * FROM {view}")).unwrap();
        for column in query.column_names() {
            assert!(page.contains(&format!("`{column}`")), "{view}.{column}");
        }
    }
}

#[test]
fn the_order_of_adding_changes_no_figure() {
    let texts = [
        ("a", "5 killed in Torvale on 2031-03-02."),
        (
            "b",
            "6 killed in Torvale on 2031-03-02. 1 killed in Marrow on 2031-03-04.",
        ),
        ("c", "6 killed in Torvale on 2031-03-02."),
    ];
    let tolls = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map(|order| {
        let desk = desk();
        for (second, place) in (0..).zip(order) {
            let (id, text) = texts[place];
            let mut report = incoming(id, text);
            report.report.outlet = Some(format!("Outlet {id}"));
            desk.book.add([Ok(report)], at(second), &mut on);
        }
        desk.toll()
    });
    assert_eq!(tolls[0], [("killed".into(), 7)]);
    assert!(tolls.iter().all(|toll| *toll == tolls[0]), "{tolls:?}");
}
