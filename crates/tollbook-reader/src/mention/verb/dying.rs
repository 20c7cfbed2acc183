//! Who dies, hangs himself or flees: the subjects of verbs that take nobody.

use tollbook_terms::{Category, Count, Effect};

use super::super::Scene;
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const DIES: Rule = Rule {
    name: "effect.verb.dies",
    says: "Who dies, perishes, disappears or flees is harmed.",
    must: &[
        ("Eleven rebels died near the bridge.", "killed 11 combatant"),
        ("Arin Solt died when he was hit by two bullets.", "killed 1"),
        (
            "Buses carried villagers fleeing the fighting.",
            "displaced 2.. civilian cumulative",
        ),
        ("Civilians flee Ostra", "displaced 2.. civilian cumulative"),
        (
            "Ines Barro, together with two nurses, died in the attack.",
            "killed 1; killed 2 medic",
        ),
    ],
    must_not: &[
        ("Two hopes died on Monday.", "a hope is nobody"),
        (
            "They will never succumb to the rebels.",
            "they do not yield",
        ),
    ],
};

/// Who dies, disappears or flees.
pub(super) fn dying(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Vec<usize> {
    let text = scene.text;
    if effect == Effect::Displaced {
        // Fled from home, not from the scene.
        let home = (at + 1..(at + 8).min(scene.sentence.end))
            .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "." | "after" | "when"))
            .any(|i| is_left_behind(text.lower_at(i)))
            // "Civilians flee Ostra"
            || !text.upper
                && text.capital_at(at + 1)
                && scene.phrase_starting(at + 1).is_some_and(|p| {
                    !scene.is_date(p) && !scene.phrases[p].is_described()
                });
        let (group, _) = scene.group(at);
        // "villagers fleeing the fighting": who stands right before.
        let beside = scene.phrase_ending(at).filter(|p| {
            group == at && text.lower_at(at) == "fleeing" && scene.phrases[*p].is_people()
        });
        let mut subject = match beside {
            Some(p) => scene.joined_left_of(p, true),
            None => scene.subject(group),
        };
        // Fighters and suspects who flee escape; hundreds leave their homes, wherever they go.
        subject.retain(|p| {
            let phrase = &scene.phrases[*p];
            let fighters = phrase.categories.iter().any(|c| {
                matches!(
                    c,
                    Category::Combatant
                        | Category::Attacker
                        | Category::Detainee
                        | Category::Police
                        | Category::Security
                )
            });
            let many = super::super::expression::are_many(scene, *p);
            let culprits = matches!(
                text.lower_at(phrase.head),
                "suspects"
                    | "suspect"
                    | "robbers"
                    | "thieves"
                    | "driver"
                    | "killers"
                    | "prisoners"
                    | "assailants"
                    | "attackers"
                    | "men"
            );
            // "Residents fled": from home, where nothing else is said.
            let locals = phrase.plural
                && matches!(
                    text.lower_at(phrase.head),
                    "residents"
                        | "villagers"
                        | "families"
                        | "civilians"
                        | "refugees"
                        | "peasants"
                        | "inhabitants"
                        | "townspeople"
                        | "locals"
                )
                && !text.says(at + 1, &["the", "scene"]);
            // "He fled the area": one who has done something, unless he leaves home.
            let one = phrase.count() == Some(Count::exact(1)) || phrase.what == What::Pronoun;
            let leaves =
                (at + 1..(at + 8).min(scene.sentence.end)).any(|i| is_home(text.lower_at(i)));
            !fighters && (!culprits || leaves) && (home && (!one || leaves) || many || locals)
        });
        return subject;
    }
    // "will never succumb to the rebels"
    let yields = text.lower_at(at).starts_with("succumb")
        && text.lower_at(at + 1) == "to"
        && !(at + 2..(at + 8).min(scene.sentence.end)).any(|i| is_fatal(text.lower_at(i)));
    if yields {
        return Vec::new();
    }
    let (group, _) = scene.group(at);
    let subject = scene.subject(group);
    if subject.is_empty()
        && let Some(before) = scene.phrase_ending(group)
    {
        return scene.joined_left(before);
    }
    let mut subject = scene.or_opening(subject, group);
    subject.extend(scene.joined_before(&subject, group));
    subject
}

/// What people succumb to who die of it.
fn is_fatal(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('s'),
        "injury"
            | "injurie"
            | "wound"
            | "burn"
            | "cold"
            | "cancer"
            | "disease"
            | "illne"
            | "illnesse"
            | "viru"
            | "coronaviru"
            | "attack"
            | "stroke"
            | "ebola"
            | "dengue"
            | "fever"
            | "hunger"
            | "thirst"
            | "heat"
            | "smoke"
            | "covid"
            | "infection"
            | "pneumonia"
            | "trauma"
            | "hypothermia"
            | "cholera"
            | "malaria"
            | "gunshot"
            | "it"
            | "them"
            | "bleeding"
            | "complication"
    )
}

/// What those leave who flee from home, or what they flee from or to.
fn is_left_behind(lower: &str) -> bool {
    matches!(
        lower,
        "homes"
            | "home"
            | "houses"
            | "country"
            | "homeland"
            | "village"
            | "villages"
            | "town"
            | "towns"
            | "city"
            | "cities"
            | "area"
            | "areas"
            | "region"
            | "district"
            | "camp"
            | "camps"
            | "capital"
            | "province"
            | "hamlet"
            | "hamlets"
            | "suburb"
            | "suburbs"
            | "neighbourhood"
            | "neighborhood"
            | "island"
            | "valley"
            | "hills"
            | "mountains"
            | "bush"
            | "forest"
            | "forests"
            | "jungle"
            | "river"
            | "offensive"
            | "advance"
            | "attacks"
            | "airstrikes"
            | "strikes"
            | "raids"
            | "drought"
            | "famine"
            | "repression"
            | "massacres"
            | "killings"
            | "fighting"
            | "violence"
            | "war"
            | "clashes"
            | "conflict"
            | "shelling"
            | "bombing"
            | "bombardment"
            | "persecution"
            | "border"
            | "abroad"
            | "across"
            | "to"
            | "into"
    )
}

/// What one person leaves who flees from harm and not from the law.
fn is_home(lower: &str) -> bool {
    matches!(
        lower,
        "home"
            | "homes"
            | "house"
            | "country"
            | "homeland"
            | "village"
            | "town"
            | "city"
            | "fighting"
            | "violence"
            | "war"
            | "conflict"
            | "shelling"
            | "bombing"
            | "bombardment"
            | "persecution"
            | "abroad"
    )
}

/// Who hanged, shot or stabbed himself: the subject of the verb at `at`.
pub(in crate::mention) fn reflected(scene: &Scene<'_, '_>, at: usize, victim: usize) -> usize {
    let phrase = &scene.phrases[victim];
    // "killing himself and two guards" tells of himself beside the others.
    let lower = scene.text.lower_at(at);
    let alone = ["hang", "hung", "sho", "stab", "burn"]
        .iter()
        .any(|verb| lower.starts_with(verb));
    let itself = alone
        && phrase.what == What::Pronoun
        && phrase.start == at + 1
        // "killed after shooting self"
        && !lower.ends_with("ing")
        && matches!(
            scene.text.lower_at(phrase.start),
            "himself" | "herself" | "self"
        );
    let subject = itself.then(|| scene.subject(scene.group(at).0));
    match subject.as_deref() {
        Some([one]) if scene.phrases[*one].is_people() => *one,
        _ => victim,
    }
}
