//! What bars a claim from standing so to another, whatever the weights hold.

use tollbook_terms::{Basis, Category, Count, Effect, Means};

use super::compare::are_two;
use super::pair::named;
use super::sign::Sign;
use super::weigh::Bond;
use super::words::GENERAL;
use super::{Pairs, RUN, Tie, root};
use crate::claim::Draft;
use crate::claim::stems::meet;

/// Whether what was found before bars draft `i` from standing so to draft `to`: nobody is a part or a rival of
/// those who share a verb with him, or the same as somebody who was told by another name or of another event elsewhere.
pub(super) fn is_barred(
    pairs: &Pairs<'_>,
    ties: &[Option<Tie>],
    i: usize,
    to: usize,
    bond: Bond,
) -> bool {
    let drafts = pairs.drafts;
    let (mine, theirs) = (&drafts[i], &drafts[to]);
    // "six were killed in Ostra and two in Selm"
    if mine.words.placed && (mine.field, mine.sentence) == (theirs.field, theirs.sentence) {
        return bond != Bond::Event;
    }
    if mine.words.of_before && bond != Bond::Event || cannot_stand(mine, theirs, bond) {
        return true;
    }
    match bond {
        Bond::Part if is_no_part(pairs, i, to) || are_two_attacks(pairs, i, to) => true,
        Bond::Part if are_others(pairs, i, to) && !has_part(drafts, ties, i, to) => true,
        Bond::Rival if are_two_attacks(pairs, i, to) || is_told_again(drafts, ties, i, to) => true,
        Bond::Part | Bond::Rival | Bond::Revised => is_beside_another(drafts, ties, bond, i, to),
        Bond::Same => {
            let figure = root(ties, to);
            is_beside_another(drafts, ties, bond, i, to)
                || are_two_events(pairs, i, to)
                || are_more_than_the_named(mine, theirs)
                || are_more_than_the_named(theirs, mine)
                || (i.saturating_sub(RUN)..i)
                    .any(|k| root(ties, k) == figure && are_two(&drafts[i], &drafts[k]))
        }
        Bond::Additional | Bond::Event => false,
    }
}

/// Whether a draft of its effect before `i` was found to be a part of the figure `to`, or the one right before it in its
/// sentence a part of anything.
fn has_part(drafts: &[Draft], ties: &[Option<Tie>], i: usize, to: usize) -> bool {
    (i.saturating_sub(RUN)..i).any(|k| {
        let beside = k + 1 == i && drafts[k].sentence == drafts[i].sentence;
        let alike = drafts[k].claim.effect == drafts[i].claim.effect;
        ties[k].is_some_and(|tie| {
            tie.bond == Bond::Part && (beside || alike && root(ties, tie.to) == root(ties, to))
        })
    })
}

/// Whether another figure than `to` was told before draft `i` that is as many: "killed 30 rebels after they had killed
/// three guards. ... Three of our men were killed", which is no rival of the 30.
fn is_told_again(drafts: &[Draft], ties: &[Option<Tie>], i: usize, to: usize) -> bool {
    let this = &drafts[i].claim;
    this.count.low > 1
        && drafts[to].claim.count.low != this.count.low
        && (i.saturating_sub(RUN)..i).any(|k| {
            drafts[k].claim.effect == this.effect
                && drafts[k].claim.count == this.count
                && root(ties, k) != root(ties, to)
        })
}

/// Whether a draft told with `i` by one verb is the figure `to`: "three children and their teacher were killed",
/// where the teacher is none of the three.
fn is_beside_another(
    drafts: &[Draft],
    ties: &[Option<Tie>],
    bond: Bond,
    i: usize,
    to: usize,
) -> bool {
    let mine = &drafts[i];
    if mine.part_of.is_some() {
        return false;
    }
    let one = drafts[to].claim.count == Count::exact(1);
    let says = |sign: Sign| mine.words.this.has(sign);
    let listed = says(Sign::Partitive) && !says(Sign::OfThem);
    let figure = root(ties, to);
    let beside = |k: usize| {
        let theirs = &drafts[k];
        let verb = mine.words.trigger == theirs.words.trigger;
        (mine.field, mine.sentence) == (theirs.field, theirs.sentence)
            && mine.claim.effect == theirs.claim.effect
            && match bond {
                // "Arin Solt was killed with his son": the son is not the one man told of before.
                Bond::Same => verb && one,
                // "The dead were three guards and their driver": he is none of them.
                Bond::Part if verb && listed => true,
                _ => k + 1 == i && mine.claim.quote.end == theirs.claim.quote.end,
            }
            && root(ties, k) == figure
    };
    (i.saturating_sub(RUN)..i).any(beside) || bond == Bond::Part && to > i && beside(to)
}

