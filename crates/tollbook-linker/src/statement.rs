//! Statements: which claims of a telling can set a figure, and what says them again.

use std::collections::BTreeMap;

use tollbook_terms::{Category, Cause, Claim, Effect, RelationKind};

use crate::categories::Categories;
use crate::telling::{Spoken, Telling, held};

/// The claims above a part: the categories that those of each effect and cause carry.
#[derive(Debug, Clone, Default)]
struct Above(BTreeMap<(Effect, Cause), Categories>);

impl Above {
    fn and(&self, claim: &Claim, categories: Categories) -> Above {
        let mut above = self.clone();
        let known = above.0.entry((claim.effect, claim.cause)).or_default();
        *known = known.with(categories);
        above
    }

    /// Returns whether a claim of the same effect and cause is above; with a category, one that
    /// carries it.
    fn has(&self, claim: &Claim, category: Option<Category>) -> bool {
        let above = self.0.get(&(claim.effect, claim.cause));
        above.is_some_and(|above| category.is_none_or(|category| above.has(category)))
    }
}

/// How a statement enters a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It adds.
    Adds,
    /// It adds where no claim above it counts.
    Part,
    /// It stands for its claimant in place of the statement with this index.
    Against(usize),
}

/// A claim that can set a figure, with the claims of its report that say it again.
#[derive(Debug)]
pub(crate) struct Statement<'a> {
    pub(crate) id: &'a str,
    pub(crate) claim: &'a Claim,
    pub(crate) role: Role,
    /// Its own, and those of its exact repetitions.
    pub(crate) categories: Categories,
    /// Who says so; the first is the one it counts for.
    pub(crate) spoken: Vec<Spoken<'a>>,
    /// Claims that say it again for no further claimant.
    pub(crate) repeated: Vec<&'a str>,
    /// Older figures that the report itself replaces by this one.
    pub(crate) revised: Vec<Spoken<'a>>,
    above: Above,
}

impl Statement<'_> {
    /// Returns whether it enters the sum of its effect for `category` (`None` for all).
    pub(crate) fn adds(&self, category: Option<Category>) -> bool {
        category.is_none_or(|category| self.categories.has(category))
            && match self.role {
                Role::Adds => true,
                Role::Part => !self.above.has(self.claim, category),
                Role::Against(_) => false,
            }
    }
}

