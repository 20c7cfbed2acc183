//! What is seen on every date of a report that may be that of the harm of a claim.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tollbook_terms::{Effect, Modality, RelationKind, Scope, When};

use super::clue::{DateClue, DateClues};
use super::{Dated, Of};
use crate::claim::around::{Around, At, Position};
use crate::claim::place::{Breadth, Named};
use crate::claim::relation::{Sign, Tie};
use crate::claim::{Draft, Tense, Told};

/// How many claims before a claim may give their date to it.
const NEAR: usize = 6;

/// A date that may be that of the harm of a claim.
pub(crate) struct Candidate {
    pub(crate) when: When,
    pub(crate) clues: DateClues,
    /// Whether the claim's own sentence tells it.
    pub(crate) here: bool,
}

/// A date as a claim of some scope would have it.
struct Saying<'d> {
    when: When,
    dated: Option<&'d Dated>,
    began: bool,
    /// Whether the date as it is named, and not the period that it opens.
    shut: bool,
}

/// The dates of a report with what is seen only on all of them.
struct Report<'d> {
    around: Around<'d>,
    written: Option<Date>,
    /// How many times each is told, and how many times the most.
    told: BTreeMap<When, usize>,
    most: usize,
    /// The first on which something happened.
    first: Option<When>,
    /// The sentence that told one last before each sentence of the text, and the one that tells one next.
    last: Vec<Option<usize>>,
    next: Vec<Option<usize>>,
    /// For how many drafts of an event, and of all, the sentence alone speaks for a date.
    own: BTreeMap<(&'d str, When), usize>,
    own_in_all: BTreeMap<When, usize>,
    /// The first date that the sentences of an event speak for, the text before the title.
    first_of: BTreeMap<&'d str, When>,
    /// For each draft the last date that the sentence of a draft before it spoke for.
    last_own: Vec<Option<When>>,
}

/// Whether something happened on the date.
fn is_firm(dated: &Dated) -> bool {
    dated.of == Of::Event && !dated.date.running
}

/// The date in words, as training writes it: "2021-05-01/2021-05-31".
pub(crate) fn key(when: When) -> String {
    let end = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    format!("{}/{}", end(when.from), end(when.to))
}

/// The date that its own sentence alone speaks for.
fn own(draft: &Draft) -> Option<When> {
    let open = draft.claim.scope == Scope::Cumulative;
    draft
        .own_day
        .filter(|day| *day != When::default() && (!open || day.from.is_some()))
}

/// Whether one date lies within another and is shorter.
fn is_within(inner: When, outer: When) -> bool {
    match (inner.from, inner.to, outer.from, outer.to) {
        (Some(a), Some(b), Some(c), Some(d)) => c <= a && b <= d && (a, b) != (c, d),
        _ => false,
    }
}

