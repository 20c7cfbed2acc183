//! What is asked of a book: one thing by its id, words, a toll.

use std::collections::BTreeSet;

use rusqlite::Connection;
use tollbook_linker::Reckoning;
use tollbook_terms::{Act, Incident, Question, Subject, Toll, short_id};

use crate::error::What;
use crate::plain::plain;
use crate::rows::{
    Answer, ClaimFilter, ClaimRow, DecisionRow, Found, IncidentRow, Shown, ShownClaim,
    ShownIncident, ShownReport, VersionRow,
};
use crate::sql::linked::{self, parse};
use crate::sql::lists::{self, Meant};
use crate::sql::reports::{self, Kept};
use crate::sql::{decisions, readings};

/// How many things an id could be are named, where it could be several.
const NAMED: u32 = 4;

/// Returns the one thing that an id means.
///
/// # Errors
/// Where nothing has the id, or several things could be meant.
pub(crate) fn find(db: &Connection, id: &str) -> Result<Meant, What> {
    let mut meant = if id.is_empty() {
        Vec::new()
    } else {
        lists::meant(db, id, NAMED)?
    };
    match meant.len() {
        0 => Err(What::NoSuchId(id.into())),
        1 => Ok(meant.remove(0)),
        _ => Err(What::Ambiguous {
            id: id.into(),
            could_be: meant.iter().map(|meant| meant.id().to_owned()).collect(),
        }),
    }
}

/// Returns one thing with all that stands behind it.
pub(crate) fn show(db: &Connection, id: &str) -> Result<Shown, What> {
    let gone = || What::NoSuchId(id.into());
    match find(db, id)? {
        Meant::Report(report, _) => {
            show_report(db, &report).map(|shown| Shown::Report(Box::new(shown)))
        }
        Meant::Claim(id) => {
            let (nr, row) = lists::claim(db, &id)?.ok_or_else(gone)?;
            let kept = reports::by_nr(db, nr)?.ok_or_else(gone)?;
            let reading = readings::by_nr(db, nr)?.ok_or_else(gone)?;
            let place = lists::claim_ids(db, nr)?
                .iter()
                .position(|other| *other == id);
            let read = place.and_then(|place| reading.claims().ok()?.into_iter().nth(place));
            Ok(Shown::Claim(Box::new(ShownClaim {
                why: read.map(|claim| claim.why).unwrap_or_default(),
                report: kept.decoded()?,
                decisions: decisions_about(db, |decision| decision.about.contains(&row.id))?,
                row,
            })))
        }
        Meant::Incident(id) => {
            let (json, confirmed_by) = lists::incident(db, &id)?.ok_or_else(gone)?;
            let incident: Incident = parse(&json, || format!("incident {id}"))?;
            let claims = incident
                .claims
                .iter()
                .map(|claim| match lists::claim(db, claim)? {
                    Some((_, row)) => Ok(row),
                    None => Err(What::damaged(format!("claim {claim} of incident {id}"))),
                });
            let claims: Vec<ClaimRow> = claims.collect::<Result<_, What>>()?;
            let is_about = |decision: &DecisionRow| {
                let about = &decision.about;
                !about.is_empty() && about.iter().all(|claim| incident.claims.contains(claim))
            };
            Ok(Shown::Incident(Box::new(ShownIncident {
                decisions: decisions_about(db, is_about)?,
                claims,
                row: IncidentRow {
                    incident,
                    confirmed_by,
                },
            })))
        }
        Meant::Decision(id) => {
            let decision = decisions_about(db, |decision| decision.id == id)?.pop();
            Ok(Shown::Decision(Box::new(decision.ok_or_else(gone)?)))
        }
    }
}

