//! Two parties exchanged in a report and in its claims, for the tests of impartiality and for measuring it.

use tollbook_terms::{Affiliation, Claim, Field, Party, Report};

/// Two parties and the words for them, which stand for each other.
pub(crate) struct Exchange {
    ids: [String; 2],
    /// Words and what stands in their place; longest first, so that a name within another is not
    /// taken for it.
    words: Vec<[String; 2]>,
}

impl Exchange {
    /// Returns the exchange of `one` and `other`. Names stand for names in their order where both have
    /// as many, else for the first name; demonyms for demonyms of the same number, else for that too.
    pub(crate) fn new(one: &Party, other: &Party) -> Exchange {
        let mut words = Vec::new();
        for (from, to) in [(one, other), (other, one)] {
            let as_many = from.names.len() == to.names.len();
            let name = |i: usize| to.names.get(if as_many { i } else { 0 });
            for (i, word) in from.names.iter().enumerate() {
                words.extend(name(i).map(|other| [word.clone(), other.clone()]));
            }
            for word in &from.demonyms {
                let same = to
                    .demonyms
                    .iter()
                    .find(|other| is_plural(other) == is_plural(word));
                let other = same.or(to.demonyms.first()).or(name(0));
                words.extend(other.map(|other| [word.clone(), other.clone()]));
            }
        }
        let capitals = |[word, other]: &[String; 2]| [word.to_uppercase(), other.to_uppercase()];
        words.extend(words.iter().map(capitals).collect::<Vec<_>>());
        words.sort_by_key(|[word, _]| std::cmp::Reverse(word.len()));
        Exchange {
            ids: [one.id.clone(), other.id.clone()],
            words,
        }
    }

    /// Returns `text` with the whole words for one party in place of those for the other.
    pub(crate) fn text(&self, text: &str) -> String {
        let mut swapped = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let begins = !swapped.ends_with(char::is_alphanumeric);
            let found = self.words.iter().find(|[word, _]| {
                begins
                    && rest
                        .strip_prefix(word.as_str())
                        .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            });
            match found {
                Some([word, other]) => {
                    swapped += other;
                    rest = &rest[word.len()..];
                }
                None => {
                    swapped.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        swapped
    }

    /// Returns the report with the parties exchanged.
    pub(crate) fn report(&self, report: &Report) -> Report {
        Report {
            text: self.text(&report.text),
            title: report.title.as_ref().map(|title| self.text(title)),
            outlet: report.outlet.as_ref().map(|outlet| self.text(outlet)),
            ..report.clone()
        }
    }

    fn id(&self, id: &str) -> String {
        match self.ids.iter().position(|other| other == id) {
            Some(i) => self.ids[1 - i].clone(),
            None => id.to_owned(),
        }
    }

    /// Returns the claim as it must be in the reading of the swapped report.
    pub(crate) fn claim(&self, report: &Report, claim: &Claim) -> Claim {
        let field = field(report, claim);
        let moved = |offset: &mut usize| *offset = self.text(&field[..*offset]).len();
        let renamed = |words: &mut String| *words = self.text(words);
        let mut claim = claim.clone();
        moved(&mut claim.quote.start);
        moved(&mut claim.quote.end);
        moved(&mut claim.number.start);
        moved(&mut claim.number.end);
        renamed(&mut claim.quote.text);
        renamed(&mut claim.number.text);
        for victim in &mut claim.victims {
            renamed(&mut victim.name);
            victim.role.iter_mut().for_each(renamed);
        }
        if let Some(place) = &mut claim.place {
            renamed(&mut place.name);
        }
        claim.perpetrator.iter_mut().for_each(renamed);
        claim.claimant.iter_mut().for_each(renamed);
        let actors = &mut claim.actors;
        for id in [&mut actors.perpetrator, &mut actors.victims] {
            id.iter_mut().for_each(|id| *id = self.id(id));
        }
        for claimant in &mut actors.claimants {
            renamed(&mut claimant.text);
            claimant.id.iter_mut().for_each(|id| *id = self.id(id));
            if let Affiliation::Party(id) = &mut claimant.affiliation {
                *id = self.id(id);
            }
        }
        for why in &mut claim.why {
            moved(&mut why.start);
            moved(&mut why.end);
        }
        claim
    }
}

/// Returns the text that the claim's offsets count in.
pub(crate) fn field<'a>(report: &'a Report, claim: &Claim) -> &'a str {
    match claim.quote.field {
        Field::Text => &report.text,
        Field::Title => report.title.as_deref().unwrap_or_default(),
    }
}

/// Returns whether a demonym names several people ("Velmorans"); in "Velmoranese" the number is not seen.
fn is_plural(demonym: &str) -> bool {
    demonym.ends_with('s')
}
