//! Words for the state of the harmed: "five dead", "three people are missing", "two guards were unhurt".
//!
//! [`named`] reads the states that stand within a phrase: "two wounded soldiers".

mod named;

use tollbook_terms::{Count, Effect};

use super::{Mention, Scene, verb};
use crate::phrase::noun::What;
use crate::rule::Rule;
use crate::tag::Tag;
pub(super) use named::told_by_more;

pub(crate) const BEHIND: Rule = Rule {
    name: "effect.state.behind",
    says: "Who stands before \"dead\", \"wounded\" or \"missing\" is in that state.",
    must: &[
        (
            "The blast left 12 people dead and 30 wounded.",
            "killed 12; injured 30",
        ),
        (
            "The attack left two guards at the gate dead.",
            "killed 2 security",
        ),
        ("The blast left a clerk, 40, dead.", "killed 1 worker"),
        (
            "The raid left two clerks of the bank dead.",
            "killed 2 worker",
        ),
        ("The blast left a clerk aged 40 dead.", "killed 1 worker"),
        (
            "The blast left a woman and her two daughters dead, police said.",
            "killed 1 woman; killed 2",
        ),
        (
            "The blast left dozens of villagers dead.",
            "killed 24.. civilian",
        ),
        (
            "Clashes left three soldiers dead and 12 people injured outside a mosque.",
            "killed 3 combatant; injured 12",
        ),
        (
            "One dead, six hurt as grenade thrown into cinema.",
            "killed 1; injured 6",
        ),
    ],
    must_not: &[
        (
            "The plan left two parties dead in the water.",
            "a party is no person",
        ),
        (
            "About 20 Red Dawn fighters allegedly killed Arin Solt.",
            "the fighters killed him",
        ),
    ],
};

pub(crate) const COPULA: Rule = Rule {
    name: "effect.state.copula",
    says: "Who is said to be dead, wounded or missing is in that state.",
    must: &[
        ("Three miners are missing.", "missing 3 worker"),
        ("A man in his 30s was pronounced dead.", "killed 1 man"),
        (
            "A judge was found dead along with two guards.",
            "killed 1 official; killed 2 security",
        ),
        (
            "A lawyer who vanished two weeks ago has been found dead.",
            "killed 1 worker; missing 1 worker",
        ),
        (
            "A nurse kidnapped last week was found dead.",
            "killed 1 medic; abducted 1 medic",
        ),
    ],
    must_not: &[
        ("Three pages are missing.", "a page is nobody"),
        (
            "A third of the town's 900 people are missing.",
            "nobody says how many",
        ),
        ("We are missing two pages.", "the pages are gone"),
        ("He is dead wrong.", "he lives"),
    ],
};

pub(crate) const INSIDE: Rule = Rule {
    name: "effect.state.inside",
    says: "Counted people called wounded, killed, kidnapped or the like are in that state.",
    must: &[
        (
            "Doctors treated two wounded soldiers.",
            "injured 2 combatant",
        ),
        (
            "The brother of murdered mayor Arin Solt spoke.",
            "killed 1 official",
        ),
        ("A cook with a gunshot wound came in.", "injured 1 worker"),
    ],
    must_not: &[("Doctors treated the wounded.", "nobody is counted")],
};

pub(crate) const BY_NAME: Rule = Rule {
    name: "effect.state.by_name",
    says: "Counted hostages are abducted, counted prisoners of war detained, a hundred refugees or more displaced, whatever else is said of them.",
    must: &[
        ("They swapped two hostages for food.", "abducted 2 other"),
        (
            "Some 4,000 refugees live in the school.",
            "displaced ~4000 refugee cumulative",
        ),
        ("One dead, two critical after blast", "killed 1; injured 2"),
    ],
    must_not: &[
        ("They pitied the hostages.", "nobody is counted"),
        ("Two refugees opened a bakery.", "two who came long ago"),
    ],
};

