//! Tellings: what one report says of one event.

use std::collections::BTreeMap;

use tollbook_terms::{Claim, Modality, Scope};

use crate::Account;
use crate::claimant::{Voice, Voices};

/// A claim with its short id, and who says it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spoken<'a> {
    pub(crate) id: &'a str,
    pub(crate) claim: &'a Claim,
    pub(crate) voice: &'a Voice,
}

/// Returns the claims of a report with who says each, in the order of reading.
pub(crate) fn spoken<'a>(
    account: &'a Account,
    voices: &'a Voices,
) -> impl Iterator<Item = Spoken<'a>> {
    let claims = account.claims.iter().zip(voices.of_report(account));
    claims.map(|((id, claim), voice)| Spoken { id, claim, voice })
}

/// The claims of one report with one event label.
#[derive(Debug)]
pub(crate) struct Telling<'a> {
    pub(crate) account: &'a Account,
    /// In the order of reading; never empty.
    pub(crate) claims: Vec<Spoken<'a>>,
}

/// Returns what a report tells, event by event, in the order in which the events are first told.
pub(crate) fn tellings<'a>(account: &'a Account, voices: &'a Voices) -> Vec<Telling<'a>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut tellings: Vec<Telling> = Vec::new();
    for spoken in spoken(account, voices) {
        let (Scope::Incident, Some(event)) = (spoken.claim.scope, &spoken.claim.event) else {
            continue;
        };
        let place = *places.entry(event).or_insert(tellings.len());
        if place == tellings.len() {
            tellings.push(Telling {
                account,
                claims: Vec::new(),
            });
        }
        tellings[place].claims.push(spoken);
    }
    tellings
}

/// Returns whether the claim is held to be true: only such claims set figures.
pub(crate) fn held(claim: &Claim) -> bool {
    matches!(claim.modality, Modality::Asserted | Modality::Alleged)
}
