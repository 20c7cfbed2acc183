//! `cargo xtask score`: reads the development sets, scores the readings against what people wrote
//! down, and compares with the floors that were reached before.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use serde_json::{Map, Value};

/// A set of reports with what people read in them.
struct Set {
    name: &'static str,
    /// The reports, below the folder `data`.
    reports: &'static str,
    /// What people read in them, below the folder `data`.
    key: &'static str,
    scorer: Scorer,
}

#[derive(Clone, Copy, PartialEq)]
enum Scorer {
    /// Full readings.
    Claims,
    /// Counts by effect.
    Counts,
    /// People harmed.
    People,
}

const SETS: [Set; 5] = [
    Set {
        name: "gold",
        reports: "gold/reports.jsonl",
        key: "gold/dev.jsonl",
        scorer: Scorer::Claims,
    },
    Set {
        name: "cases",
        reports: "cases/reports.jsonl",
        key: "cases/dev.jsonl",
        scorer: Scorer::Claims,
    },
    Set {
        name: "satp",
        reports: "coded/satp/dev.jsonl.gz",
        key: "coded/satp/dev.jsonl.gz",
        scorer: Scorer::Counts,
    },
    Set {
        name: "rand",
        reports: "coded/rand/dev.jsonl.gz",
        key: "coded/rand/dev.jsonl.gz",
        scorer: Scorer::Counts,
    },
    Set {
        name: "muc",
        reports: "muc/dev.jsonl",
        key: "muc/dev.jsonl",
        scorer: Scorer::People,
    },
];

impl Scorer {
    const ALL: [Scorer; 3] = [Scorer::Claims, Scorer::Counts, Scorer::People];

    fn script(self) -> &'static str {
        match self {
            Scorer::Claims => "score.py",
            Scorer::Counts => "coded.py",
            Scorer::People => "muc.py",
        }
    }

    /// Returns whether a figure of the scorer is one that should rise.
    fn should_rise(self, figure: &str) -> bool {
        match self {
            Scorer::Claims => {
                !["reports", "unread", "gold claims", "read claims"].contains(&figure)
                    && !figure.ends_with(" P")
                    && !figure.ends_with(" R")
            }
            // Few rows are coded so high: one of them moves the share.
            Scorer::Counts => {
                figure.contains(" exact, ")
                    && !figure.ends_with("3+")
                    && (figure.starts_with("killed") || !figure.ends_with("6+"))
            }
            Scorer::People => figure.ends_with(" F1"),
        }
    }
}

/// Figures of one set in the scorer's order; of a set that is scored by halves, also those.
struct Column {
    name: String,
    scorer: Scorer,
    figures: Vec<Figure>,
}

/// One figure of a set.
struct Figure {
    name: String,
    /// As the scorer gives it: for a field, the share that is right of the claims that were found.
    value: f64,
    /// What a floor holds: for a field, the share that is found and right of all claims. Of the claims
    /// that were found alone, a share falls with every harder claim that is found.
    held: f64,
}

impl Column {
    fn figure(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }
}

/// Floors by set and figure.
type Floors = BTreeMap<String, BTreeMap<String, f64>>;

/// Reads and scores every set in `shared`, prints the figures, and with `accept` raises the floors.
///
/// # Errors
/// Says which figures fell below their floor, or what is missing.
pub(crate) fn score(root: &Path, shared: &Path, accept: bool) -> Result<()> {
    ensure!(
        shared.join("data").is_dir() && shared.join("score").is_dir(),
        "cannot score: no folders data and score in {}\nhint: cargo xtask score --shared FOLDER",
        shared.display()
    );
    let built = crate::cargo(root)
        .args(["build", "--release", "--package", "tollbook-cli"])
        .status()
        .context("cannot run cargo")?;
    ensure!(built.success(), "the program does not build");
    let mut columns = Vec::new();
    for set in &SETS {
        let readings = read(root, shared, set)?;
        let halves: &[&str] = match set.name {
            "gold" => &["", "odd", "even"],
            _ => &[""],
        };
        for half in halves {
            columns.push(Column {
                name: format!("{} {half}", set.name).trim_end().to_owned(),
                scorer: set.scorer,
                figures: figures(shared, set, &readings, half)?,
            });
        }
    }
    let path = root.join("xtask/floors.json");
    let mut floors: Floors = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).context("cannot read xtask/floors.json")?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Floors::new(),
        Err(error) => return Err(error).context("cannot read xtask/floors.json"),
    };
    print!("{}", table(&columns, &floors));
    let below = below(&columns, &floors);
    if accept {
        raise(&columns, &mut floors);
        fs::write(&path, serde_json::to_string_pretty(&floors)? + "\n")
            .context("cannot write xtask/floors.json")?;
    }
    ensure!(below.is_empty(), "below the floor:\n{}", below.join("\n"));
    Ok(())
}

