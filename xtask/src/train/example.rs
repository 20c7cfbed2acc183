//! Reports with what a careful reader found in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tollbook_terms::Report;

/// A report with its gold claims.
pub(crate) struct Example {
    pub(crate) report: Report,
    pub(crate) gold: Vec<Value>,
    /// What a claim of it is worth for learning.
    pub(crate) worth: f64,
}

/// What a claim of an invented report is worth beside one of a report of others: such a report tells of more
/// events, and by the habits of a few hands.
const INVENTED: f64 = 0.5;

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

/// Reads a file of invented reports that hold their gold claims. A field that a claim leaves out is not
/// learned from it.
pub(crate) fn told(file: &Path) -> Result<Vec<Example>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    text.lines()
        .map(|line| {
            let mut report: Value = serde_json::from_str(line)?;
            let gold = report["claims"].take().as_array().cloned();
            Ok(Example {
                report: serde_json::from_value(report)?,
                gold: gold.unwrap_or_default(),
                worth: INVENTED,
            })
        })
        .collect()
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
