//! Expressions: verbs that harm only with other words ("beaten to death", "carried off", "set fire to").
//! The list is `lexicon/en/expressions.tsv`.

mod only;
mod rules;
mod stands;

use tollbook_terms::{Category, Effect};

use super::verb::{PASSIVE, accompanied, agent_of, apposed, by_agent, relative, stood_for};
use super::{Mention, Scene};
use crate::lexicon::{Expression, Form, Only, Whom};
use crate::phrase::noun::What;
use crate::tag::Tag;
use only::{
    are_from_home, is_end_of_fall, is_from_home, is_headline_held, is_held_otherwise,
    is_hostage_by_name, is_new, is_post, is_rescue, is_second_passive, is_taken_to_die, is_taker,
    is_term,
};
pub(super) use only::{are_many, is_of_state, is_own, is_weapon};
pub(crate) use rules::RULES;
use rules::rule;
use stands::{
    all_behind, before_that, is_by_friends, is_carried_off, is_opened, is_verb, listed,
    thing_before,
};

/// How far behind the verb the other words may stand.
const REACH: usize = 14;
/// How far where the verb takes nobody: "lost a leg".
const NEAR: usize = 7;

/// Tells what the verb at `at` does with its other words; returns whether it tells anything.
pub(super) fn tell(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let expressions = &scene.text.tokens[at].word.expressions;
    if expressions.is_empty() {
        return false;
    }
    let around = &scene.text.tokens[at.saturating_sub(1)..scene.sentence.end];
    let bits = around.iter().fold(0, |all, token| all | token.bit);
    if !expressions
        .iter()
        .any(|expression| expression.may_stand(bits))
    {
        return false;
    }
    let taken = scene.objects(at + 1);
    for expression in expressions
        .iter()
        .filter(|expression| expression.may_stand(bits))
    {
        let Some(words) = words(scene, at, expression, &taken) else {
            continue;
        };
        if is_verb(scene, at, words) && of(scene, at, expression, words, &taken, found) {
            return true;
        }
    }
    false
}

/// The tokens of the other words: before the verb, right behind it, or behind what it takes.
fn words(
    scene: &Scene<'_, '_>,
    at: usize,
    expression: &Expression,
    taken: &[usize],
) -> Option<(usize, usize)> {
    let text = scene.text;
    let from = |i: usize| &text.tokens[i..scene.sentence.end];
    // "fatally shot"
    if at > scene.sentence.start && expression.length(from(at - 1), true) == Some(1) {
        return Some((at - 1, at));
    }
    let reach = if expression.whom == Whom::Taken {
        REACH
    } else {
        NEAR
    };
    // What the verb takes may be a list: "set a bus and two trucks ablaze".
    let list = taken
        .first()
        .filter(|p| scene.phrases[**p].start <= at + 3)
        .and(taken.last())
        .map_or(at, |p| scene.phrases[*p].end);
    for i in at + 1..(at + reach).max(list + 4).min(scene.sentence.end) {
        // "blew it up", "quickly set ablaze"
        let near = i == list
            || (at + 1..i)
                .all(|k| text.tag_at(k).is_some_and(Tag::is_adverb) || text.lower_at(k) == "it");
        // "took office and ordered cuts": the words of another verb.
        let fatal = matches!(text.lower_at(i), "fatally" | "mortally" | "lethally");
        let other = |end: usize| {
            // "Four were shot, two of them fatally": two died.
            fatal && (at + 1..i).any(|k| text.lower_at(k) == ",")
                || (i + 1..end).any(|k| {
                    text.lower_at(k - 1) == "and" && text.tag_at(k).is_some_and(Tag::is_finite)
                })
        };
        let length = expression.length(from(i), near);
        if let Some(end) = length.map(|length| i + length).filter(|end| !other(*end)) {
            return Some((i, end));
        }
        let stops = matches!(
            text.lower_at(i),
            ";" | ":" | "." | "and" | "who" | "which" | "that"
        ) || text.tag_at(i).is_some_and(Tag::is_finite);
        if stops && i >= list
            || expression.whom == Whom::Behind && !text.tag_at(i).is_some_and(Tag::is_adverb)
        {
            break;
        }
    }
    expression.stands_alone().then_some((at + 1, at + 1))
}

