//! Which claims of a report are of one event, and what they inherit from it.

use jiff::civil::Date;
use tollbook_terms::{Cause, RelationKind, Scope, When};

use super::{Draft, Told};
use crate::text::Text;

/// Gives every draft the number of its event: a new one begins with a new day, a new place told with a
/// new figure, or words like "elsewhere". The title belongs to the first event of the body.
pub(crate) fn group(drafts: &mut [Draft], texts: &[Text<'_>; 2], told: &[Vec<Told>; 2]) {
    let _ = (texts, told);
    let mut events: Vec<(Option<When>, Vec<String>)> = Vec::new();
    let mut current = 0;
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        if draft.claim.scope != Scope::Incident {
            continue;
        }
        let day = draft.own_day.filter(|when| when.from.is_some());
        let place = draft
            .claim
            .place
            .as_ref()
            .map(|p| p.name.to_lowercase())
            .filter(|p| !p.is_empty());
        if draft.field == 0 {
            if events.is_empty() {
                events.push((None, Vec::new()));
            }
            drafts[i].event = 0;
            continue;
        }
        if let Some(whole) = draft.part_of {
            drafts[i].event = drafts[whole].event;
            continue;
        }
        let same_sentence = i > 0
            && drafts[i - 1].field == 1
            && drafts[i - 1].sentence == draft.sentence
            && drafts[i - 1].claim.scope == Scope::Incident;
        let compatible = |event: &(Option<When>, Vec<String>)| {
            let days = match (event.0, day) {
                (Some(a), Some(b)) => a.from <= b.to && b.from <= a.to,
                _ => true,
            };
            let places = match &place {
                Some(place) => event.1.is_empty() || event.1.iter().any(|p| shares_word(p, place)),
                None => true,
            };
            (days, places)
        };
        let chosen = if events.is_empty() {
            None
        } else if same_sentence {
            let (days, _) = compatible(&events[current]);
            days.then_some(current)
        } else if draft.separate {
            None
        } else {
            let (days, places) = compatible(&events[current]);
            if days && (places || draft.definite || draft.partitive || draft.more) {
                Some(current)
            } else {
                (0..events.len()).find(|e| {
                    let (days, places) = compatible(&events[*e]);
                    days && places
                        && (events[*e].0.is_some() && day.is_some()
                            || place.is_some() && !events[*e].1.is_empty())
                })
            }
        };
        current = chosen.unwrap_or_else(|| {
            events.push((None, Vec::new()));
            events.len() - 1
        });
        let event = &mut events[current];
        event.0 = event.0.or(day);
        event.1.extend(place);
        drafts[i].event = current;
    }
    for draft in drafts
        .iter_mut()
        .filter(|d| d.claim.scope == Scope::Incident)
    {
        draft.claim.event = Some(label(draft.event));
    }
}

fn shares_word(a: &str, b: &str) -> bool {
    a.split_whitespace()
        .any(|word| word.len() > 3 && b.split_whitespace().any(|other| other == word))
}

/// "A" to "Z", then "AA", "AB".
fn label(number: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    if number < 26 {
        letter(number).to_string()
    } else {
        format!("{}{}", letter(number / 26 - 1), letter(number))
    }
}

/// Gives claims what their event tells elsewhere and they do not tell themselves.
pub(crate) fn inherit(drafts: &mut [Draft], told: &[Vec<Told>; 2], written: Option<Date>) {
    let _ = written;
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
            drafts[i].claim.when = when.unwrap_or_default();
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
