//! Scope: whether a figure is the harm of one event, a running total, or a total of a closed past.

mod cue;
mod deed;
mod find;
mod pair;
pub(crate) mod said;
mod time;

use std::collections::BTreeMap;

use tollbook_terms::{Count, Effect, Scope};

use super::inherit::because;
use super::relation::{Bond, Sign, Tie, root};
use super::when::Of;
use super::{Draft, Mentions, Told};
use crate::mention::{Mention, NTH};
use crate::rule::Rule;
use crate::text::Text;
pub(crate) use cue::Worth;
pub use cue::{Cue, Cues};

pub(crate) const RUNNING: Rule = Rule {
    name: "scope.running",
    says: "A total since a day, so far, this year or over a war that goes on is a running total, and so is a rate.",
    must: &[
        (
            "Some 91 civilians have been killed since the war began.",
            "killed ~91 civilian cumulative",
        ),
        (
            "The clashes killed 34 civilians in the first week.",
            "killed 34 civilian cumulative",
        ),
        (
            "Weeks of clashes have left 61 people dead.",
            "killed 61 cumulative",
        ),
        (
            "Army fire has killed 34 people since May.",
            "killed 34 cumulative",
        ),
        (
            "The council said 9,000 people had fled the valley since May.",
            "displaced 9000 cumulative",
        ),
        (
            "The two-year conflict has killed 4,000 people.",
            "killed 4000 cumulative",
        ),
        (
            "The offensive that began on 3 February has so far left 1,000 people dead.",
            "killed 1000 cumulative",
        ),
    ],
    must_not: &[
        (
            "The conflict broke out in May. In the latest violence, nine guards were killed.",
            "the latest is one of many",
        ),
        ("Two guards were killed on Monday.", "one day is no period"),
        (
            "The army claimed to have killed 15 rebels.",
            "it claims one deed",
        ),
        (
            "The bombing, the deadliest in the past ten years, killed 40 people.",
            "the period belongs to the comparison",
        ),
    ],
};

pub(crate) const CLOSED: Rule = Rule {
    name: "scope.closed",
    says: "A total over an old war, an earlier year or a decade is background.",
    must: &[(
        "The river war of 1971-1974 killed some 30,000 people.",
        "killed ~30000 background",
    )],
    must_not: &[(
        "A bombing in 2004 killed 40 people.",
        "one event is an incident, whenever it happened",
    )],
};

pub(crate) const ADDED: Rule = Rule {
    name: "scope.added",
    says: "What a sentence adds to a total told right before it, without a time of its own, runs over the same time.",
    must: &[(
        "Some 91 civilians have been killed since the war began. In addition, 40 houses were damaged.",
        "killed ~91 civilian cumulative; damaged 40 house cumulative",
    )],
    must_not: &[(
        "Some 91 civilians have been killed since the war began. In addition, 40 houses were damaged on Monday.",
        "it has a day of its own",
    )],
};

pub(crate) const AGREES: Rule = Rule {
    name: "scope.agrees",
    says: "A part runs over the time of its whole, unless it has a day or a deed of its own, and a title over that of its figure in the text.",
    must: &[(
        "Some 91 civilians have been killed since the war began. The minister spoke on the radio. Twelve of the dead were children.",
        "killed ~91 civilian cumulative; killed 12 child part-of ~91 cumulative",
    )],
    must_not: &[(
        "Some 91 civilians have been killed since the war began. Four guards died on Monday.",
        "it has a day of its own",
    )],
};

