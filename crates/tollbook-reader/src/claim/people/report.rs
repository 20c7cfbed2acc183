//! Who the harmed are, as far as only the whole report tells: foreigners, officers of the police, drivers.

use std::collections::BTreeSet;

use tollbook_terms::{Category, Cause, Claim, Why};

use super::body::of_police;
use crate::claim::Draft;
use crate::place::{PlaceKind, PlaceTable};
use crate::rule::Rule;
use crate::text::Text;

pub(crate) const FOREIGN: Rule = Rule {
    name: "categories.foreign",
    says: "Who is said to be of another country than that of the harm is a foreigner, unless he serves a force or his country's forces take part.",
    must: &[
        (
            "Two Swiss missionaries were killed in Bolivia.",
            "killed 2 cleric+foreigner",
        ),
        (
            "A Canadian woman was killed in Jordan.",
            "killed 1 woman+foreigner",
        ),
    ],
    must_not: &[
        (
            "Two Swiss soldiers were killed in Bolivia.",
            "they came as soldiers",
        ),
        (
            "Swiss troops killed nine people in Bolivia. A Swiss woman was hurt in Bolivia on Monday.",
            "her country fights there",
        ),
        (
            "Two Bolivian missionaries were killed in Bolivia.",
            "they are at home",
        ),
    ],
};

pub(crate) const OFFICERS: Rule = Rule {
    name: "categories.officers",
    says: "An officer in a report that tells of police and of no army is one of the police.",
    must: &[(
        "Two officers were shot dead in a car. The police closed the road.",
        "killed 2 police",
    )],
    must_not: &[(
        "Two officers were shot dead in a car. The army closed the road.",
        "they are the army's",
    )],
};

pub(crate) const DRIVING: Rule = Rule {
    name: "categories.driving",
    says: "Whoever drives when an accident happens is a worker only where the report says what he drove for.",
    must: &[(
        "A driver died in a crash on the highway.",
        "killed 1 accident",
    )],
    must_not: &[(
        "A bus driver died in a crash on the highway.",
        "he drove for his work",
    )],
};

/// Those who serve a force, and those who fled their country: no foreigners by that alone.
const SERVING: &[Category] = &[
    Category::Combatant,
    Category::Police,
    Category::Security,
    Category::Peacekeeper,
    Category::Attacker,
    Category::Refugee,
];

/// The countries that words name or whose people they name; not where a town has that name too.
fn countries(words: &str, table: &PlaceTable) -> Vec<String> {
    let named = table.find(words).into_iter();
    named
        .filter(|place| match place.kind {
            PlaceKind::Country => !table.has_namesakes(&words[place.start..place.end]),
            kind => kind == PlaceKind::Demonym,
        })
        .filter_map(|place| place.country.map(str::to_owned))
        .collect()
}

/// Notes why the claim has its categories.
fn because(claim: &mut Claim, rule: &Rule) {
    claim.why.push(Why {
        field: "categories".to_owned(),
        rule: rule.name.to_owned(),
        start: claim.number.start,
        end: claim.number.end,
    });
}

/// Gives the harmed what only the whole report tells of them.
pub(crate) fn settle(drafts: &mut [Draft], table: &PlaceTable) {
    let serves = |claim: &Claim| claim.categories.iter().any(|c| SERVING.contains(c));
    let mut sides: BTreeSet<String> = BTreeSet::new();
    for claim in drafts.iter().map(|draft| &draft.claim) {
        if serves(claim) {
            sides.extend(countries(&claim.number.text, table));
        }
        let doer = claim.perpetrator.as_deref().unwrap_or("");
        sides.extend(countries(doer, table));
    }
    // Whose country has harm of its own in the report is no guest beside it.
    let mut harmed: BTreeSet<String> = BTreeSet::new();
    for place in drafts.iter().filter_map(|draft| draft.claim.place.as_ref()) {
        harmed.extend(place.country.clone());
    }
    for claim in drafts.iter_mut().map(|draft| &mut draft.claim) {
        if !claim.effect.on_people() {
            continue;
        }
        let plain = claim.number.text.split_whitespace().count() <= 2;
        let drives = claim.categories == [Category::Worker]
            && plain
            && claim.number.text.to_lowercase().contains("driver");
        if drives && claim.cause == Cause::Accident {
            claim.categories.clear();
            because(claim, &DRIVING);
        }
        if claim
            .place
            .as_ref()
            .is_none_or(|place| place.country.is_none())
        {
            continue;
        }
        let from = countries(&claim.number.text, table);
        if from.iter().any(|from| !sides.contains(from))
            && !from.iter().any(|from| harmed.contains(from))
            && !serves(claim)
            && !claim.categories.contains(&Category::Civilian)
            && !claim.categories.contains(&Category::Foreigner)
        {
            claim.categories.push(Category::Foreigner);
            claim.categories.sort_unstable();
            because(claim, &FOREIGN);
        }
    }
}

/// Lets the officers of a report that tells of police and of no army be of the police.
pub(crate) fn officers(drafts: &mut [Draft], texts: &[Text<'_>]) {
    if !drafts.iter().any(|draft| draft.officer) {
        return;
    }
    let mut tokens = texts.iter().flat_map(|text| &text.tokens);
    let (mut police, mut army) = (false, false);
    for side in tokens.by_ref().filter_map(|token| of_police(token.lower)) {
        police |= side;
        army |= !side;
    }
    for draft in drafts.iter_mut().filter(|draft| draft.officer) {
        let claim = &mut draft.claim;
        if police && !army && claim.categories == [Category::Combatant] {
            claim.categories = vec![Category::Police];
            because(claim, &OFFICERS);
        }
    }
}
