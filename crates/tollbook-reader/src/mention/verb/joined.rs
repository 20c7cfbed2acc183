//! What a verb of harm shares with the words beside it: "shot and killed", "along with two aides", "shot them".

use tollbook_terms::{Count, Effect};

use super::super::{Mention, Scene};
use super::{ACTIVE, BARE, DIES, PASSIVE};
use crate::lexicon::{Form, Frame};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

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

/// Those that an object pronoun stands for, where they were named in the sentence and nothing is told of them
/// yet: "they dragged eight men and a boy out and shot them".
pub(in crate::mention) fn stood_for(
    scene: &Scene<'_, '_>,
    found: &[Mention],
    victim: usize,
    agent: Option<(usize, usize)>,
) -> Vec<usize> {
    let phrase = &scene.phrases[victim];
    if phrase.what != What::Pronoun
        || !matches!(scene.text.lower_at(phrase.start), "them" | "him" | "her")
    {
        return vec![victim];
    }
    let plural = scene.text.lower_at(phrase.start) == "them";
    let named = (0..victim).rev().find(|i| {
        let other = &scene.phrases[*i];
        let object = other.after.is_none()
            && other.start > scene.sentence.start
            && (scene.text.tag_at(other.start - 1).is_some_and(Tag::is_verb)
                || scene.text.tag_at(other.start - 1) == Some(Tag::RP));
        // "accused them of being spies and killed them", "a man whom they took to be a spy": the spies are nobody new.
        object
            && !scene.text.is_be(other.start - 1)
            && matches!(other.what, What::People | What::Name)
            && (other.count().is_some_and(|count| (count.low > 1) == plural)
                || plural && scene.objects(other.start).len() > 1)
            && agent.is_none_or(|(start, _)| start != other.start)
    });
    match named {
        Some(named) if !found.iter().any(|m| m.phrase == named) => {
            let mut all = if plural {
                scene.objects(scene.phrases[named].start)
            } else {
                vec![named]
            };
            all.retain(|p| *p < victim);
            all
        }
        _ => vec![victim],
    }
}

/// Those harmed along with others: "was arrested along with two aides".
pub(in crate::mention) fn accompanied(scene: &Scene<'_, '_>, at: usize, rule: &Rule) -> Vec<usize> {
    let text = scene.text;
    let limit = (at + 24).min(scene.sentence.end);
    let with = (at + 1..limit)
        .take_while(|i| {
            !matches!(
                text.lower_at(*i),
                ";" | ":" | "who" | "which" | "that" | "when" | "while"
            ) && !text.tokens[*i].tag.is_finite()
                && (text.tokens[*i].word.verb.is_none() || text.lower_at(*i) == "down")
        })
        .find_map(|i| match text.lower_at(i) {
            "along" | "together" if text.lower_at(i + 1) == "with" => Some(i + 2),
            "as" if text.says(i, &["as", "well", "as"]) => Some(i + 3),
            "alongside" => Some(i + 1),
            // "killing two guards in addition to herself"
            "in" if text.says(i, &["in", "addition", "to"])
                && matches!(text.lower_at(i + 3), "himself" | "herself" | "themselves") =>
            {
                Some(i + 3)
            }
            // "was gunned down with two of his sons", not "killed in a clash with two rebels"
            // "arrested Solt with his six associates"
            "with"
                if scene.phrase_ending(i).is_some()
                    && matches!(text.lower_at(i + 1), "his" | "her" | "their")
                    && (text.word_at(at).and_then(|word| word.verb))
                        .is_some_and(|verb| verb.effect == Effect::Detained) =>
            {
                Some(i + 1)
            }
            "with" if i <= at + 2 && !text.tag_at(i - 1).is_some_and(Tag::is_noun) => Some(i + 1),
            _ => None,
        });
    // "killed his wife and then himself"
    let itself = (rule.name == ACTIVE.name)
        .then(|| {
            (at + 2..limit).find(|i| {
                matches!(
                    text.lower_at(*i),
                    "himself" | "herself" | "themselves" | "self"
                ) && (matches!(text.lower_at(i - 1), "and" | ",")
                    || text.lower_at(i - 1) == "then"
                        && matches!(text.lower_at(i - 2), "and" | ","))
            })
        })
        .flatten()
        .and_then(|i| scene.phrase_starting(i));
    if let Some(itself) = itself {
        return vec![itself];
    }
    let Some(from) = with else {
        return Vec::new();
    };
    // "killed two men along with a guard" is read as a list already.
    if ![PASSIVE.name, ACTIVE.name, DIES.name, BARE.name].contains(&rule.name) {
        return Vec::new();
    }
    let with = scene.objects(from);
    // "Solt, who was killed in May, as well as his brother, were linked to it": of another clause.
    let outer = with.last().is_some_and(|last| {
        let end = scene.phrases[*last].end;
        text.lower_at(end) == "," && text.is_finite_be_or_have(end + 1)
    });
    if outer {
        return Vec::new();
    }
    with.into_iter()
        .filter(|p| {
            let phrase = &scene.phrases[*p];
            // "hospitalized with non-life threatening injuries": no lives. "Shot himself with his father's gun": the gun.
            matches!(phrase.what, What::People | What::Name)
                && text.lower_at(phrase.head) != "life"
                && text.tag_at(phrase.end) != Some(Tag::POS)
                || matches!(text.lower_at(phrase.start), "himself" | "herself")
        })
        // "18 people were killed with 40 people injured": they have a harm of their own.
        .filter(|p| {
            let behind = text.word_at(scene.phrases[*p].end);
            !behind.is_some_and(|word| word.state.is_some() || word.verb.is_some())
        })
        .collect()
}

