//! How a claim stands to another where its own words say so, whatever the weights hold.

use tollbook_terms::{Count, Effect};

use super::weigh::Bond;
use super::{Sign, Tie, leads_to, root};
use crate::claim::Draft;

/// The figure near draft `i` that its own words set it against: "the rebels put it at 60", "up from 125".
pub(super) fn told_so(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<(Bond, usize)> {
    let bond = drafts[i].stands?;
    let this = &drafts[i];
    let near = |j: &usize| {
        let other = &drafts[*j];
        other.field == this.field
            && other.sentence.abs_diff(this.sentence) <= NEAR
            && other.claim.effect == this.claim.effect
            && (bond == Bond::Additional || other.claim.count.low != this.claim.count.low)
            && other.claim.count.high != Some(0)
            && other.part_of.is_none()
            // "two died. A third was killed later": not beside four.
            && (this.words.nth).is_none_or(|nth| other.claim.count.low + 1 == nth)
            && !leads_to(ties, *j, i)
    };
    let claimed = |j: &usize| {
        let (mine, theirs) = (&this.claim.claimant, &drafts[*j].claim.claimant);
        mine.is_some() && mine != theirs
    };
    let from = i.saturating_sub(REACH);
    match bond {
        Bond::Rival => (from..i)
            .rev()
            .find(|j| near(j) && claimed(j))
            .map(|j| (bond, root(ties, j))),
        _ => (from..i)
            .rev()
            .chain(i + 1..(i + 1 + REACH).min(drafts.len()))
            .find(near)
            .map(|j| (bond, root(ties, j)))
            .map(|(bond, to)| match ties[to] {
                // Whoever is added to a part is a part too.
                Some(tie) if bond == Bond::Additional && tie.bond == Bond::Part => {
                    (Bond::Part, root(ties, tie.to))
                }
                _ => (bond, to),
            })
            .filter(|(_, to)| !leads_to(ties, *to, i)),
    }
}

/// The one person told of near before draft `i` that it says more of: "Rebels killed a clerk. The victim was a
/// resident of Ostra", "the deceased was identified as Arin Solt".
pub(super) fn the_victim(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    let victim = says(Sign::Partitive) && !says(Sign::OfThem) && !says(Sign::OfTheirs);
    // "The dead were a nun and her driver", "were named as Arin Solt and Ada Holm": each of a list is another.
    let listed = |j: usize| {
        drafts.get(j).is_some_and(|other| {
            (other.field, other.sentence) == (this.field, this.sentence)
                && other.words.trigger == this.words.trigger
        })
    };
    if !victim
        || listed(i + 1)
        || i.checked_sub(1).is_some_and(listed)
        || this.claim.count != Count::exact(1)
        || this.part_of.is_some()
    {
        return None;
    }
    let near = |j: &usize| {
        let other = &drafts[*j];
        other.field == this.field
            && !listed(*j)
            && other.claim.effect == this.claim.effect
            && this.sentence.abs_diff(other.sentence) <= NEAR + 1
    };
    let mut told = (i.saturating_sub(REACH)..(i + REACH).min(drafts.len()))
        .filter(|j| *j != i && near(j))
        .map(|j| (j, root(ties, j)));
    let (first, one) = told.next()?;
    let alone = told.all(|(_, other)| other == one);
    (first < i && alone && drafts[one].claim.count == Count::exact(1)).then_some(one)
}

/// The figure told last before draft `i` that it is some of by its words: "118 wounded, of whom five died", "wounded
/// five pupils. One later died of her wounds".
pub(super) fn some_of_them(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    let later = says(Sign::LaterDied);
    if this.part_of.is_some() || !says(Sign::OfThem) && !later || !this.claim.effect.on_people() {
        return None;
    }
    let within = usize::from(later);
    let larger = |j: &usize| {
        let other = &drafts[*j];
        other.field == this.field
            && this.sentence.abs_diff(other.sentence) <= within
            && other.claim.effect.on_people()
            && (!later || other.claim.effect == Effect::Injured)
            && other.claim.count.low > this.claim.count.low
            && !leads_to(ties, *j, i)
    };
    (i.saturating_sub(REACH)..i)
        .rev()
        .find(larger)
        .map(|j| root(ties, j))
}

/// How many sentences and how many claims away a figure may stand that another is set against by its words.
const NEAR: usize = 2;
const REACH: usize = 8;
