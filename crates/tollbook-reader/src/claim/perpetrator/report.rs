//! What all sentences of a report tell of those who may have done its harm.

use std::collections::{BTreeMap, BTreeSet};

use super::{Doer, How, Who};
use crate::actor::ActorTable;
use crate::claim::around::{Around, At};
use crate::claim::choice::Numbers;
use crate::claim::stems::{stems, stems_and_head};
use crate::claim::{Draft, Told};

/// The claims of a report with what is seen only on all of them. Words are told by their numbers.
pub(crate) struct Report<'d> {
    pub(super) around: Around<'d>,
    /// The doers of each sentence of the title and of the text.
    pub(super) doers: [Vec<Vec<Known<'d>>>; 2],
    /// The words for whom the sentence of each draft alone speaks, for whom it harms and who tells it.
    pub(super) words: Vec<Words>,
    /// How many doers bear each word, how many the most, and how many doers there are.
    pub(super) named: Vec<usize>,
    pub(super) most: usize,
    pub(super) many: usize,
    /// For how many drafts of an event, and of all, the sentence alone speaks for a word.
    pub(super) own: BTreeMap<&'d str, BTreeMap<usize, usize>>,
    pub(super) own_in_all: Vec<usize>,
    /// The words of those harmed in an event.
    pub(super) harmed: BTreeMap<&'d str, BTreeSet<usize>>,
    /// The first who has done something, by sentence and token.
    pub(super) first: Option<(At, usize)>,
    /// The drafts whose clause makes the one at a token of a sentence its agent.
    pub(super) agents: BTreeMap<(At, usize), Vec<usize>>,
    /// What all sentences tell of those who bear each word.
    pub(super) parts: Vec<Role>,
    /// The words of the first armed one who has done something, where all others share one of them.
    pub(super) armed: Option<Vec<usize>>,
    /// The same of those who are blamed or claim a deed.
    pub(super) sole_blamed: Option<Vec<usize>>,
}

/// What the sentences of a report tell of one.
#[derive(Debug, Clone, Default)]
pub(super) struct Role {
    pub(super) named: usize,
    pub(super) agent: usize,
    pub(super) blamed: bool,
    pub(super) harmed: bool,
    pub(super) speaks: bool,
}

/// A doer with the words by which he is known again.
pub(super) struct Known<'d> {
    pub(super) doer: &'d Doer,
    pub(super) stems: Vec<usize>,
    pub(super) head: Option<usize>,
    /// The side whose name the words hold.
    pub(super) side: Option<usize>,
}

impl<'d> Known<'d> {
    fn new(doer: &'d Doer, numbers: &mut Numbers) -> Known<'d> {
        Known {
            doer,
            stems: numbers.all(&doer.stems),
            head: doer.head.as_deref().map(|head| numbers.of(head)),
            side: doer.side.as_deref().map(|side| numbers.of(side)),
        }
    }
}

/// The words of a draft by which somebody is known again.
pub(super) struct Words {
    pub(super) own: Vec<usize>,
    pub(super) victim: Vec<usize>,
    /// The head of those harmed.
    pub(super) head: Option<usize>,
    pub(super) claimant: Vec<usize>,
    /// The sides whose names those harmed bear.
    pub(super) sides: Vec<usize>,
}

impl Words {
    fn new(draft: &Draft, actors: &ActorTable, numbers: &mut Numbers) -> Words {
        let claim = &draft.claim;
        let mut of = |phrase: &Option<String>| {
            let phrase = phrase.as_deref();
            numbers.all(&phrase.map_or_else(Vec::new, |phrase| stems(actors, phrase)))
        };
        let (own, claimant) = (of(&claim.perpetrator), of(&claim.claimant));
        let names: Vec<_> = actors.names(&claim.number.text).collect();
        let (victim, head) = stems_and_head(&names, &claim.number.text);
        Words {
            own,
            victim: numbers.all(&victim),
            head: head.map(|head| numbers.of(&head)),
            claimant,
            sides: names.iter().map(|(_, id)| numbers.of(id)).collect(),
        }
    }
}

/// Whether one has done something.
pub(super) fn did(doer: &Doer) -> bool {
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
            agents: BTreeMap::new(),
            parts: vec![Role::default(); numbers.len()],
            armed: None,
            sole_blamed: None,
        };
        for (i, draft) in drafts.iter().enumerate() {
            if let Some(agent) = draft.agent {
                let at = ((draft.field, draft.sentence), agent);
                report.agents.entry(at).or_default().push(i);
            }
        }
        report.armed = report.sole(|doer| did(doer) && !doer.harmed && is_armed(doer.who));
        report.sole_blamed = report.sole(|doer| doer.how == How::Blame || doer.claims);
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
                let doer = known.doer;
                let agent = report.agents.get(&(at, doer.at)).map_or(0, Vec::len);
                for stem in &known.stems {
                    let part = &mut report.parts[*stem];
                    part.named += 1;
                    part.agent += agent;
                    part.blamed |= doer.how == How::Blame || doer.claims;
                    part.harmed |= doer.harmed;
                    part.speaks |= doer.how == How::Speaks;
                }
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

    /// The words of the first of those whom `takes` takes, where all others of them share one of these.
    fn sole(&self, takes: impl Fn(&Doer) -> bool) -> Option<Vec<usize>> {
        let mut taken = self
            .doers
            .iter()
            .flatten()
            .flatten()
            .filter(|known| takes(known.doer));
        let first = taken.next()?;
        let alike = |other: &Known<'_>| other.stems.iter().any(|word| first.stems.contains(word));
        taken.all(alike).then(|| first.stems.clone())
    }
}

/// Whether such bear arms.
pub(super) fn is_armed(who: Who) -> bool {
    matches!(who, Who::Actor | Who::Force | Who::Armed | Who::Band)
}

/// Whether one is told as a side of a fight, or may be.
pub(super) fn is_side(doer: &Doer) -> bool {
    matches!(doer.how, How::Against | How::Subject) && is_armed(doer.who)
}

/// Whether such bear a name.
pub(super) fn is_named(who: Who) -> bool {
    matches!(who, Who::Actor | Who::Band | Who::Name | Who::Person)
}
