//! Names that only lean on another word: "Velmora-backed", "pro-Velmoran".

use super::word::next_word;

/// Words that, hyphened to a name, make it tell of someone else: "Velmora-backed militia".
const LEANING: &[&str] = &[
    "affiliated",
    "aligned",
    "allied",
    "armed",
    "backed",
    "based",
    "born",
    "bound",
    "brokered",
    "built",
    "educated",
    "friendly",
    "funded",
    "held",
    "inspired",
    "led",
    "linked",
    "made",
    "mediated",
    "occupied",
    "seized",
    "sponsored",
    "supplied",
    "supported",
    "trained",
];

/// Words that, hyphened before a name, do the same: "pro-Velmoran separatists".
const OPPOSED: &[&str] = &["anti", "ex", "non", "post", "pro"];

/// Returns whether the name at `start..end` only leans on another word ("-backed", "pro-").
pub(crate) fn only_leans(text: &str, start: usize, end: usize) -> bool {
    let after = text[end..].strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{2013}']);
    let leans = after
        .and_then(|_| next_word(text, end))
        .is_some_and(|word| {
            LEANING
                .binary_search(&word.letters.to_lowercase().as_str())
                .is_ok()
        });
    let before = text[..start].strip_suffix(['-', '\u{2010}', '\u{2011}', '\u{2013}']);
    leans
        || before.is_some_and(|before| {
            OPPOSED.iter().any(|word| {
                before.len() >= word.len()
                    && before.as_bytes()[before.len() - word.len()..]
                        .eq_ignore_ascii_case(word.as_bytes())
                    && !before[..before.len() - word.len()].ends_with(char::is_alphanumeric)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leans_on_a_word_is_told_from_one_that_stands() {
        let leans = |text: &str| {
            let start = text.find("Velmora").unwrap();
            only_leans(text, start, start + "Velmora".len())
        };
        for text in [
            "Velmora-backed men",
            "Velmora-Led",
            "pro-Velmora",
            "Anti-Velmora unrest",
        ] {
            assert!(leans(text), "{text}");
        }
        for text in [
            "Velmora backed them",
            "Velmora-run",
            "topro-Velmora",
            "Velmora",
        ] {
            assert!(!leans(text), "{text}");
        }
    }

    #[test]
    fn the_list_is_sorted_for_the_search() {
        assert!(LEANING.is_sorted());
    }
}
