//! Words that say for whom someone stands, the same for every side.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::Affiliation;

use crate::names::{past_possessive, words};

const TABLE: &str = include_str!("../../lexicon/en/sides.tsv");

/// Words that make a name behind them a place, or somebody else's aim.
const PLACE_WORDS: &[&str] = &[
    "across", "against", "around", "at", "in", "inside", "into", "near", "on", "outside", "over",
    "to", "with", "within",
];

/// Words that may stand between such a word and the name.
const PLACE_ADJECTIVES: &[&str] = &[
    "central", "eastern", "north", "northern", "of", "south", "southern", "the", "western",
];

/// What a word says, as the table explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Body,
    BeforeBody,
    Deed,
    Irregular,
    Silent,
    Eyewitness,
    ThirdParty,
    International,
    NeutralName,
    OfASide,
}

/// The words of the table.
pub(crate) struct SideWords {
    words: BTreeMap<&'static str, BTreeSet<Class>>,
}

impl SideWords {
    /// Loads the words of the English language.
    pub(crate) fn english() -> SideWords {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
        let words = rows
            .filter_map(|line| line.split_once('\t'))
            .map(|(word, classes)| (word, classes.split('|').filter_map(class).collect()));
        SideWords {
            words: words.collect(),
        }
    }

    /// Returns where the nouns for a body end that follow a name: "'s defence ministry".
    pub(crate) fn end_of_body(&self, text: &str, from: usize) -> Option<usize> {
        let from = past_possessive(text, from);
        let mut end = None;
        let mut at = from;
        for (range, word) in words(&text[from..]).take(6) {
            let gap = &text[at..from + range.start];
            if !gap.chars().all(char::is_whitespace) || gap.contains("\n\n") {
                break;
            }
            at = from + range.end;
            if self.is(&word, Class::Body) {
                end = Some(at);
            } else if !self.is(&word, Class::BeforeBody) {
                break;
            }
        }
        end
    }

    /// Returns whether the name of a country stands for the side itself, by the rest of its phrase.
    pub(crate) fn stand_for_side(&self, rest: [&str; 2], has_body: bool) -> bool {
        let mut stands = has_body;
        let mut stands_alone = true;
        for (_, word) in rest.into_iter().flat_map(words) {
            if self.is(&word, Class::Irregular) {
                return false;
            }
            stands |= self.is(&word, Class::Body) || self.is(&word, Class::Deed);
            stands_alone &= self.is(&word, Class::Silent);
        }
        stands || stands_alone
    }

    /// Returns whether the rest of a phrase joins someone else to its actor by "and" or "or";
    /// further bodies of the same side are nobody else.
    pub(crate) fn joins_another(&self, [before, after]: [&str; 2]) -> bool {
        let mut open = false;
        let mut joined = false;
        for (_, word) in words(after) {
            if is_and(&word) {
                joined |= open;
                open = true;
            } else if self.is(&word, Class::Body) {
                open = false;
            }
        }
        let mut has_body = false;
        for (_, word) in words(before) {
            joined |= is_and(&word) && !has_body;
            has_body = self.is(&word, Class::Body) || (has_body && !is_and(&word));
        }
        joined || open
    }

    /// Returns where a claimant stands who was not there and has no name.
    pub(crate) fn affiliation(&self, phrase: &str) -> Affiliation {
        let classes = self.classes(phrase);
        if classes.contains(&Class::International) {
            Affiliation::International
        } else if classes.contains(&Class::ThirdParty) && !classes.contains(&Class::OfASide) {
            Affiliation::ThirdParty
        } else {
            Affiliation::Unknown
        }
    }

    /// Returns whether all who are joined in a phrase are said to have been there.
    pub(crate) fn are_eyewitnesses(&self, phrase: &str) -> bool {
        let words: Vec<String> = words(phrase).map(|(_, word)| word).collect();
        words
            .split(|word| is_and(word))
            .all(|joined| joined.iter().any(|word| self.is(word, Class::Eyewitness)))
    }

    /// Returns where an outlet stands of which only the name is known.
    pub(crate) fn outlet(&self, name: &str) -> Affiliation {
        let classes = self.classes(name);
        if classes.contains(&Class::International) {
            Affiliation::International
        } else if classes.contains(&Class::NeutralName) && !classes.contains(&Class::OfASide) {
            Affiliation::ThirdParty
        } else {
            Affiliation::Unknown
        }
    }

    /// Returns the classes of the words and pairs of words of a phrase.
    fn classes(&self, phrase: &str) -> BTreeSet<Class> {
        let single: Vec<String> = words(phrase).map(|(_, word)| word).collect();
        let pairs = single.windows(2).map(|pair| pair.join(" "));
        let all = pairs.chain(single.iter().cloned());
        all.flat_map(|word| self.words.get(word.as_str()).into_iter().flatten().copied())
            .collect()
    }

    fn is(&self, word: &str, class: Class) -> bool {
        self.words
            .get(word)
            .is_some_and(|classes| classes.contains(&class))
    }
}

fn class(written: &str) -> Option<Class> {
    Some(match written {
        "body" => Class::Body,
        "before_body" => Class::BeforeBody,
        "deed" => Class::Deed,
        "irregular" => Class::Irregular,
        "silent" => Class::Silent,
        "eyewitness" => Class::Eyewitness,
        "third_party" => Class::ThirdParty,
        "international" => Class::International,
        "neutral_name" => Class::NeutralName,
        "of_a_side" => Class::OfASide,
        _ => return None,
    })
}

/// Returns whether a name behind `before` is a place, an aim or a mere ally: "in the north of",
/// "against", "backed by".
pub(crate) fn names_no_actor(before: &str) -> bool {
    let mut last = before.split_whitespace().rev().take(5);
    match last.find(|word| !PLACE_ADJECTIVES.contains(word)) {
        Some("by") => last
            .next()
            .is_some_and(|word| matches!(word, "backed" | "supported")),
        Some(word) => PLACE_WORDS.contains(&word),
        None => false,
    }
}

/// Returns whether the words between two names make a list of them.
pub(crate) fn lists(between: &str) -> bool {
    between.contains([',', ';', '&']) || words(between).any(|(_, word)| is_and(&word))
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "or")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_has_classes() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (word, classes) = line.split_once('\t').unwrap();
            assert_eq!(word, word.to_lowercase());
            assert!(
                classes.split('|').all(|written| class(written).is_some()),
                "{line}"
            );
        }
    }

    #[test]
    fn the_nouns_for_a_body_are_found_behind_a_name() {
        let sides = SideWords::english();
        for (behind, body) in [
            ("'s defence ministry said", Some("'s defence ministry")),
            (" armed\nforces", Some(" armed\nforces")),
            (" Air Force pilots fired", Some(" Air Force pilots")),
            (" defence\n\nForces", None),
            (", army officers", None),
            (" civilians and soldiers", None),
            ("", None),
        ] {
            let end = sides.end_of_body(behind, 0);
            assert_eq!(end.map(|end| &behind[..end]), body, "{behind:?}");
        }
    }
}
