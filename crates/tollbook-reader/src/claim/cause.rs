//! Cause: whether harm came of violence, of an accident, a disaster or an illness.
//!
//! [`said`] reads what the sentence of a harm says, [`words`] lists what speaks for a cause; the rest comes from the
//! whole report.

mod said;
mod words;

use std::collections::BTreeMap;

use tollbook_terms::{Category, Cause, Effect, Means, Scope};

use super::inherit::because;
use super::relation::{Bond, Tie, root};
use super::{Draft, Told};
use crate::rule::Rule;
pub(crate) use said::{died_alone, is_negated, only_died, said};
pub(crate) use words::{INQUEST, SIEGE, VIOLENT};

pub(crate) const CAUSE: Rule = Rule {
    name: "cause.words",
    says: "Harm is of violence unless a word for an accident, a disaster or an illness stands nearer to it than any weapon or attack.",
    must: &[
        (
            "A guard accidentally shot a clerk while cleaning his gun.",
            "injured 1 worker accident",
        ),
        (
            "The ferry capsized, and nine people died.",
            "killed 9 accident",
        ),
        (
            "Twelve pupils drowned on Sunday.",
            "killed 12 child accident",
        ),
        (
            "An army helicopter crashed into a market, killing nine people.",
            "destroyed 1 aircraft accident; killed 9 accident",
        ),
        ("Cholera has killed nine people.", "killed 9 disease"),
        (
            "A clerk hanged himself in his cell on Monday.",
            "killed 1 worker other",
        ),
        (
            "Eleven miners died when a gallery collapsed at a gold mine.",
            "killed 11 worker accident",
        ),
        (
            "A heatwave has killed 60 people. Two of the dead were children.",
            "killed 60 cumulative disaster; killed 2 child part-of 60 cumulative disaster",
        ),
        (
            "Crocodiles killed two fishermen.",
            "killed 2 worker accident",
        ),
    ],
    must_not: &[
        (
            "Shells hit a factory and a fire swept through it, killing 23 workers.",
            "the shells set it alight",
        ),
        (
            "Gunmen fired on pilgrims, their boat capsized, and nine people died.",
            "the shots made it overturn",
        ),
        (
            "The fire was set deliberately, killing nine people.",
            "it is no accident",
        ),
        (
            "Soldiers accidentally shot two farmers.",
            "who fires as one of a force does so with violence",
        ),
        (
            "Soldiers killed nine people in the town, which was hit by a flood in May.",
            "somebody killed them",
        ),
        (
            "Nine people have died since the outbreak of fighting.",
            "fighting is no illness",
        ),
        (
            "A mortar round crashed through a roof and killed nine people.",
            "a round that crashes is a weapon",
        ),
        (
            "The Red Front threw dynamite and a propane tank at the square, killing nine people.",
            "a tank of gas may be thrown",
        ),
        (
            "Five men travelling by car were killed when a mine blew up a bridge.",
            "the mine killed them, and no car",
        ),
        (
            "A suicide bomber crashed his car into a gate, killing nine people.",
            "he meant to",
        ),
        (
            "Five nuns were murdered in a town known for its floods.",
            "a murder is violence",
        ),
    ],
};

pub(crate) const HUNGER: Rule = Rule {
    name: "cause.hunger",
    says: "Who dies of hunger in a report of a siege or a blockade dies of violence.",
    must: &[(
        "The town has been under siege since May. Nine people starved to death on Monday.",
        "killed 9",
    )],
    must_not: &[(
        "The harvest failed. Nine people starved to death on Monday.",
        "nobody keeps food from them",
    )],
};

pub(crate) const UNKNOWN: Rule = Rule {
    name: "cause.unknown",
    says: "Who is found dead in a report without violence that tells of an inquest died of what is not known.",
    must: &[(
        "The body of a clerk was found in the harbour. The coroner saw no sign of foul play.",
        "killed 1 worker other",
    )],
    must_not: &[(
        "The body of a clerk was found in the harbour. The coroner spoke of murder.",
        "a murder is violence",
    )],
};

