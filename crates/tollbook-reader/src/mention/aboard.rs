//! Those aboard a ship, an aircraft or a bus that is missing or hijacked.

use tollbook_terms::{Category, Effect};

use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const ABOARD: Rule = Rule {
    name: "effect.aboard",
    says: "Counted people aboard what is missing are missing, and those aboard what is hijacked or seized by pirates are abducted.",
    must: &[
        (
            "A patrol boat is missing with nine sailors aboard.",
            "missing 9 combatant",
        ),
        ("Pirates hijacked a tanker with 22 crew.", "abducted 22"),
    ],
    must_not: &[
        (
            "A patrol boat left with nine sailors aboard.",
            "it may come back",
        ),
        (
            "Thieves hijacked a truck with two wheels.",
            "wheels are nobody",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&ABOARD];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        let effect = match text.lower_at(at) {
            "missing" | "disappeared" | "vanished" => Effect::Missing,
            "hijacked" | "hijack" | "hijacks" | "hijacking" => Effect::Abducted,
            _ => continue,
        };
        let limit = (at + 14).min(scene.sentence.end);
        let with = (at + 1..limit)
            .take_while(|i| !text.tokens[*i].tag.is_finite() && !matches!(text.lower_at(*i), ";"))
            .find_map(|i| match text.lower_at(i) {
                "with" | "carrying" => Some(i + 1),
                "and" if text.says(i + 1, &["its", "crew"]) => Some(i + 1),
                _ => None,
            });
        let Some(with) = with else { continue };
        // What is missing stands before, what is hijacked before or behind.
        let craft = |p: &usize| {
            let phrase = &scene.phrases[*p];
            phrase.what == What::Objects
                && phrase
                    .categories
                    .iter()
                    .any(|c| matches!(c, Category::Ship | Category::Aircraft | Category::Vehicle))
        };
        let near = |p: &usize| {
            let phrase = &scene.phrases[*p];
            if effect == Effect::Missing {
                phrase.end <= at
            } else {
                phrase.end <= with
            }
        };
        let aboard = (0..scene.phrases.len()).filter(near).any(|p| craft(&p));
        if !aboard {
            continue;
        }
        for one in scene.objects(with) {
            let phrase = &scene.phrases[one];
            let people = phrase.what == What::People
                && phrase.quantity.is_some_and(|q| !q.article && !q.none);
            if people {
                scene.tell(found, effect, one, at, None, ABOARD.name);
            }
        }
    }
}
