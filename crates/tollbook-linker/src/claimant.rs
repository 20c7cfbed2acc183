//! Who says so: when two claimants are one, and for whom a report speaks.

use std::collections::BTreeMap;

use tollbook_terms::{Affiliation, Claim, Claimant};

use crate::Account;
use crate::fold::fold;
use crate::say;

/// What makes two claimants one: the same neutral id, or without one the same folded words on the
/// same side. All bodies that resolve to one id speak as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Actor(String),
    Words(String, Affiliation),
}

impl Key {
    pub(crate) fn of(claimant: &Claimant) -> Key {
        match &claimant.id {
            Some(id) => Key::Actor(id.clone()),
            None => Key::Words(fold(&claimant.text), claimant.affiliation.clone()),
        }
    }
}

/// A claimant with its key.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    pub(crate) key: Key,
    pub(crate) claimant: Claimant,
    /// The report names it; else the outlet speaks for itself.
    pub(crate) named: bool,
}

/// Who speaks for each text family where a report names nobody: the outlet that published it first,
/// for copies of a text are one voice.
pub(crate) struct Outlets<'a>(BTreeMap<&'a str, Voice>);

impl<'a> Outlets<'a> {
    /// Takes the outlet of the earliest report of each family.
    pub(crate) fn of(accounts: &[&'a Account]) -> Outlets<'a> {
        let mut first: BTreeMap<&str, &Account> = BTreeMap::new();
        for account in accounts {
            let known = first.entry(&account.family).or_insert(account);
            if account.age() < known.age() {
                *known = account;
            }
        }
        Outlets(
            first
                .into_iter()
                .map(|(family, account)| (family, outlet(account)))
                .collect(),
        )
    }

    /// Returns who says `claim` in `account`.
    pub(crate) fn voice(&self, account: &Account, claim: &Claim) -> Voice {
        let Some(words) = &claim.claimant else {
            let own = self.0.get(account.family.as_str());
            return own.cloned().unwrap_or_else(|| outlet(account));
        };
        let nearest = claim.actors.claimants.first();
        let claimant = nearest.cloned().unwrap_or_else(|| Claimant {
            text: words.clone(),
            id: None,
            affiliation: Affiliation::Unknown,
        });
        Voice {
            key: Key::of(&claimant),
            claimant,
            named: true,
        }
    }
}

/// Returns the outlet of a report as a claimant; a report without one is a claimant of its own.
fn outlet(account: &Account) -> Voice {
    let claimant = Claimant {
        text: match &account.outlet {
            Some(outlet) => outlet.clone(),
            None => say::no_outlet(&account.report),
        },
        id: None,
        affiliation: account.outlet_affiliation.clone(),
    };
    Voice {
        key: Key::of(&claimant),
        claimant,
        named: false,
    }
}
