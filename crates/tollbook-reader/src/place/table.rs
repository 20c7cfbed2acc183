//! The table of places as it stands in the lexicon.

const TABLE: &str = include_str!("../../lexicon/en/places.tsv");

/// What a name of a place names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A country.
    Country,
    /// The people of a country, or its adjective.
    Demonym,
    /// A capital.
    Capital,
    /// A town, village or quarter.
    City,
    /// A province, district or landscape of one country.
    Region,
    /// A party to a conflict that is no place.
    Side,
    /// A camp, or a sea or landscape that more countries share.
    Area,
}

/// One row: a place with its names.
pub(crate) struct Row {
    names: &'static str,
    /// ISO 3166 code as GeoNames has it; none where more countries share the place.
    pub(crate) country: Option<&'static str>,
    pub(crate) kind: PlaceKind,
}

impl Row {
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.names.split('|')
    }
}

/// Returns the rows in the order of the file: of namesakes the one first meant stands first. A row
/// that does not parse is left out; a test holds that there is none.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().skip(1).filter_map(row)
}

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split('\t');
    let row = Row {
        names: cells.next().filter(|names| !names.is_empty())?,
        country: Some(cells.next()?).filter(|country| !country.is_empty()),
        kind: match cells.next()? {
            "country" => PlaceKind::Country,
            "demonym" => PlaceKind::Demonym,
            "capital" => PlaceKind::Capital,
            "city" => PlaceKind::City,
            "region" => PlaceKind::Region,
            "area" => PlaceKind::Area,
            _ => return None,
        },
    };
    let source = cells.next()?;
    (!source.is_empty() && cells.next().is_none()).then_some(row)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_row_and_no_name_stands_twice_in_a_country() {
        assert_eq!(rows().count(), TABLE.lines().count() - 1);
        let mut seen = BTreeSet::new();
        for row in rows() {
            assert!(
                row.country
                    .is_none_or(|code| code.len() == 2 && code == code.to_uppercase())
            );
            for name in row.names() {
                assert!(seen.insert((name, row.country)), "{name} {:?}", row.country);
            }
        }
    }

    #[test]
    fn every_country_of_a_place_is_a_state_or_a_place_of_its_own() {
        let states = crate::actor::table::rows()
            .filter_map(|row| row.country())
            .map(str::to_uppercase);
        let own = rows()
            .filter(|row| row.kind == PlaceKind::Country)
            .filter_map(|row| row.country);
        let known: BTreeSet<String> = states.chain(own.map(str::to_owned)).collect();
        for row in rows() {
            assert!(
                row.country.is_none_or(|code| known.contains(code)),
                "{:?}",
                row.country
            );
        }
    }
}
