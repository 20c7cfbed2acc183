//! What the words of one claim say about how it stands to others, before the others are looked at.

use super::number::{
    is_brought_to, is_grown, is_of_theirs, is_tally, is_the_deed, later_died, listed, more_of_them,
    part_of,
};
use super::sentence::{is_fronted, of_sentence, turns};
use super::sign::{Sign, Signs};
use super::stands::{is_own_loss, nth};
use crate::claim::Told;
use crate::claim::place::Breadth;
use crate::lexicon::NumberWord;
use crate::mention::{self, Mention};
use crate::phrase::noun::{Phrase, What};
use crate::text::Text;

/// One claim's words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// What they say of this claim.
    pub(crate) this: Signs,
    /// What they say to a claim that is held beside this one.
    pub(crate) other: Signs,
    /// The head noun in the singular; empty where there is none.
    pub(crate) noun: String,
    /// Nationalities and other names used as adjectives of the people.
    pub(crate) sides: Vec<String>,
    /// Whether they are women or girls, or men or boys, where the noun or the pronoun says so.
    pub(crate) female: Option<bool>,
    /// The words of the name; empty where there is none.
    pub(crate) name: Vec<String>,
    /// Token of the verb or noun of harm.
    pub(crate) trigger: usize,
    /// Whether whoever says so tells of losses of his own: "the army admitted that six of its men died".
    pub(crate) own: bool,
    /// Whether it is set beside another as that of an earlier time: "64 this year, up from 58 last year".
    pub(crate) of_before: bool,
    /// Whether it is a toll that has grown: "the toll has risen to 15".
    pub(crate) grown: bool,
    /// The number of those that this one is some of: "one of the four".
    pub(crate) of: Option<u64>,
    /// Whether it is one or some of people that its noun names: "one of his sons".
    pub(crate) some: bool,
    /// The place in which it is told: "a third died".
    pub(crate) nth: Option<u64>,
    /// Whether it is some of those who were wounded: "one of the injured died".
    pub(crate) of_wounded: bool,
    /// First token of the number.
    pub(crate) start: usize,
    /// The paragraph of the sentence.
    pub(crate) paragraph: usize,
    /// Token of "including" or its like, where this is in the list behind it.
    pub(crate) listed: Option<usize>,
    /// Whether it is said to be of those told before: "a nun was among the dead", "four were women".
    pub(crate) among: bool,
    /// Whether those told before are said to be of its number: "they were among nine people killed".
    pub(crate) holds_told: bool,
    /// Whether it is told by the bodies that were found.
    pub(crate) found: bool,
    /// Whether it is told of a place of its own beside another with its place: "six in Ostra and two in Selm".
    pub(crate) placed: bool,
}

/// Nouns that fit any people told before.
pub(crate) const GENERAL: &[&str] = &[
    "body",
    "corpse",
    "remain",
    "victim",
    "casualty",
    "fatality",
    "deceased",
    "dead",
    "man",
    "woman",
    "person",
    "people",
    "individual",
    "duo",
    "pair",
    "trio",
    "couple",
    "group",
    "latter",
];

/// Nouns in the singular and pronouns for one sex.
const FEMALE: &[&str] = &[
    "she",
    "her",
    "woman",
    "girl",
    "daughter",
    "mother",
    "wife",
    "sister",
    "niece",
    "aunt",
    "grandmother",
    "granddaughter",
    "schoolgirl",
    "widow",
    "nun",
];
const MALE: &[&str] = &[
    "he",
    "him",
    "man",
    "boy",
    "son",
    "father",
    "husband",
    "brother",
    "nephew",
    "uncle",
    "grandfather",
    "grandson",
    "schoolboy",
];

