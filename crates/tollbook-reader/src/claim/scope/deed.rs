//! Cues of what happened: wars, operations and deeds around a figure, and the tense of its verb.

use super::cue::Cue;
use super::find::{Around, FAR};
use super::said::KILLERS;
use super::time::span;
use crate::claim::when::{Of, is_deed};
use crate::lexicon::{Class, NumberWord, Speech};
use crate::tag::Tag;
use crate::token::Kind;

impl Around<'_, '_> {
    /// What does the harm, where it is a deed: "the blast, which killed ten".
    pub(super) fn killer(&mut self) {
        let text = self.text;
        let tag = text.tag_at(self.trigger);
        if tag == Some(Tag::VBG) {
            let comma = (self.trigger.saturating_sub(2).max(self.from)..self.trigger)
                .any(|i| matches!(text.lower_at(i), "," | "and"));
            let told = (self.from..self.trigger).any(|i| text.tag_at(i) == Some(Tag::VBD));
            self.cues.note(Cue::Narrated, comma && told);
            return;
        }
        let (mut verb, mut related) = (false, false);
        for i in (self.harm.0.saturating_sub(14).max(self.from)..=self.harm.0).rev() {
            let lower = text.lower_at(i);
            if text.tag_at(i).is_some_and(Tag::is_verb) {
                if related {
                    break;
                }
                verb = true;
                continue;
            }
            match lower {
                // "The deadliest of which killed nine".
                "which" if verb && text.lower_at(i.wrapping_sub(1)) == "of" => {
                    self.deed = Some(i);
                    break;
                }
                "which" | "that" => related = true,
                ";" | ":" | "who" | "by" => break,
                _ if verb && (is_deed(lower) || KILLERS.contains(&lower)) => {
                    // "Army fire has killed ten" is many shots.
                    let article = |j: usize| matches!(text.lower_at(j), "a" | "the");
                    let fire = lower == "fire" && !(i.saturating_sub(3)..i).any(article);
                    let many = fire
                        || lower.ends_with('s') && lower != "floods"
                        || matches!(lower, "violence" | "fighting");
                    if related || self.is_subject(i) {
                        self.deed = Some(i).filter(|_| !many);
                        self.cues
                            .note(if many { Cue::DeedsKill } else { Cue::DeedKills }, true);
                        self.cues.note(Cue::ToldBack, related && many);
                    }
                    break;
                }
                _ if verb && text.tokens[i].word.is(Class::Operation) && self.is_subject(i) => {
                    self.cues.note(Cue::OperationKills, true);
                    break;
                }
                _ => {}
            }
        }
    }

    /// Whether no preposition leads the noun at token `at`.
    fn is_subject(&self, at: usize) -> bool {
        !(at.saturating_sub(3).max(self.from)..at).any(|j| {
            matches!(
                self.text.lower_at(j),
                "in" | "after" | "during" | "by" | "of" | "from" | "following"
            )
        })
    }

    /// Whether the noun at token `at` is said to be of weeks, months or years: "the two-year conflict".
    fn is_long(&self, at: usize) -> bool {
        let text = self.text;
        (at.saturating_sub(4).max(self.from)..at).any(|i| {
            let lower = text.lower_at(i);
            matches!(
                lower,
                "year"
                    | "years"
                    | "month"
                    | "months"
                    | "decade"
                    | "decades"
                    | "week"
                    | "weeks"
                    | "long"
            ) || ["-year", "-old", "-long", "-month", "-week", "-day"]
                .iter()
                .any(|end| lower.ends_with(end))
        })
    }

    pub(super) fn deeds(&mut self) {
        let text = self.text;
        for at in self.tokens() {
            let (lower, word) = (text.lower_at(at), text.tokens[at].word);
            let near = !self.far_clause(at);
            if word.is(Class::War) && text.lower_at(at.wrapping_sub(1)) == "latest" {
                self.cues.note(Cue::TheDeed, near);
                continue;
            }
            if word.is(Class::War) && near {
                self.cues.note(Cue::War, true);
                let kills = at < self.trigger
                    && self.trigger < at + 8
                    && self.harm.0 == self.trigger
                    && text.tag_at(self.trigger).is_some_and(Tag::is_verb);
                self.cues.note(Cue::WarKills, kills);
                let long = self.is_long(at);
                self.cues.note(Cue::LongWar, long);
                let dated = self.dates_in(at.saturating_sub(2), at + 4).any(|dated| {
                    !dated.date.running && dated.of == Of::Event && span(&dated.date) > 300
                });
                let world = text.lower_at(at.wrapping_sub(1)) == "world";
                self.cues.note(Cue::ClosedWar, dated || world);
            }
            self.cues
                .note(Cue::OldRule, word.is(Class::OldRule) && near);
            let operation = word.is(Class::Operation) && near;
            self.cues.note(Cue::Operation, operation);
            self.cues
                .note(Cue::LongOperation, operation && self.is_long(at));
            if !is_deed(lower)
                && !matches!(
                    lower,
                    "siege"
                        | "bomb"
                        | "bomber"
                        | "ambushes"
                        | "kidnappings"
                        | "abductions"
                        | "assassinations"
                        | "executions"
                        | "beheadings"
                )
            {
                continue;
            }
            if !near || at == self.trigger && !lower.ends_with('s') {
                continue;
            }
            if lower == "shelling" {
                continue;
            }
            let many = lower.ends_with('s') || matches!(lower, "violence" | "fighting");
            let words = at.saturating_sub(3).max(self.from)..at;
            let the = words.clone().any(|i| {
                matches!(
                    text.lower_at(i),
                    "the" | "this" | "that" | "these" | "those"
                )
            });
            let counted = words.clone().any(|i| {
                matches!(text.number_at(i), Some(NumberWord::Unit(_)))
                    || matches!(text.lower_at(i), "both" | "twin" | "separate")
            });
            let uncounted = words.clone().any(|i| {
                matches!(
                    text.lower_at(i),
                    "dozens"
                        | "scores"
                        | "hundreds"
                        | "several"
                        | "numerous"
                        | "repeated"
                        | "successive"
                        | "many"
                        | "various"
                        | "countless"
                ) || text.kind_at(i) == Some(Kind::Digits)
                    && text
                        .at(i)
                        .parse::<u32>()
                        .is_ok_and(|n| (5..1000).contains(&n))
            });
            self.cues.note(Cue::ManyDeeds, many && uncounted);
            self.cues.note(Cue::CountedDeeds, many && counted);
            self.cues.note(Cue::Deeds, many && !counted);
            self.cues.note(Cue::TheDeeds, many && the && !counted);
            self.cues.note(Cue::Deed, !many && !the);
            self.cues.note(Cue::TheDeed, !many && the);
        }
    }