/// Whether "and killed" follows the verb at `at`, so that the two tell of one harm.
pub(super) fn killed_next(scene: &Scene<'_, '_>, at: usize) -> bool {
    coordinated(scene, at).is_some_and(|next| {
        scene.text.tokens[next]
            .word
            .verb
            .is_some_and(|verb| verb.effect == Effect::Killed && verb.frame == Frame::Person)
    })
}

/// Makes "killed or wounded", told of the same people, casualties.
pub(in crate::mention) fn casualties(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    let mut i = 0;
    while i < found.len() {
        let (phrase, killed) = (found[i].phrase, found[i].trigger);
        let wounded = (found[i].effect == Effect::Killed && found[i].count.high != Some(0))
            .then(|| {
                found.iter().position(|m| {
                    m.phrase == phrase
                        && m.effect == Effect::Injured
                        && !text.lower_at(m.trigger).starts_with("sho")
                        && m.trigger.abs_diff(killed) >= 2
                        && (killed.min(m.trigger) + 2..killed.max(m.trigger))
                            .all(|i| text.tag_at(i).is_some_and(Tag::is_adverb))
                        && match text.lower_at(killed.min(m.trigger) + 1) {
                            "or" | "/" => true,
                            "and" => killed < m.trigger,
                            _ => false,
                        }
                })
            })
            .flatten();
        if let Some(wounded) = wounded {
            found[i].effect = Effect::Casualties;
            found[i].quote.1 = found[i].quote.1.max(found[wounded].quote.1);
            found[i].rule = CASUALTIES.name;
            found.remove(wounded);
        }
        i += 1;
    }
}

/// "Nine soldiers were killed, as were two nurses."
pub(in crate::mention) fn as_were(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        if text.lower_at(at) != "as"
            || !matches!(
                text.lower_at(at + 1),
                "was" | "were" | "did" | "have" | "has"
            )
        {
            continue;
        }
        let Some((effect, trigger)) = found
            .iter()
            .filter(|m| m.trigger < at)
            .max_by_key(|m| m.trigger)
            .map(|m| (m.effect, m.trigger))
        else {
            continue;
        };
        for one in scene.objects(at + 2) {
            scene.tell(found, effect, one, trigger, None, super::AS_WERE.name);
        }
    }
}

/// Takes out the wound of whoever was "hit by a bullet and died", or "killed by a man who shot him": the death alone is
/// told.
pub(in crate::mention) fn died(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let died: Vec<usize> = found
        .iter()
        .filter(|m| {
            m.effect == Effect::Killed
                && (m.rule == super::DIES.name || scene.text.lower_at(m.trigger) == "bled")
        })
        .map(|m| m.phrase)
        .collect();
    let deaths: Vec<(usize, usize)> = found
        .iter()
        .filter(|m| m.effect == Effect::Killed && m.count == Count::exact(1))
        .map(|m| (m.phrase, m.trigger))
        .collect();
    found.retain(|m| !is_manner(scene, &deaths, m));
    // "was shot and taken to hospital, where he was pronounced dead"
    found.retain(|m| {
        let blow = matches!(m.effect, Effect::Injured | Effect::Casualties)
            && matches!(
                scene.text.lower_at(m.trigger),
                "shot" | "stabbed" | "struck" | "hit" | "beaten"
            );
        !(blow
            && deaths
                .iter()
                .any(|(phrase, trigger)| *phrase == m.phrase && *trigger != m.trigger))
    });
    found.retain(|m| {
        !(died.contains(&m.phrase) && matches!(m.effect, Effect::Injured | Effect::Casualties))
    });
}

