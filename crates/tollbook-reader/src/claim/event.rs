//! Which claims of a report are of one event.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::Scope;

use super::Draft;
use super::relation::{Bond, Pairs, Sign, Signs, Tie, Weights, root, turns_from};

/// From here on two drafts are rather of one event than not, in hundredths: less has to speak for a pair than for
/// the one event among all that a draft is put to first.
const TOGETHER: i32 = -175;

/// How much one pair can say, and how much better another event must be for a draft to go over to it.
const MOST: i32 = 400;
const BETTER: i32 = 100;

/// What speaks against one event with those before where the words turn to another.
const TURNED: i32 = 300;

/// How often all drafts are looked at again.
const SWEEPS: usize = 3;

/// The events of drafts in order, as far as they are decided.
pub(crate) struct Events {
    of: Vec<Option<usize>>,
    count: usize,
    /// For each draft those held beside it, and what speaks for one event of both.
    beside: Vec<Vec<(usize, i32)>>,
}

impl Events {
    pub(crate) fn new(drafts: usize) -> Events {
        Events {
            of: vec![None; drafts],
            count: 0,
            beside: vec![Vec::new(); drafts],
        }
    }

    /// What speaks for one event of draft `i` and each held beside it, in hundredths.
    fn scores(
        pairs: &Pairs<'_>,
        ties: &[Option<Tie>],
        i: usize,
        weights: &Weights,
    ) -> Vec<(usize, i32)> {
        let score = |j: usize| {
            let mut signs = pairs.signs(i, j);
            note_ties(ties, i, j, &mut signs);
            let turned = if turns_from(&pairs.drafts[i], &pairs.drafts[j]) {
                TURNED
            } else {
                0
            };
            (j, weights.sum(Bond::Event, signs) - turned)
        };
        pairs.others(i, Bond::Event).map(score).collect()
    }

    /// What they speak for each event, by the event.
    fn sums(&self, scores: &[(usize, i32)], weights: &Weights) -> BTreeMap<usize, i32> {
        let mut sums = BTreeMap::new();
        for (j, sum) in scores.iter().copied() {
            let Some(event) = self.of[j] else { continue };
            sums.entry(event)
                .and_modify(|before| *before = weights.either(*before, sum))
                .or_insert(sum);
        }
        sums
    }

    /// What speaks against draft `i` as a figure of its own, in hundredths: a second figure of an event
    /// for one kind of harm is tied to the first, so that it would have to be of another event.
    pub(crate) fn against_alone(
        &self,
        pairs: &Pairs<'_>,
        ties: &[Option<Tie>],
        i: usize,
        weights: &Weights,
    ) -> i32 {
        // "Was also killed": a second figure that is another.
        let says = |sign: Sign| pairs.drafts[i].words.this.has(sign);
        let also = says(Sign::AlsoHarmed) || says(Sign::Turns);
        if pairs.drafts[i].claim.scope != Scope::Incident || also {
            return 0;
        }
        let sums = self.sums(&Events::scores(pairs, ties, i, weights), weights);
        let taken: BTreeSet<usize> = pairs
            .others(i, Bond::Event)
            .filter(|j| second(&pairs.drafts[i], &pairs.drafts[*j]))
            .filter(|j| !are_others(pairs.signs(i, *j)))
            .filter_map(|j| self.of[j])
            .collect();
        let best = |free: bool| {
            sums.iter()
                .filter(|(event, _)| !free || !taken.contains(event))
                .map(|(_, sum)| *sum)
                .fold(0, i32::max)
        };
        best(false) - best(true)
    }

    /// Decides the event of draft `i`: that of the draft before it that most speaks for, else a new one.
    pub(crate) fn decide(
        &mut self,
        pairs: &Pairs<'_>,
        ties: &[Option<Tie>],
        i: usize,
        weights: &Weights,
    ) {
        if pairs.drafts[i].claim.scope != Scope::Incident {
            return;
        }
        let scores = Events::scores(pairs, ties, i, weights);
        let sums = self.sums(&scores, weights);
        let best = sums
            .iter()
            .max_by_key(|(event, sum)| (**sum, Reverse(**event)));
        self.of[i] = match best {
            Some((event, sum)) if *sum > 0 => Some(*event),
            _ => {
                self.count += 1;
                Some(self.count - 1)
            }
        };
        for (j, score) in scores {
            self.beside[i].push((j, score));
            self.beside[j].push((i, score));
        }
    }

