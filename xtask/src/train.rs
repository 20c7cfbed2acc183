//! `cargo xtask train`: learns the reader's part-of-speech tagger from treebanks.
//! `cargo xtask train-relations`: learns how claims of one report stand to each other.
//! `cargo xtask train-events`: learns which claims of one report are of one event.
//! `cargo xtask train-perpetrators`: learns whom of a report a claim has for its perpetrator.
//! `cargo xtask train-places`: learns which place of a report holds the harm of a claim.
//! `cargo xtask train-dates`: learns which date of a report is that of the harm of a claim.
//! `cargo xtask train-scopes`: learns over what figures sum.

mod candidate;
mod choice;
mod counted;
mod example;
mod held;
mod perceptron;
mod relation;
mod scope;
mod treebank;

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use tollbook_reader::tag::{Model, Tag, Tagger};

use treebank::{Copy, Sentence};

const TREEBANKS: [&str; 2] = ["ewt", "gum"];
const REPORTS: &str = "xtask/data/reports.jsonl";
const PAIRS: &str = "xtask/data/pairs.jsonl";
/// Invented short texts for who did what they tell.
const DOERS: &str = "xtask/data/doers.jsonl";
const READINGS: &str = "xtask/data/readings.jsonl";
const EVENTS: &str = "xtask/data/events.txt";
const COUNTED: [&str; 2] = ["coded/satp/train.jsonl.gz", "coded/rand/train.jsonl.gz"];
const RELATIONS: &str = "crates/tollbook-reader/model/relation.tsv";
const PERPETRATORS: &str = "crates/tollbook-reader/model/perpetrator.tsv";
const PLACES: &str = "crates/tollbook-reader/model/place.tsv";
const DATES: &str = "crates/tollbook-reader/model/date.tsv";
const TOTALS: &str = "xtask/data/scopes.txt";
const SCOPES: &str = "crates/tollbook-reader/model/scope.tsv";
const MODEL: &str = "crates/tollbook-reader/model/tagger.bin";
const ACCURACY: &str = "crates/tollbook-reader/model/tagger-accuracy.tsv";

/// Learns the model from the train parts in `data`, writes it into the checkout `root`, and
/// writes beside it how much of the dev parts it gets right.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn train(root: &Path, data: &Path) -> Result<()> {
    ensure!(
        data.join("ewt-train.conllu.gz").is_file(),
        "cannot train: no treebanks in {} (expected ewt-train.conllu.gz and its three neighbours)\n\
         hint: cargo xtask train --data FOLDER",
        data.display()
    );
    let part =
        |bank: &str, part: &str| treebank::read(&data.join(format!("{bank}-{part}.conllu.gz")));
    let mut sentences = Vec::new();
    for bank in TREEBANKS {
        sentences.extend(part(bank, "train")?);
    }
    let begun = Instant::now();
    let bytes = perceptron::learn(&sentences);
    let path = root.join(MODEL);
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!(
        "{MODEL}: {} bytes, learned in {:.0?}",
        bytes.len(),
        begun.elapsed()
    );
    let tagger = Tagger::new(Model::read(&bytes).context("the model does not read back")?);
    let mut accuracy = "dev part\tplain\tupper case\tstripped\ttitle case\n".to_owned();
    for bank in TREEBANKS {
        let dev = part(bank, "dev")?;
        let shares = Copy::ALL.map(|copy| format!("{:.2}", 100.0 * right(&tagger, &dev, copy)));
        accuracy += &format!("{bank}\t{}\n", shares.join("\t"));
    }
    print!("{accuracy}");
    fs::write(root.join(ACCURACY), accuracy).with_context(|| format!("cannot write {ACCURACY}"))
}

/// Learns the weights of the relations between claims from the odd half of `data/gold`, from
/// `data/cases`, from the counts of `data/coded` and from the invented reports of the checkout `root`, and
/// writes them there.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn relations(root: &Path, data: &Path) -> Result<()> {
    let mut notes = Vec::new();
    for set in COUNTED {
        notes.extend(counted::notes(&data.join(set))?);
    }
    let examples = examples(root, data)?;
    again(&root.join(RELATIONS), |old| {
        relation::relations(&examples, &notes, old)
    })
}

