//! The deed that a sentence says somebody had a hand in.

use super::who::Search;
use crate::lexicon::HarmNoun;

impl Search<'_, '_> {
    /// Whether who stands before `at` is said there to have had a hand in harm: "took part in the murder",
    /// "ordered the killing", "are to blame".
    pub(super) fn takes_part(&self, at: usize) -> bool {
        let text = self.text;
        match self.lower(at) {
            "participated" | "participating" | "involved" | "implicated" | "complicit"
            | "collaborated" => self.lower(at + 1) == "in" && self.names_deed(at + 2),
            "part" => {
                matches!(
                    self.lower(at.wrapping_sub(1)),
                    "took" | "taken" | "taking" | "takes"
                ) && (self.ends_clause(at + 1)
                    || self.lower(at + 1) == "in" && self.names_deed(at + 2))
            }
            "linked" | "tied" | "connected" => {
                self.is_passive(at)
                    && matches!(self.lower(at + 1), "to" | "with")
                    && self.names_deed(at + 2)
            }
            "ordered" | "planned" | "plotted" | "masterminded" | "orchestrated" | "instigated"
            | "commissioned" | "authorised" | "authorized" | "engineered" | "prepared" => {
                !self.is_passive(at) && self.names_deed(at + 1)
            }
            "blame" => {
                text.says(at.wrapping_sub(1), &["to"]) && self.text.is_be(at.wrapping_sub(2))
            }
            _ => false,
        }
    }

    /// Whether the next words from `at` on are for a deed: "the murder of", "a bomb attack".
    fn names_deed(&self, at: usize) -> bool {
        let end = (at + 5).min(self.sentence.end);
        (at..end)
            .take_while(|at| !matches!(self.lower(*at), "," | "that" | "to" | "and"))
            .any(|at| {
                let noun = self.text.word_at(at).and_then(|word| word.noun);
                matches!(noun, Some(HarmNoun::Deed(_)))
                    || self.doing(at).owned && self.doing(at).attack
            })
    }
}
