//! Numbers without a noun that count harm told before: "up from 125", "the rebels spoke of 22", "and three in
//! the south".

use super::super::Scene;
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Whether the phrase is a number without a noun.
pub(super) fn is_number(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    phrase.what == What::Bare
        && !phrase.partitive
        && phrase
            .quantity
            .is_some_and(|q| !q.article && !q.none && !q.weak)
}

/// "up from 125", "down from 1,400", "and not six", "against 100 the day before".
pub(super) fn is_replaced(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let start = scene.phrases[at].start;
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|i| *i >= scene.sentence.start)
            .map_or("", |i| text.lower_at(i))
    };
    match before(1) {
        "from" => {
            // "rose from 12 to 14", "raised the toll from 12 to 14"
            let changed = matches!(
                before(2),
                "rose"
                    | "risen"
                    | "rise"
                    | "climbed"
                    | "increased"
                    | "grew"
                    | "grown"
                    | "jumped"
                    | "toll"
                    | "figure"
                    | "count"
                    | "dead"
            ) && text.lower_at(scene.phrases[at].end) == "to";
            (changed
                || matches!(
                    before(2),
                    "up" | "down" | "rising" | "revised" | "raised" | "lowered"
                ))
                && !of_another_time(text, &scene.phrases[at])
        }
        "not" | "of" if before(1) == "not" || before(2) == "instead" => {
            before(1) == "of" || matches!(before(2), "," | "and")
        }
        // "raising an earlier count of 46"
        "of" => {
            matches!(
                before(2),
                "count" | "figure" | "toll" | "estimate" | "number" | "total" | "tally"
            ) && (3..7).any(|back| {
                matches!(
                    before(back),
                    "earlier" | "previous" | "initial" | "revising" | "raising" | "preliminary"
                )
            })
        }
        "than" => before(2) == "rather",
        // "640 this year, against 580 in the same period last year" are two.
        "against" => before(2) == "," && !of_another_time(text, &scene.phrases[at]),
        _ => false,
    }
}

/// Whether a year or a period before stands behind a number, of which it is: "in the same period last year", "in 2021",
/// "a year earlier".
pub(crate) fn of_another_time(text: &Text<'_>, number: &Phrase) -> bool {
    (number.start + 1..number.end + 5)
        .take_while(|i| !matches!(text.lower_at(*i), "," | "." | ";" | "and"))
        .any(|i| {
            let year = text.at(i).len() == 4
                && text.at(i).starts_with(['1', '2'])
                && text.kind_at(i) == Some(Kind::Digits);
            year || text.says(i, &["the", "same", "period"])
                || text.says(i, &["last", "year"])
                || text.says(i, &["a", "year"])
                || text.says(i, &["the", "previous", "year"])
        })
}

/// "The rebels spoke of 22.", "a committee says 24, ...", "earlier reports had given 77".
pub(super) fn is_counted(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let closed = of_another_time(text, phrase)
        || matches!(
            text.lower_at(phrase.end),
            "." | "," | ";" | ":" | "?" | "!" | ")" | "and" | "—" | "–"
        )
        || phrase.end >= scene.sentence.end
        || text.says(phrase.end, &["by", "that", "of"]);
    let Some(verb) = phrase
        .start
        .checked_sub(1)
        .filter(|i| *i >= scene.sentence.start && closed)
    else {
        return false;
    };
    match text.lower_at(verb) {
        "say" | "says" | "said" | "counts" | "counted" | "given" | "gave" | "reports"
        | "reported" | "lists" | "listed" | "claims" | "claimed" | "admits" | "admitted"
        | "acknowledges" | "acknowledged" | "confirmed" | "recorded" | "documented" => true,
        "of" => {
            let of = text.lower_at(verb.wrapping_sub(1));
            let spoken = matches!(
                of,
                "spoke" | "speaks" | "spoken" | "talked" | "talks" | "knows" | "knew"
            );
            spoken
                || is_tally(of)
                    && matches!(
                        text.lower_at(verb.wrapping_sub(2)),
                        "lower" | "higher" | "smaller" | "larger" | "different" | "conflicting"
                    )
        }
        // "640 this year, against 580 last year", "compared with 58 in 2021"
        "against" | "from" | "with" | "to" => {
            let compared = matches!(
                text.lower_at(verb - 1),
                "," | "up" | "down" | "compared" | "rising" | "falling"
            );
            compared && of_another_time(text, phrase)
        }
        // "the organisers' figure was 11"
        "was" | "is" => is_tally(text.lower_at(verb.wrapping_sub(1))),
        // "30 by the army's count, 60 by that of the rebels"
        "," | "and" => text.says(phrase.end, &["by", "that", "of"]),
        // "by one count as many as 40"
        count => {
            is_tally(count)
                && text.lower_at(verb.wrapping_sub(2)) == "by"
                && matches!(
                    text.lower_at(verb - 1),
                    "one" | "another" | "some" | "other" | "their" | "its"
                )
        }
    }
}

