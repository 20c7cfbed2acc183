//! Those who stand apart from their verb of harm: "the men whom they shot", "a farmer, killed by a mine",
//! "killed in the blast were two boys".

use super::super::Scene;
use super::victims::is_ago;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const RELATIVE: Rule = Rule {
    name: "effect.verb.relative",
    says: "Who stands before \"whom\" or \"that\" is harmed by the verb of harm behind it.",
    must: &[(
        "They freed two nurses whom the rebels had kidnapped.",
        "abducted 2 medic",
    )],
    must_not: &[
        (
            "They met two nurses whom the rebels had kept waiting.",
            "waiting is no harm",
        ),
        (
            "She said on Monday that she killed nobody.",
            "a day is nobody",
        ),
    ],
};

pub(crate) const INVERTED: Rule = Rule {
    name: "effect.verb.inverted",
    says: "Who stands behind \"killed was\", \"also wounded were\" or \"shot dead in the raid were\" is harmed.",
    must: &[
        ("Also killed was a bodyguard.", "killed 1 security"),
        (
            "Wounded in the attack were two guards.",
            "injured 2 security",
        ),
    ],
    must_not: &[(
        "Killed in committee were two amendments.",
        "an amendment is nobody",
    )],
};

/// Those behind "were" where the participle opens the clause: "Killed in the blast were two boys".
pub(super) fn inverted(scene: &Scene<'_, '_>, group: usize) -> Option<Vec<usize>> {
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

/// The people before "whom" or "that", where the verb's own subject stands between: "the men whom they shot".
pub(super) fn relative(scene: &Scene<'_, '_>, group: usize) -> Option<Vec<usize>> {
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
pub(super) fn fronted(scene: &Scene<'_, '_>, group: usize, after: usize) -> Option<usize> {
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
