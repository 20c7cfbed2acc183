//! What the words of one claim say about how it stands to others, before the others are looked at.

use super::sign::{Sign, Signs};
use super::weigh::Bond;
use crate::claim::Told;
use crate::lexicon::NumberWord;
use crate::mention::{self, Mention};
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// One claim's words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// What they say of this claim.
    pub(crate) this: Signs,
    /// What they say to a claim that is held beside this one.
    pub(crate) other: Signs,
    /// The head noun in the singular, as far as cutting an "s" makes one; empty where there is none.
    pub(crate) noun: String,
    /// Nationalities and other names used as adjectives of the people.
    pub(crate) sides: Vec<String>,
    /// Last word of the name.
    pub(crate) name: Option<String>,
    /// Token of the verb or noun of harm.
    pub(crate) trigger: usize,
    /// The number of those that this one is some of: "one of the four".
    pub(crate) of: Option<u64>,
    /// First token of the number.
    pub(crate) start: usize,
    /// The paragraph of the sentence.
    pub(crate) paragraph: usize,
    /// Token of "including" or its like, where this is in the list behind it.
    pub(crate) listed: Option<usize>,
}

/// Words and runs of words that turn to another event.
const ELSEWHERE: &[&str] = &[
    "elsewhere",
    "separately",
    "separate",
    "meanwhile",
    "another attack",
    "another incident",
    "another clash",
    "another strike",
    "another bombing",
    "another blast",
    "another explosion",
    "another raid",
    "another ambush",
    "another shooting",
    "in another",
    "other attacks",
    "other incidents",
    "second attack",
    "second blast",
    "second strike",
    "second explosion",
    "different",
];
const EARLIER: &[&str] = &[
    "earlier",
    "previously",
    "previous",
    "initially",
    "initial",
    "at first",
    "recent",
    "recently",
];
const RECALLS: &[&str] = &[
    "last week",
    "last month",
    "last year",
    "last summer",
    "last winter",
    "last spring",
    "last autumn",
    "ago",
    "a day earlier",
    "days earlier",
    "a week earlier",
    "weeks earlier",
    "a month earlier",
    "months earlier",
    "a year earlier",
    "years earlier",
    "a day after",
    "days after",
    "a week after",
    "weeks after",
    "months after",
    "in recent",
    "past attacks",
    "anniversary",
];
const TOTAL: &[&str] = &[
    "total",
    "toll",
    "in all",
    "altogether",
    "overall",
    "combined",
    "bringing",
    "brings",
    "brought",
    "tally",
];
const RISE: &[&str] = &[
    "up from",
    "down from",
    "rose",
    "risen",
    "rises",
    "rising",
    "climbed",
    "climbs",
    "revised",
    "updated",
    "corrected",
    "instead of",
    "not the",
    "increased to",
    "had put",
    "later said",
    "previously reported",
    "previously said",
    "earlier reported",
    "earlier said",
    "initially said",
    "initially reported",
    "initial reports",
    "earlier reports",
    "earlier report",
    "first reports",
    "from an earlier",
];
/// Nouns for who has done a deed.
const AGENTS: &[&str] = &[
    "gunman",
    "gunmen",
    "bomber",
    "bombers",
    "attacker",
    "attackers",
    "assailant",
    "assailants",
    "militants",
    "insurgents",
    "rebels",
    "guerrillas",
    "warplanes",
    "aircraft",
    "jets",
    "helicopters",
    "drone",
    "drones",
    "bandits",
    "kidnappers",
    "extremists",
    "fighters",
    "men",
    "snipers",
    "sniper",
    "mob",
    "suspect",
];
const BRINGS: &[&str] = &[
    "bring",
    "brings",
    "bringing",
    "brought",
    "raise",
    "raises",
    "raising",
    "raised",
    "take",
    "takes",
    "taking",
    "took",
    "push",
    "pushes",
    "pushing",
    "pushed",
    "lift",
    "lifts",
    "lifting",
    "lifted",
    "rise",
    "rises",
    "rising",
    "rose",
    "risen",
    "climb",
    "climbs",
    "climbing",
    "climbed",
    "increase",
    "increases",
    "increasing",
    "increased",
    "jump",
    "jumps",
    "jumped",
    "grew",
    "grown",
    "swelled",
    "swelling",
];
const BUT: &[&str] = &["but", "however", "although", "though", "whereas"];
const DISPUTE: &[&str] = &[
    "only",
    "denied",
    "denies",
    "disputed",
    "rejected",
    "put the",
    "puts the",
    "claimed",
    "claims",
    "contradicted",
    "contrary",
    "conflicting",
    "while the",
    "counted",
    "for its part",
    "for their part",
];
const MANY: &[&str] = &[
    "attacks",
    "clashes",
    "strikes",
    "airstrikes",
    "raids",
    "bombings",
    "explosions",
    "blasts",
    "incidents",
    "shootings",
    "confrontations",
    "massacres",
    "ambushes",
    "operations",
    "violence",
    "series",
    "wave",
    "string",
    "spate",
    "across",
    "throughout",
    "several parts",
    "bombs",
    "earthquakes",
];
const SINGLE: &[&str] = &[
    "deadliest",
    "worst",
    "bloodiest",
    "one of the attacks",
    "one attack",
    "one of the",
    "in the attack",
    "in one",
    "the latest",
    "largest",
    "biggest",
];
/// Nouns for one attack or disaster.
const DEEDS: &[&str] = &[
    "attack",
    "blast",
    "bomb",
    "bombing",
    "explosion",
    "clash",
    "incident",
    "ambush",
    "raid",
    "strike",
    "airstrike",
    "shooting",
    "massacre",
    "shelling",
    "assault",
    "operation",
    "battle",
    "fighting",
    "crash",
    "fire",
    "quake",
    "earthquake",
    "accident",
    "firefight",
    "siege",
    "rocket",
    "missile",
    "shell",
    "mine",
    "offensive",
    "killing",
    "murder",
    "assassination",
    "gunfight",
    "confrontation",
];
const ALSO: &[&str] = &["also", "as well as", "in addition", "besides", "too"];

