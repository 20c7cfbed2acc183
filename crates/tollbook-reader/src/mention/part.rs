//! Those told within a larger number: "including a child", "among the dead", "two of them".

use tollbook_terms::{Basis, Count, Effect};

use super::{Mention, Scene};
use crate::lexicon::HarmNoun;
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const INCLUDING: Rule = Rule {
    name: "relation.part.including",
    says: "Who is included in a number of harmed people is part of that number.",
    must: &[
        (
            "Ten people, including two children, were killed.",
            "killed 10; killed 2 child part-of 10",
        ),
        (
            "Guerrillas killed nine pilgrims, three women among them.",
            "killed 9 civilian; killed 3 woman part-of 9",
        ),
    ],
    must_not: &[(
        "Officials including two ministers condemned the killing of a guard.",
        "the ministers are not harmed",
    )],
};

pub(crate) const AMONG: Rule = Rule {
    name: "relation.part.among",
    says: "Who is said to be among a number of harmed people is part of that number.",
    must: &[(
        "Five people were killed. A volunteer was among the dead.",
        "killed 5; killed 1 other part-of 5",
    )],
    must_not: &[(
        "A volunteer was among the 21 who danced.",
        "nobody is said to be harmed",
    )],
};

pub(crate) const BROKEN_DOWN: Rule = Rule {
    name: "relation.part.broken_down",
    says: "People listed behind a number of harmed people whose numbers add up to it are its parts.",
    must: &[(
        "Seven people - four women and three men - were killed.",
        "killed 7; killed 4 woman part-of 7; killed 3 man part-of 7",
    )],
    must_not: &[(
        "Seven people - four women and three men - condemned the killing.",
        "nobody of them is harmed",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&INCLUDING, &AMONG, &BROKEN_DOWN];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        let lower = text.lower_at(at);
        if matches!(lower, "including" | "include" | "included" | "includes") {
            including(scene, found, at, at + 1);
        } else if lower == "among"
            && matches!(text.lower_at(at + 1), "them" | "whom" | "those")
            && !harmed_those(scene, at + 1)
        {
            // "..., among them three women" and "..., three women among them".
            let after = if text.lower_at(at + 2) == "were"
                || text.lower_at(at + 2) == "was"
                || text.lower_at(at + 2) == ","
            {
                at + 3
            } else {
                at + 2
            };
            let before = scene.phrase_ending(at).filter(|p| {
                scene.phrases[*p].is_people() && scene.phrases[*p].what != What::Pronoun
            });
            if let Some(before) = before
                && text.lower_at(at + 1) == "them"
                && matches!(
                    text.lower_at(scene.phrases[before].start.wrapping_sub(1)),
                    "," | "(" | "—" | "–" | "and"
                )
            {
                inside(scene, found, vec![before], scene.phrases[before].start);
            } else {
                including(scene, found, at, after);
            }
        } else if lower == "among" {
            among(scene, found, at);
        }
    }
    of_them(scene, found);
    broken_down(scene, found);
    mostly(scene, found);
    one_of(scene, found);
    one_a(scene, found);
}

/// "those killed", "those wounded": the harmed by a word of their own.
fn harmed_those(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.lower_at(at) == "those"
        && scene
            .text
            .word_at(at + 1)
            .is_some_and(|word| word.state.is_some() || word.verb.is_some())
}

