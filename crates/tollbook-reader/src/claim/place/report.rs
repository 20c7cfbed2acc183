//! The country that a report as a whole tells of.

use super::Stand;
use crate::claim::Told;
use crate::place::Home;

/// Returns the country that most of the report's places lie in; where it names none, that of its outlet.
pub(crate) fn country<'d>(told: &'d [Vec<Told>; 2], home: &'d Home) -> Option<&'d str> {
    let marks = home.marks().map(|(code, worth)| (code, worth as usize));
    let mut votes: Vec<(&str, usize)> = marks.collect();
    for named in told.iter().flatten().flat_map(|told| &told.places) {
        let Some(code) = named.country.as_deref() else {
            continue;
        };
        let votes_of = match named.stand {
            Stand::In | Stand::Struck => 3,
            Stand::Beside | Stand::Passing => 2,
            Stand::Written | Stand::Bare => 1,
        };
        match votes.iter_mut().find(|(other, _)| *other == code) {
            Some((_, votes)) => *votes += votes_of,
            None => votes.push((code, votes_of)),
        }
    }
    let most = votes.into_iter().rev().max_by_key(|(_, votes)| *votes);
    most.map(|(code, _)| code).or(home.outlet())
}
