//! How a claim's own number is told: as some of others, as a toll, as what a toll was brought to.

use crate::lexicon::HarmNoun;
use crate::mention::Mention;
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Verbs by which a toll grows.
const BRINGS: &[&str] = &[
    "bring",
    "brings",
    "bringing",
    "brought",
    "raise",
    "raises",
    "raising",
    "raised",
    "take",
    "takes",
    "taking",
    "took",
    "push",
    "pushes",
    "pushing",
    "pushed",
    "lift",
    "lifts",
    "lifting",
    "lifted",
    "rise",
    "rises",
    "rising",
    "rose",
    "risen",
    "climb",
    "climbs",
    "climbing",
    "climbed",
    "increase",
    "increases",
    "increasing",
    "increased",
    "jump",
    "jumps",
    "jumped",
    "grew",
    "grown",
    "swelled",
    "swelling",
];

/// Whether the number counts some of those told before ("14 of the wounded", "three among them"), or
/// some of a body of people or things that need not have been told ("two of his guards").
pub(super) fn part_of(text: &Text<'_>, from: usize, phrase: &Phrase) -> Option<bool> {
    let harmed = |i: usize| {
        text.word_at(i)
            .is_some_and(|word| word.state.is_some() || word.verb.is_some())
            || matches!(
                text.lower_at(i),
                "victims" | "casualties" | "deceased" | "slain" | "captives" | "hostages"
            )
    };
    let anaphor = |i: usize| match text.lower_at(i) {
        "them" | "whom" | "which" | "these" => true,
        "the" | "those" => harmed(i + 1),
        _ => false,
    };
    let among = text.lower_at(phrase.end) == "among" && anaphor(phrase.end + 1);
    if among && text.tag_at(phrase.end + 2).is_some_and(Tag::is_verb) {
        return Some(true);
    }
    let of = (phrase.start + 1..phrase.end + 1).find(|i| text.lower_at(*i) == "of");
    if let Some(of) = of {
        let some = text.number_at(of - 1).is_some() || phrase.quantity.is_some();
        let definite = matches!(
            text.lower_at(of + 1),
            "the" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my"
        );
        if some && (anaphor(of + 1) || definite) {
            return Some(anaphor(of + 1));
        }
    }
    // "of which 45 died", "of those killed, 11".
    let before = phrase.start.saturating_sub(6).max(from);
    let opened = (before..phrase.start).find(|i| {
        let own = *i == from || matches!(text.lower_at(i - 1), "," | ";" | "(" | "and" | "–" | "—");
        own && text.lower_at(*i) == "of" && anaphor(i + 1)
    })?;
    let close = matches!(text.lower_at(opened + 1), "which" | "whom" | "them")
        && opened + 3 >= phrase.start;
    let comma = (opened..phrase.start).any(|i| text.lower_at(i) == ",");
    (close || comma && opened == from).then_some(true)
}

/// "The other five", "the remaining two", "the rest".
pub(super) fn more_of_them(text: &Text<'_>, phrase: &Phrase) -> bool {
    let the = matches!(
        text.lower_at(phrase.start),
        "the" | "its" | "their" | "his" | "her"
    );
    the && (phrase.start..phrase.end).any(|i| {
        matches!(
            text.lower_at(i),
            "other" | "others" | "remaining" | "rest" | "remainder"
        )
    })
}

/// "Later died of his wounds", "has since died in hospital", "succumbed to her injuries".
pub(super) fn later_died(text: &Text<'_>, sentence: Sentence, mention: &Mention) -> bool {
    let verb = mention.trigger;
    let near = verb.saturating_sub(3).max(sentence.start)..(verb + 4).min(sentence.end);
    let later = near.clone().any(|i| {
        matches!(
            text.lower_at(i),
            "later" | "since" | "subsequently" | "afterwards"
        )
    });
    let wounds = near.clone().any(|i| {
        matches!(
            text.lower_at(i),
            "wound" | "wounds" | "injury" | "injuries" | "hospital"
        )
    });
    match text.lower_at(verb) {
        "died" | "dies" | "dead" | "death" => later || wounds && near.start < verb,
        "succumbed" | "succumbs" => true,
        _ => false,
    }
}

