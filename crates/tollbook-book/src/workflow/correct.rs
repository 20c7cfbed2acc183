//! A field of a claim set to another value, so that the claim stays one.

use serde_json::Value;
use tollbook_terms::{Affiliation, Claim, ClaimName, Claimant, Field, Party, RelationKind, Report};

use crate::error::What;

/// The claims of one report as they were read, with their short ids and names.
pub(crate) struct Siblings<'a> {
    pub(crate) read: &'a [Claim],
    pub(crate) named: &'a [(String, ClaimName)],
}

impl Siblings<'_> {
    /// Returns the value as a decision keeps it. Another claim is named by its short id and an event
    /// by that of a claim in it, since a newer reader may number claims and events otherwise.
    pub(crate) fn to_lasting(&self, field: &str, value: &Value) -> Value {
        self.renamed(field, value, |kind, old| match kind {
            Naming::Claim => self
                .find(|claim| claim.id == old)
                .map(|place| self.named[place].0.clone()),
            Naming::Event => {
                let place = self.find(|claim| claim.event.as_deref() == Some(old));
                place.map(|place| self.named[place].0.clone())
            }
        })
        .unwrap_or_else(|| value.clone())
    }

    /// Returns the value as it stands in a claim of this reading; `None` where it names a claim that
    /// was not read.
    pub(crate) fn to_local(&self, field: &str, value: &Value) -> Option<Value> {
        let mut found = true;
        let local = self.renamed(field, value, |kind, old| {
            let place = self.named.iter().position(|(id, _)| id == old);
            let claim = place.map(|place| &self.read[place]);
            let new = match kind {
                Naming::Claim => claim.map(|claim| claim.id.clone()),
                Naming::Event => claim.and_then(|claim| claim.event.clone()),
            };
            found &= new.is_some() || !old.starts_with("c-");
            new
        });
        found.then(|| local.unwrap_or_else(|| value.clone()))
    }

    fn find(&self, is: impl Fn(&Claim) -> bool) -> Option<usize> {
        self.read.iter().position(is)
    }

    /// Returns `value` with the claim or event that it names named anew; `None` where it names none.
    fn renamed(
        &self,
        field: &str,
        value: &Value,
        anew: impl FnOnce(Naming, &str) -> Option<String>,
    ) -> Option<Value> {
        match field {
            "relation" => {
                let old = value.get("to")?.as_str()?;
                let mut value = value.clone();
                value["to"] = anew(Naming::Claim, old)?.into();
                Some(value)
            }
            "relation.to" => anew(Naming::Claim, value.as_str()?).map(Value::from),
            "event" => anew(Naming::Event, value.as_str()?).map(Value::from),
            _ => None,
        }
    }
}

/// What a value names.
#[derive(Clone, Copy)]
enum Naming {
    Claim,
    Event,
}

/// Returns the value that stands in `field`, by its written name; `count.low` names a part of one.
///
/// # Errors
/// Where a claim has no such field, or one that no reader read.
pub(crate) fn value_of(claim: &Claim, field: &str) -> Result<Value, What> {
    let no_field = || What::NoSuchField {
        field: field.into(),
    };
    let whole = serde_json::to_value(claim).map_err(|_| no_field())?;
    // An id is no statement about harm, and the reasons are those of the reader.
    if field.is_empty() || field == "id" || field.starts_with("why") {
        return Err(no_field());
    }
    whole.pointer(&pointer(field)).cloned().ok_or_else(no_field)
}

/// Returns the claim with `value` in `field`; whom its words name follows where the words change.
///
/// # Errors
/// Where the value does not fit the field, or the claim would contradict itself.
pub(crate) fn correct(
    claim: &Claim,
    field: &str,
    value: Value,
    report: &Siblings<'_>,
    parties: &[Party],
) -> Result<Claim, What> {
    let wrong = |why: String| What::WrongValue {
        field: field.into(),
        why,
    };
    let was = value_of(claim, field)?;
    if was.is_number() && !value.is_number() {
        return Err(wrong(format!("expected a number, but found {value}")));
    }
    let mut whole = serde_json::to_value(claim).map_err(|error| wrong(error.to_string()))?;
    if let Some(place) = whole.pointer_mut(&pointer(field)) {
        *place = value.clone();
    }
    let mut corrected: Claim =
        serde_json::from_value(whole).map_err(|error| wrong(error.to_string()))?;
    corrected.categories.sort_unstable();
    corrected.categories.dedup();
    corrected.means.sort_unstable();
    corrected.means.dedup();
    // What the claim does not take over would be lost without a word.
    if !is_kept(&value, &value_of(&corrected, field)?) {
        return Err(wrong(format!(
            "it would be kept as {}",
            value_of(&corrected, field)?
        )));
    }
    match field {
        "claimant" => corrected.actors.claimants = claimants(&corrected, report, parties),
        "perpetrator" => corrected.actors.perpetrator = perpetrator(&corrected, report, parties),
        _ => {}
    }
    if corrected
        .count
        .high
        .is_some_and(|high| high < corrected.count.low)
    {
        return Err(wrong("expected low to be at most high".into()));
    }
    if let (Some(from), Some(to)) = (corrected.when.from, corrected.when.to)
        && from > to
    {
        return Err(wrong(
            "expected the first day not to be after the last".into(),
        ));
    }
    let country = corrected
        .place
        .as_ref()
        .and_then(|place| place.country.as_deref());
    if country.is_some_and(|code| code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()))
    {
        return Err(wrong(
            "expected a country as two capitals (ISO 3166-1)".into(),
        ));
    }
    check_relation(&corrected, report).map_err(wrong)?;
    Ok(corrected)
}

