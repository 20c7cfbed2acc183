//! Whom a sentence blames, suspects or charges.

use super::find::Did;
use super::report::is_armed;
use super::who::Search;
use super::{Doer, How, Who};
use crate::tag::Tag;

impl Search<'_, '_> {
    /// Whether suspicion points behind the preposition at `at`: "suspicion fell on", "pointed the finger at".
    pub(super) fn points(&self, at: usize) -> bool {
        let first = at.saturating_sub(4).max(self.sentence.start);
        let told = |words: &[&str]| (first..at).any(|i| words.contains(&self.lower(i)));
        told(&["suspicion", "suspicions"])
            && told(&[
                "fell", "fall", "falls", "fallen", "falling", "centred", "centered", "focused",
                "focussed", "rests", "rested", "turned",
            ])
            || told(&["finger", "fingers"]) && told(&["pointed", "point", "points", "pointing"])
            || told(&["blame", "responsibility"])
                && told(&[
                    "put", "puts", "putting", "laid", "lay", "lays", "laying", "placed", "places",
                    "placing", "pinned", "pinning", "pins", "cast", "fell", "falls", "fixed",
                ])
    }

    /// The token behind what says that somebody is only believed to be the one: "by what police believe were",
    /// "by men described as".
    pub(super) fn behind_belief(&self, at: usize) -> Option<usize> {
        if !matches!(
            self.lower(at),
            "what" | "whom" | "those" | "people" | "men" | "persons" | "individuals"
        ) {
            return None;
        }
        let end = (at + 10).min(self.sentence.end);
        let believes = (at + 1..end).find(|i| {
            matches!(
                self.lower(*i),
                "believe"
                    | "believed"
                    | "believes"
                    | "suspect"
                    | "suspected"
                    | "say"
                    | "said"
                    | "says"
                    | "called"
                    | "calls"
                    | "described"
                    | "describe"
                    | "identified"
                    | "thought"
                    | "presumed"
                    | "alleged"
            )
        })?;
        let mut first = believes + 1;
        while matches!(
            self.lower(first),
            "were" | "was" | "are" | "is" | "to" | "be" | "have" | "been" | "as"
        ) {
            first += 1;
        }
        // "By what the army called terrorists".
        let calls = matches!(self.lower(believes), "called" | "calls");
        ((calls || first > believes + 1) && self.starting(first).is_some()).then_some(first)
    }

    /// Whoever is the object of a verb of blame: "blamed X", "blamed the raid on X", "accused X of the raid".
    pub(super) fn blamed(&self, at: usize, doers: &mut Vec<Doer>) {
        // "Police suspect the rebels": a verb, as it has an object.
        let verb = self.text.tag_at(at).is_some_and(Tag::is_verb)
            || self.lower(at) == "suspect"
                && self.follows_phrase(at)
                && self.starting(at + 1).is_some();
        // "The raid was blamed on X": the passive names one behind "on".
        let passive = self.is_passive(at) && !matches!(self.lower(at + 1), "on" | "to");
        if !self.doing(at).blame || !verb || passive {
            return;
        }
        let lower = self.lower(at);
        let sure = ["blam", "suspect", "attribut"]
            .iter()
            .any(|stem| lower.starts_with(stem));
        if !sure && !self.charges_harm(at) {
            return;
        }
        let first = self.phrases.partition_point(|p| p.start <= at);
        let target = (first..self.phrases.len().min(first + 3)).find(|index| {
            let phrase = &self.phrases[*index];
            let before = self.lower(phrase.start.wrapping_sub(1));
            let object = phrase.start == at + 1 || matches!(before, "on" | "to" | "\"" | "“");
            phrase.start < at + 10 && object && self.someone(*index).is_some()
        });
        if let Some(index) = target {
            self.add(doers, How::Blame, index, Did::Other);
        }
    }

    /// Whether the sentence speaks of several deeds: "both attacks", "the bombings".
    pub(super) fn tells_several(&self) -> bool {
        (self.sentence.start + 1..self.sentence.end).any(|at| {
            let deeds = matches!(
                self.lower(at),
                "attacks"
                    | "bombings"
                    | "blasts"
                    | "explosions"
                    | "raids"
                    | "killings"
                    | "strikes"
                    | "bombs"
                    | "assaults"
                    | "ambushes"
                    | "shootings"
                    | "incidents"
                    | "murders"
            );
            let all = |at: usize| {
                matches!(
                    self.lower(at),
                    "both" | "the" | "all" | "these" | "those" | "two" | "three" | "twin"
                )
            };
            deeds && (all(at.wrapping_sub(1)) || all(at.saturating_sub(2)))
        })
    }

