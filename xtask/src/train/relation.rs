//! Learns the weights of the reader's relations from reports with their claims.
//!
//! For each claim of the reader that is a claim of the gold, the ways in which it may stand to another are
//! weighed against standing alone; the weights make the right ways likely (see [`super::choice`]).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tollbook_reader::{Bond, Choice, Reader, Sign, Weights};
use tollbook_terms::{Claim, Report};

use super::choice::{Decision, Way, crossed, learn};

/// What is held before any report is seen: weights are held near these, all others near zero.
const HELD: &[(Bond, Sign, f64)] = &[
    (Bond::Same, Sign::Always, -1.0),
    (Bond::Same, Sign::SameName, 3.0),
    (Bond::Same, Sign::OtherName, -3.0),
    (Bond::Same, Sign::SameMany, 1.5),
    (Bond::Same, Sign::SameFew, 0.5),
    (Bond::Same, Sign::SameBasis, 0.5),
    (Bond::Same, Sign::VagueOf, 0.5),
    (Bond::Same, Sign::ExactOf, 0.5),
    (Bond::Same, Sign::ThatOne, 1.5),
    (Bond::Same, Sign::TitleAndLead, 1.0),
    (Bond::Same, Sign::ToTitle, 0.5),
    (Bond::Same, Sign::SameNoun, 0.5),
    (Bond::Same, Sign::OtherCategory, -1.5),
    (Bond::Same, Sign::OtherSide, -1.5),
    (Bond::Same, Sign::OtherDay, -1.0),
    (Bond::Same, Sign::OtherPlace, -0.5),
    (Bond::Same, Sign::OneSentence, -1.5),
    (Bond::Same, Sign::More, -2.0),
    (Bond::Same, Sign::Partitive, -1.5),
    (Bond::Same, Sign::Smaller, -2.0),
    (Bond::Same, Sign::Larger, -2.0),
    (Bond::Same, Sign::Elsewhere, -0.5),
    (Bond::Same, Sign::LongAgo, -0.5),
    (Bond::Same, Sign::Recalls, -0.5),
    (Bond::Part, Sign::Recalls, -0.5),
    (Bond::Event, Sign::Recalls, -0.5),
    (Bond::Same, Sign::OtherKind, -1.5),
    (Bond::Same, Sign::SumsTogether, -2.0),
    (Bond::Same, Sign::FewAndNew, -0.5),
    (Bond::Part, Sign::OfOthers, -2.0),
    (Bond::Part, Sign::NotSo, -2.0),
    (Bond::Part, Sign::PutAt, -1.0),
    (Bond::Same, Sign::NotSo, -2.0),
    (Bond::Rival, Sign::PutAt, 1.5),
    (Bond::Revised, Sign::NotSo, 3.0),
    (Bond::Part, Sign::LongAgo, -1.0),
    (Bond::Part, Sign::ToLongAgo, -1.0),
    (Bond::Part, Sign::OtherKind, -2.0),
    (Bond::Rival, Sign::OtherKind, -1.5),
    (Bond::Event, Sign::LongAgo, -1.0),
    (Bond::Event, Sign::ToLongAgo, -1.0),
    (Bond::Part, Sign::Always, -1.0),
    (Bond::Part, Sign::Within, 4.0),
    (Bond::Part, Sign::Partitive, 3.0),
    (Bond::Part, Sign::Nearest, 0.3),
    (Bond::Part, Sign::Sums, 0.5),
    (Bond::Part, Sign::SumsToMany, 1.0),
    (Bond::Part, Sign::UnderTitle, 0.5),
    (Bond::Part, Sign::ManyThenPlace, 0.5),
    (Bond::Part, Sign::OtherDay, -1.0),
    (Bond::Part, Sign::OtherSide, -2.0),
    (Bond::Part, Sign::Forward, -0.5),
    (Bond::Part, Sign::OneTrigger, -2.0),
    (Bond::Part, Sign::Listed, 2.5),
    (Bond::Part, Sign::PartitiveOther, -1.5),
    (Bond::Part, Sign::ToTotals, -0.5),
    (Bond::Additional, Sign::Always, -1.0),
    (Bond::Additional, Sign::More, 2.0),
    (Bond::Additional, Sign::Nearest, 0.5),
    (Bond::Additional, Sign::OtherDay, -0.5),
    (Bond::Additional, Sign::InTitle, -1.0),
    (Bond::Rival, Sign::Always, -1.0),
    (Bond::Rival, Sign::OtherClaimant, 1.0),
    (Bond::Rival, Sign::RivalFigure, 1.0),
    (Bond::Rival, Sign::Close, 0.5),
    (Bond::Rival, Sign::NothingNew, 0.5),
    (Bond::Rival, Sign::But, 0.5),
    (Bond::Rival, Sign::Dispute, 0.5),
    (Bond::Rival, Sign::OtherDay, -1.0),
    (Bond::Rival, Sign::OtherCategory, -1.5),
    (Bond::Rival, Sign::OtherSide, -1.5),
    (Bond::Rival, Sign::One, -0.5),
    (Bond::Revised, Sign::Always, -1.0),
    (Bond::Revised, Sign::Rise, 2.0),
    (Bond::Revised, Sign::ToRise, 0.5),
    (Bond::Revised, Sign::Earlier, 0.5),
    (Bond::Revised, Sign::Smaller, 0.5),
    (Bond::Revised, Sign::OtherSide, -1.0),
    (Bond::Event, Sign::Bound, 2.0),
    (Bond::Event, Sign::OneTrigger, 2.0),
    (Bond::Event, Sign::OneSentence, 1.0),
    (Bond::Event, Sign::JustBefore, 0.5),
    (Bond::Event, Sign::TitleAndLead, 1.0),
    (Bond::Event, Sign::SameDay, 0.5),
    (Bond::Event, Sign::NothingNew, 0.5),
    (Bond::Event, Sign::SamePlace, 0.5),
    (Bond::Event, Sign::ThatDeed, 0.5),
    (Bond::Event, Sign::NewDeed, -0.5),
    (Bond::Event, Sign::OtherDay, -1.5),
    (Bond::Event, Sign::OtherPlace, -0.5),
    (Bond::Event, Sign::Elsewhere, -1.0),
    (Bond::Event, Sign::OtherHarm, -0.5),
    (Bond::Event, Sign::OtherCountry, -0.5),
];

