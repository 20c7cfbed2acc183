//! The body that people belong to, as far as it says who they are.

use tollbook_terms::Category;

use crate::claim::Told;
use crate::phrase::noun::{Phrase, What};
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;

/// "A volunteer of the Red Cross", "two Red Crescent workers": people of a body that brings relief.
pub(super) fn helps(text: &Text<'_>, told: &Told, at: usize) -> bool {
    let phrase = &told.phrases[at];
    let stands = matches!(
        text.lower_at(phrase.head),
        "volunteer"
            | "volunteers"
            | "worker"
            | "workers"
            | "employee"
            | "employees"
            | "staff"
            | "staffer"
            | "staffers"
            | "delegate"
            | "delegates"
    );
    let behind = matches!(text.lower_at(phrase.end), "of" | "from" | "with" | "for");
    let limit = (phrase.end + 10).min(told.sentence.end);
    let end = match behind {
        true => (phrase.end..limit)
            .find(|i| text.tag_at(*i).is_some_and(Tag::is_verb))
            .unwrap_or(limit),
        false => phrase.end,
    };
    let relief = |i: usize| match text.lower_at(i) {
        "red" => matches!(text.lower_at(i + 1), "cross" | "crescent"),
        "relief" | "humanitarian" | "charity" | "unicef" | "unhcr" | "unrwa" | "wfp" => true,
        "aid" => text.lower_at(i + 1) != "station",
        _ => false,
    };
    stands && (phrase.start..end).any(relief)
}

/// "Two members of the Ostra Army", "three FOM members": members of a body with a name of its own are
/// its fighters, unless its name is one of a party, a council or the like.
pub(super) fn member_of(text: &Text<'_>, told: &Told, at: usize) -> Option<Category> {
    let phrase = &told.phrases[at];
    if phrase.what != What::People {
        return None;
    }
    let member = (phrase.start..phrase.end).find(|i| {
        matches!(
            text.lower_at(*i),
            "member" | "members" | "leader" | "leaders" | "activist" | "activists"
        )
    })?;
    let (from, to) = if text.lower_at(member + 1) == "of" {
        let body = told.phrases.iter().find(|p| p.end > member + 2)?;
        (member + 2, body.end)
    } else {
        (phrase.start, member)
    };
    let words = || (from..to).map(|i| text.lower_at(i));
    let security = words().any(|w| matches!(w, "security" | "guard" | "guards" | "intelligence"));
    let police = words().any(|w| w == "police");
    let armed = words().any(|w| {
        matches!(
            w,
            "army"
                | "forces"
                | "force"
                | "brigade"
                | "brigades"
                | "battalion"
                | "militia"
                | "militias"
                | "guerrillas"
                | "guerrilla"
                | "rebels"
                | "rebel"
                | "gang"
                | "group"
                | "front"
                | "military"
        )
    });
    let unarmed = words().any(|w| {
        matches!(
            w,
            "party"
                | "union"
                | "parliament"
                | "congress"
                | "council"
                | "committee"
                | "assembly"
                | "association"
                | "church"
                | "club"
                | "family"
                | "cabinet"
                | "government"
                | "staff"
                | "crew"
                | "team"
                | "league"
                | "community"
                | "commission"
        )
    });
    // Of a body that people join for its cause.
    let parted = words().any(|w| {
        matches!(
            w,
            "party"
                | "union"
                | "committee"
                | "association"
                | "league"
                | "movement"
                | "club"
                | "federation"
                | "confederation"
                | "syndicate"
        )
    });
    let named = !text.upper
        && (from.max(told.sentence.start + 1)..to).any(|i| {
            let short = text.at(i).len() > 1 && text.at(i).bytes().all(|b| b.is_ascii_uppercase());
            (short || text.tag_at(i).is_some_and(Tag::is_name) && text.capital_at(i))
                && !told.places.iter().any(|place| place.sure && place.at == i)
        });
    // Whatever side a name is of, its members are its fighters; who leads a state is not one.
    let members = text.lower_at(member).starts_with("member");
    let side = (from..to).any(|i| text.named_at(i) == Some(PlaceKind::Side))
        || members && to > from && text.named_at(to - 1) == Some(PlaceKind::Country);
    match (police, security, armed || side && !unarmed, unarmed) {
        (true, ..) => Some(Category::Police),
        (_, true, ..) => Some(Category::Security),
        (_, _, true, _) => Some(Category::Combatant),
        (.., true) if parted => Some(Category::Other),
        (.., false) if named => Some(Category::Combatant),
        _ => None,
    }
}

