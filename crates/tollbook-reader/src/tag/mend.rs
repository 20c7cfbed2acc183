//! Tags of words of harm that the tagger takes for nouns or adjectives, as headlines leave out what it
//! leans on: "Blast kills 12", "Two shot in clashes".

use super::Tag;
use super::doing::{is_doing, is_doing_to};
use super::finite::mend_finite;
use super::headline::{
    begins_count, is_active, is_attack, mend_opening, mend_title, names_person, shot, takes_object,
    takes_people, takes_things,
};
use super::her::mend_her;
use super::named::mend_behind_names;
use crate::lexicon::{Class, Form, Frame};
use crate::phrase::date::is_day_or_month;
use crate::token::{Kind, Token};

/// Past forms of verbs that are no other word.
fn is_past(lower: &str) -> bool {
    matches!(
        lower,
        "tore"
            | "blew"
            | "threw"
            | "drove"
            | "fled"
            | "sank"
            | "struck"
            | "froze"
            | "shook"
            | "broke"
            | "took"
            | "flew"
            | "slew"
            | "swept"
            | "caught"
            | "brought"
            | "went"
            | "gave"
            | "forced"
            | "fell"
            | "crashed"
            | "collapsed"
            | "exploded"
            | "detonated"
            | "disappeared"
            | "vanished"
            | "perished"
            | "stole"
            | "drowned"
            | "succumbed"
    )
}

