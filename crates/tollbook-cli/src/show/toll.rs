//! The page of a toll: its figures with their incidents, what differs and why, what stands beside.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tollbook_formats::clean;
use tollbook_formats::output::style::Style;
use tollbook_formats::output::table::Table;
use tollbook_linker::say::{self, Say};
use tollbook_terms::{Contained, Effect, Incident, Line, Question, Sum, Toll};

use super::incident;
use crate::sources::plural;

/// Ids that are shown in one cell.
const IDS_IN_A_CELL: usize = 3;
/// Incidents that are laid out in one place beneath a toll.
const INCIDENTS_LAID_OUT: usize = 12;

/// A toll with what is needed to explain it.
pub(crate) struct Answer<'a> {
    pub(crate) toll: &'a Toll,
    pub(crate) differences: Differences<'a>,
    /// How many reports were not read, by reason.
    pub(crate) unread: &'a BTreeMap<String, u64>,
    pub(crate) say: Say<'a>,
}

impl Answer<'_> {
    /// Returns the page.
    pub(crate) fn show(&self, style: Style) -> String {
        let mut out = format!("{}\n", style.bold(self.asked()));
        if self.toll.lines.is_empty() {
            out.push_str("\nNo harm in question is in any incident of this book.\n");
        }
        for line in &self.toll.lines {
            out.push('\n');
            out.push_str(&self.line(line, style));
        }
        out.push_str(&self.differences.show(style));
        out.push_str(&self.beside(style));
        out.push_str(&self.footing());
        out
    }

    /// Returns what was asked, in words.
    fn asked(&self) -> String {
        let Question {
            since,
            until,
            place,
            effect,
            category,
            party,
            cause,
        } = &self.toll.question;
        let mut asked = format!("Toll of harm by {cause}");
        if let Some(since) = since {
            asked.push_str(&format!(" since {since}"));
        }
        if let Some(until) = until {
            asked.push_str(&format!(" until {until}"));
        }
        if let Some(place) = place {
            asked.push_str(&format!(" in {}", clean::line(place)));
        }
        let effect = effect.map(|effect| format!("only {}", say::effect(effect)));
        let category = category.map(|category| format!("only {}", say::category(category, 2)));
        let party = party
            .as_deref()
            .map(|id| format!("only {}", clean::line(&self.say.perpetrator(Some(id)))));
        for part in [effect, category, party].into_iter().flatten() {
            asked.push_str(&format!(", {part}"));
        }
        asked
    }

    /// Returns the figures of one effect.
    fn line(&self, line: &Line, style: Style) -> String {
        let mut table = Table::new(2, ["", ">low", ">best", ">high", "incidents"]);
        table.row(row("in all", &line.sum));
        let mut group = |name: &str, rows: Vec<(String, &Sum)>| {
            if !rows.is_empty() {
                table.row([name, "", "", "", ""].map(str::to_owned));
            }
            for (name, sum) in rows {
                table.row(row(&format!("  {name}"), sum));
            }
        };
        let among = line.among.iter();
        let among =
            among.map(|(category, sum)| (say::category(*category, sum.best).to_owned(), sum));
        let by_perpetrator = line.by_perpetrator.iter().map(|(actor, sum)| {
            let name = actor
                .as_deref()
                .map_or("nobody known", |id| self.say.actor(id));
            (name.to_owned(), sum)
        });
        let by_claimant = line.by_claimant.iter();
        let by_claimant = by_claimant.map(|(affiliation, sum)| (self.say.side(affiliation), sum));
        group("among them", among.collect());
        group("alleged perpetrator", by_perpetrator.collect());
        group("claimants", by_claimant.collect());
        let heading = style.bold(clean::line(&self.say.sum(&line.sum, line.effect)));
        let mut out = format!("{heading}\n{}", table.show(style));
        out.push_str(&contained(&line.contained));
        let mut label = |label: &str, ids: &[String]| {
            if !ids.is_empty() {
                out.push_str(&format!("  {label}: {}\n", cell(ids)));
            }
        };
        label("contested", &line.contested);
        label(
            "one-sided, every claimant stands on one side",
            &line.one_sided,
        );
        out
    }

    /// Returns the cumulative claims, with the difference to what is known.
    fn beside(&self, style: Style) -> String {
        if self.toll.cumulative.is_empty() {
            return String::new();
        }
        let mut out = format!(
            "\n{}\n",
            style.bold("Cumulative claims beside it, in no sum above")
        );
        for beside in &self.toll.cumulative {
            let sentence = clean::line(&self.say.beside(beside));
            out.push_str(&format!("  {}  {sentence}\n", beside.total.claim));
        }
        out
    }

    /// Returns what is not in the sums, and why.
    fn footing(&self) -> String {
        let footing = &self.toll.footing;
        let left_out = [
            &footing.undated,
            &footing.unplaced,
            &footing.other_causes,
            &footing.without_event,
            &footing.background,
        ];
        let mut out = String::from("\n");
        // One sentence for each list that is not empty, in this order.
        let lists = left_out.into_iter().filter(|ids| !ids.is_empty());
        for (sentence, ids) in say::footing(footing).iter().zip(lists) {
            out.push_str(&format!("{sentence}  [{}]\n", cell(ids)));
        }
        for (reason, n) in self.unread {
            out.push_str(&format!(
                "{} not read: {}.\n",
                plural(*n, "report"),
                clean::line(reason)
            ));
        }
        if self
            .toll
            .lines
            .iter()
            .any(|line| line.effect == Effect::Casualties)
        {
            out.push_str(&format!("{}\n", say::CASUALTIES));
        }
        out.push_str(&format!("{}\n", say::UNDERCOUNT));
        out
    }
}

