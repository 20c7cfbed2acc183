//! Sums over incidents, in which an incident that sums others is not added to them.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Contained, Known, Sum};

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
    /// Finds the circles: `ids` of all incidents, and those that sum others with the ids of those.
    pub(crate) fn of(ids: &[String], summing: &[(usize, Vec<String>)]) -> Containment {
        let parts: BTreeSet<&str> = summing
            .iter()
            .flat_map(|(_, parts)| parts.iter().map(String::as_str))
            .collect();
        let numbers: BTreeMap<&str, usize> = ids
            .iter()
            .enumerate()
            .filter(|(_, id)| parts.contains(id.as_str()))
            .map(|(number, id)| (id.as_str(), number))
            .collect();
        let mut beside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut wholes = BTreeSet::new();
        for (whole, parts) in summing {
            for part in parts.iter().filter_map(|id| numbers.get(id.as_str())) {
                wholes.insert(*whole);
                beside.entry(*whole).or_default().push(*part);
                beside.entry(*part).or_default().push(*whole);
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

    /// Returns which of `values` count. Of a circle of overlapping incidents, what counts is the larger
    /// best: that of the largest incident that sums others, or that of all the others together. Where
    /// there are both, they are returned beside.
    pub(crate) fn counted(&self, values: &[Value]) -> (Vec<Value>, Vec<(Value, Vec<Value>)>) {
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
        let mut compared = Vec::new();
        for (wholes, parts) in circles.into_values() {
            let larger = |a: Value, b: Value| if b.1.best > a.1.best { b } else { a };
            match wholes.into_iter().reduce(larger) {
                None => counted.extend(parts),
                Some(whole) => {
                    if known(&parts).best > whole.1.best {
                        counted.extend(&parts);
                    } else {
                        counted.push(whole);
                    }
                    if !parts.is_empty() {
                        compared.push((whole, parts));
                    }
                }
            }
        }
        counted.sort_unstable_by_key(|(number, _)| *number);
        (counted, compared)
    }

    /// Adds up those of `values` that count.
    pub(crate) fn sum(&self, ids: &[String], values: &[Value]) -> (Sum, Vec<Contained>) {
        let (counted, compared) = self.counted(values);
        let compared = compared.into_iter().map(|(whole, parts)| Contained {
            whole: add(ids, &[whole]),
            parts: add(ids, &parts),
        });
        (add(ids, &counted), compared.collect())
    }
}

/// Adds up all of `values`.
pub(crate) fn known(values: &[Value]) -> Known {
    let nothing = Known {
        low: 0,
        best: 0,
        high: Some(0),
        incidents: values.len(),
    };
    values.iter().fold(nothing, |sum, (_, taken)| Known {
        low: sum.low.saturating_add(taken.low),
        best: sum.best.saturating_add(taken.best),
        high: sum.high.zip(taken.high).map(|(a, b)| a.saturating_add(b)),
        ..sum
    })
}

fn add(ids: &[String], values: &[Value]) -> Sum {
    let Known {
        low, best, high, ..
    } = known(values);
    Sum {
        low,
        best,
        high,
        incidents: values
            .iter()
            .map(|(number, _)| ids[*number].clone())
            .collect(),
    }
}
