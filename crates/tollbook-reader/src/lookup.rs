//! A table that is asked for one word at a time.

/// Values by a word.
///
/// The rows stand in a list, and their places in slots by the hash of their words, with open addressing. What a
/// table holds is known before any text is read, so that no text can fill it with words that collide.
#[derive(Debug)]
pub(crate) struct Lookup<V> {
    rows: Vec<(String, V)>,
    slots: Vec<Option<Slot>>,
}

/// The place of a row.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    row: u32,
}

impl<V> Lookup<V> {
    /// Returns the value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.find(hash(word.bytes()), |own| own == word)
    }

    /// Returns the value of a word, whose ASCII letters may be capitals; those of the table are none.
    pub(crate) fn get_lower(&self, word: &str) -> Option<&V> {
        let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
        self.find(hash(lower), |own| own.eq_ignore_ascii_case(word))
    }

    fn find(&self, hash: u32, is_word: impl Fn(&str) -> bool) -> Option<&V> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots[at] {
            if slot.hash == hash {
                let (word, value) = &self.rows[slot.row as usize];
                if is_word(word) {
                    return Some(value);
                }
            }
            at = (at + 1) & mask;
        }
        None
    }
}

impl<V> FromIterator<(String, V)> for Lookup<V> {
    /// Makes a table; no word stands twice among the rows.
    fn from_iter<I: IntoIterator<Item = (String, V)>>(rows: I) -> Lookup<V> {
        let rows: Vec<(String, V)> = rows.into_iter().collect();
        // At most half of the slots are taken, so that a search soon meets a free one.
        let mut slots = vec![None; (2 * rows.len()).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for (row, (word, _)) in (0..).zip(&rows) {
            let hash = hash(word.bytes());
            let mut at = hash as usize & mask;
            while slots[at].is_some() {
                at = (at + 1) & mask;
            }
            slots[at] = Some(Slot { hash, row });
        }
        Lookup { rows, slots }
    }
}

/// A quick hash of short words (FNV-1a, its halves folded together).
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_own_value_and_others_have_none() {
        let words = (0..100).map(|n| (format!("word{n}"), n));
        let table: Lookup<i32> = words.collect();
        for n in 0..100 {
            assert_eq!(table.get(&format!("word{n}")), Some(&n));
            assert_eq!(table.get_lower(&format!("Word{n}")), Some(&n));
            assert_eq!(table.get(&format!("Word{n}")), None);
        }
        assert_eq!(table.get("word100"), None);
        let empty: Lookup<()> = std::iter::empty().collect();
        assert_eq!(empty.get(""), None);
    }
}