/// What the accounts of the incidents in a toll disagree on, and why the best is the best.
pub(crate) struct Differences<'a> {
    toll: &'a Toll,
    say: Say<'a>,
    /// The incidents that are summed.
    ids: BTreeSet<&'a str>,
    effects: Vec<Effect>,
    laid_out: String,
    differing: usize,
}

impl<'a> Differences<'a> {
    /// Begins with nothing.
    pub(crate) fn new(toll: &'a Toll, say: Say<'a>) -> Differences<'a> {
        let lines = toll.lines.iter();
        Differences {
            toll,
            say,
            ids: lines
                .clone()
                .flat_map(|line| line.sum.incidents.iter().map(String::as_str))
                .collect(),
            effects: lines.map(|line| line.effect).collect(),
            laid_out: String::new(),
            differing: 0,
        }
    }

    /// Takes the next incident.
    pub(crate) fn take(&mut self, incident: &Incident) {
        if !self.ids.contains(incident.id.as_str()) {
            return;
        }
        let cause = self.toll.question.cause;
        let lines = incident::differences(incident, &self.effects, cause, &self.say);
        if !lines.is_empty() {
            self.differing += 1;
            if self.differing <= INCIDENTS_LAID_OUT {
                self.laid_out.push_str(&lines);
            }
        }
    }

    fn show(&self, style: Style) -> String {
        if self.differing == 0 {
            return String::new();
        }
        let heading = style.bold("Where accounts differ");
        let mut out = format!("\n{heading}\n{}", self.laid_out);
        if let Some(more) = more(self.differing) {
            out.push_str(&format!(
                "  {more} on which accounts differ: tollbook incidents lists them\n"
            ));
        }
        out
    }
}

/// Returns how many incidents more there are than are laid out; `None` where there are none.
fn more(incidents: usize) -> Option<String> {
    let more = incidents.saturating_sub(INCIDENTS_LAID_OUT) as u64;
    (more > 0).then(|| plural(more, "more incident"))
}

/// Returns where incidents that sum others were laid against what they contain, the largest
/// difference first.
fn contained(contained: &[Contained]) -> String {
    let mut laid_out: Vec<&Contained> = contained.iter().collect();
    laid_out.sort_by_key(|contained| Reverse(contained.whole.best.abs_diff(contained.parts.best)));
    let laid_out = laid_out.into_iter().take(INCIDENTS_LAID_OUT);
    let lines = laid_out.map(|contained| format!("  {}\n", say::contained(contained)));
    let mut out: String = lines.collect();
    if let Some(more) = more(contained.len()) {
        out.push_str(&format!(
            "  {more} summing others, each counted in the same way: --format json has them\n"
        ));
    }
    out
}

fn row(name: &str, sum: &Sum) -> [String; 5] {
    [
        name.to_owned(),
        say::number(sum.low),
        say::number(sum.best),
        sum.high.map_or_else(|| "open".to_owned(), say::number),
        cell(&sum.incidents),
    ]
}

/// Returns the first few ids, and how many more there are.
fn cell(ids: &[String]) -> String {
    let shown = ids[..ids.len().min(IDS_IN_A_CELL)].join(" ");
    match ids.len().saturating_sub(IDS_IN_A_CELL) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_incidents_that_sum_others_those_that_differ_most_are_laid_out() {
        let told = |best: u64| Contained {
            whole: Sum {
                best,
                incidents: vec![format!("i-{best}")],
                ..Sum::default()
            },
            parts: Sum::default(),
        };
        let few: Vec<Contained> = (1..=12).map(told).collect();
        assert_eq!(contained(&few).lines().count(), 12);
        let many: Vec<Contained> = (1..=14).map(told).collect();
        let lines = contained(&many);
        let lines: Vec<&str> = lines.lines().collect();
        assert!(lines[0].starts_with("  i-14 sums others: "), "{lines:?}");
        assert!(lines[11].starts_with("  i-3 sums others: "), "{lines:?}");
        assert_eq!(
            lines[12..],
            [
                "  2 more incidents summing others, each counted in the same way: --format json has them"
            ]
        );
    }
}
