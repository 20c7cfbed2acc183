//! Fights of two sides, and whom people flee from.

use super::find::Did;
use super::who::Search;
use super::{Doer, How, Who};

impl Search<'_, '_> {
    /// Whether the word at `at` is a verb by which two sides fight each other: "clashed with", "exchanged fire".
    pub(super) fn is_fight(&self, at: usize) -> bool {
        let fire = || {
            (at + 1..at + 3)
                .any(|i| matches!(self.lower(i), "fire" | "gunfire" | "shots" | "shells"))
        };
        match self.lower(at) {
            "clashed" | "clash" | "clashes" | "fought" | "fight" | "battled" | "battle"
            | "skirmished" => self.text.tag_at(at).is_some_and(crate::tag::Tag::is_verb),
            "exchanged" | "exchange" | "traded" | "trade" | "exchanging" | "trading" => fire(),
            _ => false,
        }
    }

    /// Both sides of a fight told by its verb: "X and Y exchanged fire", "X fought Y".
    pub(super) fn fought(&self, at: usize, doers: &mut Vec<Doer>) {
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
}
