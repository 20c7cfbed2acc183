//! From the tellings of one incident to its figures: who says what, and low, best and high.
//!
//! The rules run in this order, for each effect, cause and category: a text family speaks once, a
//! claimant speaks once, a figure about some of the people only is set aside, and low, best and high
//! are taken from what stands. What each rule left out is kept as a step.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Basis, Chosen, Count, Did, Figure, Grade, Older, Piece, Said, Step};

use crate::claimant::Numbers;
use crate::saying::{Age, Of, Saying, Told, told_of, total};
use crate::statement::{Statement, statements};
use crate::telling::Telling;

/// Returns the figures of an incident, in the order of what they are of.
pub(crate) fn figures(tellings: &[Telling]) -> Vec<Figure> {
    let told: Vec<Vec<Statement>> = tellings.iter().map(statements).collect();
    let mut tellers: BTreeMap<Of, BTreeSet<usize>> = BTreeMap::new();
    for (teller, statements) in told.iter().enumerate() {
        for statement in statements {
            let (effect, cause) = (statement.claim.effect, statement.claim.cause);
            let categories = statement.categories.iter().map(Some);
            for category in categories.chain([None]) {
                let of = (effect, cause, category);
                tellers.entry(of).or_default().insert(teller);
            }
        }
    }
    let figures = tellers.into_iter().filter_map(|(of, tellers)| {
        let told = tellers
            .into_iter()
            .map(|teller| told_of(tellings[teller].teller, &told[teller], of));
        figure(of, told.collect())
    });
    let mut figures: Vec<Figure> = figures.collect();
    figures.shrink_to_fit();
    figures
}

/// Claims by what was done to them.
type Steps<'a> = BTreeMap<Did, BTreeSet<&'a str>>;

/// Makes one figure; `None` where nothing that was told adds.
fn figure(of: Of, told: Vec<Told>) -> Option<Figure> {
    let mut steps = Steps::new();
    let sayings = speak_once_a_family(told, &mut steps);
    let (standing, narrower) = speak_once_a_claimant(sayings, &mut steps);
    let (standing, narrower) = set_narrower_aside(standing, narrower, &mut steps);
    let views: Vec<View> = standing
        .iter()
        .map(|(saying, _)| View::of(saying))
        .collect();
    let taken = combine(&views)?;
    let grade = match independent(views.iter().map(|view| view.claimants.as_slice())) {
        1 => Grade::Weak,
        _ => Grade::Fair,
    };
    let steps = steps.into_iter().map(|(did, claims)| Step {
        did,
        claims: claims.into_iter().map(str::to_owned).collect(),
    });
    Some(Figure {
        effect: of.0,
        cause: of.1,
        category: of.2,
        low: taken.low,
        best: taken.best,
        high: taken.high,
        chosen: taken.chosen,
        said: said(standing),
        narrower: said(narrower),
        grade,
        steps: steps.collect(),
    })
}

/// A figure that stands, with the older ones of its claimant.
type Standing<'a> = (Saying<'a>, Vec<Older>);

fn said(standing: Vec<Standing>) -> Vec<Said> {
    let mut said = Vec::with_capacity(standing.len());
    said.extend(
        standing
            .into_iter()
            .map(|(saying, history)| saying.said(history)),
    );
    said
}

/// A text family speaks with its latest version; a version that says nothing new is a copy or a cut,
/// and no later one. What was said before is as old as when it was first said.
fn speak_once_a_family<'a>(told: Vec<Told<'a>>, steps: &mut Steps<'a>) -> Vec<Saying<'a>> {
    let mut families: BTreeMap<&str, Vec<Told>> = BTreeMap::new();
    for told in told {
        families.entry(told.family).or_default().push(told);
    }
    let mut sayings = Vec::new();
    for mut versions in families.into_values() {
        versions.sort_by_key(|version| version.age);
        let mut heard = BTreeSet::new();
        let mut says_new = Vec::with_capacity(versions.len());
        for version in &mut versions {
            says_new.push(!version.lines.is_subset(&heard));
            heard.append(&mut version.covers);
        }
        let latest = says_new.iter().rposition(|new| *new).unwrap_or(0);
        let mut first_said: BTreeMap<(Vec<usize>, bool, Count), Age> = BTreeMap::new();
        for (number, version) in versions.into_iter().enumerate() {
            if number == latest {
                for (did, claims) in version.left_out {
                    steps.entry(did).or_default().extend(claims);
                }
            } else {
                let copies = steps.entry(Did::LeftOutCopies).or_default();
                copies.extend(version.claims);
            }
            for mut saying in version.sayings {
                let words = (saying.claimants(), saying.second, saying.count);
                saying.age = *first_said.entry(words).or_insert(saying.age);
                saying.stands = number == latest;
                if says_new[number] {
                    sayings.push(saying);
                }
            }
        }
    }
    sayings
}

