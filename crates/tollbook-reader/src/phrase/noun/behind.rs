//! What stands behind a noun and belongs to it: "of them", a name's age and role.

use tollbook_terms::Category;

use super::alone::pronoun;
use super::body::body;
use super::{Phrase, What};
use crate::lexicon::{Form, Frame, Lexicon};
use crate::phrase::date::is_day_or_month;
use crate::phrase::quantity::{Quantity, quantity};
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Collective nouns whose number stands behind "of": "a family of five".
pub(super) fn is_collective(lower: &str) -> bool {
    matches!(
        lower,
        "family"
            | "crew"
            | "couple"
            | "group"
            | "team"
            | "gang"
            | "party"
            | "band"
            | "pair"
            | "trio"
            | "squad"
            | "patrol"
            | "household"
            | "unit"
            | "cell"
            | "platoon"
            | "detachment"
            | "delegation"
            | "expedition"
            | "column"
            | "caravan"
    )
}

/// What stands behind "of": "two of them", "a family of five", "the bodies of two men".
pub(super) fn complement(
    text: &Text<'_>,
    phrase: &mut Phrase,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) {
    if text.lower_at(phrase.end) != "of" || phrase.end + 1 >= end {
        return;
    }
    let after = phrase.end + 1;
    // "a father of three": his children are not counted.
    if matches!(
        text.lower_at(phrase.head),
        "father" | "mother" | "parent" | "grandfather" | "grandmother"
    ) && let Some(children) = quantity(text, after).filter(|children| !children.article)
    {
        phrase.end = children.end;
        if text.says(phrase.end, &["children"]) {
            phrase.end += 1;
        }
        return;
    }
    // "family members of a boy who was shot": the boy was.
    let kin = phrase.head > phrase.start
        && text.lower_at(phrase.head - 1) == "family"
        && text.lower_at(phrase.head).starts_with("member")
        && super::phrase(text, after, end, lexicon, places)
            .is_some_and(|inner| text.lower_at(inner.end) == "who");
    if kin {
        return;
    }
    // "He was one of three people shot": three were.
    if text.lower_at(phrase.start) == "one"
        && phrase.end == phrase.start + 1
        && phrase.start > 0
        && matches!(text.lower_at(phrase.start - 1), "was" | "is" | ",")
        && let Some(inner) = super::phrase(text, after, end, lexicon, places)
        && inner.what == What::People
        && inner
            .quantity
            .is_some_and(|q| !q.definite && !q.article && q.count.low > 1)
    {
        *phrase = inner;
        return;
    }
    if phrase.what == What::Bare
        || phrase.what == What::People
            && matches!(text.lower_at(phrase.head), "others" | "members" | "member")
    {
        if let Some(plural) = pronoun(text, after) {
            if plural {
                phrase.partitive = true;
                phrase.end = after + 1;
            }
            return;
        }
        // "two of those", "four buses, two of which were burned"
        if matches!(text.lower_at(after), "those" | "these")
            || text.lower_at(after) == "which" && phrase.what == What::Bare
        {
            phrase.partitive = true;
            phrase.end = after + 1;
            if let Some(effect) = text.word_at(after + 1).and_then(|word| word.state) {
                phrase.end = after + 2;
                phrase.harmed = Some((after + 1, effect));
            }
            return;
        }
        if let Some(inner) = super::phrase(text, after, end, lexicon, places) {
            // "two of the town's three clinics": what is counted behind the owner.
            let owned = (text.tag_at(inner.end) == Some(Tag::POS))
                .then(|| super::phrase(text, inner.end + 1, end, lexicon, places))
                .flatten();
            let inner = owned.unwrap_or(inner);
            // "most of the deaths"
            if let What::Figure(_) = inner.what
                && phrase.quantity.is_some_and(|q| !q.none)
                && inner.quantity.is_none()
                && text.lower_at(inner.start) == "the"
            {
                phrase.what = inner.what;
                phrase.partitive = true;
                phrase.plural = true;
                (phrase.end, phrase.head) = (inner.end, inner.head);
                return;
            }
            // "freed 47 of the 112 girls abducted in May", "two of the nine hostages seized on Monday escaped": all 112,
            // all nine.
            let counted = inner
                .quantity
                .is_some_and(|q| !q.article && q.count.low > 1);
            let freed = matches!(
                text.lower_at(phrase.start.wrapping_sub(1)),
                "freed" | "released" | "rescued" | "freeing" | "releasing" | "rescuing"
            );
            if counted && is_told_of(text, inner.end, end, freed) {
                return;
            }
            let people = matches!(
                inner.what,
                What::People | What::Harmed(_) | What::Figure(_) | What::Bare | What::Objects
            );
            let members = phrase.what == What::People && inner.what == What::Objects;
            if !people || members {
                return;
            }
            let definite = matches!(
                text.lower_at(inner.start),
                "the" | "its" | "their" | "his" | "her" | "these" | "those" | "our"
            );
            phrase.partitive = definite
                && inner.what != What::Objects
                && matches!(text.lower_at(inner.start), "the" | "these" | "those");
            phrase.end = inner.end;
            phrase.head = inner.head;
            // "40 of its guests and members"
            if inner.plural
                && text.lower_at(inner.end) == "and"
                && inner.end + 2 <= end
                && text
                    .word_at(inner.end + 1)
                    .is_some_and(|word| word.person.as_ref().is_some_and(|person| person.plural))
                && !text.tag_at(inner.end + 2).is_some_and(Tag::is_noun)
            {
                phrase.end = inner.end + 2;
            }
            if phrase.categories.is_empty() {
                phrase.categories.clone_from(&inner.categories);
            }
            if let What::Harmed(effect) | What::Figure(effect) = inner.what {
                phrase.harmed = Some((inner.head, effect));
            }
            phrase.what = if inner.what == What::Objects {
                What::Objects
            } else {
                What::People
            };
        }
        return;
    }
    // "28 bodies of peasants": theirs, where these are not counted themselves.
    if matches!(text.lower_at(phrase.head), "bodies" | "corpses")
        && phrase.quantity.is_some()
        && let Some(inner) = super::phrase(text, after, end, lexicon, places)
        && inner.what == What::People
        && inner.plural
        && inner.quantity.is_none()
    {
        phrase.end = inner.end;
        phrase.categories = inner.categories;
        return;
    }
    if is_collective(text.lower_at(phrase.head))
        && let Some(amount) = quantity(text, after)
        && !amount.article
        && amount.end <= end
    {
        let (stop, head) = body(text, amount.end, end);
        phrase.quantity = Some(Quantity {
            start: phrase.start,
            article: false,
            ..amount
        });
        phrase.plural = true;
        phrase.end = if head.is_some() { stop } else { amount.end };
        if let Some(person) = head
            .and_then(|head| text.word_at(head))
            .and_then(|word| word.person.as_ref())
        {
            phrase.categories.clone_from(&person.categories);
        }
        phrase.what = What::People;
    }
}