/// Reads the reports of a set with the release build; returns the file of the readings.
fn read(root: &Path, shared: &Path, set: &Set) -> Result<PathBuf> {
    let folder = root.join("target/score");
    fs::create_dir_all(&folder).context("cannot make target/score")?;
    let readings = folder.join(format!("{}.jsonl", set.name));
    let reports = shared.join("data").join(set.reports);
    let file =
        File::open(&reports).with_context(|| format!("cannot open {}", reports.display()))?;
    let mut reader = crate::cargo(root)
        .args([
            "run",
            "--release",
            "--quiet",
            "--package",
            "tollbook-cli",
            "--",
        ])
        .args(["read", "--format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(File::create(&readings)?)
        .spawn()
        .context("cannot run cargo")?;
    let mut input = reader.stdin.take().context("no input")?;
    let sent = match set.reports.ends_with(".gz") {
        true => io::copy(&mut GzDecoder::new(file), &mut input),
        false => io::copy(&mut io::BufReader::new(file), &mut input),
    };
    drop(input);
    let status = reader.wait()?;
    ensure!(
        status.success(),
        "`tollbook read` failed on {}: {status}",
        set.name
    );
    sent.with_context(|| format!("cannot send {}", reports.display()))?;
    Ok(readings)
}

fn figures(shared: &Path, set: &Set, readings: &Path, half: &str) -> Result<Vec<Figure>> {
    let mut python = Command::new("python3");
    python
        .arg(shared.join("score").join(set.scorer.script()))
        .arg(shared.join("data").join(set.key))
        .arg(readings)
        .arg("--json");
    if !half.is_empty() {
        python.args(["--half", half]);
    }
    let output = python.output().context("cannot run python3")?;
    if !output.status.success() {
        bail!(
            "{}: {}",
            set.scorer.script(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    // A share of nothing is no number there, and JSON knows none.
    let text = String::from_utf8(output.stdout)?.replace("NaN", "null");
    let all: Map<String, Value> = serde_json::from_str(&text)?;
    let found = all.get("span R").and_then(Value::as_f64).unwrap_or(1.0);
    Ok(all
        .into_iter()
        .filter(|(figure, _)| set.scorer.should_rise(figure))
        .filter_map(|(name, value)| {
            let value = value.as_f64()?;
            let of_found =
                set.scorer == Scorer::Claims && !name.ends_with(" F1") && !name.starts_with("toll");
            Some(Figure {
                name,
                value,
                held: if of_found { value * found } else { value },
            })
        })
        .collect())
}

/// Returns one table for each scorer; a star marks what is below its floor.
fn table(columns: &[Column], floors: &Floors) -> String {
    let mut table = String::new();
    for scorer in Scorer::ALL {
        let columns: Vec<&Column> = columns.iter().filter(|c| c.scorer == scorer).collect();
        let mut names: Vec<&str> = Vec::new();
        for figure in columns.iter().flat_map(|column| &column.figures) {
            if !names.contains(&figure.name.as_str()) {
                names.push(&figure.name);
            }
        }
        table += &format!("{:28}", "");
        table.extend(columns.iter().map(|column| format!("{:>11}", column.name)));
        for name in names {
            table += &format!("\n{name:28}");
            for column in &columns {
                table += &match column.figure(name) {
                    Some(figure) => {
                        let floor = floors.get(&column.name).and_then(|f| f.get(name));
                        let star = if floor.is_some_and(|floor| figure.held < *floor) {
                            "*"
                        } else {
                            " "
                        };
                        format!("{:>10.3}{star}", figure.value)
                    }
                    None => format!("{:>10} ", "-"),
                };
            }
        }
        table += "\n\n";
    }
    table
}

/// Returns a line for each floor that is no longer reached.
fn below(columns: &[Column], floors: &Floors) -> Vec<String> {
    let mut below = Vec::new();
    for column in columns {
        for (figure, floor) in floors.get(&column.name).into_iter().flatten() {
            match column.figure(figure) {
                Some(Figure { held, .. }) if held >= floor => {}
                Some(Figure { held, .. }) => below.push(format!(
                    "    {}, {figure}: {held:.4}, the floor is {floor:.3}",
                    column.name
                )),
                None => below.push(format!(
                    "    {}, {figure}: no figure, the floor is {floor:.3}",
                    column.name
                )),
            }
        }
    }
    below
}

/// Raises floors to what was reached, rounded down to three digits; none ever falls.
fn raise(columns: &[Column], floors: &mut Floors) {
    for column in columns {
        let floors = floors.entry(column.name.clone()).or_default();
        for Figure { name, held, .. } in &column.figures {
            let reached = (held * 1000.0).floor() / 1000.0;
            let floor = floors.entry(name.clone()).or_insert(reached);
            *floor = floor.max(reached);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(value: f64) -> Vec<Column> {
        vec![Column {
            name: "gold odd".into(),
            scorer: Scorer::Claims,
            figures: vec![Figure {
                name: "count F1".into(),
                value,
                held: value,
            }],
        }]
    }

    #[test]
    fn floors_only_rise_and_what_falls_below_is_named() {
        let mut floors = Floors::new();
        raise(&column(0.6127), &mut floors);
        assert_eq!(below(&column(0.612), &floors), Vec::<String>::new());
        raise(&column(0.5), &mut floors);
        assert_eq!(
            below(&column(0.5), &floors),
            ["    gold odd, count F1: 0.5000, the floor is 0.612"]
        );
        assert!(table(&column(0.5), &floors).contains("count F1                         0.500*"));
        assert!(table(&column(0.7), &floors).contains("count F1                         0.700 \n"));
    }

    #[test]
    fn what_should_not_rise_has_no_floor() {
        assert!(Scorer::Claims.should_rise("relation kind, not whole"));
        assert!(!Scorer::Claims.should_rise("read claims"));
        assert!(!Scorer::Claims.should_rise("count P"));
        assert!(!Scorer::Counts.should_rise("killed read though coded 0"));
        assert!(!Scorer::Counts.should_rise("injured exact, coded 6+"));
        assert!(Scorer::Counts.should_rise("killed exact, coded 6+"));
    }
}
