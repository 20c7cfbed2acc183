//! Verbs of harm: who is their object, their passive subject, or the one who dies.
//!
//! [`sense`] tells what a verb means where it stands, [`victims`] whom it takes, [`joined`] whom it shares with
//! the words beside it.

mod joined;
mod sense;
mod victims;

use tollbook_terms::{Category, Effect};

use super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::rule::Rule;
use joined::killed_next;
pub(super) use joined::{accompanied, as_were, casualties, died, stood_for};
use sense::{
    counted_die, drowns, is_fire_at, is_hit, is_hostage, is_inside_phrase, is_mortal, is_pierced,
    is_sentence, is_wounded, looks_like_verb, near, object_effect, on_people, shooting,
};
pub(super) use victims::{agent_of, apposed, by_agent};
use victims::{dying, taken};

pub(crate) const ACTIVE: Rule = Rule {
    name: "effect.verb.active",
    says: "Who or what follows a verb of harm is harmed.",
    must: &[
        ("Gunmen killed three policemen.", "killed 3 police"),
        ("Gunmen shot and killed a professor.", "killed 1 worker"),
        (
            "The rebels are said to have killed six farmers.",
            "killed 6 worker",
        ),
        (
            "A mine killed three soldiers of the 5th Brigade and two civilians.",
            "killed 3 combatant; killed 2 civilian",
        ),
        (
            "Rebels abducted four farmers and killed them.",
            "abducted 4 worker; killed 4",
        ),
        (
            "Police arrested a smuggler along with two aides.",
            "detained 1; detained 2",
        ),
        (
            "Gunmen killed two officers and wounded a third.",
            "killed 2 combatant; injured 1 combatant",
        ),
        (
            "Raid kills 52 and wounds scores.",
            "killed 52; injured 40..",
        ),
        (
            "Strike kills pro-government fighters.",
            "killed 2.. combatant",
        ),
        (
            "A shell hit the market, killing five people and wounding 13.",
            "damaged 1 shop; killed 5; injured 13",
        ),
    ],
    must_not: &[(
        "The senate killed two amendments.",
        "an amendment is nobody",
    )],
};

pub(crate) const PASSIVE: Rule = Rule {
    name: "effect.verb.passive",
    says: "Who stands before a verb of harm in the passive is harmed.",
    must: &[
        (
            "Two members of the Front, a breakaway body of the League were arrested.",
            "detained 2 combatant",
        ),
        (
            "Four men, identified as Arin (26) of Selm, Benno Tolvik (30) and Tarja (28) of Kone, were arrested.",
            "detained 4 man",
        ),
        (
            "A civilian belonging to the hill community and ten left-wing extremists were killed.",
            "killed 1 civilian; killed 10 combatant",
        ),
        (
            "Arin Solt, a trooper of the Coast Guard Force (CGF), was killed.",
            "killed 1 combatant",
        ),
        (
            "Five civilians were killed and 13 were injured.",
            "killed 5 civilian; injured 13 civilian",
        ),
        (
            "The march ended after six women were killed.",
            "killed 6 woman",
        ),
        (
            "Four men who were later named as spies were detained.",
            "detained 4 man",
        ),
        (
            "Arin Solt, who was caught and killed by guards, led the band.",
            "killed 1",
        ),
        (
            "Five men and two women who were drinking at the bar were injured.",
            "injured 5 man; injured 2 woman",
        ),
        (
            "A nurse was seized at her house and later killed.",
            "killed 1 medic; abducted 1 medic",
        ),
        (
            "The villagers said four houses had been destroyed.",
            "destroyed 4 house",
        ),
    ],
    must_not: &[
        ("Three bills were killed in committee.", "a bill is nobody"),
        ("A cleric was nearly killed.", "he lives"),
        (
            "A judge said two men were jailed for life.",
            "a term in prison is no arrest",
        ),
    ],
};

pub(crate) const BARE: Rule = Rule {
    name: "effect.verb.participle",
    says: "Who stands right before a participle of harm is harmed.",
    must: &[
        (
            "Twelve people killed in the blast were buried.",
            "killed 12",
        ),
        ("Two shot in clashes in Ostra.", "injured 2"),
        (
            "Two men allegedly killed by police were buried.",
            "killed 2 man alleged",
        ),
        (
            "Hit by two missiles, the tower block caught fire.",
            "damaged 1 apartment_building",
        ),
        (
            "At least 6 killed 45 wounded in Ostra.",
            "killed 6+; injured 45",
        ),
        (
            "Five soldiers died and 20 wounded were flown out.",
            "killed 5 combatant; injured 20 combatant",
        ),
    ],
    must_not: &[(
        "Two judges criticised the killed amendment.",
        "the amendment is nobody",
    )],
};

