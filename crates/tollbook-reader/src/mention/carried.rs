//! Figures whose harm was told before them: "two of them were brothers", "the rebels put it at 60".

mod rules;

use tollbook_terms::Effect;

use super::{Mention, Scene};
use crate::lexicon::HarmNoun;
use crate::phrase::noun::What;
use crate::tag::Tag;
pub(crate) use rules::{AUXILIARY, FIGURE, GAPPED, OF_THEM, REPLACED, RULES};

pub(super) fn find(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    put_at(scene, found);
    for i in 0..scene.phrases.len() {
        if found.iter().any(|m| m.phrase == i) {
            continue;
        }
        if of_them(scene, i) && !of_the_unharmed(scene, found, i) {
            if let Some(effect) = of_the_harmed(scene, i).or_else(|| told_before(scene, found, i))
                && scene.tell(found, effect, i, scene.phrases[i].head, None, OF_THEM.name)
                && let Some(last) = found.last_mut()
            {
                last.partitive = true;
                let end = who_they_were(scene, scene.phrases[i].end);
                last.quote.1 = last.quote.1.max(end);
                others_of_them(scene, found, effect, end);
            }
        } else if is_number(scene, i) {
            let rule = if is_replaced(scene, i) {
                &REPLACED
            } else if is_counted(scene, i) {
                &FIGURE
            } else if stands_alone(scene, i) {
                &AUXILIARY
            } else if is_gapped(scene, i) && told_here(scene, found, i).is_some() {
                &GAPPED
            } else {
                continue;
            };
            // A number that another one replaces stands beside it.
            let effect = if rule.name == REPLACED.name {
                told_here(scene, found, i)
            } else {
                told_before(scene, found, i)
            };
            if let Some(effect) = effect {
                scene.tell(found, effect, i, scene.phrases[i].head, None, rule.name);
            }
        }
    }
}

