//! Who stands before a verb: its subject, past asides, relative clauses and prepositions.

use tollbook_terms::Count;

use super::Scene;
use crate::phrase::noun::What;
use crate::tag::Tag;

/// How many asides, clauses and prepositions are passed over on the way to a subject.
const STEPS: usize = 16;

impl Scene<'_, '_> {
    /// The subject of the verb group that starts at `group`, as a list of phrases joined by "and".
    pub(super) fn subject(&self, group: usize) -> Vec<usize> {
        let mut all = self.subject_within(group, 3);
        // "Arin Solt, head of the league, and manager of an inn, was shot": one man with his offices.
        let one = matches!(self.text.lower_at(group), "was" | "is" | "has")
            && all.iter().all(|p| !self.phrases[*p].plural)
            && all
                .first()
                .is_some_and(|p| self.phrases[*p].what == What::Name);
        if one && self.text.lower_at(group - 1) == "," {
            all.truncate(1);
        }
        all
    }

    fn subject_within(&self, group: usize, verbs: usize) -> Vec<usize> {
        let (text, first) = (self.text, self.sentence.start);
        // "was shot and later died"
        let mut opens = group;
        while opens > first + 1
            && text.tag_at(opens - 1).is_some_and(Tag::is_adverb)
            && text.lower_at(opens - 1) != "then"
            && opens + 3 > group
        {
            opens -= 1;
        }
        let before = opens.checked_sub(1).map_or("", |i| text.lower_at(i));
        // "They were caught in the north and were killed": the subject of the verb before.
        if verbs > 0
            && opens > first
            && matches!(before, "and" | "or" | "but" | "then")
            && let Some(verb) = self.verb_before(opens - 1)
        {
            return self.subject_within(self.group(verb).0, verbs - 1);
        }
        // "killed four guards before being shot dead": the subject of the clause before.
        if verbs > 0
            && opens > first + 1
            && text.tag_at(group) == Some(Tag::VBG)
            && matches!(before, "before" | "after" | "while" | "without")
            && let Some(verb) = self.verb_outside(opens - 1)
        {
            return self.subject_within(self.group(verb).0, verbs - 1);
        }
        // "resulted in five people being hurt"
        if text.lower_at(group) == "being"
            && let Some(at) = self.phrase_ending(group)
        {
            return self.joined_left(at);
        }
        let mut limit = self.outside(group);
        for _ in 0..STEPS {
            // "Four clerks (two of them women) of the firm were killed": before the brackets.
            if limit > first + 1
                && text.lower_at(limit - 1) == ")"
                && let Some(open) = (first..limit - 1).rev().find(|i| text.lower_at(*i) == "(")
                && self.phrase_ending(open).is_some()
            {
                limit = open;
            }
            let Some(at) = self
                .phrases
                .partition_point(|p| p.end <= limit)
                .checked_sub(1)
            else {
                break;
            };
            let phrase = &self.phrases[at];
            if phrase.start < first {
                break;
            }
            let who = phrase.what == What::Pronoun
                && matches!(text.lower_at(phrase.start), "who" | "whom");
            if who {
                return self.antecedent(phrase.start);
            }
            // "the man police shot on Sunday died"
            let harms = |i: &usize| text.tokens[*i].word.verb.is_some();
            if let Some(verb) = (phrase.end..limit.min(phrase.end + 3)).find(harms)
                && let Some(taken) = super::verb::relative(self, self.group(verb).0)
            {
                return taken;
            }
            if self.ends_clause(phrase.end, limit) {
                if let Some(relative) = self.relative_before(limit) {
                    return self.antecedent(relative);
                }
                // "the car they were in was hit"
                if phrase.what == What::Pronoun
                    && let Some(thing) = self.phrase_ending(phrase.start)
                    && self.phrases[thing].what == What::Objects
                {
                    return vec![thing];
                }
                match self.clause_on_thing(limit) {
                    Some(start) => {
                        limit = start;
                        continue;
                    }
                    None => break,
                }
            }
            // "At least 31 pilgrims, among them four nuns, were killed."
            if let Some(start) = self.included(at) {
                limit = start;
                continue;
            }
            limit = match phrase.after {
                // "A month after nine guards were killed": a clause begins behind "after".
                Some(preposition)
                    if phrase.end == limit
                        && limit == group
                        && (phrase.is_people() || phrase.what == What::Objects)
                        && matches!(
                            text.lower_at(preposition),
                            "after" | "before" | "since" | "until"
                        ) =>
                {
                    return self.joined_left(at);
                }
                Some(preposition) => {
                    // "after nine guards were killed": no preposition.
                    let opens = phrase.end == limit
                        && phrase.is_people()
                        && matches!(
                            text.lower_at(preposition),
                            "after" | "before" | "since" | "until" | "till" | "once"
                        );
                    if opens || self.holds(at, preposition) || self.is_past_clause(preposition) {
                        return self.joined_left(at);
                    }
                    preposition
                }
                None if self.is_date(at) => phrase.start,
                // "a lawyer who vanished two weeks ago was found dead"
                None if phrase.start > first
                    && phrase.what == What::Other
                    && text.lower_at(phrase.end) == "ago" =>
                {
                    self.before_ago(phrase.start)
                }
                // "two men taken hostage in May were killed": the men.
                None if phrase.start > first
                    && matches!(text.lower_at(phrase.start - 1), "taken" | "held" | "made")
                    && matches!(
                        text.lower_at(phrase.start),
                        "hostage" | "captive" | "prisoner"
                    ) =>
                {
                    phrase.start - 1
                }
                // "the leader of the League (HL) from 1996 on, was": a short name in brackets.
                None if phrase.start > first
                    && text.lower_at(phrase.start - 1) == "("
                    && text.lower_at(phrase.end) == ")" =>
                {
                    phrase.start - 1
                }
                // "the people on board the flight"
                None if phrase.start > first
                    && matches!(text.lower_at(phrase.start - 1), "board" | "aboard") =>
                {
                    phrase.start - 1
                }
                // "a man, who owns a shop, was killed": the object of another clause.
                None if phrase.start > first
                    && text.tokens[phrase.start - 1].tag.is_verb()
                    && text.tokens[phrase.start - 1].word.speech.is_none()
                    && let Some(relative) = self.relative_before(phrase.start - 1) =>
                {
                    return self.antecedent(relative);
                }
                // "suspected of the murder of a judge and two guards, were arrested": whom the deed harmed.
                None if phrase.start > first
                    && text.lower_at(phrase.start - 1) == "and"
                    && let Some(deed) = self.deed_before(phrase.start - 1) =>
                {
                    deed
                }
                // "two men of the Front, a breakaway group, were arrested": one body in apposition, many men.
                None if matches!(text.lower_at(group), "were" | "are" | "have")
                    && phrase.start > first
                    && text.lower_at(phrase.start - 1) == ","
                    && !phrase.plural
                    && phrase.quantity.is_none_or(|q| q.article)
                    && matches!(phrase.what, What::People | What::Other)
                    && self.joined_left(at).len() == 1 =>
                {
                    phrase.start - 1
                }
                // "two men involved in putting up posters were arrested", "of a group called Red Dawn"
                None if phrase.start > first
                    && (matches!(phrase.what, What::Other | What::Objects)
                        && matches!(
                            text.tag_at(phrase.start - 1),
                            Some(Tag::VB | Tag::RP | Tag::VBN)
                        )
                        || text.lower_at(phrase.start - 1) == "called") =>
                {
                    phrase.start - 1
                }
                // "Arin Solt, a native of Selm, was arrested": what is said of him.
                None if matches!(text.lower_at(group), "was" | "is" | "has")
                    && limit < group
                    && phrase.start > first
                    && text.lower_at(phrase.start - 1) == ","
                    && phrase.quantity.is_none_or(|q| q.article)
                    && !phrase.plural
                    && phrase.what == What::People
                    && self.phrase_ending(phrase.start - 1).is_some_and(|p| {
                        let name = &self.phrases[p];
                        name.what == What::Name && name.name.is_some() && name.after.is_none()
                    }) =>
                {
                    phrase.start - 1
                }
                // "two men identified as leaders of the front", "posing as porters": the men.
                None if phrase.start >= first + 2
                    && text.lower_at(phrase.start - 1) == "as"
                    && (matches!(
                        text.lower_at(phrase.start - 2),
                        "identified" | "named" | "known" | "described" | "dressed" | "disguised"
                    ) || text
                        .tag_at(phrase.start - 2)
                        .is_some_and(|tag| matches!(tag, Tag::VBG | Tag::VBN))
                        && self.phrase_ending(phrase.start - 2).is_some()) =>
                {
                    phrase.start - 2
                }
                // "an officer recruited to fight rebels was killed": who is fought is no subject.
                None if phrase.start >= first + 2
                    && text.tag_at(phrase.start - 1) == Some(Tag::VB)
                    && text.lower_at(phrase.start - 2) == "to" =>
                {
                    phrase.start - 2
                }
                // "two men believed to be members of the front": the men.
                None if phrase.start >= first + 3
                    && text.says(phrase.start - 2, &["to", "be"])
                    && text.tag_at(phrase.start - 3) == Some(Tag::VBN) =>
                {
                    phrase.start - 3
                }
                // "two men suspected to be supplying arms"
                None if phrase.start >= first + 4
                    && text.tag_at(phrase.start - 1) == Some(Tag::VBG)
                    && text.says(phrase.start - 3, &["to", "be"])
                    && matches!(text.tag_at(phrase.start - 4), Some(Tag::VBN | Tag::VBD)) =>
                {
                    phrase.start - 4
                }
                // "two men from Ostra and Velden District": both stand behind "from".
                None if matches!(phrase.what, What::Name | What::Other)
                    && phrase.start > first
                    && text.lower_at(phrase.start - 1) == "and"
                    // "Arin Solt of Selm and Ada Holm from Ostra"
                    && !(phrase.what == What::Name
                        && phrase.end - phrase.start > 1
                        && matches!(text.lower_at(phrase.end), "of" | "from"))
                    && let Some(preposition) = self
                        .phrase_ending(phrase.start - 1)
                        .filter(|p| self.shares_preposition(at, *p))
                        .and_then(|p| self.phrases[p].after) =>
                {
                    preposition
                }
                // "a member of the Workers' Party and the Town Council was": he is of both.
                None if matches!(text.lower_at(group), "was" | "is" | "has")
                    && let Some(preposition) = self.of_both(at) =>
                {
                    preposition
                }
                // "a man, resident of Selm village, Ostra police station, in the north was": where he lives.
                None if limit < group
                    && let Some(home) = self.home_before(at) =>
                {
                    home
                }
                // "two men carrying rewards were arrested"
                None if phrase.start > first
                    && text.tag_at(phrase.start - 1) == Some(Tag::VBG)
                    // "saying her son had been killed", "suggesting that 200 were hurt"
                    && text.tokens[phrase.start - 1].word.speech.is_none()
                    && !matches!(
                        text.lower_at(phrase.start - 1),
                        "suggesting" | "indicating" | "showing" | "meaning" | "believing"
                    )
                    && !self.is_aux(phrase.start.saturating_sub(2)) =>
                {
                    phrase.start - 1
                }
                None => match self.before_all(at) {
                    Some(comma) => comma,
                    None => return self.joined_left(at),
                },
            };
        }
        Vec::new()
    }

