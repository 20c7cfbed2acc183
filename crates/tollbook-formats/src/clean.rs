//! Text of a report as it may be shown: nothing in it can move a cursor, hide or reorder words.

/// Returns `text` on one line: line ends and tabs become spaces, and every other control character
/// becomes a sign that can be seen.
///
/// ```
/// use tollbook_formats::clean;
/// assert_eq!(clean::line("5 killed\r\n\u{1b}[2Jin \u{202e}Sornel"), "5 killed  ␛[2Jin <U+202E>Sornel");
/// ```
pub fn line(text: &str) -> String {
    shown(text, |c| matches!(c, '\n' | '\r' | '\t').then_some(' '))
}

/// Returns `text` with its line ends and tabs, and every other control character as a sign that can
/// be seen.
pub fn block(text: &str) -> String {
    shown(text, |c| matches!(c, '\n' | '\t').then_some(c))
}

/// Returns whether a terminal could obey `c` instead of showing it, or show its neighbours in
/// another order than they are written in.
#[inline]
pub fn is_hidden(c: char) -> bool {
    // Nearly all of a text is this.
    if matches!(c, ' '..='~') {
        return false;
    }
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn shown(text: &str, kept: impl Fn(char) -> Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match kept(c) {
            Some(c) => out.push(c),
            None if !is_hidden(c) => out.push(c),
            None => match u32::from(c) {
                // The block "Control Pictures" holds a sign for each of these.
                code @ 0..=0x1f => out.extend(char::from_u32(0x2400 + code)),
                0x7f => out.push('\u{2421}'),
                code => out.push_str(&format!("<U+{code:04X}>")),
            },
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left_and_none_is_lost() {
        let every: String = (0..=0x20_ffff).filter_map(char::from_u32).collect();
        let shown = line(&every);
        assert!(!shown.chars().any(is_hidden));
        assert!(shown.contains("␀") && shown.contains("␡") && shown.contains("<U+009B>"));
        assert!(shown.contains("<U+E0041>"));
    }

    #[test]
    fn words_of_any_script_stay_as_they_are() {
        for text in [
            "Sornel",
            "Сорнель",
            "سورنيل",
            "می\u{200c}خواهم",
            "索尔内尔",
            "e\u{301}",
        ] {
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn a_block_keeps_its_lines() {
        assert_eq!(block("a\n\tb\r\n"), "a\n\tb␍\n");
    }
}
