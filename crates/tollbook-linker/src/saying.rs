//! Sayings: the figures that one report gives for one effect, each for the claimant who stands
//! behind it.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Basis, Category, Claimant, Count, Did, Piece, Said};

use crate::Account;
use crate::claimant::Key;
use crate::figure::Of;
use crate::telling::{Categories, Role, Spoken, Statement};

/// When something was said, and by which report: the order of figures in time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Age {
    pub(crate) at: String,
    order: u64,
    report: String,
}

impl Account {
    pub(crate) fn age(&self) -> Age {
        Age {
            at: self.at.clone(),
            order: self.order,
            report: self.report.clone(),
        }
    }
}

/// A statement as it is told apart from others of its text family: how many, by whom (`None` where the
/// report names nobody), and whether as a part.
type Line = (Count, Option<Key>, bool);

/// What one report says for one figure.
pub(crate) struct Told {
    pub(crate) family: String,
    pub(crate) age: Age,
    /// What its figures are made of.
    pub(crate) lines: BTreeSet<Line>,
    /// All that a copy, cut anywhere, could make its figures of.
    pub(crate) covers: BTreeSet<Line>,
    /// One for each claimant.
    pub(crate) sayings: Vec<Saying>,
    /// All claims it is made of.
    pub(crate) claims: Vec<String>,
    /// Claims that did not add, by reason.
    pub(crate) left_out: BTreeMap<Did, Vec<String>>,
}

/// A figure that one report gives for one claimant, or for several whose figures it adds up.
#[derive(Debug, Clone)]
pub(crate) struct Saying {
    pub(crate) by: BTreeMap<Key, Claimant>,
    /// The claimants give another figure beside it in the same report.
    pub(crate) second: bool,
    pub(crate) count: Count,
    pub(crate) age: Age,
    /// It is in the latest version of its text family, not in one that is replaced.
    pub(crate) stands: bool,
    /// Older figures that the report itself replaces.
    pub(crate) revised: Vec<(String, Count)>,
    pieces: Vec<Piece>,
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

impl Saying {
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

    /// Returns who says how many: the same figure of the same claimants.
    pub(crate) fn key(&self) -> (Vec<Key>, bool, Count) {
        (self.by.keys().cloned().collect(), self.second, self.count)
    }

    pub(crate) fn claims(&self) -> impl Iterator<Item = String> {
        self.pieces.iter().map(|piece| piece.claim.clone())
    }

