//! Lists of those harmed: to the right of a verb and to the left of one, past what stands between their members.

mod past;

use super::Scene;
use crate::lexicon::Speech;
use crate::phrase::noun::What;
use crate::tag::Tag;

impl Scene<'_, '_> {
    /// The object right of token `from` (after the verb), with what is joined to it by "and" or commas.
    pub(super) fn objects(&self, from: usize) -> Vec<usize> {
        self.list(from, false)
    }

    /// The same; `verb` says whether the verb behind the list is the one that the list belongs to, else the
    /// list ends before a phrase with a verb of its own.
    pub(super) fn list(&self, from: usize, verb: bool) -> Vec<usize> {
        let own_verb = verb;
        let mut i = self.past_parenthesis(from).unwrap_or(from);
        // Adverbs, particles and a date may stand between: "killed on Sunday at least five".
        let mut dated = false;
        for _ in 0..5 {
            if self.phrase_starting(i).is_some_and(|p| !self.is_date(p)) {
                break;
            }
            let lower = self.text.lower_at(i);
            let adverb = self
                .text
                .tag_at(i)
                .is_some_and(|tag| tag.is_adverb() || tag == Tag::RP)
                // "12 people injured outside a mosque"
                && !matches!(lower, "outside" | "inside" | "near" | "around")
                || matches!(
                    lower,
                    "dead" | "another" | "both" | "down" | "up" | "off" | "\"" | "“" | "‘"
                );
            // "the killing of [the late minister] Solt": what an editor adds.
            let inserted = (lower == "[")
                .then(|| (i..i + 16).find(|close| self.text.lower_at(*close) == "]"))
                .flatten();
            if let Some(close) = inserted {
                i = close + 1;
            } else if let Some(past) = self.past_source(i) {
                i = past;
            } else if adverb {
                i += 1;
            } else if let Some(past) = self.past_where(i, from) {
                i = past;
            } else if matches!(lower, "on" | "in" | "at")
                && self.phrase_starting(i + 1).is_some_and(|p| self.is_date(p))
            {
                dated = true;
                i = self
                    .phrase_starting(i + 1)
                    .map_or(i + 1, |p| self.phrases[p].end);
            } else if let Some(p) = self.phrase_starting(i).filter(|p| self.is_date(*p)) {
                i = self.phrases[p].end;
            } else {
                break;
            }
        }
        let Some(mut first) = self.phrase_starting(i) else {
            return Vec::new();
        };
        // "Five injured in Saturday night shooting": nothing that is taken.
        if dated
            && self.phrases[first].what == What::Other
            && self.phrases[first].quantity.is_none()
        {
            return Vec::new();
        }
        // "Solt's two sons", "the country's first elected president": those behind the owner.
        let owner = self.phrases[first].end;
        if self.text.tag_at(owner) == Some(Tag::POS)
            && let Some(owned) = self.phrase_starting(owner + 1)
            && self.phrases[owned].what == What::People
        {
            first = owned;
        }
        if i >= self.sentence.end {
            return Vec::new();
        }
        let mut joined = vec![first];
        // How many of those told of by a number are named behind it by words that go on with the list: "four
        // people, identified as Arin Solt, his daughter and two friends".
        let whole = &self.phrases[first];
        let mut unnamed = match whole.count() {
            Some(count) if !whole.names.is_empty() && count.high == Some(count.low) => {
                count.low.saturating_sub(whole.names.len() as u64)
            }
            _ => 0,
        };
        // "the lives of 12 people", "a group of ten soldiers".
        let mut last = first;
        let mut named = 1;
        let behind = self.phrases[first].end;
        if let Some(inner) = self
            .phrase_starting(behind + 1)
            .filter(|inner| self.holds(*inner, behind))
        {
            joined = vec![inner];
            last = inner;
        }
        loop {
            let (mut end, skipped) = self.behind_member(last);
            // 'hit "four or five trucks" and a bus'
            let quoted = matches!(self.text.lower_at(end), "\"" | "”" | "'" | "’");
            if quoted && matches!(self.text.lower_at(end + 1), "and" | ",") {
                end += 1;
            }
            let next = self.link_behind(end).and_then(|link| {
                let next = self.phrase_starting(end + link)?;
                let comma = self.text.lower_at(end) == "," && link == 1;
                Some((next, comma))
            });
            if let Some((next, comma)) = next {
                let phrase = &self.phrases[next];
                // "a clerk and his wife, identified as Arin Solt and Ada Solt": the second name is the clerk's.
                if !self.phrases[last].names.is_empty()
                    && phrase.what == What::Name
                    && !phrase.is_described()
                    && named < joined.len()
                {
                    named += 1;
                    last = next;
                    continue;
                }
                if comma && self.is_role_apposed(next, last) {
                    last = next;
                    continue;
                }
                // "one, Arin Solt, and two guards", "the mayor of Ostra, Arin Solt": the name is his.
                if comma && (!skipped || self.is_office(last)) && self.names(next, last) {
                    last = next;
                    continue;
                }
            }
            let member = next
                .filter(|(next, comma)| {
                    self.is_member(*next, last, first, (*comma, skipped, own_verb))
                })
                .map(|(next, _)| next)
                .or_else(|| self.past_semicolon(self.phrases[last].end));
            // "struck a market, a square and a station": what is no thing is passed over.
            if member.is_none()
                && let Some((other, _)) = next.filter(|(other, _)| self.is_passed(first, *other))
            {
                last = other;
                continue;
            }
            let Some(next) = member else { break };
            last = next;
            let more = self.phrases[next].count().map_or(0, |count| count.low);
            if unnamed > 0 && more <= unnamed {
                unnamed -= more;
                continue;
            }
            unnamed = 0;
            joined.push(next);
        }
        self.without_names(joined)
    }

