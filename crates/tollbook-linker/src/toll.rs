//! From incidents to the answer to a question.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{
    Affiliation, Aside, Category, Effect, Figure, Footing, Incident, Line, Question, Sum, Toll,
    Total,
};

use crate::beside::Besides;
use crate::blame::{actors, taken};
use crate::figure::{Taken, combine_pieces};
use crate::question::{asks_for, asks_for_aside, select};
use crate::saying::Of;
use crate::sum::{Containment, Value};
use crate::{Linked, Made};

/// Sums what is `linked` for a question: of low, best and high each by itself.
///
/// A period takes what lies in it or overlaps it. Undated incidents are left out of a period,
/// unplaced ones out of a place, and both are named in the footing.
pub fn toll(linked: &Linked, question: &Question) -> Toll {
    let mut reckoning = Reckoning::new(question);
    for incident in &linked.incidents {
        reckoning.incident(incident);
    }
    for total in &linked.cumulative {
        reckoning.cumulative(total);
    }
    for total in &linked.background {
        reckoning.background(total);
    }
    for aside in &linked.apart {
        reckoning.apart(aside);
    }
    reckoning.toll()
}

/// A toll in the making: does what [`toll`] does where there are more incidents than are held at
/// once. Of an incident it keeps its id and what it adds, not who said so in which words.
#[derive(Debug)]
pub struct Reckoning<'q> {
    question: &'q Question,
    /// Ids of all incidents, whatever the question: a number is a place in this list.
    ids: Vec<String>,
    /// Incidents that sum others, with the ids of those.
    wholes: Vec<(usize, Vec<String>)>,
    lines: BTreeMap<Effect, Values>,
    besides: Besides,
    footing: Footing,
}

/// What the incidents in question add to the line of one effect.
#[derive(Debug, Default)]
struct Values {
    all: Vec<Value>,
    among: Rows<Category>,
    by_actor: Rows<Option<String>>,
    by_side: Rows<Affiliation>,
    contested: Vec<usize>,
    one_sided: Vec<usize>,
}

/// Values by what they are told apart by.
#[derive(Debug)]
struct Rows<K>(BTreeMap<K, Vec<Value>>);

impl<K> Default for Rows<K> {
    fn default() -> Rows<K> {
        Rows(BTreeMap::new())
    }
}

impl<K: Ord> Rows<K> {
    fn add(&mut self, key: K, number: usize, taken: Option<Taken>) {
        if let Some(taken) = taken {
            self.0.entry(key).or_default().push((number, taken));
        }
    }

    fn sums(self, sum: impl Fn(&[Value]) -> Sum) -> Vec<(K, Sum)> {
        let rows = self.0.into_iter();
        rows.map(|(key, values)| (key, sum(&values))).collect()
    }
}

