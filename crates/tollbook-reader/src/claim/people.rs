//! Who the harmed are: the categories that a phrase and what is said of it give.

use tollbook_terms::Category;

use super::Told;
use crate::phrase::noun::What;
use crate::tag::Tag;
use crate::text::Text;

/// Returns the categories of the phrase `at`: by its own noun, else by the noun that says who they were
/// ("two of them children", "three of those killed were women").
pub(crate) fn categories(text: &Text<'_>, told: &Told, at: usize) -> Vec<Category> {
    let phrase = &told.phrases[at];
    let number = phrase.what == What::Bare || phrase.partitive;
    if !phrase.categories.is_empty() && !phrase.partitive || !number {
        return phrase.categories.clone();
    }
    let mut i = phrase.end;
    while i < told.sentence.end
        && (matches!(
            text.lower_at(i),
            "were" | "was" | "are" | "is" | "being" | "all" | "both" | "also"
        ) || text.tag_at(i).is_some_and(Tag::is_adverb))
    {
        i += 1;
    }
    if text.lower_at(i) == "civilian" {
        return vec![Category::Civilian];
    }
    let who = told.phrases.iter().find(|p| p.start == i);
    match who {
        Some(who)
            if who.what == What::People
                && !who.categories.is_empty()
                && who.quantity.is_none_or(|q| q.article) =>
        {
            who.categories.clone()
        }
        _ => phrase.categories.clone(),
    }
}