/// The mention nearest before token `at`, by its phrase or its verb.
fn nearest(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> Option<usize> {
    let close =
        |m: &Mention| scene.phrases[m.phrase].end <= at && at - scene.phrases[m.phrase].end <= 1;
    (0..found.len()).find(|i| close(&found[*i])).or_else(|| {
        (0..found.len())
            .filter(|i| scene.phrases[found[*i].phrase].end <= at)
            .max_by_key(|i| {
                (
                    scene.phrases[found[*i].phrase]
                        .start
                        .max(if found[*i].trigger < at {
                            found[*i].trigger
                        } else {
                            0
                        }),
                    *i,
                )
            })
    })
}

fn including(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, from: usize) {
    // "The dead include three policemen": the harmed are the subject.
    if scene.text.lower_at(at).starts_with("include")
        && let Some(effect) = harmed_subject(scene, at)
    {
        for part in scene.list(from, false) {
            if scene.tell(found, effect, part, at, None, AMONG.name)
                && let Some(last) = found.last_mut()
            {
                last.partitive = true;
            }
        }
        return;
    }
    // "pilgrims including monks and nuns were killed": the verb behind the list is that of the whole.
    let behind = nearest(scene, found, at).is_some_and(|whole| found[whole].trigger > at);
    // "39 bodies, including those of nine women"
    let those = scene.text.says(from, &["those", "of"])
        && scene.phrase_starting(from + 2).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            phrase.what == What::People && phrase.quantity.is_some_and(|q| !q.definite)
        });
    let from = if those { from + 2 } else { from };
    inside(scene, found, scene.list(from, behind), at);
}

/// The harm of the subject of the verb at `at`: "the dead", "the victims", "the casualties", "those killed".
pub(super) fn harmed_subject(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let (group, _) = scene.group(at);
    if let Some(effect) = text
        .word_at(group.wrapping_sub(1))
        .filter(|_| text.lower_at(group.wrapping_sub(2)) == "those")
        .and_then(|word| word.state)
    {
        return Some(effect);
    }
    let subject = scene.subject(group);
    let phrase = &scene.phrases[*subject.first()?];
    match phrase.what {
        What::Harmed(effect) => Some(effect),
        What::Figure(effect) if phrase.quantity.is_none_or(|q| q.definite) => Some(effect),
        What::People if phrase.quantity.is_none() => match text.lower_at(phrase.head) {
            "victim" | "victims" => Some(scene.before.unwrap_or(Effect::Killed)),
            _ => None,
        },
        _ => None,
    }
}

/// "Seven people - four women and three men - were killed": those that add up to the number before them.
fn broken_down(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for whole in 0..found.len() {
        let phrase = &scene.phrases[found[whole].phrase];
        let count = found[whole].count;
        if !found[whole].effect.on_people()
            || phrase.what == What::Pronoun
            || count.low < 2
            || count.high != Some(count.low)
        {
            continue;
        }
        let from = (phrase.end..(found[whole].trigger + 1).max(phrase.end) + 1)
            .filter(|i| *i < scene.sentence.end)
            .find(|i| matches!(text.lower_at(*i), "-" | "—" | "–" | "--" | "(" | ":" | ","));
        let Some(from) = from else { continue };
        let parts = scene.list(from + 1, true);
        let sum: u64 = parts
            .iter()
            .filter_map(|p| scene.phrases[*p].count())
            .map(|count| count.low)
            .sum();
        let people = parts
            .iter()
            .all(|p| scene.phrases[*p].what == What::People && *p != found[whole].phrase);
        if parts.len() > 1 && people && sum == count.low {
            let (effect, trigger, agent) = (
                found[whole].effect,
                found[whole].trigger,
                found[whole].agent,
            );
            for part in parts {
                if let Some(told) = found
                    .iter_mut()
                    .find(|m| m.phrase == part && m.effect == effect)
                {
                    told.part_of = told.part_of.or(Some(whole));
                } else if scene.tell(found, effect, part, trigger, agent, BROKEN_DOWN.name)
                    && let Some(last) = found.last_mut()
                {
                    last.part_of = Some(whole);
                }
            }
        }
    }
}

