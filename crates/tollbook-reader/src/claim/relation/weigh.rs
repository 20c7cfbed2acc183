//! What the signs are worth: the table of weights, and the choice by it.
//!
//! `model/relation.tsv` has a line for each sign and a column for each relation, in hundredths; what
//! is above 0 speaks for it. It is learned by `cargo xtask train`.

use super::sign::{Sign, Signs};

/// What a claim can be found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Bond {
    /// The same figure or person as the other.
    Same,
    /// A part of the other.
    Part,
    /// An addition to the other.
    Additional,
    /// Another claimant's figure for the other.
    Rival,
    /// A figure that the other replaces.
    Revised,
    /// Of one event with the other.
    Event,
}

impl Bond {
    /// All, each at its own number.
    pub const ALL: &'static [Bond] = &[
        Bond::Same,
        Bond::Part,
        Bond::Additional,
        Bond::Rival,
        Bond::Revised,
        Bond::Event,
    ];

    /// Returns the name in the head of the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Bond::Same => "same",
            Bond::Part => "part",
            Bond::Additional => "additional",
            Bond::Rival => "rival",
            Bond::Revised => "revised",
            Bond::Event => "event",
        }
    }
}

/// A way for which so much less speaks adds nothing.
const FAR: i32 = 530;

/// The weights of every sign, in hundredths.
pub struct Weights {
    table: [[i32; Bond::ALL.len()]; Sign::ALL.len()],
    /// What a second way adds to a first, by how much less speaks for it.
    adds: Vec<i32>,
}

impl Weights {
    /// Reads the table; signs that it does not name weigh nothing.
    pub fn read(table: &str) -> Weights {
        let mut weights = [[0; Bond::ALL.len()]; Sign::ALL.len()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let name = cells.next().unwrap_or("");
            let Some(at) = Sign::ALL.iter().position(|sign| sign.as_str() == name) else {
                continue;
            };
            for (weight, cell) in weights[at].iter_mut().zip(cells) {
                *weight = cell.parse().unwrap_or(0);
            }
        }
        let adds = (0..FAR)
            .map(|less| (100.0 * (-f64::from(less) / 100.0).exp().ln_1p()).round() as i32)
            .collect();
        Weights {
            table: weights,
            adds,
        }
    }

    /// Returns what speaks for either of two ways, where `a` and `b` speak for each.
    pub(crate) fn either(&self, a: i32, b: i32) -> i32 {
        let add = self.adds.get(a.abs_diff(b) as usize);
        a.max(b) + add.copied().unwrap_or(0)
    }

    /// Returns what `signs` say for `bond`, in hundredths.
    pub fn sum(&self, bond: Bond, signs: Signs) -> i32 {
        signs
            .iter()
            .map(|sign| self.table[sign as usize][bond as usize])
            .sum()
    }
}
