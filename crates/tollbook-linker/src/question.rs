//! What a question asks for: which incidents and totals, and what has to be left out.

use jiff::civil::Date;
use tollbook_terms::{Aside, Figure, Footing, Incident, Modality, Question, Total, When};

use crate::blame::actors;
use crate::fold::{fold, has_words};

/// Whether something lies in what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    In,
    Out,
    Unknown,
}

/// Returns whether an incident is in question; where it has to be left out, `footing` says so.
pub(crate) fn select(incident: &Incident, question: &Question, footing: &mut Footing) -> bool {
    let (same_cause, other_causes): (Vec<&Figure>, Vec<&Figure>) = incident
        .figures
        .iter()
        .filter(|figure| question.effect.is_none_or(|effect| effect == figure.effect))
        .filter(|figure| figure.category == question.category)
        .partition(|figure| figure.cause == question.cause);
    let answers = same_cause.iter().any(|figure| {
        question
            .party
            .as_deref()
            .is_none_or(|p| actors(figure).contains(p))
    });
    let (period, place) = (
        in_period(incident.when, question),
        in_place(incident, question),
    );
    if period == Fit::Out || place == Fit::Out {
        return false;
    }
    if answers && period == Fit::Unknown {
        footing.undated.push(incident.id.clone());
    }
    if answers && place == Fit::Unknown {
        footing.unplaced.push(incident.id.clone());
    }
    let is_in = period == Fit::In && place == Fit::In;
    if is_in && !other_causes.is_empty() {
        footing.other_causes.push(incident.id.clone());
    }
    is_in && answers
}

/// Returns whether a claim of no event and no total holds harm of the kind in question to be done.
pub(crate) fn asks_for_aside(question: &Question, aside: &Aside) -> bool {
    matches!(aside.modality, Modality::Asserted | Modality::Alleged)
        && question.effect.is_none_or(|effect| effect == aside.effect)
        && question
            .category
            .is_none_or(|c| aside.categories.contains(&c))
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
pub(crate) fn asks_for(question: &Question, total: &Total) -> bool {
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
