//! Categories as sets, and how many of a figure are of one.

use tollbook_terms::{Basis, Category, Count};

/// A set of categories: one bit each, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Categories(u64);

impl Categories {
    pub(crate) fn of(categories: &[Category]) -> Categories {
        Categories(categories.iter().fold(0, |bits, c| bits | 1 << *c as u64))
    }

    pub(crate) fn has(self, category: Category) -> bool {
        self.0 & (1 << category as u64) != 0
    }

    pub(crate) fn with(self, other: Categories) -> Categories {
        Categories(self.0 | other.0)
    }

    pub(crate) fn common(self, other: Categories) -> Categories {
        Categories(self.0 & other.0)
    }

    /// Returns whether everything in `other` is here, and more.
    pub(crate) fn narrower_than(self, other: Categories) -> bool {
        self != other && self.common(other) == other
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Category> {
        let all = Category::ALL.iter().copied();
        all.filter(move |category| self.has(*category))
    }
}

/// Kinds of which nobody and nothing is two.
const EXCLUSIVE: [&[Category]; 3] = [
    &[Category::Child, Category::Woman, Category::Man],
    &[Category::Civilian, Category::Combatant, Category::Police],
    &[
        Category::House,
        Category::ApartmentBuilding,
        Category::Hospital,
        Category::School,
        Category::Worship,
        Category::Shop,
        Category::Vehicle,
        Category::Aircraft,
        Category::Ship,
        Category::Infrastructure,
        Category::Camp,
    ],
];

/// Returns how many of `count` people or objects of these `categories` are of `category`: "5 women and
/// children" are at least 1 child and at most 4.
pub(crate) fn share(count: Count, categories: Categories, category: Category) -> Count {
    let others = EXCLUSIVE
        .iter()
        .filter(|kinds| kinds.contains(&category))
        .flat_map(|kinds| kinds.iter())
        .filter(|other| **other != category && categories.has(**other))
        .count() as u64;
    if others == 0 || count.high.is_some_and(|high| high <= others) {
        return count;
    }
    Count {
        low: count.low.min(1),
        high: count.high.map(|high| high - others),
        basis: match count.high {
            Some(_) => Basis::Range,
            None => Basis::AtLeast,
        },
    }
}
