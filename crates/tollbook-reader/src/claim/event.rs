//! Which claims of a report are of one event.

use tollbook_terms::Scope;

use super::Draft;
use super::relation::{Bond, Pairs, Sign, Signs, Tie, Weights, root};

/// Gives every draft the label of its event: that of the draft before it that most speaks for, else a
/// new one.
pub(crate) fn group(drafts: &mut [Draft], ties: &[Option<Tie>], weights: &Weights) {
    let mut events: Vec<Option<usize>> = vec![None; drafts.len()];
    let mut next = 0;
    let pairs = Pairs::new(drafts);
    for i in 0..drafts.len() {
        if drafts[i].claim.scope != Scope::Incident {
            continue;
        }
        let mut best = 0;
        for j in pairs.others(i, Bond::Event) {
            let mut signs = pairs.signs(i, j);
            note_ties(ties, i, j, &mut signs);
            let sum = weights.sum(Bond::Event, signs);
            if sum > best {
                best = sum;
                events[i] = events[j];
            }
        }
        if events[i].is_none() {
            events[i] = Some(next);
            next += 1;
        }
    }
    for (draft, event) in drafts.iter_mut().zip(events) {
        draft.claim.event = event.map(label);
    }
}

/// Notes what the relations of drafts `i` and `j` say about their events.
pub(crate) fn note_ties(ties: &[Option<Tie>], i: usize, j: usize, signs: &mut Signs) {
    let of = |at: usize, bond: Bond| {
        let head = root(ties, at);
        ties[head]
            .filter(|tie| tie.bond == bond)
            .map(|tie| root(ties, tie.to))
    };
    signs.note(Sign::Bound, root(ties, i) == root(ties, j));
    signs.note(
        Sign::PartOf,
        of(i, Bond::Part) == Some(root(ties, j)) || of(j, Bond::Part) == Some(root(ties, i)),
    );
    signs.note(
        Sign::Siblings,
        of(i, Bond::Part).is_some() && of(i, Bond::Part) == of(j, Bond::Part),
    );
}

/// "A" to "Z", then "AA", "AB".
fn label(number: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    if number < 26 {
        letter(number).to_string()
    } else {
        format!("{}{}", letter(number / 26 - 1), letter(number))
    }
}
