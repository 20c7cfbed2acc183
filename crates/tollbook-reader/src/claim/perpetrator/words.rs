//! What single words say of those they stand for.

use super::Manner;
use crate::claim::stems::Named;
use crate::lexicon::Lexicon;
use crate::phrase::date::is_time;

/// Whether the words are for those who fight for a state; none where they do not tell. The name of a side does
/// not tell it.
pub(crate) fn fights_for_state(lexicon: &Lexicon, names: &Named<'_>, words: &str) -> Option<bool> {
    // From the last word on, as it is mostly the head.
    let mut end = words.len();
    let mut parts = names.iter().rev().map(|(name, _)| {
        let part = &words[name.end..end];
        end = name.start;
        part
    });
    let told = |part: &str| {
        let mut words = part.rsplit(|c: char| !c.is_alphanumeric());
        words.find_map(|word| {
            let doing = lexicon.word_of_any_case(word).doing;
            (doing.state || doing.against).then_some(doing.state)
        })
    };
    let told_last = parts.find_map(told);
    told_last.or_else(|| told(&words[..end]))
}

/// Returns how words stand for somebody otherwise than by a name.
pub(super) fn manner(words: &str) -> Manner {
    let lower = words.to_lowercase();
    let head = lower.split(" of ").next().unwrap_or("");
    let last = head.rsplit(' ').next().unwrap_or("");
    let named = words
        .split(' ')
        .next_back()
        .is_some_and(|word| word.starts_with(char::is_uppercase));
    let mut manner = Manner {
        many: !named && last.ends_with('s')
            || last.ends_with("men")
            || matches!(last, "people" | "police"),
        terror: matches!(
            lower.as_str(),
            "terrorist" | "terror" | "the terrorist" | "a terrorist"
        ),
        ..Manner::default()
    };
    for (i, word) in lower.split(|c: char| !c.is_alphanumeric()).enumerate() {
        manner.told_before |= i == 0 && matches!(word, "the" | "these" | "those" | "they");
        manner.unknown |= matches!(
            word,
            "unidentified" | "unknown" | "unnamed" | "unspecified" | "masked" | "hooded"
        );
        manner.comes |= matches!(
            word,
            "police"
                | "policeman"
                | "policemen"
                | "officer"
                | "officers"
                | "constable"
                | "constables"
                | "detective"
                | "detectives"
                | "investigator"
                | "investigators"
                | "court"
                | "courts"
                | "judge"
                | "judges"
                | "tribunal"
                | "jury"
                | "prosecutor"
                | "prosecutors"
                | "rescuer"
                | "rescuers"
                | "firefighter"
                | "firefighters"
                | "doctor"
                | "doctors"
                | "medic"
                | "medics"
                | "surgeons"
                | "hospital"
                | "hospitals"
                | "ministry"
                | "minister"
                | "official"
                | "officials"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "witness"
                | "witnesses"
                | "resident"
                | "residents"
                | "agency"
                | "commission"
                | "committee"
                | "council"
                | "embassy"
                | "authorities"
                | "squad"
        );
    }
    manner
}

/// Whether the word can say when, and owns no deed: "this morning's raid".
pub(super) fn is_hour(lower: &str) -> bool {
    is_time(lower)
        || matches!(
            lower,
            "morning" | "afternoon" | "evening" | "week" | "month" | "year" | "day"
        )
}

/// Words that say of people that they bear arms or are thought to.
pub(super) fn arms(lower: &str) -> bool {
    matches!(
        lower,
        "armed"
            | "masked"
            | "hooded"
            | "unidentified"
            | "unknown"
            | "suspected"
            | "disguised"
            | "uniformed"
            | "alleged"
            | "presumed"
    )
}

/// Words for those who fight against a state, before a name.
pub(super) fn is_of_outlaws(lower: &str) -> bool {
    matches!(
        lower,
        "outlawed"
            | "banned"
            | "proscribed"
            | "rebel"
            | "militant"
            | "separatist"
            | "secessionist"
            | "guerrilla"
            | "guerilla"
            | "extremist"
            | "jihadist"
            | "jihadi"
            | "islamist"
            | "insurgent"
            | "paramilitary"
            | "terrorist"
            | "radical"
            | "underground"
            | "clandestine"
            | "leftist"
            | "rightist"
            | "maoist"
            | "marxist"
            | "hardline"
            | "shadowy"
    )
}

/// Words by which the name of a body says what it names.
pub(super) fn names_body(lower: &str) -> bool {
    matches!(
        lower,
        "front"
            | "army"
            | "movement"
            | "brigade"
            | "brigades"
            | "battalion"
            | "battalions"
            | "guard"
            | "guards"
            | "forces"
            | "militia"
            | "faction"
            | "command"
            | "commando"
            | "commandos"
            | "cell"
            | "cells"
            | "group"
            | "column"
            | "legion"
            | "resistance"
            | "liberation"
            | "jihad"
            | "mujahideen"
            | "mujahedeen"
            | "soldiers"
            | "fighters"
            | "tigers"
            | "lions"
            | "eagles"
            | "hawks"
            | "panthers"
            | "wolves"
            | "scorpions"
            | "cartel"
            | "gang"
            | "vanguard"
            | "volunteers"
            | "defenders"
            | "defence"
            | "defense"
            | "martyrs"
            | "warriors"
            | "knights"
            | "falcons"
            | "avengers"
            | "shield"
            | "corps"
            | "force"
            | "network"
            | "organisation"
            | "organization"
            | "insurgency"
            | "jaish"
            | "jaysh"
            | "lashkar"
            | "ansar"
            | "jamaat"
            | "jund"
            | "harakat"
            | "hizb"
            | "hezb"
            | "jabhat"
            | "kataib"
            | "liwa"
            | "saraya"
            | "sipah"
            | "tehreek"
            | "tehrik"
            | "fedayeen"
            | "bahini"
            | "sena"
            | "frente"
            | "ejercito"
            | "ejército"
            | "comando"
            | "movimiento"
    )
}
