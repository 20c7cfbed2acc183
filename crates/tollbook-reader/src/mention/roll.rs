//! Rolls of names: "the dead were named as ...", "Killed were: ...; ...; and ...".

use tollbook_terms::Effect;

use super::link::ROLES;
use super::{Mention, Scene, part};
use crate::lexicon::{Form, HarmNoun};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const NAMED_AS: Rule = Rule {
    name: "effect.roll.named_as",
    says: "Those as whom the dead, the wounded or the victims are named are harmed, as parts of those told before.",
    must: &[
        (
            "The bomb killed three people. The dead were named as Ines Barro, 34, and Tomas Velden, 19.",
            "killed 3; killed 1 part-of 3; killed 1 part-of 3",
        ),
        (
            "The bodies were identified as Ines Barro, a cook, and Tomas Velden.",
            "killed 1 worker; killed 1",
        ),
        (
            "The dead man was identified as Ines Barro of Ostra and a close associate of the mayor.",
            "killed 1",
        ),
        (
            "The dead were named as Ines Barro and Tomas Velden, both residents of Ostra.",
            "killed 1; killed 1",
        ),
    ],
    must_not: &[(
        "The winners were named as Ines Barro, 34, and Tomas Velden, 19.",
        "nobody is harmed",
    )],
};

pub(crate) const HEADED: Rule = Rule {
    name: "effect.roll.headed",
    says: "Who is listed behind \"killed were\", \"shot dead in Ostra:\" or \"wounded:\" is harmed.",
    must: &[
        (
            "Killed were: Ines Barro, 45, a baker; Tomas Velden, 40; and a driver.",
            "killed 1 worker; killed 1; killed 1 worker",
        ),
        (
            "Killed were: Ines Barro, 45, who ran a shop; Tomas Velden, 40; and two drivers.",
            "killed 1; killed 1; killed 2 worker",
        ),
    ],
    must_not: &[(
        "Elected were: Ines Barro, 45, a baker; and Tomas Velden, 40.",
        "nobody is harmed",
    )],
};

pub(crate) const WERE: Rule = Rule {
    name: "effect.roll.were",
    says: "Who \"the dead\", \"the wounded\" or \"the victims\" are said to be is harmed, as a part of those told before.",
    must: &[
        (
            "A bomb killed four people. The dead were a fireman, a pilot and two clerks.",
            "killed 4; killed 1 worker part-of 4; killed 1 part-of 4; killed 2 worker part-of 4",
        ),
        (
            "The dead were the driver and six others.",
            "killed 1 worker; killed 6",
        ),
        (
            "Those who were abducted are Ines Barro, 45, from Ostra; Tomas Velden, 40; and two cooks.",
            "abducted 1; abducted 1; abducted 2 worker",
        ),
    ],
    must_not: &[
        ("The guests were a fireman and a pilot.", "nobody is harmed"),
        (
            "A bomb killed nine people. One of those killed was Ines Barro.",
            "the one is told, and this is she",
        ),
    ],
};

pub(crate) const LABELLED: Rule = Rule {
    name: "effect.roll.labelled",
    says: "The number behind \"dead:\", \"fatalities:\" or \"the wounded numbered\" counts them.",
    must: &[
        ("Dead: 2; wounded: 9.", "killed 2; injured 9"),
        ("The dead numbered 40.", "killed 40"),
        ("Number of wounded: 12.", "injured 12"),
    ],
    must_not: &[
        ("Guests: 2; rooms: 9.", "nobody is harmed"),
        (
            "Casualties: 12 dead, 30 wounded.",
            "the number says itself what it counts",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&NAMED_AS, &HEADED, &WERE, &LABELLED];

/// Nouns that tell of somebody by where or to whom he belongs.
const BELONG: &[&str] = &[
    "aide",
    "associate",
    "confidant",
    "follower",
    "inhabitant",
    "leader",
    "member",
    "native",
    "resident",
    "supporter",
];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        labelled(scene, found, at);
        if scene.is_aux(at) {
            were(scene, found, at);
        }
        if !matches!(text.lower_at(at), "named" | "identified" | "names") {
            continue;
        }
        let limit = (at + 8).min(scene.sentence.end);
        let Some(as_at) = (at + 1..limit).find(|i| text.lower_at(*i) == "as") else {
            continue;
        };
        let effect =
            part::harmed_subject(scene, at).or_else(|| harmed_object(scene, at + 1, as_at));
        let Some(effect) = effect else { continue };
        for (nth, name) in listed(scene, as_at + 1).into_iter().enumerate() {
            if nth > 0 && only_says_more(scene, name) {
                continue;
            }
            if scene.tell(found, effect, name, at, None, NAMED_AS.name)
                && let Some(last) = found.last_mut()
            {
                last.partitive = true;
            }
        }
    }
    if let Some((effect, from)) = heading(scene)
        && found.iter().all(|m| scene.phrases[m.phrase].start >= from)
    {
        for name in listed(scene, from) {
            scene.tell(found, effect, name, scene.sentence.start, None, HEADED.name);
        }
    }
}

