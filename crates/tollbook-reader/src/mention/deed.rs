//! Nouns of deeds with those they befell: "the killing of two nuns", "the mayor's murder".

mod behind;

use behind::{is_wanted, of_behind};
use tollbook_terms::{Count, Effect};

use super::{Mention, Scene};
use crate::lexicon::HarmNoun;
use crate::phrase::date::is_time;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const OF: Rule = Rule {
    name: "effect.noun.deed",
    says: "Who stands behind \"the killing of\", \"the death on Monday of\" or \"the arrest of\" is harmed.",
    must: &[
        (
            "The killing in Ostra of two nuns and a cook was condemned.",
            "killed 2 cleric; killed 1 worker",
        ),
        (
            "The killing of two nuns shocked the town.",
            "killed 2 cleric",
        ),
        (
            "The arrest of two nuns and of nine cooks was condemned.",
            "detained 2 cleric; detained 9 worker",
        ),
        (
            "The kidnapping last month of two bankers was condemned.",
            "abducted 2 worker",
        ),
        (
            "The kidnapping and murder on 15 May of two nuns was condemned.",
            "killed 2 cleric; abducted 2 cleric",
        ),
        (
            "They condemned the murder committed by rebels against a judge.",
            "killed 1 official",
        ),
        (
            "The Front claimed the assassination of the mayor of Ostra.",
            "killed 1 official",
        ),
        (
            "The killers of two nuns were never found.",
            "killed 2 cleric",
        ),
        (
            "Police looked into the fatal shooting of a clerk.",
            "killed 1 worker",
        ),
        (
            "The shooting down of a plane was condemned.",
            "destroyed 1 aircraft",
        ),
        (
            "The eviction of 400 farmers was condemned.",
            "displaced 400 worker",
        ),
        (
            "The blast resulted in the death of a driver and his nurse.",
            "killed 1 worker; killed 1 medic",
        ),
        (
            "The murder of former minister and sitting lawmaker Arin Solt was condemned.",
            "killed 1 official",
        ),
    ],
    must_not: &[
        ("The killing of time is an art.", "time is nobody"),
        (
            "The judge issued a warrant for the arrest of two clerks.",
            "they are not arrested yet",
        ),
        (
            "He pleaded guilty to the attempted murder of a clerk.",
            "a charge, and nobody died",
        ),
        ("A reward for the arrest of two men.", "not yet"),
        (
            "Ten million was announced for the arrest of two rebels.",
            "they are not arrested yet",
        ),
    ],
};

pub(crate) const WHOSE: Rule = Rule {
    name: "effect.noun.whose_murder",
    says: "Whose murder, abduction or arrest is told is harmed, unless the deed is his own.",
    must: &[
        (
            "Crowds marched after the mayor's assassination.",
            "killed 1 official",
        ),
        (
            "Police investigate a clerk's stabbing death.",
            "killed 1 worker",
        ),
        ("The six nuns' murder shocked the town.", "killed 6 cleric"),
    ],
    must_not: &[
        (
            "The army's killing of time was condemned.",
            "the army is the doer",
        ),
        (
            "They were in Solt's detention centres.",
            "the centres are his",
        ),
    ],
};

pub(crate) const SEVERAL: Rule = Rule {
    name: "effect.noun.double_murder",
    says: "A double, triple or quadruple murder kills two, three or four.",
    must: &[("A triple murder shocked the town.", "killed 3")],
    must_not: &[(
        "A double murder suspect was freed.",
        "the noun is that of the suspect",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&OF, &WHOSE, &SEVERAL];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        if let Some(effect) = deed_of_two(text, at) {
            of(scene, found, at, at + 2, effect);
            continue;
        }
        let Some(effect) = deed(text, at) else {
            if is_killer(text.lower_at(at)) && !scene.killed {
                killer(scene, found, at);
            }
            continue;
        };
        if effect == Effect::Killed {
            several(scene, found, at);
        }
        let sought = matches!(effect, Effect::Detained | Effect::Displaced);
        if is_charge(scene, at) || sought && is_wanted(scene, at) {
            continue;
        }
        let fatal = at > scene.sentence.start
            && matches!(text.lower_at(at - 1), "fatal" | "deadly" | "lethal");
        let effect = match effect {
            Effect::Injured if fatal => Effect::Killed,
            effect => effect,
        };
        let sabotage = text.lower_at(at).starts_with("sabotag")
            && matches!(text.lower_at(at + 1), "against" | "on" | "to");
        if sabotage || text.lower_at(at + 1) == "to" && text.lower_at(at).starts_with("injur") {
            of(scene, found, at, at + 1, effect);
        } else if let Some(of_at) = of_behind(scene, at) {
            of(scene, found, at, of_at, effect);
        } else {
            whose(scene, found, at, effect);
        }
    }
}

