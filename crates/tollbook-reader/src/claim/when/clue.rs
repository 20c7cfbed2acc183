//! Clues: what can be seen on a date in a report that speaks for or against its being that of the harm of a
//! claim. What each is worth stands in `model/date.tsv`; see [`crate::claim::choice`].

use crate::claim::around::positions;
use crate::claim::signs::signs;

signs! {
    /// Something seen on a date (`it`) and a claim of the report.
    DateClue,
    /// A set of clues to a date.
    DateClues;
    /// Always there: how likely any date is told at all.
    Always = "always",
    // What the sentence says of it.
    /// Something happened on it.
    Event = "something happened",
    /// Somebody met, judged or was born on it.
    Act = "somebody did something else",
    /// It is still to come.
    Coming = "still to come",
    /// The report was written on it.
    Writing = "head of the report",
    /// Since when a war or an offensive goes on.
    Began = "something began",
    /// It opens a period, and is meant alone: "since March, when".
    Shut = "opens a period, meant alone",
    /// A running total, and the date is meant alone: "58 died in January".
    TotalShut = "running total, meant alone",
    /// It stands with harm, an attack or what took place.
    WithHarm = "with harm",
    /// It stands with another verb.
    WithOther = "with another verb",
    /// It opens a period, is meant alone, and "when" stands behind it.
    WhenBehind = "when behind it",
    /// It only follows another: "two days later".
    Later = "later than another",
    // What it is.
    /// One day.
    Day = "one day",
    /// A night.
    Night = "one night",
    /// Up to a month.
    Weeks = "up to a month",
    /// Up to a year.
    Months = "up to a year",
    /// Longer.
    Years = "longer",
    /// Up to the day of writing: "since May".
    Running = "up to now",
    /// The day of writing, or the night to it.
    Today = "day of writing",
    /// The day before it.
    Yesterday = "day before",
    /// Up to a week before.
    Week = "up to a week before",
    /// Longer ago than a week.
    Old = "longer ago",
    /// Longer ago than a year.
    VeryOld = "longer ago than a year",
    /// Behind the day of writing.
    Future = "not yet come",
    /// The day of writing is not known.
    Timeless = "day of writing unknown",
    // Where, in the claim's sentence.
    /// The date that the sentence alone speaks for.
    Own = "nearest",
    /// It stands with the claim's word of harm.
    OwnWord = "with the claim's word of harm",
    /// It stands with another harm or an attack.
    OtherHarm = "with other harm",
    /// Up to four words from the harm.
    Close = "within four words",
    /// Up to ten words.
    Near = "within ten words",
    /// Over twenty words.
    Distant = "over twenty words",
    /// Stands behind the harm.
    Behind = "behind the harm",
    /// The harm of another claim stands between it and that of the claim.
    Between = "another harm between",
    /// The only date that the sentence tells.
    Lone = "the only one here",
    // Where, in another sentence.
    /// Told in the title.
    InTitle = "in title",
    /// Told in the first sentence of the text.
    InLead = "in lead",
    /// Told in the sentence before.
    JustBefore = "sentence before",
    /// Told in the sentence after.
    JustAfter = "sentence after",
    /// Told two to four sentences before.
    Before = "two to four before",
    /// Told two to four sentences after.
    After = "two to four after",
    /// Told farther away.
    Far = "farther",
    /// The last date of something that happened before the claim's sentence.
    Last = "last before",
    /// The first such date after the claim's sentence.
    Next = "first after",
    /// The other sentence has a claim of the same event.
    OfEvent = "sentence of the event",
    /// The other sentence has claims of other events only.
    OfOther = "sentence of other events",
    /// The other sentence has no claims, and those before it are of the same event.
    Aftermath = "silent after the event",
    /// The other sentence has no claims, and those before it are of another event.
    OtherAftermath = "silent after another event",
    /// The claim's sentence turns to a new deed, place or day.
    Turns = "claim turns to something new",
    /// The claim's sentence speaks of a deed told before.
    ThatDeed = "claim speaks of that deed",
    /// The other sentence tells of what the claim is a part or a repetition of.
    OfWhole = "sentence of the whole",
    /// The other sentence names a means of the claim.
    SameMeans = "sentence with the means",
    /// The other sentence names means, and none of the claim's.
    OtherMeans = "sentence with other means",
    /// It stands in the claim's paragraph.
    OneParagraph = "in one paragraph",
    /// The sentence of the claim of the same event that is told next.
    EventsNext = "event's claim after",
    /// The other sentence tells of no deed.
    NoDeed = "sentence of no deed",
    /// The claim is a running total, and the other sentence tells one.
    OfTotal = "sentence of another total",
    /// The other sentence names a place of the claim's sentence.
    SamePlace = "sentence of the place",
    /// Both name places, and none is the same.
    OtherPlace = "sentence of other places",
    // How it stands among the dates of the report.
    /// Told again elsewhere.
    Again = "told again",
    /// The one told most.
    Most = "the one told most",
    /// The first date of the text on which something happened.
    First = "first of the text",
    /// Its own sentence holds it for the date of another claim of the event.
    OfEventsClaim = "nearest for the event elsewhere",
    /// Its own sentence holds it for the date of a claim of another event.
    OfOthersClaim = "nearest for another event",
    /// Its own sentence holds it for the date of the claim before.
    OfClaimBefore = "nearest for the claim before",
    /// The first for which a sentence of the event speaks.
    EventsFirst = "first of the event",
    /// The last for which the sentence of a claim before speaks.
    LastOwn = "nearest for the last claim with one",
    /// Its own sentence speaks for a date.
    OtherOwn = "another is nearest here",
    /// Lies within the date that its own sentence speaks for.
    WithinOwn = "within the nearest here",
    /// Lies so, and is one day that other claims of the event have.
    InnerOfEvent = "within the nearest here, of the event",
    /// Holds the date that its own sentence speaks for.
    AroundOwn = "around the nearest here",
    // What the claim is.
    /// A running total, and the date opens a period.
    TotalRunning = "running total, a period",
    /// A running total, and the date is a day or closed.
    TotalClosed = "running total, no period",
    /// A running total, and the date is the claim's nearest.
    TotalOwn = "running total, nearest",
    /// A closed total, and the date is a day or a month.
    PastDay = "closed total, no years",
    /// A closed total, and the date is longer.
    PastYears = "closed total, years",
    /// People displaced or missing.
    Gone = "displaced or missing",
    /// Arrested.
    Arrest = "arrest",
    /// Threatened or planned.
    Unreal = "hypothetical",
    /// The claim's word of harm is no verb: "the murder of two guards".
    AsNoun = "claim by a noun",
    /// "Have been killed".
    Perfect = "claim in the perfect",
    /// "Had been killed".
    Pluperfect = "claim in the pluperfect",
    /// The claim stands in the title.
    TitleClaim = "claim in title",
    /// The claim is part of another.
    Part = "claim is a part",
    /// The claim is of the first event.
    FirstEvent = "claim of the first event",
    /// The claim is of a later event.
    LaterEvent = "claim of a later event",
    /// The claim's sentence looks back: "earlier", "recalled".
    Back = "claim looks back",
    /// It looks back, and the date is longer ago than a week.
    BackOld = "claim looks back, long ago",
}

positions!(DateClue);
