//! Where: countries, capitals, towns and regions that are named in a text, with their country.
//!
//! The table is a list of names, not a gazetteer: it knows no coordinates, and a place that it does
//! not hold has no country here. Countries are those of the actors' table, as the codes of ISO 3166
//! and GeoNames have them; the record takes no side in who holds a place.

mod home;
mod marks;
pub(crate) mod table;

use tollbook_terms::Party;

use crate::actor;
use crate::names::{Found, Names, only_leans, squeezed};
pub(crate) use home::Home;
use marks::Mark;
pub use table::PlaceKind;

/// A place named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceMention<'a> {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// ISO 3166 alpha-2 code; none for the country of a party without one, and for a sea or
    /// landscape that more countries share.
    pub country: Option<&'a str>,
    /// What is named.
    pub kind: PlaceKind,
    /// Whether the name only leans on another word: "Velmora-backed".
    pub(crate) leans: bool,
    /// Whether places in more countries have the name.
    shared: bool,
}

/// All places that a reader knows by name.
pub struct PlaceTable {
    places: Vec<(Option<String>, PlaceKind)>,
    names: Names,
    marks: Vec<Mark>,
    /// The words of the marks, by their place among them.
    mark_names: Names,
}

impl PlaceTable {
    /// Returns the table with the countries of `parties` beside it: a party that has demonyms is
    /// taken for a country, without a code where the table does not know its name.
    pub fn new(parties: &[Party]) -> PlaceTable {
        let mut places: Vec<(Option<String>, PlaceKind)> = Vec::new();
        let mut names: Vec<(&str, usize)> = Vec::new();
        // "Velmoras Ostra province": copy that has lost its apostrophes.
        let mut owners: Vec<(String, usize)> = Vec::new();
        for row in actor::table::rows() {
            let Some(country) = row.country().map(str::to_uppercase) else {
                continue;
            };
            names.extend(row.names().map(|name| (name, places.len())));
            owners.extend(row.names().filter_map(|name| owner(name, places.len())));
            places.push((Some(country.clone()), PlaceKind::Country));
            names.extend(row.demonyms().map(|name| (name, places.len())));
            places.push((Some(country), PlaceKind::Demonym));
        }
        for row in table::rows() {
            names.extend(row.names().map(|name| (name, places.len())));
            places.push((row.country.map(str::to_owned), row.kind));
        }
        for party in parties.iter().filter(|party| !party.demonyms.is_empty()) {
            let known: Vec<String> = party.names.iter().map(|name| squeezed(name)).collect();
            let code = actor::table::rows()
                .find(|row| row.names().any(|name| known.contains(&squeezed(name))))
                .and_then(|row| row.country().map(str::to_uppercase));
            names.extend(party.names.iter().map(|name| (name.as_str(), places.len())));
            owners.extend(
                party
                    .names
                    .iter()
                    .filter_map(|name| owner(name, places.len())),
            );
            places.push((code.clone(), PlaceKind::Country));
            names.extend(
                party
                    .demonyms
                    .iter()
                    .map(|name| (name.as_str(), places.len())),
            );
            places.push((code, PlaceKind::Demonym));
        }
        names.extend(owners.iter().map(|(name, place)| (name.as_str(), *place)));
        // Last, so that a name which is that of a place too stays a place.
        for row in actor::table::rows() {
            let (of_names, of_demonyms) = match row.kind {
                actor::Kind::Territory => (PlaceKind::Country, PlaceKind::Demonym),
                // A state that is no more.
                actor::Kind::State if row.country().is_none() => {
                    (PlaceKind::Country, PlaceKind::Demonym)
                }
                actor::Kind::Group => (PlaceKind::Side, PlaceKind::Side),
                _ => continue,
            };
            names.extend(one_name(row.names()).map(|name| (name, places.len())));
            places.push((None, of_names));
            names.extend(one_name(row.demonyms()).map(|name| (name, places.len())));
            places.push((None, of_demonyms));
        }
        for party in parties.iter().filter(|party| party.demonyms.is_empty()) {
            names.extend(party.names.iter().map(|name| (name.as_str(), places.len())));
            places.push((None, PlaceKind::Side));
        }
        let marks: Vec<Mark> = marks::rows().collect();
        PlaceTable {
            names: Names::new(names),
            places,
            mark_names: Names::new(marks.iter().map(|mark| mark.words).zip(0..)),
            marks,
        }
    }