    /// The "who" whose clause reaches to token `limit`, or the "which", "that" or "where" behind a thing, with no more than
    /// two verbs in it.
    fn relative_before(&self, limit: usize) -> Option<usize> {
        let thing = |at: usize| {
            let comma = at > self.sentence.start && self.text.lower_at(at - 1) == ",";
            self.phrase_ending(self.before_relative(at) - usize::from(comma))
                .is_some_and(|p| {
                    let what = self.phrases[p].what;
                    what == What::Objects || what == What::Name && comma
                })
        };
        let who = (self.sentence.start..limit)
            .rev()
            .take_while(|i| !matches!(self.text.lower_at(*i), ";" | ":"))
            .find(|i| match self.text.lower_at(*i) {
                "who" => true,
                "which" | "that" | "where" => thing(*i),
                _ => false,
            })?;
        let verbs = (who..=limit)
            .filter(|i| self.text.tag_at(*i).is_some_and(Tag::is_finite))
            .count();
        (1..=2).contains(&verbs).then_some(who)
    }

    /// Where the clause on a thing begins that the comma before token `limit` ends: "a rebel held for the raid
    /// in which nine were killed, was".
    fn clause_on_thing(&self, limit: usize) -> Option<usize> {
        let text = self.text;
        let close = limit
            .checked_sub(1)
            .filter(|i| *i > self.sentence.start && text.lower_at(*i) == ",")?;
        let which = (close.saturating_sub(16).max(self.sentence.start)..close)
            .rev()
            .take_while(|i| !matches!(text.lower_at(*i), ";" | ":" | "," | "who"))
            .find(|i| matches!(text.lower_at(*i), "which" | "where"))?;
        let verbs = (which..close)
            .filter(|i| text.tag_at(*i).is_some_and(Tag::is_finite))
            .count();
        let mut start = which;
        if crate::phrase::noun::is_preposition(text, start.checked_sub(1)?) {
            start -= 1;
        }
        if text.lower_at(start.checked_sub(1)?) == "," {
            start -= 1;
        }
        (verbs == 1 && start > self.sentence.start).then_some(start)
    }

