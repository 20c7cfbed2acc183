//! How a claim stands to another where its own words say so, whatever the weights hold.

use tollbook_terms::{Basis, Count, Effect, Scope};

use super::bar::is_of_others;
use super::compare::{are_foes, are_of_two_sexes, are_unlike};
use super::weigh::{Bond, Weights};
use super::{Pairs, RUN, Sign, Tie, are_two, leads_to, root};
use crate::claim::Draft;

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
    if is_of_others(this, &drafts[one]) {
        return None;
    }
    (first < i && alone && drafts[one].claim.count == Count::exact(1)).then_some(one)
}

/// The figure told last before draft `i` that it is some of by its words: "118 wounded, of whom five died", "wounded
/// five pupils. One later died of her wounds", "nine were killed. A nun was among the dead".
pub(super) fn some_of_them(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    // "One of the wounded died on Sunday."
    let later =
        says(Sign::LaterDied) || this.words.of_wounded && this.claim.effect == Effect::Killed;
    // "A nun was among those killed."
    let among = this.words.among && !says(Sign::OfThem);
    if this.part_of.is_some()
        || !says(Sign::OfThem) && !later && !among
        || !this.claim.effect.on_people()
    {
        return None;
    }
    let within = match (among, this.words.of_wounded) {
        (true, _) => NEAR + 1,
        (_, true) => NEAR,
        _ => usize::from(later),
    };
    let larger = |j: &usize| {
        let other = &drafts[*j];
        other.field == this.field
            && this.sentence.abs_diff(other.sentence) <= within
            && other.claim.effect.on_people()
            && (!later && !this.words.of_wounded || other.claim.effect == Effect::Injured)
            && (!among
                || other.claim.effect == this.claim.effect
                    // "A mother and her two daughters were among the dead": side by side.
                    && !other.words.among
                    && other.part_of.is_none()
                    && ties[*j].is_none_or(|tie| tie.bond != Bond::Part)
                    && !are_unlike(this, other)
                    && !are_foes(this, other)
                    && !are_of_two_sexes(this, other))
            && other
                .claim
                .count
                .low
                .max(other.claim.count.high.unwrap_or(0))
                > this.claim.count.low
            && !leads_to(ties, *j, i)
    };
    // "Two nuns were among the injured. In all, 39 people were hurt."
    let first = || {
        !drafts[i.saturating_sub(RUN)..i].iter().any(|other| {
            other.claim.effect == this.claim.effect && other.claim.count.low > this.claim.count.low
        })
    };
    let later = (i + 1..(i + REACH).min(drafts.len()))
        .filter(|j| among && drafts[*j].claim.count.basis != Basis::Vague && first());
    let mut told = (i.saturating_sub(REACH)..i)
        .rev()
        .chain(later)
        .filter(larger);
    // "killed three guards and took 12 pupils. One of the guards": the guards.
    let noun = |j: &usize| !this.words.noun.is_empty() && drafts[*j].words.noun == this.words.noun;
    let one = told.clone().find(noun).or_else(|| told.next())?;
    // "injured 17, five of them seriously. Two of the injured": of all 17.
    let whole =
        ties[one].filter(|tie| this.words.of_wounded && tie.bond == Bond::Part && larger(&tie.to));
    Some(root(ties, whole.map_or(one, |tie| tie.to)))
}

/// The total over several attacks, told later, that the figure of draft `i` is in: "In all, 13 were killed in the
/// three attacks", "It was the deadliest of a string of attacks that killed 19", "They were among nine people killed".
pub(super) fn of_later_total(pairs: &Pairs<'_>, ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let drafts = pairs.drafts;
    let this = &drafts[i];
    let total = |draft: &Draft| {
        let says = |sign: Sign| draft.words.this.has(sign);
        (says(Sign::Total) && says(Sign::Many) || says(Sign::Brings))
            && !says(Sign::Elsewhere)
            && draft.claim.scope == Scope::Incident
    };
    let says = |sign: Sign| this.words.this.has(sign);
    let one = this.part_of.is_none() && this.claim.scope == Scope::Incident;
    if !one || !this.claim.effect.on_people() || total(this) {
        return None;
    }
    // "Attacks across the north killed 19 people", told next, of the same day.
    let spread = |j: usize| {
        let other = &drafts[j];
        let told = |sign: Sign| other.words.this.has(sign);
        let signs = pairs.signs(i, j);
        told(Sign::Across)
            && !says(Sign::Across)
            && other.sentence - this.sentence <= NEAR
            && other.claim.scope == Scope::Incident
            && ![
                Sign::Elsewhere,
                Sign::Recalls,
                Sign::Earlier,
                Sign::Pluperfect,
                Sign::More,
            ]
            .into_iter()
            .any(told)
            && !signs.has(Sign::OtherDay)
            && !signs.has(Sign::OtherKind)
            && !signs.has(Sign::OtherSide)
    };
    let last = (i + 1 + REACH).min(drafts.len());
    pairs.others(i, Bond::Part).find(|j| {
        let other = &drafts[*j];
        (i + 1..last).contains(j)
            && other.field == this.field
            && other.claim.effect == this.claim.effect
            && other.claim.count.low > this.claim.count.low
            && other.claim.count.basis != Basis::Vague
            && other.part_of.is_none()
            && ties[*j].is_none()
            && (other.sentence > this.sentence && total(other)
                || spread(*j)
                || other.words.holds_told && other.sentence - this.sentence <= NEAR)
            && !leads_to(ties, *j, i)
    })
}

