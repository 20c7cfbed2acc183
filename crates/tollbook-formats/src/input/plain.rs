//! A plain text: one file, one report.

use tollbook_terms::{Published, Report};

use super::{BYTE_ORDER_MARK, dateline};
use crate::limits::{CONTROL_PERCENT, TEXT_BYTES};
use crate::refusal::{Refusal, What};

/// What is known of a plain text beside its words.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published; where it is not given, a dateline gives the day.
    pub published: Option<Published>,
    /// The headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// ISO 639-1 code of its language.
    pub language: Option<String>,
}

/// Reads the bytes of `file` as one report with the id `id`.
///
/// # Errors
/// Refuses what is empty, too large, a binary or no UTF-8.
pub fn read(file: &str, id: String, bytes: &[u8], given: &Given) -> Result<Report, Refusal> {
    let refuse = |what| {
        Err(Refusal {
            file: file.to_owned(),
            line: None,
            what,
        })
    };
    if bytes.len() > TEXT_BYTES {
        return refuse(What::TextTooLarge { field: "text" });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return refuse(What::Utf16);
    }
    if let Some(byte) = binary_at(bytes) {
        return refuse(What::Binary { byte });
    }
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = match str::from_utf8(&bytes[mark..]) {
        Ok(text) => text,
        Err(error) => {
            let byte = (mark + error.valid_up_to()) as u64;
            return refuse(What::NotUtf8 { byte });
        }
    };
    if text.trim().is_empty() {
        return refuse(What::Empty);
    }
    let published = given
        .published
        .clone()
        .or_else(|| dateline::day(text).map(Published::from));
    Ok(Report {
        id,
        text: text.to_owned(),
        title: given.title.clone(),
        outlet: given.outlet.clone(),
        published,
        url: given.url.clone(),
        language: given.language.clone(),
        ..Report::default()
    })
}

/// Returns where the first control byte of a binary stands: of bytes with a NUL, or with more
/// control bytes than a text has. A stray escape code in a text is no binary.
fn binary_at(bytes: &[u8]) -> Option<u64> {
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 14..=31 | 127);
    let nul = bytes.iter().position(|byte| *byte == 0);
    let controls = bytes.iter().filter(|byte| is_control(byte)).count();
    let at = match nul {
        Some(at) => Some(at),
        None if controls * 100 > bytes.len() * CONTROL_PERCENT => bytes.iter().position(is_control),
        None => None,
    };
    at.map(|at| at as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn what(bytes: &[u8]) -> Option<What> {
        read("a.txt", "a".into(), bytes, &Given::default())
            .err()
            .map(|refusal| refusal.what)
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, expected) in [
            (&b""[..], What::Empty),
            (b"\xef\xbb\xbf \r\n", What::Empty),
            (b"\x7fELF\x02\x01\x01\x00", What::Binary { byte: 7 }),
            (b"\x01\x02\x03\x04abc", What::Binary { byte: 0 }),
            (b"\xff\xfe5\x00 \x00", What::Utf16),
            (b"5 tu\xe9s", What::NotUtf8 { byte: 4 }),
            (b"\xef\xbb\xbf5 tu\xe9s", What::NotUtf8 { byte: 7 }),
        ] {
            assert_eq!(what(bytes), Some(expected), "{bytes:?}");
        }
    }

    #[test]
    fn a_text_is_too_large_only_above_the_limit() {
        let mut bytes = vec![b'a'; TEXT_BYTES];
        assert_eq!(what(&bytes), None);
        bytes.push(b'a');
        assert_eq!(what(&bytes), Some(What::TextTooLarge { field: "text" }));
    }

    #[test]
    fn a_stray_escape_code_does_not_make_a_text_a_binary() {
        assert_eq!(what(b"\x1b[31mFive people were killed.\x1b[0m\x07"), None);
    }

    #[test]
    fn what_is_given_goes_before_the_dateline() {
        let text = b"SORNEL, March 3, 2031 (Agency) - Five people were killed.";
        let read = |given: &Given| {
            read("a.txt", "a".into(), text, given)
                .unwrap()
                .published
                .unwrap()
        };
        assert_eq!(read(&Given::default()).to_string(), "2031-03-03");
        let given = Given {
            published: Some("2031-03-04".parse().unwrap()),
            ..Given::default()
        };
        assert_eq!(read(&given).to_string(), "2031-03-04");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_unchanged_or_refused(bytes: Vec<u8>) {
            if let Ok(report) = read("a.txt", "a".into(), &bytes, &Given::default()) {
                let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
                prop_assert_eq!(report.text.as_bytes(), text);
            }
        }
    }
}
