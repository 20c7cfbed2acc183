//! Decisions applied to the claims of one report: rejected, confirmed, corrected.

use std::collections::BTreeMap;

use tollbook_terms::{Act, Claim, ClaimName, Field, Hash, Subject, short_id};

use super::correct;
use super::replay::{Link, Replayed};
use crate::error::What;
use crate::sql::readings::MadeClaim;
use crate::sql::reports::Kept;

/// A version of a report, by what its claims are named by.
pub(crate) struct Told<'a> {
    /// Id of the report.
    pub(crate) report: &'a str,
    /// Hash of its text.
    pub(crate) text: Hash,
    /// Hash of its title, where it has one.
    pub(crate) title: Option<Hash>,
}

impl Told<'_> {
    /// Returns what the claims of a version are named by.
    ///
    /// # Errors
    /// Where its hashes are damaged.
    pub(crate) fn of(kept: &Kept) -> Result<Told<'_>, What> {
        let damaged = |_| What::damaged(format!("the hashes of report number {}", kept.nr));
        let title = kept.title_hash.as_ref().map(|hash| hash.parse());
        Ok(Told {
            report: &kept.report,
            text: kept.text_hash.parse().map_err(damaged)?,
            title: title.transpose().map_err(damaged)?,
        })
    }
}

/// Returns the claims that a reader made, with the decisions about them applied and without their
/// reasons, which stay in the reading.
pub(crate) fn apply(told: &Told<'_>, read: &[Claim], replayed: &Replayed) -> Vec<MadeClaim> {
    let named = name(told, read);
    let claims = named.iter().zip(read).map(|((id, name), claim)| {
        let mut made = MadeClaim {
            id: id.clone(),
            claim: Claim {
                why: Vec::new(),
                ..claim.clone()
            },
            rejected_by: None,
            confirmed_by: None,
            corrected: Vec::new(),
        };
        for link in replayed.about_claim(told.report, name) {
            take(&mut made, link, read, &named, replayed);
        }
        made
    });
    claims.collect()
}

/// Returns the short id and the lasting name of each claim. Decisions know claims by their names,
/// so claims of one name are decided together; their ids differ all the same.
pub(crate) fn name(told: &Told<'_>, read: &[Claim]) -> Vec<(String, ClaimName)> {
    let mut met: BTreeMap<ClaimName, u64> = BTreeMap::new();
    let named = read.iter().map(|claim| {
        let text = match claim.quote.field {
            Field::Text => told.text,
            Field::Title => told.title.unwrap_or(told.text),
        };
        let name = ClaimName::of(text, claim);
        let again = met.entry(name.clone()).or_default();
        let mut hash = name.hash(told.report);
        if *again > 0 {
            hash = Hash::of_fields(&[&hash.0, &again.to_be_bytes()]);
        }
        *again += 1;
        (short_id('c', &hash), name)
    });
    named.collect()
}

fn take(
    made: &mut MadeClaim,
    link: &Link,
    read: &[Claim],
    named: &[(String, ClaimName)],
    replayed: &Replayed,
) {
    match &link.decision.act {
        Act::Reject { .. } => made.rejected_by = Some(link.id.clone()),
        // A confirmed incident is not each of its claims confirmed.
        Act::Confirm {
            subject: Subject::Incident { .. },
        } => {}
        Act::Confirm { .. } => made.confirmed_by = Some(link.id.clone()),
        Act::Correct { field, value, .. } => {
            // A correction that no longer fits is not applied; its decision is listed as such.
            let report = correct::Siblings { read, named };
            let corrected = report.to_local(field, value).and_then(|value| {
                correct::correct(&made.claim, field, value, &report, &replayed.parties).ok()
            });
            if let Some(claim) = corrected {
                made.claim = claim;
                made.corrected.push((field.clone(), link.id.clone()));
            }
        }
        Act::SetParty { .. } | Act::DropParty { .. } | Act::Undo { .. } => {}
    }
}
