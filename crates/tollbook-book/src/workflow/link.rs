//! All reports and decisions together: which version stands, families, incidents, what is beside.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::{Map, Value};
use tollbook_linker::{Teller, link_each};
use tollbook_terms::{Act, Affiliation, ClaimName, Hash, Published, Subject, short_id};

use super::families::{Sheet, families};
use super::replay::{Link, Replayed};
use crate::error::What;
use crate::sql::linked::{self, Candidate, MadeDecision, MadeReport};
use crate::sql::reports;

/// Makes everything anew that is made of all reports and decisions together.
pub(crate) fn link(db: &Connection, replayed: &Replayed) -> Result<(), What> {
    linked::clear(db)?;
    let standing = standing(db, replayed)?;
    let mut tellers = Vec::new();
    let mut numbers = Vec::new();
    for (report, at) in &standing {
        linked::put_report(db, report)?;
        if report.rejected_by.is_none() {
            tellers.push(teller(db, report, at)?);
            numbers.push(report.nr);
        }
    }
    drop(standing);
    let claims = |teller: usize| linked::standing_claims(db, numbers[teller]);
    let mut store = linked::Store::new(db);
    link_each(&tellers, claims, |piece| store.put(&piece))?;
    decide(db, replayed)?;
    linked::put_parties(db, &replayed.parties)
}

/// Returns every report by the version of it that stands, in the order of adding, and when it spoke.
fn standing(db: &Connection, replayed: &Replayed) -> Result<Vec<(MadeReport, String)>, What> {
    let mut chosen: Vec<(MadeReport, Candidate)> = Vec::new();
    linked::each_candidate(db, |candidate| {
        let bytes: Hash = candidate
            .bytes_hash
            .parse()
            .map_err(|_| What::damaged(format!("the hash of report number {}", candidate.nr)))?;
        let mut made = MadeReport {
            report: candidate.report.clone(),
            id: reports::id_of(&candidate.report),
            nr: candidate.nr,
            first_nr: candidate.nr,
            versions: candidate.version,
            ..MadeReport::default()
        };
        for link in replayed.about_version(&candidate.report, &bytes) {
            match link.decision.act {
                Act::Reject { .. } => made.rejected_by = Some(link.id.clone()),
                Act::Confirm { .. } => made.confirmed_by = Some(link.id.clone()),
                _ => {}
            }
        }
        match chosen.last_mut() {
            Some((before, _)) if before.report == made.report => {
                before.versions = made.versions;
                // The newest version that nobody rejected stands; where all are, the newest.
                if made.rejected_by.is_none() || before.rejected_by.is_some() {
                    made.first_nr = before.first_nr;
                    chosen.pop();
                    chosen.push((made, candidate));
                }
            }
            _ => chosen.push((made, candidate)),
        }
        Ok(())
    })?;
    chosen.sort_by_key(|(report, _)| report.first_nr);
    let mut reports = Vec::new();
    let mut sheets = Vec::new();
    for (mut report, candidate) in chosen {
        let at = describe(&mut report, &candidate)?;
        reports.push((report, at));
        sheets.push(Sheet {
            text: candidate.text_hash,
            signature: candidate.signature,
        });
    }
    name_families(&mut reports, sheets);
    Ok(reports)
}

/// Takes over what is known of the version that stands; returns when it spoke.
fn describe(report: &mut MadeReport, candidate: &Candidate) -> Result<String, What> {
    let place = || format!("the metadata of report number {}", candidate.nr);
    let mut fields: Map<String, Value> = linked::parse(&candidate.metadata, place)?;
    let mut field = |name: &str| match fields.remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    report.outlet = field("outlet");
    report.title = field("title");
    report.url = field("url");
    report.language = field("language");
    report.published = field("published");
    let published = report.published.as_deref().map(str::parse::<Published>);
    Ok(match published {
        Some(Ok(published)) => match published.moment() {
            Some(moment) => moment.to_string(),
            None => published.date().to_string(),
        },
        Some(Err(_)) => return Err(What::damaged(place())),
        None => match candidate.added_at.parse::<Timestamp>() {
            Ok(moment) => moment.to_string(),
            Err(_) => {
                return Err(What::damaged(format!(
                    "the time of report number {}",
                    candidate.nr
                )));
            }
        },
    })
}

