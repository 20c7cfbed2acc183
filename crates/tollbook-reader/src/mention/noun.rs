//! Nouns of harm that a number counts: deaths, casualties, bodies, lives.

use tollbook_terms::{Basis, Count, Effect};

use super::{Mention, Scene};
use crate::lexicon::Class;
use crate::phrase::noun::{Phrase, What};
use crate::phrase::ordinal::ordinal;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::token::Kind;

pub(crate) const FIGURE: Rule = Rule {
    name: "effect.noun.figure",
    says: "A number of deaths, injuries or casualties counts people.",
    must: &[
        ("The clinic recorded 12 deaths.", "killed 12"),
        ("There were no casualties.", "casualties 0 negated"),
        ("The attacks left nine victims.", "casualties 9"),
        (
            "No casualty or injury was reported.",
            "casualties 0 negated; injured 0 negated",
        ),
    ],
    must_not: &[(
        "The company recorded heavy losses.",
        "a loss of money is no harm",
    )],
};

pub(crate) const BODIES: Rule = Rule {
    name: "effect.noun.bodies",
    says: "Counted bodies, a body found where no death is told yet, and lives that are claimed or cost, are people killed.",
    must: &[
        ("Police found six bodies in a ditch.", "killed 6"),
        ("There were bodies in the streets.", "killed 2.."),
        (
            "The bodies of a clerk and a guard were found in a ditch.",
            "killed 1 worker; killed 1 security",
        ),
        (
            "The war cost more than 100,000 lives.",
            "killed 100000+ background",
        ),
        (
            "A nurse's dead body was found in a ditch.",
            "killed 1 medic",
        ),
        (
            "Rebels abducted a nurse. Her body was found on Monday.",
            "abducted 1 medic; killed 1",
        ),
    ],
    must_not: &[(
        "Two bodies of the United Nations met.",
        "a body of an organisation is nobody",
    )],
};

pub(crate) const CLAIMS: Rule = Rule {
    name: "effect.noun.claims",
    says: "The number that a blast, a crash or another deed claims counts people killed.",
    must: &[("Blast claims nine in Ostra.", "killed 9")],
    must_not: &[
        (
            "The mayor claims nine in Ostra.",
            "a mayor claims something else",
        ),
        ("The blast claims nine victories.", "a victory is nobody"),
    ],
};

pub(crate) const NTH: Rule = Rule {
    name: "effect.noun.nth",
    says: "The twelfth death of a year, or since a day, tells that there were twelve in all.",
    must: &[(
        "It was the 12th homicide of the year in Ostra.",
        "killed 12 cumulative",
    )],
    must_not: &[(
        "It was the second death in the family.",
        "of no running count",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&FIGURE, &NTH, &BODIES, &CLAIMS];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        if phrase.what == What::Bare {
            claimed(scene, found, i);
        }
        match phrase.what {
            What::Figure(effect) => figure(scene, found, i, effect),
            What::People if text.lower_at(phrase.head) == "victims" => victims(scene, found, i),
            What::People
                if matches!(
                    text.lower_at(phrase.head),
                    "bodies"
                        | "body"
                        | "corpses"
                        | "corpse"
                        | "remains"
                        | "skeletons"
                        | "skulls"
                        | "lives"
                        | "life"
                ) =>
            {
                bodies(scene, found, i)
            }
            _ => {}
        }
    }
}

/// "12 deaths", "no casualties", "civilian casualties".
fn figure(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, effect: Effect) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let nth = nth(scene, phrase).map(Count::exact);
    let count = match phrase.quantity {
        _ if nth.is_some() => nth.unwrap_or(Count::exact(1)),
        Some(quantity) if quantity.article || is_charge(scene, at) => return,
        Some(quantity) => quantity.count,
        None if effect == Effect::Killed && matches!(text.lower_at(phrase.head), "death") => return,
        // "the deaths of two officers": the officers are told.
        None if text.lower_at(phrase.end) == "of"
            && scene
                .phrase_starting(phrase.end + 1)
                .is_some_and(|p| scene.phrases[p].is_people()) =>
        {
            return;
        }
        None => {
            // Uncounted: only where the clause says that there were some.
            let before = text.lower_at(phrase.start.wrapping_sub(1));
            let without = before == "without"
                || text.says(phrase.start.wrapping_sub(2), &["without", "any"])
                || is_without_word(scene, phrase.start)
                || matches!(before, "suffered" | "reported" | "had" | "took")
                    && text.lower_at(scene.sentence.start) == "neither";
            let any = text.lower_at(phrase.start) == "any";
            let there = matches!(before, "been" | "were" | "are")
                && (scene.sentence.start..phrase.start).any(|i| text.lower_at(i) == "there");
            let done = text.lower_at(phrase.head) != "injuries"
                && text.tag_at(phrase.head).is_some_and(Tag::is_plural)
                && matches!(
                    before,
                    "causing" | "caused" | "inflicted" | "inflicting" | "suffered" | "in"
                );
            // "civilian casualties were reported", "caused deaths and injuries"
            let reported = phrase.plural
                && scene.is_aux_or_have(phrase.end)
                && (phrase.end + 1..phrase.end + 3).any(|i| {
                    matches!(
                        text.lower_at(i),
                        "reported" | "caused" | "inflicted" | "suffered" | "confirmed"
                    )
                });
            let first = matches!(before, "and" | "or")
                .then(|| scene.phrase_ending(phrase.start - 1))
                .flatten();
            let joined =
                first.is_some_and(|p| found.iter().any(|m| m.phrase == p && m.rule == FIGURE.name));
            // "no damage or injuries were reported"
            let none = first
                .and_then(|p| scene.phrases[p].quantity)
                .is_some_and(|q| q.none);
            let told_before = any || text.lower_at(phrase.start) == "the";
            if without || none || any && is_negated(scene, phrase.start) {
                Count::exact(0)
            } else if (there || done || reported || joined) && !told_before {
                Count {
                    low: 2,
                    high: None,
                    basis: Basis::Vague,
                }
            } else {
                return;
            }
        }
    };
    if found.iter().any(|m| m.phrase == at) {
        return;
    }
    found.push(Mention {
        effect,
        phrase: at,
        count,
        trigger: phrase.head,
        quote: (phrase.start, phrase.end),
        agent: None,
        part_of: None,
        // "most of the deaths"
        partitive: phrase.partitive,
        rule: if nth.is_some() { NTH.name } else { FIGURE.name },
    });
}