    /// Whether the phrase is the subject of a verb of blame whose object begins at `at`.
    pub(super) fn is_blamed_by(&self, phrase: usize, at: usize) -> bool {
        let end = self.phrases[phrase].end;
        (end..at).any(|i| {
            self.doing(i).blame
                && self.text.tag_at(i).is_some_and(Tag::is_verb)
                && !self.is_passive(i)
        })
    }

    pub(super) fn is_passive(&self, at: usize) -> bool {
        // "Were later convicted".
        let adverb = |at: &usize| self.text.tag_at(*at).is_some_and(Tag::is_adverb);
        let before = at.wrapping_sub(1);
        self.text.is_be(before) || adverb(&before) && self.text.is_be(before.wrapping_sub(1))
    }

    /// Whether what is charged at `at` is harm: "accused of killing", "jailed over the massacre".
    pub(super) fn charges_harm(&self, at: usize) -> bool {
        (at + 1..(at + 12).min(self.sentence.end)).any(|i| {
            matches!(self.lower(i), "of" | "over" | "for" | "with" | "in") && self.names_harm(i + 1)
        })
    }

    /// Whether the next words from `at` on name harm: "killing", "carrying out the attack".
    pub(super) fn names_harm(&self, at: usize) -> bool {
        (at..(at + 6).min(self.sentence.end)).any(|i| {
            let word = self.text.word_at(i);
            word.is_some_and(|word| word.verb.is_some() || word.noun.is_some())
                || self.doing(i).owned
                || self.doing(i).attack
                || matches!(self.lower(i), "behind" | "responsible" | "responsibility")
        })
    }

    /// Whether who stands before `at` is charged with harm there: "jailed over the killing", "on trial for the
    /// murder", "charged in the death of a guard appeared in court".
    pub(super) fn stands_charged(&self, at: usize) -> bool {
        let reduced = || {
            (self.follows_phrase(at) || self.follows_comma(at))
                && self.text.tag_at(at).is_some_and(Tag::is_verb)
        };
        let from = match self.lower(at) {
            "charged" | "jailed" | "sentenced" | "indicted" | "convicted" | "prosecuted" => {
                let link = matches!(
                    self.lower(at + 1),
                    "with" | "in" | "over" | "for" | "of" | "to"
                );
                return link && (self.is_passive(at) || reduced()) && self.charges_harm(at);
            }
            "arrested" | "detained" | "held" | "apprehended" | "wanted" | "sought"
            | "imprisoned" | "extradited" | "hanged" | "executed" => at + 1,
            "guilty"
                if matches!(
                    self.lower(at.wrapping_sub(1)),
                    "found" | "plead" | "pleaded" | "pleads" | "pled"
                ) =>
            {
                at + 1
            }
            "trial" => at + 1,
            _ => return false,
        };
        let adverb = |at: usize| self.text.tag_at(at).is_some_and(Tag::is_adverb);
        let from = from + usize::from(adverb(from));
        let on = self.text.says(from, &["on", "suspicion", "of"])
            || self.text.says(from, &["in", "connection", "with"])
            || self.text.says(from, &["on", "charges", "of"])
            || matches!(self.lower(from), "over" | "for" | "of" | "accused");
        let link =
            (from..from + 3).find(|i| matches!(self.lower(*i), "of" | "with" | "over" | "for"));
        on && link.is_some_and(|link| self.names_harm(link + 1))
            && (self.lower(at) == "trial"
                || self.lower(at) == "guilty"
                || self.is_passive(at)
                || reduced())
    }

    /// "Two men, charged with the murder".
    pub(super) fn follows_comma(&self, at: usize) -> bool {
        at > self.sentence.start && self.lower(at - 1) == "," && self.follows_phrase(at - 1)
    }

    /// Whether somebody takes responsibility in the words before `at`.
    pub(super) fn says_responsible(&self, at: usize) -> bool {
        let first = at.saturating_sub(12).max(self.sentence.start);
        (first..at).any(|i| self.lower(i) == "responsibility")
    }

    /// Whether who stands before `at` faces a charge of harm: "faces murder charges", "is facing trial for murder".
    pub(super) fn faces_charge(&self, at: usize) -> bool {
        matches!(self.lower(at), "faces" | "faced" | "face" | "facing")
            && (at + 1..(at + 8).min(self.sentence.end)).any(|i| {
                matches!(
                    self.lower(i),
                    "charge" | "charges" | "trial" | "count" | "counts"
                )
            })
            && self.names_harm(at + 1)
    }

