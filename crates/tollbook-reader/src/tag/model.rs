//! The weights of the tagger, and the file they stand in.
//!
//! The file, all numbers little-endian: eight bytes of name and layout; the number of features `f` and of
//! weights `w` (u32 each); `f` features in rising order, none of them 0 (u32); `f` times how many weights a feature
//! has (u8); `w` tags (u8); `w` weights (i16). The weights of the features follow each other in the
//! features' order.

use super::penn::Tag;

/// What a model file begins with; the digits change with its layout.
const MAGIC: &[u8; 8] = b"tbtag-01";

/// One weight: what a feature says for or against a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The tag.
    pub tag: Tag,
    /// For it, or against it where below 0.
    pub weight: i16,
}

/// A number for each tag, in the tags' order, so that many are added at a time; the last ones are no tag's.
/// Numbers are held at the bounds of an i16, which no sum of learned weights comes near.
pub type Row = [i16; LANES];

/// The tags, rounded up to eights.
const LANES: usize = Tag::ALL.len().next_multiple_of(8);

/// A feature with so many weights has them in a row; with fewer, each beside its tag.
const ROW_FROM: usize = 6;

/// The weights of a feature.
#[derive(Clone, Copy)]
enum Weights<'m> {
    Few(&'m [Weight]),
    Row(&'m Row),
}

/// Weights by feature, in a table with open addressing.
#[derive(Debug, Clone)]
pub struct Model {
    /// One bit for the low bits of each feature. Many features of a sentence were never learned, and few
    /// bits stay near the core where many slots do not.
    learned: Vec<u64>,
    slots: Vec<Slot>,
    few: Vec<Weight>,
    rows: Vec<Row>,
}

/// A feature and where its weights stand; a feature of 0 where the slot is free.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    feature: u32,
    /// 256 times the first of its few weights, plus how many there are; or, with none, 256 times its row.
    place: u32,
}

/// How many bits of a feature name its bit in [`Model::learned`].
const BITS: u32 = 19;

