//! The signs of two claims held beside each other.

use std::cell::RefCell;
use std::collections::BTreeMap;

use tollbook_terms::{Count, Effect, Scope, When};

use super::compare::{
    are_apart, are_doers, are_foes, are_of_two_sexes, are_strangers, are_unlike, are_unlike_harm,
    both, can_be_one, country, fields, figures, harm, is_close, most, people,
};
use super::sign::{Sign, Signs};
use super::sum::{lists, sums};
use super::weigh::Bond;
use crate::claim::Draft;
use crate::claim::stems::meet;

/// How many claims before and after one, and how many at the head of a report, are held beside it.
const BEFORE: usize = 30;
pub(super) const AFTER: usize = 10;
const HEAD: usize = 12;

/// The drafts of a report with what is seen only on all of them.
pub(crate) struct Pairs<'d> {
    pub(crate) drafts: &'d [Draft],
    /// For each draft the figures that it is in a sum of.
    pub(super) sums: Vec<Vec<usize>>,
    /// For each draft how many people are in its list.
    pub(super) lists: Vec<Option<u64>>,
    /// For each draft the draft of its effect before it.
    before: Vec<Option<usize>>,
    /// For each draft the last one of its effect before it that counts more.
    larger: Vec<Option<usize>>,
    /// The totals of a period that a toll was brought to.
    brought: Vec<usize>,
    /// Whether the text has paragraphs.
    paragraphs: bool,
    /// For each draft the day that the text is at: its own, else that of the one before; the title's is the
    /// first of the text.
    days: Vec<Option<When>>,
    /// The first place that the text names.
    place: Option<&'d [String]>,
    /// For each effect its first and its largest draft.
    first: BTreeMap<Effect, usize>,
    largest: BTreeMap<(Effect, Scope), usize>,
    /// What was seen on the draft looked at last, beside each other one.
    seen: RefCell<(usize, Vec<(usize, Signs)>)>,
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
            sums: sums(drafts, &days),
            days,
            place,
            lists: lists(drafts),
            before,
            larger,
            brought: (0..drafts.len())
                .filter(|i| is_brought_to(&drafts[*i]))
                .take(HEAD)
                .collect(),
            paragraphs: drafts
                .iter()
                .any(|draft| draft.field == 1 && draft.words.paragraph > 0),
            first,
            largest,
            seen: RefCell::default(),
        }
    }

    /// Returns the drafts that draft `i` may have `bond` to.
    pub(crate) fn others(&self, i: usize, bond: Bond) -> impl Iterator<Item = usize> {
        let from = i.saturating_sub(BEFORE);
        let after = match bond {
            Bond::Part | Bond::Revised => (i + 1 + AFTER).min(self.drafts.len()),
            _ => i,
        };
        // A figure may be in the total that it was brought to, wherever that stands.
        let far = move |j: &usize| bond == Bond::Part && *j >= after;
        let brought = self.brought.iter().copied().filter(far);
        (0..HEAD.min(from))
            .chain(from..after)
            .chain(brought)
            .filter(move |j| self.may(i, *j, bond))
    }

    /// Whether the relation can be at all.
    fn may(&self, i: usize, j: usize, bond: Bond) -> bool {
        let (this, other) = (&self.drafts[i], &self.drafts[j]);
        if i == j {
            return false;
        }
        if are_unlike_harm(this, other) {
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
            && this.claim.count.high != Some(0)
            // The dead are not hurt as well.
            && other.claim.effect != Effect::Killed;
        let dead_of_casualties = other.claim.effect == Effect::Casualties
            && matches!(this.claim.effect, Effect::Killed | Effect::Injured);
        let one_word = this.field == other.field && this.words.trigger == other.words.trigger;
        if matches!(bond, Bond::Part | Bond::Rival) && are_foes(this, other) {
            return false;
        }
        match bond {
            Bond::Part => {
                (effect || dead_of_casualties || of_these)
                    // "Three guards, two soldiers and a nurse were killed": side by side.
                    && !(one_word && this.sentence == other.sentence && are_unlike(this, other))
                    && !are_doers(this, other)
                    && !are_of_two_sexes(this, other)
                    && !says(Sign::Nobody)
                    // "Raids on Ostra killed 18, on Velden nine": side by side.
                    && !(says(Sign::Gapped) && this.sentence == other.sentence)
                    && (this.claim.count.low < other.claim.count.low
                        || other.claim.count.high.is_none()
                            && this.claim.count.low <= other.claim.count.low)
                    && other.part_of != Some(i)
            }
            Bond::Same => {
                // "Another 12" are not the 12 before.
                let more = says(Sign::More) && !other.words.this.has(Sign::More);
                // "In addition to the judge, a guard was killed."
                let also = says(Sign::Also)
                    && this.claim.count == Count::exact(1)
                    && !says(Sign::Definite)
                    && !says(Sign::Named)
                    && this.field == other.field
                    && !other.words.this.has(Sign::Also)
                    && !says(Sign::Pronoun);
                // "Four soldiers were killed. Four rebels were also killed."
                let nouns = (&this.words.noun, &other.words.noun);
                let also_others = says(Sign::AlsoHarmed)
                    && !says(Sign::Definite)
                    && this.field == other.field
                    && !other.words.this.has(Sign::AlsoHarmed)
                    && !nouns.0.is_empty()
                    && !nouns.1.is_empty()
                    && nouns.0 != nouns.1;
                let others = more
                    || also
                    || also_others
                    || one_word && this.sentence == other.sentence
                    || says(Sign::Partitive) && !says(Sign::Named) && are_apart(this, other)
                    || are_strangers(this, other)
                    || are_of_two_sexes(this, other);
                effect && !others && can_be_one(&this.claim.count, &other.claim.count)
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

    /// Returns what is seen on draft `i` beside draft `j`, which is looked at once for all that a draft may be found
    /// to be.
    pub(crate) fn signs(&self, i: usize, j: usize) -> Signs {
        let mut seen = self.seen.borrow_mut();
        if seen.0 != i {
            *seen = (i, Vec::new());
        }
        if let Some((_, signs)) = seen.1.iter().find(|(other, _)| *other == j) {
            return *signs;
        }
        let signs = self.look(i, j);
        seen.1.push((j, signs));
        signs
    }

    fn look(&self, i: usize, j: usize) -> Signs {
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
        let list = self.lists[i] == Some(other.claim.count.low)
            && this.claim.effect == other.claim.effect
            && (this.field, this.sentence) != (other.field, other.sentence);
        signs.note(Sign::ListSums, list);
        signs.note(Sign::ListSumsLater, list && j > i);
        signs.note(
            Sign::ListSumsToThem,
            list && other.words.this.has(Sign::Definite),
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
                let one = meet(a, b);
                signs.note(Sign::SamePlace, one);
                signs.note(Sign::OtherPlace, !one);
            }
            (a, b) => {
                signs.note(Sign::NewPlace, a.is_some());
                signs.note(Sign::OldPlace, b.is_some());
            }
        }
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

/// Whether the draft is a total that a toll was brought to.
fn is_brought_to(draft: &Draft) -> bool {
    draft.claim.scope != Scope::Incident && draft.words.this.has(Sign::Brings)
}

/// The words of the place that the draft's sentence names.
pub(super) fn named(draft: &Draft) -> Option<&[String]> {
    draft.stems.place.as_deref()
}
