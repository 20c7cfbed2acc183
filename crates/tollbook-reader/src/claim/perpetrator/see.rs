//! What is seen on everybody of a report who may have done the harm of a claim.

use std::collections::BTreeMap;

use tollbook_terms::{Effect, Modality, RelationKind, Scope};

use super::clue::{Clue, Clues};
use super::{Doer, How, Who};
use crate::actor::ActorTable;
use crate::claim::around::{Around, At, Position};
use crate::claim::choice::Numbers;
use crate::claim::relation::Tie;
use crate::claim::stems::{stems, stems_and_head};
use crate::claim::{Draft, Told};

/// One who may have done the harm of a claim.
pub(crate) struct Candidate<'r> {
    pub(crate) doer: &'r Doer,
    /// The numbers of the words by which the one is known again.
    pub(crate) stems: &'r [usize],
    pub(crate) clues: Clues,
    /// Whether the claim's own sentence names the one.
    pub(crate) here: bool,
}

/// The claims of a report with what is seen only on all of them. Words are told by their numbers.
pub(crate) struct Report<'d> {
    around: Around<'d>,
    /// The doers of each sentence of the title and of the text.
    doers: [Vec<Vec<Known<'d>>>; 2],
    /// The words for whom the sentence of each draft alone speaks, for whom it harms and who tells it.
    words: Vec<Words>,
    /// How many doers bear each word, how many the most, and how many doers there are.
    named: Vec<usize>,
    most: usize,
    many: usize,
    /// For how many drafts of an event, and of all, the sentence alone speaks for a word.
    own: BTreeMap<&'d str, BTreeMap<usize, usize>>,
    own_in_all: Vec<usize>,
    /// The words of those harmed in an event.
    harmed: BTreeMap<&'d str, Vec<usize>>,
    /// The first who has done something, by sentence and token.
    first: Option<(At, usize)>,
}

/// A doer with the words by which he is known again.
struct Known<'d> {
    doer: &'d Doer,
    stems: Vec<usize>,
    head: Option<usize>,
}

impl<'d> Known<'d> {
    fn new(doer: &'d Doer, numbers: &mut Numbers) -> Known<'d> {
        Known {
            doer,
            stems: numbers.all(&doer.stems),
            head: doer.head.as_deref().map(|head| numbers.of(head)),
        }
    }
}

/// The words of a draft by which somebody is known again.
struct Words {
    own: Vec<usize>,
    victim: Vec<usize>,
    /// The head of those harmed.
    head: Option<usize>,
    claimant: Vec<usize>,
}

impl Words {
    fn new(draft: &Draft, actors: &ActorTable, numbers: &mut Numbers) -> Words {
        let claim = &draft.claim;
        let mut of = |phrase: &Option<String>| {
            let phrase = phrase.as_deref();
            numbers.all(&phrase.map_or_else(Vec::new, |phrase| stems(actors, phrase)))
        };
        let (own, claimant) = (of(&claim.perpetrator), of(&claim.claimant));
        let (victim, head) = stems_and_head(actors, &claim.number.text);
        Words {
            own,
            victim: numbers.all(&victim),
            head: head.map(|head| numbers.of(&head)),
            claimant,
        }
    }
}

/// Whether one has done something.
fn did(doer: &Doer) -> bool {
    doer.how <= How::Blame
}

impl<'d> Report<'d> {
    /// Reads the claims of a report.
    pub(crate) fn new(
        drafts: &'d [Draft],
        told: &'d [Vec<Told>; 2],
        actors: &ActorTable,
    ) -> Report<'d> {
        let mut numbers = Numbers::default();
        let words: Vec<Words> = drafts
            .iter()
            .map(|draft| Words::new(draft, actors, &mut numbers))
            .collect();
        let doers = told.each_ref().map(|told| {
            let known = told.iter().map(|told| {
                let doers = told.doers.iter();
                doers.map(|doer| Known::new(doer, &mut numbers)).collect()
            });
            known.collect()
        });
        let mut report = Report {
            around: Around::new(drafts, told, |told| told.doers.iter().any(did)),
            doers,
            words,
            named: vec![0; numbers.len()],
            most: 0,
            many: 0,
            own: BTreeMap::new(),
            own_in_all: vec![0; numbers.len()],
            harmed: BTreeMap::new(),
            first: None,
        };
        for (draft, Words { own, victim, .. }) in drafts.iter().zip(&report.words) {
            for stem in own {
                report.own_in_all[*stem] += 1;
            }
            let Some(event) = draft.claim.event.as_deref() else {
                continue;
            };
            let of_event = report.own.entry(event).or_default();
            for stem in own {
                *of_event.entry(*stem).or_default() += 1;
            }
            report.harmed.entry(event).or_default().extend(victim);
        }
        for at in report.around.all() {
            for known in &report.doers[at.0][at.1] {
                if !did(known.doer) {
                    continue;
                }
                report.first.get_or_insert((at, known.doer.at));
                for stem in &known.stems {
                    report.named[*stem] += 1;
                }
                report.many += usize::from(!known.doer.harmed);
            }
        }
        report.most = report.named.iter().copied().max().unwrap_or(0);
        report
    }

