//! Reads a report: text to sentences, tokens, phrases, mentions and claims, each with its reasons.
//!
//! Pure: no files, no clock, no network, no randomness, so that a reading can be repeated anywhere
//! byte for byte. The data goes through the rooms in this order: `token` and `text` cut and tag,
//! `phrase` finds quantities, noun phrases and dates, `mention` finds who is said to be harmed, and
//! `claim` fills in the fields.

pub mod actor;
mod claim;
mod gate;
mod lexicon;
mod lookup;
mod mention;
mod names;
mod phrase;
pub mod place;
pub mod rule;
pub mod tag;
mod text;
mod token;

use std::ops::Range;

use tollbook_terms::{Field, Party, Reading, Report};

use actor::ActorTable;
pub use claim::Drafts;
pub use claim::choice::{Balance, Candidate};
pub use claim::perpetrator::{Clue, Clues};
pub use claim::place::{PlaceClue, PlaceClues};
pub use claim::relation::{Bond, Choice, Sign, Signs, Tie, Weights};
use claim::scope::Worth;
pub use claim::scope::{Cue, Cues};
pub use claim::when::{DateClue, DateClues};
use lexicon::Lexicon;
use place::PlaceTable;
pub use rule::Rule;
use tag::Tagger;
use text::Text;

/// Names the reader that made a reading; it changes with every change of what is read.
pub const READER_VERSION: &str = concat!("reader-", env!("CARGO_PKG_VERSION"), "-8");

/// A stage of reading, in the order of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The language of the report, and its gate.
    Gate,
    /// Words and sentences, names of places, which sentences are read closely.
    Words,
    /// Parts of speech.
    Tags,
    /// What a sentence says beside its harm: phrases, days, places, speakers, who does something.
    Phrases,
    /// Who is said to be harmed.
    Mentions,
    /// The fields of each claim.
    Claims,
    /// How claims stand to each other, and what they inherit.
    Relations,
}

/// A sentence of a report, and whether it is read closely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gated {
    /// Where it stands.
    pub field: Field,
    /// Its bytes in that field.
    pub bytes: Range<usize>,
    /// Whether the gate lets it through; the others tell of no harm.
    pub close: bool,
}

/// A reader with its lexicons loaded, made once and used for any number of reports.
pub struct Reader {
    lexicon: Lexicon,
    tagger: Tagger,
    actors: ActorTable,
    places: PlaceTable,
    weights: Weights,
    perpetrators: Balance,
    sites: Balance,
    days: Balance,
    scopes: Worth,
}

impl Reader {
    /// Returns a reader that knows `parties` before its own table of actors.
    pub fn new(parties: &[Party]) -> Reader {
        Reader {
            lexicon: Lexicon::english(),
            tagger: Tagger::load(),
            actors: ActorTable::new(parties),
            places: PlaceTable::new(parties),
            weights: Weights::read(include_str!("../model/relation.tsv")),
            perpetrators: Balance::read(
                include_str!("../model/perpetrator.tsv"),
                Clue::ALL.iter().map(|clue| clue.as_str()),
            ),
            sites: Balance::read(
                include_str!("../model/place.tsv"),
                PlaceClue::ALL.iter().map(|clue| clue.as_str()),
            ),
            days: Balance::read(
                include_str!("../model/date.tsv"),
                DateClue::ALL.iter().map(|clue| clue.as_str()),
            ),
            scopes: Worth::read(include_str!("../model/scope.tsv")),
        }
    }

    /// Returns the reader with other weights for how claims stand to each other; training measures with it.
    pub fn weighing(self, weights: Weights) -> Reader {
        Reader { weights, ..self }
    }

    /// Returns the reader with `table` for the scopes in place of its own; training starts from an empty one.
    pub fn weighing_scopes(self, table: &str) -> Reader {
        Reader {
            scopes: Worth::read(table),
            ..self
        }
    }

    /// Returns a reader for which all that lies in the one of two countries, by their codes, lies in the other.
    /// With it an exchange of two states in a report changes names alone, and not where its towns lie.
    pub fn exchanging(self, countries: [&str; 2]) -> Reader {
        Reader {
            places: self.places.exchanging(countries),
            ..self
        }
    }

    /// Reads one report. Reading cannot fail: what is not read is said in the reading.
    ///
    /// ```
    /// use tollbook_terms::Report;
    /// let report = Report { text: "Gunmen killed three policemen.".into(), ..Report::default() };
    /// let reading = tollbook_reader::Reader::new(&[]).read(&report);
    /// assert_eq!(reading.claims[0].count.low, 3);
    /// ```
    pub fn read(&self, report: &Report) -> Reading {
        self.read_in_stages(report, &mut |_| {})
    }

    /// Reads one report and calls `done` whenever a part of a stage has ended.
    pub fn read_in_stages(&self, report: &Report, done: &mut dyn FnMut(Stage)) -> Reading {
        let other = other_language(report);
        done(Stage::Gate);
        match other {
            Some(language) => Reading {
                claims: Vec::new(),
                unread: Some(format!("language {language} is not read")),
            },
            None => self.claims(report, done),
        }
    }

    /// Returns the sentences of a report, none where it has no word of harm.
    pub fn gate(&self, report: &Report) -> Vec<Gated> {
        let title = report.title.as_deref().unwrap_or("");
        let lower = [title, &report.text].map(str::to_ascii_lowercase);
        if !lower.iter().any(|lower| self.lexicon.tells_harm(lower)) {
            return Vec::new();
        }
        let fields = [(Field::Title, title), (Field::Text, &report.text)];
        let gated = fields
            .iter()
            .zip(&lower)
            .flat_map(|((field, text), lower)| {
                let text = Text::new(*field, text, lower, &self.lexicon, &self.places);
                let close = gate::close(&text);
                let sentences = text.sentences.iter().zip(close);
                let gated = sentences.map(|(sentence, close)| Gated {
                    field: *field,
                    bytes: text.bytes(sentence),
                    close,
                });
                gated.collect::<Vec<_>>()
            });
        gated.collect()
    }
}

/// Returns the code of the report's language where it is another than English.
fn other_language(report: &Report) -> Option<String> {
    if let Some(language) = &report.language {
        let code = language
            .split(['-', '_'])
            .next()
            .unwrap_or(language)
            .to_lowercase();
        return (!matches!(code.as_str(), "en" | "eng" | "english" | "")).then_some(code);
    }
    if is_plainly_english(&report.text) {
        return None;
    }
    // The first part of a text is enough to tell, and keeps long texts cheap.
    let mut end = report.text.len().min(2000);
    while !report.text.is_char_boundary(end) {
        end -= 1;
    }
    let info = whatlang::detect(&report.text[..end])?;
    let sure = info.is_reliable() && info.lang() != whatlang::Lang::Eng && end > 300;
    sure.then(|| info.lang().code().to_owned())
}

/// Returns whether one in fourteen of the first hundred words is a word that no other language has so often.
/// It spares most reports the full look at their letters, by which short ones are easily mistaken.
fn is_plainly_english(text: &str) -> bool {
    let common = |word: &str| {
        [
            "the", "of", "and", "was", "were", "that", "with", "from", "said", "been",
        ]
        .iter()
        .any(|common| word.eq_ignore_ascii_case(common))
    };
    let (mut words, mut found) = (0, 0);
    for word in text.split_ascii_whitespace().take(100) {
        words += 1;
        found += usize::from(common(word));
    }
    found * 14 >= words
}

/// Returns every rule of reading, sorted by name.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules = [mention::rules(), claim::rules()].concat();
    rules.sort_by_key(|rule| rule.name);
    rules
}