/// The figure told right before draft `i` that holds it: a total of which a day or place "alone" is a part ("has killed
/// 300 since May. On Monday alone, 20 died"), or casualties of whom some are dead ("took in 60 casualties. Eleven died").
pub(super) fn of_figure_before(pairs: &Pairs<'_>, ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &pairs.drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    let new = says(Sign::More) || says(Sign::Elsewhere) || says(Sign::Nobody);
    if new || this.part_of.is_some() || !this.claim.effect.on_people() {
        return None;
    }
    // How many were already found to be of a figure.
    let found = |j: usize| -> u64 {
        (j..i)
            .filter(|k| ties[*k].is_some_and(|tie| tie.bond == Bond::Part && tie.to == j))
            .map(|k| pairs.drafts[k].claim.count.low)
            .sum()
    };
    let holds = |j: &usize| {
        let other = &pairs.drafts[*j];
        let alone = says(Sign::Alone)
            && other.claim.effect == this.claim.effect
            && other.claim.scope != Scope::Incident;
        let casualties = other.claim.effect == Effect::Casualties
            && matches!(this.claim.effect, Effect::Killed | Effect::Injured)
            && other.claim.scope == this.claim.scope
            // "Shot people" may be anybody.
            && (other.claim.count.basis != Basis::Vague || other.words.noun == "casualty")
            && !says(Sign::Pronoun);
        let signs = pairs.signs(i, *j);
        let apart = [
            Sign::OtherDay,
            Sign::OtherPlace,
            Sign::OtherClaimant,
            Sign::Dispute,
        ];
        *j < i
            && other.field == this.field
            && this.sentence - other.sentence <= 1
            && other.words.trigger != this.words.trigger
            && found(*j) + this.claim.count.low <= other.claim.count.low
            && (alone || casualties && !apart.into_iter().any(|sign| signs.has(sign)))
            && !leads_to(ties, root(ties, *j), i)
    };
    pairs
        .others(i, Bond::Part)
        .filter(holds)
        .last()
        .map(|j| root(ties, j))
}

/// The figure told before draft `i` of people whose names the report gave, of whom it names one again: "Arin Solt and
/// Ada Holm were arrested. ... Holm was arrested at her home".
pub(super) fn of_those_named(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &drafts[i];
    let surname = this.words.name.last()?;
    if this.part_of.is_some() || this.claim.count != Count::exact(1) {
        return None;
    }
    let named = |j: &usize| {
        let other = &drafts[*j];
        other.claim.effect == this.claim.effect
            && other.claim.count.low > 1
            && other.claim.victims.iter().any(|victim| {
                let mut words = victim.name.split_whitespace();
                words.any(|word| word.to_lowercase() == *surname)
            })
            && !leads_to(ties, *j, i)
    };
    (0..i).rev().take(REACH).find(named).map(|j| root(ties, j))
}

