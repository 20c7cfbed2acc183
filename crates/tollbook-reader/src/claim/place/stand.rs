//! How a place stands in its sentence: what happens in it, or what else it is named for.

use super::Named;
use super::kind::{Breadth, is_direction, is_part, kind_noun};
use super::span::Span;
use crate::actor::ActorTable;
use crate::claim::when::is_deed;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// How a place stands in its sentence, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stand {
    /// "in Ostra", "the town of Ostra".
    In,
    /// "struck Ostra", "the bombing of Ostra", "the Ostra bombing".
    Struck,
    /// "north of Ostra".
    Beside,
    /// "from Ostra", "to Ostra", "the people of Ostra".
    Passing,
    /// The place of writing at the head of a text.
    Written,
    /// Whose it is or who acts: "Velmora struck", "a Velmoran jet", "Velmora's army".
    Bare,
}

/// Whether an unlisted name is that of a body: "in the Ostra Front", "in Ostra-led talks".
pub(super) fn is_body(text: &Text<'_>, span: &Span, actors: &ActorTable) -> bool {
    let leans = text.lower_at(span.end) == "-"
        && text
            .tag_at(span.end + 1)
            .is_some_and(|tag| matches!(tag, Tag::VBN | Tag::VBD));
    leans || !span.has_kind && actors.resolve(text.span(span.start, span.end)).is_some()
}

/// Whether the sentence tells of the place it is written in: "this border town".
pub(super) fn is_here(text: &Text<'_>, sentence: &Sentence) -> bool {
    (sentence.start..sentence.end).any(|at| {
        text.lower_at(at) == "this"
            && (at + 1..at + 5).any(|noun| kind_noun(text.lower_at(noun)) == Some(Breadth::Town))
    })
}

/// The token behind the place at the head of a paragraph: "OSTRA, Velmora (Reuters) -".
pub(super) fn dateline(text: &Text<'_>, sentence: &Sentence) -> usize {
    let end = (sentence.start + 24).min(sentence.end);
    (sentence.start..end)
        .find(|at| {
            matches!(text.lower_at(*at), "-" | "–" | "—" | "_" | "(" | ":") && {
                // "al-Ostra" has no dash.
                text.spaced_at(*at) || text.lower_at(*at) != "-"
            }
        })
        .filter(|at| {
            (sentence.start..*at).all(|i| {
                !text
                    .tag_at(i)
                    .is_some_and(|tag| tag.is_finite() || tag == Tag::DT)
            })
        })
        .unwrap_or(sentence.start)
}

/// Returns how the place stands, the first token of all its words and how wide it is.
pub(super) fn stand(
    text: &Text<'_>,
    sentence: &Sentence,
    span: &Span,
    before: Option<&Named>,
) -> (Stand, usize, Breadth) {
    let mut breadth = span.breadth;
    if span.people {
        return (Stand::Bare, span.start, breadth);
    }
    let mut from = span.from;
    let mut beside = false;
    if owns(text, span.end) || acts(text, span) {
        return (Stand::Bare, from, breadth);
    }
    for _ in 0..4 {
        from = words_before(text, sentence, from);
        if from <= sentence.start {
            break;
        }
        let word = text.lower_at(from - 1);
        // "Velmora's southern Ostra province", "the Selm valley city of Ostra".
        let possessive = matches!(word, "'s" | "’s" | "'" | "’");
        if let Some(owner) = before
            && owner.end + usize::from(possessive) == from
        {
            from = owner.at;
            continue;
        }
        if word != "of" || from < sentence.start + 2 {
            break;
        }
        // "the Selm district of Ostra": Ostra holds the place that is meant.
        if before.is_some_and(|before| before.end + 1 == from && !before.name.is_empty()) {
            return (Stand::Passing, from, breadth);
        }
        let head = text.lower_at(from - 2);
        if is_direction(head) {
            beside = true;
        } else if let Some(kind) = kind_noun(head) {
            if breadth != Breadth::Country && !span.has_kind {
                breadth = kind;
            }
        } else if !is_part(head) {
            break;
        }
        from -= 2;
    }
    let stand = by_word(text, sentence, span, from, before);
    let river = matches!(
        text.lower_at(span.end - 1),
        "river" | "canal" | "border" | "frontier"
    );
    let stand = match beside || river && stand < Stand::Beside {
        true => Stand::Beside,
        false => stand,
    };
    (stand, from, breadth)
}