impl<'q> Reckoning<'q> {
    /// Begins with nothing.
    pub fn new(question: &'q Question) -> Reckoning<'q> {
        Reckoning {
            question,
            ids: Vec::new(),
            wholes: Vec::new(),
            lines: BTreeMap::new(),
            besides: Besides::default(),
            footing: Footing::default(),
        }
    }

    /// Takes the next piece; those of each kind must come in their order.
    pub fn take(&mut self, piece: &Made) {
        match piece {
            Made::Incident(incident) => self.incident(incident),
            Made::Cumulative(total) => self.cumulative(total),
            Made::Background(total) => self.background(total),
            Made::Apart(aside) => self.apart(aside),
        }
    }

    /// Returns the toll of what was taken.
    pub fn toll(self) -> Toll {
        let containment = Containment::of(&self.ids, &self.wholes);
        let lines = self.lines.into_iter();
        Toll {
            question: self.question.clone(),
            lines: lines
                .map(|(effect, values)| values.line(effect, &containment, &self.ids))
                .collect(),
            cumulative: self.besides.of(&containment),
            footing: self.footing,
        }
    }

    fn incident(&mut self, incident: &Incident) {
        let number = self.ids.len();
        self.ids.push(incident.id.clone());
        if !incident.contains.is_empty() {
            self.wholes.push((number, incident.contains.clone()));
        }
        self.besides.incident(number, incident, self.question);
        if select(incident, self.question, &mut self.footing) {
            for effect in Effect::ALL {
                if self.question.effect.is_none_or(|asked| asked == *effect) {
                    self.add(number, incident, *effect);
                }
            }
        }
    }

    fn cumulative(&mut self, total: &Total) {
        if asks_for(self.question, total) {
            self.besides.total(total);
        }
    }

    fn background(&mut self, total: &Total) {
        if asks_for(self.question, total) {
            self.footing.background.push(total.claim.clone());
        }
    }

    fn apart(&mut self, aside: &Aside) {
        if asks_for_aside(self.question, aside) {
            self.footing.without_event.push(aside.claim.clone());
        }
    }

    /// Adds an incident in question to the line of one effect, where it has that effect.
    fn add(&mut self, number: usize, incident: &Incident, effect: Effect) {
        let question = self.question;
        let party = question.party.as_deref();
        let of = |category| figure_of(incident, (effect, question.cause, category));
        let Some(figure) = of(question.category) else {
            return;
        };
        let blamed = actors(figure);
        let Some(whole) = taken(figure, &blamed, party) else {
            return;
        };
        let values = self.lines.entry(effect).or_default();
        values.all.push((number, whole));
        if !incident.contested.is_empty() {
            values.contested.push(number);
        }
        if incident.one_sided.is_some() {
            values.one_sided.push(number);
        }
        if question.category.is_none() {
            for category in Category::ALL {
                if let Some(figure) = of(Some(*category)) {
                    let blamed = actors(figure);
                    // What is told of a category without blame belongs to what is told with it.
                    let party = party.filter(|_| !blamed.is_empty());
                    let taken = taken(figure, &blamed, party);
                    values.among.add(*category, number, taken);
                }
            }
        }
        if blamed.is_empty() {
            values.by_actor.add(None, number, Some(whole));
        }
        for actor in blamed.iter().copied() {
            if party.is_none_or(|party| party == actor) {
                let taken = taken(figure, &blamed, Some(actor));
                values.by_actor.add(Some(actor.to_owned()), number, taken);
            }
        }
        // Who blames several speaks for the one in question where it is blamed.
        let asked = party.filter(|_| blamed.len() > 1);
        let pieces = figure.said.iter().flat_map(|said| &said.pieces);
        let sides: BTreeSet<&Affiliation> = pieces.map(|piece| &piece.affiliation).collect();
        for side in &sides {
            let taken = match (sides.len(), asked) {
                (1, None) => Some(whole),
                _ => combine_pieces(&figure.said, |piece| {
                    let on_side = piece.affiliation == **side;
                    on_side && (asked.is_none() || piece.perpetrator.as_deref() == asked)
                }),
            };
            values.by_side.add((*side).clone(), number, taken);
        }
    }
}

impl Values {
    /// Makes the line of one effect.
    fn line(self, effect: Effect, containment: &Containment, ids: &[String]) -> Line {
        let sum = |values: &[Value]| containment.sum(ids, values).0;
        let named = |numbers: Vec<usize>| {
            let numbers = numbers.into_iter();
            numbers.map(|number| ids[number].clone()).collect()
        };
        let (whole, contained) = containment.sum(ids, &self.all);
        Line {
            effect,
            sum: whole,
            among: self.among.sums(sum),
            by_perpetrator: self.by_actor.sums(sum),
            by_claimant: self.by_side.sums(sum),
            contained,
            contested: named(self.contested),
            one_sided: named(self.one_sided),
        }
    }
}

/// Returns the figure of an incident of what is asked for.
fn figure_of(incident: &Incident, of: Of) -> Option<&Figure> {
    let figures = &incident.figures;
    let place = figures.binary_search_by_key(&of, |f| (f.effect, f.cause, f.category));
    place.ok().and_then(|place| figures.get(place))
}
