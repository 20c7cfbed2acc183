//! The parts of speech: the tags of the Penn Treebank, as the English treebanks of Universal
//! Dependencies write them in their fifth column.

macro_rules! tags {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)+) => {
        /// A part of speech.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Tag {
            $($(#[$doc])* $variant,)+
        }

        impl Tag {
            /// All tags; a tag stands at its own number.
            pub const ALL: &'static [Tag] = &[$(Tag::$variant),+];

            /// Returns the name as the treebanks write it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Tag::$variant => $text),+ }
            }

            /// Returns the tag with this name.
            pub fn from_name(name: &str) -> Option<Tag> {
                match name {
                    $($text => Some(Tag::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

tags! {
    /// Noun: "village".
    NN = "NN",
    /// Plural noun: "villages".
    NNS = "NNS",
    /// Name: "Monday".
    NNP = "NNP",
    /// Plural name: "Alps".
    NNPS = "NNPS",
    /// Verb in its base form: "(to) kill".
    VB = "VB",
    /// Past tense: "killed".
    VBD = "VBD",
    /// Gerund or present participle: "killing".
    VBG = "VBG",
    /// Past participle: "(was) killed".
    VBN = "VBN",
    /// Present tense, not third person singular: "(they) kill".
    VBP = "VBP",
    /// Present tense, third person singular: "kills".
    VBZ = "VBZ",
    /// Modal: "could".
    MD = "MD",
    /// Adjective: "wounded".
    JJ = "JJ",
    /// Comparative adjective: "larger".
    JJR = "JJR",
    /// Superlative adjective: "largest".
    JJS = "JJS",
    /// Adverb: "reportedly"; also "not".
    RB = "RB",
    /// Comparative adverb: "more".
    RBR = "RBR",
    /// Superlative adverb: "most".
    RBS = "RBS",
    /// Number: "five", "21".
    CD = "CD",
    /// Determiner: "the", "no".
    DT = "DT",
    /// What stands before a determiner: "all (the)".
    PDT = "PDT",
    /// Preposition or subordinating conjunction: "in", "because".
    IN = "IN",
    /// "to".
    TO = "TO",
    /// Particle of a verb: "(blew) up".
    RP = "RP",
    /// Coordinating conjunction: "and".
    CC = "CC",
    /// Personal pronoun: "they".
    PRP = "PRP",
    /// Possessive pronoun: "their".
    PRPS = "PRP$",
    /// Possessive ending: "'s".
    POS = "POS",
    /// "There" that only says that something is.
    EX = "EX",
    /// Relative determiner: "(the man) that".
    WDT = "WDT",
    /// Relative or question pronoun: "who".
    WP = "WP",
    /// "Whose".
    WPS = "WP$",
    /// Relative or question adverb: "where".
    WRB = "WRB",
    /// Foreign word.
    FW = "FW",
    /// Interjection.
    UH = "UH",
    /// Mark before an item of a list: "2."
    LS = "LS",
    /// Sign: "%", and "-" between numbers.
    SYM = "SYM",
    /// "$" and other currencies.
    Currency = "$",
    /// Hyphen inside a word.
    HYPH = "HYPH",
    /// Prefix that stands apart: "pre".
    AFX = "AFX",
    /// Address of a page or mail.
    ADD = "ADD",
    /// Rest of a word that was split by mistake.
    GW = "GW",
    /// Comma.
    Comma = ",",
    /// What ends a sentence.
    Stop = ".",
    /// Colon, semicolon, dash.
    Colon = ":",
    /// Opening quotation mark.
    OpenQuote = "``",
    /// Closing quotation mark.
    CloseQuote = "''",
    /// Opening bracket.
    OpenBracket = "-LRB-",
    /// Closing bracket.
    CloseBracket = "-RRB-",
    /// Any other punctuation, smileys, rules.
    NFP = "NFP",
}

impl Tag {
    /// Returns whether the word is a noun or a name.
    pub const fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// Returns whether the word is a name.
    pub const fn is_name(self) -> bool {
        matches!(self, Tag::NNP | Tag::NNPS)
    }

    /// Returns whether the word is a noun or a name in the plural.
    pub const fn is_plural(self) -> bool {
        matches!(self, Tag::NNS | Tag::NNPS)
    }

    /// Returns whether the word is a verb, modals apart.
    pub const fn is_verb(self) -> bool {
        self.is_finite() || matches!(self, Tag::VB | Tag::VBG | Tag::VBN)
    }

    /// Returns whether the word is a verb with a tense, modals apart.
    pub const fn is_finite(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBP | Tag::VBZ)
    }

    /// Returns whether the word is an adjective.
    pub const fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }

    /// Returns whether the word is an adverb.
    pub const fn is_adverb(self) -> bool {
        matches!(self, Tag::RB | Tag::RBR | Tag::RBS)
    }

    /// Returns whether the token is punctuation.
    pub const fn is_punctuation(self) -> bool {
        self as u8 >= Tag::Comma as u8 || matches!(self, Tag::HYPH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_stands_at_its_number_and_reads_back_from_its_name() {
        for (number, tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(*tag as usize, number);
            assert_eq!(Tag::from_name(tag.as_str()), Some(*tag));
        }
        assert_eq!(Tag::from_name("NOUN"), None);
    }
}
