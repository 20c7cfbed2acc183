//! What is seen on every place of a report that may hold the harm of a claim.

use std::collections::BTreeMap;

use tollbook_terms::{Effect, Modality, RelationKind, Scope};

use super::clue::{PlaceClue, PlaceClues};
use super::kind::{is_direction, is_part, kind_noun};
use super::spoken::{Fit, Spoken};
use super::{Breadth, Named, Stand};
use crate::claim::around::{Around, At, Position};
use crate::claim::choice::Numbers;
use crate::claim::relation::Tie;
use crate::claim::{Draft, Told};

/// How far from a harm a place without a name may be spoken of that holds it.
const SPOKEN: u32 = 30;

/// A place that may hold the harm of a claim.
pub(crate) struct Site<'d> {
    pub(crate) named: &'d Named,
    /// The number of the key by which it is known again.
    pub(crate) key: usize,
    pub(crate) clues: PlaceClues,
    /// Whether the claim's own sentence names it.
    pub(crate) here: bool,
}

/// The places of a report with what is seen only on all of them. Each is told by the number of its key.
struct Report<'d> {
    around: Around<'d>,
    /// The country that most of its places lie in.
    country: Option<&'d str>,
    /// The keys of the places of each sentence of the title and of the text.
    keys: [Vec<Vec<usize>>; 2],
    /// Their words, which tell "Ostra" and "eastern Ostra" apart.
    words: [Vec<Vec<usize>>; 2],
    /// How many times each is named, and how many times the most.
    named: Vec<usize>,
    most: usize,
    /// The first that something happens in.
    first: Option<usize>,
    /// The sentence that named one last before each sentence of the text, and the one that names one next.
    last: Vec<Option<usize>>,
    next: Vec<Option<usize>>,
    /// The place for which the sentence of each draft alone speaks.
    own: Vec<Option<usize>>,
    /// For how many drafts of an event, and of all, the sentence alone speaks for a place.
    own_in_event: BTreeMap<(&'d str, usize), usize>,
    own_in_all: Vec<usize>,
    /// The narrowest that the sentences of an event speak for, the first of equals.
    narrowest: BTreeMap<&'d str, (Breadth, usize)>,
    /// The narrowest that something happens in of all places in the account of an event, the first of equals.
    of_account: BTreeMap<&'d str, usize>,
    /// The place without a name that the sentence of each draft speaks of nearest to its harm.
    spoken: Vec<Option<&'d Spoken>>,
}

/// The place without a name that a draft's sentence speaks of nearest to its harm.
fn spoken_of<'d>(draft: &Draft, told: &'d [Vec<Told>; 2]) -> Option<&'d Spoken> {
    let sentence = &told[draft.field][draft.sentence];
    let way = |spoken: &&Spoken| sentence.borders.distance(spoken.at, draft.harm);
    sentence
        .spoken
        .iter()
        .filter(|spoken| way(spoken) < SPOKEN)
        .min_by_key(way)
}

/// Whether something is said to happen in the place.
fn is_firm(named: &Named) -> bool {
    named.sure && named.stand <= Stand::Struck && !named.name.is_empty()
}

/// The words of a name without those for directions and kinds of places: by these it is known again.
pub(super) fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let core: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            !word.is_empty() && !is_direction(word) && kind_noun(word).is_none() && !is_part(word)
        })
        .filter(|word| !matches!(*word, "the" | "of" | "s" | "al" | "and"))
        .collect();
    match core.is_empty() {
        true => lower,
        false => core.join(" "),
    }
}

/// The words of a name in small letters, without the article.
pub(super) fn words(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let told: Vec<&str> = words
        .filter(|word| !word.is_empty() && *word != "the")
        .collect();
    told.join(" ")
}

