//! Whom a claim takes for its perpetrator, of all whom the report says to have done something.
//!
//! Each of them near the claim or in the account of its event is held beside the claim ([`super::see`]), the
//! clues seen on the two ([`super::clue`]) are weighed by a table, and whoever they speak for most has done
//! it; where they speak for none, nobody is said.

use std::collections::BTreeMap;

use super::Doer;
use super::clue::{Clue, Clues};

/// What each clue is worth, in hundredths: on somebody named in the claim's own sentence, and elsewhere.
pub struct Guilt([[i32; 2]; Clue::ALL.len()]);

impl Guilt {
    /// Reads the table; clues that it does not name weigh nothing.
    pub fn read(table: &str) -> Guilt {
        let mut guilt = [[0; 2]; Clue::ALL.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or("");
            if let Some(at) = Clue::ALL.iter().position(|clue| clue.as_str() == name) {
                for (worth, cell) in guilt[at].iter_mut().zip(cells) {
                    *worth = cell.parse().unwrap_or(0);
                }
            }
        }
        Guilt(guilt)
    }

    /// Returns what the clues on a candidate say, in hundredths.
    fn sum(&self, candidate: &Candidate<'_>) -> i32 {
        let column = usize::from(!candidate.here);
        let clues = candidate.clues.iter();
        clues.map(|clue| self.0[clue as usize][column]).sum()
    }
}

/// One who may have done the harm of a claim, as training sees it.
#[derive(Debug, Clone)]
pub struct Suspect {
    /// The claim's place.
    pub claim: usize,
    /// The words of the report for the one.
    pub words: String,
    /// What is seen on the two.
    pub clues: Clues,
    /// Whether the claim's own sentence names the one.
    pub here: bool,
}

/// One who may have done the harm of a claim.
pub(crate) struct Candidate<'d> {
    pub(crate) doer: &'d Doer,
    pub(crate) clues: Clues,
    /// Whether the claim's own sentence names the one.
    pub(crate) here: bool,
}

/// Returns the one whom the clues speak for most; none where they speak for nobody.
///
/// What speaks for one at several places adds up: whoever shares a word is one, and nobody weighs 1.
pub(crate) fn choose<'c, 'd>(
    candidates: &'c [Candidate<'d>],
    guilt: &Guilt,
) -> Option<&'c Candidate<'d>> {
    let mut of_word: BTreeMap<&str, usize> = BTreeMap::new();
    // For each one the weight of all his places, and the weightiest of them.
    let mut ones: Vec<(f64, i32, &Candidate<'d>)> = Vec::new();
    for candidate in candidates {
        let sum = guilt.sum(candidate);
        let words = &candidate.doer.stems;
        let known = words.iter().find_map(|word| of_word.get(word.as_str()));
        let at = known.copied().unwrap_or(ones.len());
        for word in words {
            of_word.entry(word).or_insert(at);
        }
        let weight = (f64::from(sum) / 100.0).exp();
        match ones.get_mut(at) {
            Some(one) => {
                one.0 += weight;
                if sum > one.1 {
                    (one.1, one.2) = (sum, candidate);
                }
            }
            None => ones.push((weight, sum, candidate)),
        }
    }
    let best = ones.into_iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 1.0).then_some(best.2)
}
