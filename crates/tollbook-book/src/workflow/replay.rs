//! The chain of decisions, replayed: which of them hold, and what each is about.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use tollbook_terms::{Act, ClaimName, Decision, Hash, Party, Subject, short_id};

use crate::error::What;
use crate::sql::decisions;
use crate::sql::readings::json;

/// One decision of the chain.
pub(crate) struct Link {
    /// Place in the chain, from 1.
    pub(crate) nr: i64,
    pub(crate) hash: Hash,
    /// Short id.
    pub(crate) id: String,
    pub(crate) decision: Decision,
    /// Short id of the decision that undoes it; `None` where it holds.
    pub(crate) undone_by: Option<String>,
}

/// All decisions, and those that hold by what they are about.
pub(crate) struct Replayed {
    /// In the order of the chain.
    pub(crate) chain: Vec<Link>,
    /// The parties, sorted by id.
    pub(crate) parties: Vec<Party>,
    /// Reports that any decision names, whether it holds or not.
    pub(crate) named: BTreeSet<String>,
    claims: BTreeMap<(String, ClaimName), Vec<usize>>,
    versions: BTreeMap<(String, Hash), Vec<usize>>,
}

impl Replayed {
    /// Returns the decisions that hold about a claim, in the order in which they were made.
    pub(crate) fn about_claim(
        &self,
        report: &str,
        name: &ClaimName,
    ) -> impl Iterator<Item = &Link> {
        let places = self.claims.get(&(report.to_owned(), name.clone()));
        places
            .into_iter()
            .flatten()
            .map(|place| &self.chain[*place])
    }

    /// Returns the decisions that hold about a version of a report, in the order of making.
    pub(crate) fn about_version(&self, report: &str, bytes: &Hash) -> impl Iterator<Item = &Link> {
        let places = self.versions.get(&(report.to_owned(), *bytes));
        places
            .into_iter()
            .flatten()
            .map(|place| &self.chain[*place])
    }

    /// Returns the hash of the parties: readers that know other parties read otherwise.
    pub(crate) fn parties_hash(&self) -> Result<String, What> {
        Ok(Hash::of(json(&self.parties)?.as_bytes()).to_string())
    }
}

/// Replays the chain.
///
/// # Errors
/// Where a decision is damaged.
pub(crate) fn replay(db: &Connection) -> Result<Replayed, What> {
    let mut chain = Vec::new();
    decisions::each(db, |kept| {
        let kept = kept?;
        let (hash, decision) = kept.decoded()?;
        chain.push(Link {
            nr: kept.nr,
            hash,
            id: short_id('d', &hash),
            decision,
            undone_by: None,
        });
        Ok(())
    })?;
    mark_undone(&mut chain);
    let mut replayed = Replayed {
        chain: Vec::new(),
        parties: Vec::new(),
        named: BTreeSet::new(),
        claims: BTreeMap::new(),
        versions: BTreeMap::new(),
    };
    let mut parties = BTreeMap::new();
    for (place, link) in chain.iter().enumerate() {
        let holds = link.undone_by.is_none();
        match &link.decision.act {
            Act::Confirm { subject } | Act::Correct { subject, .. } | Act::Reject { subject } => {
                replayed.file(place, subject, holds);
            }
            Act::SetParty { party } if holds => {
                parties.insert(party.id.clone(), party.clone());
            }
            Act::DropParty { id } if holds => {
                parties.remove(id);
            }
            Act::SetParty { .. } | Act::DropParty { .. } | Act::Undo { .. } => {}
        }
    }
    replayed.parties = parties.into_values().collect();
    replayed.chain = chain;
    Ok(replayed)
}

impl Replayed {
    fn file(&mut self, place: usize, subject: &Subject, holds: bool) {
        let mut claim = |report: &String, name: &ClaimName| {
            self.named.insert(report.clone());
            if holds {
                let claim = (report.clone(), name.clone());
                self.claims.entry(claim).or_default().push(place);
            }
        };
        match subject {
            Subject::Claim {
                report,
                claim: name,
            } => claim(report, name),
            Subject::Incident { claims } => {
                claims.iter().for_each(|(report, name)| claim(report, name));
            }
            Subject::Report { report, bytes } => {
                self.named.insert(report.clone());
                if holds {
                    let version = (report.clone(), *bytes);
                    self.versions.entry(version).or_default().push(place);
                }
            }
        }
    }
}

/// Marks what is undone. The newest decision always holds, so going back from it, whether an undoing
/// holds is known before what it undoes is met: an undone undoing undoes nothing.
fn mark_undone(chain: &mut [Link]) {
    let mut undone: BTreeMap<Hash, String> = BTreeMap::new();
    for link in chain.iter_mut().rev() {
        link.undone_by = undone.remove(&link.hash);
        if let (None, Act::Undo { decision }) = (&link.undone_by, &link.decision.act) {
            undone.insert(*decision, link.id.clone());
        }
    }
}
