//! Words on "-ing" for what people are doing, which the tagger takes for nouns: "a guard working at the gate".

use crate::token::Token;

/// Participles that tell what people are doing.
pub(super) fn is_doing(lower: &str) -> bool {
    matches!(
        lower,
        "belonging"
            | "hailing"
            | "working"
            | "living"
            | "residing"
            | "serving"
            | "operating"
            | "travelling"
            | "traveling"
            | "standing"
            | "sitting"
            | "walking"
            | "returning"
            | "fleeing"
            | "hiding"
            | "riding"
            | "driving"
            | "waiting"
            | "sleeping"
            | "playing"
            | "shopping"
            | "praying"
            | "fishing"
            | "bathing"
            | "grazing"
            | "passing"
            | "heading"
            | "queuing"
            | "queueing"
            | "patrolling"
            | "sheltering"
            | "studying"
            | "dining"
            | "participating"
            | "staying"
            | "eating"
            | "cycling"
            | "jogging"
            | "posing"
            | "masquerading"
    )
}

/// Whether a noun on "-ing" behind people is what they do to what follows: "a man planting a bomb".
pub(super) fn is_doing_to(token: &Token<'_>, next: &str) -> bool {
    token.lower.len() > 5
        && token.lower.ends_with("ing")
        && token.word.noun.is_none()
        && token.word.object.is_none()
        && token.word.person.is_none()
        && matches!(
            next,
            "a" | "an" | "the" | "his" | "her" | "its" | "their" | "some"
        )
}
