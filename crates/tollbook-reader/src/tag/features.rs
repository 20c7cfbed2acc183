//! What the tagger looks at. Training and tagging share this one definition: a change here needs
//! the model trained anew (`cargo xtask train`).
//!
//! A feature is a 32-bit number: FNV-1a over bytes gives the number of a word and of its ends,
//! the multiplier of Fibonacci hashing joins them with the number of their template. No text can
//! be read back from it.

use super::penn::Tag;

/// How many features a word has.
pub const FEATURES: usize = 29;

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// How many words back a verb is looked for.
const VERB_WITHIN: usize = 6;

/// What stands for the tag before a sentence.
const NO_TAG: u64 = 0xff;

/// How a sentence uses capitals: in some, a capital says nothing about the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Case {
    /// Names and the first word.
    Plain,
    /// Everywhere: agency copy, headlines.
    Upper,
    /// At the start of nearly every word: headlines.
    Title,
}

impl Case {
    fn of(words: &[&str]) -> Case {
        let (mut capitals, mut small, mut lower) = (0usize, 0usize, false);
        for word in words {
            lower = lower || word.contains(char::is_lowercase);
            // Short words are left small in headlines too.
            if word.len() >= 4 {
                capitals += usize::from(word.starts_with(char::is_uppercase));
                small += usize::from(word.starts_with(char::is_lowercase));
            }
        }
        if !lower && capitals >= 2 {
            Case::Upper
        } else if capitals >= 3 && capitals > 4 * small {
            Case::Title
        } else {
            Case::Plain
        }
    }
}

/// A word as the features see it: numbers of the small-letter word, its ends and its shape.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    word: u64,
    prefixes: [u64; 3],
    suffixes: [u64; 4],
    shape: u64,
}

/// The small letters of a word as they come: the numbers of all so far and of the first of them, and the last four.
struct Letters {
    all: u64,
    prefixes: [u64; 3],
    last: u32,
    bytes: usize,
}

impl Letters {
    fn add_byte(&mut self, byte: u8) {
        self.all = fnv(self.all, byte);
        if let Some(prefix) = self.prefixes.get_mut(self.bytes) {
            *prefix = self.all;
        }
        self.last = self.last << 8 | u32::from(byte);
        self.bytes += 1;
    }

    fn add(&mut self, c: char) {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            self.add_byte(byte);
        }
    }

    fn suffixes(&self) -> [u64; 4] {
        let mut suffixes = [0; 4];
        let (mut suffix, mut last) = (FNV_OFFSET, self.last);
        for end in suffixes.iter_mut().take(self.bytes) {
            suffix = fnv(suffix, last as u8);
            *end = suffix;
            last >>= 8;
        }
        suffixes
    }
}

impl Word {
    fn of(word: &str, first: bool, case: Case) -> Word {
        let mut letters = Letters {
            all: FNV_OFFSET,
            prefixes: [0; 3],
            last: 0,
            bytes: 0,
        };
        let (mut capital_first, mut capital, mut small, mut digit, mut sign) =
            (false, false, false, false, false);
        for (i, c) in word.chars().enumerate() {
            match c {
                'a'..='z' => {
                    small = true;
                    letters.add_byte(c as u8);
                }
                c if c.is_lowercase() => {
                    small = true;
                    letters.add(c);
                }
                c if c.is_uppercase() => {
                    match i {
                        0 => capital_first = true,
                        _ => capital = true,
                    }
                    match c.is_ascii() {
                        true => letters.add_byte(c.to_ascii_lowercase() as u8),
                        false => c.to_lowercase().for_each(|c| letters.add(c)),
                    }
                }
                c if c.is_numeric() => {
                    digit = true;
                    letters.add_byte(b'0');
                }
                c => {
                    sign |= !c.is_alphabetic();
                    letters.add(match c {
                        '‘' | '’' => '\'',
                        _ => c,
                    });
                }
            }
        }
        if case == Case::Upper {
            small |= capital_first | capital;
            (capital_first, capital) = (false, false);
        }
        Word {
            word: letters.all,
            prefixes: letters.prefixes,
            suffixes: letters.suffixes(),
            shape: u64::from(capital_first)
                | u64::from(capital) << 1
                | u64::from(small) << 2
                | u64::from(digit) << 3
                | u64::from(sign) << 4
                | u64::from(first) << 5
                | (case as u64) << 6,
        }
    }
}

fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
}

/// Fills `seen` with the words of one sentence.
pub fn look(words: &[&str], seen: &mut Vec<Word>) {
    let case = Case::of(words);
    seen.clear();
    seen.extend(
        words
            .iter()
            .enumerate()
            .map(|(i, word)| Word::of(word, i == 0, case)),
    );
}

/// Returns the feature of a word by itself. It is in the model for words that need no others: its
/// one weight then names their tag.
pub fn alone(word: &Word) -> u32 {
    join(0, word.word, 0)
}

/// Returns the first of the [`features`] of a word, which is the word itself.
pub(super) fn itself(word: &Word) -> u32 {
    join(1, word.word, 0)
}

/// Returns the features of word `at`, given the tags of the words before it.
///
/// Two features of one word never have the same template, so the order is of no account.
pub fn features(seen: &[Word], at: usize, tags: &[Tag]) -> [u32; FEATURES] {
    let none = Word::default();
    let word = |distance: isize| {
        at.checked_add_signed(distance)
            .and_then(|i| seen.get(i))
            .unwrap_or(&none)
    };
    let tag = |back: usize| {
        at.checked_sub(back)
            .and_then(|i| tags.get(i))
            .map_or(NO_TAG, |tag| *tag as u64)
    };
    // Whether a participle stands after "was", "has" or "who said" is seen by the last verb.
    let verb = (at.saturating_sub(VERB_WITHIN)..at)
        .rev()
        .find(|i| tags[*i].is_verb() || tags[*i] == Tag::MD)
        .map_or(0, |i| seen[i].word);
    let (here, last, next) = (word(0), word(-1), word(1));
    let (before, after) = (word(-2), word(2));
    let tag1 = tag(1);
    let tag21 = tag(2) << 8 | tag1;
    let [_, prefix2, prefix3] = here.prefixes;
    let [suffix1, suffix2, suffix3, suffix4] = here.suffixes;

    let mut template = 0;
    let mut feature = |a: u64, b: u64| {
        template += 1;
        join(template, a, b)
    };
    [
        feature(here.word, 0),
        feature(here.word, here.shape),
        feature(here.word, tag1),
        feature(here.word, tag21),
        feature(here.word, last.word),
        feature(here.word, next.word),
        feature(here.shape, 0),
        feature(here.shape, tag1),
        feature(here.shape, suffix2),
        feature(here.shape, suffix3),
        feature(suffix1, 0),
        feature(suffix2, 0),
        feature(suffix3, 0),
        feature(suffix4, 0),
        feature(suffix3, tag1),
        feature(prefix2, 0),
        feature(prefix3, 0),
        feature(tag1, 0),
        feature(tag21, 0),
        feature(tag1, next.word),
        feature(last.word, 0),
        feature(before.word, last.word),
        feature(next.word, 0),
        feature(next.word, after.word),
        feature(last.suffixes[2], 0),
        feature(next.suffixes[2], 0),
        feature(next.shape, here.shape),
        feature(verb, suffix2),
        feature(verb, here.word),
    ]
}

fn join(template: u64, a: u64, b: u64) -> u32 {
    let a = (a ^ template << 56).wrapping_mul(GOLDEN);
    let b = (a.rotate_left(23) ^ b).wrapping_mul(GOLDEN);
    (b >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(words: &str) -> Case {
        Case::of(&words.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn capitals_that_say_nothing_are_known_by_the_sentence() {
        assert_eq!(case("FIVE KILLED IN DAWN RAID"), Case::Upper);
        assert_eq!(case("Five Killed in Dawn Raid"), Case::Title);
        assert_eq!(case("Five were killed in Selm on Monday"), Case::Plain);
        assert_eq!(case("UN"), Case::Plain);
    }

    #[test]
    fn a_word_in_capitals_is_the_same_word() {
        let words = |words: &str| {
            let mut seen = Vec::new();
            look(&words.split(' ').collect::<Vec<_>>(), &mut seen);
            seen.iter().map(|w| w.word).collect::<Vec<_>>()
        };
        assert_eq!(
            words("ÉVACUÉS FLED ON 12 MAY"),
            words("évacués fled on 34 May")
        );
    }
}
