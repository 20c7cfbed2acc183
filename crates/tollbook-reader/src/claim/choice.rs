//! A choice among all that a report tells: what is seen on each candidate is weighed by a table.
//!
//! Whom a claim has for its perpetrator, and where and when its harm was done, are chosen so: each candidate near the
//! claim or in the account of its event is held beside the claim, the signs seen on the two are weighed, and
//! the candidate they speak for most is taken; where they speak for none, none is.

use std::collections::BTreeMap;

/// What each sign of a set is worth, in hundredths: on a candidate in the claim's own sentence, and elsewhere.
pub struct Balance(Vec<[i32; 2]>);

impl Balance {
    /// Reads the table of signs with `names`; those that it does not name weigh nothing.
    pub fn read<'n>(table: &str, names: impl Iterator<Item = &'n str>) -> Balance {
        let rows: BTreeMap<&str, &str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .collect();
        let worth = |name: &str| {
            let mut worth = [0; 2];
            let cells = rows.get(name).copied().unwrap_or("").split('\t');
            for (worth, cell) in worth.iter_mut().zip(cells) {
                *worth = cell.parse().unwrap_or(0);
            }
            worth
        };
        Balance(names.map(worth).collect())
    }

    /// Returns what the signs with these numbers say on a candidate, in hundredths.
    pub(crate) fn sum(&self, signs: impl Iterator<Item = usize>, here: bool) -> i32 {
        signs.map(|sign| self.0[sign][usize::from(!here)]).sum()
    }
}

/// Numbers for words: what is held beside each other many times is known again by numbers.
#[derive(Default)]
pub(crate) struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    /// Returns the number of a word; each new word gets the next.
    pub(crate) fn of(&mut self, word: &str) -> usize {
        if let Some(number) = self.0.get(word) {
            return *number;
        }
        let number = self.0.len();
        self.0.insert(word.to_owned(), number);
        number
    }

    /// Returns the numbers of some words.
    pub(crate) fn all(&mut self, words: &[String]) -> Vec<usize> {
        words.iter().map(|word| self.of(word)).collect()
    }

    /// Returns how many words have a number.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// A candidate for a claim, as training sees it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The claim's place among the claims.
    pub claim: usize,
    /// The words of the report for it.
    pub words: String,
    /// The numbers of the signs seen on the two.
    pub signs: Vec<usize>,
    /// Whether the claim's own sentence names it.
    pub here: bool,
}

/// Returns the place of the candidate that the sums speak for most; none where they speak for no one.
///
/// Each candidate has the keys by which it is known again and its sum. What speaks for one at several places
/// adds up: whoever shares a key is one, and none weighs 1.
pub(crate) fn choose<'k, Key: Ord + 'k>(
    candidates: impl Iterator<Item = (&'k [Key], i32)>,
) -> Option<usize> {
    // Sorted by their keys; they are few.
    let mut of_key: Vec<(&Key, usize)> = Vec::new();
    // For each one the weight of all its places, and the weightiest of them.
    let mut ones: Vec<(f64, i32, usize)> = Vec::new();
    for (place, (keys, sum)) in candidates.enumerate() {
        let known = keys.iter().find_map(|key| {
            let place = of_key.binary_search_by(|(own, _)| (*own).cmp(key)).ok()?;
            Some(of_key[place].1)
        });
        let at = known.unwrap_or(ones.len());
        for key in keys {
            if let Err(place) = of_key.binary_search_by(|(own, _)| (*own).cmp(key)) {
                of_key.insert(place, (key, at));
            }
        }
        let weight = (f64::from(sum) / 100.0).exp();
        match ones.get_mut(at) {
            Some(one) => {
                one.0 += weight;
                if sum > one.1 {
                    (one.1, one.2) = (sum, place);
                }
            }
            None => ones.push((weight, sum, place)),
        }
    }
    let best = ones.into_iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 1.0).then_some(best.2)
}
