//! What a date or a place stands with in its sentence: a deed, or the verb of its clause.

use crate::tag::Tag;
use crate::text::Text;
use crate::token::{Kind, Sentence};

/// What a date or a place stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum With {
    /// A noun for a deed, by its token: "the attack on Monday", "Monday's attack".
    Deed(usize),
    /// A verb, by its token.
    Verb(usize),
    /// Neither.
    Nothing,
}

impl With {
    /// Whether it stands with harm, an attack, or something that took place.
    pub(crate) fn is_harm(self, text: &Text<'_>) -> bool {
        match self {
            With::Deed(_) => true,
            With::Verb(verb) => is_harm_verb(text, verb),
            With::Nothing => false,
        }
    }

    /// The deed or the verb.
    pub(crate) fn token(self) -> Option<usize> {
        match self {
            With::Deed(at) | With::Verb(at) => Some(at),
            With::Nothing => None,
        }
    }
}

/// Returns what the date or place in the tokens `start..end` stands with: a deed, else the verb right behind it, else the nearest before it in its clause,
/// else the first behind it.
pub(crate) fn with(text: &Text<'_>, sentence: &Sentence, (start, end): (usize, usize)) -> With {
    // "Monday's attack", "the May 3 bomb attack", "a 2014 ambush".
    let of_deed = (end..(end + 4).min(sentence.end))
        .take_while(|at| {
            text.tag_at(*at)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
                || text.lower_at(*at) == "-"
        })
        .find(|at| is_deed(text.lower_at(*at)));
    if of_deed.is_some() || text.tag_at(end) == Some(Tag::POS) {
        return With::Deed(of_deed.unwrap_or(end));
    }
    let is_verb = |at: usize| {
        let speech = text.word_at(at).is_some_and(|word| word.speech.is_some());
        text.tag_at(at)
            .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN && !speech)
            || speech
                && text
                    .tag_at(at)
                    .is_some_and(|tag| tag == Tag::VBN || tag == Tag::VBG)
    };
    let behind = end..(end + 16).min(sentence.end);
    // "A week after gunmen killed two": what is told behind it.
    if text.lower_at(end.wrapping_sub(1)) == "after" {
        let verb = behind.clone().find(|at| is_verb(*at));
        return verb.map_or(With::Nothing, With::Verb);
    }
    let told = text.word_at(end).is_some_and(|word| word.speech.is_some());
    if told && is_verb(end) && end < sentence.end {
        return With::Verb(end);
    }
    let mut clause = sentence.start;
    let mut joined = true;
    let from = start.saturating_sub(40).max(sentence.start);
    for at in (from..start).rev() {
        let word = text.word_at(at);
        let deed = word.is_some_and(|word| word.noun.is_some()) || is_deed(text.lower_at(at));
        joined &= text.lower_at(at) != ",";
        // "the attack on Monday", "denied the killing of two guards in Ostra on Monday": the deed has a day of
        // its own.
        let told = joined && !is_figure(text.lower_at(at)) && !is_figure(text.lower_at(at + 1));
        if deed && (told || start - at <= 3) {
            return With::Deed(at);
        }
        // "said that on Monday two were killed": behind "that" begins what is told.
        let time = text.kind_at(at + 1) == Some(Kind::Digits) && !text.spaced_at(at + 1);
        if matches!(text.lower_at(at), ";" | ":" | "\"" | "”" | "that") && !time {
            clause = at + 1;
            break;
        }
        // "said as dawn broke on Saturday".
        let hour = matches!(
            text.lower_at(at.wrapping_sub(1)),
            "dawn" | "day" | "night" | "darkness" | "evening"
        );
        if is_verb(at) && !hour {
            return With::Verb(at);
        }
    }
    // "On Tuesday, the minister announced": only where nothing stands before it.
    let first = start - clause <= 4;
    let verb = behind.filter(|_| first).find(|at| is_verb(*at));
    verb.map_or(With::Nothing, With::Verb)
}