pub(crate) const GENERAL: Rule = Rule {
    name: "scope.general",
    says: "People without a number, of whose harm somebody speaks at large, without a day or a deed, are no one event's, nor are the murders for which somebody is wanted.",
    must: &[
        (
            "The bishop asked the rebels to stop murdering mayors.",
            "killed 2.. official cumulative",
        ),
        (
            "He was wanted in nine cases, including six murders.",
            "killed 6 cumulative",
        ),
    ],
    must_not: &[
        (
            "Warplanes bombed the port, killing dockers.",
            "it came of one deed",
        ),
        (
            "Rebels have killed villagers in an attack on the town.",
            "it is one attack",
        ),
        (
            "Villagers may also have been killed.",
            "it is feared of one attack",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&RUNNING, &CLOSED, &ADDED, &AGREES, &GENERAL];

/// Lets the drafts of a sentence, which begin at `base`, run on with the total told last in the sentence before.
pub(crate) fn run_on(text: &Text<'_>, told: &Told, base: usize, drafts: &mut [Draft]) {
    let start = told.sentence.start;
    let (before, added) = drafts.split_at_mut(base);
    let Some(total) = before.last() else { return };
    let next_to_it = added
        .first()
        .is_some_and(|draft| draft.field == total.field && draft.sentence == total.sentence + 1);
    let dated = told
        .dates
        .iter()
        .any(|dated| dated.of == Of::Event && !dated.date.running);
    if !next_to_it || dated || total.claim.scope == Scope::Incident {
        return;
    }
    let adds = find::adds(text, start);
    for draft in added {
        let timed = draft.cues.any(time::TIMES);
        let claim = &mut draft.claim;
        let runs = claim.scope == total.claim.scope && !timed;
        if !runs && (!adds || claim.scope != Scope::Incident) {
            continue;
        }
        claim.scope = total.claim.scope;
        claim.when = total.claim.when;
        because(claim, "scope", &ADDED);
        if !adds {
            continue;
        }
        if claim.means.is_empty() {
            claim.means.clone_from(&total.claim.means);
        }
        if claim.perpetrator.is_none() {
            claim.perpetrator.clone_from(&total.claim.perpetrator);
        }
    }
}

/// Returns the cues around mention `index`; `before` is how the sentence before told totals.
pub(crate) fn cues(
    text: &Text<'_>,
    told: &Told,
    (all, index): (&Mentions, usize),
    before: Totals,
) -> Cues {
    find::cues(text, told, (all, index), before)
}

/// Whether the mention is general talk, of no event of its own.
pub(crate) fn is_general(text: &Text<'_>, told: &Told, mention: &Mention, cues: Cues) -> bool {
    find::is_general(text, told, mention, cues)
}

/// Returns what a figure sums, from what speaks for a running total and for a closed one.
pub(crate) fn scope([running, closed]: [i32; 2]) -> Scope {
    match running.max(closed) {
        ..=0 => Scope::Incident,
        _ if closed > running => Scope::Background,
        _ => Scope::Cumulative,
    }
}

/// How a sentence told totals, for the one behind it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Totals {
    /// It said a time of a total.
    time: bool,
    /// Its last figure was a total.
    total: bool,
    /// Its last figure was a closed total.
    closed: bool,
    /// The harm of its last figure.
    effect: Option<Effect>,
    /// Of the sentence itself: whether its figure before is a total.
    beside: Option<bool>,
}

impl Totals {
    /// Returns it for the next figure of a sentence that has told `drafts`.
    pub(crate) fn beside(self, drafts: &[Draft]) -> Totals {
        let beside = drafts
            .last()
            .map(|draft| draft.claim.scope != Scope::Incident);
        Totals { beside, ..self }
    }
}

/// Returns how a sentence with the figures `drafts` tells totals.
pub(crate) fn totals(text: &Text<'_>, told: &Told, drafts: &[Draft]) -> Totals {
    Totals {
        time: match drafts {
            [] => time::tells_time(text, told),
            _ => drafts.iter().any(|draft| draft.cues.any(time::TIMES)),
        },
        total: drafts
            .last()
            .is_some_and(|draft| draft.claim.scope != Scope::Incident),
        closed: drafts
            .last()
            .is_some_and(|draft| draft.claim.scope == Scope::Background),
        effect: drafts.last().map(|draft| draft.claim.effect),
        beside: None,
    }
}

/// A figure that two sums hardly have in common.
const MANY: u64 = 10;

/// Lets a title sum what the text says that its figure sums, and a part what its whole sums, unless it has
/// a day or a deed of its own.
pub(crate) fn agree(drafts: &mut [Draft], ties: &[Option<Tie>]) {
    let mut told: BTreeMap<(Effect, u64), usize> = BTreeMap::new();
    for (i, draft) in drafts.iter().enumerate().filter(|(_, d)| d.field == 1) {
        told.entry((draft.claim.effect, draft.claim.count.low))
            .or_insert(i);
    }
    for i in 0..drafts.len() {
        let claim = &drafts[i].claim;
        let figure = (claim.effect, claim.count.low);
        let same = ties[i]
            .filter(|tie| tie.bond == Bond::Same)
            .map(|tie| tie.to);
        let many = told.get(&figure).filter(|_| claim.count.low >= MANY);
        if let Some(of) = same.or(many.copied()).filter(|_| drafts[i].field == 0) {
            follow(drafts, i, of);
        }
    }
    for i in 0..drafts.len() {
        let head = root(ties, i);
        let Some(tie) = ties[head].filter(|tie| tie.bond == Bond::Part) else {
            continue;
        };
        let whole = root(ties, tie.to);
        // Of one sentence, both see the day and the deed.
        let beside =
            drafts[i].field == drafts[whole].field && drafts[i].sentence == drafts[whole].sentence;
        let own = [Cue::Day, Cue::Deed, Cue::TheDeed, Cue::CountedDeeds]
            .iter()
            .any(|cue| drafts[i].cues.has(*cue) && !(beside && drafts[whole].cues.has(*cue)));
        let runs = drafts[whole].claim.scope != Scope::Incident;
        // "killed the mayor, the third to be killed this year": only the third sums.
        let own = own || drafts[whole].claim.why[0].rule == NTH.name;
        // What brought a toll to its total is one event's.
        let own = own || tie.signs.has(Sign::BroughtFirst) || tie.signs.has(Sign::BroughtLast);
        // One person told in another sentence was harmed at one time, "among them" or its like aside.
        let alone = drafts[i].claim.count == Count::exact(1)
            && !beside
            && !drafts[i].words.this.has(Sign::Partitive);
        if runs && !own && !alone && drafts[i].claim.scope == Scope::Incident {
            follow(drafts, i, whole);
        }
    }
}

/// Lets draft `i` sum over the time of draft `of`.
fn follow(drafts: &mut [Draft], i: usize, of: usize) {
    let (scope, when) = (drafts[of].claim.scope, drafts[of].claim.when);
    let claim = &mut drafts[i].claim;
    if claim.scope == scope {
        return;
    }
    claim.scope = scope;
    because(claim, "scope", &AGREES);
    if scope != Scope::Incident {
        claim.when = when;
        claim.event = None;
    }
}