/// The effect of the mention nearest before phrase `at` in its sentence.
fn told_here(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> Option<Effect> {
    found
        .iter()
        .filter(|m| {
            let phrase = &scene.phrases[m.phrase];
            let people = phrase.is_people() || matches!(phrase.what, What::Figure(_));
            m.phrase < at && m.effect.on_people() && people
        })
        .max_by_key(|m| m.phrase)
        .map(|m| m.effect)
}

/// The effect told nearest before phrase `at`, here or in the sentence before.
fn told_before(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> Option<Effect> {
    told_here(scene, found, at).or(scene.before)
}

/// The effect that "of the dead," or "of the 12 wounded," before phrase `at` names.
fn of_the_harmed(scene: &Scene<'_, '_>, at: usize) -> Option<Effect> {
    let text = scene.text;
    let comma = scene.phrases[at]
        .start
        .checked_sub(1)
        .filter(|i| *i > scene.sentence.start && text.lower_at(*i) == ",")?;
    let of = (scene.sentence.start..comma)
        .rev()
        .take(10)
        .find(|i| text.lower_at(*i) == "of")?;
    let opens =
        of == scene.sentence.start || matches!(text.lower_at(of - 1), "," | ";" | ":" | "and");
    // "of the dead", "of the 41 people hurt in the riots"
    let harmed = (of + 1..comma)
        .take_while(|i| *i + 1 == comma || !matches!(text.lower_at(*i), "in" | "by" | "on"))
        .last()?;
    let word = text.word_at(harmed)?;
    let effect = match word.noun {
        Some(HarmNoun::Figure(effect)) => Some(effect),
        _ if text.lower_at(harmed) == "victims" => Some(Effect::Killed),
        _ => word.state.or(word.verb.map(|verb| verb.effect)),
    };
    effect.filter(|effect| opens && effect.on_people())
}

/// Whether the phrase is a number without a noun.
fn is_number(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    phrase.what == What::Bare
        && !phrase.partitive
        && phrase
            .quantity
            .is_some_and(|q| !q.article && !q.none && !q.weak)
}

/// "The rebels, three of whom were women, fled": of those told right before the comma, whom nobody is said
/// to have harmed.
fn of_the_unharmed(scene: &Scene<'_, '_>, found: &[Mention], at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let of_whom = phrase.end > phrase.start && text.lower_at(phrase.end - 1) == "whom";
    let whole = of_whom
        .then(|| scene.phrase_ending(phrase.start.checked_sub(1)?))
        .flatten();
    whole.is_some_and(|whole| {
        let told = &scene.phrases[whole];
        told.what == What::People
            && told.harmed.is_none()
            && !matches!(
                text.lower_at(told.head),
                "victims" | "bodies" | "casualties"
            )
            && !found.iter().any(|m| m.phrase == whole)
    })
}

/// "Two of them were brothers", "three of those killed were women", "of these, eleven were women".
fn of_them(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    if phrase.quantity.is_none_or(|q| q.none || q.article) {
        return false;
    }
    let behind_of = is_number(scene, at)
        && text.lower_at(phrase.start.wrapping_sub(1)) == ","
        && matches!(
            text.lower_at(phrase.start.wrapping_sub(2)),
            "these" | "those" | "them" | "whom"
        )
        && text.lower_at(phrase.start.wrapping_sub(3)) == "of";
    // "Four victims were identified as nurses."
    let victims = phrase.what == What::People
        && text.lower_at(phrase.head) == "victims"
        && phrase.quantity.is_some_and(|q| !q.definite && !q.more);
    let identified = (is_number(scene, at) || victims)
        && (phrase.end..phrase.end + 4).any(|i| matches!(text.lower_at(i), "identified" | "named"))
        && scene.is_aux_or_have(phrase.end);
    // "Two were guards, while the other four were pilgrims."
    let rest = (is_number(scene, at) || text.lower_at(phrase.head) == "others")
        && phrase.quantity.is_some_and(|q| q.more && q.definite);
    if identified {
        return true;
    }
    // "Four were women, two were children": a clause of its own.
    let opens = (is_number(scene, at) || victims)
        && scene.before.is_some()
        && (phrase.start == scene.sentence.start
            || matches!(text.lower_at(phrase.start - 1), "," | ";" | "and"));
    if !(phrase.partitive
        || behind_of
        || rest
        || opens
        || is_number(scene, at) && of_the_harmed(scene, at).is_some())
    {
        return false;
    }
    // What follows says who they were.
    let mut i = phrase.end;
    if !scene.is_aux(i) {
        return false;
    }
    i += 1;
    while text.tag_at(i).is_some_and(Tag::is_adverb)
        || matches!(text.lower_at(i), "all" | "both" | "been")
    {
        i += 1;
    }
    if i >= scene.sentence.end {
        return false;
    }
    let who = scene.phrase_starting(i).is_some_and(|p| {
        matches!(scene.phrases[p].what, What::People)
            && scene.phrases[p].quantity.is_none_or(|q| q.article)
    });
    // "Of the 112 wounded, 27 were flown out."
    let of_the_wounded = is_number(scene, at)
        && of_the_harmed(scene, at) == Some(Effect::Injured)
        && text.tag_at(i) == Some(Tag::VBN)
        && !matches!(text.lower_at(i), "discharged" | "released" | "sent");
    who || of_the_wounded
        || !opens
            && matches!(
                text.lower_at(i),
                "from" | "aged" | "under" | "over" | "civilian" | "female" | "male" | "members"
            )
}

/// "Nine of them were guards and three pilgrims": those behind token `end`, told of by the verb before it.
fn others_of_them(scene: &Scene<'_, '_>, found: &mut Vec<Mention>, effect: Effect, mut end: usize) {
    let text = scene.text;
    while matches!(text.lower_at(end), "and" | "," | ";")
        && let Some(next) = scene.phrase_starting(end + 1)
    {
        let phrase = &scene.phrases[next];
        let counted = phrase.quantity.is_some_and(|q| !q.article && !q.none);
        let verbless = (phrase.end >= scene.sentence.end)
            || matches!(text.lower_at(phrase.end), "." | "," | ";" | "and");
        if phrase.what != What::People || !counted || !verbless {
            break;
        }
        end = phrase.end;
        if scene.tell(found, effect, next, phrase.head, None, OF_THEM.name)
            && let Some(last) = found.last_mut()
        {
            last.partitive = true;
        }
    }
}

/// The end of the phrase behind `end` that says who some of the harmed were.
fn who_they_were(scene: &Scene<'_, '_>, end: usize) -> usize {
    let near = end + 1..(end + 5).min(scene.sentence.end);
    near.into_iter()
        .find_map(|i| scene.phrase_starting(i))
        .filter(|who| scene.phrases[*who].what == What::People)
        .map_or(end, |who| scene.phrases[who].end)
}

/// "up from 125", "down from 1,400", "and not six", "against 100 the day before".
fn is_replaced(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let start = scene.phrases[at].start;
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|i| *i >= scene.sentence.start)
            .map_or("", |i| text.lower_at(i))
    };
    match before(1) {
        "from" => {
            // "rose from 12 to 14", "raised the toll from 12 to 14"
            let changed = matches!(
                before(2),
                "rose"
                    | "risen"
                    | "rise"
                    | "climbed"
                    | "increased"
                    | "grew"
                    | "grown"
                    | "jumped"
                    | "toll"
                    | "figure"
                    | "count"
                    | "dead"
            ) && text.lower_at(scene.phrases[at].end) == "to";
            changed
                || matches!(
                    before(2),
                    "up" | "down" | "rising" | "revised" | "raised" | "lowered"
                )
        }
        "not" | "of" if before(1) == "not" || before(2) == "instead" => {
            before(1) == "of" || matches!(before(2), "," | "and")
        }
        // "raising an earlier count of 46"
        "of" => {
            matches!(
                before(2),
                "count" | "figure" | "toll" | "estimate" | "number" | "total" | "tally"
            ) && (3..7).any(|back| {
                matches!(
                    before(back),
                    "earlier" | "previous" | "initial" | "revising" | "raising" | "preliminary"
                )
            })
        }
        "than" => before(2) == "rather",
        "against" => before(2) == ",",
        _ => false,
    }
}

