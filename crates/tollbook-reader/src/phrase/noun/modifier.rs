//! Adjectives and nouns before a noun for people that say who they are.

use tollbook_terms::Category;

use super::Phrase;
use crate::text::Text;

/// Adjectives and nouns before the head that say who.
pub(super) fn modifiers(text: &Text<'_>, phrase: &mut Phrase, from: usize) {
    for i in from..phrase.head {
        let category = match text.lower_at(i) {
            "civilian" => Category::Civilian,
            "female" | "women" | "woman" | "pregnant" => Category::Woman,
            "male" => Category::Man,
            "elderly" => Category::Elderly,
            "foreign" | "western" => Category::Foreigner,
            "armed" if phrase.categories.is_empty() || phrase.categories == [Category::Man] => {
                Category::Combatant
            }
            "rebel" | "militant" | "guerrilla" | "insurgent" | "militia" | "jihadist"
            | "jihadi" | "paramilitary" | "terrorist" | "subversive" | "separatist"
            | "islamist" | "extremist"
                if phrase.categories.is_empty() =>
            {
                Category::Combatant
            }
            "military" | "army" | "soldier" if phrase.categories.is_empty() => Category::Combatant,
            // "party militants": of a party, not of a militia.
            "party" if phrase.categories == [Category::Combatant] => {
                phrase.categories.clear();
                Category::Other
            }
            "paramilitary" | "army" if phrase.categories == [Category::Security] => {
                phrase.categories.clear();
                Category::Combatant
            }
            "police"
                if phrase.categories.is_empty()
                    || phrase.categories == [Category::Official]
                    || phrase.categories == [Category::Combatant] =>
            {
                Category::Police
            }
            "security" if phrase.categories.is_empty() => Category::Security,
            "displaced" | "refugee" => Category::Refugee,
            "peasant" if phrase.categories.is_empty() => Category::Worker,
            "aid" | "relief" | "humanitarian"
                if phrase.categories == [Category::Worker]
                    || phrase.categories == [Category::Other] =>
            {
                phrase.categories.clear();
                Category::AidWorker
            }
            "medical" | "health" | "ambulance" if phrase.categories == [Category::Worker] => {
                phrase.categories.clear();
                Category::Medic
            }
            "school" if phrase.categories == [Category::Other] => {
                phrase.categories.clear();
                Category::Child
            }
            _ => continue,
        };
        if category == Category::Police {
            // "a police sergeant"
            phrase
                .categories
                .retain(|c| !matches!(c, Category::Official | Category::Combatant));
        }
        if !phrase.categories.contains(&category) {
            phrase.categories.push(category);
        }
    }
    // "a boy of six", "a 4-year-old girl" are children already by their noun; "a 10-year-old" is by age.
    if phrase.categories == [Category::Man] && text.lower_at(phrase.head) == "males" {
        phrase.categories = vec![Category::Man];
    }
    phrase.categories.sort_unstable();
}
