//! Where: the places that a sentence names, how each stands in it, and which of them holds the harm.

mod clue;
mod heard;
mod kind;
mod report;
mod see;
mod span;
mod stand;

use tollbook_terms::Place;

use super::choice::{Balance, choose};
use super::inherit::{INHERITED, because};
use super::relation::Tie;
use super::when::{With, with};
use super::{Draft, Told};
use crate::actor::ActorTable;
use crate::mention::Mention;
use crate::phrase::noun::Phrase;
use crate::place::{Home, PlaceKind, PlaceMention};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::{Kind, Sentence};
pub use clue::{PlaceClue, PlaceClues};
pub(crate) use kind::Breadth;
use kind::is_direction;
pub(crate) use report::country;
pub(crate) use see::sites;
use span::spans;
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

/// A place in a sentence: its tokens, its words, its country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// First token of its words, and of its name.
    from: usize,
    pub(crate) at: usize,
    /// Token behind its name.
    pub(crate) end: usize,
    /// Empty where only a people is named.
    pub(crate) name: String,
    /// The words by which it is known again.
    pub(crate) key: String,
    /// Its words in small letters, by which it is told apart from what lies around it: "eastern ostra".
    words: String,
    pub(crate) country: Option<String>,
    /// Whether it names places in more countries than one.
    pub(crate) several: bool,
    pub(crate) breadth: Breadth,
    pub(crate) stand: Stand,
    /// Whether somebody only speaks or is nursed in it.
    pub(crate) heard: bool,
    /// Whether a noun for a place belongs to it.
    pub(crate) has_kind: bool,
    /// Whether the name is known as a place or stands as only a place does: "in Ostra".
    pub(crate) sure: bool,
    /// Whether it only tells where the place before it lies: "Selm, a village near Ostra".
    pub(crate) tells_where: bool,
    /// Whether it stands with a verb that tells of no harm.
    with_other: bool,
}

impl Named {
    /// The place that the words of a span name and how it stands; `how` where nobody only speaks in it.
    fn new(
        text: &Text<'_>,
        span: &span::Span,
        (stand, how, breadth): (Stand, Stand, Breadth),
        country: Option<&str>,
        sure: bool,
    ) -> Named {
        let name = match span.people {
            true => String::new(),
            false => text.span(span.from, span.end).to_owned(),
        };
        Named {
            from: span.from,
            at: span.start,
            end: span.end,
            key: match span.breadth {
                Breadth::Country if span.listed.is_some() => country.map_or_else(
                    || text.lower_span(span.start, span.end).to_owned(),
                    str::to_owned,
                ),
                _ => see::key(&name),
            },
            words: see::words(&name),
            name,
            country: country.map(str::to_owned),
            several: false,
            breadth,
            stand,
            heard: stand > how,
            has_kind: span.has_kind,
            sure,
            tells_where: false,
            with_other: false,
        }
    }

    /// Whether the harmed are brought to it: "Ostra General Hospital".
    fn is_ward(&self) -> bool {
        let last = self.name.rsplit(' ').next().unwrap_or("");
        [
            "hospital",
            "hospitals",
            "clinic",
            "morgue",
            "mortuary",
            "infirmary",
        ]
        .iter()
        .any(|ward| last.eq_ignore_ascii_case(ward))
    }

    fn place(&self) -> Place {
        Place {
            name: self.name.clone(),
            country: self.country.clone(),
        }
    }
}

