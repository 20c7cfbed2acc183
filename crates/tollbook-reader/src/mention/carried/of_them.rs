//! Who some of the harmed were: "two of them were brothers", "of the dead, three were nurses".

use tollbook_terms::Effect;

use super::super::{Mention, Scene};
use super::OF_THEM;
use super::number::is_number;
use crate::lexicon::HarmNoun;
use crate::phrase::noun::What;
use crate::tag::Tag;

/// The effect that "of the dead," or "of the 12 wounded," before phrase `at` names.
pub(super) fn of_the_harmed(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let comma = scene.phrases[at]
        .start
        .checked_sub(1)
        .filter(|i| *i > scene.sentence.start && text.lower_at(*i) == ",")?;
    let of = (scene.sentence.start..comma)
        .rev()
        .take(10)
        .find(|i| text.lower_at(*i) == "of")?;
    let opens =
        of == scene.sentence.start || matches!(text.lower_at(of - 1), "," | ";" | ":" | "and");
    // "of the dead", "of the 41 people hurt in the riots"
    let harmed = (of + 1..comma)
        .take_while(|i| *i + 1 == comma || !matches!(text.lower_at(*i), "in" | "by" | "on"))
        .last()?;
    let word = text.word_at(harmed)?;
    let effect = match word.noun {
        Some(HarmNoun::Figure(effect)) => Some(effect),
        _ if text.lower_at(harmed) == "victims" => Some(Effect::Killed),
        _ => word.state.or(word.verb.map(|verb| verb.effect)),
    };
    effect.filter(|effect| opens && effect.on_people())
}

/// "The rebels, three of whom were women, fled": of those told right before the comma, whom nobody is said
/// to have harmed.
pub(super) fn of_the_unharmed(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let of_whom = phrase.end > phrase.start && text.lower_at(phrase.end - 1) == "whom";
    let whole = of_whom
        .then(|| scene.phrase_ending(phrase.start.checked_sub(1)?))
        .flatten();
    whole.is_some_and(|whole| {
        let told = &scene.phrases[whole];
        told.what == What::People
            && told.harmed.is_none()
            && !matches!(
                text.lower_at(told.head),
                "victims" | "bodies" | "casualties"
            )
            && !found.iter().any(|m| m.phrase == whole)
    })
}

/// "Two of them were brothers", "three of those killed were women", "of these, eleven were women".
pub(super) fn of_them(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    // "Two were guards. The others were pilgrims."
    let the_rest = phrase.end == phrase.start + 2 && text.says(phrase.start, &["the", "others"]);
    if !the_rest && phrase.quantity.is_none_or(|q| q.none || q.article) {
        return false;
    }
    // "All three were residents of Selm" tells of no other number.
    if matches!(text.lower_at(phrase.start), "both" | "all") && is_number(scene, at) {
        return false;
    }
    // "Of these, eleven were women", "of whom eleven were women".
    let comma = usize::from(text.lower_at(phrase.start.wrapping_sub(1)) == ",");
    let behind_of = is_number(scene, at)
        && matches!(
            text.lower_at(phrase.start.wrapping_sub(1 + comma)),
            "these" | "those" | "them" | "whom"
        )
        && text.lower_at(phrase.start.wrapping_sub(2 + comma)) == "of";
    // "Four victims were identified as nurses."
    let victims = phrase.what == What::People
        && text.lower_at(phrase.head) == "victims"
        && phrase.quantity.is_some_and(|q| !q.definite && !q.more);
    let identified = (is_number(scene, at) || victims)
        && (phrase.end..phrase.end + 4).any(|i| matches!(text.lower_at(i), "identified" | "named"))
        && scene.is_aux_or_have(phrase.end);
    // "Two were guards, while the other four were pilgrims."
    let rest = (is_number(scene, at) || text.lower_at(phrase.head) == "others")
        && phrase.quantity.is_some_and(|q| q.more && q.definite);
    if identified {
        return true;
    }
    // "Four were women, two were children": a clause of its own.
    let opens = (is_number(scene, at) || victims)
        && (phrase.start == scene.sentence.start
            || matches!(
                text.lower_at(phrase.start - 1),
                // "He said 12 were soldiers."
                "," | ";" | "and" | "said" | "says" | "that"
            ));
    if !(phrase.partitive
        || behind_of
        || rest
        || the_rest
        || opens
        || is_number(scene, at) && of_the_harmed(scene, at).is_some())
    {
        return false;
    }
    // What follows says who they were.
    let mut i = phrase.end;
    if !scene.is_aux(i) {
        return false;
    }
    i += 1;
    while text.tag_at(i).is_some_and(Tag::is_adverb)
        || matches!(text.lower_at(i), "all" | "both" | "been")
    {
        i += 1;
    }
    if i >= scene.sentence.end {
        return false;
    }
    let who = scene.phrase_starting(i).is_some_and(|p| {
        matches!(scene.phrases[p].what, What::People)
            && scene.phrases[p].quantity.is_none_or(|q| q.article)
    });
    // "Of the 112 wounded, 27 were flown out."
    let of_the_wounded = is_number(scene, at)
        && of_the_harmed(scene, at) == Some(Effect::Injured)
        && text.tag_at(i) == Some(Tag::VBN)
        && !matches!(text.lower_at(i), "discharged" | "released" | "sent");
    who || of_the_wounded
        || matches!(
            text.lower_at(i),
            "from" | "aged" | "under" | "over" | "civilian" | "female" | "male" | "members"
        )
}

/// "Nine of them were guards and three pilgrims": those behind token `end`, told of by the verb before it.
pub(super) fn others_of_them(
    scene: &Scene<'_, '_>,
    found: &mut Vec<Mention>,
    effect: Effect,
    mut end: usize,
) {
    let text = scene.text;
    while matches!(text.lower_at(end), "and" | "," | ";")
        && let Some(next) = scene.phrase_starting(end + 1)
    {
        let phrase = &scene.phrases[next];
        let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
        let verbless = (phrase.end >= scene.sentence.end)
            || matches!(text.lower_at(phrase.end), "." | "," | ";" | "and");
        if phrase.what != What::People || !counted || !verbless {
            break;
        }
        end = phrase.end;
        if scene.tell(found, effect, next, phrase.head, None, OF_THEM.name)
            && let Some(last) = found.last_mut()
        {
            last.partitive = true;
        }
    }
}

/// The end of the phrase behind `end` that says who some of the harmed were.
pub(in super::super) fn who_they_were(scene: &Scene<'_, '_>, end: usize) -> usize {
    let near = end + 1..(end + 5).min(scene.sentence.end);
    near.into_iter()
        .find_map(|i| scene.phrase_starting(i))
        .filter(|who| scene.phrases[*who].what == What::People)
        .map_or(end, |who| scene.phrases[who].end)
}
