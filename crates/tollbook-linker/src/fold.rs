//! Words as they are compared: without case, marks, punctuation and spacing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the words of `text` in lower case, without marks and apostrophes, one space between them;
/// everything else that is no letter or digit parts words.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd() {
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c)));
        } else if !is_combining_mark(c) && !matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`') {
            gap = true;
        }
    }
    folded
}

/// Returns whether the folded words `run` stand one after the other in the folded words `within`.
pub(crate) fn has_words(within: &str, run: &str) -> bool {
    !run.is_empty() && format!(" {within} ").contains(&format!(" {run} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_spelling_habits_fold_to_one() {
        for (name, folded) in [
            ("Torvale", "torvale"),
            ("  the TOR-VALE\nridge. ", "the tor vale ridge"),
            ("Óstra Mar’eth", "ostra mareth"),
            ("İlvan", "ilvan"),
            ("5,000", "5 000"),
            ("—", ""),
        ] {
            assert_eq!(fold(name), folded);
            assert_eq!(fold(folded), folded, "folding twice changes nothing");
        }
    }

    #[test]
    fn only_whole_words_are_found_in_a_name() {
        assert!(has_words("torvale region", "torvale"));
        assert!(!has_words("torvale region", "tor"));
        assert!(!has_words("torvale region", ""));
    }
}
