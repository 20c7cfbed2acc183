//! Who is named: states, forces, armed groups and bodies, each under a neutral id.
//!
//! The parties of the book come before the table of the lexicon; who is in neither is unknown, never
//! guessed. Every side is treated alike: what an army or a ministry of one side is called is made
//! from its names by the same words as for any other. An outlet stands on a side where the side's
//! government or leadership owns or directs it; public broadcasters whose independence is set down
//! in law do not.

mod listing;
mod meant;
mod side;
pub(crate) mod table;

use std::collections::BTreeMap;
use std::ops::Range;

use tollbook_terms::Party;

use crate::names::{Names, only_leans, squeezed};
use listing::Listing;
use side::SideWords;
pub use table::Kind;

/// In what form an actor is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// By a name: "Velmora".
    Name,
    /// By a demonym or adjective: "Velmoran".
    Demonym,
    /// By one of its bodies, or by a name with a noun for a body: "the Velmoran army".
    Body,
    /// By an outlet that stands on its side.
    Outlet,
}

/// An actor named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention<'a> {
    /// First byte.
    pub start: usize,
    /// Byte after the last; the noun for a body is part of the mention.
    pub end: usize,
    /// Neutral id.
    pub id: &'a str,
    /// What the actor is.
    pub kind: Kind,
    /// In what form it is named.
    pub form: Form,
    is_country: bool,
}

#[derive(Debug)]
struct Actor {
    id: String,
    kind: Kind,
    /// A state, a territory, or a party with demonyms: not all who are of it stand for it.
    is_country: bool,
}

/// All actors that a reader knows.
pub struct ActorTable {
    actors: Vec<Actor>,
    /// What the values of `names` stand for; none for a place that only holds the name of an actor.
    forms: Vec<Option<(usize, Form)>>,
    names: Names,
    /// Capitals, which stand for a government where nothing else is said.
    capitals: BTreeMap<String, usize>,
    /// Outlets, agencies and bodies that publish.
    outlets: BTreeMap<String, usize>,
    sides: SideWords,
}

impl ActorTable {
    /// Returns the table with `parties` before it. A party that has a name of the table takes over
    /// all that the table knows under that name.
    pub fn new(parties: &[Party]) -> ActorTable {
        let mut listing = Listing::default();
        let mut taken = BTreeMap::new();
        for party in parties {
            let actor = listing.open(&party.id, Kind::Party, !party.demonyms.is_empty());
            listing.add(actor, Form::Name, party.names.iter().map(String::as_str));
            listing.add(
                actor,
                Form::Demonym,
                party.demonyms.iter().map(String::as_str),
            );
            listing.add(actor, Form::Body, party.bodies.iter().map(String::as_str));
            listing.add(
                actor,
                Form::Outlet,
                party.outlets.iter().map(String::as_str),
            );
            for name in &party.names {
                taken.entry(squeezed(name)).or_insert(actor);
            }
        }
        let mut states = BTreeMap::new();
        for row in table::rows() {
            let is_country = matches!(row.kind, Kind::State | Kind::Territory);
            let party = match taken.is_empty() {
                true => None,
                false => row
                    .names()
                    .find_map(|name| taken.get(&squeezed(name)))
                    .copied(),
            };
            let actor = match party {
                Some(party) => party,
                None => listing.open(row.id, row.kind, is_country),
            };
            listing.actors[actor].is_country |= is_country;
            listing.add(actor, Form::Name, row.names());
            listing.add(actor, Form::Demonym, row.demonyms());
            listing.add(actor, Form::Body, row.bodies());
            listing.add(actor, Form::Outlet, row.outlets());
            if let Some(country) = row.country() {
                states.insert(country, actor);
            }
        }
        listing.add_places(&states);
        ActorTable {
            names: Names::new(listing.names),
            actors: listing.actors,
            forms: listing.forms,
            capitals: listing.capitals,
            outlets: listing.outlets,
            sides: SideWords::english(),
        }
    }

    /// Returns where `text` names an actor or its people and nothing else, from left to right, with its id.
    pub(crate) fn names<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, &'a str)> {
        self.names.find(text).into_iter().filter_map(move |found| {
            let (actor, form) = self.forms[*found.values.first()?]?;
            let own = matches!(form, Form::Name | Form::Demonym)
                && !only_leans(text, found.start, found.end);
            own.then(|| (found.start..found.end, self.actors[actor].id.as_str()))
        })
    }

    /// Returns the actors named in `text` from left to right, the longest name at each place.
    ///
    /// A name that only leans on another word ("-backed", "pro-", "-based") names nobody.
    pub fn find(&self, text: &str) -> Vec<Mention<'_>> {
        let mut mentions: Vec<Mention> = Vec::new();
        for found in self.names.find(text) {
            let value = found.values.first();
            let Some((actor, form)) = value.and_then(|value| self.forms[*value]) else {
                continue;
            };
            let Actor {
                id,
                kind,
                is_country,
            } = &self.actors[actor];
            let mut mention = Mention {
                start: found.start,
                end: found.end,
                id,
                kind: *kind,
                form,
                is_country: *is_country,
            };
            if matches!(form, Form::Name | Form::Demonym)
                && let Some(end) = self.sides.end_of_body(text, found.end)
            {
                mention.end = end;
                mention.form = Form::Body;
            }
            let leans = only_leans(text, mention.start, mention.end);
            // The noun for a body may be the first word of another name.
            let overlaps = mentions.last().is_some_and(|last| last.end > mention.start);
            if !leans && !overlaps {
                mentions.push(mention);
            }
        }
        mentions
    }
}

