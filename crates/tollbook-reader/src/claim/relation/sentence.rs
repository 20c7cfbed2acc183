//! What a sentence says to each of its claims: that it turns elsewhere, looks back, sums, disputes.

use super::sign::{Sign, Signs};
use crate::lexicon::Class;
use crate::phrase::noun::Phrase;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Words and runs of words that turn to another event.
const ELSEWHERE: &[&[&str]] = &[
    &["elsewhere"],
    &["separately"],
    &["separate"],
    &["meanwhile"],
    &["another", "attack"],
    &["another", "incident"],
    &["another", "clash"],
    &["another", "strike"],
    &["another", "bombing"],
    &["another", "blast"],
    &["another", "explosion"],
    &["another", "raid"],
    &["another", "ambush"],
    &["another", "shooting"],
    &["in", "another"],
    &["other", "attacks"],
    &["other", "incidents"],
    &["second", "attack"],
    &["second", "blast"],
    &["second", "strike"],
    &["second", "explosion"],
    &["different"],
    &["hours", "later"],
    &["hour", "later"],
];
const EARLIER: &[&[&str]] = &[
    &["earlier"],
    &["previously"],
    &["previous"],
    &["initially"],
    &["initial"],
    &["at", "first"],
    &["recent"],
    &["recently"],
];
const RECALLS: &[&[&str]] = &[
    &["last", "week"],
    &["last", "month"],
    &["last", "year"],
    &["last", "summer"],
    &["last", "winter"],
    &["last", "spring"],
    &["last", "autumn"],
    &["ago"],
    &["a", "day", "earlier"],
    &["days", "earlier"],
    &["a", "week", "earlier"],
    &["weeks", "earlier"],
    &["a", "month", "earlier"],
    &["months", "earlier"],
    &["a", "year", "earlier"],
    &["years", "earlier"],
    &["a", "day", "after"],
    &["days", "after"],
    &["a", "week", "after"],
    &["weeks", "after"],
    &["months", "after"],
    &["in", "recent"],
    &["past", "attacks"],
    &["anniversary"],
];
const TOTAL: &[&[&str]] = &[
    &["total"],
    &["toll"],
    &["in", "all"],
    &["altogether"],
    &["overall"],
    &["combined"],
    &["bringing"],
    &["brings"],
    &["brought"],
    &["tally"],
];
const RISE: &[&[&str]] = &[
    &["up", "from"],
    &["down", "from"],
    &["rose"],
    &["risen"],
    &["rises"],
    &["rising"],
    &["climbed"],
    &["climbs"],
    &["revised"],
    &["updated"],
    &["corrected"],
    &["instead", "of"],
    &["not", "the"],
    &["increased", "to"],
    &["had", "put"],
    &["later", "said"],
    &["previously", "reported"],
    &["previously", "said"],
    &["earlier", "reported"],
    &["earlier", "said"],
    &["initially", "said"],
    &["initially", "reported"],
    &["initial", "reports"],
    &["earlier", "reports"],
    &["earlier", "report"],
    &["first", "reports"],
    &["from", "an", "earlier"],
];
/// Runs of words by which a sentence begins on another event.
const TURNS: &[&[&str]] = &[
    &["elsewhere"],
    &["separately"],
    &["in", "another"],
    &["farther", "north"],
    &["farther", "south"],
    &["farther", "east"],
    &["farther", "west"],
    &["further", "north"],
    &["further", "south"],
    &["further", "east"],
    &["further", "west"],
    &["on", "the", "other", "side"],
    &["also", "on"],
    &["also", "in"],
    &["later", "in", "the", "day"],
    &["later", "that", "day"],
    &["later", "the", "same", "day"],
    &["earlier", "in", "the", "day"],
    &["hours", "later"],
    &["hours", "earlier"],
    &["hours", "before"],
    &["in", "nearby"],
    &["in", "neighboring"],
    &["in", "neighbouring"],
    &["in", "response"],
    &["in", "retaliation"],
    &["in", "revenge"],
];
/// Words that set a deed apart from the one told before.
const APART: &[&str] = &[
    "another",
    "different",
    "earlier",
    "fourth",
    "further",
    "previous",
    "second",
    "separate",
    "similar",
    "subsequent",
    "third",
    "unrelated",
];
/// How many words may stand before what a sentence begins with: "some", "but", "police said that".
const OPENING: usize = 4;
/// How many words before and behind a number are of its clause.
const CLAUSE: usize = 24;
/// How many words a place at the head of a sentence may have: "in the northern town of Ostra".
const PLACE: usize = 6;

