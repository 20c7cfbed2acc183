//! What two cues say at once.

use super::cue::{Cue, Cues};
use super::time::TIMES;

/// Notes what two cues say at once; `low` is the count.
pub(super) fn pairs(cues: &mut Cues, low: u64) {
    let had = *cues;
    let day = had.any(&[Cue::Day, Cue::DayFar]);
    let deed = had.any(&[Cue::Deed, Cue::TheDeed]);
    let years = had.any(&[Cue::Year, Cue::Years, Cue::YearFar]);
    let time = had.any(TIMES);
    let doer = had.has(Cue::Doer);
    let mut both = |cue: Cue, one: bool, two: bool| cues.note(cue, one && two);
    let (perfect, war) = (had.has(Cue::Perfect), had.has(Cue::War));
    both(Cue::BeforeOpen, had.has(Cue::Before), !day && !deed);
    both(Cue::ChainOpen, had.has(Cue::Chain), !day && !deed);
    both(
        Cue::ChainDeeds,
        had.any(&[Cue::Chain, Cue::Before]),
        had.has(Cue::TheDeeds) && !day,
    );
    let thousands = had.has(Cue::Thousands);
    let real = !had.has(Cue::Unreal);
    both(Cue::ThousandsOpen, thousands && real, !day && !deed);
    both(Cue::RiseLately, had.any(&[Cue::Rise, Cue::Toll]), time);
    both(Cue::PluperfectMany, had.has(Cue::Pluperfect), thousands);
    both(
        Cue::CoursePluperfect,
        had.has(Cue::Pluperfect),
        had.any(&[Cue::Course, Cue::Years]),
    );
    both(Cue::PerfectMany, perfect, had.has(Cue::Hundreds));
    both(Cue::PerfectOpen, perfect, !day && !deed);
    both(Cue::PerfectWar, perfect, war);
    both(Cue::WarMany, war && real, thousands);
    both(Cue::WarYears, war, years);
    both(Cue::YearPast, years, !perfect && !deed && !doer);
    both(Cue::DoerPast, doer, had.has(Cue::Past) && !time);
    both(Cue::MonthOpen, had.has(Cue::Month), !deed && !doer);
    both(Cue::WeekDeeds, had.has(Cue::Week), had.has(Cue::Deeds));
    both(Cue::DeedLately, time, deed);
    both(Cue::DayLately, time, day);
    both(Cue::OneLately, time, had.has(Cue::One));
    both(Cue::WorstLately, time, had.has(Cue::Worst));
    both(Cue::DeedsOpen, had.has(Cue::Deeds), !day);
    both(Cue::DeedsPerfect, had.has(Cue::Deeds), perfect);
    let past = had.has(Cue::Past);
    both(
        Cue::BroughtLately,
        had.has(Cue::BroughtTo),
        time || had.any(&[Cue::Month, Cue::Year, Cue::SoFarFar, Cue::LatelyFar]),
    );
    both(
        Cue::MissingLately,
        time || had.has(Cue::SinceBare),
        had.has(Cue::Missing),
    );
    let course = had.has(Cue::Course);
    both(
        Cue::CourseOperation,
        had.has(Cue::CourseDays),
        had.has(Cue::Operation),
    );
    both(Cue::CourseWar, course && war, past);
    both(Cue::WarKilled, had.has(Cue::WarKills), past);
    let closed = years || had.any(&[Cue::OldRule, Cue::ClosedWar]);
    both(Cue::ClosedFew, closed, low < 10 && !had.has(Cue::Vague));
    both(Cue::ChainFew, had.has(Cue::Chain), low < 10);
    both(
        Cue::StockAbducted,
        had.has(Cue::Stock),
        had.has(Cue::Abducted),
    );
    both(Cue::DisplacedPast, had.has(Cue::Displaced), past);
    both(Cue::MonthDeed, had.has(Cue::Month), doer || deed);
    both(Cue::BesideOpen, had.has(Cue::Beside), !day && !deed);
    both(
        Cue::StockOpen,
        had.has(Cue::Stock) && had.has(Cue::Detained),
        !day,
    );
    both(
        Cue::BlamedDeeds,
        had.has(Cue::Blamed),
        had.any(&[Cue::Deeds, Cue::Series, Cue::ManyDeeds]) && !day,
    );
    both(Cue::BarePerfect, had.has(Cue::Bare), perfect);
    both(Cue::TollWar, had.has(Cue::Toll), war);
    both(Cue::DoerPerfect, doer, perfect && !day && !deed);
    both(Cue::RecordedOpen, had.has(Cue::Recorded), !day);
    both(Cue::DeedsKillPerfect, had.has(Cue::DeedsKill), perfect);
    both(Cue::ChainPuts, had.has(Cue::Chain), had.has(Cue::Puts));
    both(
        Cue::MonthOccasion,
        time || had.any(&[Cue::Month, Cue::Year]),
        had.has(Cue::Occasion),
    );
    both(Cue::WarPast, war, past);
    both(Cue::OperationPerfect, had.has(Cue::OperationKills), perfect);
    both(
        Cue::BackClosed,
        closed,
        had.has(Cue::ToldBack) && low < 1000,
    );
    both(
        Cue::StockInjured,
        had.has(Cue::Stock),
        had.has(Cue::Injured),
    );
    both(
        Cue::ChainDetained,
        had.has(Cue::Chain),
        had.has(Cue::Detained),
    );
    both(
        Cue::ChainTurn,
        had.any(&[Cue::Chain, Cue::Before]),
        had.has(Cue::Turn),
    );
}