/// "A soldier of the United Nations force", "two UN military observers".
pub(super) fn keeps_peace(text: &Text<'_>, told: &Told, at: usize) -> bool {
    let phrase = &told.phrases[at];
    let limit = match text.lower_at(phrase.end) {
        "of" | "from" | "with" | "serving" => (phrase.end + 6).min(told.sentence.end),
        _ => phrase.end,
    };
    (phrase.start..limit).any(|i| {
        matches!(
            text.lower_at(i),
            "un" | "u.n." | "peacekeeping" | "monusco" | "minusma" | "unifil" | "unprofor" | "onu"
        ) || text.says(i, &["united", "nations"])
    })
}

/// "64 agents of the police", "two officials of the intelligence service", "ten men of the army".
pub(super) fn of_a_force(text: &Text<'_>, phrase: &Phrase) -> Option<Category> {
    // "Arin Holm, commander of the police".
    let last = match phrase.what {
        What::Name => phrase.end - 1,
        _ => phrase.head,
    };
    let stands = matches!(
        text.lower_at(last),
        "agent"
            | "commander"
            | "commanders"
            | "chief"
            | "chiefs"
            | "agents"
            | "element"
            | "elements"
            | "officer"
            | "officers"
            | "official"
            | "officials"
            | "man"
            | "men"
            | "personnel"
            | "recruit"
            | "recruits"
    );
    if !stands || text.lower_at(phrase.end) != "of" {
        return None;
    }
    (phrase.end + 1..phrase.end + 5)
        .take_while(|i| {
            !text.tag_at(*i).is_some_and(Tag::is_verb)
                && !matches!(text.lower_at(*i), "," | "and" | "in")
        })
        .find_map(|i| match text.lower_at(i) {
            "police" | "gendarmerie" => Some(Category::Police),
            "army" | "navy" | "military" | "militia" | "battalion" | "brigade" | "regiment" => {
                Some(Category::Combatant)
            }
            "security" | "intelligence" => Some(Category::Security),
            _ => None,
        })
}

/// "Eight officers", "nine cadets" where police were told of last before, and no army.
pub(super) fn serves_police(text: &Text<'_>, phrase: &Phrase) -> bool {
    let plain = matches!(
        text.lower_at(phrase.head),
        "officer"
            | "officers"
            | "cadet"
            | "cadets"
            | "recruit"
            | "recruits"
            | "trainee"
            | "trainees"
    );
    let side = |i: usize| of_police(text.lower_at(i));
    let before = phrase.start.saturating_sub(150);
    plain
        && (phrase.start..phrase.end)
            .rev()
            .chain((before..phrase.start).rev())
            .find_map(side)
            .unwrap_or(false)
}

/// Whether a word tells of police, or of an army.
pub(super) fn of_police(lower: &str) -> Option<bool> {
    match lower {
        "police" | "policeman" | "policemen" | "constable" | "constables" | "sheriff" => Some(true),
        "army" | "military" | "soldier" | "soldiers" | "troops" | "battalion" | "regiment"
        | "brigade" | "lieutenant" | "colonel" | "captain" | "major" | "naval" | "navy"
        | "force" | "forces" => Some(false),
        _ => None,
    }
}

/// "Nine casualties were inflicted upon a patrol", "casualties among civilians".
pub(super) fn suffered_by(text: &Text<'_>, told: &Told, at: usize) -> Option<Category> {
    let phrase = &told.phrases[at];
    if !matches!(phrase.what, What::Figure(_)) {
        return None;
    }
    let side = (phrase.end..(phrase.end + 4).min(told.sentence.end))
        .find(|i| matches!(text.lower_at(*i), "on" | "among" | "amongst"))
        .and_then(|link| told.phrases.iter().find(|p| p.start == link + 1))
        // "the enemy suffered nine casualties": whoever stands before the verb.
        .or_else(|| {
            let verb = (phrase.start.saturating_sub(2)..phrase.start).find(|i| {
                matches!(
                    text.lower_at(*i),
                    "suffered" | "sustained" | "took" | "suffer" | "sustain" | "sustains"
                )
            })?;
            told.phrases
                .iter()
                .rfind(|p| p.end <= verb && verb - p.end <= 2)
        })?;
    match text.lower_at(side.head) {
        "army" | "forces" | "troops" | "battalion" | "brigade" | "division" | "regiment"
        | "enemy" | "military" => Some(Category::Combatant),
        _ if side.what == What::People && side.categories.len() == 1 => {
            side.categories.first().copied()
        }
        _ => None,
    }
}
