//! An averaged perceptron in whole numbers, so that every machine learns the same weights.

use std::collections::HashMap;

use tollbook_reader::tag::features::{self, FEATURES, Word};
use tollbook_reader::tag::{Model, Tag, Weight, best};

use super::treebank::{Copy, Sentence, Token};

// These decide how the model is learned; the figures were chosen on the dev parts.

/// How often all copies of all sentences are studied.
const EPOCHS: usize = 8;
/// A feature is learned when it occurs in at least so many sentences.
const SENTENCES: u32 = 3;
/// The averaged weights are stored in so many parts of one.
const PARTS: i64 = 64;
/// A weight of fewer parts, for or against, is left out.
const SMALLEST: i64 = 64;
/// A word is common when the copies of all sentences hold it so often.
const COMMON: u32 = 200;
/// A common word is sure of its tag when at most one in so many has another.
const SURE: u32 = 100;
/// Where the order of the sentences starts from.
const SEED: u64 = 0x746f_6c6c_626f_6f6b;

/// A weight while it is learned.
struct Learning {
    tag: Tag,
    weight: i64,
    /// Sum of the weight over all steps up to `since`.
    total: i64,
    since: i64,
}

struct Perceptron {
    sure: HashMap<u32, Tag>,
    rows: HashMap<u32, Vec<Learning>>,
    step: i64,
}

/// Learns a model from sentences and all their copies; returns the bytes of its file.
pub(crate) fn learn(sentences: &[Sentence]) -> Vec<u8> {
    let mut copies: Vec<Sentence> = Vec::new();
    let mut occurs: HashMap<u32, u32> = HashMap::new();
    for sentence in sentences {
        let mut features = Vec::new();
        for copy in Copy::ALL {
            let copy = copy.of(sentence);
            let tags: Vec<Tag> = copy.iter().map(|token| token.tag).collect();
            let seen = look(&copy);
            for at in 0..seen.len() {
                features.extend(features::features(&seen, at, &tags[..at]));
            }
            copies.push(copy);
        }
        features.sort_unstable();
        features.dedup();
        for feature in features {
            *occurs.entry(feature).or_default() += 1;
        }
    }
    let mut perceptron = Perceptron {
        sure: sure(&copies),
        rows: occurs
            .into_iter()
            .filter(|(feature, sentences)| *feature != 0 && *sentences >= SENTENCES)
            .map(|(feature, _)| (feature, Vec::new()))
            .collect(),
        step: 0,
    };
    let mut order: Vec<usize> = (0..copies.len()).collect();
    let mut random = SEED;
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for i in &order {
            perceptron.study(&copies[*i]);
        }
    }
    perceptron.finish()
}

/// Returns the common words that nearly always have one tag, by [`features::alone`].
fn sure(copies: &[Sentence]) -> HashMap<u32, Tag> {
    let mut counts: HashMap<u32, [u32; Tag::ALL.len()]> = HashMap::new();
    for sentence in copies {
        for (word, token) in look(sentence).iter().zip(sentence) {
            let count = counts
                .entry(features::alone(word))
                .or_insert([0; Tag::ALL.len()]);
            count[token.tag as usize] += 1;
        }
    }
    counts
        .into_iter()
        .filter_map(|(feature, count)| {
            let tag = best(&count);
            let all: u32 = count.iter().sum();
            let others = all - count[tag as usize];
            (all >= COMMON && others <= all / SURE).then_some((feature, tag))
        })
        .collect()
}

fn look(sentence: &[Token]) -> Vec<Word> {
    let words: Vec<&str> = sentence.iter().map(|token| token.word.as_str()).collect();
    let mut seen = Vec::new();
    features::look(&words, &mut seen);
    seen
}

/// Shuffles by Fisher and Yates with the generator SplitMix64.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        *random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = *random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        order.swap(i, (z % (i as u64 + 1)) as usize);
    }
}

impl Perceptron {
    /// Tags a sentence with the weights as they are, and moves them wherever a tag is wrong.
    fn study(&mut self, sentence: &[Token]) {
        let seen = look(sentence);
        let mut tags: Vec<Tag> = Vec::with_capacity(seen.len());
        for (at, token) in sentence.iter().enumerate() {
            if let Some(tag) = self.sure.get(&features::alone(&seen[at])) {
                tags.push(*tag);
                continue;
            }
            self.step += 1;
            let features = features::features(&seen, at, &tags);
            let tag = self.best(&features);
            if tag != token.tag {
                for feature in features {
                    self.add(feature, token.tag, 1);
                    self.add(feature, tag, -1);
                }
            }
            tags.push(tag);
        }
    }

    fn best(&self, features: &[u32; FEATURES]) -> Tag {
        let mut scores = [0; Tag::ALL.len()];
        for row in features.iter().filter_map(|feature| self.rows.get(feature)) {
            for learning in row {
                scores[learning.tag as usize] += learning.weight;
            }
        }
        best(&scores)
    }

    fn add(&mut self, feature: u32, tag: Tag, change: i64) {
        let Some(row) = self.rows.get_mut(&feature) else {
            return;
        };
        match row.iter_mut().find(|learning| learning.tag == tag) {
            Some(learning) => {
                learning.total += learning.weight * (self.step - learning.since);
                learning.since = self.step;
                learning.weight += change;
            }
            None => row.push(Learning {
                tag,
                weight: change,
                total: 0,
                since: self.step,
            }),
        }
    }

    /// Returns the file of the averaged weights.
    fn finish(self) -> Vec<u8> {
        let mut features: Vec<(u32, Vec<Weight>)> = (self.sure.into_iter())
            .map(|(feature, tag)| (feature, vec![Weight { tag, weight: 1 }]))
            .collect();
        for (feature, row) in self.rows {
            let mut weights: Vec<Weight> = row
                .iter()
                .filter_map(|learning| {
                    let total = learning.total + learning.weight * (self.step - learning.since);
                    let weight = total * PARTS / self.step;
                    (weight.abs() >= SMALLEST).then(|| Weight {
                        tag: learning.tag,
                        weight: weight.clamp(i16::MIN.into(), i16::MAX.into()) as i16,
                    })
                })
                .collect();
            if !weights.is_empty() {
                weights.sort_unstable_by_key(|weight| weight.tag);
                features.push((feature, weights));
            }
        }
        features.sort_unstable_by_key(|(feature, _)| *feature);
        Model::write(&features)
    }
}
