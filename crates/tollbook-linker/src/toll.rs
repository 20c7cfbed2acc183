//! From incidents to the answer to a question.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tollbook_terms::{
    Affiliation, Category, Effect, Figure, Footing, Incident, Line, Modality, Question, Toll,
    Total, When,
};

use crate::Linked;
use crate::beside::besides;
use crate::figure::{Of, Taken, combine_pieces};
use crate::fold::{fold, has_words};
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

/// Whether something lies in what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    In,
    Out,
    Unknown,
}

/// Returns the incidents in question by number, and what is left out.
fn select(linked: &Linked, question: &Question) -> (Vec<usize>, Footing) {
    let mut footing = Footing::default();
    let mut selected = Vec::new();
    for (number, incident) in linked.incidents.iter().enumerate() {
        let (same_cause, other_causes): (Vec<&Figure>, Vec<&Figure>) = incident
            .figures
            .iter()
            .filter(|figure| question.effect.is_none_or(|effect| effect == figure.effect))
            .filter(|figure| figure.category == question.category)
            .partition(|figure| figure.cause == question.cause);
        let answers = same_cause
            .iter()
            .any(|figure| taken(figure, &actors(figure), question.party.as_deref()).is_some());
        let (period, place) = (
            in_period(incident.when, question),
            in_place(incident, question),
        );
        if period == Fit::Out || place == Fit::Out || (!answers && other_causes.is_empty()) {
            continue;
        }
        if period == Fit::Unknown {
            footing.undated.push(incident.id.clone());
        }
        if place == Fit::Unknown {
            footing.unplaced.push(incident.id.clone());
        }
        if period == Fit::In && place == Fit::In {
            if answers {
                selected.push(number);
            }
            if !other_causes.is_empty() {
                footing.other_causes.push(incident.id.clone());
            }
        }
    }
    footing.without_event = linked
        .apart
        .iter()
        .filter(|apart| matches!(apart.modality, Modality::Asserted | Modality::Alleged))
        .filter(|apart| question.effect.is_none_or(|effect| effect == apart.effect))
        .filter(|apart| {
            question
                .category
                .is_none_or(|c| apart.categories.contains(&c))
        })
        .map(|apart| apart.claim.clone())
        .collect();
    (selected, footing)
}

/// Returns whether a time lies in the period asked for, or overlaps it.
fn in_period(when: When, question: &Question) -> Fit {
    let ends_late_enough = question.since.map(|since| match (when.from, when.to) {
        (_, Some(to)) => Some(to >= since),
        (Some(from), None) => (from >= since).then_some(true),
        (None, None) => None,
    });
    let starts_early_enough = question.until.map(|until| match (when.from, when.to) {
        (Some(from), _) => Some(from <= until),
        (None, Some(to)) => (to <= until).then_some(true),
        (None, None) => None,
    });
    let asked = [ends_late_enough, starts_early_enough];
    if asked.contains(&Some(Some(false))) {
        Fit::Out
    } else if asked.contains(&Some(None)) {
        Fit::Unknown
    } else {
        Fit::In
    }
}

/// Returns whether an incident lies in the place asked for.
fn in_place(incident: &Incident, question: &Question) -> Fit {
    let Some(asked) = &question.place else {
        return Fit::In;
    };
    let name = fold(asked);
    let named = || {
        incident
            .places
            .iter()
            .filter(|place| !fold(&place.name).is_empty())
    };
    let mut countries = incident
        .places
        .iter()
        .filter_map(|place| place.country.as_ref());
    if named().any(|place| has_words(&fold(&place.name), &name)) {
        Fit::In
    } else if is_country_code(asked) {
        match (
            countries.clone().next(),
            countries.any(|country| country == asked),
        ) {
            (None, _) => Fit::Unknown,
            (_, true) => Fit::In,
            (_, false) => Fit::Out,
        }
    } else if named().next().is_none() {
        Fit::Unknown
    } else {
        Fit::Out
    }
}