pub(crate) const DIES: Rule = Rule {
    name: "effect.verb.dies",
    says: "Who dies, perishes, disappears or flees is harmed.",
    must: &[
        ("Eleven rebels died near the bridge.", "killed 11 combatant"),
        ("Arin Solt died when he was hit by two bullets.", "killed 1"),
    ],
    must_not: &[("Two hopes died on Monday.", "a hope is nobody")],
};

pub(crate) const RELATIVE: Rule = Rule {
    name: "effect.verb.relative",
    says: "Who stands before \"whom\" or \"that\" is harmed by the verb of harm behind it.",
    must: &[(
        "They freed two nurses whom the rebels had kidnapped.",
        "abducted 2 medic",
    )],
    must_not: &[(
        "They met two nurses whom the rebels had kept waiting.",
        "waiting is no harm",
    )],
};

pub(crate) const CASUALTIES: Rule = Rule {
    name: "effect.verb.casualties",
    says: "Who is killed or wounded, or killed and wounded, with one number for both, is a casualty.",
    must: &[
        (
            "Thirty soldiers were killed or wounded.",
            "casualties 30 combatant",
        ),
        ("The mine killed or maimed 30 people.", "casualties 30"),
        (
            "The rebels killed or wounded 30 soldiers.",
            "casualties 30 combatant",
        ),
    ],
    must_not: &[("The plan was killed or maimed.", "a plan is nobody")],
};

pub(crate) const INVERTED: Rule = Rule {
    name: "effect.verb.inverted",
    says: "Who stands behind \"killed was\", \"also wounded were\" or \"shot dead in the raid were\" is harmed.",
    must: &[
        ("Also killed was a bodyguard.", "killed 1 security"),
        (
            "Wounded in the attack were two guards.",
            "injured 2 security",
        ),
    ],
    must_not: &[(
        "Killed in committee were two amendments.",
        "an amendment is nobody",
    )],
};

pub(crate) const AS_WERE: Rule = Rule {
    name: "effect.verb.as_were",
    says: "Who stands behind \"as were\" or \"as did\" suffers what was told before it.",
    must: &[(
        "Nine soldiers were killed, as were two nurses.",
        "killed 9 combatant; killed 2 medic",
    )],
    must_not: &[(
        "Nine soldiers arrived, as were two nurses.",
        "nobody is harmed",
    )],
};

