//! Sayings: the figures that one report gives for one effect, each for the claimant who stands
//! behind it.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Basis, Category, Cause, Claimant, Count, Did, Effect, Older, Piece, Said};

use crate::Teller;
use crate::categories::{Categories, share};
use crate::statement::{Role, Statement};
use crate::telling::Spoken;

/// What a figure is of.
pub(crate) type Of = (Effect, Cause, Option<Category>);

/// When something was said, and by which report: the order of figures in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Age<'a> {
    pub(crate) at: &'a str,
    order: u64,
    report: &'a str,
}

impl Teller {
    pub(crate) fn age(&self) -> Age<'_> {
        Age {
            at: &self.at,
            order: self.order,
            report: &self.report,
        }
    }
}

/// A statement as it is told apart from others of its text family: how many, by which claimant (`None`
/// where the report names nobody), and whether as a part.
type Line = (Count, Option<usize>, bool);

/// What one report says for one figure.
pub(crate) struct Told<'a> {
    pub(crate) family: &'a str,
    pub(crate) age: Age<'a>,
    /// What its figures are made of.
    pub(crate) lines: BTreeSet<Line>,
    /// All that a copy, cut anywhere, could make its figures of.
    pub(crate) covers: BTreeSet<Line>,
    /// One for each claimant.
    pub(crate) sayings: Vec<Saying<'a>>,
    /// All claims it is made of.
    pub(crate) claims: Vec<&'a str>,
    /// Claims that did not add, by reason.
    pub(crate) left_out: BTreeMap<Did, Vec<&'a str>>,
}

/// A figure that one report gives for one claimant, or for several whose figures it adds up.
#[derive(Debug, Clone)]
pub(crate) struct Saying<'a> {
    pub(crate) by: BTreeMap<usize, &'a Claimant>,
    /// The claimants give another figure beside it in the same report.
    pub(crate) second: bool,
    pub(crate) count: Count,
    pub(crate) age: Age<'a>,
    /// It is in the latest version of its text family, not in one that is replaced.
    pub(crate) stands: bool,
    /// Older figures that the report itself replaces.
    pub(crate) revised: Vec<Spoken<'a>>,
    /// What it sums: the words that are taken, and what they add.
    pieces: Vec<(Spoken<'a>, Count)>,
    /// What all of the people or objects are said to be.
    kinds: Categories,
}

/// What a figure is about, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shape {
    kinds: Categories,
    count: Count,
}

impl Shape {
    /// Returns whether this is a figure about some of `wider`'s people only: of a narrower kind, and
    /// fewer.
    pub(crate) fn is_about_some_of(&self, wider: &Shape) -> bool {
        let fits = match (self.count.high, wider.count.high) {
            (Some(ours), Some(theirs)) => ours <= theirs,
            _ => true,
        };
        self.kinds.narrower_than(wider.kinds) && self.count.low < wider.count.low && fits
    }
}

impl<'a> Saying<'a> {
    pub(crate) fn shape(&self) -> Shape {
        Shape {
            kinds: self.kinds,
            count: self.count,
        }
    }

    pub(crate) fn is_about_some_of(&self, wider: &Saying) -> bool {
        self.shape().is_about_some_of(&wider.shape())
    }

    /// Returns whether this is a bound that holds the exact figure `known`.
    pub(crate) fn only_loosens(&self, known: &Saying) -> bool {
        let exact = known.count.high == Some(known.count.low);
        let bound = self.count.high != Some(self.count.low);
        let high = self.count.high.is_none_or(|high| high >= known.count.low);
        exact && bound && high && self.count.low <= known.count.low
    }

    /// Returns the numbers of the claimants.
    pub(crate) fn claimants(&self) -> Vec<usize> {
        self.by.keys().copied().collect()
    }

    pub(crate) fn claims(&self) -> impl Iterator<Item = &'a str> {
        self.pieces.iter().map(|(spoken, _)| spoken.id)
    }

    pub(crate) fn said(&self, history: Vec<Older>) -> Said {
        let pieces = self.pieces.iter().map(|(spoken, count)| Piece {
            claim: spoken.id.to_owned(),
            count: *count,
            perpetrator: spoken.claim.actors.perpetrator.clone(),
            affiliation: spoken.voice.claimant.affiliation.clone(),
        });
        Said {
            claimants: self
                .by
                .values()
                .map(|claimant| (*claimant).clone())
                .collect(),
            count: self.count,
            at: self.age.at.to_owned(),
            pieces: pieces.collect(),
            history,
        }
    }
}

/// Where a report adds up figures and others stand against single ones of them, each of those others
/// is a sum of its own; beyond so many terms in all (more than any report needs) they are left out.
const MOST_TERMS: usize = 4096;

