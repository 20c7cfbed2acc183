//! Torture and rape by nouns: "bodies with signs of torture", "nine rape victims", "twelve cases of rape".

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const SIGNS: Rule = Rule {
    name: "effect.noun.signs_of_torture",
    says: "Whoever or whose body is found with signs of torture was tortured.",
    must: &[
        (
            "Police found six bodies with signs of torture.",
            "killed 6; tortured 6",
        ),
        (
            "The bodies of two men, bound and bearing marks of torture, were found.",
            "killed 2 man; tortured 2 man",
        ),
    ],
    must_not: &[(
        "Police found six bodies without signs of torture.",
        "there were none",
    )],
};

pub(crate) const VICTIMS: Rule = Rule {
    name: "effect.noun.cases_of",
    says: "Counted victims or survivors of rape or torture, and counted cases of rape, torture, abduction or arrest, are people who suffered that.",
    must: &[
        ("The clinic treated nine rape victims.", "sexual_violence 9"),
        (
            "The mission documented 12 cases of sexual violence.",
            "sexual_violence 12 cumulative",
        ),
    ],
    must_not: &[
        (
            "The court heard 12 cases of fraud.",
            "fraud hurts nobody's body",
        ),
        ("The law speaks of rape victims.", "nobody is counted"),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&SIGNS, &VICTIMS];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    for at in scene.sentence.start..scene.sentence.end {
        if scene.text.lower_at(at) == "torture" {
            signs(scene, found, at);
        }
    }
    for at in 0..scene.phrases.len() {
        let phrase = &scene.phrases[at];
        let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
        if let Some(effect) = victims_of(scene, at).filter(|_| counted) {
            let count = phrase.count();
            let told = found.iter().any(|m| m.phrase == at);
            if let Some(count) = count.filter(|_| !told) {
                found.push(Mention {
                    effect,
                    phrase: at,
                    count,
                    trigger: phrase.head,
                    quote: (phrase.start, phrase.end),
                    agent: None,
                    part_of: None,
                    partitive: phrase.partitive,
                    rule: VICTIMS.name,
                });
            }
        }
    }
}

/// "with signs of torture", "showing visible marks of torture", where no verb has told it.
fn signs(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let marks = at >= scene.sentence.start + 3
        && text.lower_at(at - 1) == "of"
        && matches!(
            text.lower_at(at - 2),
            "signs" | "marks" | "traces" | "evidence" | "sign"
        );
    if !marks || found.iter().any(|m| m.effect == Effect::Tortured) {
        return;
    }
    let first = at.saturating_sub(6).max(scene.sentence.start);
    let Some(seen) = (first..at - 2).rev().find(|i| {
        matches!(
            text.lower_at(*i),
            "with" | "bearing" | "showing" | "bore" | "showed"
        )
    }) else {
        return;
    };
    // Those told of last before, past "bound and" and a comma.
    let before = |p: &usize| {
        let phrase = &scene.phrases[*p];
        phrase.end <= seen && phrase.end + 6 >= seen && phrase.what != What::Other
    };
    let Some(last) = (0..scene.phrases.len()).rev().find(before) else {
        return;
    };
    let between = (scene.phrases[last].end..seen).all(|i| {
        !text.tokens[i].tag.is_finite() && !matches!(text.lower_at(i), "in" | "at" | "by" | ";")
    });
    let people = matches!(
        scene.phrases[last].what,
        What::People | What::Name | What::Bare | What::Harmed(_)
    );
    if between && people {
        for one in scene.joined_left(last) {
            scene.tell(found, Effect::Tortured, one, at, None, SIGNS.name);
        }
    }
}

/// What befell the people that the phrase `at` counts: "rape victims", "cases of torture".
fn victims_of(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    match text.lower_at(phrase.head) {
        "victims" | "survivors" if phrase.head > phrase.start => {
            match text.lower_at(phrase.head - 1) {
                "rape" => Some(Effect::SexualViolence),
                "torture" => Some(Effect::Tortured),
                _ => None,
            }
        }
        "cases" if text.lower_at(phrase.end) == "of" => {
            let kind = (phrase.end + 1..phrase.end + 3)
                .find(|i| !matches!(text.lower_at(*i), "enforced" | "arbitrary" | "alleged"))?;
            match text.lower_at(kind) {
                "rape" => Some(Effect::SexualViolence),
                "sexual"
                    if matches!(
                        text.lower_at(kind + 1),
                        "violence" | "assault" | "abuse" | "slavery"
                    ) =>
                {
                    Some(Effect::SexualViolence)
                }
                "torture" => Some(Effect::Tortured),
                "abduction" | "abductions" | "kidnapping" | "kidnappings" => Some(Effect::Abducted),
                "disappearance" | "disappearances" => Some(Effect::Missing),
                "arrest" | "arrests" | "detention" => Some(Effect::Detained),
                _ => None,
            }
        }
        _ => None,
    }
}
