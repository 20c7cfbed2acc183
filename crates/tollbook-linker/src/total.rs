//! Totals that claimants give over a period or many events: kept beside the incidents, never in them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tollbook_terms::{Category, Cause, Claim, Count, Effect, Older, RelationKind, Scope, Total};

use crate::Account;
use crate::claimant::{Key, Outlets, Voice};
use crate::fold::fold;
use crate::telling::held;

/// What makes two totals one that grows: the same claimant, harm, place and start.
type Series<'a> = (
    Key,
    Effect,
    Cause,
    &'a [Category],
    String,
    (Option<Date>, Option<Date>),
);

/// A total as one report gives it.
struct Entry<'a> {
    account: &'a Account,
    id: &'a str,
    claim: &'a Claim,
    voice: Voice,
    part_of: Option<&'a str>,
    /// Claims of the report that say it again.
    repeated: Vec<&'a str>,
}

/// Returns the totals of `scope` that are held to be true. A claimant's newest total over a period
/// stands, older ones with the same start are its history; copies of a text say nothing new.
pub(crate) fn totals(accounts: &[&Account], scope: Scope, outlets: &Outlets) -> Vec<Total> {
    let mut series: BTreeMap<Series, Vec<Entry>> = BTreeMap::new();
    for account in accounts {
        for entry in entries(account, scope, outlets) {
            series
                .entry(series_of(&entry, scope))
                .or_default()
                .push(entry);
        }
    }
    let mut totals: Vec<((u64, &str), Total)> = Vec::new();
    for mut entries in series.into_values() {
        let revised = |entry: &Entry| entry.claim.relation.kind == RelationKind::Revised;
        let first = entries
            .iter()
            .map(|entry| (entry.account.order, &*entry.account.report))
            .min();
        entries.sort_by_cached_key(|entry| (entry.account.age(), !revised(entry)));
        if let (Some(first), Some(total)) = (first, newest(entries)) {
            totals.push((first, total));
        }
    }
    totals.sort_by_key(|(first, _)| *first);
    totals.into_iter().map(|(_, total)| total).collect()
}

/// Returns the totals that one report gives.
fn entries<'a>(account: &'a Account, scope: Scope, outlets: &Outlets) -> Vec<Entry<'a>> {
    let claims = account.claims.iter();
    let short: BTreeMap<&str, &str> = claims
        .clone()
        .map(|(id, claim)| (claim.id.as_str(), id.as_str()))
        .collect();
    let (again, told): (Vec<_>, Vec<_>) = claims
        .filter(|(_, claim)| claim.scope == scope && held(claim))
        .partition(|(_, claim)| claim.relation.kind == RelationKind::Same);
    let mut entries: Vec<Entry> = Vec::new();
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, claim) in told.into_iter().chain(again) {
        let to = claim.relation.to.as_deref();
        let first = match claim.relation.kind {
            RelationKind::Same => to.and_then(|to| said.get(to)),
            _ => None,
        };
        let voice = outlets.voice(account, claim);
        if let Some(entry) = first.and_then(|first| entries.get_mut(*first)) {
            entry.repeated.push(id);
            // The outlet only repeats what a named claimant says.
            if voice.named && !entry.voice.named && claim.count == entry.claim.count {
                entry.voice = voice;
            }
            continue;
        }
        said.insert(&claim.id, entries.len());
        let part = claim.relation.kind == RelationKind::Part;
        entries.push(Entry {
            account,
            id,
            claim,
            voice,
            part_of: to.filter(|_| part).and_then(|to| short.get(to).copied()),
            repeated: Vec::new(),
        });
    }
    entries
}

fn series_of<'a>(entry: &Entry<'a>, scope: Scope) -> Series<'a> {
    let claim = entry.claim;
    let place = claim.place.as_ref();
    // A closed past has an end of its own; a running total grows.
    let end = claim.when.to.filter(|_| scope == Scope::Background);
    (
        entry.voice.key.clone(),
        claim.effect,
        claim.cause,
        &claim.categories,
        place.map(|place| fold(&place.name)).unwrap_or_default(),
        (claim.when.from, end),
    )
}

/// Returns the newest of a claimant's totals, with the older ones; `entries` in order of time.
fn newest(entries: Vec<Entry>) -> Option<Total> {
    let mut heard: BTreeSet<(&str, Count)> = BTreeSet::new();
    let mut standing: Option<Entry> = None;
    let mut history: Vec<Older> = Vec::new();
    for entry in entries {
        let new = heard.insert((&entry.account.family, entry.claim.count));
        match standing.take() {
            Some(mut known) if !new || known.claim.count == entry.claim.count => {
                known.repeated.push(entry.id);
                known.repeated.extend(entry.repeated);
                standing = Some(known);
            }
            known => {
                history.extend(known.map(older));
                standing = Some(entry);
            }
        }
    }
    let entry = standing?;
    history.reverse();
    let claim = entry.claim;
    Some(Total {
        claim: entry.id.to_owned(),
        at: entry.account.at.clone(),
        effect: claim.effect,
        cause: claim.cause,
        count: claim.count,
        categories: claim.categories.clone(),
        when: claim.when,
        place: claim.place.clone(),
        perpetrator: claim.actors.perpetrator.clone(),
        part_of: entry.part_of.map(str::to_owned),
        history,
        repeated: entry.repeated.into_iter().map(str::to_owned).collect(),
        claimant: entry.voice.claimant,
    })
}

fn older(entry: Entry) -> Older {
    Older {
        count: entry.claim.count,
        at: entry.account.at.clone(),
        claims: std::iter::once(entry.id)
            .chain(entry.repeated)
            .map(str::to_owned)
            .collect(),
    }
}
