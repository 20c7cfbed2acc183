//! Numbers that are the ages of people just named, and count nobody.

use super::measure::counted;
use crate::phrase::quantity::Quantity;
use crate::text::Text;
use crate::token::Kind;

/// "aged 20, 34 and 50", "girls between 12 and 17", "children under five", "two brothers, 9 and 12,".
pub(super) fn is_age(text: &Text<'_>, amount: &Quantity) -> bool {
    let noun = (amount.end..amount.end + 3)
        .take_while(|i| {
            text.tag_at(*i)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
        })
        .any(|i| {
            text.word_at(i)
                .is_some_and(|word| word.person.is_some() || word.object.is_some())
        });
    if amount.count.low > 120 || noun {
        return false;
    }
    let (mut i, mut bounded, mut comma) = (amount.start, false, false);
    bounded |= is_age_bound(text.lower_at(i));
    for _ in 0..12 {
        let Some(before) = i.checked_sub(1) else {
            break;
        };
        match text.lower_at(before) {
            "aged" | "ages" | "age" => return true,
            "," => comma = true,
            "and" | "to" | "or" | "of" | "-" | "–" | "just" => {}
            bound if is_age_bound(bound) => bounded = true,
            _ if text.kind_at(before) == Some(Kind::Digits) || text.number_at(before).is_some() => {
            }
            _ => break,
        }
        i = before;
    }
    let person = text
        .word_at(i.wrapping_sub(1))
        .is_some_and(|word| word.person.is_some());
    let no_verb = text
        .word_at(amount.end)
        .is_none_or(|word| word.verb.is_none());
    if !person || counted(text, amount.end) && no_verb {
        return false;
    }
    // "two brothers, 9 and 12, were": numbers in digits alone between commas.
    let listed = text.lower_at(i) == ","
        && (i + 1..amount.end).any(|k| text.kind_at(k) == Some(Kind::Digits))
        && pair_of_digits(text, i + 1);
    bounded && !comma || listed
}

fn is_age_bound(lower: &str) -> bool {
    matches!(
        lower,
        "between" | "under" | "over" | "above" | "below" | "from"
    )
}

/// "9 and 12,": two or more numbers in digits and then a mark.
fn pair_of_digits(text: &Text<'_>, from: usize) -> bool {
    let mut i = from;
    while text.kind_at(i) == Some(Kind::Digits)
        && text.at(i).len() <= 2
        && matches!(text.lower_at(i + 1), "," | "and")
        && text.kind_at(i + 2) == Some(Kind::Digits)
    {
        i += 2;
    }
    i > from
        && text.lower_at(i - 1) == "and"
        && matches!(text.lower_at(i + 1), "," | ")" | "." | ";")
}