/// Corrects the tags of one sentence.
pub(crate) fn mend(tokens: &mut [Token<'_>]) {
    mend_opening(tokens);
    mend_behind_names(tokens);
    for at in 1..tokens.len() {
        let (before, tag, word) = (tokens[at - 1].tag, tokens[at].tag, tokens[at].lower);
        // "multi-storey": a hyphen between words, whatever the tagger takes it for.
        let joins = |token: &Token<'_>| !token.spaced && token.kind != Kind::Mark;
        let behind = word == "-" && !tokens[at].spaced && tokens[at - 1].kind == Kind::Word;
        if behind && tokens.get(at + 1).is_some_and(joins) {
            tokens[at].tag = Tag::HYPH;
        }
        let next = tokens.get(at + 1).map_or("", |token| token.lower);
        if next == "her" {
            mend_her(tokens, at + 1);
        }
        mend_title(tokens, at);
        // "and eleven died"
        if tag.is_adverb() && tokens[at].word.number.is_some() {
            tokens[at].tag = Tag::CD;
        }
        // "the 19-year-old suffered burns"
        let aged = matches!(tokens[at - 1].lower, "old" | "olds");
        if (tag == Tag::JJ && before.is_noun() || !tag.is_finite() && aged)
            && matches!(word, "sustained" | "suffered" | "received" | "left")
            // "one was killed and another sustained injuries"
            || tokens[at - 1].lower == "another"
                && matches!(word, "sustained" | "suffered" | "received")
        {
            tokens[at].tag = Tag::VBD;
        }
        // "Two suffered minor injuries"
        if !tag.is_verb()
            && before == Tag::CD
            && at == 1
            && matches!(word, "sustained" | "suffered" | "received")
        {
            tokens[at].tag = Tag::VBD;
        }
        // "a civilian belonging to", "a guard posted": what a person is doing, not a thing of theirs.
        if tag.is_noun()
            && (tokens[at - 1].word.person.is_some() || before.is_name())
            && (is_doing_to(&tokens[at], next)
                || matches!(word, "suffering" | "bleeding") && next == "from"
                || is_doing(word)
                    && matches!(
                        next,
                        "to" | "from"
                            | "in"
                            | "as"
                            | "for"
                            | "with"
                            | "at"
                            | "on"
                            | "near"
                            | "outside"
                            | "along"
                            | "under"
                            | "by"
                    ))
        {
            tokens[at].tag = Tag::VBG;
            if before == Tag::JJ {
                tokens[at - 1].tag = Tag::NN;
            }
        }
        // "The blast ripped through a bus": no adjective without a noun behind it.
        let follows = tokens.get(at + 1).map(|token| token.tag);
        if tag == Tag::JJ
            && is_attack(word)
            && (!follows.is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::HYPH)
                || next == "left"
                || tokens.get(at + 1).is_some_and(|t| t.word.verb.is_some())
                    && (begins_count(tokens, at + 2)
                        || takes_people(tokens, at + 2)
                        || names_person(tokens, at + 2)))
        {
            tokens[at].tag = Tag::NN;
            if follows == Some(Tag::VBN) {
                tokens[at + 1].tag = Tag::VBD;
            }
        }
        // "The raid cost two guards their lives", "the bodies bore signs of torture"
        if !tag.is_verb()
            && (before.is_noun() || before == Tag::CD)
            && matches!(
                word,
                "cost" | "set" | "bore" | "lay" | "left" | "lost" | "burst" | "put"
            )
            && (begins_count(tokens, at + 1)
                // "The raid left shops in ruins"
                || word == "left" && takes_things(tokens, at + 1)
                // "The blast left Arin Solt dead"
                || matches!(word, "left" | "cost")
                    && !tag.is_name()
                    && (follows.is_some_and(Tag::is_name) || names_person(tokens, at + 1))
                || matches!(
                    next,
                    "their"
                        | "his"
                        | "her"
                        | "its"
                        | "signs"
                        | "marks"
                        | "dead"
                        | "wounded"
                        | "fire"
                        | "ablaze"
                        | "into"
                ))
        {
            tokens[at].tag = Tag::VBD;
        }
        // "A rocket tore through a roof", "the lines were cut": what can be nothing but a verb, and what "was"
        // makes one.
        if (tag.is_noun() || tag.is_adjective()) && !tag.is_name() && tokens[at].spaced {
            if is_past(word) {
                tokens[at].tag = Tag::VBD;
            } else if matches!(tokens[at - 1].lower, "was" | "were" | "been" | "being")
                && matches!(
                    word,
                    "broken"
                        | "lost"
                        | "cut"
                        | "torn"
                        | "blown"
                        | "hit"
                        | "burnt"
                        | "sunk"
                        | "split"
                )
            {
                tokens[at].tag = Tag::VBN;
            }
        }
        // "Police Lieutenant Arin Solt": no verb before a given name.
        if tag.is_verb()
            && tokens[at].word.verb.is_none()
            && tokens[at].word.speech.is_none()
            && tokens[at]
                .word
                .person
                .as_ref()
                .is_some_and(|person| !person.plural)
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.word.is(Class::GivenName))
        {
            tokens[at].tag = Tag::NN;
        }
        // "Quakes leave scores dead"
        if tag.is_noun()
            && word == "leave"
            && before.is_plural()
            && (begins_count(tokens, at + 1) || matches!(next, "scores" | "dozens" | "hundreds"))
        {
            tokens[at].tag = Tag::VBP;
        }
        // "The wounded included a judge"
        let harmed = tokens[at - 1].word.state.is_some()
            || matches!(tokens[at - 1].lower, "victims" | "casualties");
        match word {
            "include" if !tag.is_verb() => tokens[at].tag = Tag::VBP,
            "includes" if !tag.is_verb() => tokens[at].tag = Tag::VBZ,
            "included" if harmed && !matches!(next, "in" | "among") => tokens[at].tag = Tag::VBD,
            _ => {}
        }
        // "Thousands flee homes", "Fighting forces thousands from homes"
        if word == "flee" && !tag.is_verb() && before.is_plural() {
            tokens[at].tag = Tag::VBP;
        }
        let driven = tokens
            .get(at + 2)
            .is_some_and(|token| matches!(token.lower, "from" | "to" | "out"));
        if word == "forces"
            && tag == Tag::NNS
            && before.is_noun()
            && begins_count(tokens, at + 1)
            && driven
        {
            tokens[at].tag = Tag::VBZ;
        }
        // "A mine killed two men"
        if word == "mine" && tag == Tag::PRP && before == Tag::DT {
            tokens[at].tag = Tag::NN;
        }
        // "Soldier dies in mine blast"
        if let Some(verb) = tokens[at].word.verb
            && verb.frame == Frame::Die
            && verb.form == Form::Third
            && (tokens[at - 1].word.person.is_some() || word == "dies")
            && !follows.is_some_and(|tag| tag.is_noun() || tag.is_verb())
        {
            tokens[at].tag = Tag::VBZ;
            if !before.is_noun() && tokens[at - 1].word.person.is_some() {
                tokens[at - 1].tag = Tag::NN;
            }
        }
        // "Front cadres killed a clerk": people before a verb of harm are no verb.
        if tag == Tag::VBZ
            && tokens[at]
                .word
                .person
                .as_ref()
                .is_some_and(|person| person.plural)
            && tokens[at].word.verb.is_none()
            && before.is_noun()
            && tokens.get(at + 1).is_some_and(|t| t.word.verb.is_some())
        {
            tokens[at].tag = Tag::NNS;
            if follows == Some(Tag::VBN) {
                tokens[at + 1].tag = Tag::VBD;
            }
        }
        // "A tribal living in Ostra was": a noun for people that stands alone is no adjective.
        if tag == Tag::JJ
            && before == Tag::DT
            && tokens[at].word.person.is_some()
            && tokens[at].word.state.is_none()
            && follows.is_some_and(|tag| {
                matches!(
                    tag,
                    Tag::VBD | Tag::VBZ | Tag::VBG | Tag::WP | Tag::IN | Tag::MD
                )
            })
        {
            tokens[at].tag = Tag::NN;
        }
        // "shelling by the Velmoran military on Ostra": no adjective where no noun stands behind it.
        if word == "military"
            && tag == Tag::JJ
            && tokens.get(at + 1).is_none_or(|next| {
                next.word.verb.is_some()
                    || !(next.tag.is_noun()
                        || next.tag.is_adjective()
                        || matches!(next.tag, Tag::HYPH | Tag::CC | Tag::CD))
            })
        {
            tokens[at].tag = Tag::NN;
        }
        // "Police blamed Maoist rebels", "which police blamed on rebels": behind its subject a verb of blame has an
        // object of its own.
        if tokens[at].word.doing.blame
            && matches!(tag, Tag::VBN | Tag::JJ)
            && word.ends_with("ed")
            && before.is_noun()
            && (next == "on"
                || follows.is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::DT))
        {
            tokens[at].tag = Tag::VBD;
        }
        // "three fishermen": behind a number a noun for people is no number and no verb.
        if let Some(person) = &tokens[at].word.person
            && (before == Tag::CD || tag == Tag::CD || tokens[at - 1].word.number.is_some())
            && !tag.is_noun()
            && tokens[at].word.verb.is_none()
            && tokens[at].word.number.is_none()
        {
            tokens[at].tag = if person.plural { Tag::NNS } else { Tag::NN };
        }
        // "a security guard in Ostra": behind its compound a noun for a person is no verb.
        if matches!(tag, Tag::VB | Tag::VBP)
            && before == Tag::NN
            && at > 1
            && tokens[at - 2].tag == Tag::DT
            && tokens[at].word.verb.is_none()
            && tokens[at]
                .word
                .person
                .as_ref()
                .is_some_and(|person| !person.plural)
        {
            tokens[at].tag = Tag::NN;
        }
        let Some(verb) = tokens[at].word.verb else {
            continue;
        };
        // "Officers also arrested Arin Solt": behind its subject and an adverb, and before a name, no participle.
        if tag == Tag::VBN
            && before.is_adverb()
            && follows.is_some_and(Tag::is_name)
            && at > 1
            && tokens[at - 2].tag.is_noun()
            && tokens[at - 2].word.person.is_some()
        {
            tokens[at].tag = Tag::VBD;
        }
        // "The blast, which hurt ten, killed Arin Solt": behind a clause in commas and before an object, no participle.
        if tag == Tag::VBN && before == Tag::Comma && takes_object(tokens, at + 1) {
            let clause = (at.saturating_sub(16)..at - 1)
                .rev()
                .find(|i| matches!(tokens[*i].lower, "which" | "who" | "," | ";" | ":"))
                .filter(|i| matches!(tokens[*i].lower, "which" | "who"));
            let closed = clause.is_some_and(|i| {
                i > 0
                    && tokens[i - 1].tag == Tag::Comma
                    && tokens[i..at].iter().any(|token| token.tag.is_finite())
            });
            if closed {
                tokens[at].tag = Tag::VBD;
                continue;
            }
        }
        // "The blast injured Arin Solt", "A man shot his wife": behind its subject and before its object.
        let name = follows.is_some_and(Tag::is_name) && !is_day_or_month(next);
        let people = name || tag == Tag::JJ && takes_people(tokens, at + 1);
        if matches!(tag, Tag::VBN | Tag::JJ)
            && matches!(verb.form, Form::Ed | Form::Participle)
            && verb.frame == Frame::Person
            && before == Tag::NN
            && (people || matches!(next, "his" | "her" | "their"))
        {
            tokens[at].tag = Tag::VBD;
            continue;
        }
        if tag.is_verb() || tag == Tag::MD {
            continue;
        }
        if matches!(word, "shot" | "hurt") && next != "-" {
            tokens[at].tag = match shot(tokens, at, next) {
                Some(tag) => tag,
                None => continue,
            };
            if next == "down" {
                tokens[at + 1].tag = Tag::RP;
            }
        } else if is_active(tokens, at, verb, next) {
            tokens[at].tag = match verb.form {
                Form::Third => Tag::VBZ,
                Form::Base => Tag::VBP,
                _ => Tag::VBD,
            };
            if before.is_adjective() && verb.form == Form::Third {
                tokens[at - 1].tag = Tag::NN;
            }
        }
    }
    mend_finite(tokens);
}
