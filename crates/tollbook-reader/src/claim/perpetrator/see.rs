//! What is seen on everybody of a report who may have done the harm of a claim.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Effect, Modality, RelationKind, Scope};

use super::choose::Candidate;
use super::clue::{Clue, Clues};
use super::{Doer, How, Who, last_stem, stems};
use crate::claim::relation::{Sign, Tie, root};
use crate::claim::{Draft, Told};
use crate::gate;

/// How many sentences before and after its own a claim looks at.
const AROUND: usize = 6;

/// How many sentences of the account of its event it looks at.
const ACCOUNT: usize = 24;

/// How many sentences behind a claim of an event may still tell who is blamed for it.
const AFTERMATH: usize = gate::BLAMED;

/// A sentence: 0 for the title and 1 for the text, and its number.
type At = (usize, usize);

/// The claims of a report with what is seen only on all of them.
struct Report<'d> {
    drafts: &'d [Draft],
    told: &'d [Vec<Told>; 2],
    /// The drafts that each sentence tells.
    tells: BTreeMap<At, Vec<usize>>,
    /// The draft of an event told last before each sentence of the text, and how many sentences before.
    last: Vec<Option<(usize, usize)>>,
    /// The sentences of the account of each event.
    accounts: BTreeMap<&'d str, Vec<At>>,
    /// How many doers bear a word, how many the most, and how many doers there are.
    named: BTreeMap<&'d str, usize>,
    most: usize,
    doers: usize,
    /// For how many drafts of an event, and of all, the sentence alone speaks for a word.
    own: BTreeMap<(&'d str, String), usize>,
    own_in_all: BTreeMap<String, usize>,
    /// The words of those harmed in an event.
    harmed: BTreeMap<&'d str, BTreeSet<String>>,
    /// The first who has done something, by sentence and token.
    first: Option<(At, usize)>,
}

