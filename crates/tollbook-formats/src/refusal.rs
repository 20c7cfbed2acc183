//! Why an input was not read: every refusal says what, where and what to do, and is worded here.

use std::fmt;

use thiserror::Error;

use crate::clean;
use crate::limits::{ID_BYTES, LINE_BYTES, TEXT_BYTES};

/// One input that was not read. It shows as one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// File, folder or `standard input`, as it was given.
    pub file: String,
    /// Line of the file, from 1, where the input has lines of its own.
    pub line: Option<u64>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum What {
    /// Nothing but white space.
    #[error("there is no text in it")]
    Empty,
    /// Over [`TEXT_BYTES`].
    #[error("its {field} is larger than {} MiB", TEXT_BYTES >> 20)]
    TextTooLarge {
        /// Text or title.
        field: &'static str,
    },
    /// Over [`LINE_BYTES`].
    #[error("the line is longer than {} MiB", LINE_BYTES >> 20)]
    LineTooLong,
    /// A NUL byte, or too many control bytes.
    #[error("it looks like a binary file (control byte at byte {byte})")]
    Binary {
        /// Where the first control byte stands, from 0.
        byte: u64,
    },
    /// UTF-16, by its byte-order mark.
    #[error("it is UTF-16, but UTF-8 is expected")]
    Utf16,
    /// Bytes that are no UTF-8.
    #[error("invalid UTF-8 at byte {byte}")]
    NotUtf8 {
        /// Where the first invalid byte stands in the file, from 0.
        byte: u64,
    },
    /// The bytes of a line are no JSON.
    #[error("expected a JSON object, but the JSON is broken at column {column}")]
    BrokenJson {
        /// Byte of the line, from 1.
        column: usize,
    },
    /// JSON, but no object.
    #[error("expected a JSON object, but found {found}")]
    NotAnObject {
        /// Kind of value.
        found: &'static str,
    },
    /// A field that every report has is not there.
    #[error("the field `{field}` is missing")]
    Missing {
        /// `id` or `text`.
        field: &'static str,
    },
    /// A field holds another kind of value.
    #[error("the field `{field}` must be a string, but is {found}")]
    WrongType {
        /// Name of the field.
        field: &'static str,
        /// Kind of value.
        found: &'static str,
    },
    /// An id of nothing but white space.
    #[error("the field `id` is empty")]
    EmptyId,
    /// Over [`ID_BYTES`].
    #[error("the id is longer than {ID_BYTES} bytes")]
    IdTooLong,
    /// `published` is neither a date nor a time.
    #[error("the field `published` is no date: {why}")]
    BadPublished {
        /// What was expected and found.
        why: String,
    },
    /// A list of parties is not one.
    #[error("expected a list of parties, but {found}")]
    NoParties {
        /// What is there instead.
        found: &'static str,
    },
    /// Text and exchange format cannot be told apart.
    #[error("it may be a text or JSON lines")]
    Ambiguous,
    /// The system did not hand the bytes over.
    #[error("{why}")]
    Unreadable {
        /// The system's reason.
        why: String,
    },
    /// The name cannot be written as text.
    #[error("its name is not UTF-8")]
    NameNotUtf8,
    /// A folder that holds nothing to read.
    #[error("there is no .txt, .jsonl or .ndjson file in this folder")]
    NoReports,
}

impl What {
    /// Returns what to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            What::Empty => "put the report's text in it, or leave it out",
            What::TextTooLarge { .. } => "split it into its reports",
            What::LineTooLong => "give one report a line",
            What::Binary { .. } => "save its text as a UTF-8 .txt file",
            What::Utf16 => "convert it: iconv -f UTF-16 -t UTF-8 FILE",
            What::NotUtf8 { .. } => "convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE",
            What::BrokenJson { .. } | What::NotAnObject { .. } => {
                "give one report a line, as {\"id\": ..., \"text\": ...}"
            }
            What::Missing { .. } => "every report has an `id` and a `text`",
            What::WrongType { .. } => "put it in quotation marks, or leave it out",
            What::EmptyId => "give the report an id of its own",
            What::IdTooLong => "give the report a shorter id",
            What::BadPublished { .. } => "correct it, or leave it out",
            What::NoParties { .. } => "write it as [{\"id\": ..., \"names\": [...]}, ...]",
            What::Ambiguous => "say which: --input text or --input jsonl",
            What::Unreadable { .. } => "check the name and its permissions",
            What::NameNotUtf8 => "rename it",
            What::NoReports => "name the files themselves, or another folder",
        }
    }
}

impl Refusal {
    /// Returns what is wrong and where, in one line; [`What::hint`] is the other half.
    pub fn said(&self) -> String {
        let file = clean::line(&self.file);
        let line = self.line.map(|line| format!(", line {line}"));
        let what = clean::line(&self.what.to_string());
        format!("cannot read {file}{}: {what}", line.unwrap_or_default())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.said(), self.what.hint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_one_line_that_says_what_where_and_what_to_do() {
        let refusal = Refusal {
            file: "march\n\u{1b}[2J.jsonl".into(),
            line: Some(3),
            what: What::Missing { field: "text" },
        };
        assert_eq!(
            refusal.to_string(),
            "cannot read march ␛[2J.jsonl, line 3: the field `text` is missing; \
             every report has an `id` and a `text`"
        );
    }
}
