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
const ROW_FROM: usize = 8;

/// Weights by feature. The features with rows are few and are met most: their small table stays near the core.
#[derive(Debug, Clone)]
pub struct Model {
    with_row: Table,
    rows: Vec<Row>,
    /// One bit for the low bits of each other feature. Most others of a sentence were never learned, and few
    /// bits stay near the core where many slots do not.
    learned: Vec<u64>,
    with_few: Table,
    few: Vec<Weight>,
}

/// Places by feature, with open addressing.
#[derive(Debug, Clone)]
struct Table(Vec<Slot>);

/// A feature and its place; a feature of 0 where the slot is free.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    feature: u32,
    /// The number of its row; or 256 times the first of its few weights, plus how many there are.
    place: u32,
}

impl Table {
    /// Returns a table for so many features, at most half full, so that a search soon meets a free slot.
    fn new(features: usize) -> Table {
        let slots = (2 * features).next_power_of_two().max(2);
        Table(vec![Slot::default(); slots])
    }

    fn add(&mut self, feature: u32, place: u32) {
        let mask = self.0.len() - 1;
        let mut at = feature as usize & mask;
        while self.0[at].feature != 0 {
            at = (at + 1) & mask;
        }
        self.0[at] = Slot { feature, place };
    }

    fn get(&self, feature: u32) -> Option<u32> {
        let mask = self.0.len() - 1;
        let mut at = feature as usize & mask;
        loop {
            let slot = self.0[at];
            if slot.feature == feature {
                return Some(slot.place);
            }
            if slot.feature == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }
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
        let rows = counts
            .iter()
            .filter(|count| usize::from(**count) >= ROW_FROM);
        let rows = rows.count();
        let mut model = Model {
            with_row: Table::new(rows),
            rows: Vec::with_capacity(rows),
            learned: vec![0; 1 << (BITS - 6)],
            with_few: Table::new(features - rows),
            few: Vec::with_capacity(total),
        };
        for (key, count) in keys.as_chunks().0.iter().zip(counts) {
            let feature = u32::from_le_bytes(*key);
            if feature == 0 || model.few.len() >= 1 << 24 {
                return None;
            }
            let count = usize::from(*count);
            if count < ROW_FROM {
                let place = model.few.len() << 8 | count;
                model.with_few.add(feature, place as u32);
                let (word, bit) = bit(feature);
                model.learned[word] |= bit;
                for weight in weights.by_ref().take(count) {
                    model.few.push(weight?);
                }
            } else {
                model.with_row.add(feature, model.rows.len() as u32);
                let mut row: Row = [0; LANES];
                for weight in weights.by_ref().take(count) {
                    let Weight { tag, weight } = weight?;
                    row[tag as usize] = weight;
                }
                model.rows.push(row);
            }
        }
        Some(model)
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
        match self.few_at(self.place_of_few(feature)?) {
            [only] => Some(only.tag),
            _ => None,
        }
    }

    /// Returns whether anything was learned of a feature.
    pub fn holds(&self, feature: u32) -> bool {
        self.with_row.get(feature).is_some() || self.place_of_few(feature).is_some()
    }

    /// Returns the sum of the weights of some features for each tag.
    pub fn sum<const N: usize>(&self, features: [u32; N]) -> Row {
        // All are looked up before any is added, so that the look-ups wait side by side.
        let (mut rows, mut few) = ([0; N], [0; N]);
        let (mut with_row, mut with_few) = (0, 0);
        for feature in features {
            if let Some(row) = self.with_row.get(feature) {
                rows[with_row] = row;
                with_row += 1;
            } else if let Some(place) = self.place_of_few(feature) {
                few[with_few] = place;
                with_few += 1;
            }
        }
        let mut sum: Row = [0; LANES];
        for row in &rows[..with_row] {
            for (sum, weight) in sum.iter_mut().zip(&self.rows[*row as usize]) {
                *sum = sum.saturating_add(*weight);
            }
        }
        for weight in few[..with_few].iter().flat_map(|place| self.few_at(*place)) {
            let sum = &mut sum[weight.tag as usize];
            *sum = sum.saturating_add(weight.weight);
        }
        sum
    }

    /// The place of the weights of a feature without a row.
    fn place_of_few(&self, feature: u32) -> Option<u32> {
        let (word, bit) = bit(feature);
        match self.learned[word] & bit {
            0 => None,
            _ => self.with_few.get(feature),
        }
    }

    fn few_at(&self, place: u32) -> &[Weight] {
        let start = (place >> 8) as usize;
        &self.few[start..start + (place & 0xff) as usize]
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
