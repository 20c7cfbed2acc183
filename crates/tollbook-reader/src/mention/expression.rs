//! Expressions of several harmless words that together tell harm: "carried off", "put out of action".

use tollbook_terms::{Category, Effect};

use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;

pub(crate) const PEOPLE: Rule = Rule {
    name: "effect.expression.people",
    says: "Who is carried off, led away, taken into custody, driven from home, burnt alive, wiped out or put out of action, falls in action or gives his life is harmed.",
    must: &[
        (
            "Raiders carried off more than 100 girls.",
            "abducted 100+ child",
        ),
        ("Police led away two brothers.", "detained 2"),
        ("Two men were taken into custody.", "detained 2 man"),
        ("A couple was burnt alive in the hut.", "killed 2"),
        (
            "The shelling drove 18,000 villagers from their homes.",
            "displaced 18000 civilian",
        ),
        ("Three servicemen fell in action.", "killed 3 combatant"),
        ("Eight men are in custody.", "detained 8 man"),
        ("The raid wiped out 14 fighters.", "killed 14 combatant"),
    ],
    must_not: &[
        ("Raiders carried off the cup.", "a cup is nobody"),
        ("Three servicemen fell in love.", "love is no harm"),
    ],
};

pub(crate) const OBJECTS: Rule = Rule {
    name: "effect.expression.objects",
    says: "What is washed away, knocked out, reduced to rubble or left in ruins is damaged or destroyed.",
    must: &[
        (
            "The flood swept away 12 bridges.",
            "destroyed 12 infrastructure disaster",
        ),
        ("The gunners knocked out nine tanks.", "damaged 9 military"),
    ],
    must_not: &[(
        "The scandal swept away 12 careers.",
        "a career is no object",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&PEOPLE, &OBJECTS];

/// Who is harmed: whoever the verb takes, or its subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whom {
    Taken,
    Subject,
}

struct Expression {
    verbs: &'static [&'static str],
    /// One of these stands behind the verb or behind what it takes.
    with: &'static [&'static [&'static str]],
    whom: Whom,
    people: Option<Effect>,
    objects: Option<Effect>,
}

const EXPRESSIONS: &[Expression] = &[
    Expression {
        verbs: &[
            "carry", "carries", "carried", "carrying", "drag", "dragged", "dragging", "march",
            "marched", "marching", "spirited", "whisked", "bundled", "herded", "led", "leading",
            "hauled", "hauling",
        ],
        with: &[&["off"], &["away"]],
        whom: Whom::Taken,
        people: Some(Effect::Abducted),
        objects: None,
    },
    Expression {
        verbs: &["take", "takes", "took", "taken", "taking"],
        with: &[&["away"]],
        whom: Whom::Taken,
        people: Some(Effect::Abducted),
        objects: None,
    },
    Expression {
        verbs: &[
            "drive",
            "drives",
            "drove",
            "driven",
            "driving",
            "chase",
            "chased",
            "chasing",
            "force",
            "forced",
            "forcing",
            "hounded",
            "expel",
            "expelled",
            "expelling",
            "evicted",
            "evicting",
        ],
        with: &[
            &["from", "their", "homes"],
            &["from", "their", "houses"],
            &["from", "their", "villages"],
            &["from", "their", "land"],
            &["from", "home"],
            &["out", "of", "their", "homes"],
            &["out", "of", "their", "villages"],
            &["to", "flee"],
            &["to", "leave", "their", "homes"],
            &["into", "exile"],
            &["out"],
        ],
        whom: Whom::Taken,
        people: Some(Effect::Displaced),
        objects: None,
    },
    Expression {
        verbs: &["fall", "falls", "fell", "fallen"],
        with: &[
            &["in", "action"],
            &["in", "battle"],
            &["in", "combat"],
            &["in", "the", "fighting"],
            &["on", "the", "battlefield"],
            &["in", "the", "line", "of", "duty"],
        ],
        whom: Whom::Subject,
        people: Some(Effect::Killed),
        objects: None,
    },
    Expression {
        verbs: &[
            "wipe", "wipes", "wiped", "wiping", "mowed", "mown", "mowing",
        ],
        with: &[&["out"], &["down"]],
        whom: Whom::Taken,
        people: Some(Effect::Killed),
        objects: Some(Effect::Destroyed),
    },
    Expression {
        verbs: &[
            "is", "are", "was", "were", "been", "remain", "remains", "remained", "being",
        ],
        with: &[
            &["in", "custody"],
            &["in", "police", "custody"],
            &["in", "federal", "custody"],
            &["in", "military", "custody"],
            &["in", "detention"],
            &["in", "administrative", "detention"],
            &["under", "arrest"],
            &["behind", "bars"],
        ],
        whom: Whom::Subject,
        people: Some(Effect::Detained),
        objects: None,
    },
    Expression {
        verbs: &[
            "is", "are", "was", "were", "been", "remain", "remains", "remained", "being",
        ],
        with: &[&["in", "captivity"], &["held", "captive"]],
        whom: Whom::Subject,
        people: Some(Effect::Abducted),
        objects: None,
    },
    Expression {
        verbs: &["attained", "embraced", "achieved", "attaining", "embracing"],
        with: &[&["martyrdom"]],
        whom: Whom::Subject,
        people: Some(Effect::Killed),
        objects: None,
    },
    Expression {
        verbs: &["gave", "given", "laid", "sacrificed"],
        with: &[
            &["their", "lives"],
            &["his", "life"],
            &["her", "life"],
            &["down", "their", "lives"],
            &["down", "his", "life"],
        ],
        whom: Whom::Subject,
        people: Some(Effect::Killed),
        objects: None,
    },
    Expression {
        verbs: &["take", "takes", "took", "taken", "taking"],
        with: &[
            &["into", "custody"],
            &["in", "custody"],
            &["into", "police", "custody"],
        ],
        whom: Whom::Taken,
        people: Some(Effect::Detained),
        objects: None,
    },
    Expression {
        verbs: &["held", "holding"],
        with: &[
            &["for", "questioning"],
            &["for", "interrogation"],
            &["in", "custody"],
            &["in", "connection"],
            &["on", "suspicion"],
        ],
        whom: Whom::Taken,
        people: Some(Effect::Detained),
        objects: None,
    },
    Expression {
        verbs: &[
            "burn", "burned", "burnt", "burning", "bury", "buried", "burying", "roasted",
        ],
        with: &[&["alive"]],
        whom: Whom::Taken,
        people: Some(Effect::Killed),
        objects: None,
    },
    Expression {
        verbs: &["put", "puts", "putting"],
        with: &[&["out", "of", "action"]],
        whom: Whom::Taken,
        people: Some(Effect::Casualties),
        objects: Some(Effect::Damaged),
    },
    Expression {
        verbs: &["knock", "knocked", "knocking"],
        with: &[&["out"]],
        whom: Whom::Taken,
        people: None,
        objects: Some(Effect::Damaged),
    },
    Expression {
        verbs: &[
            "sweep", "sweeps", "swept", "sweeping", "wash", "washed", "washes", "washing",
        ],
        with: &[&["away"]],
        whom: Whom::Taken,
        people: None,
        objects: Some(Effect::Destroyed),
    },
    Expression {
        verbs: &[
            "reduce", "reduced", "reduces", "reducing", "left", "leaving", "leaves",
        ],
        with: &[
            &["to", "rubble"],
            &["to", "ashes"],
            &["to", "ruins"],
            &["in", "ruins"],
            &["in", "rubble"],
        ],
        whom: Whom::Taken,
        people: None,
        objects: Some(Effect::Destroyed),
    },
];

/// How far behind the verb the other words may stand.
const REACH: usize = 14;

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        let lower = text.lower_at(at);
        if !EXPRESSIONS.iter().any(|e| e.verbs.contains(&lower)) {
            continue;
        }
        // The particle right behind shows a verb that was taken for a name: "swept away".
        let verb = text.tag_at(at).is_some_and(Tag::is_verb)
            || matches!(text.lower_at(at + 1), "away" | "off" | "alive") && !text.capital_at(at);
        if !verb {
            continue;
        }
        let expression = EXPRESSIONS
            .iter()
            .filter(|e| e.verbs.contains(&lower))
            .find(|e| is_with(scene, at, e.with));
        if let Some(expression) = expression {
            tell(scene, found, at, expression);
        }
    }
}

