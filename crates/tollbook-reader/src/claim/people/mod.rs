//! Who the harmed are: the categories that a phrase and what is said of it give.

mod all;
mod body;
mod known;
mod report;

use all::ALL_NAMED;
pub(super) use all::all_named;
use known::{KNOWN, NAMED, STRUCK_DEAD};
pub(super) use known::{Known, name_first, struck_dead};
use report::{DRIVING, FOREIGN, OFFICERS};
pub(super) use report::{officers, settle};
use tollbook_terms::{Category, Effect};

use super::{Draft, Told};
use crate::mention::Mention;
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;

pub(super) const RULES: &[&Rule] = &[
    &KNOWN,
    &NAMED,
    &STRUCK_DEAD,
    &ALL_NAMED,
    &FOREIGN,
    &OFFICERS,
    &DRIVING,
];

/// Returns the categories of those a mention harms: by their own noun, else by the noun that says who they
/// were ("two of them children", "three of those killed were women"), the body they are members of or the
/// side that casualties are told of.
pub(super) fn categories(text: &Text<'_>, told: &Told, mention: &Mention) -> Vec<Category> {
    let at = mention.phrase;
    let phrase = &told.phrases[at];
    if mention.effect == Effect::Detained && is_suspect(text, phrase) {
        return Vec::new();
    }
    // "Displaced persons" says of them no more than the effect does.
    if mention.effect == Effect::Displaced
        && phrase.categories == [Category::Refugee]
        && matches!(text.lower_at(phrase.head), "person" | "persons" | "people")
    {
        return Vec::new();
    }
    if blows_up(text, told, mention) {
        return match text.lower_at(phrase.start) {
            "herself" => vec![Category::Woman, Category::Attacker],
            _ => vec![Category::Attacker],
        };
    }
    if let Some(category) = body::of_a_force(text, phrase) {
        return vec![category];
    }
    if body::helps(text, told, at) {
        return vec![Category::AidWorker];
    }
    if phrase.categories == [Category::Combatant] {
        if body::keeps_peace(text, told, at) {
            return vec![Category::Peacekeeper];
        }
        if body::serves_police(text, phrase) {
            return vec![Category::Police];
        }
    }
    if phrase.categories.is_empty()
        && let Some(category) =
            body::member_of(text, told, at).or_else(|| body::suffered_by(text, told, at))
    {
        return vec![category];
    }
    let number = phrase.what == What::Bare
        || phrase.partitive
        || text.lower_at(phrase.head) == "victims" && phrase.quantity.is_some();
    if !phrase.categories.is_empty() && !phrase.partitive || !number {
        return phrase.categories.clone();
    }
    said_of(text, told, at)
        .or_else(|| numbered(text, told, at))
        .unwrap_or_else(|| phrase.categories.clone())
}

/// "Two suspected rebels", "a second bomber": who is only suspected is, when arrested, nothing yet.
fn is_suspect(text: &Text<'_>, phrase: &Phrase) -> bool {
    (phrase.start..phrase.end).any(|i| {
        matches!(
            text.lower_at(i),
            "suspected" | "alleged" | "presumed" | "suspect" | "suspects" | "accused"
        )
    }) || matches!(
        text.lower_at(phrase.head),
        "bomber" | "bombers" | "attacker" | "attackers" | "assailant" | "assailants"
    )
}

/// "She blew herself up", "killing himself and five others" in a blast: who dies by his own bomb.
fn blows_up(text: &Text<'_>, told: &Told, mention: &Mention) -> bool {
    let own = matches!(
        text.lower_at(told.phrases[mention.phrase].start),
        "himself" | "herself" | "themselves"
    );
    own && mention.effect == Effect::Killed
        && (told.sentence.start..told.sentence.end).any(|i| {
            matches!(
                text.lower_at(i),
                "blew"
                    | "blows"
                    | "blown"
                    | "blowing"
                    | "detonated"
                    | "detonates"
                    | "detonating"
                    | "exploded"
                    | "explosives"
                    | "bomb"
                    | "bomber"
            )
        })
}

