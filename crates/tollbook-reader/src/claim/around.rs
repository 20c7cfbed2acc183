//! The sentences of a report that a claim looks at for what its own does not tell, and how each stands to it.

use std::collections::BTreeMap;

use super::relation::{Sign, Tie, root};
use super::{Draft, Told};
use crate::gate;
use tollbook_terms::Scope;

/// How many sentences before and after its own a claim looks at.
const AROUND: usize = 6;

/// How many sentences of the account of its event it looks at.
const ACCOUNT: usize = 24;

/// How many sentences behind a claim of an event may still tell of it.
const AFTERMATH: usize = gate::BLAMED;

/// A sentence: 0 for the title and 1 for the text, and its number.
pub(crate) type At = (usize, usize);

/// How a sentence stands to a claim of another sentence. The signs of the same names say what each means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Position {
    InTitle,
    InLead,
    JustBefore,
    JustAfter,
    Before,
    After,
    Far,
    OfEvent,
    OfOther,
    Aftermath,
    OtherAftermath,
    Turns,
    ThatDeed,
    OfWhole,
    SameMeans,
    OtherMeans,
    OneParagraph,
    EventsNext,
}

/// Makes every position a sign of a set of signs that has one of the same name.
macro_rules! positions {
    ($sign:ident) => {
        positions!($sign: InTitle InLead JustBefore JustAfter Before After Far OfEvent OfOther
            Aftermath OtherAftermath Turns ThatDeed OfWhole SameMeans OtherMeans OneParagraph
            EventsNext);
    };
    ($sign:ident: $($name:ident)+) => {
        impl From<$crate::claim::around::Position> for $sign {
            fn from(position: $crate::claim::around::Position) -> $sign {
                match position { $($crate::claim::around::Position::$name => $sign::$name),+ }
            }
        }
    };
}

pub(crate) use positions;

/// The claims of a report by the sentences that tell them.
pub(crate) struct Around<'d> {
    pub(crate) drafts: &'d [Draft],
    pub(crate) told: &'d [Vec<Told>; 2],
    /// The drafts that each sentence tells.
    tells: BTreeMap<At, Vec<usize>>,
    /// The draft of an event told last before each sentence of the text, and how many sentences before.
    last: Vec<Option<(usize, usize)>>,
    /// The sentences of the account of each event.
    accounts: BTreeMap<&'d str, Vec<At>>,
    /// For each draft the next sentence that tells a claim of its event.
    next: Vec<Option<At>>,
    /// Whether the text has paragraphs.
    paragraphs: bool,
}

