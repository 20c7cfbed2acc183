//! Expressions: verbs that harm only with other words ("driven from their homes").

use tollbook_terms::Effect;

use crate::token::Token;

/// Whom an expression harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Whom the verb takes, or its subject in the passive.
    Taken,
    /// The subject of the verb.
    Subject,
    /// What stands behind the other words.
    Behind,
    /// Whom the verb before takes, as "his" among the other words speaks of him.
    Owner,
}

/// Bits of words: a word has one, and shares it with others.
pub(crate) type Bits = u64;

/// When an expression holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
    Always,
    /// A hundred people or more.
    Many,
    /// As many, or people told of by where they live.
    Home,
    /// As many, and they are said to live elsewhere.
    Flight,
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
    /// One of these, which have these bits.
    Either(Bits, Vec<&'static str>),
    Any,
    Maybe,
}

/// A run of other words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct OtherWords {
    slots: Vec<Slot>,
    /// The bits of the first words that must stand in it, and how many tokens behind its first they may stand.
    leads: Bits,
    reach: usize,
    /// Whether it is a particle: "off", "up".
    is_particle: bool,
}

impl OtherWords {
    fn new(slots: Vec<Slot>) -> OtherWords {
        let lead = slots.iter().enumerate().find_map(|(at, slot)| match slot {
            Slot::Either(bits, _) => Some((*bits, at)),
            Slot::Any | Slot::Maybe => None,
        });
        let (leads, reach) = lead.unwrap_or((if slots.is_empty() { 0 } else { Bits::MAX }, 0));
        OtherWords {
            leads,
            reach,
            is_particle: matches!(&slots[..], [Slot::Either(_, words)] if words.iter().all(|word| word.len() <= 4)),
            slots,
        }
    }

    /// Whether the words with these bits may hold the run.
    fn may_stand(&self, bits: Bits) -> bool {
        self.slots.iter().all(|slot| match slot {
            Slot::Either(own, _) => own & bits != 0,
            Slot::Any | Slot::Maybe => true,
        })
    }

    /// How many of these tokens the run is that begins with the first of them.
    fn length(&self, tokens: &[Token<'_>]) -> Option<usize> {
        may_begin(tokens, self.leads, self.reach).then(|| length(&self.slots, tokens))?
    }
}

/// Whether one of the words with these bits is the first of the tokens or stands within reach behind it.
fn may_begin(tokens: &[Token<'_>], leads: Bits, reach: usize) -> bool {
    let mut tokens = tokens.iter().take(reach + 1);
    tokens.any(|token| token.bit & leads != 0)
}

/// A verb's other words and what they tell together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expression {
    /// Each run is enough by itself; an empty one needs no other word.
    runs: Vec<OtherWords>,
    /// The same for all runs: at most words none begins.
    leads: Bits,
    reach: usize,
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
            words => {
                let words: Vec<&str> = words.split('|').collect();
                Slot::Either(words.iter().fold(0, |all, word| all | bit(word)), words)
            }
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
            leads: runs.iter().fold(0, |all, run| all | run.leads),
            reach: runs.iter().map(|run| run.reach).max().unwrap_or(0),
            runs,
            whom: match *whom {
                "taken" => Whom::Taken,
                "subject" => Whom::Subject,
                "behind" => Whom::Behind,
                "owner" => Whom::Owner,
                _ => return None,
            },
            people: effect(people)?,
            objects: effect(objects)?,
            only: match *only {
                "." => Only::Always,
                "many" => Only::Many,
                "home" => Only::Home,
                "flight" => Only::Flight,
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

    /// How many of these tokens the run of other words is that begins with the first of them; a particle ("off",
    /// "up") is one only where it is `near` the verb or what the verb takes.
    pub(crate) fn length(&self, tokens: &[Token<'_>], near: bool) -> Option<usize> {
        if !may_begin(tokens, self.leads, self.reach) {
            return None;
        }
        let mut runs = self.runs.iter().filter(|run| near || !run.is_particle);
        runs.find_map(|run| run.length(tokens))
    }

    /// Whether words with these bits may hold what the verb needs to harm.
    pub(crate) fn may_stand(&self, bits: Bits) -> bool {
        self.runs.iter().any(|run| run.may_stand(bits))
    }

    /// Whether a run of other words stands among the tokens, the words of which have these bits.
    pub(crate) fn stands_in(&self, tokens: &[Token<'_>], bits: Bits) -> bool {
        let mut runs = self.runs.iter().filter(|run| run.may_stand(bits));
        runs.any(|run| (0..tokens.len()).any(|at| run.length(&tokens[at..]).is_some()))
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
                    Slot::Either(_, words) => Some(words),
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

/// Returns the bit of a word, by its ends and its length.
pub(crate) fn bit(word: &str) -> Bits {
    match word.as_bytes() {
        [] => 0,
        letters @ [first, .., last] | letters @ [first @ last] => {
            let sum = 7 * usize::from(*first) + usize::from(*last) + 11 * letters.len();
            1 << (sum % Bits::BITS as usize)
        }
    }
}

/// How many of the tokens the slots take, all from the first on.
fn length(slots: &[Slot], tokens: &[Token<'_>]) -> Option<usize> {
    let Some((slot, rest)) = slots.split_first() else {
        return Some(0);
    };
    let first = tokens.first();
    let take = || Some(1 + length(rest, tokens.get(1..)?)?);
    let any = || first.is_some_and(|token| token.lower.starts_with(char::is_alphanumeric));
    match slot {
        Slot::Either(bits, words) => {
            let first = first.filter(|token| bits & token.bit != 0)?;
            words.contains(&first.lower).then(take)?
        }
        Slot::Any => any().then(take)?,
        // "an anti-tank mine": the hyphen is a token too.
        Slot::Maybe => length(rest, tokens).or_else(|| {
            let part = any() || first.is_some_and(|token| token.lower == "-");
            part.then(take)?
        }),
    }
}
