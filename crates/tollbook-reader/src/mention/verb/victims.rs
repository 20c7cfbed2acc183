//! Whom a verb of harm takes, who did it, and by which rule.

use tollbook_terms::{Category, Count, Effect};

use super::super::Scene;
use super::joined::coordinated;
use super::{ACTIVE, BARE, INVERTED, PASSIVE, RELATIVE};
use crate::lexicon::Form;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

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
        let mut subject = scene.or_opening(subject, group);
        subject.extend(scene.joined_before(&subject, group));
        return (subject, agent, &PASSIVE);
    }
    if matches!(form, Form::Ed | Form::Participle)
        && let Some(behind) = inverted(scene, group)
    {
        return (behind, by_agent(scene, after), &INVERTED);
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
                    "him" | "them" | "her" | "themselves" | "himself" | "herself"
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
            "feared" | "believed" | "presumed" | "reported" | "confirmed" | "found"
        );
        let bare = group == at;
        let group = if feared { group - 1 } else { group };
        // "two men allegedly killed by police"
        let hedged = group > scene.sentence.start
            && matches!(
                text.lower_at(group - 1),
                "allegedly"
                    | "reportedly"
                    | "apparently"
                    | "deliberately"
                    | "recently"
                    | "later"
                    | "previously"
                    | "already"
            );
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
                .then(|| scene.phrase_ending(group - 2))
                .flatten()
                .filter(|p| scene.phrases[*p].is_people())
        });
        // An object that is not understood is one all the same: "killed the amendment".
        let takes_other = text.tag_at(at) == Some(Tag::VBD)
            && !is_ago(scene, after)
            && (text.tag_at(after).is_some_and(|tag| {
                matches!(tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::PRP)
                    || tag.is_noun()
                    || tag.is_adjective()
            }) && !scene
                .phrase_starting(after)
                .is_some_and(|p| scene.is_date(p)));
        if let Some(before) = before
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

/// Those behind "were" where the participle opens the clause: "Killed in the blast were two boys".
fn inverted(scene: &Scene<'_, '_>, group: usize) -> Option<Vec<usize>> {
    let text = scene.text;
    let opens = |i: usize| {
        i <= scene.sentence.start || matches!(text.lower_at(i - 1), ";" | ":" | "." | "\"" | "“")
    };
    let also = group > scene.sentence.start
        && matches!(text.lower_at(group - 1), "also" | "feared" | "reported");
    if !(opens(group) || also && opens(group - 1)) {
        return None;
    }
    let limit = (group + 12).min(scene.sentence.end);
    let be = (group + 1..limit)
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | ":"))
        .find(|i| text.tag_at(*i).is_some_and(Tag::is_finite))?;
    let behind = scene.is_aux(be).then(|| scene.objects(be + 1))?;
    // "Killed in 1990, he was buried": the verb goes on.
    behind
        .first()
        .is_some_and(|p| scene.phrases[*p].start == be + 1 || scene.phrases[*p].quantity.is_some())
        .then_some(behind)
}

fn is_counted(scene: &Scene<'_, '_>, phrase: usize) -> bool {
    scene.phrases[phrase]
        .quantity
        .is_some_and(|q| !q.article && !q.none)
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

/// "11 days ago"
fn is_ago(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at + 2..at + 4).any(|i| matches!(scene.text.lower_at(i), "ago" | "earlier"))
}

/// The person told of before a comma: "Elisa Rocha, 8, shot on the road", "a farmer, killed by a mine".
pub(in crate::mention) fn apposed(
    scene: &Scene<'_, '_>,
    group: usize,
    after: usize,
) -> Option<usize> {
    let text = scene.text;
    // "Arin Solt, recently arrested in Ostra"
    let adverb = group
        .checked_sub(1)
        .is_some_and(|i| text.tag_at(i).is_some_and(Tag::is_adverb));
    let comma = group
        .checked_sub(1 + usize::from(adverb))
        .filter(|i| *i > scene.sentence.start && text.lower_at(*i) == ",")?;
    let dated = scene
        .phrase_starting(after)
        .is_some_and(|p| scene.is_date(p) && scene.phrases[p].what != What::People);
    let circumstance = dated
        || is_ago(scene, after)
        || matches!(
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
                | "for"
                | "since"
                | "from"
                | "after"
                | "as"
        );
    let before = scene.phrase_ending(comma)?;
    let phrase = &scene.phrases[before];
    // "Arin Solt, arrested in Selm, was": a whole name.
    let whole = phrase.what == What::Name
        && phrase.after.is_none()
        && phrase.name.is_some_and(|(from, to)| to >= from + 2);
    let one = whole
        || scene.is_person(before)
        || phrase.what == What::People
            && (phrase.age.is_some() || phrase.quantity.is_some_and(|q| !q.none));
    (circumstance && one).then_some(before)
}