/// "His nephew", "the mayor's driver": somebody told by somebody else.
pub(super) fn is_of_theirs(text: &Text<'_>, phrase: &Phrase) -> bool {
    matches!(
        text.lower_at(phrase.start),
        "his" | "her" | "their" | "its" | "my" | "our"
    ) || (phrase.start..phrase.head).any(|i| text.tag_at(i) == Some(Tag::POS))
}

/// "Raising the toll to ten", "brought to at least 98 the number".
pub(super) fn is_brought_to(text: &Text<'_>, from: usize, number: usize) -> bool {
    let to = (number.saturating_sub(4).max(from)..number)
        .rev()
        .find(|i| text.lower_at(*i) == "to");
    to.is_some_and(|to| {
        (to.saturating_sub(24).max(from)..to).any(|i| BRINGS.contains(&text.lower_at(i)))
    })
}

/// Verbs by which a toll grows of itself.
const GROWS: &[&str] = &[
    "climbed",
    "grew",
    "grown",
    "increased",
    "jumped",
    "reached",
    "risen",
    "rises",
    "rose",
    "revised",
    "corrected",
    "updated",
    "swelled",
];

/// "The death toll has risen to 15", "the number of dead now stands at 15".
pub(super) fn is_grown(text: &Text<'_>, from: usize, number: usize) -> bool {
    let near = number.saturating_sub(5).max(from)..number;
    let says = |words: &[&str]| near.clone().any(|i| words.contains(&text.lower_at(i)));
    // "Rose to 15 from 12": not the 12.
    let link = near.clone().rev().map(|i| text.lower_at(i));
    let old = link
        .take(3)
        .find(|word| matches!(*word, "from" | "to" | "at"))
        == Some("from");
    let grows = !old && says(GROWS) || says(&["stands", "stood"]) && says(&["now"]);
    grows && (number.saturating_sub(12).max(from)..number).any(|i| is_toll(text, i))
}

/// A noun for how many there are.
fn is_toll(text: &Text<'_>, i: usize) -> bool {
    matches!(
        text.lower_at(i),
        "toll" | "figure" | "number" | "count" | "tally" | "total"
    )
}

/// "Counted 19 bodies", "a toll of 31", "spoke of ten dead": a number of the dead or hurt without people.
pub(super) fn is_tally(text: &Text<'_>, phrase: &Phrase, number: usize) -> bool {
    matches!(phrase.what, What::Harmed(_) | What::Figure(_))
        || text
            .word_at(phrase.end)
            .is_some_and(|word| word.state.is_some())
        || number >= 2
            && matches!(text.lower_at(number - 1), "of" | "at")
            && is_toll(text, number - 2)
}

/// The word that opens the list in which token `start` stands: "including a nurse and two drivers".
pub(super) fn listed(text: &Text<'_>, from: usize, start: usize) -> Option<usize> {
    let opens = |i: usize| {
        matches!(
            text.lower_at(i),
            "including" | "include" | "includes" | "included" | "among" | "namely" | ":"
        )
    };
    (from..=start)
        .rev()
        .take_while(|i| !text.tag_at(*i).is_some_and(Tag::is_finite) || opens(*i))
        .find(|i| opens(*i))
}

/// "The murder", "this brutal killing", "his abduction", "the mayor's assassination": a deed that is known.
pub(super) fn is_the_deed(text: &Text<'_>, trigger: usize) -> bool {
    let deed = matches!(
        text.word_at(trigger).and_then(|word| word.noun),
        Some(HarmNoun::Deed(_) | HarmNoun::Figure(_))
    );
    let known = |i: usize| {
        text.tag_at(i) == Some(Tag::POS)
            || matches!(
                text.lower_at(i),
                "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their"
            )
    };
    // "shot at the brothers, killing them": a verb takes no article from so far.
    let reach = if text.tag_at(trigger) == Some(Tag::VBG) {
        1
    } else {
        2
    };
    deed && (trigger.saturating_sub(reach)..trigger).any(known)
}