/// Takes the age behind a noun for one person or behind a name into the phrase: "a boy, 12,".
pub(super) fn age(text: &Text<'_>, phrase: &mut Phrase, end: usize) {
    let at = phrase.end;
    let comma = matches!(text.lower_at(at), "," | "(");
    let said = at + usize::from(comma);
    let aged = said + usize::from(matches!(text.lower_at(said), "aged" | "age"));
    let digits = text.kind_at(aged) == Some(Kind::Digits)
        && text.at(aged).len() <= 3
        && !text.at(aged).contains('.');
    // "Arin Solt, 20 years old, and"
    let old = [&["years", "old"][..], &["years", "of", "age"]]
        .into_iter()
        .find(|words| text.says(aged + 1, words))
        .map_or(0, <[&str]>::len);
    let closed = matches!(
        text.lower_at(aged + 1 + old),
        "," | ")" | "." | ";" | "–" | "—" | "and" | "was" | "were" | "who" | "along" | "together"
    ) || text.lower_at(aged + 1 + old) == "-" && text.spaced_at(aged + 1 + old) || text.says(aged + 1 + old, &["as", "well", "as"]) || aged + 1 + old >= end
        // "Arin Solt, 34 in Selm": the second comma is left out.
        || phrase.what == What::Name
            && comma
            && (matches!(text.lower_at(aged + 1), "has" | "had" | "is" | "when" | "while")
                || text.tag_at(aged + 1) == Some(Tag::IN));
    // "In Selm, 12 were killed": people in a place, and no age of it.
    let there = aged == said && phrase.what == What::Name && is_where(text, phrase.start);
    if !digits || !closed || !comma && aged == said || there {
        return;
    }
    phrase.age = Some(aged);
    phrase.end = aged + 1 + old;
    if text.lower_at(phrase.end) == ")" {
        phrase.end += 1;
    }
    let child = text.at(aged).parse::<u32>().is_ok_and(|age| age < 18);
    if child && !phrase.categories.contains(&Category::Child) {
        phrase.categories = vec![Category::Child];
    }
    let old = text.at(aged).parse::<u32>().is_ok_and(is_old);
    if old && phrase.what == What::People && !phrase.categories.contains(&Category::Elderly) {
        phrase.categories.push(Category::Elderly);
        phrase.categories.sort_unstable();
    }
}

/// The age from which a person is told of as old.
pub(in crate::phrase) fn is_old(age: u32) -> bool {
    (65..125).contains(&age)
}

/// Whether a name that starts at `start` is where something happens: "In Selm, a nurse was killed", "in the town of
/// Selm, a nurse".
fn is_where(text: &Text<'_>, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |i| text.lower_at(i));
    match before(1) {
        "in" | "near" | "outside" | "inside" | "around" => true,
        "of" => matches!(
            before(2),
            "town"
                | "city"
                | "village"
                | "district"
                | "province"
                | "region"
                | "area"
                | "county"
                | "suburb"
                | "port"
                | "state"
                | "capital"
                | "neighbourhood"
                | "neighborhood"
        ),
        _ => false,
    }
}

