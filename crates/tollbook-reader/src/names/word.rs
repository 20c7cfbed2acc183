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
}

/// Which bytes are letters or digits of ASCII.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

/// Returns the next word at or behind `from`, which is the bound of a letter.
pub(super) fn next_word(text: &str, from: usize) -> Option<Word<'_>> {
    // Most gaps and words are of plain characters, and nothing else needs to be asked of these.
    let rest = &text.as_bytes()[from..];
    let opens = |byte: &u8| PLAIN[usize::from(*byte)] || !byte.is_ascii();
    let mut start = from + rest.iter().position(opens)?;
    if !text.as_bytes()[start].is_ascii() {
        start += text[start..].find(char::is_alphanumeric)?;
    }
    let written = &text.as_bytes()[start..];
    let plain = written.iter().position(|byte| !PLAIN[usize::from(*byte)]);
    let length = plain.unwrap_or(written.len());
    let ends = |next: &u8| {
        let may_go_on = !next.is_ascii() || is_apostrophe(char::from(*next));
        !may_go_on && (length > 1 || *next != b'.')
    };
    if length > 0 && written.get(length).is_none_or(ends) {
        let end = start + length;
        return Some(Word {
            start,
            end,
            past: end,
            letters: Cow::Borrowed(&text[start..end]),
        });
    }
    if let Some(end) = end_of_initials(text, start) {
        let letters = text[start..end].chars().filter(|c| *c != '.').collect();
        return Some(Word {
            start,
            end,
            past: past_possessive(text, end),
            letters: Cow::Owned(letters),
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
