//! Which tellings of different reports are one incident.
//!
//! Reports are taken in the order of adding, and each joins what stands there already: so a report
//! that comes later never takes apart what earlier ones made, and incidents keep their ids. No
//! incident holds two events of one report. Everything is looked up by place and day, or by the words
//! of copied texts; nothing is compared with everything.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tollbook_terms::{Claim, Effect, Hash, RelationKind};

use crate::fold::fold;
use crate::telling::{events, held};
use crate::{Claims, Teller};

/// The tellings of one incident.
#[derive(Debug, Default)]
pub(crate) struct Group {
    /// Id of the incident, after the claim that tells of it first.
    pub(crate) id: String,
    /// Which report, by its place, and which of its events; in the order of adding, never empty.
    pub(crate) tellings: Vec<(usize, usize)>,
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
    countries: BTreeMap<String, usize>,
    /// A sentence of a text family, by the hash of its folded words, with the effect it states.
    lines: BTreeMap<(&'a str, Hash, Effect), usize>,
}

fn number<K: Ord>(numbers: &mut BTreeMap<K, usize>, key: K) -> usize {
    let next = numbers.len();
    *numbers.entry(key).or_insert(next)
}

/// What a telling, or all of an incident's, can be known by. Places, countries and
/// lines are numbers.
#[derive(Debug, Default)]
struct Marks {
    /// Where and when.
    spots: BTreeSet<(usize, Day)>,
    /// The countries told for each place.
    countries: BTreeMap<usize, BTreeSet<usize>>,
    effects: BTreeSet<Effect>,
    counts: BTreeSet<(Effect, u64, Option<u64>)>,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// Only of families with more than one report.
    lines: BTreeSet<usize>,
}

impl Marks {
    /// Returns the marks of the `claims` of one event; `copied` is the family where it has more than
    /// one report.
    fn of<'a, 'c>(
        claims: impl Iterator<Item = &'c Claim>,
        copied: Option<&'a str>,
        words: &mut Words<'a>,
    ) -> Marks {
        let mut marks = Marks::default();
        for claim in claims {
            if let Some(place) = &claim.place {
                let name = fold(&place.name);
                if !name.is_empty() {
                    let place_number = number(&mut words.places, name);
                    marks
                        .spots
                        .extend(Day::of(claim).map(|day| (place_number, day)));
                    let countries = marks.countries.entry(place_number).or_default();
                    if let Some(country) = &place.country {
                        countries.insert(number(&mut words.countries, country.clone()));
                    }
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
            if let Some(family) = copied {
                let quote = Hash::of(fold(&claim.quote.text).as_bytes());
                let line = (family, quote, claim.effect);
                marks.lines.insert(number(&mut words.lines, line));
            }
        }
        marks
    }

    fn spread(&mut self, from: Date, to: Date) {
        self.first_day = Some(self.first_day.map_or(from, |day| day.min(from)));
        self.last_day = Some(self.last_day.map_or(to, |day| day.max(to)));
    }

    fn take(&mut self, other: Marks) {
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

/// Incidents in the making, which reports join one after the other.
pub(crate) struct Join<'a> {
    tellers: &'a [Teller],
    reports_of_family: BTreeMap<&'a str, usize>,
    words: Words<'a>,
    groups: Vec<Group>,
    marks_of: Vec<Marks>,
    by_spot: BTreeMap<(usize, Day), BTreeSet<usize>>,
    by_line: BTreeMap<usize, BTreeSet<usize>>,
}

impl<'a> Join<'a> {
    /// Gets ready to join what `tellers` tell.
    pub(crate) fn new(tellers: &'a [Teller]) -> Join<'a> {
        let mut reports_of_family: BTreeMap<&str, usize> = BTreeMap::new();
        for teller in tellers {
            *reports_of_family.entry(&teller.family).or_default() += 1;
        }
        Join {
            tellers,
            reports_of_family,
            words: Words::default(),
            groups: Vec::new(),
            marks_of: Vec::new(),
            by_spot: BTreeMap::new(),
            by_line: BTreeMap::new(),
        }
    }

    /// Joins the events that a report tells; the reports must come in the order of adding.
    pub(crate) fn take(&mut self, teller: usize, claims: &Claims) {
        let family = self.tellers[teller].family.as_str();
        let copies = self.reports_of_family.get(family);
        let copied = copies.filter(|reports| **reports > 1).map(|_| family);
        let events = events(claims);
        let told: Vec<Marks> = events
            .iter()
            .map(|event| {
                let claims = event.iter().map(|place| &claims[*place].1);
                Marks::of(claims, copied, &mut self.words)
            })
            .collect();
        let joined = self.fitting(&told);

        let mut group_of: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, (event, marks)) in events.iter().zip(told).enumerate() {
            let group = *joined.get(&number).unwrap_or(&self.groups.len());
            if group == self.groups.len() {
                self.groups.push(Group {
                    id: event
                        .first()
                        .map_or(String::new(), |place| id(&claims[*place].0)),
                    ..Group::default()
                });
                self.marks_of.push(Marks::default());
            }
            for spot in &marks.spots {
                self.by_spot.entry(*spot).or_default().insert(group);
            }
            for line in &marks.lines {
                self.by_line.entry(*line).or_default().insert(group);
            }
            for place in event {
                group_of.insert(&claims[*place].1.id, group);
            }
            self.marks_of[group].take(marks);
            self.groups[group].tellings.push((teller, number));
        }
        for (part, whole) in parts_of_other_events(claims, &group_of) {
            self.groups[whole].contains.insert(part);
        }
    }

    /// Returns the groups, in the order in which they were first told.
    pub(crate) fn groups(self) -> Vec<Group> {
        self.groups
    }

    /// Returns which group each of a report's events joins, the best fits first.
    fn fitting(&self, told: &[Marks]) -> BTreeMap<usize, usize> {
        let mut fits = Vec::new();
        for (event, marks) in told.iter().enumerate() {
            let spots = marks.spots.iter().filter_map(|spot| self.by_spot.get(spot));
            let lines = marks.lines.iter().filter_map(|line| self.by_line.get(line));
            let met: BTreeSet<usize> = spots.chain(lines).flatten().copied().collect();
            for group in met {
                if let Some(fit) = self.marks_of[group].fit(marks) {
                    fits.push((Reverse(fit), event, group));
                }
            }
        }
        fits.sort_unstable();
        let mut joined: BTreeMap<usize, usize> = BTreeMap::new();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for (_, event, group) in fits {
            if !joined.contains_key(&event) && taken.insert(group) {
                joined.insert(event, group);
            }
        }
        joined
    }
}

/// Returns the id of the incident that a claim, by its short id, tells of first.
fn id(claim: &str) -> String {
    let letters = claim.split_once('-').map_or(claim, |(_, letters)| letters);
    format!("i-{letters}")
}

/// Returns each incident that the report makes part of another, with that other: a claim of its event
/// is part of a claim of the same effect of the other's.
fn parts_of_other_events(claims: &Claims, group_of: &BTreeMap<&str, usize>) -> Vec<(usize, usize)> {
    let claims = || claims.iter().map(|(_, claim)| claim);
    let effects: BTreeMap<&str, Effect> = claims()
        .map(|claim| (claim.id.as_str(), claim.effect))
        .collect();
    claims()
        .filter(|claim| claim.relation.kind == RelationKind::Part && held(claim))
        .filter_map(|claim| {
            let whole = claim.relation.to.as_deref()?;
            let (part, sum) = (*group_of.get(claim.id.as_str())?, *group_of.get(whole)?);
            (part != sum && effects.get(whole) == Some(&claim.effect)).then_some((part, sum))
        })
        .collect()
}