/// Age and role behind a name: "Arin Solt, 34, a taxi driver".
pub(super) fn name_details(text: &Text<'_>, phrase: &mut Phrase, end: usize) {
    age(text, phrase, end);
    let mut at = phrase.end;
    // "(b. 2001)", "(born 1987)".
    if text.lower_at(at) == "(" && matches!(text.lower_at(at + 1), "b" | "b." | "born") {
        let close = (at + 2..(at + 8).min(end)).find(|i| text.lower_at(*i) == ")");
        if let Some(close) = close {
            phrase.end = close + 1;
            at = close + 1;
        }
    }
    // ", a taxi driver", ", head of the council".
    let article = matches!(text.lower_at(at + 1), "a" | "an" | "the")
        && !matches!(
            text.lower_at(at + 2),
            "unidentified" | "unnamed" | "unknown"
        );
    let title = matches!(
        text.lower_at(at + 1),
        "head"
            | "chief"
            | "leader"
            | "commander"
            | "president"
            | "chairman"
            | "secretary"
            | "director"
            | "member"
            | "spokesman"
            | "editor"
            | "owner"
            | "principal"
            | "former"
    );
    // ", rector of the academy,"
    let role = || match body(text, at + 1, end) {
        (stop, Some(head)) => {
            matches!(text.lower_at(stop), "of" | "at" | "for" | "in")
                && text
                    .word_at(head)
                    .and_then(|word| word.person.as_ref())
                    .is_some_and(|person| person.singular && !person.plural)
        }
        _ => false,
    };
    // "on Monday, the mayor said": the mayor is no Monday, and who speaks begins a clause.
    let date = (phrase.start..phrase.end).any(|i| is_day_or_month(text.lower_at(i)));
    if !date
        && !is_where(text, phrase.start)
        && text.lower_at(at) == ","
        && (article || title || role())
        && let (stop, Some(head)) = body(text, if article { at + 2 } else { at + 1 }, end)
        && !(stop..stop + 2).any(|i| text.word_at(i).is_some_and(|word| word.speech.is_some()))
        && let Some(person) = text.word_at(head).and_then(|word| word.person.as_ref())
    {
        // "Mrs Solt, a teacher": a woman and a teacher.
        if phrase.categories.is_empty() || phrase.categories == [Category::Woman] {
            phrase.categories.extend(&person.categories);
            phrase.categories.sort_unstable();
            phrase.categories.dedup();
        }
        phrase.end = stop;
        // ", a preacher and member of the council", ", a clerk and a leader of the front, was": one person still.
        let link = match text.lower_at(stop) {
            "and" | "&" => 1,
            "as" if text.says(stop, &["as", "well", "as"]) => 3,
            _ => 0,
        };
        let article = matches!(text.lower_at(stop + link), "a" | "an");
        let from = stop + link + usize::from(article || text.lower_at(stop + link) == "the");
        if link > 0
            && let (second, Some(head)) = body(text, from, end)
            && let Some(office) = text.word_at(head).and_then(|word| word.person.as_ref())
            && !office.plural
            && (text.lower_at(second) == "of" && !(article && are_many_behind(text, second, end))
                || is_one_behind(text, second, end))
        {
            phrase.end = second;
        }
    }
}

/// Whether the words from `at` go on as of one person: up to a comma that closes an aside, or to "was".
pub(super) fn is_one_behind(text: &Text<'_>, at: usize, end: usize) -> bool {
    let one = |i: usize| matches!(text.lower_at(i), "was" | "is" | "has");
    let Some(stop) = (at..(at + 14).min(end)).find(|i| {
        matches!(text.lower_at(*i), "," | "and" | ";" | ":" | "who")
            || text.tag_at(*i).is_some_and(Tag::is_finite)
    }) else {
        return false;
    };
    match text.lower_at(stop) {
        "," => {
            let next = stop + 1;
            one(next)
                || !text.tag_at(next).is_some_and(Tag::is_finite)
                    && text.tag_at(next) == Some(Tag::IN)
        }
        _ => one(stop),
    }
}

/// Whether a participle of harm at `at` tells of whom stands before it, of whom some were `freed` or are said to be free
/// behind it.
fn is_told_of(text: &Text<'_>, at: usize, end: usize, freed: bool) -> bool {
    let harms = text
        .word_at(at)
        .and_then(|word| word.verb)
        .is_some_and(|verb| {
            matches!(verb.form, Form::Ed | Form::Participle) && verb.frame != Frame::Die
        });
    let free = (at + 1..(at + 14).min(end))
        .take_while(|i| {
            !matches!(
                text.lower_at(*i),
                "," | ";" | "who" | "which" | "that" | "when"
            )
        })
        .any(|i| {
            matches!(
                text.lower_at(i),
                "escaped" | "freed" | "released" | "rescued" | "returned"
            )
        });
    harms && (freed || free)
}

/// Whether the first finite verb behind token `at` is that of many.
fn are_many_behind(text: &Text<'_>, at: usize, end: usize) -> bool {
    (at..(at + 20).min(end))
        .find(|i| text.tag_at(*i).is_some_and(Tag::is_finite))
        .is_some_and(|i| matches!(text.lower_at(i), "were" | "are" | "have"))
}
