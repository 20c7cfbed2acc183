//! Figures that others sum to.

use tollbook_terms::{Basis, Count, Effect, When};

use super::compare::are_unlike;
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

fn adds_up(total: u64, sum: &Count) -> bool {
    match sum.basis {
        Basis::Exact => total == sum.low,
        Basis::AtLeast => total >= sum.low && total <= sum.low + sum.low / 8,
        Basis::Approx => total.abs_diff(sum.low) <= sum.low / 10,
        _ => false,
    }
}
