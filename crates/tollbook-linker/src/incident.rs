//! From the tellings of one incident to the incident: place, time, blame, what is disputed.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{
    Affiliation, Aside, Blamed, Claim, Contest, Contradiction, Did, Effect, Figure, Grade,
    Incident, Means, Modality, Place, RelationKind, Step, When,
};

use crate::claimant::Voice;
use crate::figure::figures;
use crate::fold::fold;
use crate::saying::Age;
use crate::telling::{Spoken, Telling, held};

/// A claim of an incident, and when its text family first said so.
struct Line<'a> {
    id: &'a str,
    claim: &'a Claim,
    voice: &'a Voice,
    age: Age<'a>,
}

/// Returns the incident that `tellings` make; `contains` are the ids of those that it sums.
pub(crate) fn incident(id: &str, tellings: &[Telling], contains: Vec<String>) -> Incident {
    let lines = lines(tellings);
    let (contested, confirmed) = dispute(&lines);
    let unheld = lines.iter().filter(|line| !held(line.claim));
    let aside: Vec<Aside> = unheld
        .map(|line| aside(line.id, line.claim, line.voice))
        .collect();
    let mut figures = figures(tellings);
    for figure in &mut figures {
        if !contested.is_empty() {
            figure.grade = Grade::Contested;
        } else if confirmed.contains(&figure.effect) {
            figure.grade = Grade::Confirmed;
        }
        let beside = aside.iter().filter(|aside| is_beside(aside, figure));
        let claims: Vec<String> = beside.map(|aside| aside.claim.clone()).collect();
        if !claims.is_empty() {
            let did = Did::SetNoFigure;
            figure.steps.push(Step { did, claims });
        }
    }
    let means = lines
        .iter()
        .flat_map(|line| line.claim.means.iter().copied());
    let reports = tellings.iter().map(|telling| telling.teller.report.clone());
    Incident {
        id: id.to_owned(),
        places: places(&lines),
        when: When {
            from: lines.iter().filter_map(|line| line.claim.when.from).min(),
            to: lines.iter().filter_map(|line| line.claim.when.to).max(),
        },
        means: means.collect::<BTreeSet<Means>>().into_iter().collect(),
        reports: reports.collect(),
        claims: lines.iter().map(|line| line.id.to_owned()).collect(),
        blamed: blamed(&lines),
        contradictions: contradictions(tellings, &figures, &aside),
        figures,
        aside,
        contains,
        contested,
        one_sided: one_side(&lines),
    }
}

/// Words of a text family that are one however often they are copied: whose, how, of what.
type Word<'a> = (&'a str, usize, Modality, Effect);

/// Returns the claims of `tellings`, in the order of adding and of reading.
fn lines<'a>(tellings: &[Telling<'a>]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line> = Vec::new();
    // A copy of an old denial is no new one.
    let mut first: BTreeMap<Word, (Age, Vec<usize>)> = BTreeMap::new();
    for telling in tellings {
        let age = telling.teller.age();
        for Spoken { id, claim, voice } in telling.claims.iter().copied() {
            let family = telling.teller.family.as_str();
            let word = (family, voice.claimant_number, claim.modality, claim.effect);
            let (oldest, said) = first.entry(word).or_insert((age, Vec::new()));
            *oldest = age.min(*oldest);
            said.push(lines.len());
            lines.push(Line {
                id,
                claim,
                voice,
                age,
            });
        }
    }
    for (oldest, said) in first.into_values() {
        for number in said {
            lines[number].age = oldest;
        }
    }
    lines
}

/// Returns a claim as it is shown beside figures.
pub(crate) fn aside(id: &str, claim: &Claim, voice: &Voice) -> Aside {
    Aside {
        claim: id.to_owned(),
        claimant: voice.claimant.clone(),
        effect: claim.effect,
        count: claim.count,
        categories: claim.categories.clone(),
        modality: claim.modality,
    }
}

/// Returns whether a claim without a figure speaks of what `figure` counts.
fn is_beside(aside: &Aside, figure: &Figure) -> bool {
    let carries = |category| aside.categories.contains(&category);
    aside.effect == figure.effect && figure.category.is_none_or(carries)
}