/// Names the family of each report by the report in it that was added first. A rejected report is
/// in no family but its own: it must not bring others together.
fn name_families(reports: &mut [(MadeReport, String)], sheets: Vec<Sheet>) {
    let (places, sheets): (Vec<usize>, Vec<Sheet>) = sheets
        .into_iter()
        .enumerate()
        .filter(|(place, _)| reports[*place].0.rejected_by.is_none())
        .unzip();
    let firsts = families(&sheets);
    let mut copies: BTreeMap<usize, i64> = BTreeMap::new();
    for first in &firsts {
        *copies.entry(*first).or_default() += 1;
    }
    for (report, _) in reports.iter_mut() {
        report.family = report.id.clone();
        report.copies = 1;
    }
    for (place, first) in places.iter().zip(&firsts) {
        reports[*place].0.family = reports[places[*first]].0.id.clone();
        reports[*place].0.copies = copies[first];
    }
}

fn teller(db: &Connection, report: &MadeReport, at: &str) -> Result<Teller, What> {
    let first = linked::first_standing_claim(db, report.nr)?;
    // The chain of claimants ends with the outlet, whom the reader has looked up.
    let outlet = first.and_then(|claim| claim.actors.claimants.into_iter().next_back());
    Ok(Teller {
        report: report.report.clone(),
        order: report.first_nr.unsigned_abs(),
        family: report.family.clone(),
        at: at.to_owned(),
        outlet: report.outlet.clone(),
        outlet_affiliation: outlet.map_or(Affiliation::Unknown, |outlet| outlet.affiliation),
    })
}

/// Stores what became of each decision, and which incidents are confirmed.
fn decide(db: &Connection, replayed: &Replayed) -> Result<(), What> {
    for link in &replayed.chain {
        let mut found = is_found(db, link)?;
        if let Act::Confirm {
            subject: Subject::Incident { claims },
        } = &link.decision.act
        {
            let incidents = claim_ids(claims).map(|claim| linked::incident_of(db, &claim));
            let incidents: Vec<Option<i64>> = incidents.collect::<Result<_, _>>()?;
            let first = incidents.first().copied().flatten();
            found = first.is_some() && incidents.iter().all(|incident| *incident == first);
            if let (true, None, Some(incident)) = (found, &link.undone_by, first) {
                linked::confirm_incident(db, incident, &link.id)?;
            }
        }
        let act = &link.decision.act;
        let outcome = MadeDecision {
            nr: link.nr,
            id: link.id.clone(),
            act: act_name(act),
            about: about(act),
            undone_by: link.undone_by.clone(),
            found,
        };
        linked::put_decision(db, &outcome)?;
    }
    Ok(())
}

/// Returns whether what a decision is about is still there, in the version of its report that
/// stands, and a correction still fits.
fn is_found(db: &Connection, link: &Link) -> Result<bool, What> {
    let act = &link.decision.act;
    let (Act::Confirm { subject } | Act::Correct { subject, .. } | Act::Reject { subject }) = act
    else {
        return Ok(true);
    };
    match subject {
        Subject::Report { .. } => Ok(true),
        Subject::Incident { claims } => {
            for claim in claim_ids(claims) {
                if linked::corrections(db, &claim)?.is_none() {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Subject::Claim { report, claim } => {
            let id = short_id('c', &claim.hash(report));
            Ok(match linked::corrections(db, &id)? {
                Some(corrected) => {
                    let is_correction = matches!(act, Act::Correct { .. });
                    let is_applied = corrected.iter().any(|(_, by)| *by == link.id);
                    is_applied || !is_correction || link.undone_by.is_some()
                }
                None => false,
            })
        }
    }
}

/// Returns the short ids of claims that a decision names.
fn claim_ids(claims: &[(String, ClaimName)]) -> impl Iterator<Item = String> {
    claims
        .iter()
        .map(|(report, name)| short_id('c', &name.hash(report)))
}

/// Returns the written name of what was done.
fn act_name(act: &Act) -> &'static str {
    match act {
        Act::Confirm { .. } => "confirm",
        Act::Correct { .. } => "correct",
        Act::Reject { .. } => "reject",
        Act::SetParty { .. } => "set_party",
        Act::DropParty { .. } => "drop_party",
        Act::Undo { .. } => "undo",
    }
}

fn about(act: &Act) -> &'static str {
    match act {
        Act::Confirm { subject } | Act::Correct { subject, .. } | Act::Reject { subject } => {
            match subject {
                Subject::Claim { .. } => "claim",
                Subject::Incident { .. } => "incident",
                Subject::Report { .. } => "report",
            }
        }
        Act::SetParty { .. } | Act::DropParty { .. } => "party",
        Act::Undo { .. } => "decision",
    }
}
