//! Sums over incidents, in which an incident that sums others is not added to them.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Contained, Incident, Sum};

use crate::figure::Taken;

/// An incident by number, and what it adds.
pub(crate) type Value = (usize, Taken);

/// Which incidents overlap, because one of them sums others.
#[derive(Debug, Default)]
pub(crate) struct Containment {
    /// The circle of overlapping incidents that each belongs to; most belong to none.
    circles: BTreeMap<usize, usize>,
    /// Those that sum others.
    wholes: BTreeSet<usize>,
}

impl Containment {
    pub(crate) fn of(incidents: &[Incident]) -> Containment {
        let numbers: BTreeMap<&str, usize> = incidents
            .iter()
            .enumerate()
            .map(|(number, incident)| (incident.id.as_str(), number))
            .collect();
        let mut beside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut wholes = BTreeSet::new();
        for (whole, incident) in incidents.iter().enumerate() {
            for part in incident
                .contains
                .iter()
                .filter_map(|id| numbers.get(id.as_str()))
            {
                wholes.insert(whole);
                beside.entry(whole).or_default().push(*part);
                beside.entry(*part).or_default().push(whole);
            }
        }
        let mut circles: BTreeMap<usize, usize> = BTreeMap::new();
        for start in beside.keys() {
            let mut open = vec![*start];
            while let Some(number) = open.pop() {
                if let std::collections::btree_map::Entry::Vacant(place) = circles.entry(number) {
                    place.insert(*start);
                    open.extend(beside.get(&number).into_iter().flatten());
                }
            }
        }
        Containment { circles, wholes }
    }

    /// Adds up `values`. Of a circle of overlapping incidents, what counts is the larger best: that of
    /// the largest incident that sums others, or that of all the others together.
    pub(crate) fn sum(&self, incidents: &[Incident], values: &[Value]) -> (Sum, Vec<Contained>) {
        let mut counted: Vec<Value> = Vec::new();
        let mut circles: BTreeMap<usize, (Vec<Value>, Vec<Value>)> = BTreeMap::new();
        for value in values {
            match self.circles.get(&value.0) {
                None => counted.push(*value),
                Some(circle) => {
                    let (wholes, parts) = circles.entry(*circle).or_default();
                    let whole = self.wholes.contains(&value.0);
                    if whole { wholes } else { parts }.push(*value);
                }
            }
        }
        let mut contained = Vec::new();
        for (wholes, parts) in circles.into_values() {
            let largest = wholes
                .into_iter()
                .reduce(|a, b| if b.1.best > a.1.best { b } else { a });
            let whole: Vec<Value> = largest.into_iter().collect();
            let (whole_sum, parts_sum) = (add(incidents, &whole), add(incidents, &parts));
            let parts_count = whole.is_empty() || parts_sum.best > whole_sum.best;
            if !whole.is_empty() && !parts.is_empty() {
                contained.push(Contained {
                    whole: whole_sum,
                    parts: parts_sum,
                });
            }
            counted.extend(if parts_count { parts } else { whole });
        }
        counted.sort_unstable_by_key(|(number, _)| *number);
        (add(incidents, &counted), contained)
    }
}

fn add(incidents: &[Incident], values: &[Value]) -> Sum {
    let mut sum = Sum::default();
    for (number, taken) in values {
        sum.low = sum.low.saturating_add(taken.low);
        sum.best = sum.best.saturating_add(taken.best);
        let highs = sum.high.zip(taken.high);
        sum.high = highs.map(|(sum, high)| sum.saturating_add(high));
        sum.incidents.push(incidents[*number].id.clone());
    }
    sum
}
