//! Totals that claimants give over a period or many events: kept beside the incidents, never in them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tollbook_terms::{
    Category, Cause, Claim, Count, Effect, Hash, Older, Place, RelationKind, Scope, Total, When,
};

use crate::claimant::Voice;
use crate::fold::fold;
use crate::telling::held;
use crate::{Claims, Teller};

/// What makes two totals one that grows: the same claimant (by number), harm, place and start.
type Series = (
    usize,
    Effect,
    Cause,
    Vec<Category>,
    String,
    (Option<Date>, Option<Date>),
);

/// A total as one report gives it.
struct Entry<'a> {
    teller: &'a Teller,
    id: String,
    /// First byte of its number.
    start: usize,
    effect: Effect,
    cause: Cause,
    count: Count,
    categories: Vec<Category>,
    when: When,
    place: Option<Place>,
    perpetrator: Option<String>,
    voice: &'a Voice,
    part_of: Option<String>,
    /// Claims that say it again: of the report, and of later copies of its text.
    repeated: Vec<String>,
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
        let report = entry.teller.report.as_str();
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

/// A sentence of a text family, by the hash of its folded words, with what it counts.
type Line<'a> = (&'a str, Hash, Effect, Count);

/// The totals of one scope that are held to be true. A claimant's newest total over a period stands,
/// older ones with the same start are its history; copies of a text say nothing new.
pub(crate) struct Totals<'a> {
    scope: Scope,
    entries: Vec<Entry<'a>>,
    copied: BTreeMap<Line<'a>, usize>,
}

impl<'a> Totals<'a> {
    pub(crate) fn of(scope: Scope) -> Totals<'a> {
        Totals {
            scope,
            entries: Vec::new(),
            copied: BTreeMap::new(),
        }
    }

    /// Takes what a report says; the reports must come in the order of time.
    pub(crate) fn take<'c>(
        &mut self,
        teller: &'a Teller,
        claims: &'c Claims,
        voices: impl Iterator<Item = &'a Voice>,
    ) {
        let short = |(id, claim): &'c (String, Claim)| (claim.id.as_str(), id);
        let short: BTreeMap<&str, &String> = claims.iter().map(short).collect();
        // What points to another total of its report comes after it.
        let points = |claim: &Claim| {
            let kind = claim.relation.kind;
            matches!(kind, RelationKind::Same | RelationKind::Revised)
        };
        let (pointing, told): (Vec<_>, Vec<_>) = claims
            .iter()
            .zip(voices)
            .filter(|((_, claim), _)| claim.scope == self.scope && held(claim))
            .partition(|((_, claim), _)| points(claim));
        let mut said: BTreeMap<&str, usize> = BTreeMap::new();
        let mut lines: Vec<(Line, usize)> = Vec::new();
        for ((id, claim), voice) in told.into_iter().chain(pointing) {
            let words = Hash::of(fold(&claim.quote.text).as_bytes());
            let line: Line = (&teller.family, words, claim.effect, claim.count);
            let to = claim.relation.to.as_deref();
            let copy = self.copied.get(&line).copied();
            let target = to.filter(|_| points(claim)).and_then(|to| said.get(to));
            let number = copy.or(target.copied()).unwrap_or(self.entries.len());
            match self.entries.get_mut(number) {
                Some(entry) if copy.is_none() && claim.relation.kind == RelationKind::Revised => {
                    entry.revised.push(Older {
                        count: claim.count,
                        at: teller.at.clone(),
                        claims: vec![id.clone()],
                    });
                }
                Some(entry) => {
                    entry.repeated.push(id.clone());
                    // The outlet only repeats what a named claimant says.
                    let repeats = voice.named && !entry.voice.named;
                    if copy.is_none() && repeats && claim.count == entry.count {
                        entry.voice = voice;
                    }
                }
                None => {
                    let part = to.filter(|_| claim.relation.kind == RelationKind::Part);
                    self.entries.push(Entry {
                        teller,
                        id: id.clone(),
                        start: claim.number.start,
                        effect: claim.effect,
                        cause: claim.cause,
                        count: claim.count,
                        categories: claim.categories.clone(),
                        when: claim.when,
                        place: claim.place.clone(),
                        perpetrator: claim.actors.perpetrator.clone(),
                        voice,
                        part_of: part.and_then(|to| short.get(to).copied().cloned()),
                        repeated: Vec::new(),
                        revised: Vec::new(),
                    });
                }
            }
            said.insert(&claim.id, number);
            lines.push((line, number));
        }
        for (line, number) in lines {
            self.copied.entry(line).or_insert(number);
        }
    }

    /// Hands over the totals in the order in which they were added first.
    ///
    /// # Errors
    /// The first that `give` returns.
    pub(crate) fn each<E>(self, mut give: impl FnMut(Total) -> Result<(), E>) -> Result<(), E> {
        let mut series: BTreeMap<Series, Streams> = BTreeMap::new();
        for entry in self.entries {
            let streams = series.entry(series_of(&entry, self.scope)).or_default();
            streams.push(entry);
        }
        let streams = series.into_values().flat_map(|streams| streams.streams);
        let mut streams: Vec<Vec<Entry>> = streams.collect();
        streams.sort_by_cached_key(|stream| {
            let told = |entry: &Entry<'a>| {
                let teller = entry.teller;
                (teller.order, teller.report.as_str(), entry.start)
            };
            stream.iter().map(told).min()
        });
        for total in streams.into_iter().filter_map(newest) {
            give(total)?;
        }
        Ok(())
    }
}

fn series_of(entry: &Entry, scope: Scope) -> Series {
    let place = entry.place.as_ref();
    // A closed past has an end of its own; a running total grows.
    let end = entry.when.to.filter(|_| scope == Scope::Background);
    (
        entry.voice.claimant_number,
        entry.effect,
        entry.cause,
        entry.categories.clone(),
        place.map(|place| fold(&place.name)).unwrap_or_default(),
        (entry.when.from, end),
    )
}

/// Returns the newest of a claimant's totals, with the older ones; `entries` in order of time.
fn newest(entries: Vec<Entry>) -> Option<Total> {
    let mut standing: Option<Entry> = None;
    let mut history: Vec<Older> = Vec::new();
    for mut entry in entries {
        history.append(&mut entry.revised);
        match standing.take() {
            Some(mut known) if known.count == entry.count => {
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
    Some(Total {
        claim: entry.id,
        at: entry.teller.at.clone(),
        effect: entry.effect,
        cause: entry.cause,
        count: entry.count,
        categories: entry.categories,
        when: entry.when,
        place: entry.place,
        perpetrator: entry.perpetrator,
        part_of: entry.part_of,
        history,
        repeated: entry.repeated,
        claimant: entry.voice.claimant.clone(),
    })
}

fn older(entry: Entry) -> Older {
    Older {
        count: entry.count,
        at: entry.teller.at.clone(),
        claims: std::iter::once(entry.id).chain(entry.repeated).collect(),
    }
}