/// Whether two figures cannot stand so: one of thrice as many is not the other again, who attacked is none of those
/// whom he killed, a bomber no other who died, and one person no toll that another disputes.
fn cannot_stand(this: &Draft, other: &Draft, bond: Bond) -> bool {
    let bomber = |draft: &Draft| draft.words.noun == "bomber";
    let (mine, theirs) = (this.claim.count, other.claim.count);
    let attacker = |draft: &Draft| ATTACKERS.contains(&draft.words.noun.as_str());
    let stated = |basis: Basis| !matches!(basis, Basis::Vague | Basis::AtMost);
    match bond {
        Bond::Same => {
            let most = |count: Count| count.low.max(count.high.unwrap_or(0)).saturating_mul(3);
            let far = mine.low > most(theirs) || theirs.low > most(mine);
            // "A bomber blew himself up. One person was killed."
            let person = matches!(this.words.noun.as_str(), "person" | "people")
                && !this.words.this.has(Sign::Definite);
            // "80 were wounded, some of them critically. Mortars wounded 14": 14 others.
            let some = other.words.this.has(Sign::OfThem)
                && theirs.basis == Basis::Vague
                && mine.basis != Basis::Vague
                && ![Sign::OfThem, Sign::Partitive, Sign::Definite, Sign::Pronoun]
                    .into_iter()
                    .any(|sign| this.words.this.has(sign));
            some || far
                && mine.low.min(theirs.low) > 0
                && stated(mine.basis)
                && stated(theirs.basis)
                || bomber(other) && (person || is_told_by_trade(this))
                || is_of_others(this, other)
        }
        // "A nun was shot dead. The army said five people died": one whom the words single out is no toll.
        Bond::Rival => {
            let told = |sign: Sign| other.words.this.has(sign);
            attacker(this) && !attacker(other)
                || theirs == Count::exact(1) && (told(Sign::Named) || is_another(this, other))
        }
        Bond::Part => {
            // "The crash injured 17 people and killed three": the dead are none of them.
            let dead = this.claim.effect == Effect::Killed && other.claim.effect == Effect::Injured;
            let some = [
                Sign::Partitive,
                Sign::OfThem,
                Sign::OfTheirs,
                Sign::LaterDied,
                Sign::Pronoun,
                Sign::Definite,
                Sign::Named,
            ];
            let told = |sign: Sign| this.words.this.has(sign);
            if dead
                && this.sentence == other.sentence
                && this.part_of.is_none()
                && !this.words.of_wounded
                && !some.into_iter().any(told)
            {
                return true;
            }
            attacker(this)
                && !attacker(other)
                && !other.claim.categories.contains(&Category::Combatant)
                && this.part_of.is_none()
                && !this.words.this.has(Sign::OfThem)
        }
        // What a toll has risen to or is brought to is the newer figure, and one person told by his trade is none.
        Bond::Revised => {
            this.words.grown && this.sentence > other.sentence
                || this.words.this.has(Sign::Brings)
                || mine == Count::exact(1) && (is_another(other, this) || theirs.low > 9)
        }
        _ => false,
    }
}

/// Whether `other` is told by a noun of its own that `this` is not told by: a gunman is no person of a toll.
fn is_another(this: &Draft, other: &Draft) -> bool {
    let noun = other.words.noun.as_str();
    !noun.is_empty() && noun != this.words.noun && !matches!(noun, "person" | "people")
}

/// Whether the claim counts some of people of whom the one person of `other` is none: "A clerk was shot. One of his sons
/// was killed".
pub(super) fn is_of_others(this: &Draft, other: &Draft) -> bool {
    let (mine, theirs) = (this.words.noun.as_str(), other.words.noun.as_str());
    this.words.some
        && other.claim.count == Count::exact(1)
        && !mine.is_empty()
        && !theirs.is_empty()
        && mine != theirs
        && !GENERAL.contains(&mine)
        && !GENERAL.contains(&theirs)
        && !(this.claim.categories.iter()).any(|c| other.claim.categories.contains(c))
}

/// Whether the claim says what somebody is who is no fighter: "the police chief", "a nurse".
fn is_told_by_trade(this: &Draft) -> bool {
    let people = [Category::Man, Category::Woman, Category::Child];
    let fighters = [Category::Attacker, Category::Combatant, Category::Other];
    (this.claim.categories.iter()).any(|c| !people.contains(c) && !fighters.contains(c))
}

/// Those who attack others.
const ATTACKERS: &[&str] = &[
    "attacker",
    "assailant",
    "gunman",
    "hijacker",
    "kidnapper",
    "perpetrator",
    "robber",
    "shooter",
    "suspect",
    "terrorist",
];