pub(crate) const ALONE: Rule = Rule {
    name: "cause.alone",
    says: "One person without arms who is said to have died and no more, in a report without violence or long before it, died of what is not known.",
    must: &[
        (
            "The former mayor Ada Holm has died.",
            "killed 1 official other",
        ),
        ("Ada Holm died in 1986.", "killed 1 other"),
    ],
    must_not: &[
        (
            "A bomb exploded in the market. Ada Holm died.",
            "the bomb killed her",
        ),
        (
            "Nine people died in Ostra.",
            "so many do not die by themselves",
        ),
        ("A soldier died on Sunday.", "soldiers are killed"),
        ("A nun died of her wounds on Sunday.", "somebody hurt her"),
        ("A man died in custody.", "somebody may have hurt him"),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&CAUSE, &HUNGER, &UNKNOWN, &ALONE];

/// Returns whether an effect has no other cause than violence.
fn is_always_violence(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::Detained | Effect::Abducted | Effect::SexualViolence | Effect::Tortured
    )
}

/// Whether a means comes of violence and of accidents alike.
fn is_either(means: Means) -> bool {
    matches!(means, Means::Fire | Means::Vehicle | Means::Siege)
}

/// Whether harm with these means may yet turn out to be no violence: a tank that explodes by accident is no
/// bomb.
fn is_open(means: Means) -> bool {
    is_either(means) || means == Means::Bomb
}

/// Gives the harm that does not say what it came of the cause of its event, or that of a report without
/// violence, and lets hunger in a siege be violence.
pub(crate) fn spread(drafts: &mut [Draft], told: &[Vec<Told>; 2], ties: &[Option<Tie>]) {
    let all = || told.iter().flatten();
    let besieged = all().any(|told| told.besieged);
    let armed = all().any(|told| told.means.iter().any(|(_, means)| !is_either(*means)));
    let fought = drafts.iter().any(|draft| {
        draft.cause == Some(Cause::Violence) && !is_always_violence(draft.claim.effect)
    });
    // An account begins with what it is about.
    const OPENING: usize = 4;
    let opening = told
        .iter()
        .flat_map(|told| told.iter().take(OPENING))
        .flat_map(|told| &told.causes)
        .map(|cause| cause.1)
        .next();
    let of_report = opening.filter(|_| !armed && !fought);
    for draft in drafts.iter_mut() {
        let claim = &mut draft.claim;
        let starved = claim.cause == Cause::Other && claim.means == [Means::Siege];
        if starved && besieged {
            claim.cause = Cause::Violence;
            draft.cause = Some(Cause::Violence);
            because(claim, "cause", &HUNGER);
        } else if starved {
            claim.means.clear();
        }
    }
    let mut of_events: BTreeMap<String, Cause> = BTreeMap::new();
    // The body's account goes before the title's.
    for field in [1, 0] {
        for draft in drafts.iter().filter(|draft| draft.field == field) {
            if let Some((event, cause)) = draft.claim.event.as_ref().zip(draft.cause) {
                of_events.entry(event.clone()).or_insert(cause);
            }
        }
    }
    let fierce = all().any(|told| told.violent);
    let calm = !armed && !fought && !fierce;
    // Of how many claims each event is told.
    let mut told_of: BTreeMap<String, usize> = BTreeMap::new();
    for event in drafts.iter().filter_map(|draft| draft.claim.event.clone()) {
        *told_of.entry(event).or_default() += 1;
    }
    let unknown = calm && opening.is_none() && all().any(|told| told.inquest);
    let report = !fierce && is_by_chance(drafts, told);
    by_chance(drafts, report);
    // Who drowns in a flood dies of the flood.
    if of_report == Some(Cause::Disaster) {
        for draft in drafts.iter_mut() {
            if draft.cause == Some(Cause::Accident) && draft.claim.means.is_empty() {
                draft.claim.cause = Cause::Disaster;
            }
        }
    }
    for draft in drafts.iter_mut().filter(|draft| draft.cause.is_none()) {
        let claim = &mut draft.claim;
        if unknown && draft.died && claim.cause == Cause::Violence {
            claim.cause = Cause::Other;
            because(claim, "cause", &UNKNOWN);
            continue;
        }
        let of_event = claim.event.as_ref().and_then(|event| of_events.get(event));
        let open = claim.means.iter().all(|means| is_open(*means));
        let one = claim.means.is_empty() && claim.scope == Scope::Incident;
        // Nobody falls ill in a report of weapons because another did.
        let ill = |cause: &Cause| matches!(cause, Cause::Disease | Cause::Other);
        let of_event = of_event
            .copied()
            .filter(|cause| open && !(armed && ill(cause)));
        // Nobody is hurt by the illness of which another died.
        let hurt = claim.effect != Effect::Killed && of_event.as_ref().is_some_and(ill);
        let of_event = of_event.filter(|_| !(hurt && of_report.is_some_and(|of| !ill(&of))));
        let of_report = of_report.filter(|cause| one && !(fierce && ill(cause)));
        if let Some(cause) = of_event.or(of_report) {
            claim.cause = cause;
            if cause != Cause::Violence {
                because(claim, "cause", &CAUSE);
                claim.means.retain(|means| *means != Means::Bomb);
            }
            continue;
        }
        let single = (claim.event.as_ref()).is_none_or(|event| told_of.get(event) == Some(&1));
        let armed_or_held = |category: &Category| {
            matches!(
                category,
                Category::Combatant
                    | Category::Police
                    | Category::Security
                    | Category::Peacekeeper
                    | Category::Detainee
            )
        };
        let exposed = claim.categories.iter().any(armed_or_held);
        if draft.died_alone && !exposed && (calm || draft.long_ago && single) {
            claim.cause = Cause::Other;
            because(claim, "cause", &ALONE);
        }
    }
    follow(drafts, ties);
}