    /// Returns the table as it were if all that lies in the one of two countries lay in the other.
    pub(crate) fn exchanging(mut self, countries: [&str; 2]) -> PlaceTable {
        let at = |code: &str| countries.iter().position(|other| code == *other);
        for (code, kind) in &mut self.places {
            let own = matches!(kind, PlaceKind::Country | PlaceKind::Demonym);
            if let Some(at) = code.as_deref().and_then(at).filter(|_| !own) {
                *code = Some(countries[1 - at].to_owned());
            }
        }
        for mark in &mut self.marks {
            if let Some(at) = at(&mark.country) {
                countries[1 - at].clone_into(&mut mark.country);
            }
        }
        self
    }

    /// Returns the places named in `text` from left to right, the longest name at each place.
    ///
    /// Of namesakes in more countries the one first meant is given; [`PlaceTable::country`] looks at
    /// what else a phrase says.
    pub fn find(&self, text: &str) -> Vec<PlaceMention<'_>> {
        let mut found = self.named(text);
        found.retain(PlaceMention::is_place);
        found
    }

    /// Returns the places and sides named in `text`, those too that only lean on another word.
    pub(crate) fn named(&self, text: &str) -> Vec<PlaceMention<'_>> {
        let mention = |found: Found| {
            let (country, kind) = &self.places[found.values[0]];
            PlaceMention {
                start: found.start,
                end: found.end,
                country: country.as_deref(),
                kind: *kind,
                leans: only_leans(text, found.start, found.end),
                shared: found.values.len() > 1 && self.countries(&found.values).len() > 1,
            }
        };
        self.names.find(text).into_iter().map(mention).collect()
    }

    /// Returns the country of a place as a report writes it ("the outskirts of Damascus", "Rafah,
    /// Gaza Strip"); none where it holds no known name, or the names of several countries.
    pub fn country(&self, phrase: &str) -> Option<&str> {
        let found = self.found(phrase);
        let first_of = |is_kind: fn(PlaceKind) -> bool| {
            found
                .iter()
                .find(|found| is_kind(self.places[found.values[0]].1))
        };
        let code = |found: &Found| self.places[found.values[0]].0.as_deref();
        let country = first_of(|kind| kind == PlaceKind::Country);
        let demonym = first_of(|kind| kind == PlaceKind::Demonym);
        let narrow = first_of(|kind| !matches!(kind, PlaceKind::Country | PlaceKind::Demonym));
        if let Some(country) = country {
            let differs = |other: &Found| {
                self.places[other.values[0]].1 == PlaceKind::Country && code(other) != code(country)
            };
            return code(country).filter(|_| !found.iter().any(differs));
        }
        let Some(narrow) = narrow else {
            return demonym.and_then(code);
        };
        let namesakes = narrow
            .values
            .iter()
            .map(|value| self.places[*value].0.as_deref());
        let of_demonym = demonym.and_then(|demonym| {
            namesakes
                .flatten()
                .find(|country| Some(*country) == code(demonym))
        });
        of_demonym.or(code(narrow))
    }

    fn found(&self, text: &str) -> Vec<Found> {
        let mut found = self.names.find(text);
        let is_place = |found: &Found| self.places[found.values[0]].1 != PlaceKind::Side;
        found.retain(|found| is_place(found) && !only_leans(text, found.start, found.end));
        found
    }
}

impl PlaceMention<'_> {
    /// Whether a place is named, and not only somebody who leans on it.
    pub(crate) fn is_place(&self) -> bool {
        !self.leans && self.kind != PlaceKind::Side
    }
}

