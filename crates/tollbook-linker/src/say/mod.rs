//! The words of every sentence that is shown about incidents and tolls, in one place.
//!
//! Sentences hold words of reports (claimants, places): who prints them to a terminal takes control
//! characters out. Claims and incidents are named by their ids beside a sentence, not in it, but where
//! the sentence is about them.

mod words;

use tollbook_terms::{
    Affiliation, Aside, Basis, Beside, Category, Chosen, Claimant, Contained, Contest,
    Contradiction, Count, Did, Effect, Figure, Footing, Grade, Incident, Line, Modality, Older,
    Party, Said, Step, Sum, When,
};

pub use words::{category, count, effect, number, spread};

/// Stands under every toll.
pub const UNDERCOUNT: &str =
    "This toll is likely an undercount: what nobody reports is in no report.";

/// Stands under a toll that has a line of casualties.
pub const CASUALTIES: &str = "Casualties are killed or injured, not told apart; they may hold people \
    who are also counted as killed or as injured.";

/// Returns what a report is called as a claimant where it names no outlet.
pub fn no_outlet(report: &str) -> String {
    format!("report {report}, without an outlet")
}

/// Returns why the best figure is the best.
pub fn chosen(figure: &Figure) -> String {
    let best = number(figure.best);
    match figure.chosen {
        Chosen::Only => format!("Best is {best}, the only exact figure."),
        Chosen::MostClaimants(n) => {
            format!("Best is {best}, which has the most independent claimants: {n}.")
        }
        Chosen::Newest => {
            format!("Best is {best}, the newest of the exact figures with equally many claimants.")
        }
        Chosen::HighestLow => {
            format!("Best is {best}, the highest low: only bounds are given, no exact figure.")
        }
    }
}

/// Returns how many claims a step left out, and why.
pub fn step(step: &Step) -> String {
    let why = match step.did {
        Did::LeftOutCopies => "a text family speaks once, with its latest version",
        Did::LeftOutOlder => "a claimant speaks once, with the newest figure",
        Did::LeftOutRepeated => "a figure said again adds nothing",
        Did::LeftOutRevised => "a figure that its own report replaces adds nothing",
        Did::LeftOutParts => "a part of a figure that counts adds nothing",
        Did::LeftOutRivals => "the report adds up too many figures to lay each rival beside them",
        Did::LeftOutNarrower => "a figure about some of them sets that of its category only",
        Did::SetNoFigure => "denied, negated, feared and hypothetical harm sets no figure",
    };
    format!("{} left out: {why}.", many(step.claims.len(), "claim"))
}

/// Returns why a toll counts one or the other where an incident sums others.
pub fn contained(contained: &Contained) -> String {
    let Contained { whole, parts } = contained;
    let (whole_best, parts_best) = (number(whole.best), number(parts.best));
    let incidents = many(parts.incidents.len(), "incident");
    let told = format!(
        "{} sums others: {whole_best} in all, {parts_best} in {incidents} told one by one",
        whole.incidents.join(", ")
    );
    let difference = number(whole.best.abs_diff(parts.best));
    match whole.best.cmp(&parts.best) {
        std::cmp::Ordering::Equal => format!("{told}; counted once."),
        std::cmp::Ordering::Greater => {
            format!("{told}; the larger counts, {difference} are in no incident of their own.")
        }
        std::cmp::Ordering::Less => {
            format!("{told}; the larger counts, {difference} more than the sum says.")
        }
    }
}

/// Returns what a toll leaves out, one sentence for each reason.
pub fn footing(footing: &Footing) -> Vec<String> {
    let left_out = [
        (
            &footing.undated,
            "incident",
            "left out of the period, for no report gives a day",
        ),
        (
            &footing.unplaced,
            "incident",
            "left out of the place, for no report names one",
        ),
        (
            &footing.other_causes,
            "incident",
            "with harm by another cause, which is not in the sums",
        ),
        (
            &footing.without_event,
            "claim",
            "of harm in no event and no total, in no sum",
        ),
        (
            &footing.background,
            "claim",
            "about a closed past, in no sum",
        ),
    ];
    left_out
        .into_iter()
        .filter(|(ids, _, _)| !ids.is_empty())
        .map(|(ids, noun, why)| format!("{} {why}.", many(ids.len(), noun)))
        .collect()
}

/// Returns a number of things: "1 incident", "2 incidents".
fn many(n: usize, noun: &str) -> String {
    let n = n as u64;
    format!("{} {noun}{}", number(n), if n == 1 { "" } else { "s" })
}

