//! How a claim stands to the others of its report.
//!
//! Each claim is held beside the others, [`pair`] notes what is seen on the two ([`sign`]), and the
//! table of weights ([`weigh`]) says which relation the signs speak for most; where they speak for none,
//! the claim is a figure of its own. What words say outright ([`told`]) and what cannot be ([`bar`]) goes before the
//! weights.

mod again;
mod bar;
mod compare;
mod number;
mod pair;
mod rules;
pub(crate) mod sentence;
mod sign;
mod stands;
mod sum;
mod told;
mod weigh;
pub(crate) mod words;

use std::collections::BTreeMap;

use tollbook_terms::{Basis, Relation, RelationKind, Why};

use super::Draft;
use super::event::Events;
use again::{of_whom_again, the_people};
use bar::is_barred;
pub(crate) use bar::turns_from;
use compare::are_two;
pub(crate) use pair::Pairs;
pub(crate) use rules::{MORE, PART, PERSON, REVISED, RIVAL, RULES, SAME, SUM};
pub use sign::{Sign, Signs};
pub(crate) use stands::stands;
use stands::told_so;
use sum::sum_of_list;
use told::{
    brought_to, of_figure_before, of_later_total, of_those_named, outgrown, shares_told_first,
    some_of_them, the_victim,
};
pub use weigh::{Bond, Weights};
pub(crate) use words::GENERAL;
const RELATIONS: [Bond; 5] = [
    Bond::Same,
    Bond::Part,
    Bond::Additional,
    Bond::Rival,
    Bond::Revised,
];

/// How a draft was found to stand to another.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// The relation.
    pub bond: Bond,
    /// The other draft, by its place.
    pub to: usize,
    /// What is seen on the two.
    pub signs: Signs,
}

/// One way in which a claim may stand to another: what training chooses from.
pub struct Choice {
    /// The claim, by its place in the reading.
    pub claim: usize,
    /// The relation.
    pub bond: Bond,
    /// The other claim.
    pub to: usize,
    /// What is seen on the two.
    pub signs: Signs,
}

/// Returns every way in which drafts may stand to each other, with the `ties` of those before known; for
/// events, with all known.
pub(crate) fn choices(drafts: &[Draft], ties: &[Option<Tie>]) -> Vec<Choice> {
    let pairs = Pairs::new(drafts);
    let mut choices = Vec::new();
    for claim in 0..drafts.len() {
        for bond in Bond::ALL {
            for to in pairs.others(claim, *bond) {
                if is_barred(&pairs, ties, claim, to, *bond) {
                    continue;
                }
                let mut signs = pairs.signs(claim, to);
                if *bond == Bond::Event {
                    super::event::note_ties(ties, claim, to, &mut signs);
                } else {
                    beside(drafts, ties, claim, to, &mut signs);
                }
                choices.push(Choice {
                    claim,
                    bond: *bond,
                    to,
                    signs,
                });
            }
        }
    }
    choices
}

