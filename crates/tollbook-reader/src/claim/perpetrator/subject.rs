//! The subject of a verb of deed or blame.

use super::who::Search;
use super::words::is_hour;
use crate::phrase::date::weekday;
use crate::tag::Tag;

/// How far behind its subject a verb of finding is looked for.
const FINDS: usize = 12;

impl Search<'_, '_> {
    /// Whether no more is said in the clause from `at` on: "the rebels were blamed".
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        at >= self.sentence.end || matches!(self.lower(at), "." | "," | ";" | "and" | "but")
    }

    pub(super) fn follows_phrase(&self, at: usize) -> bool {
        self.ending_before(at)
            .is_some_and(|index| self.phrases[index].end == at)
    }

    /// Whether the people of a phrase found the dead, and have not killed them: "Troops who retook the town found 63
    /// bodies".
    pub(super) fn finds_bodies(&self, index: usize) -> bool {
        let (start, end) = (self.phrases[index].end, self.sentence.end);
        let body = |i: usize| matches!(self.lower(i), "body" | "bodies" | "corpses" | "remains");
        let stops = |i: &usize| !matches!(self.lower(*i), "." | ";" | "and" | "but" | "after");
        (start..(start + FINDS).min(end))
            .take_while(stops)
            .find(|i| matches!(self.lower(*i), "found" | "discovered" | "recovered"))
            .is_some_and(|verb| (verb + 1..(verb + 4).min(end)).any(body))
    }

    /// The subject of the verb at `at`, none where the verb is passive and `passive` is not wanted.
    pub(super) fn subject(&self, at: usize, passive: bool) -> Option<usize> {
        let mut start = at;
        while start > self.sentence.start {
            let lower = self.lower(start - 1);
            let helps = self.text.is_be(start - 1);
            // "The army is shelling the town".
            if helps && !passive && self.text.tag_at(at) != Some(Tag::VBG) {
                return None;
            }
            // "The rebels are believed to be behind it".
            let hedges = passive
                && matches!(
                    lower,
                    "to" | "believed"
                        | "thought"
                        | "suspected"
                        | "said"
                        | "alleged"
                        | "reported"
                        | "understood"
                        | "presumed"
                        | "known"
                        | "held"
                        | "found"
                        | "considered"
                        | "on"
                        | "stand"
                        | "stands"
                        | "stood"
                        | "standing"
                        | "faces"
                        | "faced"
                        | "face"
                        | "facing"
                        | "awaits"
                        | "awaiting"
                        | "went"
                        | "goes"
                        | "pleaded"
                        | "pleads"
                );
            let skips = helps
                || hedges
                || self.text.is_have(start - 1)
                || matches!(lower, "who" | "which" | "that" | "," | "also" | "later")
                || self.text.tag_at(start - 1).is_some_and(Tag::is_adverb);
            if !skips {
                break;
            }
            start -= 1;
        }
        // A participle without a subject of its own: "a bomb planted"; "a gunman opened fire" has an object.
        let object = self.starting(at + 1).is_some() || self.lower(at + 1) == "fire";
        if self.text.tag_at(at) == Some(Tag::VBN) && start == at && !passive && !object {
            return None;
        }
        // "A patrol killed seven rebels and captured two": the subject of the verb before.
        if self.lower(start.wrapping_sub(1)) == "and" && start > self.sentence.start {
            let first = start.saturating_sub(16).max(self.sentence.start);
            let verb = (first..start - 1).rev().find(|at| {
                self.text.tag_at(*at).is_some_and(Tag::is_finite)
                    // "before police shot and wounded": a participle that follows its subject.
                    || self.is_harm(*at) && *at + 1 == start - 1
            });
            return verb.and_then(|verb| self.subject(verb, passive));
        }
        // "Gunmen stopped a bus, ordered the passengers out and shot six": one subject of a series of verbs.
        if start + 1 == at
            && self.lower(start) == ","
            && self
                .text
                .tag_at(at)
                .is_some_and(|tag| tag.is_finite() || matches!(tag, Tag::VBN | Tag::VB) && object)
        {
            let first = start.saturating_sub(16).max(self.sentence.start);
            let verb = (first..start)
                .rev()
                .find(|i| self.text.tag_at(*i).is_some_and(Tag::is_finite));
            if let Some(verb) = verb.filter(|verb| {
                !(verb.saturating_sub(3).max(first)..*verb).any(|i| {
                    matches!(
                        self.lower(i),
                        "who" | "which" | "that" | "whose" | "where" | "when"
                    )
                })
            }) {
                return self.subject(verb, passive);
            }
        }
        // "The front, which holds the coast, claimed the raid": the subject stands before the clause in commas.
        if start < at
            && self.lower(start) == ","
            && let Some(clause) = self.clause_in_commas(start)
        {
            start = clause;
        }
        let mut index = self.ending_before(start)?;
        if start - self.phrases[index].end > 1 {
            return None;
        }
        if let Some(outer) = self.outer(index) {
            index = outer;
        }
        // "a spokesman for the group said": the head, not what stands behind its preposition.
        for _ in 0..4 {
            let phrase = &self.phrases[index];
            let day =
                weekday(self.lower(phrase.head)).is_some() || is_hour(self.lower(phrase.head));
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
                // "The trial of a man accused of": the trial is nobody.
                Some(head)
                    if passive && self.someone(head).is_none() && self.someone(index).is_some() =>
                {
                    break;
                }
                Some(head) => index = head,
                None => break,
            }
        }
        Some(index)
    }

    /// The comma before a clause that ends in the comma at `end`, and tells more of whoever stands before it.
    fn clause_in_commas(&self, end: usize) -> Option<usize> {
        let first = end.saturating_sub(16).max(self.sentence.start + 1);
        let comma = (first..end).rev().find(|at| self.lower(*at) == ",")?;
        matches!(self.lower(comma + 1), "which" | "who" | "whose").then_some(comma)
    }

    /// The phrase of which a clause tells more that ends in the phrase at `index`: "troops backed by tanks",
    /// "militants who had come from the hills".
    fn outer(&self, index: usize) -> Option<usize> {
        let end = self.phrases[index].start;
        let first = end.saturating_sub(10).max(self.sentence.start + 1);
        let mut finite = false;
        for at in (first..end).rev() {
            let tag = self.text.tag_at(at)?;
            let opened = match tag {
                Tag::Comma | Tag::CC => return None,
                Tag::WP | Tag::WDT => finite,
                // "Gunmen disguised as nurses killed two".
                Tag::VBN | Tag::VBD
                    if matches!(self.lower(at), "disguised" | "dressed" | "clad" | "known") =>
                {
                    !finite && matches!(self.lower(at + 1), "as" | "in" | "like")
                }
                Tag::VBN => {
                    !finite && matches!(self.lower(at + 1), "by" | "with" | "in" | "from" | "near")
                }
                Tag::JJ => !finite && self.lower(at) == "loyal",
                Tag::VBG => !finite && at + 1 == end,
                _ => false,
            };
            // "He said rebels shot him": rebels are the subject of what follows.
            let spoken = self
                .text
                .word_at(at)
                .is_some_and(|word| word.speech.is_some());
            finite |= tag.is_finite() && !spoken;
            let outer = self
                .ending_before(at)
                .filter(|outer| self.phrases[*outer].end == at);
            if opened && outer.is_some() {
                return outer;
            }
            if spoken {
                return None;
            }
        }
        None
    }
}
