//! What stands around a number and binds it: "at least", "up to", "some", "or more".

use tollbook_terms::{Basis, Count};

use crate::lexicon::Run;
use crate::text::Text;
use crate::token::Kind;

/// What stands before a number.
pub(crate) const BEFORE: &[Run<Basis>] = &[
    (&["at", "least"], Basis::AtLeast),
    (&["atleast"], Basis::AtLeast),
    (&["at", "the", "very", "least"], Basis::AtLeast),
    (&["at", "a", "minimum"], Basis::AtLeast),
    (&["a", "minimum", "of"], Basis::AtLeast),
    (&["minimum", "of"], Basis::AtLeast),
    (&["more", "than"], Basis::AtLeast),
    (&["greater", "than"], Basis::AtLeast),
    (&["no", "fewer", "than"], Basis::AtLeast),
    (&["not", "fewer", "than"], Basis::AtLeast),
    (&["no", "less", "than"], Basis::AtLeast),
    (&["not", "less", "than"], Basis::AtLeast),
    (&["nothing", "less", "than"], Basis::AtLeast),
    (&["over"], Basis::AtLeast),
    (&["above"], Basis::AtLeast),
    (&["exceeding"], Basis::AtLeast),
    (&["upwards", "of"], Basis::AtLeast),
    (&["upward", "of"], Basis::AtLeast),
    (&["north", "of"], Basis::AtLeast),
    (&["in", "excess", "of"], Basis::AtLeast),
    (&["well", "over"], Basis::AtLeast),
    (&["well", "above"], Basis::AtLeast),
    (&["up", "to"], Basis::AtMost),
    (&["upto"], Basis::AtMost),
    (&["as", "many", "as"], Basis::AtMost),
    (&["as", "much", "as"], Basis::AtMost),
    (&["fewer", "than"], Basis::AtMost),
    (&["less", "than"], Basis::AtMost),
    (&["no", "more", "than"], Basis::AtMost),
    (&["not", "more", "than"], Basis::AtMost),
    (&["not", "exceeding"], Basis::AtMost),
    (&["a", "maximum", "of"], Basis::AtMost),
    (&["maximum", "of"], Basis::AtMost),
    (&["at", "most"], Basis::AtMost),
    (&["at", "the", "most"], Basis::AtMost),
    (&["under"], Basis::AtMost),
    (&["below"], Basis::AtMost),
    (&["about"], Basis::Approx),
    (&["around"], Basis::Approx),
    (&["some"], Basis::Approx),
    (&["nearly"], Basis::Approx),
    (&["almost"], Basis::Approx),
    (&["roughly"], Basis::Approx),
    (&["approximately"], Basis::Approx),
    (&["approx"], Basis::Approx),
    (&["circa"], Basis::Approx),
    (&["~"], Basis::Approx),
    (&["an", "estimated"], Basis::Approx),
    (&["estimated"], Basis::Approx),
    (&["an", "approximate"], Basis::Approx),
    (&["an", "average", "of"], Basis::Approx),
    (&["close", "to"], Basis::Approx),
    (&["close", "on"], Basis::Approx),
    (&["just", "short", "of"], Basis::Approx),
    (&["something", "like"], Basis::Approx),
    (&["in", "the", "region", "of"], Basis::Approx),
    (&["in", "the", "order", "of"], Basis::Approx),
    (&["in", "the", "neighbourhood", "of"], Basis::Approx),
    (&["in", "the", "neighborhood", "of"], Basis::Approx),
    (&["a", "reported"], Basis::Exact),
    (&["a", "record"], Basis::Exact),
    (&["a", "mere"], Basis::Exact),
    (&["a", "further"], Basis::Exact),
    (&["an", "additional"], Basis::Exact),
    (&["a", "combined"], Basis::Exact),
    (&["a", "combined", "total", "of"], Basis::Exact),
    (&["a", "grand", "total", "of"], Basis::Exact),
    (&["a", "total", "of"], Basis::Exact),
    (&["total", "of"], Basis::Exact),
    (&["another"], Basis::Exact),
    (&["as", "few", "as"], Basis::Exact),
];

