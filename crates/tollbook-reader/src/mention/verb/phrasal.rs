//! Verbs that harm only with other words: "beaten to death", "taken hostage", "blew up".

use tollbook_terms::Effect;

use super::super::{Mention, Scene};
use super::joined::stood_for;
use super::sense::near;
use super::victims::{agent_of, by_agent};
use super::{ACTIVE, PASSIVE};
use crate::lexicon::Form;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const TO_DEATH: Rule = Rule {
    name: "effect.verb.to_death",
    says: "Who is beaten, stabbed, burnt or hacked to death is killed.",
    must: &[
        ("Two guards were beaten to death.", "killed 2 security"),
        ("Rebels stabbed to death a trader.", "killed 1 worker"),
    ],
    must_not: &[("Two guards were bored to death.", "boredom kills nobody")],
};

pub(crate) const HOSTAGE: Rule = Rule {
    name: "effect.verb.hostage",
    says: "Who is taken or held hostage is abducted; who is taken prisoner is detained.",
    must: &[
        ("Rebels took 12 villagers hostage.", "abducted 12 civilian"),
        ("Nine soldiers were taken prisoner.", "detained 9 combatant"),
    ],
    must_not: &[("Rebels took 12 villages.", "a village is nobody")],
};

pub(crate) const SUFFERS: Rule = Rule {
    name: "effect.verb.suffers",
    says: "Who suffers injuries or wounds is injured; who loses his life is killed.",
    must: &[
        ("Six people suffered burns.", "injured 6"),
        ("Two nurses lost their lives.", "killed 2 medic"),
    ],
    must_not: &[(
        "Six people suffered losses on the market.",
        "a loss of money is no harm",
    )],
};

pub(crate) const BLEW_UP: Rule = Rule {
    name: "effect.verb.blew_himself_up",
    says: "Who blows himself up is killed as the attacker.",
    must: &[(
        "A suicide bomber blew himself up at the gate.",
        "killed 1 attacker",
    )],
    must_not: &[("The bank blew up its offer.", "an offer is nobody")],
};

/// Tells what a verb with its other words does; returns whether one stands at `at`.
pub(super) fn phrasal(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let next = text.lower_at(at + 1);
    match text.lower_at(at) {
        "beaten" | "beat" | "stabbed" | "burned" | "burnt" | "hacked" | "crushed" | "trampled"
        | "starved" | "bludgeoned" | "tortured" | "stoned" | "frozen" | "froze" | "bled"
        | "choked"
            if near(scene, at, "death") && (at..at + 8).any(|i| text.says(i, &["to", "death"])) =>
        {
            to_death(scene, at, found)
        }
        "taken" | "took" | "take" | "held" | "holding" | "taking" | "hold" | "seized" | "kept" => {
            hostage(scene, at, found)
        }
        "suffered" | "suffering" | "sustained" | "received" | "lost" | "lose"
            if text.tag_at(at) != Some(Tag::NN) =>
        {
            suffers(scene, at, found)
        }
        "blew" | "blown" | "detonated" | "exploded" | "blow"
            if matches!(next, "himself" | "herself" | "themselves") =>
        {
            for victim in scene.subject(scene.group(at).0) {
                scene.tell(found, Effect::Killed, victim, at, None, BLEW_UP.name);
            }
            true
        }
        "set" => set_fire(scene, at, found),
        "blew" | "blown" | "blowing" | "blow" => blew_up(scene, at, found),
        _ => false,
    }
}

/// "beaten to death", "stabbed to death a trader".
fn to_death(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let (group, passive) = scene.group(at);
    let victims = if passive {
        scene.subject(group)
    } else {
        let mut object = scene.objects(at + 1);
        // "stabbed to death a trader".
        if object.is_empty() && text.says(at + 1, &["to", "death"]) {
            object = scene.objects(at + 3);
        }
        if object.is_empty() {
            scene.subject(group)
        } else {
            object
        }
    };
    let agent = if passive {
        by_agent(scene, at + 1)
    } else {
        None
    };
    for victim in victims {
        let victim = stood_for(scene, found, victim, agent);
        scene.tell(found, Effect::Killed, victim, at, agent, TO_DEATH.name);
    }
    true
}