    /// The relative pronoun at `word`, or the preposition before it: "the car in which they were".
    fn before_relative(&self, word: usize) -> usize {
        let led = word > self.sentence.start
            && self.text.lower_at(word) == "which"
            && matches!(self.text.lower_at(word - 1), "in" | "on" | "at" | "from");
        word - usize::from(led)
    }

    /// The people that the relative pronoun at `word` speaks of.
    fn antecedent(&self, word: usize) -> Vec<usize> {
        // "five nurses, all of whom died"
        let all = word >= self.sentence.start + 3
            && self.text.lower_at(word - 1) == "of"
            && matches!(self.text.lower_at(word - 2), "all" | "both");
        let word = word - 2 * usize::from(all);
        let comma = word > self.sentence.start
            && matches!(self.text.lower_at(word - 1), "," | "-" | "–" | "—");
        let end = self.before_relative(word) - usize::from(comma);
        let end = self.before_bracket(end).unwrap_or(end);
        self.phrase_ending(end).map_or(Vec::new(), |antecedent| {
            // "people hiding in a mill that was hit": the mill.
            if self.phrases[antecedent].what == What::Objects
                && !self.text.lower_at(word).starts_with("who")
            {
                return vec![antecedent];
            }
            let head = self.phrases[..=antecedent]
                .iter()
                .rposition(|p| p.is_people() || p.after.is_none())
                .unwrap_or(antecedent);
            let many = matches!(self.text.lower_at(word + 1), "were" | "are" | "have");
            // "Arin Solt, founder of the group, who was", "the head of the rebels, who was": one of them.
            let one = self.phrases[head]
                .after
                .filter(|of| !many && self.text.lower_at(*of) == "of" && self.is_body(head))
                .and_then(|of| self.phrase_ending(of))
                .filter(|one| {
                    self.is_person(*one)
                        || self.is_office(*one)
                        || self.phrases[*one].count() == Some(Count::exact(1))
                });
            if let Some(one) = one {
                return vec![one];
            }
            // "three members of the Front, who were": the members.
            let phrase = &self.phrases[head];
            let members = phrase
                .after
                .filter(|_| phrase.what == What::Name && !phrase.is_described())
                .and_then(|preposition| {
                    self.phrase_ending(preposition)
                        .or_else(|| self.phrase_ending(preposition.checked_sub(1)?))
                })
                // "Arin Solt, 42, of Selm, who was"
                .filter(|outer| self.phrases[*outer].is_people());
            self.joined_left_of(members.unwrap_or(head), many)
        })
    }

    /// The subject of the passive nearest before the "and" at token `and`.
    pub(super) fn passive_before(&self, and: usize) -> Option<Vec<usize>> {
        let verb = self.verb_before(and)?;
        let passive = self.is_aux(verb)
            && (verb + 1..(verb + 4).min(and)).any(|i| self.text.tag_at(i) == Some(Tag::VBN));
        let subject = passive.then(|| self.subject(self.group(verb).0))?;
        (!subject.is_empty()).then_some(subject)
    }

    /// The finite verb nearest before token `at`, in its clause.
    pub(super) fn verb_before(&self, at: usize) -> Option<usize> {
        let verb = (self.sentence.start..at)
            .rev()
            .take_while(|i| !matches!(self.text.lower_at(*i), ";" | ":"))
            .find(|i| self.text.tokens[*i].tag.is_finite())?;
        Some(verb)
    }
}
