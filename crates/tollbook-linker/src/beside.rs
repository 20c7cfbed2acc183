//! Cumulative totals, and what the known incidents make up of each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tollbook_terms::{Beside, Figure, Incident, Total};

use crate::blame::{actors, taken};
use crate::fold::{fold, has_words};
use crate::saying::Of;
use crate::sum::{Containment, Value, known};

/// Lays each total beside the incidents that fall into it: of its effect, cause and time, in its
/// place, and not blamed on others alone. A total of one category is compared with the figures of that
/// category. All known incidents are asked, whatever the question: the total is not the question's.
pub(crate) fn besides<'a>(
    incidents: &'a [Incident],
    containment: &Containment,
    totals: impl Iterator<Item = &'a Total>,
) -> Vec<Beside> {
    let places = Places::of(incidents);
    let mut figures: BTreeMap<Of, Vec<Blamed>> = BTreeMap::new();
    for (number, incident) in incidents.iter().enumerate() {
        for figure in &incident.figures {
            let of = (figure.effect, figure.cause, figure.category);
            figures
                .entry(of)
                .or_default()
                .push((number, figure, actors(figure)));
        }
    }
    totals
        .map(|total| {
            let category = match total.categories.as_slice() {
                [category] => Some(*category),
                _ => None,
            };
            let of = (total.effect, total.cause, category);
            let area = places.area(incidents, total);
            let mut values: Vec<Value> = Vec::new();
            for (number, figure, blamed) in figures.get(&of).into_iter().flatten() {
                let incident = &incidents[*number];
                if overlaps(incident, total) && area.holds(*number, incident) {
                    let party = total.perpetrator.as_deref();
                    let party = party.filter(|_| !blamed.is_empty());
                    let taken = taken(figure, blamed, party);
                    values.extend(taken.map(|taken| (*number, taken)));
                }
            }
            Beside {
                known: known(&containment.counted(&values).0),
                total: total.clone(),
            }
        })
        .collect()
}

/// A figure with the number of its incident, and the actors it is blamed on.
type Blamed<'a> = (usize, &'a Figure, BTreeSet<&'a str>);

/// Returns whether a dated incident lies in the time of a total or overlaps it.
fn overlaps(incident: &Incident, total: &Total) -> bool {
    let (Some(from), Some(to)) = (incident.when.from, incident.when.to) else {
        return false;
    };
    let open = |a: Option<Date>, b: Option<Date>| a.zip(b).is_none_or(|(a, b)| a <= b);
    open(total.when.from, Some(to)) && open(Some(from), total.when.to)
}

/// Where a total holds.
enum Area<'a> {
    Anywhere,
    /// In a country, by its code.
    Country(&'a str),
    /// Where these incidents are.
    Incidents(BTreeSet<usize>),
}

impl Area<'_> {
    fn holds(&self, number: usize, incident: &Incident) -> bool {
        match self {
            Area::Anywhere => true,
            Area::Country(code) => {
                let mut countries = incident.places.iter().filter_map(|p| p.country.as_deref());
                countries.clone().next().is_none() || countries.any(|country| country == *code)
            }
            Area::Incidents(numbers) => numbers.contains(&number),
        }
    }
}

/// The numbers of incidents by each folded word of their places.
struct Places(BTreeMap<String, BTreeSet<usize>>);

impl Places {
    fn of(incidents: &[Incident]) -> Places {
        let mut by_word: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (number, incident) in incidents.iter().enumerate() {
            for name in incident.places.iter().map(|place| fold(&place.name)) {
                for word in name.split(' ') {
                    by_word.entry(word.to_owned()).or_default().insert(number);
                }
            }
        }
        Places(by_word)
    }

    /// Returns where a total holds: at the incidents whose place has its name; where no incident has
    /// it, the name is taken to be that of a larger area, and the country decides.
    fn area<'a>(&self, incidents: &[Incident], total: &'a Total) -> Area<'a> {
        let Some(place) = &total.place else {
            return Area::Anywhere;
        };
        let name = fold(&place.name);
        let told = self.0.get(name.split(' ').next().unwrap_or_default());
        let has_name = |number: &&usize| {
            let mut places = incidents[**number].places.iter();
            places.any(|place| has_words(&fold(&place.name), &name))
        };
        let told = told.into_iter().flatten().filter(has_name);
        let named: BTreeSet<usize> = told.copied().collect();
        match (named.is_empty(), place.country.as_deref()) {
            (false, _) => Area::Incidents(named),
            (true, Some(code)) => Area::Country(code),
            (true, None) => Area::Anywhere,
        }
    }
}
