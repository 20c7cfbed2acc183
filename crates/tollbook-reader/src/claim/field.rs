//! The fields that a sentence gives: scope, modality, cause, means, dates, places, perpetrator.

use tollbook_terms::{Cause, Effect, Means, Modality, Place};

use super::when::is_deed;
use super::{Named, Told, place};
use crate::lexicon::{Lexicon, MeansWord, Speech};
use crate::mention::Mention;
use crate::phrase::noun::{Phrase, What};
use crate::place::{PlaceKind, PlaceMention};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

pub(crate) const MODALITY: Rule = Rule {
    name: "modality.words",
    says: "Words of doubt, denial, fear or condition beside the harm say how the report holds it.",
    must: &[
        (
            "Two guards were reportedly killed.",
            "killed 2 security alleged",
        ),
        (
            "The attack could kill hundreds of people.",
            "killed 200.. hypothetical",
        ),
        (
            "The army denied that it had killed 41 villagers.",
            "killed 41 civilian denied",
        ),
    ],
    must_not: &[(
        "Two guards were killed, the army said.",
        "plain attribution is no doubt",
    )],
};

pub(crate) const COUNT: Rule = Rule {
    name: "count.phrase",
    says: "The number beside a noun counts it, as its words bind it; an article or a name counts one.",
    must: &[
        ("At least 20 people were killed.", "killed 20+"),
        ("Between 10 and 15 people were wounded.", "injured 10-15"),
        ("A nurse was killed.", "killed 1 medic"),
    ],
    must_not: &[(
        "The 20 km road was closed after 20 years.",
        "neither kilometres nor years are people",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&MODALITY, &COUNT];

/// A value by the token that says it.
pub(crate) type At<Value> = (usize, Value);

/// Returns how the report holds the claim.
pub(crate) fn modality(text: &Text<'_>, told: &Told, mention: &Mention) -> Modality {
    let (start, end) = (told.sentence.start, told.sentence.end);
    let phrase = &told.phrases[mention.phrase];
    let first = phrase.start.min(mention.trigger);
    // The clause begins behind the last comma, semicolon or "and" with a verb of its own.
    let clause = (start..first)
        .rev()
        .find(|i| matches!(text.lower_at(*i), ";" | ":"))
        .map_or(start, |i| i + 1);
    let near = first.saturating_sub(12).max(clause);
    let last = (phrase.end.max(mention.trigger + 1) + 2).min(end);
    let denied = (clause..first).any(|i| {
        text.word_at(i)
            .is_some_and(|w| w.speech == Some(Speech::Deny))
    }) && !(clause..first).any(|i| text.says(i, &["denied", "responsibility"]));
    let untrue = (mention.trigger..end).any(|i| matches!(text.lower_at(i), "untrue" | "baseless"));
    if denied || untrue {
        return Modality::Denied;
    }
    // In a drill the "wounded" stand in quotation marks.
    let quote = |i: usize| matches!(text.lower_at(i), "\"" | "“" | "”");
    let staged = |i: usize| {
        matches!(
            text.lower_at(i),
            "exercise" | "exercises" | "drill" | "drills" | "simulation" | "rehearsal"
        )
    };
    if quote(mention.trigger.wrapping_sub(1))
        && quote(mention.trigger + 1)
        && (start..end).any(staged)
    {
        return Modality::Hypothetical;
    }
    // "They foiled a plot to kill a judge, and arrested three men": the verb behind "and" is its own.
    let own_verb = text.tag_at(mention.trigger) == Some(Tag::VBD)
        && mention.trigger > start
        && text.lower_at(mention.trigger - 1) == "and";
    let mut hedge = Modality::Asserted;
    for i in near..last {
        let lower = text.lower_at(i);
        match lower {
            "reportedly" | "allegedly" | "unconfirmed" | "alleged" | "apparently" | "suspected"
                if i < last =>
            {
                hedge = Modality::Alleged
            }
            "anyone" | "anybody" | "whoever" if i < mention.trigger && phrase.start > i => {
                return Modality::Hypothetical;
            }
            "feared" | "fears" | "fear" | "presumed" => return Modality::Feared,
            "claimed" | "claims" | "claim"
                if i < first
                    && !matches!(
                        text.lower_at(i + 1),
                        "the" | "responsibility" | "by" | "at" | "more" | "over" | "some" | "about"
                    ) =>
            {
                hedge = Modality::Alleged;
            }
            "could" | "would" | "might" | "threatened" | "threatening" | "threatens" | "vowed"
            | "plotting" | "planned" | "planning" | "plans" | "plot" | "plan" | "if" | "unless"
            | "attempt" | "attempted" | "trying" | "tried" | "warned" | "exercise" | "drill"
            | "film" | "novel" | "wants" | "intended" | "conspiring"
                if i < mention.trigger && !own_verb =>
            {
                return Modality::Hypothetical;
            }
            "may" if i < mention.trigger && text.tag_at(i) == Some(Tag::MD) => {
                return if text.lower_at(i + 1) == "have" {
                    Modality::Feared
                } else {
                    Modality::Hypothetical
                };
            }
            "will" | "should" | "must" | "can"
                if i < mention.trigger
                    && i + 5 > mention.trigger
                    && text.tag_at(i) == Some(Tag::MD) =>
            {
                return Modality::Hypothetical;
            }
            "to" if i + 1 == mention.trigger
                && i < first
                && text.tag_at(mention.trigger) == Some(Tag::VB) =>
            {
                return Modality::Hypothetical;
            }
            // "has not been seen since" is no denial.
            "not" | "n't" | "n’t" | "never"
                if i < mention.trigger
                    && mention.effect != Effect::Missing
                    && i + 3 >= mention.trigger
                    && phrase.end <= mention.trigger =>
            {
                return Modality::Negated;
            }
            _ => {}
        }
    }
    hedge
}

/// Returns the cause that the sentence names, if it names one.
pub(crate) fn cause(told: &Told, mention: &Mention) -> Option<Cause> {
    if mention.agent.is_some() && !told.causes.is_empty() && !told.means.is_empty() {
        return None;
    }
    let nearest = told
        .causes
        .iter()
        .min_by_key(|(at, _)| at.abs_diff(mention.trigger))?;
    let violent = told
        .means
        .iter()
        .any(|(at, _)| at.abs_diff(mention.trigger) < nearest.0.abs_diff(mention.trigger));
    (!violent).then_some(nearest.1)
}

/// Returns the words of means and of causes in the sentence, by their token.
pub(crate) fn means(
    text: &Text<'_>,
    sentence: &Sentence,
    lexicon: &Lexicon,
) -> (Vec<At<Means>>, Vec<At<Cause>>) {
    let (mut means, mut causes) = (Vec::new(), Vec::new());
    let mut at = sentence.start;
    while at < sentence.end {
        let mut width = 0;
        for length in (1..=3).rev() {
            if at + length > sentence.end {
                continue;
            }
            if let Some(meaning) = lexicon.means.get(text.lower_span(at, at + length)) {
                match meaning {
                    MeansWord::Means(value) => means.push((at, *value)),
                    MeansWord::Cause(value) => causes.push((at, *value)),
                }
                width = length;
                break;
            }
        }
        at += width.max(1);
    }
    let has = |value: Means| means.iter().any(|(_, m)| *m == value);
    // The narrower word says it: a suicide bomb is no second means beside its blast.
    if has(Means::SuicideBomb)
        || has(Means::Airstrike)
        || has(Means::Missile)
        || has(Means::Artillery)
        || has(Means::Drone)
        || has(Means::Mine)
    {
        means.retain(|(_, m)| *m != Means::Bomb);
    }
    // "the accidental explosion of a depot" is no bomb.
    means.retain(|(at, m)| {
        let accident = |(cause, value): &(usize, Cause)| {
            *value == Cause::Accident && *cause < *at && *at - *cause <= 2
        };
        *m != Means::Bomb || !causes.iter().any(accident)
    });
    (means, causes)
}

/// Returns the places that the sentence names, with their prepositions and their inner words.
pub(crate) fn places(
    text: &Text<'_>,
    phrases: &[Phrase],
    found: &[PlaceMention<'_>],
    kinds: &[(usize, usize, PlaceKind)],
) -> Vec<Named> {
    let mut places = Vec::new();
    for (mention, (start, end, kind)) in found.iter().zip(kinds) {
        let phrase = phrases.iter().find(|p| p.start <= *start && *end <= p.end);
        let country = mention.country.map(str::to_owned);
        let located = phrase
            .is_none_or(|p| matches!(p.what, What::Other | What::Name | What::Objects))
            && *kind != PlaceKind::Demonym;
        if !located {
            places.push(Named {
                at: *start,
                name: String::new(),
                country,
            });
            continue;
        }
        let prepositional = phrase.map_or(*start, |p| p.start);
        let before = prepositional
            .checked_sub(1)
            .map_or("", |i| text.lower_at(i));
        let in_place = matches!(
            before,
            "in" | "at"
                | "near"
                | "on"
                | "of"
                | "outside"
                | "across"
                | "around"
                | "from"
                | "to"
                | "into"
                | "inside"
                | "over"
                | "between"
                | "and"
                | "throughout"
                | "'s"
                | "within"
                | "through"
        ) || before == ","
            && prepositional
                .checked_sub(2)
                .is_some_and(|i| text.tag_at(i).is_some_and(Tag::is_name));
        // "in Velmora's missile attack on Selm": whose attack it is, not where.
        let owner = matches!(text.lower_at(*end), "'s" | "’s" | "'" | "’")
            && phrase.is_some_and(|p| p.head >= *end && is_deed(text.lower_at(p.head)));
        if owner {
            continue;
        }
        let (from, to) = phrase
            .filter(|p| matches!(p.what, What::Other | What::Objects) && p.head >= *start)
            .map_or((*start, *end), |p| (p.start, p.end));
        let from = if matches!(text.lower_at(from), "the" | "a" | "an" | "its" | "their")
            && from + 1 < to
        {
            from + 1
        } else {
            from
        };
        let name = if in_place {
            text.span(from, to).to_owned()
        } else {
            String::new()
        };
        places.push(Named {
            at: *start,
            name,
            country,
        });
    }
    // A name behind "in" or "near" that no table knows.
    for phrase in phrases {
        let Some(before) = phrase.after else { continue };
        let local = matches!(
            text.lower_at(before),
            "in" | "at" | "near" | "outside" | "around"
        );
        let known = kinds
            .iter()
            .any(|(start, end, _)| phrase.start < *end && *start < phrase.end);
        let name = phrase.name.is_some()
            && phrase.age.is_none()
            && text.tag_at(phrase.head).is_some_and(Tag::is_name);
        // "at Ostra region", "in the town of Ostra": a name before or behind the noun for a place.
        let named = is_place_noun(text.lower_at(phrase.head))
            && (phrase.start..phrase.head).any(|i| {
                text.tag_at(i).is_some_and(Tag::is_name) && (text.upper || text.capital_at(i))
            });
        let name = name || named;
        let month = crate::phrase::date::is_month(text.lower_at(phrase.head))
            || crate::phrase::date::weekday(text.lower_at(phrase.head)).is_some();
        let article = matches!(text.lower_at(phrase.start), "the" | "a" | "an");
        let from = phrase.start + usize::from(article && phrase.start + 1 < phrase.end);
        if local && name && !known && !month {
            places.push(Named {
                at: phrase.start,
                name: text.span(from, phrase.end).to_owned(),
                country: None,
            });
        }
    }
    places.sort_by_key(|p| p.at);
    places
}

/// Nouns for a place that a name stands before.
fn is_place_noun(lower: &str) -> bool {
    matches!(
        lower,
        "region"
            | "town"
            | "city"
            | "village"
            | "district"
            | "province"
            | "governorate"
            | "county"
            | "area"
            | "hamlet"
            | "settlement"
            | "suburb"
            | "neighbourhood"
            | "neighborhood"
            | "quarter"
            | "valley"
            | "island"
            | "market"
            | "airport"
            | "camp"
            | "square"
            | "street"
            | "crossing"
            | "junction"
    )
}

/// Returns the place nearest to the harm, the named before the unnamed.
pub(crate) fn nearest_place(told: &Told, mention: &Mention) -> Option<Place> {
    let number = told.phrases[mention.phrase].start;
    let from = number.min(mention.trigger);
    let distance = |named: &Named| {
        if named.at >= from {
            named.at - from
        } else {
            (from - named.at) * 2
        }
    };
    let chosen = told
        .places
        .iter()
        .filter(|p| !p.name.is_empty())
        .min_by_key(|p| distance(p))
        .or_else(|| told.places.iter().min_by_key(|p| distance(p)))?;
    let mut chosen = place(chosen);
    if chosen.country.is_none() {
        chosen.country = told.places.iter().find_map(|p| p.country.clone());
    }
    Some(chosen)
}
