//! What comes in: plain texts, the exchange format and lists of parties.

pub mod dateline;
pub mod exchange;
pub mod parties;
pub mod plain;

use serde_json::{Map, Value};

use crate::limits::LINE_BYTES;

/// A format that reports are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One plain text, one report.
    Text,
    /// The exchange format: JSON lines, one report a line.
    JsonLines,
}

impl Format {
    /// Returns the format that a file's ending stands for.
    pub fn of_ending(ending: &str) -> Option<Format> {
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(Format::Text),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            _ => None,
        }
    }

    /// Returns the format that an input is in, from its first line that is not blank; `None` where
    /// it could be either.
    pub fn of_first_line(line: &[u8]) -> Option<Format> {
        let line = line
            .strip_prefix(BYTE_ORDER_MARK)
            .unwrap_or(line)
            .trim_ascii();
        match line.first() {
            Some(b'{') if line.len() > LINE_BYTES => Some(Format::JsonLines),
            Some(b'{' | b'[') => serde_json::from_slice::<Map<String, Value>>(line)
                .ok()
                .map(|_| Format::JsonLines),
            _ => Some(Format::Text),
        }
    }
}

/// What some programs write before a UTF-8 text; it is no part of the text.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_taken_only_where_it_is_plain() {
        for (line, format) in [
            ("Five people were killed in Sornel.", Some(Format::Text)),
            ("", Some(Format::Text)),
            (r#"{"id":"a","text":"x"}"#, Some(Format::JsonLines)),
            ("\u{feff} {} \r\n", Some(Format::JsonLines)),
            ("{", None),
            ("[Update] Five people were killed.", None),
            (r#"[{"id":"a"}]"#, None),
        ] {
            assert_eq!(Format::of_first_line(line.as_bytes()), format, "{line}");
        }
    }
}
