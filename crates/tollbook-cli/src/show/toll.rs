//! The page of a toll: its figures with their incidents, what differs and why, what stands beside.

use std::collections::BTreeMap;

use tollbook_formats::clean;
use tollbook_formats::output::style::Style;
use tollbook_formats::output::table::Table;
use tollbook_linker::say::{self, Say};
use tollbook_terms::{Effect, Incident, Line, Question, Sum, Toll};

use super::incident;
use crate::sources::plural;

/// Ids that are shown in one cell.
const IDS_IN_A_CELL: usize = 3;
/// Incidents whose accounts are laid out beneath a toll.
const INCIDENTS_LAID_OUT: usize = 12;

/// A toll with what is needed to explain it.
pub(crate) struct Answer<'a> {
    pub(crate) toll: &'a Toll,
    /// The incidents of the book.
    pub(crate) incidents: &'a [Incident],
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
        out.push_str(&self.differences(style));
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
        for contained in &line.contained {
            out.push_str(&format!("  {}\n", say::contained(contained)));
        }
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

    /// Returns what the accounts of incidents in the toll disagree on, and why the best is the best.
    fn differences(&self, style: Style) -> String {
        let effects: Vec<Effect> = self.toll.lines.iter().map(|line| line.effect).collect();
        let ids: Vec<&String> = self
            .toll
            .lines
            .iter()
            .flat_map(|line| &line.sum.incidents)
            .collect();
        let differing: Vec<String> = self
            .incidents
            .iter()
            .filter(|incident| ids.contains(&&incident.id))
            .map(|incident| {
                incident::differences(incident, &effects, self.toll.question.cause, &self.say)
            })
            .filter(|lines| !lines.is_empty())
            .collect();
        if differing.is_empty() {
            return String::new();
        }
        let mut out = format!("\n{}\n", style.bold("Where accounts differ"));
        out.extend(
            differing
                .iter()
                .take(INCIDENTS_LAID_OUT)
                .map(String::as_str),
        );
        if let Some(more) = differing.len().checked_sub(INCIDENTS_LAID_OUT + 1) {
            let more = plural(more as u64 + 1, "more incident");
            out.push_str(&format!(
                "  {more} on which accounts differ: tollbook incidents lists them\n"
            ));
        }
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
