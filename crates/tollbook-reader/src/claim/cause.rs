//! Cause: whether harm came of violence, of an accident, a disaster or an illness.

use std::collections::BTreeMap;

use tollbook_terms::{Cause, Effect, Means, Scope};

use super::inherit::because;
use super::{Draft, Told};
use crate::lexicon::Class;
use crate::mention::Mention;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;

pub(crate) const CAUSE: Rule = Rule {
    name: "cause.words",
    says: "Harm is of violence unless a word for an accident, a disaster or an illness stands nearer to it than any weapon or attack.",
    must: &[
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
    ],
    must_not: &[
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

pub(crate) const RULES: &[&Rule] = &[&CAUSE, &HUNGER, &UNKNOWN];

/// Words for violence that name no means.
pub(crate) const VIOLENT: &[&str] = &[
    "attack",
    "attacks",
    "attacked",
    "attacking",
    "assault",
    "assaults",
    "ambush",
    "ambushes",
    "ambushed",
    "clash",
    "clashes",
    "clashed",
    "fighting",
    "battle",
    "battles",
    "violence",
    "massacre",
    "massacres",
    "massacred",
    "murder",
    "murders",
    "murdered",
    "slain",
    "assassinated",
    "slaughtered",
    "war",
    "wars",
    "warfare",
    "conflict",
    "insurgency",
    "uprising",
    "crackdown",
    "offensive",
    "siege",
    "besieged",
    "blockade",
    "blockaded",
    "fire-fight",
    "gunmen",
    "militants",
    "militia",
    "militias",
    "militiamen",
    "insurgents",
    "rebels",
    "guerrillas",
    "terrorists",
    "terrorist",
    "bandits",
    "kidnappers",
    "homicide",
    "homicides",
    "manslaughter",
    "murderer",
    "murderers",
    "killer",
    "killers",
    "assailant",
    "assailants",
    "attacker",
    "attackers",
    "robbers",
    "arson",
    "arsonist",
    "arsonists",
    "torched",
    "firebombed",
    "lynched",
    "lynching",
];

/// Words of those who look into a death.
pub(crate) const INQUEST: &[&str] = &[
    "autopsy",
    "autopsies",
    "coroner",
    "coroners",
    "inquest",
    "toxicology",
    "post-mortem",
    "postmortem",
    "undetermined",
    "unexplained",
];

/// Words of a siege.
pub(crate) const SIEGE: &[&str] = &[
    "siege",
    "sieges",
    "besieged",
    "besieging",
    "besiege",
    "blockade",
    "blockaded",
    "blockading",
    "encircled",
    "encirclement",
];

/// Returns whether an effect has no other cause than violence.
fn is_always_violence(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::Detained | Effect::Abducted | Effect::SexualViolence | Effect::Tortured
    )
}

/// Whether the word of harm says itself that it was violence: "the murder of", "were slain".
fn is_violent(text: &Text<'_>, trigger: usize) -> bool {
    const STEMS: &[&str] = &[
        "murder",
        "assassin",
        "massacr",
        "slaughter",
        "execut",
        "behead",
        "decapitat",
        "lynch",
        "butcher",
        "slay",
        "slain",
        "slew",
        "gunned",
    ];
    let lower = text.lower_at(trigger);
    STEMS.iter().any(|stem| lower.starts_with(stem))
        || lower.starts_with("killing") && matches!(text.tag_at(trigger), Some(Tag::NN | Tag::NNS))
}

/// Returns the cause that the sentence names, if it names one. Nobody is arrested, abducted, raped or
/// tortured by accident.
pub(crate) fn said(text: &Text<'_>, told: &Told, mention: &Mention) -> Option<Cause> {
    let trigger = mention.trigger;
    if is_always_violence(mention.effect) || is_violent(text, trigger) {
        return Some(Cause::Violence);
    }
    // "Killed himself"; not "blew himself up".
    let himself = |i: usize| matches!(text.lower_at(i), "himself" | "herself" | "themselves");
    let weapon = |means: &Means| matches!(means, Means::SuicideBomb | Means::Bomb);
    if mention.effect == Effect::Killed
        && himself(trigger + 1)
        && !told.means.iter().any(|(_, means)| weapon(means))
    {
        return Some(Cause::Other);
    }
    let way = |at: usize| at.abs_diff(trigger);
    let nearest = told
        .causes
        .iter()
        .filter(|(at, _)| !is_fall(text, *at))
        .filter(|(at, cause)| match cause {
            Cause::Other => reaches(text, *at, trigger),
            Cause::Disease => mention.effect == Effect::Killed && is_died_of(text, *at, trigger),
            _ => true,
        })
        .min_by_key(|(at, _)| way(*at));
    let by = |at: usize| {
        mention
            .agent
            .is_some_and(|(from, to)| (from..to).contains(&at))
    };
    // "Floods which officials said had killed nine": the floods have.
    let related = |at: usize| {
        (at..trigger).any(|i| matches!(text.lower_at(i), "which" | "that"))
            && !(at..trigger).any(|i| matches!(text.lower_at(i), ";" | ":"))
    };
    let by_event = told.causes.iter().any(|(at, cause)| {
        *at < trigger && trigger - at <= 8 && *cause == Cause::Disaster && related(*at)
    });
    let done = !by_event
        && mention.agent.is_some_and(|(from, _)| {
            told.phrases
                .iter()
                .any(|p| p.start == from && p.is_people())
        })
        && !told.causes.iter().any(|(at, _)| by(*at))
        && !told.means.iter().any(|(at, _)| by(*at));
    let violent = (told.sentence.start..told.sentence.end)
        .filter(|at| text.tokens[*at].word.is(Class::Violent) && !is_negated(text, *at))
        .map(way)
        .min();
    let Some((at, cause)) = nearest else {
        let armed = told.means.iter().any(|(_, means)| !is_open(*means));
        let near = violent.is_some_and(|way| way < NEAR);
        // "He struck a parked car": no weapon, and nobody hurt on purpose.
        let bumped = matches!(mention.effect, Effect::Damaged | Effect::Destroyed)
            && matches!(
                text.lower_at(trigger),
                "struck" | "strikes" | "strike" | "striking" | "hit" | "hits" | "hitting"
            );
        return if done && !bumped || armed || near {
            Some(Cause::Violence)
        } else if text.lower_at(trigger).starts_with("drown") {
            Some(Cause::Accident)
        } else {
            None
        };
    };
    let accident = *cause == Cause::Accident;
    let weapon = told
        .means
        .iter()
        .filter(|(i, means)| !(is_either(*means) || accident && is_burst(text.lower_at(*i))))
        .map(|(i, _)| way(*i))
        .min();
    let nearer = |other: Option<usize>| other.is_some_and(|other| other < way(*at));
    // Only by accident does somebody harm others without violence.
    let by_doer = done && (!accident || weapon.is_some());
    // A bomber's crash is no accident, and no bomb collides by chance.
    let bombed = accident
        && told.means.iter().any(|(i, means)| match means {
            Means::SuicideBomb => true,
            Means::Bomb => !is_burst(text.lower_at(*i)) && way(*i) < NEAR,
            _ => false,
        });
    let violence = nearer(weapon) || nearer(violent) || by_doer || bombed;
    Some(if violence { Cause::Violence } else { *cause })
}

/// Whether the word of harm says no more than that somebody is dead: "died", "the body was found".
pub(crate) fn only_died(text: &Text<'_>, mention: &Mention) -> bool {
    let lower = text.lower_at(mention.trigger);
    mention.effect == Effect::Killed
        && mention.agent.is_none()
        && [
            "die",
            "dying",
            "dead",
            "death",
            "bod",
            "found",
            "discovered",
            "recovered",
            "remains",
        ]
        .iter()
        .any(|stem| lower.starts_with(stem))
}

/// From how many tokens on an attack says nothing of harm that is not said to be its own.
const NEAR: usize = 10;

/// Whether the words for another cause at token `at` are those of the harm at `trigger`: who kills others "and
/// committed suicide" did not kill them so.
fn reaches(text: &Text<'_>, at: usize, trigger: usize) -> bool {
    let own = matches!(
        text.lower_at(at),
        "committed"
            | "commit"
            | "committing"
            | "took"
            | "taken"
            | "taking"
            | "hanged"
            | "hanging"
            | "shot"
            | "slashed"
    );
    !own || (at..at + 3).contains(&trigger)
        || ["die", "dying", "dead", "death", "bled"]
            .iter()
            .any(|stem| text.lower_at(trigger).starts_with(stem))
}

/// Whether the words at token `at` tell of a building that came down, of whatever cause: the whole report says
/// which.
fn is_fall(text: &Text<'_>, at: usize) -> bool {
    (at..at + 2).any(|at| text.lower_at(at).starts_with("collaps"))
}

/// Whether one dies of the illness at token `at`: "cholera has killed nine", "were killed by it"; not "were
/// killed in a town with cholera".
fn is_died_of(text: &Text<'_>, at: usize, trigger: usize) -> bool {
    let lower = text.lower_at(trigger);
    let killed = lower.starts_with("kill") || lower.starts_with("slain");
    !killed
        || at < trigger && trigger - at <= 6
        || (trigger..at).any(|i| matches!(text.lower_at(i), "by" | "of" | "from"))
}

/// Whether the word at token `at` is denied: "not an attack", "no clashes".
pub(crate) fn is_negated(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|i| matches!(text.lower_at(i), "not" | "no" | "without"))
}

/// Words for a burst, whatever has burst.
fn is_burst(lower: &str) -> bool {
    matches!(
        lower,
        "blast" | "blasts" | "explosion" | "explosions" | "exploded" | "explode" | "blew" | "blown"
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
pub(crate) fn spread(drafts: &mut [Draft], told: &[Vec<Told>; 2]) {
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
    let unknown = calm && opening.is_none() && all().any(|told| told.inquest);
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
        }
    }
}