/// "The rebels spoke of 22.", "a committee says 24, ...", "earlier reports had given 77".
fn is_counted(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let closed = matches!(
        text.lower_at(phrase.end),
        "." | "," | ";" | ":" | "?" | "!" | ")" | "and" | "—" | "–"
    ) || phrase.end >= scene.sentence.end;
    let Some(verb) = phrase
        .start
        .checked_sub(1)
        .filter(|i| *i >= scene.sentence.start && closed)
    else {
        return false;
    };
    match text.lower_at(verb) {
        "says" | "said" | "counts" | "counted" | "given" | "gave" | "reports" | "reported"
        | "lists" | "listed" | "claims" | "claimed" | "admits" | "admitted" | "acknowledges"
        | "acknowledged" | "confirmed" | "recorded" | "documented" => true,
        "of" => matches!(
            text.lower_at(verb.wrapping_sub(1)),
            "spoke" | "speaks" | "spoken" | "talked" | "talks" | "knows" | "knew"
        ),
        _ => false,
    }
}

/// "..., on Velden nine and on Marrow 27": a place with its number and no verb.
fn is_gapped(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    if has_place_behind(scene, at) || has_year_behind(scene, at) {
        return true;
    }
    let Some(place) = scene.phrase_ending(phrase.start).map(|p| &scene.phrases[p]) else {
        return false;
    };
    let Some(preposition) = place.after.filter(|i| *i > scene.sentence.start) else {
        return false;
    };
    matches!(place.what, What::Name | What::Other)
        && text.capital_at(place.head)
        && matches!(text.lower_at(preposition), "in" | "on" | "at" | "near")
        && matches!(text.lower_at(preposition - 1), "," | ";" | "and")
        && (phrase.end >= scene.sentence.end
            || matches!(text.lower_at(phrase.end), "," | ";" | "." | "and"))
}

/// "300 deaths in 1988; 120 in 1987; and 90 in 1986": a number with its year.
fn has_year_behind(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let opens = phrase.start > scene.sentence.start
        && matches!(text.lower_at(phrase.start - 1), "," | ";" | "and");
    let year = phrase.end + 1;
    opens
        && text.lower_at(phrase.end) == "in"
        && text.at(year).len() == 4
        && text.at(year).starts_with(['1', '2'])
        && text.kind_at(year) == Some(crate::token::Kind::Digits)
        && (year + 1 >= scene.sentence.end
            || matches!(text.lower_at(year + 1), "," | ";" | "." | "and"))
}

/// "..., and three in the south": a number with its place, and no verb until the clause ends.
fn has_place_behind(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let opens = phrase.start > scene.sentence.start
        && matches!(text.lower_at(phrase.start - 1), "," | ";" | "and");
    let place = scene
        .phrase_starting(phrase.end + 1)
        .filter(|_| {
            matches!(
                text.lower_at(phrase.end),
                "in" | "on" | "at" | "near" | "around"
            )
        })
        .map(|p| &scene.phrases[p]);
    opens
        && place.is_some_and(|place| {
            let goes_on = place.quantity.is_some_and(|q| !q.article);
            // "in the province of Velden"
            let end = match scene.phrase_starting(place.end + 1) {
                Some(inner) if text.lower_at(place.end) == "of" => scene.phrases[inner].end,
                _ => place.end,
            };
            !goes_on
                && matches!(place.what, What::Name | What::Other | What::Objects)
                && ends_without_verb(scene, end)
        })
}

