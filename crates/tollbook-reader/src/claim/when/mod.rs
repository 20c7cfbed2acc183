//! When: which of a sentence's dates is the day of the harm.

mod clue;
mod see;
mod with;

use jiff::civil::Date;
use tollbook_terms::{Scope, When};

use super::choice::{Balance, choose};
use super::inherit::{INHERITED, because};
use super::relation::Tie;
use super::{Draft, Harmed, Told};
use crate::lexicon::Speech;
use crate::phrase::date::{DateMention, dates};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;
pub use clue::{DateClue, DateClues};
pub(crate) use see::{candidates, key};
use with::is_alarm;
pub(crate) use with::{With, is_deed, tells_deed, with};

pub(crate) const DAY: Rule = Rule {
    name: "when.day",
    says: "The date nearest to the harm is its day, unless it is the day on which somebody spoke.",
    must: &[(
        "A bomb killed five people in the market on Friday, police said on Sunday.",
        "killed 5",
    )],
    must_not: &[(
        "Five people were killed, police said on Sunday.",
        "the day of the statement is not the day of the harm",
    )],
};

pub(crate) const PERIOD: Rule = Rule {
    name: "when.period",
    says: "A running total begins where its sentence says so, and ends on the day of writing.",
    must: &[(
        "Some 91 civilians have been killed since the war began in May 2011.",
        "killed ~91 civilian cumulative",
    )],
    must_not: &[(
        "Two guards were killed in May 2011.",
        "a month is no running total",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&DAY, &PERIOD];

/// What a date of a sentence dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// What happened.
    Event,
    /// When somebody said so.
    Speech,
    /// When something else took place: somebody met, judged or was born, the report was published.
    Act,
    /// What is still to come.
    Coming,
    /// When the report was written.
    Writing,
}

/// A date with what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) date: DateMention,
    pub(crate) of: Of,
    /// Whether it stands with harm or an attack, and whether with another verb.
    pub(crate) with_harm: bool,
    pub(crate) with_other: bool,
    /// The deed or the verb that it stands with.
    pub(crate) with: Option<usize>,
    /// Where the clause ends whose harm was done on it, though it opens a period: "since March, when".
    pub(crate) when_behind: Option<usize>,
}

/// The furthest that a date may stand from the harm it dates.
const REACH: u32 = 60;

/// The furthest that one may which only follows what was told: "a guard died two days later".
const LATER: u32 = 12;

/// How many days a report may have been filed under before the day that its text is headed with.
const FILED_BEFORE: i32 = 31;

/// Returns the day of writing: that of publication, else a full date at the head of the text. Where the text is
/// headed with a later day than that of publication, it was not written before.
pub(crate) fn written(text: &Text<'_>, published: Option<Date>) -> Option<Date> {
    let headed = |sentences: usize, fits: &dyn Fn(&DateMention) -> bool| {
        text.sentences.iter().take(sentences).find_map(|sentence| {
            dates(text, sentence, (None, false), None)
                .iter()
                .find(|date| date.full && fits(date))
                .and_then(|date| date.when.to)
        })
    };
    let Some(published) = published else {
        return headed(4, &|_| true);
    };
    let later = headed(2, &|date| {
        // "elections on May 9, 2021": only what stands free at the head of the text.
        let told = matches!(
            text.lower_at(date.start.wrapping_sub(1)),
            "on" | "in"
                | "by"
                | "until"
                | "before"
                | "for"
                | "of"
                | "to"
                | "from"
                | "since"
                | "the"
        );
        let filed = matches!(
            text.lower_at(date.start.wrapping_sub(2)),
            "published" | "posted" | "updated" | "released" | "dated" | "filed"
        );
        date.start < 20 && (!told || filed)
    });
    later
        .filter(|day| (1..=FILED_BEFORE).contains(&(*day - published).get_days()))
        .or(Some(published))
}

