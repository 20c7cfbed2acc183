//! The short notation of a claim, for rule examples, tests and people.
//!
//! `EFFECT COUNT [CATEGORY+CATEGORY] [RELATION COUNT] [SCOPE] [MODALITY] [CAUSE]`, where what is usual
//! (whole, incident, asserted, violence) is left out: `killed 1 child part-of 5`. A count is `5`,
//! `~70` (about), `5+` (at least), `<=30` (up to), `10-15`, or `3..` (vague, open).

use std::fmt::Write;

use crate::claim::{Claim, Count};
use crate::lists::{Basis, Cause, Modality, RelationKind, Scope};

/// Returns `count` in the short notation.
pub fn count(count: &Count) -> String {
    let Count { low, high, basis } = *count;
    match (basis, high) {
        (Basis::Approx, Some(high)) if low == high => format!("~{low}"),
        (Basis::AtLeast, None) => format!("{low}+"),
        (Basis::AtMost, Some(high)) => format!("<={high}"),
        (_, None) => format!("{low}.."),
        (_, Some(high)) if low == high => low.to_string(),
        (_, Some(high)) => format!("{low}-{high}"),
    }
}

/// Returns `claim` in the short notation; `all` are the claims of its report, to which it may point.
pub fn line(claim: &Claim, all: &[Claim]) -> String {
    let mut line = format!("{} {}", claim.effect, count(&claim.count));
    for (i, category) in claim.categories.iter().enumerate() {
        let _ = write!(line, "{}{category}", if i == 0 { ' ' } else { '+' });
    }
    let verb = match claim.relation.kind {
        RelationKind::Whole => None,
        RelationKind::Part => Some("part-of"),
        RelationKind::Additional => Some("adds-to"),
        RelationKind::Same => Some("same-as"),
        RelationKind::Revised => Some("revised-to"),
        RelationKind::Rival => Some("rival-of"),
    };
    if let Some(verb) = verb {
        let target = all
            .iter()
            .find(|other| Some(&other.id) == claim.relation.to.as_ref());
        let _ = write!(line, " {verb} ");
        match target {
            Some(target) if target.effect == claim.effect => line.push_str(&count(&target.count)),
            Some(target) => {
                let _ = write!(line, "{} {}", target.effect, count(&target.count));
            }
            None => line.push('?'),
        }
    }
    if claim.scope != Scope::Incident {
        let _ = write!(line, " {}", claim.scope);
    }
    if claim.modality != Modality::Asserted {
        let _ = write!(line, " {}", claim.modality);
    }
    if claim.cause != Cause::Violence {
        let _ = write!(line, " {}", claim.cause);
    }
    line
}

/// Returns all claims of a report in the short notation, joined by `; `.
pub fn lines(claims: &[Claim]) -> String {
    claims
        .iter()
        .map(|claim| line(claim, claims))
        .collect::<Vec<_>>()
        .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_written_as_its_words_bind_it() {
        let check = |low, high, basis, expected: &str| {
            assert_eq!(count(&Count { low, high, basis }), expected);
        };
        check(5, Some(5), Basis::Exact, "5");
        check(70, Some(70), Basis::Approx, "~70");
        check(5, None, Basis::AtLeast, "5+");
        check(0, Some(30), Basis::AtMost, "<=30");
        check(10, Some(15), Basis::Range, "10-15");
        check(24, None, Basis::Vague, "24..");
    }
}
