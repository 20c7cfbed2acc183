//! Totals that claimants give over a period or many events: kept beside the incidents, never in them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tollbook_terms::{Category, Cause, Claim, Count, Effect, Older, RelationKind, Scope, Total};

use crate::Account;
use crate::claimant::{Voice, Voices};
use crate::fold::fold;
use crate::telling::{Spoken, held, spoken};

/// What makes two totals one that grows: the same claimant (by number), harm, place and start.
type Series<'a> = (
    usize,
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
    voice: &'a Voice,
    part_of: Option<&'a str>,
    /// Claims that say it again: of the report, and of later copies of its text.
    repeated: Vec<&'a str>,
    /// Older totals that the report itself replaces by this one.
    revised: Vec<Older>,
}

/// The totals of one series: where a report gives several, each goes on from the one in its place.
#[derive(Default)]
struct Streams<'a> {
    /// The report that was heard last, and how many of its totals.
    heard: (&'a str, usize),
    streams: Vec<Vec<Entry<'a>>>,
}

impl<'a> Streams<'a> {
    fn push(&mut self, entry: Entry<'a>) {
        let report = entry.account.report.as_str();
        let place = if self.heard.0 == report {
            self.heard.1
        } else {
            0
        };
        self.heard = (report, place + 1);
        match self.streams.get_mut(place) {
            Some(stream) => stream.push(entry),
            None => self.streams.push(vec![entry]),
        }
    }
}

/// A sentence of a text family, folded, with what it counts.
type Line<'a> = (&'a str, String, Effect, Count);

/// Returns the totals of `scope` that are held to be true. A claimant's newest total over a period
/// stands, older ones with the same start are its history; copies of a text say nothing new.
pub(crate) fn totals<'a>(accounts: &[&'a Account], scope: Scope, voices: &'a Voices) -> Vec<Total> {
    let mut series: BTreeMap<Series, Streams> = BTreeMap::new();
    for entry in entries(accounts, scope, voices) {
        let streams = series.entry(series_of(&entry, scope)).or_default();
        streams.push(entry);
    }
    let mut totals: Vec<((u64, &str, usize), Total)> = Vec::new();
    for stream in series.into_values().flat_map(|streams| streams.streams) {
        let told = |entry: &Entry<'a>| {
            let start = entry.claim.number.start;
            (entry.account.order, entry.account.report.as_str(), start)
        };
        let first = stream.iter().map(told).min();
        if let (Some(first), Some(total)) = (first, newest(stream)) {
            totals.push((first, total));
        }
    }
    totals.sort_by_key(|(first, _)| *first);
    totals.into_iter().map(|(_, total)| total).collect()
}

/// Returns the totals that reports give, each once, in the order of time.
fn entries<'a>(accounts: &[&'a Account], scope: Scope, voices: &'a Voices) -> Vec<Entry<'a>> {
    let mut accounts = accounts.to_vec();
    accounts.sort_by_cached_key(|account| account.age());
    let mut entries: Vec<Entry> = Vec::new();
    let mut copied: BTreeMap<Line, usize> = BTreeMap::new();
    for account in accounts {
        let short = |(id, claim): &'a (String, Claim)| (claim.id.as_str(), id.as_str());
        let short: BTreeMap<&str, &str> = account.claims.iter().map(short).collect();
        // What points to another total of its report comes after it.
        let points = |claim: &Claim| {
            let kind = claim.relation.kind;
            matches!(kind, RelationKind::Same | RelationKind::Revised)
        };
        let (pointing, told): (Vec<_>, Vec<_>) = spoken(account, voices)
            .filter(|told| told.claim.scope == scope && held(told.claim))
            .partition(|told| points(told.claim));
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        let mut lines: Vec<(Line, usize)> = Vec::new();
        for Spoken { id, claim, voice } in told.into_iter().chain(pointing) {
            let words = fold(&claim.quote.text);
            let line: Line = (&account.family, words, claim.effect, claim.count);
            let to = claim.relation.to.as_deref();
            let copy = copied.get(&line).copied();
            let target = to.filter(|_| points(claim)).and_then(|to| said.get(to));
            let number = copy.or(target.copied()).unwrap_or(entries.len());
            match entries.get_mut(number) {
                Some(entry) if copy.is_none() && claim.relation.kind == RelationKind::Revised => {
                    entry.revised.push(Older {
                        count: claim.count,
                        at: account.at.clone(),
                        claims: vec![id.to_owned()],
                    });
                }
                Some(entry) => {
                    entry.repeated.push(id);
                    // The outlet only repeats what a named claimant says.
                    let repeats = voice.named && !entry.voice.named;
                    if copy.is_none() && repeats && claim.count == entry.claim.count {
                        entry.voice = voice;
                    }
                }
                None => {
                    let part = to.filter(|_| claim.relation.kind == RelationKind::Part);
                    entries.push(Entry {
                        account,
                        id,
                        claim,
                        voice,
                        part_of: part.and_then(|to| short.get(to).copied()),
                        repeated: Vec::new(),
                        revised: Vec::new(),
                    });
                }
            }
            said.insert(&claim.id, number);
            lines.push((line, number));
        }
        for (line, number) in lines {
            copied.entry(line).or_insert(number);
        }
    }
    entries
}

fn series_of<'a>(entry: &Entry<'a>, scope: Scope) -> Series<'a> {
    let claim = entry.claim;
    let place = claim.place.as_ref();
    // A closed past has an end of its own; a running total grows.
    let end = claim.when.to.filter(|_| scope == Scope::Background);
    (
        entry.voice.claimant_number,
        claim.effect,
        claim.cause,
        &claim.categories,
        place.map(|place| fold(&place.name)).unwrap_or_default(),
        (claim.when.from, end),
    )
}

/// Returns the newest of a claimant's totals, with the older ones; `entries` in order of time.
fn newest(entries: Vec<Entry>) -> Option<Total> {
    let mut standing: Option<Entry> = None;
    let mut history: Vec<Older> = Vec::new();
    for mut entry in entries {
        history.append(&mut entry.revised);
        match standing.take() {
            Some(mut known) if known.claim.count == entry.claim.count => {
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
        claimant: entry.voice.claimant.clone(),
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