/// How a figure stands to another by the words that give it: put by another claimant, or replaced.
pub(crate) fn stands(text: &Text<'_>, told: &Told, mention: &Mention) -> Option<Bond> {
    if mention.rule == mention::REPLACED.name {
        return Some(Bond::Revised);
    }
    // "a third died in hospital", "a fifth person".
    let phrase = &told.phrases[mention.phrase];
    if phrase.quantity.is_some_and(|q| q.more)
        && matches!(text.lower_at(phrase.start), "a" | "an")
        && mention.count.low == 1
    {
        return Some(Bond::Additional);
    }
    // "first spoke of 20 dead", "after initially announcing 67 deaths".
    let start = told.phrases[mention.phrase].start;
    let near = start.saturating_sub(5).max(told.sentence.start)..start;
    let first = near.clone().find(|i| {
        matches!(
            text.lower_at(*i),
            "initially" | "originally" | "first" | "previously"
        )
    });
    let said = |from: usize| {
        (from..start).any(|i| {
            text.word_at(i).is_some_and(|word| word.speech.is_some())
                || matches!(text.lower_at(i), "spoke" | "put" | "given" | "gave")
        })
    };
    if first.is_some_and(said) {
        return Some(Bond::Revised);
    }
    (mention.rule == mention::CARRIED_FIGURE.name).then_some(Bond::Rival)
}

/// What a sentence says to each of its claims, by its words.
const OF_SENTENCE: &[(Sign, &[&str])] = &[
    (Sign::Elsewhere, ELSEWHERE),
    (Sign::Also, ALSO),
    (Sign::Earlier, EARLIER),
    (Sign::Recalls, RECALLS),
    (Sign::Total, TOTAL),
    (Sign::Rise, RISE),
    (Sign::But, BUT),
    (Sign::Dispute, DISPUTE),
    (Sign::Many, MANY),
    (Sign::Single, SINGLE),
];

/// Returns the first words of all that a sentence may say to each of its claims.
pub(crate) fn sentence_openings() -> impl Iterator<Item = &'static str> {
    let lists = OF_SENTENCE.iter().flat_map(|(_, list)| list.iter());
    lists.filter_map(|entry| entry.split(' ').next())
}

/// What the words of a sentence say about each of its claims.
fn of_sentence(text: &Text<'_>, sentence: Sentence) -> Signs {
    let opening: Vec<usize> = (sentence.start..sentence.end)
        .filter(|i| text.tokens[*i].word.opens_sign)
        .collect();
    let stands = |at: usize, entry: &str| {
        let mut words = entry.split(' ').enumerate();
        words.all(|(k, word)| text.lower_at(at + k) == word)
    };
    let mut signs = Signs::default();
    for (sign, list) in OF_SENTENCE {
        let said = |at: &usize| list.iter().any(|entry| stands(*at, entry));
        signs.note(*sign, opening.iter().any(said));
    }
    let deed = |first: &[&str]| {
        (sentence.start..sentence.end).any(|i| {
            DEEDS.contains(&text.lower_at(i))
                && (i.saturating_sub(3).max(sentence.start)..i)
                    .any(|k| first.contains(&text.lower_at(k)))
        })
    };
    signs.note(Sign::ThatDeed, deed(&["the", "this", "that"]));
    signs.note(Sign::NewDeed, deed(&["a", "an", "another", "one"]));
    let doer = (sentence.start..sentence.end).any(|i| {
        let known = |k: usize| {
            matches!(
                text.lower_at(k),
                "the" | "these" | "those" | "his" | "their"
            )
        };
        AGENTS.contains(&text.lower_at(i))
            && !(i.saturating_sub(3).max(sentence.start)..i).any(known)
    });
    signs.note(Sign::NewAgent, doer);
    signs
}

