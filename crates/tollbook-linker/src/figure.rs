//! From the tellings of one incident to its figures: who says what, and low, best and high.
//!
//! The rules run in this order, for each effect, cause and category: a text family speaks once, a
//! claimant speaks once, a figure about some of the people only is set aside, and low, best and high
//! are taken from what stands. What each rule left out is kept as a step.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{
    Category, Cause, Chosen, Claimant, Count, Did, Effect, Figure, Grade, Older, Said, Step,
};

use crate::claimant::{Key, Outlets};
use crate::join::Group;
use crate::saying::{Saying, Told, told_of, total};
use crate::telling::{Statement, statements};

/// What a figure is of.
pub(crate) type Of = (Effect, Cause, Option<Category>);

/// Returns the figures of an incident, in the order of what they are of.
pub(crate) fn figures(group: &Group, outlets: &Outlets) -> Vec<Figure> {
    let told: Vec<Vec<Statement>> = group
        .tellings
        .iter()
        .map(|telling| statements(telling, outlets))
        .collect();
    let mut tellers: BTreeMap<Of, BTreeSet<usize>> = BTreeMap::new();
    for (teller, statements) in told.iter().enumerate() {
        for statement in statements {
            let of = |category| (statement.claim.effect, statement.claim.cause, category);
            tellers.entry(of(None)).or_default().insert(teller);
            for category in statement.categories.iter() {
                let of = of(Some(category));
                tellers.entry(of).or_default().insert(teller);
            }
        }
    }
    tellers
        .into_iter()
        .filter_map(|(of, tellers)| {
            let told = tellers
                .into_iter()
                .map(|teller| told_of(group.tellings[teller].account, &told[teller], of));
            figure(of, told.collect())
        })
        .collect()
}

/// Claims by what was done to them.
type Steps = BTreeMap<Did, BTreeSet<String>>;

/// Makes one figure; `None` where nothing that was told adds.
fn figure(of: Of, told: Vec<Told>) -> Option<Figure> {
    let mut steps = Steps::new();
    let sayings = speak_once_a_family(told, &mut steps);
    let (said, narrower) = speak_once_a_claimant(sayings, &mut steps);
    let (said, narrower) = set_narrower_aside(said, narrower, &mut steps);
    let said: Vec<Said> = said.into_iter().map(|standing| standing.said).collect();
    let views: Vec<View> = said.iter().map(View::of).collect();
    let taken = combine(&views)?;
    for said in &said {
        let claims = || said.pieces.iter().map(|piece| piece.claim.clone());
        if said.pieces.len() > 1 {
            steps.entry(Did::Added).or_default().extend(claims());
        }
        steps.entry(Did::Took).or_default().extend(claims());
    }
    let keys: Vec<&[Key]> = views.iter().map(|view| view.keys.as_slice()).collect();
    Some(Figure {
        effect: of.0,
        cause: of.1,
        category: of.2,
        low: taken.low,
        best: taken.best,
        high: taken.high,
        chosen: taken.chosen,
        grade: if independent(&keys) > 1 {
            Grade::Fair
        } else {
            Grade::Weak
        },
        said,
        narrower,
        steps: steps
            .into_iter()
            .map(|(did, claims)| Step {
                did,
                claims: claims.into_iter().collect(),
            })
            .collect(),
    })
}

/// A text family speaks with its latest version; a version that says nothing new is a copy or a cut,
/// and no later one. What was said before is as old as when it was first said.
fn speak_once_a_family(told: Vec<Told>, steps: &mut Steps) -> Vec<Saying> {
    let mut families: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for told in told {
        families.entry(told.family.clone()).or_default().push(told);
    }
    let mut spoken = Vec::new();
    for mut versions in families.into_values() {
        versions.sort_by(|a, b| a.age.cmp(&b.age));
        let mut heard = BTreeSet::new();
        let mut new: Vec<usize> = Vec::new();
        for (number, version) in versions.iter().enumerate() {
            if !version.lines.is_subset(&heard) {
                new.push(number);
            }
            heard.extend(version.covers.iter().cloned());
        }
        let latest = new.last().copied().unwrap_or(0);
        let mut first_said = BTreeMap::new();
        for saying in versions.iter().flat_map(|version| &version.sayings) {
            let first = first_said.entry(saying.key());
            first.or_insert_with(|| saying.age.clone());
        }
        for (number, version) in versions.into_iter().enumerate() {
            if number != latest {
                let copies = steps.entry(Did::LeftOutCopies).or_default();
                copies.extend(version.claims);
            } else {
                for (did, claims) in version.left_out {
                    steps.entry(did).or_default().extend(claims);
                }
            }
            if !new.contains(&number) {
                continue;
            }
            for mut saying in version.sayings {
                if let Some(first) = first_said.get(&saying.key()) {
                    saying.age = first.clone();
                }
                saying.stands = number == latest;
                spoken.push(saying);
            }
        }
    }
    spoken
}

