//! Who is known by name from elsewhere in the report: "Mayor Arin Solt" in the lead, "Solt" further down.

use std::collections::BTreeMap;

use tollbook_terms::{Category, Claim, Count, Effect, Modality, Why};

use crate::claim::relation::{GENERAL, Tie, root};
use crate::claim::{Draft, Told};
use crate::mention::Mention;
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::text::Text;

pub(crate) const KNOWN: Rule = Rule {
    name: "categories.known",
    says: "A title, role or age told with a name holds wherever the report uses the name or a pronoun for it.",
    must: &[
        (
            "Mayor Arin Solt spoke on Monday. Arin Solt was killed on Tuesday.",
            "killed 1 official",
        ),
        (
            "A nurse fled the town. Rebels abducted her.",
            "displaced 1 medic; abducted 1 medic",
        ),
    ],
    must_not: &[(
        "Mayor Arin Solt spoke on Monday. Benno Solt was killed on Tuesday.",
        "another first name is another person",
    )],
};

pub(crate) const NAMED: Rule = Rule {
    name: "victims.named_later",
    says: "Who is told of without a name and named where he is told of again has that name.",
    must: &[(
        "Gunmen killed a mayor on Monday. Mayor Arin Solt was killed at his door.",
        "killed 1 official; killed 1 official same-as 1",
    )],
    must_not: &[(
        "Gunmen killed a mayor on Monday. Nurse Arin Solt was killed on Tuesday.",
        "the nurse is no mayor",
    )],
};

pub(crate) const STRUCK_DEAD: Rule = Rule {
    name: "effect.struck_dead",
    says: "Who is shot, stabbed or beaten under a name or a noun of whose death the report tells is killed.",
    must: &[
        (
            "Arin Solt was killed on Monday. A guard stabbed Solt in a bar.",
            "killed 1; killed 1 same-as 1",
        ),
        (
            "Rebels killed a judge on Monday. The judge was shot as he left his home.",
            "killed 1 official; killed 1 official same-as 1",
        ),
        (
            "Rebels killed four guards on Monday. All four had been shot.",
            "killed 4 security; killed 4 security same-as 4",
        ),
    ],
    must_not: &[
        (
            "Arin Solt was killed on Monday. A guard stabbed Benno Rask in a bar.",
            "another name is another person",
        ),
        (
            "Rebels killed a judge on Monday. A judge was shot in Ostra as he left his home.",
            "another judge",
        ),
    ],
};

/// How many sentences on "the judge" is still the one told of.
const NEAR: usize = 3;

/// One of whose death the report tells.
struct Dead {
    /// The name in small letters; empty where it is not told, or where there are several.
    name: String,
    noun: String,
    count: Count,
    /// The title or the text, and the sentence.
    at: (usize, usize),
}

impl Dead {
    fn of(draft: &Draft) -> Dead {
        let name = match draft.claim.victims.as_slice() {
            [victim] => victim.name.to_lowercase(),
            _ => String::new(),
        };
        Dead {
            name,
            noun: draft.words.noun.clone(),
            count: draft.claim.count,
            at: (draft.field, draft.sentence),
        }
    }

    /// Whether a blow is at this one or these: at one of the same name, or at "the four guards", "both", "the judge".
    fn is_struck(&self, blow: &Draft) -> bool {
        let struck = Dead::of(blow);
        let named = !self.name.is_empty() && !struck.name.is_empty();
        let same =
            last_word(&self.name) == last_word(&struck.name) && is_same(&self.name, &struck.name);
        let number = blow.claim.number.text.to_lowercase();
        let told = ["the ", "all ", "both"];
        let the = told.iter().any(|the| number.starts_with(the)) && self.count == struck.count;
        let near = self.at.0 == struck.at.0 && self.at.1.abs_diff(struck.at.1) <= NEAR;
        let one = self.count == Count::exact(1)
            && self.noun == struck.noun
            && !GENERAL.contains(&self.noun.as_str());
        named && same || the && (self.count.low > 1 || one && near && !named)
    }
}

/// Makes blows at those of whose death the report tells deaths; `blows` are drafts in which a blow may have
/// killed.
pub(crate) fn struck_dead(drafts: &mut [Draft], blows: &[usize]) {
    let dead: Vec<Dead> = drafts
        .iter()
        .filter(|draft| {
            draft.claim.effect == Effect::Killed
                && matches!(draft.claim.modality, Modality::Asserted | Modality::Alleged)
        })
        .map(Dead::of)
        .collect();
    for at in blows {
        let blow = &mut drafts[*at];
        if dead.iter().any(|dead| dead.is_struck(blow)) {
            let claim = &mut blow.claim;
            claim.effect = Effect::Killed;
            claim.why.retain(|why| why.field != "effect");
            claim.why.push(Why {
                field: "effect".to_owned(),
                rule: STRUCK_DEAD.name.to_owned(),
                start: claim.number.start,
                end: claim.number.end,
            });
        }
    }
}