impl<'d> Report<'d> {
    fn new(drafts: &'d [Draft], told: &'d [Vec<Told>; 2], written: Option<Date>) -> Report<'d> {
        let firm = |told: &Told| told.dates.iter().any(is_firm);
        let mut report = Report {
            around: Around::new(drafts, told, |told| {
                !told.dates.is_empty() || told.began.is_some()
            }),
            written,
            told: BTreeMap::new(),
            most: 0,
            first: None,
            last: Vec::with_capacity(told[1].len()),
            next: vec![None; told[1].len()],
            own: BTreeMap::new(),
            own_in_all: BTreeMap::new(),
            first_of: BTreeMap::new(),
            last_own: Vec::with_capacity(drafts.len()),
        };
        let body_first = [1, 0].into_iter();
        for draft in body_first.flat_map(|field| drafts.iter().filter(move |d| d.field == field)) {
            if let (Some(event), Some(own)) = (draft.claim.event.as_deref(), own(draft)) {
                report.first_of.entry(event).or_insert(own);
            }
        }
        let mut last: Option<(usize, When)> = None;
        for (i, draft) in drafts.iter().enumerate() {
            let near = last.filter(|(j, _)| i - j <= NEAR && drafts[*j].field == draft.field);
            report.last_own.push(near.map(|(_, own)| own));
            let incident = draft.claim.scope == Scope::Incident;
            last = own(draft).filter(|_| incident).map(|own| (i, own)).or(last);
        }
        for draft in drafts {
            let Some(own) = own(draft) else {
                continue;
            };
            if let Some(event) = draft.claim.event.as_deref() {
                *report.own.entry((event, own)).or_default() += 1;
            }
            *report.own_in_all.entry(own).or_default() += 1;
        }
        for dated in told.iter().flatten().flat_map(|told| &told.dates) {
            *report.told.entry(dated.date.when).or_default() += 1;
        }
        report.most = report.told.values().copied().max().unwrap_or(0);
        let mut last = None;
        for (number, told) in told[1].iter().enumerate() {
            report.last.push(last);
            last = firm(told).then_some(number).or(last);
            if report.first.is_none() {
                let first = told.dates.iter().find(|dated| is_firm(dated));
                report.first = first.map(|dated| dated.date.when);
            }
        }
        let mut next = None;
        for (number, told) in told[1].iter().enumerate().rev() {
            report.next[number] = next;
            next = firm(told).then_some(number).or(next);
        }
        report
    }

    /// The dates of a sentence as draft `i` would have them.
    fn dates(&self, i: usize, at: At) -> Vec<Saying<'d>> {
        let draft = &self.around.drafts[i];
        let scope = draft.claim.scope;
        let to_now = |when: When| When {
            from: when.from,
            to: self.written,
        };
        let sentence = &self.around.told[at.0][at.1];
        let mut dates: Vec<Saying<'d>> = Vec::new();
        // The day on which somebody spoke is not that of the harm.
        let of_harm = |dated: &&Dated| dated.of != Of::Speech;
        for dated in sentence.dates.iter().filter(of_harm) {
            let when = match scope {
                Scope::Cumulative => to_now(dated.date.when),
                // A closed past does not run up to now: "the worst since the war of 1946-49".
                Scope::Background => dated.date.named,
                Scope::Incident => dated.date.when,
            };
            let mut add = |when: When, shut: bool| {
                dates.push(Saying {
                    when,
                    dated: Some(dated),
                    began: false,
                    shut,
                });
            };
            add(when, false);
            // "since March, when five were killed", "58 died in January".
            if dated.date.named != when {
                add(dated.date.named, true);
            }
        }
        if let Some(began) = sentence.began.filter(|_| scope == Scope::Cumulative) {
            dates.push(Saying {
                when: When {
                    from: Some(began),
                    to: self.written,
                },
                dated: None,
                began: true,
                shut: false,
            });
        }
        dates.retain(|date| date.when.from.is_some() || scope != Scope::Cumulative);
        dates.retain(|date| date.when.to.is_none() || date.when.from <= date.when.to);
        dates
    }

    /// What is seen on a date of a sentence, beside what is seen on the sentence.
    fn of_date(&self, i: usize, at: At, told: &Saying<'_>, count: usize) -> DateClues {
        use DateClue as Clue;
        let draft = &self.around.drafts[i];
        let claim = &draft.claim;
        let here = at == (draft.field, draft.sentence);
        let when = told.when;
        let mut clues = DateClues::default();
        let mut note = |clue: Clue, is: bool| clues.note(clue, is);
        note(Clue::Always, true);
        let of = match told.dated {
            Some(dated) => match dated.of {
                Of::Event | Of::Speech => Clue::Event,
                Of::Act => Clue::Act,
                Of::Coming => Clue::Coming,
                Of::Writing => Clue::Writing,
            },
            None => Clue::Began,
        };
        note(of, true);
        let bound = told.dated.filter(|dated| dated.of == Of::Event);
        note(Clue::WithHarm, bound.is_some_and(|dated| dated.with_harm));
        note(Clue::WithOther, bound.is_some_and(|dated| dated.with_other));
        let when_behind = told.dated.and_then(|dated| dated.when_behind);
        note(
            Clue::WhenBehind,
            told.shut && here && when_behind.is_some_and(|end| draft.harm.0 < end),
        );
        note(
            Clue::Later,
            told.dated.is_some_and(|dated| dated.date.later),
        );
        let total = claim.scope == Scope::Cumulative;
        note(Clue::Shut, told.shut && !total);
        note(Clue::TotalShut, told.shut && total);
        let said = told.dated.map_or(when, |dated| dated.date.when);
        let days = match (said.from, said.to) {
            (Some(from), Some(to)) => Some((to - from).get_days()),
            _ => None,
        };
        note(Clue::Day, days == Some(0));
        note(Clue::Night, days == Some(1));
        note(
            Clue::Weeks,
            days.is_some_and(|days| (2..=31).contains(&days)),
        );
        note(
            Clue::Months,
            days.is_some_and(|days| (32..=366).contains(&days)),
        );
        note(Clue::Years, days.is_none_or(|days| days > 366));
        let running = told.dated.is_some_and(|dated| dated.date.running);
        note(Clue::Running, running && !told.shut);
        let ago = self
            .written
            .zip(said.to)
            .map(|(written, to)| (written - to).get_days());
        note(Clue::Today, ago == Some(0));
        note(Clue::Yesterday, ago == Some(1));
        note(Clue::Week, ago.is_some_and(|ago| (2..=7).contains(&ago)));
        note(Clue::Old, ago.is_some_and(|ago| ago > 7));
        note(Clue::VeryOld, ago.is_some_and(|ago| ago > 366));
        note(Clue::Future, ago.is_some_and(|ago| ago < 0));
        note(Clue::Timeless, ago.is_none());
        let mine = own(draft);
        let is_own = mine == Some(when);
        if here && let Some(dated) = told.dated {
            note(Clue::Own, is_own);
            note(Clue::OwnWord, dated.with == Some(draft.trigger));
            note(
                Clue::OtherHarm,
                dated.with_harm && dated.with != Some(draft.trigger),
            );
            let start = dated.date.start;
            let way = self.around.told[at.0][at.1]
                .borders
                .distance(start, draft.harm);
            note(Clue::Close, way <= 4);
            note(Clue::Near, way <= 10);
            note(Clue::Distant, way > 20);
            note(Clue::Behind, start >= draft.harm.1);
            note(Clue::Between, self.around.between(i, start));
            note(Clue::Lone, count == 1);
        }
        let number = if draft.field == 1 { draft.sentence } else { 0 };
        let is_at = |number: Option<&Option<usize>>| at.0 == 1 && number == Some(&Some(at.1));
        let firm = told.dated.is_some_and(is_firm);
        note(Clue::Last, firm && is_at(self.last.get(number)));
        note(Clue::Next, firm && is_at(self.next.get(number)));
        let many = self.told.get(&said).copied().unwrap_or(0);
        note(Clue::Again, many > 1);
        note(Clue::Most, many > 0 && many == self.most);
        note(Clue::First, self.first == Some(said));
        let event = claim.event.as_deref();
        let in_event = event.map_or(usize::from(is_own), |event| {
            self.own.get(&(event, when)).copied().unwrap_or(0)
        });
        let in_all = self.own_in_all.get(&when).copied().unwrap_or(0);
        let of_event = in_event > usize::from(is_own);
        note(Clue::OfEventsClaim, of_event);
        note(Clue::OfOthersClaim, in_all > in_event && !of_event);
        let first_of = event.and_then(|event| self.first_of.get(event));
        note(Clue::EventsFirst, first_of == Some(&when));
        note(Clue::LastOwn, self.last_own[i] == Some(when));
        let before = i.checked_sub(1).map(|before| &self.around.drafts[before]);
        let before = before.and_then(own);
        note(Clue::OfClaimBefore, before == Some(when));
        note(Clue::OtherOwn, mine.is_some() && !is_own);
        let within = mine.is_some_and(|mine| is_within(when, mine));
        note(Clue::WithinOwn, within);
        note(Clue::InnerOfEvent, within && days == Some(0) && of_event);
        note(
            Clue::AroundOwn,
            mine.is_some_and(|mine| is_within(mine, when)),
        );
        let opens = running || told.began;
        note(Clue::TotalRunning, total && opens);
        note(Clue::TotalClosed, total && !opens);
        note(Clue::TotalOwn, total && is_own);
        let past = claim.scope == Scope::Background;
        let long = days.is_none_or(|days| days > 360);
        note(Clue::PastDay, past && !long);
        note(Clue::PastYears, past && long);
        let gone = matches!(claim.effect, Effect::Displaced | Effect::Missing);
        note(Clue::Gone, gone);
        note(Clue::Arrest, claim.effect == Effect::Detained);
        note(Clue::Unreal, claim.modality == Modality::Hypothetical);
        note(Clue::TitleClaim, draft.field == 0);
        note(Clue::Part, claim.relation.kind == RelationKind::Part);
        note(Clue::FirstEvent, event == Some("A"));
        note(Clue::LaterEvent, event.is_some_and(|event| event != "A"));
        let words = &draft.words.this;
        note(Clue::AsNoun, draft.tense == Tense::None);
        note(Clue::Perfect, draft.tense == Tense::Perfect);
        note(Clue::Pluperfect, draft.tense == Tense::Pluperfect);
        let back = words.has(Sign::Earlier) || words.has(Sign::Recalls);
        note(Clue::Back, back);
        note(Clue::BackOld, back && ago.is_some_and(|ago| ago > 7));
        clues
    }
}