/// "The raid left nine victims".
fn victims(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let left = phrase.start > scene.sentence.start
        && matches!(
            text.lower_at(phrase.start - 1),
            "left" | "leaving" | "leaves" | "claimed" | "claiming" | "claims"
        );
    let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
    if left && counted && !found.iter().any(|m| m.phrase == at) {
        scene.tell(
            found,
            Effect::Casualties,
            at,
            phrase.head,
            None,
            FIGURE.name,
        );
    }
}

/// "The 12th homicide of the year", "the fourth death since May": how many there were.
fn nth(scene: &Scene<'_, '_>, phrase: &Phrase) -> Option<u64> {
    let text = scene.text;
    let running = matches!(text.lower_at(phrase.end), "of" | "this" | "since")
        && (phrase.end..phrase.end + 4).any(|i| {
            matches!(
                text.lower_at(i),
                "year" | "month" | "week" | "season" | "since"
            ) || text.kind_at(i) == Some(Kind::Digits) && text.at(i).len() == 4
        });
    if !running || text.tag_at(phrase.head).is_some_and(Tag::is_plural) {
        return None;
    }
    (phrase.start..phrase.head).find_map(|i| {
        let digits = text
            .lower_at(i)
            .trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = match &text.lower_at(i)[digits.len()..] {
            "" => text.lower_at(i + 1),
            ending => ending,
        };
        let ended = matches!(ending, "st" | "nd" | "rd" | "th");
        match ordinal(text.lower_at(i)) {
            Some(place) => Some(u64::from(place)),
            None if ended => digits.parse().ok(),
            None => None,
        }
    })
}

/// "no reports of", "no immediate sign of any": nothing is known of the figure at `start`.
fn is_without_word(scene: &Scene<'_, '_>, start: usize) -> bool {
    let text = scene.text;
    let of = start - usize::from(matches!(text.lower_at(start.wrapping_sub(1)), "any"));
    let told = of >= scene.sentence.start + 3
        && text.lower_at(of - 1) == "of"
        && matches!(
            text.lower_at(of - 2).trim_end_matches('s'),
            "report" | "indication" | "sign" | "evidence" | "record" | "mention"
        );
    told && (of - 5.min(of)..of - 2)
        .filter(|i| *i >= scene.sentence.start)
        .any(|i| matches!(text.lower_at(i), "no" | "without"))
}

/// "wanted in 12 murders", "accused of several killings": what a suspect is charged with.
fn is_charge(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(preposition) = scene.phrases[at].after else {
        return false;
    };
    (preposition.saturating_sub(3)..preposition).any(|i| {
        matches!(
            scene.text.lower_at(i),
            "wanted"
                | "accused"
                | "involved"
                | "charged"
                | "convicted"
                | "suspected"
                | "linked"
                | "tried"
        )
    })
}

/// Whether a "not" stands before the phrase that starts at `start`, in its clause: "did not cause any deaths".
pub(super) fn is_negated(scene: &Scene<'_, '_>, start: usize) -> bool {
    (scene.sentence.start..start)
        .rev()
        .take(5)
        .take_while(|i| !matches!(scene.text.lower_at(*i), "," | ";" | ":"))
        .any(|i| {
            matches!(
                scene.text.lower_at(i),
                "not" | "n't" | "n’t" | "never" | "nor"
            )
        })
}