impl<'d> Report<'d> {
    fn new(drafts: &'d [Draft], told: &'d [Vec<Told>; 2]) -> Report<'d> {
        let mut report = Report {
            drafts,
            told,
            tells: BTreeMap::new(),
            last: Vec::new(),
            accounts: BTreeMap::new(),
            named: BTreeMap::new(),
            most: 0,
            doers: 0,
            own: BTreeMap::new(),
            own_in_all: BTreeMap::new(),
            harmed: BTreeMap::new(),
            first: None,
        };
        for (i, draft) in drafts.iter().enumerate() {
            let at = (draft.field, draft.sentence);
            report.tells.entry(at).or_default().push(i);
            let own = stems(draft.claim.perpetrator.as_deref().unwrap_or(""));
            for stem in &own {
                *report.own_in_all.entry(stem.clone()).or_default() += 1;
            }
            let Some(event) = draft.claim.event.as_deref() else {
                continue;
            };
            for stem in own {
                *report.own.entry((event, stem)).or_default() += 1;
            }
            let harmed = report.harmed.entry(event).or_default();
            harmed.extend(stems(&draft.claim.number.text));
        }
        let mut last = None;
        for number in 0..told[1].len() {
            let here = report.tells.get(&(1, number));
            let before: Option<usize> = last;
            report
                .last
                .push(before.map(|i| (i, number - drafts[i].sentence)));
            let event = |i: &&usize| drafts[**i].claim.event.is_some();
            last = here
                .and_then(|here| here.iter().rev().find(event))
                .copied()
                .or(last);
        }
        let sentences = [1, 0]
            .into_iter()
            .flat_map(|field| (0..told[field].len()).map(move |number| (field, number)));
        for at in sentences {
            let told = &told[at.0][at.1];
            let did = || told.doers.iter().filter(|doer| doer.how <= How::Blame);
            if report.first.is_none() {
                report.first = did().next().map(|doer| (at, doer.at));
            }
            for stem in did().flat_map(|doer| &doer.stems) {
                *report.named.entry(stem).or_default() += 1;
            }
            report.doers += did().filter(|doer| !doer.harmed).count();
            let mut events: Vec<&str> = report
                .tells
                .get(&at)
                .into_iter()
                .flatten()
                .filter_map(|i| drafts[*i].claim.event.as_deref())
                .collect();
            if !report.tells.contains_key(&at) {
                events.extend(report.event_before(at));
            }
            events.sort_unstable();
            events.dedup();
            for event in events {
                let account = report.accounts.entry(event).or_default();
                if account.len() < ACCOUNT && did().next().is_some() {
                    account.push(at);
                }
            }
        }
        report.most = report.named.values().copied().max().unwrap_or(0);
        report
    }

    /// The event that was told shortly before a sentence without claims.
    fn event_before(&self, at: At) -> Option<&'d str> {
        let (draft, back) = (*self.last.get(at.1)?).filter(|_| at.0 == 1)?;
        let event = self.drafts[draft].claim.event.as_deref();
        event.filter(|_| back <= AFTERMATH)
    }

    /// The sentences that draft `i` looks at, its own first.
    fn sentences(&self, i: usize) -> Vec<At> {
        let draft = &self.drafts[i];
        let own = (draft.field, draft.sentence);
        let length = self.told[draft.field].len();
        let mut all: Vec<At> = (draft.sentence.saturating_sub(AROUND)
            ..(draft.sentence + AROUND + 1).min(length))
            .map(|number| (draft.field, number))
            .chain((0..self.told[0].len().min(3)).map(|number| (0, number)))
            .chain((0..self.told[1].len().min(3)).map(|number| (1, number)))
            .collect();
        let account = draft
            .claim
            .event
            .as_deref()
            .and_then(|event| self.accounts.get(event));
        all.extend(account.into_iter().flatten());
        all.retain(|at| *at != own);
        all.sort_unstable();
        all.dedup();
        all.insert(0, own);
        all
    }

    /// What is seen on a sentence, whoever it names.
    fn of_sentence(&self, i: usize, at: At, whole: Option<At>) -> Clues {
        let draft = &self.drafts[i];
        let mut clues = Clues::default();
        let (field, number) = at;
        if at == (draft.field, draft.sentence) {
            return clues;
        }
        let one_field = field == draft.field;
        let (before, after) = (
            draft.sentence.saturating_sub(number),
            number.saturating_sub(draft.sentence),
        );
        clues.note(Clue::InTitle, field == 0);
        clues.note(Clue::InLead, at == (1, 0));
        clues.note(Clue::JustBefore, one_field && before == 1);
        clues.note(Clue::JustAfter, one_field && after == 1);
        clues.note(Clue::Before, one_field && (2..=4).contains(&before));
        clues.note(Clue::After, one_field && (2..=4).contains(&after));
        clues.note(Clue::Far, !one_field || before > 4 || after > 4);
        let words = &draft.words.this;
        let turns = draft.own_day.is_some()
            || [Sign::Elsewhere, Sign::NewDeed, Sign::Recalls]
                .iter()
                .any(|sign| words.has(*sign));
        clues.note(Clue::Turns, turns);
        clues.note(Clue::ThatDeed, words.has(Sign::ThatDeed));
        clues.note(Clue::OfWhole, whole == Some(at));
        let event = draft.claim.event.as_deref();
        match self.tells.get(&at) {
            Some(tells) => {
                let same = tells
                    .iter()
                    .any(|j| event.is_some() && self.drafts[*j].claim.event.as_deref() == event);
                clues.note(Clue::OfEvent, same);
                clues.note(Clue::OfOther, !same);
            }
            None => {
                let told = self.event_before(at);
                clues.note(Clue::Aftermath, told.is_some() && told == event);
                clues.note(Clue::OtherAftermath, told.is_some() && told != event);
            }
        }
        let means = &self.told[field][number].means;
        let same = means
            .iter()
            .any(|(_, means)| draft.claim.means.contains(means));
        clues.note(Clue::SameMeans, same);
        clues.note(
            Clue::OtherMeans,
            !same && !means.is_empty() && !draft.claim.means.is_empty(),
        );
        clues
    }

    /// What is seen on a doer of a sentence, beside what is seen on the sentence.
    fn of_doer(&self, i: usize, at: At, doer: &Doer, seen: &Seen) -> Clues {
        let draft = &self.drafts[i];
        let claim = &draft.claim;
        let here = at == (draft.field, draft.sentence);
        let mut clues = Clues::default();
        let mut note = |clue: Clue, is: bool| clues.note(clue, is);
        note(Clue::Always, true);
        let agent = here && draft.agent == Some(doer.at);
        note(Clue::Agent, agent);
        let own = claim.perpetrator.as_deref();
        let how = match doer.how {
            How::By => Clue::By,
            How::Owner => Clue::Owner,
            How::Subject => Clue::Subject,
            How::Against => Clue::Against,
            How::Blame => Clue::Blame,
            How::Acts => Clue::Acts,
            How::Speaks => Clue::Speaks,
            How::Mentioned => Clue::Mentioned,
        };
        note(how, true);
        if here {
            note(Clue::Own, own == Some(doer.words.as_str()));
            let way = self.told[at.0][at.1].borders.distance(doer.at, draft.harm);
            note(Clue::Close, way <= 4);
            note(Clue::Near, way <= 10);
            note(Clue::Distant, way > 20);
            note(Clue::Behind, doer.at >= draft.harm.1);
        }
        note(Clue::OtherAgent, !agent && draft.agent.is_some());
        note(
            Clue::OtherOwn,
            own.is_some() && !(here && own == Some(doer.words.as_str())),
        );
        let who = match doer.who {
            Who::Actor => Clue::Actor,
            Who::Force => Clue::Force,
            Who::Armed => Clue::Armed,
            Who::Person => Clue::Person,
            Who::People => Clue::People,
            Who::Name => Clue::Name,
        };
        note(who, true);
        let words = &doer.stems;
        let any = |of: &BTreeSet<String>| words.iter().any(|word| of.contains(word));
        note(Clue::Claimant, any(&seen.claimant));
        // "A member of the Velmoran guard" and "supporters of the Velmoran party": a head or all words.
        let victim = !words.is_empty() && words.iter().all(|word| seen.victim.contains(word))
            || doer
                .head
                .as_ref()
                .is_some_and(|head| seen.victim.contains(head))
            || seen.head.as_ref().is_some_and(|head| words.contains(head));
        note(Clue::Victim, victim);
        let same_kind = doer.for_state.is_some() && doer.for_state == draft.for_state;
        note(Clue::SameKind, same_kind);
        let against = doer.for_state.is_some() && draft.for_state == doer.for_state.map(|is| !is);
        note(Clue::OtherKind, against);
        note(Clue::Harmed, doer.harmed);
        note(Clue::Located, doer.located);
        let event = claim.event.as_deref();
        let harmed = event.and_then(|event| self.harmed.get(event));
        note(Clue::VictimOfEvent, !victim && harmed.is_some_and(any));
        let many = |word: &String| self.named.get(word.as_str()).copied().unwrap_or(0);
        let many = words.iter().map(many).max().unwrap_or(0);
        note(Clue::Again, many > 1);
        note(Clue::Most, many > 0 && many == self.most);
        note(Clue::Sole, many > 0 && many >= self.doers);
        note(Clue::First, self.first == Some((at, doer.at)));
        let (mut of_event, mut of_other) = (false, false);
        for word in words {
            let mine = usize::from(seen.own.contains(word));
            let all = self.own_in_all.get(word).copied().unwrap_or(0);
            let in_event = event.map_or(mine, |event| {
                self.own.get(&(event, word.clone())).copied().unwrap_or(0)
            });
            of_event |= in_event > mine;
            of_other |= all > in_event;
        }
        note(Clue::OfEventsClaim, of_event);
        note(Clue::OfOthersClaim, of_other && !of_event);
        let arrest = claim.effect == Effect::Detained;
        note(Clue::OfClaimBefore, any(&seen.before));
        note(Clue::OfClaimAfter, any(&seen.after));
        note(Clue::NobodyHere, seen.nobody_here);
        note(Clue::ArrestByForce, arrest && doer.who == Who::Force);
        note(Clue::ArrestByOther, arrest && doer.who != Who::Force);
        let total = claim.scope != Scope::Incident;
        note(Clue::Total, total);
        note(Clue::Object, !claim.effect.on_people());
        note(
            Clue::Gone,
            matches!(claim.effect, Effect::Displaced | Effect::Missing),
        );
        note(Clue::Nobody, claim.modality == Modality::Negated);
        note(
            Clue::Unreal,
            matches!(claim.modality, Modality::Feared | Modality::Hypothetical),
        );
        note(Clue::TitleClaim, draft.field == 0);
        note(Clue::Part, claim.relation.kind == RelationKind::Part);
        clues
    }
}

