//! From the claims of many reports to incidents, their figures, and tolls.
//!
//! ```text
//! claims of one report -> tellings -> incidents -> figures -> toll
//!                         (telling)   (join)       (figure)   (toll)
//! ```
//!
//! The room is pure: it sees ids, days and counts, no words of any language (it compares words as
//! folded characters, to know equal names and copied texts), so it cannot take a side. The order in
//! which accounts are handed over changes nothing. What it makes are the nouns
//! [`Incident`](tollbook_terms::Incident) and [`Toll`](tollbook_terms::Toll); [`say`] words them.

mod beside;
mod blame;
mod categories;
mod claimant;
pub mod family;
mod figure;
mod fold;
mod incident;
mod join;
mod question;
pub mod say;
mod saying;
mod statement;
mod sum;
mod telling;
mod toll;
mod total;

use claimant::Voices;
pub use toll::toll;
use tollbook_terms::{Affiliation, Aside, Claim, Incident, Scope, Total};

/// What the latest version of one report says: rejected claims are left out, corrections applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Id of the report.
    pub report: String,
    /// Place in the order of adding to the book; keeps the ids of incidents stable.
    pub order: u64,
    /// Id of the text family; a report that is a copy of nothing is a family of its own.
    pub family: String,
    /// When it was published, else when it was added: a day or an RFC 3339 time in UTC, so that the
    /// order of the texts is that of the times.
    pub at: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where the outlet stands.
    pub outlet_affiliation: Affiliation,
    /// Short id (`c-…`) and claim, in the order of reading.
    pub claims: Vec<(String, Claim)>,
}

/// What the claims of many reports come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Linked {
    /// In the order of adding of the report that tells of each first.
    pub incidents: Vec<Incident>,
    /// Running totals, which no incident holds.
    pub cumulative: Vec<Total>,
    /// Totals over a closed past, which no incident holds.
    pub background: Vec<Total>,
    /// Claims that are in neither: of no event (a rule, a threat, harm that could not be placed in an
    /// event), and totals that are denied, negated, feared or hypothetical.
    pub apart: Vec<Aside>,
}

/// Joins the claims of `accounts` into incidents with their figures.
///
/// Claims of one report with one event label are one incident. Incidents of different reports are one
/// where a place name, a day and an effect agree, or where they are told in the same words by reports
/// of one text family. `accounts` may come in any order; no two may be of one report.
pub fn link(accounts: &[Account]) -> Linked {
    let mut accounts: Vec<&Account> = accounts.iter().collect();
    accounts.sort_by_key(|account| (account.order, &account.report));
    let voices = Voices::of(&accounts);
    let groups = join::join(&accounts, &voices);
    let ids: Vec<String> = groups.iter().map(incident::id).collect();
    let incidents = groups.iter().map(|group| {
        let contains = group.contains.iter().map(|part| ids[*part].clone());
        incident::incident(group, contains.collect())
    });
    let told = accounts
        .iter()
        .flat_map(|account| telling::spoken(account, &voices));
    let apart = told.filter(|told| {
        let in_total = told.claim.scope != Scope::Incident && telling::held(told.claim);
        let in_incident = told.claim.scope == Scope::Incident && told.claim.event.is_some();
        !in_total && !in_incident
    });
    Linked {
        incidents: incidents.collect(),
        cumulative: total::totals(&accounts, Scope::Cumulative, &voices),
        background: total::totals(&accounts, Scope::Background, &voices),
        apart: apart
            .map(|told| incident::aside(told.id, told.claim, told.voice))
            .collect(),
    }
}