/// Whether the word stands for a number that somebody gives.
fn is_tally(lower: &str) -> bool {
    matches!(
        lower,
        "figure" | "count" | "counts" | "estimate" | "estimates" | "tally" | "account" | "accounts"
    )
}

/// "..., on Velden nine and on Marrow 27": a place with its number and no verb.
pub(super) fn is_gapped(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    if has_place_behind(scene, at) || has_year_behind(scene, at) {
        return true;
    }
    let Some(place) = scene.phrase_ending(phrase.start).map(|p| &scene.phrases[p]) else {
        return false;
    };
    let Some(preposition) = place.after.filter(|i| *i > scene.sentence.start) else {
        return false;
    };
    matches!(place.what, What::Name | What::Other)
        && text.capital_at(place.head)
        && matches!(text.lower_at(preposition), "in" | "on" | "at" | "near")
        && matches!(text.lower_at(preposition - 1), "," | ";" | "and")
        && (phrase.end >= scene.sentence.end
            || matches!(text.lower_at(phrase.end), "," | ";" | "." | "and"))
}

/// "300 deaths in 1988; 120 in 1987; and 90 in 1986": a number with its year.
fn has_year_behind(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let opens = phrase.start > scene.sentence.start
        && matches!(text.lower_at(phrase.start - 1), "," | ";" | "and");
    let year = phrase.end + 1;
    opens
        && text.lower_at(phrase.end) == "in"
        && text.at(year).len() == 4
        && text.at(year).starts_with(['1', '2'])
        && text.kind_at(year) == Some(Kind::Digits)
        && (year + 1 >= scene.sentence.end
            || matches!(text.lower_at(year + 1), "," | ";" | "." | "and"))
}

/// "..., and three in the south": a number with its place, and no verb until the clause ends.
fn has_place_behind(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let opens = phrase.start > scene.sentence.start
        && matches!(text.lower_at(phrase.start - 1), "," | ";" | "and");
    let place = scene
        .phrase_starting(phrase.end + 1)
        .filter(|_| {
            matches!(
                text.lower_at(phrase.end),
                "in" | "on" | "at" | "near" | "around"
            )
        })
        .map(|p| &scene.phrases[p]);
    opens
        && place.is_some_and(|place| {
            let goes_on = place.quantity.is_some_and(|q| !q.article);
            // "in the province of Velden"
            let end = match scene.phrase_starting(place.end + 1) {
                Some(inner) if text.lower_at(place.end) == "of" => scene.phrases[inner].end,
                _ => place.end,
            };
            !goes_on
                && matches!(place.what, What::Name | What::Other | What::Objects)
                && ends_without_verb(scene, end)
        })
}

/// Whether no verb stands from token `at` to the end of its clause: "in Selm on Monday.", "in Selm late Tuesday and".
fn ends_without_verb(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let end = (at..scene.sentence.end)
        .find(|i| matches!(text.lower_at(*i), "," | ";" | "." | "and"))
        .unwrap_or(scene.sentence.end);
    end - at.min(end) <= 8
        && !(at..end).any(|i| {
            text.tokens[i].tag.is_verb()
                || text.tokens[i].tag == Tag::MD
                || text.tokens[i].tag == Tag::WP
        })
}

/// "..., where seven did."; "..., when 14 were."
pub(super) fn stands_alone(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let end = scene.phrases[at].end;
    matches!(text.lower_at(end), "did" | "were" | "was")
        && (end + 1 >= scene.sentence.end || matches!(text.lower_at(end + 1), "." | "," | ";"))
}
