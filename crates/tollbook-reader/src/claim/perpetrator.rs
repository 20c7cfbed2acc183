//! Perpetrator: whoever the report says has done the harm, in the words of the report.

use tollbook_terms::{Category, Effect};

use super::{Mentions, Told};
use crate::actor::ActorTable;
use crate::lexicon::{Frame, HarmNoun, Lexicon, MeansWord};
use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

pub(crate) const DOER: Rule = Rule {
    name: "perpetrator.doer",
    says: "Who is the subject of the verb of harm, stands behind \"by\", owns the strike or attacks in the same clause has done it.",
    must: &[
        ("Gunmen killed three policemen.", "killed 3 police"),
        (
            "Three policemen were shot dead by gunmen.",
            "killed 3 police",
        ),
        ("Rebel shelling killed three policemen.", "killed 3 police"),
    ],
    must_not: &[(
        "The blast killed three policemen and wounded four.",
        "those who were killed wounded nobody",
    )],
};

pub(crate) const BLAME: Rule = Rule {
    name: "perpetrator.blame",
    says: "Who claims an attack, is blamed for it or stands accused of it is said to have done it.",
    must: &[
        (
            "A blast killed three policemen. The rebels claimed responsibility.",
            "killed 3 police",
        ),
        (
            "A blast killed three policemen. Officials blamed the rebels for the attack.",
            "killed 3 police",
        ),
    ],
    must_not: &[(
        "A blast killed three policemen. The government condemned it.",
        "who condemns it has not done it",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&DOER, &BLAME];

/// How somebody is said to have done something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// "shot by X".
    By,
    /// "X's attack", "X shelling".
    Owner,
    /// "X attacked".
    Subject,
    /// "clashes with X", "between X and Y".
    Against,
    /// "X claimed responsibility", "blamed on X".
    Blame,
}

/// Somebody who is said to have done something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doer {
    /// First token of the words.
    pub(crate) at: usize,
    pub(crate) how: How,
    pub(crate) words: String,
}

/// The furthest that a doer may stand from the harm.
const REACH: u32 = 45;

/// A sentence whose doers are looked for.
struct Search<'a, 't> {
    text: &'a Text<'t>,
    sentence: &'a Sentence,
    phrases: &'a [Phrase],
    actors: &'a ActorTable,
    lexicon: &'a Lexicon,
}

/// Returns whoever a sentence says has done something, from left to right.
pub(crate) fn doers(
    text: &Text<'_>,
    sentence: &Sentence,
    phrases: &[Phrase],
    actors: &ActorTable,
    lexicon: &Lexicon,
) -> Vec<Doer> {
    let search = Search {
        text,
        sentence,
        phrases,
        actors,
        lexicon,
    };
    let mut doers = Vec::new();
    for at in sentence.start..sentence.end {
        search.behind(at, &mut doers);
        search.before(at, &mut doers);
    }
    for index in 0..phrases.len() {
        search.owner(index, &mut doers);
    }
    doers.sort_by_key(|doer| doer.at);
    doers
}

/// Nouns of a deed or of a weapon that somebody can own.
fn can_be_owned(lower: &str) -> bool {
    let one = lower.strip_suffix('s').unwrap_or(lower);
    matches!(
        one,
        "attack"
            | "counterattack"
            | "airstrike"
            | "strike"
            | "raid"
            | "shelling"
            | "bombardment"
            | "bombing"
            | "fire"
            | "missile"
            | "rocket"
            | "shell"
            | "ambush"
            | "offensive"
            | "assault"
            | "massacre"
            | "drone"
            | "warplane"
            | "jet"
            | "plane"
            | "aircraft"
            | "helicopter"
            | "gunship"
            | "tank"
            | "artillery"
            | "gunfire"
            | "incursion"
            | "operation"
            | "campaign"
            | "war"
            | "violence"
            | "bullet"
            | "sniper"
            | "mortar"
            | "bomb"
            | "invasion"
            | "crackdown"
            | "aggression"
            | "siege"
            | "killing"
            | "shooting"
            | "onslaught"
    )
}

