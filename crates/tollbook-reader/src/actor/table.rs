//! The table of actors as it stands in the lexicon.

const TABLE: &str = include_str!("../../lexicon/en/actors.tsv");

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A party that the book set.
    Party,
    /// Whatever has a country code, and two states that had one.
    State,
    /// An authority over a territory without a country code.
    Territory,
    /// An armed group or movement.
    Group,
    /// An international body.
    International,
    /// A body that records or investigates harm.
    Monitor,
    /// A body that gives aid.
    Aid,
    /// A news agency that no state's government directs.
    Agency,
    /// Another outlet that no state's government directs.
    Media,
}

/// One row: an actor with its names.
pub(crate) struct Row {
    pub(crate) id: &'static str,
    pub(crate) kind: Kind,
    names: &'static str,
    demonyms: &'static str,
    bodies: &'static str,
    outlets: &'static str,
}

impl Row {
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        cell(self.names)
    }

    pub(crate) fn demonyms(&self) -> impl Iterator<Item = &'static str> + use<> {
        cell(self.demonyms)
    }

    pub(crate) fn bodies(&self) -> impl Iterator<Item = &'static str> + use<> {
        cell(self.bodies)
    }

    pub(crate) fn outlets(&self) -> impl Iterator<Item = &'static str> + use<> {
        cell(self.outlets)
    }

    /// Returns the ISO 3166 code (or XK) of a state, in small letters.
    pub(crate) fn country(&self) -> Option<&'static str> {
        (self.kind == Kind::State && self.id.len() == 2).then_some(self.id)
    }
}

/// Returns the rows in the order of the file. A row that does not parse is left out; a test holds
/// that there is none.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().skip(1).filter_map(row)
}

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split('\t');
    let row = Row {
        id: cells.next()?,
        kind: match cells.next()? {
            "state" => Kind::State,
            "territory" => Kind::Territory,
            "group" => Kind::Group,
            "international" => Kind::International,
            "monitor" => Kind::Monitor,
            "aid" => Kind::Aid,
            "agency" => Kind::Agency,
            "media" => Kind::Media,
            _ => return None,
        },
        names: cells.next()?,
        demonyms: cells.next()?,
        bodies: cells.next()?,
        outlets: cells.next()?,
    };
    let source = cells.next()?;
    (!source.is_empty() && cells.next().is_none()).then_some(row)
}

fn cell(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_row_with_an_id_and_a_name_of_its_own() {
        assert_eq!(rows().count(), TABLE.lines().count() - 1);
        let mut ids = BTreeSet::new();
        let mut names = BTreeSet::new();
        for row in rows() {
            assert!(ids.insert(row.id), "{} stands twice", row.id);
            assert!(row.names().next().is_some(), "{} has no name", row.id);
            let written = row
                .names()
                .chain(row.demonyms())
                .chain(row.bodies())
                .chain(row.outlets());
            for name in written {
                assert!(names.insert(name), "{name} of {} stands twice", row.id);
            }
        }
    }

    #[test]
    fn no_wording_of_a_party_is_an_id_or_a_name() {
        let wording = [
            "bandit",
            "bandits",
            "gang",
            "infidels",
            "invaders",
            "liberators",
            "mercenaries",
            "occupier",
            "occupiers",
            "puppet",
            "regime",
            "terrorist",
            "terrorists",
            "thugs",
        ];
        for row in rows() {
            for written in row.names().chain([row.id]) {
                let lower = written.to_lowercase();
                let word = lower.split([' ', '-']).find(|word| wording.contains(word));
                assert_eq!(word, None, "{written}");
            }
        }
    }
}
