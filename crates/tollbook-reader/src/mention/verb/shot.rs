//! Whom shots kill and whom they only hit: "shot dead", "hit in the thigh", "opened fire, hitting six".

use tollbook_terms::Effect;

use super::super::Scene;
use super::super::body::is_body;
use crate::lexicon::Class;
use crate::phrase::noun::What;
use crate::tag::Tag;

/// "shot dead", "shot and killed": killed; "shot" alone: hit.
pub(super) fn shooting(scene: &Scene<'_, '_>, at: usize, effect: Effect) -> Effect {
    let text = scene.text;
    if text.says(at + 1, &["dead"])
        || text.says(at + 1, &["to", "death"])
        || text.lower_at(at + 1) == "down"
        || text.lower_at(at) == "gunned"
    {
        return Effect::Killed;
    }
    // "shot both, leaving their bodies by a well"
    let left = (at + 1..(at + 12).min(scene.sentence.end)).any(|i| {
        matches!(text.lower_at(i), "leaving" | "left" | "dumping" | "dumped")
            && matches!(text.lower_at(i + 1), "his" | "her" | "their" | "the")
            && is_body(text.lower_at(i + 2))
    });
    if left {
        return Effect::Killed;
    }
    // "shot the driver dead", "shot Arin Solt, 34, dead", "shot the mayor of Ostra to death".
    let object = scene.phrase_starting(at + 1).is_some_and(|p| {
        let end = scene.phrases[p].end;
        (end..(end + 7).min(scene.sentence.end))
            .take_while(|i| {
                *i == end
                    || !scene.text.tag_at(*i).is_some_and(Tag::is_verb)
                        && !matches!(scene.text.lower_at(*i), "and" | ";" | "," | "who" | "with")
                    || scene.text.lower_at(*i) == "," && text.says(*i + 1, &["dead"])
            })
            .any(|i| {
                text.says(i, &["dead"]) && !text.tag_at(i + 1).is_some_and(Tag::is_noun)
                    || text.says(i, &["to", "death"])
            })
    });
    if object {
        return Effect::Killed;
    }
    effect
}

/// "hit in the thigh", "struck by a stray bullet": the body is hit.
pub(super) fn is_hit(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    // "hit once in the thigh", "struck three times by bullets"
    let often = |i: &usize| {
        matches!(
            text.lower_at(*i),
            "once" | "twice" | "several" | "multiple" | "times" | "both"
        ) || text.number_at(*i).is_some()
    };
    let link = at + 1 + (at + 1..at + 4).take_while(often).count();
    let limit = (link + 6).min(scene.sentence.end);
    match text.lower_at(link) {
        "in" => {
            (link + 1..limit).any(|i| is_limb(text.lower_at(i)) || text.lower_at(i) == "crossfire")
        }
        "by" => (link + 1..limit).any(|i| pierces(text.lower_at(i)) || is_driven(text.lower_at(i))),
        // "Three people were hit when gunmen opened fire", "came under fire and two were hit"
        "" | "." | "," | ";" | "when" | "as" | "after" | "and" => {
            let from = at.saturating_sub(12).max(scene.sentence.start);
            (from..(at + 12).min(scene.sentence.end)).any(|i| is_fire(scene, i))
        }
        _ => false,
    }
}

/// Whether shots are told of at `at`: "opened fire", "came under fire", "fired at the crowd".
fn is_fire(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    match text.lower_at(at) {
        "opened" | "opening" | "open" | "opens" | "under" => text.lower_at(at + 1) == "fire",
        "fired" | "firing" => matches!(text.lower_at(at + 1), "at" | "on" | "into" | "upon"),
        "shots" | "gunfire" => true,
        // "drove into the crowd, hitting six people"
        "drove" | "driving" | "rammed" | "ploughed" | "plowed" | "mounted" | "swerved"
        | "careered" | "veered" => (at + 1..at + 6).any(|i| {
            matches!(
                text.lower_at(i),
                "into" | "onto" | "through" | "pavement" | "sidewalk" | "kerb" | "curb"
            )
        }),
        _ => false,
    }
}

fn is_limb(lower: &str) -> bool {
    matches!(
        lower,
        "leg"
            | "legs"
            | "thigh"
            | "thighs"
            | "arm"
            | "arms"
            | "shoulder"
            | "head"
            | "face"
            | "chest"
            | "torso"
            | "stomach"
            | "abdomen"
            | "back"
            | "buttocks"
            | "side"
            | "ribs"
            | "groin"
            | "neck"
            | "throat"
            | "forehead"
            | "mouth"
            | "jaw"
            | "foot"
            | "feet"
            | "hand"
            | "hands"
            | "knee"
            | "eye"
    )
}

/// "shot the boy in the chest": where the shot hit him.
pub(super) fn names_limb(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    (at + 1..(at + 12).min(scene.sentence.end)).any(|i| {
        text.lower_at(i) == "in"
            && matches!(text.lower_at(i + 1), "the" | "his" | "her" | "both")
            && (is_limb(text.lower_at(i + 2)) || is_limb(text.lower_at(i + 3)))
    })
}