/// Returns each name of the place once, as first told; a country without a name only where nothing
/// better is told.
fn places(lines: &[Line]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut known = BTreeSet::new();
    for place in lines.iter().filter_map(|line| line.claim.place.as_ref()) {
        let name = fold(&place.name);
        let told = (name.clone(), place.country.clone());
        if (place.country.is_none() && known.iter().any(|(other, _)| *other == name))
            || !known.insert(told)
        {
            continue;
        }
        places.push(place.clone());
    }
    let named = places.iter().any(|place| !fold(&place.name).is_empty());
    places.retain(|place| !named || !fold(&place.name).is_empty());
    places
}

/// Returns who is blamed, and by whom.
fn blamed(lines: &[Line]) -> Vec<Blamed> {
    let mut blamed: BTreeMap<Option<&str>, Blamed> = BTreeMap::new();
    let (mut heard, mut worded) = (BTreeSet::new(), BTreeSet::new());
    for line in lines.iter().filter(|line| held(line.claim)) {
        let actor = line.claim.actors.perpetrator.as_deref();
        let words = line.claim.perpetrator.as_deref();
        if actor.is_none() && words.is_none() {
            continue;
        }
        let blame = blamed.entry(actor).or_insert_with(|| Blamed {
            actor: actor.map(str::to_owned),
            words: Vec::new(),
            claimants: Vec::new(),
            claims: Vec::new(),
        });
        blame.claims.push(line.id.to_owned());
        if heard.insert((actor, line.voice.claimant_number)) {
            blame.claimants.push(line.voice.claimant.clone());
        }
        if let Some(words) = words.filter(|words| worded.insert((actor, fold(words)))) {
            blame.words.push(words.to_owned());
        }
    }
    blamed.into_values().collect()
}

/// Returns why the incident is contested, and the effects that an alleged perpetrator accepts. The
/// newest word of each alleged perpetrator stands.
fn dispute(lines: &[Line]) -> (Vec<Contest>, BTreeSet<Effect>) {
    let alleged: BTreeSet<&str> = lines
        .iter()
        .filter_map(|line| line.claim.actors.perpetrator.as_deref())
        .collect();
    let mut contested = Vec::new();
    let mut confirmed = BTreeSet::new();
    for actor in alleged.into_iter().map(Some).chain([None]) {
        let own = lines.iter().filter(|line| speaks_for(line, actor));
        let denials = own
            .clone()
            .filter(|line| line.claim.modality == Modality::Denied);
        let denial = denials.max_by_key(|line| &line.age);
        let accepts = own.filter(|line| accepts(line, actor));
        let accepted = accepts.clone().map(|line| &line.age).max();
        match denial {
            Some(denial) if accepted.is_none_or(|accepted| *accepted <= denial.age) => {
                contested.push(Contest::Denied {
                    claimant: denial.voice.claimant.clone(),
                    claim: denial.id.to_owned(),
                });
            }
            _ => confirmed.extend(accepts.map(|line| line.claim.effect)),
        }
    }
    contested.extend(
        blamed_on_different_actors(lines)
            .into_iter()
            .map(|actors| Contest::BlamedOnDifferentActors { actors }),
    );
    (contested, confirmed)
}

/// Returns whether the line is said by `actor`, or by someone on the side of it, not by an outlet. An
/// actor without an id (`None`) is known by the same words in the claim.
fn speaks_for(line: &Line, actor: Option<&str>) -> bool {
    let claimant = &line.voice.claimant;
    match actor {
        Some(_) => {
            line.voice.named
                && (claimant.affiliation.party() == actor || claimant.id.as_deref() == actor)
        }
        None => {
            let words = line.claim.perpetrator.as_deref();
            line.voice.named
                && line.claim.actors.perpetrator.is_none()
                && words.is_some_and(|words| fold(words) == fold(&claimant.text))
        }
    }
}

/// Returns whether the line says, without a hedge, that `actor` did it.
fn accepts(line: &Line, actor: Option<&str>) -> bool {
    line.claim.modality == Modality::Asserted && line.claim.actors.perpetrator.as_deref() == actor
}

