//! Text to tokens and sentences, every one a byte range of the text.
//!
//! Words are cut as in the English treebanks (Universal Dependencies): clitics (`'s`, `n't`) and
//! hyphens stand apart, so that the tagger sees the words it was trained on.

use crate::lexicon::{Bits, Class, Lexicon, Word, bit};
use crate::place::PlaceKind;
use crate::tag::Tag;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Digits, perhaps with commas or a decimal point.
    Digits,
    /// One mark of punctuation or symbol.
    Mark,
}

/// One token: `text[start..end]`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'l> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// The word in ASCII lower case; for the name of a country, a people or a side its stand-in.
    pub(crate) lower: &'l str,
    /// What the lexicon knows of it.
    pub(crate) word: &'l Word,
    /// The bit of the word.
    pub(crate) bit: Bits,
    pub(crate) tag: Tag,
    /// Whether it is the name of a country, a people or a side.
    pub(crate) named: Option<PlaceKind>,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
}

/// A run of tokens: `tokens[start..end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether a blank line (or the start of the text) stands before it.
    pub(crate) opens_paragraph: bool,
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`')
}

fn is_word_char(c: char) -> bool {
    // Combining marks belong to the letter before them; the soft hyphen is no border.
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// Cuts `text` into tokens; `lower` is `text` in ASCII lower case, byte for byte as long.
pub(crate) fn tokens<'l>(text: &str, lower: &'l str, lexicon: &'l Lexicon) -> Vec<Token<'l>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut spaced = true;
    let mut push = |start: usize, end: usize, kind: Kind, spaced: bool| {
        let lower = match &lower[start..end] {
            dash if dash.starts_with("--") => "—",
            lower => lower,
        };
        tokens.push(Token {
            start,
            end,
            kind,
            lower,
            word: lexicon.word(lower),
            bit: bit(lower),
            tag: Tag::NN,
            named: None,
            spaced,
        });
    };
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        if c.is_whitespace() || c == '\u{feff}' {
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        if c.is_ascii_digit() {
            at += digits(&text[at..]);
            push(start, at, Kind::Digits, spaced);
        } else if is_word_char(c) {
            at += text[at..]
                .find(|c| !is_word_char(c))
                .unwrap_or(text.len() - at);
            at += irish(&text[start..], at - start);
            let rest = &text[at..];
            // Initials and abbreviations keep their dots: "U.S.", "a.m.".
            if at - start == 1 && rest.starts_with('.') {
                at += match abbreviation(rest) {
                    0 if c.is_ascii_uppercase() && is_initial(rest) => 1,
                    length => length,
                };
            }
            // "n't" belongs together; the tagger knows "do" and "n't".
            let ends_in_n = lower[start..at].ends_with('n') && at - start > 1;
            let mut quote = rest.chars();
            match (quote.next(), quote.next(), quote.next()) {
                (Some(a), Some('t' | 'T'), after)
                    if ends_in_n && is_apostrophe(a) && !after.is_some_and(is_word_char) =>
                {
                    push(start, at - 1, Kind::Word, spaced);
                    let end = at + a.len_utf8() + 1;
                    push(at - 1, end, Kind::Word, false);
                    at = end;
                }
                _ => push(start, at, Kind::Word, spaced),
            }
        } else if is_apostrophe(c) && clitic(&lower[at..]) > 0 && !spaced {
            at += clitic(&lower[at..]);
            push(start, at, Kind::Word, spaced);
        } else {
            // A dash on a typewriter: "--".
            at += match c {
                '-' => text[at..].find(|c| c != '-').unwrap_or(text.len() - at),
                _ => c.len_utf8(),
            };
            push(start, at, Kind::Mark, spaced);
        }
        spaced = false;
    }
    tokens
}

/// Length of the number at the start of `text`: digits with inner commas or dots ("2,465", "1.7").
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b',' | b'.')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// Length of the dots and single letters that go on an abbreviation: ".S." after "U".
fn abbreviation(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while bytes.get(end) == Some(&b'.')
        && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic)
        && !bytes.get(end + 2).is_some_and(u8::is_ascii_alphanumeric)
    {
        end += 2;
    }
    match end {
        0 => 0,
        _ if bytes.get(end) == Some(&b'.') => end + 1,
        _ => end,
    }
}

/// Whether the dot at the start of `rest` belongs to an initial before it: "Arn P. Solt".
fn is_initial(rest: &str) -> bool {
    let mut after = rest.chars().skip(1);
    after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase)
}

/// Length of the rest of a name behind the first `letters` of `text`, as it follows a capital O and an apostrophe:
/// "O'Solt".
fn irish(text: &str, letters: usize) -> usize {
    let mut rest = text.chars().skip(1);
    let name = letters == 1
        && text.starts_with('O')
        && rest.next().is_some_and(is_apostrophe)
        && rest.next().is_some_and(char::is_uppercase)
        && rest.next().is_some_and(char::is_alphabetic);
    if !name {
        return 0;
    }
    let mark = text[1..].chars().next().map_or(0, char::len_utf8);
    let word = &text[1 + mark..];
    mark + word.find(|c| !is_word_char(c)).unwrap_or(word.len())
}

/// Length of the clitic at the start of `lower` ("'s", "’ve"), 0 where there is none.
fn clitic(lower: &str) -> usize {
    let mark = lower.chars().next().map_or(0, char::len_utf8);
    let rest = &lower[mark..];
    for ending in ["s", "re", "ve", "ll", "d", "m"] {
        if let Some(after) = rest.strip_prefix(ending)
            && !after.chars().next().is_some_and(is_word_char)
        {
            return mark + ending.len();
        }
    }
    0
}

/// Cuts tokens into sentences.
pub(crate) fn sentences(text: &str, tokens: &[Token<'_>]) -> Vec<Sentence> {
    let wrapped = is_wrapped(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut opens_paragraph = true;
    for i in 0..tokens.len() {
        let (token, next) = (&tokens[i], tokens.get(i + 1));
        let gap = next.map_or("", |next| &text[token.end..next.start]);
        let blank = gap.bytes().filter(|b| *b == b'\n').count() >= 2;
        // "Two policemen", and on the next line behind blanks "were wounded".
        let runs_on = gap.ends_with("  ")
            && next.is_some_and(|next| text[next.start..].starts_with(char::is_lowercase));
        let line_end = blank || (!wrapped && !runs_on && gap.contains('\n'));
        let long = i + 1 - start >= LONGEST_SENTENCE;
        let ends = next.is_none() || line_end || long || is_stop(text, tokens, i);
        if ends {
            sentences.push(Sentence {
                start,
                end: i + 1,
                opens_paragraph,
            });
            start = i + 1;
            opens_paragraph = line_end;
        }
    }
    sentences
}

/// What runs on for more tokens without an end is read in pieces of so many: some questions look at a whole
/// sentence for each of its words, and a text without stops must not make them slow.
const LONGEST_SENTENCE: usize = 400;

/// Whether lines were broken at a fixed width, so that a line end inside a paragraph means nothing; a line may
/// run over for a long name.
fn is_wrapped(text: &str) -> bool {
    let (mut full, mut lines, mut long) = (0, 0, 0);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        full += usize::from((45..=90).contains(&line.len()));
        long += usize::from(line.len() > 90);
    }
    lines >= 4 && long * 8 <= lines && full * 2 > lines
}

/// Whether the token at `i` ends a sentence.
fn is_stop(text: &str, tokens: &[Token<'_>], i: usize) -> bool {
    let token = &tokens[i];
    let words = &text[token.start..token.end];
    let Some(next) = tokens.get(i + 1) else {
        return true;
    };
    let opens = |at: usize| {
        let Some(token) = tokens.get(at) else {
            return true;
        };
        let first = text[token.start..].chars().next().unwrap_or(' ');
        let named = token.named.is_some();
        named || first.is_uppercase() || first.is_ascii_digit() || !first.is_alphanumeric()
    };
    match words {
        "!" | "?" => next.spaced && opens(i + 1),
        "." => {
            let closing = |t: &Token<'_>| {
                t.kind == Kind::Mark
                    && !t.spaced
                    && matches!(&text[t.start..t.end], "\"" | "”" | "’" | "'" | ")" | "]")
            };
            // The closing quotation mark belongs to the sentence that it closes.
            if closing(next) {
                return false;
            }
            let before = &tokens[..i];
            let abbreviates = before.last().is_some_and(|last| {
                !token.spaced && last.word.is(Class::Abbreviates)
                    || (last.end - last.start == 1 && last.kind == Kind::Word && !token.spaced)
            });
            (next.spaced || next.kind == Kind::Word && opens(i + 1)) && opens(i + 1) && !abbreviates
        }
        "\"" | "”" | "’" | "'" | ")" | "]" if !token.spaced => {
            let after_stop = i > 0
                && matches!(
                    &text[tokens[i - 1].start..tokens[i - 1].end],
                    "." | "!" | "?"
                );
            after_stop && next.spaced && opens(i + 1)
        }
        _ => false,
    }
}