/// Returns the places that the sentence names, left to right.
pub(crate) fn places(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    found: &[PlaceMention<'_>],
    kinds: &[(usize, usize, PlaceKind)],
    actors: &ActorTable,
    opening: bool,
) -> Vec<Named> {
    let mut places: Vec<Named> = Vec::new();
    let mut unsure: Vec<Named> = Vec::new();
    let written = match sentence.opens_paragraph {
        true => stand::dateline(text, sentence),
        false => sentence.start,
    };
    // At the head of a text the place of writing; at that of a later paragraph the place it tells of.
    let head = match opening && !stand::is_here(text, sentence) {
        true => Stand::Written,
        false => Stand::In,
    };
    for span in spans(text, sentence, phrases, kinds) {
        let country = span
            .listed
            .and_then(|i| found[i].country)
            .map(str::to_owned);
        if span.listed.is_none() && stand::is_body(text, &span, actors) {
            continue;
        }
        let (how, from, breadth) = stand::stand(text, sentence, &span, places.last());
        let stand = match span.end <= written {
            true => head,
            false => heard::heard((text, sentence, phrases), &span, from, how),
        };
        let local = is_local(text.lower_at(from.wrapping_sub(1))) || span.of_kind;
        let heads = span.end <= written && span.start == sentence.start;
        let known = span.listed.is_some() || span.has_kind || heads || is_described(text, span.end);
        let told = stand == Stand::In && local;
        if !known && !told {
            if stand < Stand::Written {
                unsure.push(Named::new(text, &span, (stand, how, breadth), None, false));
            }
            continue;
        }
        // "the Velmoran city of Ostra", "Velmora's Ostra province": the wider of the two gives way.
        if let Some(owner) = places.last_mut()
            && from <= owner.at
            && owner.stand < Stand::Passing
        {
            owner.stand = Stand::Passing;
        }
        // "Velmora's Ostra province": the country of the owner.
        let country = country.or_else(|| {
            let owner = places.last()?;
            (owner.end + 8 > span.start && from <= owner.at).then(|| owner.country.clone())?
        });
        // "in Ostra and Selm" is one answer, of no one country where they lie in two.
        if let Some(first) = places.last_mut()
            && text.lower_at(span.from.wrapping_sub(1)) == "and"
            && first.end + 1 == span.from
            && first.stand <= Stand::Struck
            && stand == first.stand
            && !span.people
        {
            first.name = text.span(first.from, span.end).to_owned();
            let second = Named::new(text, &span, (stand, how, breadth), country.as_deref(), true);
            first.key = format!("{} {}", first.key, second.key);
            first.words = format!("{} {}", first.words, second.words);
            first.end = span.end;
            if first.country != country && first.country.is_some() && country.is_some() {
                first.country = None;
                first.several = true;
            }
            continue;
        }
        let country = country.as_deref();
        places.push(Named::new(
            text,
            &span,
            (stand, how, breadth),
            country,
            true,
        ));
    }
    // "Ostra, Velmora": what stands right behind says the country of what stands before.
    for i in (1..places.len()).rev() {
        let (before, after) = places.split_at_mut(i);
        let (Some(this), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let joined = next.at - this.end.min(next.at) <= 4
            && (this.end..next.at).all(|at| {
                text.tag_at(at).is_some_and(Tag::is_adjective)
                    || matches!(text.lower_at(at), "," | "in" | "the" | "of")
                    || is_direction(text.lower_at(at))
            });
        if joined && this.country.is_none() {
            this.country.clone_from(&next.country);
        }
    }
    for i in 1..places.len() {
        let (before, after) = places.split_at_mut(i);
        if let (Some(this), Some(next)) = (before.last(), after.first_mut()) {
            let narrow = this.stand <= Stand::Struck && this.breadth <= next.breadth;
            next.tells_where = narrow && lies(text, this.end, next.from.max(this.end));
        }
    }
    places.append(&mut unsure);
    for named in &mut places {
        let with = with(text, sentence, (named.from, named.end));
        named.with_other = with != With::Nothing && !with.is_harm(text);
    }
    places.sort_by_key(|named| named.at);
    places
}

/// Whether the tokens from `start` on, behind a place, say that it lies in or near the one at `end`: ", a village
/// near", ", 20 km from", "near", ", in the hills of".
fn lies(text: &Text<'_>, start: usize, end: usize) -> bool {
    if !(1..14).contains(&(end - start)) {
        return false;
    }
    let near = (start..end).any(|at| {
        is_direction(text.lower_at(at))
            || matches!(
                text.lower_at(at),
                "in" | "near" | "from" | "of" | "outside" | "on" | "close" | "beside" | "at"
            )
    });
    near && (start..end).all(|at| {
        let lower = text.lower_at(at);
        let tag = text.tag_at(at);
        kind::kind_noun(lower).is_some()
            || kind::is_part(lower)
            || is_direction(lower)
            || is_local(lower)
            || matches!(tag, Some(Tag::DT | Tag::JJ | Tag::JJS | Tag::CD | Tag::RB))
            || matches!(
                lower,
                "," | "("
                    | ")"
                    | "of"
                    | "on"
                    | "from"
                    | "to"
                    | "close"
                    | "beside"
                    | "about"
                    | "some"
                    | "km"
                    | "kilometres"
                    | "kilometers"
                    | "miles"
                    | "located"
                    | "situated"
            )
    })
}

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
                .or_else(|| country.map(str::to_owned));
        }
        let claim = &mut draft.claim;
        if !place.name.is_empty() {
            because(claim, "where", if here { &PLACE } else { &INHERITED });
        }
        claim.place = (!place.name.is_empty() || place.country.is_some()).then_some(place);
    }
}

/// Whether what stands behind a name says that it names a place: "Ostra, a hamlet in the hills", "Ostra, 40
/// miles north of".
fn is_described(text: &Text<'_>, end: usize) -> bool {
    if text.lower_at(end) != "," {
        return false;
    }
    let next = end + 1;
    let far = text.kind_at(next) == Some(Kind::Digits)
        && matches!(
            text.lower_at(next + 1),
            "km" | "kilometres" | "kilometers" | "miles"
        );
    let article = matches!(text.lower_at(next), "a" | "an" | "the");
    let town = article
        && (next + 1..next + 5)
            .take_while(|at| {
                text.tag_at(*at)
                    .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::VBN)
            })
            .any(|at| {
                let town = kind::kind_noun(text.lower_at(at)) == Some(Breadth::Town);
                town && matches!(
                    text.lower_at(at + 1),
                    "in" | "of" | "on" | "near" | "," | "about"
                )
            });
    far || town
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
pub(crate) fn of(told: &Told, mention: &Mention) -> Held {
    let number = &told.phrases[mention.phrase];
    let harm = (
        number.start.min(mention.trigger),
        number.end.max(mention.trigger + 1),
    );
    let cost = |named: &Named| {
        let way = told.borders.distance(named.at, harm);
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
        .filter(|named| named.sure)
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
