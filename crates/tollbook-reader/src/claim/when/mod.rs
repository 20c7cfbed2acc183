//! When: which of a sentence's dates is the day of the harm.

mod clue;
mod see;

use jiff::civil::Date;
use tollbook_terms::{Scope, When};

use super::choice::{Balance, choose};
use super::inherit::{INHERITED, because};
use super::relation::Tie;
use super::{Draft, Told};
use crate::lexicon::Speech;
use crate::mention::Mention;
use crate::phrase::date::{DateMention, dates};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::{Kind, Sentence};
pub use clue::{DateClue, DateClues};
pub(crate) use see::{candidates, key};

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
    /// When the report was written.
    Writing,
}

/// A date with what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) date: DateMention,
    pub(crate) of: Of,
}

/// The furthest that a date may stand from the harm it dates.
const REACH: u32 = 60;

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
        if is_birth(text, sentence, date.start) || is_planned(text, sentence, date.start) {
            return Of::Act;
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
        verb_of(text, sentence, date).map_or(Of::Event, |verb| {
            let word = text.word_at(verb);
            // "claimed four lives", "claimed responsibility".
            let claims = (verb + 1..verb + 6)
                .any(|at| matches!(text.lower_at(at), "responsibility" | "life" | "lives"));
            match word.and_then(|word| word.speech) {
                Some(Speech::Act) => Of::Act,
                Some(_) if !claims => Of::Speech,
                None if is_count(text.lower_at(verb)) => Of::Speech,
                _ => Of::Event,
            }
        })
    };
    dates
        .into_iter()
        .map(|date| Dated {
            date,
            of: of(&date),
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

/// The verb that the date stands with: right behind it, else the nearest before it in its clause,
/// else the first behind it.
fn verb_of(text: &Text<'_>, sentence: &Sentence, date: &DateMention) -> Option<usize> {
    // "Monday's attack", "the May 3 bomb attack", "a 2014 ambush".
    let of_deed = (date.end..(date.end + 4).min(sentence.end))
        .take_while(|at| {
            text.tag_at(*at)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
                || text.lower_at(*at) == "-"
        })
        .any(|at| is_deed(text.lower_at(at)));
    if of_deed || text.tag_at(date.end) == Some(Tag::POS) {
        return None;
    }
    let is_verb = |at: usize| {
        let speech = text.word_at(at).is_some_and(|word| word.speech.is_some());
        text.tag_at(at)
            .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN && !speech)
            || speech
                && text
                    .tag_at(at)
                    .is_some_and(|tag| tag == Tag::VBN || tag == Tag::VBG)
    };
    let told = text
        .word_at(date.end)
        .is_some_and(|word| word.speech.is_some());
    if told && is_verb(date.end) && date.end < sentence.end {
        return Some(date.end);
    }
    let mut clause = sentence.start;
    let mut joined = true;
    let from = date.start.saturating_sub(40).max(sentence.start);
    for at in (from..date.start).rev() {
        let word = text.word_at(at);
        let deed = word.is_some_and(|word| word.noun.is_some()) || is_deed(text.lower_at(at));
        joined &= text.lower_at(at) != ",";
        // "the attack on Monday", "denied the killing of two guards in Ostra on Monday": the deed has a day of
        // its own.
        let told = joined && !is_figure(text.lower_at(at)) && !is_figure(text.lower_at(at + 1));
        if deed && (told || date.start - at <= 3) {
            return None;
        }
        // "said that on Monday two were killed": behind "that" begins what is told.
        let time = text.kind_at(at + 1) == Some(Kind::Digits) && !text.spaced_at(at + 1);
        if matches!(text.lower_at(at), ";" | ":" | "\"" | "”" | "that") && !time {
            clause = at + 1;
            break;
        }
        // "said as dawn broke on Saturday".
        let hour = matches!(
            text.lower_at(at.wrapping_sub(1)),
            "dawn" | "day" | "night" | "darkness" | "evening"
        );
        if is_verb(at) && !hour {
            return Some(at);
        }
    }
    // "On Tuesday, the minister announced": only where nothing stands before it.
    let first = date.start - clause <= 4;
    let behind = date.end..(date.end + 16).min(sentence.end);
    behind.filter(|_| first).find(|at| is_verb(*at))
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
        .filter(|dated| matches!(dated.of, Of::Event | Of::Act))
        .filter(|dated| opens(&dated.date))
        .find_map(|dated| dated.date.when.from)
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

/// Nouns for a figure that is told: "the death toll".
fn is_figure(lower: &str) -> bool {
    matches!(
        lower,
        "toll" | "tolls" | "count" | "tally" | "number" | "figure"
    )
}

/// Nouns of a deed that has a day.
pub(crate) fn is_deed(lower: &str) -> bool {
    matches!(
        lower.strip_suffix('s').unwrap_or(lower),
        "attack"
            | "bombing"
            | "blast"
            | "explosion"
            | "strike"
            | "airstrike"
            | "raid"
            | "clash"
            | "clashe"
            | "shooting"
            | "ambush"
            | "incident"
            | "crash"
            | "earthquake"
            | "fire"
            | "assault"
            | "massacre"
            | "battle"
            | "fighting"
            | "killing"
            | "murder"
            | "shelling"
            | "violence"
            | "ambushe"
            | "crashe"
            | "gunfight"
            | "firefight"
            | "shootout"
            | "stabbing"
            | "slaying"
            | "beheading"
            | "execution"
            | "abduction"
            | "kidnapping"
            | "hijacking"
            | "assassination"
            | "riot"
            | "siege"
            | "accident"
            | "rampage"
            | "bloodbath"
            | "stampede"
    )
}

/// Returns the days that a sentence gives its harm.
pub(crate) fn own(
    told: &Told,
    mention: &Mention,
    scope: Scope,
    written: Option<Date>,
) -> Option<When> {
    let number = &told.phrases[mention.phrase];
    let harm = (
        number.start.min(mention.trigger),
        number.end.max(mention.trigger + 1),
    );
    let nearest = |fits: &dyn Fn(&Dated) -> bool| {
        told.dates
            .iter()
            .filter(|dated| fits(dated))
            .map(|dated| (told.borders.distance(dated.date.start, harm), dated.date))
            .filter(|(distance, _)| *distance < REACH)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, date)| date)
    };
    match scope {
        Scope::Incident => {
            nearest(&|dated| dated.of == Of::Event && !dated.date.running).map(|date| date.when)
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