/// A report with its gold claims.
pub(crate) struct Example {
    pub(crate) report: Report,
    pub(crate) gold: Vec<Value>,
}

/// Reads a gold file and the reports beside it; of `odd`, every second report.
pub(crate) fn examples(folder: &Path, odd: bool) -> Result<Vec<Example>> {
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
    for (at, line) in lines("dev.jsonl")?.lines().enumerate() {
        let gold: Value = serde_json::from_str(line)?;
        let id = gold["id"].as_str().unwrap_or("").to_owned();
        let claims = gold["claims"].as_array().cloned().unwrap_or_default();
        if let Some(report) = reports.remove(&id).filter(|_| !odd || at % 2 == 0) {
            examples.push(Example {
                report,
                gold: claims,
            });
        }
    }
    Ok(examples)
}

/// Reads invented reports, in which braces behind a number name its event: `{A}`; `{-}` is none. A report
/// begins with `@` and the day of writing, perhaps a title behind `#`, then a paragraph a line.
pub(crate) fn invented(file: &Path) -> Result<Vec<Example>> {
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

/// Returns the gold claim of each claim read: of the same effect, with the most equal figure and overlap.
pub(crate) fn matched(claims: &[Claim], gold: &[Value]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (g, told) in gold.iter().enumerate() {
        for (c, claim) in claims.iter().enumerate() {
            let field = told["quote"]["field"].as_str() == Some(claim.quote.field.as_str());
            let effect = told["effect"]
                .as_str()
                .is_none_or(|effect| effect == claim.effect.as_str());
            let span = |key: &str| told["number"][key].as_u64().unwrap_or(0) as usize;
            let overlap = span("end")
                .min(claim.number.end)
                .saturating_sub(span("start").max(claim.number.start));
            if field && effect && overlap > 0 {
                let same = told["count"]["low"].as_u64() == Some(claim.count.low)
                    && told["count"]["high"].as_u64() == claim.count.high;
                pairs.push((!same, usize::MAX - overlap, g, c));
            }
        }
    }
    pairs.sort_unstable();
    let (mut of, mut used) = (vec![None; claims.len()], vec![false; gold.len()]);
    for (_, _, g, c) in pairs {
        if of[c].is_none() && !used[g] {
            of[c] = Some(g);
            used[g] = true;
        }
    }
    of
}

fn decisions(
    examples: &[Example],
    reader: &Reader,
    weights: &Weights,
    events: bool,
) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for (number, example) in examples.iter().enumerate() {
        let (claims, choices) = reader.choices(&example.report, weights);
        let of = matched(&claims, &example.gold);
        let right = Right::new(&example.gold, &of);
        for claim in (0..claims.len()).filter(|claim| of[*claim].is_some()) {
            let mut ways: Vec<Way> = Vec::new();
            let mine = |choice: &&Choice| {
                choice.claim == claim
                    && (choice.bond == Bond::Event) == events
                    // Where the gold does not know the other claim, it cannot say.
                    && of[choice.to].is_some()
            };
            for choice in choices.iter().filter(mine) {
                ways.push(Way {
                    signs: choice
                        .signs
                        .iter()
                        .map(|sign| at(choice.bond, sign))
                        .collect(),
                    right: right.is(claim, choice.bond, choice.to),
                });
            }
            if events && example.gold[of[claim].unwrap_or(0)]["event"].is_null() {
                continue;
            }
            let alone = !ways.iter().any(|way| way.right);
            if !ways.is_empty() {
                decisions.push(Decision {
                    report: number,
                    ways,
                    alone,
                });
            }
        }
    }
    decisions
}

