//! Those who stand apart from their verb of harm: "the men whom they shot", "a farmer, killed by a mine",
//! "killed in the blast were two boys".

use super::super::Scene;
use super::victims::is_ago;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const RELATIVE: Rule = Rule {
    name: "effect.verb.relative",
    says: "Who or what stands before a clause with a subject and a verb of harm that takes nobody is harmed: \"the men \
           whom they shot\", \"the bridge the rebels blew up\".",
    must: &[
        (
            "They freed two nurses whom the rebels had kidnapped.",
            "abducted 2 medic",
        ),
        (
            "The rebels freed two nurses they had kidnapped in May.",
            "abducted 2 medic",
        ),
        (
            "The 14 villagers rebels killed on Monday were unarmed.",
            "killed 14 civilian",
        ),
        (
            "The mayor, who police say two men shot dead on Friday, was buried.",
            "killed 1 official",
        ),
        (
            "The bridge the rebels destroyed on Sunday was old.",
            "destroyed 1 infrastructure",
        ),
        (
            "The man police shot dead on Sunday was unarmed.",
            "killed 1 man",
        ),
    ],
    must_not: &[
        (
            "He told reporters that soldiers killed two nurses.",
            "the reporters are told of it",
        ),
        (
            "Three police officers killed in Ostra",
            "they are officers of the police",
        ),
        (
            "In the market the soldiers killed two nurses.",
            "the market is where",
        ),
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

/// Who or what the clause of the verb group at `group` is told of, whose own subject stands before the verb: "the men
/// whom they shot", "three nurses the rebels had kidnapped", "a guard who police say two men shot".
pub(in crate::mention) fn relative(scene: &Scene<'_, '_>, group: usize) -> Option<Vec<usize>> {
    let text = scene.text;
    let first = scene.sentence.start;
    let adverb = |i: usize| i > first && text.tag_at(i - 1).is_some_and(Tag::is_adverb);
    let edge = group - usize::from(adverb(group));
    let subject = scene.phrase_ending(edge)?;
    let start = scene.phrases[subject].start;
    let link = start.checked_sub(1).filter(|i| *i >= first)?;
    // "the guard, who police say the brothers shot dead"
    let said = text.word_at(link).is_some_and(|word| word.speech.is_some())
        || matches!(
            text.lower_at(link),
            "believe" | "believes" | "suspect" | "think"
        );
    let who = (link.saturating_sub(4).max(first)..link)
        .rev()
        .find(|i| said && text.lower_at(*i) == "who");
    // "that soldiers": taken for "that man".
    let link = match text.lower_at(start) {
        "that" => start,
        _ => who.unwrap_or(link),
    };
    let word = text.lower_at(link);
    if who.is_none() && !matches!(word, "whom" | "that" | "which") {
        return taken_before(scene, subject);
    }
    let end = link - usize::from(link > first && text.lower_at(link - 1) == ",");
    let antecedent = scene.phrase_ending(end)?;
    let fits = match scene.phrases[antecedent].what {
        What::People | What::Name => word != "which",
        What::Objects => !word.starts_with("who"),
        _ => false,
    };
    fits.then(|| scene.joined_left(antecedent))
}

/// Who or what stands right before the phrase `subject`, with no word between: "the men they killed", "the bridge the
/// rebels blew up".
fn taken_before(scene: &Scene<'_, '_>, subject: usize) -> Option<Vec<usize>> {
    let text = scene.text;
    let doer = &scene.phrases[subject];
    let antecedent = scene.phrase_ending(doer.start)?;
    let taken = &scene.phrases[antecedent];
    let pronoun = doer.what == What::Pronoun
        && matches!(
            text.lower_at(doer.start),
            "they" | "he" | "she" | "it" | "we" | "i"
        );
    let known = text.lower_at(doer.start) == "the" || doer.plural && doer.quantity.is_none();
    let place = taken.after.is_some_and(|i| {
        matches!(
            text.lower_at(i),
            "in" | "on" | "at" | "near" | "inside" | "outside"
        )
    });
    let told = taken.quantity.is_some()
        || matches!(
            text.lower_at(taken.start),
            "the" | "those" | "these" | "his" | "her" | "their" | "its"
        );
    let fits = matches!(taken.what, What::People | What::Objects)
        && !scene.is_date(antecedent)
        && told
        && (pronoun || known && !place)
        && matches!(
            doer.what,
            What::Pronoun | What::People | What::Name | What::Other | What::Objects
        );
    fits.then(|| scene.joined_left(antecedent))
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
    // "Girl, 3, shot dead in Ostra"
    let after = after
        + match (text.lower_at(after), text.lower_at(after + 1)) {
            ("dead", _) => 1,
            ("to", "death") | ("and", "killed") => 2,
            _ => 0,
        };
    let circumstance = dated
        || after >= scene.sentence.end
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