/// The first of the articles and adjectives that stand before token `from`.
fn words_before(text: &Text<'_>, sentence: &Sentence, from: usize) -> usize {
    let mut at = from;
    while at > sentence.start && from - at < 7 {
        let tag = text.tag_at(at - 1);
        let lower = text.lower_at(at - 1);
        // "the country's southern Ostra province", in copy without apostrophes too.
        let whole = match lower {
            "'s" | "’s" if at >= sentence.start + 2 => text.lower_at(at - 2),
            _ => lower.strip_suffix('s').unwrap_or(""),
        };
        let whole = matches!(
            whole,
            "country" | "nation" | "city" | "capital" | "region" | "island"
        );
        if whole {
            at -= if lower.starts_with(['\'', '’']) {
                2
            } else {
                1
            };
            continue;
        }
        let passes = matches!(
            tag,
            Some(Tag::DT | Tag::JJ | Tag::JJS | Tag::PRPS | Tag::CD)
        ) || matches!(
            lower,
            "-" | "held" | "controlled" | "mainly" | "hit" | "torn" | "run"
        ) && text.lower_at(at) != "the"
            && at - 1 > sentence.start
            && (lower != "hit" && lower != "run" || text.lower_at(at - 2) == "-")
            || tag == Some(Tag::NN) && kind_noun(text.lower_at(at)).is_some()
            || is_direction(lower)
            || matches!(
                lower,
                "capital" | "city" | "town" | "village" | "district" | "port"
            ) && at == from
            || matches!(lower, "\"" | "“" | "'" | "‘");
        if !passes {
            break;
        }
        at -= 1;
    }
    at
}

/// Whether what stands at `end` makes the place an owner of a deed or of people: "Velmora's army".
fn owns(text: &Text<'_>, end: usize) -> bool {
    if !matches!(text.lower_at(end), "'s" | "’s" | "'" | "’") {
        return false;
    }
    let head = (end + 1..end + 6)
        .take_while(|at| {
            text.tag_at(*at)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::VBG)
        })
        .last();
    head.is_some_and(|head| {
        let lower = text.lower_at(head);
        kind_noun(lower).is_none()
            && !is_part(lower)
            && !text.tag_at(head).is_some_and(Tag::is_name)
    })
}

/// Whether a country stands before what it owns or does: "a Velmora air strike".
fn acts(text: &Text<'_>, span: &Span) -> bool {
    let next = text.tag_at(span.end);
    span.breadth == Breadth::Country
        && next.is_some_and(|tag| tag.is_noun() && !tag.is_name())
        && !is_place_of(text, span.end)
}

/// Whether a deed that nobody is said to do stands at `at`: "the Ostra bombing".
fn is_place_of(text: &Text<'_>, at: usize) -> bool {
    (at..at + 3)
        .take_while(|at| text.tag_at(*at).is_some_and(Tag::is_noun))
        .any(|at| {
            let lower = text.lower_at(at);
            let lower = lower.strip_suffix('s').unwrap_or(lower);
            is_deed(lower)
                && !matches!(
                    lower,
                    "attack" | "strike" | "airstrike" | "raid" | "shelling" | "assault"
                )
        })
}

