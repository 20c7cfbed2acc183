//! Whoever a sentence says has done something, and how it says so.

use std::collections::BTreeSet;

use super::report::is_armed;
use super::who::Search;
use super::words::{fights_for_state, manner};
use super::{Doer, How, Who};
use crate::claim::stems::stems_and_head;
use crate::lexicon::{Frame, HarmNoun};
use crate::tag::Tag;

/// What the word beside somebody says that he did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Did {
    /// Harmed somebody or something.
    Harm,
    /// Said that he did it.
    Claim,
    Other,
}

impl Search<'_, '_> {
    /// Returns whoever the sentence says has done something or may have, from left to right.
    pub(crate) fn doers(&self) -> Vec<Doer> {
        let mut doers = Vec::new();
        for at in self.sentence.start..self.sentence.end {
            self.behind(at, &mut doers);
            self.fled(at, &mut doers);
            self.fought(at, &mut doers);
            self.blamed(at, &mut doers);
            self.identified(at, &mut doers);
            self.before(at, &mut doers);
            self.owner(at, &mut doers);
        }
        let told: BTreeSet<usize> = doers.iter().map(|doer| doer.at).collect();
        for (index, phrase) in self.phrases.iter().enumerate() {
            if !told.contains(&phrase.start)
                && !self.finds_bodies(index)
                && let Some((words, who)) = self.someone(index)
            {
                let how = match self.otherwise(index) {
                    How::Acts if self.breaks_in(phrase.start, who) => How::Subject,
                    how => how,
                };
                doers.push(self.doer(phrase.start, how, who, words));
            }
        }
        doers.sort_by_key(|doer| doer.at);
        doers
    }

    /// "Soldiers and settlers": the first of two armed ones who are named together.
    fn first_of_two(&self, index: usize) -> usize {
        let start = self.phrases[index].start;
        let other = self.ending_before(start.wrapping_sub(1)).filter(|other| {
            self.phrases[*other].end + 1 == start && self.lower(start - 1) == "and"
        });
        let armed = |index: usize| self.someone(index).is_some_and(|(_, who)| is_armed(who));
        match other {
            Some(other) if armed(other) && self.phrases[other].after.is_none() => other,
            _ => index,
        }
    }

    pub(super) fn add(&self, doers: &mut Vec<Doer>, how: How, index: usize, did: Did) {
        if did != Did::Harm && self.finds_bodies(index) {
            return;
        }
        if let Some((words, who)) = self.someone(index) {
            // A name that claims a deed is that of a body.
            let who = match who {
                Who::Name if did == Did::Claim => Who::Band,
                who => who,
            };
            let doer = self.doer(self.phrases[index].start, how, who, words);
            doers.push(Doer {
                claims: did == Did::Claim,
                harms: did == Did::Harm,
                ..doer
            });
        }
    }

    /// Somebody whose words begin at a token.
    pub(super) fn doer(&self, at: usize, how: How, who: Who, words: String) -> Doer {
        let names: Vec<_> = self.actors.names(&words).collect();
        let (stems, head) = stems_and_head(&names, &words);
        Doer {
            for_state: fights_for_state(self.lexicon, &names, &words),
            side: names.first().map(|(_, id)| (*id).to_owned()),
            manner: manner(&words),
            claims: false,
            harms: false,
            stems,
            head,
            at,
            how,
            who,
            words,
            harmed: false,
            of_several: how == How::Blame && self.tells_several(),
            located: how > How::By && how != How::Owner && self.is_located(at),
        }
    }

    /// "In X", "near the X", "in Y and X".
    pub(super) fn is_located(&self, at: usize) -> bool {
        let behind_article = |at: usize| {
            let article = matches!(self.lower(at.wrapping_sub(1)), "the" | "a" | "an");
            at.wrapping_sub(1 + usize::from(article))
        };
        let mut before = behind_article(at);
        let joined = matches!(self.lower(before), "and" | "or");
        if joined
            && let Some(index) = self.ending_before(before)
            && self.phrases[index].end == before
        {
            before = behind_article(self.phrases[index].start);
        }
        before >= self.sentence.start
            && matches!(
                self.lower(before),
                "in" | "at"
                    | "near"
                    | "from"
                    | "into"
                    | "across"
                    | "inside"
                    | "outside"
                    | "over"
                    | "around"
                    | "through"
                    | "throughout"
                    | "toward"
                    | "towards"
            )
    }

