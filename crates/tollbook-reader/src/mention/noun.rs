//! Nouns of harm that a number counts: deaths, injuries, casualties, victims.

use tollbook_terms::{Basis, Count, Effect};

use super::{Mention, Scene, body};
use crate::lexicon::HarmNoun;
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
        ("There were 12 victims.", "casualties 12"),
        ("There were no victims.", "casualties 0 negated"),
        (
            "The bombs went off without causing victims.",
            "casualties 0 negated",
        ),
        (
            "No casualty or injury was reported.",
            "casualties 0 negated; injured 0 negated",
        ),
        (
            "There was no loss of life or injury.",
            "killed 0 negated; injured 0 negated",
        ),
    ],
    must_not: &[
        (
            "The company recorded heavy losses.",
            "a loss of money is no harm",
        ),
        ("It is not known if anyone was hurt.", "nobody knows"),
    ],
};

pub(crate) const NTH: Rule = Rule {
    name: "effect.noun.nth",
    says: "The twelfth death of a year, or since a day, tells that there were twelve in all.",
    must: &[
        (
            "It was the 12th homicide of the year in Ostra.",
            "killed 12 cumulative",
        ),
        (
            "She is the third nurse killed in Ostra this year.",
            "killed 3 medic cumulative",
        ),
        (
            "It was the 12th abduction in the city this month.",
            "abducted 12 cumulative",
        ),
        (
            "Ines Barro is the second nurse to be killed this week.",
            "killed 2 medic cumulative",
        ),
    ],
    must_not: &[
        (
            "It was the second death in the family.",
            "of no running count",
        ),
        (
            "The second nurse killed was a woman from Ostra.",
            "one of those told before",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&FIGURE, &NTH];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        if phrase.what == What::Bare {
            body::claimed(scene, found, i);
        }
        // What befalls one each time: "the 12th abduction this month".
        let one = matches!(
            text.lower_at(phrase.head),
            "abduction" | "kidnapping" | "murder" | "assassination" | "arrest"
        ) && text.lower_at(phrase.end) != "of";
        if let Some(HarmNoun::Deed(effect)) = text.word_at(phrase.head).and_then(|word| word.noun)
            && one
            && nth(scene, phrase).is_some_and(|nth| nth > 1)
        {
            figure(scene, found, i, effect);
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
                body::bodies(scene, found, i)
            }
            _ => {}
        }
    }
    for mention in found {
        nth_harmed(scene, mention);
    }
}