/// A claimant's newest figure stands; older ones are its history. Saying a figure again makes it no
/// newer. A looser newer one ("dozens" after 35) says the older one again, and one about some of the
/// people only (3 children after 21 people) replaces nothing. The second list is of the latter.
fn speak_once_a_claimant<'a>(
    sayings: Vec<Saying<'a>>,
    steps: &mut Steps<'a>,
) -> (Vec<Standing<'a>>, Vec<Standing<'a>>) {
    let mut speakers: BTreeMap<(Vec<usize>, bool), Vec<Saying>> = BTreeMap::new();
    for saying in sayings {
        let speaker = (saying.claimants(), saying.second);
        speakers.entry(speaker).or_default().push(saying);
    }
    let (mut standing, mut narrower) = (Vec::new(), Vec::new());
    for mut sayings in speakers.into_values() {
        sayings.sort_by_key(|saying| saying.age);
        let (latest, mut older): (Vec<_>, Vec<_>) = sayings.into_iter().partition(|s| s.stands);
        let mut newest: Option<Saying> = None;
        for saying in latest {
            newest = Some(match newest {
                Some(known) if saying.count == known.count || saying.only_loosens(&known) => {
                    let again = steps.entry(Did::LeftOutRepeated).or_default();
                    again.extend(saying.claims());
                    known
                }
                Some(known) if saying.is_about_some_of(&known) => {
                    narrower.push((saying, Vec::new()));
                    known
                }
                known => {
                    older.extend(known);
                    saying
                }
            });
        }
        if let Some(saying) = newest {
            let history = history(&saying, &older, steps);
            standing.push((saying, history));
        }
    }
    standing.sort_by_cached_key(|(saying, _)| {
        let newest = (Reverse(saying.age.at), saying.second);
        (newest, saying.count, saying.claimants())
    });
    (standing, narrower)
}

/// Returns the figures that a claimant's figure has replaced, the newest first.
fn history<'a>(saying: &Saying<'a>, older: &[Saying<'a>], steps: &mut Steps<'a>) -> Vec<Older> {
    let mut replaced: BTreeMap<(Reverse<&str>, Count), BTreeSet<&str>> = BTreeMap::new();
    for older in older.iter().filter(|older| older.count != saying.count) {
        let figure = (Reverse(older.age.at), older.count);
        replaced.entry(figure).or_default().extend(older.claims());
        let left_out = steps.entry(Did::LeftOutOlder).or_default();
        left_out.extend(older.claims());
    }
    for older in &saying.revised {
        let figure = (Reverse(saying.age.at), older.claim.count);
        replaced.entry(figure).or_default().insert(older.id);
    }
    replaced
        .into_iter()
        .map(|((Reverse(at), count), claims)| Older {
            count,
            at: at.to_owned(),
            claims: claims.into_iter().map(str::to_owned).collect(),
        })
        .collect()
}

/// Sets aside what is about some of the people only, where another claimant tells of more.
fn set_narrower_aside<'a>(
    standing: Vec<Standing<'a>>,
    mut narrower: Vec<Standing<'a>>,
    steps: &mut Steps<'a>,
) -> (Vec<Standing<'a>>, Vec<Standing<'a>>) {
    let shapes: BTreeSet<_> = standing.iter().map(|(saying, _)| saying.shape()).collect();
    let (aside, standing): (Vec<_>, Vec<_>) = standing.into_iter().partition(|(saying, _)| {
        let shape = saying.shape();
        shapes.iter().any(|wider| shape.is_about_some_of(wider))
    });
    narrower.extend(aside);
    for (saying, _) in &narrower {
        let left_out = steps.entry(Did::LeftOutNarrower).or_default();
        left_out.extend(saying.claims());
    }
    (standing, narrower)
}

