//! Those told within a larger number: "including a child", "among the dead".

use tollbook_terms::Effect;

use super::body::is_body;
use super::{Mention, Scene, spelt};
use crate::lexicon::HarmNoun;
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const INCLUDING: Rule = Rule {
    name: "relation.part.including",
    says: "Who is included in a number of harmed people is part of that number.",
    must: &[
        (
            "Nine people, including a judge in Ostra, a guard, and several clerks of the court were killed.",
            "killed 9; killed 1 official part-of 9; killed 1 security part-of 9; killed 3.. worker part-of 9",
        ),
        (
            "Ten people, including two children, were killed.",
            "killed 10; killed 2 child part-of 10",
        ),
        (
            "The army told of 17 casualties, including nine wounded clerks.",
            "casualties 17; injured 9 worker part-of casualties 17",
        ),
        (
            "A mine killed five people: two women and three men.",
            "killed 5; killed 2 woman part-of 5; killed 3 man part-of 5",
        ),
        (
            "Eight people died, three of them pilgrims, two guards and three clerks.",
            "killed 8; killed 3 civilian part-of 8; killed 2 security part-of 8; killed 3 worker part-of 8",
        ),
        (
            "Guerrillas killed nine pilgrims, three women among them.",
            "killed 9 civilian; killed 3 woman part-of 9",
        ),
        (
            "Four guards, including two women, and 20 rebels were killed.",
            "killed 4 security; killed 2 woman part-of 4; killed 20 combatant",
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
    must: &[
        (
            "Five people were killed. A volunteer was among the dead.",
            "killed 5; killed 1 other part-of 5",
        ),
        (
            "Five people were killed. Her husband and two brothers were among them.",
            "killed 5; killed 1 man part-of 5; killed 2 part-of 5",
        ),
        (
            "A nurse was one of three women killed by a mine.",
            "killed 1 medic part-of 3; killed 3 woman",
        ),
        (
            "A mine killed nine people. They included four women.",
            "killed 9; killed 4 woman part-of 9",
        ),
        (
            "A mine killed nine people. The dead included a guard from Ostra and women.",
            "killed 9; killed 1 security part-of 9; killed 2.. woman part-of 9",
        ),
        (
            "A mine killed nine people. The toll includes four women.",
            "killed 9; killed 4 woman part-of 9",
        ),
        (
            "A mine killed nine people. The nine included four women.",
            "killed 9; killed 4 woman part-of 9",
        ),
    ],
    must_not: &[(
        "A volunteer was among the 21 who danced.",
        "nobody is said to be harmed",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&INCLUDING, &AMONG];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        let lower = text.lower_at(at);
        if lower == ":" {
            spelt::behind_colon(scene, found, at);
        }
        let notably =
            matches!(lower, "notably" | "comprising") && text.lower_at(at.wrapping_sub(1)) == ",";
        if notably || matches!(lower, "including" | "include" | "included" | "includes") {
            including(scene, found, at, at + 1);
        } else if matches!(lower, "among" | "amongst")
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
            // "Three among them died": they have a harm of their own.
            if scene.phrase_starting(at + 2).is_none()
                && found
                    .iter()
                    .any(|m| scene.phrases[m.phrase].end == at && m.trigger > at)
            {
                continue;
            }
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
                // "and three among them died": a clause of its own.
                if found.iter().any(|m| m.phrase == before && m.trigger > at) {
                    continue;
                }
                // "11 wounded, women and children among them"
                let first = (text.lower_at(scene.phrases[before].start - 1) == "and")
                    .then(|| scene.phrase_ending(scene.phrases[before].start - 1))
                    .flatten()
                    .filter(|first| {
                        scene.phrases[*first].is_people()
                            && matches!(
                                text.lower_at(scene.phrases[*first].start.wrapping_sub(1)),
                                "," | "(" | "—" | "–"
                            )
                    });
                let start = scene.phrases[first.unwrap_or(before)].start;
                inside(
                    scene,
                    found,
                    first.into_iter().chain([before]).collect(),
                    start,
                );
            } else if spelt::before_told(scene, found, at) {
                spelt::of_those_before(scene, found, at);
            } else {
                including(scene, found, at, after);
            }
        } else if matches!(lower, "among" | "amongst")
            || lower == "in" && text.lower_at(at.wrapping_sub(1)) == "included"
        {
            among(scene, found, at);
        }
    }
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
pub(super) fn nearest(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> Option<usize> {
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
        .filter(|_| matches!(text.lower_at(group.wrapping_sub(2)), "those" | "other"))
        .and_then(|word| word.state.or(word.verb.map(|verb| verb.effect)))
        .filter(|effect| effect.on_people())
    {
        return Some(effect);
    }
    let subject = scene.subject(group);
    let phrase = &scene.phrases[*subject.first()?];
    match phrase.what {
        What::Harmed(effect) => Some(effect),
        // "The 37 included 14 women": the 37 told before.
        What::Bare
            if phrase
                .quantity
                .is_some_and(|q| q.definite && !q.more && q.count.low > 1) =>
        {
            scene.before
        }
        What::Figure(effect) if phrase.quantity.is_none_or(|q| q.definite) => Some(effect),
        // "They included a nurse": those told before.
        What::Pronoun
            if text.lower_at(phrase.head) == "they" && text.lower_at(at) == "included" =>
        {
            scene.before
        }
        // "The toll includes two nurses."
        _ if matches!(text.lower_at(phrase.head), "toll" | "tally") => {
            Some(scene.before.unwrap_or(Effect::Killed))
        }
        // "the kidnapped men", "the wounded persons"
        What::People if phrase.quantity.is_none() && phrase.harmed.is_some() => {
            let (_, effect) = phrase.harmed?;
            (text.lower_at(phrase.start) == "the").then_some(effect)
        }
        What::People if phrase.quantity.is_none() => match text.lower_at(phrase.head) {
            "victim" | "victims" => Some(victims_harm(scene)),
            head => is_body(head).then_some(Effect::Killed),
        },
        _ => None,
    }
}

/// What befell those who are called victims: what was told last, if it was no arrest.
pub(super) fn victims_harm(scene: &Scene<'_, '_>) -> Effect {
    scene
        .before
        .filter(|effect| *effect != Effect::Detained)
        .unwrap_or(Effect::Killed)
}

/// Makes `parts` parts of the mention before token `at`.
pub(super) fn inside(
    scene: &Scene<'_, '_>,
    found: &mut Vec<Mention>,
    parts: Vec<usize>,
    at: usize,
) {
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
        let most = found[whole].count.high.filter(|most| *most > 0);
        let mut within: u64 = 0;
        for part in &parts {
            if scene.phrases[*part].what == What::Pronoun {
                continue;
            }
            let count = scene.phrases[*part].count();
            within = within.saturating_add(count.map_or(0, |count| count.low));
            // "Four guards, including two women, and 20 rebels were killed": 20 are not among four.
            if most.is_some_and(|most| within > most) {
                if trigger > at {
                    scene.tell(
                        found,
                        effect,
                        *part,
                        trigger,
                        agent,
                        super::verb::PASSIVE.name,
                    );
                }
                break;
            }
            // "17 casualties, including nine wounded": the part says what became of it.
            let told_so = |m: &Mention| {
                m.phrase == *part
                    && (m.effect == effect
                        || effect == Effect::Casualties
                            && matches!(m.effect, Effect::Killed | Effect::Injured))
            };
            if let Some(told) = found.iter().position(told_so) {
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
    // "Among the 13 were seven children": the 13 told before.
    let harmed = harmed.or_else(|| {
        let phrase = &scene.phrases[scene.phrase_starting(at + 1)?];
        let told =
            phrase.what == What::Bare && phrase.quantity.is_some_and(|q| q.definite && !q.more);
        Some((phrase.end - 1, scene.before.filter(|_| told)?))
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
