//! Who says so: when two claimants are one, and for whom a report speaks.

use std::collections::BTreeMap;

use tollbook_terms::{Affiliation, Claim, Claimant};

use crate::fold::fold;
use crate::say;
use crate::{Claims, Teller};

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
    tellers: &'a [Teller],
    /// The report of each family that was published first.
    first: BTreeMap<&'a str, &'a Teller>,
    numbers: Numbers,
    voices: Vec<Voice>,
    outlets: BTreeMap<&'a str, usize>,
    known: BTreeMap<Named, usize>,
    /// For each report, the voices of its claims.
    of_reports: Vec<Vec<u32>>,
}

/// A claimant as a claim names it: words, id, side.
type Named = (String, Option<String>, Affiliation);

impl<'a> Voices<'a> {
    /// Gets ready to hear the reports of `tellers`.
    pub(crate) fn new(tellers: &'a [Teller]) -> Voices<'a> {
        let mut first: BTreeMap<&str, &Teller> = BTreeMap::new();
        for teller in tellers {
            let known = first.entry(&teller.family).or_insert(teller);
            if teller.age() < known.age() {
                *known = teller;
            }
        }
        Voices {
            tellers,
            first,
            numbers: Numbers::default(),
            voices: Vec::new(),
            outlets: BTreeMap::new(),
            known: BTreeMap::new(),
            of_reports: vec![Vec::new(); tellers.len()],
        }
    }

    /// Hears the next report, by its place in `tellers`. Where it names nobody, the outlet speaks that
    /// published its text family first: copies of a text are one voice.
    pub(crate) fn hear(&mut self, teller: usize, claims: &Claims) {
        let spoken = claims.iter().map(|(_, claim)| {
            let voice = match named(claim) {
                Some(named) => match self.known.get(&named) {
                    Some(voice) => *voice,
                    None => {
                        let voice = speak(
                            &mut self.voices,
                            &mut self.numbers,
                            claimant(named.clone()),
                            true,
                        );
                        self.known.insert(named, voice);
                        voice
                    }
                },
                None => {
                    let teller = &self.tellers[teller];
                    let family = teller.family.as_str();
                    *self.outlets.entry(family).or_insert_with(|| {
                        let first = self.first.get(family).copied().unwrap_or(teller);
                        speak(&mut self.voices, &mut self.numbers, outlet(first), false)
                    })
                }
            };
            u32::try_from(voice).unwrap_or(u32::MAX)
        });
        self.of_reports[teller] = spoken.collect();
    }

    /// Returns who says each claim of a report, in the order of its claims.
    pub(crate) fn of(&self, teller: usize) -> impl Iterator<Item = &Voice> {
        let spoken = self.of_reports[teller].iter();
        spoken.map(|voice| &self.voices[*voice as usize])
    }
}

/// Takes in another voice; returns its place.
fn speak(voices: &mut Vec<Voice>, numbers: &mut Numbers, claimant: Claimant, named: bool) -> usize {
    voices.push(Voice {
        claimant_number: numbers.of(&claimant),
        claimant,
        named,
    });
    voices.len() - 1
}

/// Returns the claimant that a claim names, nearest to the figure.
fn named(claim: &Claim) -> Option<Named> {
    let words = claim.claimant.as_deref()?;
    Some(match claim.actors.claimants.first() {
        Some(nearest) => (
            nearest.text.clone(),
            nearest.id.clone(),
            nearest.affiliation.clone(),
        ),
        None => (words.to_owned(), None, Affiliation::Unknown),
    })
}

fn claimant((text, id, affiliation): Named) -> Claimant {
    Claimant {
        text,
        id,
        affiliation,
    }
}

/// Returns the outlet of a report as a claimant; a report without one is a claimant of its own.
fn outlet(teller: &Teller) -> Claimant {
    let words = match &teller.outlet {
        Some(outlet) => outlet.clone(),
        None => say::no_outlet(&teller.report),
    };
    claimant((words, None, teller.outlet_affiliation.clone()))
}
