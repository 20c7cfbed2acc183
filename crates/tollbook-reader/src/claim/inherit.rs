//! What claims inherit from their event as it is told elsewhere in the report.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use tollbook_terms::{Cause, Claim, Effect, Means, Modality, Scope, When, Why};

use super::field::is_always_violence;
use super::means::has_means;
use super::relation::{Bond, Sign, Tie, root};
use super::when::Of;
use super::{Draft, Told};
use crate::rule::Rule;

pub(crate) const INHERITED: Rule = Rule {
    name: "inherit.event",
    says: "What a claim does not say of its day, place, means or perpetrator it takes from its event as told elsewhere in the report.",
    must: &[(
        "A rocket killed five people in the town of Ostra. Three children were among the dead.",
        "killed 5; killed 3 child part-of 5",
    )],
    must_not: &[(
        "A rocket killed five people in the town of Ostra.",
        "the claim says it all itself",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&INHERITED];

/// What the claims of one event tell together: the body's account before the title's, earlier
/// sentences first.
#[derive(Default)]
struct Account {
    when: Option<When>,
    /// The first single day.
    day: Option<Date>,
    /// Means, those of arrests apart from those of other harm.
    means: [Vec<Means>; 2],
    cause: Option<Cause>,
}

/// Whether the effect is that of an arrest, which has no means in common with a killing.
fn arrest(effect: Effect) -> usize {
    usize::from(effect == Effect::Detained)
}

impl Account {
    fn add(&mut self, draft: &Draft) {
        let claim = &draft.claim;
        let told = Some(claim.when).filter(|when| *when != When::default());
        self.when = self.when.or(told);
        let day = claim.when.from.filter(|_| claim.when.from == claim.when.to);
        self.day = self.day.or(day);
        let kind = arrest(claim.effect);
        let raid = |means: &[Means]| means == [Means::Raid];
        if self.means[kind].is_empty() || raid(&self.means[kind]) && !claim.means.is_empty() {
            self.means[kind].clone_from(&claim.means);
        }
        let other = Some(claim.cause).filter(|cause| *cause != Cause::Violence);
        self.cause = self.cause.or(other);
    }
}

/// Returns the accounts of all events by their labels.
fn accounts(drafts: &[Draft]) -> BTreeMap<String, Account> {
    let mut accounts: BTreeMap<String, Account> = BTreeMap::new();
    let body_first = [1, 0];
    for field in body_first {
        for draft in drafts.iter().filter(|draft| draft.field == field) {
            if let Some(event) = &draft.claim.event {
                accounts.entry(event.clone()).or_default().add(draft);
            }
        }
    }
    accounts
}

/// How many claims before a claim may give their day to it.
const NEAR: usize = 6;

/// The day of an event that names none: that of the sum it is part of, else one named in the sentences
/// since the claim told before it, else that of the claims before it, as long as the report does not
/// look back.
fn day_around(
    drafts: &[Draft],
    ties: &[Option<Tie>],
    told: &[Vec<Told>; 2],
    i: usize,
) -> Option<When> {
    if drafts[i].claim.scope != Scope::Incident {
        return None;
    }
    let day = |at: &usize| {
        let claim = &drafts[*at].claim;
        (claim.scope == Scope::Incident && claim.when != When::default()).then_some(claim.when)
    };
    let whole = ties[root(ties, i)]
        .filter(|tie| tie.bond == Bond::Part)
        .map(|tie| root(ties, tie.to));
    let words = &drafts[i].words.this;
    let back = words.has(Sign::Earlier) || words.has(Sign::Recalls);
    let before = i.checked_sub(1).filter(|_| !back);
    // "Five dead in market blast": a title takes the day of the first account in the text.
    let body = (drafts[i].field == 0)
        .then(|| {
            let first = drafts.partition_point(|draft| draft.field == 0);
            (first..drafts.len().min(first + 4)).find_map(|j| day(&j))
        })
        .flatten();
    whole
        .as_ref()
        .and_then(day)
        .or(body)
        .or_else(|| between(drafts, told, i))
        .or_else(|| {
            let near = before.map_or(0..0, |before| (before + 1).saturating_sub(NEAR)..before + 1);
            near.rev()
                .filter(|j| drafts[*j].field == drafts[i].field)
                .find_map(|j| day(&j))
        })
}

/// The day that the sentences right before the claim's name, behind those of the claim before.
fn between(drafts: &[Draft], told: &[Vec<Told>; 2], i: usize) -> Option<When> {
    let draft = &drafts[i];
    let last = i
        .checked_sub(1)
        .map(|before| &drafts[before])
        .filter(|before| before.field == draft.field)
        .map_or(0, |before| before.sentence + 1);
    let from = last.max(draft.sentence.saturating_sub(2));
    told[draft.field]
        .get(from..draft.sentence)?
        .iter()
        .rev()
        .flat_map(|told| told.dates.iter().rev())
        .find(|dated| dated.of == Of::Event && dated.date.day && !dated.date.running)
        .map(|dated| dated.date.when)
}

/// The day that the sentences right behind the claim's tell, up to those of another claim.
fn behind(drafts: &[Draft], told: &[Vec<Told>; 2], i: usize) -> Option<When> {
    let draft = &drafts[i];
    let here = (draft.field, draft.sentence);
    let past = drafts.partition_point(|other| (other.field, other.sentence) <= here);
    let next = drafts
        .get(past)
        .filter(|next| next.field == draft.field)
        .map_or(usize::MAX, |next| next.sentence);
    let from = draft.sentence + 1;
    let to = next.min(from + 2).min(told[draft.field].len());
    told[draft.field]
        .get(from..to)?
        .iter()
        .flat_map(|told| &told.dates)
        .find(|dated| dated.of == Of::Event && dated.date.day && !dated.date.running)
        .map(|dated| dated.date.when)
}

/// By the sentences of the text: the day from which a running total counts that names none, told last
/// before or in the sentence.
fn beginnings(told: &[Told]) -> Vec<Option<Date>> {
    let mut last = None;
    told.iter()
        .map(|told| {
            last = told.began.or(last);
            last
        })
        .collect()
}

pub(crate) fn because(claim: &mut Claim, field: &str, rule: &Rule) {
    claim.why.push(Why {
        field: field.to_owned(),
        rule: rule.name.to_owned(),
        start: claim.quote.start,
        end: claim.quote.end,
    });
}

/// Gives claims what their event tells elsewhere and they do not tell themselves.
pub(crate) fn inherit(drafts: &mut [Draft], ties: &[Option<Tie>], told: &[Vec<Told>; 2]) {
    let accounts = accounts(drafts);
    let all = || told.iter().flatten();
    let violent = all().any(|told| !told.means.is_empty());
    let first_cause = all()
        .flat_map(|told| &told.causes)
        .map(|cause| cause.1)
        .next();
    // The report's own day, as it stands at the head of its text.
    let writing = told[1]
        .first()
        .and_then(|told| told.dates.iter().find(|dated| dated.of == Of::Writing))
        .map(|dated| dated.date.when);
    let began = beginnings(&told[1]);
    for i in 0..drafts.len() {
        let at = (drafts[i].field, drafts[i].sentence);
        let none = Account::default();
        let account = drafts[i]
            .claim
            .event
            .as_ref()
            .and_then(|event| accounts.get(event))
            .unwrap_or(&none);
        // What is only threatened or planned has no day.
        if drafts[i].claim.when == When::default()
            && drafts[i].claim.scope == Scope::Incident
            && drafts[i].claim.modality != Modality::Hypothetical
        {
            let first = drafts[i].claim.event.as_deref() == Some("A");
            drafts[i].claim.when = account
                .when
                .or_else(|| day_around(drafts, ties, told, i))
                .or_else(|| behind(drafts, told, i))
                .or(writing.filter(|_| first))
                .unwrap_or_default();
        }
        // "in an attack last month", and elsewhere its day.
        if drafts[i].claim.scope == Scope::Incident
            && let (Some(from), Some(to)) = (drafts[i].claim.when.from, drafts[i].claim.when.to)
            && let Some(day) = account.day.filter(|day| {
                from <= *day
                    && *day <= to
                    && ((to - from).get_days() > 1 || from.weekday() == Weekday::Saturday)
            })
        {
            drafts[i].claim.when = When {
                from: Some(day),
                to: Some(day),
            };
        }
        if drafts[i].claim.scope == Scope::Cumulative && drafts[i].claim.when.from.is_none() {
            drafts[i].claim.when.from = began
                .get(at.1.min(began.len().saturating_sub(1)))
                .copied()
                .flatten()
                .filter(|_| at.0 == 1);
        }
        let own = drafts[i].own_day.is_some();
        let claim = &mut drafts[i].claim;
        if !own && claim.scope == Scope::Incident && claim.when != When::default() {
            because(claim, "when", &INHERITED);
        }
        let kind = arrest(claim.effect);
        let may = kind == 1 || has_means(claim.effect) && claim.cause == Cause::Violence;
        let open = claim.means.is_empty() || kind == 0 && claim.means == [Means::Raid];
        if may && open && !account.means[kind].is_empty() {
            claim.means.clone_from(&account.means[kind]);
            because(claim, "means", &INHERITED);
        }
        if claim.cause == Cause::Violence && !is_always_violence(claim.effect) {
            let whole_report = first_cause.filter(|_| !violent && claim.means.is_empty());
            // A tank that explodes by accident is no bomb.
            let by_either = |means: &Means| matches!(means, Means::Bomb | Means::Fire);
            let of_event = account.cause.filter(|_| claim.means.iter().all(by_either));
            if let Some(cause) = of_event.or(whole_report) {
                claim.cause = cause;
                claim.means.retain(|means| *means != Means::Bomb);
            }
        }
    }
}