/// Tells what each date of a sentence dates; `opening` is whether the sentence opens the text.
pub(crate) fn dated(
    text: &Text<'_>,
    sentence: &Sentence,
    dates: Vec<DateMention>,
    written: Option<Date>,
    opening: bool,
) -> Vec<Dated> {
    let of = |date: &DateMention| {
        if is_birth(text, sentence, date.start) {
            return Of::Act;
        }
        if is_planned(text, sentence, date.start) {
            return Of::Coming;
        }
        // "has claimed 40 lives since May": nobody spoke since May.
        if date.running {
            return Of::Event;
        }
        let first = date.start - sentence.start < 14;
        let headed = date.when.to == written && written.is_some();
        // "OSTRA, May 9 (ONA) -" may be the day of the harm; "Published May 9, 2021" is not.
        if opening && first && headed && (date.full || is_dateline(text, sentence, date)) {
            return match is_dateline(text, sentence, date) {
                true => Of::Writing,
                false => Of::Act,
            };
        }
        let With::Verb(verb) = with(text, sentence, (date.start, date.end)) else {
            return Of::Event;
        };
        {
            let word = text.word_at(verb);
            // "claimed four lives", "claimed responsibility".
            let claims = (verb + 1..verb + 6)
                .any(|at| matches!(text.lower_at(at), "responsibility" | "life" | "lives"));
            match word.and_then(|word| word.speech) {
                _ if is_alarm(text, verb) => Of::Event,
                Some(Speech::Act) => Of::Act,
                Some(_) if !claims => Of::Speech,
                None if is_count(text.lower_at(verb)) => Of::Speech,
                None if is_hearing(text, verb) => Of::Speech,
                None if is_nursed(text, verb) => Of::Act,
                _ => Of::Event,
            }
        }
    };
    dates
        .into_iter()
        .map(|date| {
            let with = with(text, sentence, (date.start, date.end));
            let harm = with.is_harm(text);
            let behind = date.end + usize::from(text.lower_at(date.end) == ",");
            let clause = (behind..sentence.end)
                .find(|at| text.lower_at(*at) == ",")
                .unwrap_or(sentence.end);
            Dated {
                date,
                of: of(&date),
                with_harm: harm,
                with_other: !harm && with != With::Nothing,
                with: with.token(),
                when_behind: (text.lower_at(behind) == "when").then_some(clause),
            }
        })
        .collect()
}

/// Whether nothing but names stands before the date, and a dash behind it: "OSTRA, May 9 (ONA) -".
fn is_dateline(text: &Text<'_>, sentence: &Sentence, date: &DateMention) -> bool {
    let names = (sentence.start..date.start).all(|at| {
        text.tag_at(at).is_some_and(Tag::is_name)
            || matches!(text.lower_at(at), "," | "." | "(" | ")" | "/")
    });
    let end = (date.end + 8).min(sentence.end);
    names && (date.end..end).any(|at| matches!(text.lower_at(at), "-" | "–" | "—" | "_" | ":"))
}

/// Whether the date tells what is still to come: "scheduled to appear on Thursday".
fn is_planned(text: &Text<'_>, sentence: &Sentence, date: usize) -> bool {
    let from = date.saturating_sub(10).max(sentence.start);
    let mut clause = (from..date)
        .rev()
        .take_while(|at| !matches!(text.lower_at(*at), "," | ";" | "that" | "after" | "since"));
    clause.any(|at| {
        matches!(
            text.lower_at(at),
            "scheduled"
                | "due"
                | "slated"
                | "planned"
                | "planning"
                | "expected"
                | "will"
                | "upcoming"
        )
    })
}

/// Whether the date tells when somebody was born or something was founded: "born in May 1988".
fn is_birth(text: &Text<'_>, sentence: &Sentence, date: usize) -> bool {
    let from = date.saturating_sub(4).max(sentence.start);
    (from..date).any(|at| {
        matches!(
            text.lower_at(at),
            "born" | "founded" | "built" | "elected" | "b"
        )
    })
}

/// Returns since when the sentence says that a war or the like goes on: "the war began in May 2011".
pub(crate) fn began(text: &Text<'_>, sentence: &Sentence, dates: &[Dated]) -> Option<Date> {
    let opens = |date: &DateMention| {
        let from = date.start.saturating_sub(5).max(sentence.start);
        (from..date.start).any(|at| {
            matches!(
                text.lower_at(at),
                "began"
                    | "begun"
                    | "started"
                    | "erupted"
                    | "broke"
                    | "launched"
                    | "outbreak"
                    | "start"
                    | "beginning"
            )
        })
    };
    dates
        .iter()
        .filter(|dated| matches!(dated.of, Of::Event | Of::Act | Of::Coming))
        .filter(|dated| opens(&dated.date))
        .find_map(|dated| dated.date.when.from)
}

