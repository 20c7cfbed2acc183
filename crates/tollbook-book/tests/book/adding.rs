//! Reports added: new ones, known ones, new versions, copies, refusals.

use std::ops::ControlFlow;

use tollbook_book::{Ended, Freshness, Incoming, Progress, Shown};
use tollbook_terms::Report;

use crate::toy::{Desk, at, desk, incoming, on, open};

const MARKET: &str = "5 killed in Torvale on 2031-03-02. 12 injured in Torvale on 2031-03-02.";

#[test]
fn a_report_is_read_and_its_figures_are_in_the_toll() {
    let desk = desk();
    let receipt = desk.add(&[("a", MARKET), ("b", "Nobody spoke of harm.")]);
    assert_eq!((receipt.new, receipt.versions, receipt.skipped), (2, 0, 0));
    assert_eq!((receipt.claims, receipt.copies), (2, Some(0)));
    assert!(matches!(receipt.ended, Ended::Complete));
    assert_eq!(desk.toll(), [("killed".into(), 5), ("injured".into(), 12)]);
    desk.assert_sound();
}

#[test]
fn the_same_bytes_under_the_same_id_are_skipped() {
    let desk = desk();
    desk.add(&[("a", MARKET)]);
    let again = desk.add(&[("a", MARKET), ("b", MARKET), ("b", MARKET)]);
    assert_eq!((again.new, again.versions, again.skipped), (1, 0, 2));
    assert_eq!(desk.reports().len(), 2);
}

#[test]
fn other_bytes_under_the_same_id_are_a_new_version_and_the_old_one_stays() {
    let desk = desk();
    desk.add(&[("a", MARKET)]);
    let old = desk.claims()[0].id.clone();
    let receipt = desk.add(&[("a", "7 killed in Torvale on 2031-03-02.")]);
    assert_eq!((receipt.new, receipt.versions), (0, 1));
    assert_eq!(desk.toll(), [("killed".into(), 7)]);
    let Shown::Report(shown) = desk.book.show("a").unwrap() else {
        panic!()
    };
    assert_eq!(shown.versions.len(), 2);
    assert_eq!((shown.row.version, shown.row.versions), (2, 2));
    // The old claim can still be looked up by its id, with the text that it stands in.
    let Shown::Claim(claim) = desk.book.show(&old).unwrap() else {
        panic!()
    };
    assert!(claim.row.older);
    assert_eq!(claim.report.text, MARKET);
    // Added again, the old text is known: adding a folder twice changes nothing.
    assert_eq!(desk.add(&[("a", MARKET)]).skipped, 1);
    assert_eq!(desk.toll(), [("killed".into(), 7)]);
    desk.assert_sound();
}

#[test]
fn the_same_bytes_with_another_outlet_are_a_new_version_not_lost() {
    let desk = desk();
    desk.add(&[("a", MARKET)]);
    let mut corrected = incoming("a", MARKET);
    corrected.report.outlet = Some("Ridge Radio".into());
    let receipt = desk.book.add([Ok(corrected)], at(1), &mut on);
    assert_eq!(receipt.versions, 1);
    assert_eq!(desk.reports()[0].outlet.as_deref(), Some("Ridge Radio"));
}

#[test]
fn a_report_in_another_language_is_kept_and_counted_as_not_read() {
    let desk = desk();
    let mut french = incoming("a", MARKET);
    french.report.language = Some("fr".into());
    let receipt = desk.book.add([Ok(french)], at(0), &mut on);
    assert_eq!(receipt.new, 1);
    assert_eq!(receipt.unread.values().sum::<u64>(), 1);
    let answer = desk.book.toll(&Default::default()).unwrap();
    assert_eq!((answer.toll.lines.len(), answer.reports), (0, 1));
    assert_eq!(answer.unread["another language than English"], 1);
}

