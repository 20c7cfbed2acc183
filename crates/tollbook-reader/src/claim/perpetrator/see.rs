//! What is seen on everybody of a report who may have done the harm of a claim.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Effect, Modality, RelationKind, Scope};

use super::clue::{Clue, Clues};
use super::{Doer, How, Who};
use crate::actor::ActorTable;
use crate::claim::around::{Around, At, Position};
use crate::claim::relation::Tie;
use crate::claim::stems::{stems, stems_and_head};
use crate::claim::{Draft, Told};

/// One who may have done the harm of a claim.
pub(crate) struct Candidate<'d> {
    pub(crate) doer: &'d Doer,
    pub(crate) clues: Clues,
    /// Whether the claim's own sentence names the one.
    pub(crate) here: bool,
}

/// The claims of a report with what is seen only on all of them.
struct Report<'d> {
    around: Around<'d>,
    /// The words for whom the sentence of each draft alone speaks, and for whom it harms.
    words: Vec<Words>,
    /// How many doers bear a word, how many the most, and how many doers there are.
    named: BTreeMap<&'d str, usize>,
    most: usize,
    doers: usize,
    /// For how many drafts of an event, and of all, the sentence alone speaks for a word.
    own: BTreeMap<&'d str, BTreeMap<String, usize>>,
    own_in_all: BTreeMap<String, usize>,
    /// The words of those harmed in an event.
    harmed: BTreeMap<&'d str, BTreeSet<String>>,
    /// The first who has done something, by sentence and token.
    first: Option<(At, usize)>,
}

/// The words of a draft by which somebody is known again.
struct Words {
    own: Vec<String>,
    victim: Vec<String>,
    /// The head of those harmed.
    head: Option<String>,
}

/// Those of a sentence who have done something.
fn did(told: &Told) -> impl Iterator<Item = &Doer> {
    told.doers.iter().filter(|doer| doer.how <= How::Blame)
}

impl<'d> Report<'d> {
    fn new(drafts: &'d [Draft], told: &'d [Vec<Told>; 2], actors: &ActorTable) -> Report<'d> {
        let words = |draft: &Draft| {
            let (victim, head) = stems_and_head(actors, &draft.claim.number.text);
            Words {
                own: stems(actors, draft.claim.perpetrator.as_deref().unwrap_or("")),
                victim,
                head,
            }
        };
        let mut report = Report {
            words: drafts.iter().map(words).collect(),
            around: Around::new(drafts, told, |told| did(told).next().is_some()),
            named: BTreeMap::new(),
            most: 0,
            doers: 0,
            own: BTreeMap::new(),
            own_in_all: BTreeMap::new(),
            harmed: BTreeMap::new(),
            first: None,
        };
        for (draft, Words { own, victim, .. }) in drafts.iter().zip(&report.words) {
            for stem in own {
                *report.own_in_all.entry(stem.clone()).or_default() += 1;
            }
            let Some(event) = draft.claim.event.as_deref() else {
                continue;
            };
            let of_event = report.own.entry(event).or_default();
            for stem in own {
                *of_event.entry(stem.clone()).or_default() += 1;
            }
            let harmed = report.harmed.entry(event).or_default();
            harmed.extend(victim.iter().cloned());
        }
        for at in report.around.all() {
            let told = &told[at.0][at.1];
            if report.first.is_none() {
                report.first = did(told).next().map(|doer| (at, doer.at));
            }
            for stem in did(told).flat_map(|doer| &doer.stems) {
                *report.named.entry(stem).or_default() += 1;
            }
            report.doers += did(told).filter(|doer| !doer.harmed).count();
        }
        report.most = report.named.values().copied().max().unwrap_or(0);
        report
    }

    /// What is seen on a doer of a sentence, beside what is seen on the sentence.
    fn of_doer(&self, i: usize, at: At, doer: &Doer, seen: &Seen<'_>) -> Clues {
        let draft = &self.around.drafts[i];
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
            let way = self.around.told[at.0][at.1]
                .borders
                .distance(doer.at, draft.harm);
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
            Who::Band => Clue::Band,
        };
        note(who, true);
        let words = &doer.stems;
        let any = |of: &[String]| words.iter().any(|word| of.contains(word));
        note(Clue::Claimant, any(&seen.claimant));
        // "A member of the Velmoran guard" and "supporters of the Velmoran party": a head or all words.
        let victim = !words.is_empty() && words.iter().all(|word| seen.victim.contains(word))
            || doer
                .head
                .as_ref()
                .is_some_and(|head| seen.victim.contains(head))
            || seen
                .head
                .is_some_and(|head| words.iter().any(|word| word == head));
        note(Clue::Victim, victim);
        let same_kind = doer.for_state.is_some() && doer.for_state == draft.for_state;
        note(Clue::SameKind, same_kind);
        let against = doer.for_state.is_some() && draft.for_state == doer.for_state.map(|is| !is);
        note(Clue::OtherKind, against);
        note(Clue::Harmed, doer.harmed);
        note(Clue::Located, doer.located);
        let event = claim.event.as_deref();
        let harmed = event.and_then(|event| self.harmed.get(event));
        note(
            Clue::VictimOfEvent,
            !victim && harmed.is_some_and(|harmed| words.iter().any(|word| harmed.contains(word))),
        );
        let many = |word: &String| self.named.get(word.as_str()).copied().unwrap_or(0);
        let many = words.iter().map(many).max().unwrap_or(0);
        note(Clue::Again, many > 1);
        note(Clue::Most, many > 0 && many == self.most);
        note(Clue::Sole, many > 0 && many >= self.doers);
        note(Clue::First, self.first == Some((at, doer.at)));
        let (mut of_event, mut of_other) = (false, false);
        let own = event.and_then(|event| self.own.get(event));
        for word in words {
            let mine = usize::from(seen.own.contains(word));
            let all = self.own_in_all.get(word).copied().unwrap_or(0);
            let in_event = match event {
                Some(_) => own.and_then(|own| own.get(word)).copied().unwrap_or(0),
                None => mine,
            };
            of_event |= in_event > mine;
            of_other |= all > in_event;
        }
        note(Clue::OfEventsClaim, of_event);
        note(Clue::OfOthersClaim, of_other && !of_event);
        let arrest = claim.effect == Effect::Detained;
        note(Clue::OfClaimBefore, any(seen.before));
        note(Clue::OfClaimAfter, any(seen.after));
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
struct Seen<'w> {
    victim: &'w [String],
    head: Option<&'w str>,
    claimant: Vec<String>,
    own: &'w [String],
    /// Those for whom the sentences of the claims before and after it alone speak.
    before: &'w [String],
    after: &'w [String],
    /// Whether its own sentence says of nobody that he has done anything.
    nobody_here: bool,
}