/// What the noun of a deed does to whom it befalls: "murder", "fatal shooting".
fn deed(text: &crate::text::Text<'_>, at: usize) -> Option<Effect> {
    let fatal = at > 0 && matches!(text.lower_at(at - 1), "fatal" | "deadly" | "lethal");
    match text.tokens[at].word.noun {
        Some(HarmNoun::Deed(effect) | HarmNoun::Figure(effect)) => Some(effect),
        _ if fatal && text.lower_at(at) == "shooting" => Some(Effect::Killed),
        _ => None,
    }
}

/// What a deed told by a verb and its other word does: "the shooting down of", "the taking hostage of".
fn deed_of_two(text: &crate::text::Text<'_>, at: usize) -> Option<Effect> {
    if text.lower_at(at + 2) != "of" {
        return None;
    }
    match (text.lower_at(at), text.lower_at(at + 1)) {
        ("shooting" | "bringing", "down") | ("blowing", "up") | ("burning", "down") => {
            Some(Effect::Destroyed)
        }
        ("taking", "hostage") => Some(Effect::Abducted),
        ("shooting", "dead") | ("gunning", "down") => Some(Effect::Killed),
        _ => None,
    }
}

/// "A double murder": how many it befell.
fn several(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let many = match at
        .checked_sub(1)
        .map_or("", |before| scene.text.lower_at(before))
    {
        "double" | "twin" => 2,
        "triple" => 3,
        "quadruple" => 4,
        "quintuple" => 5,
        _ => return,
    };
    let inside = |p: &crate::phrase::noun::Phrase| p.start <= at && at < p.end;
    let Some(phrase) = scene.phrases.iter().position(inside) else {
        return;
    };
    // "the double murder": told of before.
    if scene.killed && scene.text.lower_at(scene.phrases[phrase].start) == "the" {
        return;
    }
    if scene.phrases[phrase].head == at && !found.iter().any(|m| m.phrase == phrase) {
        found.push(Mention {
            effect: Effect::Killed,
            phrase,
            count: Count::exact(many),
            trigger: at,
            quote: (scene.phrases[phrase].start, at + 1),
            agent: None,
            part_of: None,
            partitive: false,
            rule: SEVERAL.name,
        });
    }
}

/// "the killers of two nuns", "Solt's murderer": a death, where none is told of yet.
fn killer(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    if found.iter().any(|m| m.effect == Effect::Killed) {
        return;
    }
    if scene.text.lower_at(at + 1) == "of" {
        of(scene, found, at, at + 1, Effect::Killed);
    } else {
        whose(scene, found, at, Effect::Killed);
    }
}

/// Nouns for who has killed.
pub(crate) fn is_killer(lower: &str) -> bool {
    matches!(
        lower,
        "killer"
            | "killers"
            | "murderer"
            | "murderers"
            | "assassin"
            | "assassins"
            | "slayer"
            | "slayers"
    )
}

/// "attempted murder of", "two counts of rape of", "risk of injury to": what a court has to judge.
fn is_charge(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let before = |back: usize| {
        at.checked_sub(back)
            .filter(|i| *i >= scene.sentence.start)
            .map_or("", |i| text.lower_at(i))
    };
    before(1) == "attempted"
        || (2..5).any(|back| {
            before(back - 1) == "of" && matches!(before(back), "count" | "counts" | "risk")
        })
}