/// Returns how each draft stands to another, by the weights, and their events; `None` is a figure of its
/// own.
pub(crate) fn ties(drafts: &[Draft], weights: &Weights) -> (Vec<Option<Tie>>, Events) {
    let pairs = Pairs::new(drafts);
    let mut ties: Vec<Option<Tie>> = vec![None; drafts.len()];
    let mut events = Events::new(drafts.len());
    for i in 0..drafts.len() {
        let victim = the_victim(drafts, &ties, i).map(|to| (Bond::Same, to));
        let some = some_of_them(drafts, &ties, i).map(|to| (Bond::Part, to));
        let again = drafts[i].restates.map(|to| (Bond::Same, root(&ties, to)));
        let people = the_people(&pairs, &ties, i)
            .or_else(|| of_whom_again(&pairs, &ties, i))
            .map(|to| (Bond::Same, to));
        let said = again.or_else(|| told_so(drafts, &ties, i));
        let named = of_those_named(drafts, &ties, i).map(|to| (Bond::Part, to));
        let told = said.or(victim).or(people).or(some).or(named);
        let told = told.or_else(|| Some((Bond::Part, brought_to(&pairs, &ties, i)?)));
        let told = told.or_else(|| {
            let whole = (drafts[i].part_of.is_none())
                .then(|| sum_of_list(&pairs, i))
                .flatten()
                .map(|whole| root(&ties, whole))
                .filter(|whole| *whole != i && !leads_to(&ties, *whole, i));
            whole.map(|whole| (Bond::Part, whole))
        });
        if let Some((bond, to)) = told {
            let signs = pairs.signs(i, to);
            ties[i] = Some(Tie { bond, to, signs });
            events.decide(&pairs, &ties, i, weights);
            continue;
        }
        if let Some(old) = outgrown(&pairs, &ties, i) {
            let (bond, signs) = (Bond::Revised, pairs.signs(old, i));
            ties[old] = Some(Tie { bond, to: i, signs });
            events.decide(&pairs, &ties, i, weights);
            continue;
        }
        // What the words say to be included is a part, whatever the weights hold.
        let mut best = match drafts[i].part_of {
            Some(_) => i32::MIN,
            None => -events.against_alone(&pairs, &ties, i, weights),
        };
        for bond in RELATIONS {
            // What speaks for each figure that it may stand to, over all its statements, and for the likeliest.
            let mut figures: BTreeMap<usize, (i32, i32, Tie)> = BTreeMap::new();
            for to in pairs.others(i, bond) {
                if is_barred(&pairs, &ties, i, to, bond) || leads_to(&ties, to, i) {
                    continue;
                }
                let mut signs = pairs.signs(i, to);
                beside(drafts, &ties, i, to, &mut signs);
                let sum = weights.sum(bond, signs);
                let tie = Tie { bond, to, signs };
                figures
                    .entry(root(&ties, to))
                    .and_modify(|(all, most, likeliest)| {
                        *all = weights.either(*all, sum);
                        if sum > *most {
                            (*most, *likeliest) = (sum, tie);
                        }
                    })
                    .or_insert((sum, sum, tie));
            }
            for (sum, _, tie) in figures.into_values() {
                if sum > best {
                    best = sum;
                    ties[i] = Some(tie);
                }
            }
        }
        // To the first statement at once, so that no chain grows with the report.
        if let Some(tie) = ties[i].filter(|tie| tie.bond == Bond::Same) {
            let to = root(&ties, tie.to);
            ties[i] = Some(Tie { to, ..tie });
        }
        events.decide(&pairs, &ties, i, weights);
    }
    for i in 0..drafts.len() {
        if ties[i].is_none()
            && let Some(to) =
                of_figure_before(&pairs, &ties, i).or_else(|| of_later_total(&pairs, &ties, i))
        {
            let (bond, signs) = (Bond::Part, pairs.signs(i, to));
            ties[i] = Some(Tie { bond, to, signs });
        }
    }
    shares_told_first(&pairs, &mut ties, weights);
    exact_over_vague(drafts, &mut ties);
    events.settle();
    (ties, events)
}

/// Notes how the draft before `i` in its sentence stands to those in the sentence of draft `j`.
fn beside(drafts: &[Draft], ties: &[Option<Tie>], i: usize, j: usize, signs: &mut Signs) {
    let sentence = |at: usize| (drafts[at].field, drafts[at].sentence);
    if let Some(whole) = drafts[i].part_of {
        let theirs = ties[j].filter(|tie| tie.bond == Bond::Part);
        signs.note(
            Sign::BothParts,
            theirs.is_some_and(|tie| root(ties, tie.to) == root(ties, whole)),
        );
    }
    let whole = root(ties, j);
    let parts: u64 = (i.saturating_sub(RUN)..i)
        .filter(|k| {
            drafts[*k].part_of.is_none()
                && drafts[*k].claim.effect == drafts[i].claim.effect
                && ties[*k].is_some_and(|tie| tie.bond == Bond::Part && root(ties, tie.to) == whole)
        })
        .map(|k| drafts[k].claim.count.low)
        .sum();
    let all = parts + drafts[i].claim.count.low;
    let total = drafts[j].claim.count.low;
    signs.note(Sign::Completes, parts > 0 && all == total);
    signs.note(Sign::Fits, parts > 0 && all < total);
    signs.note(Sign::Exceeds, parts > 0 && all > total);
    let last = (i.saturating_sub(RUN)..i).rev().find(|k| {
        drafts[*k].part_of.is_none() && drafts[*k].claim.effect == drafts[i].claim.effect
    });
    let after = last.is_some_and(|k| {
        sentence(k) != sentence(i)
            && ties[k].is_some_and(|tie| tie.bond == Bond::Part && root(ties, tie.to) == whole)
    });
    signs.note(Sign::AfterPart, after);
    signs.note(Sign::AfterPartMany, after && signs.has(Sign::ToMany));
    signs.note(Sign::AfterPartNew, after && !signs.has(Sign::NothingNew));
    let Some(before) = i.checked_sub(1).filter(|k| sentence(*k) == sentence(i)) else {
        return;
    };
    let Some(tie) = ties[before] else {
        signs.note(Sign::BesideWhole, true);
        return;
    };
    if before == j || tie.to == j && drafts[before].claim.effect == drafts[i].claim.effect {
        return;
    }
    let there = sentence(tie.to) == sentence(j);
    signs.note(Sign::BesideSame, there && tie.bond == Bond::Same);
    signs.note(Sign::BesidePart, there && tie.bond == Bond::Part);
    signs.note(Sign::BesideRival, there && tie.bond == Bond::Rival);
    signs.note(Sign::BesideThird, !there && sentence(tie.to) != sentence(i));
}

