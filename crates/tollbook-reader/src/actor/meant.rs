//! Whom a phrase means, and on which side a claimant or an outlet stands.

use tollbook_terms::Affiliation;

use super::side::{lists, names_no_actor};
use super::{ActorTable, Form, Kind, Mention};
use crate::names::squeezed;

impl ActorTable {
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
    use super::super::tests::table;

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
}
