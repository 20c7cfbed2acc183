//! The signs of two claims held beside each other.

use std::collections::BTreeMap;

use tollbook_terms::{Basis, Category, Count, Effect, Modality, Scope, When};

use super::sign::{Sign, Signs};
use super::sum::sums;
use super::weigh::Bond;
use crate::claim::Draft;

/// How many claims before and after one, and how many at the head of a report, are held beside it.
const BEFORE: usize = 30;
const AFTER: usize = 10;
const HEAD: usize = 12;

/// The drafts of a report with what is seen only on all of them.
pub(crate) struct Pairs<'d> {
    pub(crate) drafts: &'d [Draft],
    /// For each draft the figures that it is in a sum of.
    sums: Vec<Vec<usize>>,
    /// For each draft the draft of its effect before it.
    before: Vec<Option<usize>>,
    /// For each draft the last one of its effect before it that counts more.
    larger: Vec<Option<usize>>,
    /// Whether the text has paragraphs.
    paragraphs: bool,
    /// For each draft the day that the text is at: its own, else that of the one before; the title's is the
    /// first of the text.
    days: Vec<Option<When>>,
    /// The first place that the text names.
    place: Option<&'d str>,
    /// For each effect its first and its largest draft.
    first: BTreeMap<Effect, usize>,
    largest: BTreeMap<(Effect, Scope), usize>,
}