/// A statement in a sum, and whose words are taken for it.
type Term<'s, 'a> = (&'s Statement<'a>, Spoken<'a>);

/// Returns what a report's `statements` of one event say of one figure; nothing where none adds.
pub(crate) fn told_of<'a>(teller: &'a Teller, statements: &[Statement<'a>], of: Of) -> Told<'a> {
    let (effect, cause, category) = of;
    let carries = |statement: &&Statement| {
        let same = statement.claim.effect == effect && statement.claim.cause == cause;
        same && category.is_none_or(|category| statement.categories.has(category))
    };
    let mut left_out: BTreeMap<Did, Vec<&str>> = BTreeMap::new();
    let mut terms: Vec<Term> = Vec::new();
    let mut place_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut against: BTreeMap<usize, BTreeMap<usize, Term>> = BTreeMap::new();
    for (number, statement) in statements.iter().enumerate() {
        if !carries(&statement) {
            continue;
        }
        let place = match statement.role {
            _ if statement.adds(category) => {
                place_of.insert(number, terms.len());
                terms.push((statement, statement.spoken[0]));
                terms.len() - 1
            }
            Role::Against(other) if place_of.contains_key(&other) => place_of[&other],
            // What it stands against is not in this sum: alone, it is its claimant's figure.
            Role::Against(_) if terms.is_empty() => {
                terms.push((statement, statement.spoken[0]));
                0
            }
            _ => {
                left_out
                    .entry(Did::LeftOutParts)
                    .or_default()
                    .push(statement.id);
                continue;
            }
        };
        if !statement.repeated.is_empty() {
            let repeated = left_out.entry(Did::LeftOutRepeated).or_default();
            repeated.extend(&statement.repeated);
        }
        if !statement.revised.is_empty() {
            let revised = left_out.entry(Did::LeftOutRevised).or_default();
            revised.extend(statement.revised.iter().map(|older| older.id));
        }
        let taken = terms[place].1.id;
        for spoken in statement.spoken.iter().filter(|spoken| spoken.id != taken) {
            let figures = against.entry(spoken.voice.claimant_number).or_default();
            figures.entry(place).or_insert((statement, *spoken));
        }
    }
    if terms.len() > 1 && against.len().saturating_mul(terms.len()) > MOST_TERMS {
        let rivals = against.values().flat_map(BTreeMap::values);
        let ids = rivals.map(|(_, spoken)| spoken.id).collect();
        left_out.insert(Did::LeftOutRivals, ids);
        against.clear();
    }

    let nothing_instead = BTreeMap::new();
    let mut sayings: Vec<Saying> = Vec::new();
    for instead in std::iter::once(&nothing_instead).chain(against.values()) {
        if let Some(mut saying) = add_up(teller, &terms, category, instead) {
            let first = sayings.first();
            saying.second = first.is_some_and(|first| saying.by.keys().eq(first.by.keys()));
            sayings.push(saying);
        }
    }
    let line = |(statement, spoken): (&Statement, Spoken)| {
        let named = spoken.voice.named.then_some(spoken.voice.claimant_number);
        (spoken.claim.count, named, statement.role == Role::Part)
    };
    let covers = statements.iter().filter(carries).flat_map(|statement| {
        let spoken = statement
            .spoken
            .iter()
            .map(move |spoken| (statement, *spoken));
        spoken
            .map(line)
            .flat_map(|line| [(line.0, None, line.2), line])
    });
    let taken = terms
        .iter()
        .chain(against.values().flat_map(BTreeMap::values));
    Told {
        family: &teller.family,
        age: teller.age(),
        lines: taken.map(|term| line(*term)).collect(),
        covers: covers.collect(),
        sayings,
        claims: statements
            .iter()
            .filter(carries)
            .map(|statement| statement.id)
            .collect(),
        left_out,
    }
}

/// Adds up the terms, with those of `instead` in their places; `None` where there are none.
fn add_up<'a>(
    teller: &'a Teller,
    terms: &[Term<'_, 'a>],
    category: Option<Category>,
    instead: &BTreeMap<usize, Term<'_, 'a>>,
) -> Option<Saying<'a>> {
    let mut by = BTreeMap::new();
    let mut pieces = Vec::with_capacity(terms.len());
    let mut kinds: Option<Categories> = None;
    for (place, term) in terms.iter().enumerate() {
        let (statement, spoken) = instead.get(&place).unwrap_or(term);
        by.entry(spoken.voice.claimant_number)
            .or_insert(&spoken.voice.claimant);
        let ours = statement.categories;
        let count = spoken.claim.count;
        let share = category.map_or(count, |category| share(count, ours, category));
        pieces.push((*spoken, share));
        kinds = Some(kinds.map_or(ours, |kinds| kinds.common(ours)));
    }
    Some(Saying {
        by,
        second: false,
        count: total(pieces.iter().map(|(_, count)| *count))?,
        age: teller.age(),
        stands: false,
        revised: match terms {
            [(only, _)] => only.revised.clone(),
            _ => Vec::new(),
        },
        pieces,
        kinds: kinds.unwrap_or_default(),
    })
}

/// Returns the sum of counts: exact or about where all are; `None` of none.
pub(crate) fn total(counts: impl Iterator<Item = Count>) -> Option<Count> {
    counts.reduce(|a, b| {
        let low = a.low.saturating_add(b.low);
        let high = a.high.zip(b.high).map(|(a, b)| a.saturating_add(b));
        let basis = match (a.basis, b.basis) {
            (Basis::Exact, Basis::Exact) => Basis::Exact,
            (Basis::Exact | Basis::Approx, Basis::Exact | Basis::Approx) => Basis::Approx,
            (Basis::Vague, Basis::Vague) => Basis::Vague,
            _ if high.is_none() => Basis::AtLeast,
            _ => Basis::Range,
        };
        Count { low, high, basis }
    })
}
