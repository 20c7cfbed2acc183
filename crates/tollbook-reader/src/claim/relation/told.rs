//! How a claim stands to another where its own words say so, whatever the weights hold.

use tollbook_terms::{Basis, Category, Count, Effect, Scope};

use super::weigh::Bond;
use super::{Pairs, Sign, Tie, leads_to, root};
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
    // "One of the wounded died on Sunday."
    let later =
        says(Sign::LaterDied) || this.words.of_wounded && this.claim.effect == Effect::Killed;
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
            && other
                .claim
                .count
                .low
                .max(other.claim.count.high.unwrap_or(0))
                > this.claim.count.low
            && !leads_to(ties, *j, i)
    };
    (i.saturating_sub(REACH)..i)
        .rev()
        .find(larger)
        .map(|j| root(ties, j))
}

/// The counted people told of near before draft `i` whom "the men" or "the victims" stands for.
pub(super) fn the_people(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<usize> {
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
    let mut told = (i.saturating_sub(REACH)..i)
        .filter(|_| again)
        .filter(before)
        .map(|j| root(ties, j));
    let one = told.next()?;
    told.all(|other| other == one).then_some(one)
}

/// The total over several attacks, told later, that the figure of draft `i` is in: "In all, 13 were killed in the
/// three attacks".
pub(super) fn of_later_total(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &drafts[i];
    let sums = |draft: &Draft| {
        let says = |sign: Sign| draft.words.this.has(sign);
        (says(Sign::Total) && says(Sign::Many) || says(Sign::Brings))
            && !says(Sign::Elsewhere)
            && draft.claim.scope == Scope::Incident
    };
    let one = this.part_of.is_none() && this.claim.scope == Scope::Incident;
    if !one || !this.claim.effect.on_people() || sums(this) {
        return None;
    }
    (i + 1..(i + 1 + REACH).min(drafts.len())).find(|j| {
        let other = &drafts[*j];
        other.field == this.field
            && other.sentence > this.sentence
            && other.claim.effect == this.claim.effect
            && other.claim.count.low > this.claim.count.low
            && other.claim.count.basis != Basis::Vague
            && other.part_of.is_none()
            && ties[*j].is_none()
            && sums(other)
            && !leads_to(ties, *j, i)
    })
}

/// Whether two figures cannot stand so: one of thrice as many is not the other again, who attacked is none of those
/// whom he killed, and a bomber no other who died.
pub(super) fn cannot_stand(this: &Draft, other: &Draft, bond: Bond) -> bool {
    let bomber = |draft: &Draft| draft.words.noun == "bomber";
    let (mine, theirs) = (this.claim.count, other.claim.count);
    let stated = |basis: Basis| !matches!(basis, Basis::Vague | Basis::AtMost);
    match bond {
        Bond::Same => {
            let most = |count: Count| count.low.max(count.high.unwrap_or(0)).saturating_mul(3);
            let far = mine.low > most(theirs) || theirs.low > most(mine);
            // "A bomber blew himself up. One person was killed."
            let person = matches!(this.words.noun.as_str(), "person" | "people")
                && !this.words.this.has(Sign::Definite);
            far && mine.low.min(theirs.low) > 0 && stated(mine.basis) && stated(theirs.basis)
                || bomber(other) && person
        }
        Bond::Part => {
            let attacker = |draft: &Draft| ATTACKERS.contains(&draft.words.noun.as_str());
            attacker(this)
                && !attacker(other)
                && !other.claim.categories.contains(&Category::Combatant)
                && this.part_of.is_none()
                && !this.words.this.has(Sign::OfThem)
        }
        _ => false,
    }
}

/// Those who attack others.
const ATTACKERS: &[&str] = &[
    "attacker",
    "assailant",
    "gunman",
    "hijacker",
    "kidnapper",
    "terrorist",
];

/// The total that draft `i`, the first of its effect, brought a toll to: "A mine killed two herders. ... The deaths
/// brought to 90 the number of people killed this year".
pub(super) fn brought_to(pairs: &Pairs<'_>, ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &pairs.drafts[i];
    if this.claim.scope != Scope::Incident || this.part_of.is_some() {
        return None;
    }
    pairs.others(i, Bond::Part).find(|j| {
        let signs = pairs.signs(i, *j);
        signs.has(Sign::BroughtFirst)
            && signs.has(Sign::Smaller)
            && !signs.has(Sign::OtherKind)
            && !signs.has(Sign::OtherSide)
            && !leads_to(ties, *j, i)
    })
}

/// How many sentences and how many claims away a figure may stand that another is set against by its words.
const NEAR: usize = 2;
const REACH: usize = 8;
