//! What a report as a whole tells of places, for the claims whose sentences and events name none.

use std::collections::BTreeMap;

use tollbook_terms::Place;

use super::{Breadth, Named, Stand};
use crate::claim::Told;

/// The places of a report.
pub(crate) struct Surroundings {
    /// By the sentences of the text: the place told last before it, and the one told first from it on.
    before: Vec<Option<Place>>,
    behind: Vec<Option<Place>>,
    title: Option<Place>,
    /// The place of writing.
    written: Option<Place>,
    /// Countries as the report names them, by their codes.
    names: BTreeMap<String, String>,
    /// The country that most of the report's places lie in.
    pub(crate) country: Option<String>,
}

impl Surroundings {
    pub(crate) fn new(told: &[Vec<Told>; 2]) -> Surroundings {
        let [title, body] = told;
        let own: Vec<Option<Place>> = body.iter().map(place).collect();
        let mut before = Vec::with_capacity(own.len());
        let mut last = None;
        for place in &own {
            before.push(last.clone());
            last = place.clone().or(last);
        }
        let mut behind = own;
        for i in (1..behind.len()).rev() {
            if behind[i - 1].is_none() {
                behind[i - 1] = behind[i].clone();
            }
        }
        let mut names = BTreeMap::new();
        let mut votes: Vec<(&str, usize)> = Vec::new();
        for named in told.iter().flatten().flat_map(|told| &told.places) {
            let Some(code) = named.country.as_deref() else {
                continue;
            };
            if named.breadth == Breadth::Country && !named.name.is_empty() {
                names
                    .entry(code.to_owned())
                    .or_insert_with(|| named.name.clone());
            }
            let votes_of = match named.stand {
                Stand::In | Stand::Struck => 3,
                Stand::Beside | Stand::Passing => 2,
                Stand::Written | Stand::Bare => 1,
            };
            match votes.iter_mut().find(|(other, _)| *other == code) {
                Some((_, votes)) => *votes += votes_of,
                None => votes.push((code, votes_of)),
            }
        }
        let most = votes.into_iter().rev().max_by_key(|(_, votes)| *votes);
        Surroundings {
            before,
            behind,
            title: title.iter().find_map(place),
            written: body
                .first()
                .and_then(|told| {
                    told.places
                        .iter()
                        .find(|named| named.stand == Stand::Written)
                })
                .map(Named::place),
            names,
            country: most.map(|(code, _)| code.to_owned()),
        }
    }

    /// Returns the place told last before a sentence, else that of the title, else the next one
    /// told, else that of writing.
    pub(crate) fn at(&self, (field, sentence): (usize, usize)) -> Option<&Place> {
        let number = if field == 1 { sentence } else { 0 };
        let before = self.before.get(number).and_then(Option::as_ref);
        let behind = self.behind.get(number).and_then(Option::as_ref);
        before
            .or(self.title.as_ref())
            .or(behind)
            .or(self.written.as_ref())
    }

    /// Returns the name of a country as the report writes it.
    pub(crate) fn name(&self, code: &str) -> Option<&str> {
        self.names.get(code).map(String::as_str)
    }
}

/// The narrowest place that something happens in, by a sentence; no country.
fn place(told: &Told) -> Option<Place> {
    let firm = |named: &&Named| named.stand <= Stand::Struck && named.breadth < Breadth::Country;
    let named = told
        .places
        .iter()
        .filter(firm)
        .min_by_key(|named| named.breadth)?;
    Some(named.place())
}
