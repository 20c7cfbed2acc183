//! Counts and figures in words.

use tollbook_terms::{Basis, Claim, Count, Modality, RelationKind, Scope, When};

/// Returns `count` as a reader would say it.
///
/// ```
/// use tollbook_formats::output::figure;
/// use tollbook_terms::{Basis, Count};
/// let count = Count { low: 20, high: None, basis: Basis::AtLeast };
/// assert_eq!(figure::count(&count), "at least 20");
/// ```
pub fn count(count: &Count) -> String {
    let Count { low, high, basis } = *count;
    match (basis, high) {
        (Basis::Approx, Some(high)) if low == high => format!("about {}", number(low)),
        (Basis::AtMost, Some(high)) if low == 0 => format!("up to {}", number(high)),
        (Basis::Vague, None) => format!("{} or more", number(low)),
        (_, high) => span(low, high),
    }
}

/// Returns the span from `low` to `high`, which is open where it is `None`.
pub fn span(low: u64, high: Option<u64>) -> String {
    match high {
        Some(high) if low == high => number(low),
        Some(high) => format!("{} to {}", number(low), number(high)),
        None => format!("at least {}", number(low)),
    }
}

/// Returns `n` with its thousands apart.
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns the days of `when`; empty where neither is known.
pub fn days(when: &When) -> String {
    match (when.from, when.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("to {to}"),
    }
}

/// Returns what of `claim` is not the usual: its relation, scope, modality and cause.
pub fn held_as(claim: &Claim) -> String {
    let relation = match (claim.relation.kind, claim.relation.to.as_deref()) {
        (RelationKind::Whole, _) => None,
        (kind, to) => {
            let verb = match kind {
                RelationKind::Whole | RelationKind::Part => "part of",
                RelationKind::Additional => "adds to",
                RelationKind::Same => "same as",
                RelationKind::Revised => "revised to",
                RelationKind::Rival => "rival of",
            };
            Some(format!("{verb} {}", to.unwrap_or("?")))
        }
    };
    let scope = (claim.scope != Scope::Incident).then(|| claim.scope.to_string());
    let modality = (claim.modality != Modality::Asserted).then(|| claim.modality.to_string());
    let cause = (claim.cause != tollbook_terms::Cause::Violence).then(|| claim.cause.to_string());
    let parts: Vec<String> = [relation, scope, modality, cause]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_said_as_its_words_bind_it() {
        let check = |low, high, basis, expected: &str| {
            assert_eq!(count(&Count { low, high, basis }), expected);
        };
        check(5, Some(5), Basis::Exact, "5");
        check(2465, Some(2465), Basis::Exact, "2,465");
        check(70, Some(70), Basis::Approx, "about 70");
        check(5, None, Basis::AtLeast, "at least 5");
        check(0, Some(30), Basis::AtMost, "up to 30");
        check(10, Some(15), Basis::Range, "10 to 15");
        check(24, None, Basis::Vague, "24 or more");
        check(0, Some(0), Basis::Exact, "0");
        check(1_000_000, None, Basis::Approx, "at least 1,000,000");
    }
}