/// Returns "a", "a and b", "a, b and c".
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The sentences that name parties: each by its first name in the book, else by its id.
#[derive(Debug, Clone, Copy)]
pub struct Say<'a> {
    /// The parties of the book.
    pub parties: &'a [Party],
}

impl Say<'_> {
    /// Returns the name of an actor.
    pub fn actor<'s>(&'s self, id: &'s str) -> &'s str {
        let party = self.parties.iter().find(|party| party.id == id);
        party
            .and_then(|party| party.names.first())
            .map_or(id, String::as_str)
    }

    /// Returns where someone stands.
    pub fn side(&self, affiliation: &Affiliation) -> String {
        match affiliation {
            Affiliation::Party(id) => format!("on the side of {}", self.actor(id)),
            Affiliation::ThirdParty => "on no side".to_owned(),
            Affiliation::International => "an international body".to_owned(),
            Affiliation::Eyewitness => "an eyewitness".to_owned(),
            Affiliation::Unknown => "side not known".to_owned(),
        }
    }

    /// Returns a claimant with its side.
    pub fn claimant(&self, claimant: &Claimant) -> String {
        format!("{} ({})", claimant.text, self.side(&claimant.affiliation))
    }

    fn claimants(&self, claimants: &[Claimant]) -> String {
        let names: Vec<String> = claimants.iter().map(|c| self.claimant(c)).collect();
        listed(&names)
    }

    /// Returns what a claimant says of a figure, and what he said before.
    pub fn said(&self, said: &Said) -> String {
        let together = if said.claimants.len() > 1 {
            ", together"
        } else {
            ""
        };
        let by = self.claimants(&said.claimants);
        let before = |older: &Older| format!("{} ({})", count(&older.count), older.at);
        let earlier = match said.history.as_slice() {
            [] => String::new(),
            history => {
                let figures: Vec<String> = history.iter().map(before).collect();
                format!("; earlier {}", figures.join(", "))
            }
        };
        format!(
            "{}: {by}{together}, {}{earlier}",
            count(&said.count),
            said.at
        )
    }

    /// Returns what is said without setting a figure.
    pub fn aside(&self, aside: &Aside) -> String {
        let how = match aside.modality {
            Modality::Denied => "is denied",
            Modality::Negated => "is said not to have happened",
            Modality::Feared => "is feared",
            Modality::Hypothetical => "is threatened, planned or supposed",
            Modality::Alleged => "is alleged",
            Modality::Asserted => "is asserted",
        };
        let harm = self.harm(&aside.count, &aside.categories, aside.effect);
        format!("{harm} {how}: {}", self.claimant(&aside.claimant))
    }

    /// Returns how well a figure is supported, and why.
    pub fn grade(&self, incident: &Incident, figure: &Figure) -> String {
        let by = || {
            let said = figure
                .said
                .iter()
                .map(|said| self.claimants(&said.claimants));
            said.collect::<Vec<_>>().join("; ")
        };
        let why = match figure.grade {
            Grade::Confirmed => "the alleged perpetrator accepts it".to_owned(),
            Grade::Fair => format!("independent claimants say so: {}", by()),
            Grade::Weak => format!("one claimant says so: {}", by()),
            Grade::Contested => {
                let why: Vec<String> = incident.contested.iter().map(|c| self.contest(c)).collect();
                why.join("; ")
            }
        };
        format!("{}: {why}", figure.grade.as_str())
    }

    /// Returns why an incident is contested.
    pub fn contest(&self, contest: &Contest) -> String {
        match contest {
            Contest::Denied { claimant, .. } => {
                format!("denied by {}", self.claimant(claimant))
            }
            Contest::BlamedOnDifferentActors { actors } => {
                let names: Vec<String> =
                    actors.iter().map(|id| self.actor(id).to_owned()).collect();
                format!("blamed by different claimants on {}", listed(&names))
            }
        }
    }

    /// Returns on whose side all claimants of an incident stand.
    pub fn one_sided(&self, side: &Affiliation) -> String {
        format!("one-sided: every claimant is {}", self.side(side))
    }

    /// Returns what cannot be true together.
    pub fn contradiction(&self, contradiction: &Contradiction) -> String {
        match contradiction {
            Contradiction::PartLargerThanWhole {
                part,
                part_low,
                whole,
                whole_high,
            } => format!(
                "a part is larger than its whole: {} ({part}) of {} ({whole})",
                number(*part_low),
                number(*whole_high)
            ),
            Contradiction::CategoryLargerThanAll {
                effect: harm,
                category: kind,
                category_low,
                all_high,
            } => format!(
                "at least {} {} {}, but at most {} in all",
                number(*category_low),
                category(*kind, *category_low),
                effect(*harm),
                number(*all_high)
            ),
            Contradiction::SaidToBeNone {
                claimant,
                effect: harm,
                best,
                ..
            } => format!(
                "{} says that there was no such harm, others say {} {}",
                self.claimant(claimant),
                number(*best),
                effect(*harm)
            ),
        }
    }

    /// Returns the line of a toll: "26 killed in 2 incidents (1 child and 1 aid worker among them)".
    pub fn line(&self, line: &Line) -> String {
        let among = self
            .among(line)
            .map(|among| format!(" ({among})"))
            .unwrap_or_default();
        format!("{}{among}", self.sum(&line.sum, line.effect))
    }

    /// Returns a sum with its effect and its incidents: "26 (21 to 40) killed in 2 incidents".
    pub fn sum(&self, sum: &Sum, harm: Effect) -> String {
        format!(
            "{} {} in {}",
            spread(sum.low, sum.best, sum.high),
            effect(harm),
            many(sum.incidents.len(), "incident")
        )
    }

    /// Returns the categories among the people or objects of a line: "1 child and 1 aid worker among
    /// them". A category of which all of them are told to be is left out, and so is one of which it is
    /// open whether there is any.
    pub fn among(&self, line: &Line) -> Option<String> {
        let kinds: Vec<String> = line
            .among
            .iter()
            .filter(|(_, sum)| sum.best > 0 && *sum != line.sum)
            .map(|(kind, sum)| {
                let shown = spread(sum.low, sum.best, sum.high);
                format!("{shown} {}", category(*kind, sum.best))
            })
            .collect();
        (!kinds.is_empty()).then(|| format!("{} among them", listed(&kinds)))
    }

    /// Returns the name of a row of a line by side of the alleged perpetrator.
    pub fn perpetrator(&self, actor: Option<&str>) -> String {
        match actor {
            Some(id) => format!("blamed on {}", self.actor(id)),
            None => "blamed on nobody known".to_owned(),
        }
    }

    /// Returns a cumulative claim with the difference to what is known: "91 civilians killed, claimed
    /// since 2031-09-27 by …; 26 in 2 known incidents; 65 in no known incident".
    pub fn beside(&self, beside: &Beside) -> String {
        let Beside { total, known } = beside;
        let claimed = format!(
            "{}, claimed{} by {}",
            self.harm(&total.count, &total.categories, total.effect),
            period(total.when),
            self.claimant(&total.claimant)
        );
        let in_known = format!(
            "{} in {}",
            spread(known.low, known.best, known.high),
            many(known.incidents, "known incident")
        );
        let exact = total.count.high == Some(total.count.low);
        let up_to = total
            .count
            .high
            .filter(|_| total.count.basis == Basis::AtMost);
        let bound = match (exact, up_to) {
            (true, _) => "",
            (false, Some(_)) => "up to ",
            (false, None) => "at least ",
        };
        let all = up_to.unwrap_or(total.count.low);
        let difference = number(all.abs_diff(known.best));
        let rest = match known.best.cmp(&all) {
            _ if known.incidents == 0 => return format!("{claimed}; in no known incident"),
            std::cmp::Ordering::Less => format!("{bound}{difference} in no known incident"),
            std::cmp::Ordering::Equal => "no difference".to_owned(),
            std::cmp::Ordering::Greater => format!("{difference} more than claimed"),
        };
        format!("{claimed}; {in_known}; {rest}")
    }

    /// Returns a count with its categories and effect: "91 civilians killed".
    fn harm(&self, counted: &Count, categories: &[Category], harm: Effect) -> String {
        let n = counted.high.unwrap_or(u64::MAX);
        let kinds: Vec<String> = categories
            .iter()
            .map(|kind| category(*kind, n).to_owned())
            .collect();
        let kinds = match kinds.as_slice() {
            [] => String::new(),
            kinds => format!(" {}", listed(kinds)),
        };
        format!("{}{kinds} {}", count(counted), effect(harm))
    }
}

/// Returns the days of a total: " since 2031-09-27", " from … to …".
fn period(when: When) -> String {
    match (when.from, when.to) {
        (Some(from), _) => format!(" since {from}"),
        (None, Some(to)) => format!(" up to {to}"),
        (None, None) => String::new(),
    }
}