/// "six bodies", "more than 100,000 lives".
fn bodies(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let lives = matches!(text.lower_at(phrase.head), "lives" | "life");
    let took = (scene.sentence.start..phrase.start).rev().take(4).any(|i| {
        matches!(
            text.lower_at(i),
            "claimed"
                | "claiming"
                | "claim"
                | "claims"
                | "cost"
                | "costing"
                | "took"
                | "taken"
                | "taking"
        )
    });
    // "no loss of life".
    if text.lower_at(phrase.head) == "life"
        && !took
        && text.says(phrase.start.wrapping_sub(3), &["no", "loss", "of"])
        && scene.tell(
            found,
            Effect::Killed,
            at,
            phrase.start - 2,
            None,
            FIGURE.name,
        )
        && let Some(last) = found.last_mut()
    {
        last.count = Count::exact(0);
    }
    if lives && !took {
        return;
    }
    // "the bodies of five men": the men are told.
    if text.lower_at(phrase.end) == "of"
        && let Some(inner) = scene.phrase_starting(phrase.end + 1)
        && scene.phrases[inner].is_people()
        && phrase.quantity.is_none_or(|q| q.article)
    {
        for victim in scene.list(scene.phrases[inner].start, true) {
            scene.tell(
                found,
                Effect::Killed,
                victim,
                phrase.head,
                None,
                BODIES.name,
            );
        }
        return;
    }
    // "two bodies of the United Nations": of an organisation.
    let people = |p: usize| scene.phrases[p].is_people() && scene.phrases[p].what != What::Name;
    if text.lower_at(phrase.end) == "of"
        && scene
            .phrase_starting(phrase.end + 1)
            .is_some_and(|p| !people(p))
    {
        return;
    }
    // "a woman's dead body was found": hers, where no death is told yet.
    let found_near = |from: usize, to: usize| {
        (from..to.min(scene.sentence.end)).any(|i| {
            matches!(
                text.lower_at(i),
                "found" | "recovered" | "discovered" | "pulled"
            )
        })
    };
    let owner = phrase
        .start
        .checked_sub(1)
        .filter(|i| text.tag_at(*i) == Some(Tag::POS))
        .and_then(|i| scene.phrase_ending(i));
    if let Some(owner) = owner.filter(|owner| {
        matches!(scene.phrases[*owner].what, What::People | What::Name)
            && !scene.killed
            && !found.iter().any(|m| m.effect == Effect::Killed)
            && found_near(phrase.end, phrase.end + 8)
    }) {
        scene.tell(found, Effect::Killed, owner, phrase.head, None, BODIES.name);
        return;
    }
    let counted = phrase.quantity.is_some_and(|q| !q.none && !q.article);
    // "his body was found": a death, where none is told of yet.
    let owned = matches!(text.lower_at(phrase.start), "his" | "her" | "their")
        || (phrase.start..phrase.head).any(|i| text.tag_at(i) == Some(Tag::POS));
    let new = owned && !scene.killed && !found.iter().any(|m| m.effect == Effect::Killed);
    let recovered = (phrase.quantity.is_some() || new)
        && found_near(phrase.start.saturating_sub(4), phrase.end + 5);
    // "There are bodies in the wells."
    let seen = phrase.plural
        && phrase.quantity.is_none()
        && phrase.start == phrase.head
        && matches!(text.lower_at(phrase.start.wrapping_sub(1)), "are" | "were")
        && text.lower_at(phrase.start.wrapping_sub(2)) == "there";
    // "Body found in river": a headline.
    let headline = phrase.quantity.is_none()
        && phrase.start == phrase.head
        && (phrase.start == scene.sentence.start
            || matches!(text.lower_at(phrase.start - 1), ";" | ":"))
        && found_near(phrase.end, phrase.end + 3);
    if (counted || recovered || seen || headline)
        && scene.tell(found, Effect::Killed, at, phrase.head, None, BODIES.name)
        && owned
        && phrase.plural
        && let Some(last) = found.last_mut()
    {
        last.count = scene.many_before(at);
    }
}

/// "Blast claims 9": a number alone behind "claims", whose subject is a deed or a mishap.
fn claimed(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let verb = phrase
        .start
        .checked_sub(1)
        .filter(|i| *i > scene.sentence.start && matches!(text.lower_at(*i), "claims" | "claimed"));
    let Some(verb) = verb else { return };
    let closed = phrase.end >= scene.sentence.end
        || matches!(
            text.lower_at(phrase.end),
            "." | "," | ";" | "in" | "on" | "at" | "near" | "as"
        );
    let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
    let deed = text
        .word_at(verb - 1)
        .is_some_and(|word| word.is(Class::Deed))
        || is_mishap(text.lower_at(verb - 1));
    if closed && counted && deed {
        scene.tell(found, Effect::Killed, at, verb, None, CLAIMS.name);
    }
}

fn is_mishap(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('s'),
        "crash"
            | "capsize"
            | "collision"
            | "fire"
            | "blaze"
            | "flood"
            | "quake"
            | "earthquake"
            | "storm"
            | "cyclone"
            | "typhoon"
            | "hurricane"
            | "landslide"
            | "mudslide"
            | "avalanche"
            | "stampede"
            | "collapse"
            | "accident"
            | "tornado"
            | "heatwave"
            | "gunfire"
            | "mine"
            | "landmine"
            | "violence"
            | "unrest"
            | "fighting"
            | "shooting"
            | "shelling"
    )
}
