//! Learns the weights of the reader's relations from reports with their claims.
//!
//! For each claim of the reader that is a claim of the gold, the ways in which it may stand to another are
//! weighed against standing alone; the weights make the right ways likely (see [`super::choice`]).

use serde_json::Value;
use tollbook_reader::{Bond, Choice, Drafts, Reader, Sign, Tie, Weights};
use tollbook_terms::Claim;

use super::choice::{Decision, Held, Way, crossed, learn};
use super::counted::{self, Note};
use super::example::Example;
use super::held::HELD;

/// How often the counts of notes are looked at with the weights learned before.
const PASSES: usize = 2;

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
        let drafts = reader.drafts(&example.report);
        let claims: Vec<Claim> = drafts.claims().cloned().collect();
        let of = matched(&claims, &example.gold);
        let right = Right::new(&example.gold, &of);
        let ties = if events {
            drafts.ties(weights)
        } else {
            right.ties(&drafts)
        };
        let choices = drafts.choices(&ties);
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
            // What the gold ties to a claim that was not read, it does not say alone.
            if alone && !events && !right.alone(claim) {
                continue;
            }
            if !ways.is_empty() {
                decisions.push(Decision {
                    report: number,
                    ways,
                    alone,
                    worth: example.worth,
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

    /// How the gold ties the claims.
    fn ties(&self, drafts: &Drafts) -> Vec<Option<Tie>> {
        let mut ties = vec![None; self.of.len()];
        for choice in drafts.choices(&ties) {
            let tie = &mut ties[choice.claim];
            let relation = choice.bond != Bond::Event;
            if relation && tie.is_none() && self.is(choice.claim, choice.bond, choice.to) {
                *tie = Some(Tie {
                    bond: choice.bond,
                    to: choice.to,
                    signs: choice.signs,
                });
            }
        }
        ties
    }

    /// Whether the claim is the first one read of a figure of its own.
    fn alone(&self, claim: usize) -> bool {
        self.of[claim].is_some_and(|this| {
            let root = self.root[this];
            self.gold[root]["relation"]["kind"] == "whole" && !self.told(claim, root)
        })
    }

    /// Whether a claim before this one tells the figure.
    fn told(&self, claim: usize, root: usize) -> bool {
        let before = self.of.iter().take(claim).flatten();
        before
            .into_iter()
            .any(|earlier| self.root[*earlier] == root)
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
        let told = self.told(claim, mine);
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

pub(crate) fn at(bond: Bond, sign: Sign) -> usize {
    sign as usize * Bond::ALL.len() + bond as usize
}

/// How usual the relation is in notes, beside how usual it is in reports: this is in no table.
pub(crate) fn of_notes(bond: Bond) -> usize {
    Sign::ALL.len() * Bond::ALL.len() + bond as usize
}

/// The weights that are held before any report is seen.
fn held() -> Held {
    let mut held = vec![0.0; (Sign::ALL.len() + 1) * Bond::ALL.len()];
    for (bond, sign, weight) in HELD {
        held[at(*bond, *sign)] += weight;
    }
    Held::near(held)
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

/// The weights of a written table; signs that it does not name weigh nothing.
fn read(table: &str) -> Vec<f64> {
    let mut weights = vec![0.0; Sign::ALL.len() * Bond::ALL.len()];
    for line in table.lines() {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        let Some(sign) = Sign::ALL.iter().find(|sign| sign.as_str() == name) else {
            continue;
        };
        for (bond, cell) in Bond::ALL.iter().zip(cells) {
            weights[at(*bond, *sign)] = cell.parse::<f64>().unwrap_or(0.0) / 100.0;
        }
    }
    weights
}

/// Learns the relations of the table from `examples` and, by the weights that these give, from the counts of
/// `notes`; events stay as they stand in `old`.
pub(crate) fn relations(examples: &[Example], notes: &[Note], old: &str) -> String {
    let reader = Reader::new(&[]);
    let relations = decisions(examples, &reader, &Weights::read(""), false);
    let loosely = held().loosely();
    crossed("relations", &relations, &[], &loosely);
    let mut table = learn(&relations, &[], &loosely, |_| true);
    for _ in 0..PASSES {
        let counted = counted::decisions(notes, &reader, &Weights::read(&written(&table)));
        let alone = counted.iter().filter(|d| d.alone).count();
        println!("counts: {} decisions, {alone} alone", counted.len());
        crossed("relations, with counts", &relations, &counted, &loosely);
        table = learn(&relations, &counted, &loosely, |_| true);
    }
    let old = read(old);
    for sign in Sign::ALL {
        table[at(Bond::Event, *sign)] = old[at(Bond::Event, *sign)];
    }
    written(&table)
}

/// Learns the events of the table from `examples` and from `marked`, with the relations of `old` known.
pub(crate) fn events(examples: &[Example], marked: &[Example], old: &str) -> String {
    let (reader, weights) = (Reader::new(&[]), Weights::read(old));
    let mut events = decisions(examples, &reader, &weights, true);
    events.extend(decisions(marked, &reader, &weights, true));
    crossed("events", &events, &[], &held());
    let learned = learn(&events, &[], &held(), |_| true);
    let mut table = read(old);
    for sign in Sign::ALL {
        table[at(Bond::Event, *sign)] = learned[at(Bond::Event, *sign)];
    }
    written(&table)
}
