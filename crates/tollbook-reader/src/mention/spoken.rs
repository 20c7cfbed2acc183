//! Whom a pronoun speaks of that stands in a clause of its own beside him: "Holm was taken to hospital, where he died".

use tollbook_terms::{Category, Count};

use super::Scene;
use crate::phrase::noun::What;

impl Scene<'_, '_> {
    /// The one person that the pronoun `at` behind "where", "before" or "and" speaks of, where a clause of the same
    /// sentence tells of one: "Holm was taken to hospital, where he died".
    pub(super) fn spoken_of(&self, at: usize, agent: Option<(usize, usize)>) -> usize {
        let (text, phrase) = (self.text, &self.phrases[at]);
        let other = match text.lower_at(phrase.start) {
            "he" | "himself" => Category::Woman,
            "she" | "herself" => Category::Man,
            _ => return at,
        };
        let Some(link) = phrase
            .start
            .checked_sub(1)
            .filter(|i| *i > self.sentence.start)
        else {
            return at;
        };
        let one = |p: &usize| {
            let who = &self.phrases[*p];
            let person = match who.what {
                What::People => who.count() == Some(Count::exact(1)),
                What::Name => who.name.is_some(),
                _ => false,
            };
            let doer = agent.is_some_and(|(start, end)| start < who.end && who.start < end);
            person && !who.categories.contains(&other) && !doer && who.end <= link
        };
        // "and was himself killed"
        if text.lower_at(phrase.start).ends_with("self") {
            let subject = match self.is_aux(link) {
                true => self.subject(self.group(link + 1).0),
                false => Vec::new(),
            };
            return match subject.as_slice() {
                [who] if one(who) => *who,
                _ => at,
            };
        }
        let clause = matches!(
            text.lower_at(link),
            "where"
                | "when"
                | "before"
                | "until"
                | "till"
                | "as"
                | "but"
                | "and"
                | "because"
                | "while"
        );
        let Some(verb) = clause.then(|| self.verb_before(link)).flatten() else {
            return at;
        };
        let subject = self.subject(self.group(verb).0);
        if let [who] = subject.as_slice()
            && one(who)
        {
            return *who;
        }
        let objects = self.objects(verb + 1);
        match objects.as_slice() {
            [who] if one(who) => *who,
            _ => at,
        }
    }
}
