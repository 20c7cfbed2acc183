//! Whom a verb of harm takes, who did it, and by which rule.

use super::super::Scene;
use super::apart::{apposed, fronted, inverted, relative};
use super::joined::coordinated;
use super::{ACTIVE, BARE, INVERTED, PASSIVE, RELATIVE};
use crate::lexicon::Form;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Victims of a verb with an object, who did it, and the rule.
pub(super) fn taken(
    scene: &Scene<'_, '_>,
    at: usize,
    form: Form,
    last: &[usize],
    last_verb: usize,
) -> (Vec<usize>, Option<(usize, usize)>, &'static Rule) {
    let text = scene.text;
    let (mut group, mut passive) = scene.group(at);
    let after = at + 1;
    // "was found beheaded", "is believed killed", "was found fatally shot".
    let adverb = usize::from(text.tag_at(at.wrapping_sub(1)).is_some_and(Tag::is_adverb));
    if group == at
        && at > scene.sentence.start + adverb
        && matches!(
            text.lower_at(at - 1 - adverb),
            "found" | "believed" | "reported" | "presumed"
        )
        && scene.group(at - 1 - adverb).1
    {
        (group, passive) = scene.group(at - 1 - adverb);
    }
    if matches!(form, Form::Ed | Form::Participle) && passive {
        let agent = by_agent(scene, after);
        let mut subject = scene.subject(group);
        if subject.is_empty() && last_verb != usize::MAX {
            subject = last.to_vec();
        }
        let mut subject = scene.or_opening(subject, group);
        subject.extend(scene.joined_before(&subject, group));
        return (subject, agent, &PASSIVE);
    }
    if matches!(form, Form::Ed | Form::Participle)
        && let Some(behind) = inverted(scene, group)
    {
        return (behind, by_agent(scene, after), &INVERTED);
    }
    // "A house in Ostra burned to the ground": the house.
    let burned = matches!(text.lower_at(at), "burned" | "burnt")
        && (text.lower_at(after) == "down" && scene.objects(after + 1).is_empty()
            || text.says(after, &["to", "the", "ground"]));
    if burned && matches!(form, Form::Ed | Form::Participle) {
        let subject = scene.subject(group);
        if !subject.is_empty() {
            return (subject, None, &BARE);
        }
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
    // "abducted, beaten and killed two nurses"
    let mut next = joined;
    while let Some(verb) = next.filter(|_| object.is_empty()) {
        object = scene.objects(verb + 1);
        next = coordinated(scene, verb);
    }
    let object_stands = object.first().is_some_and(|p| {
        let phrase = &scene.phrases[*p];
        !scene.is_date(*p)
            && (phrase.is_people() || phrase.what == What::Objects || phrase.what == What::Other)
            && (phrase.what != What::Pronoun
                || matches!(
                    text.lower_at(phrase.start),
                    "him"
                        | "them"
                        | "her"
                        | "me"
                        | "us"
                        | "themselves"
                        | "himself"
                        | "herself"
                        | "self"
                ))
    });
    let listed = is_next_of_list(scene, group, &object);
    let object_stands = object_stands && !listed || object.is_empty() && is_weighed(text, after);
    if !passive
        && !object_stands
        && let Some(victims) = relative(scene, group)
    {
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
            "feared" | "believed" | "presumed" | "reported" | "confirmed" | "found"
        );
        let bare = group == at;
        let group = if feared { group - 1 } else { group };
        // "two men allegedly killed by police", "girl accidentally shot at range"
        let hedged = group > scene.sentence.start
            && (text.lower_at(group - 1).ends_with("ly")
                && text.tag_at(group - 1).is_some_and(Tag::is_adverb)
                || matches!(text.lower_at(group - 1), "later" | "already"));
        let edge = group - usize::from(hedged);
        let before = scene
            .phrase_ending(edge)
            .map(|p| scene.past_place(p, last_verb))
            .or_else(|| apposed(scene, edge, after))
            .or_else(|| fronted(scene, group, after))
            // "four people, including a guard, injured in Ostra": the people.
            .map(|p| {
                scene
                    .included(p)
                    .and_then(|start| scene.phrase_ending(start))
                    .unwrap_or(p)
            });
        // "Pedestrian struck and killed by train", "Clerk shot, killed in bar"
        let struck = joined
            && group >= scene.sentence.start + 3
            && text
                .word_at(group - 2)
                .and_then(|word| word.verb)
                .is_some_and(|verb| matches!(verb.form, Form::Ed | Form::Participle));
        let before = before.or_else(|| {
            struck
                // "Man, 34, struck, killed by car": past the comma.
                .then(|| {
                    let comma = usize::from(text.lower_at(group - 3) == ",");
                    scene.phrase_ending(group - 2 - comma)
                })
                .flatten()
                .filter(|p| scene.phrases[*p].is_people())
        });
        // An object that is not understood is one all the same: "killed the amendment".
        let takes_other = text.tag_at(at) == Some(Tag::VBD)
            && !is_ago(scene, after)
            // "Man shot multiple times"
            && text.lower_at(after + 1) != "times"
            && (text.tag_at(after).is_some_and(|tag| {
                matches!(tag, Tag::DT | Tag::PDT | Tag::PRPS | Tag::CD | Tag::PRP)
                    || tag.is_noun()
                    || tag.is_adjective()
            }) && !scene
                .phrase_starting(after)
                .is_some_and(|p| scene.is_date(p)));
        // "The district police arrested, and then released, a clerk": who arrests is not arrested.
        let police = |p: usize| {
            let phrase = &scene.phrases[p];
            phrase.quantity.is_none()
                && text.lower_at(phrase.head) == "police"
                && text.lower_at(at).starts_with("arrest")
        };
        if let Some(before) = before.filter(|p| !police(*p))
            && !object_stands
            // "the singer killed it on stage"
            && text.lower_at(after) != "it"
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

fn is_counted(scene: &Scene<'_, '_>, phrase: usize) -> bool {
    scene.phrases[phrase]
        .quantity
        .is_some_and(|q| !q.article && !q.none)
}

/// Whether a weight or a measure of something follows: "seized 300 kg of".
fn is_weighed(text: &Text<'_>, at: usize) -> bool {
    let counted = text.kind_at(at) == Some(Kind::Digits) || text.number_at(at).is_some();
    counted
        && (matches!(
            text.lower_at(at + 1).trim_end_matches('s'),
            "kg" | "kilo"
                | "kilogram"
                | "gram"
                | "ton"
                | "tonne"
                | "pound"
                | "lb"
                | "ounce"
                | "metric"
                | "litre"
                | "liter"
                | "gallon"
        ) || text.lower_at(at + 2) == "of")
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
    // "seized 40 kg", "seized Rs 35,000"
    let money = matches!(
        text.lower_at(after).trim_end_matches('.'),
        "$" | "€" | "£" | "₹" | "rs" | "inr" | "usd" | "us$" | "eur"
    );
    let number = text.number_at(after).is_some()
        || text.kind_at(after + usize::from(money)) == Some(crate::token::Kind::Digits);
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

/// "11 days ago"
pub(super) fn is_ago(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at + 2..at + 4).any(|i| matches!(scene.text.lower_at(i), "ago" | "earlier"))
}

/// The doer behind "by".
pub(in crate::mention) fn by_agent(scene: &Scene<'_, '_>, from: usize) -> Option<(usize, usize)> {
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
pub(in crate::mention) fn agent_of(
    scene: &Scene<'_, '_>,
    group: usize,
    form: Form,
) -> Option<(usize, usize)> {
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
