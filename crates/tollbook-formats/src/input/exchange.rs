//! The exchange format: JSON lines, one report a line, streamed.

use std::io::{self, BufRead, Read};

use serde_json::{Map, Value};
use tollbook_terms::{Published, Report};

use super::BYTE_ORDER_MARK;
use crate::limits::{ID_BYTES, LINE_BYTES, TEXT_BYTES};
use crate::refusal::{Refusal, What};

/// One report of the exchange format.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The report.
    pub report: Report,
    /// The bytes of its line, without the line end.
    pub bytes: Vec<u8>,
    /// Whether the line held `claims`, which are never taken over.
    pub had_claims: bool,
}

/// Reads the reports of `file` from `input`, one at a time; blank lines are no reports.
///
/// A line that cannot be read is a refusal, and the lines after it are read. At most one line is
/// held in memory, and no more than [`LINE_BYTES`] of it.
pub fn rows<R: BufRead>(file: &str, input: R) -> Rows<R> {
    Rows {
        file: file.to_owned(),
        input,
        line: 0,
        start: 0,
        ended: false,
    }
}

/// The reports of one input. Made by [`rows`].
pub struct Rows<R> {
    file: String,
    input: R,
    /// Number of the line read last, from 1.
    line: u64,
    /// First byte of the line to read next.
    start: u64,
    ended: bool,
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Row, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let start = self.start;
            let read = self.next_line();
            let read = match read {
                Ok(bytes) if bytes.trim_ascii().is_empty() => continue,
                Ok(bytes) => row(bytes, start),
                Err(what) => Err(what),
            };
            return Some(read.map_err(|what| Refusal {
                file: self.file.clone(),
                line: Some(self.line),
                what,
            }));
        }
        None
    }
}

impl<R: BufRead> Rows<R> {
    /// Reads the next line, without its end; empty at the end of the input.
    fn next_line(&mut self) -> Result<Vec<u8>, What> {
        let mut bytes = Vec::new();
        self.line += 1;
        let unreadable = |error: io::Error| What::Unreadable {
            why: error.to_string(),
        };
        // Room for the line, for CR LF, and for one byte that shows the line to be too long.
        let most = (LINE_BYTES + 2) as u64;
        let read = (&mut self.input).take(most).read_until(b'\n', &mut bytes);
        let read = read
            .inspect_err(|_| self.ended = true)
            .map_err(unreadable)?;
        self.start += read as u64;
        self.ended = read == 0;
        let has_end = bytes.pop_if(|byte| *byte == b'\n').is_some();
        if has_end {
            bytes.pop_if(|byte| *byte == b'\r');
        }
        if bytes.len() <= LINE_BYTES {
            return Ok(bytes);
        }
        if !has_end {
            let skipped = self.input.skip_until(b'\n');
            self.start += skipped
                .inspect_err(|_| self.ended = true)
                .map_err(unreadable)? as u64;
        }
        Err(What::LineTooLong)
    }
}

/// Reads one line that starts at byte `start` of its file.
fn row(bytes: Vec<u8>, start: u64) -> Result<Row, What> {
    let mark = match start {
        0 if bytes.starts_with(BYTE_ORDER_MARK) => BYTE_ORDER_MARK.len(),
        _ => 0,
    };
    let line = str::from_utf8(&bytes[mark..]).map_err(|error| What::NotUtf8 {
        byte: start + (mark + error.valid_up_to()) as u64,
    })?;
    let value: Value = serde_json::from_str(line).map_err(|error| What::BrokenJson {
        column: error.column(),
    })?;
    let Value::Object(mut fields) = value else {
        return Err(What::NotAnObject {
            found: kind(&value),
        });
    };
    let had_claims = fields.shift_remove("claims").is_some();
    let report = report(fields)?;
    Ok(Row {
        report,
        bytes,
        had_claims,
    })
}

fn report(mut fields: Map<String, Value>) -> Result<Report, What> {
    let id = string(&mut fields, "id")?.ok_or(What::Missing { field: "id" })?;
    if id.trim().is_empty() {
        return Err(What::EmptyId);
    }
    if id.len() > ID_BYTES {
        return Err(What::IdTooLong);
    }
    let text = string(&mut fields, "text")?.ok_or(What::Missing { field: "text" })?;
    let title = string(&mut fields, "title")?;
    for (field, value) in [("text", Some(&text)), ("title", title.as_ref())] {
        if value.is_some_and(|value| value.len() > TEXT_BYTES) {
            return Err(What::TextTooLarge { field });
        }
    }
    if text.trim().is_empty() && title.as_ref().is_none_or(|title| title.trim().is_empty()) {
        return Err(What::Empty);
    }
    let published = string(&mut fields, "published")?
        .map(|text| text.parse::<Published>())
        .transpose()
        .map_err(|why| What::BadPublished { why })?;
    Ok(Report {
        id,
        text,
        title,
        outlet: string(&mut fields, "outlet")?,
        published,
        url: string(&mut fields, "url")?,
        language: string(&mut fields, "language")?,
        extra: fields,
    })
}