/// "Two of them children", "ten dead, all of them farmers", "three were women", "four victims were identified as
/// nurses": the noun behind a number.
fn said_of(text: &Text<'_>, told: &Told, at: usize) -> Option<Vec<Category>> {
    let phrase = &told.phrases[at];
    let mut i = phrase.end;
    let (mut all, mut apposed) = (false, false);
    while i < told.sentence.end
        && (matches!(
            text.lower_at(i),
            "were" | "was" | "are" | "is" | "being" | "also" | ","
        ) || text.tag_at(i).is_some_and(Tag::is_adverb)
            || matches!(
                text.lower_at(i),
                "all" | "both" | "been" | "identified" | "named" | "described"
            )
            // "rises to 23 as police kill a gunman" says nothing of the 23.
            || text.lower_at(i) == "as"
                && matches!(text.lower_at(i - 1), "identified" | "named" | "described")
            || all && matches!(text.lower_at(i), "of" | "them" | "whom")
            || i == phrase.end && text.word_at(i).is_some_and(|word| word.state.is_some()))
    {
        all |= matches!(text.lower_at(i), "all" | "both");
        apposed |= text.lower_at(i) == ",";
        i += 1;
    }
    if text.lower_at(i) == "civilian" {
        return Some(vec![Category::Civilian]);
    }
    let one = phrase.quantity.is_some_and(|q| q.count.high == Some(1));
    let who = told.phrases.iter().find(|p| p.start == i)?;
    let says = who.what == What::People
        && !who.categories.is_empty()
        && who.quantity.is_none_or(|q| q.article)
        && (all || !apposed || one && who.quantity.is_some());
    says.then(|| who.categories.clone())
}

/// "Brought to 17 the number of farmers killed", "the number of farmers killed rose to 17".
fn numbered(text: &Text<'_>, told: &Told, at: usize) -> Option<Vec<Category>> {
    let phrase = &told.phrases[at];
    let first = phrase.start.saturating_sub(14).max(told.sentence.start);
    let of = if text.says(phrase.end, &["the", "number", "of"]) {
        phrase.end + 2
    } else {
        (first..phrase.start).find(|i| text.says(*i, &["number", "of"]))? + 1
    };
    let who = told.phrases.iter().find(|p| p.start == of + 1)?;
    (who.what == What::People && who.plural && !who.categories.is_empty())
        .then(|| who.categories.clone())
}

/// Gives a bare number the categories of those counted before it in its sentence: "22 civilians were killed
/// and 10 wounded", "a soldier was killed and two others hurt".
pub(crate) fn carry(text: &Text<'_>, told: &Told, mentions: &[&Mention], drafts: &mut [Draft]) {
    for i in 1..mentions.len() {
        let mention = mentions[i];
        let phrase = &told.phrases[mention.phrase];
        let others = phrase.what == What::People && text.lower_at(phrase.head) == "others";
        let bare = phrase.what == What::Bare && !phrase.partitive;
        if !(bare || others) || !drafts[i].claim.categories.is_empty() || !side_by_side(mention) {
            continue;
        }
        let earlier = || {
            (0..i)
                .rev()
                .filter(|k| mentions[*k].phrase != mention.phrase)
        };
        let before = earlier()
            .find(|k| mentions[*k].part_of.is_none())
            .or_else(|| earlier().next());
        let Some(before) = before.filter(|k| side_by_side(mentions[*k])) else {
            continue;
        };
        let categories = drafts[before].claim.categories.clone();
        let of_a_side = categories.iter().all(|c| {
            matches!(
                c,
                Category::Civilian
                    | Category::Combatant
                    | Category::Police
                    | Category::Security
                    | Category::Detainee
            )
        });
        let closed = (told.phrases[mentions[before].phrase].end..phrase.start)
            .any(|k| matches!(text.lower_at(k), ";" | ":"));
        if of_a_side && !closed {
            drafts[i].claim.categories = categories;
        }
    }
}

/// Whether the mention is one of people killed, hurt or taken, as are told beside each other.
fn side_by_side(mention: &Mention) -> bool {
    matches!(
        mention.effect,
        Effect::Killed
            | Effect::Injured
            | Effect::Casualties
            | Effect::Missing
            | Effect::Detained
            | Effect::Abducted
    )
}
