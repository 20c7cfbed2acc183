//! Cues: what can be seen around a figure that says over what it sums, and what each cue is worth.
//!
//! `model/scope.tsv` has a line for each cue and a column for each kind of total, in hundredths; what is
//! above 0 speaks for it. It is learned by `cargo xtask train-scopes`.

use crate::claim::signs::signs;

signs! {
    /// Something seen around a figure.
    Cue,
    /// The cues around one figure.
    Cues;
    /// Always there: how usual a total is.
    Always = "always",
    // Times.
    /// "Since May", "since the war began".
    Since = "since",
    /// The same, but nearer to another figure or in another clause.
    SinceFar = "since, far",
    /// "Since gunmen killed ten": the harm stands in the clause of "since".
    InSince = "inside since",
    /// "Since Tuesday", "since dawn": hardly longer than one event.
    SinceDay = "since a day",
    /// "Since the blast".
    SinceDeed = "since a deed",
    /// "Have since died".
    SinceAdverb = "since, adverb",
    /// "Has not been seen since".
    SinceBare = "since, bare",
    /// "This year", "in the past three months", "in recent weeks".
    Lately = "lately",
    /// The same, far.
    LatelyFar = "lately, far",
    /// "This week", "in the past few days".
    Week = "this week",
    /// The same, far.
    WeekFar = "this week, far",
    /// "So far", "to date".
    SoFar = "so far",
    /// The same, far.
    SoFarFar = "so far, far",
    /// A month as a whole.
    Month = "month",
    /// A year as a whole.
    Year = "year",
    /// Several years.
    Years = "years",
    /// A year or years, far.
    YearFar = "year, far",
    /// A stretch from a day to another.
    Stretch = "stretch of days",
    /// A stretch of a few days.
    StretchDays = "stretch of few days",
    /// "In the first week", "over six months".
    Course = "course of time",
    /// "In two days", "over the weekend's three days".
    CourseDays = "course of days",
    /// A single day.
    Day = "day",
    /// A single day, far.
    DayFar = "day, far",
    /// "Two years ago", "last year", "earlier".
    Ago = "ago",
    /// "Every day", "a month".
    Rate = "rate",
    /// "Regularly", "for decades", "over the years".
    Habit = "habit",
    /// "In that time", "over the same period".
    ThatTime = "that time",
    // What happened.
    /// A war, a conflict, a crackdown.
    War = "war",
    /// A war is what kills: "the war has killed".
    WarKills = "war kills",
    /// "The two-year conflict", "years of war".
    LongWar = "long war",
    /// "The 1994-96 war", "World War II".
    ClosedWar = "war of its years",
    /// "Genocide", "dictatorship", "the regime".
    OldRule = "old rule",
    /// An attack, a blast: one deed.
    Deed = "one deed",
    /// "The attack", "the blast": one deed told before.
    TheDeed = "the deed",
    /// Attacks, blasts.
    Deeds = "deeds",
    /// "The attacks".
    TheDeeds = "the deeds",
    /// "A series of", "a wave of".
    Series = "series",
    /// "Two attacks", "two separate raids".
    CountedDeeds = "counted deeds",
    /// One deed is what kills: "the blast, which killed ten".
    DeedKills = "one deed kills",
    /// "Attacks have killed ten".
    DeedsKill = "deeds kill",
    /// "A single attack", "a similar attack", "it is recalled that".
    Recalled = "recalled",
    /// "Forty attacks", "dozens of raids", "repeated strikes".
    ManyDeeds = "many deeds",
    /// "Recent attacks".
    Recent = "recent",
    /// An operation, an offensive, fighting.
    Operation = "operation",
    /// An operation is what kills: "the offensive has killed".
    OperationKills = "operation kills",
    /// "The 17-day offensive", "a four-month siege".
    LongOperation = "long operation",
    /// "The raids last year that killed ten": told back.
    ToldBack = "told back",
    /// "Died when troops stormed the jail": what it came of.
    Occasion = "occasion",
    /// "Puts its losses at", "says the number is".
    Puts = "puts the number",
    // The verb.
    /// "Have been killed".
    Perfect = "perfect",
    /// "Had been killed".
    Pluperfect = "pluperfect",
    /// "Were killed".
    Past = "past",
    /// "Are held", "dies".
    Present = "present",
    /// "In custody", "remain displaced".
    Stock = "stock",
    /// "Are being treated", "in intensive care".
    Treated = "treated",
    /// "Recorded", "documented", "registered".
    Recorded = "recorded",
    /// "Are dying", "have been killing".
    Ongoing = "ongoing",
    /// "Will", "would", "could".
    Unreal = "unreal",
    /// "Stormed the post, killing two".
    Narrated = "narrated",
    /// Somebody does it: "hunters killed ten".
    Doer = "doer",
    // The number.
    /// None.
    Zero = "none",
    /// One.
    One = "one",
    /// Ten and more.
    Tens = "ten and more",
    /// A hundred and more.
    Hundreds = "hundred and more",
    /// A thousand and more.
    Thousands = "thousand and more",
    /// Ten thousand and more.
    Myriads = "ten thousand and more",
    /// "Several", "dozens".
    Vague = "vague",
    /// A plural without a number.
    Bare = "bare plural",
    /// "Murders of judges".
    BareDeeds = "bare plural, deeds of harm",
    /// "Killing judges", "kills judges".
    BareDoing = "bare plural, harm going on",
    // Other words.
    /// "A total of", "in all".
    Total = "total",
    /// "The toll", "the number of".
    Toll = "toll",
    /// "Bringing to", "has risen to".
    Rise = "rise",
    /// "Brought to ten the number of", "raising the toll to ten".
    BroughtTo = "brought to",
    /// "The deadliest", "the worst".
    Worst = "worst",
    /// "Accused of", "blamed for", "responsible for".
    Blamed = "blamed",
    /// The sentence opens with "also" or "in addition".
    Also = "also",
    // Where it stands.
    /// The title.
    Title = "title",
    /// The sentence before told a figure with the time of a total.
    Before = "total before",
    /// The same, and this sentence names no day and no one deed.
    BeforeOpen = "total before, nothing new",
    /// The last figure of the sentence before is a total.
    Chain = "after a total",
    /// The same, and this sentence names no day and no one deed.
    ChainOpen = "after a total, nothing new",
    /// A total before, and "the attacks" here.
    ChainDeeds = "total before, the deeds",
    /// The last figure of the sentence before is a total of another harm.
    ChainOther = "after a total of another harm",
    /// The last figure of the sentence before is a total, and a paragraph begins.
    ChainParted = "after a total, new paragraph",
    /// The last figure of the sentence before is a closed total.
    ChainClosed = "after a closed total",
    /// The figure before it in the sentence is a total.
    Beside = "beside a total",
    /// The figure before it in the sentence is the harm of one event.
    BesideOne = "beside one event",
    /// The sentence opens with "meanwhile", "elsewhere", "separately".
    Turn = "turn",
    // The harm.
    /// People displaced.
    Displaced = "displaced",
    /// People detained.
    Detained = "detained",
    /// People abducted.
    Abducted = "abducted",
    /// People missing.
    Missing = "missing",
    /// People injured.
    Injured = "injured",
    /// Objects.
    Object = "object",
    // Two at once.
    /// A thousand or more, no day and no deed.
    ThousandsOpen = "thousand and more, no day, no deed",
    /// The toll or a rise in it, and the time of a total.
    RiseLately = "time of a total, toll",
    /// Pluperfect, a thousand or more.
    PluperfectMany = "pluperfect, thousand and more",
    /// Pluperfect, over a course of time.
    CoursePluperfect = "pluperfect, course of time",
    /// Perfect, a hundred or more.
    PerfectMany = "perfect, hundred and more",
    /// Perfect, no day and no deed.
    PerfectOpen = "perfect, no day, no deed",
    /// Perfect, in a war.
    PerfectWar = "perfect, war",
    /// In a war, a thousand or more.
    WarMany = "war, thousand and more",
    /// A year or more, in a war.
    WarYears = "war, years",
    /// A year or more, not in the perfect, no deed and no doer.
    YearPast = "year, no perfect, no deed",
    /// Somebody did it, and no time of a total.
    DoerPast = "doer, past, no time of a total",
    /// A month, no deed and no doer.
    MonthOpen = "month, no deed",
    /// This week, many deeds.
    WeekDeeds = "this week, deeds",
    /// A time of a total, but one deed.
    DeedLately = "time of a total, one deed",
    /// A time of a total, and a day of its own.
    DayLately = "time of a total, a day",
    /// A time of a total, and it is one.
    OneLately = "time of a total, one",
    /// A time of a total, and the worst.
    WorstLately = "time of a total, worst",
    /// Deeds, and no day.
    DeedsOpen = "deeds, no day",
    /// Deeds in the perfect.
    DeedsPerfect = "deeds, perfect",
    /// Brought to it, and a time of a total or a month.
    BroughtLately = "brought to, time of a total",
    /// A time of a total, and people missing.
    MissingLately = "time of a total, missing",
    /// A course of days, and an operation.
    CourseOperation = "course of days, operation",
    /// A course of time, and a war in the past.
    CourseWar = "course of time, war, past",
    /// A war killed.
    WarKilled = "war kills, past",
    /// A closed time, and fewer than ten.
    ClosedFew = "closed time, few",
    /// After a total, fewer than ten.
    ChainFew = "after a total, few",
    /// In the stock, and abducted.
    StockAbducted = "stock, abducted",
    /// In the past, and displaced.
    DisplacedPast = "displaced, past",
    /// A month, and somebody does it or one deed.
    MonthDeed = "month, doer or deed",
    /// Beside a total, no day and no deed.
    BesideOpen = "beside a total, nothing new",
    /// Recorded, and no day.
    RecordedOpen = "recorded, no day",
    /// Deeds kill in the perfect.
    DeedsKillPerfect = "deeds kill, perfect",
    /// In the stock, and no day.
    StockOpen = "detained stock, no day",
    /// Blamed, for several deeds.
    BlamedDeeds = "blamed, deeds",
    /// A bare plural, in the perfect.
    BarePerfect = "bare plural, perfect",
    /// The toll, of a war.
    TollWar = "toll, war",
    /// Somebody has done it, no day and no deed.
    DoerPerfect = "doer, perfect, no day, no deed",
    /// After a total, and another turn of the report.
    ChainTurn = "total before, turn",
    /// After a total, and another number put for it.
    ChainPuts = "after a total, puts the number",
    /// A month or a time of a total, and what it came of.
    MonthOccasion = "month or time of a total, occasion",
    /// In a war, and in the past.
    WarPast = "war, past",
    /// An operation kills, in the perfect.
    OperationPerfect = "operation kills, perfect",
    /// A closed time, a hundred or fewer, and what happened is told back.
    BackClosed = "closed time, told back",
    /// Under treatment, and injured.
    StockInjured = "stock, injured",
    /// After a total, people arrested.
    ChainDetained = "after a total, detained",
}

