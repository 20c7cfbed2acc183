//! Finds listed names in a text: longest first, on whole words, with care for capitals.
//!
//! A name is matched word by word, so a line break, a hyphen for a space, a typographic apostrophe or
//! a missing accent does not hide it. Time is linear in the text: at each word no more words are
//! looked at than the longest name has.

mod lean;
mod word;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::lookup::Lookup;
pub(crate) use lean::only_leans;
use word::{LONGEST_WORD, Openings, Word, next_word, past_small};
pub(crate) use word::{past_possessive, squeezed, words};

/// Names that are common words too. They count only as they are listed, never in a line of capitals,
/// and not as the capitalised first word of a sentence.
const COMMON: &[&str] = &[
    "abs", "amnesty", "aurora", "bender", "buffalo", "dang", "is", "jem", "kale", "karma", "leer",
    "let", "lice", "mocha", "nice", "pale", "poles", "sake", "samba", "shire", "split", "tame",
    "us", "van", "who",
];

/// A listed name.
struct Entry {
    /// The letters of its words in lower case, joined by a space; the list is sorted by it.
    key: String,
    /// The same with their capitals.
    letters: String,
    value: usize,
    common: bool,
}

/// What a run of words is in the list.
#[derive(Debug, Default)]
struct Run {
    /// The names that are these words.
    names: Range<usize>,
    /// The runs that go on with one more word, sorted by it.
    longer: Vec<(String, Run)>,
}

/// A list of names, each with a value; a name may stand in it more than once.
pub(crate) struct Names {
    entries: Vec<Entry>,
    /// What the first words of names are.
    runs: Lookup<Run>,
    /// First words of the names that begin with a small letter.
    small_starts: Lookup<()>,
    /// With which two bytes these begin: most words of a text begin with others.
    small_letters: Openings,
}

/// A name found in a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Values of the name, in the order in which they were listed.
    pub(crate) values: Vec<usize>,
}

impl Names {
    /// Returns the list; of equal names the first one listed stands first in what is found.
    pub(crate) fn new<'a>(listed: impl IntoIterator<Item = (&'a str, usize)>) -> Names {
        let mut entries = Vec::new();
        let mut small_starts = BTreeSet::new();
        for (name, value) in listed {
            let letters = spelt(name).into_owned();
            let key = letters.to_lowercase();
            if letters.starts_with(char::is_lowercase) {
                small_starts.extend(key.split(' ').next().map(str::to_owned));
            }
            let common = COMMON.binary_search(&key.as_str()).is_ok();
            if !key.is_empty() {
                entries.push(Entry {
                    key,
                    letters,
                    value,
                    common,
                });
            }
        }
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        let mut all = Run::default();
        for (i, Entry { key, .. }) in entries.iter().enumerate() {
            let names = &mut all.add(key).names;
            *names = match names.len() {
                0 => i..i + 1,
                _ => names.start..i + 1,
            };
        }
        Names {
            runs: all.longer.into_iter().collect(),
            entries,
            small_letters: Openings::of(small_starts.iter().map(String::as_str)),
            small_starts: small_starts.into_iter().map(|start| (start, ())).collect(),
        }
    }

    /// Returns the names in `text` from left to right, the longest at each place, none overlapping.
    pub(crate) fn find(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let mut capitals = Capitals::default();
        let mut from = 0;
        // Most words of a text are small ones that begin no name.
        while let Some(word) = next_word(text, past_small(text, from, &self.small_letters)) {
            from = word.past;
            if !self.may_start(&word) {
                continue;
            }
            if let Some(name) = self.longest(text, word, &mut capitals) {
                from = name.end;
                found.push(name);
            }
        }
        found
    }

    fn may_start(&self, word: &Word) -> bool {
        word.letters.len() <= LONGEST_WORD
            && (!word.small && word.letters.contains(|c: char| !c.is_lowercase())
                || self.small_letters.open(word.letters.as_bytes())
                    && self.small_starts.get(&word.letters).is_some())
    }

    /// Returns the longest name that begins with a word.
    fn longest(&self, text: &str, first: Word, capitals: &mut Capitals) -> Option<Found> {
        let (start, mut end, mut past) = (first.start, first.end, first.past);
        let mut run = self.runs.get_lower(&folded(&first.letters))?;
        let mut found = None;
        loop {
            if !run.names.is_empty() {
                let seen = match end == first.end {
                    true => Cow::Borrowed(&*first.letters),
                    false => spelt(&text[start..end]),
                };
                let named = self.entries[run.names.clone()].iter().filter(|entry| {
                    entry.agrees(&seen)
                        && (!entry.common || entry.is_meant(text, start, end, &seen, capitals))
                });
                let values: Vec<usize> = named.map(|entry| entry.value).collect();
                if !values.is_empty() {
                    found = Some(Found { start, end, values });
                }
            }
            if run.longer.is_empty() {
                return found;
            }
            let next = next_word(text, past).filter(|next| joins(text, past, next));
            let Some((longer, next)) = next.and_then(|next| Some((run.next(&next)?, next))) else {
                return found;
            };
            run = longer;
            (end, past) = (next.end, next.past);
        }
    }
}

