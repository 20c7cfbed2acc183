//! Cumulative totals, and what the known incidents make up of each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tollbook_terms::{Beside, Figure, Incident, Question, Total, When};

use crate::blame::{actors, taken};
use crate::figure::Taken;
use crate::fold::{fold, has_words};
use crate::saying::Of;
use crate::sum::{Containment, Value, known};

/// Totals, and of each incident what can be laid beside them: all known incidents are asked, whatever
/// the question's time and place, for a total has its own.
#[derive(Debug, Default)]
pub(crate) struct Besides {
    totals: Vec<Total>,
    /// One for each incident, by its number.
    incidents: Vec<Held>,
    /// The numbers of incidents by each folded name of their places.
    names: BTreeMap<String, Vec<usize>>,
    figures: BTreeMap<Of, Vec<Blamed>>,
}

/// When an incident was, and in which countries.
#[derive(Debug)]
struct Held {
    when: When,
    countries: Vec<String>,
}

/// A figure of an incident.
#[derive(Debug)]
struct Blamed {
    number: usize,
    whole: Taken,
    /// Of it, what is blamed on each actor.
    by_actor: Vec<(String, Option<Taken>)>,
}

impl Besides {
    /// Takes a total in question.
    pub(crate) fn total(&mut self, total: &Total) {
        self.totals.push(total.clone());
    }

    /// Takes the next incident: its figures of the effect and the cause in question.
    pub(crate) fn incident(&mut self, number: usize, incident: &Incident, question: &Question) {
        let mut countries: Vec<String> = Vec::new();
        for place in &incident.places {
            let told = self.names.entry(fold(&place.name)).or_default();
            if told.last() != Some(&number) {
                told.push(number);
            }
            countries.extend(place.country.clone());
        }
        countries.sort_unstable();
        countries.dedup();
        self.incidents.push(Held {
            when: incident.when,
            countries,
        });
        let in_question = |figure: &&Figure| {
            figure.cause == question.cause
                && question.effect.is_none_or(|effect| effect == figure.effect)
        };
        for figure in incident.figures.iter().filter(in_question) {
            let of = (figure.effect, figure.cause, figure.category);
            let figures = self.figures.entry(of).or_default();
            figures.push(Blamed::of(number, figure));
        }
    }

    /// Lays each total beside the incidents that fall into it: of its effect, cause and time, in its
    /// place, and not blamed on others alone. A total of one category is compared with the figures of
    /// that category.
    pub(crate) fn of(self, containment: &Containment) -> Vec<Beside> {
        let words = Words::of(&self.names);
        let beside = |total: &Total| {
            let category = match total.categories.as_slice() {
                [category] => Some(*category),
                _ => None,
            };
            let of = (total.effect, total.cause, category);
            let area = words.area(total);
            let mut values: Vec<Value> = Vec::new();
            for figure in self.figures.get(&of).into_iter().flatten() {
                let incident = &self.incidents[figure.number];
                if overlaps(incident.when, total) && area.holds(figure.number, incident) {
                    let taken = figure.blamed_on(total.perpetrator.as_deref());
                    values.extend(taken.map(|taken| (figure.number, taken)));
                }
            }
            known(&containment.counted(&values).0)
        };
        let known: Vec<_> = self.totals.iter().map(beside).collect();
        let besides = self.totals.into_iter().zip(known);
        besides
            .map(|(total, known)| Beside { total, known })
            .collect()
    }
}

impl Blamed {
    fn of(number: usize, figure: &Figure) -> Blamed {
        let blamed = actors(figure);
        let by_actor = blamed
            .iter()
            .map(|actor| ((*actor).to_owned(), taken(figure, &blamed, Some(actor))));
        Blamed {
            number,
            whole: Taken::of(figure),
            by_actor: by_actor.collect(),
        }
    }

    /// Returns what of the figure is blamed on an actor; all of it where nobody is asked for or blamed.
    fn blamed_on(&self, actor: Option<&str>) -> Option<Taken> {
        match actor {
            Some(asked) if !self.by_actor.is_empty() => {
                let mut blamed = self.by_actor.iter();
                blamed.find(|(actor, _)| actor == asked)?.1
            }
            _ => Some(self.whole),
        }
    }
}

/// Returns whether a dated incident lies in the time of a total or overlaps it.
fn overlaps(when: When, total: &Total) -> bool {
    let (Some(from), Some(to)) = (when.from, when.to) else {
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
    fn holds(&self, number: usize, incident: &Held) -> bool {
        match self {
            Area::Anywhere => true,
            Area::Country(code) => {
                let countries = &incident.countries;
                countries.is_empty() || countries.iter().any(|country| country == code)
            }
            Area::Incidents(numbers) => numbers.contains(&number),
        }
    }
}

/// The names of places by each of their words, with the numbers of the incidents there.
struct Words<'a>(BTreeMap<&'a str, Vec<(&'a str, &'a [usize])>>);

impl<'a> Words<'a> {
    fn of(names: &'a BTreeMap<String, Vec<usize>>) -> Words<'a> {
        let mut by_word: BTreeMap<&str, Vec<(&str, &[usize])>> = BTreeMap::new();
        for (name, numbers) in names {
            for word in name.split(' ') {
                by_word.entry(word).or_default().push((name, numbers));
            }
        }
        Words(by_word)
    }

    /// Returns where a total holds: at the incidents whose place has its name; where no incident has
    /// it, the name is taken to be that of a larger area, and the country decides.
    fn area<'t>(&self, total: &'t Total) -> Area<'t> {
        let Some(place) = &total.place else {
            return Area::Anywhere;
        };
        let asked = fold(&place.name);
        let told = self.0.get(asked.split(' ').next().unwrap_or_default());
        let named = told.into_iter().flatten();
        let named: BTreeSet<usize> = named
            .filter(|(name, _)| has_words(name, &asked))
            .flat_map(|(_, numbers)| numbers.iter().copied())
            .collect();
        match (named.is_empty(), place.country.as_deref()) {
            (false, _) => Area::Incidents(named),
            (true, Some(code)) => Area::Country(code),
            (true, None) => Area::Anywhere,
        }
    }
}