    /// What is seen on a doer of a sentence, beside what is seen on the sentence.
    fn of_doer(&self, i: usize, at: At, known: &Known<'_>, seen: &Seen<'_>) -> Clues {
        let doer = known.doer;
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
        let words = &known.stems;
        let any = |of: &[usize]| words.iter().any(|word| of.contains(word));
        note(Clue::Claimant, any(&seen.words.claimant));
        // "A member of the Velmoran guard" and "supporters of the Velmoran party": a head or all words.
        let Words { victim, head, .. } = seen.words;
        let victim = !words.is_empty() && words.iter().all(|word| victim.contains(word))
            || known.head.is_some_and(|head| victim.contains(&head))
            || head.is_some_and(|head| words.contains(&head));
        note(Clue::Victim, victim);
        let same_kind = doer.for_state.is_some() && doer.for_state == draft.for_state;
        note(Clue::SameKind, same_kind);
        let against = doer.for_state.is_some() && draft.for_state == doer.for_state.map(|is| !is);
        note(Clue::OtherKind, against);
        note(Clue::Harmed, doer.harmed);
        note(Clue::Located, doer.located);
        let harmed = seen.harmed.is_some_and(|harmed| any(harmed));
        note(Clue::VictimOfEvent, !victim && harmed);
        let many = words.iter().map(|word| self.named[*word]).max();
        let many = many.unwrap_or(0);
        note(Clue::Again, many > 1);
        note(Clue::Most, many > 0 && many == self.most);
        note(Clue::Sole, many > 0 && many >= self.many);
        note(Clue::First, self.first == Some((at, doer.at)));
        let (mut of_event, mut of_other) = (false, false);
        for word in words {
            let mine = usize::from(seen.words.own.contains(word));
            let all = self.own_in_all[*word];
            let in_event = match claim.event {
                Some(_) => seen.of_event.and_then(|own| own.get(word)).copied(),
                None => Some(mine),
            };
            let in_event = in_event.unwrap_or(0);
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

/// The words of a draft and of those around it that those of a doer are held beside.
struct Seen<'r> {
    words: &'r Words,
    /// Those for whom the sentences of the claims before and after it alone speak.
    before: &'r [usize],
    after: &'r [usize],
    /// Those for whom the sentences of its event speak, and those harmed in it.
    of_event: Option<&'r BTreeMap<usize, usize>>,
    harmed: Option<&'r Vec<usize>>,
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

impl Report<'_> {
    /// Returns all who may have done the harm of the claims, those of one claim together.
    pub(crate) fn candidates(&self, ties: &[Option<Tie>]) -> Vec<Vec<Candidate<'_>>> {
        let drafts = self.around.drafts;
        (0..drafts.len()).map(|i| self.of_draft(i, ties)).collect()
    }

    fn of_draft(&self, i: usize, ties: &[Option<Tie>]) -> Vec<Candidate<'_>> {
        let draft = &self.around.drafts[i];
        let own = |i: usize| self.words.get(i).map_or(&[][..], |words| &words.own);
        let event = draft.claim.event.as_deref();
        let here = (draft.field, draft.sentence);
        let mut did_here = self.doers[here.0][here.1]
            .iter()
            .map(|known| known.doer)
            .filter(|doer| did(doer));
        let seen = Seen {
            words: &self.words[i],
            before: i.checked_sub(1).map_or(&[], own),
            after: own(i + 1),
            of_event: event.and_then(|event| self.own.get(event)),
            harmed: event.and_then(|event| self.harmed.get(event)),
            nobody_here: did_here.all(|doer| doer.harmed),
        };
        let whole = self.around.whole(ties, i);
        let mut candidates = Vec::new();
        for at in self.around.sentences(i) {
            let doers = &self.doers[at.0][at.1];
            if doers.is_empty() {
                continue;
            }
            let mut sentence = Clues::default();
            let note = |position: Position, is| sentence.note(position.into(), is);
            self.around.stands(i, at, whole, note);
            let of_event = sentence.has(Clue::OfEvent) || sentence.has(Clue::Aftermath);
            let of_other = sentence.has(Clue::OfOther) || sentence.has(Clue::OtherAftermath);
            for known in doers {
                let [in_event, in_other] = told_where(known.doer.how);
                let mut sentence = sentence;
                sentence.note(in_event, of_event);
                sentence.note(in_other, of_other);
                candidates.push(Candidate {
                    doer: known.doer,
                    stems: &known.stems,
                    clues: sentence.with(self.of_doer(i, at, known, &seen)),
                    here: at == here,
                });
            }
        }
        candidates
    }
}
