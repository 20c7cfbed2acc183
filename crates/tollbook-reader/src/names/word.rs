//! Words as names are compared by: letters without accents, apostrophes and the possessive.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// No word of a name is longer, in bytes; a longer one in the text is passed over unfolded.
pub(super) const LONGEST_WORD: usize = 48;

/// A word of a text: its bytes, and its letters without accents and apostrophes.
pub(super) struct Word<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The end, or the end of the sign of the possessive behind it.
    pub(super) past: usize,
    pub(super) letters: Cow<'t, str>,
    /// Whether all of it are small letters of ASCII.
    pub(super) small: bool,
}

/// What the bytes of ASCII are: [`OTHER`], [`LETTER`] for a small letter, [`PLAIN`] for a capital or a digit.
const BYTES: [u8; 256] = {
    let mut bytes = [OTHER; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_lowercase() {
            bytes[byte] = LETTER;
        } else if (byte as u8).is_ascii_alphanumeric() {
            bytes[byte] = PLAIN;
        }
        byte += 1;
    }
    bytes
};
const OTHER: u8 = 0;
const LETTER: u8 = 1;
const PLAIN: u8 = 2;

/// The first two bytes of some words: for each first byte a bit for each second one, which is of more.
pub(super) struct Openings([u32; 256]);

impl Openings {
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Openings {
        let mut openings = Openings([0; 256]);
        for word in words.map(str::as_bytes).filter(|word| !word.is_empty()) {
            let (first, bit) = Openings::bit(word);
            openings.0[first] |= bit;
        }
        openings
    }

    /// Whether one of the words may begin as this one does.
    pub(super) fn open(&self, word: &[u8]) -> bool {
        let (first, bit) = Openings::bit(word);
        self.0[first] & bit != 0
    }

    fn bit(word: &[u8]) -> (usize, u32) {
        let byte = |at: usize| word.get(at).copied().unwrap_or(0);
        (usize::from(byte(0)), 1 << (byte(1) % 32))
    }
}

/// Returns a bound in the text behind which comes whatever may follow the plain small words at `from` that begin
/// as none of `starts` does.
pub(super) fn past_small(text: &str, mut from: usize, starts: &Openings) -> usize {
    let bytes = text.as_bytes();
    loop {
        let mut start = from;
        while let Some(byte) = bytes.get(start)
            && byte.is_ascii()
            && BYTES[usize::from(*byte)] == OTHER
        {
            start += 1;
        }
        let mut end = start;
        while let Some(byte) = bytes.get(end)
            && BYTES[usize::from(*byte)] == LETTER
        {
            end += 1;
        }
        let ends = bytes.get(end).is_none_or(|next| {
            next.is_ascii()
                && BYTES[usize::from(*next)] == OTHER
                && !is_apostrophe(char::from(*next))
        });
        // A single letter may be an initial.
        if end < start + 2 || !ends || starts.open(&bytes[start..end]) {
            return from;
        }
        from = end;
    }
}

/// Returns the next word at or behind `from`, which is the bound of a letter.
#[inline]
pub(super) fn next_word(text: &str, from: usize) -> Option<Word<'_>> {
    // Most gaps and words are of plain characters, and nothing else needs to be asked of these.
    let bytes = text.as_bytes();
    let opens = |byte: &u8| BYTES[usize::from(*byte)] != OTHER || !byte.is_ascii();
    let start = from + bytes[from..].iter().position(opens)?;
    let mut end = start;
    let mut seen = 0;
    while let Some(byte) = bytes.get(end)
        && BYTES[usize::from(*byte)] != OTHER
    {
        seen |= BYTES[usize::from(*byte)];
        end += 1;
    }
    let ends = |next: &u8| {
        let may_go_on = !next.is_ascii() || is_apostrophe(char::from(*next));
        !may_go_on && (end > start + 1 || *next != b'.')
    };
    if end > start && bytes.get(end).is_none_or(ends) {
        return Some(Word {
            start,
            end,
            past: end,
            letters: Cow::Borrowed(&text[start..end]),
            small: seen == LETTER,
        });
    }
    other_word(text, start)
}

