//! Claims and accounts made by hand.

use tollbook_linker::{Account, Linked, Teller, link};
use tollbook_terms::{
    Actors, Affiliation, Basis, Category, Cause, Claim, Claimant, Count, Effect, Field, Figure,
    Incident, Modality, Number, Place, Quote, Relation, RelationKind, Scope, When,
};

/// Returns a claim of an exact count in event A, at Torvale on 6 May 2031.
pub(crate) fn claim(id: &str, effect: Effect, n: u64) -> Hand {
    let text = format!("{n} {effect} ({id})");
    Hand(Claim {
        id: id.to_owned(),
        quote: Quote {
            field: Field::Text,
            start: 0,
            end: text.len(),
            text,
        },
        number: Number {
            start: 0,
            end: n.to_string().len(),
            text: n.to_string(),
        },
        effect,
        count: Count::exact(n),
        categories: Vec::new(),
        victims: Vec::new(),
        relation: Relation::whole(),
        scope: Scope::Incident,
        modality: Modality::Asserted,
        cause: Cause::Violence,
        event: Some("A".to_owned()),
        when: day("2031-05-06"),
        place: Some(place("Torvale")),
        means: Vec::new(),
        perpetrator: None,
        claimant: None,
        actors: Actors::default(),
        why: Vec::new(),
    })
}

pub(crate) fn killed(id: &str, n: u64) -> Hand {
    claim(id, Effect::Killed, n)
}

pub(crate) fn injured(id: &str, n: u64) -> Hand {
    claim(id, Effect::Injured, n)
}

pub(crate) fn place(name: &str) -> Place {
    Place {
        name: name.to_owned(),
        country: Some("VM".to_owned()),
    }
}

pub(crate) fn day(day: &str) -> When {
    days(day, day)
}

pub(crate) fn days(from: &str, to: &str) -> When {
    When {
        from: from.parse().ok(),
        to: to.parse().ok(),
    }
}

pub(crate) fn party(id: &str) -> Affiliation {
    Affiliation::Party(id.to_owned())
}

/// A claim in the making.
#[derive(Debug, Clone)]
pub(crate) struct Hand(pub(crate) Claim);

impl Hand {
    fn with(mut self, change: impl FnOnce(&mut Claim)) -> Hand {
        change(&mut self.0);
        self
    }

    pub(crate) fn count(self, low: u64, high: Option<u64>, basis: Basis) -> Hand {
        self.with(|c| c.count = Count { low, high, basis })
    }

    pub(crate) fn at_least(self) -> Hand {
        let low = self.0.count.low;
        self.count(low, None, Basis::AtLeast)
    }

    pub(crate) fn is(self, category: Category) -> Hand {
        self.with(|c| c.categories.push(category))
    }

    pub(crate) fn relates(self, kind: RelationKind, to: &str) -> Hand {
        self.with(|c| {
            c.relation = Relation {
                kind,
                to: Some(to.to_owned()),
            };
        })
    }

    pub(crate) fn part_of(self, to: &str) -> Hand {
        self.relates(RelationKind::Part, to)
    }

    pub(crate) fn same_as(self, to: &str) -> Hand {
        self.relates(RelationKind::Same, to)
    }

    pub(crate) fn rival_of(self, to: &str) -> Hand {
        self.relates(RelationKind::Rival, to)
    }

    pub(crate) fn scope(self, scope: Scope) -> Hand {
        self.with(|c| {
            c.scope = scope;
            c.event = None;
        })
    }

    pub(crate) fn modality(self, modality: Modality) -> Hand {
        self.with(|c| c.modality = modality)
    }

    pub(crate) fn cause(self, cause: Cause) -> Hand {
        self.with(|c| c.cause = cause)
    }

    pub(crate) fn event(self, label: &str) -> Hand {
        self.with(|c| c.event = Some(label.to_owned()))
    }

    pub(crate) fn no_event(self) -> Hand {
        self.with(|c| c.event = None)
    }

    pub(crate) fn on(self, when: When) -> Hand {
        self.with(|c| c.when = when)
    }

    pub(crate) fn at(self, name: &str) -> Hand {
        self.with(|c| c.place = Some(place(name)))
    }

    pub(crate) fn nowhere(self) -> Hand {
        self.with(|c| c.place = None)
    }

    pub(crate) fn by(self, words: &str, side: Affiliation) -> Hand {
        self.with(|c| {
            c.claimant = Some(words.to_owned());
            c.actors.claimants = vec![Claimant {
                text: words.to_owned(),
                id: None,
                affiliation: side,
            }];
        })
    }

    pub(crate) fn blames(self, actor: &str) -> Hand {
        self.with(|c| {
            c.perpetrator = Some(format!("forces of {actor}"));
            c.actors.perpetrator = Some(actor.to_owned());
        })
    }

    pub(crate) fn victims(self, side: &str) -> Hand {
        self.with(|c| c.actors.victims = Some(side.to_owned()))
    }
}

/// Returns the account of a report of an outlet of the same name, published and added on the given
/// day of May 2031, a family of its own. The short id of claim `c1` of report `one` is `c-one.c1`.
pub(crate) fn account<const N: usize>(report: &str, may: u64, claims: [Hand; N]) -> Account {
    Account {
        teller: Teller {
            report: report.to_owned(),
            order: may,
            family: report.to_owned(),
            at: format!("2031-05-{may:02}"),
            outlet: Some(report.to_owned()),
            outlet_affiliation: Affiliation::Unknown,
        },
        claims: claims
            .into_iter()
            .map(|Hand(claim)| (format!("c-{report}.{}", claim.id), claim))
            .collect(),
    }
}

/// Links and expects one incident.
pub(crate) fn one(accounts: &[Account]) -> Incident {
    let Linked { mut incidents, .. } = link(accounts);
    assert_eq!(incidents.len(), 1, "{incidents:#?}");
    incidents.remove(0)
}

/// Returns the figure of all people or objects.
pub(crate) fn all(incident: &Incident, effect: Effect) -> &Figure {
    figure(incident, effect, None).expect("a figure of that effect")
}

pub(crate) fn figure(
    incident: &Incident,
    effect: Effect,
    category: Option<Category>,
) -> Option<&Figure> {
    let same = |figure: &&Figure| figure.effect == effect && figure.category == category;
    incident.figures.iter().find(same)
}

/// Returns low, best and high.
pub(crate) fn spread(figure: &Figure) -> (u64, u64, Option<u64>) {
    (figure.low, figure.best, figure.high)
}
