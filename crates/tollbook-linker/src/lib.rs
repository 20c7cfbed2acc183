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

use std::convert::Infallible;

use claimant::Voices;
use join::Join;
use telling::{Told, held, spoken};
use tollbook_terms::{Affiliation, Aside, Claim, Incident, Scope, Total};
use total::Totals;

pub use toll::{Reckoning, toll};

/// A report that tells of harm: what is known of the latest version of it beside its claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teller {
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
}

/// Claims of one report in the order of reading, each with its short id (`c-…`): rejected ones are
/// left out, corrections applied.
pub type Claims = Vec<(String, Claim)>;

/// What one report says.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// The report.
    pub teller: Teller,
    /// What it says.
    pub claims: Claims,
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

/// One piece of what is linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// Of [`Linked::incidents`].
    Incident(Incident),
    /// Of [`Linked::cumulative`].
    Cumulative(Total),
    /// Of [`Linked::background`].
    Background(Total),
    /// Of [`Linked::apart`].
    Apart(Aside),
}

/// Joins the claims of `accounts` into incidents with their figures.
///
/// Claims of one report with one event label are one incident. Incidents of different reports are one
/// where a place name, a day and an effect agree, or where they are told in the same words by reports
/// of one text family. `accounts` may come in any order; no two may be of one report.
pub fn link(accounts: &[Account]) -> Linked {
    let tellers: Vec<Teller> = accounts.iter().map(|told| told.teller.clone()).collect();
    let mut linked = Linked::default();
    let claims = |teller: usize| Ok::<_, Infallible>(accounts[teller].claims.clone());
    let Ok(()) = link_each(&tellers, claims, |piece| {
        match piece {
            Made::Incident(incident) => linked.incidents.push(incident),
            Made::Cumulative(total) => linked.cumulative.push(total),
            Made::Background(total) => linked.background.push(total),
            Made::Apart(aside) => linked.apart.push(aside),
        }
        Ok(())
    });
    linked
}

/// Does what [`link`] does where there are more claims than are held at once: `claims` is asked,
/// several times, for those of a teller by its place in `tellers`; `give` is handed the pieces, those
/// of each kind in their order.
///
/// # Errors
/// The first that `claims` or `give` returns.
pub fn link_each<E>(
    tellers: &[Teller],
    mut claims: impl FnMut(usize) -> Result<Claims, E>,
    mut give: impl FnMut(Made) -> Result<(), E>,
) -> Result<(), E> {
    let mut added: Vec<usize> = (0..tellers.len()).collect();
    added.sort_by_key(|teller| (tellers[*teller].order, &tellers[*teller].report));
    let mut voices = Voices::new(tellers);
    let mut join = Join::new(tellers);
    for teller in added {
        let claims = claims(teller)?;
        voices.hear(teller, &claims);
        join.take(teller, &claims);
        let apart = spoken(&claims, voices.of(teller)).filter(|told| {
            let in_total = told.claim.scope != Scope::Incident && held(told.claim);
            let in_incident = told.claim.scope == Scope::Incident && told.claim.event.is_some();
            !in_total && !in_incident
        });
        for told in apart {
            give(Made::Apart(incident::aside(
                told.id, told.claim, told.voice,
            )))?;
        }
    }
    let groups = join.groups();
    let mut told = Told::new(&mut claims);
    for group in &groups {
        let contains = group.contains.iter().map(|part| groups[*part].id.clone());
        let claims = told.of(group)?;
        let tellings = telling::tellings(tellers, &voices, &claims);
        let incident = incident::incident(&group.id, &tellings, contains.collect());
        give(Made::Incident(incident))?;
    }
    drop(groups);

    let mut spoke: Vec<usize> = (0..tellers.len()).collect();
    spoke.sort_by_key(|teller| tellers[*teller].age());
    let mut cumulative = Totals::of(Scope::Cumulative);
    let mut background = Totals::of(Scope::Background);
    for teller in spoke {
        let claims = claims(teller)?;
        for totals in [&mut cumulative, &mut background] {
            totals.take(&tellers[teller], &claims, voices.of(teller));
        }
    }
    cumulative.each(|total| give(Made::Cumulative(total)))?;
    background.each(|total| give(Made::Background(total)))
}