#[test]
fn copies_of_one_text_are_one_family_and_speak_once() {
    let told: String = (0..120).map(|n| format!("word{n} ")).collect();
    let story = format!("{MARKET} {told}");
    let (a, b, c) = (
        format!("{story} Ends."),
        format!("New headline. {story}"),
        "2 killed in Marrow on 2031-03-01.",
    );
    let desk = desk();
    let receipt = desk.add(&[("post/1", &a), ("radio/2", &b), ("post/3", c)]);
    assert_eq!(receipt.copies, Some(2));
    let families: Vec<(String, u64)> = desk
        .reports()
        .into_iter()
        .map(|row| (row.family, row.copies))
        .collect();
    assert_eq!(families[0], families[1]);
    assert_eq!(families[0].1, 2);
    assert_eq!(families[2].1, 1);
    assert_eq!(desk.toll(), [("killed".into(), 7), ("injured".into(), 12)]);
}

#[test]
fn the_same_short_text_under_another_id_is_one_family() {
    let desk = desk();
    let receipt = desk.add(&[("a", "3 dead."), ("b", "3 dead.")]);
    assert_eq!(receipt.copies, Some(2));
}

#[test]
fn what_is_refused_is_counted_and_the_rest_goes_on() {
    let desk = desk();
    let nameless = Incoming {
        report: Report::default(),
        ..incoming("x", "text")
    };
    let mut refused = Vec::new();
    let receipt = desk.book.add(
        [
            Err("cannot read b.txt: there is no text in it".into()),
            Ok(nameless),
            Ok(incoming("a", MARKET)),
        ],
        at(0),
        &mut |progress| {
            if let Progress::Refused(line) = progress {
                refused.push(line.to_owned());
            }
            ControlFlow::Continue(())
        },
    );
    assert_eq!((receipt.refused, receipt.new), (2, 1));
    assert_eq!(refused[0], "cannot read b.txt: there is no text in it");
    assert!(refused[1].contains("x.txt"));
}

#[test]
fn raw_bytes_and_text_are_kept_as_they_came() {
    let desk = desk();
    let mut marked = incoming("a", MARKET);
    marked.bytes = [b"\xef\xbb\xbf", MARKET.as_bytes()].concat();
    marked.report.extra.insert("desk".into(), "night".into());
    desk.book.add([Ok(marked.clone())], at(0), &mut on);
    let Shown::Report(shown) = desk.book.show("a").unwrap() else {
        panic!()
    };
    assert_eq!(shown.report, marked.report);
    assert_eq!(
        shown.versions[0].bytes,
        tollbook_terms::Hash::of(&marked.bytes)
    );
    assert_ne!(shown.versions[0].bytes, shown.versions[0].text);
    desk.assert_sound();
}

#[test]
fn whoever_breaks_off_keeps_what_was_read_and_goes_on_later() {
    let Desk { book, .. } = &desk();
    let reports = || {
        (0..50).map(|n| {
            Ok(incoming(
                &format!("r{n}"),
                &format!("{n} killed in Town{n} on 2031-03-02."),
            ))
        })
    };
    let receipt = book.add(reports(), at(0), &mut |progress| match progress {
        Progress::Taken(20) => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    });
    assert!(matches!(receipt.ended, Ended::Stopped));
    assert_eq!((receipt.new, receipt.copies), (20, None));
    let receipt = book.add(reports(), at(1), &mut on);
    assert_eq!((receipt.new, receipt.skipped), (30, 20));
}

#[test]
fn every_report_is_told_of_after_it_is_committed() {
    let desk = desk();
    let other = open(&desk.path);
    let reports = (0..1200).map(|n| {
        Ok(incoming(
            &format!("r{n}"),
            &format!("{n} killed in Town{n} on 2031-03-02."),
        ))
    });
    let mut kept = 0;
    let mut committed = Vec::new();
    let receipt = desk.book.add(reports, at(0), &mut |progress| {
        match progress {
            Progress::Kept { .. } => kept += 1,
            Progress::Committed(count) => {
                assert_eq!(count, kept);
                committed.push(count);
            }
            _ => {}
        }
        ControlFlow::Continue(())
    });
    assert_eq!(receipt.committed(), 1200);
    assert!(committed.len() > 1, "in batches: {committed:?}");
    assert_eq!(other.catch_up(&mut on).unwrap(), Freshness::Fresh);
}
