//! Whom a pronoun stands for that has done the harm: "He shot two guards", "shot by them".

use super::report::{Report, did, is_armed};
use super::{Doer, How, Who};
use crate::claim::Told;
use crate::claim::around::At;
use crate::mention::Mention;
use crate::tag::Tag;
use crate::text::Text;

/// Whom a pronoun can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// "he", "she".
    One,
    /// "they".
    Many,
    /// "it".
    Body,
}

impl Stands {
    fn new(lower: &str) -> Option<Stands> {
        match lower {
            "he" | "she" | "him" => Some(Stands::One),
            "they" | "them" => Some(Stands::Many),
            "it" => Some(Stands::Body),
            _ => None,
        }
    }

    /// Whether it can stand for one.
    fn fits(self, doer: &Doer) -> bool {
        let body = matches!(doer.who, Who::Actor | Who::Force | Who::Band);
        let one = matches!(doer.who, Who::Person | Who::People | Who::Armed | Who::Name);
        match self {
            Stands::One => one && !doer.manner.many,
            Stands::Many => body || doer.manner.many,
            Stands::Body => body && !doer.manner.many,
        }
    }
}

/// Returns the token of the pronoun that the clause of a mention makes its agent.
pub(crate) fn pronoun(text: &Text<'_>, told: &Told, mention: &Mention) -> Option<(usize, Stands)> {
    let phrase = &told.phrases[mention.phrase];
    let first = told.sentence.start;
    let trigger = mention.trigger;
    // "Shot by them", "shot dead on Monday by him".
    let by =
        (trigger + 1..(trigger + 6).min(told.sentence.end)).find(|at| text.lower_at(*at) == "by");
    let behind = by.and_then(|by| Some((by + 1, Stands::new(text.lower_at(by + 1))?)));
    if behind.is_some_and(|(at, stands)| {
        stands != Stands::Body && !text.tag_at(at + 1).is_some_and(Tag::is_noun)
    }) {
        return behind;
    }
    if phrase.start < trigger {
        return None;
    }
    // "He shot and wounded two": the verb before has the same subject.
    let mut at = trigger;
    while at > first && trigger - at < 8 {
        at -= 1;
        let lower = text.lower_at(at);
        if let Some(stands) = Stands::new(lower) {
            return Some((at, stands));
        }
        let skips = text.is_have(at)
            || matches!(lower, "and" | "then" | "also" | "to" | "," | "dead")
            || text.tag_at(at).is_some_and(|tag| {
                tag.is_adverb() || tag == Tag::MD || tag.is_verb() && !text.is_be(at)
            });
        if !skips {
            return None;
        }
    }
    None
}

/// Returns whom a pronoun at token `at` stands for, by the place among the doers of its own sentence or of the
/// one before: the first subject that it can stand for, else the last named.
pub(super) fn antecedent<'d>(
    here: impl Iterator<Item = &'d Doer>,
    before: impl Iterator<Item = &'d Doer>,
    (at, stands): (usize, Stands),
) -> Option<&'d Doer> {
    let here: Vec<&Doer> = here.filter(|doer| doer.at < at).collect();
    let before: Vec<&Doer> = before.collect();
    [here, before].into_iter().find_map(|doers| {
        let fits = |doer: &&&Doer| stands.fits(doer) && !doer.located;
        let subject = |doer: &&&Doer| {
            did(doer) && doer.how != How::By || matches!(doer.how, How::Acts | How::Speaks)
        };
        let first = doers.iter().find(|doer| fits(doer) && subject(doer));
        first.or_else(|| doers.iter().rev().find(fits)).copied()
    })
}

/// How many sentences before "the attackers" may tell who they are.
const BEFORE: usize = 8;

impl Report<'_> {
    /// Whom words stand for that take up one told before: "the attackers", "its forces".
    /// Words of the claim's own sentence (`here`) that say whose men they are keep their place.
    pub(super) fn stands_for(&self, (field, number): At, doer: &Doer, here: bool) -> Option<&Doer> {
        let lower = doer.words.to_lowercase();
        let mut words = lower.split_whitespace();
        let (first, last) = (words.next()?, words.next_back()?);
        let doers = |number: usize| {
            let known = self.doers[field].get(number).into_iter().flatten();
            known.map(|known| known.doer)
        };
        let stands = match first {
            "its" | "their" if here => return None,
            "its" => Stands::Body,
            "their" => Stands::Many,
            "the" | "these" | "those" if is_the_doer(last) => {
                let is = |other: &&Doer| {
                    did(other)
                        && (is_armed(other.who) || other.harms)
                        && !(other.harmed || other.located || other.manner.comes)
                        && other.for_state != Some(true)
                        && !other.words.to_lowercase().ends_with(last)
                        && !is_the_doer(&other.words.to_lowercase())
                };
                let here = doers(number).filter(|other| other.at < doer.at).rfind(is);
                let before = || {
                    let numbers = (number.saturating_sub(BEFORE)..number).rev();
                    numbers.filter_map(|number| doers(number).find(is)).next()
                };
                return here.or_else(before);
            }
            _ => return None,
        };
        let before = number.checked_sub(1).into_iter().flat_map(doers);
        antecedent(doers(number), before, (doer.at, stands)).filter(|one| is_armed(one.who))
    }
}

/// Whether the words end in a noun that says of people no more than that it was they.
fn is_the_doer(lower: &str) -> bool {
    let last = lower.rsplit(' ').next().unwrap_or(lower);
    matches!(
        last,
        "attackers"
            | "assailants"
            | "raiders"
            | "culprits"
            | "perpetrators"
            | "killers"
            | "criminals"
            | "murderers"
            | "abductors"
            | "kidnappers"
    )
}
