//! Whether "her" is a woman or tells whose something is: "killed her on Monday", "killed her son".

use super::Tag;
use crate::phrase::date::is_time;
use crate::token::Token;

/// Corrects the tag of the "her" at `at`.
pub(super) fn mend_her(tokens: &mut [Token<'_>], at: usize) {
    let tag = |i: usize| tokens.get(i).map(|token| token.tag);
    let lower = |i: usize| tokens.get(i).map_or("", |token| token.lower);
    let follows = tag(at + 1);
    if tokens[at].tag == Tag::PRP {
        // "lost her husband"
        let person = |token: &Token<'_>| token.tag.is_noun() && token.word.person.is_some();
        let hers = tokens.get(at + 1).is_some_and(person);
        // "destroyed her home", and not "took her home"
        let harms = tokens[at - 1].word.verb.is_some() && tokens[at - 1].tag.is_verb();
        let home = lower(at + 1) == "home" && harms;
        if hers || home {
            tokens[at].tag = Tag::PRPS;
        }
        if home {
            tokens[at + 1].tag = Tag::NN;
        }
        return;
    }
    // What begins no noun phrase, or ends behind one word: "shot her when she fled", "shot her dead", "shot her four
    // times".
    let named = |i: usize| tag(i).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    let alone = match follows {
        None => true,
        Some(
            Tag::IN
            | Tag::TO
            | Tag::DT
            | Tag::RP
            | Tag::WRB
            | Tag::WP
            | Tag::WDT
            | Tag::PRP
            | Tag::PRPS
            | Tag::MD
            | Tag::CC
            | Tag::EX,
        ) => true,
        Some(adverb) if adverb.is_adverb() => !named(at + 2) && tag(at + 2) != Some(Tag::VBN),
        Some(Tag::CD) => lower(at + 2) == "times",
        _ => {
            is_time(lower(at + 1)) && !named(at + 2)
                || matches!(
                    lower(at + 1),
                    "dead" | "unconscious" | "repeatedly" | "twice"
                ) && !named(at + 2)
        }
    };
    if alone {
        tokens[at].tag = Tag::PRP;
    }
}