/// Whether the verb tells how somebody fares who was harmed before: "remained hospitalized on Sunday".
fn is_nursed(text: &Text<'_>, verb: usize) -> bool {
    let lower = text.lower_at(verb);
    let fares = matches!(
        lower,
        "remained" | "remains" | "remain" | "was" | "were" | "is" | "are"
    );
    let state = |at: usize| {
        matches!(
            text.lower_at(at),
            "hospitalized"
                | "hospitalised"
                | "hospital"
                | "critical"
                | "stable"
                | "condition"
                | "custody"
                | "recovering"
                | "intensive"
        )
    };
    matches!(lower, "recovering" | "recuperating") || fares && (verb + 1..verb + 5).any(state)
}

/// Whether the verb tells when a court was told of the harm: "a jury heard on Monday".
fn is_hearing(text: &Text<'_>, verb: usize) -> bool {
    let court = |at: usize| {
        matches!(
            text.lower_at(at),
            "court" | "inquest" | "jury" | "jurors" | "tribunal" | "trial" | "inquiry" | "hearing"
        )
    };
    text.lower_at(verb) == "heard" && verb > 0 && court(verb - 1)
}

/// Verbs of a figure that is told, not of what it tells: "the toll rose to 29 on Monday".
fn is_count(lower: &str) -> bool {
    matches!(
        lower,
        "rose"
            | "risen"
            | "climbed"
            | "stood"
            | "stands"
            | "reached"
            | "raised"
            | "revised"
            | "updated"
            | "identified"
            | "counted"
            | "corrected"
            | "increased"
    )
}

/// Returns the days that a sentence gives its harm.
pub(crate) fn own(told: &Told, harm: Harmed, scope: Scope, written: Option<Date>) -> Option<When> {
    let nearest = |fits: &dyn Fn(&Dated) -> bool| {
        told.dates
            .iter()
            .filter(|dated| fits(dated))
            .map(|dated| (harm.way(&told.borders, dated.date.start), dated.date))
            .filter(|(distance, date)| *distance < if date.later { LATER } else { REACH })
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, date)| date)
    };
    match scope {
        Scope::Incident => {
            let told = |dated: &Dated| {
                !dated.date.running
                    || dated.date.end <= harm.span.0
                        && dated.when_behind.is_some_and(|end| harm.span.0 < end)
            };
            nearest(&|dated| dated.of == Of::Event && told(dated)).map(|date| date.named)
        }
        Scope::Background => nearest(&|dated| !dated.date.day && !dated.date.running)
            .or_else(|| nearest(&|dated| dated.of == Of::Event))
            .map(|date| date.when),
        Scope::Cumulative => {
            let running = nearest(&|dated| dated.date.running)
                .or_else(|| nearest(&|dated| dated.of == Of::Event));
            Some(When {
                from: running.and_then(|date| date.when.from),
                to: written,
            })
        }
    }
}

/// Returns the last single day that a sentence names for something that happened.
pub(crate) fn last_day(told: &Told) -> Option<Date> {
    told.dates
        .iter()
        .rev()
        .find(|dated| dated.of == Of::Event && dated.date.day && !dated.date.running)
        .and_then(|dated| dated.date.when.to)
}

/// Gives every claim the date of its harm, chosen from the whole report.
pub(crate) fn write(
    drafts: &mut [Draft],
    ties: &[Option<Tie>],
    told: &[Vec<Told>; 2],
    (written, balance): (Option<Date>, &Balance),
) {
    let chosen: Vec<Option<(When, bool)>> = candidates(drafts, ties, told, written)
        .iter()
        .map(|dates| {
            let sums = dates.iter().map(|date| {
                let clues = date.clues.iter().map(|clue| clue as usize);
                (
                    std::slice::from_ref(&date.when),
                    balance.sum(clues, date.here),
                )
            });
            let date = &dates[choose(sums)?];
            Some((date.when, date.here))
        })
        .collect();
    for (draft, chosen) in drafts.iter_mut().zip(chosen) {
        let claim = &mut draft.claim;
        let open = When {
            from: None,
            to: written.filter(|_| claim.scope == Scope::Cumulative),
        };
        let (when, here) = chosen.unwrap_or((open, true));
        claim.when = when;
        if when != When::default() {
            let rule = match (claim.scope, here) {
                (Scope::Cumulative, _) => &PERIOD,
                (_, true) => &DAY,
                (_, false) => &INHERITED,
            };
            because(claim, "when", rule);
        }
    }
}
