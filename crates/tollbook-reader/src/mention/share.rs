//! Shares of a larger number told beside it: "two of them", "mostly girls", "four women and three men".

use tollbook_terms::{Basis, Category, Count, Effect};

use super::carried::who_they_were;
use super::part::{INCLUDING, inside, nearest};
use super::{Mention, Scene};
use crate::phrase::noun::What;
use crate::rule::Rule;

pub(crate) const BROKEN_DOWN: Rule = Rule {
    name: "relation.part.broken_down",
    says: "People listed behind a number of harmed people whose numbers add up to it, or kinds of people between dashes, are its parts.",
    must: &[
        (
            "Seven people - four women and three men - were killed.",
            "killed 7; killed 4 woman part-of 7; killed 3 man part-of 7",
        ),
        (
            "Ninety people -- soldiers, rebels and clerks -- were killed.",
            "killed 90; killed 2.. combatant part-of 90; killed 2.. combatant part-of 90; killed 2.. worker part-of 90",
        ),
    ],
    must_not: &[
        (
            "Seven people - four women and three men - condemned the killing.",
            "nobody of them is harmed",
        ),
        (
            "Two men, a cook and a nurse were killed.",
            "the men are others",
        ),
    ],
};

pub(crate) const SHARE: Rule = Rule {
    name: "relation.part.share",
    says: "\"Two critically\", \"mostly girls\" and \"one of three killed\" tell of some of the harmed.",
    must: &[
        (
            "Nine people were injured, with two in a critical condition.",
            "injured 9; injured 2 part-of 9",
        ),
        (
            "Nine people were injured, two critically.",
            "injured 9; injured 2 part-of 9",
        ),
        (
            "Four clerks were shot, one of them fatally.",
            "injured 4 worker; killed 1 worker part-of injured 4",
        ),
        (
            "Raiders abducted 22 pupils, mostly girls.",
            "abducted 22 child; abducted 3.. child part-of 22",
        ),
    ],
    must_not: &[(
        "Nine people were injured; two critically ill men were not.",
        "illness is no harm",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&BROKEN_DOWN, &SHARE];

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    fatally(scene, found);
    of_them(scene, found);
    gravely(scene, found);
    broken_down(scene, found);
    mostly(scene, found);
    one_of(scene, found);
    one_a(scene, found);
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
            rest_of_them(scene, found, i, last);
        }
    }
}

/// "Nine people died, three of them pilgrims, two guards and four clerks": those behind the share `first` of phrase `at`,
/// as far as the number holds them.
fn rest_of_them(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize, first: usize) {
    let text = scene.text;
    let (effect, trigger) = (found[first].effect, found[first].trigger);
    let Some(whole) = found[first].part_of else {
        return;
    };
    let mut within = found[first].count.low;
    let mut end = who_they_were(scene, scene.phrases[at].end - 1);
    while matches!(text.lower_at(end), "and" | ",")
        && let Some(next) = scene.phrase_starting(end + 1)
    {
        let phrase = &scene.phrases[next];
        let counted = phrase.quantity.is_some_and(|q| !q.definite && !q.none);
        within += phrase.count().map_or(0, |count| count.low);
        let verbless = phrase.end >= scene.sentence.end
            || matches!(text.lower_at(phrase.end), "." | "," | ";" | "and");
        let told = found.iter().any(|m| m.phrase == next);
        if phrase.what != What::People
            || !counted
            || !verbless
            || told
            || within > found[whole].count.low
        {
            break;
        }
        end = phrase.end;
        if scene.tell(found, effect, next, trigger, None, INCLUDING.name)
            && let Some(last) = found.last_mut()
        {
            last.part_of = Some(whole);
        }
    }
}

/// "Four people were shot, two of them fatally."
fn fatally(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        let fatal = matches!(text.lower_at(phrase.end), "fatally" | "mortally")
            && (phrase.end + 1 >= scene.sentence.end
                || matches!(
                    text.lower_at(phrase.end + 1),
                    "," | "." | ";" | ")" | "in" | "on" | "and"
                ));
        let counted = phrase.is_people() && phrase.quantity.is_some_and(|q| !q.article && !q.none);
        if !fatal || !counted {
            continue;
        }
        found.retain(|m| m.phrase != i);
        let whole = (0..found.len()).rev().find(|w| {
            found[*w].phrase < i && matches!(found[*w].effect, Effect::Injured | Effect::Casualties)
        });
        if let Some(whole) = whole
            && scene.tell(found, Effect::Killed, i, phrase.end, None, SHARE.name)
            && let Some(last) = found.last_mut()
        {
            last.part_of = Some(whole);
        }
    }
}