fn is_day(lower: &str) -> bool {
    crate::phrase::date::is_month(lower)
        || crate::phrase::date::weekday(lower).is_some()
        || matches!(
            lower,
            "today" | "yesterday" | "tonight" | "night" | "weekend"
        )
}

/// Words for a side that fights, before its deed: "terrorist attacks".
fn is_side(lower: &str) -> bool {
    matches!(
        lower,
        "terrorist"
            | "terrorists"
            | "extremist"
            | "extremists"
            | "jihadist"
            | "jihadists"
            | "islamist"
            | "islamists"
            | "separatist"
            | "separatists"
            | "settler"
            | "settlers"
            | "bandit"
            | "bandits"
            | "opposition"
            | "enemy"
            | "allied"
            | "loyalist"
            | "paramilitary"
            | "nato"
    )
}

/// Forces that no table names: "the army", "government troops".
fn is_force(lower: &str) -> bool {
    matches!(
        lower,
        "army"
            | "military"
            | "police"
            | "government"
            | "regime"
            | "coalition"
            | "troops"
            | "forces"
            | "force"
            | "militia"
            | "militias"
            | "navy"
            | "guerrilla"
            | "guerrillas"
            | "junta"
            | "cartel"
            | "gang"
            | "group"
            | "groups"
            | "organization"
            | "organizations"
            | "organisation"
            | "unit"
            | "units"
            | "squad"
            | "squads"
            | "patrol"
            | "commando"
            | "commandos"
            | "movement"
            | "faction"
            | "factions"
            | "mob"
            | "cell"
            | "network"
            | "outfit"
            | "brigade"
            | "battalion"
            | "security"
            | "authorities"
    )
}

/// Verbs of attack whose subject has done what follows.
fn is_attack(lower: &str) -> bool {
    matches!(
        lower,
        "launched"
            | "launches"
            | "launch"
            | "attacked"
            | "attack"
            | "attacks"
            | "fired"
            | "opened"
            | "shelled"
            | "bombed"
            | "raided"
            | "stormed"
            | "ambushed"
            | "detonated"
            | "blew"
            | "bombarded"
            | "targeted"
            | "targets"
            | "struck"
            | "hit"
            | "pounded"
            | "dropped"
            | "threw"
            | "thrown"
            | "hurled"
            | "rammed"
            | "planted"
            | "staged"
            | "demolished"
            | "bulldozed"
            | "overran"
            | "torched"
            | "besieged"
            | "massacred"
            | "assaulted"
            | "perpetrated"
            | "committed"
            | "conducted"
            | "inflicted"
            | "waged"
            | "intensified"
            | "carried"
            | "orchestrated"
            | "masterminded"
            | "claimed"
            | "led"
            | "invaded"
            | "clashed"
    )
}

impl Search<'_, '_> {
    fn starting(&self, at: usize) -> Option<usize> {
        let index = self.phrases.partition_point(|p| p.start < at);
        (index < self.phrases.len() && self.phrases[index].start == at).then_some(index)
    }

    fn ending_before(&self, end: usize) -> Option<usize> {
        self.phrases
            .partition_point(|p| p.end <= end)
            .checked_sub(1)
    }

    fn lower(&self, at: usize) -> &str {
        self.text.lower_at(at)
    }

    /// The words by which the phrase names somebody who can act; none for a weapon, a day or a place.
    fn someone(&self, index: usize) -> Option<String> {
        let phrase = &self.phrases[index];
        let text = self.text;
        // "(AP)" is whoever reports.
        if text.lower_at(phrase.start.wrapping_sub(1)) == "(" {
            return None;
        }
        let head = text.lower_at(phrase.head);
        let day =
            crate::phrase::date::is_month(head) || crate::phrase::date::weekday(head).is_some();
        if day || can_be_owned(head) && phrase.what != What::People {
            return self.owner_words(phrase).map(|(_, words)| words);
        }
        if matches!(phrase.what, What::People | What::Name) || is_force(head) {
            return Some(
                text.span(phrase.start, self.with_complement(index))
                    .to_owned(),
            );
        }
        if phrase.what != What::Other {
            return None;
        }
        let words = text.span(phrase.start, phrase.end);
        let found = self.actors.find(words);
        let actor = found.first()?;
        // Of a country only the side itself acts: "Velmora", "the Velmoran army", not "Velmoran oil".
        let last = text.tokens[phrase.start].start + actor.end == text.tokens[phrase.end - 1].end;
        last.then(|| words[actor.start..actor.end].to_owned())
    }