pub(crate) const UNHARMED: Rule = Rule {
    name: "effect.state.unharmed",
    says: "Who is, escapes or remains unhurt is not injured.",
    must: &[
        ("The mayor was unhurt.", "injured 0 official negated"),
        ("Two guards escaped unharmed.", "injured 0 security negated"),
    ],
    must_not: &[
        ("The bank escaped unscathed.", "a bank is nobody"),
        (
            "Two guards were freed unharmed.",
            "their release is told, no attack",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&BEHIND, &COPULA, &INSIDE, &BY_NAME, &UNHARMED];

/// Whether the word at `at` is of no harm: "dead in the water", "dead wrong", "dead on", "I am missing a page".
fn is_idiom(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    match text.lower_at(at) {
        "dead" => {
            text.says(at + 1, &["in", "the", "water"])
                || matches!(text.lower_at(at + 1), "on" | "set" | "against")
                    && matches!(
                        text.lower_at(at + 2),
                        "." | "," | "-" | "!" | "against" | "on"
                    )
                || matches!(
                    text.lower_at(at + 1),
                    "sea" | "heat" | "wrong" | "certain" | "serious" | "sure" | "tired" | "last"
                )
        }
        "missing" => {
            let people = matches!(
                text.lower_at(at.wrapping_sub(2)),
                "i" | "we" | "you" | "they" | "he" | "she"
            );
            let be = text.is_be(at.wrapping_sub(1)) || text.lower_at(at.wrapping_sub(1)) == "am";
            let object = text
                .tag_at(at + 1)
                .is_some_and(|tag| matches!(tag, Tag::DT | Tag::CD | Tag::PRP | Tag::PRPS));
            people && be && object
        }
        _ => false,
    }
}

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for at in scene.sentence.start..scene.sentence.end {
        unharmed(scene, found, at);
        // "feared lost", "presumed drowned" tell of the dead.
        let lost = text.lower_at(at) == "lost"
            && matches!(
                text.lower_at(at.wrapping_sub(1)),
                "feared" | "presumed" | "believed"
            );
        let state = text.tokens[at].word.state;
        let Some(effect) = state.or(lost.then_some(Effect::Killed)) else {
            continue;
        };
        // "killed" and "wounded" are verbs too; the verb's room has read them in their clause.
        // So has it where the object stands behind the next: "killed or wounded 12 guards".
        let next = match text.lower_at(at + 1) {
            "or" | "and" | "/" if text.word_at(at + 2).is_some_and(|w| w.verb.is_some()) => at + 2,
            _ => at,
        };
        if text.tokens[at].word.verb.is_some()
            && (!scene.objects(next + 1).is_empty()
                || text.lower_at(next + 1) == "it"
                || verb::relative(scene, at).is_some())
        {
            continue;
        }
        if is_idiom(scene, at)
            || effect == Effect::Injured && super::figurative::is_by_no_doer(scene, at + 1)
            || text.lower_at(at.wrapping_sub(1)) == "shot"
        {
            continue;
        }
        if at > scene.sentence.start
            && matches!(
                text.lower_at(at - 1),
                "nearly" | "almost" | "fatally" | "mortally" | "lethally"
            )
        {
            continue;
        }
        // "left dozens dead or wounded": the second word has the people of the first.
        if matches!(text.lower_at(at.wrapping_sub(1)), "or" | "and")
            && at >= scene.sentence.start + 2
            && text.tokens[at - 2].word.state.is_some()
        {
            let same: Vec<(usize, &'static str)> = found
                .iter()
                .filter(|m| m.trigger == at - 2)
                .map(|m| (m.phrase, m.rule))
                .collect();
            for (phrase, rule) in same {
                scene.tell(found, effect, phrase, at, None, rule);
            }
            continue;
        }
        let (group, copula) = scene.group(at);
        if copula {
            for victim in scene.subject(group) {
                scene.tell(found, effect, victim, at, None, COPULA.name);
            }
            continue;
        }
        // "found dead", "feared dead", "reported missing", "confirmed killed".
        let badly = text.tag_at(at.wrapping_sub(1)).is_some_and(Tag::is_adverb)
            && text.lower_at(at.wrapping_sub(1)).ends_with("ly");
        let found_so = at > scene.sentence.start
            && (badly
                || matches!(
                    text.lower_at(at - 1),
                    "found"
                        | "feared"
                        | "reported"
                        | "presumed"
                        | "believed"
                        | "confirmed"
                        | "declared"
                        | "pronounced"
                        | "listed"
                        | "left"
                        | "lay"
                        | "lie"
                        | "lying"
                        | "went"
                        | "goes"
                        | "gone"
                        | "arrived"
                        | "go"
                        | "still"
                        | "dropped"
                        | "fell"
                        | "remained"
                        | "remain"
                ));
        // A drill's "wounded" stand in quotation marks.
        let quoted = at > scene.sentence.start && is_quote(text.lower_at(at - 1));
        let edge = if found_so || quoted { at - 1 } else { at };
        let behind = scene.phrase_ending(edge);
        let placed = |p: usize| {
            let phrase = &scene.phrases[p];
            phrase.what == What::Name && phrase.after.is_some()
        };
        if behind.is_none_or(|p| !scene.phrases[p].is_people() || placed(p))
            && let Some(left) = left_apart(scene, edge)
        {
            for victim in left {
                scene.tell(found, effect, victim, at, None, BEHIND.name);
            }
            continue;
        }
        if let Some(phrase) = scene.phrase_ending(edge) {
            if matches!(scene.phrases[phrase].what, What::Harmed(_)) {
                continue;
            }
            // "The other dead have been named": a noun.
            let other = text.lower_at(edge - 1) == "other"
                && scene.phrases[phrase].end == scene.phrases[phrase].start + 2
                && scene.is_aux_or_have(at + 1);
            if other {
                continue;
            }
            // "shot him dead" is told by its verb.
            let start = scene.phrases[phrase].start;
            if start > scene.sentence.start
                && matches!(text.lower_at(start - 1), "shot" | "shoot" | "shooting")
            {
                continue;
            }
            let who = scene.phrases[phrase].what == What::Pronoun
                && text.lower_at(scene.phrases[phrase].start) == "who";
            if found_so && who {
                // "who went missing last month"
                for victim in scene.subject(scene.group(edge).0) {
                    scene.tell(found, effect, victim, at, None, COPULA.name);
                }
                continue;
            }
            for victim in left_so(scene, phrase, edge).unwrap_or_else(|| scene.joined_left(phrase))
            {
                scene.tell(found, effect, victim, at, None, BEHIND.name);
            }
        } else if text.lower_at(edge.wrapping_sub(1)) == ","
            && let Some(phrase) = scene.phrase_ending(scene.outside(edge))
            && let Some(left) =
                left_so(scene, phrase, scene.outside(edge)).or_else(|| left_alone(scene, phrase))
        {
            // "left 12 people, including a nurse, dead", "left a man, 40, dead"
            for victim in left {
                scene.tell(found, effect, victim, at, None, BEHIND.name);
            }
        } else if found_so {
            let (group, _) = scene.group(edge);
            let mut all = scene.subject(group);
            if !all.is_empty() {
                all.extend(verb::accompanied(scene, at, &verb::PASSIVE));
            }
            for victim in all {
                scene.tell(found, effect, victim, at, None, COPULA.name);
            }
        }
    }
    named::find(scene, found);
}

/// "The mayor was unhurt", "two guards escaped unharmed".
fn unharmed(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let text = scene.text;
    let unharmed = matches!(
        text.lower_at(at),
        "unhurt" | "unharmed" | "uninjured" | "unscathed" | "unwounded"
    );
    let verb = at
        .checked_sub(1)
        .filter(|i| unharmed && *i >= scene.sentence.start);
    let Some(verb) = verb else { return };
    let stands = matches!(
        text.lower_at(verb),
        "is" | "was"
            | "were"
            | "are"
            | "be"
            | "escaped"
            | "escapes"
            | "escape"
            | "emerged"
            | "remained"
            | "survived"
            | "walked"
    );
    if !stands {
        return;
    }
    for one in scene.subject(scene.group(verb).0.min(verb)) {
        let first = found.len();
        if scene.tell(found, Effect::Injured, one, at, None, UNHARMED.name) {
            for told in &mut found[first..] {
                told.count = Count::exact(0);
            }
        }
    }
}

/// All of the list that ends at `edge` behind "left": "left three rebels and a soldier dead".
fn left_so(scene: &Scene<'_, '_>, last: usize, edge: usize) -> Option<Vec<usize>> {
    let text = scene.text;
    let verb = (scene.sentence.start..scene.phrases[last].start)
        .rev()
        .take(24)
        .find(|i| {
            matches!(
                text.lower_at(*i),
                "left" | "leaves" | "leaving" | "leave" | "found" | "find"
            )
        })?;
    let mut list = scene.list(verb + 1, true);
    let last = list.iter().position(|p| scene.phrases[*p].end == edge)?;
    list.truncate(last + 1);
    (list.len() > 1).then_some(list)
}

/// The phrase where "left" stands right before it: "left a man, 40, dead".
fn left_alone(scene: &Scene<'_, '_>, phrase: usize) -> Option<Vec<usize>> {
    let verb = scene.phrases[phrase].start.checked_sub(1)?;
    matches!(
        scene.text.lower_at(verb),
        "left" | "leaves" | "leaving" | "leave"
    )
    .then(|| vec![phrase])
}

/// Those left in a state that is told behind what says more of them: "left two guards at the gate dead", "left a
/// clerk who was passing wounded".
fn left_apart(scene: &Scene<'_, '_>, edge: usize) -> Option<Vec<usize>> {
    let text = scene.text;
    let from = edge.saturating_sub(16).max(scene.sentence.start);
    let verb = (from..edge)
        .rev()
        .find(|i| matches!(text.lower_at(*i), "left" | "leaves" | "leaving" | "leave"))?;
    let list = scene.objects(verb + 1);
    let last = &scene.phrases[*list.last()?];
    let told = matches!(
        text.lower_at(last.end),
        "who" | "aged" | "of" | "from" | "in" | "at" | "on" | "near" | "inside" | "outside"
    ) || text.tag_at(last.end) == Some(Tag::VBG);
    let other = (last.end..edge).any(|i| {
        let word = text.tokens[i].word;
        word.state.is_some()
            || word.verb.is_some()
            || matches!(text.lower_at(i), "," | ";" | ":" | "and" | "when" | "after")
    });
    (told && !other && list.iter().all(|p| scene.phrases[*p].is_people())).then_some(list)
}

fn is_quote(lower: &str) -> bool {
    matches!(lower, "\"" | "“" | "”" | "'" | "‘" | "’")
}