/// A figure that stands, with what is needed to lay it beside others.
struct Standing {
    said: Said,
    saying: Saying,
}

/// A claimant's newest figure stands; older ones are its history. Saying a figure again makes it no
/// newer. A looser newer one ("dozens" after 35) says the older one again, and one about some of the
/// people only (3 children after 21 people) replaces nothing.
fn speak_once_a_claimant(sayings: Vec<Saying>, steps: &mut Steps) -> (Vec<Standing>, Vec<Said>) {
    let mut claimants: BTreeMap<(Vec<Key>, bool), Vec<Saying>> = BTreeMap::new();
    for saying in sayings {
        let speaker = (saying.by.keys().cloned().collect(), saying.second);
        claimants.entry(speaker).or_default().push(saying);
    }
    let (mut said, mut narrower) = (Vec::new(), Vec::new());
    for mut sayings in claimants.into_values() {
        sayings.sort_by(|a, b| a.age.cmp(&b.age));
        let (standing, older): (Vec<_>, Vec<_>) = sayings.into_iter().partition(|s| s.stands);
        let mut history: Vec<Saying> = Vec::new();
        let mut newest: Option<Saying> = None;
        for saying in standing {
            let Some(known) = newest.take() else {
                newest = Some(saying);
                continue;
            };
            if saying.count == known.count || saying.only_loosens(&known) {
                let again = steps.entry(Did::LeftOutRepeated).or_default();
                again.extend(saying.claims());
                newest = Some(known);
            } else if saying.is_about_some_of(&known) {
                narrower.push(saying.into_said(Vec::new()));
                newest = Some(known);
            } else {
                history.push(known);
                newest = Some(saying);
            }
        }
        let Some(saying) = newest else { continue };
        let mut before: BTreeMap<(Reverse<String>, Count), BTreeSet<String>> = BTreeMap::new();
        for older in history.iter().chain(&older) {
            if older.count != saying.count {
                let place = (Reverse(older.age.at.clone()), older.count);
                before.entry(place).or_default().extend(older.claims());
            }
        }
        for (id, count) in &saying.revised {
            let place = (Reverse(saying.age.at.clone()), *count);
            before.entry(place).or_default().insert(id.clone());
        }
        let history: Vec<Older> = before
            .into_iter()
            .map(|((Reverse(at), count), claims)| Older {
                count,
                at,
                claims: claims.into_iter().collect(),
            })
            .collect();
        for older in &history {
            let claims = older.claims.iter().cloned();
            steps.entry(Did::LeftOutOlder).or_default().extend(claims);
        }
        said.push(Standing {
            said: saying.clone().into_said(history),
            saying,
        });
    }
    said.sort_by(|a, b| {
        let place = |s: &Standing| (Reverse(s.saying.age.at.clone()), s.saying.second);
        let then = |s: &Standing| {
            (
                s.saying.count,
                s.saying.by.keys().cloned().collect::<Vec<_>>(),
            )
        };
        (place(a), then(a)).cmp(&(place(b), then(b)))
    });
    (said, narrower)
}

/// Sets aside what is about some of the people only, where another claimant tells of more.
fn set_narrower_aside(
    said: Vec<Standing>,
    mut narrower: Vec<Said>,
    steps: &mut Steps,
) -> (Vec<Standing>, Vec<Said>) {
    let shapes: BTreeSet<_> = said.iter().map(|s| s.saying.shape()).collect();
    let (aside, said): (Vec<Standing>, Vec<Standing>) = said.into_iter().partition(|standing| {
        let shape = standing.saying.shape();
        shapes.iter().any(|wider| shape.is_about_some_of(wider))
    });
    narrower.extend(aside.into_iter().map(|standing| standing.said));
    for piece in narrower.iter().flat_map(|said| &said.pieces) {
        let claims = steps.entry(Did::LeftOutNarrower).or_default();
        claims.insert(piece.claim.clone());
    }
    (said, narrower)
}

