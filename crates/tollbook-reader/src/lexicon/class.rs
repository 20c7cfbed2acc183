//! Classes of words by which rules begin: a word knows its classes, so that a rule which is asked at every
//! word of a sentence looks into its own list at few of them.

use super::{Lists, Word};
use crate::claim::cause;
use crate::claim::relation::sentence;
use crate::claim::scope::said;
use crate::gate;
use crate::mention::figurative;
use crate::phrase::date;
use crate::phrase::ordinal::ORDINALS;
use crate::phrase::quantity::{self, bound, number};

/// What a word can be to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Its full stop ends no sentence.
    Abbreviates,
    /// Rules read harm from it beside other words: "body", "hospital".
    WithHarm,
    /// Words of means or cause begin with it.
    OpensMeans,
    /// It may be the first word of a multitude: "tens of thousands".
    OpensMultitude,
    /// It may be the first word of a quantity, though it is no number: "all the 21".
    OpensQuantity,
    /// A date may be found by it.
    OpensDate,
    /// One attack or disaster.
    Deed,
    /// Who has done a deed.
    Agent,
    /// What is fought over a long time.
    War,
    /// Rules and crimes of the past.
    OldRule,
    /// What goes on for days.
    Operation,
    /// A word for violence that names no means.
    Violent,
    /// A word of a siege.
    Siege,
    /// A word of those who look into a death.
    Inquest,
    /// A word of matches.
    Sport,
    /// Real harm in or around a match.
    Danger,
    /// A given name that is no word of the language.
    GivenName,
}

/// The classes of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

impl Word {
    /// Returns whether the word is of a class.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes.0 & 1 << class as u32 != 0
    }
}

impl Lists {
    /// Notes that a word is of a class.
    pub(super) fn classify(&mut self, word: &str, class: Class) {
        self.entry(word).classes.add(class);
    }

    /// Notes what the words that stand in the rules themselves are to them.
    pub(super) fn classify_words_of_rules(&mut self) {
        for (class, words) in [
            (Class::WithHarm, gate::WORDS),
            (Class::OpensQuantity, quantity::OPENINGS),
            (Class::OpensDate, date::OPENINGS),
            (Class::OpensDate, &ORDINALS),
            (Class::Deed, sentence::DEEDS),
            (Class::Agent, sentence::AGENTS),
            (Class::War, said::WARS),
            (Class::OldRule, said::OLD_RULES),
            (Class::Operation, said::OPERATIONS),
            (Class::Violent, cause::VIOLENT),
            (Class::Siege, cause::SIEGE),
            (Class::Inquest, cause::INQUEST),
            (Class::Sport, figurative::SPORT_WORDS),
            (Class::Danger, figurative::REAL),
        ] {
            words.iter().for_each(|word| self.classify(word, class));
        }
        number::openings().for_each(|word| self.classify(word, Class::OpensMultitude));
        for run in bound::BEFORE {
            self.entry(run.0[0]).bounds.push(run);
        }
        for run in said::SAID {
            self.entry(run.0[0]).totals.push(run);
        }
        for (sign, runs) in sentence::OF_SENTENCE {
            for run in *runs {
                self.entry(run[0]).signs.push((run, *sign));
            }
        }
    }
}