/// Gives a single person told of without a name the name that he has where he is told of again.
pub(crate) fn name_first(drafts: &mut [Draft], ties: &[Option<Tie>]) {
    for i in 0..drafts.len() {
        let to = root(ties, i);
        let one = |at: usize| drafts[at].claim.count == Count::exact(1);
        if to == i || !one(i) || !one(to) || !drafts[to].claim.victims.is_empty() {
            continue;
        }
        let [victim] = drafts[i].claim.victims.as_slice() else {
            continue;
        };
        let victim = victim.clone();
        let claim = &mut drafts[to].claim;
        claim.victims.push(victim);
        claim.why.push(Why {
            field: "victims".to_owned(),
            rule: NAMED.name.to_owned(),
            start: claim.number.start,
            end: claim.number.end,
        });
    }
}

/// The people of a report whose titles, roles or ages were told with their names.
#[derive(Default)]
pub(crate) struct Known {
    /// By the last word of the name, in lower case: the whole name and what was told.
    names: BTreeMap<String, Vec<(String, Vec<Category>)>>,
}

impl Known {
    /// Notes the named people of a sentence.
    pub(crate) fn note(&mut self, text: &Text<'_>, told: &Told) {
        for phrase in told.phrases.iter().filter(|p| !p.categories.is_empty()) {
            let names = phrase.name.into_iter().chain(phrase.names.iter().copied());
            for (from, to) in names {
                let name = text.lower_span(from, to).to_owned();
                let last = last_word(&name).to_owned();
                let known = self.names.entry(last).or_default();
                known.push((name, phrase.categories.clone()));
            }
        }
    }

    /// What is known of a name, where all that is known agrees.
    fn of(&self, name: &str) -> Option<&[Category]> {
        let mut fitting = self
            .names
            .get(last_word(name))?
            .iter()
            .filter(|(known, _)| is_same(known, name))
            .map(|(_, categories)| categories.as_slice());
        let first = fitting.next()?;
        fitting.all(|other| other == first).then_some(first)
    }

    /// Gives those who are harmed under their mere name what was told of them elsewhere.
    pub(crate) fn tell(&self, drafts: &mut [Draft]) {
        for draft in drafts {
            let claim = &mut draft.claim;
            if let ([victim], true) = (claim.victims.as_slice(), claim.categories.is_empty())
                && let Some(categories) = self.of(&victim.name.to_lowercase())
            {
                claim.categories = categories.to_vec();
                claim.why.push(because(claim));
            }
        }
    }

    /// Gives a pronoun for one person what was told of whom it speaks of; `told` is its sentence and the one
    /// before.
    pub(crate) fn pronouns(
        &self,
        text: &Text<'_>,
        told: (&Told, Option<&Told>),
        mentions: &[&Mention],
        drafts: &mut [Draft],
    ) {
        for (mention, draft) in mentions.iter().zip(drafts) {
            let phrase = &told.0.phrases[mention.phrase];
            if phrase.what == What::Pronoun && !phrase.plural {
                let claim = &mut draft.claim;
                claim.categories = self.pronoun(text, told, mention.phrase);
                if !claim.categories.is_empty() {
                    claim.why.push(because(claim));
                }
            }
        }
    }

    /// What was told of the nearest single person before the pronoun `at`.
    fn pronoun(
        &self,
        text: &Text<'_>,
        (told, before): (&Told, Option<&Told>),
        at: usize,
    ) -> Vec<Category> {
        // "She" is no man told of before, nor "he" a woman.
        let other = match text.lower_at(told.phrases[at].start) {
            "she" | "her" | "herself" => Category::Man,
            _ => Category::Woman,
        };
        let person = |p: &&Phrase| {
            matches!(p.what, What::People | What::Name)
                && p.count().is_some_and(|count| count.high == Some(1))
                && !p.categories.contains(&other)
        };
        let earlier = before.map_or(&[][..], |before| &before.phrases);
        let who = told.phrases[..at]
            .iter()
            .rfind(person)
            .or_else(|| earlier.iter().find(person));
        let Some(who) = who else {
            return Vec::new();
        };
        match who.name {
            Some((from, to)) if who.categories.is_empty() => self
                .of(text.lower_span(from, to))
                .map_or(Vec::new(), <[Category]>::to_vec),
            _ => who.categories.clone(),
        }
    }
}

fn because(claim: &Claim) -> Why {
    Why {
        field: "categories".to_owned(),
        rule: KNOWN.name.to_owned(),
        start: claim.number.start,
        end: claim.number.end,
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Whether two names with the same last word are one person's: one is the last word alone, or both begin
/// alike.
fn is_same(one: &str, other: &str) -> bool {
    let first = |name: &str| name.split(' ').next().map(str::to_owned);
    !one.contains(' ') || !other.contains(' ') || first(one) == first(other)
}