/// Takes the string `field` out of `fields`; null is the same as no field.
fn string(fields: &mut Map<String, Value>, field: &'static str) -> Result<Option<String>, What> {
    match fields.shift_remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(value) => Err(What::WrongType {
            field,
            found: kind(&value),
        }),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use proptest::prelude::*;

    use super::*;

    fn read(input: &[u8]) -> Vec<Result<Row, Refusal>> {
        rows("a.jsonl", input).collect()
    }

    fn what(line: &str) -> What {
        let refusal = read(line.as_bytes()).remove(0).unwrap_err();
        assert_eq!(refusal.line, Some(1));
        refusal.what
    }

    #[test]
    fn each_bad_line_has_one_reason() {
        for (line, expected) in [
            ("{", What::BrokenJson { column: 1 }),
            (
                r#"{"id":"a","text":"x"} {}"#,
                What::BrokenJson { column: 23 },
            ),
            ("7", What::NotAnObject { found: "a number" }),
            (r#"{"text":"x"}"#, What::Missing { field: "id" }),
            (r#"{"id":" ","text":"x"}"#, What::EmptyId),
            (
                r#"{"id":7,"text":"x"}"#,
                What::WrongType {
                    field: "id",
                    found: "a number",
                },
            ),
            (r#"{"id":"a"}"#, What::Missing { field: "text" }),
            (r#"{"id":"a","text":null}"#, What::Missing { field: "text" }),
            (
                r#"{"id":"a","text":["x"]}"#,
                What::WrongType {
                    field: "text",
                    found: "a list",
                },
            ),
            (r#"{"id":"a","text":"\n"}"#, What::Empty),
            (
                r#"{"id":"a","text":"x","title":{}}"#,
                What::WrongType {
                    field: "title",
                    found: "an object",
                },
            ),
            (
                r#"{"id":"a","text":"x","published":"March"}"#,
                What::BadPublished {
                    why: "expected a date (2020-11-02) or an RFC 3339 time, but found \"March\""
                        .into(),
                },
            ),
        ] {
            assert_eq!(what(line), expected, "{line}");
        }
        let long = format!(r#"{{"id":"{}","text":"x"}}"#, "a".repeat(ID_BYTES + 1));
        assert_eq!(what(&long), What::IdTooLong);
        let large = format!(r#"{{"id":"a","text":"{}"}}"#, "a".repeat(TEXT_BYTES + 1));
        assert_eq!(what(&large), What::TextTooLarge { field: "text" });
    }

    #[test]
    fn a_bad_line_does_not_stop_the_lines_after_it() {
        let lines = "\u{feff}{\"id\":\"a\",\"text\":\"x\"}\r\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"y\"}";
        let read = read(lines.as_bytes());
        assert_eq!(read.len(), 3);
        assert_eq!(read[0].as_ref().unwrap().report.id, "a");
        assert_eq!(read[1].as_ref().unwrap_err().line, Some(3));
        assert_eq!(read[2].as_ref().unwrap().report.text, "y");
        assert_eq!(read[2].as_ref().unwrap().bytes, br#"{"id":"c","text":"y"}"#);
    }

    #[test]
    fn an_invalid_byte_is_named_by_its_place_in_the_file() {
        let read = read(b"{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"\xff\"}\n");
        assert_eq!(
            read[1].as_ref().unwrap_err().what,
            What::NotUtf8 { byte: 40 }
        );
    }

    #[test]
    fn a_line_over_the_limit_is_passed_over_without_being_held() {
        let fits = format!("{}\r\n", " ".repeat(LINE_BYTES));
        let long = io::repeat(b'a').take(2 * LINE_BYTES as u64);
        let input = fits
            .as_bytes()
            .chain(long)
            .chain(&b"\n{\"id\":\"b\",\"text\":\"y\"}\n"[..]);
        let read: Vec<_> = rows("a.jsonl", BufReader::new(input)).collect();
        assert_eq!(read.len(), 2);
        let refusal = read[0].as_ref().unwrap_err();
        assert_eq!((refusal.line, &refusal.what), (Some(2), &What::LineTooLong));
        assert_eq!(read[1].as_ref().unwrap().report.id, "b");
    }

    #[test]
    fn claims_are_dropped_and_unknown_fields_pass_through() {
        let row = read(br#"{"id":"a","desk":"night","claims":[1],"text":"x","title":null,"n":48.12345678901234}"#)
            .remove(0)
            .unwrap();
        assert!(row.had_claims);
        assert_eq!(row.report.title, None);
        let extra = serde_json::to_string(&row.report.extra).unwrap();
        assert_eq!(extra, r#"{"desk":"night","n":48.12345678901234}"#);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let lines = bytes.split(|byte| *byte == b'\n').count();
            prop_assert!(read(&bytes).len() <= lines);
        }

        #[test]
        fn a_report_reads_back_as_it_was_written(id in r"\S\PC{0,8}", text in r"\S\PC{0,40}", desk: String) {
            let line = serde_json::json!({"id": id, "text": text, "desk": desk}).to_string();
            let row = read(line.as_bytes()).remove(0).unwrap();
            prop_assert_eq!((row.report.id, row.report.text), (id, text));
            prop_assert_eq!(row.report.extra["desk"].as_str(), Some(desk.as_str()));
        }
    }
}