impl Model {
    /// Reads a model file.
    ///
    /// Returns `None` for bytes that are no whole model file.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let (magic, rest) = bytes.split_at_checked(MAGIC.len())?;
        let (features, rest) = rest.split_first_chunk()?;
        let (weights, rest) = rest.split_first_chunk()?;
        let features = u32::from_le_bytes(*features) as usize;
        let weights = u32::from_le_bytes(*weights) as usize;
        let (keys, rest) = rest.split_at_checked(features.checked_mul(4)?)?;
        let (counts, rest) = rest.split_at_checked(features)?;
        let (tags, values) = rest.split_at_checked(weights)?;
        let total: usize = counts.iter().map(|count| usize::from(*count)).sum();
        if magic != MAGIC || total != weights || values.len() != weights.checked_mul(2)? {
            return None;
        }
        let mut weights = tags.iter().zip(values.as_chunks().0).map(|(tag, weight)| {
            Some(Weight {
                tag: *Tag::ALL.get(usize::from(*tag))?,
                weight: i16::from_le_bytes(*weight),
            })
        });
        // At most half full, so that a search soon meets a free slot.
        let size = (2 * features).next_power_of_two().max(2);
        let mut slots = vec![Slot::default(); size];
        let mut learned = vec![0; 1 << (BITS - 6)];
        let (mut few, mut rows) = (Vec::new(), Vec::new());
        for (key, count) in keys.as_chunks().0.iter().zip(counts) {
            let feature = u32::from_le_bytes(*key);
            let count = usize::from(*count);
            let place = match count < ROW_FROM {
                true => few.len() << 8 | count,
                false => rows.len() << 8,
            };
            if feature == 0 || place > u32::MAX as usize {
                return None;
            }
            let own = weights.by_ref().take(count);
            if count < ROW_FROM {
                few.extend(own.collect::<Option<Vec<_>>>()?);
            } else {
                let mut row: Row = [0; LANES];
                for weight in own {
                    let weight = weight?;
                    row[weight.tag as usize] = weight.weight;
                }
                rows.push(row);
            }
            let mut at = feature as usize & (size - 1);
            while slots[at].feature != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = Slot {
                feature,
                place: place as u32,
            };
            let (word, bit) = bit(feature);
            learned[word] |= bit;
        }
        Some(Model {
            learned,
            slots,
            few,
            rows,
        })
    }

    /// Writes a model file of features in rising order from 1, each with at least one and at most 255
    /// weights.
    pub fn write(features: &[(u32, Vec<Weight>)]) -> Vec<u8> {
        let weights = || features.iter().flat_map(|(_, weights)| weights);
        let mut bytes = MAGIC.to_vec();
        bytes.extend((features.len() as u32).to_le_bytes());
        bytes.extend((weights().count() as u32).to_le_bytes());
        bytes.extend(features.iter().flat_map(|(key, _)| key.to_le_bytes()));
        bytes.extend(features.iter().map(|(_, weights)| weights.len() as u8));
        bytes.extend(weights().map(|weight| weight.tag as u8));
        bytes.extend(weights().flat_map(|weight| weight.weight.to_le_bytes()));
        bytes
    }

    /// Returns the tag of a feature that has one weight alone.
    pub fn only(&self, feature: u32) -> Option<Tag> {
        match self.weights(feature) {
            Weights::Few([only]) => Some(only.tag),
            _ => None,
        }
    }

    /// Returns the sum of the weights of some features for each tag.
    pub fn sum<const N: usize>(&self, features: [u32; N]) -> Row {
        let mut sum: Row = [0; LANES];
        // All are looked up before any is added, so that the look-ups wait side by side.
        let weights = features.map(|feature| self.weights(feature));
        for weights in &weights {
            if let Weights::Row(row) = weights {
                for (sum, weight) in sum.iter_mut().zip(*row) {
                    *sum = sum.saturating_add(*weight);
                }
            }
        }
        for weights in &weights {
            if let Weights::Few(few) = weights {
                for weight in *few {
                    let sum = &mut sum[weight.tag as usize];
                    *sum = sum.saturating_add(weight.weight);
                }
            }
        }
        sum
    }

    fn weights(&self, feature: u32) -> Weights<'_> {
        let (word, bit) = bit(feature);
        if self.learned[word] & bit == 0 {
            return Weights::Few(&[]);
        }
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.feature == feature {
                let start = (slot.place >> 8) as usize;
                return match (slot.place & 0xff) as usize {
                    0 => Weights::Row(&self.rows[start]),
                    count => Weights::Few(&self.few[start..start + count]),
                };
            }
            if slot.feature == 0 {
                return Weights::Few(&[]);
            }
            at = (at + 1) & mask;
        }
    }
}

/// The place of a feature's bit in [`Model::learned`].
fn bit(feature: u32) -> (usize, u64) {
    let low = feature & ((1 << BITS) - 1);
    ((low >> 6) as usize, 1 << (low & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_and_a_cut_file_does_not() {
        let weight = |tag, weight| Weight { tag, weight };
        let features = [
            (7, vec![weight(Tag::NN, -300)]),
            (9, Tag::ALL.iter().map(|tag| weight(*tag, 5)).collect()),
            (u32::MAX, vec![weight(Tag::VB, 1), weight(Tag::NFP, 32767)]),
        ];
        let bytes = Model::write(&features);
        let model = Model::read(&bytes).unwrap();
        for (feature, weights) in &features {
            let sum = model.sum([*feature, 3]);
            assert!(
                weights
                    .iter()
                    .all(|own| sum[own.tag as usize] == own.weight)
            );
            let others = sum.iter().filter(|sum| **sum != 0).count() - weights.len();
            assert_eq!(others, 0);
        }
        assert_eq!(model.sum([7, 9])[Tag::NN as usize], -295);
        assert_eq!(
            [7, 9, 3].map(|feature| model.only(feature)),
            [Some(Tag::NN), None, None]
        );
        for end in 0..bytes.len() {
            assert!(Model::read(&bytes[..end]).is_none(), "{end}");
        }
    }
}