    /// How the sentence tells of a phrase that no words about deeds stand beside.
    fn otherwise(&self, index: usize) -> How {
        let mut at = self.with_complement(index);
        // "Gunmen on motorcycles entered".
        if self.text.tag_at(at) == Some(Tag::IN)
            && let Some(next) = self.starting(at + 1)
        {
            at = self.phrases[next].end;
        }
        while matches!(
            self.lower(at),
            "who" | "which" | "that" | "has" | "have" | "had" | "also" | "later" | "then"
        ) || self.text.tag_at(at).is_some_and(Tag::is_adverb)
        {
            at += 1;
        }
        let finite = self.text.tag_at(at).is_some_and(Tag::is_finite);
        let speaks = self
            .text
            .word_at(at)
            .is_some_and(|word| word.speech.is_some());
        let still = self.text.is_finite_be_or_have(at);
        // "After rebels stopped a bus": the subject of what follows and not the object of "after".
        let subject = self.phrases[index].after.is_none_or(|before| {
            matches!(
                self.lower(before),
                "after" | "as" | "before" | "since" | "until" | "while"
            ) && !matches!(
                self.lower(at),
                "found"
                    | "discovered"
                    | "recovered"
                    | "received"
                    | "spotted"
                    | "learned"
                    | "responded"
            )
        });
        match subject && finite && at < self.sentence.end {
            true if speaks && self.phrases[index].after.is_none() => How::Speaks,
            true if !still && !speaks => How::Acts,
            _ => How::Mentioned,
        }
    }

    /// Whoever stands behind the token: "by X", "clashes with X".
    fn behind(&self, at: usize, doers: &mut Vec<Doer>) {
        if at == self.sentence.start {
            return;
        }
        let before = at - 1;
        let how = match self.lower(at) {
            "by" if self.takes_by(at) => How::By,
            "with" | "between" | "against" if self.doing(before).clash => How::Against,
            "against" | "for" | "of" if self.charged_behind(at) => How::Blame,
            // "Died at the hands of X", "fell victim to X".
            "of" if self.lower(before) == "hands" => How::By,
            "to" if matches!(self.lower(before), "victim" | "victims" | "prey") => How::By,
            "from" if self.fires_from(at) => How::By,
            // "The attacks of X".
            "of" if is_doing_of_armed(self.lower(before)) && self.is_armed_behind(at) => How::Owner,
            // "He claimed responsibility on behalf of X".
            "of" if self.lower(before) == "behalf" && self.says_responsible(before) => How::Blame,
            "of" if matches!(self.lower(before), "work" | "hallmarks" | "handiwork") => How::Blame,
            "on" | "upon" | "at" | "to" | "toward" | "towards" if self.points(at) => How::Blame,
            _ => return,
        };
        let mut first = match how {
            How::By => self.behind_belief(at + 1).unwrap_or(at + 1),
            _ => at + 1,
        };
        // "by the same": a quotation mark may stand before the words.
        if matches!(self.lower(first), "\"" | "“" | "``") {
            first += 1;
        }
        let Some(index) = self.starting(first) else {
            return;
        };
        let did = match self.lower(before) {
            "claimed" | "behalf" => Did::Claim,
            _ if self.is_harm(before) => Did::Harm,
            _ => Did::Other,
        };
        self.add(doers, how, index, did);
        let end = self.with_complement(index);
        if self.lower(at) == "between"
            && self.lower(end) == "and"
            && let Some(other) = self.starting(end + 1)
        {
            self.add(doers, how, other, did);
        }
    }