pub(crate) const RULES: &[&Rule] = &[
    &RELATIVE,
    &CASUALTIES,
    &INVERTED,
    &AS_WERE,
    &ACTIVE,
    &PASSIVE,
    &BARE,
    &DIES,
];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let (start, end) = (scene.sentence.start, scene.sentence.end);
    // The subject of the last passive, for "was shot and killed", "arrested and tortured".
    let mut last: Vec<usize> = Vec::new();
    let mut last_verb = usize::MAX;
    for at in start..end {
        if super::expression::tell(scene, at, found) {
            last_verb = at;
            continue;
        }
        let Some(verb) = scene.text.tokens[at].word.verb else {
            continue;
        };
        if is_inside_phrase(scene, at) {
            continue;
        }
        let tag = scene.text.tokens[at].tag;
        // "an attack", "the strike", "a raid": the noun.
        if tag.is_noun()
            && !matches!(verb.form, Form::Ed | Form::Participle | Form::Past)
            && !looks_like_verb(scene, at, verb.form)
            && !counted_die(scene, at)
        {
            continue;
        }
        let mut effect = verb.effect;
        if matches!(
            scene.text.lower_at(at),
            "shot" | "shoot" | "shooting" | "shoots" | "gunned" | "stabbed"
        ) {
            effect = shooting(scene, at, effect);
        }
        let lower = scene.text.lower_at(at);
        // "hit near a school": nothing is hit.
        if verb.frame == Frame::Strike
            && matches!(
                scene.text.lower_at(at + 1),
                "near" | "outside" | "beside" | "close" | "around" | "back" | "out"
            )
        {
            continue;
        }
        // "was gunned down": nothing is downed.
        if lower == "down" && at > start && scene.text.tokens[at - 1].word.verb.is_some() {
            continue;
        }
        // "was nearly killed": he was not.
        if at > start && matches!(scene.text.lower_at(at - 1), "nearly" | "almost") {
            continue;
        }
        if lower.starts_with("round") && scene.text.lower_at(at + 1) != "up"
            || lower.starts_with("hack") && !near(scene, at, "death")
            || lower.starts_with("gunn") && scene.text.lower_at(at + 1) != "down"
            || (lower.starts_with("jail") || lower.starts_with("imprison")) && is_sentence(scene)
        {
            continue;
        }
        let (victims, agent, rule) = match verb.frame {
            Frame::Die if lower.starts_with("drown") && drowns(scene, at) => {
                taken(scene, at, verb.form, &last, last_verb)
            }
            Frame::Die => (dying(scene, at, effect), None, &DIES),
            _ => taken(scene, at, verb.form, &last, last_verb),
        };
        if lower.starts_with("seiz")
            && agent
                .and_then(|(start, _)| scene.phrase_starting(start))
                .is_some_and(|p| super::expression::is_of_state(scene, p))
        {
            effect = Effect::Detained;
        }
        let mut victims = victims;
        if ["seiz", "snatch", "grab"]
            .iter()
            .any(|verb| lower.starts_with(verb))
        {
            // Things are seized too, and told by a number or a pronoun alone.
            victims.retain(|p| {
                let phrase = &scene.phrases[*p];
                phrase.what == What::Name
                    || phrase.what == What::Pronoun
                        && matches!(scene.text.lower_at(phrase.start), "he" | "she" | "him")
                    || phrase.what == What::People
                        && (phrase.quantity.is_some_and(|q| !q.none)
                            || scene
                                .text
                                .word_at(phrase.head)
                                .is_some_and(|word| word.person.is_some()))
            });
            if rule.name == BARE.name && scene.text.lower_at(at + 1) != "by" {
                continue;
            }
        }
        if victims.is_empty() {
            continue;
        }
        for with in accompanied(scene, at, rule) {
            if !victims.contains(&with) {
                victims.push(with);
            }
        }
        // Who is shot lives or dies, where no more is said.
        if effect == Effect::Injured && lower.starts_with("sho") {
            if is_mortal(scene, at) && !is_wounded(scene, at) {
                effect = Effect::Killed;
            } else if rule.name == ACTIVE.name && !is_wounded(scene, at) {
                effect = Effect::Casualties;
            }
        }
        // "was shot and killed" tells of a death alone.
        if matches!(effect, Effect::Injured | Effect::Casualties) && killed_next(scene, at) {
            last = victims;
            last_verb = at;
            continue;
        }
        let mut told = Vec::new();
        for victim in victims {
            let victim = super::thing::whole_of(scene, stood_for(scene, found, victim, agent));
            if super::figurative::counts_things(scene, victim) {
                continue;
            }
            let mut effect = effect;
            // "five houses were destroyed and 20 damaged"
            let number = scene.phrases[victim].what == What::Bare
                && matches!(verb.frame, Frame::Object | Frame::Strike)
                && found
                    .last()
                    .is_some_and(|m| !m.effect.on_people() && m.phrase < victim);
            // "shot down two helicopters", "two helicopters were shot down".
            if scene.phrases[victim].what == What::Objects || number {
                effect = match (verb.frame, lower) {
                    (Frame::Object | Frame::Strike, _) => object_effect(scene, at, verb.effect),
                    (_, "shot" | "shoot" | "shooting") if scene.text.lower_at(at + 1) == "down" => {
                        Effect::Destroyed
                    }
                    (_, "poisoned" | "poison" | "poisoning") => Effect::Damaged,
                    (_, "uprooted" | "uprooting") => Effect::Destroyed,
                    // "eliminated dozens of rebels and their command post"
                    (
                        _,
                        "eliminated" | "eliminating" | "neutralized" | "neutralised"
                        | "annihilated" | "exterminated",
                    ) if scene.phrases[victim].categories == [Category::Military] => {
                        Effect::Destroyed
                    }
                    (Frame::Person, _)
                        if verb.effect == Effect::Killed
                            && scene.phrases[victim].categories == [Category::Farm] =>
                    {
                        Effect::Destroyed
                    }
                    _ => continue,
                };
            } else if matches!(verb.frame, Frame::Object | Frame::Strike) {
                let hurt = if rule.name == ACTIVE.name {
                    (!scene.killed && is_pierced(scene, agent) || is_fire_at(scene, at))
                        .then_some(Effect::Injured)
                } else if is_hit(scene, at) {
                    Some(Effect::Injured)
                } else {
                    on_people(lower)
                };
                match hurt {
                    Some(hurt) => effect = hurt,
                    None => continue,
                }
            }
            // "He was killed. They shot him twice": how he was killed is no second harm.
            if matches!(effect, Effect::Injured | Effect::Casualties)
                && scene.killed
                && lower.starts_with("shot")
                && scene.phrases[victim].what == What::Pronoun
            {
                continue;
            }
            let hostage = matches!(
                scene.text.lower_at(scene.phrases[victim].head),
                "hostage" | "hostages"
            );
            if effect == Effect::Detained && (hostage || is_hostage(scene, at)) {
                effect = Effect::Abducted;
            }
            told.push(victim);
            scene.tell(found, effect, victim, at, agent, rule.name);
        }
        last = told;
        last_verb = at;
    }
}