/// Whether the phrase only says more of somebody named before it: "identified as Arin Solt of Ostra, and a close
/// associate of the mayor", "Arin Solt and Ada Holm, residents of Ostra".
fn only_says_more(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    let head = scene.text.lower_at(phrase.head);
    let head = head.strip_suffix('s').unwrap_or(head);
    phrase.what == What::People
        && match phrase.quantity {
            Some(quantity) if quantity.article => BELONG.contains(&head),
            // "Arin Solt and Ada Holm, both residents of Ostra"
            Some(quantity) if !quantity.definite => false,
            _ => ROLES.contains(&head) && matches!(scene.text.lower_at(phrase.end), "of" | "for"),
        }
}

/// "The dead were a fireman and two clerks".
fn were(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    if !matches!(text.lower_at(at), "were" | "are" | "was" | "is") {
        return;
    }
    let first = |start: usize| {
        start == scene.sentence.start || matches!(text.lower_at(start - 1), "," | "that" | "said")
    };
    let opens = scene
        .phrase_ending(at)
        .is_some_and(|p| first(scene.phrases[p].start) && scene.phrases[p].quantity.is_none());
    let those = those_harmed(scene, at);
    if !opens && those.is_none() {
        return;
    }
    let listed = scene.objects(at + 1);
    let people = listed.first().is_some_and(|p| {
        let phrase = &scene.phrases[*p];
        phrase.start == at + 1
            && matches!(phrase.what, What::People | What::Name)
            // "All of them are residents of Ostra."
            && (phrase.quantity.is_some() || !only_says_more(scene, *p))
            && (phrase.what == What::Name
                || phrase.quantity.is_some_and(|q| !q.none)
                // "The dead were the driver and six others."
                || phrase.quantity.is_none() && listed.len() > 1)
    });
    let effect = those.or_else(|| part::harmed_subject(scene, at));
    let Some(effect) = effect.filter(|_| people) else {
        return;
    };
    for one in listed {
        if scene.tell(found, effect, one, at, None, WERE.name)
            && let Some(last) = found.last_mut()
        {
            last.partitive = true;
        }
    }
}

/// The harm of those before the verb at `at`: "those killed", "those who were abducted", "the man who died".
fn those_harmed(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let harm = at.checked_sub(1).filter(|i| *i > scene.sentence.start)?;
    let word = text.word_at(harm)?;
    let effect = word
        .state
        .or_else(|| word.verb.map(|verb| verb.effect))
        .filter(|effect| effect.on_people())?;
    let be = text.is_be(harm - 1) && text.lower_at(harm) != "died";
    let who = harm - 1 - usize::from(be);
    let related = matches!(text.lower_at(who), "who" | "whom");
    let those = who - usize::from(related);
    let person = || {
        scene
            .phrase_ending(those + 1)
            .is_some_and(|p| scene.phrases[p].what == What::People && related)
    };
    // "One of those killed was Arin Solt": the one is told, and this is he.
    let some = text.lower_at(those.wrapping_sub(1)) == "of";
    ((!be || related) && !some && (text.lower_at(those) == "those" || person())).then_some(effect)
}