/// Learns the weights of one event from the same reports and from invented ones that are marked, as the table that
/// stands relates claims, and writes them beside the relations.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn events(root: &Path, data: &Path) -> Result<()> {
    let marked = example::marked(&root.join(EVENTS))?;
    let examples = examples(root, data)?;
    again(&root.join(RELATIONS), |old| {
        relation::events(&examples, &marked, old)
    })
}

/// Writes a table anew, part of which may stay as it stands.
fn again(path: &Path, learned: impl FnOnce(&str) -> String) -> Result<()> {
    let old =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    fs::write(path, learned(&old)).with_context(|| format!("cannot write {}", path.display()))
}

/// Learns the weights of the clues to perpetrators from the odd half of `data/gold`, from `data/cases` and
/// from the invented reports of the checkout `root`, as the reader now relates claims, and writes them there.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn perpetrators(root: &Path, data: &Path) -> Result<()> {
    let more = example::told(&root.join(DOERS))?;
    chosen(root, data, PERPETRATORS, &candidate::perpetrator(), more)
}

/// Learns the weights of the clues to places from the same reports, and writes them into the checkout `root`.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn places(root: &Path, data: &Path) -> Result<()> {
    chosen(root, data, PLACES, &candidate::place(), Vec::new())
}

/// Learns the weights of the clues to dates from the same reports, and writes them into the checkout `root`.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn dates(root: &Path, data: &Path) -> Result<()> {
    chosen(root, data, DATES, &candidate::date(), Vec::new())
}

/// Learns the table of a field that is chosen among candidates, from the reports and from `more` of them, and
/// writes it to `file` of the checkout `root`.
fn chosen(
    root: &Path,
    data: &Path,
    file: &str,
    field: &candidate::Field,
    more: Vec<example::Example>,
) -> Result<()> {
    let path = root.join(file);
    let mut examples = examples(root, data)?;
    examples.extend(more);
    fs::write(&path, candidate::table(&examples, field))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Learns what the cues of a figure's scope are worth from the odd half of `data/gold`, from `data/cases` and
/// from invented sentences and reports, and writes it into the checkout `root`.
///
/// # Errors
/// Says what is missing or cannot be read.
pub(crate) fn scopes(root: &Path, data: &Path) -> Result<()> {
    let mut examples = examples(root, data)?;
    examples.extend(example::marked(&root.join(TOTALS))?);
    let path = root.join(SCOPES);
    fs::write(&path, scope::table(&examples))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Reads the reports that are learned from: the odd half of `data/gold`, `data/cases`, reports of other sets with
/// readings of the project's own, and the invented ones.
fn examples(root: &Path, data: &Path) -> Result<Vec<example::Example>> {
    let mut examples = example::odd(&data.join("gold"))?;
    examples.extend(example::all(&data.join("cases"))?);
    examples.extend(example::spanned(&root.join(READINGS), data)?);
    examples.extend(example::told(&root.join(REPORTS))?);
    examples.extend(example::told(&root.join(PAIRS))?);
    Ok(examples)
}

/// Returns the share of words with the right tag.
fn right(tagger: &Tagger, sentences: &[Sentence], copy: Copy) -> f64 {
    let (mut right, mut all) = (0, 0);
    let mut tags: Vec<Tag> = Vec::new();
    for sentence in sentences.iter().map(|sentence| copy.of(sentence)) {
        let words: Vec<&str> = sentence.iter().map(|token| token.word.as_str()).collect();
        tagger.tag(&words, &mut tags);
        all += sentence.len();
        right += sentence
            .iter()
            .zip(&tags)
            .filter(|(token, tag)| token.tag == **tag)
            .count();
    }
    right as f64 / all as f64
}
