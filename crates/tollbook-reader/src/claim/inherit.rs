//! What claims inherit from their event as it is told elsewhere in the report.

use tollbook_terms::{Cause, RelationKind, Scope, When};

use super::relation::{Bond, Sign, Tie, root};
use super::{Draft, Told};

/// The day of an event that names none: that of the sum it is part of, else that of the claim told
/// before it, as long as the report does not look back.
fn day_around(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<When> {
    if drafts[i].claim.scope != Scope::Incident {
        return None;
    }
    let day = |at: &usize| {
        let claim = &drafts[*at].claim;
        (claim.scope == Scope::Incident && claim.when != When::default()).then_some(claim.when)
    };
    let whole = ties[root(ties, i)]
        .filter(|tie| tie.bond == Bond::Part)
        .map(|tie| root(ties, tie.to));
    let words = &drafts[i].words.this;
    let back = words.has(Sign::Earlier) || words.has(Sign::Pluperfect);
    let before = i.checked_sub(1).filter(|_| !back);
    whole
        .as_ref()
        .and_then(day)
        .or_else(|| before.as_ref().and_then(day))
}

/// Gives claims what their event tells elsewhere and they do not tell themselves.
pub(crate) fn inherit(drafts: &mut [Draft], ties: &[Option<Tie>], told: &[Vec<Told>; 2]) {
    let country = told
        .iter()
        .flatten()
        .flat_map(|t| &t.places)
        .find_map(|p| p.country.clone());
    let violent = told.iter().flatten().any(|t| !t.means.is_empty());
    let first_cause = told
        .iter()
        .flatten()
        .flat_map(|t| &t.causes)
        .map(|c| c.1)
        .next();
    for i in 0..drafts.len() {
        let event = drafts[i].claim.event.clone();
        let related: Vec<usize> = match &event {
            Some(_) => (0..drafts.len())
                .filter(|j| drafts[*j].claim.event == event)
                .collect(),
            None => vec![i],
        };
        // The body's account comes before the title's; earlier sentences first.
        let mut order = related.clone();
        order.sort_by_key(|j| (drafts[*j].field == 0, *j));
        if drafts[i].claim.when == When::default() {
            let when = order
                .iter()
                .map(|j| drafts[*j].claim.when)
                .find(|when| *when != When::default());
            drafts[i].claim.when = when
                .or_else(|| day_around(drafts, ties, i))
                .unwrap_or_default();
        }
        if drafts[i]
            .claim
            .place
            .as_ref()
            .is_none_or(|p| p.name.is_empty())
        {
            let place = order
                .iter()
                .filter_map(|j| drafts[*j].claim.place.clone())
                .find(|p| !p.name.is_empty());
            if let Some(place) = place {
                drafts[i].claim.place = Some(place);
            }
        }
        if drafts[i].claim.means.is_empty() && event.is_some() {
            let means = order
                .iter()
                .map(|j| &drafts[*j].claim.means)
                .find(|means| !means.is_empty())
                .cloned();
            drafts[i].claim.means = means.unwrap_or_default();
        }
        if drafts[i].claim.perpetrator.is_none() && event.is_some() {
            drafts[i].claim.perpetrator = order
                .iter()
                .find_map(|j| drafts[*j].claim.perpetrator.clone());
        }
        if drafts[i].claim.cause == Cause::Violence && drafts[i].claim.means.is_empty() {
            let cause = order
                .iter()
                .map(|j| drafts[*j].claim.cause)
                .find(|cause| *cause != Cause::Violence);
            let whole_report = first_cause.filter(|_| !violent);
            drafts[i].claim.cause = cause.or(whole_report).unwrap_or(Cause::Violence);
        }
        match &mut drafts[i].claim.place {
            Some(place) if place.country.is_none() => place.country = country.clone(),
            Some(_) => {}
            none => {
                *none = country.clone().map(|country| tollbook_terms::Place {
                    name: String::new(),
                    country: Some(country),
                });
            }
        }
        if drafts[i].claim.relation.kind == RelationKind::Same && drafts[i].field == 0 {
            drafts[i].claim.claimant = None;
        }
    }
}
