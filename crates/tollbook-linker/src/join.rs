//! Which tellings of different reports are one incident.
//!
//! Reports are taken in the order of adding, and each joins what stands there already: so a report
//! that comes later never takes apart what earlier ones made, and incidents keep their ids. No
//! incident holds two events of one report. Everything is looked up by place and day, or by the words
//! of copied texts; nothing is compared with everything.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tollbook_terms::{Claim, Effect, RelationKind};

use crate::Account;
use crate::claimant::Voices;
use crate::fold::fold;
use crate::telling::{Telling, held, tellings};

/// The tellings of one incident.
#[derive(Debug, Default)]
pub(crate) struct Group<'a> {
    /// In the order of adding; never empty.
    pub(crate) tellings: Vec<Telling<'a>>,
    /// The groups that this one sums, by index.
    pub(crate) contains: BTreeSet<usize>,
}

/// The days on which two tellings can meet: a day, or each of the two days of a night; a longer time
/// meets only the very same time, for many things happen at one place in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Day {
    One(Date),
    Span(Date, Date),
}

impl Day {
    fn of(claim: &Claim) -> impl Iterator<Item = Day> {
        let days = match (claim.when.from, claim.when.to) {
            (Some(from), Some(to)) if from == to => [Some(Day::One(from)), None],
            (Some(from), Some(to)) if from.tomorrow().is_ok_and(|next| next == to) => {
                [Some(Day::One(from)), Some(Day::One(to))]
            }
            (Some(from), Some(to)) => [Some(Day::Span(from, to)), None],
            _ => [None, None],
        };
        days.into_iter().flatten()
    }
}

/// Numbers for words that are compared often.
#[derive(Debug, Default)]
struct Words<'a> {
    places: BTreeMap<String, usize>,
    /// A sentence of a text family, folded, with the effect it states.
    lines: BTreeMap<(&'a str, String, Effect), usize>,
}

fn number<K: Ord>(numbers: &mut BTreeMap<K, usize>, key: K) -> usize {
    let next = numbers.len();
    *numbers.entry(key).or_insert(next)
}

/// What a telling, or all of an incident's, can be known by. Places and lines are numbers.
#[derive(Debug, Default)]
struct Marks<'a> {
    /// Where and when.
    spots: BTreeSet<(usize, Day)>,
    /// The countries told for each place.
    countries: BTreeMap<usize, BTreeSet<&'a str>>,
    effects: BTreeSet<Effect>,
    counts: BTreeSet<(Effect, u64, Option<u64>)>,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// Only of families with more than one report.
    lines: BTreeSet<usize>,
}

impl<'a> Marks<'a> {
    fn of(telling: &Telling<'a>, copied: bool, words: &mut Words<'a>) -> Marks<'a> {
        let mut marks = Marks::default();
        for claim in telling.claims.iter().map(|told| told.claim) {
            if let Some(place) = &claim.place {
                let name = fold(&place.name);
                if !name.is_empty() {
                    let place_number = number(&mut words.places, name);
                    marks
                        .spots
                        .extend(Day::of(claim).map(|day| (place_number, day)));
                    let countries = marks.countries.entry(place_number).or_default();
                    countries.extend(place.country.as_deref());
                }
            }
            marks.effects.insert(claim.effect);
            if held(claim) && sets_figure(claim) {
                let count = (claim.effect, claim.count.low, claim.count.high);
                marks.counts.insert(count);
            }
            if let (Some(from), Some(to)) = (claim.when.from, claim.when.to) {
                marks.spread(from, to);
            }
            if copied {
                let quote = fold(&claim.quote.text);
                let line = (telling.account.family.as_str(), quote, claim.effect);
                marks.lines.insert(number(&mut words.lines, line));
            }
        }
        marks
    }

    fn spread(&mut self, from: Date, to: Date) {
        self.first_day = Some(self.first_day.map_or(from, |day| day.min(from)));
        self.last_day = Some(self.last_day.map_or(to, |day| day.max(to)));
    }

    fn take(&mut self, other: Marks<'a>) {
        self.spots.extend(other.spots);
        for (name, countries) in other.countries {
            self.countries.entry(name).or_default().extend(countries);
        }
        self.effects.extend(other.effects);
        self.counts.extend(other.counts);
        if let (Some(from), Some(to)) = (other.first_day, other.last_day) {
            self.spread(from, to);
        }
        self.lines.extend(other.lines);
    }

    /// Returns how well a telling fits: more copied lines first, then more equal counts, then more
    /// common effects. `None` where a place name lies in two countries, or no effect is common, or
    /// nothing is copied and no spot is common, or what is copied is said of other days or places.
    fn fit(&self, telling: &Marks) -> Option<(usize, usize, usize)> {
        let copied = self.lines.intersection(&telling.lines).count();
        let effects = self.effects.intersection(&telling.effects).count();
        let meets = self.spots.intersection(&telling.spots).next().is_some();
        let abroad = telling.countries.iter().any(|(name, theirs)| {
            let ours = self.countries.get(name);
            ours.is_some_and(|ours| {
                !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(theirs)
            })
        });
        let other_days = match (self.first_day, telling.last_day) {
            (Some(first), Some(last)) => last < first || telling.first_day > self.last_day,
            _ => false,
        };
        let elsewhere = || {
            let mut theirs = telling.countries.keys();
            let known = !self.countries.is_empty() && !telling.countries.is_empty();
            known && theirs.all(|place| !self.countries.contains_key(place))
        };
        let copy = copied > 0 && !other_days && !elsewhere();
        (effects > 0 && !abroad && (meets || copy)).then(|| {
            let counts = self.counts.intersection(&telling.counts).count();
            (if copy { copied } else { 0 }, counts, effects)
        })
    }
}