/// "Nine people were injured, two critically."
fn gravely(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for (i, phrase) in scene.phrases.iter().enumerate() {
        // "with eight in a critical condition"
        let condition = text.lower_at(phrase.end) == "in"
            && (phrase.end + 1..phrase.end + 4).any(|i| {
                matches!(text.lower_at(i), "critical" | "serious" | "grave")
                    && text.lower_at(i + 1) == "condition"
            });
        let hurt = phrase.what == What::Bare
            && phrase.start > scene.sentence.start
            && matches!(
                text.lower_at(phrase.start - 1),
                "," | "and" | "(" | "—" | "–" | "with"
            )
            && (condition
                || matches!(
                    text.lower_at(phrase.end),
                    "critically"
                        | "seriously"
                        | "severely"
                        | "gravely"
                        | "badly"
                        | "slightly"
                        | "lightly"
                ))
            && (condition
                || phrase.end + 1 >= scene.sentence.end
                || matches!(
                    text.lower_at(phrase.end + 1),
                    "," | "." | ";" | ")" | "in" | "when" | "and" | "on" | "—" | "–"
                ));
        if !hurt || found.iter().any(|m| m.phrase == i) {
            continue;
        }
        let whole = (0..found.len())
            .rev()
            .find(|w| found[*w].effect == Effect::Injured && found[*w].phrase < i);
        if let Some(whole) = whole
            && scene.tell(found, Effect::Injured, i, phrase.end, None, SHARE.name)
            && let Some(last) = found.last_mut()
        {
            last.part_of = Some(whole);
        }
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
        let mut parts = scene.list(from + 1, true);
        // "two people, a driver and a cook, named as Arin Solt and Benno Rask,"
        parts.retain(|p| scene.phrases[*p].what == What::People);
        // "Three guards, two soldiers and a nurse": side by side, not two soldiers and a nurse of the three.
        let among = |part: &usize| {
            let (whole, part) = (&phrase.categories, &scene.phrases[*part].categories);
            let open = |c: &Category| {
                matches!(
                    c,
                    Category::Child
                        | Category::Woman
                        | Category::Man
                        | Category::Elderly
                        | Category::Other
                )
            };
            whole.is_empty()
                || part.is_empty()
                || whole.iter().chain(part).any(open)
                || part.iter().any(|category| whole.contains(category))
        };
        // "Two Tarkessans, a cook and a nurse were killed": four, for no comma ends the list before its verb.
        let beside = parts.last().is_some_and(|last| {
            let end = scene.phrases[*last].end;
            found[whole].trigger > end
                && text.is_finite_be_or_have(end)
                // "Three people, a cook and two nurses were killed": those three.
                && !matches!(text.lower_at(phrase.head), "people" | "persons" | "victims")
        });
        if text.lower_at(from) == "," && (beside || !parts.iter().all(among)) {
            continue;
        }
        let sum: u64 = parts
            .iter()
            .map(|p| {
                let phrase = &scene.phrases[*p];
                // "a father and son"
                let one = u64::from(!phrase.plural);
                phrase.count().map_or(one, |count| count.low)
            })
            .sum();
        let people = parts
            .iter()
            .all(|p| scene.phrases[*p].what == What::People && *p != found[whole].phrase);
        // "Ninety people -- soldiers, rebels and clerks -- were killed"
        let kinds = text.lower_at(from) != ","
            && text.lower_at(from) != ":"
            && parts.iter().all(|p| {
                let phrase = &scene.phrases[*p];
                phrase.plural && phrase.quantity.is_none()
            });
        if parts.len() > 1 && people && (sum == count.low || kinds && sum < count.low) {
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
        if scene.tell(found, effect, i, trigger, None, SHARE.name)
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