    /// Whether the phrase can be the subject of what follows: it is no object of a verb of harm, and no
    /// place behind a comma or a preposition.
    fn can_be_subject(&self, index: usize) -> bool {
        let phrase = &self.phrases[index];
        let mut at = phrase.start;
        while at > self.sentence.start
            && (matches!(
                self.text.tag_at(at - 1),
                Some(Tag::DT | Tag::CD | Tag::HYPH)
            ) || matches!(
                self.lower(at - 1),
                "year" | "dead" | "of" | "life" | "lives" | "-"
            ))
        {
            at -= 1;
        }
        let object = at > self.sentence.start
            && (self
                .text
                .word_at(at - 1)
                .is_some_and(|word| word.verb.is_some())
                || matches!(
                    self.lower(at - 1),
                    "left" | "leaving" | "claiming" | "claimed" | "claims" | "including"
                ));
        let aside = phrase.what == What::Other
            && (phrase.after.is_some() || self.lower(phrase.start.wrapping_sub(1)) == ",");
        !object && !aside
    }

    /// The end of the phrase with what says whose they are: "members of the group", "gunmen from Harat".
    fn with_complement(&self, index: usize) -> usize {
        let phrase = &self.phrases[index];
        let group = matches!(phrase.what, What::People) || is_force(self.lower(phrase.head));
        match self.lower(phrase.end) {
            "of" | "from" | "belonging" if group => self
                .starting(phrase.end + 1)
                .map_or(phrase.end, |next| self.phrases[next].end),
            _ => phrase.end,
        }
    }

    /// The first token and the words of whoever owns the deed or weapon that the phrase names.
    fn owner_words(&self, phrase: &Phrase) -> Option<(usize, String)> {
        let text = self.text;
        if matches!(text.lower_at(phrase.start), "its" | "their" | "his" | "her") {
            return None;
        }
        // "the militant group's attack".
        let owned = (phrase.start..phrase.head).find(|at| text.tag_at(*at) == Some(Tag::POS));
        let end = owned.unwrap_or(phrase.head);
        let names = |at: usize| {
            let word = text.word_at(at);
            let armed = |category: &Category| {
                matches!(
                    category,
                    Category::Combatant
                        | Category::Police
                        | Category::Security
                        | Category::Attacker
                )
            };
            word.and_then(|word| word.person.as_ref())
                .is_some_and(|noun| noun.categories.iter().any(armed))
                || is_force(text.lower_at(at))
                || is_side(text.lower_at(at))
        };
        let words = text.span(phrase.start, end);
        let byte = text.tokens[phrase.start].start;
        let actor = self.actors.find(words).first().map(|found| {
            let at = text
                .tokens
                .partition_point(|token| token.end <= byte + found.start);
            (at, words[found.start..found.end].to_owned())
        });
        let means = |at: usize| {
            matches!(
                self.lexicon.means.get(text.lower_at(at)),
                Some(MeansWord::Means(_))
            )
        };
        let first = (phrase.start..end).find(|at| names(*at) && !means(*at));
        let last = (phrase.start..end)
            .rev()
            .find(|at| names(*at) && !means(*at));
        match (actor, first, last) {
            (Some(actor), _, Some(last)) if last > actor.0 => {
                Some((actor.0, text.span(actor.0, last + 1).to_owned()))
            }
            (Some(actor), _, _) => Some(actor),
            (None, Some(first), Some(last)) => {
                let from = match owned {
                    Some(_) => phrase.start,
                    None => first,
                };
                Some((from, text.span(from, last + 1).to_owned()))
            }
            (None, ..)
                if owned.is_some()
                    && text.capital_at(end - 1)
                    && !is_day(text.lower_at(end - 1)) =>
            {
                Some((phrase.start, words.to_owned()))
            }
            _ => None,
        }
    }

