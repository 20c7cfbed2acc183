//! What a person decides: checked against the book as it stands, then appended to the chain.

use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::Value;
use tollbook_terms::{Act, Claim, ClaimName, Hash, Party, Report, Subject, short_id};

use super::apply::{Told, name};
use super::ask::find;
use super::correct::{Siblings, check_words, correct, value_of};
use super::make;
use super::replay::Replayed;
use crate::error::What;
use crate::progress::Watch;
use crate::read::ReadStep;
use crate::sql::linked::parse;
use crate::sql::lists::{self, Meant};
use crate::sql::{decisions, readings, reports};

/// What is to be decided. Ids are those that the book shows, or the first letters of one.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// A person checked it against its words.
    Confirm {
        /// A report, a claim or an incident.
        id: String,
    },
    /// A field of a claim was read wrongly.
    Correct {
        /// A claim.
        id: String,
        /// The field, by its written name; `count.low` names a part of one.
        field: String,
        /// The value that is to stand there, in the shape in which a claim is written. Other claims
        /// may be named by their short ids.
        value: Value,
    },
    /// It is no claim or no incident, or the report was added by mistake. Of a report with several
    /// versions the one that stands is rejected, and the one before it stands again.
    Reject {
        /// A report, a claim or an incident.
        id: String,
    },
    /// An earlier decision no longer holds.
    Undo {
        /// A decision.
        id: String,
    },
    /// A party is made, or has other names from now on.
    SetParty(Party),
    /// A party is taken out of the book.
    DropParty {
        /// Its id.
        id: String,
    },
}

/// Who decides, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed<'a> {
    /// Who.
    pub by: &'a str,
    /// Why.
    pub reason: &'a str,
    /// When.
    pub at: Timestamp,
}

/// A decision that is in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Its short id, `d-…`.
    pub id: String,
    /// Its hash: the head of the chain.
    pub hash: Hash,
}

/// Appends a decision; when this returns, it is on the disk.
pub(crate) fn decide(
    db: &Connection,
    step: &ReadStep,
    request: &Request,
    signed: &Signed<'_>,
    watch: &mut Watch<'_>,
) -> Result<Decided, What> {
    if signed.by.trim().is_empty() {
        return Err(What::Unsigned("a name"));
    }
    if signed.reason.trim().is_empty() {
        return Err(What::Unsigned("a reason"));
    }
    let transaction = make::wait_to_write(db, watch)?;
    let replayed = make::make(&transaction, step, watch)?;
    let act = act(&transaction, &replayed, request)?;
    let hash = decisions::append(
        &transaction,
        signed.by,
        &signed.at.to_string(),
        signed.reason,
        &act,
    )?;
    transaction.commit()?;
    Ok(Decided {
        id: short_id('d', &hash),
        hash,
    })
}

fn act(db: &Connection, replayed: &Replayed, request: &Request) -> Result<Act, What> {
    match request {
        Request::Confirm { id } => Ok(Act::Confirm {
            subject: subject(db, id)?,
        }),
        Request::Reject { id } => {
            check_not_rejected(db, id)?;
            Ok(Act::Reject {
                subject: subject(db, id)?,
            })
        }
        Request::Correct { id, field, value } => correction(db, replayed, id, field, value),
        Request::Undo { id } => {
            let meant = find(db, id)?;
            let link = replayed.chain.iter().find(|link| link.id == meant.id());
            let (Meant::Decision(_), Some(link)) = (&meant, link) else {
                return Err(wrong_kind(&meant, "a decision"));
            };
            match &link.undone_by {
                Some(_) => Err(What::UndoneAlready(link.id.clone())),
                None => Ok(Act::Undo {
                    decision: link.hash,
                }),
            }
        }
        Request::SetParty(party) => {
            check_party(party, &replayed.parties)?;
            Ok(Act::SetParty {
                party: party.clone(),
            })
        }
        Request::DropParty { id } => match replayed.parties.iter().any(|party| party.id == *id) {
            true => Ok(Act::DropParty { id: id.clone() }),
            false => Err(What::NoSuchParty(id.clone())),
        },
    }
}

fn subject(db: &Connection, id: &str) -> Result<Subject, What> {
    match find(db, id)? {
        Meant::Report(report, _) => {
            let row = lists::report(db, &report)?.ok_or_else(|| What::NoSuchId(id.into()))?;
            let versions = reports::versions(db, &report)?;
            let stands = versions
                .into_iter()
                .find(|version| version.version == row.version);
            let stands = stands.ok_or_else(|| What::damaged(format!("report {report}")))?;
            let bytes = stands.bytes_hash.parse();
            Ok(Subject::Report {
                bytes: bytes.map_err(|_| What::damaged(format!("the hash of report {report}")))?,
                report,
            })
        }
        Meant::Claim(id) => {
            let (report, claim) = claim_name(db, &id)?;
            Ok(Subject::Claim { report, claim })
        }
        Meant::Incident(id) => {
            let (json, _) = lists::incident(db, &id)?.ok_or_else(|| What::NoSuchId(id.clone()))?;
            let incident: tollbook_terms::Incident = parse(&json, || format!("incident {id}"))?;
            let claims = incident.claims.iter().map(|claim| claim_name(db, claim));
            Ok(Subject::Incident {
                claims: claims.collect::<Result<_, _>>()?,
            })
        }
        meant => Err(wrong_kind(&meant, "a report, a claim or an incident")),
    }
}