    /// Whether a charge of harm stands before the preposition at `at`: "a murder charge was laid against", "an arrest
    /// warrant for X over the killing".
    pub(super) fn charged_behind(&self, at: usize) -> bool {
        let first = at.saturating_sub(6).max(self.sentence.start);
        match self.lower(at) {
            "for" => self.lower(at.wrapping_sub(1)) == "warrant" && self.names_harm(at + 3),
            // "The trial of X for the murder".
            "of" => {
                matches!(
                    self.lower(at.wrapping_sub(1)),
                    "trial"
                        | "conviction"
                        | "arrest"
                        | "arrests"
                        | "prosecution"
                        | "indictment"
                        | "extradition"
                ) && self.starting(at + 1).is_some_and(|index| {
                    let end = self.phrases[index].end;
                    matches!(
                        self.lower(end),
                        "for" | "over" | "accused" | "charged" | "suspected"
                    ) && self.names_harm(end + 1)
                })
            }
            _ => (first..at)
                .rfind(|i| matches!(self.lower(*i), "charge" | "charges" | "indictment"))
                .is_some_and(|_| self.names_harm(first)),
        }
    }

    /// Whether who stands before `at` is found there to have done it: "was identified as the bomber".
    pub(super) fn is_identified(&self, at: usize) -> bool {
        matches!(self.lower(at), "identified" | "named")
            && (self.is_passive(at)
                || self
                    .text
                    .tag_at(at.wrapping_sub(1))
                    .is_some_and(Tag::is_adverb))
            && self.lower(at + 1) == "as"
            && (at + 2..at + 5).any(|i| is_doer_noun(self.lower(i)))
    }

    /// The token behind words for those who did it, whoever they are, that begin at `at`: "the attackers", "the
    /// killers of the two", "those who shot him", "those responsible".
    fn behind_doer_noun(&self, at: usize) -> Option<usize> {
        if is_doer_noun(self.lower(at)) {
            let of = self.lower(at + 1) == "of";
            let behind = self.starting(at + 2).filter(|_| of);
            return Some(behind.map_or(at + 1, |index| self.phrases[index].end));
        }
        if self.lower(at) != "those" {
            return None;
        }
        match self.lower(at + 1) {
            "responsible" | "behind" => {
                (at + 2..at + 9).find(|i| self.text.is_be(*i) || self.lower(*i) == ",")
            }
            "who" => {
                let mut words = at + 2..(at + 14).min(self.sentence.end);
                let harm = words.find(|i| self.is_harm(*i) || self.doing(*i).attack)?;
                (harm + 1..(at + 14).min(self.sentence.end))
                    .find(|i| self.text.is_be(*i) && !self.text.is_be(harm - 1))
            }
            _ => None,
        }
    }

    /// Who those are found to be that did it: "identified the attackers as X", "the gunmen were X", "the bomber,
    /// believed to be X".
    pub(super) fn identified(&self, at: usize, doers: &mut Vec<Doer>) {
        let Some(mut first) = self.behind_doer_noun(at) else {
            return;
        };
        let last = first - 1;
        if self.lower(first) == "," {
            first += 1;
        }
        let believed = matches!(
            self.lower(first),
            "believed"
                | "suspected"
                | "thought"
                | "said"
                | "presumed"
                | "understood"
                | "identified"
                | "described"
                | "alleged"
        );
        let named = (at.saturating_sub(4).max(self.sentence.start)..at).any(|i| {
            matches!(
                self.lower(i),
                "identified" | "described" | "named" | "identifies" | "identify"
            )
        });
        let is = self.text.is_be(first) && first == last + 1;
        if !(believed || named && self.lower(first) == "as" || is) {
            return;
        }
        first += 1;
        while self.text.is_be(first)
            || matches!(
                self.lower(first),
                "to" | "have"
                    | "as"
                    | "believed"
                    | "suspected"
                    | "identified"
                    | "described"
                    | "said"
                    | "thought"
                    | "probably"
                    | "likely"
                    | "all"
            )
        {
            first += 1;
        }
        let someone = self
            .starting(first)
            .and_then(|index| Some((index, self.someone(index)?.1)));
        if let Some((index, who)) = someone
            && first < self.sentence.end
            && (is_armed(who) || matches!(who, Who::Name | Who::Person))
        {
            self.add(doers, How::Blame, index, Did::Other);
        }
    }
}

/// Nouns for those who did it, whoever they are.
fn is_doer_noun(lower: &str) -> bool {
    matches!(
        lower,
        "attacker"
            | "attackers"
            | "assailant"
            | "assailants"
            | "raider"
            | "raiders"
            | "perpetrator"
            | "perpetrators"
            | "culprit"
            | "culprits"
            | "killer"
            | "killers"
            | "murderer"
            | "murderers"
            | "assassin"
            | "assassins"
            | "bomber"
            | "bombers"
            | "shooter"
            | "shooters"
            | "gunman"
            | "gunmen"
            | "abductor"
            | "abductors"
            | "kidnapper"
            | "kidnappers"
            | "hijackers"
            | "aggressors"
            | "ambushers"
    )
}