    /// Whether a list of things that began with `first` goes on behind `other`, which is none.
    fn is_passed(&self, first: usize, other: usize) -> bool {
        let phrase = &self.phrases[other];
        // "a firm at Selm and Orra streets, and a church"
        let (end, _) = self.behind_member(other);
        let more = self
            .link_behind(end)
            .and_then(|link| self.phrase_starting(end + link))
            .is_some_and(|p| {
                self.phrases[p].what == What::Objects && self.phrases[p].quantity.is_some()
            });
        self.phrases[first].what == What::Objects
            && phrase.what == What::Other
            && (phrase.quantity.is_some() || matches!(self.text.lower_at(phrase.start), "a" | "an"))
            && !self.is_date(other)
            && more
    }

    /// Whether the phrase `next` goes on the list that began with `first` and came to `last`: with a `comma`
    /// alone between, with what was `skipped`, and whether a verb behind it is the list's own.
    fn is_member(
        &self,
        next: usize,
        last: usize,
        first: usize,
        (comma, skipped, own_verb): (bool, bool, bool),
    ) -> bool {
        let (text, phrase) = (self.text, &self.phrases[next]);
        let kind = phrase.is_people() == self.phrases[first].is_people()
            && (phrase.is_people() || phrase.what == What::Objects);
        // "a fighter of the Front, a splinter group of the League, who": the Front.
        let head = text.lower_at(phrase.head);
        let faction = matches!(head, "group" | "faction" | "outfit" | "wing" | "offshoot");
        if comma && faction && phrase.quantity.is_some_and(|q| q.article) {
            return false;
        }
        if !comma && self.is_role_besides(next, last) {
            return false;
        }
        // A new clause begins where the phrase has a verb of its own.
        let adverb = text.tag_at(phrase.end).is_some_and(Tag::is_adverb);
        let next_tag = text.tag_at(phrase.end + usize::from(adverb));
        let verb = next_tag.is_some_and(|tag| tag.is_finite() || tag == Tag::MD || tag == Tag::VBN)
            || text
                .word_at(phrase.end)
                .is_some_and(|word| word.state.is_some());
        // "After the murder of a judge, the 40 clerks of the court left"
        let verb = verb
            || comma && {
                let (behind, _) = self.behind_member(next);
                text.tag_at(behind).is_some_and(Tag::is_finite)
            };
        let noun = matches!(phrase.what, What::People | What::Objects);
        let known = noun
            && matches!(
                text.lower_at(phrase.start),
                "his" | "her" | "their" | "its" | "the"
            );
        // "killed two in Ostra, women and children fled": a new clause begins.
        let close = noun && (!skipped || own_verb || !self.clause_follows(next));
        let counted = phrase
            .quantity
            .is_some_and(|q| !q.article || !comma || self.more_follow(next))
            || known && !comma
            || phrase.plural && close
            || phrase.what == What::Name
                && (!skipped
                    || self.is_person(next) && (!comma || self.more_follow(next))
                    // "Arin Solt in Ostra and Ada Holm in Selm"
                    || !comma
                        && self.phrases[last].what == What::Name
                        && [phrase.end, self.phrases[last].end]
                            .into_iter()
                            .all(|i| matches!(text.lower_at(i), "in" | "of" | "from")))
            // "a nun, her driver and two pupils", "a boy and the boy's mother", "the hotel and the bank".
            || close && (!comma || self.more_follow(next))
            // "the leader of the party, the head of the bank and two guards"
            || self.is_office(last)
                && self.is_office(next)
                && self.link_behind(self.behind_member(next).0).is_some();
        // "claimed the lives of three soldiers, officials said"
        let said = comma
            && text
                .word_at(phrase.end)
                .is_some_and(|word| word.speech.is_some());
        // "a nurse and a cook, both residents of Ostra": those two.
        let those = comma && matches!(text.lower_at(phrase.start), "both" | "all");
        // "Arin Solt, one of the accused"
        let partitive = comma
            && self.phrases[last].what == What::Name
            && (phrase.partitive || text.says(phrase.start, &["one", "of"]));
        phrase.start < self.sentence.end
            && kind
            && (!verb || own_verb)
            && counted
            && phrase.what != What::Pronoun
            // "One struck his arm, another his leg": shots.
            && !(skipped
                && phrase.what == What::Bare
                && self.phrases[first].what == What::Pronoun)
            && !(said || those || partitive)
    }