    /// "X shelling", "X's attack", also where a date or number parts the two: "X's October 7 attack".
    fn owner(&self, index: usize, doers: &mut Vec<Doer>) {
        let phrase = &self.phrases[index];
        let owns = can_be_owned(self.lower(phrase.head))
            || matches!(
                self.text.word_at(phrase.head).and_then(|word| word.noun),
                Some(HarmNoun::Deed(_))
            );
        if owns && phrase.what != What::People {
            if let Some((at, words)) = self.owner_words(phrase) {
                doers.push(Doer {
                    at,
                    how: How::Owner,
                    words,
                });
            }
            return;
        }
        let possessive = matches!(self.lower(phrase.end), "'s" | "’s" | "'" | "’")
            && !self.text.spaced_at(phrase.end);
        let parted = possessive
            && (phrase.end + 1..(phrase.end + 7).min(self.sentence.end))
                .take_while(|at| !self.text.tag_at(*at).is_some_and(Tag::is_verb))
                .any(|at| can_be_owned(self.lower(at)));
        if parted && let Some(words) = self.someone(index) {
            doers.push(Doer {
                at: phrase.start,
                how: How::Owner,
                words,
            });
        }
    }

    /// Whoever stands behind the token: "by X", "clashes with X", "blamed on X", "accused X of".
    fn behind(&self, at: usize, doers: &mut Vec<Doer>) {
        let before = at.wrapping_sub(1);
        let inside = at > self.sentence.start;
        let how = match self.lower(at) {
            "by" if inside && self.takes_by(before) => How::By,
            "with" if inside && self.is_clash(before) => How::Against,
            "between" if inside && self.is_clash(before) => How::Against,
            "against" if inside && self.is_clash(before) => How::Against,
            "on" if inside && matches!(self.lower(before), "blamed" | "blames") => How::Blame,
            "blamed" | "blames" | "blaming" if !self.is_passive(at) => How::Blame,
            "accused" | "accuses" | "accusing" if self.charges_harm(at) => How::Blame,
            _ => return,
        };
        let mut first = at + 1;
        // "by the same": a quotation mark may stand before the words.
        if matches!(self.lower(first), "\"" | "“" | "``") {
            first += 1;
        }
        let Some(index) = self.starting(first) else {
            return;
        };
        let mut push = |index: usize| {
            if let Some(words) = self.someone(index) {
                doers.push(Doer {
                    at: self.phrases[index].start,
                    how,
                    words,
                });
            }
        };
        push(index);
        let end = self.with_complement(index);
        if self.lower(at) == "between"
            && self.lower(end) == "and"
            && let Some(other) = self.starting(end + 1)
        {
            push(other);
        }
    }

    fn is_passive(&self, at: usize) -> bool {
        matches!(
            self.lower(at.wrapping_sub(1)),
            "was" | "were" | "been" | "is" | "are" | "be" | "being"
        )
    }

    /// Whether "accused" at `at` is active and what follows "of" is harm.
    fn charges_harm(&self, at: usize) -> bool {
        let of = (at + 1..(at + 10).min(self.sentence.end)).find(|i| self.lower(*i) == "of");
        !self.is_passive(at) && of.is_some_and(|of| self.names_harm(of + 1))
    }

    /// Whether the next words from `at` on name harm: "killing", "carrying out the attack".
    fn names_harm(&self, at: usize) -> bool {
        (at..(at + 6).min(self.sentence.end)).any(|i| {
            let word = self.text.word_at(i);
            word.is_some_and(|word| word.verb.is_some() || word.noun.is_some())
                || can_be_owned(self.lower(i))
        })
    }

