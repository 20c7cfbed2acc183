//! JSON lines: one report a line, its claims to the letter of the contract.

use serde_json::{Map, Value};
use tollbook_terms::{Claim, Reading, Report};

use crate::clean;

/// Returns the line of `report`, with a line end: its id, the fields that pass through, and its claims.
///
/// The reasons (`why`) are there only if `explain`. A report that was not read has no claims and
/// says in `unread` why.
pub fn line(report: &Report, reading: &Reading, explain: bool) -> String {
    let mut fields = Map::new();
    fields.insert("id".into(), report.id.clone().into());
    fields.extend(report.extra.clone());
    if let Some(reason) = &reading.unread {
        fields.insert("unread".into(), reason.clone().into());
    }
    let claims = reading.claims.iter().map(|claim| value(claim, explain));
    fields.insert("claims".into(), claims.collect());
    row(&Value::Object(fields))
}

/// Returns `claim` as JSON.
fn value(claim: &Claim, explain: bool) -> Value {
    // A claim is strings, numbers and lists under string keys: nothing that JSON cannot hold.
    let mut value = serde_json::to_value(claim).unwrap_or_default();
    if let (false, Some(fields)) = (explain, value.as_object_mut()) {
        fields.shift_remove("why");
    }
    value
}

/// Returns `value` as one line of JSON, with a line end.
pub fn row(value: &Value) -> String {
    format!("{}\n", escaped(&value.to_string()))
}

/// Returns `value` as JSON over several lines, with a line end.
pub fn page(value: &Value) -> String {
    format!("{}\n", escaped(&format!("{value:#}")))
}

/// Returns the JSON `text` with every hidden character as an escape: the same values, and nothing
/// that a terminal would obey.
fn escaped(text: &str) -> String {
    if !text.chars().any(|c| clean::is_hidden(c) && c != '\n') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match clean::is_hidden(c) && c != '\n' {
            false => out.push(c),
            true => c
                .encode_utf16(&mut [0; 2])
                .iter()
                .for_each(|unit| out.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::tests::{reading, report};

    #[test]
    fn a_line_is_id_other_fields_and_claims() {
        let mut report = report();
        report.extra.insert("desk".into(), "night".into());
        let line: Value = serde_json::from_str(&line(&report, &reading(), false)).unwrap();
        let keys: Vec<&str> = line
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(keys, ["id", "desk", "claims"]);
        let claim = line["claims"][0].as_object().unwrap();
        let keys: Vec<&str> = claim.keys().map(String::as_str).collect();
        assert_eq!(
            keys.join(" "),
            "id quote number effect count categories victims relation scope modality cause event when \
             where means perpetrator claimant actors"
        );
    }

    #[test]
    fn reasons_are_written_only_when_asked_for() {
        assert!(!line(&report(), &reading(), false).contains("\"why\""));
        assert!(line(&report(), &reading(), true).contains("\"why\":[{\"field\":\"count\""));
    }

    #[test]
    fn a_report_that_was_not_read_says_so() {
        let reading = Reading {
            unread: Some("language fr is not read".into()),
            ..Reading::default()
        };
        assert_eq!(
            line(&report(), &reading, false),
            "{\"id\":\"a\",\"unread\":\"language fr is not read\",\"claims\":[]}\n"
        );
    }

    #[test]
    fn hidden_characters_are_escaped_and_keep_their_value() {
        let words = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0041}\nb";
        let json = escaped(&Value::from(words).to_string());
        assert!(!json.chars().any(clean::is_hidden), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), words);
    }
}
