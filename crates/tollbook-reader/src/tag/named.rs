//! Tags of words behind the name of a side, which the tagger takes for the verb of that side: "the Ostran jeeps".

use super::Tag;
use super::headline::{takes_object, takes_people};
use crate::lexicon::Form;
use crate::token::Token;

/// Makes a noun of a word for people or things behind the name of a side that is no subject, or where the word
/// takes no object: "one of the Ostran jeeps", "arrested Ostran citizens", but "Ostra shells a village".
pub(super) fn mend_behind_names(tokens: &mut [Token<'_>]) {
    for at in 1..tokens.len() {
        if tokens[at - 1].named.is_none() {
            continue;
        }
        // "went off in Ostra injuring five people": no "Ostran injuring".
        let harms = (tokens[at].word.verb).is_some_and(|verb| verb.form == Form::Ing);
        if harms && (takes_object(tokens, at + 1) || takes_people(tokens, at + 1)) {
            tokens[at].tag = Tag::VBG;
        }
        if !tokens[at].tag.is_verb() {
            continue;
        }
        // "the Ostran Red Cross was"
        if tokens[at].lower == "red" {
            tokens[at].tag = Tag::JJ;
        }
        let word = tokens[at].word;
        let plural = [&word.person, &word.object]
            .into_iter()
            .flatten()
            .any(|noun| noun.plural);
        let object = at > 1
            && (tokens[at - 2].tag.is_verb()
                || matches!(tokens[at - 2].tag, Tag::IN | Tag::CD | Tag::JJ | Tag::PRPS));
        if plural && word.verb.is_none() && (object || !takes_object(tokens, at + 1)) {
            tokens[at].tag = Tag::NNS;
        }
    }
}