/// "the killing of two nuns", "injuries to 12 people".
fn of(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, of: usize, effect: Effect) {
    let text = scene.text;
    let mut victims = scene.objects(of + 1);
    // "The murder of two nuns and a cook was condemned": the verb is that of the murder.
    let all = scene.list(of + 1, true);
    let joined = |p: &usize| {
        let phrase = &scene.phrases[*p];
        text.lower_at(phrase.start - 1) != ","
            && (!text.upper
                || phrase.is_described()
                || scene.is_person(*p)
                || phrase.what == What::People)
    };
    if all.iter().skip(victims.len()).all(joined) {
        victims = all;
    }
    // "the arrest of two priests and of four nuns"
    let next = victims.last().map(|last| scene.behind_member(*last).0);
    let next = next.map(|end| end + usize::from(text.lower_at(end) == ","));
    if let Some(and) = next.filter(|and| text.says(*and, &["and", "of"])) {
        self::of(scene, found, at, and + 1, effect);
    }
    let many = victims.len() > 1;
    for victim in victims {
        let phrase = &scene.phrases[victim];
        let named = phrase.what == What::Name && phrase.name.is_some();
        let own = phrase.what == What::People
            && matches!(
                text.lower_at(phrase.start),
                "his" | "her" | "their" | "its" | "my" | "our"
            );
        let counted = phrase.quantity.is_some_and(|q| !q.none) || own;
        let known = text.lower_at(phrase.start) == "the";
        let vague = phrase.plural
            && (phrase.what == What::People || phrase.what == What::Objects && !known);
        let titled = phrase.what == What::People
            && (!phrase.names.is_empty()
                // "former police chief Holm": one person by his office.
                || matches!(
                    text.lower_at(phrase.start),
                    "former" | "late" | "deputy" | "acting"
                )
                || many && text.lower_at(phrase.start) == "the");
        // "claimed the assassination of the mayor": nobody was said to be killed before.
        let new = effect == Effect::Killed
            && !scene.killed
            && phrase.what == What::People
            && phrase.count() == Some(Count::exact(1))
            && !phrase.categories.is_empty();
        // "the stabbing of roommate": a headline.
        let bare = phrase.what == What::People && !phrase.plural && phrase.start == phrase.head;
        let titled = titled || new || bare;
        let fits = effect.on_people() == phrase.is_people();
        if fits && (named || counted || vague || titled) {
            scene.tell(found, effect, victim, at, None, OF.name);
        }
    }
}

/// How somebody died, before "death": "stabbing", "hit-and-run".
fn is_how(lower: &str) -> bool {
    matches!(
        lower,
        "shooting"
            | "stabbing"
            | "beating"
            | "drowning"
            | "overdose"
            | "crash"
            | "gunshot"
            | "hit"
            | "and"
            | "run"
            | "-"
            | "fatal"
            | "violent"
            | "brutal"
            | "bludgeoning"
            | "strangulation"
            | "suspected"
            | "alleged"
    )
}

/// "shooting death": a death by violence or accident.
fn is_violent_death(text: &crate::text::Text<'_>, at: usize) -> bool {
    text.lower_at(at) == "death" && at > 0 && is_how(text.lower_at(at - 1))
}

/// "the mayor's assassination", "Holm's arrest".
fn whose(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, effect: Effect) {
    let text = scene.text;
    let deed = matches!(
        text.lower_at(at),
        "murder"
            | "killing"
            | "assassination"
            | "slaying"
            | "execution"
            | "lynching"
            | "abduction"
            | "kidnapping"
            | "arrest"
            | "detention"
            | "capture"
            | "disappearance"
            | "rape"
    ) || is_violent_death(text, at)
        || is_killer(text.lower_at(at))
        || text.lower_at(at) == "death"
            && !scene.killed
            && !found.iter().any(|m| m.effect == Effect::Killed);
    // "Holm's detention centres": the centres are his.
    let compound = || {
        text.tag_at(at + 1).is_some_and(Tag::is_noun)
            && !is_time(text.lower_at(at + 1))
            && scene
                .phrases
                .iter()
                .any(|p| p.start <= at + 1 && at + 1 < p.end)
    };
    // "a teen's shooting death": the owner stands before what says how.
    let first = (at.saturating_sub(5)..at)
        .rev()
        .take_while(|i| is_how(text.lower_at(*i)))
        .last()
        .unwrap_or(at);
    let Some(owner) = first
        .checked_sub(1)
        .filter(|i| {
            // "the teen's shooting death" is not what the teen is shooting.
            let mark = text.tag_at(*i) == Some(Tag::POS)
                || first < at && matches!(text.lower_at(*i), "'s" | "’s");
            deed && *i > scene.sentence.start && mark && !compound()
        })
        .and_then(|mark| {
            scene
                .phrases
                .iter()
                .position(|p| p.start < mark && mark <= p.end + 1)
        })
    else {
        return;
    };
    // "a reward for his capture", "demanded Holm's arrest": not yet.
    if is_wanted(scene, at) {
        return;
    }
    let phrase = &scene.phrases[owner];
    let one = phrase.what == What::Name && phrase.name.is_some()
        || phrase.what == What::People && !phrase.plural;
    // "the six priests' murder"
    let counted = phrase.what == What::People
        && phrase.quantity.is_some_and(|q| !q.none && !q.article)
        && !matches!(text.lower_at(at), "arrest" | "capture");
    if one || counted {
        scene.tell(found, effect, owner, at, None, WHOSE.name);
    }
}
