//! What tells a verb of harm that the tagger takes for a noun or an adjective: who stands before it, and what it
//! takes.

use super::Tag;
use crate::lexicon::{Form, Frame, HarmVerb};
use crate::token::{Kind, Token};

/// "Two shot in clashes", "Woman shot dead by police", "Guards shot dead a man".
pub(super) fn shot(tokens: &[Token<'_>], at: usize, next: &str) -> Option<Tag> {
    let before = &tokens[at - 1];
    if before.tag == Tag::CD || before.word.number.is_some() {
        return (next != "-" && !tokens.get(at + 1).is_some_and(|t| t.tag.is_noun()))
            .then_some(Tag::VBN);
    }
    // "Girl, 3, shot dead in Ostra"
    if before.tag == Tag::Comma
        && at > 1
        && tokens[at - 2].tag == Tag::CD
        && matches!(next, "dead" | "to" | "and" | "by")
    {
        return Some(Tag::VBN);
    }
    // "had all been shot"
    if matches!(before.lower, "was" | "were" | "been" | "being") {
        return Some(Tag::VBN);
    }
    // "Man shot multiple times"
    if before.word.person.is_some() && tokens.get(at + 2).is_some_and(|t| t.lower == "times") {
        return Some(Tag::VBN);
    }
    // "six people were fatally shot"
    if before.tag.is_adverb() && at > 1 && matches!(tokens[at - 2].lower, "was" | "were" | "been") {
        return Some(Tag::VBN);
    }
    // "Troops shot down three drones"
    if next == "down" && before.tag.is_noun() && begins_count(tokens, at + 2) {
        return Some(Tag::VBD);
    }
    // "A guard fatally shot Arin Solt"
    if before.tag == Tag::RB
        && (begins_count(tokens, at + 1) || tokens.get(at + 1).is_some_and(|t| t.tag.is_name()))
    {
        return Some(Tag::VBD);
    }
    // "three people found fatally shot in car", "Teen fatally shot", not "Father fatally shot daughters"
    let takes = tokens.get(at + 1).is_some_and(|t| {
        t.tag.is_noun() || t.tag == Tag::PRPS || t.tag.is_adjective() && t.lower != "outside"
    });
    if before.tag == Tag::RB
        && !takes
        && at > 1
        && (tokens[at - 2].lower == "found" || tokens[at - 2].word.person.is_some())
    {
        return Some(Tag::VBN);
    }
    if next != "dead" || !before.tag.is_noun() {
        return None;
    }
    Some(if begins_count(tokens, at + 2) {
        Tag::VBD
    } else {
        Tag::VBN
    })
}

/// Mends words that titles and telegrams set where the tagger does not know them.
pub(super) fn mend_title(tokens: &mut [Token<'_>], at: usize) {
    let (before, tag, word) = (&tokens[at - 1], tokens[at].tag, tokens[at].lower);
    let mended = match word {
        // "Two hurt in drive-by shooting"
        "shooting" | "shootings"
            if before.lower == "by" && at > 1 && tokens[at - 2].lower == "-" =>
        {
            Tag::NN
        }
        // "Two Hurt In Crash"
        "in" if matches!(tag, Tag::RB | Tag::RP) && before.word.verb.is_some() => Tag::IN,
        // "Shooting leaves 12-year-old wounded"
        "leaves" if tag.is_noun() && begins_count(tokens, at + 1) => Tag::VBZ,
        // "a girl home from school was"
        "home"
            if tag.is_noun()
                && before.word.person.is_some()
                && tokens.get(at + 1).is_some_and(|next| next.lower == "from") =>
        {
            Tag::RB
        }
        // "shot dead one farmer"
        "one" if tag == Tag::NN && before.lower == "dead" => Tag::CD,
        // "Clerk beaten to death": no foreign word.
        _ if tag == Tag::FW && word.ends_with("en") && !tokens[at].word.expressions.is_empty() => {
            Tag::VBN
        }
        _ => return,
    };
    tokens[at].tag = mended;
}

/// Whether a verb of harm between a noun and a number, or between a noun and people, is what it looks like.
pub(super) fn is_active(tokens: &[Token<'_>], at: usize, verb: HarmVerb, next: &str) -> bool {
    let before = &tokens[at - 1];
    let subject = before.tag.is_noun()
        || before.tag.is_adjective()
        || matches!(before.tag, Tag::VB | Tag::VBG);
    let down = usize::from(matches!(next, "down" | "up" | "dead"));
    let counted = begins_count(tokens, at + 1 + down);
    let many = before.tag.is_plural()
        || before.tag.is_noun()
            && before
                .word
                .person
                .as_ref()
                .is_some_and(|person| person.plural);
    match verb.form {
        // "kills 9 and wounds scores"
        Form::Third if counted => subject || before.tag == Tag::CC,
        Form::Third => {
            let noun = tokens[at].word.noun.is_some();
            let people = tokens
                .iter()
                .skip(at + 1)
                .take(4)
                .take_while(|t| t.tag.is_noun() || t.tag.is_adjective() || t.tag == Tag::HYPH)
                .any(|t| t.word.person.is_some());
            // "Blast kills Arin Solt", "Girl kills self"
            let named = next == "self" || tokens.get(at + 1).is_some_and(|t| t.tag.is_name());
            // "Blast destroys shops"
            let things = verb.frame == Frame::Object && takes_things(tokens, at + 1);
            subject && !noun && (verb.frame == Frame::Person && (people || named) || things)
        }
        Form::Base => {
            // "Rebels kill 12", "Rebels kill Arin Solt, a guard", "Police arrest local journalist Arin Solt", "Police
            // arrest editor".
            let taken = at + 1 + usize::from(next == "dead");
            let named = tokens.get(taken).is_some_and(|t| t.tag.is_name())
                || names_person(tokens, taken)
                || is_person(tokens, taken);
            // "Floods damage homes"
            let thing = matches!(verb.frame, Frame::Object | Frame::Strike)
                && (counted || takes_things(tokens, at + 1));
            (verb.frame == Frame::Person && (counted || named) || thing) && many && next != "of"
        }
        // "A bomb wounded local journalist Arin Solt"
        Form::Ed | Form::Past => {
            let behind_adverb = before.tag.is_adverb() && at > 1 && tokens[at - 2].tag.is_noun();
            // "killed nine and wounded dozens"
            if tokens[at].tag == Tag::JJ && before.tag == Tag::CC && counted {
                return true;
            }
            if verb.frame != Frame::Person {
                return tokens[at].tag == Tag::JJ && counted && before.tag.is_noun();
            }
            tokens[at].tag == Tag::JJ
                && (counted && before.tag.is_noun()
                    || before.tag.is_noun() && tokens.get(at + 1).is_some_and(|t| t.tag.is_name())
                    || (before.tag.is_noun() || behind_adverb) && names_person(tokens, at + 1))
        }
        _ => false,
    }
}

/// Whether a noun for people and a name begin at `at`: "local journalist Arin Solt".
pub(super) fn names_person(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .windows(2)
        .skip(at)
        .take(3)
        .any(|pair| pair[0].word.person.is_some() && pair[1].tag.is_name())
}

/// Whether a noun for a person stands at `at` or behind one word more: "editor", "local mayor".
fn is_person(tokens: &[Token<'_>], at: usize) -> bool {
    let person = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|token| token.word.person.is_some() && token.tag.is_noun())
    };
    person(at)
        || person(at + 1)
            && tokens
                .get(at)
                .is_some_and(|token| token.tag.is_adjective() || token.tag.is_noun())
}

/// Whether an object begins at `at`: "a clerk", "Arin Solt", "two men", "his wife".
pub(super) fn takes_object(tokens: &[Token<'_>], at: usize) -> bool {
    begins_count(tokens, at)
        || names_person(tokens, at)
        || tokens
            .get(at)
            .is_some_and(|token| token.tag.is_name() || token.tag == Tag::PRPS)
}

/// Whether those begin at `at` whom a verb of harm before it takes: "Arin Solt", or "civilians" where no verb of
/// theirs follows.
pub(super) fn takes_people(tokens: &[Token<'_>], at: usize) -> bool {
    let plural = |token: &Token<'_>| {
        token
            .word
            .person
            .as_ref()
            .is_some_and(|person| person.plural)
    };
    tokens.get(at).is_some_and(|token| token.tag.is_name())
        || tokens.get(at).is_some_and(plural)
            && !tokens
                .get(at + 1)
                .is_some_and(|next| next.tag.is_verb() || next.tag.is_noun() || next.tag == Tag::MD)
}

/// Whether a quantity begins at `at`: "12", "at least 12", "a", "dozens".
pub(super) fn begins_count(tokens: &[Token<'_>], at: usize) -> bool {
    let number = |i: usize| {
        tokens.get(i).is_some_and(|token| {
            token.kind == Kind::Digits || token.word.number.is_some() || token.tag == Tag::CD
        })
    };
    number(at)
        || tokens.get(at).is_some_and(|token| {
            let bound = token.tag != Tag::IN
                || matches!(
                    token.lower,
                    "about"
                        | "around"
                        | "over"
                        | "under"
                        | "at"
                        | "between"
                        | "up"
                        | "upwards"
                        | "as"
                        | "near"
                );
            token.tag == Tag::DT
                || bound
                    && matches!(token.tag, Tag::IN | Tag::JJR | Tag::RB)
                    && (number(at + 1) || number(at + 2))
        })
}

/// People who open a sentence are taken for a pronoun or a verb: "Herders killed nine".
pub(super) fn mend_opening(tokens: &mut [Token<'_>]) {
    if let Some(first) = tokens.first_mut()
        && first.word.person.as_ref().is_some_and(|noun| noun.plural)
        && matches!(
            first.tag,
            Tag::PRP | Tag::VBZ | Tag::RB | Tag::UH | Tag::ADD
        )
    {
        first.tag = Tag::NNS;
    }
}

/// Nouns for attacks that the tagger takes for adjectives before a verb.
pub(super) fn is_attack(lower: &str) -> bool {
    matches!(
        lower,
        "blast" | "explosion" | "bomb" | "shell" | "mortar" | "raid" | "offensive" | "assault"
    )
}

/// Whether a noun for several things stands at `at`.
pub(super) fn takes_things(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at)
        .and_then(|token| token.word.object.as_ref())
        .is_some_and(|object| object.plural)
}