/// Whether the wound is how someone was killed who is told of before it: "he died when he was hit by a
/// bullet", "killed by three men who shot him".
fn is_manner(scene: &Scene<'_, '_>, deaths: &[(usize, usize)], wound: &Mention) -> bool {
    let text = scene.text;
    let pronoun = &scene.phrases[wound.phrase];
    let one = matches!(
        text.lower_at(pronoun.start),
        "he" | "she" | "him" | "her" | "himself" | "herself" | "self"
    );
    let reflexive = text.lower_at(pronoun.start).ends_with("self");
    let again = reflexive && wound.effect == Effect::Killed;
    if !(matches!(wound.effect, Effect::Injured | Effect::Casualties) || again)
        || pronoun.what != What::Pronoun
        || !one
        || !is_blow(text.lower_at(wound.trigger))
    {
        return false;
    }
    let speaks_of = |other: &usize| {
        matches!(scene.phrases[*other].what, What::People | What::Name)
            && !scene.phrases[*other].plural
            && wound
                .agent
                .is_none_or(|(start, _)| start != scene.phrases[*other].start)
    };
    deaths.iter().any(|(phrase, trigger)| {
        // Nobody else is spoken of since.
        (0..wound.phrase)
            .rev()
            .take_while(|other| scene.phrases[*other].start > *trigger)
            .find(speaks_of)
            .is_none_or(|other| other == *phrase)
            && *trigger < wound.trigger
            // "killed his wife before shooting himself dead": two are dead.
            && (!reflexive || scene.phrases[*phrase].end <= *trigger)
            && !(*trigger..pronoun.start).any(|i| text.lower_at(i) == "and")
    })
}

/// Verbs for what kills at once or not.
fn is_blow(lower: &str) -> bool {
    matches!(
        lower,
        "shot" | "shooting" | "hit" | "struck" | "stabbed" | "beaten" | "wounded" | "injured"
    )
}

/// The verb of harm that "and" joins to the one at `at`: "abducted and later killed".
pub(super) fn coordinated(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let text = scene.text;
    let mut next = at + 1;
    if matches!(text.lower_at(next), "at" | "dead") {
        next += 1;
    }
    if text.lower_at(next) == "," {
        next += 1;
    }
    if matches!(text.lower_at(next), "and" | "or" | "then") {
        next += 1;
    } else if next == at + 1 {
        return None;
    }
    while next < scene.sentence.end
        && (text.tag_at(next).is_some_and(Tag::is_adverb) || text.lower_at(next) == "then")
    {
        next += 1;
    }
    // "arrested and charged two men": any deed may share the object.
    let Some(verb) = text.word_at(next)?.verb else {
        let deed = matches!(text.tag_at(next), Some(Tag::VBD | Tag::VBN))
            && text.lower_at(next).ends_with("ed")
            && scene
                .phrase_starting(next + 1)
                .is_some_and(|p| scene.phrases[p].is_people());
        return deed.then_some(next);
    };
    // "killing or wounding", "Police shoot, kill"
    let both = matches!(verb.form, Form::Ing | Form::Base | Form::Third)
        && text
            .word_at(at)
            .and_then(|word| word.verb)
            .is_some_and(|first| first.form == verb.form);
    (next < scene.sentence.end
        && (both || matches!(verb.form, Form::Ed | Form::Past | Form::Participle)))
    .then_some(next)
}

/// "A bomber set off his belt, killing himself": he died once.
pub(in crate::mention) fn once_himself(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    let reflexive = |m: &Mention| {
        matches!(
            text.lower_at(scene.phrases[m.phrase].start),
            "himself" | "herself"
        )
    };
    let blown_up = |m: &Mention| {
        let verb = text.lower_at(m.trigger);
        m.effect == Effect::Killed
            && scene.phrases[m.phrase].end <= m.trigger
            && m.count == Count::exact(1)
            && ["deton", "blew", "blow", "explod"]
                .iter()
                .any(|stem| verb.starts_with(stem))
    };
    if found.iter().any(reflexive) && found.iter().any(blown_up) {
        found.retain(|m| m.effect != Effect::Killed || !reflexive(m));
    }
}
