//! Nouns of deeds with those they befell: "the killing of two nuns", "the mayor's murder".

use tollbook_terms::{Count, Effect};

use super::{Mention, Scene};
use crate::lexicon::HarmNoun;
use crate::phrase::date::{is_day_or_month, is_time};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::token::Kind;

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
            "The blast resulted in the death of a driver and his nurse.",
            "killed 1 worker; killed 1 medic",
        ),
    ],
    must_not: &[
        ("The killing of time is an art.", "time is nobody"),
        (
            "He pleaded guilty to the attempted murder of a clerk.",
            "a charge, and nobody died",
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

pub(crate) const LOSS: Rule = Rule {
    name: "effect.noun.loss",
    says: "Counted fighters, kin and comrades behind \"the loss of\" are killed.",
    must: &[("The army confirmed the loss of two pilots.", "killed 2")],
    must_not: &[(
        "The firm confirmed the loss of two customers.",
        "they went elsewhere",
    )],
};

pub(crate) const FATE: Rule = Rule {
    name: "effect.noun.fate",
    says: "Counted people whose fate or whereabouts is unknown, and of whom there is no trace or word, are missing.",
    must: &[
        ("The fate of eight miners is unknown.", "missing 8 worker"),
        ("Nothing was heard of the three miners.", "missing 3 worker"),
        ("There was no trace of two pilots.", "missing 2"),
    ],
    must_not: &[
        ("The fate of the bill is unknown.", "a bill is nobody"),
        ("The fate of eight miners is known.", "they are found"),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&OF, &WHOSE, &LOSS, &FATE];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        if text.lower_at(at) == "of" {
            fate(scene, found, at);
            loss(scene, found, at);
        }
        let Some(HarmNoun::Deed(effect) | HarmNoun::Figure(effect)) = text.tokens[at].word.noun
        else {
            continue;
        };
        if is_charge(scene, at) {
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

/// The "of" behind the deed, past the day, the place and the doer: "the killing on Monday of", "the murder in
/// Ostra by gunmen of".
fn of_behind(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let text = scene.text;
    if text.lower_at(at + 1) == "of" {
        return Some(at + 1);
    }
    // "the abduction and murder on Monday of"
    let deed = |at: usize| {
        text.word_at(at)
            .is_some_and(|word| matches!(word.noun, Some(HarmNoun::Deed(_))))
    };
    if matches!(text.lower_at(at + 1), "and" | "or") && deed(at + 2) {
        return of_behind(scene, at + 2);
    }
    let mut end = at + 1;
    // "the murder committed by rebels against"
    let committed = matches!(text.lower_at(end), "committed" | "perpetrated");
    end += usize::from(committed);
    // "on 15 September of"
    let day = |i: usize| text.kind_at(i) == Some(Kind::Digits) || is_day_or_month(text.lower_at(i));
    if matches!(text.lower_at(end), "on" | "in") {
        let past = (end + 1..end + 5).find(|i| !day(*i));
        if let Some(past) = past.filter(|past| *past > end + 1 && text.lower_at(*past) == "of") {
            return Some(past);
        }
    }
    for _ in 0..3 {
        let preposition = matches!(
            text.lower_at(end),
            "on" | "in" | "earlier" | "at" | "near" | "by" | "outside"
        );
        let between = scene.phrase_starting(end + usize::from(preposition));
        let Some(between) = between.filter(|p| preposition || scene.is_date(*p)) else {
            break;
        };
        end = scene.phrases[between].end;
        if committed && text.lower_at(end) == "against" {
            return Some(end);
        }
        if text.lower_at(end) == "of" {
            // "the massacre in the slum of Velden": the name is that of the slum.
            let place = preposition
                && !scene.is_date(between)
                && !text.capital_at(scene.phrases[between].head)
                && scene
                    .phrase_starting(end + 1)
                    .is_some_and(|p| scene.phrases[p].what == What::Name);
            return (!place).then_some(end);
        }
    }
    None
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
            && (!text.upper || phrase.is_described() || phrase.what == What::People)
    };
    if all.iter().skip(victims.len()).all(joined) {
        victims = all;
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
                || by_office(text.lower_at(phrase.start))
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

/// "for the loss of 18 troops".
fn loss(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, of: usize) {
    if of == scene.sentence.start || !matches!(scene.text.lower_at(of - 1), "loss" | "losses") {
        return;
    }
    for lost in scene.objects(of + 1) {
        let phrase = &scene.phrases[lost];
        let counted = phrase.quantity.is_some_and(|q| !q.none);
        if counted && phrase.is_people() && super::expression::is_own(scene, lost) {
            scene.tell(found, Effect::Killed, lost, of - 1, None, LOSS.name);
        }
    }
}

/// "the fate of eight sailors is unknown", "nothing has been heard of them", "no trace of the pilot".
fn fate(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, of: usize) {
    let text = scene.text;
    let Some(noun) = of.checked_sub(1).filter(|i| *i >= scene.sentence.start) else {
        return;
    };
    let before = |words: &[&str]| {
        (noun.saturating_sub(5).max(scene.sentence.start)..noun)
            .any(|i| words.contains(&text.lower_at(i)))
    };
    let people = scene.objects(of + 1);
    let Some(last) = people.last().map(|p| scene.phrases[*p].end) else {
        return;
    };
    let unknown = (last..(last + 8).min(scene.sentence.end))
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "."))
        .any(|i| {
            matches!(text.lower_at(i), "unknown" | "unclear" | "uncertain")
                || text.says(i, &["not", "known"])
        });
    let missed = match text.lower_at(noun) {
        "fate" | "whereabouts" => unknown,
        "heard" | "seen" => before(&["nothing"]),
        "trace" | "word" | "sign" | "news" => before(&["no", "without"]),
        _ => false,
    };
    if !missed {
        return;
    }
    for one in people {
        let phrase = &scene.phrases[one];
        let new =
            phrase.what == What::People && phrase.quantity.is_some_and(|q| !q.article && !q.none);
        if new {
            scene.tell(found, Effect::Missing, one, noun, None, FATE.name);
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

/// "former police chief Holm", "its leader": one person by his office.
fn by_office(lower: &str) -> bool {
    matches!(lower, "former" | "late" | "deputy" | "acting")
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
    ) || is_violent_death(text, at);
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
    let wished = (at.saturating_sub(8).max(scene.sentence.start)..at).any(|i| {
        matches!(
            text.lower_at(i),
            "reward"
                | "bounty"
                | "warrant"
                | "demand"
                | "demanded"
                | "demanding"
                | "ordered"
                | "sought"
                | "seeking"
        )
    });
    if wished {
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
