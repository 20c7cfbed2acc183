//! Scope: whether a figure is the harm of one event, a running total, or a total of a closed past.

use tollbook_terms::{Scope, Why};

use super::when::Of;
use super::{Draft, Told};
use crate::mention::Mention;
use crate::phrase::date::DateMention;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;

pub(crate) const RUNNING: Rule = Rule {
    name: "scope.running",
    says: "A total since a day, so far, this year or over a war that goes on is a running total, and so is a rate.",
    must: &[
        (
            "Some 91 civilians have been killed since the war began.",
            "killed ~91 civilian cumulative",
        ),
        (
            "The clashes killed 34 civilians in the first week.",
            "killed 34 civilian cumulative",
        ),
        (
            "The two-year conflict has killed 4,000 people.",
            "killed 4000 cumulative",
        ),
    ],
    must_not: &[
        ("Two guards were killed on Monday.", "one day is no period"),
        (
            "The bombing, the deadliest in the past ten years, killed 40 people.",
            "the period belongs to the comparison",
        ),
    ],
};

pub(crate) const CLOSED: Rule = Rule {
    name: "scope.closed",
    says: "A total over an old war, an earlier year or a decade is background.",
    must: &[(
        "The river war of 1971-1974 killed some 30,000 people.",
        "killed ~30000 background",
    )],
    must_not: &[(
        "A bombing in 2004 killed 40 people.",
        "one event is an incident, whenever it happened",
    )],
};