/// The words of a draft that those of a doer are held beside.
struct Seen {
    victim: BTreeSet<String>,
    head: Option<String>,
    claimant: BTreeSet<String>,
    own: BTreeSet<String>,
    /// Those for whom the sentences of the claims before and after it alone speak.
    before: BTreeSet<String>,
    after: BTreeSet<String>,
    /// Whether its own sentence says of nobody that he has done anything.
    nobody_here: bool,
}

/// Returns all who may have done the harm of the claims, those of one claim together.
pub(crate) fn candidates<'d>(
    drafts: &'d [Draft],
    ties: &[Option<Tie>],
    told: &'d [Vec<Told>; 2],
) -> Vec<Vec<Candidate<'d>>> {
    let report = Report::new(drafts, told);
    let own = |i: usize| drafts.get(i)?.claim.perpetrator.as_deref();
    let of = |i: usize| {
        let claim = &drafts[i].claim;
        let set = |words: Option<&str>| stems(words.unwrap_or("")).into_iter().collect();
        let seen = Seen {
            victim: set(Some(&claim.number.text)),
            head: last_stem(&claim.number.text),
            claimant: set(claim.claimant.as_deref()),
            own: set(claim.perpetrator.as_deref()),
            before: set(i.checked_sub(1).and_then(own)),
            after: set(own(i + 1)),
            nobody_here: !told[drafts[i].field][drafts[i].sentence]
                .doers
                .iter()
                .any(|doer| doer.how <= How::Blame && !doer.harmed),
        };
        let head = root(ties, i);
        let whole = match ties[head] {
            _ if head != i => Some(head),
            tie => tie.map(|tie| tie.to),
        };
        let whole = whole.map(|j| (drafts[j].field, drafts[j].sentence));
        let mut candidates = Vec::new();
        for at in report.sentences(i) {
            let sentence = report.of_sentence(i, at, whole);
            for doer in &told[at.0][at.1].doers {
                candidates.push(Candidate {
                    doer,
                    clues: sentence.with(report.of_doer(i, at, doer, &seen)),
                    here: at == (drafts[i].field, drafts[i].sentence),
                });
            }
        }
        candidates
    };
    (0..drafts.len()).map(of).collect()
}
