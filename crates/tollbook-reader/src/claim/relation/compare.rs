//! What two claims show when they are compared: their figures, their people, their fields.

use tollbook_terms::{Basis, Category, Cause, Count, Effect, Means, Modality, Scope};

use super::sentence::AGENTS;
use super::sign::{Sign, Signs};
use super::words::GENERAL;
use crate::claim::Draft;
use crate::claim::stems::meet;

/// Notes what several signs say together.
pub(super) fn both(this: &Draft, other: &Draft, signs: &mut Signs) {
    let has = |sign: Sign| signs.has(sign);
    let people = has(Sign::SameCategory) || has(Sign::SameNoun) || has(Sign::NoNoun);
    let nothing_new = ![
        Sign::NewDay,
        Sign::OtherDay,
        Sign::NewPlace,
        Sign::OtherPlace,
        Sign::Elsewhere,
        Sign::NewDeed,
        Sign::Pluperfect,
    ]
    .into_iter()
    .any(has);
    let noted = [
        (
            Sign::UnderTitle,
            has(Sign::ToTitle) && has(Sign::Largest) && has(Sign::Smaller),
        ),
        (
            Sign::ThatOne,
            has(Sign::SameOne) && (has(Sign::Definite) && !has(Sign::Theirs) || has(Sign::Pronoun)),
        ),
        (
            Sign::ParagraphOther,
            has(Sign::OneParagraph) && has(Sign::OtherEffect),
        ),
        (
            Sign::SentenceOther,
            has(Sign::OneSentence) && has(Sign::OtherEffect),
        ),
        (
            Sign::BeforeOther,
            has(Sign::JustBefore) && has(Sign::OtherEffect),
        ),
        (
            Sign::NextAndDoer,
            has(Sign::NextSentence) && has(Sign::NewAgent),
        ),
        (
            Sign::NextAndNothing,
            has(Sign::NextSentence) && nothing_new && !has(Sign::NewAgent),
        ),
        (
            Sign::NearestAndLarger,
            has(Sign::Nearest) && has(Sign::Larger),
        ),
        (
            Sign::RivalTally,
            has(Sign::Tally) && (has(Sign::OtherClaimant) || has(Sign::NewClaimant)),
        ),
        (
            Sign::OneEach,
            has(Sign::SameOne) && has(Sign::Indefinite) && other.words.this.has(Sign::Indefinite),
        ),
        (
            Sign::RivalFigure,
            has(Sign::OtherClaimant) && has(Sign::Close) && people,
        ),
        (
            Sign::ManyThenPlace,
            has(Sign::ToMany) && (has(Sign::NewPlace) || has(Sign::OtherPlace)),
        ),
        (
            Sign::ManyThenOne,
            has(Sign::ToMany)
                && has(Sign::Smaller)
                && !nothing_new
                && !has(Sign::OtherDay)
                && !has(Sign::Recalls)
                && !has(Sign::LongAgo),
        ),
        (Sign::Doer, is_doer(this)),
        (Sign::DoerOfOther, is_doer(this) && !is_doer(other)),
        (
            Sign::PartitiveOther,
            has(Sign::Partitive) && has(Sign::OtherNoun) && has(Sign::OtherCategory),
        ),
        (Sign::NothingNew, nothing_new),
        (
            Sign::FewAndNew,
            (has(Sign::SameFew) || has(Sign::SameOne)) && !nothing_new,
        ),
        (
            Sign::Bare,
            this.claim.count.basis == Basis::Vague && this.claim.count.low == 2,
        ),
    ];
    for (sign, seen) in noted {
        signs.note(sign, seen);
    }
}

/// The most that a count says, where it says one.
pub(super) fn most(count: &Count) -> u64 {
    count.low.max(count.high.unwrap_or(0))
}

/// Whether the vague count may stand for the other.
fn stands_for(vague: &Count, other: &Count) -> bool {
    vague.basis == Basis::Vague
        && other.basis != Basis::Vague
        && other.low >= vague.low
        && (vague.low <= 3 || other.low < vague.low * 10)
}