/// A figure as it is laid beside others.
pub(crate) struct View<'a> {
    /// The claimants by number.
    claimants: Vec<usize>,
    count: Count,
    at: &'a str,
}

impl<'a> View<'a> {
    fn of(saying: &Saying<'a>) -> View<'a> {
        View {
            claimants: saying.claimants(),
            count: saying.count,
            at: saying.age.at,
        }
    }
}

/// Low, best and high, and the rule that chose best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) low: u64,
    pub(crate) best: u64,
    pub(crate) high: Option<u64>,
    pub(crate) chosen: Chosen,
}

impl Taken {
    /// Returns the whole of a figure.
    pub(crate) fn of(figure: &Figure) -> Taken {
        Taken {
            low: figure.low,
            best: figure.best,
            high: figure.high,
            chosen: figure.chosen,
        }
    }
}

/// Takes low, best and high again from some of the pieces of what is said; `None` where none of them
/// is kept.
pub(crate) fn combine_pieces(said: &[Said], keep: impl Fn(&Piece) -> bool) -> Option<Taken> {
    let mut numbers = Numbers::default();
    let views = said.iter().filter_map(|said| {
        let kept = said.pieces.iter().filter(|piece| keep(piece));
        Some(View {
            count: total(kept.map(|piece| piece.count))?,
            claimants: said.claimants.iter().map(|c| numbers.of(c)).collect(),
            at: &said.at,
        })
    });
    let views: Vec<View> = views.collect();
    combine(&views)
}

/// Takes low, best and high from the figures that stand; of equally new ones the first in the list
/// is the newest. `None` where nothing stands.
fn combine(views: &[View]) -> Option<Taken> {
    let low = views.iter().map(|view| view.count.low).min()?;
    let high = views
        .iter()
        .map(|view| view.count.high)
        .try_fold(0, |most, high| high.map(|high| most.max(high)));
    let mut exact: BTreeMap<u64, Vec<&View>> = BTreeMap::new();
    for view in views.iter().filter(|view| is_exact(&view.count)) {
        exact.entry(view.count.low).or_default().push(view);
    }
    let mut supported: BTreeMap<u64, usize> = BTreeMap::new();
    for (figure, views) in &exact {
        let claimants = views.iter().map(|view| view.claimants.as_slice());
        supported.insert(*figure, independent(claimants));
    }
    let Some(most) = supported.values().max().copied() else {
        return Some(Taken {
            low,
            best: views.iter().map(|view| view.count.low).max()?,
            high,
            chosen: Chosen::HighestLow,
        });
    };
    let tied =
        |view: &&View| is_exact(&view.count) && supported.get(&view.count.low) == Some(&most);
    let newest =
        views.iter().filter(tied).reduce(
            |newest, view| {
                if view.at > newest.at { view } else { newest }
            },
        )?;
    let alone = supported.values().filter(|n| **n == most).count() == 1;
    Some(Taken {
        low,
        best: newest.count.low,
        high,
        chosen: match (supported.len(), most, alone) {
            (1, 1, _) => Chosen::Only,
            (_, _, true) => Chosen::MostClaimants(most),
            _ => Chosen::Newest,
        },
    })
}

/// Returns whether a count supports an exact figure: a bound does not.
fn is_exact(count: &Count) -> bool {
    matches!(count.basis, Basis::Exact | Basis::Approx) && count.high == Some(count.low)
}

/// Returns how many of the claimants are independent. Figures that are put together from what several
/// say count as one claimant at most, and only where none of those says so alone.
fn independent<'a>(claimants: impl Iterator<Item = &'a [usize]>) -> usize {
    let (alone, together): (Vec<&[usize]>, Vec<&[usize]>) =
        claimants.partition(|claimants| claimants.len() == 1);
    let alone: BTreeSet<usize> = alone.into_iter().flatten().copied().collect();
    let apart = |claimants: &&[usize]| claimants.iter().all(|claimant| !alone.contains(claimant));
    alone.len() + usize::from(together.iter().any(apart))
}
