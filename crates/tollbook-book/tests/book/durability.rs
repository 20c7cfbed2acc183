//! Nothing that was acknowledged is lost: not by a kill at any moment, not by a full disk.
//!
//! The child in these tests is this very program, run again with a task in its environment.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tollbook_book::{Book, Ended, Progress, ReportFilter, Request, Shown, Signed, What};

use crate::toy::{at, desk, incoming, on, open};

/// How often the child is killed; the variable raises it.
const KILLS: &str = "TOLLBOOK_KILLS";
const TASK: &str = "TOLLBOOK_TEST_TASK";
const BOOK: &str = "TOLLBOOK_TEST_BOOK";

/// Runs the task that a parent asks for; asked for nothing, it is no test and passes.
#[test]
fn the_child_does_what_its_parent_asks_for() {
    let Ok(book) = std::env::var(BOOK) else {
        return;
    };
    match std::env::var(TASK).as_deref() {
        Ok("add and decide") => add_and_decide(Path::new(&book)),
        Ok("fill the disk") => fill_the_disk(Path::new(&book)),
        other => panic!("{other:?}"),
    }
}

fn child(task: &str, book: &Path) -> Command {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args([
            "--exact",
            "durability::the_child_does_what_its_parent_asks_for",
            "--nocapture",
        ])
        .env(TASK, task)
        .env(BOOK, book)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    child
}

