//! Marks of a country: words that its law, its police, its roads and its offices have.

const TABLE: &str = include_str!("../../lexicon/en/marks.tsv");

/// One row: words and the country that they speak for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) words: &'static str,
    /// ISO 3166 code.
    pub(crate) country: String,
    /// How much it says.
    pub(crate) worth: u32,
}

impl Mark {
    /// Whether it is the short name of a part of the country: "Ont.".
    pub(crate) fn is_short(&self) -> bool {
        self.words.ends_with('.')
    }
}

/// Returns the rows in the order of the file. A row that does not parse is left out; a test holds that there is
/// none.
pub(crate) fn rows() -> impl Iterator<Item = Mark> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let mark = Mark {
            words: cells.next()?,
            country: cells.next()?.to_owned(),
            worth: cells.next()?.parse().ok()?,
        };
        cells.next().is_none().then_some(mark)
    })
}

/// Countries by the last part of the web addresses of their outlets.
const ADDRESSES: &[(&str, &str)] = &[
    ("ca", "CA"),
    ("uk", "GB"),
    ("au", "AU"),
    ("nz", "NZ"),
    ("ie", "IE"),
    ("za", "ZA"),
    ("in", "IN"),
    ("pk", "PK"),
    ("ph", "PH"),
    ("ke", "KE"),
    ("ng", "NG"),
    ("lb", "LB"),
    ("il", "IL"),
    ("ge", "GE"),
    ("lk", "LK"),
    ("bd", "BD"),
    ("my", "MY"),
    ("sg", "SG"),
    ("jm", "JM"),
    ("zw", "ZW"),
];

/// Returns the country that the web address of an outlet tells.
pub(crate) fn of_address(outlet: &str) -> Option<&'static str> {
    let end = outlet.trim_end_matches('/').rsplit('.').next()?;
    let of = ADDRESSES.iter().find(|(last, _)| *last == end);
    of.filter(|_| outlet.len() > end.len())
        .map(|(_, country)| *country)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_row_and_no_words_stand_twice() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(rows().count(), lines.count());
        let mut seen = BTreeSet::new();
        for mark in rows() {
            assert!(seen.insert(mark.words), "{}", mark.words);
            assert!(mark.country.len() == 2 && mark.worth > 0, "{mark:?}");
        }
    }

    #[test]
    fn the_address_of_an_outlet_tells_its_country() {
        assert_eq!(of_address("ostranews.co.uk"), Some("GB"));
        assert_eq!(of_address("ostranews.com"), None);
        assert_eq!(of_address("The Ostra Times"), None);
        assert_eq!(of_address("in"), None);
    }
}