/// "took 12 villagers hostage", "was taken prisoner".
fn hostage(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let limit = (at + 12).min(scene.sentence.end);
    let Some(how) = (at + 1..limit).find(|i| {
        matches!(
            text.lower_at(*i),
            "hostage" | "hostages" | "captive" | "prisoner" | "prisoners" | "captivity"
        )
    }) else {
        return false;
    };
    if (at + 1..how).any(|i| matches!(text.lower_at(i), "." | ";" | "and"))
        && !matches!(text.lower_at(at + 1), "hostage" | "captive")
    {
        return false;
    }
    let effect = if text.lower_at(how).starts_with("prisoner") {
        Effect::Detained
    } else {
        Effect::Abducted
    };
    let (group, passive) = scene.group(at);
    let victims = if how == at + 1 && passive {
        scene.subject(group)
    } else if how == at + 1 {
        let object = scene.objects(how + 1);
        if object.is_empty() {
            scene
                .phrase_ending(group)
                .map_or(Vec::new(), |p| scene.joined_left(p))
        } else {
            object
        }
    } else {
        scene.objects(at + 1)
    };
    let agent = if passive {
        by_agent(scene, at + 1)
    } else {
        agent_of(scene, group, Form::Past)
    };
    let mut any = false;
    for victim in victims {
        any |= scene.tell(found, effect, victim, at, agent, HOSTAGE.name);
    }
    any
}

/// "suffered burns", "lost their lives", "lost a leg".
fn suffers(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let lower = text.lower_at(at);
    let limit = (at + 7).min(scene.sentence.end);
    let what = (at + 1..limit).find_map(|i| match text.lower_at(i) {
        "injuries" | "wounds" | "burns" | "injury" | "wound" if lower != "lost" => {
            Some(Effect::Injured)
        }
        "lives" | "life" if lower.starts_with("los") => Some(Effect::Killed),
        "leg" | "legs" | "arm" | "arms" | "hand" | "hands" | "foot" | "feet" | "eye" | "eyes"
        | "finger" | "fingers" | "sight" | "limb" | "limbs"
            if lower.starts_with("los") =>
        {
            Some(Effect::Injured)
        }
        _ => None,
    });
    let Some(effect) = what else { return false };
    let (group, _) = scene.group(at);
    let mut victims = scene.subject(group);
    if victims.is_empty() {
        victims.extend(scene.phrase_ending(group));
    }
    let mut any = false;
    for victim in victims {
        any |= scene.tell(found, effect, victim, at, None, SUFFERS.name);
    }
    any
}

/// "set fire to three trucks", "set three trucks ablaze".
fn set_fire(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let burns = text.lower_at(at + 1) == "ablaze"
        || text.says(at + 1, &["on", "fire"])
        || text.says(at + 1, &["fire", "to"])
        || (at + 2..at + 8).any(|i| {
            i < scene.sentence.end
                && (text.says(i, &["on", "fire"]) || text.lower_at(i) == "ablaze")
        });
    if !burns {
        return false;
    }
    let (group, passive) = scene.group(at);
    let victims = if passive {
        scene.subject(group)
    } else {
        let from = if text.says(at + 1, &["fire", "to"]) {
            at + 3
        } else {
            at + 1
        };
        let objects = scene.objects(from);
        if objects.is_empty() {
            scene.phrase_ending(group).into_iter().collect()
        } else {
            objects
        }
    };
    for victim in victims {
        scene.tell(found, Effect::Damaged, victim, at, None, ACTIVE.name);
    }
    true
}

/// "blew up a bridge", "was blown up".
fn blew_up(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let (group, passive) = scene.group(at);
    let up = (at + 1..(at + 7).min(scene.sentence.end)).find(|i| text.lower_at(*i) == "up");
    let Some(up) = up else { return false };
    let victims = if passive {
        scene.subject(group)
    } else {
        scene.objects(if up == at + 1 { at + 2 } else { at + 1 })
    };
    for victim in victims {
        let effect = match scene.phrases[victim].what {
            What::Objects => Effect::Destroyed,
            _ => Effect::Killed,
        };
        let rule = if passive { &PASSIVE } else { &ACTIVE };
        scene.tell(found, effect, victim, at, None, rule.name);
    }
    true
}