    /// Whether token `at` stands in another clause than the harm.
    fn far_clause(&self, at: usize) -> bool {
        self.told.borders.distance(at, self.harm) >= FAR + 8
    }

    pub(super) fn verb(&mut self, thousands: bool) {
        let text = self.text;
        let from = self.harm.0.saturating_sub(3).max(self.from);
        let (mut perfect, mut pluperfect, mut past, mut present) = (false, false, false, false);
        for at in from..(self.harm.1 + 3).min(self.to) {
            match text.lower_at(at) {
                // "The army claimed to have killed 15": that it killed them.
                "have" if text.lower_at(at.wrapping_sub(1)) == "to" => past = true,
                "has" | "have" | "'ve" | "’ve" => perfect = true,
                // "The council said 9,000 people had fled": they have.
                "had" if thousands && self.is_reported(at) => perfect = true,
                "had" => pluperfect = true,
                "was" | "were" => past = true,
                "is" | "are" => present = true,
                "will" | "would" | "could" | "might" | "may" if at < self.trigger => {
                    self.cues.note(Cue::Unreal, true);
                }
                _ if at == self.trigger => {
                    past |= text.tag_at(at) == Some(Tag::VBD);
                    present |= matches!(text.tag_at(at), Some(Tag::VBP | Tag::VBZ));
                }
                _ => {}
            }
        }
        if !(perfect || pluperfect || present) {
            match self.joined_to() {
                Some("had") => pluperfect = true,
                Some(_) => perfect = true,
                None => {}
            }
        }
        let doing = text.tag_at(self.trigger) == Some(Tag::VBG)
            && (self.trigger.saturating_sub(2).max(self.from)..self.trigger).any(|i| {
                matches!(
                    text.lower_at(i),
                    "is" | "are" | "been" | "keep" | "keeps" | "kept"
                )
            });
        self.cues.note(Cue::Ongoing, doing);
        self.cues.note(Cue::Perfect, perfect);
        self.cues.note(Cue::Pluperfect, pluperfect && !perfect);
        self.cues.note(Cue::Past, past && !perfect && !pluperfect);
        self.cues.note(Cue::Present, present && !perfect && !past);
    }

    /// Whether somebody said, in the past, what stands at token `at`.
    fn is_reported(&self, at: usize) -> bool {
        let text = self.text;
        (self.from..at).any(|i| {
            text.tag_at(i) == Some(Tag::VBD)
                && text.word_at(i).is_some_and(|word| {
                    matches!(
                        word.speech,
                        Some(Speech::Say | Speech::Claim | Speech::Deny)
                    )
                })
        })
    }

    /// The "have" of the verb that a participle is joined to: "has killed ten people and wounded nine".
    fn joined_to(&self) -> Option<&str> {
        let text = self.text;
        let first = self.harm.0.min(self.trigger);
        let before = first.checked_sub(1)?;
        let joins = matches!(text.lower_at(before), "and" | "or" | ",");
        if !joins || !matches!(text.tag_at(self.trigger), Some(Tag::VBN | Tag::VBD)) {
            return None;
        }
        (before.saturating_sub(16).max(self.from)..before)
            .rev()
            .take_while(|i| {
                !matches!(text.lower_at(*i), ";" | ":" | "who" | "which" | "that")
                    && !matches!(text.tag_at(*i), Some(Tag::MD))
            })
            .find(|i| matches!(text.lower_at(*i), "has" | "have" | "had" | "was" | "were"))
            .map(|i| text.lower_at(i))
            .filter(|word| word.starts_with("ha"))
    }
}