/// Whether one of the runs of words stands behind the verb in its clause.
fn is_with(scene: &Scene<'_, '_>, at: usize, runs: &[&[&str]]) -> bool {
    let text = scene.text;
    for i in at + 1..(at + REACH).min(scene.sentence.end) {
        if runs.iter().any(|run| text.says(i, run)) {
            return true;
        }
        let ends = matches!(
            text.lower_at(i),
            ";" | ":" | "." | "and" | "who" | "which" | "that"
        ) || text.tag_at(i).is_some_and(Tag::is_finite);
        if ends {
            return false;
        }
    }
    false
}

fn tell(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, expression: &Expression) {
    let text = scene.text;
    let (group, passive) = scene.group(at);
    let doer = scene.subject(group);
    let mut agent = None;
    let victims = if expression.whom == Whom::Subject || passive {
        doer
    } else {
        // "took into custody two men"
        let into = text.says(at + 1, &["into", "custody"]);
        let objects = scene.objects(if into { at + 3 } else { at + 1 });
        let stands = objects
            .first()
            .is_some_and(|p| scene.phrases[*p].start < at + 4);
        if stands {
            agent = doer
                .first()
                .map(|p| (scene.phrases[*p].start, scene.phrases[*p].end));
            objects
        } else if text.tag_at(at) == Some(Tag::VBN) {
            scene
                .phrase_ending(group)
                .map_or(Vec::new(), |p| scene.joined_left(p))
        } else {
            return;
        }
    };
    // Who is led away by police or troops is detained.
    let state = agent.is_some_and(|(start, _)| {
        scene
            .phrase_starting(start)
            .is_some_and(|p| is_of_state(scene, p))
    }) || (at + 1..(at + REACH).min(scene.sentence.end))
        .filter(|i| text.lower_at(*i) == "by")
        .filter_map(|i| scene.phrase_starting(i + 1))
        .any(|p| is_of_state(scene, p));
    for victim in victims {
        let phrase = &scene.phrases[victim];
        let effect = match (phrase.what, expression.people) {
            (What::Objects, _) => expression.objects,
            (_, Some(Effect::Abducted)) if state => Some(Effect::Detained),
            (_, people) => people,
        };
        let Some(effect) = effect else { continue };
        // Troops driven out of a town are beaten, not displaced.
        if effect == Effect::Displaced && phrase.categories.contains(&Category::Combatant) {
            continue;
        }
        let rule = if effect.on_people() {
            &PEOPLE
        } else {
            &OBJECTS
        };
        scene.tell(found, effect, victim, at, agent, rule.name);
    }
}

/// Whether the phrase names police, soldiers or other forces of a state, who arrest and do not abduct.
pub(super) fn is_of_state(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    phrase
        .categories
        .iter()
        .any(|c| matches!(c, Category::Police | Category::Security))
        || (phrase.start..phrase.end).any(|i| {
            matches!(
                scene.text.lower_at(i),
                "police"
                    | "army"
                    | "troops"
                    | "soldiers"
                    | "forces"
                    | "security"
                    | "authorities"
                    | "officers"
                    | "agents"
                    | "gendarmes"
                    | "navy"
                    | "patrol"
            )
        })
}