/// Whether two sentences that name places other than countries name one of both.
fn shared(places: [&Vec<Named>; 2]) -> Option<bool> {
    let [there, here] = places.map(|places| {
        let narrow = places
            .iter()
            .filter(|named| named.breadth != Breadth::Country && !named.key.is_empty());
        narrow.map(|named| &named.key)
    });
    let both = there.clone().next().is_some() && here.clone().next().is_some();
    both.then(|| {
        there
            .into_iter()
            .any(|key| here.clone().any(|other| other == key))
    })
}

/// Returns all dates that may be those of the harm of the claims, those of one claim together.
pub(crate) fn candidates(
    drafts: &[Draft],
    ties: &[Option<Tie>],
    told: &[Vec<Told>; 2],
    written: Option<Date>,
) -> Vec<Vec<Candidate>> {
    let report = Report::new(drafts, told, written);
    let of = |i: usize| {
        let whole = report.around.whole(ties, i);
        let mut candidates = Vec::new();
        for at in report.around.sentences(i) {
            let dates = report.dates(i, at);
            if dates.is_empty() {
                continue;
            }
            let mut sentence = DateClues::default();
            let note = |position: Position, is| sentence.note(position.into(), is);
            report.around.stands(i, at, whole, note);
            sentence.note(DateClue::OfTotal, report.around.of_total(i, at));
            let away = at != (drafts[i].field, drafts[i].sentence);
            sentence.note(DateClue::NoDeed, away && !told[at.0][at.1].deed);
            let places =
                [at, (drafts[i].field, drafts[i].sentence)].map(|at| &told[at.0][at.1].places);
            if let Some(same) = shared(places) {
                sentence.note(DateClue::SamePlace, same);
                sentence.note(DateClue::OtherPlace, !same);
            }
            for date in &dates {
                candidates.push(Candidate {
                    when: date.when,
                    clues: sentence.with(report.of_date(i, at, date, dates.len())),
                    here: at == (drafts[i].field, drafts[i].sentence),
                });
            }
        }
        candidates
    };
    (0..drafts.len()).map(of).collect()
}
