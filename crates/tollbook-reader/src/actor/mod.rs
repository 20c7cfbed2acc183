//! Who is named: states, forces, armed groups and bodies, each under a neutral id.
//!
//! The parties of the book come before the table of the lexicon; who is in neither is unknown, never
//! guessed. Every side is treated alike: what an army or a ministry of one side is called is made
//! from its names by the same words as for any other. An outlet stands on a side where the side's
//! government or leadership owns or directs it; public broadcasters whose independence is set down
//! in law do not.

mod listing;
mod side;
pub(crate) mod table;

use std::collections::BTreeMap;

use tollbook_terms::{Affiliation, Party};

use crate::names::{Names, only_leans, squeezed};
use listing::Listing;
use side::{SideWords, lists, names_no_actor};
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

    /// Returns the neutral id of the actor with this id, name or demonym, in capitals or not; none where
    /// there is none.
    pub fn named(&self, asked: &str) -> Option<&str> {
        let by_id = self.actors.iter().find(|actor| actor.id == asked);
        let words = asked.split_whitespace().map(capitalised);
        let written = words.collect::<Vec<_>>().join(" ");
        by_id
            .map(|actor| actor.id.as_str())
            .or_else(|| self.side_of(asked))
            .or_else(|| self.side_of(&written))
            .or_else(|| self.side_of(&asked.to_uppercase()))
    }

    /// Returns the neutral id of whom a noun phrase means ("the Velmoran military", "Velmora",
    /// "fighters of the Northern Front"); none where that is not certain.
    ///
    /// A group or body named beside a country is meant before the country. Someone who is only of a
    /// country ("a Velmoran settler", "Velmoran rebels") does not stand for it.
    pub fn resolve(&self, phrase: &str) -> Option<&str> {
        self.meant(phrase).map(|(id, _)| id)
    }

    /// Returns the neutral id of the side that harmed people or objects are said to be of ("5
    /// Velmoran civilians"); none where no side or more than one is named.
    pub fn side_of(&self, phrase: &str) -> Option<&str> {
        self.chosen(phrase).map(|mention| mention.id)
    }

    /// Returns where a claimant stands, by the words of the report for him.
    pub fn affiliation(&self, phrase: &str) -> Affiliation {
        if self.sides.are_eyewitnesses(phrase) {
            return Affiliation::Eyewitness;
        }
        match self.meant(phrase) {
            Some((id, kind)) => stands(id, kind),
            None if self.find(phrase).is_empty() => self.sides.affiliation(phrase),
            None => Affiliation::Unknown,
        }
    }

    /// Returns where an outlet stands, by its name or web address.
    pub fn outlet(&self, name: &str) -> Affiliation {
        let host = name.split_once("://").map_or(name, |(_, rest)| rest);
        let host = host.split('/').next().unwrap_or(host);
        let is_host = host.contains('.') && !host.contains(char::is_whitespace);
        let labels = host.rsplit('.').skip(1).filter(|_| is_host);
        let outlet = std::iter::once(name).chain(labels).find_map(|name| {
            let name = squeezed(name);
            let bare = name
                .strip_prefix("the")
                .and_then(|bare| self.outlets.get(bare));
            self.outlets.get(&name).or(bare)
        });
        match outlet.map(|actor| &self.actors[*actor]) {
            Some(actor) => stands(&actor.id, actor.kind),
            None if is_host => Affiliation::Unknown,
            None => match self.meant(name) {
                Some((id, kind)) => stands(id, kind),
                None if self.find(name).is_empty() => self.sides.outlet(name),
                None => Affiliation::Unknown,
            },
        }
    }

    /// Returns the one mention that a phrase is about; none where it lists several actors.
    fn chosen(&self, phrase: &str) -> Option<Mention<'_>> {
        let mut mentions = self.find(phrase);
        mentions.retain(|mention| !names_no_actor(&phrase[..mention.start]));
        let several = mentions
            .windows(2)
            .any(|pair| pair[0].id != pair[1].id && lists(&phrase[pair[0].end..pair[1].start]));
        let own = mentions.iter().find(|mention| mention.names_itself());
        own.or(mentions.first()).copied().filter(|_| !several)
    }

    fn meant(&self, phrase: &str) -> Option<(&str, Kind)> {
        match self.chosen(phrase) {
            Some(mention) => {
                let rest = [&phrase[..mention.start], &phrase[mention.end..]];
                let stands = mention.names_itself()
                    || self.sides.stand_for_side(rest, mention.form == Form::Body);
                let is_one = stands && !self.sides.joins_another(rest);
                is_one.then_some((mention.id, mention.kind))
            }
            None if self.find(phrase).is_empty() => {
                let capital = self.actors.get(*self.capitals.get(&squeezed(phrase))?)?;
                Some((&capital.id, capital.kind))
            }
            None => None,
        }
    }
}

impl Mention<'_> {
    /// Returns whether the name stands for its actor whatever noun is beside it.
    fn names_itself(&self) -> bool {
        !self.is_country || self.form == Form::Outlet
    }
}

fn stands(id: &str, kind: Kind) -> Affiliation {
    match kind {
        Kind::Party | Kind::State | Kind::Territory | Kind::Group => {
            Affiliation::Party(id.to_owned())
        }
        Kind::International => Affiliation::International,
        Kind::Monitor | Kind::Aid | Kind::Agency | Kind::Media => Affiliation::ThirdParty,
    }
}