impl Cues {
    /// Returns whether any of `cues` is among them.
    pub(super) fn any(self, cues: &[Cue]) -> bool {
        cues.iter().any(|cue| self.has(*cue))
    }
}

/// What every cue is worth for a running total and for a closed one, in hundredths.
pub(crate) struct Worth([[i32; 2]; Cue::ALL.len()]);

impl Worth {
    /// Reads the table; cues that it does not name are worth nothing.
    pub(crate) fn read(table: &str) -> Worth {
        let mut worth = [[0; 2]; Cue::ALL.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or("");
            let Some(at) = Cue::ALL.iter().position(|cue| cue.as_str() == name) else {
                continue;
            };
            for (worth, cell) in worth[at].iter_mut().zip(cells) {
                *worth = cell.parse().unwrap_or(0);
            }
        }
        Worth(worth)
    }

    /// Returns what `cues` say for a running total, and for a closed one.
    pub(crate) fn sums(&self, cues: Cues) -> [i32; 2] {
        cues.iter().fold([0, 0], |[running, closed], cue| {
            let [more, past] = self.0[cue as usize];
            [running + more, closed + past]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_has_a_bit_of_its_own_and_comes_back() {
        assert!(Cue::ALL.len() <= 256);
        let mut cues = Cues::default();
        cues.note(Cue::Always, true);
        cues.note(Cue::DeedsPerfect, true);
        cues.note(Cue::Week, false);
        assert_eq!(
            cues.iter().collect::<Vec<_>>(),
            [Cue::Always, Cue::DeedsPerfect]
        );
        assert!(!cues.has(Cue::Week));
    }
}