/// "Dead: 2; wounded: 9", "Fatalities: 2", "the dead numbered 40".
fn labelled(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let numbered = matches!(
        text.lower_at(at + 1),
        ":" | "numbered" | "number" | "totalled" | "totaled"
    );
    let opens = at == scene.sentence.start
        || matches!(
            text.lower_at(at - 1),
            ";" | "," | "." | "the" | "of" | "civilians" | "soldiers" | "people"
        );
    let Some(number) = scene
        .phrase_starting(at + 2)
        .filter(|p| numbered && opens && scene.phrases[*p].what == What::Bare)
        // "Casualties: 12 dead, 30 wounded": the number says itself what it counts.
        .filter(|p| !found.iter().any(|m| m.phrase == *p))
    else {
        return;
    };
    let Some(word) = text.word_at(at) else { return };
    let effect = match (word.noun, text.lower_at(at)) {
        (Some(HarmNoun::Figure(effect)), _) => Some(effect),
        (_, "arrested" | "detained") => Some(Effect::Detained),
        _ => word.state,
    };
    if let Some(effect) = effect {
        scene.tell(found, effect, number, at, None, LABELLED.name);
    }
}

/// "named the dead as", "identified the victims as".
fn harmed_object(scene: &Scene<'_, '_>, from: usize, to: usize) -> Option<Effect> {
    let phrase = &scene.phrases[scene.phrase_starting(from)?];
    if phrase.end > to {
        return None;
    }
    match phrase.what {
        What::Harmed(effect) => Some(effect),
        What::People => match scene.text.lower_at(phrase.head) {
            "victim" | "victims" | "body" | "bodies" => Some(part::victims_harm(scene)),
            // "the dead men"
            _ => phrase.harmed.map(|(_, effect)| effect),
        },
        _ => None,
    }
}

/// A sentence that opens with a word of harm and then a colon or "were": its effect and where the roll
/// begins.
fn heading(scene: &Scene<'_, '_>) -> Option<(Effect, usize)> {
    let text = scene.text;
    let the = text.lower_at(scene.sentence.start) == "the";
    let start = scene.sentence.start + usize::from(the);
    let word = text.word_at(start)?;
    let participle = word
        .verb
        .filter(|verb| matches!(verb.form, Form::Ed | Form::Participle))
        .map(|verb| verb.effect);
    let effect = match text.lower_at(start) {
        "shot" if text.lower_at(start + 1) == "dead" => Effect::Killed,
        "victims" => Effect::Killed,
        _ => word.state.or(participle).filter(|e| e.on_people())?,
    };
    let limit = (start + 16).min(scene.sentence.end);
    match (start + 1..limit).find(|i| text.lower_at(*i) == ":") {
        Some(colon) => Some((effect, colon + 1)),
        None if matches!(text.lower_at(start + 1), "were" | "was") && !the => {
            Some((effect, start + 2))
        }
        None => None,
    }
}

/// The people of a roll that begins at token `from`: names, "their daughter Rana, 9", "a driver".
pub(super) fn listed(scene: &Scene<'_, '_>, from: usize) -> Vec<usize> {
    let text = scene.text;
    if (from..scene.sentence.end).any(|i| text.lower_at(i) == ";") {
        let mut listed = scene.list(from, true);
        listed.retain(|p| matches!(scene.phrases[*p].what, What::People | What::Name));
        return listed;
    }
    let mut people: Vec<usize> = Vec::new();
    // How many names may follow that only name those just counted: "two lodgers, Ayman and Asil".
    let mut names_due = 0;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        if phrase.start < from {
            continue;
        }
        let said = (phrase.end..phrase.end + 2)
            .any(|k| text.word_at(k).is_some_and(|word| word.speech.is_some()));
        if said || phrase.what == What::Pronoun {
            break;
        }
        let before = text.lower_at(phrase.start.wrapping_sub(1));
        let opens = phrase.start == from
            || matches!(before, "," | ":" | "and")
            || scene.link_before(phrase.start, true).is_some();
        if !opens || !matches!(phrase.what, What::People | What::Name) {
            continue;
        }
        if phrase.what == What::Name && phrase.categories.is_empty() && names_due > 0 {
            names_due -= 1;
            continue;
        }
        // "the mayor of Ostra, Arin Solt": he is named.
        let office = people.last().is_some_and(|last| {
            before == "," && scene.is_office(*last) && i <= last + 2 && scene.names(i, *last)
        });
        if office {
            continue;
        }
        let nameless = phrase.what == What::People && phrase.name.is_none();
        names_due = if nameless && text.lower_at(phrase.end) == "," {
            phrase.quantity.map_or(1, |q| q.count.low)
        } else {
            0
        };
        people.push(i);
    }
    people
}
