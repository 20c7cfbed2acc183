//! Those told before or counted, spelt out: "Her husband was among them", "a nurse was one of three people killed",
//! "five people: two women and three men". The rules are those of [`part`](super::part).

use tollbook_terms::{Count, Effect};

use super::part::{AMONG, inside, nearest};
use super::{Mention, Scene, roll};
use crate::phrase::noun::What;
use crate::tag::Tag;

/// Whether "among them" at `at` speaks of those told before the sentence: it opens or closes it.
pub(super) fn before_told(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> bool {
    let text = scene.text;
    let people = scene
        .before
        .is_some_and(|effect| matches!(effect, Effect::Killed | Effect::Injured));
    let here = found.iter().any(|m| m.trigger < at);
    people
        && !here
        && text.lower_at(at + 1) == "them"
        && (at == scene.sentence.start && scene.is_aux(at + 2)
            || at > scene.sentence.start && scene.is_aux(at - 1))
}

/// "Among them were a nurse and two drivers", "Her husband was among them", said of those told before.
pub(super) fn of_those_before(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, at: usize) {
    let Some(effect) = scene.before else { return };
    let parts = if at == scene.sentence.start {
        roll::listed(scene, at + 3)
    } else {
        scene.subject(scene.group(at).0)
    };
    for part in parts {
        if scene.phrases[part].what != What::Pronoun
            && scene.tell(found, effect, part, at, None, AMONG.name)
            && let Some(last) = found.last_mut()
        {
            last.partitive = true;
        }
    }
}

/// "A nurse was one of three people killed": the nurse is a part of them. "The fourth to be killed was a nurse": she is
/// told, and not the "fourth".
pub(super) fn identify(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    for i in 0..found.len() {
        let phrase = &scene.phrases[found[i].phrase];
        if phrase.start >= scene.sentence.start + 3
            && text.says(phrase.start - 2, &["one", "of"])
            && found[i].count.low > 1
        {
            one_of(scene, found, i);
            continue;
        }
        let one_of = text.says(phrase.start, &["one", "of"]) && found[i].count == Count::exact(1);
        let ordinal = text.lower_at(phrase.start) == "the"
            && text.lower_at(phrase.start + 1).ends_with(['d', 't', 'h'])
            && text.tag_at(phrase.start + 1).is_some_and(Tag::is_adjective)
            && text.says(found[i].trigger.wrapping_sub(2), &["to", "be"]);
        let be = phrase
            .start
            .checked_sub(1)
            .filter(|be| *be > scene.sentence.start && matches!(text.lower_at(*be), "was" | "is"));
        // "the fourth nurse to be killed this year" tells of four.
        let running = found[i].rule == super::NTH.name;
        let Some(be) = be.filter(|_| (one_of || ordinal) && !running) else {
            continue;
        };
        let subject = scene.subject(scene.group(be).0);
        let [one] = subject[..] else { continue };
        let who = &scene.phrases[one];
        let fits = matches!(who.what, What::People | What::Name)
            && who.count() == Some(Count::exact(1))
            && !found
                .iter()
                .any(|m| m.phrase == one && m.effect == found[i].effect);
        if fits {
            found[i].phrase = one;
            found[i].partitive = true;
            found[i].quote.0 = found[i].quote.0.min(who.start);
            found[i].rule = AMONG.name;
        }
    }
}

/// Makes the one person whom the words before "one of" tell a part of mention `whole`: "A nurse was one of three people
/// killed", "Arin Solt, one of three clerks killed".
fn one_of(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, whole: usize) {
    let text = scene.text;
    let link = scene.phrases[found[whole].phrase].start - 3;
    let who = match text.lower_at(link) {
        "was" | "is" => match scene.subject(scene.group(link).0)[..] {
            [one] => Some(one),
            _ => None,
        },
        _ => scene.phrase_ending(link),
    };
    let one = who.filter(|who| {
        let phrase = &scene.phrases[*who];
        matches!(phrase.what, What::People | What::Name) && phrase.count() == Some(Count::exact(1))
    });
    let Some(one) = one else { return };
    let (effect, trigger) = (found[whole].effect, found[whole].trigger);
    let told = found
        .iter()
        .position(|m| m.phrase == one && m.effect == effect);
    if let Some(told) = told {
        found[told].part_of = found[told].part_of.or(Some(whole));
    } else if scene.tell(found, effect, one, trigger, None, AMONG.name)
        && let Some(last) = found.last_mut()
    {
        last.part_of = Some(whole);
    }
}

/// "killed five people: two women and three men": those listed behind the colon.
pub(super) fn behind_colon(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, colon: usize) {
    let text = scene.text;
    let Some(whole) = nearest(scene, found, colon) else {
        return;
    };
    let phrase = &scene.phrases[found[whole].phrase];
    let many = found[whole].count.low > 1 && found[whole].effect.on_people();
    // Nothing but where and when between the number and the colon.
    let told = phrase.end.max(found[whole].trigger);
    let near = told <= colon && colon - told <= 8;
    let list = scene.list(colon + 1, true);
    let end = list.last().map_or(colon, |p| scene.phrases[*p].end);
    let people = list.iter().all(|p| {
        matches!(scene.phrases[*p].what, What::People | What::Name)
            && scene.phrases[*p].quantity.is_none_or(|q| !q.none)
    });
    let closed = end >= scene.sentence.end
        || matches!(text.lower_at(end), "." | ";" | "," | "from" | "of" | "in");
    let sum: u64 = list
        .iter()
        .filter_map(|p| scene.phrases[*p].count())
        .map(|count| count.low)
        .sum();
    if many
        && near
        && people
        && closed
        && list.len() > 1
        && (sum <= found[whole].count.low || found[whole].count.high.is_none())
    {
        inside(scene, found, list, colon);
    }
}