/// "22 people, mostly girls": some of them, without a number.
fn mostly(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    let share = |at: usize| matches!(text.lower_at(at), "mostly" | "mainly" | "largely");
    for (i, phrase) in scene.phrases.iter().enumerate() {
        let adverb = if share(phrase.start) {
            phrase.start
        } else {
            phrase.start.saturating_sub(1)
        };
        let told = share(adverb)
            && adverb > scene.sentence.start
            && matches!(text.lower_at(adverb - 1), "," | "(" | "—" | "–" | "-")
            && phrase.what == What::People
            && phrase.plural
            && phrase.quantity.is_none();
        if !told || found.iter().any(|m| m.phrase == i) {
            continue;
        }
        let Some(whole) = nearest(scene, found, adverb).filter(|w| {
            found[*w].effect.on_people() && scene.phrases[found[*w].phrase].end + 8 > adverb
        }) else {
            continue;
        };
        let (effect, trigger) = (found[whole].effect, found[whole].trigger);
        if scene.tell(found, effect, i, trigger, None, INCLUDING.name)
            && let Some(last) = found.last_mut()
        {
            last.part_of = Some(whole);
            last.count = Count {
                low: 3,
                high: None,
                basis: Basis::Vague,
            };
        }
    }
}

/// "A medic was one of three people killed": the medic.
fn one_of(scene: &Scene<'_, '_>, found: &mut [Mention]) {
    let text = scene.text;
    for i in 0..found.len() {
        let phrase = &scene.phrases[found[i].phrase];
        let one = phrase.partitive
            && text.lower_at(phrase.start) == "one"
            && phrase.start > scene.sentence.start
            && matches!(text.lower_at(phrase.start - 1), "was" | "is");
        if !one {
            continue;
        }
        let subject = scene.subject(scene.group(phrase.start - 1).0);
        if let [who] = subject[..]
            && scene.phrases[who].is_people()
            && !scene.phrases[who].plural
            && found.iter().all(|m| m.phrase != who)
        {
            found[i].phrase = who;
            found[i].partitive = true;
            found[i].quote.0 = found[i].quote.0.min(scene.phrases[who].start);
        }
    }
}

/// "four people, one a baby": the number only says that there was one.
fn one_a(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        let one = text.lower_at(phrase.start.wrapping_sub(1)) == "one"
            && text.lower_at(phrase.start.wrapping_sub(2)) == ","
            && phrase.what == What::People
            && phrase.quantity.is_some_and(|q| q.article);
        if !one || phrase.start < scene.sentence.start + 2 {
            continue;
        }
        found.retain(|m| scene.phrases[m.phrase].end != phrase.start);
        inside(scene, found, vec![i], phrase.start - 2);
    }
}

/// Makes `parts` parts of the mention before token `at`.
fn inside(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, parts: Vec<usize>, at: usize) {
    let Some(whole) = nearest(scene, found, at) else {
        return;
    };
    // Every effect told of the same phrase: "three were abducted and killed".
    let phrase = found[whole].phrase;
    let wholes: Vec<usize> = (0..found.len())
        .filter(|i| found[*i].phrase == phrase)
        .collect();
    for whole in wholes {
        let (effect, trigger, agent) = (
            found[whole].effect,
            found[whole].trigger,
            found[whole].agent,
        );
        for part in &parts {
            if scene.phrases[*part].what == What::Pronoun {
                continue;
            }
            if let Some(told) = found
                .iter()
                .position(|m| m.phrase == *part && m.effect == effect)
            {
                if told != whole && found[told].part_of.is_none() {
                    found[told].part_of = Some(whole);
                }
            } else if scene.tell(found, effect, *part, trigger, agent, INCLUDING.name) {
                let last = found.len() - 1;
                found[last].part_of = Some(whole);
            }
        }
    }
}

