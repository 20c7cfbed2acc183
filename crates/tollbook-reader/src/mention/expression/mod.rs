//! Expressions: verbs that harm only with other words ("beaten to death", "carried off", "set fire to").
//! The list is `lexicon/en/expressions.tsv`.

mod only;

use tollbook_terms::{Category, Effect};

use super::verb::{PASSIVE, accompanied, agent_of, by_agent, stood_for};
use super::{Mention, Scene};
use crate::lexicon::{Expression, Form, Only, Whom};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;
pub(super) use only::is_of_state;
use only::{
    is_end_of_fall, is_headline_held, is_held_otherwise, is_new, is_own, is_taken_to_die, is_taker,
    is_weapon,
};

pub(crate) const KILLED: Rule = Rule {
    name: "effect.expression.killed",
    says: "Who is beaten, stabbed or burnt to death, blown up, mowed down or fatally shot, falls in action, loses or gives his life, or blows himself up is killed.",
    must: &[
        ("Two guards were beaten to death.", "killed 2 security"),
        ("Rebels stabbed to death a trader.", "killed 1 worker"),
        ("A couple was burnt alive in the hut.", "killed 2"),
        ("The raid wiped out 14 fighters.", "killed 14 combatant"),
        ("Three servicemen fell in action.", "killed 3 combatant"),
        ("Two nurses lost their lives.", "killed 2 medic"),
        ("A blast took the life of a nurse.", "killed 1 medic"),
        ("A clerk was fatally stabbed.", "killed 1 worker"),
        (
            "Raiders slit the throats of two farmers.",
            "killed 2 worker",
        ),
        (
            "A suicide bomber blew himself up at the gate.",
            "killed 1 attacker",
        ),
    ],
    must_not: &[
        ("Two guards were bored to death.", "boredom kills nobody"),
        ("Three servicemen fell in love.", "love is no harm"),
        ("The bank blew up its offer.", "an offer is nobody"),
        ("Two farmers cleared their throats.", "nobody is harmed"),
    ],
};

pub(crate) const HURT: Rule = Rule {
    name: "effect.expression.hurt",
    says: "Who suffers wounds, loses a limb, is treated for shock or burns, is taken to hospital, is in a critical condition or is badly beaten is injured; who is sexually assaulted or subjected to torture suffers that.",
    must: &[
        ("Six people suffered burns.", "injured 6"),
        ("Two clerks lost a leg.", "injured 2 worker"),
        ("Nine people were treated for shock.", "injured 9"),
        ("Eleven people were rushed to hospital.", "injured 11"),
        ("Two men are in critical condition.", "injured 2 man"),
        (
            "Four tourists escaped with light wounds.",
            "injured 4 civilian",
        ),
        ("Police beat up two reporters.", "injured 2 journalist"),
        ("Two clerks were severely beaten.", "injured 2 worker"),
        (
            "Ten women were sexually assaulted.",
            "sexual_violence 10 woman",
        ),
    ],
    must_not: &[
        (
            "Six people suffered losses on the market.",
            "a loss of money is no harm",
        ),
        ("Two clubs were beaten on Sunday.", "a club is nobody"),
        (
            "The rebels stopped three trucks and set them ablaze.",
            "they are trucks",
        ),
        ("Ten bills were rushed to a vote.", "a bill is nobody"),
        (
            "Six people were treated for a rare disease.",
            "no harm of violence or disaster",
        ),
    ],
};

pub(crate) const HELD: Rule = Rule {
    name: "effect.expression.held",
    says: "Who is taken or held hostage, carried off or dragged away is abducted; who is taken into custody or prisoner, held in jail or led away by police is detained.",
    must: &[
        ("Rebels took 12 villagers hostage.", "abducted 12 civilian"),
        ("Nine soldiers were taken prisoner.", "detained 9 combatant"),
        (
            "Raiders carried off more than 100 girls.",
            "abducted 100+ child",
        ),
        ("Police led away two brothers.", "detained 2"),
        ("Two men were taken into custody.", "detained 2 man"),
        ("Eight men are in custody.", "detained 8 man"),
        ("Police picked up two brothers.", "detained 2"),
    ],
    must_not: &[
        ("Rebels took 12 villages.", "a village is nobody"),
        ("Raiders carried off the cup.", "a cup is nobody"),
        ("A bus picked up two brothers.", "a bus arrests nobody"),
    ],
};