/// A figure as it is laid beside others.
pub(crate) struct View<'a> {
    pub(crate) keys: Vec<Key>,
    pub(crate) count: Count,
    pub(crate) at: &'a str,
}

impl View<'_> {
    /// Returns the view of all that is said.
    pub(crate) fn of(said: &Said) -> View<'_> {
        View {
            keys: keys(&said.claimants),
            count: said.count,
            at: &said.at,
        }
    }

    /// Returns the view of some of the pieces; `None` where there are none.
    pub(crate) fn of_pieces<'a>(
        said: &'a Said,
        keep: impl Fn(&tollbook_terms::Piece) -> bool,
    ) -> Option<View<'a>> {
        let pieces = said.pieces.iter().filter(|piece| keep(piece));
        total(pieces.map(|piece| piece.count)).map(|count| View {
            keys: keys(&said.claimants),
            count,
            at: &said.at,
        })
    }
}

fn keys(claimants: &[Claimant]) -> Vec<Key> {
    claimants.iter().map(Key::of).collect()
}

/// Low, best and high, and the rule that chose best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) low: u64,
    pub(crate) best: u64,
    pub(crate) high: Option<u64>,
    pub(crate) chosen: Chosen,
}

/// Takes low, best and high from the figures that stand; of equally new ones the first in the list
/// is the newest. `None` where nothing stands.
pub(crate) fn combine(views: &[View]) -> Option<Taken> {
    let low = views.iter().map(|view| view.count.low).min()?;
    let high = views
        .iter()
        .map(|view| view.count.high)
        .try_fold(0, |most, high| high.map(|high| most.max(high)));
    let mut exact: BTreeMap<u64, Vec<&View>> = BTreeMap::new();
    for view in views {
        if is_exact(&view.count) {
            exact.entry(view.count.low).or_default().push(view);
        }
    }
    let supported: Vec<(usize, u64)> = exact
        .iter()
        .map(|(best, views)| {
            let keys: Vec<&[Key]> = views.iter().map(|view| view.keys.as_slice()).collect();
            (independent(&keys), *best)
        })
        .collect();
    let most = supported.iter().map(|(claimants, _)| *claimants).max();
    let (best, chosen) = match most {
        None => (
            views.iter().map(|view| view.count.low).max()?,
            Chosen::HighestLow,
        ),
        Some(most) => {
            let tied = |best: u64| supported.contains(&(most, best));
            let alone = supported.iter().filter(|(n, _)| *n == most).count() == 1;
            let mut newest: Option<&View> = None;
            for view in views {
                let exact = is_exact(&view.count) && tied(view.count.low);
                if exact && newest.is_none_or(|newest| view.at > newest.at) {
                    newest = Some(view);
                }
            }
            let chosen = match (supported.len(), most, alone) {
                (1, 1, _) => Chosen::Only,
                (_, _, true) => Chosen::MostClaimants(most),
                _ => Chosen::Newest,
            };
            (newest?.count.low, chosen)
        }
    };
    Some(Taken {
        low,
        best,
        high,
        chosen,
    })
}

/// Returns whether a count supports an exact figure: a bound does not.
fn is_exact(count: &Count) -> bool {
    use tollbook_terms::Basis::{Approx, Exact};
    matches!(count.basis, Exact | Approx) && count.high == Some(count.low)
}

/// Returns how many of the claimants are independent. Figures that are put together from what several
/// say count as one claimant at most, and only where none of those says so alone.
fn independent(claimants: &[&[Key]]) -> usize {
    let (alone, together): (Vec<&[Key]>, Vec<&[Key]>) =
        claimants.iter().partition(|keys| keys.len() == 1);
    let alone: BTreeSet<&Key> = alone.into_iter().flatten().collect();
    let apart = |keys: &&[Key]| keys.iter().all(|key| !alone.contains(key));
    alone.len() + usize::from(together.iter().any(apart))
}