fn of(
    scene: &Scene<'_, '_>,
    at: usize,
    expression: &Expression,
    words: (usize, usize),
    taken: &[usize],
    found: &mut Vec<Mention>,
) -> bool {
    let text = scene.text;
    let (mut group, mut passive) = scene.group(at);
    // "was found bludgeoned to death".
    if group == at
        && at > scene.sentence.start
        && text.lower_at(at - 1) == "found"
        && scene.group(at - 1).1
    {
        (group, passive) = scene.group(at - 1);
    }
    let passive = passive && !text.lower_at(at).ends_with("ing");
    let form = if text.lower_at(at).ends_with("ing") {
        Form::Ing
    } else {
        Form::Past
    };
    // "Man found fatally shot"
    let edge = group.min(words.0);
    let edge =
        edge - usize::from(edge > scene.sentence.start && text.lower_at(edge - 1) == "found");
    let mut agent = None;
    let victims = if expression.whom == Whom::Behind {
        agent = agent_of(scene, group, form).or_else(|| before_that(scene, group));
        all_behind(scene, words.1)
    } else if expression.whom == Whom::Owner {
        // "Police said the raiders slit his throat": theirs whom the sentence does not name.
        let says = |verb: &usize| text.tokens[*verb].word.speech.is_some();
        let Some(before) = (scene.verb_before(group)).filter(|verb| !passive && !says(verb)) else {
            return false;
        };
        agent = agent_of(scene, group, form);
        scene.objects(before + 1)
    } else if expression.whom == Whom::Subject || passive {
        if passive {
            agent = by_agent(scene, at + 1);
        }
        // "found a woman suffering from burns": whoever stands right before.
        let apposed = form == Form::Ing && group == at;
        let before = scene
            .phrase_ending(group)
            .filter(|p| apposed && scene.phrases[*p].is_people());
        let subject = match before {
            Some(p) => scene.joined_left(p),
            None => scene.subject(group),
        };
        match scene.phrase_ending(group) {
            Some(p) if subject.is_empty() => scene.joined_left(p),
            _ => subject,
        }
    } else if (expression.people.is_none() || text.lower_at(at + 1) == "it")
        && let Some(thing) = thing_before(scene, at, words)
    {
        agent = agent_of(scene, group, form);
        vec![thing]
    } else {
        // "took into custody two men"
        let behind = if words.0 == at + 1 && words.1 > words.0 {
            scene.objects(words.1)
        } else {
            Vec::new()
        };
        let objects = if behind.is_empty() { taken } else { &behind };
        // "whom it has held captive": the other word itself is nobody.
        let near = objects.first().is_some_and(|p| {
            let phrase = &scene.phrases[*p];
            phrase.start < words.1.max(at) + 4 && (phrase.start, phrase.end) != words
                || phrase.plural && phrase.start == at + 1
        });
        if near {
            agent = agent_of(scene, group, form);
            objects.to_vec()
        } else if let Some(victims) = relative(scene, group) {
            agent = agent_of(scene, group, form);
            victims
        } else if text.tag_at(at) == Some(Tag::VBN)
            && at > scene.sentence.start
            && let Some(and) =
                (scene.sentence.start..at).rfind(|i| !text.tag_at(*i).is_some_and(Tag::is_adverb))
            && text.lower_at(and) == "and"
            && let Some(victims) = scene.passive_before(and)
        {
            // "were seized and beaten to death", "was stopped and then set on fire"
            victims
        } else if (text.tag_at(at) == Some(Tag::VBN)
            || text.tag_at(at) == Some(Tag::VBD) && text.lower_at(at + 1) == "by"
            || is_carried_off(scene, at, words))
            && !text.tag_at(words.1).is_some_and(Tag::is_noun)
            || is_headline_held(scene, at, expression)
            || is_second_passive(scene, at)
            // "Man fatally shot in bar"
            || words.1 == at && is_opened(scene, edge)
        {
            scene
                .phrase_ending(edge)
                .map_or(Vec::new(), |p| scene.joined_left(p))
        } else if text.tag_at(at) == Some(Tag::VBN)
            && group == at
            && let Some(one) = apposed(scene, at, words.1)
        {
            vec![one]
        } else if text.tag_at(at) == Some(Tag::VBN)
            && group == at
            && expression.people == Some(Effect::Detained)
            && let Some(one) = listed(scene, at)
        {
            vec![one]
        } else {
            return false;
        }
    };
    // Who is led away by police or troops is detained.
    let is_state = |start: usize| {
        scene
            .phrase_starting(start)
            .is_some_and(|p| is_of_state(scene, p))
    };
    let state = agent.is_some_and(|(start, _)| is_state(start))
        || (at + 1..(at + REACH).min(scene.sentence.end))
            .any(|i| text.lower_at(i) == "by" && is_state(i + 1));
    let captor = !state
        && agent.is_some_and(|(start, _)| {
            scene
                .phrase_starting(start)
                .is_some_and(|p| scene.phrases[p].categories.contains(&Category::Combatant))
        });
    let holds = match expression.only {
        Only::State => state,
        Only::Custody => {
            let told = passive
                || text.tag_at(at) == Some(Tag::VBN)
                || is_headline_held(scene, at, expression);
            (state || told && agent.is_none()) && !is_held_otherwise(scene, at + 1)
        }
        // "Six men are being held by rebels"
        Only::Captor if passive => captor,
        // "The group is still holding 200 girls", but "the hall holds 200 people".
        Only::Captor => {
            // A bus, too, is "picking up" people.
            let going = form == Form::Ing && !text.lower_at(at).starts_with("pick");
            let holds =
                going || captor || agent.is_some_and(|(start, end)| is_taker(scene, start, end));
            holds
                && !state
                && agent.is_some_and(|(start, _)| {
                    scene
                        .phrase_starting(start)
                        .is_some_and(|p| scene.phrases[p].what != What::Objects)
                })
        }
        // "40 homes were buried": what alone can do so is not told.
        Only::Weapon if passive && agent.is_none() && words.0 == words.1 => true,
        Only::Weapon => agent.is_some_and(|(start, end)| is_weapon(scene, start, end)),
        Only::Negative => {
            (group.saturating_sub(1)..at).any(|i| {
                matches!(text.lower_at(i), "not" | "n't" | "n’t" | "never")
                    && !matches!(text.lower_at(i + 1), "only" | "just" | "merely")
            })
            // "would not have survived without her help"
            && !(group.saturating_sub(2)..at).any(|i| text.lower_at(i) == "would")
        }
        Only::Fighters => is_end_of_fall(scene, at + 1),
        Only::Always
        | Only::Many
        | Only::Home
        | Only::Flight
        | Only::Vessel
        | Only::Own
        | Only::New => true,
    };
    if !holds
        || is_term(scene, expression, words)
        || is_post(scene, words)
        || is_taken_to_die(scene, expression, words.1)
        || is_rescue(scene, expression, words.1)
        || expression.people == Some(Effect::Abducted) && is_by_friends(scene, words.1)
    {
        return false;
    }
    let said = |word: &str| (words.0..words.1).any(|i| text.lower_at(i).starts_with(word));
    let (as_hostage, in_custody) = (said("hostage") || said("captive"), said("custody"));
    let mut victims = victims;
    if passive {
        victims.extend(accompanied(scene, at, &PASSIVE));
    }
    let mut any = false;
    let several = victims.len() > 1;
    let victims = victims
        .into_iter()
        .flat_map(|victim| stood_for(scene, found, victim, agent));
    let wholes = |part: usize| {
        let wholes = super::thing::wholes_of(scene, part).into_iter();
        wholes.map(move |whole| (part, whole))
    };
    for (part, victim) in victims.flat_map(wholes).collect::<Vec<_>>() {
        let phrase = &scene.phrases[victim];
        let effect = match (phrase.what, expression.people) {
            (What::Objects, _) => expression.objects,
            (_, Some(Effect::Abducted)) if state && !as_hostage => Some(Effect::Detained),
            (_, Some(Effect::Detained)) if is_hostage_by_name(scene, victim) => {
                Some(Effect::Abducted)
            }
            // Rebels have no custody.
            (_, Some(Effect::Detained)) if captor && in_custody => Some(Effect::Abducted),
            (_, people) => people,
        };
        let Some(effect) = effect else { continue };
        let by = rule(effect).name;
        let (effect, by) = super::thing::on_whole(scene, part, victim, (effect, by));
        let vessel = phrase
            .categories
            .iter()
            .any(|c| matches!(c, Category::Aircraft | Category::Ship));
        // Troops driven out of a town are beaten, not displaced.
        let beaten = effect == Effect::Displaced
            && phrase.categories.iter().any(|c| {
                matches!(
                    c,
                    Category::Combatant | Category::Police | Category::Security
                )
            });
        // Guards are in a prison too.
        let beaten = beaten
            || effect == Effect::Detained
                && expression.whom == Whom::Subject
                && phrase
                    .categories
                    .iter()
                    .any(|c| matches!(c, Category::Police | Category::Security));
        // "Twelve wounded were taken to hospital": their harm is told.
        let told = matches!(phrase.what, What::Harmed(_)) && effect != Effect::Killed;
        // "was found dead with gunshot wounds"
        let told = told
            || effect == Effect::Injured
                && (at + 1..words.1).any(|i| matches!(text.lower_at(i), "dead" | "killed"));
        // "a farmer and his wife"
        let kin = several
            && phrase.what == What::People
            && matches!(text.lower_at(phrase.start), "his" | "her" | "their");
        let fits = match expression.only {
            Only::Captor | Only::Custody | Only::State if kin => true,
            Only::Many => are_many(scene, victim),
            Only::Home => are_from_home(scene, victim, (group, at)),
            Only::Flight => are_many(scene, victim) && is_from_home(scene, victim),
            Only::Vessel => vessel,
            Only::New => {
                phrase.what != What::Pronoun
                    && phrase.quantity.is_none_or(|q| !q.definite)
                    && (text.lower_at(phrase.start) != "the" || !phrase.plural)
            }
            Only::Own => is_own(scene, victim),
            Only::Fighters => {
                phrase
                    .categories
                    .iter()
                    .any(|c| matches!(c, Category::Combatant | Category::Police))
                    || matches!(text.lower_at(phrase.head), "men" | "comrades")
                        && phrase.quantity.is_some_and(|q| !q.article)
            }
            Only::Captor => {
                // A captor holds persons, but towns too.
                let person = text.lower_at(phrase.start) == "mr"
                    || phrase.name.is_some_and(|(start, end)| end > start + 1)
                        && !matches!(
                            text.lower_at(phrase.start),
                            "north"
                                | "south"
                                | "east"
                                | "west"
                                | "port"
                                | "fort"
                                | "mount"
                                | "camp"
                                | "new"
                                | "upper"
                                | "lower"
                        );
                let titled = phrase.what == What::Name
                    && (!phrase.categories.is_empty() || captor && person);
                let he = passive && phrase.what == What::Pronoun && !phrase.plural;
                (he || titled || phrase.quantity.is_some_and(|q| !q.definite))
                    && !is_held_otherwise(scene, phrase.end)
            }
            Only::State if expression.whom == Whom::Behind => !phrase.plural,
            Only::Custody if is_headline_held(scene, at, expression) => true,
            Only::Custody | Only::State => {
                is_new(scene, victim) && !is_held_otherwise(scene, phrase.end)
                    || passive && (state && text.lower_at(at + 1) == "by" || is_new(scene, victim))
            }
            _ => true,
        };
        // A market that a blast rips through is a place more than a thing.
        let place = expression.whom == Whom::Behind
            && matches!(
                text.lower_at(phrase.head),
                "market" | "markets" | "marketplace" | "bazaar" | "street" | "streets" | "square"
            );
        // "was shot down and caught fire"
        let told = told
            || effect == Effect::Damaged
                && found
                    .iter()
                    .any(|m| m.phrase == victim && m.effect == Effect::Destroyed);
        // "holding him responsible"
        let blamed = matches!(effect, Effect::Detained | Effect::Abducted)
            && is_held_otherwise(scene, phrase.end)
            && !matches!(
                text.lower_at(phrase.end),
                "to" | "in" | "hostage" | "captive"
            );
        if beaten || told || place || blamed || !fits {
            continue;
        }
        any |= scene.tell(found, effect, victim, at, agent, by);
    }
    any
}
