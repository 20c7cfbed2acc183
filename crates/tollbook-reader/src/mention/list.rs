//! Lists of those harmed: to the right of a verb and to the left of one, past what stands between their members.

use tollbook_terms::Count;

use super::Scene;
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
        let mut i = from;
        // Adverbs, particles and a date may stand between: "killed on Sunday at least five".
        for _ in 0..4 {
            if self.phrase_starting(i).is_some_and(|p| !self.is_date(p)) {
                break;
            }
            let lower = self.text.lower_at(i);
            let adverb = self
                .text
                .tag_at(i)
                .is_some_and(|tag| tag.is_adverb() || tag == Tag::RP)
                || matches!(
                    lower,
                    "dead" | "another" | "down" | "up" | "off" | "\"" | "“" | "‘"
                );
            if adverb {
                i += 1;
            } else if matches!(lower, "on" | "in" | "at")
                && self.phrase_starting(i + 1).is_some_and(|p| self.is_date(p))
            {
                i = self
                    .phrase_starting(i + 1)
                    .map_or(i + 1, |p| self.phrases[p].end);
            } else if let Some(p) = self.phrase_starting(i).filter(|p| self.is_date(*p)) {
                i = self.phrases[p].end;
            } else {
                break;
            }
        }
        let Some(first) = self.phrase_starting(i) else {
            return Vec::new();
        };
        if i >= self.sentence.end {
            return Vec::new();
        }
        let mut joined = vec![first];
        // "the lives of 12 people", "a group of ten soldiers".
        let mut last = first;
        let behind = self.phrases[first].end;
        if let Some(inner) = self
            .phrase_starting(behind + 1)
            .filter(|inner| self.holds(*inner, behind))
        {
            joined = vec![inner];
            last = inner;
        }
        loop {
            let (end, skipped) = self.behind_member(last);
            let link = match self.text.lower_at(end) {
                "and" | "or" | "plus" | "&" => 1,
                "," if self.text.lower_at(end + 1) == "and" => 2,
                "," => 1,
                "as" if self.text.says(end, &["as", "well", "as"]) => 3,
                "along" if self.text.says(end, &["along", "with"]) => 2,
                _ => break,
            };
            let comma = self.text.lower_at(end) == "," && link == 1;
            let Some(next) = self.phrase_starting(end + link) else {
                break;
            };
            let phrase = &self.phrases[next];
            // "one, Arin Solt, and two guards": the name is his.
            if comma && !skipped && self.names(next, last) {
                last = next;
                continue;
            }
            let kind = phrase.is_people() == self.phrases[first].is_people()
                && (phrase.is_people() || phrase.what == What::Objects);
            // A new clause begins where the phrase has a verb of its own.
            let adverb = self.text.tag_at(phrase.end).is_some_and(Tag::is_adverb);
            let next_tag = self.text.tag_at(phrase.end + usize::from(adverb));
            let verb = next_tag
                .is_some_and(|tag| tag.is_finite() || tag == Tag::MD || tag == Tag::VBN)
                || self
                    .text
                    .word_at(phrase.end)
                    .is_some_and(|word| word.state.is_some());
            let known = phrase.what == What::People
                && matches!(
                    self.text.lower_at(phrase.start),
                    "his" | "her" | "their" | "its" | "the"
                );
            let counted = phrase
                .quantity
                .is_some_and(|q| !q.article || !comma || self.more_follow(next))
                || known && !comma
                || phrase.plural && !skipped
                || phrase.what == What::Name
                    && (!skipped || self.phrases[first].what == What::Name && phrase.is_described())
                // "a nun, her driver and two pupils", "a boy and the boy's mother".
                || phrase.what == What::People && !skipped && (!comma || self.more_follow(next));
            if next >= self.phrases.len()
                || end + link >= self.sentence.end
                || !kind
                || verb && !own_verb
                || !counted
                || phrase.what == What::Pronoun
                // "a nurse and a cook, both residents of Ostra": those two.
                || comma && matches!(self.text.lower_at(phrase.start), "both" | "all")
                || comma && phrase.partitive && self.phrases[last].what == What::Name
            {
                break;
            }
            joined.push(next);
            last = next;
        }
        joined
    }

    /// Where a list may go on behind its member `last`: past prepositional phrases ("three in Ostra and two in
    /// Selm"), participles ("a cook working in Ostra and ..."), brackets and asides; and whether any were.
    fn behind_member(&self, last: usize) -> (usize, bool) {
        let text = self.text;
        let from = self.phrases[last].end;
        let mut end = from;
        for _ in 0..6 {
            let participle = usize::from(
                end > from.saturating_sub(1)
                    && matches!(text.tag_at(end), Some(Tag::VBG | Tag::VBN))
                    && text.word_at(end).is_some_and(|word| word.verb.is_none())
                    && text.lower_at(end) != "including",
            );
            let preposition = end + participle;
            let next = self.phrase_starting(preposition + 1).filter(|_| {
                crate::phrase::noun::is_preposition(text, preposition)
                    && text.lower_at(preposition) != "including"
            });
            let past = match next {
                Some(p) => Some(self.phrases[p].end),
                None => self.past_aside(end),
            };
            match past.filter(|past| *past < self.sentence.end) {
                Some(past) => end = past,
                None => break,
            }
        }
        (end, end > from)
    }

    /// The token behind the aside that opens at `open`, where a list goes on behind it: "a guard (an
    /// ex-soldier) and", "the mayor, Arin Solt, and two guards", "a man, who was armed, and his wife".
    fn past_aside(&self, open: usize) -> Option<usize> {
        let text = self.text;
        let limit = (open + 16).min(self.sentence.end);
        if text.lower_at(open) == "(" {
            return (open..limit)
                .find(|i| text.lower_at(*i) == ")")
                .map(|close| close + 1);
        }
        if text.lower_at(open) != "," {
            return None;
        }
        let close = (open + 1..limit).find(|i| text.lower_at(*i) == ",")?;
        let name = self
            .phrase_starting(open + 1)
            .is_some_and(|p| self.phrases[p].what == What::Name && self.phrases[p].end == close);
        let told = matches!(
            text.lower_at(open + 1),
            "who" | "whose" | "which" | "aged" | "identified" | "named" | "known" | "believed"
        );
        let goes_on = text.lower_at(close + 1) == "and"
            && self.phrase_starting(close + 2).is_some_and(|p| {
                let phrase = &self.phrases[p];
                phrase.what == What::People
                    && (phrase.quantity.is_some_and(|q| !q.none && !q.weak)
                        || matches!(text.lower_at(phrase.start), "his" | "her" | "their"))
            });
        ((name && self.titled_before(open) || told) && goes_on).then_some(close)
    }

    /// Whether the phrase `name` is nothing but the name of the one person of the phrase `whose`.
    fn names(&self, name: usize, whose: usize) -> bool {
        let (name, whose) = (&self.phrases[name], &self.phrases[whose]);
        name.what == What::Name
            && !name.is_described()
            && name.quantity.is_none()
            && matches!(whose.what, What::People | What::Bare)
            && whose.count() == Some(Count::exact(1))
    }

    /// Whom the phrases that end at the comma at `comma` tell of: "the head of the council,".
    fn whose(&self, comma: usize) -> Option<usize> {
        let nearest = self.phrase_ending(comma)?;
        let of = self.phrases[nearest]
            .after
            .filter(|of| self.text.lower_at(*of) == "of");
        of.and_then(|of| self.phrase_ending(of)).or(Some(nearest))
    }

    /// Whether a single person told of by office stands before the comma at `comma`, whom a name behind it
    /// names: "the head of the council, Arin Solt,".
    fn titled_before(&self, comma: usize) -> bool {
        self.phrases
            .iter()
            .rfind(|p| p.end <= comma && p.is_people())
            .is_some_and(|p| {
                p.what == What::People && p.count() == Some(Count::exact(1)) && comma - p.end <= 4
            })
    }

    /// Whether a list goes on behind the phrase: ", a corporal and ...".
    fn more_follow(&self, at: usize) -> bool {
        matches!(self.text.lower_at(self.phrases[at].end), "and" | ",")
    }

    /// The phrase `at` and those joined to it by "and" or commas on its left.
    pub(super) fn joined_left(&self, at: usize) -> Vec<usize> {
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
            let link = match start.checked_sub(1).map(|i| text.lower_at(i)) {
                Some("and" | "or" | "nor" | "&") => {
                    if start >= 2 && text.lower_at(start - 2) == "," {
                        start - 2
                    } else {
                        start - 1
                    }
                }
                Some("as") if start >= 3 && text.says(start - 3, &["as", "well", "as"]) => {
                    if start >= 4 && text.lower_at(start - 4) == "," {
                        start - 4
                    } else {
                        start - 3
                    }
                }
                Some("with")
                    if start >= 2 && matches!(text.lower_at(start - 2), "along" | "together") =>
                {
                    start - 2 - usize::from(start >= 3 && text.lower_at(start - 3) == ",")
                }
                Some(",") if joined.len() > 1 || self.opens_list(start - 1) => start - 1,
                _ => break,
            };
            let Some(previous) = self.member_before(link, last, at) else {
                break;
            };
            let phrase = &self.phrases[previous];
            // "put it at 15, and 31 people were hurt": no list.
            if phrase.what == What::Bare
                && self.phrases[last].what != What::Bare
                && link + 2 == self.phrases[last].start
            {
                break;
            }
            let object = phrase.start > first
                && text.tag_at(phrase.start - 1).is_some_and(Tag::is_verb)
                && !self.is_aux(phrase.start - 1);
            // "six dead, four of them women, and 17 wounded": who the four were.
            let shared = self
                .phrase_ending(phrase.start)
                .is_some_and(|p| self.phrases[p].partitive);
            if !phrase.is_people() && phrase.what != What::Objects
                || shared
                || phrase.after.is_some() && self.phrases[at].after.is_none()
                || object
                || phrase.what == What::Pronoun
            {
                break;
            }
            joined.push(previous);
            last = previous;
        }
        joined.reverse();
        joined
    }

    /// The member of a list that ends at token `link`, before the member `next` of the list that ends in
    /// `last`: past what stands behind it ("an inspector of police and a guard", "a nurse from Ostra, and
    /// two guards", "an official in the ministry and his driver").
    fn member_before(&self, link: usize, next: usize, last: usize) -> Option<usize> {
        let text = self.text;
        // "a guard, who was on leave, and his driver": before the aside.
        let aside = (text.lower_at(link) == ",")
            .then(|| self.opening_comma(link))
            .flatten()
            .filter(|open| {
                (matches!(
                    text.lower_at(open + 1),
                    "who" | "whose" | "aged" | "of" | "from"
                ) || matches!(text.tag_at(open + 1), Some(Tag::VBG | Tag::VBN)))
                    && text.lower_at(open + 1) != "including"
                    && (text.lower_at(open + 1).starts_with("who")
                        || !(*open..link).any(|i| text.tokens[i].tag.is_finite()))
                    && self.phrase_ending(*open).is_some()
            });
        // "a member of the Workers' League (WL) and a driver".
        let bracket = link
            .checked_sub(1)
            .filter(|close| text.lower_at(*close) == ")")
            .and_then(|close| {
                let from = close.saturating_sub(8).max(self.sentence.start);
                (from..close).rev().find(|i| text.lower_at(*i) == "(")
            });
        let nearest = self
            .phrase_ending(aside.unwrap_or(link))
            .or_else(|| self.phrase_ending(bracket?))?;
        // "the head of the council, Arin Solt, and his wife": the head.
        let named = self.phrases[nearest].start.checked_sub(1).filter(|comma| {
            text.lower_at(link) == ","
                && text.lower_at(*comma) == ","
                && *comma > self.sentence.start
        });
        if let Some(comma) = named
            && self.phrases[nearest].what == What::Name
            && let Some(whose) = self.whose(comma)
            && self.names(nearest, whose)
        {
            return Some(whose);
        }
        if self.phrases[last].after.is_some() {
            return Some(nearest);
        }
        let counted = |p: usize| {
            let phrase = &self.phrases[p];
            phrase.what == What::People && phrase.quantity.is_some_and(|q| !q.none && !q.weak)
                || phrase.what == What::Name && phrase.is_described()
        };
        let his = matches!(text.lower_at(self.phrases[next].start), "his" | "her");
        let mut member = nearest;
        for _ in 0..4 {
            let phrase = &self.phrases[member];
            let of = phrase
                .after
                .is_some_and(|preposition| text.lower_at(preposition) == "of");
            let outer = match phrase.after {
                Some(preposition) => self.phrase_ending(preposition).or_else(|| {
                    // "a man belonging to the front", "a guard posted at the gate".
                    let participle = preposition.checked_sub(1)?;
                    matches!(text.tag_at(participle), Some(Tag::VBG | Tag::VBN))
                        .then(|| self.phrase_ending(participle))?
                }),
                // "a guard, the warden of the camp, and a cook".
                None if phrase.what == What::Other
                    || aside.is_some() && phrase.what == What::Name =>
                {
                    let comma = phrase.start.checked_sub(1)?;
                    (text.lower_at(comma) == ",")
                        .then(|| self.phrase_ending(comma))
                        .flatten()
                }
                None => None,
            };
            let Some(outer) =
                outer.filter(|outer| self.phrases[*outer].start >= self.sentence.start)
            else {
                break;
            };
            let people = matches!(
                self.phrases[nearest].what,
                What::People | What::Bare | What::Harmed(_)
            );
            if !of && !his && (!counted(next) || people) {
                break;
            }
            member = outer;
            let found = &self.phrases[member];
            let whose = if of || his {
                matches!(found.what, What::People | What::Name)
            } else {
                counted(member)
            };
            if whose && found.after.is_none() {
                let verb = found
                    .start
                    .checked_sub(1)
                    .filter(|i| *i >= self.sentence.start);
                let object = verb.is_some_and(|i| text.tag_at(i).is_some_and(Tag::is_verb));
                return Some(if object { nearest } else { member });
            }
        }
        Some(nearest)
    }

    /// Whether the comma at `at` stands between two counted phrases of which the first opens the sentence:
    /// "One guard, three pilgrims wounded".
    fn opens_list(&self, at: usize) -> bool {
        let counted = |p: usize| {
            let phrase = &self.phrases[p];
            phrase.what == What::People && phrase.quantity.is_some_and(|q| !q.article && !q.none)
        };
        // "Teacher, two rangers die"
        let headline = |p: usize| {
            let phrase = &self.phrases[p];
            phrase.what == What::People && phrase.quantity.is_none() && !phrase.plural
        };
        self.phrase_ending(at).is_some_and(|p| {
            self.phrases[p].start == self.sentence.start && (counted(p) || headline(p))
        }) && self.phrase_starting(at + 1).is_some_and(counted)
    }
}