/// Whether the verb tells of harm, of an attack, or that something took place.
fn is_harm_verb(text: &Text<'_>, verb: usize) -> bool {
    is_alarm(text, verb)
        || text
            .word_at(verb)
            .is_some_and(|word| word.verb.is_some() || word.doing.attack)
        || matches!(
            text.lower_at(verb),
            "occurred"
                | "happened"
                | "exploded"
                | "erupted"
                | "detonated"
                | "crashed"
                | "hit"
                | "struck"
                | "collapsed"
                | "clashed"
                | "ambushed"
                | "stormed"
                | "opened"
                | "went"
        )
        || text.says(verb, &["took", "place"])
        || text.says(verb, &["broke", "out"])
}

/// Whether the verb tells that help was sent for, or came: "officers were called to the bar on Monday". The harm
/// was done then.
pub(super) fn is_alarm(text: &Text<'_>, verb: usize) -> bool {
    let before = text.lower_at(verb.wrapping_sub(1));
    let next = text.lower_at(verb + 1);
    match text.lower_at(verb) {
        "called" => {
            matches!(before, "was" | "were" | "been" | "being")
                && matches!(
                    next,
                    "to" | "out" | "at" | "around" | "about" | "just" | "shortly"
                )
                || matches!(
                    next,
                    "police" | "911" | "999" | "112" | "paramedics" | "officers"
                )
                || text.says(verb + 1, &["the", "police"])
                || text.says(verb + 1, &["emergency", "services"])
        }
        "dispatched" | "summoned" | "alerted" => matches!(before, "was" | "were" | "been"),
        "responded" => next == "to",
        _ => false,
    }
}

/// Nouns for a figure that is told: "the death toll".
fn is_figure(lower: &str) -> bool {
    matches!(
        lower,
        "toll" | "tolls" | "count" | "tally" | "number" | "figure"
    )
}

/// Whether the sentence tells of harm, of an attack or of what took place.
pub(crate) fn tells_deed(text: &Text<'_>, sentence: &Sentence) -> bool {
    (sentence.start..sentence.end).any(|at| {
        let harm = text.word_at(at).is_some_and(|word| word.noun.is_some());
        harm || is_deed(text.lower_at(at)) || is_harm_verb(text, at)
    })
}

/// Nouns of a deed that has a day.
pub(crate) fn is_deed(lower: &str) -> bool {
    matches!(
        lower.strip_suffix('s').unwrap_or(lower),
        "attack"
            | "bombing"
            | "blast"
            | "explosion"
            | "strike"
            | "airstrike"
            | "raid"
            | "clash"
            | "clashe"
            | "shooting"
            | "ambush"
            | "incident"
            | "crash"
            | "earthquake"
            | "fire"
            | "assault"
            | "massacre"
            | "battle"
            | "fighting"
            | "killing"
            | "murder"
            | "shelling"
            | "violence"
            | "ambushe"
            | "crashe"
            | "gunfight"
            | "firefight"
            | "shootout"
            | "stabbing"
            | "slaying"
            | "beheading"
            | "execution"
            | "abduction"
            | "kidnapping"
            | "hijacking"
            | "assassination"
            | "riot"
            | "siege"
            | "accident"
            | "rampage"
            | "bloodbath"
            | "stampede"
            | "lynching"
            | "dynamiting"
            | "detonation"
            | "bombardment"
            | "collision"
            | "derailment"
            | "quake"
            | "tremor"
            | "landslide"
            | "mudslide"
            | "avalanche"
            | "cyclone"
            | "hurricane"
            | "typhoon"
            | "tornado"
            | "blaze"
            | "slaughter"
            | "carnage"
            | "homicide"
            | "robbery"
            | "coup"
            | "mutiny"
            | "incursion"
            | "barrage"
            | "pogrom"
            | "drowning"
            | "arson"
    )
}
