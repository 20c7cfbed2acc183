//! Who the harmed are: the categories that a phrase and what is said of it give.

use tollbook_terms::{Category, Effect};

use super::{Draft, Told};
use crate::mention::Mention;
use crate::phrase::noun::What;
use crate::tag::Tag;
use crate::text::Text;

/// Returns the categories of the phrase `at`: by its own noun, else by the noun that says who they were
/// ("two of them children", "three of those killed were women"), the body they are members of or the side
/// that casualties are told of.
pub(crate) fn categories(text: &Text<'_>, told: &Told, at: usize) -> Vec<Category> {
    let phrase = &told.phrases[at];
    if helps(text, told, at) {
        return vec![Category::AidWorker];
    }
    if phrase.categories.is_empty()
        && let Some(category) = member_of(text, told, at).or_else(|| suffered_by(text, told, at))
    {
        return vec![category];
    }
    let number = phrase.what == What::Bare || phrase.partitive;
    if !phrase.categories.is_empty() && !phrase.partitive || !number {
        return phrase.categories.clone();
    }
    let mut i = phrase.end;
    while i < told.sentence.end
        && (matches!(
            text.lower_at(i),
            "were" | "was" | "are" | "is" | "being" | "all" | "both" | "also" | ","
        ) || text.tag_at(i).is_some_and(Tag::is_adverb))
    {
        i += 1;
    }
    if text.lower_at(i) == "civilian" {
        return vec![Category::Civilian];
    }
    let apposed = text.lower_at(phrase.end) == ",";
    let one = phrase.quantity.is_some_and(|q| q.count.high == Some(1));
    let who = told.phrases.iter().find(|p| p.start == i);
    match who {
        Some(who)
            if who.what == What::People
                && !who.categories.is_empty()
                && who.quantity.is_none_or(|q| q.article)
                && (!apposed || one && who.quantity.is_some()) =>
        {
            who.categories.clone()
        }
        _ => phrase.categories.clone(),
    }
}

/// "A volunteer of the Red Cross", "two Red Crescent workers": people of a body that brings relief.
fn helps(text: &Text<'_>, told: &Told, at: usize) -> bool {
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
fn member_of(text: &Text<'_>, told: &Told, at: usize) -> Option<Category> {
    let phrase = &told.phrases[at];
    if phrase.what != What::People {
        return None;
    }
    let member =
        (phrase.start..phrase.end).find(|i| matches!(text.lower_at(*i), "member" | "members"))?;
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
    let named = !text.upper
        && (from.max(told.sentence.start + 1)..to).any(|i| {
            let short = text.at(i).len() > 1 && text.at(i).bytes().all(|b| b.is_ascii_uppercase());
            (short || text.tag_at(i).is_some_and(Tag::is_name) && text.capital_at(i))
                && !told.places.iter().any(|place| place.at == i)
        });
    match (police, security, armed, unarmed) {
        (true, ..) => Some(Category::Police),
        (_, true, ..) => Some(Category::Security),
        (_, _, true, _) => Some(Category::Combatant),
        (.., false) if named => Some(Category::Combatant),
        _ => None,
    }
}

/// "Nine casualties were inflicted upon a patrol", "casualties among civilians".
fn suffered_by(text: &Text<'_>, told: &Told, at: usize) -> Option<Category> {
    let phrase = &told.phrases[at];
    if !matches!(phrase.what, What::Figure(_)) {
        return None;
    }
    let link = (phrase.end..(phrase.end + 4).min(told.sentence.end))
        .find(|i| matches!(text.lower_at(*i), "on" | "among" | "amongst"))?;
    let side = told.phrases.iter().find(|p| p.start == link + 1)?;
    match text.lower_at(side.head) {
        "army" | "forces" | "troops" | "battalion" | "brigade" | "division" | "regiment"
        | "enemy" | "military" => Some(Category::Combatant),
        _ if side.what == What::People && side.categories.len() == 1 => {
            side.categories.first().copied()
        }
        _ => None,
    }
}

/// Gives a bare number the categories of those counted before it in its sentence: "22 civilians were killed
/// and 10 wounded", "a soldier was killed and two others hurt".
pub(crate) fn carry(text: &Text<'_>, told: &Told, mentions: &[&Mention], drafts: &mut [Draft]) {
    for i in 1..mentions.len() {
        let mention = mentions[i];
        let phrase = &told.phrases[mention.phrase];
        let others = phrase.what == What::People && text.lower_at(phrase.head) == "others";
        let bare = phrase.what == What::Bare && !phrase.partitive;
        if !(bare || others) || !drafts[i].claim.categories.is_empty() || !side_by_side(mention) {
            continue;
        }
        let earlier = || {
            (0..i)
                .rev()
                .filter(|k| mentions[*k].phrase != mention.phrase)
        };
        let before = earlier()
            .find(|k| mentions[*k].part_of.is_none())
            .or_else(|| earlier().next());
        let Some(before) = before.filter(|k| side_by_side(mentions[*k])) else {
            continue;
        };
        let categories = drafts[before].claim.categories.clone();
        let of_a_side = categories.iter().all(|c| {
            matches!(
                c,
                Category::Civilian
                    | Category::Combatant
                    | Category::Police
                    | Category::Security
                    | Category::Detainee
            )
        });
        let closed = (told.phrases[mentions[before].phrase].end..phrase.start)
            .any(|k| matches!(text.lower_at(k), ";" | ":"));
        if of_a_side && !closed {
            drafts[i].claim.categories = categories;
        }
    }
}

/// Whether the mention is one of people killed, hurt or taken, as are told beside each other.
fn side_by_side(mention: &Mention) -> bool {
    matches!(
        mention.effect,
        Effect::Killed
            | Effect::Injured
            | Effect::Casualties
            | Effect::Missing
            | Effect::Detained
            | Effect::Abducted
    )
}
