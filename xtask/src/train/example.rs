//! Reports with what a careful reader found in them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::{Value, json};
use tollbook_terms::Report;

/// A report with its gold claims.
pub(crate) struct Example {
    pub(crate) report: Report,
    pub(crate) gold: Vec<Value>,
    /// What a claim of it is worth for learning.
    pub(crate) worth: f64,
}

/// What a claim of an invented report is worth beside one of a report of others, where nothing else is said: such
/// a report tells of more events, and by the habits of a few hands.
const INVENTED: f64 = 0.5;

/// What a claim of a report that was read for learning alone is worth: such reports are of few sources.
const READ: f64 = 0.4;

/// Reads a gold file and the reports beside it.
pub(crate) fn all(folder: &Path) -> Result<Vec<Example>> {
    let lines = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let mut reports = BTreeMap::new();
    for line in lines("reports.jsonl")?.lines() {
        let report: Report = serde_json::from_str(line)?;
        reports.insert(report.id.clone(), report);
    }
    let mut examples = Vec::new();
    for line in lines("dev.jsonl")?.lines() {
        let gold: Value = serde_json::from_str(line)?;
        let claims = gold["claims"].as_array().cloned().unwrap_or_default();
        let id = gold["id"].as_str().unwrap_or("");
        if let Some(report) = reports.remove(id) {
            examples.push(Example {
                report,
                gold: claims,
                worth: 1.0,
            });
        }
    }
    Ok(examples)
}

/// Reads every second report of a gold file, the first of them included.
pub(crate) fn odd(folder: &Path) -> Result<Vec<Example>> {
    Ok(all(folder)?.into_iter().step_by(2).collect())
}

/// Reads a file of invented reports that hold their gold claims and perhaps what each of these is `worth`. A field
/// that a claim leaves out is not learned from it.
pub(crate) fn told(file: &Path) -> Result<Vec<Example>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    text.lines()
        .map(|line| {
            let mut report: Value = serde_json::from_str(line)?;
            let gold = report["claims"].take().as_array().cloned();
            let worth = report["worth"].as_f64().unwrap_or(INVENTED);
            Ok(Example {
                report: serde_json::from_value(report)?,
                gold: gold.unwrap_or_default(),
                worth,
            })
        })
        .collect()
}

/// Reads readings that hold spans in place of words, of reports that stand in the sets of `data`: each line names
/// the `set`, the report's `id` and its `claims`, whose `where` and `perpetrator` are `{field, start, end}`.
pub(crate) fn spanned(file: &Path, data: &Path) -> Result<Vec<Example>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut sets: BTreeMap<String, BTreeMap<String, Report>> = BTreeMap::new();
    let mut examples = Vec::new();
    for line in text.lines() {
        let mut reading: Value = serde_json::from_str(line)?;
        let named = |key: &str| reading[key].as_str().unwrap_or_default().to_owned();
        let (set, id) = (named("set"), named("id"));
        if !sets.contains_key(&set) {
            sets.insert(set.clone(), reports(&data.join(&set))?);
        }
        let report = (sets.get_mut(&set).and_then(|set| set.remove(&id)))
            .with_context(|| format!("{}: no report {id} in {set}", file.display()))?;
        let mut gold = reading["claims"].take();
        for claim in gold.as_array_mut().into_iter().flatten() {
            let place = words(&report, &claim["where"])?;
            claim["where"] = json!({ "name": place });
            claim["perpetrator"] = words(&report, &claim["perpetrator"])?;
        }
        examples.push(Example {
            report,
            gold: gold.as_array().cloned().unwrap_or_default(),
            worth: READ,
        });
    }
    Ok(examples)
}

/// Reads the reports of a set by id: a line each, perhaps packed.
fn reports(path: &Path) -> Result<BTreeMap<String, Report>> {
    let open = || File::open(path).with_context(|| format!("cannot read {}", path.display()));
    let mut text = String::new();
    if path.extension().is_some_and(|end| end == "gz") {
        GzDecoder::new(open()?).read_to_string(&mut text)?;
    } else {
        open()?.read_to_string(&mut text)?;
    }
    let mut reports = BTreeMap::new();
    for line in text.lines() {
        let mut row: Value = serde_json::from_str(line)?;
        if let Some(day) = row.get("date").cloned() {
            row["published"] = day;
        }
        let mut report: Report = serde_json::from_value(row)?;
        // Where the text opens with the title, it is no second statement.
        report.title = (report.title).filter(|title| !report.text.starts_with(title));
        reports.insert(report.id.clone(), report);
    }
    Ok(reports)
}

/// Returns the words of a span of a report, in one line; null where there is no span.
fn words(report: &Report, span: &Value) -> Result<Value> {
    let Some(field) = span["field"].as_str() else {
        return Ok(Value::Null);
    };
    let field = match field {
        "title" => report.title.as_deref().unwrap_or_default(),
        _ => &report.text,
    };
    let at = |key: &str| span[key].as_u64().unwrap_or(0) as usize;
    let words = field
        .get(at("start")..at("end"))
        .with_context(|| format!("report {}: no words at {span}", report.id))?;
    Ok(words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .into())
}

/// Reads reports in which braces behind a number name its event: `{A}`; `{-}` is none. A report
/// begins with `@` and the day of writing, perhaps a title behind `#`, then a paragraph a line.
pub(crate) fn marked(file: &Path) -> Result<Vec<Example>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut examples = Vec::new();
    for block in text.split("\n\n").filter(|block| !block.trim().is_empty()) {
        let mut report = json!({"id": format!("invented-{}", examples.len() + 1)});
        let (mut title, mut body) = (String::new(), String::new());
        let mut gold = Vec::new();
        for line in block.trim().lines() {
            if let Some(day) = line.strip_prefix('@') {
                report["published"] = day.into();
            } else if let Some(line) = line.strip_prefix("# ") {
                unmark(line, "title", &mut title, &mut gold)?;
            } else {
                unmark(line, "text", &mut body, &mut gold)?;
                body.push_str("\n\n");
            }
        }
        report["title"] = title.into();
        report["text"] = body.into();
        examples.push(Example {
            report: serde_json::from_value(report)?,
            gold,
            worth: 1.0,
        });
    }
    Ok(examples)
}

/// Adds a line to `text` without its braces, and what they say to `gold`.
fn unmark(line: &str, field: &str, text: &mut String, gold: &mut Vec<Value>) -> Result<()> {
    for (at, piece) in line.split('{').enumerate() {
        if at == 0 {
            text.push_str(piece);
            continue;
        }
        let (event, rest) = piece
            .split_once('}')
            .with_context(|| format!("no event: {{{piece}"))?;
        // The number is whatever the reader finds before the braces.
        gold.push(json!({
            "quote": {"field": field},
            "number": {"start": text.len() - 1, "end": text.len()},
            "relation": {"kind": "whole"},
            "event": (event != "-").then_some(event),
        }));
        text.push_str(rest);
    }
    Ok(())
}