/// The names that are nothing but names: "Hill Front", not "Hill Front rebels".
fn one_name<'n>(names: impl Iterator<Item = &'n str>) -> impl Iterator<Item = &'n str> {
    names.filter(|name| {
        let last = name.rsplit([' ', '-']).next().unwrap_or(name);
        !last.starts_with(char::is_lowercase)
    })
}

/// The name of a country as an owner without its apostrophe.
fn owner(name: &str, place: usize) -> Option<(String, usize)> {
    let letter = |b: u8| b.is_ascii_alphabetic() || b == b' ';
    let plain = name.len() > 3 && !name.ends_with('s') && name.bytes().all(letter);
    plain.then(|| (format!("{name}s"), place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> PlaceTable {
        PlaceTable::new(&[Party {
            id: "velmora".to_owned(),
            names: vec!["Velmora".to_owned()],
            demonyms: vec!["Velmoran".to_owned()],
            ..Party::default()
        }])
    }

    #[test]
    fn what_is_named_is_found_with_its_country() {
        let table = table();
        let check = |text: &str, expected: &[(&str, Option<&str>, PlaceKind)]| {
            let found = table.find(text);
            let seen: Vec<_> = found
                .iter()
                .map(|m| (&text[m.start..m.end], m.country, m.kind))
                .collect();
            assert_eq!(seen, expected, "{text}");
        };
        use PlaceKind::*;
        check("in Turkey", &[("Turkey", Some("TR"), Country)]);
        check(
            "Syrian Kobani",
            &[
                ("Syrian", Some("SY"), Demonym),
                ("Kobani", Some("SY"), City),
            ],
        );
        check("in DAMASCUS", &[("DAMASCUS", Some("SY"), Capital)]);
        check(
            "Deir ez-Zor, Deir Ez Zor",
            &[
                ("Deir ez-Zor", Some("SY"), City),
                ("Deir Ez Zor", Some("SY"), City),
            ],
        );
        check(
            "the Red Sea off Yemen",
            &[("Red Sea", None, Area), ("Yemen", Some("YE"), Country)],
        );
        check(
            "Crimea and Nagorno-Karabakh",
            &[
                ("Crimea", Some("UA"), Region),
                ("Nagorno-Karabakh", Some("AZ"), Region),
            ],
        );
        check("Velmora", &[("Velmora", None, Country)]);
        check("two Yugoslavs", &[("Yugoslavs", None, Demonym)]);
        for text in [
            "cold turkey",
            "a nice van",
            "china cups",
            "US-backed",
            "let us split it",
            "",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_place_as_written_has_one_country_or_none() {
        let table = table();
        for (phrase, country) in [
            ("Barda region", Some("AZ")),
            ("Azerbaijan's Barda city", Some("AZ")),
            ("central Gaza", Some("PS")),
            ("the outskirts of Damascus", Some("SY")),
            ("Rafah", Some("PS")),
            ("Rafah, Egypt", Some("EG")),
            ("the Egyptian side of Rafah", Some("EG")),
            ("the northern Lebanese city of Tripoli", Some("LB")),
            ("a Ukrainian village", Some("UA")),
            ("San Salvador", Some("SV")),
            ("Pristina", Some("XK")),
            ("the border of Syria and Iraq", None),
            ("Orlanka", None),
            ("Velmora", None),
        ] {
            assert_eq!(table.country(phrase), country, "{phrase}");
        }
    }

    #[test]
    fn a_party_with_the_name_of_a_country_has_its_code() {
        let table = PlaceTable::new(&[Party {
            id: "north".to_owned(),
            names: vec!["Armenia".to_owned()],
            demonyms: vec!["Armenian".to_owned(), "Hayastani".to_owned()],
            ..Party::default()
        }]);
        assert_eq!(table.country("Armenia"), Some("AM"));
        assert_eq!(table.country("a Hayastani village"), Some("AM"));
    }
}
