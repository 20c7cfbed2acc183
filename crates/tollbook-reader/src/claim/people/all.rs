//! Names that are all of a figure told before: "three men died. Ines Barro, Pedro Velden and Jose Rask were killed".

use std::ops::Range;

use tollbook_terms::{Basis, Count, Report};

use crate::claim::draft::{Draft, drop_all};
use crate::claim::inherit::because;
use crate::claim::relation::{Bond, Tie, root};
use crate::mention::{NAMED_AS, WERE};
use crate::rule::Rule;

pub(crate) const ALL_NAMED: Rule = Rule {
    name: "victims.all_named",
    says: "Names that are as many as the people told of before are theirs: they tell the figure again, or only say whose it is.",
    must: &[
        (
            "A bomb killed three men. Ines Barro, Pedro Velden and Jose Rask were killed in their car.",
            "killed 3 man; killed 3 man same-as 3",
        ),
        (
            "A bomb killed two men. The dead were identified as Ines Barro, 34, and Tomas Velden, 19.",
            "killed 2 man",
        ),
    ],
    must_not: &[
        (
            "A bomb killed four men. Ines Barro, Pedro Velden and Jose Rask were killed in their car.",
            "they are three of the four",
        ),
        (
            "A bomb killed two men. A nurse and Arin Solt were killed in their car.",
            "the nurse has no name",
        ),
    ],
};

/// The rules that say whose the names are, and tell no harm again.
const ONLY_SAID: [&str; 2] = [NAMED_AS.name, WERE.name];

/// Lets names that are all of a figure told before be one claim, or none where they are only said to be theirs;
/// returns whether there were any. `ties` says of which figure each is a part.
pub(crate) fn all_named(drafts: &mut Vec<Draft>, ties: &[Option<Tie>], report: &Report) -> bool {
    let mut gone = vec![false; drafts.len()];
    let mut at = 0;
    while at < drafts.len() {
        let run = run(drafts, at);
        at = run.end;
        let Some(figure) = of_figure(drafts, ties, &run) else {
            continue;
        };
        let named = &drafts[run.clone()];
        let names = named.iter().flat_map(|draft| draft.claim.victims.clone());
        let names: Vec<_> = names.collect();
        let last = &drafts[run.end - 1].claim;
        let (number, quote) = (last.number.end, last.quote.end);
        let first = &mut drafts[run.start];
        let only_said = ONLY_SAID.contains(&first.claim.why[0].rule.as_str());
        gone[run.start..run.end].fill(true);
        if !only_said {
            let text = match first.field {
                0 => report.title.as_deref().unwrap_or_default(),
                _ => &report.text,
            };
            let claim = &mut first.claim;
            claim.count = Count::exact(names.len() as u64);
            claim.number.end = number;
            claim.number.text = text[claim.number.start..number].to_owned();
            claim.quote.end = claim.quote.end.max(quote);
            claim.quote.text = text[claim.quote.start..claim.quote.end].to_owned();
            first.restates = Some(figure);
            gone[run.start] = false;
        }
        let claim = &mut drafts[if only_said { figure } else { run.start }].claim;
        claim.victims = names;
        because(claim, "victims", &ALL_NAMED);
    }
    let any = gone.contains(&true);
    if any {
        drop_all(drafts, &gone);
    }
    any
}

/// The drafts from `at` on that one verb harms, each a person known by name.
fn run(drafts: &[Draft], at: usize) -> Range<usize> {
    let first = &drafts[at];
    let named = |draft: &&Draft| {
        let claim = &draft.claim;
        claim.count == Count::exact(1)
            && claim.victims.len() == 1
            && draft.part_of.is_none()
            && (draft.field, draft.sentence) == (first.field, first.sentence)
            && claim.effect == first.claim.effect
            && draft.words.trigger == first.words.trigger
    };
    let many = drafts[at..].iter().take_while(named).count();
    at..at + many.max(1)
}

/// The figure told before that all of a run are parts of, where they are as many as it.
fn of_figure(drafts: &[Draft], ties: &[Option<Tie>], run: &Range<usize>) -> Option<usize> {
    let figure = |at: usize| {
        ties[at]
            .filter(|tie| tie.bond == Bond::Part)
            .map(|tie| root(ties, tie.to))
    };
    let whole = figure(run.start)?;
    let count = drafts[whole].claim.count;
    let same = drafts[whole].claim.effect == drafts[run.start].claim.effect;
    let all = run.len() as u64 == count.low && count.basis == Basis::Exact && run.len() > 1;
    // "Arin Solt, Benno Rask and a nurse were killed"
    let one = &drafts[run.start];
    let beside = |other: &Draft| {
        (other.field, other.sentence, other.words.trigger)
            == (one.field, one.sentence, one.words.trigger)
            && other.claim.effect == one.claim.effect
    };
    let others =
        drafts[..run.start].last().is_some_and(beside) || drafts.get(run.end).is_some_and(beside);
    (whole < run.start && all && same && !others && run.clone().all(|at| figure(at) == Some(whole)))
        .then_some(whole)
}