#[cfg(test)]
mod tests {
    use tollbook_terms::Affiliation;

    use super::*;

    fn party(id: &str, names: [&str; 1], demonyms: &[&str], bodies: &[&str]) -> Party {
        let own = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        Party {
            id: id.to_owned(),
            names: own(&names),
            demonyms: own(demonyms),
            bodies: own(bodies),
            outlets: vec![format!("{} Today", names[0])],
        }
    }

    pub(super) fn table() -> ActorTable {
        ActorTable::new(&[
            party(
                "velmora",
                ["Velmora"],
                &["Velmoran", "Velmorans"],
                &["Fifth Brigade"],
            ),
            party("hill-front", ["Hill Front"], &[], &[]),
        ])
    }

    #[test]
    fn who_is_named_is_found() {
        let table = table();
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = table.find(text);
            let seen: Vec<(&str, &str)> = found
                .iter()
                .map(|m| (&text[m.start..m.end], m.id))
                .collect();
            assert_eq!(seen, expected, "{text}");
        };
        check("Turkey and the US met", &[("Turkey", "tr"), ("US", "us")]);
        check("U.S. troops", &[("U.S. troops", "us")]);
        check(
            "the Ukrainian Ministry of Health",
            &[("Ukrainian Ministry", "ua")],
        );
        check(
            "Armenia's armed forces shelled",
            &[("Armenia's armed forces", "am")],
        );
        check(
            "Hizbullah, Hezbollah and Daesh",
            &[
                ("Hizbullah", "lebanon-hezbollah"),
                ("Hezbollah", "lebanon-hezbollah"),
                ("Daesh", "isis"),
            ],
        );
        check(
            "the Islamic State of Iraq and the Levant",
            &[("Islamic State of Iraq and the Levant", "isis")],
        );
        check("IDF said the FMLN", &[("IDF", "il"), ("FMLN", "fmln")]);
        check(
            "FMLN GUERRILLAS IN EL SALVADOR",
            &[("FMLN", "fmln"), ("EL SALVADOR", "sv")],
        );
        check(
            "Reuters and TASS",
            &[("Reuters", "reuters"), ("TASS", "ru")],
        );
        check(
            "the Fifth Brigade, a Velmoran army unit",
            &[
                ("Fifth Brigade", "velmora"),
                ("Velmoran army unit", "velmora"),
            ],
        );
        for text in [
            "it is for us to say who cooked the turkey",
            "POLICE SAY THE PRIEST IS DEAD, TELL US WHO DID IT",
            "fishermen on Lake Chad",
            "the Iran-backed militia and pro-Velmoran men",
            "a colombian, a china cup, the un-named",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_party_takes_over_what_the_table_knows_under_its_name() {
        let table = ActorTable::new(&[Party {
            id: "north".to_owned(),
            names: vec!["Armenia".to_owned()],
            ..Party::default()
        }]);
        for phrase in ["Armenia", "Armenian forces", "Yerevan"] {
            assert_eq!(table.resolve(phrase), Some("north"), "{phrase}");
        }
        assert_eq!(table.resolve("an Armenian settler"), None);
        assert_eq!(
            table.outlet("Armenpress"),
            Affiliation::Party("north".to_owned())
        );
    }

    #[test]
    fn all_sides_are_read_by_the_same_words() {
        let table = table();
        for noun in [
            "army",
            "shelling",
            "ministry of health",
            "rebels",
            "settlers",
            "media",
            "man",
        ] {
            let of = |side: &str| table.resolve(&format!("the {side} {noun}")).is_some();
            let said = |side: &str| {
                table
                    .affiliation(&format!("{side} {noun}"))
                    .party()
                    .is_some()
            };
            for side in ["Armenian", "Russian", "Palestinian", "Abkhaz", "Velmoran"] {
                assert_eq!(of(side), of("Israeli"), "{side} {noun}");
                assert_eq!(said(side), said("Israeli"), "{side} {noun}");
            }
        }
    }
}