/// "She is the third nurse killed this year", "he became the second mayor to be shot": so many were.
fn nth_harmed(scene: &Scene<'_, '_>, mention: &mut Mention) {
    let text = scene.text;
    let harm = mention.trigger;
    let verb = match harm.checked_sub(2) {
        Some(to) if text.says(to, &["to", "be"]) => to,
        _ => harm,
    };
    let Some(at) = scene
        .phrase_ending(verb)
        .filter(|_| text.tag_at(harm).is_some_and(Tag::is_verb))
    else {
        return;
    };
    let phrase = &scene.phrases[at];
    let told = phrase.start.checked_sub(1).is_some_and(|before| {
        before >= scene.sentence.start
            && (text.is_be(before)
                || matches!(text.lower_at(before), "," | "became" | "become" | "becomes"))
    });
    let nth = place(scene, phrase).filter(|nth| *nth > 1);
    if let Some(nth) = nth.filter(|_| {
        told && phrase.what == What::People
            && text.lower_at(phrase.start) == "the"
            && mention.count == Count::exact(1)
            && mention.effect.on_people()
    }) {
        mention.phrase = at;
        mention.count = Count::exact(nth);
        mention.quote = (phrase.start, harm + 1);
        mention.rule = NTH.name;
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
        // "the 2004 stabbing death": a year.
        Some(quantity)
            if (1900..2100).contains(&quantity.count.low)
                && text.lower_at(phrase.head) == "death" =>
        {
            return;
        }
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
            let there = matches!(before, "been" | "were" | "are" | "be")
                && (scene.sentence.start..phrase.start).any(|i| text.lower_at(i) == "there");
            let done = text.lower_at(phrase.head) != "injuries"
                && text.tag_at(phrase.head).is_some_and(Tag::is_plural)
                && matches!(
                    before,
                    "causing"
                        | "caused"
                        | "cause"
                        | "causes"
                        | "inflicted"
                        | "inflicting"
                        | "inflict"
                        | "suffered"
                        | "suffering"
                        | "sustained"
                        | "sustaining"
                        | "took"
                        | "taken"
                        | "taking"
                        | "in"
                )
                || is_told_of(scene, phrase.start);
            // "civilian casualties were reported", "caused deaths and injuries"
            let reported = phrase.plural
                && scene.is_aux_or_have(phrase.end)
                && (phrase.end + 1..phrase.end + 3).any(|i| {
                    matches!(
                        text.lower_at(i),
                        "reported" | "caused" | "inflicted" | "suffered" | "confirmed" | "feared"
                    )
                });
            let first = matches!(before, "and" | "or")
                .then(|| scene.phrase_ending(phrase.start - 1))
                .flatten();
            let joined =
                first.is_some_and(|p| found.iter().any(|m| m.phrase == p && m.rule == FIGURE.name));
            // "no damage or injuries were reported"
            let none = first.is_some_and(|p| {
                // "no loss of life or injuries", "no report of any casualties or injuries"
                let told = || {
                    found
                        .iter()
                        .any(|m| m.phrase == p && m.count.high == Some(0))
                };
                scene.phrases[p].quantity.is_some_and(|q| q.none) || told()
            });
            let told_before = any || text.lower_at(phrase.start) == "the";
            if is_open(scene, phrase.start) {
                return;
            }
            if without || none || (any || done) && is_negated(scene, phrase.start) {
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

/// "The raid left nine victims", "there were 12 victims", "there were no victims".
fn victims(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let left = phrase.start > scene.sentence.start
        && matches!(
            text.lower_at(phrase.start - 1),
            "left"
                | "leaving"
                | "leaves"
                | "claimed"
                | "claiming"
                | "claims"
                | "caused"
                | "causing"
                | "cause"
        );
    let there = phrase.start > scene.sentence.start + 1
        && matches!(text.lower_at(phrase.start - 1), "been" | "were" | "are")
        && (scene.sentence.start..phrase.start).any(|i| text.lower_at(i) == "there");
    // "without causing victims"
    let without = text.lower_at(phrase.start) == "without"
        && matches!(
            text.lower_at(phrase.head - 1),
            "causing" | "claiming" | "leaving"
        );
    let left = left || there || without;
    let counted = phrase.quantity.is_some_and(|q| !q.article);
    // "there were no victims"
    let none = phrase.quantity.is_some_and(|q| q.none);
    let told = none
        && matches!(text.lower_at(phrase.end), "were" | "was")
        && matches!(text.lower_at(phrase.end + 1), "reported" | "found");
    if (left && (counted || none) || told) && !found.iter().any(|m| m.phrase == at) {
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
    // "the 12th abduction in the city this month"
    let from = (phrase.end..phrase.end + 6)
        .take_while(|i| !matches!(text.lower_at(*i), "." | "," | ";" | "to"))
        .find(|i| matches!(text.lower_at(*i), "of" | "this" | "since"));
    let running = from.is_some_and(|from| {
        (from..from + 4).any(|i| {
            matches!(
                text.lower_at(i),
                "year" | "month" | "week" | "season" | "since"
            ) || text.kind_at(i) == Some(Kind::Digits) && text.at(i).len() == 4
        })
    });
    if !running || text.tag_at(phrase.head).is_some_and(Tag::is_plural) {
        return None;
    }
    place(scene, phrase)
}

/// The ordinal number in a phrase: "the 12th homicide".
fn place(scene: &Scene<'_, '_>, phrase: &Phrase) -> Option<u64> {
    let text = scene.text;
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

/// "ended with casualties", "spoke of heavy casualties", "fears of".
fn is_told_of(scene: &Scene<'_, '_>, start: usize) -> bool {
    let before = |back: usize| scene.text.lower_at(start.wrapping_sub(back));
    match before(1) {
        "with" => matches!(before(2), "ended" | "ending" | "ends" | "end"),
        "of" => matches!(
            before(2),
            "spoke" | "spoken" | "speak" | "speaks" | "told" | "fears"
        ),
        _ => false,
    }
}

/// "whether there were casualties", "not known if there were any": nobody knows.
pub(super) fn is_open(scene: &Scene<'_, '_>, start: usize) -> bool {
    (start.saturating_sub(6).max(scene.sentence.start)..start)
        .any(|i| matches!(scene.text.lower_at(i), "whether" | "if"))
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
                "not" | "n't" | "n’t" | "never" | "nor" | "without"
            )
        })
}
