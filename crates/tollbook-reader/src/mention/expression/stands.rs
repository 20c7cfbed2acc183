//! Where an expression is a verb, and who or what is harmed where it names nobody itself: a thing told before, the line
//! of a list, the counted people before it.

use super::super::Scene;
use crate::phrase::noun::What;
use crate::tag::Tag;

/// The thing that "it", "them" or "both" stands for behind the verb or its other words: "set them ablaze", "set
/// fire to it".
pub(super) fn thing_before(
    scene: &Scene<'_, '_>,
    at: usize,
    words: (usize, usize),
) -> Option<usize> {
    let text = scene.text;
    // "hit a pole, causing it to fall": the thing told last.
    if text.lower_at(at).starts_with("caus") {
        return None;
    }
    [at + 1, words.1]
        .into_iter()
        .filter(|i| *i < scene.sentence.end)
        .map(|i| text.lower_at(i))
        .find(|lower| matches!(*lower, "it" | "them" | "both"))
        .and_then(|pronoun| super::super::thing::stood_for(scene, at, pronoun))
}

/// What stands behind the other words of an expression, and behind the last of them said again: "fell on a school and on
/// two houses".
pub(super) fn all_behind(scene: &Scene<'_, '_>, from: usize) -> Vec<usize> {
    let text = scene.text;
    let mut all = scene.objects(from);
    let mut last = all.last().copied();
    while let Some(one) = last {
        let end = scene.phrases[one].end;
        let link = 1 + usize::from(text.lower_at(end) == "," && text.lower_at(end + 1) == "and");
        let goes_on = matches!(text.lower_at(end), "and" | ",")
            && text.lower_at(end + link) == text.lower_at(from - 1);
        last = None;
        if goes_on && end + link + 1 < scene.sentence.end {
            let more = scene.objects(end + link + 1);
            last = more.last().copied();
            all.extend(more);
        }
    }
    all
}

/// Who or what does it in "the blast that ripped through a church".
pub(super) fn before_that(scene: &Scene<'_, '_>, group: usize) -> Option<(usize, usize)> {
    let that = group
        .checked_sub(1)
        .filter(|i| matches!(scene.text.lower_at(*i), "that" | "which"))?;
    let phrase = &scene.phrases[scene.phrase_ending(that)?];
    Some((phrase.start, phrase.end))
}

/// "Arin Solt: theft and burglary, held in jail": whose line of a list it is.
pub(super) fn listed(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let colons = (scene.sentence.start..at)
        .rev()
        .filter(|i| scene.text.lower_at(*i) == ":");
    colons
        .filter_map(|colon| scene.phrase_ending(colon))
        .find(|p| scene.phrases[*p].what == What::Name && scene.phrases[*p].name.is_some())
}

/// "the 240 people carried off in October": counted people before a verb that takes nobody behind it.
pub(super) fn is_carried_off(scene: &Scene<'_, '_>, at: usize, words: (usize, usize)) -> bool {
    let text = scene.text;
    text.tag_at(at) == Some(Tag::VBD)
        && words.0 == at + 1
        && (words.1 >= scene.sentence.end
            || matches!(
                text.lower_at(words.1),
                "in" | "on"
                    | "from"
                    | "during"
                    | "by"
                    | "last"
                    | "."
                    | ","
                    | "as"
                    | "after"
                    | "near"
                    | "outside"
            ))
        && scene.phrase_ending(at).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            // "Detainee tortured to death"
            let headline = phrase.start == scene.sentence.start && phrase.quantity.is_none();
            phrase.what == What::People && (headline || phrase.quantity.is_some_and(|q| !q.article))
        })
}

/// "taken away by their comrades": carried off by those of one's own side.
pub(super) fn is_by_friends(scene: &Scene<'_, '_>, from: usize) -> bool {
    let text = scene.text;
    text.lower_at(from) == "by"
        && scene.phrase_starting(from + 1).is_some_and(|p| {
            matches!(
                text.lower_at(scene.phrases[p].head).trim_end_matches('s'),
                "comrade"
                    | "colleague"
                    | "associate"
                    | "accomplice"
                    | "companion"
                    | "friend"
                    | "relative"
                    | "parent"
                    | "family"
            )
        })
}

/// Whether the word is a verb; other words right behind show one that was taken for a name: "swept away".
pub(super) fn is_verb(scene: &Scene<'_, '_>, at: usize, words: (usize, usize)) -> bool {
    let text = scene.text;
    // "beating guards with batons"
    let takes = text.lower_at(at).ends_with("ing")
        && scene.phrase_starting(at + 1).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            phrase.what == What::People && (phrase.plural || phrase.quantity.is_some())
        });
    text.tag_at(at).is_some_and(Tag::is_verb)
        // "Man fatally shot in bar"
        || words.1 == at
            && (text.tag_at(at).is_some_and(Tag::is_adjective)
                || text.lower_at(words.0).ends_with("ly"))
        || takes
        // "Shelling Claims Lives of Six"
        || words.1 > words.0
            && words.0 == at + 1
            && (!text.capital_at(at) || words.1 > words.0 + 1)
}

/// Whether people without an article open the sentence and end at token `end`, as in a headline.
pub(super) fn is_opened(scene: &Scene<'_, '_>, end: usize) -> bool {
    scene.phrase_ending(end).is_some_and(|p| {
        let phrase = &scene.phrases[p];
        phrase.start == scene.sentence.start
            && phrase.what == What::People
            && phrase.quantity.is_none_or(|q| !q.article)
    })
}