fn is_country_code(place: &str) -> bool {
    place.len() == 2 && place.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Returns whether a total over a period speaks of what is asked for.
fn asks_for(question: &Question, total: &Total) -> bool {
    let open = |a: Option<Date>, b: Option<Date>| a.zip(b).is_none_or(|(a, b)| a <= b);
    let place = question.place.as_ref().is_none_or(|asked| {
        total.place.as_ref().is_some_and(|place| {
            has_words(&fold(&place.name), &fold(asked))
                || (is_country_code(asked) && place.country.as_ref() == Some(asked))
        })
    });
    let party = question.party.is_none() || question.party == total.perpetrator;
    total.cause == question.cause
        && question.effect.is_none_or(|effect| effect == total.effect)
        && question
            .category
            .is_none_or(|c| total.categories.contains(&c))
        && open(question.since, total.when.to)
        && open(total.when.from, question.until)
        && place
        && party
}

/// Returns the ids of the actors on whom a figure is blamed.
pub(crate) fn actors(figure: &Figure) -> BTreeSet<&str> {
    let pieces = figure.said.iter().flat_map(|said| &said.pieces);
    pieces
        .filter_map(|piece| piece.perpetrator.as_deref())
        .collect()
}

/// Returns low, best and high of a figure; with a `party`, as those say who blame it, and `None` where
/// nobody does. `blamed` are the actors of the figure.
pub(crate) fn taken(
    figure: &Figure,
    blamed: &BTreeSet<&str>,
    party: Option<&str>,
) -> Option<Taken> {
    let whole = Taken {
        low: figure.low,
        best: figure.best,
        high: figure.high,
        chosen: figure.chosen,
    };
    let Some(party) = party else {
        return Some(whole);
    };
    match (blamed.contains(party), blamed.len()) {
        (false, _) => None,
        (true, 1) => Some(whole),
        (true, _) => combine_pieces(&figure.said, |piece| {
            piece.perpetrator.as_deref() == Some(party)
        }),
    }
}

/// Returns the figure of an incident of what is asked for.
fn figure_of(incident: &Incident, of: Of) -> Option<&Figure> {
    let figures = &incident.figures;
    let place = figures.binary_search_by_key(&of, |f| (f.effect, f.cause, f.category));
    place.ok().and_then(|place| figures.get(place))
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
    let mut among: BTreeMap<Category, Vec<Value>> = BTreeMap::new();
    let mut by_perpetrator: BTreeMap<Option<&str>, Vec<Value>> = BTreeMap::new();
    let mut by_claimant: BTreeMap<&Affiliation, Vec<Value>> = BTreeMap::new();
    for number in selected.iter().copied() {
        let incident = &linked.incidents[number];
        let Some(figure) = figure_of(incident, (effect, question.cause, question.category)) else {
            continue;
        };
        let blamed = actors(figure);
        let Some(whole) = taken(figure, &blamed, party) else {
            continue;
        };
        all.push((number, whole));
        if question.category.is_none() {
            for category in Category::ALL {
                let of = (effect, question.cause, Some(*category));
                let Some(figure) = figure_of(incident, of) else {
                    continue;
                };
                let blamed = actors(figure);
                // What is told of a category without blame belongs to what is told with it.
                let party = party.filter(|_| !blamed.is_empty());
                if let Some(taken) = taken(figure, &blamed, party) {
                    among.entry(*category).or_default().push((number, taken));
                }
            }
        }
        if blamed.is_empty() {
            by_perpetrator
                .entry(None)
                .or_default()
                .push((number, whole));
        }
        for actor in blamed
            .iter()
            .filter(|actor| party.is_none_or(|party| party == **actor))
        {
            if let Some(taken) = taken(figure, &blamed, Some(actor)) {
                by_perpetrator
                    .entry(Some(actor))
                    .or_default()
                    .push((number, taken));
            }
        }
        let pieces = figure.said.iter().flat_map(|said| &said.pieces);
        let sides: BTreeSet<&Affiliation> = pieces.map(|piece| &piece.affiliation).collect();
        for side in &sides {
            let taken = match (sides.len(), blamed.len(), party) {
                (1, _, None) | (1, 0 | 1, _) => Some(whole),
                _ => combine_pieces(&figure.said, |piece| {
                    let of_party = party.is_none() || piece.perpetrator.as_deref() == party;
                    piece.affiliation == **side && (blamed.len() < 2 || of_party)
                }),
            };
            if let Some(taken) = taken {
                by_claimant.entry(*side).or_default().push((number, taken));
            }
        }
    }
    if all.is_empty() {
        return None;
    }
    let sum = |values: Vec<Value>| containment.sum(&linked.incidents, &values).0;
    let (whole, contained) = containment.sum(&linked.incidents, &all);
    let among = among
        .into_iter()
        .map(|(category, values)| (category, sum(values)));
    let by_perpetrator = by_perpetrator
        .into_iter()
        .map(|(actor, values)| (actor.map(str::to_owned), sum(values)));
    let by_claimant = by_claimant
        .into_iter()
        .map(|(side, values)| (side.clone(), sum(values)));
    let ids_where = |holds: fn(&Incident) -> bool| {
        let incidents = all.iter().map(|(number, _)| &linked.incidents[*number]);
        incidents
            .filter(|incident| holds(incident))
            .map(|incident| incident.id.clone())
            .collect()
    };
    Some(Line {
        effect,
        among: among.collect(),
        by_perpetrator: by_perpetrator.collect(),
        by_claimant: by_claimant.collect(),
        contained,
        contested: ids_where(|incident| !incident.contested.is_empty()),
        one_sided: ids_where(|incident| incident.one_sided.is_some()),
        sum: whole,
    })
}
