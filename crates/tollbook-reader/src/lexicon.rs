//! The word lists of one language, loaded once: what a word can be, before its sentence is known.

mod class;
mod expression;
mod lists;

use std::sync::Arc;

use aho_corasick::AhoCorasick;
use tollbook_terms::{Basis, Category, Cause, Effect, Means};

use crate::claim::relation::Sign;
use crate::claim::scope::Cue;
use crate::lookup::Lookup;
pub(crate) use class::{Class, Classes};
pub(crate) use expression::{Bits, Expression, Only, Whom, bit};
use lists::Lists;

/// A noun for people or for objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noun {
    pub(crate) categories: Vec<Category>,
    pub(crate) plural: bool,
    pub(crate) singular: bool,
}

/// What a word does in a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// Below a hundred.
    Unit(u64),
    /// Multiplies: "hundred", "million".
    Scale(u64),
    /// "dozen": twelve, and a scale behind a number.
    Dozen,
    /// Open from here: "dozens", "several".
    Vague(u64),
    /// "some": vague before a noun, "about" before a number; "others".
    Some(u64),
    /// "both".
    Both,
}

/// The form of a verb, as far as its letters tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Third,
    Past,
    /// Past or participle: the letters do not tell.
    Ed,
    Participle,
    Ing,
}

/// How a word of harm takes those it harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    Person,
    Object,
    Strike,
    Die,
}

/// A verb of harm in one of its forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HarmVerb {
    pub(crate) frame: Frame,
    pub(crate) effect: Effect,
    pub(crate) form: Form,
}

/// A noun of harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HarmNoun {
    /// Noun of the act: "killing of".
    Deed(Effect),
    /// Noun that a number counts: "12 deaths".
    Figure(Effect),
    /// Noun that introduces a figure: "toll".
    Toll(Effect),
}

/// What kind of speech a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speech {
    Say,
    Claim,
    Deny,
    Fear,
    /// No speech about harm, but an act that has a day of its own: "condemned", "met".
    Act,
}

/// What a word or phrase says of means or cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MeansWord {
    Means(Means),
    Cause(Cause),
    /// "Overturned": a vehicle, by accident.
    Both(Means, Cause),
}

/// What a word does where somebody is said to have done something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Doing {
    /// A deed or weapon that can be somebody's: "X's attack", "X fire".
    pub(crate) owned: bool,
    /// A body that acts and that no table names: "the army".
    pub(crate) force: bool,
    /// Stands for a side before its deed: "terrorist attacks".
    pub(crate) side: bool,
    /// A verb whose subject has done what follows.
    pub(crate) attack: bool,
    /// A fight of two sides: "clashes with X".
    pub(crate) clash: bool,
    /// A verb whose object is said to have done it: "blamed X".
    pub(crate) blame: bool,
    /// A body or a document that says things: "the ministry", "a report".
    pub(crate) speaker: bool,
    /// Those who fight for a state: "soldiers".
    pub(crate) state: bool,
    /// Those who fight against one: "rebels".
    pub(crate) against: bool,
}

/// All that the lexicon knows of one written form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) person: Option<Noun>,
    pub(crate) object: Option<Noun>,
    pub(crate) number: Option<NumberWord>,
    pub(crate) verb: Option<HarmVerb>,
    /// Effect of an adjective behind a number: "12 dead".
    pub(crate) state: Option<Effect>,
    pub(crate) noun: Option<HarmNoun>,
    pub(crate) speech: Option<Speech>,
    /// What the verb tells with other words, in the order in which they are tried.
    pub(crate) expressions: Vec<Arc<Expression>>,
    pub(crate) doing: Doing,
    pub(crate) classes: Classes,
    /// What runs of words that begin with it say, in the order of the rules' lists: before a number, of a
    /// total, to all claims of a sentence.
    pub(crate) bounds: Vec<&'static Run<Basis>>,
    pub(crate) totals: Vec<&'static Run<Cue>>,
    pub(crate) signs: Vec<Run<Sign>>,
}

/// A run of words, and what it says.
pub(crate) type Run<Meaning> = (&'static [&'static str], Meaning);

/// The word lists, by written form in lower case.
pub(crate) struct Lexicon {
    words: Lookup<Word>,
    unknown: Word,
    /// Words of means and cause, longest first among equals; matched over the tokens.
    pub(crate) means: Lookup<MeansWord>,
    gate: AhoCorasick,
}

impl Lexicon {
    /// Loads the lists of the English language.
    pub(crate) fn english() -> Lexicon {
        let lists = Lists::english();
        Lexicon {
            gate: lists.gate(),
            words: lists.words.into_iter().collect(),
            unknown: Word::default(),
            means: lists.means.into_iter().collect(),
        }
    }

    /// Returns what is known of the written form `lower`; all its fields are empty for an unknown one.
    pub(crate) fn word(&self, lower: &str) -> &Word {
        self.words.get(lower).unwrap_or(&self.unknown)
    }

    /// Returns what is known of a written form, in capitals or not.
    pub(crate) fn word_of_any_case(&self, written: &str) -> &Word {
        self.words.get_lower(written).unwrap_or(&self.unknown)
    }

    /// Returns whether a text in lower case has any word of harm.
    pub(crate) fn tells_harm(&self, lower: &str) -> bool {
        self.gate.is_match(lower)
    }
}
