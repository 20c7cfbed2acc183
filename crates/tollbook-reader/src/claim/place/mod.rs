//! Where: the places that a sentence names, how each stands in it, and which of them holds the harm.

mod clue;
mod heard;
mod kind;
mod named;
mod nameless;
mod report;
mod see;
mod span;
mod spoken;
mod stand;

use tollbook_terms::Place;

use super::choice::{Balance, choose};
use super::inherit::{INHERITED, because};
use super::relation::Tie;
use super::{Draft, Harmed, Told};
use crate::place::Home;
use crate::rule::Rule;
use crate::token::Sentence;
pub use clue::{PlaceClue, PlaceClues};
pub(crate) use kind::Breadth;
pub(crate) use named::{Named, places};
pub(crate) use report::country;
pub(crate) use see::sites;
pub(crate) use spoken::{Spoken, spoken};
pub(crate) use stand::Stand;

pub(crate) const PLACE: Rule = Rule {
    name: "where.place",
    says: "The place nearest to the harm that it is said to be in holds it; whose side, whose words or whose way a place tells comes after.",
    must: &[(
        "A rocket fired from Selm killed five people in the town of Ostra.",
        "killed 5",
    )],
    must_not: &[(
        "Five people were killed, a spokesman in Selm said.",
        "where somebody speaks is not where the harm was done",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&PLACE];

/// Gives every claim the place of its harm, chosen from the whole report.
pub(crate) fn write(
    drafts: &mut [Draft],
    ties: &[Option<Tie>],
    told: &[Vec<Told>; 2],
    (balance, home): (&Balance, &Home),
) {
    let country = report::country(told, home);
    let chosen: Vec<Option<(Place, bool, bool)>> = sites(drafts, ties, told, country)
        .iter()
        .map(|sites| {
            let sums = sites.iter().map(|site| {
                let clues = site.clues.iter().map(|clue| clue as usize);
                let sum = balance.sum(clues, site.here);
                (std::slice::from_ref(&site.key), sum)
            });
            let site = &sites[choose(sums)?];
            Some((site.named.place(), site.named.several, site.here))
        })
        .collect();
    let headings = headings(&told[1]);
    for (draft, chosen) in drafts.iter_mut().zip(chosen) {
        let here = chosen.as_ref().is_none_or(|(.., here)| *here);
        let several = chosen.as_ref().is_some_and(|(_, several, _)| *several);
        let mut place = chosen.map_or_else(
            || Place {
                name: String::new(),
                country: None,
            },
            |(place, ..)| place,
        );
        if place.country.is_none() && !several {
            let held = draft.held.place.as_ref().filter(|_| here);
            // Whose people somebody is says less than whose courts and roads the report speaks of.
            let of_people = draft.held.of_people.then(|| home.sure()).flatten();
            place.country = of_people
                .map(str::to_owned)
                .or_else(|| held.and_then(|held| held.country.clone()))
                .or_else(|| {
                    let headed = headings.get(draft.sentence).filter(|_| draft.field == 1);
                    headed.copied().flatten().or(country).map(str::to_owned)
                });
        }
        let claim = &mut draft.claim;
        if !place.name.is_empty() {
            because(claim, "where", if here { &PLACE } else { &INHERITED });
        }
        claim.place = (!place.name.is_empty() || place.country.is_some()).then_some(place);
    }
}

/// The country that the last line of nothing but its name heads each sentence with: a list of raids under "Velmora".
fn headings(told: &[Told]) -> Vec<Option<&str>> {
    let mut last = None;
    let heads = |told: &'_ Told| match told.places.as_slice() {
        [only] => {
            let Sentence { start, end, .. } = told.sentence;
            only.breadth == Breadth::Country && only.at == start && only.end + 1 >= end
        }
        _ => false,
    };
    told.iter()
        .map(|told| {
            if heads(told) {
                last = told.places[0].country.as_deref();
            }
            last
        })
        .collect()
}

/// The place of a harm as its sentence tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) place: Option<Place>,
    /// The words by which the place is known again; empty where none is named.
    pub(crate) key: String,
    pub(crate) breadth: Breadth,
    /// Whether it lies in more countries than one.
    pub(crate) several: bool,
    /// Whether its country is only that of people in the sentence.
    pub(crate) of_people: bool,
}

/// Returns the place that holds the harm: the nearest, the surer and the narrower first.
pub(crate) fn of(told: &Told, harm: Harmed) -> Held {
    let cost = |named: &Named| {
        let way = harm.way(&told.borders, named.at);
        let stand = match named.stand {
            Stand::In => 0,
            Stand::Struck => 3,
            Stand::Beside => 10,
            Stand::Passing => 14,
            Stand::Written | Stand::Bare => 60,
        };
        let wide = match named.breadth {
            Breadth::Spot => 0,
            Breadth::Town => 0,
            Breadth::Region => 4,
            Breadth::Country => 10,
        };
        // "In Selm, a village near Ostra, five were killed".
        let outer = if named.tells_where { 14 } else { 0 };
        way + stand + wide + outer
    };
    let Some(chosen) = told
        .places
        .iter()
        .filter(|named| named.sure && !(named.ward && named.stand >= Stand::Passing))
        .min_by_key(|named| cost(named))
    else {
        return Held {
            place: None,
            key: String::new(),
            breadth: Breadth::Country,
            several: false,
            of_people: false,
        };
    };
    let firm = chosen.stand < Stand::Written && !chosen.name.is_empty();
    let mut of_people = chosen.name.is_empty();
    let country = chosen.country.clone().or_else(|| {
        let near = told
            .places
            .iter()
            .filter(|named| named.country.is_some() && (named.stand < Stand::Bare || !firm));
        let near = near.min_by_key(|named| (named.stand, cost(named)))?;
        of_people = near.name.is_empty();
        near.country.clone()
    });
    let name = match firm {
        true => chosen.name.clone(),
        false => String::new(),
    };
    let (key, breadth) = match firm {
        true => (chosen.key.clone(), chosen.breadth),
        false => (String::new(), Breadth::Country),
    };
    let several = firm && chosen.several;
    Held {
        place: Some(Place {
            name,
            country: country.filter(|_| !several),
        }),
        key,
        breadth,
        several,
        of_people,
    }
}

/// Whether what stands behind a word holds what is told before it, or lies beside it.
pub(crate) fn is_local(lower: &str) -> bool {
    matches!(
        lower,
        "in" | "at" | "near" | "outside" | "around" | "inside" | "across" | "between" | "within"
    )
}
