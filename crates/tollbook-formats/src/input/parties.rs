//! The parties to a conflict, from a JSON list.

use serde_json::error::Category;
use tollbook_terms::Party;

use super::BYTE_ORDER_MARK;
use crate::refusal::{Refusal, What};

/// Reads a list of parties: `[{"id", "names": [...], "demonyms"?, "bodies"?, "outlets"?}, ...]`.
///
/// # Errors
/// Refuses what is no such list, with the line on which that shows.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Party>, Refusal> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| Refusal {
        file: file.to_owned(),
        line: Some(error.line() as u64),
        what: What::NoParties {
            found: match error.classify() {
                Category::Eof => "the JSON ends early",
                Category::Data => "a value is missing or of another kind",
                Category::Syntax | Category::Io => "the JSON is broken",
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_parties_is_read_and_anything_else_refused() {
        let parties = read("p.json", br#"[{"id":"velmora","names":["Velmora"]}]"#).unwrap();
        assert_eq!(parties[0].names, ["Velmora"]);
        for (bytes, line) in [
            ("[\n{\"id\":\"a\"}]", 2),
            ("[", 1),
            ("{}", 1),
            ("", 1),
            ("[}", 1),
        ] {
            let refusal = read("p.json", bytes.as_bytes()).unwrap_err();
            assert_eq!(refusal.line.unwrap_or(0).max(1), line, "{bytes}: {refusal}");
        }
    }
}