/// "A volunteer is among the 21 civilians killed"; "among the dead were two nurses".
fn among(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let limit = (at + 7).min(scene.sentence.end);
    let harmed = (at + 1..limit).find_map(|i| {
        let word = text.word_at(i)?;
        match word.noun {
            Some(HarmNoun::Figure(effect)) => return Some((i, effect)),
            _ if text.lower_at(i) == "victims" => return Some((i, Effect::Killed)),
            _ => {}
        }
        let verb = word
            .verb
            .filter(|verb| verb.effect.on_people())
            .map(|verb| verb.effect);
        word.state.or(verb).map(|effect| (i, effect))
    });
    let Some((trigger, effect)) = harmed else {
        return;
    };
    // The larger number, where it is told here: "the 21 civilians killed".
    let whole = found.iter().position(|m| {
        m.effect == effect
            && scene.phrases[m.phrase].start > at
            && scene.phrases[m.phrase].start < limit
    });
    // "among the dead were", "among the 12 dead of Ostra were".
    let copula = (trigger + 1..(trigger + 7).min(scene.sentence.end))
        .find(|i| {
            matches!(
                text.lower_at(*i),
                "was" | "were" | "is" | "are" | ":" | "," | ";" | "and"
            )
        })
        .filter(|i| !matches!(text.lower_at(*i), "," | ";" | "and"))
        .filter(|i| *i == trigger + 1 || opens(scene, at));
    let parts = if let Some(copula) = copula {
        scene.objects(copula + 1)
    } else {
        let (group, _) = scene.group(at);
        let figures = matches!(
            text.lower_at(at.wrapping_sub(1)),
            "figured" | "figure" | "figures" | "ranked" | "counted"
        );
        let before = if figures {
            at - 1
        } else if scene.is_aux(at.wrapping_sub(1)) {
            group
        } else {
            at
        };
        let subject = scene.subject(before.min(at));
        if subject.is_empty() {
            scene.phrase_ending(at).into_iter().collect()
        } else {
            subject
        }
    };
    for part in parts {
        if let Some(told) = found
            .iter()
            .position(|m| m.phrase == part && m.effect == effect)
        {
            found[told].part_of = found[told].part_of.or(whole).filter(|w| *w != told);
            found[told].partitive = true;
        } else if scene.tell(found, effect, part, trigger, None, AMONG.name) {
            let last = found.len() - 1;
            found[last].part_of = whole;
            found[last].partitive = true;
        }
    }
}

/// Whether "among" opens its clause.
fn opens(scene: &Scene<'_, '_>, at: usize) -> bool {
    at == scene.sentence.start
        || matches!(
            scene.text.lower_at(at - 1),
            "," | ";" | ":" | "." | "\"" | "“"
        )
}

/// "Sixty pilgrims, most of them women, died"; "seven dead, two of them children".
fn of_them(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        let quantified =
            phrase.partitive && matches!(text.lower_at(phrase.end - 1), "them" | "whom");
        let half = matches!(text.lower_at(phrase.start), "half" | "none");
        if !quantified || half || found.iter().any(|m| m.phrase == i) {
            continue;
        }
        // Only an apposition: its own clause would have told its harm.
        let verb_follows = text.tag_at(phrase.end).is_some_and(|tag| tag.is_finite())
            && !scene.is_aux_or_have(phrase.end)
            && text
                .word_at(phrase.end)
                .is_some_and(|word| word.person.is_none());
        let opened = matches!(
            text.lower_at(phrase.start.wrapping_sub(1)),
            "," | "(" | "—" | "–" | "and" | "-" | "or"
        ) || phrase.start == scene.sentence.start;
        if verb_follows || !opened {
            continue;
        }
        let Some(whole) = nearest(scene, found, phrase.start) else {
            continue;
        };
        let (effect, trigger) = (found[whole].effect, found[whole].trigger);
        let mut count = phrase.quantity.map_or(Count::exact(1), |q| q.count);
        if text.lower_at(phrase.start) == "most" {
            count = Count {
                low: 3,
                high: None,
                basis: Basis::Vague,
            };
        }
        if scene.tell(found, effect, i, trigger, None, INCLUDING.name) {
            let last = found.len() - 1;
            found[last].part_of = Some(whole);
            found[last].count = count;
        }
    }
}