/// "The gun went off, hitting him", "A rifle discharged and struck a clerk": the shot hit whoever is told.
pub(super) fn is_discharge(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    matches!(
        text.lower_at(at),
        "hitting" | "striking" | "hit" | "struck" | "hits" | "strikes"
    ) && (at.saturating_sub(14).max(scene.sentence.start)..at).any(|i| {
        let fired = matches!(
            text.lower_at(i),
            "fired" | "fires" | "discharged" | "discharges"
        );
        let off =
            matches!(text.lower_at(i), "went" | "goes" | "going") && text.lower_at(i + 1) == "off";
        off && (scene.sentence.start..i)
            .any(|k| is_gun(text.lower_at(k)) || text.lower_at(k) == "it")
            || fired && (i.saturating_sub(3)..i).any(|k| is_gun(text.lower_at(k)))
    })
}

fn is_gun(lower: &str) -> bool {
    matches!(
        lower,
        "gun" | "handgun" | "rifle" | "shotgun" | "pistol" | "revolver" | "weapon" | "firearm"
    )
}

/// "fired one shot", "not a single shot", "give it another shot": the shot is counted, and nobody is hit by it.
pub(super) fn is_counted_shot(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let fires = |i: usize| {
        text.lower_at(i).starts_with("fir") || matches!(text.lower_at(i), "heard" | "discharged")
    };
    let given = |i: usize| {
        ["giv", "gave", "tak", "took", "deserv"]
            .iter()
            .any(|stem| text.lower_at(i).starts_with(stem))
    };
    let first = at.saturating_sub(6).max(scene.sentence.start);
    let chance = matches!(text.lower_at(at.wrapping_sub(1)), "another" | "a")
        && (first..at - 1)
            .rev()
            .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "and"))
            .any(given);
    at >= scene.sentence.start + 2
        && text.lower_at(at) == "shot"
        && (chance
            || text.lower_at(at - 1) == "single"
            || text.number_at(at - 1).is_some() && fires(at - 2))
}

/// "shot in the air", "shot back", "shot for a magazine" hit nobody.
pub(super) fn is_shot_away(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let pictured = text.lower_at(at) == "for"
        && scene.phrase_starting(at + 1).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            (phrase.start..phrase.end).any(|i| {
                matches!(
                    text.lower_at(i),
                    "magazine" | "cover" | "campaign" | "calendar" | "film" | "movie"
                )
            })
        });
    pictured
        || matches!(text.lower_at(at), "in" | "into") && text.says(at + 1, &["the", "air"])
        || text.lower_at(at) == "back"
}

/// "A stray bullet hit a girl": what pierces the body is the doer.
pub(super) fn is_pierced(scene: &Scene<'_, '_>, agent: Option<(usize, usize)>) -> bool {
    agent.is_some_and(|(start, end)| {
        (start..end).any(|i| {
            pierces(scene.text.lower_at(i)) || !scene.killed && is_driven(scene.text.lower_at(i))
        })
    })
}

/// "Police opened fire, hitting six people": the shots hit them.
pub(super) fn is_fire_at(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    // "hitting and killing one of them": he is killed.
    let killed = text.says(at + 1, &["and", "killing"]);
    matches!(text.lower_at(at), "hitting" | "striking")
        && !killed
        && (at.saturating_sub(12).max(scene.sentence.start)..at).any(|i| is_fire(scene, i))
}

/// What runs people down: "struck by a car", "A lorry hit two cyclists".
fn is_driven(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('s'),
        "car"
            | "truck"
            | "lorry"
            | "van"
            | "bu"
            | "buse"
            | "lorrie"
            | "train"
            | "tram"
            | "vehicle"
            | "motorcycle"
            | "motorbike"
            | "suv"
            | "pickup"
            | "taxi"
            | "jeep"
            | "tractor"
    )
}

fn pierces(lower: &str) -> bool {
    matches!(
        lower,
        "bullet"
            | "bullets"
            | "shrapnel"
            | "sniper"
            | "snipers"
            | "gunfire"
            | "fragments"
            | "splinters"
            | "splinter"
            | "shot"
            | "shots"
            | "pellets"
            | "pellet"
            | "buckshot"
            | "birdshot"
            | "ricochet"
            | "debris"
            | "glass"
            | "round"
            | "rounds"
            | "stone"
            | "stones"
            | "rock"
            | "rocks"
            | "brick"
            | "bricks"
            | "arrow"
            | "arrows"
    )
}

/// Whether "at" and whom a shot was meant for stand at `at`, or nothing: "shot at two guards", "was shot at by
/// guards", but "shot at close range".
pub(super) fn is_shot_at(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let verb = at - 1;
    // "shot twice at the victim", "fired three times at"
    let at = match (text.lower_at(at), text.lower_at(at + 1)) {
        ("once" | "twice" | "repeatedly", _) => at + 1,
        (_, "times") => at + 2,
        _ => at,
    };
    if text.lower_at(at) != "at" {
        return false;
    }
    // "Gunmen shot at the bus", not "Man shot at mosque".
    let doer = scene.phrase_ending(verb).is_some_and(|p| {
        text.tokens[scene.phrases[p].head].word.is(Class::Agent)
            && text.lower_at(scene.phrases[p].head) != "suspect"
    });
    if doer && scene.phrase_starting(at + 1).is_some() {
        return true;
    }
    let meant = scene.phrase_starting(at + 1).is_some_and(|p| {
        let phrase = &scene.phrases[p];
        matches!(phrase.what, What::People | What::Pronoun)
            || phrase.what == What::Name && phrase.is_described()
    });
    meant
        || at + 1 >= scene.sentence.end
        || matches!(
            text.lower_at(at + 1),
            "by" | "."
                | ","
                | ";"
                | "while"
                | "when"
                | "during"
                | "from"
                | "but"
                | "several"
                | "repeatedly"
        )
}
