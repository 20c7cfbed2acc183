//! A report: one published text.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One published text with what is known of it.
///
/// `text` is the decoded bytes without a byte-order mark and otherwise unchanged: every offset in a
/// claim counts its UTF-8 bytes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Report {
    /// Chosen by whoever supplies the report; unique in a book.
    pub id: String,
    /// The body.
    pub text: String,
    /// The headline, where it stands apart from the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// ISO 639-1 code of its language, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Fields that are not named here; they pass through to the output.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A day or a moment of publication, kept as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Published {
    text: String,
    date: Date,
    moment: Option<Timestamp>,
}

impl Published {
    /// Returns the day, in the zone in which the publication was dated.
    pub fn date(&self) -> Date {
        self.date
    }

    /// Returns the moment, where a time with its zone is known.
    pub fn moment(&self) -> Option<Timestamp> {
        self.moment
    }

    /// Returns the words as they were given.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<Date> for Published {
    fn from(date: Date) -> Published {
        Published {
            text: date.to_string(),
            date,
            moment: None,
        }
    }
}

impl FromStr for Published {
    type Err = String;

    /// Reads a date (`2020-11-02`) or an RFC 3339 time (`2020-11-02T18:30:00+04:00`).
    ///
    /// # Errors
    /// Says what was expected when the text is neither.
    fn from_str(text: &str) -> Result<Published, String> {
        let wrong = || {
            let shown: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
            format!("expected a date (2020-11-02) or an RFC 3339 time, but found {shown:?}")
        };
        let day = text.get(..10).ok_or_else(wrong)?;
        let date = day.parse::<Date>().map_err(|_| wrong())?;
        let moment = match text.len() {
            10 => None,
            _ => Some(text.parse::<Timestamp>().map_err(|_| wrong())?),
        };
        Ok(Published {
            text: text.to_owned(),
            date,
            moment,
        })
    }
}

impl TryFrom<String> for Published {
    type Error = String;

    fn try_from(text: String) -> Result<Published, String> {
        text.parse()
    }
}

impl From<Published> for String {
    fn from(published: Published) -> String {
        published.text
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_keeps_the_day_of_its_own_zone() {
        let late: Published = "2020-11-02T00:30:00+04:00".parse().unwrap();
        assert_eq!(late.date().to_string(), "2020-11-02");
        assert_eq!(late.moment().unwrap().to_string(), "2020-11-01T20:30:00Z");
        assert_eq!(late.to_string(), "2020-11-02T00:30:00+04:00");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for bad in [
            "",
            "2020",
            "2020-13-01",
            "2020-11-02T",
            "2020-11-02 nonsense",
            "ééééé",
        ] {
            assert!(bad.parse::<Published>().is_err(), "{bad}");
        }
    }

    #[test]
    fn unknown_fields_pass_through() {
        let line = r#"{"id":"a","text":"x","desk":"night"}"#;
        let report: Report = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&report).unwrap(), line);
    }
}