impl<'d> Pairs<'d> {
    pub(crate) fn new(drafts: &'d [Draft]) -> Pairs<'d> {
        let mut first = BTreeMap::new();
        let mut largest: BTreeMap<(Effect, Scope), usize> = BTreeMap::new();
        let mut latest: BTreeMap<Effect, usize> = BTreeMap::new();
        let mut before = Vec::with_capacity(drafts.len());
        for (i, draft) in drafts.iter().enumerate() {
            let effect = draft.claim.effect;
            first.entry(effect).or_insert(i);
            let most = largest.entry((effect, draft.claim.scope)).or_insert(i);
            if drafts[*most].claim.count.low < draft.claim.count.low {
                *most = i;
            }
            before.push(latest.insert(effect, i));
        }
        let larger = (0..drafts.len())
            .map(|i| {
                (i.saturating_sub(BEFORE)..i).rev().find(|j| {
                    drafts[*j].claim.effect == drafts[i].claim.effect
                        && most(&drafts[*j].claim.count) > most(&drafts[i].claim.count)
                })
            })
            .collect();
        let mut day = drafts
            .iter()
            .find(|draft| draft.field == 1)
            .and_then(|draft| draft.own_day);
        let mut days = Vec::with_capacity(drafts.len());
        for draft in drafts {
            if draft.claim.scope == Scope::Incident {
                day = draft.own_day.or(day);
            }
            days.push(day);
        }
        let place = drafts
            .iter()
            .filter(|draft| draft.field == 1)
            .find_map(named);
        Pairs {
            drafts,
            days,
            place,
            sums: sums(drafts),
            before,
            larger,
            paragraphs: drafts
                .iter()
                .any(|draft| draft.field == 1 && draft.words.paragraph > 0),
            first,
            largest,
        }
    }

    /// Returns the drafts that draft `i` may have `bond` to.
    pub(crate) fn others(&self, i: usize, bond: Bond) -> impl Iterator<Item = usize> {
        let from = i.saturating_sub(BEFORE);
        let after = match bond {
            Bond::Part | Bond::Revised => (i + 1 + AFTER).min(self.drafts.len()),
            _ => i,
        };
        (0..HEAD.min(from))
            .chain(from..after)
            .filter(move |j| self.may(i, *j, bond))
    }

    /// Whether the relation can be at all.
    fn may(&self, i: usize, j: usize, bond: Bond) -> bool {
        let (this, other) = (&self.drafts[i], &self.drafts[j]);
        if i == j {
            return false;
        }
        if bond == Bond::Event {
            return this.claim.scope == Scope::Incident && other.claim.scope == Scope::Incident;
        }
        if let Some(whole) = this.part_of {
            match bond {
                Bond::Part => return j == whole,
                // A part told again, not the whole of another figure.
                Bond::Same if other.part_of.is_some() => {}
                Bond::Same if other.words.this.has(Sign::Partitive) => {}
                _ => return false,
            }
        }
        let effect = this.claim.effect == other.claim.effect;
        let says = |sign: Sign| this.words.this.has(sign);
        // "One later died of his wounds", "the other five are missing".
        let of_these = (says(Sign::OfThem) || says(Sign::TheOther) || this.words.noun.is_empty())
            && !says(Sign::Named)
            && this.claim.effect.on_people()
            && other.claim.effect.on_people()
            && this.field == other.field
            && j < i
            && this.sentence - other.sentence <= 2
            && other.claim.count.low > 1
            && this.claim.count.high != Some(0);
        let dead_of_casualties = other.claim.effect == Effect::Casualties
            && matches!(this.claim.effect, Effect::Killed | Effect::Injured);
        let one_word = this.field == other.field && this.words.trigger == other.words.trigger;
        match bond {
            Bond::Part => {
                (effect || dead_of_casualties || of_these)
                    && (this.claim.count.low < other.claim.count.low
                        || other.claim.count.high.is_none()
                            && this.claim.count.low <= other.claim.count.low)
                    && other.part_of != Some(i)
            }
            Bond::Same => {
                effect
                    && !(one_word && this.sentence == other.sentence)
                    && can_be_one(&this.claim.count, &other.claim.count)
            }
            // Only where words say so: "another two", "but the army put the toll at", "up from five".
            _ => {
                let somebody =
                    this.claim.count.high != Some(0) && other.claim.count.high != Some(0);
                let told = |sign: Sign| other.words.this.has(sign);
                let claimants =
                    this.claim.claimant.is_some() && this.claim.claimant != other.claim.claimant;
                effect
                    && somebody
                    && match bond {
                        Bond::Additional => {
                            says(Sign::More) || says(Sign::Others) || says(Sign::Also)
                        }
                        Bond::Rival => {
                            this.claim.count.low != other.claim.count.low
                                && !(one_word && this.sentence == other.sentence)
                                && (claimants || says(Sign::Dispute) || says(Sign::But))
                        }
                        _ => {
                            this.claim.count.low != other.claim.count.low
                                && (says(Sign::NotSo)
                                    || says(Sign::Rise)
                                    || told(Sign::Rise)
                                    || says(Sign::Earlier)
                                    || told(Sign::Earlier))
                        }
                    }
            }
        }
    }

    /// Returns what is seen on draft `i` beside draft `j`.
    pub(crate) fn signs(&self, i: usize, j: usize) -> Signs {
        let (this, other) = (&self.drafts[i], &self.drafts[j]);
        let mut signs = this.words.this.with(other.words.other);
        self.place_among(i, j, &mut signs);
        figures(&this.claim.count, &other.claim.count, &mut signs);
        let close = is_close(&this.claim.count, &other.claim.count);
        signs.note(
            Sign::Close,
            close && this.claim.effect == other.claim.effect,
        );
        signs.note(Sign::Sums, self.sums[i].contains(&j));
        signs.note(
            Sign::SumsElsewhere,
            !self.sums[i].is_empty() && !self.sums[i].contains(&j),
        );
        signs.note(
            Sign::SumsTogether,
            self.sums[i].iter().any(|sum| self.sums[j].contains(sum)),
        );
        signs.note(
            Sign::SumsToMany,
            signs.has(Sign::Sums) && other.claim.count.low > 4,
        );
        people(this, other, &mut signs);
        self.days(i, j, &mut signs);
        self.places(this, other, &mut signs);
        fields(this, other, &mut signs);
        both(this, other, &mut signs);
        signs
    }

    fn days(&self, i: usize, j: usize, signs: &mut Signs) {
        match (self.drafts[i].own_day, self.days[j]) {
            (Some(a), Some(b)) => {
                let meet = a.from <= b.to && b.from <= a.to;
                signs.note(Sign::SameDay, meet);
                signs.note(Sign::OtherDay, !meet);
                let own = self.drafts[j].own_day.is_some();
                signs.note(Sign::OwnDays, !meet && own);
            }
            (a, _) => {
                signs.note(Sign::NewDay, a.is_some());
                signs.note(Sign::OldDay, self.drafts[j].own_day.is_some());
            }
        }
        let (this, other) = (&self.drafts[i], &self.drafts[j]);
        let recent = this.own_day.is_some() && !this.long_ago;
        signs.note(
            Sign::LongAgo,
            this.long_ago && !other.long_ago && !signs.has(Sign::SameDay),
        );
        signs.note(Sign::ToLongAgo, other.long_ago && recent);
    }

    fn places(&self, this: &Draft, other: &Draft, signs: &mut Signs) {
        let theirs = named(other).or(self.place.filter(|_| other.field == 0));
        match (named(this), theirs) {
            (Some(a), Some(b)) => {
                let meet = shares_word(a, b);
                signs.note(Sign::SamePlace, meet);
                signs.note(Sign::OtherPlace, !meet);
            }
            (a, b) => {
                signs.note(Sign::NewPlace, a.is_some());
                signs.note(Sign::OldPlace, b.is_some());
            }
        }
        let country = |draft: &Draft| draft.claim.place.as_ref().and_then(|p| p.country.clone());
        if let (Some(a), Some(b)) = (country(this), country(other)) {
            signs.note(Sign::OtherCountry, a != b);
        }
    }

    fn place_among(&self, i: usize, j: usize, signs: &mut Signs) {
        let (this, other) = (&self.drafts[i], &self.drafts[j]);
        let apart = this.sentence.abs_diff(other.sentence);
        let body = this.field == 1 && other.field == 1;
        let one = this.field == other.field && apart == 0;
        signs.note(Sign::InTitle, this.field == 0);
        signs.note(Sign::ToTitle, other.field == 0);
        signs.note(Sign::ToLead, other.field == 1 && other.sentence == 0);
        signs.note(Sign::Forward, j > i);
        signs.note(Sign::OneSentence, one);
        signs.note(
            Sign::OneTrigger,
            one && this.words.trigger == other.words.trigger,
        );
        signs.note(Sign::NextSentence, body && apart == 1);
        signs.note(Sign::Near, body && (2..=4).contains(&apart));
        signs.note(Sign::Far, body && apart > 8);
        signs.note(Sign::Nearest, self.before[i] == Some(j));
        let effect = other.claim.effect;
        signs.note(Sign::First, self.first.get(&effect) == Some(&j));
        signs.note(
            Sign::Largest,
            self.largest.get(&(effect, other.claim.scope)) == Some(&j),
        );
        let lead = |draft: &Draft| draft.field == 1 && draft.sentence == 0;
        signs.note(
            Sign::TitleAndLead,
            this.field == 0 && lead(other) || other.field == 0 && lead(this),
        );
        signs.note(Sign::JustBefore, j + 1 == i);
        signs.note(Sign::NearestLarger, self.larger[i] == Some(j));
        signs.note(
            Sign::OneParagraph,
            self.paragraphs && body && this.words.paragraph == other.words.paragraph,
        );
        signs.note(Sign::OtherEffect, this.claim.effect != effect);
        signs.note(Sign::OtherHarm, harm(this.claim.effect) != harm(effect));
        signs.note(
            Sign::Listed,
            one && this
                .words
                .listed
                .is_some_and(|list| other.words.start < list),
        );
        signs.note(
            Sign::OfOthers,
            this.words.of.is_some_and(|of| of != other.claim.count.low),
        );
        signs.note(
            Sign::OfThatMany,
            this.words.of == Some(other.claim.count.low),
        );
        signs.note(
            Sign::OfThemNear,
            self.larger[i] == Some(j) && signs.has(Sign::OfThem),
        );
        if other.words.this.has(Sign::Brings) && effect == this.claim.effect && i < j {
            let total = other.claim.scope != Scope::Incident;
            let incident = this.claim.scope == Scope::Incident;
            let first = self.first.get(&effect) == Some(&i);
            let last = (i + 1..j).all(|k| self.drafts[k].claim.effect != effect);
            signs.note(Sign::BroughtFirst, total && incident && first);
            signs.note(Sign::BroughtLast, total && incident && last);
            signs.note(Sign::BroughtOld, total != incident && (first || last));
        }
        signs.note(Sign::Within, this.part_of == Some(j));
        signs.note(Sign::WithinThird, this.part_of.is_some_and(|w| w != j));
        signs.note(Sign::ToPart, other.part_of.is_some_and(|w| w != i));
    }
}

/// The place that the draft's sentence names.
fn named(draft: &Draft) -> Option<&str> {
    let place = draft.claim.place.as_ref()?;
    (!place.name.is_empty()).then_some(&place.name)
}

/// Groups effects that one attack brings together.
fn harm(effect: Effect) -> u8 {
    match effect {
        Effect::Killed | Effect::Injured | Effect::Casualties | Effect::Missing => 0,
        Effect::Detained | Effect::Abducted => 1,
        Effect::Damaged | Effect::Destroyed => 2,
        Effect::Displaced => 3,
        Effect::SexualViolence | Effect::Tortured => 4,
    }
}

/// Notes what several signs say together.
fn both(this: &Draft, other: &Draft, signs: &mut Signs) {
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
            has(Sign::SameOne) && (has(Sign::Definite) || has(Sign::Pronoun)),
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
fn most(count: &Count) -> u64 {
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

fn is_close(this: &Count, other: &Count) -> bool {
    let (a, b) = (figure(this), figure(other));
    a != b && a > 3 && b > 3 && a.abs_diff(b) < a.max(b) / 4
}

fn figures(this: &Count, other: &Count, signs: &mut Signs) {
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

fn people(this: &Draft, other: &Draft, signs: &mut Signs) {
    let (mine, theirs) = (&this.words, &other.words);
    let nouns = !mine.noun.is_empty() && !theirs.noun.is_empty();
    signs.note(Sign::SameNoun, nouns && mine.noun == theirs.noun);
    signs.note(Sign::NoNoun, mine.noun.is_empty());
    signs.note(Sign::OtherNoun, nouns && mine.noun != theirs.noun);
    if let (Some(a), Some(b)) = (&mine.name, &theirs.name) {
        signs.note(Sign::SameName, a == b);
        signs.note(Sign::OtherName, a != b);
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
    let kinds = |list: &[Category]| list.iter().filter_map(|c| kind(*c)).collect::<Vec<u8>>();
    let (mine_kinds, their_kinds) = (kinds(a), kinds(b));
    signs.note(
        Sign::OtherKind,
        !mine_kinds.is_empty()
            && !their_kinds.is_empty()
            && !mine_kinds.iter().any(|kind| their_kinds.contains(kind)),
    );
    let (a, b) = (&mine.sides, &theirs.sides);
    let common = a.iter().any(|side| b.contains(side));
    signs.note(Sign::SameSide, common);
    signs.note(Sign::OtherSide, !a.is_empty() && !b.is_empty() && !common);
}

fn fields(this: &Draft, other: &Draft, signs: &mut Signs) {
    let (mine, theirs) = (&this.claim, &other.claim);
    let common = mine.means.iter().any(|means| theirs.means.contains(means));
    signs.note(Sign::SameMeans, common);
    signs.note(
        Sign::OtherMeans,
        !common && !mine.means.is_empty() && !theirs.means.is_empty(),
    );
    match (&mine.claimant, &theirs.claimant) {
        (Some(a), Some(b)) => {
            let meet = shares_word(a, b);
            signs.note(Sign::SameClaimant, meet);
            signs.note(Sign::OtherClaimant, !meet);
        }
        (a, _) => signs.note(Sign::NewClaimant, a.is_some()),
    }
    if let (Some(a), Some(b)) = (&mine.perpetrator, &theirs.perpetrator) {
        let meet = shares_word(a, b);
        signs.note(Sign::SameDoer, meet);
        signs.note(Sign::OtherDoer, !meet);
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

/// Groups of people of whom none can belong to another; women and children can belong to any.
fn kind(category: Category) -> Option<u8> {
    match category {
        Category::Combatant | Category::Attacker => Some(0),
        Category::Police => Some(1),
        Category::Security => Some(2),
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

/// Whether two counts can be of the same people. Two numbers that are far apart cannot, where both bind;
/// one person and a few may, as a name or a noun without a number tells little.
fn can_be_one(a: &Count, b: &Count) -> bool {
    let binds =
        |count: &Count| count.low > 1 && matches!(count.basis, Basis::Exact | Basis::Approx);
    let (less, more) = (a.low.min(b.low), a.low.max(b.low));
    !(binds(a) && binds(b)) || more <= 2 * less
}

/// Whether two names have a word of more than three letters in common, or are equal.
pub(super) fn shares_word(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a == b
        || a.split_whitespace()
            .any(|word| word.len() > 3 && b.split_whitespace().any(|other| other == word))
}