impl<'d> Around<'d> {
    /// Reads the claims of a report; the account of an event takes the sentences that `tells` something.
    pub(crate) fn new(
        drafts: &'d [Draft],
        told: &'d [Vec<Told>; 2],
        tells: impl Fn(&Told) -> bool,
    ) -> Around<'d> {
        let mut around = Around {
            drafts,
            told,
            tells: BTreeMap::new(),
            last: Vec::with_capacity(told[1].len()),
            accounts: BTreeMap::new(),
            next: next(drafts),
            paragraphs: told[1].last().is_some_and(|told| told.paragraph > 0),
        };
        for (i, draft) in drafts.iter().enumerate() {
            let at = (draft.field, draft.sentence);
            around.tells.entry(at).or_default().push(i);
        }
        let mut last: Option<usize> = None;
        for number in 0..told[1].len() {
            around
                .last
                .push(last.map(|i| (i, number - drafts[i].sentence)));
            let event = |i: &&usize| drafts[**i].claim.event.is_some();
            let here = around.tells.get(&(1, number));
            last = here
                .and_then(|here| here.iter().rev().find(event))
                .copied()
                .or(last);
        }
        for at in around.all() {
            if !tells(&told[at.0][at.1]) {
                continue;
            }
            let mut events: Vec<&str> = match around.tells.get(&at) {
                Some(here) => here
                    .iter()
                    .filter_map(|i| drafts[*i].claim.event.as_deref())
                    .collect(),
                None => around.event_before(at).into_iter().collect(),
            };
            events.sort_unstable();
            events.dedup();
            for event in events {
                let account = around.accounts.entry(event).or_default();
                if account.len() < ACCOUNT {
                    account.push(at);
                }
            }
        }
        around
    }

    /// All sentences, those of the text first.
    pub(crate) fn all(&self) -> Vec<At> {
        let all = |field: usize| (0..self.told[field].len()).map(move |number| (field, number));
        all(1).chain(all(0)).collect()
    }

    /// The sentences of the account of each event.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = (&'d str, &[At])> {
        let accounts = self.accounts.iter();
        accounts.map(|(event, account)| (*event, account.as_slice()))
    }

    /// The event that was told shortly before a sentence without claims.
    fn event_before(&self, at: At) -> Option<&'d str> {
        let (draft, back) = (*self.last.get(at.1)?).filter(|_| at.0 == 1)?;
        let event = self.drafts[draft].claim.event.as_deref();
        event.filter(|_| back <= AFTERMATH)
    }

    /// The sentences that draft `i` looks at, its own first.
    pub(crate) fn sentences(&self, i: usize) -> Vec<At> {
        let draft = &self.drafts[i];
        let own = (draft.field, draft.sentence);
        let length = self.told[draft.field].len();
        let mut all: Vec<At> = (draft.sentence.saturating_sub(AROUND)
            ..(draft.sentence + AROUND + 1).min(length))
            .map(|number| (draft.field, number))
            .chain((0..self.told[0].len().min(3)).map(|number| (0, number)))
            .chain((0..self.told[1].len().min(3)).map(|number| (1, number)))
            .collect();
        let event = draft.claim.event.as_deref();
        let account = event.and_then(|event| self.accounts.get(event));
        all.extend(account.into_iter().flatten());
        all.retain(|at| *at != own);
        all.sort_unstable();
        all.dedup();
        all.insert(0, own);
        all
    }

    /// The sentence of what draft `i` is a part or a repetition of.
    pub(crate) fn whole(&self, ties: &[Option<Tie>], i: usize) -> Option<At> {
        let head = root(ties, i);
        let whole = match ties[head] {
            _ if head != i => Some(head),
            tie => tie.map(|tie| tie.to),
        };
        whole.map(|j| (self.drafts[j].field, self.drafts[j].sentence))
    }

    /// Whether a sentence of the text stands in the paragraph of draft `i`, where the text has paragraphs.
    pub(crate) fn in_paragraph(&self, i: usize, at: At) -> bool {
        let draft = &self.drafts[i];
        let paragraph = |number: usize| self.told[1][number].paragraph;
        let both = self.paragraphs && at.0 == 1 && draft.field == 1;
        both && paragraph(at.1) == paragraph(draft.sentence)
    }

    /// Whether the harm of another claim stands between that of draft `i` and token `at` of its sentence.
    pub(crate) fn between(&self, i: usize, at: usize) -> bool {
        let draft = &self.drafts[i];
        let (start, end) = draft.harm;
        let here = self.tells.get(&(draft.field, draft.sentence));
        here.is_some_and(|here| {
            here.iter().map(|j| self.drafts[*j].harm).any(|other| {
                at >= end && other.0 >= end && other.1 <= at
                    || at < start && other.0 > at && other.1 <= start
            })
        })
    }

    /// Whether draft `i` is a running total and another sentence tells one.
    pub(crate) fn of_total(&self, i: usize, at: At) -> bool {
        let total = |i: usize| self.drafts[i].claim.scope == Scope::Cumulative;
        let tells = self.tells.get(&at);
        at != (self.drafts[i].field, self.drafts[i].sentence)
            && total(i)
            && tells.is_some_and(|tells| tells.iter().any(|j| total(*j)))
    }

    /// Notes how a sentence stands to draft `i`, whatever it tells; nothing on the draft's own.
    pub(crate) fn stands(
        &self,
        i: usize,
        at: At,
        whole: Option<At>,
        mut note: impl FnMut(Position, bool),
    ) {
        let draft = &self.drafts[i];
        let (field, number) = at;
        if at == (draft.field, draft.sentence) {
            return;
        }
        let one_field = field == draft.field;
        let (before, after) = (
            draft.sentence.saturating_sub(number),
            number.saturating_sub(draft.sentence),
        );
        note(Position::InTitle, field == 0);
        note(Position::InLead, at == (1, 0));
        note(Position::JustBefore, one_field && before == 1);
        note(Position::JustAfter, one_field && after == 1);
        note(Position::Before, one_field && (2..=4).contains(&before));
        note(Position::After, one_field && (2..=4).contains(&after));
        note(Position::Far, !one_field || before > 4 || after > 4);
        let words = &draft.words.this;
        let turns = draft.own_day.is_some()
            || [Sign::Elsewhere, Sign::NewDeed, Sign::Recalls]
                .iter()
                .any(|sign| words.has(*sign));
        note(Position::Turns, turns);
        note(Position::ThatDeed, words.has(Sign::ThatDeed));
        note(Position::OfWhole, whole == Some(at));
        let event = draft.claim.event.as_deref();
        match self.tells.get(&at) {
            Some(tells) => {
                let same = tells
                    .iter()
                    .any(|j| event.is_some() && self.drafts[*j].claim.event.as_deref() == event);
                note(Position::OfEvent, same);
                note(Position::OfOther, !same);
            }
            None => {
                let told = self.event_before(at);
                note(Position::Aftermath, told.is_some() && told == event);
                note(Position::OtherAftermath, told.is_some() && told != event);
            }
        }
        note(Position::OneParagraph, self.in_paragraph(i, at));
        note(Position::EventsNext, self.next[i] == Some(at));
        let means = &self.told[field][number].means;
        let same = means
            .iter()
            .any(|(_, means)| draft.claim.means.contains(means));
        note(Position::SameMeans, same);
        note(
            Position::OtherMeans,
            !same && !means.is_empty() && !draft.claim.means.is_empty(),
        );
    }
}

/// Returns for each draft the next sentence that tells a claim of its event.
fn next(drafts: &[Draft]) -> Vec<Option<At>> {
    let mut next = vec![None; drafts.len()];
    // The sentence of each event that is being told, and the one told behind it.
    let mut told: BTreeMap<&str, (At, Option<At>)> = BTreeMap::new();
    for (draft, next) in drafts.iter().zip(&mut next).rev() {
        let Some(event) = draft.claim.event.as_deref() else {
            continue;
        };
        let at = (draft.field, draft.sentence);
        let (now, behind) = told.entry(event).or_insert((at, None));
        if *now != at {
            (*now, *behind) = (at, Some(*now));
        }
        *next = *behind;
    }
    next
}