/// Reads the words around a mention.
pub(crate) fn words(text: &Text<'_>, told: &Told, mention: &Mention) -> Words {
    let phrase = &told.phrases[mention.phrase];
    let sentence = told.sentence;
    let quantity = phrase.quantity;
    let first = text.lower_at(phrase.start);
    let head = text.lower_at(phrase.head);
    let mut this = *told.signs.get_or_init(|| of_sentence(text, sentence));
    this.note(Sign::Always, true);
    this.note(
        Sign::Definite,
        quantity.is_some_and(|q| q.definite)
            || matches!(
                first,
                "the" | "these" | "those" | "all" | "both" | "his" | "her" | "their" | "its"
            ),
    );
    this.note(
        Sign::Indefinite,
        matches!(first, "a" | "an") || quantity.is_some_and(|q| q.article),
    );
    this.note(Sign::Pronoun, phrase.what == What::Pronoun);
    let more = (phrase.start..phrase.end).any(|i| {
        matches!(
            text.lower_at(i),
            "another" | "more" | "further" | "additional"
        ) && text.lower_at(i + 1) != "than"
    });
    this.note(Sign::More, more || quantity.is_some_and(|q| q.more));
    let others = (phrase.start..phrase.end).any(|i| matches!(text.lower_at(i), "others" | "other"));
    this.note(Sign::Others, others);
    this.note(Sign::Partitive, mention.partitive || phrase.partitive);
    this.note(Sign::Named, phrase.what == What::Name);
    this.note(Sign::Object, !mention.effect.on_people());
    this.note(Sign::Nobody, mention.count.high == Some(0));
    let first_word = (phrase.start..phrase.end)
        .find(|i| {
            !matches!(
                text.lower_at(*i),
                "at" | "to" | "around" | "about" | "only" | "just"
            )
        })
        .unwrap_or(phrase.start);
    let before = |words: &[&str], within: usize| {
        (first_word.saturating_sub(within).max(sentence.start)..first_word)
            .any(|i| words.contains(&text.lower_at(i)))
    };
    this.note(
        Sign::PutAt,
        before(&["at"], 3) && before(&["put", "puts", "putting", "placed", "toll", "number"], 7),
    );
    this.note(
        Sign::NotSo,
        before(&["not"], 1) || before(&["rather"], 2) || before(&["instead"], 2),
    );
    let group = mention.trigger.saturating_sub(3).max(sentence.start);
    this.note(
        Sign::Pluperfect,
        (group..mention.trigger).any(|i| text.lower_at(i) == "had"),
    );
    let of = part_of(text, sentence.start, phrase);
    this.note(Sign::OfThem, of == Some(true));
    this.note(Sign::OfTheirs, of == Some(false));
    this.note(Sign::TheOther, more_of_them(text, phrase));
    this.note(
        Sign::Brings,
        is_brought_to(text, sentence.start, first_word),
    );
    this.note(Sign::Tally, is_tally(text, phrase, first_word));
    let mut other = Signs::default();
    for (seen, sign) in [
        (Sign::Named, Sign::ToNamed),
        (Sign::Total, Sign::ToTotal),
        (Sign::Rise, Sign::ToRise),
        (Sign::Earlier, Sign::ToEarlier),
        (Sign::Many, Sign::ToMany),
        (Sign::More, Sign::ToMore),
        (Sign::Brings, Sign::ToBrings),
    ] {
        other.note(sign, this.has(seen));
    }
    let noun = match phrase.what {
        What::People | What::Objects | What::Other => {
            head.strip_suffix('s').unwrap_or(head).to_owned()
        }
        _ => String::new(),
    };
    let sides = (phrase.start..phrase.end)
        .filter(|i| *i != phrase.head || phrase.what == What::People)
        .filter(|i| text.capital_at(*i) && *i > sentence.start)
        .filter(|i| phrase.name.is_none_or(|(from, to)| *i < from || *i >= to))
        .filter(|i| {
            text.tag_at(*i)
                .is_some_and(|tag| tag.is_adjective() || tag.is_name())
        })
        .map(|i| {
            let lower = text.lower_at(i);
            lower.strip_suffix('s').unwrap_or(lower).to_owned()
        })
        .collect();
    let name = phrase
        .name
        .or(phrase.names.first().copied())
        .filter(|_| phrase.what == What::Name || mention.count.low == 1)
        .and_then(|(from, to)| text.lower_span(from, to).split_whitespace().last())
        .map(str::to_owned);
    Words {
        this,
        other,
        noun,
        sides,
        name,
        trigger: mention.trigger,
        of: (phrase.start + 1..phrase.end)
            .take_while(|_| phrase.partitive)
            .find(|i| text.lower_at(*i) == "of")
            .and_then(|of| {
                (of + 1..(of + 4).min(sentence.end)).find_map(|i| match text.number_at(i) {
                    Some(NumberWord::Unit(number)) => Some(number),
                    _ => None,
                })
            }),
        start: phrase.start,
        paragraph: told.paragraph,
        listed: listed(text, sentence.start, phrase.start),
    }
}