/// What the gold says of the claims read.
struct Right<'g> {
    gold: &'g [Value],
    of: &'g [Option<usize>],
    /// For each gold claim the one that `same` leads back to.
    root: Vec<usize>,
}

impl<'g> Right<'g> {
    fn new(gold: &'g [Value], of: &'g [Option<usize>]) -> Right<'g> {
        let named = |id: &Value| gold.iter().position(|claim| claim["id"] == *id);
        let root = (0..gold.len())
            .map(|start| {
                let mut at = start;
                for _ in 0..gold.len() {
                    if gold[at]["relation"]["kind"] != "same" {
                        break;
                    }
                    at = named(&gold[at]["relation"]["to"]).unwrap_or(at);
                }
                at
            })
            .collect();
        Right { gold, of, root }
    }

    fn is(&self, claim: usize, bond: Bond, to: usize) -> bool {
        let (Some(this), Some(other)) = (self.of[claim], self.of[to]) else {
            return false;
        };
        let (mine, theirs) = (self.root[this], self.root[other]);
        if bond == Bond::Event {
            let event = &self.gold[this]["event"];
            return !event.is_null() && *event == self.gold[other]["event"];
        }
        if bond == Bond::Same {
            return mine == theirs;
        }
        // The first claim read of a figure stands as the figure does.
        let told = self
            .of
            .iter()
            .take(claim)
            .flatten()
            .any(|earlier| self.root[*earlier] == mine);
        let relation = &self.gold[mine]["relation"];
        let target = self
            .gold
            .iter()
            .position(|claim| claim["id"] == relation["to"]);
        !told
            && relation["kind"] == bond.as_str()
            && target.is_some_and(|target| self.root[target] == theirs)
    }
}

fn at(bond: Bond, sign: Sign) -> usize {
    sign as usize * Bond::ALL.len() + bond as usize
}

/// The weights that are held before any report is seen.
fn held() -> Vec<f64> {
    let mut held = vec![0.0; Sign::ALL.len() * Bond::ALL.len()];
    for (bond, sign, weight) in HELD {
        held[at(*bond, *sign)] += weight;
    }
    held
}

fn written(table: &[f64]) -> String {
    let mut lines = String::from("# sign");
    for bond in Bond::ALL {
        lines.push('\t');
        lines.push_str(bond.as_str());
    }
    lines.push('\n');
    for sign in Sign::ALL {
        lines.push_str(sign.as_str());
        for bond in Bond::ALL {
            lines.push_str(&format!("\t{:.0}", table[at(*bond, *sign)] * 100.0));
        }
        lines.push('\n');
    }
    lines.replace("\t-0", "\t0")
}

/// Learns the table: relations from `examples`, then events from these and from `invented`, with the
/// relations known.
pub(crate) fn table(examples: &[Example], invented: &[Example]) -> String {
    let reader = Reader::new(&[]);
    let relations = decisions(examples, &reader, &Weights::read(""), false);
    crossed("relations", &relations, &held());
    let mut table = learn(&relations, &held(), |_| true);
    let weights = Weights::read(&written(&table));
    let mut events = decisions(examples, &reader, &weights, true);
    events.extend(decisions(invented, &reader, &weights, true));
    crossed("events", &events, &held());
    let second = learn(&events, &held(), |_| true);
    for sign in Sign::ALL {
        table[at(Bond::Event, *sign)] = second[at(Bond::Event, *sign)];
    }
    written(&table)
}