pub(crate) const DISPLACED: Rule = Rule {
    name: "effect.expression.displaced",
    says: "Who is driven from home, forced to flee or made homeless, leaves his home behind, or seeks refuge with a hundred others is displaced.",
    must: &[
        (
            "The shelling drove 18,000 villagers from their homes.",
            "displaced 18000 civilian",
        ),
        ("Some 4,000 people left their homes.", "displaced ~4000"),
        ("About 900 people sought refuge in Ostra.", "displaced ~900"),
        ("The raid made 300 people homeless.", "displaced 300"),
    ],
    must_not: &[
        (
            "Two men sought refuge from the rain.",
            "two do not leave a home behind",
        ),
        (
            "The rebels were driven out of the town.",
            "fighters are beaten, not displaced",
        ),
    ],
};

pub(crate) const OBJECTS: Rule = Rule {
    name: "effect.expression.objects",
    says: "What is blown up, washed away, reduced to rubble or brought down is destroyed; what is set on fire, knocked out, sprayed with bullets, suffers damage or is crashed into is damaged.",
    must: &[
        (
            "The flood swept away 12 bridges.",
            "destroyed 12 infrastructure disaster",
        ),
        ("The gunners knocked out nine tanks.", "damaged 9 military"),
        ("The blast blew apart two buses.", "destroyed 2 vehicle"),
        ("The doors were blown out.", "damaged 2.. other"),
        (
            "A mob set a bus and two trucks ablaze.",
            "damaged 1 vehicle; damaged 2 vehicle",
        ),
        ("The clinic sustained heavy damage.", "damaged 1 hospital"),
        ("A rocket slammed into a bakery.", "damaged 1 shop"),
        ("A blast ripped through a bakery.", "damaged 1 shop"),
    ],
    must_not: &[
        (
            "The scandal swept away 12 careers.",
            "a career is no object",
        ),
        ("The vote tore apart two parties.", "a party is no object"),
        ("Panic ripped through the bakery.", "panic breaks nothing"),
        (
            "A blast ripped through a crowded market.",
            "a place more than a thing",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&KILLED, &HURT, &HELD, &DISPLACED, &OBJECTS];

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
    let taken = scene.objects(at + 1);
    for expression in expressions {
        let Some(words) = words(scene, at, expression, &taken) else {
            continue;
        };
        if is_verb(scene, at, words) && of(scene, at, expression, words, &taken, found) {
            return true;
        }
    }
    false
}

/// Whether the word is a verb; other words right behind show one that was taken for a name: "swept away".
fn is_verb(scene: &Scene<'_, '_>, at: usize, words: (usize, usize)) -> bool {
    let text = scene.text;
    text.tag_at(at).is_some_and(Tag::is_verb)
        || words.1 > words.0 && words.0 == at + 1 && !text.capital_at(at)
}

/// The tokens of the other words: before the verb, right behind it, or behind what it takes.
fn words(
    scene: &Scene<'_, '_>,
    at: usize,
    expression: &Expression,
    taken: &[usize],
) -> Option<(usize, usize)> {
    let text = scene.text;
    let word = |i: usize| {
        if i < scene.sentence.end {
            text.lower_at(i)
        } else {
            ""
        }
    };
    // "fatally shot"
    if at > scene.sentence.start && expression.ends(at - 1, true, &word) == Some(at) {
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
        let near = i == list || (at + 1..i).all(|k| text.tag_at(k).is_some_and(Tag::is_adverb));
        if let Some(end) = expression.ends(i, near, &word) {
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
    let (group, passive) = scene.group(at);
    let passive = passive && !text.lower_at(at).ends_with("ing");
    let form = if text.lower_at(at).ends_with("ing") {
        Form::Ing
    } else {
        Form::Past
    };
    let mut agent = None;
    let victims = if expression.whom == Whom::Behind {
        agent = agent_of(scene, group, form);
        scene.objects(words.1)
    } else if expression.whom == Whom::Subject || passive {
        if passive {
            agent = by_agent(scene, at + 1);
        }
        let subject = scene.subject(group);
        match scene.phrase_ending(group) {
            Some(p) if subject.is_empty() => scene.joined_left(p),
            _ => subject,
        }
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
        } else if text.tag_at(at) == Some(Tag::VBN)
            && !text.tag_at(words.1).is_some_and(Tag::is_noun)
            || is_headline_held(scene, at, expression)
        {
            scene
                .phrase_ending(group)
                .map_or(Vec::new(), |p| scene.joined_left(p))
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
    let holds = match expression.only {
        Only::State => state,
        Only::Custody => {
            let told = passive
                || text.tag_at(at) == Some(Tag::VBN)
                || is_headline_held(scene, at, expression);
            (state || told && agent.is_none()) && !is_held_otherwise(text.lower_at(at + 1))
        }
        // "The group is still holding 200 girls", but "the hall holds 200 people".
        Only::Captor => {
            let holds =
                form == Form::Ing || agent.is_some_and(|(start, end)| is_taker(scene, start, end));
            !passive
                && holds
                && !state
                && agent.is_some_and(|(start, _)| {
                    scene
                        .phrase_starting(start)
                        .is_some_and(|p| scene.phrases[p].what != What::Objects)
                })
        }
        Only::Weapon => agent.is_some_and(|(start, end)| is_weapon(scene, start, end)),
        Only::Negative => (group.saturating_sub(1)..at)
            .any(|i| matches!(text.lower_at(i), "not" | "n't" | "n’t" | "never")),
        Only::Fighters => is_end_of_fall(scene, at + 1),
        Only::Always | Only::Many | Only::Aircraft | Only::Own | Only::New => true,
    };
    if !holds || is_taken_to_die(scene, expression, words.1) {
        return false;
    }
    let said = |word: &str| (words.0..words.1).any(|i| text.lower_at(i).starts_with(word));
    let (as_hostage, in_custody) = (said("hostage") || said("captive"), said("custody"));
    let captor = !state
        && agent.is_some_and(|(start, _)| {
            scene
                .phrase_starting(start)
                .is_some_and(|p| scene.phrases[p].categories.contains(&Category::Combatant))
        });
    let mut victims = victims;
    if passive {
        victims.extend(accompanied(scene, at, &PASSIVE));
    }
    let mut any = false;
    for victim in victims {
        let victim = super::thing::whole_of(scene, stood_for(scene, found, victim, agent));
        let phrase = &scene.phrases[victim];
        let effect = match (phrase.what, expression.people) {
            (What::Objects, _) => expression.objects,
            (_, Some(Effect::Abducted)) if state && !as_hostage => Some(Effect::Detained),
            // Rebels have no custody.
            (_, Some(Effect::Detained)) if captor && in_custody => Some(Effect::Abducted),
            (_, people) => people,
        };
        let Some(effect) = effect else { continue };
        let many = phrase.count().is_some_and(|count| count.low >= 100);
        let flies = phrase.categories.contains(&Category::Aircraft);
        // Troops driven out of a town are beaten, not displaced.
        let beaten =
            effect == Effect::Displaced && phrase.categories.contains(&Category::Combatant);
        // "Twelve wounded were taken to hospital": their harm is told.
        let told = matches!(phrase.what, What::Harmed(_)) && effect != Effect::Killed;
        let fits = match expression.only {
            Only::Many => many,
            Only::Aircraft => flies,
            Only::New => {
                phrase.what != What::Pronoun
                    && phrase.quantity.is_none_or(|q| !q.definite)
                    && (text.lower_at(phrase.start) != "the" || !phrase.plural)
            }
            Only::Own => is_own(scene, victim),
            Only::Fighters => phrase.categories.contains(&Category::Combatant),
            Only::Captor => {
                phrase.quantity.is_some_and(|q| !q.definite)
                    && !is_held_otherwise(text.lower_at(phrase.end))
            }
            Only::Custody | Only::State => {
                is_new(scene, victim) && !is_held_otherwise(text.lower_at(phrase.end))
                    || passive && is_new(scene, victim)
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
            && is_held_otherwise(text.lower_at(phrase.end))
            && !matches!(
                text.lower_at(phrase.end),
                "to" | "in" | "hostage" | "captive"
            );
        if beaten || told || place || blamed || !fits {
            continue;
        }
        any |= scene.tell(found, effect, victim, at, agent, rule(effect).name);
    }
    any
}

fn rule(effect: Effect) -> &'static Rule {
    match effect {
        Effect::Killed => &KILLED,
        Effect::Detained | Effect::Abducted => &HELD,
        Effect::Displaced => &DISPLACED,
        effect if effect.on_people() => &HURT,
        _ => &OBJECTS,
    }
}