/// Returns the statements of a telling in the order of reading, rivals last.
///
/// A figure that the outlet gives and that a named claimant gives as well counts for the latter
/// alone: the outlet repeats it.
pub(crate) fn statements<'a>(telling: &Telling<'a>) -> Vec<Statement<'a>> {
    let claims = &telling.claims;
    let numbers: BTreeMap<&str, usize> = claims
        .iter()
        .enumerate()
        .map(|(i, told)| (told.claim.id.as_str(), i))
        .collect();
    let pointed = |kinds: &[RelationKind]| -> Vec<Option<usize>> {
        let target = |claim: &Claim| numbers.get(claim.relation.to.as_deref()?).copied();
        let follow = |told: &Spoken| {
            let followed = kinds.contains(&told.claim.relation.kind);
            followed.then(|| target(told.claim)).flatten()
        };
        claims.iter().map(follow).collect()
    };
    let first = |_, first: &usize| *first;
    // What each claim repeats in the end, and what it is told against in the end.
    let repeats = along(&pointed(&[RelationKind::Same]), |i| i, first);
    let rivals = [RelationKind::Same, RelationKind::Rival];
    let against = along(&pointed(&rivals), |i| i, first);

    let mut categories: Vec<Categories> = claims
        .iter()
        .map(|told| Categories::of(&told.claim.categories))
        .collect();
    for (i, told) in claims.iter().enumerate() {
        let whole = repeats[i];
        if held(told.claim) && told.claim.count == claims[whole].claim.count {
            categories[whole] = categories[whole].with(categories[i]);
        }
    }
    let up = pointed(&[RelationKind::Part, RelationKind::Same]);
    let above = along(
        &up,
        |_| Above::default(),
        |i, above| match up[i] {
            Some(over) if held(claims[over].claim) => {
                above.and(claims[over].claim, categories[over])
            }
            _ => above.clone(),
        },
    );

    let mut statements: Vec<Statement> = Vec::new();
    let mut made: BTreeMap<usize, usize> = BTreeMap::new();
    let mut against_nothing: BTreeMap<(usize, Effect), usize> = BTreeMap::new();
    // Rivals last, so that what they stand against is there.
    let is_rival = |i: &usize| claims[*i].claim.relation.kind == RelationKind::Rival;
    let (rivals, others): (Vec<usize>, Vec<usize>) = (0..claims.len()).partition(is_rival);
    for i in others.into_iter().chain(rivals) {
        let told = claims[i];
        let claim = told.claim;
        let role = match claim.relation.kind {
            _ if !held(claim) => continue,
            RelationKind::Same | RelationKind::Revised => continue,
            RelationKind::Whole | RelationKind::Additional => Role::Adds,
            RelationKind::Part => Role::Part,
            RelationKind::Rival => {
                let told_first = made.get(&against[i]).copied();
                let same_effect =
                    |&s: &usize| statements[s].claim.effect == claim.effect && against[i] != i;
                match told_first.filter(same_effect) {
                    Some(statement) => Role::Against(statement),
                    // What it was told against sets no figure: the first rival takes its place.
                    None => {
                        let place = against_nothing.entry((against[i], claim.effect));
                        let place = *place.or_insert(statements.len());
                        match place == statements.len() {
                            true => Role::Adds,
                            false => Role::Against(place),
                        }
                    }
                }
            }
        };
        made.insert(i, statements.len());
        statements.push(Statement {
            id: told.id,
            claim,
            role,
            categories: categories[i],
            spoken: vec![told],
            repeated: Vec::new(),
            revised: Vec::new(),
            above: above[i].clone(),
        });
    }
    for (i, told) in claims.iter().enumerate() {
        let kind = told.claim.relation.kind;
        let target = match kind {
            RelationKind::Same => Some(repeats[i]),
            RelationKind::Revised => numbers
                .get(told.claim.relation.to.as_deref().unwrap_or_default())
                .map(|newer| repeats[*newer]),
            _ => None,
        };
        let statement = target.and_then(|target| made.get(&target));
        let Some(statement) = statement.map(|statement| &mut statements[*statement]) else {
            continue;
        };
        if kind == RelationKind::Revised {
            statement.revised.push(*told);
        } else if held(told.claim) {
            say_again(statement, *told);
        } else {
            statement.repeated.push(told.id);
        }
    }
    statements
}

/// Takes in a claim that says `statement` again.
fn say_again<'a>(statement: &mut Statement<'a>, told: Spoken<'a>) {
    let speaker = told.voice.claimant_number;
    let mut known = statement
        .spoken
        .iter()
        .map(|spoken| spoken.voice.claimant_number);
    if !told.voice.named || known.any(|known| known == speaker) {
        statement.repeated.push(told.id);
        return;
    }
    let told_first = &mut statement.spoken[0];
    if !told_first.voice.named && told_first.claim.count == told.claim.count {
        statement.repeated.push(told_first.id);
        *told_first = told;
    } else {
        statement.spoken.push(told);
    }
}

/// Returns a value for each claim, made from the value of the claim that it points to, in one pass;
/// `last` makes that of a claim that points nowhere, or into a ring.
fn along<T: Clone>(
    to: &[Option<usize>],
    last: impl Fn(usize) -> T,
    step: impl Fn(usize, &T) -> T,
) -> Vec<T> {
    let mut made: Vec<Option<T>> = vec![None; to.len()];
    let mut walked = vec![false; to.len()];
    for start in 0..to.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(i) = at.filter(|i| !walked[*i]) {
            walked[i] = true;
            path.push(i);
            at = to[i];
        }
        for i in path.into_iter().rev() {
            let value = match to[i].and_then(|next| made[next].as_ref()) {
                Some(value) => step(i, value),
                None => last(i),
            };
            made[i] = Some(value);
        }
    }
    made.into_iter().flatten().collect()
}