/// Whether draft `i` counts others than those of `j`: "three others died of their wounds".
fn are_others(pairs: &Pairs<'_>, i: usize, j: usize) -> bool {
    let this = &pairs.drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    says(Sign::Others)
        && this.field == pairs.drafts[j].field
        && !says(Sign::Definite)
        && !says(Sign::Partitive)
        && this.claim.count.basis != Basis::Vague
        && this.part_of.is_none()
        && !pairs.sums[i].contains(&j)
}

/// Whether the words of draft `i` speak against its being a part of what `j` counts: "was also killed", "the murder
/// of Arin Solt".
fn is_no_part(pairs: &Pairs<'_>, i: usize, j: usize) -> bool {
    let this = &pairs.drafts[i];
    let says = |sign: Sign| this.words.this.has(sign);
    let also = says(Sign::Also) && !says(Sign::Definite) && !pairs.sums[i].contains(&j);
    let deed = says(Sign::Named) && says(Sign::TheDeed);
    (also || deed) && !says(Sign::Partitive) && this.part_of.is_none()
}

/// Whether each of the two sentences begins an attack, at two places or one of them from the air: "A bomb killed 12 in
/// Ostra. In Selm, gunmen killed three."
fn are_two_attacks(pairs: &Pairs<'_>, i: usize, j: usize) -> bool {
    let (this, other) = (&pairs.drafts[i], &pairs.drafts[j]);
    let begins = |draft: &Draft| {
        let says = |sign: Sign| draft.words.this.has(sign);
        draft.field == 1 && (says(Sign::NewDeed) || says(Sign::NewAgent)) && !says(Sign::Many)
    };
    let places = named(this).zip(named(other));
    let (mine, theirs) = (&this.claim.means, &other.claim.means);
    let alike = mine.iter().any(|means| theirs.contains(means));
    // "Air strikes killed 31 in Ostra. Rebels shelled the capital, killing three."
    let air = |list: &[Means]| {
        list.iter()
            .any(|m| matches!(m, Means::Airstrike | Means::Drone))
    };
    let arms = this.words.this.has(Sign::NewAgent)
        && !mine.is_empty()
        && !theirs.is_empty()
        && air(mine) != air(theirs);
    this.sentence != other.sentence
        && !alike
        && (arms || places.is_some_and(|(a, b)| !meet(a, b)) && begins(this) && begins(other))
        && !this.words.this.has(Sign::OfThem)
        && !this.words.this.has(Sign::Partitive)
        && !pairs.sums[i].contains(&j)
}

/// Whether two equal figures are of two events by what is told of them: "12 died on Monday. ... Last week, 12 were
/// killed", "in a separate attack, 12 were killed".
fn are_two_events(pairs: &Pairs<'_>, i: usize, j: usize) -> bool {
    let (this, other) = (&pairs.drafts[i], &pairs.drafts[j]);
    let says = |sign: Sign| this.words.this.has(sign);
    let again = [
        Sign::Definite,
        Sign::Pronoun,
        Sign::TheDeed,
        Sign::Partitive,
    ];
    if this.field == 0 || again.into_iter().any(says) {
        return false;
    }
    let signs = pairs.signs(i, j);
    let has = |sign: Sign| signs.has(sign);
    let there = has(Sign::OtherPlace);
    let begun = there || has(Sign::NewPlace) || has(Sign::NewDeed) || has(Sign::NewAgent);
    // Of many the day may be that of the speech.
    let day = has(Sign::OtherDay) && (begun || has(Sign::OwnDays) && !has(Sign::SameMany));
    // "Eleven died on Friday. Last month, 11 were killed": a total of another time.
    let period = has(Sign::Recalls) && this.claim.scope != other.claim.scope;
    let title = other.field == 0;
    !has(Sign::SameName)
        && (period
            || turns_from(this, other) && (!title || there)
            // "39 were killed in the bombing"
            || day && (!has(Sign::ThatDeed) || has(Sign::Recalls))
            || there && !title && (has(Sign::Fronted) || has(Sign::Elsewhere)))
}

/// Whether the words of `this` turn from the event of `other`: "elsewhere", "in a separate attack".
pub(crate) fn turns_from(this: &Draft, other: &Draft) -> bool {
    let turns = |draft: &Draft| draft.words.this.has(Sign::Turns);
    turns(this)
        && !turns(other)
        && !this.words.this.has(Sign::Definite)
        && (this.field, this.sentence) != (other.field, other.sentence)
}

/// Whether `this` counts several and the other is one person by name: "the nuns" are not "Ines Barro".
fn are_more_than_the_named(this: &Draft, other: &Draft) -> bool {
    this.claim.count.low > 1
        && other.words.this.has(Sign::Named)
        && other.claim.count == Count::exact(1)
}
