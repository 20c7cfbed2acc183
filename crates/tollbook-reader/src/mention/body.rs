//! Bodies that are found, lives that are lost, and the number that a deed claims.

use tollbook_terms::{Count, Effect};

use super::noun::FIGURE;
use super::{Mention, Scene};
use crate::lexicon::Class;
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const BODIES: Rule = Rule {
    name: "effect.noun.bodies",
    says: "Counted bodies, a body found where no death is told yet, and lives that are claimed or cost, are people killed.",
    must: &[
        ("Police found six bodies in a ditch.", "killed 6"),
        ("There were bodies in the streets.", "killed 2.."),
        (
            "Three women's bodies were found in a ditch.",
            "killed 3 woman",
        ),
        (
            "The bodies of a clerk and a guard were found in a ditch.",
            "killed 1 worker; killed 1 security",
        ),
        (
            "The war cost more than 100,000 lives.",
            "killed 100000+ background",
        ),
        (
            "A nurse's dead body was found in a ditch.",
            "killed 1 medic",
        ),
        (
            "Rebels abducted a nurse. Her body was found on Monday.",
            "abducted 1 medic; killed 1",
        ),
        (
            "The body was identified on Monday as that of a nurse.",
            "killed 1 medic",
        ),
    ],
    must_not: &[
        (
            "Two bodies of the United Nations met.",
            "a body of an organisation is nobody",
        ),
        ("One remains missing.", "the verb, and no dead body"),
    ],
};