    pub(crate) fn into_said(self, history: Vec<tollbook_terms::Older>) -> Said {
        Said {
            claimants: self.by.into_values().collect(),
            count: self.count,
            at: self.age.at,
            pieces: self.pieces,
            history,
        }
    }
}

/// Where a report adds up figures and others stand against single ones of them, each of those others
/// is a sum of its own; beyond so many terms in all (more than any report needs) they are left out.
const MOST_TERMS: usize = 4096;

/// A statement in a sum, and whose words are taken for it.
type Term<'s, 'a> = (&'s Statement<'a>, &'s Spoken<'a>);

/// Returns what a report's `statements` of one event say of one figure; nothing where none adds.
pub(crate) fn told_of(account: &Account, statements: &[Statement], of: Of) -> Told {
    let (effect, cause, category) = of;
    let carries = |statement: &Statement| {
        let same = statement.claim.effect == effect && statement.claim.cause == cause;
        same && category.is_none_or(|category| statement.categories.has(category))
    };
    let mut left_out: BTreeMap<Did, Vec<String>> = BTreeMap::new();
    let mut leave_out = |did, ids: &mut dyn Iterator<Item = &str>| {
        let claims = left_out.entry(did).or_default();
        claims.extend(ids.map(str::to_owned));
    };
    let mut terms: Vec<Term> = Vec::new();
    let mut place_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut against: BTreeMap<&Key, BTreeMap<usize, Term>> = BTreeMap::new();
    for (number, statement) in statements.iter().enumerate() {
        if !carries(statement) {
            continue;
        }
        let place = match statement.role {
            _ if statement.adds(category) => {
                place_of.insert(number, terms.len());
                terms.push((statement, &statement.spoken[0]));
                terms.len() - 1
            }
            Role::Against(other) if place_of.contains_key(&other) => place_of[&other],
            // What it stands against is not in this sum: alone, it is its claimant's figure.
            Role::Against(_) if terms.is_empty() => {
                terms.push((statement, &statement.spoken[0]));
                0
            }
            _ => {
                leave_out(Did::LeftOutParts, &mut std::iter::once(statement.id));
                continue;
            }
        };
        let repeated = &mut statement.repeated.iter().copied();
        leave_out(Did::LeftOutRepeated, repeated);
        let revised = &mut statement.revised.iter().map(|(id, _)| *id);
        leave_out(Did::LeftOutRevised, revised);
        let taken = terms[place].1.id;
        for spoken in statement.spoken.iter().filter(|spoken| spoken.id != taken) {
            let figures = against.entry(&spoken.voice.key).or_default();
            figures.entry(place).or_insert((statement, spoken));
        }
    }
    if terms.len() > 1 && against.len().saturating_mul(terms.len()) > MOST_TERMS {
        let rivals = against.values().flat_map(|figures| figures.values());
        let mut ids = rivals.map(|(_, spoken)| spoken.id);
        leave_out(Did::LeftOutRivals, &mut ids);
        against.clear();
    }
    left_out.retain(|_, claims| !claims.is_empty());

    let nothing_instead = BTreeMap::new();
    let mut sayings: Vec<Saying> = Vec::new();
    for instead in std::iter::once(&nothing_instead).chain(against.values()) {
        if let Some(mut saying) = add_up(account, &terms, category, instead) {
            let first = sayings.first();
            saying.second = first.is_some_and(|first| saying.by.keys().eq(first.by.keys()));
            sayings.push(saying);
        }
    }
    let line = |(statement, spoken): (&Statement, &Spoken)| {
        let key = spoken.voice.named.then(|| spoken.voice.key.clone());
        (spoken.claim.count, key, statement.role == Role::Part)
    };
    let told = || statements.iter().filter(|statement| carries(statement));
    let covers = told().flat_map(|statement| {
        let spoken = statement
            .spoken
            .iter()
            .map(move |spoken| (statement, spoken));
        spoken
            .map(line)
            .flat_map(|line| [(line.0, None, line.2), line])
    });
    let rivals = against.values().flat_map(BTreeMap::values);
    let taken = terms.iter().chain(rivals);
    Told {
        family: account.family.clone(),
        age: account.age(),
        lines: taken.map(|term| line(*term)).collect(),
        covers: covers.collect(),
        sayings,
        claims: told().map(|statement| statement.id.to_owned()).collect(),
        left_out,
    }
}

/// Adds up the terms, with those of `instead` in their places; `None` where there are none.
fn add_up(
    account: &Account,
    terms: &[Term],
    category: Option<Category>,
    instead: &BTreeMap<usize, Term>,
) -> Option<Saying> {
    let mut by = BTreeMap::new();
    let mut pieces = Vec::with_capacity(terms.len());
    let mut kinds: Option<Categories> = None;
    let mut revised = Vec::new();
    for (place, term) in terms.iter().enumerate() {
        let (statement, spoken) = instead.get(&place).unwrap_or(term);
        let claimant = &spoken.voice.claimant;
        by.entry(spoken.voice.key.clone())
            .or_insert_with(|| claimant.clone());
        pieces.push(Piece {
            claim: spoken.id.to_owned(),
            count: share(spoken.claim.count, statement.categories, category),
            perpetrator: spoken.claim.actors.perpetrator.clone(),
            affiliation: claimant.affiliation.clone(),
        });
        let ours = statement.categories;
        kinds = Some(kinds.map_or(ours, |kinds| kinds.common(ours)));
        if terms.len() == 1 {
            let older = statement.revised.iter();
            revised.extend(older.map(|(id, claim)| ((*id).to_owned(), claim.count)));
        }
    }
    Some(Saying {
        by,
        second: false,
        count: total(pieces.iter().map(|piece| piece.count))?,
        age: account.age(),
        stands: false,
        revised,
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

/// Kinds of which nobody and nothing is two.
const EXCLUSIVE: [&[Category]; 3] = [
    &[Category::Child, Category::Woman, Category::Man],
    &[Category::Civilian, Category::Combatant, Category::Police],
    &[
        Category::House,
        Category::ApartmentBuilding,
        Category::Hospital,
        Category::School,
        Category::Worship,
        Category::Shop,
        Category::Vehicle,
        Category::Aircraft,
        Category::Ship,
        Category::Infrastructure,
        Category::Camp,
    ],
];

/// Returns how many of `count` are of `category`: "5 women and children" are at least 1 child and at
/// most 4.
fn share(count: Count, categories: Categories, category: Option<Category>) -> Count {
    let Some(category) = category else {
        return count;
    };
    let others = EXCLUSIVE
        .iter()
        .filter(|kinds| kinds.contains(&category))
        .flat_map(|kinds| kinds.iter())
        .filter(|other| **other != category && categories.has(**other))
        .count() as u64;
    if others == 0 || count.high.is_some_and(|high| high <= others) {
        return count;
    }
    Count {
        low: count.low.min(1),
        high: count.high.map(|high| high - others),
        basis: match count.high {
            Some(_) => Basis::Range,
            None => Basis::AtLeast,
        },
    }
}
