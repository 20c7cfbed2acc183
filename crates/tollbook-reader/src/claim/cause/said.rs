//! The cause that the sentence of a harm names itself.

use tollbook_terms::{Cause, Count, Effect, Means};

use super::super::Told;
use super::{is_always_violence, is_either, is_open};
use crate::lexicon::Class;
use crate::mention::Mention;
use crate::tag::Tag;
use crate::text::Text;

/// Returns the cause that the sentence names, if it names one. Nobody is arrested, abducted, raped or
/// tortured by accident.
pub(crate) fn said(text: &Text<'_>, told: &Told, mention: &Mention) -> Option<Cause> {
    let trigger = mention.trigger;
    if is_always_violence(mention.effect) || is_violent(text, trigger) {
        return Some(Cause::Violence);
    }
    let heavy = told.means.iter().any(|(_, means)| !is_light(*means));
    if !heavy && is_by_chance(text, told, mention) {
        return Some(Cause::Accident);
    }
    // "Killed himself"; not "blew himself up".
    let himself = |i: usize| matches!(text.lower_at(i), "himself" | "herself" | "themselves");
    let blown_up = |means: &Means| matches!(means, Means::SuicideBomb | Means::Bomb);
    if matches!(mention.effect, Effect::Killed | Effect::Injured)
        && himself(trigger + 1)
        && !told.means.iter().any(|(_, means)| blown_up(means))
    {
        return Some(Cause::Other);
    }
    let way = |at: usize| at.abs_diff(trigger);
    let nearest = told
        .causes
        .iter()
        .filter(|(at, _)| !is_fall(text, *at))
        .filter(|(at, cause)| match cause {
            Cause::Other => reaches(text, *at, trigger),
            Cause::Disease => mention.effect == Effect::Killed && is_died_of(text, *at, trigger),
            _ => true,
        })
        .min_by_key(|(at, _)| way(*at));
    let by = |at: usize| {
        mention
            .agent
            .is_some_and(|(from, to)| (from..to).contains(&at))
    };
    // "Floods which officials said had killed nine": the floods have.
    let related = |at: usize| {
        (at..trigger).any(|i| matches!(text.lower_at(i), "which" | "that"))
            && !(at..trigger).any(|i| matches!(text.lower_at(i), ";" | ":"))
    };
    let by_event = told.causes.iter().any(|(at, cause)| {
        *at < trigger && trigger - at <= 8 && *cause == Cause::Disaster && related(*at)
    });
    // "She lost her father to cancer": no deed of hers.
    let done = !by_event
        && !matches!(text.lower_at(trigger), "lost" | "lose" | "losing")
        && mention.agent.is_some_and(|(from, _)| {
            told.phrases
                .iter()
                .any(|p| p.start == from && p.is_people())
        })
        && !told.causes.iter().any(|(at, _)| by(*at))
        && !told.means.iter().any(|(at, _)| by(*at));
    let violent = (told.sentence.start..told.sentence.end)
        .filter(|at| text.tokens[*at].word.is(Class::Violent) && !is_negated(text, *at))
        .map(way)
        .min();
    let Some((at, cause)) = nearest else {
        // A bomb is one, whatever else may have burst.
        let armed = told.means.iter().any(|(at, means)| {
            !is_open(*means) || *means == Means::Bomb && text.lower_at(*at).starts_with("bomb")
        });
        let near = violent.is_some_and(|way| way < NEAR);
        // "He struck a parked car": no weapon, and nobody hurt on purpose.
        let bumped = matches!(mention.effect, Effect::Damaged | Effect::Destroyed)
            && matches!(
                text.lower_at(trigger),
                "struck" | "strikes" | "strike" | "striking" | "hit" | "hits" | "hitting"
            );
        return if done && !bumped || armed || near {
            Some(Cause::Violence)
        } else if text.lower_at(trigger).starts_with("drown") {
            Some(Cause::Accident)
        } else {
            None
        };
    };
    let accident = *cause == Cause::Accident;
    let weapon = told
        .means
        .iter()
        .filter(|(i, means)| !(is_either(*means) || accident && is_burst(text.lower_at(*i))))
        .map(|(i, _)| way(*i))
        .min();
    let nearer = |other: Option<usize>| other.is_some_and(|other| other < way(*at));
    // Only by accident does somebody harm others without violence.
    let by_doer = done && (!accident || weapon.is_some());
    // A bomber's crash is no accident, and no bomb collides by chance.
    let bombed = accident
        && told.means.iter().any(|(i, means)| match means {
            Means::SuicideBomb => true,
            Means::Bomb => !is_burst(text.lower_at(*i)) && way(*i) < NEAR,
            _ => false,
        });
    // "Shells hit the plant, and a fire swept through it, killing nine", "gunmen fired on the bus, which overturned".
    let burnt = accident && told.means.contains(&(*at, Means::Fire));
    let set_alight = told.means.iter().any(|(i, means)| {
        let shot = matches!(means, Means::Shooting | Means::Missile);
        i < at && (burnt && !is_open(*means) || shot && *at < trigger)
    });
    let violence = nearer(weapon) || nearer(violent) || by_doer || bombed || set_alight;
    Some(if violence { Cause::Violence } else { *cause })
}

