//! Two parties exchanged in a report and in its claims, for the tests of impartiality and for measuring it.

use tollbook_terms::{Affiliation, Claim, Field, Party, Report};

/// Two parties and the words for them, which stand for each other.
pub(crate) struct Exchange {
    ids: [String; 2],
    /// Words and what stands in their place; longest first, so that a name within another is not
    /// taken for it.
    words: Vec<[String; 2]>,
    /// Longer names of others or of bodies, which stay.
    kept: Vec<String>,
    /// Words that stay where a place stands, as no place can stand for them, and whether they are names of the
    /// country: "in Velmora".
    places: Vec<(String, bool)>,
}

/// Words that a place stands behind.
const LOCAL: &[&str] = &[
    "across",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "outside",
    "throughout",
    "within",
];

/// Small words behind a place that is not the first word of a name or an adjective of what follows.
const SMALL: &[&str] = &[
    "after", "and", "as", "at", "before", "but", "by", "for", "from", "had", "has", "have", "in",
    "is", "last", "on", "or", "over", "says", "said", "since", "that", "this", "to", "until",
    "was", "were", "when", "where", "which", "while", "who", "with",
];

/// Nouns that make the name of a state before them that of a place: "the Velmoran capital".
const SITES: &[&str] = &[
    "airspace",
    "border",
    "capital",
    "city",
    "coast",
    "province",
    "soil",
    "territory",
    "town",
    "village",
];

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
                // "Velmoras army": copy that has lost its apostrophes.
                let owner = |other: &String| {
                    let end = if other.ends_with('s') { "" } else { "s" };
                    [format!("{word}s"), format!("{other}{end}")]
                };
                words.extend(name(i).filter(|_| !word.ends_with('s')).map(owner));
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
        let dotted = |[word, other]: &[String; 2]| {
            let initials = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase());
            let dotted: String = word.chars().flat_map(|c| [c, '.']).collect();
            initials.then(|| [dotted, other.clone()])
        };
        words.extend(words.iter().filter_map(dotted).collect::<Vec<_>>());
        // "Al-Tarun": a name with a small first letter where it opens a longer one.
        let opening = |[word, other]: &[String; 2]| {
            let mut letters = word.chars();
            let first = letters.next().filter(|c| c.is_lowercase())?;
            let upper = first.to_uppercase().chain(letters).collect();
            Some([upper, other.clone()])
        };
        words.extend(words.iter().filter_map(opening).collect::<Vec<_>>());
        let capitals = |[word, other]: &[String; 2]| [word.to_uppercase(), other.to_uppercase()];
        words.extend(words.iter().map(capitals).collect::<Vec<_>>());
        words.sort_by_key(|[word, _]| std::cmp::Reverse(word.len()));
        Exchange {
            ids: [one.id.clone(), other.id.clone()],
            words,
            kept: Vec::new(),
            places: Vec::new(),
        }
    }

    /// Returns the exchange in a text of capitals, where a name without small letters is none by that.
    pub(crate) fn in_capitals(mut self, is_upper: bool) -> Exchange {
        if is_upper {
            self.words
                .retain(|[_, other]| !other.contains(char::is_lowercase));
        }
        self
    }

    /// Keeps `names` as they are: those of others that hold a word of the two.
    pub(crate) fn keeping<'n>(mut self, names: impl Iterator<Item = &'n str>) -> Exchange {
        let holds = |name: &&str| {
            self.words
                .iter()
                .any(|[word, _]| name.contains(word.as_str()))
        };
        let mut kept: Vec<String> = names.filter(holds).map(str::to_owned).collect();
        kept.retain(|name| !self.words.iter().any(|[word, _]| word == name));
        kept.extend(
            kept.iter()
                .map(|name| name.to_uppercase())
                .collect::<Vec<_>>(),
        );
        kept.sort_by_key(|name| std::cmp::Reverse(name.len()));
        self.kept = kept;
        self
    }

    /// Keeps the names of a country where a place stands: what it is exchanged for is none.
    pub(crate) fn keeping_place(mut self, country: &Party) -> Exchange {
        for (words, are_names) in [(&country.names, true), (&country.demonyms, false)] {
            let place = |word: String| (word, are_names);
            self.places.extend(words.iter().cloned().map(place));
            let upper = words.iter().map(|word| word.to_uppercase());
            self.places.extend(upper.map(place));
        }
        self
    }

    /// Whether a word between `before` and `after` stands for a place, and stays.
    fn is_place(&self, word: &str, before: &str, after: &str) -> bool {
        let next = after.trim_start_matches([' ', '\n']);
        let next = next
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        // "across war-torn Velmora"
        let before = before.split_whitespace().map(str::to_lowercase);
        let mut before = before.rev().skip_while(|word| {
            word == "the" || word.ends_with("ern") || word == "central" || word.contains('-')
        });
        let local = before
            .next()
            .is_some_and(|word| LOCAL.contains(&word.as_str()));
        let small = SMALL.contains(&next.to_lowercase().as_str());
        // "in Velmora Officials said": copy that has lost its stops.
        let runs_on = !is_upper(word) && next.starts_with(char::is_uppercase);
        let site = SITES.contains(&next.to_lowercase().as_str());
        self.places.iter().any(|(name, is_name)| {
            name == word && (local && (next.is_empty() || small || *is_name && runs_on) || site)
        })
    }

    /// Returns `text` with the whole words for one party in place of those for the other.
    pub(crate) fn text(&self, text: &str) -> String {
        self.exchanged(text).0
    }

    /// Returns `text` exchanged, and behind each word that was exchanged the offsets before and after.
    fn exchanged(&self, text: &str) -> (String, Vec<[usize; 2]>) {
        let mut swapped = String::new();
        let mut moves = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let begins = !swapped.ends_with(char::is_alphanumeric);
            let stands = |word: &str| {
                begins
                    && rest
                        .strip_prefix(word)
                        .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            let found = self.words.iter().find(|[word, _]| stands(word));
            let longer = |name: &&String| found.is_none_or(|[word, _]| word.len() < name.len());
            let kept = self.kept.iter().find(|name| stands(name)).filter(longer);
            let place =
                found.filter(|[word, _]| self.is_place(word, &swapped, &rest[word.len()..]));
            if let Some(kept) = kept.or(place.map(|[word, _]| word)) {
                swapped += kept;
                rest = &rest[kept.len()..];
                continue;
            }
            match found {
                Some([word, other]) => {
                    swapped += other;
                    rest = &rest[word.len()..];
                    moves.push([text.len() - rest.len(), swapped.len()]);
                    // "Hill Riders’ attack": an owner is written by the end of its own name.
                    let own = rest.strip_prefix(['’', '\'']);
                    let goes_on = own.is_some_and(|own| own.starts_with(' '));
                    if goes_on && word.ends_with(['s', 'S']) && !other.ends_with(['s', 'S']) {
                        swapped += if is_upper(word) { "’S" } else { "’s" };
                        rest = own.unwrap_or(rest);
                        moves.push([text.len() - rest.len(), swapped.len()]);
                    }
                }
                None => {
                    swapped.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        (swapped, moves)
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
        let (swapped, moves) = self.exchanged(field);
        let moved = |offset: &mut usize| *offset = past(&moves, *offset);
        // A name by itself is exchanged; other words are as they stand in the report: "the Front in Velmora".
        let renamed = |words: &mut String| {
            let is_name = self.words.iter().any(|[word, _]| word == words);
            let stands = |(start, _): &(usize, &str)| {
                !field[..*start].ends_with(char::is_alphanumeric)
                    && !field[start + words.len()..].starts_with(char::is_alphanumeric)
            };
            let found = field.match_indices(words.as_str()).find(stands);
            *words = match found.filter(|_| !is_name) {
                Some((start, _)) => {
                    let [start, end] = [start, start + words.len()].map(|at| past(&moves, at));
                    swapped[start..end].to_owned()
                }
                None => self.text(words),
            }
        };
        let mut claim = claim.clone();
        moved(&mut claim.quote.start);
        moved(&mut claim.quote.end);
        moved(&mut claim.number.start);
        moved(&mut claim.number.end);
        swapped[claim.quote.start..claim.quote.end].clone_into(&mut claim.quote.text);
        swapped[claim.number.start..claim.number.end].clone_into(&mut claim.number.text);
        for victim in &mut claim.victims {
            renamed(&mut victim.name);
            victim.role.iter_mut().for_each(renamed);
        }
        if let Some(place) = &mut claim.place {
            renamed(&mut place.name);
            place.country = place.country.as_deref().map(|code| {
                let id = self.id(&code.to_lowercase());
                match id.len() {
                    2 => id.to_uppercase(),
                    _ => code.to_owned(),
                }
            });
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

/// Returns where an offset of a text is once its words are exchanged.
fn past(moves: &[[usize; 2]], offset: usize) -> usize {
    let before = moves.partition_point(|[old, _]| *old <= offset);
    let [old, new] = before.checked_sub(1).map_or([0, 0], |last| moves[last]);
    new + (offset - old)
}

/// Returns the text that the claim's offsets count in.
pub(crate) fn field<'a>(report: &'a Report, claim: &Claim) -> &'a str {
    match claim.quote.field {
        Field::Text => &report.text,
        Field::Title => report.title.as_deref().unwrap_or_default(),
    }
}

fn is_upper(word: &str) -> bool {
    !word.contains(char::is_lowercase)
}

/// Returns whether a demonym names several people ("Velmorans", "Frenchmen"); in "Velmoranese" the number is not
/// seen.
fn is_plural(demonym: &str) -> bool {
    demonym.ends_with('s') || demonym.ends_with("men")
}
