//! Treebanks in CoNLL-U, and the ways in which news copy differs from them.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use tollbook_reader::tag::Tag;

/// A word with the tag that people gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub word: String,
    pub tag: Tag,
    /// Whether no space stands before it.
    pub glued: bool,
}

/// A sentence of a treebank.
pub(crate) type Sentence = Vec<Token>;

/// Reads a packed treebank, its sentences in order.
///
/// # Errors
/// Names the file and line that are no CoNLL-U, or hold a tag that the reader does not know.
pub(crate) fn read(path: &Path) -> Result<Vec<Sentence>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    sentences(BufReader::new(GzDecoder::new(file)))
        .with_context(|| format!("cannot read {}", path.display()))
}

fn sentences(lines: impl BufRead) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::new();
    // Last number of a token that is written as one word, and whether that word stands apart.
    let (mut joined_to, mut joined_glued) = (0, false);
    let mut glued = false;
    for (i, line) in lines.lines().enumerate() {
        let line = line?;
        if line.starts_with('#') {
            continue;
        }
        if line.is_empty() {
            if !sentence.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            (joined_to, glued) = (0, false);
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, word, _, _, tag, _, _, _, _, misc] = columns[..] else {
            bail!(
                "line {}: expected 10 columns, found {}",
                i + 1,
                columns.len()
            );
        };
        let glues_next = misc.contains("SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            joined_to = last.parse().with_context(|| format!("line {}", i + 1))?;
            joined_glued = glues_next;
        } else if !id.contains('.') {
            let number: usize = id.parse().with_context(|| format!("line {}", i + 1))?;
            let tag = Tag::from_name(tag)
                .with_context(|| format!("line {}: unknown tag {tag:?}", i + 1))?;
            sentence.push(Token {
                word: word.to_owned(),
                tag,
                glued,
            });
            glued = match number.cmp(&joined_to) {
                std::cmp::Ordering::Less => true,
                std::cmp::Ordering::Equal => joined_glued,
                std::cmp::Ordering::Greater => glues_next,
            };
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    Ok(sentences)
}

/// How a text came to look other than it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copy {
    /// As it stands in the treebank.
    Plain,
    /// In capitals, as agencies sent it.
    Upper,
    /// Without commas, quotation marks, apostrophes and the last stop, as scraping leaves it.
    Stripped,
    /// As a headline.
    Title,
}

impl Copy {
    pub(crate) const ALL: [Copy; 4] = [Copy::Plain, Copy::Upper, Copy::Stripped, Copy::Title];

    /// Returns the sentence as it looks in this copy; it may have no words left.
    pub(crate) fn of(self, sentence: &[Token]) -> Sentence {
        match self {
            Copy::Plain => sentence.to_vec(),
            Copy::Upper => with_words(sentence, |token| token.word.to_uppercase()),
            Copy::Stripped => stripped(sentence),
            Copy::Title => with_words(without_stop(sentence), |token| match token.tag {
                Tag::IN | Tag::TO | Tag::DT | Tag::CC if token.word.len() < 4 => token.word.clone(),
                _ if token.glued && token.word.contains('\'') => token.word.clone(),
                _ => capitalised(&token.word),
            }),
        }
    }
}

fn with_words(sentence: &[Token], word: impl Fn(&Token) -> String) -> Sentence {
    sentence
        .iter()
        .map(|token| Token {
            word: word(token),
            ..token.clone()
        })
        .collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn without_stop(sentence: &[Token]) -> &[Token] {
    match sentence {
        [words @ .., last] if last.tag == Tag::Stop => words,
        _ => sentence,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

/// "don't" and "Selm's" come out as one word, with the tag of the word that was there.
fn stripped(sentence: &[Token]) -> Sentence {
    let mut copy = Sentence::new();
    for token in without_stop(sentence) {
        if matches!(token.tag, Tag::Comma | Tag::OpenQuote | Tag::CloseQuote) {
            continue;
        }
        let word: String = token.word.chars().filter(|c| !is_apostrophe(*c)).collect();
        match copy.last_mut() {
            Some(last) if token.glued && word.len() < token.word.len() => last.word.push_str(&word),
            _ if word.is_empty() => {}
            _ => copy.push(Token {
                word,
                ..token.clone()
            }),
        }
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "\
# sent_id = 1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tshell\tshell\tVERB\tVB\t_\t0\troot\t_\t_
4\tSelm\tSelm\tPROPN\tNNP\t_\t3\tobj\t_\tSpaceAfter=No
5\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\t_
6\the\the\tPRON\tPRP\t_\t7\tnsubj\t_\t_
7\tsaid\tsay\tVERB\tVBD\t_\t3\tparataxis\t_\tSpaceAfter=No
7.1\tsaid\tsay\tVERB\tVBD\t_\t_\t_\t_\t_
8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
";

    fn words(copy: Copy) -> String {
        let sentences = sentences(SAMPLE.as_bytes()).unwrap();
        assert_eq!(sentences.len(), 1);
        let words: Vec<String> = copy.of(&sentences[0]).into_iter().map(|t| t.word).collect();
        words.join(" ")
    }

    #[test]
    fn each_copy_looks_as_its_kind_of_news_copy_does() {
        assert_eq!(words(Copy::Plain), "Do n't shell Selm , he said .");
        assert_eq!(words(Copy::Upper), "DO N'T SHELL SELM , HE SAID .");
        assert_eq!(words(Copy::Stripped), "Dont shell Selm he said");
        assert_eq!(words(Copy::Title), "Do n't Shell Selm , He Said");
    }

    #[test]
    fn an_unknown_tag_is_named_with_its_line() {
        let error = sentences("1\ta\ta\tX\tXX\t_\t0\troot\t_\t_\n".as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "line 1: unknown tag \"XX\"");
    }
}
