//! `cargo xtask swap`: whether a reading changes when the two actors that a report names most are
//! exchanged in it.

#[path = "../../crates/tollbook-reader/tests/exchange/mod.rs"]
mod exchange;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use tollbook_reader::Reader;
use tollbook_reader::actor::{ActorTable, Form, Kind};
use tollbook_terms::{Claim, Party, Report};

use exchange::Exchange;

/// The tables of actors and of places.
const ACTORS: &str = include_str!("../../crates/tollbook-reader/lexicon/en/actors.tsv");
const PLACES: &str = include_str!("../../crates/tollbook-reader/lexicon/en/places.tsv");

/// Reads the full reports in `shared` as they are and with their two actors exchanged, and prints in
/// how many the exchange changes names alone, and which fields it changes in the others.
///
/// Of two states the towns are exchanged too, in the reader: what lies in the one lies in the other. Where a
/// state and an armed group are exchanged, a state stays where a place stands, and the places of the claims
/// are not compared, as harm can be in a state and not in a group.
///
/// # Errors
/// Names the file that cannot be read.
pub(crate) fn swap(shared: &Path) -> Result<()> {
    let file = shared.join("data/gold/reports.jsonl");
    let lines = std::fs::read_to_string(&file)
        .with_context(|| format!("cannot read {}", file.display()))?;
    let actors = actors();
    let table = ActorTable::new(&[]);
    let reader = Reader::new(&[]);
    let mut reports: BTreeMap<bool, [usize; 2]> = BTreeMap::new();
    let mut changes: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines.lines() {
        let report: Report = serde_json::from_str(line)?;
        let Some([one, other]) = most_named(&report, &table, &actors) else {
            continue;
        };
        let alike = one.kind == other.kind;
        let mut exchange = Exchange::new(&one.party, &other.party)
            .keeping(longer_names())
            .in_capitals(!report.text.contains(char::is_lowercase));
        for state in [one, other]
            .iter()
            .filter(|actor| !alike && actor.kind == "state")
        {
            exchange = exchange.keeping_place(&state.party);
        }
        let claims = reader.read(&report).claims;
        let expected = claims.iter().map(|claim| exchange.claim(&report, claim));
        let codes = [one, other].map(|actor| actor.party.id.to_uppercase());
        let found = match alike {
            true => Reader::new(&[]).exchanging([&codes[0], &codes[1]]),
            false => Reader::new(&[]),
        };
        let found = found.read(&exchange.report(&report)).claims;
        let changed = changed(expected, &found, alike)?;
        let [equal, all] = reports.entry(alike).or_default();
        *equal += usize::from(changed.is_empty());
        *all += 1;
        if !changed.is_empty() {
            println!("{}: {}", report.id, changed.join(", "));
        }
        for field in changed {
            *changes.entry(field).or_default() += 1;
        }
    }
    for (alike, [equal, all]) in reports {
        let which = if alike {
            "two actors of one kind"
        } else {
            "a state and an armed group"
        };
        println!("{which}: {equal} of {all} reports change names alone");
    }
    for (field, reports) in changes {
        println!("{field:14} changes in {reports}");
    }
    Ok(())
}

/// A row of the table of actors.
struct Actor {
    party: Party,
    kind: &'static str,
}

/// Returns the actors of the table by id.
fn actors() -> BTreeMap<&'static str, Actor> {
    let words = |cell: &str| -> Vec<String> {
        let words = cell.split('|').filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let actor = |line: &'static str| {
        let mut cells = line.split('\t');
        let (id, kind) = (cells.next()?, cells.next()?);
        let party = Party {
            id: id.to_owned(),
            names: words(cells.next()?),
            demonyms: words(cells.next()?),
            ..Party::default()
        };
        Some((id, Actor { party, kind }))
    };
    ACTORS.lines().skip(1).filter_map(actor).collect()
}

/// Returns the two actors that a report names most, among those that can be a side of a conflict; none
/// where it names fewer.
fn most_named<'p>(
    report: &Report,
    table: &'p ActorTable,
    actors: &'p BTreeMap<&'static str, Actor>,
) -> Option<[&'p Actor; 2]> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let title = report.title.as_deref().unwrap_or_default();
    for mention in [title, &report.text]
        .into_iter()
        .flat_map(|text| table.find(text))
    {
        let can_be_a_side = matches!(mention.kind, Kind::State | Kind::Territory | Kind::Group);
        if can_be_a_side && mention.form != Form::Outlet {
            *times.entry(mention.id).or_default() += 1;
        }
    }
    let mut times: Vec<(&str, usize)> = times.into_iter().collect();
    times.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let mut named = times.iter().filter_map(|(id, _)| actors.get(id));
    Some([named.next()?, named.next()?])
}

/// Returns the fields in which two readings differ; `claims` where they do not hold as many.
fn changed(
    expected: impl ExactSizeIterator<Item = Claim>,
    found: &[Claim],
    places: bool,
) -> Result<Vec<String>> {
    if expected.len() != found.len() {
        return Ok(vec!["claims".to_owned()]);
    }
    let mut changed = Vec::new();
    for (expected, found) in expected.zip(found) {
        let (expected, found) = (written(&expected, places)?, written(found, places)?);
        for (field, value) in expected.as_object().into_iter().flatten() {
            if found.get(field) != Some(value) && !changed.contains(field) {
                changed.push(field.clone());
            }
        }
    }
    Ok(changed)
}

/// Returns a claim as it is written, without the actors: bodies and outlets are not exchanged, and stay on
/// their side; and without its place where places are not compared.
fn written(claim: &Claim, places: bool) -> Result<Value> {
    let mut claim = claim.clone();
    if !places {
        claim.place = None;
        claim.why.retain(|why| why.field != "where");
    }
    let mut claim = serde_json::to_value(claim)?;
    claim.as_object_mut().map(|claim| claim.remove("actors"));
    Ok(claim)
}

/// Returns the names of the tables that are longer than a word.
fn longer_names() -> impl Iterator<Item = &'static str> {
    let actors = ACTORS
        .lines()
        .skip(1)
        .flat_map(|line| line.split('\t').skip(2).take(4));
    let places = PLACES
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next());
    let names = actors.chain(places).flat_map(|cell| cell.split('|'));
    names.filter(|name| name.contains([' ', '-']))
}