/// Returns the letters of the words of a name, joined by a space.
fn spelt(name: &str) -> Cow<'_, str> {
    let Some(first) = next_word(name, 0) else {
        return Cow::Borrowed("");
    };
    let (mut letters, mut from) = (first.letters, first.past);
    while let Some(word) = next_word(name, from) {
        let letters = letters.to_mut();
        letters.push(' ');
        letters.push_str(&word.letters);
        from = word.past;
    }
    letters
}

/// Returns the letters of a word with no other capitals than those of ASCII.
fn folded(letters: &str) -> Cow<'_, str> {
    match letters.is_ascii() {
        true => Cow::Borrowed(letters),
        false => Cow::Owned(letters.to_lowercase()),
    }
}

impl Run {
    /// Adds the run of these words; runs are added in their order.
    fn add(&mut self, words: &str) -> &mut Run {
        let mut run = self;
        for word in words.split(' ') {
            if run.longer.last().is_none_or(|(last, _)| last != word) {
                run.longer.push((word.to_owned(), Run::default()));
            }
            let last = run.longer.len() - 1;
            run = &mut run.longer[last].1;
        }
        run
    }

    /// Returns the run that goes on with a word.
    fn next(&self, word: &Word) -> Option<&Run> {
        let letters = folded(&word.letters);
        let lower = || letters.bytes().map(|byte| byte.to_ascii_lowercase());
        let place = self
            .longer
            .binary_search_by(|(own, _)| own.bytes().cmp(lower()));
        place.ok().map(|place| &self.longer[place].1)
    }
}

impl Entry {
    /// Returns whether `seen`, which has the same letters, has the capitals that the name asks for.
    fn agrees(&self, seen: &str) -> bool {
        self.letters
            .split(' ')
            .zip(seen.split(' '))
            .all(|(listed, seen)| {
                listed == seen
                    || !seen.contains(char::is_lowercase)
                    || listed.eq_ignore_ascii_case("the")
                    || (listed.starts_with(char::is_lowercase) && is_title_case(seen))
                    || (listed.len() > 3
                        && !listed.contains(char::is_lowercase)
                        && is_title_case(seen))
            })
    }

    /// Returns whether a name that is a common word stands for the name here.
    fn is_meant(
        &self,
        text: &str,
        start: usize,
        end: usize,
        seen: &str,
        capitals: &mut Capitals,
    ) -> bool {
        if seen != self.letters || capitals.cover(text, start) {
            return false;
        }
        let is_acronym = seen.chars().skip(1).any(char::is_uppercase);
        is_acronym || !opens_sentence(text, start) || !goes_on_small(text, end)
    }
}

/// The line of the text that was looked at last, and whether it is all in capitals.
#[derive(Default)]
struct Capitals {
    end: usize,
    all: bool,
}

impl Capitals {
    /// Returns whether the line around `at` is in capitals; `at` never goes back.
    fn cover(&mut self, text: &str, at: usize) -> bool {
        if at >= self.end {
            let start = text[..at]
                .rfind('\n')
                .map_or(0, |newline| newline + 1)
                .max(self.end);
            self.end = text[at..]
                .find('\n')
                .map_or(text.len(), |newline| at + newline + 1);
            let line = &text[start..self.end];
            self.all = !line.contains(char::is_lowercase)
                && line.chars().filter(|c| c.is_uppercase()).take(8).count() == 8;
        }
        self.all
    }
}

