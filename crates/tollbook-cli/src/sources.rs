//! Where reports come from: files, folders and standard input, one report at a time.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read, stdin};
use std::path::{Path, PathBuf};

use tollbook_formats::input::Format;
use tollbook_formats::input::exchange::{self, Rows};
use tollbook_formats::input::plain::{self, Given};
use tollbook_formats::limits::{LINE_BYTES, TEXT_BYTES};
use tollbook_formats::{Refusal, What};
use tollbook_linker::say;
use tollbook_terms::{Hash, Published, Report};

use crate::failure::why;

/// What reports are read from.
#[derive(Debug, clap::Args)]
pub(crate) struct SourceArgs {
    /// Files and folders to read; `-` is standard input
    ///
    /// A .txt file is one report, whose id is its path below the folder given, without its ending.
    /// A .jsonl or .ndjson file holds one report a line: {"id", "text", "title"?, "outlet"?,
    /// "published"?, "url"?, "language"?}. A folder is read with all folders in it; other files in
    /// it are passed over, and links are not followed.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to read the files named and standard input [default: by the ending, else the first line]
    #[arg(long, value_enum, value_name = "FORMAT")]
    input: Option<InputFormat>,
    /// Who published the plain texts
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// When the plain texts were published: a date or an RFC 3339 time [default: their dateline]
    #[arg(long, value_name = "WHEN")]
    published: Option<Published>,
    /// Headline of the plain texts
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Where the plain texts were published
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Language of the plain texts, as an ISO 639-1 code
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
}

/// How an input is read.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum InputFormat {
    /// One plain text
    Text,
    /// JSON lines, one report a line
    Jsonl,
}

/// One report with the bytes it was read from.
#[derive(Debug)]
pub(crate) struct Supplied {
    /// The report.
    pub(crate) report: Report,
    /// The bytes of its file, or of its line.
    pub(crate) bytes: Vec<u8>,
    /// File it came from.
    pub(crate) file: String,
}

/// The reports of all sources, in the order given, and what is to be told about them.
pub(crate) struct Sources {
    given: Given,
    input: Option<Format>,
    found: std::vec::IntoIter<Found>,
    rows: Option<Rows<Box<dyn BufRead>>>,
    rows_file: String,
    tally: Tally,
}

/// What is to be told about the sources beside their reports.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Files and links in folders that are no reports.
    pub(crate) passed_over: Vec<String>,
    /// Lines whose claims were left out.
    pub(crate) dropped_claims: u64,
    /// Whether a plain text was met.
    has_text: bool,
    /// Whether something was said about plain texts.
    says_of_text: bool,
}

#[derive(Debug)]
enum Found {
    File {
        path: PathBuf,
        id: String,
        /// As its ending says.
        format: Option<Format>,
    },
    StandardInput,
    Refused(Refusal),
}

impl SourceArgs {
    /// Returns the reports of these sources. Folders are listed now, files are opened one by one.
    pub(crate) fn open(&self) -> Sources {
        let mut tally = Tally::default();
        let mut found = Vec::new();
        let input = self.input.map(|input| match input {
            InputFormat::Text => Format::Text,
            InputFormat::Jsonl => Format::JsonLines,
        });
        for path in &self.paths {
            find(path, input, &mut found, &mut tally);
        }
        let given = Given {
            outlet: self.outlet.clone(),
            published: self.published.clone(),
            title: self.title.clone(),
            url: self.url.clone(),
            language: self.language.clone(),
        };
        tally.says_of_text = self.published.is_some()
            || [&self.outlet, &self.title, &self.url, &self.language]
                .iter()
                .any(|option| option.is_some());
        Sources {
            given,
            input,
            found: found.into_iter(),
            rows: None,
            rows_file: String::new(),
            tally,
        }
    }
}

impl Iterator for Sources {
    type Item = Result<Supplied, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.rows.as_mut().and_then(Iterator::next) {
                return Some(row.map(|row| {
                    self.tally.dropped_claims += u64::from(row.had_claims);
                    Supplied {
                        report: row.report,
                        bytes: row.bytes,
                        file: self.rows_file.clone(),
                    }
                }));
            }
            self.rows = None;
            let found = self.found.next()?;
            let begun = match found {
                Found::Refused(refusal) => Err(refusal),
                Found::StandardInput => {
                    self.begin("standard input", None, self.input, Box::new(stdin().lock()))
                }
                Found::File { path, id, format } => {
                    let name = path.display().to_string();
                    match File::open(&path) {
                        Ok(file) => {
                            self.begin(&name, Some(id), format, Box::new(BufReader::new(file)))
                        }
                        Err(error) => Err(unreadable(&name, &error)),
                    }
                }
            };
            match begun {
                Ok(Some(supplied)) => return Some(Ok(supplied)),
                Ok(None) => continue,
                Err(refusal) => return Some(Err(refusal)),
            }
        }
    }
}

