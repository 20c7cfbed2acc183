//! What claims inherit from their event as it is told elsewhere in the report.

use std::collections::BTreeMap;

use tollbook_terms::{Cause, Claim, Effect, Means, Why};

use super::means::{has_means, is_narrower};
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
/// sentences first, and "shelled" before "blasts".
#[derive(Default)]
struct Account {
    /// Means, and whether their words leave open what struck; those of arrests apart from those of other harm.
    means: [(Vec<Means>, bool); 2],
}

/// Whether the effect is that of an arrest, which has no means in common with a killing.
fn arrest(effect: Effect) -> usize {
    usize::from(effect == Effect::Detained)
}

/// Whether means told elsewhere of an event take the place of `own`, whose words may be `vague`.
fn replaces(other: &[Means], own: &[Means], vague: bool) -> bool {
    !other.is_empty()
        && (own.is_empty() || own == [Means::Raid] || vague && is_narrower(other, own))
}

/// Returns the accounts of all events by their labels.
fn accounts(drafts: &[Draft], told: &[Vec<Told>; 2]) -> BTreeMap<String, Account> {
    let mut accounts: BTreeMap<String, Account> = BTreeMap::new();
    let body_first = [1, 0];
    for field in body_first {
        for draft in drafts.iter().filter(|draft| draft.field == field) {
            let Some(event) = &draft.claim.event else {
                continue;
            };
            let account = &mut accounts.entry(event.clone()).or_default().means;
            let (means, vague) = &mut account[arrest(draft.claim.effect)];
            if replaces(&draft.claim.means, means, *vague) {
                means.clone_from(&draft.claim.means);
                *vague = told[draft.field][draft.sentence].vague;
            }
        }
    }
    accounts
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
pub(crate) fn inherit(drafts: &mut [Draft], told: &[Vec<Told>; 2]) {
    let accounts = accounts(drafts, told);
    let none = Account::default();
    for draft in drafts {
        let vague = told[draft.field][draft.sentence].vague;
        let claim = &mut draft.claim;
        let event = claim.event.as_ref();
        let account = event.and_then(|event| accounts.get(event)).unwrap_or(&none);
        let kind = arrest(claim.effect);
        let (means, _) = &account.means[kind];
        // No accident is done with a weapon.
        let plain = |means: &Means| matches!(means, Means::Fire | Means::Vehicle);
        let fits = match claim.cause {
            Cause::Violence => true,
            Cause::Accident => means.iter().all(plain),
            _ => false,
        };
        let may = kind == 1 || has_means(claim.effect) && fits;
        if may && replaces(means, &claim.means, vague) {
            claim.means.clone_from(means);
            because(claim, "means", &INHERITED);
        }
    }
}