    /// Whether "by" at the token names who did a deed told before it: "shot by", "detained on Tuesday by".
    fn takes_by(&self, by: usize) -> bool {
        let word = |at: usize| self.text.word_at(at);
        let lower = self.lower(by - 1);
        let other = word(by - 1).is_some_and(|word| word.speech.is_some()) && lower != "claimed"
            || matches!(
                lower,
                "backed"
                    | "supported"
                    | "followed"
                    | "accompanied"
                    | "joined"
                    | "headed"
                    | "run"
                    | "controlled"
                    | "owned"
                    | "manned"
                    | "attended"
                    | "guarded"
                    | "protected"
                    | "visited"
                    | "organised"
                    | "organized"
                    | "seen"
                    | "obtained"
                    | "published"
                    | "released"
                    | "issued"
                    | "compiled"
                    | "carried"
                    | "used"
            )
            || self.starting(by + 1).is_some_and(|index| {
                // "more than 200,000 dead by UN estimates".
                matches!(
                    self.lower(self.phrases[index].head),
                    "estimate"
                        | "estimates"
                        | "count"
                        | "counts"
                        | "tally"
                        | "tallies"
                        | "figures"
                        | "reckoning"
                        | "account"
                        | "accounts"
                        | "standards"
                        | "reports"
                )
            });
        // "The town held by the rebels", not "six villagers held by them".
        let people = self
            .ending_before(by - 1)
            .is_some_and(|index| self.phrases[index].is_people());
        let other = other || lower == "held" && !people;
        let first = by.saturating_sub(20).max(self.sentence.start);
        // "Found dead by neighbours".
        let found = (by.saturating_sub(4).max(first)..by)
            .any(|at| matches!(self.lower(at), "found" | "discovered" | "recovered"));
        let other = other || found;
        let clause = (first..by)
            .rev()
            .find(|at| matches!(self.lower(*at), ";" | ":" | "while" | "after" | "when"))
            .map_or(first, |at| at + 1);
        // "A raid that ended a curfew ordered last week by the mayor": from afar only where no other verb stands between.
        let near = by.saturating_sub(12);
        let far = (near..by).any(|at| self.text.tag_at(at).is_some_and(Tag::is_verb));
        let clause = if far { clause.max(near) } else { clause };
        !other
            && (clause..by).any(|at| {
                let harm = word(at).is_some_and(|word| {
                    word.verb.is_some() || word.noun.is_some() || word.state.is_some()
                });
                let doing = self.doing(at);
                harm || doing.owned
                    || doing.attack
                    || matches!(
                        self.lower(at),
                        "claimed"
                            | "planned"
                            | "taken"
                            | "driven"
                            | "forced"
                            | "intercepted"
                            | "ablaze"
                            | "alight"
                    )
            })
    }