/// Whether the number counts some of those told before ("14 of the wounded", "of those killed, 11"), or
/// some of a body of people or things that need not have been told ("two of his guards").
fn part_of(text: &Text<'_>, from: usize, phrase: &Phrase) -> Option<bool> {
    let harmed = |i: usize| {
        text.word_at(i)
            .is_some_and(|word| word.state.is_some() || word.verb.is_some())
            || matches!(
                text.lower_at(i),
                "victims" | "casualties" | "deceased" | "slain"
            )
    };
    let anaphor = |i: usize| match text.lower_at(i) {
        "them" | "whom" | "which" | "these" => true,
        "the" | "those" => harmed(i + 1),
        _ => false,
    };
    let of = (phrase.start + 1..phrase.end + 1).find(|i| text.lower_at(*i) == "of");
    if let Some(of) = of {
        let some = text.number_at(of - 1).is_some() || phrase.quantity.is_some();
        let definite = matches!(
            text.lower_at(of + 1),
            "the" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my"
        );
        if some && (anaphor(of + 1) || definite) {
            return Some(anaphor(of + 1));
        }
    }
    // "of which 45 died", "of those killed, 11".
    let before = phrase.start.saturating_sub(6).max(from);
    let opened = (before..phrase.start).find(|i| {
        let own = *i == from || matches!(text.lower_at(i - 1), "," | ";" | "(" | "and" | "–" | "—");
        own && text.lower_at(*i) == "of" && anaphor(i + 1)
    })?;
    let close = matches!(text.lower_at(opened + 1), "which" | "whom" | "them")
        && opened + 3 >= phrase.start;
    let comma = (opened..phrase.start).any(|i| text.lower_at(i) == ",");
    (close || comma && opened == from).then_some(true)
}

/// "The other five", "the remaining two", "the rest".
fn more_of_them(text: &Text<'_>, phrase: &Phrase) -> bool {
    let the = matches!(
        text.lower_at(phrase.start),
        "the" | "its" | "their" | "his" | "her"
    );
    the && (phrase.start..phrase.end).any(|i| {
        matches!(
            text.lower_at(i),
            "other" | "others" | "remaining" | "rest" | "remainder"
        )
    })
}

/// "Raising the toll to ten", "brought to at least 98 the number".
fn is_brought_to(text: &Text<'_>, from: usize, number: usize) -> bool {
    let to = (number.saturating_sub(4).max(from)..number)
        .rev()
        .find(|i| text.lower_at(*i) == "to");
    to.is_some_and(|to| {
        (to.saturating_sub(24).max(from)..to).any(|i| BRINGS.contains(&text.lower_at(i)))
    })
}

/// "Counted 19 bodies", "a toll of 31", "spoke of ten dead": a number of the dead or hurt without people.
fn is_tally(text: &Text<'_>, phrase: &Phrase, number: usize) -> bool {
    let toll = |i: usize| {
        matches!(
            text.lower_at(i),
            "toll" | "figure" | "number" | "count" | "tally" | "total"
        )
    };
    matches!(phrase.what, What::Harmed(_) | What::Figure(_))
        || text
            .word_at(phrase.end)
            .is_some_and(|word| word.state.is_some())
        || number >= 2 && matches!(text.lower_at(number - 1), "of" | "at") && toll(number - 2)
}

/// The word that opens the list in which token `start` stands: "including a nurse and two drivers".
fn listed(text: &Text<'_>, from: usize, start: usize) -> Option<usize> {
    let opens = |i: usize| {
        matches!(
            text.lower_at(i),
            "including" | "include" | "includes" | "included" | "among" | "namely" | ":"
        )
    };
    (from..=start)
        .rev()
        .take_while(|i| !text.tag_at(*i).is_some_and(Tag::is_finite) || opens(*i))
        .find(|i| opens(*i))
}