/// Who is told of behind the comma: "Hit by two missiles, the tower collapsed", "Shot in the chest, a clerk fell".
fn fronted(scene: &Scene<'_, '_>, group: usize, after: usize) -> Option<usize> {
    let text = scene.text;
    let opens = group == scene.sentence.start;
    if !opens
        || !matches!(
            text.lower_at(after),
            "by" | "in" | "with" | "when" | "during"
        )
    {
        return None;
    }
    let comma = (after..(after + 14).min(scene.sentence.end))
        .take_while(|i| !text.tokens[*i].tag.is_finite())
        .find(|i| text.lower_at(*i) == ",")?;
    let one = scene.phrase_starting(comma + 1)?;
    let goes_on = (scene.phrases[one].end..scene.phrases[one].end + 3).any(|i| {
        text.tag_at(i)
            .is_some_and(|tag| tag.is_finite() || tag == Tag::MD)
    });
    let told = matches!(
        scene.phrases[one].what,
        What::People | What::Name | What::Objects
    );
    (told && goes_on && scene.phrases[one].end < scene.sentence.end).then_some(one)
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

/// What those leave who flee from home, or what they flee from or to.
fn is_left_behind(lower: &str) -> bool {
    matches!(
        lower,
        "homes"
            | "home"
            | "houses"
            | "country"
            | "homeland"
            | "village"
            | "villages"
            | "town"
            | "towns"
            | "city"
            | "cities"
            | "area"
            | "areas"
            | "region"
            | "district"
            | "camp"
            | "camps"
            | "fighting"
            | "violence"
            | "war"
            | "clashes"
            | "conflict"
            | "shelling"
            | "bombing"
            | "bombardment"
            | "persecution"
            | "border"
            | "abroad"
            | "across"
            | "to"
            | "into"
    )
}

/// What one person leaves who flees from harm and not from the law.
fn is_home(lower: &str) -> bool {
    matches!(
        lower,
        "home"
            | "homes"
            | "house"
            | "country"
            | "homeland"
            | "village"
            | "town"
            | "city"
            | "fighting"
            | "violence"
            | "war"
            | "conflict"
            | "shelling"
            | "bombing"
            | "bombardment"
            | "persecution"
            | "abroad"
    )
}

/// Who hanged himself: the subject of the verb at `at`.
pub(in crate::mention) fn reflected(scene: &Scene<'_, '_>, at: usize, victim: usize) -> usize {
    let phrase = &scene.phrases[victim];
    // "killing himself and two guards" tells of himself beside the others.
    let hanged = matches!(
        scene.text.lower_at(at),
        "hanged" | "hung" | "hangs" | "hang" | "hanging"
    );
    let itself = hanged
        && phrase.what == What::Pronoun
        && matches!(scene.text.lower_at(phrase.start), "himself" | "herself");
    let subject = itself.then(|| scene.subject(scene.group(at).0));
    match subject.as_deref() {
        Some([one]) if scene.phrases[*one].is_people() => *one,
        _ => victim,
    }
}

/// Who dies, disappears or flees.
pub(super) fn dying(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Vec<usize> {
    let text = scene.text;
    if effect == Effect::Displaced {
        // Fled from home, not from the scene.
        let home = (at + 1..(at + 8).min(scene.sentence.end))
            .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "." | "after" | "when"))
            .any(|i| is_left_behind(text.lower_at(i)));
        let mut subject = scene.subject(scene.group(at).0);
        // Fighters and suspects who flee escape; hundreds leave their homes, wherever they go.
        subject.retain(|p| {
            let phrase = &scene.phrases[*p];
            let fighters = phrase.categories.iter().any(|c| {
                matches!(
                    c,
                    Category::Combatant
                        | Category::Attacker
                        | Category::Detainee
                        | Category::Police
                        | Category::Security
                )
            });
            let many = phrase.count().is_some_and(|count| count.low >= 100);
            let culprits = matches!(
                text.lower_at(phrase.head),
                "suspects" | "suspect" | "robbers" | "thieves" | "driver" | "killers" | "prisoners"
            );
            // "Residents fled": from home, where nothing else is said.
            let locals = phrase.plural
                && matches!(
                    text.lower_at(phrase.head),
                    "residents"
                        | "villagers"
                        | "families"
                        | "inhabitants"
                        | "townspeople"
                        | "locals"
                )
                && !text.says(at + 1, &["the", "scene"]);
            // "He fled the area": one who has done something, unless he leaves home.
            let one = phrase.count() == Some(Count::exact(1)) || phrase.what == What::Pronoun;
            let leaves =
                (at + 1..(at + 8).min(scene.sentence.end)).any(|i| is_home(text.lower_at(i)));
            !fighters && !culprits && (home && (!one || leaves) || many || locals)
        });
        return subject;
    }
    let (group, _) = scene.group(at);
    let subject = scene.subject(group);
    if subject.is_empty()
        && let Some(before) = scene.phrase_ending(group)
    {
        return scene.joined_left(before);
    }
    let mut subject = scene.or_opening(subject, group);
    subject.extend(scene.joined_before(&subject, group));
    subject
}
