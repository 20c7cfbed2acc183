//! Fights of two sides, whom people flee from, and other ways to tell that somebody armed did it.

use super::find::Did;
use super::report::is_armed;
use super::who::Search;
use super::words::manner;
use super::{Doer, How, Who};
use crate::tag::Tag;

impl Search<'_, '_> {
    /// Whether the word at `at` is a verb by which two sides fight each other: "clashed with", "exchanged fire".
    pub(super) fn is_fight(&self, at: usize) -> bool {
        let fire = || {
            (at + 1..at + 3)
                .any(|i| matches!(self.lower(i), "fire" | "gunfire" | "shots" | "shells"))
        };
        match self.lower(at) {
            "clashed" | "clash" | "clashes" | "fought" | "fight" | "battled" | "battle"
            | "skirmished" => self.text.tag_at(at).is_some_and(Tag::is_verb),
            "exchanged" | "exchange" | "traded" | "trade" | "exchanging" | "trading" => fire(),
            _ => false,
        }
    }

    /// Both sides of a fight told by its verb: "X and Y exchanged fire", "X fought Y".
    pub(super) fn fought(&self, at: usize, doers: &mut Vec<Doer>) {
        // "Died fighting the rebels".
        if matches!(self.lower(at), "fighting" | "battling")
            && self.is_armed_behind(at)
            && let Some(index) = self.starting(at + 1)
        {
            self.add(doers, How::Against, index, Did::Other);
        }
        if !self.is_fight(at) {
            return;
        }
        if let Some(index) = self.subject(at, false) {
            self.add(doers, How::Against, index, Did::Other);
            let start = self.phrases[index].start;
            if self.lower(start.wrapping_sub(1)) == "and"
                && let Some(other) = self.ending_before(start - 1)
                && self.phrases[other].end + 1 == start
            {
                self.add(doers, How::Against, other, Did::Other);
            }
        }
        let fought = matches!(self.lower(at), "fought" | "battled" | "fight" | "battle");
        if let Some(index) = self.starting(at + 1).filter(|_| fought) {
            self.add(doers, How::Against, index, Did::Other);
        }
    }

    /// Whom people flee: "fled the rebels", "fleeing government troops".
    pub(super) fn fled(&self, at: usize, doers: &mut Vec<Doer>) {
        if !matches!(
            self.lower(at),
            "fled" | "flee" | "flees" | "fleeing" | "escaping"
        ) {
            return;
        }
        let Some(index) = self.starting(at + 1) else {
            return;
        };
        let head = self.phrases[index].head;
        let armed = self.is_armed(head) || self.doing(head).force || self.doing(head).against;
        let who = self.someone(index).map(|(_, who)| who);
        if armed && who.is_some_and(|who| who != Who::Person) || who == Some(Who::Band) {
            self.add(doers, How::By, index, Did::Other);
        }
    }

    /// Whether what stands behind "from" at the token fired: "shelling from X", "shots that came from X".
    pub(super) fn fires_from(&self, at: usize) -> bool {
        let comes = matches!(
            self.lower(at.wrapping_sub(1)),
            "came" | "come" | "coming" | "fired" | "launched"
        );
        let first = at.saturating_sub(if comes { 5 } else { 1 });
        (first.max(self.sentence.start)..at).any(|i| {
            matches!(
                self.lower(i),
                "fire"
                    | "gunfire"
                    | "shots"
                    | "bullets"
                    | "shelling"
                    | "shells"
                    | "bombardment"
                    | "rockets"
                    | "missiles"
                    | "mortars"
            )
        }) && self.is_armed_behind(at)
    }

    /// Whether the verb at `at` has a deed for its object: "made an incursion".
    pub(super) fn makes_deed(&self, at: usize) -> bool {
        let sets_off = self.lower(at) == "set" && self.lower(at + 1) == "off";
        sets_off
            && self
                .starting(at + 2)
                .is_some_and(|index| self.doing(self.phrases[index].head).owned)
            || matches!(
                self.lower(at),
                "made" | "mounted" | "began" | "started" | "continued" | "resumed" | "undertook"
            ) && (at + 1..at + 5)
                .take_while(|i| !matches!(self.text.tag_at(*i), Some(Tag::IN | Tag::TO)))
                .any(|i| self.doing(i).owned)
    }

    /// Whether the verb at `at` sets free who was abducted: who holds them took them.
    pub(super) fn lets_go(&self, at: usize) -> bool {
        let lets_go = match self.lower(at) {
            "released" | "releases" | "freed" | "frees" => true,
            "handed" | "turned" => self.lower(at + 1) == "over",
            "let" => self.lower(at + 1) == "go",
            _ => false,
        };
        lets_go
            && (at + 1..(at + 12).min(self.sentence.end))
                .take_while(|i| self.lower(*i) != "of")
                .any(|i| {
                    matches!(
                        self.lower(i),
                        "hostage" | "hostages" | "captive" | "captives" | "kidnapped" | "abducted"
                    )
                })
    }

    /// Whether the phrase behind `at` is for such who bear arms and do not only come when the harm is done.
    pub(super) fn is_armed_behind(&self, at: usize) -> bool {
        let someone = self.starting(at + 1).and_then(|index| self.someone(index));
        someone.is_some_and(|(words, who)| is_armed(who) && !manner(&words).comes)
    }

    /// "Three died when rebels overtook a bus": what the armed do there has done the harm.
    pub(super) fn breaks_in(&self, at: usize, who: Who) -> bool {
        let armed = matches!(who, Who::Actor | Who::Force | Who::Armed | Who::Band);
        let mut before = at.wrapping_sub(1);
        while self
            .text
            .tag_at(before)
            .is_some_and(|tag| tag.is_adjective() || matches!(tag, Tag::DT | Tag::CD))
        {
            before = before.wrapping_sub(1);
        }
        armed
            && before > self.sentence.start
            && matches!(self.lower(before), "when" | "after" | "as" | "where")
    }
}
