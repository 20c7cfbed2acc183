//! How a claim stands to the others of its report.

use tollbook_terms::{Basis, Modality, RelationKind, Scope};

use super::{Draft, relation, same_figure};
use crate::rule::Rule;

pub(crate) const SAME: Rule = Rule {
    name: "relation.same.figure",
    says: "The same figure of the same harm, told again, adds nothing; nor does the same person.",
    must: &[(
        "A bomb killed 12 people. The 12 dead were buried.",
        "killed 12; killed 12 same-as 12",
    )],
    must_not: &[(
        "A bomb killed 12 people. Another 12 died in hospital.",
        "they are others",
    )],
};

pub(crate) const PART: Rule = Rule {
    name: "relation.part.of_told",
    says: "\"Two of them\" and \"three of the dead\" are part of the larger figure told before.",
    must: &[(
        "Seven policemen were killed. Two of them were killed at home.",
        "killed 7 police; killed 2 part-of 7",
    )],
    must_not: &[(
        "Seven policemen were killed. Two others were killed at home.",
        "others are no part",
    )],
};

pub(crate) const MORE: Rule = Rule {
    name: "relation.additional.more",
    says: "\"Another two\", \"two more\" and \"two others\" add to the figure told before.",
    must: &[(
        "A bomb killed 11 people. Another two died in hospital.",
        "killed 11; killed 2 adds-to 11",
    )],
    must_not: &[(
        "A bomb killed 11 people and wounded another two.",
        "the wounded add to no dead",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&SAME, &PART, &MORE];

/// Numbers the drafts and relates each to those told before.
pub(crate) fn relate(drafts: &mut [Draft]) {
    for (i, draft) in drafts.iter_mut().enumerate() {
        draft.claim.id = format!("c{}", i + 1);
    }
    for i in 0..drafts.len() {
        let chosen = choose(drafts, i);
        if let Some((kind, to)) = chosen {
            drafts[i].claim.relation = relation(kind, &drafts[to].claim.id.clone());
            if drafts[to].claim.scope == drafts[i].claim.scope && kind != RelationKind::Part {
                drafts[i].claim.event = drafts[to].claim.event.clone();
            }
        }
    }
    exact_over_vague(drafts);
}

fn choose(drafts: &[Draft], i: usize) -> Option<(RelationKind, usize)> {
    let draft = &drafts[i];
    let claim = &draft.claim;
    let alike = |j: usize| {
        let other = &drafts[j];
        other.claim.effect == claim.effect
            && other.claim.scope == claim.scope
            && (other.claim.event == claim.event
                || other.field == 0
                || claim.scope != Scope::Incident)
            && matters(other) == matters(draft)
    };
    let before = |j: &usize| *j < i;
    if let Some(whole) = draft.part_of {
        // The part told again: "including a child" of the title and of the body.
        let again = (0..i).find(|j| {
            alike(*j)
                && drafts[*j].claim.relation.kind == RelationKind::Part
                && same_figure(&drafts[*j].claim.count, &claim.count)
                && drafts[*j].claim.categories == claim.categories
        });
        return Some(
            again.map_or((RelationKind::Part, root(drafts, whole)), |again| {
                (RelationKind::Same, again)
            }),
        );
    }
    // The same person again.
    if let Some(name) = &draft.name {
        let last = name.split_whitespace().last().unwrap_or(name);
        let again = (0..i).find(|j| {
            drafts[*j].claim.effect == claim.effect
                && drafts[*j]
                    .name
                    .as_ref()
                    .is_some_and(|n| n.split_whitespace().last() == Some(last))
        });
        if let Some(again) = again {
            return Some((RelationKind::Same, root(drafts, again)));
        }
    }
    if draft.partitive {
        let whole = (0..i).rev().find(|j| alike(*j) && larger(drafts, *j, i));
        if let Some(whole) = whole {
            return Some((RelationKind::Part, root(drafts, whole)));
        }
    }
    if draft.more {
        let first = (0..i)
            .rev()
            .filter(before)
            .find(|j| alike(*j) && drafts[*j].claim.relation.kind != RelationKind::Part);
        return first.map(|first| (RelationKind::Additional, root(drafts, first)));
    }
    // The same figure again: a number above one, or a described single person of the title.
    let same = (0..i).find(|j| {
        let other = &drafts[*j];
        let categories = claim.categories.is_empty()
            || other.claim.categories.is_empty()
            || claim
                .categories
                .iter()
                .any(|c| other.claim.categories.contains(c));
        let apart = other.field == draft.field && other.sentence == draft.sentence;
        let single = claim.count.low == 1 && !(other.field == 0 || draft.definite);
        alike(*j)
            && !apart
            && !single
            && same_figure(&claim.count, &other.claim.count)
            && categories
            && other.claim.relation.kind != RelationKind::Additional
    });
    if let Some(same) = same {
        return Some((RelationKind::Same, root(drafts, same)));
    }
    // Another claimant's different figure for the same harm.
    if claim.scope == Scope::Incident && claim.claimant.is_some() && claim.count.low > 1 {
        let rival = (0..i).find(|j| {
            let other = &drafts[*j];
            alike(*j)
                && other.field == 1
                && other.sentence != draft.sentence
                && other.claim.relation.kind == RelationKind::Whole
                && other.claim.claimant.is_some()
                && other.claim.claimant != claim.claimant
                && other.claim.count.low > 1
                && other.claim.categories == claim.categories
                && claim.effect == other.claim.effect
                && other.claim.count.low.max(claim.count.low)
                    < 4 * other.claim.count.low.min(claim.count.low)
        });
        if let Some(rival) = rival {
            return Some((RelationKind::Rival, rival));
        }
    }
    None
}

fn matters(draft: &Draft) -> bool {
    matches!(draft.claim.modality, Modality::Asserted | Modality::Alleged)
}

fn larger(drafts: &[Draft], j: usize, i: usize) -> bool {
    drafts[j].claim.count.low > drafts[i].claim.count.low || drafts[j].claim.count.high.is_none()
}

/// The first statement that `same` leads back to.
fn root(drafts: &[Draft], mut at: usize) -> usize {
    for _ in 0..drafts.len() {
        let relation = &drafts[at].claim.relation;
        if relation.kind != RelationKind::Same {
            break;
        }
        match relation
            .to
            .as_ref()
            .and_then(|to| drafts.iter().position(|d| d.claim.id == *to))
        {
            Some(next) if next != at => at = next,
            _ => break,
        }
    }
    at
}

/// A vague figure of the title is the same as the exact one of the body, wherever they stand.
fn exact_over_vague(drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        if drafts[i].field != 0
            || drafts[i].claim.count.basis != Basis::Vague
            || drafts[i].claim.relation.kind != RelationKind::Whole
        {
            continue;
        }
        let exact = (0..drafts.len()).find(|j| {
            let (a, b) = (&drafts[*j], &drafts[i]);
            a.field == 1
                && a.claim.effect == b.claim.effect
                && a.claim.scope == b.claim.scope
                && a.claim.event == b.claim.event
                && a.claim.relation.kind == RelationKind::Whole
                && a.claim.count.low >= b.claim.count.low
        });
        if let Some(exact) = exact {
            let to = drafts[exact].claim.id.clone();
            drafts[i].claim.relation = relation(RelationKind::Same, &to);
        }
    }
}
