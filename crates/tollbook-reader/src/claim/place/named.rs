//! The places that a sentence names, each with its country and how it stands there.

use tollbook_terms::Place;

use super::super::when::{With, with};
use super::kind::is_direction;
use super::span::{Span, spans};
use super::{Breadth, Stand, heard, is_local, kind, see, spoken, stand};
use crate::actor::ActorTable;
use crate::phrase::noun::Phrase;
use crate::place::{PlaceKind, PlaceMention};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::{Kind, Sentence};

/// A place in a sentence: its tokens, its words, its country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// First token of its words, and of its name.
    pub(super) from: usize,
    pub(crate) at: usize,
    /// Token behind its name.
    pub(crate) end: usize,
    /// Empty where only a people is named.
    pub(crate) name: String,
    /// The words by which it is known again.
    pub(crate) key: String,
    /// Its words in small letters, by which it is told apart from what lies around it: "eastern ostra".
    pub(super) words: String,
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
    /// Whether a noun for people stands behind it: "an Ostra man".
    pub(super) whose: bool,
    /// What nouns say that it is.
    pub(super) sorts: Vec<String>,
    /// Whether the harmed are brought to it: "Ostra General Hospital".
    pub(super) ward: bool,
    /// Whether it stands with harm or a deed, or with a verb that tells of no harm.
    pub(super) with_harm: bool,
    pub(super) with_other: bool,
}

impl Named {
    /// The place that the words of a span name and how it stands; `how` where nobody only speaks in it.
    fn new(
        text: &Text<'_>,
        span: &Span,
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
            whose: is_whose(text, span.end),
            sorts: sorts(text, span),
            ward: heard::is_hospital(text, span.end - 1),
            with_harm: false,
            with_other: false,
        }
    }

    pub(super) fn place(&self) -> Place {
        Place {
            name: self.name.clone(),
            country: self.country.clone(),
        }
    }
}

/// Whether a noun for people stands behind a name: "an Ostra man", "Ostra bus driver".
fn is_whose(text: &Text<'_>, end: usize) -> bool {
    (end..end + 3)
        .take_while(|at| {
            text.tag_at(*at)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
        })
        .any(|at| text.word_at(at).is_some_and(|word| word.person.is_some()))
}

/// What nouns say that a place is: "the town of Ostra", "Ostra province", "Ostra, a village in the hills".
fn sorts(text: &Text<'_>, span: &Span) -> Vec<String> {
    let before = match text.lower_at(span.start.wrapping_sub(1)) {
        "of" | "called" | "named" => span.start.wrapping_sub(2),
        _ => span.start.wrapping_sub(1),
    };
    let noun = |at: usize| Some(spoken::sort(text.lower_at(at))?.0);
    let mut sorts: Vec<String> = Vec::new();
    sorts.extend(noun(before).filter(|_| span.of_kind));
    sorts.extend(noun(span.end.saturating_sub(1)).filter(|_| span.has_kind));
    if text.lower_at(span.end) == "," && matches!(text.lower_at(span.end + 1), "a" | "an" | "the") {
        let described = (span.end + 2..span.end + 6)
            .take_while(|at| {
                text.tag_at(*at)
                    .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::VBN)
            })
            .last();
        sorts.extend(described.and_then(noun));
    }
    if span.breadth == Breadth::Country {
        sorts.push("country".to_owned());
    }
    sorts
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
        named.with_harm = with.is_harm(text);
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