impl Sources {
    /// Returns what is to be told, as far as it was read.
    pub(crate) fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Begins one input: returns its report if it is a plain text, else leaves its rows to be read.
    fn begin(
        &mut self,
        file: &str,
        id: Option<String>,
        format: Option<Format>,
        mut bytes: Box<dyn BufRead>,
    ) -> Result<Option<Supplied>, Refusal> {
        let format = match format {
            Some(format) => format,
            None => {
                let first = first_line(&mut bytes).map_err(|error| unreadable(file, &error))?;
                let format = Format::of_first_line(&first);
                bytes = Box::new(Cursor::new(first).chain(bytes));
                format.ok_or_else(|| refuse(file, What::Ambiguous))?
            }
        };
        if format == Format::JsonLines {
            self.rows_file = file.to_owned();
            self.rows = Some(exchange::rows(file, bytes));
            return Ok(None);
        }
        self.tally.has_text = true;
        let mut text = Vec::new();
        bytes
            .take(TEXT_BYTES as u64 + 1)
            .read_to_end(&mut text)
            .map_err(|error| unreadable(file, &error))?;
        // Standard input has no name: its text names it, so that the same text has the same id.
        let id = id.unwrap_or_else(|| format!("stdin-{}", &Hash::of(&text).to_string()[..12]));
        let report = plain::read(file, id, &text, &self.given)?;
        Ok(Some(Supplied {
            report,
            bytes: text,
            file: file.to_owned(),
        }))
    }
}

impl Tally {
    /// Returns which files were passed over; `None` where none was.
    pub(crate) fn passed_over(&self) -> Option<String> {
        let files = plural(self.passed_over.len() as u64, "file");
        let named = named(&self.passed_over);
        (!self.passed_over.is_empty()).then(|| {
            format!(
                "{files} in folders passed over, being links, hidden, or neither .txt, .jsonl nor \
                 .ndjson: {named}"
            )
        })
    }

    /// Returns what else is to be told when all was read, one sentence a line.
    pub(crate) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.dropped_claims > 0 {
            notes.push(format!(
                "the field `claims` was left out of {}: claims are read from the text alone",
                plural(self.dropped_claims, "line")
            ));
        }
        if self.says_of_text && !self.has_text {
            notes.push(
                "--outlet, --published, --title, --url and --language are for plain texts, and there \
                 was none: they were not used"
                    .into(),
            );
        }
        notes
    }
}

/// Returns `n` with its noun.
pub(crate) fn plural(n: u64, noun: &str) -> String {
    let shown = say::number(n);
    match n {
        1 => format!("1 {noun}"),
        _ => format!("{shown} {noun}s"),
    }
}

/// Returns the first few of `names`, and how many more there are.
pub(crate) fn named(names: &[String]) -> String {
    const SHOWN: usize = 20;
    let shown = names[..names.len().min(SHOWN)].join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Finds the files of one path given, which is read as `input` says where that is given.
fn find(path: &Path, input: Option<Format>, found: &mut Vec<Found>, tally: &mut Tally) {
    if path == Path::new("-") {
        found.push(Found::StandardInput);
        return;
    }
    let name = path.display().to_string();
    match fs::metadata(path) {
        Err(error) => found.push(Found::Refused(unreadable(&name, &error))),
        Ok(metadata) if metadata.is_dir() => {
            let before = found.len();
            find_below(path, Path::new(""), found, tally);
            if found.len() == before {
                found.push(Found::Refused(refuse(&name, What::NoReports)));
            }
        }
        Ok(_) => {
            let file_name = path.file_name().map(PathBuf::from).unwrap_or_default();
            found.push(file(path.to_owned(), &file_name, input.or(of_ending(path))));
        }
    }
}

/// Finds the files in the folder `below` of the folder `top`, sorted by name.
fn find_below(top: &Path, below: &Path, found: &mut Vec<Found>, tally: &mut Tally) {
    let folder = top.join(below);
    let entries = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            found.push(Found::Refused(unreadable(
                &folder.display().to_string(),
                &error,
            )));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let below = below.join(entry.file_name());
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        // A link is looked at, not followed: it may lead out of the folder, or round in a circle.
        match (entry.file_type(), of_ending(&path)) {
            (Err(error), _) => {
                let refusal = unreadable(&path.display().to_string(), &error);
                found.push(Found::Refused(refusal));
            }
            (Ok(kind), _) if kind.is_dir() && !is_hidden => find_below(top, &below, found, tally),
            (Ok(kind), Some(format)) if kind.is_file() && !is_hidden => {
                found.push(file(path, &below, Some(format)));
            }
            _ => tally.passed_over.push(path.display().to_string()),
        }
    }
}

fn of_ending(path: &Path) -> Option<Format> {
    path.extension()
        .and_then(|ending| ending.to_str())
        .and_then(Format::of_ending)
}

/// Returns the file at `path`, whose id is its path `below` the folder given, without its ending.
fn file(path: PathBuf, below: &Path, format: Option<Format>) -> Found {
    let without_ending = below.with_extension("");
    let id: Option<Vec<&str>> = without_ending
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect();
    match id {
        Some(parts) => Found::File {
            id: parts.join("/"),
            path,
            format,
        },
        None => Found::Refused(refuse(&path.display().to_string(), What::NameNotUtf8)),
    }
}

/// Reads up to the end of the first line that is not blank.
fn first_line(bytes: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    let mut start = 0;
    while line.len() <= LINE_BYTES && line[start..].trim_ascii().is_empty() {
        start = line.len();
        let most = (LINE_BYTES + 1) as u64;
        if bytes.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
            break;
        }
    }
    Ok(line)
}

fn refuse(file: &str, what: What) -> Refusal {
    Refusal {
        file: file.to_owned(),
        line: None,
        what,
    }
}

fn unreadable(file: &str, error: &io::Error) -> Refusal {
    refuse(file, What::Unreadable { why: why(error) })
}