    /// Where a list may go on behind its member `last`: past prepositional phrases ("three in Ostra and two in
    /// Selm"), participles ("a cook working in Ostra and ..."), brackets and asides; and whether any were.
    pub(super) fn behind_member(&self, last: usize) -> (usize, bool) {
        let text = self.text;
        let from = self.phrases[last].end;
        let mut end = from;
        for _ in 0..6 {
            let participle = usize::from(
                end > from.saturating_sub(1)
                    && (matches!(text.tag_at(end), Some(Tag::VBG | Tag::VBN))
                        // "a boat loaded with wheat"
                        || text.tag_at(end) == Some(Tag::VBD)
                            && matches!(text.lower_at(end), "loaded" | "used" | "owned" | "packed" | "filled" | "parked" | "based" | "located" | "situated"))
                    && text.word_at(end).is_some_and(|word| word.verb.is_none())
                    && text.lower_at(end) != "including",
            );
            let preposition = end + participle;
            let next = self.phrase_starting(preposition + 1).filter(|_| {
                crate::phrase::noun::is_preposition(text, preposition)
                    && text.lower_at(preposition) != "including"
                    && !text.says(preposition, &["in", "addition", "to"])
            });
            let there = matches!(text.lower_at(end), "there" | "nearby").then_some(end + 1);
            // "trucks carrying wheat and a car"
            let carried = (self.phrases[last].what == What::Objects
                && text.tag_at(end) == Some(Tag::VBG)
                && text.word_at(end).is_some_and(|word| word.verb.is_none())
                && text.lower_at(end) != "including")
                .then(|| self.phrase_starting(end + 1))
                .flatten()
                .map(|p| self.phrases[p].end);
            let past = match next {
                None if there.is_some() => there,
                None if carried.is_some() => carried,
                Some(p) => Some(self.phrases[p].end),
                None => self
                    .past_naming(end)
                    .or_else(|| self.past_participle(end))
                    .or_else(|| self.past_aside(end))
                    .or_else(|| self.past_clause(end)),
            };
            match past.filter(|past| *past < self.sentence.end) {
                Some(past) => end = next.map_or(past, |p| self.past_second(p)),
                None => break,
            }
        }
        (end, end > from)
    }

