//! The words for numbers, effects and categories.

use tollbook_terms::{Basis, Category, Count, Effect};

/// Returns a number with a comma between groups of three digits.
///
/// ```
/// assert_eq!(tollbook_linker::say::number(2465), "2,465");
/// ```
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns a count as its words bind it: "about 70", "at least 5", "up to 30", "10 to 15".
pub fn count(count: &Count) -> String {
    let low = number(count.low);
    match (count.basis, count.high) {
        (Basis::Vague, _) => format!("at least {low} (told in words)"),
        (_, None) => format!("at least {low}"),
        (Basis::AtMost, Some(high)) => format!("up to {}", number(high)),
        (Basis::Approx, Some(high)) if high == count.low => format!("about {low}"),
        (_, Some(high)) if high == count.low => low,
        (_, Some(high)) => format!("{low} to {}", number(high)),
    }
}

/// Returns best, with low and high where they differ from it: "26 (21 to 40)", "26 (21 or more)".
pub fn spread(low: u64, best: u64, high: Option<u64>) -> String {
    let shown = number(best);
    match high {
        Some(high) if low == best && high == best => shown,
        Some(high) => format!("{shown} ({} to {})", number(low), number(high)),
        None => format!("{shown} ({} or more)", number(low)),
    }
}

/// Returns an effect as it follows a number: "5 killed".
pub const fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Casualties => "killed or injured",
        Effect::SexualViolence => "sexually abused",
        other => other.as_str(),
    }
}

/// Returns a category as it follows the number `n`: "1 child", "2 children".
pub const fn category(category: Category, n: u64) -> &'static str {
    let (one, many) = match category {
        Category::Civilian => ("civilian", "civilians"),
        Category::Combatant => ("combatant", "combatants"),
        Category::Police => ("police officer", "police officers"),
        Category::Security => ("security officer", "security officers"),
        Category::Child => ("child", "children"),
        Category::Woman => ("woman", "women"),
        Category::Man => ("man", "men"),
        Category::Elderly => ("elderly person", "elderly people"),
        Category::Medic => ("medic", "medics"),
        Category::AidWorker => ("aid worker", "aid workers"),
        Category::Peacekeeper => ("peacekeeper", "peacekeepers"),
        Category::Journalist => ("journalist", "journalists"),
        Category::Official => ("official", "officials"),
        Category::Cleric => ("cleric", "clerics"),
        Category::Worker => ("worker", "workers"),
        Category::Detainee => ("detainee", "detainees"),
        Category::Refugee => ("refugee", "refugees"),
        Category::Attacker => ("attacker", "attackers"),
        Category::Foreigner => ("foreigner", "foreigners"),
        Category::House => ("house", "houses"),
        Category::ApartmentBuilding => ("apartment building", "apartment buildings"),
        Category::Building => ("building", "buildings"),
        Category::Hospital => ("hospital", "hospitals"),
        Category::School => ("school", "schools"),
        Category::Worship => ("place of worship", "places of worship"),
        Category::Shop => ("shop", "shops"),
        Category::Vehicle => ("vehicle", "vehicles"),
        Category::Aircraft => ("aircraft", "aircraft"),
        Category::Ship => ("ship", "ships"),
        Category::Military => ("military object", "military objects"),
        Category::Government => ("government building", "government buildings"),
        Category::Infrastructure => ("piece of infrastructure", "pieces of infrastructure"),
        Category::Farm => ("farm", "farms"),
        Category::Camp => ("camp", "camps"),
        Category::Other => ("other", "others"),
    };
    if n == 1 { one } else { many }
}
