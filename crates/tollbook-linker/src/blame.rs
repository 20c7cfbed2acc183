//! On whom a figure is blamed, and how much of it on one of them.

use std::collections::BTreeSet;

use tollbook_terms::Figure;

use crate::figure::{Taken, combine_pieces};

/// Returns the ids of the actors on whom a figure is blamed.
pub(crate) fn actors(figure: &Figure) -> BTreeSet<&str> {
    let pieces = figure.said.iter().flat_map(|said| &said.pieces);
    pieces
        .filter_map(|piece| piece.perpetrator.as_deref())
        .collect()
}

/// Returns low, best and high of a figure; with a `party`, as those say who blame it, and `None` where
/// nobody does. `blamed` are the actors of the figure.
pub(crate) fn taken(
    figure: &Figure,
    blamed: &BTreeSet<&str>,
    party: Option<&str>,
) -> Option<Taken> {
    let whole = Taken::of(figure);
    let Some(party) = party else {
        return Some(whole);
    };
    match (blamed.contains(party), blamed.len()) {
        (false, _) => None,
        (true, 1) => Some(whole),
        (true, _) => combine_pieces(&figure.said, |piece| {
            piece.perpetrator.as_deref() == Some(party)
        }),
    }
}
