//! Learns what the cues of the reader's scope are worth, from reports with their claims: each figure of the
//! reader that is a claim of the gold is a running total, a closed one or the harm of one event (a log-linear
//! choice among the three).

use serde_json::Value;
use tollbook_reader::{Cue, Reader};

use super::choice::{Decision, Held, Way, crossed, learn};
use super::example::Example;
use super::relation::matched;

/// What the harm of one event, a running and a closed total are worth: totals are rare, and closed ones rarer.
const WORTH: [f64; 3] = [1.0, 2.0, 4.0];

/// What is held before any report is seen, for a running and for a closed total; all else is held near zero.
const HELD: &[(Cue, f64, f64)] = &[
    (Cue::Always, -1.5, -2.0),
    (Cue::Since, 2.5, 0.0),
    (Cue::InSince, -1.0, 0.0),
    (Cue::Lately, 2.5, 0.0),
    (Cue::Week, 0.5, 0.0),
    (Cue::SoFar, 1.0, 0.0),
    (Cue::Years, 0.0, 2.0),
    (Cue::Stretch, 2.0, 0.0),
    (Cue::Course, 1.5, 0.0),
    (Cue::ThatTime, 1.0, 0.0),
    (Cue::Day, -1.0, -1.0),
    (Cue::Ago, -0.3, 0.0),
    (Cue::Rate, 2.0, 0.0),
    (Cue::Habit, 1.5, 0.0),
    (Cue::WarKills, 2.0, 0.0),
    (Cue::LongWar, 1.0, 0.0),
    (Cue::OldRule, 0.0, 1.0),
    (Cue::Deed, -0.5, -1.0),
    (Cue::DoerPast, -0.5, 0.0),
    (Cue::TheDeed, -0.5, 0.0),
    (Cue::Deeds, 0.3, 0.0),
    (Cue::TheDeeds, 0.3, 0.0),
    (Cue::Series, 0.3, 0.0),
    (Cue::CountedDeeds, -0.5, 0.0),
    (Cue::Pluperfect, 0.0, 0.3),
    (Cue::Stock, 1.0, 0.0),
    (Cue::One, -1.0, -1.0),
    (Cue::Myriads, 0.3, 0.3),
    (Cue::BareDeeds, 1.0, 0.0),
    (Cue::BareDoing, 0.7, 0.0),
    (Cue::Worst, -0.7, 0.0),
    (Cue::Blamed, 0.5, 0.0),
    (Cue::BeforeOpen, 0.5, 0.0),
    (Cue::ChainOpen, 0.5, 0.0),
    (Cue::ChainDeeds, 1.0, 0.0),
    (Cue::ThousandsOpen, 0.4, 0.0),
    (Cue::RiseLately, 1.0, 0.0),
    (Cue::PluperfectMany, 0.0, 1.0),
    (Cue::CoursePluperfect, 0.0, 1.5),
    (Cue::PerfectMany, 0.5, 0.0),
    (Cue::PerfectWar, 0.5, 0.0),
    (Cue::WarMany, 0.0, 0.5),
    (Cue::WarYears, 0.0, 1.0),
    (Cue::YearPast, 0.0, 2.0),
    (Cue::MonthOpen, 0.8, 0.0),
    (Cue::DeedLately, -0.5, 0.0),
    (Cue::DayLately, -0.5, 0.0),
    (Cue::OneLately, -1.0, 0.0),
    (Cue::SinceDay, 0.3, 0.0),
    (Cue::SinceDeed, -0.3, 0.0),
    (Cue::SinceBare, -0.3, 0.0),
    (Cue::SinceAdverb, -0.7, 0.0),
    (Cue::StretchDays, -0.3, 0.0),
    (Cue::ClosedWar, -0.5, 1.0),
    (Cue::DeedKills, -1.0, -1.0),
    (Cue::Recalled, -0.7, -0.3),
    (Cue::Treated, -0.7, 0.0),
    (Cue::Recorded, 0.7, 0.0),
    (Cue::Unreal, -1.0, -1.5),
    (Cue::Narrated, -0.7, 0.0),
    (Cue::BroughtTo, 0.3, 0.0),
    (Cue::BroughtLately, 1.2, 0.0),
    (Cue::ChainFew, -0.5, 0.0),
    (Cue::ChainClosed, 0.0, 1.0),
    (Cue::Beside, 0.5, 0.0),
    (Cue::BesideOne, -0.3, 0.0),
    (Cue::BesideOpen, 0.5, 0.0),
    (Cue::Turn, -0.5, 0.0),
    (Cue::StockAbducted, -1.0, 0.0),
    (Cue::MissingLately, -2.0, 0.0),
    (Cue::CourseOperation, -0.5, 0.0),
    (Cue::CourseWar, -1.0, 1.5),
    (Cue::WarKilled, -0.7, 1.0),
    (Cue::ClosedFew, 0.0, -1.5),
    (Cue::DisplacedPast, -0.7, 0.0),
    (Cue::MonthDeed, -0.7, 0.0),
    (Cue::RecordedOpen, 0.5, 0.0),
    (Cue::ChainTurn, -0.7, 0.0),
    (Cue::ManyDeeds, 0.8, 0.0),
    (Cue::Recent, 0.3, 0.0),
    (Cue::Ongoing, 0.7, 0.0),
    (Cue::StockOpen, 1.0, 0.0),
    (Cue::BlamedDeeds, 0.8, 0.0),
    (Cue::BarePerfect, 0.3, 0.0),
    (Cue::TollWar, 0.7, 0.0),
    (Cue::DoerPerfect, 0.2, 0.0),
    (Cue::OperationKills, -0.3, 0.0),
    (Cue::LongOperation, -0.3, 0.0),
    (Cue::ToldBack, -1.0, -0.5),
    (Cue::Occasion, -0.5, 0.0),
    (Cue::ChainPuts, 1.5, 0.0),
    (Cue::MonthOccasion, -0.7, 0.0),
    (Cue::BackClosed, 0.0, -1.5),
    (Cue::StockInjured, -0.8, 0.0),
    (Cue::ChainDetained, -0.5, 0.0),
];