/// Reads the words around a mention.
pub(crate) fn words(text: &Text<'_>, told: &Told, mention: &Mention) -> Words {
    let phrase = &told.phrases[mention.phrase];
    let sentence = told.sentence;
    let quantity = phrase.quantity;
    let first = text.lower_at(phrase.start);
    // "two Velmorans" are no more of "three Tarkessans", so that a people's own name counts here.
    let head = text.own_lower_at(phrase.head);
    let mut this = *told.signs.get_or_init(|| of_sentence(text, sentence));
    this.note(Sign::Always, true);
    let noun = match phrase.what {
        What::People | What::Objects | What::Other => singular(head),
        _ => String::new(),
    };
    let general = GENERAL.contains(&noun.as_str());
    let theirs = !general && !noun.is_empty() && is_of_theirs(text, phrase);
    this.note(Sign::Theirs, theirs);
    this.note(
        Sign::Definite,
        quantity.is_some_and(|q| q.definite)
            || matches!(first, "the" | "these" | "those" | "all" | "both")
            || !theirs && matches!(first, "his" | "her" | "their" | "its"),
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
    this.note(
        Sign::AlsoHarmed,
        (group..mention.trigger + 2).any(|i| matches!(text.lower_at(i), "also" | "too")),
    );
    let of = part_of(text, sentence.start, phrase);
    this.note(Sign::OfThem, of == Some(true));
    this.note(Sign::OfTheirs, of == Some(false));
    this.note(
        Sign::LaterDied,
        noun.is_empty() && later_died(text, sentence, mention),
    );
    this.note(Sign::Gapped, mention.rule == mention::CARRIED_GAPPED.name);
    this.note(Sign::TheOther, more_of_them(text, phrase));
    this.note(
        Sign::Brings,
        mention.rule == mention::NTH.name || is_brought_to(text, sentence.start, first_word),
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
    this.note(Sign::Turns, turns(text, sentence, phrase));
    this.note(Sign::Fronted, is_fronted(text, sentence));
    this.note(Sign::TheGeneral, general && this.has(Sign::Definite));
    this.note(Sign::TheDeed, is_the_deed(text, mention.trigger));
    let sides = (phrase.start..phrase.end)
        .filter(|i| *i != phrase.head || phrase.what == What::People)
        .filter(|i| text.capital_at(*i) && *i > sentence.start)
        .filter(|i| phrase.name.is_none_or(|(from, to)| *i < from || *i >= to))
        .filter(|i| {
            text.tag_at(*i)
                .is_some_and(|tag| tag.is_adjective() || tag.is_name())
        })
        .map(|i| {
            let lower = text.own_lower_at(i);
            lower.strip_suffix('s').unwrap_or(lower).to_owned()
        })
        .collect();
    let name = phrase
        .name
        .or(phrase.names.first().copied())
        .filter(|_| phrase.what == What::Name || mention.count.low == 1)
        .map(|(from, to)| {
            (from..to)
                .filter(|i| text.word_at(*i).is_none_or(|word| word.person.is_none()))
                .map(|i| text.own_lower_at(i).to_owned())
                .collect()
        })
        .unwrap_or_default();
    let one = if noun.is_empty() { head } else { noun.as_str() };
    let female = match (FEMALE.contains(&one), MALE.contains(&one)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    Words {
        this,
        other,
        female,
        noun,
        sides,
        name,
        trigger: mention.trigger,
        of_before: mention.rule == mention::CARRIED_FIGURE.name
            && mention::of_another_time(text, phrase),
        own: is_own_loss(text, sentence, phrase, mention.trigger),
        grown: is_grown(text, sentence.start, first_word),
        of: (phrase.start + 1..phrase.end)
            .take_while(|_| phrase.partitive)
            .find(|i| text.lower_at(*i) == "of")
            .and_then(|of| {
                (of + 1..(of + 4).min(sentence.end)).find_map(|i| match text.number_at(i) {
                    Some(NumberWord::Unit(number)) => Some(number),
                    _ => None,
                })
            }),
        some: phrase.partitive,
        nth: nth(text, phrase),
        of_wounded: of == Some(true)
            && (phrase.start..phrase.end + 1).any(|i| {
                matches!(text.lower_at(i), "the" | "those")
                    && matches!(text.lower_at(i + 1), "wounded" | "injured")
            }),
        among: mention.partitive
            && (mention.rule == mention::AMONG.name || mention.rule == mention::OF_THEM.name),
        holds_told: quantity.is_some_and(|q| !q.definite && !q.article)
            && told.phrases.iter().any(|p| {
                let pronoun = p.what == What::Pronoun && p.start >= sentence.start;
                let be = matches!(text.lower_at(p.end), "was" | "were" | "is" | "are");
                let of = p.end + 1..phrase.start;
                pronoun
                    && be
                    && (of.len() == 1 && text.lower_at(of.start) == "among"
                        || of.len() == 2 && text.says(of.start, &["one", "of"]))
            }),
        start: phrase.start,
        paragraph: told.paragraph,
        listed: listed(text, sentence.start, phrase.start),
        found: mention.rule == mention::BODIES.name,
        placed: mention.rule == mention::CARRIED_GAPPED.name
            && is_placed(text, told, mention.phrase),
    }
}

/// Whether the number told before the number `at` has a place too: "killed in Ostra, four in Selm", not "killed, four
/// in Selm and two in Ostra".
fn is_placed(text: &Text<'_>, told: &Told, at: usize) -> bool {
    let ending = |end: usize| {
        let at = told.phrases.partition_point(|p| p.end < end);
        told.phrases.get(at).filter(|p| p.end == end)
    };
    // "six in Ostra, four in one house": that may be in Ostra too.
    let own = told.phrases.get(at + 1).is_some_and(|place| {
        place.start == told.phrases[at].end + 1 && text.capital_at(place.head)
    });
    if !own {
        return false;
    }
    let mut start = told.phrases[at].start;
    for _ in 0..6 {
        let Some(link) = start.checked_sub(1) else {
            return false;
        };
        let comma = link > 0 && text.lower_at(link) == "and" && text.lower_at(link - 1) == ",";
        let Some(place) = ending(link - usize::from(comma)) else {
            return false;
        };
        let Some(preposition) = place.after else {
            return false;
        };
        match ending(preposition).filter(|p| p.what == What::Bare) {
            Some(number) => start = number.start,
            None => return text.capital_at(place.head) && !is_wide(text, told, place),
        }
    }
    false
}

/// Whether the place of a phrase is one that holds others: a country, "the province of Velden".
fn is_wide(text: &Text<'_>, told: &Told, place: &Phrase) -> bool {
    let listed = told
        .places
        .iter()
        .any(|named| (place.start..place.end).contains(&named.at) && named.breadth > Breadth::Town);
    listed
        || (place.start..place.end + 1).any(|i| {
            matches!(
                text.lower_at(i),
                "province"
                    | "district"
                    | "region"
                    | "state"
                    | "county"
                    | "area"
                    | "governorate"
                    | "of"
            )
        })
}

/// The singular of a noun, as far as its letters tell.
fn singular(lower: &str) -> String {
    if let Some(stem) = lower.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = lower.strip_suffix("ies") {
        return format!("{stem}y");
    }
    match lower {
        "children" => "child".to_owned(),
        _ => lower.strip_suffix('s').unwrap_or(lower).to_owned(),
    }
}
