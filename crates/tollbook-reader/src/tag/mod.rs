//! Parts of speech: a greedy averaged perceptron, learned from treebanks.
//!
//! It reads a sentence from left to right and gives each word the tag for which the features of
//! [`features`] weigh most; a common word that has but one tag gets that. Sums of integers decide,
//! so every machine gives the same tags. Where the weights come from, and how good they are, stands
//! in `model/README.md`.

mod doing;
pub mod features;
mod finite;
mod headline;
mod her;
mod mend;
mod model;
mod named;
mod penn;
mod person;

pub(crate) use mend::mend;
pub use model::{Model, Row, Weight};
pub use penn::Tag;
pub(crate) use person::{mend_given, mend_persons, mend_places};

use features::Word;

const MODEL: &[u8] = include_bytes!("../../model/tagger.bin");

/// Percent of words that get the right tag on text from which nothing was learned, as a table with
/// a heading and tabs between its columns: `cargo xtask train` writes it.
pub const ACCURACY: &str = include_str!("../../model/tagger-accuracy.tsv");

/// A tagger with its weights in memory.
#[derive(Debug, Clone)]
pub struct Tagger {
    model: Model,
}

impl Tagger {
    /// Returns the tagger that is part of the program.
    #[allow(clippy::expect_used, reason = "a test loads the same bytes")]
    pub fn load() -> Tagger {
        Tagger::new(Model::read(MODEL).expect("model/tagger.bin is whole"))
    }

    /// Returns a tagger with other weights.
    pub fn new(model: Model) -> Tagger {
        Tagger { model }
    }

    /// Returns whether the word, in lower case, was learned from the treebanks.
    pub(crate) fn knows(&self, word: &str) -> bool {
        let mut seen = Vec::with_capacity(1);
        features::look(&[word], &mut seen);
        seen.iter().any(|word| {
            self.model.holds(features::alone(word)) || self.model.holds(features::itself(word))
        })
    }

    /// Fills `tags` with one tag for each word of one sentence.
    ///
    /// Words are to be cut as the treebanks cut them: punctuation, hyphens, "n't" and "'s" stand
    /// apart.
    ///
    /// ```
    /// use tollbook_reader::tag::{Tag, Tagger};
    /// let mut tags = Vec::new();
    /// Tagger::load().tag(&["Shells", "killed", "five", "people", "."], &mut tags);
    /// assert_eq!(tags, [Tag::NNS, Tag::VBD, Tag::CD, Tag::NNS, Tag::Stop]);
    /// ```
    pub fn tag(&self, words: &[&str], tags: &mut Vec<Tag>) {
        let mut seen: Vec<Word> = Vec::with_capacity(words.len());
        features::look(words, &mut seen);
        tags.clear();
        for at in 0..seen.len() {
            let tag = match self.model.only(features::alone(&seen[at])) {
                Some(sure) => sure,
                None => best(&self.model.sum(features::features(&seen, at, tags))),
            };
            tags.push(tag);
        }
    }
}

/// Returns the tag with the highest of the scores, which stand in the tags' order; of equals the first.
pub fn best<Score: Ord + Copy>(scores: &[Score]) -> Tag {
    let scores = &scores[..Tag::ALL.len()];
    let most = scores.iter().copied().reduce(Ord::max);
    let at = scores.iter().position(|score| Some(*score) == most);
    Tag::ALL[at.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_sentences_of_news_copy_get_their_tags() {
        let tagger = Tagger::load();
        let mut tags = Vec::new();
        for (words, expected) in [
            (
                "Two soldiers were wounded near Selm on Tuesday , the ministry said .",
                "CD NNS VBD VBN IN NNP IN NNP , DT NN VBD .",
            ),
            (
                "FIVE CIVILIANS WERE KILLED IN THE ATTACK",
                "CD NNS VBD VBN IN DT NN",
            ),
            (
                "The army 's shells wounded a boy",
                "DT NN POS NNS VBD DT NN",
            ),
            ("They did n't kill anyone", "PRP VBD RB VB NN"),
        ] {
            tagger.tag(&words.split(' ').collect::<Vec<_>>(), &mut tags);
            let names: Vec<&str> = tags.iter().map(|tag| tag.as_str()).collect();
            assert_eq!(names.join(" "), expected, "{words}");
        }
    }

    #[test]
    fn every_word_gets_one_tag_whatever_it_is() {
        let tagger = Tagger::load();
        let mut tags = vec![Tag::NN];
        tagger.tag(&[], &mut tags);
        assert_eq!(tags, []);
        tagger.tag(&["", "\0", "é", "𝔘𝔫", "\u{202e}"], &mut tags);
        assert_eq!(tags.len(), 5);
    }
}