/// Lets a part that does not say what it came of have the cause of its whole.
fn follow(drafts: &mut [Draft], ties: &[Option<Tie>]) {
    for i in 0..drafts.len() {
        let Some(tie) = ties[root(ties, i)].filter(|tie| tie.bond == Bond::Part) else {
            continue;
        };
        let cause = drafts[root(ties, tie.to)].claim.cause;
        let draft = &mut drafts[i];
        let claim = &mut draft.claim;
        let open = draft.cause.is_none()
            && claim.cause == Cause::Violence
            && claim.means.iter().all(|means| is_open(*means))
            && !is_always_violence(claim.effect);
        if open && cause != Cause::Violence {
            claim.cause = cause;
            because(claim, "cause", &CAUSE);
        }
    }
}

/// Whether the report tells of shots alone, and of some that they were an accident.
fn is_by_chance(drafts: &[Draft], told: &[Vec<Told>; 2]) -> bool {
    let gun = |means: Means| means == Means::Shooting || is_either(means);
    let of_guns = |told: &Told| told.means.iter().all(|(_, means)| gun(*means));
    let accident = |told: &Told| {
        told.means
            .iter()
            .any(|(_, means)| *means == Means::Shooting)
            && told
                .causes
                .iter()
                .any(|(_, cause)| *cause == Cause::Accident)
    };
    // A sentence of harm speaks for the rest only where it is by chance itself.
    let speaks = |field: usize, sentence: usize| {
        let mut here = drafts
            .iter()
            .filter(|draft| (draft.field, draft.sentence) == (field, sentence))
            .peekable();
        here.peek().is_none() || here.any(|draft| draft.cause == Some(Cause::Accident))
    };
    told.iter().flatten().all(of_guns)
        && told.iter().enumerate().any(|(field, told)| {
            let mut sentences = told.iter().enumerate();
            sentences.any(|(sentence, told)| accident(told) && speaks(field, sentence))
        })
}

/// Lets all that a gun did be an accident where the report says of one shot that it was: in its event, or
/// anywhere where the `report` tells of no other violence.
fn by_chance(drafts: &mut [Draft], report: bool) {
    let shot = |draft: &Draft| draft.claim.means == [Means::Shooting];
    let events: Vec<String> = drafts
        .iter()
        .filter(|draft| draft.cause == Some(Cause::Accident) && shot(draft))
        .filter_map(|draft| draft.claim.event.clone())
        .collect();
    for draft in drafts.iter_mut().filter(|draft| {
        draft.claim.effect.on_people() && !is_always_violence(draft.claim.effect) && shot(draft)
    }) {
        let claim = &mut draft.claim;
        let in_event = claim
            .event
            .as_ref()
            .is_some_and(|event| events.contains(event));
        if report || in_event {
            draft.cause = Some(Cause::Accident);
            if claim.cause != Cause::Accident {
                claim.cause = Cause::Accident;
                because(claim, "cause", &CAUSE);
            }
        }
    }
}