/// The number itself: of "at most 12", 12.
fn figure(count: &Count) -> u64 {
    match count.basis {
        Basis::AtMost => most(count),
        _ => count.low,
    }
}

pub(super) fn is_close(this: &Count, other: &Count) -> bool {
    let (a, b) = (figure(this), figure(other));
    a != b && a > 3 && b > 3 && a.abs_diff(b) < a.max(b) / 4
}

pub(super) fn figures(this: &Count, other: &Count, signs: &mut Signs) {
    let (a, b) = (figure(this), figure(other));
    signs.note(Sign::SameMany, a == b && a > 3);
    signs.note(Sign::SameFew, a == b && (a == 2 || a == 3));
    signs.note(Sign::SameOne, a == b && a == 1);
    signs.note(Sign::SameBasis, this == other && a > 1);
    let (vague, exact) = (stands_for(this, other), stands_for(other, this));
    signs.note(Sign::VagueOf, vague);
    signs.note(Sign::ExactOf, exact);
    signs.note(Sign::Smaller, a < b && !vague);
    signs.note(Sign::Half, a < b / 2 && !vague);
    signs.note(Sign::Larger, a > b && !exact);
    signs.note(Sign::One, a == 1);
    signs.note(
        Sign::BothVague,
        a != b && this.basis == Basis::Vague && other.basis == Basis::Vague,
    );
}

pub(super) fn people(this: &Draft, other: &Draft, signs: &mut Signs) {
    let (mine, theirs) = (&this.words, &other.words);
    let nouns = !mine.noun.is_empty() && !theirs.noun.is_empty();
    signs.note(Sign::SameNoun, nouns && mine.noun == theirs.noun);
    signs.note(Sign::NoNoun, mine.noun.is_empty());
    signs.note(Sign::OtherNoun, nouns && mine.noun != theirs.noun);
    if let Some(same) = are_namesakes(&mine.name, &theirs.name) {
        signs.note(Sign::SameName, same);
        signs.note(Sign::OtherName, !same);
    }
    let (a, b) = (&this.claim.categories, &other.claim.categories);
    let common = a.iter().any(|category| b.contains(category));
    signs.note(Sign::SameCategory, a == b && !a.is_empty());
    signs.note(Sign::Narrower, !a.is_empty() && b.is_empty());
    signs.note(Sign::Wider, a.is_empty() && !b.is_empty());
    signs.note(
        Sign::OtherCategory,
        !a.is_empty() && !b.is_empty() && !common,
    );
    // A bit for each kind.
    let kinds = |list: &[Category]| {
        let kinds = list.iter().filter_map(|category| kind(*category));
        kinds.fold(0_u8, |all, kind| all | 1 << kind)
    };
    let (my_kinds, their_kinds) = (kinds(a), kinds(b));
    signs.note(
        Sign::OtherKind,
        my_kinds != 0 && their_kinds != 0 && my_kinds & their_kinds == 0,
    );
    let (a, b) = (&mine.sides, &theirs.sides);
    // "Front fighters" may be "North-Front fighters".
    let is_part = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('-'))
    };
    let common = a
        .iter()
        .any(|a| b.iter().any(|b| is_part(a, b) || is_part(b, a)));
    signs.note(Sign::SameSide, common);
    signs.note(Sign::OtherSide, !a.is_empty() && !b.is_empty() && !common);
}