impl<'d> Report<'d> {
    fn new(drafts: &'d [Draft], told: &'d [Vec<Told>; 2], country: Option<&'d str>) -> Report<'d> {
        let mut numbers = Numbers::default();
        let own: Vec<Option<usize>> = drafts
            .iter()
            .map(|draft| Some(&draft.held.key).filter(|key| !key.is_empty()))
            .map(|key| key.map(|key| numbers.of(key)))
            .collect();
        let mut number = |of: fn(&Named) -> &str| {
            told.each_ref().map(|told| {
                let keys = told.iter().map(|told| {
                    let places = told.places.iter();
                    places.map(|named| numbers.of(of(named))).collect()
                });
                keys.collect()
            })
        };
        let keys = number(|named| &named.key);
        let words = number(|named| &named.words);
        let mut report = Report {
            around: Around::new(drafts, told, |told| told.places.iter().any(is_firm)),
            country,
            keys,
            words,
            named: vec![0; numbers.len()],
            most: 0,
            first: None,
            last: Vec::with_capacity(told[1].len()),
            next: vec![None; told[1].len()],
            own,
            own_in_event: BTreeMap::new(),
            own_in_all: vec![0; numbers.len()],
            narrowest: BTreeMap::new(),
            of_account: BTreeMap::new(),
            spoken: drafts.iter().map(|draft| spoken_of(draft, told)).collect(),
        };
        for (draft, own) in drafts.iter().zip(&report.own) {
            let Some(own) = *own else { continue };
            if let Some(event) = draft.claim.event.as_deref() {
                *report.own_in_event.entry((event, own)).or_default() += 1;
                let narrowest = report.narrowest.entry(event);
                let narrowest = narrowest.or_insert((Breadth::Country, own));
                if draft.held.breadth < narrowest.0 {
                    *narrowest = (draft.held.breadth, own);
                }
            }
            report.own_in_all[own] += 1;
        }
        for key in report.keys.iter().flatten().flatten() {
            report.named[*key] += 1;
        }
        report.most = report.named.iter().copied().max().unwrap_or(0);
        for (event, account) in report.around.accounts() {
            let firm = account.iter().flat_map(|at| {
                let places = told[at.0][at.1].places.iter().zip(&report.keys[at.0][at.1]);
                places.filter(|(named, _)| is_firm(named))
            });
            let narrowest = firm.min_by_key(|(named, _)| named.breadth);
            report
                .of_account
                .extend(narrowest.map(|(_, key)| (event, *key)));
        }
        let firm = |told: &Told| told.places.iter().any(is_firm);
        let mut last = None;
        for (number, told) in told[1].iter().enumerate() {
            report.last.push(last);
            last = firm(told).then_some(number).or(last);
            if report.first.is_none() {
                let first = told.places.iter().position(is_firm);
                report.first = first.map(|index| report.keys[1][number][index]);
            }
        }
        let mut next = None;
        for (number, told) in told[1].iter().enumerate().rev() {
            report.next[number] = next;
            next = firm(told).then_some(number).or(next);
        }
        report
    }

    /// What is seen on the place at `index` of a sentence, beside what is seen on the sentence.
    fn of_place(&self, i: usize, at: At, index: usize) -> PlaceClues {
        use PlaceClue as Clue;
        let draft = &self.around.drafts[i];
        let claim = &draft.claim;
        let here = at == (draft.field, draft.sentence);
        let sentence = &self.around.told[at.0][at.1];
        let named = &sentence.places[index];
        let key = self.keys[at.0][at.1][index];
        let mine = self.own[i];
        let mut clues = PlaceClues::default();
        let mut note = |clue: Clue, is: bool| clues.note(clue, is);
        note(Clue::Always, true);
        let stand = match named.stand {
            Stand::In => Clue::In,
            Stand::Struck => Clue::Struck,
            Stand::Beside => Clue::Beside,
            Stand::Passing => Clue::Passing,
            Stand::Written => Clue::Written,
            Stand::Bare => Clue::Bare,
        };
        note(stand, true);
        note(Clue::Whose, named.whose);
        note(Clue::Heard, named.heard);
        note(Clue::WithHarm, named.with_harm);
        note(Clue::WithOther, named.with_other);
        note(Clue::Ward, named.ward);
        let breadth = match named.breadth {
            Breadth::Spot => Clue::Spot,
            Breadth::Town => Clue::Town,
            Breadth::Region => Clue::Region,
            Breadth::Country => Clue::Country,
        };
        note(breadth, true);
        let country = named.breadth == Breadth::Country;
        note(Clue::Kind, named.has_kind);
        note(Clue::Unsure, !named.sure);
        note(Clue::Known, named.country.is_some());
        let abroad = named.country.is_some() && named.country.as_deref() != self.country;
        note(Clue::Abroad, abroad);
        note(Clue::Home, country && named.country.is_some() && !abroad);
        note(Clue::Both, named.several || named.name.contains(" and "));
        let joined = |a: &Named, b: &Named| b.at.saturating_sub(a.end) <= 2 && !a.name.is_empty();
        let next = sentence.places.get(index + 1);
        note(
            Clue::Inner,
            next.is_some_and(|next| next.tells_where || joined(named, next)),
        );
        let before = index.checked_sub(1).map(|before| &sentence.places[before]);
        note(
            Clue::Outer,
            named.tells_where || before.is_some_and(|before| joined(before, named)),
        );
        note(Clue::TellsWhere, named.tells_where);
        let is_own = mine == Some(key);
        if here {
            note(Clue::Own, is_own);
            let way = sentence.borders.distance(named.at, draft.harm);
            note(Clue::Close, way <= 4);
            note(Clue::Near, way <= 10);
            note(Clue::Distant, way > 20);
            note(Clue::Behind, named.at >= draft.harm.1);
            note(Clue::Lone, sentence.places.len() == 1);
        }
        let number = if draft.field == 1 { draft.sentence } else { 0 };
        let is_at = |number: Option<&Option<usize>>| at.0 == 1 && number == Some(&Some(at.1));
        note(Clue::Last, is_firm(named) && is_at(self.last.get(number)));
        let here = self.around.in_paragraph(i, at);
        note(
            Clue::LastHere,
            is_firm(named) && here && is_at(self.last.get(number)),
        );
        note(Clue::Next, is_firm(named) && is_at(self.next.get(number)));
        let many = self.named[key];
        note(Clue::Again, many > 1);
        note(Clue::Most, many == self.most);
        note(Clue::First, self.first == Some(key));
        let event = claim.event.as_deref();
        let in_event = event.map_or(usize::from(is_own), |event| {
            let own = self.own_in_event.get(&(event, key));
            own.copied().unwrap_or(0)
        });
        let in_all = self.own_in_all[key];
        let of_event = in_event > usize::from(is_own);
        note(Clue::OfEventsClaim, of_event);
        note(Clue::OfOthersClaim, in_all > in_event && !of_event);
        let narrowest = event.and_then(|event| self.narrowest.get(event));
        note(
            Clue::Narrowest,
            narrowest.is_some_and(|(_, narrowest)| *narrowest == key),
        );
        let account = event.and_then(|event| self.of_account.get(event));
        note(Clue::OfAccount, account == Some(&key));
        note(
            Clue::WithinEvent,
            narrowest.is_some_and(|(narrowest, _)| named.breadth < *narrowest),
        );
        note(Clue::OtherOwn, mine.is_some() && !is_own);
        let last = is_at(self.last.get(number));
        if let Some(spoken) = self.spoken[i] {
            let there = spoken.sort.is_empty();
            note(Clue::There, there && last);
            let fit = spoken.fits(named);
            note(Clue::InThat, !there && fit == Fit::Same && spoken.local);
            note(Clue::OfThat, !there && fit == Fit::Same && !spoken.local);
            note(Clue::MayBeThat, !there && fit == Fit::May);
            note(Clue::NotThat, !there && fit == Fit::Not);
        }
        let held = draft.held.breadth;
        note(Clue::WithinOwn, mine.is_some() && named.breadth < held);
        note(Clue::AroundOwn, mine.is_some() && named.breadth > held);
        // "In a border town", and later its name.
        let inner = named.breadth < held && mine.is_some() && (of_event || in_event > 0);
        note(Clue::InnerOfEvent, inner);
        let total = claim.scope != Scope::Incident;
        note(Clue::TotalCountry, total && country);
        note(Clue::TotalHome, total && country && !abroad);
        note(Clue::TotalOwn, total && is_own);
        note(Clue::TotalPart, total && !country);
        note(Clue::Past, claim.scope == Scope::Background);
        note(Clue::Object, !claim.effect.on_people());
        let gone = matches!(claim.effect, Effect::Displaced | Effect::Missing);
        note(Clue::Gone, gone);
        note(Clue::Arrest, claim.effect == Effect::Detained);
        let unreal = matches!(claim.modality, Modality::Feared | Modality::Hypothetical);
        note(Clue::Unreal, unreal);
        note(Clue::TitleClaim, draft.field == 0);
        note(Clue::Part, claim.relation.kind == RelationKind::Part);
        note(Clue::FirstEvent, event == Some("A"));
        clues
    }
}

/// Returns all places that may hold the harm of the claims, those of one claim together.
pub(crate) fn sites<'d>(
    drafts: &'d [Draft],
    ties: &[Option<Tie>],
    told: &'d [Vec<Told>; 2],
    country: Option<&'d str>,
) -> Vec<Vec<Site<'d>>> {
    let report = Report::new(drafts, told, country);
    let of = |i: usize| {
        let whole = report.around.whole(ties, i);
        let mut sites = Vec::new();
        for at in report.around.sentences(i) {
            let places = &told[at.0][at.1].places;
            if places.is_empty() {
                continue;
            }
            let mut sentence = PlaceClues::default();
            let note = |position: Position, is| sentence.note(position.into(), is);
            report.around.stands(i, at, whole, note);
            for (index, named) in places.iter().enumerate() {
                if named.name.is_empty() {
                    continue;
                }
                sites.push(Site {
                    named,
                    key: report.words[at.0][at.1][index],
                    clues: sentence.with(report.of_place(i, at, index)),
                    here: at == (drafts[i].field, drafts[i].sentence),
                });
            }
        }
        sites
    };
    (0..drafts.len()).map(of).collect()
}