/// Whether a gun has harmed by chance: "accidentally shot his sister", "when his rifle went off". Who fires as
/// one of a force does not.
fn is_by_chance(text: &Text<'_>, told: &Told, mention: &Mention) -> bool {
    let at_hand = |i: usize| match text.lower_at(i) {
        "accident" => (i.saturating_sub(4)..i).any(|j| text.lower_at(j) == "in"),
        lower => matches!(
            lower,
            "accidentally"
                | "accidental"
                | "by"
                | "cleaning"
                | "gun"
                | "handgun"
                | "pistol"
                | "rifle"
                | "shotgun"
                | "weapon"
        ),
    };
    let plural = |i: usize| text.tag_at(i) == Some(Tag::NNS);
    let force = mention
        .agent
        .is_some_and(|(start, end)| (start..end).any(plural));
    let near = mention.trigger.saturating_sub(6)..mention.trigger + 10;
    !force
        && told
            .causes
            .iter()
            .any(|(at, cause)| *cause == Cause::Accident && near.contains(at) && at_hand(*at))
}

/// Whether the word of harm says itself that it was violence: "the murder of", "were slain".
fn is_violent(text: &Text<'_>, trigger: usize) -> bool {
    const STEMS: &[&str] = &[
        "murder",
        "assassin",
        "massacr",
        "slaughter",
        "execut",
        "behead",
        "decapitat",
        "lynch",
        "butcher",
        "slay",
        "slain",
        "slew",
        "gunned",
    ];
    let lower = text.lower_at(trigger);
    STEMS.iter().any(|stem| lower.starts_with(stem))
        || lower.starts_with("killing") && matches!(text.tag_at(trigger), Some(Tag::NN | Tag::NNS))
}

/// Whether the word of harm says no more than that somebody is dead: "died", "the body was found".
pub(crate) fn only_died(text: &Text<'_>, mention: &Mention) -> bool {
    let lower = text.lower_at(mention.trigger);
    mention.effect == Effect::Killed
        && mention.agent.is_none()
        && [
            "die",
            "dying",
            "dead",
            "death",
            "bod",
            "found",
            "discovered",
            "recovered",
            "remains",
        ]
        .iter()
        .any(|stem| lower.starts_with(stem))
}

/// Whether the words say that one person died, and of nothing that harms others: "Ada Holm died in 1986".
pub(crate) fn died_alone(text: &Text<'_>, told: &Told, mention: &Mention) -> bool {
    let lower = text.lower_at(mention.trigger);
    let dies = lower.starts_with("die") || lower == "dying" || lower == "passed";
    // "Died of his wounds", "died in custody", "bringing the toll to five": somebody may have harmed him.
    let harmed = |i: usize| {
        ["wound", "injur", "toll", "custody", "protest", "hunger"]
            .iter()
            .any(|stem| text.lower_at(i).starts_with(stem))
    };
    dies && !(told.sentence.start..told.sentence.end).any(harmed)
        && mention.effect == Effect::Killed
        && mention.agent.is_none()
        && mention.count == Count::exact(1)
        && !told.violent
        && told.means.is_empty()
}

/// From how many tokens on an attack says nothing of harm that is not said to be its own.
const NEAR: usize = 10;

/// Whether the words for another cause at token `at` are those of the harm at `trigger`: who kills others "and
/// committed suicide" did not kill them so.
fn reaches(text: &Text<'_>, at: usize, trigger: usize) -> bool {
    let own = matches!(
        text.lower_at(at),
        "committed"
            | "commit"
            | "committing"
            | "took"
            | "taken"
            | "taking"
            | "hanged"
            | "hanging"
            | "shot"
            | "slashed"
    );
    !own || (at..at + 3).contains(&trigger)
        || ["die", "dying", "dead", "death", "bled"]
            .iter()
            .any(|stem| text.lower_at(trigger).starts_with(stem))
}

/// Whether the words at token `at` tell of a building that came down, of whatever cause: the whole report says
/// which.
fn is_fall(text: &Text<'_>, at: usize) -> bool {
    (at..at + 3).any(|at| text.lower_at(at).starts_with("collaps"))
        || text.says(at + 1, &["caved", "in"])
        || text.says(at + 1, &["gave", "way"])
}

/// Whether one dies of the illness at token `at`: "cholera has killed nine", "were killed by it"; not "were
/// killed in a town with cholera".
fn is_died_of(text: &Text<'_>, at: usize, trigger: usize) -> bool {
    let lower = text.lower_at(trigger);
    let killed = lower.starts_with("kill") || lower.starts_with("slain");
    !killed
        || at < trigger && trigger - at <= 6
        || (trigger..at).any(|i| matches!(text.lower_at(i), "by" | "of" | "from"))
}

/// Whether the word at token `at` is denied: "not an attack", "no clashes".
pub(crate) fn is_negated(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|i| matches!(text.lower_at(i), "not" | "no" | "without"))
}

/// Whether one hand can use a means by chance.
fn is_light(means: Means) -> bool {
    is_either(means) || matches!(means, Means::Shooting | Means::Blade | Means::Beating)
}

/// Words for a burst, whatever has burst.
fn is_burst(lower: &str) -> bool {
    matches!(
        lower,
        "blast" | "blasts" | "explosion" | "explosions" | "exploded" | "explode" | "blew" | "blown"
    )
}