pub(super) fn fields(this: &Draft, other: &Draft, signs: &mut Signs) {
    let (mine, theirs) = (&this.claim, &other.claim);
    let common = mine.means.iter().any(|means| theirs.means.contains(means));
    signs.note(Sign::SameMeans, common);
    signs.note(
        Sign::OtherMeans,
        !common && !mine.means.is_empty() && !theirs.means.is_empty(),
    );
    match (&this.stems.claimant, &other.stems.claimant) {
        (Some(a), Some(b)) => {
            let one = meet(a, b);
            signs.note(Sign::SameClaimant, one);
            signs.note(Sign::OtherClaimant, !one);
        }
        (a, _) => signs.note(Sign::NewClaimant, a.is_some()),
    }
    if let (Some(a), Some(b)) = (&this.stems.perpetrator, &other.stems.perpetrator) {
        let one = meet(a, b);
        signs.note(Sign::SameDoer, one);
        signs.note(Sign::OtherDoer, !one);
    }
    let (a, b) = (
        mine.scope != Scope::Incident,
        theirs.scope != Scope::Incident,
    );
    signs.note(Sign::BothTotals, a && b);
    signs.note(Sign::ToTotals, !a && b);
    signs.note(Sign::FromTotals, a && !b);
    signs.note(Sign::OtherModality, mine.modality != theirs.modality);
    signs.note(Sign::Hedged, mine.modality != Modality::Asserted);
}

/// Whether two names can be of one person, where both are told.
fn are_namesakes(mine: &[String], theirs: &[String]) -> Option<bool> {
    let (a, b) = (mine.last()?, theirs.last()?);
    let same = mine.contains(b) || theirs.contains(a) || is_slip(a, b);
    // One surname, and each has a first name that the other has not.
    let kin = a == b
        && mine.len() > 1
        && theirs.len() > 1
        && !mine.contains(&theirs[0])
        && !theirs.contains(&mine[0]);
    Some(same && !kin)
}

/// Whether two long names are one but for a letter: "Carrasco" and "Carasco".
fn is_slip(a: &str, b: &str) -> bool {
    const LONG: usize = 6;
    let alike = |(x, y): &(char, char)| x == y;
    let (long, short) = (
        a.chars().count().max(b.chars().count()),
        a.chars().count().min(b.chars().count()),
    );
    let before = a.chars().zip(b.chars()).take_while(alike).count();
    let behind = (a.chars().rev().zip(b.chars().rev()))
        .take_while(alike)
        .count();
    short >= LONG && before + behind + 1 >= long
}

/// Whether two figures cannot be of the same people: two persons by name, a nurse and a mayor.
pub(super) fn are_two(this: &Draft, other: &Draft) -> bool {
    are_namesakes(&this.words.name, &other.words.name) == Some(false) || are_strangers(this, other)
}

/// Groups of people of whom none can belong to another; women and children can belong to any.
fn kind(category: Category) -> Option<u8> {
    match category {
        Category::Combatant | Category::Attacker => Some(0),
        Category::Police | Category::Security => Some(1),
        Category::Peacekeeper => Some(3),
        Category::Civilian
        | Category::Medic
        | Category::AidWorker
        | Category::Journalist
        | Category::Official
        | Category::Cleric
        | Category::Worker => Some(4),
        _ => None,
    }
}

/// Whether the people of one fight for a state and those of the other against one: three rebels are none of the nine
/// soldiers.
pub(super) fn are_foes(this: &Draft, other: &Draft) -> bool {
    this.for_state.is_some() && other.for_state == this.for_state.map(|is| !is)
}

/// Whether one is told of an accident, a disaster or an illness and the other of a weapon.
pub(super) fn are_unlike_harm(this: &Draft, other: &Draft) -> bool {
    let chance = |draft: &Draft| {
        let cause = draft.cause.unwrap_or(Cause::Violence);
        draft.claim.means.is_empty() && !matches!(cause, Cause::Violence | Cause::Other)
    };
    // A tank that explodes may yet have done so by accident.
    let weapon = |draft: &Draft| {
        draft.cause == Some(Cause::Violence)
            && draft.claim.means.iter().any(|means| {
                !matches!(
                    means,
                    Means::Fire | Means::Vehicle | Means::Siege | Means::Other
                )
            })
    };
    chance(this) && weapon(other) || weapon(this) && chance(other)
}

