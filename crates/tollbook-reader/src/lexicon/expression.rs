//! Expressions: verbs that harm only with other words ("driven from their homes").

use tollbook_terms::Effect;

/// Whom an expression harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Whom the verb takes, or its subject in the passive.
    Taken,
    /// The subject of the verb.
    Subject,
    /// What stands behind the other words.
    Behind,
}

/// Bits of words.
pub(crate) type Openings = u64;

/// When an expression holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
    Always,
    /// A hundred people or more.
    Many,
    /// The doer is something that flies at its mark or bursts there.
    Weapon,
    /// The doer is police or troops.
    State,
    /// The doer is police or troops, or nobody is told who did it.
    Custody,
    /// The doer is told and is neither police nor troops.
    Captor,
    /// The harmed are not told of before, as far as their words show.
    New,
    /// The harmed are the doer's fighters or kin.
    Own,
    /// The harmed are fighters.
    Fighters,
    /// "Not" or "never" stands with the verb.
    Negative,
    /// The thing harmed flies.
    Vessel,
}

/// One word of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Slot {
    Either(Vec<&'static str>),
    Any,
    Maybe,
}

/// A run of other words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct OtherWords {
    slots: Vec<Slot>,
    /// The bits of the words with which it may begin.
    openings: Openings,
    /// The bits of the words of each slot that asks for some.
    needs: Vec<Openings>,
    /// Whether it is a particle: "off", "up".
    is_particle: bool,
}

impl OtherWords {
    fn new(slots: Vec<Slot>) -> OtherWords {
        OtherWords {
            openings: match slots.first() {
                Some(Slot::Either(words)) => openings(words.iter().copied()),
                Some(Slot::Any | Slot::Maybe) => Openings::MAX,
                None => 0,
            },
            needs: slots
                .iter()
                .filter_map(|slot| match slot {
                    Slot::Either(words) => Some(openings(words.iter().copied())),
                    Slot::Any | Slot::Maybe => None,
                })
                .collect(),
            is_particle: matches!(&slots[..], [Slot::Either(words)] if words.iter().all(|word| word.len() <= 4)),
            slots,
        }
    }
}

/// A verb's other words and what they tell together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expression {
    /// Each run is enough by itself; an empty one needs no other word.
    runs: Vec<OtherWords>,
    /// The bits of the words with which a run may begin: most words begin none.
    openings: Openings,
    pub(crate) whom: Whom,
    pub(crate) people: Option<Effect>,
    pub(crate) objects: Option<Effect>,
    pub(crate) only: Only,
}

impl Expression {
    /// Reads the columns behind the verbs of a row; `None` where one is not understood.
    pub(super) fn read(row: &[&'static str]) -> Option<Expression> {
        let [_, runs, whom, people, objects, only] = row else {
            return None;
        };
        let slot = |word: &'static str| match word {
            "*" => Slot::Any,
            "?" => Slot::Maybe,
            words => Slot::Either(words.split('|').collect()),
        };
        let run = |run: &'static str| {
            OtherWords::new(match run {
                "." => Vec::new(),
                words => words.split(' ').map(slot).collect(),
            })
        };
        let effect = |name: &str| match name {
            "." => Some(None),
            name => name.parse().ok().map(Some),
        };
        let runs: Vec<OtherWords> = runs.split(", ").map(run).collect();
        Some(Expression {
            openings: runs.iter().fold(0, |all, run| all | run.openings),
            runs,
            whom: match *whom {
                "taken" => Whom::Taken,
                "subject" => Whom::Subject,
                "behind" => Whom::Behind,
                _ => return None,
            },
            people: effect(people)?,
            objects: effect(objects)?,
            only: match *only {
                "." => Only::Always,
                "many" => Only::Many,
                "weapon" => Only::Weapon,
                "state" => Only::State,
                "custody" => Only::Custody,
                "captor" => Only::Captor,
                "new" => Only::New,
                "own" => Only::Own,
                "fighters" => Only::Fighters,
                "negative" => Only::Negative,
                "vessel" => Only::Vessel,
                _ => return None,
            },
        })
    }

    /// Whether the verb harms without other words.
    pub(crate) fn stands_alone(&self) -> bool {
        self.runs.iter().any(|run| run.slots.is_empty())
    }

    /// Where the run of other words ends that starts at token `at`, as `word` gives the words from there on;
    /// a particle ("off", "up") is one only where it is `near` the verb or what the verb takes.
    pub(crate) fn ends<'t>(
        &self,
        at: usize,
        near: bool,
        word: &impl Fn(usize) -> &'t str,
    ) -> Option<usize> {
        let first = openings([word(at)]);
        if !self.may_begin(first) {
            return None;
        }
        self.runs
            .iter()
            .filter(|run| run.openings & first != 0 && (near || !run.is_particle))
            .find_map(|run| ends(&run.slots, at, word))
    }

    /// Whether the words with these bits may hold a run.
    pub(crate) fn may_stand(&self, words: Openings) -> bool {
        self.runs
            .iter()
            .any(|run| run.needs.iter().all(|bits| bits & words != 0))
    }

    /// Whether one of the words with these bits may begin a run.
    fn may_begin(&self, words: Openings) -> bool {
        self.openings & words != 0
    }

    /// Words of which one stands in every text that tells the expression, where the other words have such.
    pub(super) fn signs(&self) -> Option<Vec<&'static str>> {
        let mut signs = Vec::new();
        for run in &self.runs {
            let longest = |words: &&Vec<&str>| words.iter().map(|word| word.len()).min();
            let words = run
                .slots
                .iter()
                .filter_map(|slot| match slot {
                    Slot::Either(words) => Some(words),
                    _ => None,
                })
                .max_by_key(longest)?;
            if words.iter().any(|word| word.len() < 5) {
                return None;
            }
            signs.extend(words.iter().copied());
        }
        Some(signs)
    }
}

/// Returns the bits of words, one for each by its ends and its length.
pub(crate) fn openings<'w>(words: impl IntoIterator<Item = &'w str>) -> Openings {
    let bit = |word: &str| match word.as_bytes() {
        [] => 0,
        letters @ [first, .., last] | letters @ [first @ last] => {
            let sum = 7 * usize::from(*first) + usize::from(*last) + 11 * letters.len();
            1 << (sum % Openings::BITS as usize)
        }
    };
    words.into_iter().fold(0, |bits, word| bits | bit(word))
}

fn ends<'t>(run: &[Slot], at: usize, word: &impl Fn(usize) -> &'t str) -> Option<usize> {
    let Some((slot, rest)) = run.split_first() else {
        return Some(at);
    };
    let lower = word(at);
    let any = || lower.starts_with(|c: char| c.is_alphanumeric());
    match slot {
        Slot::Either(words) if words.contains(&lower) => ends(rest, at + 1, word),
        Slot::Either(_) => None,
        Slot::Any if any() => ends(rest, at + 1, word),
        Slot::Any => None,
        Slot::Maybe => ends(rest, at, word).or_else(|| any().then(|| ends(rest, at + 1, word))?),
    }
}
