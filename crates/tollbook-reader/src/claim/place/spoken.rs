//! Places that a sentence speaks of without a name: "in the town", "the camp's gate", "there".

use super::Named;
use super::is_local;
use super::kind::{Breadth, is_part, kind_noun};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// A place spoken of without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spoken {
    pub(super) at: usize,
    /// What it is, in a word that stands for all that mean the same; empty for "there".
    pub(super) sort: String,
    pub(super) breadth: Breadth,
    /// Whether something is said to happen in it: "in the town".
    pub(super) local: bool,
}

/// What a noun says that a place is: a word that stands for all that mean the same, and how wide it is.
pub(super) fn sort(lower: &str) -> Option<(String, Breadth)> {
    if matches!(lower, "country" | "nation" | "republic" | "kingdom") {
        return Some(("country".to_owned(), Breadth::Country));
    }
    let breadth = kind_noun(lower)?;
    let one = lower.strip_suffix('s').unwrap_or(lower);
    let sort = match one {
        "city" | "town" | "township" | "municipality" | "capital" | "borough" => "town",
        "village" | "hamlet" | "settlement" | "commune" | "locality" | "community" => "village",
        "district" | "neighbourhood" | "neighborhood" | "quarter" | "suburb" | "ward" | "slum" => {
            "quarter"
        }
        "province" | "region" | "governorate" | "state" | "department" | "county" | "area"
        | "territory" | "enclave" | "zone" => "region",
        "church" | "cathedral" | "chapel" | "monastery" | "temple" | "mosque" | "shrine"
        | "synagogue" => "worship",
        "market" | "bazaar" | "marketplace" => "market",
        "road" | "highway" | "motorway" | "street" | "avenue" | "lane" | "boulevard" => "road",
        "school" | "college" | "university" | "campus" => "school",
        "base" | "barracks" | "garrison" | "outpost" | "compound" | "headquarters" | "post" => {
            "base"
        }
        "prison" | "jail" => "prison",
        "airport" | "airfield" | "airstrip" | "airbase" => "airport",
        "shop" | "store" | "supermarket" | "mall" => "shop",
        "restaurant" | "cafe" | "bar" | "club" | "nightclub" => "restaurant",
        _ => one,
    };
    Some((sort.to_owned(), breadth))
}

/// Returns the places that a sentence speaks of without a name, beside those that it names.
pub(crate) fn spoken(text: &Text<'_>, sentence: &Sentence, places: &[Named]) -> Vec<Spoken> {
    let named = |at: usize| places.iter().any(|p| (p.from..p.end).contains(&at));
    let mut spoken = Vec::new();
    for at in sentence.start..sentence.end {
        let lower = text.lower_at(at);
        if lower == "there" && text.tag_at(at) != Some(Tag::EX) {
            spoken.push(Spoken {
                at,
                sort: String::new(),
                breadth: Breadth::Town,
                local: true,
            });
            continue;
        }
        let Some((sort, breadth)) = sort(lower) else {
            continue;
        };
        // "the town of Ostra", "the Ostra market", "the market street".
        let head = !text
            .tag_at(at + 1)
            .is_some_and(|tag| tag.is_noun() && !tag.is_name());
        let of = text.lower_at(at + 1) == "of"
            && (at + 2..at + 5).any(|of| text.tag_at(of).is_some_and(Tag::is_name));
        if !head || of || named(at) {
            continue;
        }
        let first = at.saturating_sub(4).max(sentence.start);
        let told = (first..at)
            .rev()
            .take_while(|at| {
                text.tag_at(*at).is_some_and(|tag| {
                    tag.is_adjective()
                        || tag.is_noun() && !tag.is_name()
                        || tag == Tag::DT
                        || tag == Tag::VBN
                        || tag == Tag::CD
                })
            })
            .find(|at| matches!(text.lower_at(*at), "the" | "this" | "that"));
        let Some(told) = told else { continue };
        let mut before = told.wrapping_sub(1);
        if text.lower_at(before) == "of" && is_part(text.lower_at(before.wrapping_sub(1))) {
            before = before.wrapping_sub(3);
        }
        spoken.push(Spoken {
            at,
            sort,
            breadth,
            local: is_local(text.lower_at(before))
                || matches!(text.lower_at(before), "on" | "throughout" | "of"),
        });
    }
    spoken
}

/// How a place that is named fits one that is only spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is what is spoken of.
    Same,
    /// It may be, as far as is known.
    May,
    /// It is something else.
    Not,
}

impl Spoken {
    pub(super) fn fits(&self, named: &Named) -> Fit {
        match named.sorts.is_empty() {
            _ if named.sorts.contains(&self.sort) => Fit::Same,
            true if named.breadth == self.breadth => Fit::May,
            _ => Fit::Not,
        }
    }
}
