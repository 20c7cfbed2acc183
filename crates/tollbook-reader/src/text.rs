//! One field of a report, cut into tokens and sentences, with the questions that rules ask of it.

use std::collections::BTreeSet;
use std::ops::Range;

use tollbook_terms::Field;

use crate::lexicon::{Lexicon, NumberWord, Word, bit};
use crate::place::{PlaceKind, PlaceMention, PlaceTable};
use crate::tag::{self, Tag, Tagger};
use crate::token::{self, Kind, Sentence, Token};

/// A field's text with its tokens.
pub(crate) struct Text<'t> {
    pub(crate) field: Field,
    pub(crate) text: &'t str,
    /// `text` in ASCII lower case, byte for byte as long.
    pub(crate) lower: &'t str,
    pub(crate) tokens: Vec<Token<'t>>,
    pub(crate) sentences: Vec<Sentence>,
    /// The names of places in the text, from left to right.
    pub(crate) places: Vec<PlaceMention<'t>>,
    /// Whether the text has no lower-case letters, so that capitals say nothing.
    pub(crate) upper: bool,
    /// Family names met so far, in a text in capitals.
    surnames: BTreeSet<String>,
}

/// What the tagger sees in place of the name of a country, of its people or of a side, and in place of a name
/// for several of a people, so that no side's name is tagged better than another's; as it is written, in small
/// letters and in capitals. An adjective is no other word than the name: "Velmoran troops", "Front troops".
const STAND_INS: [[&str; 3]; 2] = [["Iraq", "iraq", "IRAQ"], ["Iraqis", "iraqis", "IRAQIS"]];

/// The stand-ins of a name of this kind.
fn stand_in(kind: PlaceKind, own: &str) -> [&'static str; 3] {
    STAND_INS[usize::from(kind == PlaceKind::Demonym && is_plural(own))]
}

/// Whether the name of a people is one for several alone: "Velmorans", "Frenchmen".
fn is_plural(demonym: &str) -> bool {
    let lower = demonym.to_ascii_lowercase();
    let men = lower.ends_with("men") && lower != "turkmen";
    men || lower.ends_with('s') && !is_both(demonym)
}

/// Whether the name of a people is the same for one and for several: "Japanese", "Swiss".
fn is_both(demonym: &str) -> bool {
    let lower = demonym.to_ascii_lowercase();
    lower.ends_with("ese") || lower.ends_with("ss") || lower == "turkmen"
}

/// Makes every name of a country, a people or a side one token, however many words it has. In small letters
/// it reads as its stand-in, so that no rule takes a name for another word: "IS", "US".
fn join_names<'t>(
    tokens: Vec<Token<'t>>,
    named: &[PlaceMention<'_>],
    lower: &'t str,
    lexicon: &'t Lexicon,
) -> Vec<Token<'t>> {
    let mut joined: Vec<Token<'t>> = Vec::with_capacity(tokens.len());
    let is_side = |name: &&PlaceMention<'_>| {
        matches!(
            name.kind,
            PlaceKind::Country | PlaceKind::Demonym | PlaceKind::Side
        )
    };
    let mut names = named.iter().filter(is_side).peekable();
    for token in tokens {
        while names.next_if(|name| name.end <= token.start).is_some() {}
        let name = names.peek().filter(|name| name.start <= token.start);
        match (joined.last_mut(), name) {
            (Some(last), Some(name)) if name.start == last.start => last.end = token.end,
            (_, Some(name)) if name.start == token.start => {
                let own = &lower[name.start..name.end.max(token.end)];
                let [_, stand_in, _] = stand_in(name.kind, own);
                // A side by whose name people are called is a noun for people.
                let people = name.kind == PlaceKind::Side && lexicon.word(own).person.is_some();
                let lower = if people { own } else { stand_in };
                joined.push(Token {
                    kind: token::Kind::Word,
                    lower,
                    word: lexicon.word(lower),
                    bit: bit(lower),
                    named: Some(name.kind),
                    ..token
                });
            }
            _ => joined.push(token),
        }
    }
    joined
}

