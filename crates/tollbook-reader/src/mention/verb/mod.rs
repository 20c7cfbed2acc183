//! Verbs of harm: who is their object, their passive subject, or the one who dies.
//!
//! [`sense`] tells what a verb means where it stands, [`shot`] whom shots kill, [`victims`] whom it takes, [`apart`] those who stand apart
//! from it, [`dying`] who dies or flees, [`joined`] whom it shares with the words beside it.

mod apart;
mod dying;
mod joined;
pub(crate) mod rules;
mod sense;
mod shot;
mod victims;

use tollbook_terms::{Category, Effect};

use super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
pub(crate) use apart::{INVERTED, RELATIVE};
pub(super) use apart::{apposed, relative};
pub(crate) use dying::DIES;
use dying::{dying, reflected};
use joined::killed_next;
pub(super) use joined::{accompanied, as_were, casualties, died, once_himself, stood_for};
pub(crate) use rules::{ACTIVE, AS_WERE, BARE, PASSIVE, RULES};
pub(crate) use sense::may_have_killed;
use sense::{
    counted_die, drowns, is_by_accident, is_grip, is_hostage, is_inside_phrase, is_jailed_for,
    is_mortal, is_scenery, is_sentence, is_wounded, looks_like_verb, near, object_effect,
    on_people, speaks_of_them,
};
use shot::{
    is_counted_shot, is_discharge, is_fire_at, is_hit, is_pierced, is_shot_at, is_shot_away,
    names_limb, shooting,
};
use victims::taken;
pub(super) use victims::{agent_of, by_agent};

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
            && !scene.group(at).1
            && matches!(
                scene.text.lower_at(at + 1),
                "near" | "outside" | "beside" | "close" | "around" | "back" | "out"
            )
        {
            continue;
        }
        // "shot at a policeman", "was shot at by guards": the shot may have missed.
        if lower.starts_with("sho")
            && (is_shot_at(scene, at + 1)
                || is_shot_away(scene, at + 1)
                || is_counted_shot(scene, at))
        {
            continue;
        }
        // "was gunned down": nothing is downed.
        let particle = lower == "down"
            && at > start
            && (scene.text.tokens[at - 1].word.verb.is_some()
                || scene.text.tokens[at - 1].tag.is_verb() && !scene.is_aux_or_have(at - 1));
        if particle {
            continue;
        }
        // "pulled from burning houses": they burn, and nobody burns them.
        let burns = lower == "burning"
            && at > start
            && matches!(
                scene.text.lower_at(at - 1),
                "from" | "into" | "past" | "through" | "inside" | "near" | "in" | "among"
            );
        if burns {
            continue;
        }
        // "was nearly killed": he was not; a house that was nearly destroyed is damaged.
        let nearly = at > start && matches!(scene.text.lower_at(at - 1), "nearly" | "almost");
        if nearly && verb.frame != Frame::Object {
            continue;
        }
        // "The victims were machine-gunned"
        let machine = at > start + 1 && scene.text.lower_at(at - 2) == "machine";
        if lower.starts_with("round") && !near(scene, at, "up")
            || lower.starts_with("hack") && !near(scene, at, "death")
            || lower.starts_with("gunn") && !machine && !near(scene, at, "down")
            || (lower.starts_with("jail") || lower.starts_with("imprison"))
                && (is_sentence(scene) || is_jailed_for(scene, at))
            || (lower.starts_with("grab") || lower.starts_with("snatch")) && is_grip(scene, at)
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
        // "Eleven suspects had been seized."
        let wanted = |p: &usize| {
            matches!(
                scene.text.lower_at(scene.phrases[*p].head),
                "suspect" | "suspects" | "smugglers" | "robbers" | "militants" | "terrorists"
            )
        };
        if lower.starts_with("seiz") && agent.is_none() && victims.iter().all(wanted) {
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
            // "two soldiers seized in an ambush", but "police seized in the raid a truck".
            let counted = victims.iter().all(|p| {
                scene.phrases[*p]
                    .quantity
                    .is_some_and(|q| !q.article && !q.none)
            });
            let behind = scene.text.lower_at(at + 1);
            let taken = behind == "by" || counted && matches!(behind, "in" | "on" | "from");
            if rule.name == BARE.name && !taken {
                continue;
            }
            // "Four men were held and a large amount of powder meant for bombs was seized": the powder.
            let group = scene.group(at).0;
            let other = |p: &usize| {
                let end = scene.phrases[*p].end;
                end < group
                    && !matches!(scene.text.lower_at(group - 1), "and" | "or" | "," | "then")
                    && (end..group).any(|i| scene.text.tokens[i].tag.is_finite())
                    && !(end..group).any(|i| matches!(scene.text.lower_at(i), "who" | "," | "that"))
            };
            if rule.name == PASSIVE.name {
                victims.retain(|p| !other(p));
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
        // "Child, 7, fatally shot in bar"
        if effect == Effect::Injured
            && at > start
            && matches!(
                scene.text.lower_at(at - 1),
                "fatally" | "mortally" | "lethally"
            )
        {
            effect = Effect::Killed;
        }
        // Who is shot lives or dies, where no more is said.
        if effect == Effect::Injured && lower.starts_with("sho") {
            if is_mortal(scene, at) && !is_wounded(scene, at) {
                effect = Effect::Killed;
            } else if rule.name == ACTIVE.name
                && !is_wounded(scene, at)
                && !is_by_accident(scene, at)
                && !names_limb(scene, at)
            {
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
        let victims = victims
            .into_iter()
            .flat_map(|victim| stood_for(scene, found, victim, agent));
        let wholes = |part: usize| {
            let wholes = super::thing::wholes_of(scene, part).into_iter();
            wholes.map(move |whole| (part, whole))
        };
        for (part, victim) in victims.flat_map(wholes).collect::<Vec<_>>() {
            let victim = reflected(scene, at, victim);
            // "She handcuffed herself to the gate", "the heat is killing me".
            let pronoun = scene.text.lower_at(scene.phrases[victim].start);
            let unharmed = match effect {
                Effect::Detained => matches!(pronoun, "himself" | "herself" | "themselves"),
                Effect::Killed => pronoun == "me" && lower.starts_with("kill"),
                _ => false,
            };
            if unharmed
                || super::figurative::counts_things(scene, victim)
                || super::figurative::is_in_a_manner(scene, at, victim)
                || agent.is_some_and(|agent| super::figurative::is_no_doer(scene, agent))
                || verb.frame == Frame::Strike && is_scenery(scene, victim)
            {
                continue;
            }
            let mut effect = effect;
            // "five houses were destroyed and 20 damaged"
            let number = matches!(verb.frame, Frame::Object | Frame::Strike)
                && (scene.counts_more_things(found, victim)
                    || scene.counts_things_before(victim, at));
            // "shot down two helicopters", "two helicopters were shot down".
            if scene.phrases[victim].what == What::Objects || number {
                effect = match (verb.frame, lower) {
                    // "flooded the market with goods"
                    (_, "flooded" | "flooding" | "flood" | "floods")
                        if scene.phrases[victim].categories == [Category::Shop] =>
                    {
                        continue;
                    }
                    (Frame::Object | Frame::Strike, _) => object_effect(scene, at, verb.effect),
                    (_, "shot" | "shoot" | "shooting") if scene.text.lower_at(at + 1) == "down" => {
                        Effect::Destroyed
                    }
                    (_, "poisoned" | "poison" | "poisoning") => Effect::Damaged,
                    (_, "machinegunned" | "machinegunning")
                        if scene.phrases[victim].categories != [Category::Military] =>
                    {
                        Effect::Damaged
                    }
                    (_, "uprooted" | "uprooting" | "felled" | "felling") => Effect::Destroyed,
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
            } else if verb.frame == Frame::Object && scene.is_something(victim, at) {
                effect = object_effect(scene, at, verb.effect);
            } else if matches!(verb.frame, Frame::Object | Frame::Strike) {
                let hurt = if rule.name == ACTIVE.name {
                    let named = scene.phrases[victim].what == What::Name;
                    // "shots that struck a girl"
                    let that = (at > start && scene.text.lower_at(at - 1) == "that")
                        .then(|| scene.phrase_ending(at - 1))
                        .flatten()
                        .map(|p| (scene.phrases[p].start, scene.phrases[p].end));
                    let shot = is_pierced(scene, agent.or(that))
                        || is_discharge(scene, at)
                        || names_limb(scene, at);
                    ((!scene.killed || named) && shot || is_fire_at(scene, at))
                        .then_some(Effect::Injured)
                        .or_else(|| {
                            let whole = ["cripp", "incin"]
                                .iter()
                                .any(|stem| lower.starts_with(stem));
                            on_people(lower).filter(|_| whole)
                        })
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
            let killed = scene.killed
                || found.iter().any(|m| {
                    m.effect == Effect::Killed && m.phrase < victim && m.count.high != Some(0)
                });
            if matches!(effect, Effect::Injured | Effect::Casualties)
                && killed
                && lower.starts_with("shot")
                && !is_wounded(scene, at)
                && speaks_of_them(scene, victim, agent)
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
            let (effect, rule) = super::thing::on_whole(scene, part, victim, (effect, rule.name));
            told.push(victim);
            scene.tell(found, effect, victim, at, agent, rule);
        }
        last = told;
        last_verb = at;
    }
}