    /// Whoever stands before the token: "X attacked", "X claimed responsibility", "X is accused of".
    fn before(&self, at: usize, doers: &mut Vec<Doer>) {
        let text = self.text;
        let lower = self.lower(at);
        let behind =
            |from: usize, to: usize| from.min(self.sentence.end)..to.min(self.sentence.end);
        let claims = match lower {
            _ if self.lower(at + 1) == "to" && self.lower(at + 2) == "have" => {
                (lower.starts_with("claim")
                    || text.word_at(at).is_some_and(|word| word.speech.is_some()))
                    && (at + 3..at + 6).any(|i| text.word_at(i).is_some_and(|w| w.verb.is_some()))
            }
            "claimed" | "claims" | "claiming" | "took" | "admitted" | "admits" | "accepted" => {
                behind(at + 1, at + 7).any(|i| {
                    self.lower(i) == "responsibility"
                        || self.lower(i) == "it" && lower != "took"
                        || self.doing(i).owned
                        || matches!(
                            text.word_at(i).and_then(|w| w.noun),
                            Some(HarmNoun::Deed(_))
                        )
                }) && !self.is_passive(at)
                    // "A caller claimed it on behalf of X": not the caller.
                    && !behind(at + 1, at + 8).any(|i| self.lower(i) == "behalf")
            }
            // "the group said it was behind", "said its men had laid the mine".
            "said" | "says" => {
                let mut of_them = behind(at + 1, at + 6);
                let of_them = of_them
                    .find(|i| matches!(self.lower(*i), "it" | "they" | "its" | "their"))
                    .filter(|i| *i == at + 1 || self.lower(*i - 1) == "that");
                of_them.is_some_and(|i| {
                    behind(i + 1, i + 6).any(|i| {
                        self.lower(i) == "behind"
                            || self.doing(i).attack
                            || text.word_at(i).is_some_and(|word| word.verb.is_some())
                    })
                })
            }
            _ => false,
        };
        // "He pleaded guilty to killing", "confessed to the murder", "threatened to kill".
        let confesses = matches!(
            lower,
            "pleaded"
                | "pleads"
                | "pled"
                | "confessed"
                | "confesses"
                | "threatened"
                | "threatens"
                | "vowed"
        ) && self.names_harm(at + 1)
            && !self.is_passive(at);
        let blame = self.doing(at).blame && self.is_passive(at) && self.charges_harm(at)
            || self.stands_charged(at)
            || self.faces_charge(at)
            || self.takes_part(at)
            || self.is_identified(at);
        let accused = matches!(
            lower,
            "accused" | "suspected" | "convicted" | "guilty" | "responsible" | "accountable" | "behind" | "blamed"
        ) && (matches!(lower, "responsible" | "accountable")
            || matches!(lower, "blamed" | "suspected") && self.ends_clause(at + 1)
            || matches!(
                self.lower(at + 1),
                "of" | "for" | "the" | "an" | "a" | "it" | "this"
            ))
            && (self.is_passive(at)
                || lower == "responsible" && self.lower(at.wrapping_sub(1)) == "held"
                || lower != "behind" && self.follows_phrase(at)
                || lower != "behind" && self.follows_comma(at) && self.charges_harm(at))
            && (lower != "accused" || self.names_harm(at + 1))
            // "Police blamed the rebels": not whoever blames.
            && (lower != "blamed" || self.is_passive(at) || self.lower(at + 1) == "for");
        let harms = self.is_harm(at);
        let makes = self.makes_deed(at) || self.lets_go(at);
        let how = if claims || accused || blame || confesses {
            How::Blame
        } else if (harms || makes || self.doing(at).attack)
            && (text
                .tag_at(at)
                .is_some_and(|tag| {
                    tag.is_finite() || tag == Tag::VBN || tag == Tag::VBG && self.is_passive(at)
                })
                // Capitals hide a verb: "THE ARMY SHOT 65 REBELS".
                || text.upper && harms && self.starting(at + 1).is_some())
            && !self.is_fight(at)
            && (!matches!(lower, "carried" | "claimed" | "led" | "opened")
                || matches!(self.lower(at + 1), "out" | "fire")
                || lower == "opened" && self.lower(at + 2) == "fire")
        {
            How::Subject
        } else {
            return;
        };
        if let Some(index) = self.subject(at, how == How::Blame) {
            let index = self.first_of_two(index);
            let did = match how {
                How::Blame if claims => Did::Claim,
                How::Subject if harms => Did::Harm,
                _ => Did::Other,
            };
            self.add(doers, how, index, did);
        }
    }

    /// Whether the word at `at` is a verb that says of its object that it was harmed.
    pub(super) fn is_harm(&self, at: usize) -> bool {
        let verb = self.text.word_at(at).and_then(|word| word.verb);
        verb.is_some_and(|verb| matches!(verb.frame, Frame::Person | Frame::Strike | Frame::Object))
    }
}

/// Deeds that belong to whoever stands behind their "of".
fn is_doing_of_armed(lower: &str) -> bool {
    matches!(
        lower,
        "attacks" | "raids" | "offensive" | "crimes" | "atrocities" | "incursions" | "aggression"
    )
}