    /// Whether "by" behind the token names who did it.
    fn takes_by(&self, at: usize) -> bool {
        let word = self.text.word_at(at);
        let harm = word.is_some_and(|word| word.verb.is_some() || word.noun.is_some());
        let speech = word.is_some_and(|word| word.speech.is_some());
        let lower = self.lower(at);
        harm || !speech && (can_be_owned(lower) || is_attack(lower))
            || lower == "claimed"
            || matches!(
                lower,
                "out" | "off" | "dead" | "down" | "up" | "planned" | "set" | "wounds"
            )
            || (matches!(lower, "fire" | "shells" | "death" | "away"))
    }

    fn is_clash(&self, at: usize) -> bool {
        matches!(
            self.lower(at),
            "clash"
                | "clashes"
                | "clashed"
                | "fighting"
                | "battle"
                | "battles"
                | "fire"
                | "gunbattle"
                | "gunfight"
                | "shootout"
                | "shoot-out"
                | "skirmish"
                | "skirmishes"
                | "firefight"
                | "confrontation"
                | "confrontations"
                | "combat"
                | "encounter"
                | "hostilities"
        )
    }

    /// Whoever stands before the token: "X attacked", "X claimed responsibility", "X is accused of".
    fn before(&self, at: usize, doers: &mut Vec<Doer>) {
        let text = self.text;
        let lower = self.lower(at);
        let claims = matches!(lower, "claimed" | "claims" | "claiming" | "took")
            && (at + 1..at + 7)
                .any(|i| self.lower(i) == "responsibility" || can_be_owned(self.lower(i)))
            && !self.is_passive(at);
        let accused = matches!(
            lower,
            "accused" | "suspected" | "convicted" | "responsible" | "behind" | "blamed"
        ) && matches!(
            self.lower(at + 1),
            "of" | "for" | "the" | "an" | "a" | "it" | "this"
        ) && (self.is_passive(at) || lower != "behind" && self.follows_phrase(at))
            && (lower != "accused" || self.names_harm(at + 1))
            // "Police blamed the rebels": not whoever blames.
            && (lower != "blamed" || self.is_passive(at) || self.lower(at + 1) == "for");
        let harms = text
            .word_at(at)
            .and_then(|word| word.verb)
            .is_some_and(|verb| {
                matches!(verb.frame, Frame::Person | Frame::Strike | Frame::Object)
            });
        let how = if claims || accused {
            How::Blame
        } else if (harms || is_attack(lower))
            && text
                .tag_at(at)
                .is_some_and(|tag| tag.is_finite() || tag == Tag::VBN)
            && (!matches!(lower, "carried" | "claimed" | "led" | "opened")
                || matches!(self.lower(at + 1), "out" | "fire")
                || lower == "opened" && self.lower(at + 2) == "fire")
        {
            How::Subject
        } else {
            return;
        };
        let Some(index) = self.subject(at, how == How::Blame) else {
            return;
        };
        if let Some(words) = self.someone(index) {
            doers.push(Doer {
                at: self.phrases[index].start,
                how,
                words,
            });
        }
    }

    fn follows_phrase(&self, at: usize) -> bool {
        self.ending_before(at)
            .is_some_and(|index| self.phrases[index].end == at)
    }