fn show_report(db: &Connection, report: &str) -> Result<ShownReport, What> {
    let row = lists::report(db, report)?.ok_or_else(|| What::NoSuchId(report.into()))?;
    let kept = reports::versions(db, report)?;
    let stands = kept.iter().find(|kept| kept.version == row.version);
    let stands = stands.ok_or_else(|| What::damaged(format!("report {report}")))?;
    let mut claims = Vec::new();
    let filter = ClaimFilter {
        report: Some(row.id.clone()),
        rejected: true,
        ..ClaimFilter::default()
    };
    lists::each_claim(db, &filter, |claim| {
        claims.push(claim);
        Ok(true)
    })?;
    let mut copies = lists::family(db, &row.family)?;
    copies.retain(|copy| *copy != row.id);
    Ok(ShownReport {
        report: stands.decoded()?,
        versions: kept
            .iter()
            .map(|kept| version(kept, row.version))
            .collect::<Result<_, _>>()?,
        claims,
        copies,
        decisions: decisions_about(db, |decision| decision.about.contains(&row.id))?,
        row,
    })
}

fn version(kept: &Kept, stands: u32) -> Result<VersionRow, What> {
    let hash = |hash: &str| {
        hash.parse()
            .map_err(|_| What::damaged(format!("a hash of report {}", kept.report)))
    };
    Ok(VersionRow {
        version: kept.version,
        added_at: kept.added_at.clone(),
        source: kept.source.clone(),
        bytes: hash(&kept.bytes_hash)?,
        text: hash(&kept.text_hash)?,
        stands: kept.version == stands,
    })
}

/// Hands over the claims in the order of adding and of reading, until `take` returns false.
///
/// # Errors
/// Where the filter names a report that is not there.
pub(crate) fn each_claim(
    db: &Connection,
    filter: &ClaimFilter,
    take: impl FnMut(ClaimRow) -> Result<bool, What>,
) -> Result<(), What> {
    let report = match &filter.report {
        None => None,
        Some(asked) => match find(db, asked)? {
            Meant::Report(report, _) => Some(report),
            other => {
                return Err(What::WrongKind {
                    id: asked.clone(),
                    found: other.kind(),
                    expected: "a report",
                });
            }
        },
    };
    let filter = ClaimFilter {
        report,
        ..filter.clone()
    };
    lists::each_claim(db, &filter, take)
}

/// Hands over the decisions in the order of the chain, until `take` returns false.
pub(crate) fn each_decision(
    db: &Connection,
    mut take: impl FnMut(DecisionRow) -> Result<bool, What>,
) -> Result<(), What> {
    let mut goes_on = true;
    decisions::each(db, |kept| {
        if !goes_on {
            return Ok(());
        }
        let kept = kept?;
        let (hash, decision) = kept.decoded()?;
        let became = lists::became(db, kept.nr)?;
        goes_on = take(DecisionRow {
            id: short_id('d', &hash),
            nr: kept.nr.unsigned_abs(),
            hash,
            about: about(&decision.act),
            decision,
            undone_by: became.as_ref().and_then(|became| became.undone_by.clone()),
            found: became.is_none_or(|became| became.found),
        })?;
        Ok(())
    })
}

fn decisions_about(
    db: &Connection,
    is_about: impl Fn(&DecisionRow) -> bool,
) -> Result<Vec<DecisionRow>, What> {
    let mut decisions = Vec::new();
    each_decision(db, |decision| {
        if is_about(&decision) {
            decisions.push(decision);
        }
        Ok(true)
    })?;
    Ok(decisions)
}

/// Returns the ids of what an act is about, as the book shows them.
fn about(act: &Act) -> Vec<String> {
    match act {
        Act::Confirm { subject } | Act::Correct { subject, .. } | Act::Reject { subject } => {
            match subject {
                Subject::Claim { report, claim } => vec![short_id('c', &claim.hash(report))],
                Subject::Incident { claims } => claims
                    .iter()
                    .map(|(report, claim)| short_id('c', &claim.hash(report)))
                    .collect(),
                Subject::Report { report, .. } => vec![reports::id_of(report)],
            }
        }
        Act::SetParty { party } => vec![party.id.clone()],
        Act::DropParty { id } => vec![id.clone()],
        Act::Undo { decision } => vec![short_id('d', decision)],
    }
}