/// Returns the actors on whom different claimants blame the same harm: the same effect on victims who
/// are not known to be of different sides. A claimant who blames several (a battle) blames none alone.
fn blamed_on_different_actors(lines: &[Line]) -> Option<Vec<String>> {
    type Blame<'a> = BTreeMap<usize, BTreeSet<&'a str>>;
    let mut harms: BTreeMap<(Effect, Option<&str>), Blame> = BTreeMap::new();
    for line in lines.iter().filter(|line| held(line.claim)) {
        let actors = &line.claim.actors;
        if let Some(actor) = actors.perpetrator.as_deref() {
            let harm = (line.claim.effect, actors.victims.as_deref());
            let blame = harms.entry(harm).or_default();
            let claimant = line.voice.claimant_number;
            blame.entry(claimant).or_default().insert(actor);
        }
    }
    let mut actors: BTreeSet<&str> = BTreeSet::new();
    for ((effect, _), blame) in &harms {
        let unknown = harms.get(&(*effect, None));
        let mut together = blame.clone();
        for (claimant, blamed) in unknown.into_iter().flatten() {
            together.entry(*claimant).or_default().extend(blamed);
        }
        let alone: BTreeSet<&str> = together
            .values()
            .filter(|blamed| blamed.len() == 1)
            .flatten()
            .copied()
            .collect();
        if alone.len() > 1 {
            actors.extend(alone);
        }
    }
    (!actors.is_empty()).then(|| actors.into_iter().map(str::to_owned).collect())
}

/// Returns the side of a party on which all who say that harm was done stand.
fn one_side(lines: &[Line]) -> Option<Affiliation> {
    let mut sides = lines
        .iter()
        .filter(|line| held(line.claim))
        .map(|line| &line.voice.claimant.affiliation);
    let side = sides.next().filter(|side| side.party().is_some())?;
    sides.all(|other| other == side).then(|| side.clone())
}

/// Returns what cannot be true together.
fn contradictions(tellings: &[Telling], figures: &[Figure], aside: &[Aside]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for telling in tellings {
        let by_id: BTreeMap<&str, (&str, &Claim)> = telling
            .claims
            .iter()
            .map(|told| (told.claim.id.as_str(), (told.id, told.claim)))
            .collect();
        for Spoken { id, claim, .. } in telling.claims.iter().copied() {
            let whole = claim.relation.to.as_deref().and_then(|to| by_id.get(to));
            let Some((whole_id, whole)) = whole else {
                continue;
            };
            let part = claim.relation.kind == RelationKind::Part && whole.effect == claim.effect;
            if let (true, Some(high)) = (part && held(claim) && held(whole), whole.count.high)
                && claim.count.low > high
            {
                found.push(Contradiction::PartLargerThanWhole {
                    part: id.to_owned(),
                    part_low: claim.count.low,
                    whole: (*whole_id).to_owned(),
                    whole_high: high,
                });
            }
        }
    }
    let mut all: Option<&Figure> = None;
    for figure in figures {
        let Some(category) = figure.category else {
            all = Some(figure);
            continue;
        };
        let of_the_same = |all: &&Figure| (all.effect, all.cause) == (figure.effect, figure.cause);
        let all_high = all.filter(of_the_same).and_then(|all| all.high);
        if let Some(all_high) = all_high.filter(|high| figure.low > *high) {
            found.push(Contradiction::CategoryLargerThanAll {
                effect: figure.effect,
                category,
                category_low: figure.low,
                all_high,
            });
        }
    }
    for aside in aside.iter().filter(|a| a.modality == Modality::Negated) {
        let denies = |figure: &&Figure| {
            let category = figure.category;
            aside.effect == figure.effect
                && match aside.categories.as_slice() {
                    [] => category.is_none(),
                    some => category.is_some_and(|category| some.contains(&category)),
                }
        };
        let best = figures
            .iter()
            .filter(denies)
            .map(|figure| figure.best)
            .max();
        if let Some(best) = best.filter(|best| *best > 0) {
            found.push(Contradiction::SaidToBeNone {
                claim: aside.claim.clone(),
                claimant: aside.claimant.clone(),
                effect: aside.effect,
                best,
            });
        }
    }
    found
}
