//! Tellings: what one report says of one event.

use std::collections::BTreeMap;

use tollbook_terms::{Claim, Modality, Scope};

use crate::claimant::{Voice, Voices};
use crate::join::Group;
use crate::{Claims, Teller};

/// A claim with its short id, and who says it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spoken<'a> {
    pub(crate) id: &'a str,
    pub(crate) claim: &'a Claim,
    pub(crate) voice: &'a Voice,
}

/// Returns the claims of a report with who says each, in the order of reading.
pub(crate) fn spoken<'a>(
    claims: &'a Claims,
    voices: impl Iterator<Item = &'a Voice>,
) -> impl Iterator<Item = Spoken<'a>> {
    let claims = claims.iter().zip(voices);
    claims.map(|((id, claim), voice)| Spoken { id, claim, voice })
}

/// The claims of one report with one event label.
#[derive(Debug)]
pub(crate) struct Telling<'a> {
    pub(crate) teller: &'a Teller,
    /// In the order of reading; never empty.
    pub(crate) claims: Vec<Spoken<'a>>,
}

/// Returns the places of the claims of a report event by event, in the order in which the events are
/// first told.
pub(crate) fn events(claims: &Claims) -> Vec<Vec<usize>> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut events: Vec<Vec<usize>> = Vec::new();
    for (place, (_, claim)) in claims.iter().enumerate() {
        let (Scope::Incident, Some(event)) = (claim.scope, &claim.event) else {
            continue;
        };
        let number = *numbers.entry(event).or_insert(events.len());
        match events.get_mut(number) {
            Some(event) => event.push(place),
            None => events.push(vec![place]),
        }
    }
    events
}

/// One event as one report tells it: the report, and its claims with their places in it.
pub(crate) struct ToldEvent {
    teller: usize,
    claims: Vec<(usize, (String, Claim))>,
}

/// Fetches what is told of groups, one after the other. The claims of the report that tells of a
/// group first are kept: it often tells of the next one first, too.
pub(crate) struct Told<F> {
    claims: F,
    first: Option<Fetched>,
}

/// The claims of a report, each until its event is asked for: no event is in two groups.
struct Fetched {
    teller: usize,
    events: Vec<Vec<usize>>,
    claims: Vec<Option<(String, Claim)>>,
}

impl Fetched {
    fn take(&mut self, event: usize) -> ToldEvent {
        let places = self.events.get(event).into_iter().flatten().copied();
        let claims = places.filter_map(|place| Some((place, self.claims.get_mut(place)?.take()?)));
        ToldEvent {
            teller: self.teller,
            claims: claims.collect(),
        }
    }
}

impl<E, F: FnMut(usize) -> Result<Claims, E>> Told<F> {
    pub(crate) fn new(claims: F) -> Told<F> {
        Told {
            claims,
            first: None,
        }
    }

    /// Returns what is told of a group, in the order of adding.
    pub(crate) fn of(&mut self, group: &Group) -> Result<Vec<ToldEvent>, E> {
        let mut told = Vec::with_capacity(group.tellings.len());
        for (teller, event) in group.tellings.iter().copied() {
            match &mut self.first {
                Some(first) if first.teller == teller => told.push(first.take(event)),
                first => {
                    let mut fetched = fetched(teller, (self.claims)(teller)?);
                    let is_first = told.is_empty();
                    told.push(fetched.take(event));
                    if is_first {
                        *first = Some(fetched);
                    }
                }
            }
        }
        Ok(told)
    }
}

fn fetched(teller: usize, claims: Claims) -> Fetched {
    Fetched {
        teller,
        events: events(&claims),
        claims: claims.into_iter().map(Some).collect(),
    }
}

/// Returns the tellings that were fetched, with who says each claim.
pub(crate) fn tellings<'a>(
    tellers: &'a [Teller],
    voices: &'a Voices,
    told: &'a [ToldEvent],
) -> Vec<Telling<'a>> {
    let tellings = told.iter().map(|told| {
        let claims = told.claims.iter().filter_map(|(place, (id, claim))| {
            let voice = voices.of(told.teller).nth(*place)?;
            Some(Spoken { id, claim, voice })
        });
        Telling {
            teller: &tellers[told.teller],
            claims: claims.collect(),
        }
    });
    tellings.collect()
}

/// Returns whether the claim is held to be true: only such claims set figures.
pub(crate) fn held(claim: &Claim) -> bool {
    matches!(claim.modality, Modality::Asserted | Modality::Alleged)
}