    /// The phrase `at` and those joined to it by "and" or commas on its left.
    pub(super) fn joined_left(&self, at: usize) -> Vec<usize> {
        self.joined_left_of(at, false)
    }

    /// The same; `taken` says whether the first may be what a verb before it takes: "freed a nun and a cook, who
    /// were".
    pub(super) fn joined_left_of(&self, at: usize, taken: bool) -> Vec<usize> {
        let (text, first) = (self.text, self.sentence.start);
        let mut joined = vec![at];
        let mut last = at;
        loop {
            let start = self.phrases[last].start;
            // "93 soldiers 13 police killed": counted side by side in a telegram.
            let counted = |p: usize| {
                let phrase = &self.phrases[p];
                phrase.what == What::People
                    && phrase
                        .quantity
                        .is_some_and(|q| !q.article && !q.none && !q.weak)
            };
            if counted(last)
                && let Some(previous) = self.phrase_ending(start)
                && counted(previous)
            {
                joined.push(previous);
                last = previous;
                continue;
            }
            if let Some(previous) = self.before_semicolon(start) {
                joined.push(previous);
                last = previous;
                continue;
            }
            let Some(link) = self.link_before(start, joined.len() > 1) else {
                break;
            };
            let Some(previous) = self.member_before(link, last, at) else {
                break;
            };
            // "17 men of the Coast Watch and Harbour Police were hurt": the men.
            if joined.len() == 1
                && self.phrase_ending(link) != Some(previous)
                && self.phrases[at].what != What::Name
                && self.of_both(at).is_some()
            {
                joined.pop();
            }
            let phrase = &self.phrases[previous];
            // "put it at 15, and 31 people were hurt": no list.
            if phrase.what == What::Bare
                && self.phrases[last].what != What::Bare
                && link + 2 == self.phrases[last].start
            {
                break;
            }
            let object = !taken
                && phrase.start > first
                && text
                    .tag_at(phrase.start - 1)
                    .is_some_and(|tag| tag.is_verb() || tag == Tag::RP)
                && !self.is_aux(phrase.start - 1)
                // "Police said a man and his son were wounded."
                && !text
                    .word_at(phrase.start - 1)
                    .is_some_and(|word| matches!(word.speech, Some(Speech::Say | Speech::Claim)));
            // "six dead, four of them women, and 17 wounded": who the four were.
            let shared = self
                .phrase_ending(phrase.start)
                .is_some_and(|p| self.phrases[p].partitive);
            // "A fight broke out between guards and rebels, and one man was killed": no list of three.
            // "after a colonel, a judge and two clerks were killed": no preposition of theirs.
            let clause = phrase
                .after
                .is_some_and(|before| match text.lower_at(before) {
                    // "after two guards and a cook were killed"
                    "after" | "before" | "since" | "until" | "once" => {
                        joined.len() > 1
                            || link + 1 == start
                                && matches!(
                                    text.lower_at(self.phrases[at].end),
                                    "were" | "are" | "have" | "had" | "died"
                                )
                    }
                    // "resulted in nine rebels and two soldiers killed"
                    "in" | "with" => {
                        before > first
                            && counted(previous)
                            && counted(last)
                            && matches!(
                                text.lower_at(before - 1),
                                "resulted" | "resulting" | "ended" | "ending" | "culminated"
                            )
                    }
                    _ => false,
                });
            let behind = phrase.after.is_some() && self.phrases[at].after.is_none() && !clause;
            let whom = behind && phrase.is_people() && link + 1 == start;
            if whom && joined.len() > 1 && text.lower_at(link) == "and" {
                joined.truncate(1);
                break;
            }
            if !phrase.is_people() && phrase.what != What::Objects
                || shared
                || behind
                || object
                || phrase.what == What::Pronoun
            {
                break;
            }
            // "The secretary of the league and member of the council was killed": one person.
            if text.lower_at(start - 1) == "and" && self.is_role_of(last, previous) {
                joined.pop();
            }
            joined.push(previous);
            last = previous;
        }
        joined.reverse();
        self.without_names(joined)
    }
}