    /// Looks at each draft again with all those told after it: what all of an event say together may speak for
    /// another one, or for none of them.
    pub(crate) fn settle(&mut self) {
        for _ in 0..SWEEPS {
            let mut settled = true;
            for i in 0..self.of.len() {
                let Some(own) = self.of[i] else { continue };
                let mut sums: BTreeMap<usize, i32> = BTreeMap::new();
                for (j, score) in &self.beside[i] {
                    if let Some(event) = self.of[*j] {
                        *sums.entry(event).or_default() += (score - TOGETHER).clamp(-MOST, MOST);
                    }
                }
                let stays = sums.remove(&own);
                let best = sums
                    .iter()
                    .max_by_key(|(event, sum)| (**sum, Reverse(**event)))
                    .map(|(event, sum)| (*event, *sum))
                    .filter(|(_, sum)| *sum > 0);
                let (to, sum) = match (best, stays) {
                    (Some(best), _) => best,
                    // Beside those of its event it is better alone.
                    (None, Some(_)) => (self.count, 0),
                    (None, None) => continue,
                };
                if sum > stays.unwrap_or(0) + BETTER {
                    self.count = self.count.max(to + 1);
                    self.of[i] = Some(to);
                    settled = false;
                }
            }
            if settled {
                return;
            }
        }
    }

    /// Writes the labels of the events.
    pub(crate) fn write(self, drafts: &mut [Draft]) {
        // By the order in which they are told.
        let mut told: BTreeMap<usize, usize> = BTreeMap::new();
        for (draft, event) in drafts.iter_mut().zip(self.of) {
            draft.claim.event = event.map(|event| {
                let next = told.len();
                label(*told.entry(event).or_insert(next))
            });
        }
    }
}

/// Whether `this` tells the same kind of harm to people as `other` did, in a sentence of its own.
fn second(this: &Draft, other: &Draft) -> bool {
    let named = |draft: &Draft| !draft.words.name.is_empty();
    this.claim.effect == other.claim.effect
        && this.claim.effect.on_people()
        && (this.field, this.sentence) != (other.field, other.sentence)
        && !(named(this) && named(other))
}

/// Whether none of the people of two figures can be among the others: fighters and civilians, two sides.
fn are_others(signs: Signs) -> bool {
    signs.has(Sign::OtherKind) || signs.has(Sign::OtherSide)
}

/// Notes what the relations of drafts `i` and `j` say about their events.
pub(crate) fn note_ties(ties: &[Option<Tie>], i: usize, j: usize, signs: &mut Signs) {
    let of = |at: usize, bond: Bond| {
        let head = root(ties, at);
        ties[head]
            .filter(|tie| tie.bond == bond)
            .map(|tie| root(ties, tie.to))
    };
    signs.note(Sign::Bound, root(ties, i) == root(ties, j));
    signs.note(
        Sign::PartOf,
        of(i, Bond::Part) == Some(root(ties, j)) || of(j, Bond::Part) == Some(root(ties, i)),
    );
    signs.note(
        Sign::Siblings,
        of(i, Bond::Part).is_some() && of(i, Bond::Part) == of(j, Bond::Part),
    );
}

/// "A" to "Z", then "AA", "AB", and so on.
fn label(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (number % 26) as u8));
        match (number / 26).checked_sub(1) {
            Some(left) => number = left,
            None => break letters.into_iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(of: [usize; 4], beside: &[(usize, usize, i32)]) -> Vec<Option<usize>> {
        let mut events = Events::new(of.len());
        events.of = of.map(Some).to_vec();
        events.count = 2;
        for (i, j, score) in beside {
            events.beside[*i].push((*j, *score));
            events.beside[*j].push((*i, *score));
        }
        events.settle();
        events.of
    }

    #[test]
    fn a_figure_goes_over_to_the_event_for_which_later_ones_speak() {
        let one = 100;
        let beside = [
            (0, 1, one),
            (0, 2, -500),
            (1, 2, one),
            (1, 3, one),
            (2, 3, one),
        ];
        assert_eq!(told([0, 0, 1, 1], &beside), [0, 1, 1, 1].map(Some));
    }

    #[test]
    fn a_figure_that_fits_none_is_of_an_event_of_its_own() {
        let beside = [(0, 1, 200), (0, 2, -400), (1, 2, -400), (2, 3, -400)];
        assert_eq!(told([0, 0, 0, 1], &beside), [0, 0, 2, 1].map(Some));
        let near = [(0, 1, 200), (0, 2, -200), (1, 2, -200), (2, 3, -400)];
        assert_eq!(told([0, 0, 0, 1], &near), [0, 0, 0, 1].map(Some));
    }

    #[test]
    fn no_two_events_have_one_label() {
        let labels: BTreeSet<String> = (0..20_000).map(label).collect();
        assert_eq!(labels.len(), 20_000);
        assert_eq!(
            [0, 25, 26, 701, 702].map(label),
            ["A", "Z", "AA", "ZZ", "AAA"]
        );
    }
}