fn correction(
    db: &Connection,
    replayed: &Replayed,
    id: &str,
    field: &str,
    value: &Value,
) -> Result<Act, What> {
    let Meant::Claim(id) = find(db, id)? else {
        return Err(wrong_kind(&find(db, id)?, "a claim"));
    };
    let standing = Standing::of(db, &id)?;
    let siblings = Siblings {
        read: &standing.read,
        named: &standing.named,
    };
    let local = siblings
        .to_local(field, value)
        .ok_or_else(|| What::WrongValue {
            field: field.into(),
            why: "the report has no such claim".into(),
        })?;
    let was = value_of(&standing.claim, field)?;
    let corrected = correct(&standing.claim, field, local, &siblings, &replayed.parties)?;
    check_words(&corrected, &standing.report, field)?;
    let now = value_of(&corrected, field)?;
    if now == was {
        return Err(What::SameValue {
            field: field.into(),
        });
    }
    Ok(Act::Correct {
        subject: Subject::Claim {
            report: standing.report.id.clone(),
            claim: standing.name,
        },
        field: field.into(),
        was: siblings.to_lasting(field, &was),
        value: siblings.to_lasting(field, &now),
    })
}

/// A claim of the version that stands, with what is about it.
struct Standing {
    claim: Claim,
    name: ClaimName,
    report: Report,
    read: Vec<Claim>,
    named: Vec<(String, ClaimName)>,
}

impl Standing {
    fn of(db: &Connection, id: &str) -> Result<Standing, What> {
        let (nr, row) = lists::claim(db, id)?.ok_or_else(|| What::NoSuchId(id.into()))?;
        if row.older {
            return Err(What::WrongKind {
                id: id.into(),
                found: "a claim of a version that was replaced",
                expected: "a claim of the version that stands",
            });
        }
        let damaged = || What::damaged(format!("the reading of claim {id}"));
        let kept = reports::by_nr(db, nr)?.ok_or_else(damaged)?;
        let read = readings::by_nr(db, nr)?.ok_or_else(damaged)?.claims()?;
        let named = name(&Told::of(&kept)?, &read);
        let own = named
            .iter()
            .find(|(own, _)| own == id)
            .ok_or_else(damaged)?;
        Ok(Standing {
            claim: row.claim,
            name: own.1.clone(),
            report: kept.decoded()?,
            read,
            named,
        })
    }
}

fn claim_name(db: &Connection, id: &str) -> Result<(String, ClaimName), What> {
    let standing = Standing::of(db, id)?;
    Ok((standing.report.id, standing.name))
}

fn check_not_rejected(db: &Connection, id: &str) -> Result<(), What> {
    let by = match find(db, id)? {
        Meant::Report(report, _) => lists::report(db, &report)?.and_then(|row| row.rejected_by),
        Meant::Claim(id) => lists::claim(db, &id)?.and_then(|(_, row)| row.rejected_by),
        Meant::Incident(_) | Meant::Decision(_) => None,
    };
    match by {
        Some(by) => Err(What::RejectedAlready { id: id.into(), by }),
        None => Ok(()),
    }
}

fn check_party(party: &Party, others: &[Party]) -> Result<(), What> {
    let wrong = |why: String| What::WrongParty {
        id: party.id.clone(),
        why,
    };
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if party.id.is_empty() || !party.id.bytes().all(is_plain) {
        return Err(wrong(
            "its id has other letters than a to z, 0 to 9 and -".into(),
        ));
    }
    if party.names.is_empty() {
        return Err(wrong("it has no name".into()));
    }
    let words = |party: &Party| {
        let lists = [&party.names, &party.demonyms, &party.bodies, &party.outlets];
        let words = lists
            .into_iter()
            .flatten()
            .map(|word| word.trim().to_lowercase());
        words.collect::<Vec<_>>()
    };
    let own = words(party);
    if own.iter().any(String::is_empty) {
        return Err(wrong("one of its names is empty".into()));
    }
    for other in others.iter().filter(|other| other.id != party.id) {
        if let Some(word) = words(other).iter().find(|word| own.contains(word)) {
            return Err(wrong(format!(
                "{word:?} stands for the party {} already",
                other.id
            )));
        }
    }
    Ok(())
}

fn wrong_kind(meant: &Meant, expected: &'static str) -> What {
    What::WrongKind {
        id: meant.id().into(),
        found: meant.kind(),
        expected,
    }
}