/// Returns whether the figure of a claim is one by which an event is known: a part is not.
fn sets_figure(claim: &Claim) -> bool {
    use RelationKind::{Additional, Rival, Whole};
    matches!(claim.relation.kind, Whole | Additional | Rival)
}

/// Joins the events that `accounts` tell; they must stand in the order of adding.
pub(crate) fn join<'a>(accounts: &[&'a Account], voices: &'a Voices) -> Vec<Group<'a>> {
    let mut reports_of_family: BTreeMap<&str, usize> = BTreeMap::new();
    for account in accounts {
        *reports_of_family.entry(&account.family).or_default() += 1;
    }
    let mut words = Words::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut marks_of: Vec<Marks> = Vec::new();
    let mut by_spot: BTreeMap<(usize, Day), BTreeSet<usize>> = BTreeMap::new();
    let mut by_line: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for account in accounts {
        let copies = reports_of_family.get(account.family.as_str());
        let copied = copies.is_some_and(|reports| *reports > 1);
        let told: Vec<(Telling, Marks)> = tellings(account, voices)
            .into_iter()
            .map(|telling| {
                let marks = Marks::of(&telling, copied, &mut words);
                (telling, marks)
            })
            .collect();

        let mut fits = Vec::new();
        for (telling, (_, marks)) in told.iter().enumerate() {
            let spots = marks.spots.iter().filter_map(|spot| by_spot.get(spot));
            let lines = marks.lines.iter().filter_map(|line| by_line.get(line));
            let met: BTreeSet<usize> = spots.chain(lines).flatten().copied().collect();
            for group in met {
                if let Some(fit) = marks_of[group].fit(marks) {
                    fits.push((Reverse(fit), telling, group));
                }
            }
        }
        fits.sort_unstable();
        let mut joined: BTreeMap<usize, usize> = BTreeMap::new();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for (_, telling, group) in fits {
            if !joined.contains_key(&telling) && taken.insert(group) {
                joined.insert(telling, group);
            }
        }

        let mut group_of: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, (telling, marks)) in told.into_iter().enumerate() {
            let group = *joined.get(&number).unwrap_or(&groups.len());
            if group == groups.len() {
                groups.push(Group::default());
                marks_of.push(Marks::default());
            }
            for spot in &marks.spots {
                by_spot.entry(*spot).or_default().insert(group);
            }
            for line in &marks.lines {
                by_line.entry(*line).or_default().insert(group);
            }
            for told in &telling.claims {
                group_of.insert(&told.claim.id, group);
            }
            marks_of[group].take(marks);
            groups[group].tellings.push(telling);
        }
        for (part, whole) in parts_of_other_events(account, &group_of) {
            groups[whole].contains.insert(part);
        }
    }
    groups
}

/// Returns each incident that the report makes part of another, with that other: a claim of its event
/// is part of a claim of the same effect of the other's.
fn parts_of_other_events(
    account: &Account,
    group_of: &BTreeMap<&str, usize>,
) -> Vec<(usize, usize)> {
    let effects: BTreeMap<&str, Effect> = account
        .claims
        .iter()
        .map(|(_, claim)| (claim.id.as_str(), claim.effect))
        .collect();
    let claims = account.claims.iter().map(|(_, claim)| claim);
    claims
        .filter(|claim| claim.relation.kind == RelationKind::Part && held(claim))
        .filter_map(|claim| {
            let whole = claim.relation.to.as_deref()?;
            let (part, sum) = (*group_of.get(claim.id.as_str())?, *group_of.get(whole)?);
            (part != sum && effects.get(whole) == Some(&claim.effect)).then_some((part, sum))
        })
        .collect()
}