/// How many claims before one are looked through for parts, and for what else was told of a figure.
const RUN: usize = 12;

/// Whether the ties lead from draft `at` to draft `goal`.
fn leads_to(ties: &[Option<Tie>], mut at: usize, goal: usize) -> bool {
    for _ in 0..ties.len() {
        if at == goal {
            return true;
        }
        match ties[at] {
            Some(tie) => at = tie.to,
            None => return false,
        }
    }
    true
}

/// The first statement that `same` leads back to.
pub(crate) fn root(ties: &[Option<Tie>], mut at: usize) -> usize {
    for _ in 0..ties.len() {
        match ties[at] {
            Some(tie) if tie.bond == Bond::Same => at = tie.to,
            _ => break,
        }
    }
    at
}

/// A vague figure is the same as the exact one, wherever they stand.
fn exact_over_vague(drafts: &[Draft], ties: &mut [Option<Tie>]) {
    for i in 0..drafts.len() {
        let Some(tie) = ties[i].filter(|tie| tie.bond == Bond::Same) else {
            continue;
        };
        let head = root(ties, i);
        let basis = |at: usize| drafts[at].claim.count.basis;
        if basis(head) == Basis::Vague && basis(i) != Basis::Vague {
            let own = ties[head];
            ties[head] = Some(Tie { to: i, ..tie });
            ties[i] = own.filter(|own| own.to != i);
        }
    }
}

/// Numbers the drafts and writes how each stands to the others.
pub(crate) fn write(drafts: &mut [Draft], ties: &[Option<Tie>]) {
    for (i, draft) in drafts.iter_mut().enumerate() {
        draft.claim.id = format!("c{}", i + 1);
    }
    for i in 0..drafts.len() {
        let Some(tie) = ties[i] else { continue };
        let to = root(ties, tie.to);
        let (kind, rule) = match tie.bond {
            Bond::Same if tie.signs.has(Sign::SameName) => (RelationKind::Same, &PERSON),
            Bond::Same | Bond::Event => (RelationKind::Same, &SAME),
            Bond::Part if tie.signs.has(Sign::Sums) || tie.signs.has(Sign::ListSums) => {
                (RelationKind::Part, &SUM)
            }
            Bond::Part => (RelationKind::Part, &PART),
            Bond::Additional => (RelationKind::Additional, &MORE),
            Bond::Rival => (RelationKind::Rival, &RIVAL),
            Bond::Revised => (RelationKind::Revised, &REVISED),
        };
        let rule = match drafts[i].part_of {
            Some(_) if kind == RelationKind::Part => crate::mention::INCLUDING.name,
            _ => rule.name,
        };
        // A number without a noun is of the kind that the figure was told of before.
        let this = &drafts[i].words.this;
        let some = this.has(Sign::Partitive) || this.has(Sign::LaterDied);
        let nameless = some && kind == RelationKind::Part
            || tie.signs.has(Sign::NoNoun) && kind != RelationKind::Part;
        if nameless && drafts[i].claim.categories.is_empty() && drafts[to].claim.effect.on_people()
        {
            drafts[i].claim.categories = drafts[to].claim.categories.clone();
        }
        drafts[i].claim.relation = Relation {
            kind,
            to: Some(drafts[to].claim.id.clone()),
        };
        let mut spans = vec![(drafts[i].claim.number.start, drafts[i].claim.number.end)];
        if drafts[to].field == drafts[i].field {
            spans.push((drafts[to].claim.number.start, drafts[to].claim.number.end));
        }
        for (start, end) in spans {
            drafts[i].claim.why.push(Why {
                field: "relation".to_owned(),
                rule: rule.to_owned(),
                start,
                end,
            });
        }
    }
}
