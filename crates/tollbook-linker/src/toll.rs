//! From incidents to the answer to a question.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{
    Affiliation, Category, Effect, Figure, Incident, Line, Question, Sum, Toll, Total,
};

use crate::Linked;
use crate::beside::besides;
use crate::blame::{actors, taken};
use crate::figure::{Taken, combine_pieces};
use crate::question::{asks_for, select};
use crate::saying::Of;
use crate::sum::{Containment, Value};

/// Sums what is `linked` for a question: of low, best and high each by itself.
///
/// A period takes what lies in it or overlaps it. Undated incidents are left out of a period,
/// unplaced ones out of a place, and both are named in the footing.
pub fn toll(linked: &Linked, question: &Question) -> Toll {
    let containment = Containment::of(&linked.incidents);
    let (selected, mut footing) = select(linked, question);
    let lines = Effect::ALL
        .iter()
        .filter(|effect| question.effect.is_none_or(|asked| asked == **effect))
        .filter_map(|effect| line(linked, question, &selected, &containment, *effect));
    let asked = |total: &&Total| asks_for(question, total);
    let background = linked.background.iter().filter(asked);
    footing.background = background.map(|total| total.claim.clone()).collect();
    Toll {
        question: question.clone(),
        lines: lines.collect(),
        cumulative: besides(
            &linked.incidents,
            &containment,
            linked.cumulative.iter().filter(asked),
        ),
        footing,
    }
}

/// Returns the figure of an incident of what is asked for.
fn figure_of(incident: &Incident, of: Of) -> Option<&Figure> {
    let figures = &incident.figures;
    let place = figures.binary_search_by_key(&of, |f| (f.effect, f.cause, f.category));
    place.ok().and_then(|place| figures.get(place))
}

/// Values by what they are told apart by.
struct Rows<K>(BTreeMap<K, Vec<Value>>);

impl<K: Ord> Rows<K> {
    fn new() -> Rows<K> {
        Rows(BTreeMap::new())
    }

    fn add(&mut self, number: usize, row: (K, Option<Taken>)) {
        if let (key, Some(taken)) = row {
            self.0.entry(key).or_default().push((number, taken));
        }
    }

    fn sums<N>(self, sum: impl Fn(&[Value]) -> Sum, name: impl Fn(K) -> N) -> Vec<(N, Sum)> {
        let rows = self.0.into_iter();
        rows.map(|(key, values)| (name(key), sum(&values)))
            .collect()
    }
}

/// Makes the line of one effect; `None` where no incident in question has it.
fn line(
    linked: &Linked,
    question: &Question,
    selected: &[usize],
    containment: &Containment,
    effect: Effect,
) -> Option<Line> {
    let party = question.party.as_deref();
    let mut all: Vec<Value> = Vec::new();
    let (mut among, mut by_actor, mut by_side) = (Rows::new(), Rows::new(), Rows::new());
    for number in selected.iter().copied() {
        let incident = &linked.incidents[number];
        let of = |category| figure_of(incident, (effect, question.cause, category));
        let Some(figure) = of(question.category) else {
            continue;
        };
        let blamed = actors(figure);
        let Some(whole) = taken(figure, &blamed, party) else {
            continue;
        };
        all.push((number, whole));
        if question.category.is_none() {
            for category in Category::ALL {
                if let Some(figure) = of(Some(*category)) {
                    let blamed = actors(figure);
                    // What is told of a category without blame belongs to what is told with it.
                    let party = party.filter(|_| !blamed.is_empty());
                    among.add(number, (*category, taken(figure, &blamed, party)));
                }
            }
        }
        if blamed.is_empty() {
            by_actor.add(number, (None, Some(whole)));
        }
        for actor in blamed.iter().copied() {
            if party.is_none_or(|party| party == actor) {
                by_actor.add(number, (Some(actor), taken(figure, &blamed, Some(actor))));
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
            by_side.add(number, (*side, taken));
        }
    }
    if all.is_empty() {
        return None;
    }
    let sum = |values: &[Value]| containment.sum(&linked.incidents, values).0;
    let (whole, contained) = containment.sum(&linked.incidents, &all);
    let ids_where = |holds: fn(&Incident) -> bool| {
        let incidents = all.iter().map(|(number, _)| &linked.incidents[*number]);
        let held = incidents.filter(|incident| holds(incident));
        held.map(|incident| incident.id.clone()).collect()
    };
    Some(Line {
        effect,
        sum: whole,
        among: among.sums(sum, |category| category),
        by_perpetrator: by_actor.sums(sum, |actor| actor.map(str::to_owned)),
        by_claimant: by_side.sums(sum, Affiliation::clone),
        contained,
        contested: ids_where(|incident| !incident.contested.is_empty()),
        one_sided: ids_where(|incident| incident.one_sided.is_some()),
    })
}