impl<'t> Text<'t> {
    /// Cuts a field; its sentences have no tags yet.
    pub(crate) fn new(
        field: Field,
        text: &'t str,
        lower: &'t str,
        lexicon: &'t Lexicon,
        places: &'t PlaceTable,
    ) -> Text<'t> {
        let named = places.named(text);
        let tokens = join_names(token::tokens(text, lower, lexicon), &named, lower, lexicon);
        let (mut letters, mut small) = (0, 0);
        for byte in text.bytes() {
            letters += usize::from(byte.is_ascii_alphabetic());
            small += usize::from(byte.is_ascii_lowercase());
        }
        Text {
            field,
            text,
            lower,
            sentences: token::sentences(text, &tokens),
            tokens,
            places: named.into_iter().filter(PlaceMention::is_place).collect(),
            upper: small * 5 < letters,
            surnames: BTreeSet::new(),
        }
    }

    /// Tags the words of a sentence.
    pub(crate) fn tag(&mut self, sentence: Sentence, tagger: &Tagger) {
        let run = &mut self.tokens[sentence.start..sentence.end];
        // Where only some words have no small letter, it says nothing of the sentence.
        let bytes = match run {
            [first, .., last] => first.start..last.end,
            _ => 0..0,
        };
        let upper = !self.text[bytes].bytes().any(|b| b.is_ascii_lowercase());
        let words: Vec<&str> = run
            .iter()
            .map(|token| {
                let own = &self.text[token.start..token.end];
                token
                    .named
                    .map_or(own, |kind| stand_in(kind, own)[2 * usize::from(upper)])
            })
            .collect();
        let mut tags = Vec::with_capacity(words.len());
        tagger.tag(&words, &mut tags);
        for (token, tag) in run.iter_mut().zip(tags) {
            token.tag = tag;
        }
        for at in 0..run.len() {
            if run[at].named.is_some() && run[at].tag != Tag::NNPS {
                run[at].tag = Tag::NNP;
            }
            // "killed five Japanese": a people, and no adjective of what follows.
            let noun = |token: &Token<'_>| {
                token.tag.is_noun() || token.tag.is_adjective() || token.tag == Tag::HYPH
            };
            let owns = run
                .get(at + 1)
                .is_some_and(|next| noun(next) || next.tag == Tag::CD);
            if run[at].named == Some(PlaceKind::Demonym)
                && is_both(&self.text[run[at].start..run[at].end])
                && !owns
            {
                run[at].tag = Tag::NNPS;
            }
        }
        tag::mend(run);
        if upper && self.upper {
            let places = &self.places;
            tag::mend_persons(run, tagger, &mut self.surnames, |token| {
                let at = places.partition_point(|place| place.end <= token.start);
                places.get(at).is_some_and(|place| place.start < token.end)
            });
            tag::mend_places(run, tagger);
        } else if !upper {
            let text = self.text;
            tag::mend_given(run, tagger, |token| {
                text[token.start..].starts_with(char::is_uppercase)
            });
        }
    }

    /// Returns where a sentence stands.
    pub(crate) fn bytes(&self, sentence: &Sentence) -> Range<usize> {
        self.tokens[sentence.start].start..self.tokens[sentence.end - 1].end
    }

    /// Returns the names of places in a sentence.
    pub(crate) fn places_in(&self, sentence: &Sentence) -> &[PlaceMention<'t>] {
        let bytes = self.bytes(sentence);
        let from = self
            .places
            .partition_point(|place| place.start < bytes.start);
        let to = self.places.partition_point(|place| place.start < bytes.end);
        &self.places[from..to]
    }

    /// Returns the words of token `i`; empty past the end.
    pub(crate) fn at(&self, i: usize) -> &'t str {
        self.tokens
            .get(i)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    /// Returns the words of token `i` in lower case, its stand-in where it names a side; empty past the end.
    #[inline]
    pub(crate) fn lower_at(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| token.lower)
    }

    /// Returns the words of token `i` in lower case, its own where it names a side, so that one is told from
    /// another; empty past the end.
    pub(crate) fn own_lower_at(&self, i: usize) -> &'t str {
        self.tokens
            .get(i)
            .map_or("", |token| &self.lower[token.start..token.end])
    }

    /// Returns the words from token `start` up to `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> &'t str {
        if start >= end {
            return "";
        }
        &self.text[self.tokens[start].start..self.tokens[end - 1].end]
    }

    /// Returns the words from token `start` up to `end` in lower case.
    pub(crate) fn lower_span(&self, start: usize, end: usize) -> &'t str {
        if start >= end {
            return "";
        }
        &self.lower[self.tokens[start].start..self.tokens[end - 1].end]
    }

    /// Returns whether the tokens from `i` on are these words.
    #[inline]
    pub(crate) fn says(&self, i: usize, words: &[&str]) -> bool {
        let [first, others @ ..] = words else {
            return false;
        };
        // Most rules ask in vain, and the first word tells.
        self.lower_at(i) == *first && self.goes_on(i + 1, others)
    }

    fn goes_on(&self, i: usize, words: &[&str]) -> bool {
        let mut words = words.iter().enumerate();
        words.all(|(n, word)| self.lower_at(i + n) == *word)
    }

    /// Returns whether a form of "be" stands at token `i`.
    pub(crate) fn is_be(&self, i: usize) -> bool {
        matches!(
            self.lower_at(i),
            "was" | "were" | "been" | "being" | "be" | "is" | "are"
        )
    }

    /// Returns whether a form of "have" stands at token `i`.
    pub(crate) fn is_have(&self, i: usize) -> bool {
        matches!(self.lower_at(i), "has" | "have" | "had")
    }

    /// Returns whether "be" or "have" stands at token `i` as the verb of a clause: "was", "has".
    pub(crate) fn is_finite_be_or_have(&self, i: usize) -> bool {
        self.is_have(i) || matches!(self.lower_at(i), "was" | "were" | "is" | "are")
    }

    pub(crate) fn kind_at(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|token| token.kind)
    }

    pub(crate) fn tag_at(&self, i: usize) -> Option<Tag> {
        self.tokens.get(i).map(|token| token.tag)
    }

    /// Returns which kind of name of a country, a people or a side token `i` is.
    pub(crate) fn named_at(&self, i: usize) -> Option<PlaceKind> {
        self.tokens.get(i).and_then(|token| token.named)
    }

    pub(crate) fn word_at(&self, i: usize) -> Option<&'t Word> {
        self.tokens.get(i).map(|token| token.word)
    }

    pub(crate) fn number_at(&self, i: usize) -> Option<NumberWord> {
        self.tokens.get(i).and_then(|token| token.word.number)
    }

    pub(crate) fn spaced_at(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.spaced)
    }

    /// Returns whether token `i` begins with a capital or is a name as "al-Tarun", where capitals say something.
    pub(crate) fn capital_at(&self, i: usize) -> bool {
        !self.upper && (self.named_at(i).is_some() || self.at(i).starts_with(char::is_uppercase))
    }
}
