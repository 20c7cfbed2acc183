//! Verbs of harm that the tagger takes for nouns or adjectives, and what does the harm.

use tollbook_terms::Category;

use crate::lexicon::{Class, Form, Frame};
use crate::phrase::date::is_day_or_month;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Whether a past form of a verb that harms things stands at `at` with things behind it.
pub(super) fn is_damaging(text: &Text<'_>, at: usize) -> bool {
    let verb = text.word_at(at).and_then(|word| word.verb);
    verb.is_some_and(|verb| {
        verb.frame == Frame::Object && matches!(verb.form, Form::Ed | Form::Past)
    }) && (at + 1..at + 3).any(|i| {
        text.word_at(i)
            .is_some_and(|next| next.object.as_ref().is_some_and(|object| object.plural))
            || text.tag_at(i).is_some_and(Tag::is_plural)
            || matches!(text.lower_at(i), "machinery" | "equipment")
    })
}

/// Whether the word at `i` can be a finite verb of harm and whom or what it harms follows.
pub(super) fn is_verb_of_harm(text: &Text<'_>, i: usize) -> bool {
    let Some(word) = text.word_at(i) else {
        return false;
    };
    let finite = word
        .verb
        .is_some_and(|verb| matches!(verb.form, Form::Third | Form::Ed | Form::Past));
    let harmed = |i: usize| {
        text.kind_at(i) == Some(Kind::Digits)
            || text.number_at(i).is_some()
            || matches!(text.lower_at(i), "a" | "an" | "the" | "at")
            || text.tag_at(i).is_some_and(Tag::is_noun)
            || text.tag_at(i).is_some_and(Tag::is_adjective)
    };
    // "made 12 arrests Saturday": deeds.
    let dated = is_day_or_month(text.lower_at(i + 1));
    finite && word.person.is_none() && harmed(i + 1) && !dated
}

/// Nouns for what harms, that stand as the subject of a verb of harm.
pub(super) fn is_weapon(lower: &str) -> bool {
    matches!(
        lower,
        "blast"
            | "blasts"
            | "explosion"
            | "bomb"
            | "bombs"
            | "shell"
            | "shells"
            | "rocket"
            | "rockets"
            | "missile"
            | "missiles"
            | "mortar"
            | "mortars"
            | "mine"
            | "landmine"
            | "grenade"
            | "attack"
            | "attacks"
            | "strike"
            | "strikes"
            | "airstrike"
            | "airstrikes"
            | "raid"
            | "raids"
            | "ambush"
            | "gunfire"
            | "shelling"
            | "bombing"
            | "bombings"
            | "drone"
            | "sniper"
            | "fire"
            | "clash"
            | "clashes"
            | "fighting"
    )
}

/// Whether the noun at `i`, behind the noun `head`, begins a clause that is told of it: "the 14 villagers soldiers
/// killed on Monday", "the man police shot", "the bridge rebels blew up".
pub(super) fn is_subject_of_clause(text: &Text<'_>, head: usize, i: usize) -> bool {
    let doer = text.word_at(i).is_some_and(|word| {
        let armed = word.person.as_ref().is_some_and(|person| {
            let mut categories = person.categories.iter();
            person.plural && categories.any(|c| matches!(c, Category::Combatant | Category::Police))
        });
        (armed || word.doing.force || word.is(Class::Agent)) && word.object.is_none()
    }) && !text.capital_at(i);
    let taken = text.word_at(head).is_some_and(|word| {
        // "three police officers killed in Ostra": officers of the police.
        let force = text.lower_at(head) == "police";
        !force && word.person.as_ref().is_some_and(|person| person.plural)
            || word.object.is_some()
            || matches!(
                text.lower_at(head),
                "man" | "woman" | "boy" | "girl" | "suspect" | "teenager" | "driver" | "mayor"
            )
    });
    // "the man police have detained"
    let mut verb = i + 1;
    while matches!(text.lower_at(verb), "had" | "have" | "has")
        || text.tag_at(verb).is_some_and(Tag::is_adverb)
    {
        verb += 1;
    }
    let harms = text.word_at(verb).is_some_and(|word| {
        let past = |form: Form| matches!(form, Form::Ed | Form::Past | Form::Participle);
        word.verb
            .is_some_and(|verb| past(verb.form) && verb.frame != Frame::Die)
            || text.tag_at(verb) == Some(Tag::VBD)
                && !word.expressions.is_empty()
                && !text.is_be(verb)
    });
    let dead = usize::from(text.lower_at(verb + 1) == "dead");
    let next = verb + 1 + dead;
    let alone = !matches!(
        text.tag_at(next),
        Some(Tag::DT | Tag::CD | Tag::PRPS | Tag::PRP)
    ) && !text
        .tag_at(next)
        .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
        && text.lower_at(next) != "by";
    doer && taken && harms && alone
}

/// "Helicopter crashes in Ostra": a headline's verb behind the one thing that it befalls.
pub(super) fn falls(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower_at(at), "crashes" | "sinks" | "collapses")
        && matches!(
            text.lower_at(at + 1),
            "in" | "near" | "off" | "into" | "on" | "onto" | "over" | "at" | "after" | "during"
        )
        && text
            .word_at(at.wrapping_sub(1))
            .is_some_and(|word| word.object.as_ref().is_some_and(|object| !object.plural))
}