/// Checks that the words of a claim stand where it says.
///
/// # Errors
/// Where they do not.
pub(crate) fn check_words(claim: &Claim, report: &Report, field: &str) -> Result<(), What> {
    let text = match claim.quote.field {
        Field::Text => Some(report.text.as_str()),
        Field::Title => report.title.as_deref(),
    };
    let stands = |start: usize, end: usize, words: &str| {
        text.and_then(|text| text.get(start..end))
            .is_some_and(|stood| stood == words)
    };
    let (quote, number) = (&claim.quote, &claim.number);
    if stands(quote.start, quote.end, &quote.text) && stands(number.start, number.end, &number.text)
    {
        return Ok(());
    }
    Err(What::WrongValue {
        field: field.into(),
        why: "the words do not stand at these bytes of the report".into(),
    })
}

fn check_relation(claim: &Claim, report: &Siblings<'_>) -> Result<(), String> {
    match (claim.relation.kind, claim.relation.to.as_deref()) {
        (RelationKind::Whole, None) => Ok(()),
        (RelationKind::Whole, Some(_)) => {
            Err("expected no other claim beside the kind whole".into())
        }
        (kind, None) => Err(format!("expected the claim that it is {kind} to")),
        (_, Some(to)) if to == claim.id => {
            Err("expected another claim than the claim itself".into())
        }
        (_, Some(to)) => match report.find(|other| other.id == to) {
            Some(_) => Ok(()),
            None => Err(format!("the report has no claim {to}")),
        },
    }
}

/// Returns the chain of those who say so, when the words for the nearest of them were corrected.
fn claimants(claim: &Claim, report: &Siblings<'_>, parties: &[Party]) -> Vec<Claimant> {
    let outlet = claim.actors.claimants.last().cloned();
    let Some(words) = &claim.claimant else {
        return outlet.into_iter().collect();
    };
    let known = report.read.iter().flat_map(|other| &other.actors.claimants);
    let known = known
        .into_iter()
        .find(|known| known.text == *words)
        .cloned();
    let nearest = known.unwrap_or_else(|| {
        let party = named_by(words, parties);
        Claimant {
            text: words.clone(),
            id: party.map(|party| party.id.clone()),
            affiliation: party.map_or(Affiliation::Unknown, |party| {
                Affiliation::Party(party.id.clone())
            }),
        }
    });
    std::iter::once(nearest).chain(outlet).collect()
}

/// Returns the neutral id of the alleged perpetrator, when the words were corrected.
fn perpetrator(claim: &Claim, report: &Siblings<'_>, parties: &[Party]) -> Option<String> {
    let words = claim.perpetrator.as_deref()?;
    let known = report
        .read
        .iter()
        .find(|other| other.perpetrator.as_deref() == Some(words));
    match known {
        Some(known) => known.actors.perpetrator.clone(),
        None => named_by(words, parties).map(|party| party.id.clone()),
    }
}

/// Returns the party that `words` name, letter by letter but for case; whoever is not named so is
/// unknown, never guessed.
fn named_by<'a>(words: &str, parties: &'a [Party]) -> Option<&'a Party> {
    let words = words.to_lowercase();
    parties.iter().find(|party| {
        let names = party
            .names
            .iter()
            .chain(&party.demonyms)
            .chain(&party.bodies)
            .chain(&party.outlets);
        names.into_iter().any(|name| name.to_lowercase() == words)
    })
}

/// Returns whether all that was given stands in what is kept.
fn is_kept(given: &Value, kept: &Value) -> bool {
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => given.iter().all(|(name, value)| {
            kept.get(name)
                .map_or(value.is_null(), |kept| is_kept(value, kept))
        }),
        (Value::Array(given), Value::Array(kept)) => {
            let mut given: Vec<&Value> = given.iter().collect();
            if given.iter().all(|value| value.is_string()) {
                // Lists of closed values are kept sorted, each value once.
                given.sort_by_key(|value| position(kept, value));
                given.dedup();
            }
            given.len() == kept.len()
                && given
                    .iter()
                    .zip(kept)
                    .all(|(given, kept)| is_kept(given, kept))
        }
        (given, kept) => given == kept,
    }
}

fn position(list: &[Value], value: &Value) -> usize {
    list.iter()
        .position(|other| other == value)
        .unwrap_or(usize::MAX)
}

fn pointer(field: &str) -> String {
    format!("/{}", field.replace('/', "~1").replace('.', "/"))
}