pub(crate) const CLAIMS: Rule = Rule {
    name: "effect.noun.claims",
    says: "The number that a blast, a crash or another deed claims counts people killed.",
    must: &[("Blast claims nine in Ostra.", "killed 9")],
    must_not: &[
        (
            "The mayor claims nine in Ostra.",
            "a mayor claims something else",
        ),
        ("The blast claims nine victories.", "a victory is nobody"),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&BODIES, &CLAIMS];

/// Whether the word stands for those who are dead.
pub(super) fn is_body(lower: &str) -> bool {
    matches!(
        lower,
        "body" | "bodies" | "corpse" | "corpses" | "remains" | "skeleton" | "skeletons"
    )
}

/// Tells of those in the list from token `from` on as killed, whose bodies the noun at `body` tells of.
fn theirs(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, body: usize, from: usize) {
    for victim in scene.list(from, true) {
        scene.tell(found, Effect::Killed, victim, body, None, BODIES.name);
    }
}

/// "six bodies", "more than 100,000 lives".
pub(super) fn bodies(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let lives = matches!(text.lower_at(phrase.head), "lives" | "life");
    let took = (scene.sentence.start..phrase.start).rev().take(4).any(|i| {
        matches!(
            text.lower_at(i),
            "claimed"
                | "claiming"
                | "claim"
                | "claims"
                | "cost"
                | "costing"
                | "took"
                | "taken"
                | "taking"
        )
    });
    // "no loss of life".
    if text.lower_at(phrase.head) == "life"
        && !took
        && text.says(phrase.start.wrapping_sub(3), &["no", "loss", "of"])
        && scene.tell(
            found,
            Effect::Killed,
            at,
            phrase.start - 2,
            None,
            FIGURE.name,
        )
        && let Some(last) = found.last_mut()
    {
        last.count = Count::exact(0);
    }
    if lives && !took {
        return;
    }
    // "One remains missing": a verb.
    if text.lower_at(phrase.head) == "remains"
        && phrase.quantity.is_some_and(|q| !q.none)
        && matches!(
            text.lower_at(phrase.end),
            "missing" | "in" | "at" | "hospitalised" | "hospitalized"
        )
    {
        return;
    }
    // "the bodies of five men": the men are told.
    let adverb = usize::from(text.tag_at(phrase.end + 1).is_some_and(Tag::is_adverb));
    if text.lower_at(phrase.end) == "of"
        && let Some(inner) = scene.phrase_starting(phrase.end + 1 + adverb)
        && scene.phrases[inner].is_people()
        && phrase.quantity.is_none_or(|q| q.article)
    {
        theirs(scene, found, phrase.head, scene.phrases[inner].start);
        return;
    }
    // "two bodies of the United Nations": of an organisation.
    let people = |p: usize| scene.phrases[p].is_people() && scene.phrases[p].what != What::Name;
    if text.lower_at(phrase.end) == "of"
        && scene
            .phrase_starting(phrase.end + 1)
            .is_some_and(|p| !people(p))
    {
        return;
    }
    // "a woman's dead body was found": hers, where no death is told yet.
    let found_near = |from: usize, to: usize| {
        (from..to.min(scene.sentence.end)).any(|i| {
            matches!(
                text.lower_at(i),
                "found" | "recovered" | "discovered" | "pulled"
            )
        })
    };
    let owner = phrase
        .start
        .checked_sub(1)
        .filter(|i| text.tag_at(*i) == Some(Tag::POS))
        .and_then(|i| scene.phrase_ending(i));
    if let Some(owner) = owner.filter(|owner| {
        matches!(scene.phrases[*owner].what, What::People | What::Name)
            && !scene.killed
            && !found.iter().any(|m| m.effect == Effect::Killed)
            && found_near(phrase.end, phrase.end + 8)
    }) {
        scene.tell(found, Effect::Killed, owner, phrase.head, None, BODIES.name);
        return;
    }
    // "the body was identified as that of a clerk"
    let that = (phrase.end..(phrase.end + 16).min(scene.sentence.end))
        .find(|i| text.says(*i, &["that", "of"]))
        .filter(|i| matches!(text.lower_at(i - 1), "as" | "be" | "was" | "were"));
    if let Some(that) = that {
        let told = found.len();
        theirs(scene, found, phrase.head, that + 2);
        // Whose body it is says more of whoever was told of.
        for mention in &mut found[told..] {
            mention.partitive = true;
        }
    }
    let counted = phrase.quantity.is_some_and(|q| !q.none && !q.article);
    // "his body was found": a death, where none is told of yet.
    let owned = matches!(text.lower_at(phrase.start), "his" | "her" | "their")
        || (phrase.start..phrase.head).any(|i| text.tag_at(i) == Some(Tag::POS));
    let new = owned && !scene.killed && !found.iter().any(|m| m.effect == Effect::Killed);
    let recovered = (phrase.quantity.is_some() || new)
        && found_near(phrase.start.saturating_sub(4), phrase.end + 5);
    // "There are bodies in the wells."
    let seen = phrase.plural
        && phrase.quantity.is_none()
        && phrase.start == phrase.head
        && matches!(text.lower_at(phrase.start.wrapping_sub(1)), "are" | "were")
        && text.lower_at(phrase.start.wrapping_sub(2)) == "there";
    // "Body found in river": a headline.
    let headline = phrase.quantity.is_none()
        && phrase.start == phrase.head
        && (phrase.start == scene.sentence.start
            || matches!(text.lower_at(phrase.start - 1), ";" | ":"))
        && found_near(phrase.end, phrase.end + 3);
    let theirs = owned && phrase.plural && phrase.quantity.is_none_or(|q| q.none || q.article);
    if (counted || recovered || seen || headline)
        && scene.tell(found, Effect::Killed, at, phrase.head, None, BODIES.name)
        && theirs
        && let Some(last) = found.last_mut()
    {
        last.count = scene.many_before(at);
    }
}

/// "Blast claims 9": a number alone behind "claims", whose subject is a deed or a mishap.
pub(super) fn claimed(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let verb = phrase
        .start
        .checked_sub(1)
        .filter(|i| *i > scene.sentence.start && matches!(text.lower_at(*i), "claims" | "claimed"));
    let Some(verb) = verb else { return };
    let closed = phrase.end >= scene.sentence.end
        || matches!(
            text.lower_at(phrase.end),
            "." | "," | ";" | "in" | "on" | "at" | "near" | "as"
        );
    let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
    let deed = text
        .word_at(verb - 1)
        .is_some_and(|word| word.is(Class::Deed))
        || is_mishap(text.lower_at(verb - 1));
    if closed && counted && deed {
        scene.tell(found, Effect::Killed, at, verb, None, CLAIMS.name);
    }
}

fn is_mishap(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('s'),
        "crash"
            | "capsize"
            | "collision"
            | "fire"
            | "blaze"
            | "flood"
            | "quake"
            | "earthquake"
            | "storm"
            | "cyclone"
            | "typhoon"
            | "hurricane"
            | "landslide"
            | "mudslide"
            | "avalanche"
            | "stampede"
            | "collapse"
            | "accident"
            | "tornado"
            | "heatwave"
            | "gunfire"
            | "mine"
            | "landmine"
            | "violence"
            | "unrest"
            | "fighting"
            | "shooting"
            | "shelling"
    )
}
