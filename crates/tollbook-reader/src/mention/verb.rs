//! Verbs of harm: who is their object, their passive subject, or the one who dies.

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const ACTIVE: Rule = Rule {
    name: "effect.verb.active",
    says: "Who or what follows a verb of harm is harmed.",
    must: &[
        ("Gunmen killed three policemen.", "killed 3 police"),
        ("Gunmen shot and killed a professor.", "killed 1 worker"),
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
    must: &[("Eleven rebels died near the bridge.", "killed 11 combatant")],
    must_not: &[("Two hopes died on Monday.", "a hope is nobody")],
};

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

pub(crate) const RULES: &[&Rule] = &[
    &RELATIVE, &ACTIVE, &PASSIVE, &BARE, &DIES, &TO_DEATH, &HOSTAGE, &SUFFERS, &BLEW_UP,
];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let (start, end) = (scene.sentence.start, scene.sentence.end);
    // The subject of the last passive, for "was shot and killed", "arrested and tortured".
    let mut last: Vec<usize> = Vec::new();
    let mut last_verb = usize::MAX;
    for at in start..end {
        if idiom(scene, at, found) {
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
        if lower.starts_with("seiz") {
            // Things are seized too, and told by a number or a pronoun alone.
            victims.retain(|p| {
                let phrase = &scene.phrases[*p];
                phrase.what == What::Name
                    || phrase.what == What::People
                        && scene
                            .text
                            .word_at(phrase.head)
                            .is_some_and(|word| word.person.is_some())
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
            if is_in_head(scene, at) {
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
            // "shot down two helicopters", "two helicopters were shot down".
            if scene.phrases[victim].what == What::Objects {
                effect = match (verb.frame, lower) {
                    (Frame::Object | Frame::Strike, _) => object_effect(scene, at, verb.effect),
                    (_, "shot" | "shoot" | "shooting") if scene.text.lower_at(at + 1) == "down" => {
                        Effect::Destroyed
                    }
                    (_, "poisoned" | "poison" | "poisoning") => Effect::Damaged,
                    _ => continue,
                };
            } else if matches!(verb.frame, Frame::Object | Frame::Strike) {
                if !is_hit(scene, at) || rule.name == ACTIVE.name {
                    continue;
                }
                effect = Effect::Injured;
            }
            // "He was killed. They shot him twice": how he was killed is no second harm.
            if effect == Effect::Injured
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

/// The people that an object pronoun stands for, where they were named in the sentence and nothing is told
/// of them yet: "they dragged eight men out and shot them".
fn stood_for(
    scene: &Scene<'_, '_>,
    found: &[Mention],
    victim: usize,
    agent: Option<(usize, usize)>,
) -> usize {
    let phrase = &scene.phrases[victim];
    if phrase.what != What::Pronoun
        || !matches!(scene.text.lower_at(phrase.start), "them" | "him" | "her")
    {
        return victim;
    }
    let plural = scene.text.lower_at(phrase.start) == "them";
    let named = (0..victim).rev().find(|i| {
        let other = &scene.phrases[*i];
        let object = other.after.is_none()
            && other.start > scene.sentence.start
            && (scene.text.tag_at(other.start - 1).is_some_and(Tag::is_verb)
                || scene.text.tag_at(other.start - 1) == Some(Tag::RP));
        object
            && matches!(other.what, What::People | What::Name)
            && other.count().is_some_and(|count| (count.low > 1) == plural)
            && agent.is_none_or(|(start, _)| start != other.start)
    });
    match named {
        Some(named) if !found.iter().any(|m| m.phrase == named) => named,
        _ => victim,
    }
}

/// Those harmed along with others: "was arrested along with two aides".
fn accompanied(scene: &Scene<'_, '_>, at: usize, rule: &Rule) -> Vec<usize> {
    let text = scene.text;
    let limit = (at + 24).min(scene.sentence.end);
    let with = (at + 1..limit)
        .take_while(|i| {
            !matches!(
                text.lower_at(*i),
                ";" | ":" | "who" | "which" | "that" | "when" | "while"
            ) && !text.tokens[*i].tag.is_finite()
                && text.tokens[*i].word.verb.is_none()
        })
        .find_map(|i| match text.lower_at(i) {
            "along" | "together" if text.lower_at(i + 1) == "with" => Some(i + 2),
            "alongside" => Some(i + 1),
            _ => None,
        });
    let Some(from) = with else {
        return Vec::new();
    };
    // "killed two men along with a guard" is read as a list already.
    if rule.name != PASSIVE.name && rule.name != ACTIVE.name {
        return Vec::new();
    }
    scene
        .objects(from)
        .into_iter()
        .filter(|p| matches!(scene.phrases[*p].what, What::People | What::Name))
        .collect()
}

/// Whether "and killed" follows the verb at `at`, so that the two tell of one harm.
fn killed_next(scene: &Scene<'_, '_>, at: usize) -> bool {
    coordinated(scene, at).is_some_and(|next| {
        scene.text.tokens[next]
            .word
            .verb
            .is_some_and(|verb| verb.effect == Effect::Killed && verb.frame == Frame::Person)
    })
}

/// The verb of harm that "and" joins to the one at `at`: "abducted and later killed".
fn coordinated(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let text = scene.text;
    let mut next = at + 1;
    if matches!(text.lower_at(next), "at" | "dead") {
        next += 1;
    }
    if text.lower_at(next) == "," {
        next += 1;
    }
    if matches!(text.lower_at(next), "and" | "then") {
        next += 1;
    } else if next == at + 1 {
        return None;
    }
    while next < scene.sentence.end
        && (text.tag_at(next).is_some_and(Tag::is_adverb) || text.lower_at(next) == "then")
    {
        next += 1;
    }
    let verb = text.word_at(next)?.verb?;
    (next < scene.sentence.end && matches!(verb.form, Form::Ed | Form::Past | Form::Participle))
        .then_some(next)
}

/// Whether the token stands inside a noun phrase, so that it is no verb of the clause.
fn is_inside_phrase(scene: &Scene<'_, '_>, at: usize) -> bool {
    let i = scene.phrases.partition_point(|p| p.end <= at);
    scene.phrases.get(i).is_some_and(|p| {
        p.start <= at && at < p.end && (p.end - p.start > 1 || p.what != What::Other)
    })
}

/// "120 die of hunger every day", where the verb was taken for a noun.
fn counted_die(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene
        .text
        .word_at(at)
        .and_then(|word| word.verb)
        .is_some_and(|verb| verb.frame == Frame::Die)
        && scene.phrase_ending(at).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            phrase.is_people() && phrase.quantity.is_some_and(|q| !q.article)
        })
}

fn looks_like_verb(scene: &Scene<'_, '_>, at: usize, form: Form) -> bool {
    // Headlines: "Blast kills 12", taken for nouns; a count right behind tells.
    let next = scene.phrase_starting(at + 1);
    matches!(form, Form::Third | Form::Ing | Form::Base)
        && next.is_some_and(|p| {
            let phrase = &scene.phrases[p];
            let people = phrase.what == What::People && form == Form::Third;
            phrase.is_people() && (phrase.quantity.is_some() || people)
        })
}

fn is_counted(scene: &Scene<'_, '_>, phrase: usize) -> bool {
    scene.phrases[phrase]
        .quantity
        .is_some_and(|q| !q.article && !q.none)
}

fn near(scene: &Scene<'_, '_>, at: usize, word: &str) -> bool {
    (at + 1..(at + 8).min(scene.sentence.end)).any(|i| scene.text.lower_at(i) == word)
}

/// "shot dead", "shot and killed": killed; "shot" alone: hit.
fn shooting(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Effect {
    let text = scene.text;
    if text.says(at + 1, &["dead"])
        || text.says(at + 1, &["to", "death"])
        || text.lower_at(at) == "gunned"
    {
        return Effect::Killed;
    }
    // "shot the driver dead".
    let object = scene.phrase_starting(at + 1);
    if object.is_some_and(|p| {
        text.says(scene.phrases[p].end, &["dead"])
            || text.says(scene.phrases[p].end, &["to", "death"])
    }) {
        return Effect::Killed;
    }
    effect
}

/// Whether a court speaks in the sentence: a term in prison is no arrest.
fn is_sentence(scene: &Scene<'_, '_>) -> bool {
    (scene.sentence.start..scene.sentence.end).any(|i| {
        matches!(
            scene.text.lower_at(i),
            "judge"
                | "judges"
                | "court"
                | "courts"
                | "sentence"
                | "sentenced"
                | "sentences"
                | "years"
                | "life"
                | "convicted"
                | "verdict"
                | "trial"
                | "jury"
                | "guilty"
        )
    })
}

/// "captured and taken hostage": the second word tells what the first one is.
fn is_hostage(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    matches!(text.lower_at(at + 1), "and" | ",")
        && matches!(text.lower_at(at + 2), "taken" | "held" | "took" | "taking")
        && matches!(text.lower_at(at + 3), "hostage" | "captive")
}

/// Whether "in the head" or another mortal place follows a shot.
fn is_in_head(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at + 1..(at + 8).min(scene.sentence.end)).any(|i| scene.text.says(i, &["in", "the", "head"]))
}

/// Whether a part of the body or a wound behind a shot says that it was not mortal.
fn is_wounded(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at + 1..(at + 14).min(scene.sentence.end)).any(|i| {
        matches!(
            scene.text.lower_at(i),
            "leg"
                | "legs"
                | "arm"
                | "arms"
                | "foot"
                | "feet"
                | "hand"
                | "thigh"
                | "shoulder"
                | "knee"
                | "wounded"
                | "injured"
                | "wounding"
                | "injuring"
        )
    })
}

/// "hit in the thigh", "struck by a stray bullet": the body is hit.
fn is_hit(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let limit = (at + 7).min(scene.sentence.end);
    let said = |words: &[&str]| (at + 2..limit).any(|i| words.contains(&text.lower_at(i)));
    match text.lower_at(at + 1) {
        "in" => said(&[
            "leg", "legs", "thigh", "arm", "arms", "shoulder", "head", "face", "chest", "stomach",
            "abdomen", "back", "neck", "foot", "hand", "knee", "eye",
        ]),
        "by" => said(&[
            "bullet",
            "bullets",
            "shrapnel",
            "sniper",
            "snipers",
            "gunfire",
            "fragments",
            "splinters",
            "shots",
        ]),
        _ => false,
    }
}

/// Damage becomes destruction behind "down" and "out": "burned down".
fn object_effect(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Effect {
    match scene.text.lower_at(at + 1) {
        "down" | "ablaze" => Effect::Destroyed,
        _ => effect,
    }
}

/// Victims of a verb with an object, who did it, and the rule.
fn taken(
    scene: &Scene<'_, '_>,
    at: usize,
    form: Form,
    last: &[usize],
    last_verb: usize,
) -> (Vec<usize>, Option<(usize, usize)>, &'static Rule) {
    let text = scene.text;
    let (mut group, mut passive) = scene.group(at);
    let after = at + 1;
    // "was found beheaded", "is believed killed".
    if group == at
        && at > scene.sentence.start
        && matches!(
            text.lower_at(at - 1),
            "found" | "believed" | "reported" | "presumed"
        )
        && scene.group(at - 1).1
    {
        (group, passive) = scene.group(at - 1);
    }
    if matches!(form, Form::Ed | Form::Participle) && passive {
        let agent = by_agent(scene, after);
        let mut subject = scene.subject(group);
        if subject.is_empty() && last_verb != usize::MAX {
            subject = last.to_vec();
        }
        return (subject, agent, &PASSIVE);
    }
    let mut object = scene.objects(after);
    // "Nine miners killed dozens hurt in raids": two headlines without a comma.
    let run_on = matches!(form, Form::Ed)
        && scene
            .phrase_ending(group)
            .is_some_and(|p| is_counted(scene, p))
        && object.first().is_some_and(|p| {
            let behind = scene.phrases[*p].end;
            is_counted(scene, *p)
                && text
                    .word_at(behind)
                    .is_some_and(|word| word.state.is_some())
                && behind < scene.sentence.end
        });
    if run_on {
        object.clear();
    }
    // "abducted and killed two nurses": one object for both.
    let joined = if passive || run_on {
        None
    } else {
        coordinated(scene, at)
    };
    if let Some(next) = joined.filter(|_| object.is_empty()) {
        object = scene.objects(next + 1);
    }
    let object_stands = object.first().is_some_and(|p| {
        let phrase = &scene.phrases[*p];
        !scene.is_date(*p)
            && (phrase.is_people() || phrase.what == What::Objects || phrase.what == What::Other)
            && (phrase.what != What::Pronoun
                || matches!(
                    text.lower_at(phrase.start),
                    "him" | "them" | "her" | "themselves"
                ))
    });
    let listed = is_next_of_list(scene, group, &object);
    let object_stands = object_stands && !listed;
    if let Some(victims) = relative(scene, group) {
        return (victims, agent_of(scene, group, form), &RELATIVE);
    }
    if matches!(form, Form::Ed | Form::Participle) {
        // "was shot and killed", "abducted, tortured and killed".
        let joined = matches!(
            text.lower_at(group.wrapping_sub(1)),
            "and" | "," | "or" | "then"
        );
        let circumstance = text.lower_at(group.wrapping_sub(1)) == "and"
            && last_verb != usize::MAX
            && last_verb + 9 >= group
            && !(last_verb + 1..group).any(|i| {
                text.tag_at(i).is_some_and(Tag::is_finite)
                    || matches!(text.lower_at(i), "," | ";" | ":")
            });
        let after_verb =
            last_verb != usize::MAX && (last_verb + 3 >= group && joined || circumstance);
        if after_verb && !last.is_empty() && !object_stands {
            return (last.to_vec(), by_agent(scene, after), &PASSIVE);
        }
        // "was seized at his house and later killed": the passive before goes on.
        let mut and = group;
        while and > scene.sentence.start + 1
            && (text.tag_at(and - 1).is_some_and(Tag::is_adverb)
                || matches!(text.lower_at(and - 1), "on" | "later" | "subsequently"))
        {
            and -= 1;
        }
        if !object_stands
            && group == at
            && and > scene.sentence.start
            && text.lower_at(and - 1) == "and"
            && let Some(victims) = scene.passive_before(and - 1)
        {
            return (victims, by_agent(scene, after), &PASSIVE);
        }
        // "90 policemen feared massacred": the fear belongs to the verb.
        let feared = matches!(
            text.lower_at(group.wrapping_sub(1)),
            "feared" | "believed" | "presumed" | "reported" | "confirmed"
        );
        let bare = group == at;
        let group = if feared { group - 1 } else { group };
        let before = scene
            .phrase_ending(group)
            .or_else(|| apposed(scene, group, after));
        // An object that is not understood is one all the same: "killed the amendment".
        let takes_other = text.tag_at(at) == Some(Tag::VBD)
            && (text.tag_at(after).is_some_and(|tag| {
                matches!(tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::PRP)
                    || tag.is_noun()
                    || tag.is_adjective()
            }) && !scene
                .phrase_starting(after)
                .is_some_and(|p| scene.is_date(p)));
        if let Some(before) = before
            && !object_stands
            && (listed || run_on || !takes_other && !takes_measure(scene, after))
            && bare
        {
            if scene.phrases[before].what == What::Pronoun {
                return (scene.subject(group), by_agent(scene, after), &PASSIVE);
            }
            return (scene.joined_left(before), by_agent(scene, after), &BARE);
        }
    }
    if object.is_empty()
        || matches!(form, Form::Participle) && group == at && scene.phrase_ending(group).is_some()
    {
        // "the men they killed": left alone.
        return (Vec::new(), None, &ACTIVE);
    }
    let agent = agent_of(scene, group, form);
    (object, agent, &ACTIVE)
}

/// "100 killed 700 injured": a counted phrase before the participle, and a number with its own state behind
/// it, are two of a list.
fn is_next_of_list(scene: &Scene<'_, '_>, group: usize, object: &[usize]) -> bool {
    let counted = |p: usize| {
        scene.phrases[p]
            .quantity
            .is_some_and(|q| !q.article && !q.none)
    };
    let Some(next) = object.first().map(|p| &scene.phrases[*p]) else {
        return false;
    };
    let state = scene
        .text
        .word_at(next.end)
        .is_some_and(|word| word.state.is_some());
    next.what == What::Bare
        && state
        && counted(object[0])
        && scene.objects(next.end + 1).is_empty()
        && scene.phrase_ending(group).is_some_and(counted)
}

/// "Police seized 40 kg": the verb takes an amount, so that it is no participle.
fn takes_measure(scene: &Scene<'_, '_>, after: usize) -> bool {
    let text = scene.text;
    let number =
        text.number_at(after).is_some() || text.kind_at(after) == Some(crate::token::Kind::Digits);
    let time = |i: usize| {
        let lower = text.lower_at(i);
        crate::phrase::date::is_month(lower)
            || matches!(
                lower.trim_end_matches('s'),
                "day" | "week" | "month" | "year" | "hour" | "minute" | "night" | "decade" | "time"
            )
    };
    number && !(after + 1..after + 3).any(time)
}

/// The people before "whom" or "that", where the verb's own subject stands between: "the men whom they shot".
fn relative(scene: &Scene<'_, '_>, group: usize) -> Option<Vec<usize>> {
    let text = scene.text;
    let subject = scene.phrase_ending(group)?;
    let relative = scene.phrases[subject].start.checked_sub(1)?;
    // "the guard, who police say the brothers shot dead"
    if text
        .word_at(relative)
        .is_some_and(|word| word.speech.is_some())
        && let Some(source) = scene.phrase_ending(relative)
        && let Some(before) = scene.phrases[source].start.checked_sub(1)
        && text.lower_at(before) == "who"
    {
        let end = before - usize::from(before > 0 && text.lower_at(before - 1) == ",");
        return scene.phrase_ending(end).map(|p| scene.joined_left(p));
    }
    if relative < scene.sentence.start || !matches!(text.lower_at(relative), "whom" | "that") {
        return None;
    }
    let end = if text.lower_at(relative.wrapping_sub(1)) == "," {
        relative - 1
    } else {
        relative
    };
    let antecedent = scene.phrase_ending(end)?;
    (matches!(scene.phrases[antecedent].what, What::People | What::Name))
        .then(|| scene.joined_left(antecedent))
}

/// The person told of before a comma: "Elisa Rocha, 8, shot on the road", "a farmer, killed by a mine".
fn apposed(scene: &Scene<'_, '_>, group: usize, after: usize) -> Option<usize> {
    let text = scene.text;
    let comma = group
        .checked_sub(1)
        .filter(|i| *i > scene.sentence.start && text.lower_at(*i) == ",")?;
    let circumstance = matches!(
        text.lower_at(after),
        "by" | "in"
            | "on"
            | "at"
            | "when"
            | "while"
            | "near"
            | "outside"
            | "during"
            | "last"
            | "yesterday"
    );
    let phrase = &scene.phrases[scene.phrase_ending(comma)?];
    let one = phrase.what == What::Name && (phrase.age.is_some() || !phrase.categories.is_empty())
        || phrase.what == What::People && phrase.quantity.is_some_and(|q| q.article);
    (circumstance && one).then(|| scene.phrase_ending(comma))?
}

/// The doer behind "by".
fn by_agent(scene: &Scene<'_, '_>, from: usize) -> Option<(usize, usize)> {
    let limit = (from + 14).min(scene.sentence.end);
    let by = (from..limit).find(|i| {
        scene.text.lower_at(*i) == "by" || scene.text.word_at(*i).is_some_and(|w| w.verb.is_some())
    })?;
    if scene.text.lower_at(by) != "by" {
        return None;
    }
    let phrase = &scene.phrases[scene.phrase_starting(by + 1)?];
    (phrase.what != What::Bare && phrase.what != What::Objects || phrase.quantity.is_none())
        .then_some((phrase.start, phrase.end))
}

/// The subject of an active verb of harm.
fn agent_of(scene: &Scene<'_, '_>, group: usize, form: Form) -> Option<(usize, usize)> {
    let mut group = group;
    if form == Form::Ing && scene.text.lower_at(group.wrapping_sub(1)) == "," {
        // "Troops stormed the house, killing five": the subject of the clause before.
        let verb = (scene.sentence.start..group)
            .rev()
            .find(|i| scene.text.tokens[*i].tag.is_finite())?;
        group = scene.group(verb).0;
    }
    let subject = scene.subject(group);
    let phrase = &scene.phrases[*subject.first()?];
    Some((
        phrase.start,
        scene.phrases[*subject.last()?].end.max(phrase.end),
    ))
}

/// "Floods have drowned 1,136 people": the water is the subject.
fn drowns(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.objects(at + 1).first().is_some_and(|p| {
        let phrase = &scene.phrases[*p];
        phrase.is_people() && phrase.start <= at + 2 && phrase.quantity.is_some()
    })
}

/// Who dies, disappears or flees.
fn dying(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Vec<usize> {
    let text = scene.text;
    if effect == Effect::Displaced {
        // Fled from home, not from the scene.
        let home = (at + 1..(at + 8).min(scene.sentence.end)).any(|i| {
            matches!(
                text.lower_at(i),
                "homes" | "home" | "houses" | "country" | "villages" | "to"
            )
        });
        // Hundreds who flee leave their homes, wherever they go.
        let many = scene.subject(scene.group(at).0).iter().any(|p| {
            scene.phrases[*p]
                .count()
                .is_some_and(|count| count.low >= 100)
        });
        if !home && !many {
            return Vec::new();
        }
    }
    let (group, _) = scene.group(at);
    let subject = scene.subject(group);
    if subject.is_empty() {
        return scene
            .phrase_ending(group)
            .map_or(Vec::new(), |p| scene.joined_left(p));
    }
    subject
}

/// Expressions of several words; returns whether one stands at `at`.
fn idiom(scene: &Scene<'_, '_>, at: usize, found: &mut Vec<Mention>) -> bool {
    let text = scene.text;
    let lower = text.lower_at(at);
    let tag = text.tokens[at].tag;
    match lower {
        "beaten" | "beat" | "stabbed" | "burned" | "burnt" | "hacked" | "crushed" | "trampled"
        | "starved" | "bludgeoned" | "tortured" | "stoned" | "frozen" | "froze" | "bled"
        | "choked"
            if near(scene, at, "death") && (at..at + 8).any(|i| text.says(i, &["to", "death"])) =>
        {
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
        "taken" | "took" | "take" | "held" | "holding" | "taking" | "hold" | "seized" | "kept" => {
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
        "suffered" | "suffering" | "sustained" | "received" | "lost" | "lose" if tag != Tag::NN => {
            let limit = (at + 7).min(scene.sentence.end);
            let what = (at + 1..limit).find_map(|i| match text.lower_at(i) {
                "injuries" | "wounds" | "burns" | "injury" | "wound" if lower != "lost" => {
                    Some(Effect::Injured)
                }
                "lives" | "life" if lower.starts_with("los") => Some(Effect::Killed),
                "leg" | "legs" | "arm" | "arms" | "hand" | "hands" | "foot" | "feet" | "eye"
                | "eyes" | "finger" | "fingers" | "sight" | "limb" | "limbs"
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
        "blew" | "blown" | "detonated" | "exploded" | "blow"
            if matches!(text.lower_at(at + 1), "himself" | "herself" | "themselves") =>
        {
            let (group, _) = scene.group(at);
            for victim in scene.subject(group) {
                scene.tell(found, Effect::Killed, victim, at, None, BLEW_UP.name);
            }
            true
        }
        "set"
            if text.lower_at(at + 1) == "ablaze"
                || text.says(at + 1, &["on", "fire"])
                || text.says(at + 1, &["fire", "to"])
                || (at + 2..at + 8).any(|i| {
                    i < scene.sentence.end
                        && (text.says(i, &["on", "fire"]) || text.lower_at(i) == "ablaze")
                }) =>
        {
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
        "blew" | "blown" | "blowing" | "blow" => {
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
        _ => false,
    }
}
