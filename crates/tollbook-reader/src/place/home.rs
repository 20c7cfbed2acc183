//! Which country a report is at home in, and which of several places of one name it means.

use std::collections::{BTreeMap, BTreeSet};

use super::marks::{self, Mark};
use super::{PlaceKind, PlaceMention, PlaceTable};

/// The country of whose courts, roads and regions a report speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Home {
    /// What marks and regions speak for each country, and marks alone.
    worth: BTreeMap<String, u32>,
    marks: BTreeMap<String, u32>,
    /// The country of the outlet, where its address tells it.
    outlet: Option<&'static str>,
}

/// From which worth on a name means its place in a country, and a report is at home there.
const MEANT: u32 = 2;
const SURE: u32 = 3;

/// How much the address of the outlet says.
const ADDRESS: u32 = 3;

impl Home {
    /// Returns what speaks for a country.
    pub(crate) fn worth(&self, country: &str) -> u32 {
        self.worth.get(country).copied().unwrap_or(0)
    }

    /// Returns the countries for which marks speak.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (&str, u32)> {
        let marks = self.marks.iter();
        marks.map(|(country, worth)| (country.as_str(), *worth))
    }

    /// Returns the country that the report is surely at home in.
    pub(crate) fn sure(&self) -> Option<&str> {
        let (country, most) = self.worth.iter().max_by_key(|(_, worth)| **worth)?;
        let second = self.worth.iter().filter(|(other, _)| *other != country);
        let second = second.map(|(_, worth)| *worth).max().unwrap_or(0);
        (*most >= SURE && *most > 2 * second).then_some(country)
    }

    /// Returns the country of the outlet.
    pub(crate) fn outlet(&self) -> Option<&'static str> {
        self.outlet
    }
}

/// What a report says of countries beside its home.
#[derive(Default)]
struct Seen {
    home: Home,
    /// How often each country, its people or one of its towns is named.
    named: BTreeMap<String, u32>,
    /// Namesakes of which the report says where they lie: "Ostra, Velmora".
    said: BTreeMap<String, String>,
}

impl PlaceTable {
    /// Returns which country the report with these fields is at home in, and gives the names of `fields` that
    /// more places have the country that is meant.
    pub(crate) fn home<'a>(
        &'a self,
        fields: [(&str, &mut [PlaceMention<'a>]); 2],
        outlet: Option<&str>,
    ) -> Home {
        let mut seen = Seen::default();
        let mut met = BTreeSet::new();
        for (text, places) in &fields {
            self.look(text, places, &mut met, &mut seen);
        }
        seen.home.outlet = outlet.and_then(marks::of_address);
        for (text, places) in fields {
            for place in places {
                let name = text.get(place.start..place.end).unwrap_or("");
                if let Some(meant) = self.meant(name, place, &seen) {
                    place.country = Some(meant);
                    if place.kind == PlaceKind::Country {
                        place.kind = PlaceKind::City;
                    }
                }
            }
        }
        seen.home
    }

    /// Notes what one field says of countries; what has been `met` is not counted again.
    fn look<'t>(
        &self,
        text: &'t str,
        places: &[PlaceMention<'_>],
        met: &mut BTreeSet<&'t str>,
        seen: &mut Seen,
    ) {
        let mut short: BTreeMap<usize, &Mark> = BTreeMap::new();
        for found in self.mark_names.find(text) {
            let words = text.get(found.start..found.end).unwrap_or("");
            let Some(mark) = found.values.first().map(|value| &self.marks[*value]) else {
                continue;
            };
            if mark.is_short() {
                // "Ostra, Vel.": only behind a comma and before a full stop.
                let behind = text[..found.start].ends_with(", ");
                let whole = words.ends_with('.') || text[found.end..].starts_with('.');
                if !behind || !whole {
                    continue;
                }
                short.insert(found.start, mark);
            }
            if met.insert(words) {
                for sum in [&mut seen.home.worth, &mut seen.home.marks] {
                    *sum.entry(mark.country.clone()).or_default() += mark.worth;
                }
            }
        }
        for (i, place) in places.iter().enumerate() {
            let words = text.get(place.start..place.end).unwrap_or("");
            let Some(country) = place.country else {
                continue;
            };
            let next = places.get(i + 1);
            if let Some(wider) = next
                .filter(|next| text.get(place.end..next.start) == Some(", ") && holds(text, next))
                && let Some(country) = wider.country
            {
                seen.said.insert(words.to_lowercase(), country.to_owned());
            }
            if text[place.end..].starts_with(", ")
                && let Some(mark) = short.get(&(place.end + 2))
            {
                seen.said.insert(words.to_lowercase(), mark.country.clone());
            }
            if place.shared {
                continue;
            }
            match place.kind {
                PlaceKind::Region if met.insert(words) => {
                    *seen.home.worth.entry(country.to_owned()).or_default() += 2;
                }
                PlaceKind::Region | PlaceKind::Side | PlaceKind::Area => {}
                _ => *seen.named.entry(country.to_owned()).or_default() += 2,
            }
        }
    }

    /// Returns whether places in more countries have this name.
    pub(crate) fn has_namesakes(&self, name: &str) -> bool {
        self.namesakes(name).len() > 1
    }

    /// Returns the countries in which places of this name lie, the one first meant first.
    fn namesakes(&self, name: &str) -> Vec<&str> {
        let found = self.names.find(name).into_iter().next();
        found.map_or_else(Vec::new, |found| self.countries(&found.values))
    }

    /// Returns the countries in which places lie, in their order; a people lies in none.
    pub(super) fn countries(&self, places: &[usize]) -> Vec<&str> {
        let mut countries: Vec<&str> = Vec::new();
        for place in places {
            let (country, kind) = &self.places[*place];
            if let Some(country) = country.as_deref()
                && *kind != PlaceKind::Demonym
                && !countries.contains(&country)
            {
                countries.push(country);
            }
        }
        countries
    }

    /// Returns the country that a name means here, where it is another than the one first meant.
    fn meant<'a>(&'a self, name: &str, place: &PlaceMention<'a>, seen: &Seen) -> Option<&'a str> {
        let narrow = !matches!(
            place.kind,
            PlaceKind::Demonym | PlaceKind::Side | PlaceKind::Area
        );
        if !narrow || !place.shared {
            return None;
        }
        let first = place.country?;
        let others = self.namesakes(name).into_iter();
        let mut others = others.filter(|country| *country != first);
        if let Some(said) = seen.said.get(&name.to_lowercase()) {
            return others.find(|country| country == said);
        }
        let named = |country: &str| seen.named.get(country).copied().unwrap_or(0);
        let address = |country: &str| match seen.home.outlet == Some(country) {
            true => ADDRESS,
            false => 0,
        };
        let usual = seen.home.worth(first) + named(first);
        let other = others.max_by_key(|country| seen.home.worth(country) + address(country))?;
        let worth = seen.home.worth(other) + address(other);
        (worth >= MEANT && worth > 2 * usual).then_some(other)
    }
}

/// Whether a name behind a comma says where what stands before it lies: "Rafah, Egypt."; not "Rafah, Egypt said".
fn holds(text: &str, place: &PlaceMention<'_>) -> bool {
    let behind = text[place.end..].chars().next();
    match place.kind {
        PlaceKind::Region => true,
        PlaceKind::Country => behind.is_none_or(|c| matches!(c, ',' | '.' | ';' | ')' | '\n')),
        _ => false,
    }
}