/// Whether no verb stands from token `at` to the end of its clause: "in Selm on Monday.", "in Selm late Tuesday and".
fn ends_without_verb(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let end = (at..scene.sentence.end)
        .find(|i| matches!(text.lower_at(*i), "," | ";" | "." | "and"))
        .unwrap_or(scene.sentence.end);
    end - at.min(end) <= 8
        && !(at..end).any(|i| {
            text.tokens[i].tag.is_verb()
                || text.tokens[i].tag == Tag::MD
                || text.tokens[i].tag == Tag::WP
        })
}

/// "..., where seven did."; "..., when 14 were."
fn stands_alone(scene: &Scene<'_, '_>, at: usize) -> bool {
    let text = scene.text;
    let end = scene.phrases[at].end;
    matches!(text.lower_at(end), "did" | "were" | "was")
        && (end + 1 >= scene.sentence.end || matches!(text.lower_at(end + 1), "." | "," | ";"))
}

/// "put the dead at 60 and the wounded at 200", "gave the number as three", "lowered its estimate of those
/// killed to around 1,200".
fn put_at(scene: &Scene<'_, '_>, found: &mut Vec<Mention>) {
    let text = scene.text;
    let mut effect = None;
    let mut put = false;
    for i in scene.sentence.start..scene.sentence.end {
        let lower = text.lower_at(i);
        // "raising to 60 the number of guards killed".
        let raised = matches!(
            lower,
            "raising" | "raises" | "raised" | "bringing" | "brings" | "brought"
        ) && text.lower_at(i + 1) == "to";
        let put_down = matches!(lower, "put" | "puts" | "putting") && text.lower_at(i + 1) == "at";
        if (raised || put_down)
            && let Some(phrase) = scene.phrase_starting(i + 2)
            && is_number(scene, phrase)
        {
            let limit = (i + 14).min(scene.sentence.end);
            let counted = (i + 3..limit).find_map(|k| {
                let word = text.tokens[k].word;
                match word.noun {
                    Some(HarmNoun::Figure(effect)) => Some(effect),
                    _ => word.state,
                }
            });
            if let Some(effect) = counted.filter(|effect| effect.on_people()) {
                // The noun of the number is none beside it: "60 the number of civilians killed".
                found.retain(|m| {
                    let other = &scene.phrases[m.phrase];
                    other.start < i || other.start >= limit || other.quantity.is_some()
                });
                scene.tell(found, effect, phrase, i, None, FIGURE.name);
            }
        }
        match lower {
            "put" | "puts" | "putting" | "gave" | "gives" | "giving" | "set" | "sets"
            | "places" | "placed" | "lowered" | "raised" | "raising" | "lowering" | "revised"
            | "revising" | "estimated" | "estimates" => {
                put = true;
                effect = None;
            }
            ";" | "." => put = false,
            _ if !put => {}
            // "put its losses at three soldiers"
            "loss" | "losses" => effect = Some(Effect::Killed),
            "number" | "figure" | "toll" | "total" | "count" | "tally" | "estimate" => {
                effect = effect.or(match lower {
                    "toll" => Some(Effect::Killed),
                    // "the number of guests" counts something else.
                    _ if text.lower_at(i + 1) == "of" => None,
                    _ => told_here(scene, found, usize::MAX).or(scene.before),
                });
            }
            "at" | "as" | "to" => {
                if let (Some(effect), Some(phrase)) = (effect, scene.phrase_starting(i + 1))
                    && (is_number(scene, phrase)
                        || super::expression::is_own(scene, phrase)
                            && scene.phrases[phrase].is_people())
                    && !found.iter().any(|m| m.phrase == phrase)
                {
                    scene.tell(found, effect, phrase, i, None, FIGURE.name);
                }
            }
            _ => {
                let word = text.tokens[i].word;
                let noun = match word.noun {
                    Some(HarmNoun::Figure(effect)) => Some(effect),
                    _ => None,
                };
                effect = word
                    .state
                    .or(noun)
                    .filter(|effect| effect.on_people())
                    .or(effect);
            }
        }
    }
}
