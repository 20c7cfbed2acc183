//! Names of persons in lines of capitals, where no capital tells a name from a word: a given name opens one,
//! and the words behind it that no list knows belong to it.

use std::collections::BTreeSet;

use super::{Tag, Tagger};
use crate::lexicon::{Class, Word};
use crate::token::{Kind, Token};

/// How many words of a name are looked for behind the given name.
const LONGEST: usize = 6;

/// Corrects the tags of the names of persons in a sentence in capitals. `surnames` are those met before in the
/// report, and take those of this sentence; `is_place` tells of a token whether the name of a place holds it.
pub(crate) fn mend_persons(
    tokens: &mut [Token<'_>],
    tagger: &Tagger,
    surnames: &mut BTreeSet<String>,
    is_place: impl Fn(&Token<'_>) -> bool,
) {
    let mut at = 0;
    while at < tokens.len() {
        let given = is_given(&tokens[at]) && !is_place(&tokens[at]) && !is_saint(tokens, at);
        if !given {
            at += 1;
            continue;
        }
        tokens[at].tag = Tag::NNP;
        let mut last = at;
        for (next, token) in tokens.iter().enumerate().skip(at + 1).take(LONGEST) {
            if is_given(token) || is_surname(token, tagger) {
                last = next;
            } else if !is_link(token.lower) {
                break;
            }
        }
        for token in &mut tokens[at + 1..=last] {
            token.tag = Tag::NNP;
            if !is_given(token) && !is_link(token.lower) && token.lower.len() > 3 {
                surnames.insert(token.lower.to_owned());
            }
        }
        at = last + 1;
    }
    for token in tokens {
        if is_noun_like(token.tag) && surnames.contains(token.lower) && !is_place(token) {
            token.tag = Tag::NNP;
        }
    }
}

/// The same where capitals tell a name: a given name with a capital is one, and so is an unknown word with a
/// capital behind it.
pub(crate) fn mend_given(
    tokens: &mut [Token<'_>],
    tagger: &Tagger,
    is_capital: impl Fn(&Token<'_>) -> bool,
) {
    // "Veldranes was arrested": an unknown word that opens a sentence and has no article.
    let opens = matches!(tokens, [first, next, ..]
        if is_capital(first)
            && first.named.is_none()
            && is_noun_like(first.tag)
            && is_surname(first, tagger)
            && matches!(next.lower, "was" | "is" | "has" | "had"));
    if opens {
        tokens[0].tag = Tag::NNP;
    }
    let mut named = false;
    for token in tokens {
        named = is_capital(token)
            && token.named.is_none()
            && (is_given(token) || named && is_surname(token, tagger));
        if named && !token.tag.is_name() {
            token.tag = Tag::NNP;
        }
    }
}

fn is_given(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && token.named.is_none() && token.word.is(Class::GivenName)
}

/// "San Miguel", "Santa Teresa": a place or a church.
fn is_saint(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0
        && matches!(
            tokens[at - 1].lower,
            "san" | "santa" | "santo" | "sao" | "saint" | "st" | "ciudad" | "puerto" | "villa"
        )
}

/// Whether a word behind a given name is the name of a family: one that nothing knows, or tagged as a name.
fn is_surname(token: &Token<'_>, tagger: &Tagger) -> bool {
    let unknown = *token.word == Word::default() && token.named.is_none();
    let letters = token.lower.len() > 2 && token.kind == Kind::Word;
    let name = || {
        token.tag == Tag::NNP
            || !ENDINGS.iter().any(|ending| token.lower.ends_with(ending))
                && !tagger.knows(token.lower)
    };
    unknown && letters && name()
}

/// Corrects the tags of the names of places in a sentence in capitals: words that nothing knows behind "in" or
/// "near", behind "the town of", or before "province".
pub(crate) fn mend_places(tokens: &mut [Token<'_>], tagger: &Tagger) {
    let unknown = |token: &Token<'_>| {
        is_surname(token, tagger) && token.lower.len() > 3 || token.tag == Tag::NNP
    };
    for at in 1..tokens.len() {
        let before = tokens[at - 1].lower;
        let led = match before {
            "in" | "at" | "near" | "outside" | "between" => true,
            "of" => at > 1 && is_kind(tokens[at - 2].lower),
            "and" => at > 1 && tokens[at - 2].tag == Tag::NNP,
            _ => tokens[at - 1].tag == Tag::NNP && tokens[at - 1].named.is_none(),
        };
        let next = tokens.get(at + 1);
        let kind = next.is_some_and(|next| is_kind(next.lower));
        if !kind && !led || tokens[at].tag == Tag::NNP || !unknown(&tokens[at]) {
            continue;
        }
        // "in veldranes attacks" is no place.
        let free = next.is_none_or(|next| {
            next.tag == Tag::NNP
                || unknown(next)
                || !next.tag.is_noun()
                || matches!(next.lower, "today" | "yesterday")
        });
        if kind || free {
            tokens[at].tag = Tag::NNP;
        }
    }
}

/// Nouns for a kind of place that its name stands before or behind.
fn is_kind(lower: &str) -> bool {
    matches!(
        lower,
        "city"
            | "town"
            | "village"
            | "hamlet"
            | "municipality"
            | "province"
            | "district"
            | "department"
            | "canton"
            | "region"
            | "neighborhood"
            | "neighbourhood"
            | "township"
    )
}

/// Endings of words of the language.
const ENDINGS: &[&str] = &[
    "tion", "sion", "ment", "ness", "ity", "ing", "ship", "ism", "ance", "ence", "ists", "tions",
    "ments", "ous", "ful", "able", "tive", "ed", "ly",
];

fn is_noun_like(tag: Tag) -> bool {
    tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::FW | Tag::UH | Tag::VBZ)
}

/// Words that join the parts of a name.
fn is_link(lower: &str) -> bool {
    matches!(
        lower,
        "de" | "del"
            | "la"
            | "las"
            | "los"
            | "da"
            | "do"
            | "dos"
            | "von"
            | "van"
            | "bin"
            | "ibn"
            | "al"
            | "abu"
            | "el"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::token;

    fn names(text: &str) -> Vec<String> {
        let lexicon = Lexicon::english();
        let lower = text.to_ascii_lowercase();
        let mut tokens = token::tokens(text, &lower, &lexicon);
        tokens.iter_mut().for_each(|token| token.tag = Tag::NNS);
        let mut surnames = BTreeSet::new();
        mend_persons(&mut tokens, &Tagger::load(), &mut surnames, |_| false);
        let named = tokens.iter().filter(|token| token.tag == Tag::NNP);
        named.map(|token| token.lower.to_owned()).collect()
    }

    #[test]
    fn a_given_name_with_a_capital_is_a_name_with_the_unknown_word_behind_it() {
        let text = "Guard Hector Veldranes spoke";
        let lexicon = Lexicon::english();
        let lower = text.to_ascii_lowercase();
        let mut tokens = token::tokens(text, &lower, &lexicon);
        tokens.iter_mut().for_each(|token| token.tag = Tag::FW);
        mend_given(&mut tokens, &Tagger::load(), |token| {
            text[token.start..].starts_with(char::is_uppercase)
        });
        let tags: Vec<Tag> = tokens.iter().map(|token| token.tag).collect();
        assert_eq!(tags, [Tag::FW, Tag::NNP, Tag::NNP, Tag::FW]);
    }

    #[test]
    fn a_given_name_in_capitals_opens_a_name_and_the_surname_is_known_again() {
        assert_eq!(
            names("LEADER HECTOR VELDRANES AND THE GUARDS . VELDRANES"),
            ["hector", "veldranes", "veldranes"]
        );
        assert_eq!(names("GUARDS VELDRANES"), [""; 0]);
        assert_eq!(names("SAN HECTOR GUARDS"), [""; 0]);
    }
}