/// Returns the next word at or behind `start` where it may have other letters, dots or apostrophes.
#[inline(never)]
fn other_word(text: &str, mut start: usize) -> Option<Word<'_>> {
    if !text.as_bytes()[start].is_ascii() {
        start += text[start..].find(char::is_alphanumeric)?;
    }
    if let Some(end) = end_of_initials(text, start) {
        let letters = text[start..end].chars().filter(|c| *c != '.').collect();
        return Some(Word {
            start,
            end,
            past: past_possessive(text, end),
            letters: Cow::Owned(letters),
            small: false,
        });
    }
    let mut end = start;
    let mut plain = true;
    let mut rest = text[start..].chars();
    while let Some(c) = rest.next() {
        let is_letter = c.is_alphanumeric() || is_combining_mark(c);
        let is_inside = is_letter || (is_apostrophe(c) && stays_in_word(rest.as_str()));
        if !is_inside {
            break;
        }
        plain &= c.is_ascii_alphanumeric();
        end += c.len_utf8();
    }
    let written = &text[start..end];
    let letters = match plain || written.len() > LONGEST_WORD {
        true => Cow::Borrowed(written),
        false => Cow::Owned(bare(written)),
    };
    Some(Word {
        start,
        end,
        past: past_possessive(text, end),
        small: letters.bytes().all(|byte| byte.is_ascii_lowercase()),
        letters,
    })
}

/// Returns where the sign of the possessive behind `end` ends, or `end` where there is none.
pub(crate) fn past_possessive(text: &str, end: usize) -> usize {
    let mut rest = text[end..].chars();
    let Some(sign) = rest.next().filter(|c| is_apostrophe(*c)) else {
        return end;
    };
    match rest.next() {
        Some('s' | 'S') if !rest.next().is_some_and(char::is_alphanumeric) => {
            end + sign.len_utf8() + 1
        }
        _ => end + sign.len_utf8(),
    }
}

/// Returns where "U.S." or "U.S" ends, its last point included.
fn end_of_initials(text: &str, start: usize) -> Option<usize> {
    let mut rest = &text.as_bytes()[start..];
    let mut letters = 0;
    let mut end = start;
    while let [letter, after @ ..] = rest
        && letter.is_ascii_alphabetic()
    {
        match after {
            [b'.', beyond @ ..] => {
                rest = beyond;
                end += 2;
            }
            [next, ..] if next.is_ascii_alphanumeric() || *next >= 0x80 => return None,
            _ => {
                rest = after;
                end += 1;
            }
        }
        letters += 1;
        if !text[..end].ends_with('.') {
            break;
        }
    }
    (letters > 1).then_some(end)
}

/// Returns whether an apostrophe before `rest` is part of the word, not the sign of the possessive.
fn stays_in_word(rest: &str) -> bool {
    let mut rest = rest.chars();
    let Some(next) = rest.next().filter(|c| c.is_alphabetic()) else {
        return false;
    };
    !matches!(next, 's' | 'S') || rest.next().is_some_and(char::is_alphanumeric)
}

/// Returns the letters of a word without accents, apostrophes and the strokes that Unicode keeps.
fn bare(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    for c in word
        .nfd()
        .filter(|c| !is_combining_mark(*c) && !is_apostrophe(*c))
    {
        match c {
            'ə' => letters.push('a'),
            'Ə' => letters.push('A'),
            'ı' => letters.push('i'),
            'ø' => letters.push('o'),
            'Ø' => letters.push('O'),
            'ł' => letters.push('l'),
            'Ł' => letters.push('L'),
            'đ' => letters.push('d'),
            'Đ' => letters.push('D'),
            'ß' => letters.push_str("ss"),
            'æ' => letters.push_str("ae"),
            'Æ' => letters.push_str("Ae"),
            _ => letters.push(c),
        }
    }
    letters
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʿ' | 'ʾ')
}

/// Returns the words of a phrase in lower case, without accents, and where each stands.
pub(crate) fn words(phrase: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let word = next_word(phrase, from)?;
        from = word.past;
        Some((word.start..word.end, word.letters.to_lowercase()))
    })
}

/// Returns the letters and digits of a name in lower case, by which names are compared as a whole.
pub(crate) fn squeezed(name: &str) -> String {
    words(name).map(|(_, word)| word).collect()
}
