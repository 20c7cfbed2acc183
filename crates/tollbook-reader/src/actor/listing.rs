//! The table of actors while it is made.

use std::collections::BTreeMap;

use super::table::Kind;
use super::{Actor, Form};
use crate::names::squeezed;
use crate::place::table;

/// What an [`super::ActorTable`] is made of, under the same names.
#[derive(Default)]
pub(super) struct Listing<'a> {
    pub(super) actors: Vec<Actor>,
    pub(super) forms: Vec<Option<(usize, Form)>>,
    pub(super) names: Vec<(&'a str, usize)>,
    pub(super) capitals: BTreeMap<String, usize>,
    pub(super) outlets: BTreeMap<String, usize>,
}

impl<'a> Listing<'a> {
    /// Adds an actor and returns its index.
    pub(super) fn open(&mut self, id: &str, kind: Kind, is_country: bool) -> usize {
        self.actors.push(Actor {
            id: id.to_owned(),
            kind,
            is_country,
        });
        self.actors.len() - 1
    }

    /// Adds names of an actor; of equal names the one added first stands.
    pub(super) fn add<'s: 'a>(
        &mut self,
        actor: usize,
        form: Form,
        names: impl Iterator<Item = &'s str>,
    ) {
        let publishes = !matches!(
            self.actors[actor].kind,
            Kind::State | Kind::Territory | Kind::Group | Kind::Party
        );
        let value = self.forms.len();
        self.forms.push(Some((actor, form)));
        for name in names {
            self.names.push((name, value));
            if form == Form::Outlet || publishes {
                self.outlets.entry(squeezed(name)).or_insert(actor);
            }
        }
    }

    /// Adds what places say of actors: a capital can stand for its state, and a place named after a
    /// state is not the state ("Lake Chad").
    pub(super) fn add_places(&mut self, states: &BTreeMap<&str, usize>) {
        let value = self.forms.len();
        self.forms.push(None);
        for row in table::rows() {
            let country = row.country.map(str::to_lowercase);
            let state = country.and_then(|country| states.get(country.as_str()));
            for name in row.names() {
                if let (table::PlaceKind::Capital, Some(state)) = (row.kind, state) {
                    self.capitals.entry(squeezed(name)).or_insert(*state);
                }
                if name.contains([' ', '-']) {
                    self.names.push((name, value));
                }
            }
        }
    }
}
