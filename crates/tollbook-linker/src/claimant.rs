//! Who says so: when two claimants are one, and for whom a report speaks.

use std::collections::BTreeMap;

use tollbook_terms::{Affiliation, Claim, Claimant};

use crate::Account;
use crate::fold::fold;
use crate::say;

/// What makes two claimants one: the same neutral id, or without one the same folded words on the
/// same side. All bodies that resolve to one id speak as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Actor(String),
    Words(String, Affiliation),
}

/// The claimants met so far, numbered in the order of meeting, so that nothing hangs on what they
/// are called.
#[derive(Debug, Default)]
pub(crate) struct Numbers(BTreeMap<Key, usize>);

impl Numbers {
    /// Returns the number of a claimant.
    pub(crate) fn of(&mut self, claimant: &Claimant) -> usize {
        let key = match &claimant.id {
            Some(id) => Key::Actor(id.clone()),
            None => Key::Words(fold(&claimant.text), claimant.affiliation.clone()),
        };
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }
}

/// Someone who speaks in reports.
#[derive(Debug)]
pub(crate) struct Voice {
    /// The same for all voices of one claimant.
    pub(crate) claimant_number: usize,
    pub(crate) claimant: Claimant,
    /// The report names it; else the outlet speaks for itself.
    pub(crate) named: bool,
}

/// Who says each claim of many reports.
pub(crate) struct Voices<'a> {
    voices: Vec<Voice>,
    /// For each report, the voices of its claims.
    of_reports: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Voices<'a> {
    /// Hears the reports in the order given. Where a report names nobody, the outlet speaks that
    /// published its text family first: copies of a text are one voice.
    pub(crate) fn of(accounts: &[&'a Account]) -> Voices<'a> {
        let mut first: BTreeMap<&str, &Account> = BTreeMap::new();
        for account in accounts {
            let known = first.entry(&account.family).or_insert(account);
            if account.age() < known.age() {
                *known = account;
            }
        }
        let mut numbers = Numbers::default();
        let mut voices = Vec::new();
        let mut speak = |claimant: Claimant, named| {
            voices.push(Voice {
                claimant_number: numbers.of(&claimant),
                claimant,
                named,
            });
            voices.len() - 1
        };
        let mut outlets: BTreeMap<&str, usize> = BTreeMap::new();
        let mut known: BTreeMap<(&str, Option<&str>, &Affiliation), usize> = BTreeMap::new();
        let mut of_reports = BTreeMap::new();
        for account in accounts {
            let mut spoken = Vec::with_capacity(account.claims.len());
            for (_, claim) in &account.claims {
                spoken.push(match named(claim) {
                    Some(named) => *known
                        .entry(named)
                        .or_insert_with(|| speak(claimant(named), true)),
                    None => *outlets.entry(&account.family).or_insert_with(|| {
                        let first = first.get(account.family.as_str()).unwrap_or(account);
                        speak(outlet(first), false)
                    }),
                });
            }
            of_reports.insert(account.report.as_str(), spoken);
        }
        Voices { voices, of_reports }
    }

    /// Returns who says each claim of a report, in the order of its claims.
    pub(crate) fn of_report(&self, account: &Account) -> impl Iterator<Item = &Voice> {
        let spoken = self.of_reports.get(account.report.as_str());
        spoken
            .into_iter()
            .flatten()
            .map(|voice| &self.voices[*voice])
    }
}

/// Returns the claimant that a claim names, nearest to the figure: words, id, side.
fn named(claim: &Claim) -> Option<(&str, Option<&str>, &Affiliation)> {
    let words = claim.claimant.as_deref()?;
    Some(match claim.actors.claimants.first() {
        Some(nearest) => (&nearest.text, nearest.id.as_deref(), &nearest.affiliation),
        None => (words, None, &Affiliation::Unknown),
    })
}

fn claimant((text, id, affiliation): (&str, Option<&str>, &Affiliation)) -> Claimant {
    Claimant {
        text: text.to_owned(),
        id: id.map(str::to_owned),
        affiliation: affiliation.clone(),
    }
}

/// Returns the outlet of a report as a claimant; a report without one is a claimant of its own.
fn outlet(account: &Account) -> Claimant {
    let none;
    let words = match &account.outlet {
        Some(outlet) => outlet,
        None => {
            none = say::no_outlet(&account.report);
            &none
        }
    };
    claimant((words, None, &account.outlet_affiliation))
}