/// Which of the three a gold claim is, where it tells: invented sentences tell it in place of the event.
fn kind(gold: &Value) -> Option<usize> {
    match gold["scope"].as_str().or(gold["event"].as_str())? {
        "incident" | "one" => Some(0),
        "cumulative" | "total" => Some(1),
        "background" | "past" => Some(2),
        _ => None,
    }
}

/// Where a cue's worth stands in the table: those for a running total, then those for a closed one.
fn at(cue: Cue, kind: usize) -> usize {
    (kind - 1) * Cue::ALL.len() + cue as usize
}

fn decisions(examples: &[Example], reader: &Reader) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for (report, example) in examples.iter().enumerate() {
        let (claims, cues): (Vec<_>, Vec<_>) = reader.cues(&example.report).into_iter().unzip();
        for (of, cues) in matched(&claims, &example.gold).into_iter().zip(cues) {
            let Some(told) = of.and_then(|gold| kind(&example.gold[gold])) else {
                continue;
            };
            let way = |kind: usize| Way {
                signs: cues.iter().map(|cue| at(cue, kind)).collect(),
                right: kind == told,
            };
            decisions.push(Decision {
                report,
                ways: vec![way(1), way(2)],
                alone: told == 0,
                worth: WORTH[told] * example.worth,
            });
        }
    }
    decisions
}

/// Learns the table from examples: once with no scope known of the figures told before, and once more with
/// those that the first table gives.
pub(crate) fn table(examples: &[Example]) -> String {
    let first = learned(examples, &Reader::new(&[]).weighing_scopes(""));
    learned(examples, &Reader::new(&[]).weighing_scopes(&first))
}

/// Learns a table as `reader` reads, and prints how it does on figures that it has not seen.
fn learned(examples: &[Example], reader: &Reader) -> String {
    let mut held = vec![0.0; 2 * Cue::ALL.len()];
    for (cue, running, closed) in HELD {
        held[at(*cue, 1)] = *running;
        held[at(*cue, 2)] = *closed;
    }
    let decisions = decisions(examples, reader);
    let held = Held::near(held);
    crossed("scopes", &decisions, &[], &held);
    let table = learn(&decisions, &[], &held, |_| true);
    let mut lines = String::from("# cue\tcumulative\tbackground\n");
    for cue in Cue::ALL {
        let worth = |kind: usize| (table[at(*cue, kind)] * 100.0).round() as i32;
        lines.push_str(&format!("{}\t{}\t{}\n", cue.as_str(), worth(1), worth(2)));
    }
    lines
}