/// What stands behind a number.
const BEHIND: &[(&[&str], Basis)] = &[
    (&["or", "more"], Basis::AtLeast),
    (&["or", "even", "more"], Basis::AtLeast),
    (&["and", "counting"], Basis::AtLeast),
    (&["+"], Basis::AtLeast),
    (&["-", "plus"], Basis::AtLeast),
    (&["plus"], Basis::AtLeast),
    (&["or", "fewer"], Basis::AtMost),
    (&["or", "less"], Basis::AtMost),
    (&["or", "so"], Basis::Approx),
    (&["or", "thereabouts"], Basis::Approx),
    (&["-", "odd"], Basis::Approx),
    (&["odd"], Basis::Approx),
    (&["-", "some"], Basis::Approx),
    (&["-", "something"], Basis::Approx),
];

/// The words that bind a number from before.
pub(super) struct Bound {
    pub(super) basis: Basis,
    /// The number's first token.
    pub(super) end: usize,
    /// "another", "a further": says that there were others before.
    pub(super) more: bool,
}

/// Returns what binds the number behind the words at `at`; `is_number` tells where one starts.
pub(super) fn before(text: &Text<'_>, at: usize, is_number: impl Fn(usize) -> bool) -> Bound {
    let mut bound = Bound {
        basis: Basis::Exact,
        end: at,
        more: false,
    };
    let mut i = at;
    // The longest run of them that a number follows: "at least another five".
    for _ in 0..3 {
        let runs = text.word_at(i).map_or(&[][..], |word| &word.bounds);
        let Some((words, basis)) = runs
            .iter()
            .filter(|(words, _)| text.says(i, words))
            .max_by_key(|(words, _)| words.len())
        else {
            break;
        };
        i += words.len();
        // "bringing the toll up to 73": it has got there.
        let reached = *words == ["up", "to"] && i > 2 && is_toll(text, i - 3);
        let basis = if reached { Basis::Exact } else { *basis };
        let more = matches!(words.last(), Some(&("another" | "further" | "additional")));
        if !is_number(i) {
            continue;
        }
        bound.end = i;
        bound.more |= more;
        if matches!(bound.basis, Basis::Exact | Basis::Approx) {
            bound.basis = basis;
        }
    }
    bound
}

/// Whether the word at `at` is a noun for a figure that grows: "the toll", "the number of dead".
fn is_toll(text: &Text<'_>, at: usize) -> bool {
    match text.lower_at(at) {
        "toll" | "number" | "count" | "figure" | "total" | "tally" => true,
        "dead" | "killed" | "wounded" => {
            matches!(text.lower_at(at.wrapping_sub(1)), "the" | "of")
        }
        _ => false,
    }
}

/// Binds a count by the words before it.
pub(super) fn bind(count: Count, basis: Basis) -> Count {
    match basis {
        Basis::AtLeast if count.basis != Basis::Range => Count {
            low: count.low,
            high: None,
            basis: if count.basis == Basis::Vague {
                Basis::Vague
            } else {
                basis
            },
        },
        Basis::AtMost => Count {
            low: 0,
            high: Some(count.high.unwrap_or(count.low)),
            basis,
        },
        Basis::Approx if count.high.is_some() && count.basis != Basis::Range => {
            Count { basis, ..count }
        }
        _ => count,
    }
}

/// Binds a count by the words behind it, and moves `end` past these.
pub(super) fn behind(text: &Text<'_>, count: Count, end: &mut usize) -> Count {
    let is_number = |i: usize| text.number_at(i).is_some() || text.kind_at(i) == Some(Kind::Digits);
    let bound = BEHIND.iter().find(|(words, _)| {
        let apart = matches!(words[0], "+" | "-") && text.spaced_at(*end);
        // "ten plus two": the second is counted anew.
        let sum = words[0] == "plus" && is_number(*end + 1);
        text.says(*end, words) && !apart && !sum
    });
    if let Some((words, basis)) = bound {
        *end += words.len();
        return bind(count, *basis);
    }
    // "30 dead at least": the bound stands behind the state.
    let state = usize::from(text.word_at(*end).is_some_and(|word| word.state.is_some()));
    if text.says(*end + state, &["at", "least"]) && !is_number(*end + state + 2) {
        return bind(count, Basis::AtLeast);
    }
    count
}