/// Returns how the place stands by the word before all its words.
fn by_word(
    text: &Text<'_>,
    sentence: &Sentence,
    span: &Span,
    from: usize,
    before: Option<&Named>,
) -> Stand {
    let deed = (span.end..span.end + 3)
        .take_while(|at| text.tag_at(*at).is_some_and(Tag::is_noun))
        .any(|at| is_deed(text.lower_at(at)));
    let known = span.listed.is_some() || span.has_kind;
    let otherwise = match known && is_struck(text, span.end)
        || deed && (span.breadth != Breadth::Country || is_place_of(text, span.end))
    {
        true => Stand::Struck,
        false => Stand::Bare,
    };
    if from <= sentence.start {
        return otherwise;
    }
    let at = from - 1;
    match text.lower_at(at) {
        "in" | "inside" | "within" | "throughout" | "across" | "around" | "at" | "outside"
        | "near" | "over" | "off" | "along" | "between" | "beside" | "amid" | "on" | "nearby"
        | "above" | "under" | "neighbouring" | "neighboring" => Stand::In,
        "to" if text.lower_at(at.wrapping_sub(1)) == "close" => Stand::In,
        "to" if text.lower_at(at.wrapping_sub(1)) == "according" => Stand::Bare,
        "of" | "against" => {
            let noun = text.lower_at(at.wrapping_sub(1));
            let struck = is_deed(noun)
                || matches!(
                    noun,
                    "storming" | "capture" | "occupation" | "invasion" | "fall" | "seizure"
                );
            if struck {
                Stand::Struck
            } else {
                Stand::Passing
            }
        }
        // "officers were called to Ostra Road".
        "to" if is_called(text, sentence, at) => Stand::In,
        // "a bomb ripped through Ostra".
        "through" if is_sweep(text.lower_at(at.wrapping_sub(1))) => Stand::Struck,
        "to" | "into" | "from" | "through" | "towards" | "toward" | "via" | "onto" | "for"
        | "by" | "with" => Stand::Passing,
        "," | "and" | "or" | "(" | "/" | "&" => before
            .filter(|before| before.end + 4 > from && before.end <= at && !before.name.is_empty())
            .filter(|before| {
                (before.end..at).all(|i| {
                    kind_noun(text.lower_at(i)).is_some() || matches!(text.lower_at(i), "," | "and")
                })
            })
            .map_or(otherwise, |before| before.stand),
        word if is_strike(word) => Stand::Struck,
        _ => otherwise,
    }
}

/// Whether what stands behind a place at `end` says that it was attacked: "was bombed", "came under fire".
fn is_struck(text: &Text<'_>, end: usize) -> bool {
    let helps = |at: usize| {
        matches!(
            text.lower_at(at),
            "was" | "were" | "been" | "has" | "had" | "being" | "is"
        )
    };
    let verb = end + usize::from(helps(end)) + usize::from(helps(end) && helps(end + 1));
    let lower = text.lower_at(verb);
    matches!(lower, "came" | "come") && text.lower_at(verb + 1) == "under"
        || verb > end && is_strike(lower) && text.tag_at(verb) != Some(Tag::VBG)
}

/// Whether what stands before "to" at `to` calls those to a place who look after the harmed: "officers responded to".
fn is_called(text: &Text<'_>, sentence: &Sentence, to: usize) -> bool {
    let first = to.saturating_sub(4).max(sentence.start);
    (first..to).any(|at| {
        matches!(
            text.lower_at(at),
            "called" | "responded" | "responding" | "respond" | "summoned" | "dispatched"
        )
    })
}

/// Verbs of what goes through a place and harms it.
fn is_sweep(lower: &str) -> bool {
    matches!(
        lower,
        "ripped"
            | "rips"
            | "ripping"
            | "tore"
            | "tears"
            | "tearing"
            | "swept"
            | "sweeps"
            | "sweeping"
            | "rampaged"
            | "rampaging"
            | "ran"
            | "roared"
            | "raged"
            | "spread"
            | "blasted"
            | "cut"
            | "ploughed"
            | "plowed"
    )
}

/// Verbs whose object is the place of what happens.
fn is_strike(lower: &str) -> bool {
    matches!(
        lower,
        "hit"
            | "hits"
            | "hitting"
            | "struck"
            | "strikes"
            | "striking"
            | "rocked"
            | "rocks"
            | "rocking"
            | "attacked"
            | "attacks"
            | "attacking"
            | "bombed"
            | "bombs"
            | "bombing"
            | "shelled"
            | "shells"
            | "shelling"
            | "stormed"
            | "storms"
            | "storming"
            | "raided"
            | "raids"
            | "raiding"
            | "overran"
            | "overruns"
            | "pounded"
            | "pounds"
            | "pounding"
            | "targeted"
            | "targets"
            | "targeting"
            | "entered"
            | "entering"
            | "surrounded"
            | "surrounds"
            | "surrounding"
            | "encircled"
            | "torched"
            | "razed"
            | "looted"
            | "sacked"
            | "levelled"
            | "leveled"
            | "recaptured"
            | "retook"
            | "occupied"
            | "engulfed"
            | "jolted"
            | "rattled"
            | "besieged"
            | "besieging"
            | "seized"
            | "captured"
            | "reached"
            | "shook"
            | "shakes"
            | "shaking"
            | "ravaged"
            | "devastated"
            | "flattened"
            | "swept"
            | "invaded"
    )
}
