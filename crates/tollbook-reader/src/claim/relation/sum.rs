//! Figures that others sum to.

use tollbook_terms::{Basis, Count, Effect, When};

use super::Pairs;
use super::compare::are_unlike;
use super::pair::AFTER;
use super::sign::Sign;
use super::weigh::Bond;
use super::words::GENERAL;
use crate::claim::Draft;

/// How many figures may lie between a sum and its parts.
const RUN: usize = 10;

/// For each draft the figures that a run of drafts with it sums to: a day's sum told before or after its
/// single attacks, "five fighters: two from here and three from there". `days` is the day that the text is at with
/// each: whom another day killed is in no sum.
pub(super) fn sums(drafts: &[Draft], days: &[Option<When>]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); drafts.len()];
    for (whole, sum) in drafts.iter().enumerate() {
        if sum.claim.count.low < 2 || sum.claim.count.high == Some(0) {
            continue;
        }
        let opens = sum.field == 0 || sum.sentence == 0;
        let day = days[whole].filter(|_| opens || sum.own_day.is_some());
        // Later figures in order, earlier ones from the nearest back.
        let later: Vec<usize> = (whole + 1..(whole + 1 + RUN).min(drafts.len())).collect();
        let earlier: Vec<usize> = (whole.saturating_sub(RUN)..whole).rev().collect();
        for run in [later, earlier] {
            let run: Vec<usize> = run
                .into_iter()
                .filter(|k| {
                    let part = &drafts[*k];
                    let of_casualties = sum.claim.effect == Effect::Casualties
                        && matches!(part.claim.effect, Effect::Killed | Effect::Injured);
                    (part.claim.effect == sum.claim.effect || of_casualties)
                        && part.part_of.is_none()
                        && part.claim.count.low > 0
                        && part.claim.count.low < sum.claim.count.low
                        && part.claim.count.basis != Basis::Vague
                        && !are_unlike(part, sum)
                        && !part
                            .own_day
                            .zip(day)
                            .is_some_and(|(a, b)| a.from > b.to || b.from > a.to)
                })
                .collect();
            // Two figures with others between them.
            for (at, first) in run.iter().enumerate().filter(|_| sum.claim.count.low > 4) {
                for second in &run[at + 1..] {
                    let total = drafts[*first].claim.count.low + drafts[*second].claim.count.low;
                    if total == sum.claim.count.low {
                        for part in [first, second] {
                            if !found[*part].contains(&whole) {
                                found[*part].push(whole);
                            }
                        }
                    }
                }
            }
            for start in 0..run.len() {
                let mut total = 0;
                for end in start..run.len() {
                    total += drafts[run[end]].claim.count.low;
                    if end > start && adds_up(total, &sum.claim.count) {
                        for part in &run[start..=end] {
                            if !found[*part].contains(&whole) {
                                found[*part].push(whole);
                            }
                        }
                    }
                    if total > sum.claim.count.low.saturating_mul(2) {
                        break;
                    }
                }
            }
        }
    }
    found
}

/// For each draft how many people are in its list: those of its effect that its verb harms, where these are
/// several.
pub(super) fn lists(drafts: &[Draft]) -> Vec<Option<u64>> {
    let alike = |a: &Draft, b: &Draft| {
        (a.field, a.sentence, a.words.trigger) == (b.field, b.sentence, b.words.trigger)
            && a.claim.effect == b.claim.effect
    };
    let mut lists = vec![None; drafts.len()];
    for i in 0..drafts.len() {
        let near = i.saturating_sub(RUN)..(i + RUN).min(drafts.len());
        let list: Vec<&Draft> = drafts[near]
            .iter()
            .filter(|other| alike(&drafts[i], other) && other.part_of.is_none())
            .collect();
        if list.len() > 1 && drafts[i].part_of.is_none() {
            lists[i] = Some(list.iter().map(|draft| draft.claim.count.low).sum());
        }
    }
    lists
}

/// Returns the figure that draft `i` and those in its list sum to, told near them of nobody else: "killed
/// eight guards. ... An officer, six guards and a driver were killed".
pub(super) fn sum_of_list(pairs: &Pairs<'_>, i: usize) -> Option<usize> {
    let this = &pairs.drafts[i];
    let counted = matches!(
        this.claim.count.basis,
        Basis::Exact | Basis::AtLeast | Basis::Approx
    );
    if !counted || this.words.this.has(Sign::More) {
        return None;
    }
    // "The attack, in which two people were killed".
    let again = |j: usize| {
        let other = &pairs.drafts[j];
        GENERAL.contains(&other.words.noun.as_str())
            && !other.words.this.has(Sign::Also)
            && pairs.signs(j, i).has(Sign::NothingNew)
    };
    // Whoever was told of by his name before is the same person.
    let known = !this.words.name.is_empty()
        && pairs.others(i, Bond::Same).any(|j| {
            let (mine, theirs) = (&this.words.name, &pairs.drafts[j].words.name);
            theirs.last().is_some_and(|name| mine.contains(name))
        });
    if known {
        return None;
    }
    let total = pairs.lists[i]?;
    let near = |j: &usize| {
        let other = &pairs.drafts[*j];
        let apart = other.sentence.abs_diff(this.sentence);
        let signs = pairs.signs(i, *j);
        let has = |sign: Sign| signs.has(sign);
        other.field == this.field
            && (1..=2).contains(&apart)
            && other.claim.effect == this.claim.effect
            && other.claim.scope == this.claim.scope
            && other.claim.count.low == total
            && matches!(other.claim.count.basis, Basis::Exact | Basis::AtLeast)
            && other.part_of.is_none()
            && !other.words.this.has(Sign::More)
            && (*j < i || !other.words.noun.is_empty() || other.words.this.has(Sign::Definite))
            // "killed the two of them": two others are told so often.
            && (total > 2 || *j > i && (other.words.this.has(Sign::Definite) || again(*j)))
            && ![
                Sign::Elsewhere,
                Sign::OtherDay,
                Sign::OtherCountry,
                Sign::OtherSide,
            ]
            .into_iter()
            .any(has)
            && (total > 4
                || !has(Sign::OtherKind) && (!has(Sign::OtherPlace) || is_summed_up(pairs, i, *j)))
    };
    let last = (i + 1 + AFTER).min(pairs.drafts.len());
    (i.saturating_sub(AFTER)..i)
        .rev()
        .chain(i + 1..last)
        .find(near)
}

/// Whether the figure `sum`, told in the next sentence of people at large, only sums up the list of draft `i`: "shot
/// his wife, his uncle and a guard. ... They opened fire, killing three people".
fn is_summed_up(pairs: &Pairs<'_>, i: usize, sum: usize) -> bool {
    let (this, other) = (&pairs.drafts[i], &pairs.drafts[sum]);
    GENERAL.contains(&other.words.noun.as_str())
        && this.sentence + 1 == other.sentence
        && other.claim.count.basis == Basis::Exact
        && !other.words.this.has(Sign::Fronted)
}

fn adds_up(total: u64, sum: &Count) -> bool {
    match sum.basis {
        Basis::Exact => total == sum.low,
        Basis::AtLeast => total >= sum.low && total <= sum.low + sum.low / 8,
        Basis::Approx => total.abs_diff(sum.low) <= sum.low / 10,
        _ => false,
    }
}