/// Nouns for who has done a deed.
pub(crate) const AGENTS: &[&str] = &[
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
const BUT: &[&[&str]] = &[
    &["but"],
    &["however"],
    &["although"],
    &["though"],
    &["whereas"],
];
const DISPUTE: &[&[&str]] = &[
    &["only"],
    &["denied"],
    &["denies"],
    &["disputed"],
    &["rejected"],
    &["put", "the"],
    &["puts", "the"],
    &["claimed"],
    &["claims"],
    &["contradicted"],
    &["contrary"],
    &["conflicting"],
    &["while", "the"],
    &["counted"],
    &["for", "its", "part"],
    &["for", "their", "part"],
];
const MANY: &[&[&str]] = &[
    &["attacks"],
    &["clashes"],
    &["strikes"],
    &["airstrikes"],
    &["raids"],
    &["bombings"],
    &["explosions"],
    &["blasts"],
    &["incidents"],
    &["shootings"],
    &["confrontations"],
    &["massacres"],
    &["ambushes"],
    &["operations"],
    &["violence"],
    &["series"],
    &["wave"],
    &["string"],
    &["spate"],
    &["across"],
    &["throughout"],
    &["several", "parts"],
    &["bombs"],
    &["earthquakes"],
];
/// Words for several attacks of one time.
const ACROSS: &[&[&str]] = &[
    &["across"],
    &["throughout"],
    &["nationwide"],
    &["countrywide"],
    &["series", "of"],
    &["string", "of"],
    &["wave", "of"],
    &["spate", "of"],
    &["one", "of", "several"],
];
const ALONE: &[&[&str]] = &[&["alone"]];
const SINGLE: &[&[&str]] = &[
    &["deadliest"],
    &["worst"],
    &["bloodiest"],
    &["one", "of", "the", "attacks"],
    &["one", "attack"],
    &["one", "of", "the"],
    &["in", "the", "attack"],
    &["in", "one"],
    &["the", "latest"],
    &["largest"],
    &["biggest"],
];
/// Nouns for one attack or disaster.
pub(crate) const DEEDS: &[&str] = &[
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
const ALSO: &[&[&str]] = &[
    &["also"],
    &["as", "well", "as"],
    &["in", "addition"],
    &["besides"],
    &["too"],
];

/// What a sentence says to each of its claims, by its words.
pub(crate) const OF_SENTENCE: &[(Sign, &[&[&str]])] = &[
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
    (Sign::Across, ACROSS),
    (Sign::Alone, ALONE),
];

/// What the words of a sentence say about each of its claims.
pub(super) fn of_sentence(text: &Text<'_>, sentence: Sentence) -> Signs {
    let mut signs = Signs::default();
    for at in sentence.start..sentence.end {
        for (words, sign) in &text.tokens[at].word.signs {
            signs.note(*sign, text.says(at, words));
        }
    }
    let deed = |first: &[&str]| {
        (sentence.start..sentence.end).any(|i| {
            text.tokens[i].word.is(Class::Deed)
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
        text.tokens[i].word.is(Class::Agent)
            && !(i.saturating_sub(3).max(sentence.start)..i)
                .rev()
                // "The army said rebels": the article is the army's.
                .take_while(|k| !text.tag_at(*k).is_some_and(Tag::is_verb))
                .any(known)
    });
    signs.note(Sign::NewAgent, doer);
    signs
}

/// Whether the words around a number tell of another event than those before: "elsewhere, gunmen killed 12", "another
/// bomb killed 12", "12 died in a separate attack".
pub(super) fn turns(text: &Text<'_>, sentence: Sentence, phrase: &Phrase) -> bool {
    let opening = sentence.start..(sentence.start + OPENING).min(phrase.start);
    let begins = opening
        .into_iter()
        .any(|at| TURNS.iter().any(|words| text.says(at, words)));
    let clause = (phrase.end..sentence.end.min(phrase.end + CLAUSE))
        .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "which" | "that"))
        .chain(phrase.start.saturating_sub(CLAUSE).max(sentence.start)..phrase.start);
    let apart = |i: usize| {
        APART.contains(&text.lower_at(i))
            && (i + 1..(i + 3).min(sentence.end)).any(|k| text.tokens[k].word.is(Class::Deed))
    };
    begins || clause.into_iter().any(apart)
}

/// Whether the sentence begins with a place: "in Ostra", "OSTRA -".
pub(super) fn is_fronted(text: &Text<'_>, sentence: Sentence) -> bool {
    let start = sentence.start;
    let place = |i: usize| i < sentence.end && text.capital_at(i);
    match text.lower_at(start) {
        "in" | "at" | "near" | "outside" if text.lower_at(start + 1) == "the" => (start + 2
            ..start + PLACE)
            .take_while(|i| text.lower_at(*i) != ",")
            .any(place),
        "in" | "at" | "near" | "outside" => place(start + 1),
        _ => place(start) && matches!(text.lower_at(start + 1), "-" | "–" | "—" | ":"),
    }
}
