//! Which claims of a report are of one event.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::Scope;

use super::Draft;
use super::relation::{Bond, Pairs, Sign, Signs, Tie, Weights, root};

/// The events of drafts in order, as far as they are decided.
pub(crate) struct Events {
    of: Vec<Option<usize>>,
    count: usize,
}

impl Events {
    pub(crate) fn new(drafts: usize) -> Events {
        Events {
            of: vec![None; drafts],
            count: 0,
        }
    }

    /// What speaks for each event that draft `i` may belong to, in hundredths, by the event.
    fn sums(
        &self,
        pairs: &Pairs<'_>,
        ties: &[Option<Tie>],
        i: usize,
        weights: &Weights,
    ) -> BTreeMap<usize, i32> {
        let mut sums = BTreeMap::new();
        for j in pairs.others(i, Bond::Event) {
            let Some(event) = self.of[j] else { continue };
            let mut signs = pairs.signs(i, j);
            note_ties(ties, i, j, &mut signs);
            let sum = weights.sum(Bond::Event, signs);
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
        let also = pairs.drafts[i].words.this.has(Sign::AlsoHarmed);
        if pairs.drafts[i].claim.scope != Scope::Incident || also {
            return 0;
        }
        let sums = self.sums(pairs, ties, i, weights);
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
        let sums = self.sums(pairs, ties, i, weights);
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
    }

    /// Writes the labels of the events.
    pub(crate) fn write(self, drafts: &mut [Draft]) {
        for (draft, event) in drafts.iter_mut().zip(self.of) {
            draft.claim.event = event.map(label);
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