/// What it says of one to be told so of the event, and of another.
fn told_where(how: How) -> [Clue; 2] {
    match how {
        How::By | How::Subject => [Clue::DidInEvent, Clue::DidInOther],
        How::Owner => [Clue::OwnerInEvent, Clue::OwnerInOther],
        How::Blame => [Clue::BlameInEvent, Clue::BlameInOther],
        How::Against => [Clue::AgainstInEvent, Clue::AgainstInOther],
        How::Acts | How::Speaks => [Clue::ActsInEvent, Clue::ActsInOther],
        How::Mentioned => [Clue::MentionedInEvent, Clue::MentionedInOther],
    }
}

/// Returns all who may have done the harm of the claims, those of one claim together.
pub(crate) fn candidates<'d>(
    drafts: &'d [Draft],
    ties: &[Option<Tie>],
    told: &'d [Vec<Told>; 2],
    actors: &ActorTable,
) -> Vec<Vec<Candidate<'d>>> {
    let report = Report::new(drafts, told, actors);
    let own = |i: usize| report.words.get(i).map_or(&[][..], |words| &words.own);
    let of = |i: usize| {
        let claim = &drafts[i].claim;
        let seen = Seen {
            victim: &report.words[i].victim,
            head: report.words[i].head.as_deref(),
            claimant: stems(actors, claim.claimant.as_deref().unwrap_or("")),
            own: own(i),
            before: i.checked_sub(1).map_or(&[], own),
            after: own(i + 1),
            nobody_here: did(&told[drafts[i].field][drafts[i].sentence]).all(|doer| doer.harmed),
        };
        let whole = report.around.whole(ties, i);
        let mut candidates = Vec::new();
        for at in report.around.sentences(i) {
            let mut sentence = Clues::default();
            let note = |position: Position, is| sentence.note(position.into(), is);
            report.around.stands(i, at, whole, note);
            let of_event = sentence.has(Clue::OfEvent) || sentence.has(Clue::Aftermath);
            let of_other = sentence.has(Clue::OfOther) || sentence.has(Clue::OtherAftermath);
            for doer in &told[at.0][at.1].doers {
                let [in_event, in_other] = told_where(doer.how);
                let mut sentence = sentence;
                sentence.note(in_event, of_event);
                sentence.note(in_other, of_other);
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