/// Makes whoever was told first and is then told as one of a larger figure a part of it: "A teacher was shot dead. ...
/// Five people, among them the teacher, were killed".
pub(super) fn shares_told_first(pairs: &Pairs<'_>, ties: &mut [Option<Tie>], weights: &Weights) {
    let drafts = pairs.drafts;
    for i in 0..drafts.len() {
        let Some(tie) = ties[i] else { continue };
        let this = &drafts[i];
        let (first, whole) = match tie.bond {
            // The part is told; is there the same before it?
            Bond::Part => {
                let whole = root(ties, tie.to);
                let first = (0..i.min(REACH)).find(|j| {
                    let other = &drafts[*j];
                    let (mine, theirs) = (&this.words, &other.words);
                    let noun = !mine.noun.is_empty() && mine.noun == theirs.noun;
                    *j != whole
                        && ties[*j].is_none()
                        && other.part_of.is_none()
                        && (other.field, other.sentence) != (this.field, this.sentence)
                        && other.claim.effect == this.claim.effect
                        && other.claim.count == this.claim.count
                        && other.claim.scope == Scope::Incident
                        && (noun
                            || pairs.signs(i, *j).has(Sign::SameName)
                            || !this.claim.categories.is_empty()
                                && other.claim.categories == this.claim.categories)
                        && !are_two(this, other)
                        && !pairs.signs(i, *j).has(Sign::OtherDay)
                });
                (first, Some(whole))
            }
            // The same is told in the title; is this of a larger figure that the text tells before it?
            Bond::Same if drafts[tie.to].field == 0 && !this.words.this.has(Sign::Partitive) => {
                let whole = pairs.others(i, Bond::Part).find(|j| {
                    (tie.to + 1..i).contains(j)
                        && drafts[*j].field == this.field
                        && weights.sum(Bond::Part, pairs.signs(i, *j)) > 0
                });
                let first = Some(tie.to).filter(|to| ties[*to].is_none());
                (first, whole.map(|whole| root(ties, whole)))
            }
            // The same is told before; is there a larger figure that this is said to be of?
            Bond::Same if this.words.this.has(Sign::Partitive) => {
                let whole = (i.saturating_sub(RUN)..i).rev().find(|j| {
                    let other = &drafts[*j];
                    *j != tie.to
                        && other.field == this.field
                        && this.sentence - other.sentence <= NEAR
                        && other.claim.effect == this.claim.effect
                        && other.claim.count.low > this.claim.count.low
                });
                let first = Some(tie.to).filter(|to| ties[*to].is_none());
                (first, whole.map(|whole| root(ties, whole)))
            }
            _ => continue,
        };
        if let (Some(first), Some(whole)) = (first, whole)
            && drafts[first].claim.count.low < drafts[whole].claim.count.low
            // "Man shoots girl, two women": side by side.
            && (drafts[first].field, drafts[first].sentence)
                != (drafts[whole].field, drafts[whole].sentence)
            && first < i
            && !leads_to(ties, whole, first)
            && !leads_to(ties, first, i)
        {
            let signs = pairs.signs(first, whole);
            ties[first] = Some(Tie {
                bond: Bond::Part,
                to: whole,
                signs,
            });
            ties[i] = Some(Tie {
                bond: Bond::Same,
                to: first,
                signs: pairs.signs(i, first),
            });
        }
    }
}

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

/// The toll told before draft `i` that has grown to it: "killed 12. ... The toll has since risen to 15".
pub(super) fn outgrown(pairs: &Pairs<'_>, ties: &[Option<Tie>], i: usize) -> Option<usize> {
    let this = &pairs.drafts[i];
    if !this.words.grown
        || this.claim.scope != Scope::Incident
        || this.part_of.is_some()
        || !this.claim.effect.on_people()
    {
        return None;
    }
    let alike = |j: &usize| {
        let other = &pairs.drafts[*j];
        other.claim.effect == this.claim.effect && other.claim.scope == Scope::Incident
    };
    let told = (i.saturating_sub(REACH)..i).filter(alike);
    if told
        .clone()
        .any(|j| pairs.drafts[j].claim.count.low == this.claim.count.low)
    {
        return None;
    }
    let open = |j: &usize| {
        let signs = pairs.signs(i, *j);
        let free = ties[*j].is_none_or(|tie| tie.bond == Bond::Part && tie.to == i);
        let others = [
            Sign::OtherDay,
            Sign::OtherPlace,
            Sign::OtherKind,
            Sign::OtherSide,
        ];
        free && pairs.drafts[*j].part_of.is_none()
            && signs.has(Sign::Larger)
            && !others.into_iter().any(|sign| signs.has(sign))
    };
    let mut open = told.filter(open);
    // Of several nobody knows which has grown.
    let old = open.next().filter(|_| open.next().is_none())?;
    (2 * pairs.drafts[old].claim.count.low >= this.claim.count.low).then_some(old)
}

/// How many sentences and how many claims away a figure may stand that another is set against by its words.
pub(super) const NEAR: usize = 2;
pub(super) const REACH: usize = 8;