/// Returns a word with its first letter in capitals.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
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

    fn table() -> ActorTable {
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
    fn a_phrase_means_one_actor_or_none() {
        let table = table();
        for (phrase, id) in [
            ("the Israeli military", "il"),
            ("Armenian armed forces", "am"),
            ("Armenian", "am"),
            ("Russian missiles", "ru"),
            ("Taliban fighters", "taliban"),
            ("the Pakistani Taliban", "pakistani-taliban"),
            ("the Islamic State group", "isis"),
            ("Islamic State fighters in Iraq", "isis"),
            ("Russia's Wagner Group", "wagner-group"),
            ("the Syrian Observatory for Human Rights", "sohr"),
            ("U.S. soldiers in Afghanistan", "us"),
            ("soldiers from Rwanda", "rw"),
            ("Azerbaijan Foreign Minister Anar Velili", "az"),
            ("Kyiv", "ua"),
            ("the Kremlin", "ru"),
            ("Saudi-led coalition warplanes", "saudi-led-coalition"),
            ("Velmora", "velmora"),
            ("the army and police of Velmora", "velmora"),
            ("Velmoran army and police", "velmora"),
            ("the Velmoran defence ministry", "velmora"),
            ("suspected Hill Front gunmen", "hill-front"),
        ] {
            assert_eq!(table.resolve(phrase), Some(id), "{phrase}");
        }
        for phrase in [
            "an Israeli settler",
            "Velmoran settlers",
            "Syrian rebels",
            "a Saudi national",
            "Chadian rebel forces",
            "Ukrainian and Russian forces",
            "gunmen in Pakistan",
            "Iran-backed fighters",
            "a former Velmoran soldier",
            "the army",
            "unknown men",
            "Velmoran media",
            "residents of Kyiv",
            "men backed by the Velmoran army",
            "Hamas and other groups",
            "tribesmen and Hill Front fighters",
            "",
        ] {
            assert_eq!(table.resolve(phrase), None, "{phrase}");
        }
    }

    #[test]
    fn the_harmed_are_of_the_side_that_is_named() {
        let table = table();
        for (phrase, id) in [
            ("5 Velmoran civilians", Some("velmora")),
            ("two Israeli settlers", Some("il")),
            ("Hamas fighters in Gaza", Some("hamas")),
            ("21 civilians in Azerbaijan", None),
            ("Velmoran and Israeli civilians", None),
            ("21 civilians", None),
        ] {
            assert_eq!(table.side_of(phrase), id, "{phrase}");
        }
    }

    #[test]
    fn a_claimant_stands_where_he_is_known_to_stand() {
        let table = table();
        for (phrase, stands) in [
            ("the Velmoran health ministry", "party:velmora"),
            ("Velmora's prime minister", "party:velmora"),
            ("Israeli officials", "party:il"),
            ("Hamas-run health ministry", "party:hamas"),
            ("Syrian state television", "party:sy"),
            ("Taliban spokesman Zaheer Orlan", "party:taliban"),
            ("the UN human rights office", "international"),
            (
                "the International Committee of the Red Cross",
                "international",
            ),
            ("UN peacekeepers", "international"),
            ("international observers", "international"),
            ("witnesses", "eyewitness"),
            ("a resident of Kyiv", "eyewitness"),
            ("residents and eyewitnesses", "eyewitness"),
            ("officials and witnesses", "unknown"),
            ("AFP", "third_party"),
            ("Human Rights Watch", "third_party"),
            ("local media", "third_party"),
            ("a human rights group", "third_party"),
            ("Velmoran media", "unknown"),
            ("state television", "unknown"),
            ("a Velmoran activist", "unknown"),
            ("hospital sources", "unknown"),
            ("the defence ministry", "unknown"),
            ("he", "unknown"),
        ] {
            assert_eq!(String::from(table.affiliation(phrase)), stands, "{phrase}");
        }
    }

    #[test]
    fn an_outlet_stands_where_its_owner_stands() {
        let table = table();
        for (name, stands) in [
            ("Azernews", "party:az"),
            ("azernews.az", "party:az"),
            ("https://www.tass.com/world/1", "party:ru"),
            ("Velmora Today", "party:velmora"),
            ("velmoratoday.example", "party:velmora"),
            ("Reuters", "third_party"),
            ("The New York Times", "third_party"),
            ("edition.cnn.com", "third_party"),
            ("news.un.org", "international"),
            ("Syrian Observatory for Human Rights", "third_party"),
            ("Velmoran Defence Ministry", "party:velmora"),
            ("Southern Sky News Agency", "third_party"),
            ("Quiet Valley Monitor", "third_party"),
            ("International Observer Mission", "international"),
            ("Saudi Valley Monitor", "unknown"),
            ("State News Agency", "unknown"),
            ("Harbour Gazette", "unknown"),
            ("Israel Weekly", "unknown"),
            ("Kyiv Evening", "unknown"),
            ("us.example", "unknown"),
            ("", "unknown"),
        ] {
            assert_eq!(String::from(table.outlet(name)), stands, "{name}");
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
