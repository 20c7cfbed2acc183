//! People told of before whom other words mean again: "the victims", "the bodies of the three rebels", "two of them".

use tollbook_terms::Basis;

use super::compare::{are_foes, are_two, are_unlike};
use super::told::{NEAR, REACH};
use super::weigh::Bond;
use super::{Pairs, Sign, Tie, leads_to, root};

/// The counted people told of near before draft `i` whom "the men" or "the victims" stands for.
pub(super) fn the_people(pairs: &Pairs<'_>, ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let drafts = pairs.drafts;
    let this = &drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    let again = says(Sign::TheGeneral)
        && this.claim.count.basis == Basis::Vague
        && this.part_of.is_none()
        && !says(Sign::Others)
        && !says(Sign::Partitive);
    let before = |j: &usize| {
        let other = &drafts[*j];
        other.field == this.field
            && this.sentence.abs_diff(other.sentence) <= NEAR
            && other.claim.effect == this.claim.effect
            && other.part_of.is_none()
            && other.claim.count.low > 1
            && other.claim.count.basis != Basis::Vague
            && !leads_to(ties, *j, i)
    };
    let near = (i.saturating_sub(REACH)..i).filter(|_| again);
    let mut told = near.clone().filter(before).map(|j| root(ties, j));
    if let Some(one) = told.next() {
        return told.all(|other| other == one).then_some(one);
    }
    // "A nurse and her driver were shot. The victims worked there": all of one list.
    let verb = |j: usize| (drafts[j].sentence, drafts[j].words.trigger);
    let mut alike = near.filter(|j| drafts[*j].claim.effect == this.claim.effect);
    let one = alike.next().filter(|j| pairs.lists[*j].is_some())?;
    let all = drafts[one].field == this.field && alike.all(|j| verb(j) == verb(one));
    (all && ties[one].is_none() && verb(i) != verb(one)).then_some(one)
}

/// The figure told before draft `i` that is its own, whatever else stands between: the dead whose bodies were found
/// ("killed three rebels. ... The bodies of three men were found"), and some of others who were told before by what befell
/// them ("killed two clerks. They had abducted five men. Two of them were killed").
pub(super) fn of_whom_again(pairs: &Pairs<'_>, ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let drafts = pairs.drafts;
    let this = &drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    let of_them = says(Sign::OfThem) && this.claim.count.basis == Basis::Exact;
    let others = [
        Sign::More,
        Sign::Others,
        Sign::Also,
        Sign::Turns,
        Sign::Elsewhere,
    ];
    if !this.words.found && !of_them
        || this.part_of.is_some()
        || this.claim.count.low < 2
        || others.into_iter().any(says)
    {
        return None;
    }
    let same = |j: &usize| {
        let other = &drafts[*j];
        let signs = pairs.signs(i, *j);
        let apart = [Sign::OtherSide, Sign::OtherCountry, Sign::OtherDay];
        (other.field, other.claim.effect) == (this.field, this.claim.effect)
            && (1..=NEAR + 1).contains(&this.sentence.abs_diff(other.sentence))
            && other.claim.count.low == this.claim.count.low
            && other.claim.scope == this.claim.scope
            && matches!(other.claim.count.basis, Basis::Exact | Basis::AtLeast)
            && other.part_of.is_none()
            && ties[*j].is_none_or(|tie| tie.bond == Bond::Same)
            && !apart.into_iter().any(|sign| signs.has(sign))
            && !are_unlike(this, other)
            && !are_foes(this, other)
            && !are_two(this, other)
    };
    (i.saturating_sub(REACH)..i)
        .rev()
        .find(same)
        .map(|j| root(ties, j))
}