/// Says what is in the book for good. One write a line: the reader sees whole lines only.
fn acknowledge(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("ack {line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Adds and decides without end, and says what is acknowledged.
fn add_and_decide(path: &Path) {
    let book = open(path);
    let start = std::process::id();
    for round in 0.. {
        let reports = (0..40).map(|n| {
            let id = format!("{start}/{round}/{n}");
            let town = round % 7;
            Ok(incoming(&id, &format!("{n} killed in Town{town} on 2031-03-02. 1 injured in Town{town} on 2031-03-02. {id}")))
        });
        let receipt = book.add(reports, at(round), &mut |progress| {
            if let Progress::Kept { report, .. } = progress {
                acknowledge(&format!("report {report}"));
            }
            ControlFlow::Continue(())
        });
        assert!(matches!(receipt.ended, Ended::Complete), "{receipt:?}");
        for n in 0..4 {
            let request = Request::Confirm {
                id: format!("{start}/{round}/{n}"),
            };
            let signed = Signed {
                by: "Ina Marsh",
                reason: "read twice",
                at: at(round),
            };
            let decided = book.decide(&request, &signed, &mut on).unwrap();
            acknowledge(&format!("decision {}", decided.hash));
        }
    }
}

/// Returns the acknowledged lines of a child that has ended.
fn acknowledged(child: &mut Child) -> Vec<String> {
    let out = BufReader::new(child.stdout.take().unwrap());
    let lines = out.lines().map_while(Result::ok);
    lines
        .filter_map(|line| line.split_once("ack ").map(|(_, line)| line.to_owned()))
        .collect()
}

fn assert_all_there(book: &Book, acknowledged: &[String]) {
    for line in acknowledged {
        let (kind, id) = line.split_once(' ').unwrap();
        let shown = book.show(id).unwrap();
        match kind {
            "report" => assert!(matches!(shown, Shown::Report(_)), "{line}"),
            _ => assert!(matches!(shown, Shown::Decision(_)), "{line}"),
        }
    }
    let verified = book.verify(&mut on).unwrap();
    assert_eq!(verified.problems, []);
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let kills = std::env::var(KILLS)
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(10);
    let folder = tempfile::tempdir().unwrap();
    let mut kept = 0;
    for kill in 0..kills {
        // One book lives through several kills; then a new one, so that making one is killed too.
        let path = folder.path().join(format!("book{}", kill / 4));
        let mut child = child("add and decide", &path).spawn().unwrap();
        // Spread over starting, making the book, adding, linking and deciding.
        std::thread::sleep(Duration::from_millis(kill * 37 % 401));
        child.kill().unwrap();
        child.wait().unwrap();
        let acknowledged = acknowledged(&mut child);
        if path.exists() {
            let book = open(&path);
            assert_all_there(&book, &acknowledged);
        } else {
            assert_eq!(acknowledged, [""; 0]);
        }
        kept += acknowledged.len();
    }
    assert!(kept > 0, "no kill came late enough to test anything");
}

/// Adds until nothing more can be written, and says what is acknowledged.
fn fill_the_disk(path: &Path) {
    let book = open(path);
    let reports = (0..100_000).map(|n| {
        let filler: String = (0..20)
            .map(|word| format!("w{} ", n * 7919 + word))
            .collect();
        Ok(incoming(
            &format!("r{n}"),
            &format!("{n} killed in Torvale on 2031-03-02. {filler}"),
        ))
    });
    let receipt = book.add(reports, at(0), &mut |progress| {
        if let Progress::Kept { report, .. } = progress {
            acknowledge(&format!("report {report}"));
        }
        ControlFlow::Continue(())
    });
    let Ended::Failed(error) = receipt.ended else {
        panic!("the disk was not full: {receipt:?}")
    };
    assert!(matches!(error.what, What::Full), "{error}");
    acknowledge(&format!("ended {}", receipt.new));
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_loses_nothing_that_was_acknowledged() {
    // A limit on the size of files stands for the full disk: it works for everyone, everywhere. The
    // shell has the child live on when it meets the limit, as it would on a full disk.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book");
    let bare = child("fill the disk", &path);
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "trap '' XFSZ; ulimit -f 4000; exec \"$0\" \"$@\""])
        .arg(bare.get_program())
        .args(bare.get_args())
        .envs(
            bare.get_envs()
                .filter_map(|(name, value)| value.map(|value| (name, value))),
        )
        .stdout(Stdio::piped());
    let mut child = shell.spawn().unwrap();
    let mut acknowledged = acknowledged(&mut child);
    assert!(child.wait().unwrap().success());
    let ended = acknowledged.pop().unwrap();
    assert_eq!(ended, format!("ended {}", acknowledged.len()));
    assert!(acknowledged.len() >= 500, "{ended}");
    let book = open(&path);
    assert_all_there(&book, &acknowledged);
    let mut reports = 0;
    let take = &mut |_| {
        reports += 1;
        ControlFlow::Continue(())
    };
    book.reports(&ReportFilter::default(), take).unwrap();
    assert_eq!(
        reports,
        acknowledged.len(),
        "what was not acknowledged is not half there"
    );
}

#[test]
fn a_command_that_finds_the_derived_tables_behind_makes_them() {
    let desk = desk();
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02.")]);
    // Broken off when claims are to be joined: the report is kept, no incident has it yet.
    let receipt = desk.book.add(
        [Ok(incoming("b", "2 killed in Marrow on 2031-03-02."))],
        at(1),
        &mut |progress| match progress {
            Progress::Linking => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        },
    );
    assert!(matches!(receipt.ended, Ended::Stopped));
    assert_eq!(receipt.new, 1);
    let db = rusqlite::Connection::open(&desk.path).unwrap();
    let incidents = |db: &rusqlite::Connection| -> u32 {
        db.query_row("SELECT count(*) FROM incident", [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(incidents(&db), 1);
    assert_eq!(desk.toll(), [("killed".into(), 7)]);
    assert_eq!(incidents(&db), 2);
    desk.assert_sound();
}

#[test]
fn a_second_add_says_that_it_waits_and_goes_on() {
    let desk = desk();
    let other = rusqlite::Connection::open(&desk.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut waited = 0;
    let receipt = desk.book.add(
        [Ok(incoming("a", "5 killed in Torvale on 2031-03-02."))],
        at(0),
        &mut |progress| {
            if progress == Progress::Waiting {
                waited += 1;
                if waited == 1 {
                    other.execute_batch("ROLLBACK").unwrap();
                }
            }
            ControlFlow::Continue(())
        },
    );
    assert_eq!((receipt.new, waited), (1, 1));
}

#[test]
fn whoever_does_not_want_to_wait_is_let_go() {
    let desk = desk();
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02.")]);
    let other = rusqlite::Connection::open(&desk.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let receipt = desk.book.add(
        [Ok(incoming("b", "text"))],
        at(1),
        &mut |progress| match progress {
            Progress::Waiting => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        },
    );
    assert!(matches!(receipt.ended, Ended::Stopped));
    assert_eq!(receipt.new, 0);
    // Who only asks does not wait.
    assert_eq!(desk.toll(), [("killed".into(), 5)]);
}

#[test]
fn two_that_add_at_once_both_have_all_their_reports_in_the_book() {
    let desk = desk();
    let add = |name: &str| {
        let book = open(&desk.path);
        let reports = (0..60).map(|n| {
            Ok(incoming(
                &format!("{name}/{n}"),
                &format!("{n} killed in Torvale on 2031-03-02."),
            ))
        });
        let receipt = book.add(reports, at(0), &mut on);
        assert!(matches!(receipt.ended, Ended::Complete), "{receipt:?}");
        receipt.new
    };
    std::thread::scope(|scope| {
        let both = [scope.spawn(|| add("a")), scope.spawn(|| add("b"))];
        assert_eq!(both.map(|one| one.join().unwrap()), [60, 60]);
    });
    assert_eq!(desk.reports().len(), 120);
    desk.assert_sound();
}

#[test]
fn a_book_is_sound_while_another_command_adds_to_it() {
    let desk = desk();
    std::thread::scope(|scope| {
        let adding = scope.spawn(|| {
            let book = open(&desk.path);
            for n in 0..20 {
                let report = incoming(&format!("r{n}"), "5 killed in Torvale on 2031-03-02.");
                let receipt = book.add([Ok(report)], at(n), &mut on);
                assert!(matches!(receipt.ended, Ended::Complete), "{receipt:?}");
            }
        });
        while !adding.is_finished() {
            let verified = desk.book.verify(&mut on).unwrap();
            assert_eq!(verified.problems, []);
        }
    });
    assert_eq!(desk.reports().len(), 20);
}

#[test]
fn a_report_of_sixteen_megabytes_is_kept_whole() {
    let desk = desk();
    // More than a batch holds; mostly rules between lines, so that reading them takes no time.
    let text = format!(
        "5 killed in Torvale on 2031-03-02.\n{}",
        "-----\n".repeat(3 << 20)
    );
    assert!(text.len() > 16 << 20);
    desk.add(&[("a", &text)]);
    let Shown::Report(shown) = desk.book.show("a").unwrap() else {
        panic!()
    };
    assert_eq!(shown.report.text.len(), text.len());
    assert_eq!(desk.toll(), [("killed".into(), 5)]);
}