/// Whether `this` is of those who did it, and the others are none: "one of the gunmen" is not of the three guests
/// whom they killed.
pub(super) fn are_doers(this: &Draft, other: &Draft) -> bool {
    is_doer(this)
        && !is_armed(other)
        && !other.words.noun.is_empty()
        && !GENERAL.contains(&other.words.noun.as_str())
}

/// Whether the people are told of by a noun for those who do such a deed.
fn is_doer(draft: &Draft) -> bool {
    is_armed(draft) && AGENTS.contains(&draft.words.noun.as_str())
}

fn is_armed(draft: &Draft) -> bool {
    let mut categories = draft.claim.categories.iter();
    categories.any(|c| matches!(c, Category::Combatant | Category::Attacker))
}

/// Whether both are told of by words for kinds of people, and by none in common: "one of the pilgrims" is not the
/// gunman told before.
pub(super) fn are_apart(this: &Draft, other: &Draft) -> bool {
    let (a, b) = (&this.claim.categories, &other.claim.categories);
    !a.is_empty() && !b.is_empty() && !a.iter().any(|category| b.contains(category))
}

/// Whether both are told of by words for people of whom none can belong to the other.
pub(super) fn are_unlike(this: &Draft, other: &Draft) -> bool {
    let kinds = |draft: &Draft| -> Vec<Option<u8>> {
        draft.claim.categories.iter().map(|c| kind(*c)).collect()
    };
    let (a, b) = (kinds(this), kinds(other));
    !a.is_empty()
        && !b.is_empty()
        && a.iter().chain(&b).all(Option::is_some)
        && !a.iter().any(|kind| b.contains(kind))
}

/// Whether both are told of by what they do, and do not do the same: a nurse is no mayor. Guards, police and
/// soldiers may be told of as each other.
pub(super) fn are_strangers(this: &Draft, other: &Draft) -> bool {
    let (a, b) = (&this.claim.categories, &other.claim.categories);
    let trade = |category: &Category| kind(*category).is_some() && *category != Category::Civilian;
    let trades = |list: &[Category]| !list.is_empty() && list.iter().all(trade);
    let armed = |list: &[Category]| list.iter().all(|category| kind(*category) != Some(4));
    trades(a)
        && trades(b)
        && !(armed(a) && armed(b))
        && !a.iter().any(|category| b.contains(category))
        && this.words.noun != other.words.noun
        && !this.words.this.has(Sign::Pronoun)
}

/// Whether the nouns or pronouns of one are for women, and those of the other for men.
pub(super) fn are_of_two_sexes(this: &Draft, other: &Draft) -> bool {
    this.words.female.is_some() && other.words.female == this.words.female.map(|is| !is)
}

/// Whether two counts can be of the same people: two exact numbers only where they are equal, and two that
/// both bind not where they are far apart. One person and a few may, as a noun without a number tells little.
pub(super) fn can_be_one(a: &Count, b: &Count) -> bool {
    if a.basis == Basis::Exact && b.basis == Basis::Exact {
        return a.low == b.low;
    }
    let binds =
        |count: &Count| count.low > 1 && matches!(count.basis, Basis::Exact | Basis::Approx);
    let (less, more) = (a.low.min(b.low), a.low.max(b.low));
    !(binds(a) && binds(b)) || more <= less.saturating_mul(2)
}

/// The country of the draft's place.
pub(super) fn country(draft: &Draft) -> Option<&str> {
    draft.claim.place.as_ref()?.country.as_deref()
}

/// Groups effects that one attack brings together.
pub(super) fn harm(effect: Effect) -> u8 {
    match effect {
        Effect::Killed | Effect::Injured | Effect::Casualties | Effect::Missing => 0,
        Effect::Detained | Effect::Abducted => 1,
        Effect::Damaged | Effect::Destroyed => 2,
        Effect::Displaced => 3,
        Effect::SexualViolence | Effect::Tortured => 4,
    }
}