    /// The subject of the verb at `at`, none where the verb is passive and `passive` is not wanted.
    fn subject(&self, at: usize, passive: bool) -> Option<usize> {
        let mut start = at;
        while start > self.sentence.start {
            let lower = self.lower(start - 1);
            let helps = matches!(
                lower,
                "was" | "were" | "been" | "is" | "are" | "be" | "being"
            );
            if helps && !passive {
                return None;
            }
            let skips = helps
                || matches!(
                    lower,
                    "has" | "have" | "had" | "who" | "which" | "that" | "," | "also" | "later"
                )
                || self.text.tag_at(start - 1).is_some_and(Tag::is_adverb);
            if !skips {
                break;
            }
            start -= 1;
        }
        // A participle without a subject of its own: "a bomb planted".
        if self.text.tag_at(at) == Some(Tag::VBN) && start == at && !passive {
            return None;
        }
        let mut index = self.ending_before(start)?;
        if start - self.phrases[index].end > 1 {
            return None;
        }
        // "a spokesman for the group said": the head, not what stands behind its preposition.
        for _ in 0..4 {
            let phrase = &self.phrases[index];
            let day = crate::phrase::date::weekday(self.lower(phrase.head)).is_some();
            let Some(before) = phrase.after else {
                if day && index > 0 && self.phrases[index - 1].end == phrase.start {
                    index -= 1;
                    continue;
                }
                break;
            };
            match index
                .checked_sub(1)
                .filter(|i| self.phrases[*i].end == before)
            {
                Some(head) => index = head,
                None => break,
            }
        }
        Some(index)
    }
}

/// Returns the words for whoever has done the harm of the mention at `index`.
pub(crate) fn of(
    text: &Text<'_>,
    told: &Told,
    (all, index): (&Mentions, usize),
    actors: &ActorTable,
    lexicon: &Lexicon,
) -> Option<String> {
    let mention = &all.list[index];
    let search = Search {
        text,
        sentence: &told.sentence,
        phrases: &told.phrases,
        actors,
        lexicon,
    };
    let harmed = |start: usize| all.harmed.get(&start).map(|other| &all.list[*other]);
    // "The blast killed three and wounded four": the four have the agent of the three.
    let mut agent = mention.agent;
    for _ in 0..4 {
        match agent.and_then(|(start, _)| harmed(start)) {
            Some(other) if other.agent != agent => agent = other.agent,
            Some(_) => agent = None,
            None => break,
        }
    }
    let direct = agent
        .and_then(|(start, _)| search.starting(start))
        .filter(|index| search.can_be_subject(*index))
        .and_then(|index| Some((index, search.someone(index)?)));
    if let Some((index, words)) = direct {
        // "bombers killed nine in a raid claimed by the band": the group has done it.
        let bomber = search.lower(told.phrases[index].head).starts_with("bomber");
        let group = told
            .doers
            .iter()
            .find(|doer| doer.how == How::By && bomber && doer.at > told.phrases[index].end);
        return Some(group.map_or(words, |group| group.words.clone()));
    }
    let phrase = &told.phrases[mention.phrase];
    let harm = (
        phrase.start.min(mention.trigger),
        phrase.end.max(mention.trigger + 1),
    );
    let victim = text.span(phrase.start, phrase.end);
    let arrest = mention.effect == Effect::Detained;
    let from = told
        .doers
        .partition_point(|doer| doer.at + (REACH as usize) < harm.0);
    told.doers[from..]
        .iter()
        .take_while(|doer| doer.at < harm.1 + REACH as usize)
        .filter(|doer| harmed(doer.at).is_none())
        .filter(|doer| !arrest || matches!(doer.how, How::By | How::Subject))
        .filter(|doer| !share_a_word(&doer.words, victim))
        .map(|doer| {
            let far = match doer.how {
                How::By | How::Owner => 0,
                How::Subject => 2,
                How::Against | How::Blame => 8,
            };
            (told.borders.distance(doer.at, harm) + far, doer)
        })
        .filter(|(distance, _)| *distance < REACH)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, doer)| doer.words.clone())
}

/// Returns whoever a sentence without harm blames or lets claim it.
pub(crate) fn blamed(told: &Told) -> Option<&str> {
    told.doers
        .iter()
        .find(|doer| doer.how == How::Blame)
        .map(|doer| doer.words.as_str())
}

/// Whether two phrases have a word of substance in common.
pub(crate) fn share_a_word(a: &str, b: &str) -> bool {
    let words = |phrase: &str| -> Vec<String> {
        phrase
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(|word| word.trim_end_matches('s').to_lowercase())
            .collect()
    };
    let b = words(b);
    words(a).iter().any(|word| b.contains(word))
}