/// Returns the reports in which all `words` are found, the best first.
///
/// Words in quotation marks stand together; a star behind a word stands for any ending.
pub(crate) fn search(db: &Connection, words: &str, limit: u32) -> Result<Vec<Found>, What> {
    let expression = expression(words).ok_or(What::NoWords)?;
    lists::search(db, &expression, limit)
}

/// Returns the expression of the index for what a person types; `None` where that has no word.
fn expression(words: &str) -> Option<String> {
    let words: String = words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut terms = Vec::new();
    for (place, part) in words.split('"').enumerate() {
        let is_phrase = place % 2 == 1;
        let units: Vec<&str> = if is_phrase {
            vec![part]
        } else {
            part.split_whitespace().collect()
        };
        for unit in units
            .into_iter()
            .filter(|unit| unit.contains(char::is_alphanumeric))
        {
            let (unit, star) = match unit.strip_suffix('*') {
                Some(unit) if !is_phrase => (unit, "*"),
                _ => (unit, ""),
            };
            terms.push(match plain(unit) {
                Some(plain) => format!("(\"{unit}\"{star} OR \"{plain}\"{star})"),
                None => format!("\"{unit}\"{star}"),
            });
        }
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// Answers a question; whether the book is behind is not known here.
pub(crate) fn toll(db: &Connection, question: &Question, reader: &str) -> Result<Answer, What> {
    let (reports, unread) = lists::unread(db)?;
    Ok(Answer {
        toll: reckon(db, question)?,
        reports,
        unread,
        other_reader: readings::by_other_readers(db, reader)?,
        behind: false,
    })
}

fn reckon(db: &Connection, question: &Question) -> Result<Toll, What> {
    let mut reckoning = Reckoning::new(question);
    linked::each(db, |piece| reckoning.take(&piece))?;
    Ok(reckoning.toll())
}

/// Hands over the incidents that a question is about, in the order of adding, until `take` returns
/// false; the default question is about all.
pub(crate) fn each_incident(
    db: &Connection,
    question: &Question,
    take: impl FnMut(IncidentRow) -> Result<bool, What>,
) -> Result<(), What> {
    if *question == Question::default() {
        each_row(db, None, take)
    } else {
        each_incident_of(db, &reckon(db, question)?, take)
    }
}

/// Hands over the incidents that a toll sums, in the order of adding, until `take` returns false.
pub(crate) fn each_incident_of(
    db: &Connection,
    toll: &Toll,
    take: impl FnMut(IncidentRow) -> Result<bool, What>,
) -> Result<(), What> {
    each_row(db, Some(&incidents_of(toll)), take)
}

fn each_row(
    db: &Connection,
    ids: Option<&BTreeSet<String>>,
    mut take: impl FnMut(IncidentRow) -> Result<bool, What>,
) -> Result<(), What> {
    linked::each_incident(db, ids, |incident, confirmed_by| {
        take(IncidentRow {
            incident,
            confirmed_by,
        })
    })
}

fn incidents_of(toll: &Toll) -> BTreeSet<String> {
    let sums = toll.lines.iter().flat_map(|line| {
        let contained = line
            .contained
            .iter()
            .flat_map(|contained| [&contained.whole, &contained.parts]);
        std::iter::once(&line.sum).chain(contained)
    });
    sums.flat_map(|sum| sum.incidents.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_types_becomes_an_expression_that_cannot_break() {
        for (words, expected) in [
            ("mill", Some(r#""mill""#)),
            ("grain  mill", Some(r#""grain" AND "mill""#)),
            (
                r#"the "grain mill" burnt"#,
                Some(r#""the" AND "grain mill" AND "burnt""#),
            ),
            ("burn*", Some(r#""burn"*"#)),
            ("Bərdə", Some(r#"("Bərdə" OR "Barda")"#)),
            ("NOT AND - ( )", Some(r#""NOT" AND "AND""#)),
            (r#"" " ' -- *"#, None),
            ("\u{0}\u{1b}", None),
            (r#"open "end"#, Some(r#""open" AND "end""#)),
        ] {
            assert_eq!(expression(words).as_deref(), expected, "{words}");
        }
    }
}