pub(crate) const ADDED: Rule = Rule {
    name: "scope.added",
    says: "What a sentence that opens with \"in addition\" or \"also\" adds to a total, without a day of its own, runs over the same time.",
    must: &[(
        "Some 91 civilians have been killed since the war began. In addition, 40 houses were damaged.",
        "killed ~91 civilian cumulative; damaged 40 house cumulative",
    )],
    must_not: &[(
        "Some 91 civilians have been killed since the war began. In addition, 40 houses were damaged on Monday.",
        "it has a day of its own",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&RUNNING, &CLOSED, &ADDED];

/// Lets the drafts of a sentence, which begin at `base`, run on with the totals of the sentence before.
pub(crate) fn run_on(text: &Text<'_>, told: &Told, base: usize, drafts: &mut [Draft]) {
    let start = told.sentence.start;
    let adds = matches!(
        text.lower_at(start),
        "additionally" | "also" | "furthermore" | "moreover"
    ) || text.says(start, &["in", "addition"]);
    let (before, added) = drafts.split_at_mut(base);
    let Some(total) = before.last() else { return };
    let next_to_it = added
        .first()
        .is_some_and(|draft| draft.field == total.field && draft.sentence == total.sentence + 1);
    let dated = told
        .dates
        .iter()
        .any(|dated| dated.of == Of::Event && !dated.date.running);
    if !adds || !next_to_it || dated || total.claim.scope == Scope::Incident {
        return;
    }
    for draft in added {
        let claim = &mut draft.claim;
        if claim.scope != Scope::Incident {
            continue;
        }
        claim.scope = total.claim.scope;
        claim.when = total.claim.when;
        if claim
            .place
            .as_ref()
            .is_none_or(|place| place.name.is_empty())
        {
            claim.place.clone_from(&total.claim.place);
        }
        if claim.means.is_empty() {
            claim.means.clone_from(&total.claim.means);
        }
        if claim.perpetrator.is_none() {
            claim.perpetrator.clone_from(&total.claim.perpetrator);
        }
        claim.why.push(Why {
            field: "scope".to_owned(),
            rule: ADDED.name.to_owned(),
            start: claim.quote.start,
            end: claim.quote.end,
        });
    }
}

/// A stretch of so many days has more than one event.
const DAYS: i32 = 5;

/// How far from the harm the words of a period may stand, in tokens.
const REACH: usize = 40;

/// The words around a figure that say over what it sums.
struct Around<'a, 't> {
    text: &'a Text<'t>,
    told: &'a Told,
    harm: (usize, usize),
    /// The tokens of the sentence that are near enough.
    from: usize,
    to: usize,
}

/// Returns what a figure sums.
pub(crate) fn scope(text: &Text<'_>, told: &Told, mention: &Mention) -> Scope {
    let number = &told.phrases[mention.phrase];
    let harm = (
        number.start.min(mention.trigger),
        number.end.max(mention.trigger + 1),
    );
    let around = Around {
        text,
        told,
        harm,
        from: harm.0.saturating_sub(REACH).max(told.sentence.start),
        to: (harm.1 + REACH).min(told.sentence.end),
    };
    let low = mention.count.low;
    if around.is_closed(low) {
        Scope::Background
    } else if around.is_running(low) {
        Scope::Cumulative
    } else {
        Scope::Incident
    }
}

/// What is fought over a long time.
fn is_war(lower: &str) -> bool {
    matches!(
        lower,
        "war"
            | "wars"
            | "conflict"
            | "conflicts"
            | "genocide"
            | "insurgency"
            | "uprising"
            | "intifada"
            | "rebellion"
            | "revolution"
            | "rule"
            | "dictatorship"
            | "hostilities"
            | "crisis"
            | "unrest"
            | "occupation"
            | "violence"
            | "campaign"
            | "crackdown"
    )
}

impl Around<'_, '_> {
    fn tokens(&self) -> std::ops::Range<usize> {
        self.from..self.to
    }

    fn says(&self, words: &[&str]) -> bool {
        self.tokens().any(|at| self.text.says(at, words))
    }

    fn dates(&self) -> impl Iterator<Item = (u32, &DateMention)> {
        self.told
            .dates
            .iter()
            .filter(|dated| matches!(dated.of, Of::Event))
            .map(|dated| {
                let distance = self.told.borders.distance(dated.date.start, self.harm);
                (distance, &dated.date)
            })
            .filter(|(distance, _)| *distance < REACH as u32)
    }

    /// Whether the harm is told in the perfect: "have been killed".
    fn perfect(&self) -> bool {
        let from = self.harm.0.saturating_sub(3).max(self.from);
        (from..self.harm.1 + 3).any(|at| matches!(self.text.lower_at(at), "has" | "have"))
    }

    fn war(&self) -> bool {
        self.tokens().any(|at| is_war(self.text.lower_at(at)))
    }

    /// One deed, which has its own day whenever it was: "a bombing in 2004".
    fn one_deed(&self) -> bool {
        self.tokens().any(|at| {
            matches!(
                self.text.lower_at(at),
                "attack"
                    | "bombing"
                    | "blast"
                    | "explosion"
                    | "strike"
                    | "airstrike"
                    | "raid"
                    | "massacre"
                    | "siege"
                    | "crash"
                    | "ambush"
                    | "assault"
                    | "shooting"
                    | "battle"
                    | "earthquake"
                    | "bomb"
                    | "bomber"
            )
        })
    }

    fn is_closed(&self, low: u64) -> bool {
        let past = |date: &DateMention| {
            let days = date.when.from.zip(date.when.to).map(|(from, to)| to - from);
            (!date.day && !date.running)
                .then_some(days)
                .flatten()
                .map(|span| span.get_days())
        };
        let spans: Vec<i32> = self.dates().filter_map(|(_, date)| past(date)).collect();
        let years = spans.iter().any(|days| *days > 700);
        let year = spans.iter().any(|days| *days > 300);
        let plain_past = !self.perfect();
        let old_war = self.war() && plain_past && low >= 1000 && !self.says(&["so", "far"]);
        let names_war = self.tokens().any(|at| {
            matches!(
                self.text.lower_at(at),
                "war" | "genocide" | "conflict" | "dictatorship"
            )
        });
        let since = self.tokens().any(|at| self.text.lower_at(at) == "since");
        years && (self.war() || !self.one_deed())
            || year && plain_past && !self.one_deed() && (self.war() || low >= 10) && !since
            || old_war && names_war && !since && !self.is_this_war()
    }

    /// "the war in which", "the army's war": a war that is not over.
    fn is_this_war(&self) -> bool {
        self.tokens().any(|at| {
            is_war(self.text.lower_at(at))
                && matches!(
                    self.text.lower_at(at.wrapping_sub(1)),
                    "the" | "this" | "current" | "ongoing"
                )
                && self.told.dates.is_empty()
                && self.text.tag_at(self.harm.0) != Some(Tag::VBD)
        })
    }

    fn is_running(&self, low: u64) -> bool {
        self.running_date()
            || self.stretch()
            || self.open_period()
            || self.since_clause()
            || self.rate()
            || self.long_war(low)
    }

    /// "In the first week", "from 3 to 9 May": a stretch of days with many events.
    fn stretch(&self) -> bool {
        let first = self.tokens().any(|at| {
            self.text.says(at, &["in", "the", "first"])
                && matches!(
                    self.text.lower_at(at + 3),
                    "week"
                        | "weeks"
                        | "month"
                        | "months"
                        | "year"
                        | "two"
                        | "three"
                        | "four"
                        | "six"
                )
                && (at + 3..at + 5).any(|i| {
                    matches!(
                        self.text.lower_at(i),
                        "week" | "weeks" | "month" | "months" | "year" | "years"
                    )
                })
        });
        first
            || self.dates().any(|(_, date)| {
                let days = date.when.from.zip(date.when.to).map(|(from, to)| to - from);
                let before = self.text.lower_at(date.start.wrapping_sub(1));
                let from = [before, self.text.lower_at(date.start)]
                    .iter()
                    .any(|word| matches!(*word, "from" | "between"));
                from && days.is_some_and(|days| days.get_days() >= DAYS)
            })
    }

    fn running_date(&self) -> bool {
        self.dates().any(|(_, date)| {
            // "the deadliest attack in the past ten years".
            let (from, to) = if date.start < self.harm.0 {
                (date.start.saturating_sub(8).max(self.from), date.start)
            } else {
                (self.harm.1.max(date.start.saturating_sub(12)), date.start)
            };
            let compared = (from..to).any(|at| {
                matches!(self.text.tag_at(at), Some(Tag::JJS | Tag::RBS))
                    || matches!(
                        self.text.lower_at(at),
                        "first" | "deadliest" | "worst" | "third"
                    )
            });
            let (harm_in_clause, _) = self.inside_since(date.start);
            date.running && !compared && !harm_in_clause
        })
    }

    /// "Strikes this week killed", "in January there have been": a period that is not over, over many events.
    fn open_period(&self) -> bool {
        let many = self.tokens().any(|at| {
            matches!(
                self.text.lower_at(at),
                "attacks"
                    | "strikes"
                    | "airstrikes"
                    | "raids"
                    | "clashes"
                    | "bombings"
                    | "operations"
            )
        });
        let week = self.says(&["this", "week"]) || self.says(&["this", "month"]);
        let month = self.perfect()
            && !self.one_deed()
            && self
                .dates()
                .any(|(_, date)| !date.day && date.when.from.is_some() && !date.running)
            && self.says(&["month", "of"]);
        week && many || month
    }

    /// Whether the harm stands inside the clause of the "since" before token `at`, and where that is.
    fn inside_since(&self, at: usize) -> (bool, usize) {
        let since = (self.from..at.min(self.to))
            .rev()
            .find(|i| self.text.lower_at(*i) == "since")
            .unwrap_or(at);
        let between = since..self.harm.0;
        let inside = since < self.harm.0
            // "..., killing ten" goes on with the main clause.
            && (self.text.tag_at(self.harm.0) == Some(Tag::VBG)
                && self.text.lower_at(self.harm.0.wrapping_sub(1)) != ","
                || between
                    .clone()
                    .any(|i| matches!(self.text.lower_at(i), "which" | "including")));
        (inside, since)
    }

    fn since_clause(&self) -> bool {
        let since = self.tokens().find(|at| {
            self.text.lower_at(*at) == "since"
                && !matches!(self.text.lower_at(at.wrapping_sub(1)), "long" | "has")
        });
        let opens = since.is_some_and(|at| {
            !self.inside_since(at + 1).0
                && (matches!(
                    self.text.lower_at(at + 1),
                    "the" | "then" | "it" | "its" | "his"
                ) || self.perfect()
                    || self.text.tag_at(at + 1).is_some_and(Tag::is_noun))
        });
        let phrases: &[&[&str]] = &[
            &["so", "far"],
            &["to", "date"],
            &["in", "recent", "weeks"],
            &["in", "recent", "months"],
            &["in", "recent", "years"],
            &["in", "recent", "days"],
            &["over", "the", "years"],
            &["over", "the", "past"],
            &["in", "the", "past"],
            &["during", "the", "past"],
            &["during", "the", "same", "period"],
            &["in", "the", "same", "period"],
            &["over", "the", "same", "period"],
            &["in", "the", "course", "of", "the", "war"],
        ];
        let hours = self.says(&["hours"]);
        opens || !hours && phrases.iter().any(|words| self.says(words)) && !self.compared_near()
    }

    fn compared_near(&self) -> bool {
        self.tokens().any(|at| {
            matches!(
                self.text.lower_at(at),
                "deadliest" | "bloodiest" | "worst" | "biggest"
            )
        })
    }

    /// "every day", "60 a day", "per month".
    fn rate(&self) -> bool {
        let unit = |at: usize| matches!(self.text.lower_at(at), "day" | "week" | "month" | "year");
        (self.harm.0..(self.harm.1 + 6).min(self.to)).any(|at| {
            matches!(self.text.lower_at(at), "every" | "per" | "each") && unit(at + 1)
                || self.text.lower_at(at) == "a"
                    && unit(at + 1)
                    && !matches!(
                        self.text.lower_at(at + 2),
                        "later" | "after" | "earlier" | "before" | "ago" | "of"
                    )
                    && self.text.lower_at(at.wrapping_sub(1)) != "in"
        })
    }

    /// "the war has killed", "a ten-year conflict", "thousands have been kidnapped".
    fn long_war(&self, low: u64) -> bool {
        let long = self.tokens().any(|at| {
            let old = matches!(
                self.text.lower_at(at),
                "year" | "years" | "month" | "months" | "decade" | "decades"
            );
            old && (at + 1..(at + 5).min(self.to)).any(|i| is_war(self.text.lower_at(i)))
        });
        let has_killed = self.tokens().any(|at| {
            is_war(self.text.lower_at(at))
                && self.perfect()
                && at < self.harm.1
                && self.harm.0.saturating_sub(at) < 25
        });
        let within = self.war() && self.perfect() && low >= 200;
        let many = low >= 2000 && self.perfect();
        long || has_killed || within || many
    }
}
