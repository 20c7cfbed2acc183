//! Which reports are copies of one text, whatever the order in which they were added.

use std::collections::BTreeMap;

use tollbook_linker::family::{Signature, bands, one_family};

/// A report, by what copies of it are found by.
pub(crate) struct Sheet {
    /// Hash of its text.
    pub(crate) text: String,
    /// Signature of its text.
    pub(crate) signature: Signature,
}

/// Returns for each sheet the place of the first one of its family.
///
/// Sheets are of one family where their texts are equal, or are copies of one
/// ([`one_family`]), or are so by way of others.
pub(crate) fn families(sheets: &[Sheet]) -> Vec<usize> {
    let mut families = Families((0..sheets.len()).collect());
    let mut different: Vec<usize> = Vec::new();
    let mut first_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, sheet) in sheets.iter().enumerate() {
        match first_of.get(sheet.text.as_str()) {
            Some(first) => families.join(*first, place),
            None => {
                first_of.insert(&sheet.text, place);
                different.push(place);
            }
        }
    }
    let mut table: Vec<(u64, usize)> = different
        .iter()
        .flat_map(|place| {
            bands(&sheets[*place].signature)
                .into_iter()
                .map(|band| (band, *place))
        })
        .collect();
    table.sort_unstable();
    for shelf in table
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|shelf| shelf.len() > 1)
    {
        join_shelf(shelf, sheets, &mut families);
    }
    (0..sheets.len())
        .map(|place| families.first(place))
        .collect()
}

/// Joins what is alike on one shelf. Each sheet is held against the families there, not against
/// every sheet: thousands of copies of one text cost one comparison each.
fn join_shelf(shelf: &[(u64, usize)], sheets: &[Sheet], families: &mut Families) {
    let mut met: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (_, place) in shelf {
        let own = families.first(*place);
        let alike: Vec<usize> = met
            .iter()
            .filter(|(first, members)| {
                let is_alike = |other: &usize| {
                    one_family(&sheets[*place].signature, &sheets[*other].signature)
                };
                **first != own && members.iter().any(is_alike)
            })
            .map(|(first, _)| *first)
            .collect();
        let mut members = met.remove(&own).unwrap_or_default();
        members.push(*place);
        for first in alike {
            families.join(first, own);
            members.extend(met.remove(&first).unwrap_or_default());
        }
        met.insert(families.first(*place), members);
    }
}

/// For each place another of its family that stands before it, or itself.
struct Families(Vec<usize>);

impl Families {
    fn first(&mut self, place: usize) -> usize {
        let mut first = place;
        while self.0[first] != first {
            self.0[first] = self.0[self.0[first]];
            first = self.0[first];
        }
        first
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use tollbook_linker::family::signature;
    use tollbook_terms::Hash;

    use super::*;

    fn sheet(text: &str) -> Sheet {
        Sheet {
            text: Hash::of(text.as_bytes()).to_string(),
            signature: signature(text),
        }
    }

    /// Eighty words that no other seed has.
    fn long(seed: usize) -> String {
        (0..80)
            .map(|n| format!("word{} ", seed * 1000 + n))
            .collect()
    }

    #[test]
    fn equal_short_texts_and_near_copies_are_families() {
        let wire = long(1);
        let cut = wire[..wire.len() - 60].to_owned();
        let sheets: Vec<Sheet> = ["2 killed", &long(2), &wire, "2 killed", &cut, "3 killed"]
            .map(sheet)
            .into();
        assert_eq!(families(&sheets), [0, 1, 2, 0, 2, 5]);
    }

    #[test]
    fn the_order_of_adding_changes_no_family() {
        let texts: Vec<String> = (0..30)
            .map(|n| format!("{} extra{n} line{n}", long(n % 4)))
            .collect();
        let groups = |order: &[usize]| {
            let sheets: Vec<Sheet> = order.iter().map(|n| sheet(&texts[*n])).collect();
            let firsts = families(&sheets);
            let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for (place, first) in firsts.iter().enumerate() {
                groups.entry(*first).or_default().push(order[place]);
            }
            let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
            groups.iter_mut().for_each(|group| group.sort_unstable());
            groups.sort();
            groups
        };
        let forward: Vec<usize> = (0..30).collect();
        let backward: Vec<usize> = (0..30).rev().collect();
        let mixed: Vec<usize> = (0..30).map(|n| n * 7 % 30).collect();
        assert_eq!(groups(&forward).len(), 4);
        assert_eq!(groups(&forward), groups(&backward));
        assert_eq!(groups(&forward), groups(&mixed));
    }
}