/// Returns whether a name may run on from `end` to `next`: no comma, no full stop, no new paragraph.
fn joins(text: &str, end: usize, next: &Word) -> bool {
    if next.letters.len() > LONGEST_WORD {
        return false;
    }
    let mut gap = &text[end..next.start];
    if text[..end].ends_with("St") || text[..end].ends_with("Mt") {
        gap = gap.strip_prefix('.').unwrap_or(gap);
    }
    let (mut signs, mut breaks) = (0, 0);
    gap.chars().all(|c| {
        signs += u32::from(!c.is_whitespace());
        breaks += u32::from(c == '\n');
        let may_stand =
            c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '/' | '(');
        may_stand && signs < 2 && breaks < 2
    })
}

fn is_title_case(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
}

fn opens_sentence(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '"', '\'', '“', '‘', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '”'])
}

fn goes_on_small(text: &str, end: usize) -> bool {
    text[end..]
        .trim_start_matches(' ')
        .starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: &[&str] = &[
        "Velmora",
        "Velmora Defence Force",
        "al-Tarun",
        "People's Front of Velmora",
        "NIS",
        "IS",
        "Nice",
        "LeT",
        "St. Odran",
        "Sana'a",
        "Republic of Velmora",
        "OSRA",
    ];

    fn check(text: &str, expected: &[&str]) {
        let names = Names::new(LISTED.iter().zip(0..).map(|(name, value)| (*name, value)));
        let found = names.find(text);
        let seen: Vec<&str> = found
            .iter()
            .map(|found| &text[found.start..found.end])
            .collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn the_longest_name_on_whole_words_is_found() {
        check("In Velmora, Velmoran forces", &["Velmora"]);
        check("the Velmora Defence Force said", &["Velmora Defence Force"]);
        check("the VELMORA DEFENCE FORCE said", &["VELMORA DEFENCE FORCE"]);
        check("Velmora Defence minister", &["Velmora"]);
        check("the republic of Velmora", &["Velmora"]);
        check("The Republic Of Velmora", &["Republic Of Velmora"]);
    }

    #[test]
    fn line_breaks_hyphens_apostrophes_and_accents_hide_no_name() {
        check(
            "Velmora\n   Defence  Force",
            &["Velmora\n   Defence  Force"],
        );
        check("Velmora’s Defence Force", &["Velmora’s Defence Force"]);
        check("Velmora's army", &["Velmora"]);
        check(
            "Al Tarun and Al-Tarun and al-Tarun",
            &["Al Tarun", "Al-Tarun", "al-Tarun"],
        );
        check("the Peoples Front of Velmora", &["Velmora"]);
        check(
            "the People’s Front of Velmora",
            &["People’s Front of Velmora"],
        );
        check("Sanaa, Sana’a and Sanáa", &["Sanaa", "Sana’a", "Sanáa"]);
        check("in St. Odran and St Odran", &["St. Odran", "St Odran"]);
        check("N.I.S. men", &["N.I.S."]);
    }

    #[test]
    fn a_name_does_not_run_over_a_stop_or_a_paragraph() {
        check("Velmora. Defence Force", &["Velmora"]);
        check("Velmora, Defence Force", &["Velmora"]);
        check("Velmora\n\nDefence Force", &["Velmora"]);
    }

    #[test]
    fn capitals_tell_names_from_common_words() {
        check("velmora let nis is nice", &[]);
        check("the IS and the NIS", &["IS", "NIS"]);
        check("Nis is not an acronym, Osra may be", &["Osra"]);
        check("THE PRIEST IS DEAD IN VELMORA", &["VELMORA"]);
        check("LET US GO, he said. LeT denied it", &["LeT"]);
        check(
            "Nice weather. The attack in Nice. Nice, France",
            &["Nice", "Nice"],
        );
    }

    #[test]
    fn every_text_is_searched_without_a_panic() {
        let long = "A".repeat(100_000);
        for text in [
            "", "'", "’s", "U.", "U.S", "U.é", ".a.b", "\u{301}", "é’", "İİ IS", &long,
        ] {
            check(text, if text.ends_with("IS") { &["IS"] } else { &[] });
        }
        check(&"Velmora ".repeat(3), &["Velmora"; 3]);
    }

    #[test]
    fn the_list_is_sorted_for_the_search() {
        assert!(COMMON.is_sorted());
    }
}
