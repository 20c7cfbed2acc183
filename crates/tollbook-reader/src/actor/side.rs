//! Words that say for whom someone stands, the same for every side.

use std::collections::BTreeSet;

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
    OfASide,
}

/// The words of the table.
pub(crate) struct SideWords {
    words: BTreeSet<(&'static str, Class)>,
}

impl SideWords {
    /// Loads the words of the English language.
    pub(crate) fn english() -> SideWords {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
        let words = rows
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(word, classes)| {
                classes
                    .split('|')
                    .filter_map(class)
                    .map(move |class| (word, class))
            });
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

    /// Returns where a claimant stands who is told by what he is, not by a name.
    pub(crate) fn affiliation(&self, phrase: &str) -> Affiliation {
        let single: Vec<String> = words(phrase).map(|(_, word)| word).collect();
        let pairs = single.windows(2).map(|pair| pair.join(" "));
        let all: Vec<String> = pairs.chain(single.iter().cloned()).collect();
        let holds = |class| all.iter().any(|word| self.is(word, class));
        if holds(Class::Eyewitness) {
            Affiliation::Eyewitness
        } else if holds(Class::International) {
            Affiliation::International
        } else if holds(Class::ThirdParty) && !holds(Class::OfASide) {
            Affiliation::ThirdParty
        } else {
            Affiliation::Unknown
        }
    }

    fn is(&self, word: &str, class: Class) -> bool {
        self.words.contains(&(word, class))
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
