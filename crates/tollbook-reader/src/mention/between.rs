//! What stands between a subject and its verb: asides in commas, brackets and dashes.

use super::Scene;
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;

impl Scene<'_, '_> {
    /// Whether a clause ends between the tokens `from` and `to`; "involved in", "held by" and the like
    /// behind a noun end none.
    pub(super) fn ends_clause(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| {
            let lower = self.text.lower_at(i);
            let participle = self.text.tag_at(i) == Some(Tag::VBD)
                && (lower.ends_with("ed") || matches!(lower, "caught" | "held" | "sent" | "shot"))
                && matches!(
                    self.text.lower_at(i + 1),
                    "in" | "by"
                        | "with"
                        | "from"
                        | "for"
                        | "as"
                        | "at"
                        | "to"
                        | "of"
                        | "on"
                        | "nearby"
                        | "last"
                        | "near"
                        | "during"
                        | "missing"
                );
            let named = self.text.lower_at(i) == "as" && i > from;
            self.has_barrier(i, i + 1) && !participle && !named
        })
    }

    /// The token where the subject of the verb group at `group` may end: before an aside that ends
    /// right before the verb.
    pub(super) fn outside(&self, group: usize) -> usize {
        let (text, first) = (self.text, self.sentence.start);
        // "A clerk (a father of two), Arin Solt, was": behind brackets.
        let bracket = |open: usize| {
            let within = |p: &Phrase| p.start < open && open < p.end;
            open > first && text.lower_at(open - 1) == ")" && !self.phrases.iter().any(within)
        };
        let mut limit = group;
        for _ in 0..3 {
            if limit <= first {
                break;
            }
            let close = limit - 1;
            let open = match text.lower_at(close) {
                ")" => (first..close).rev().find(|i| text.lower_at(*i) == "("),
                "—" | "–" | "-" | "--" => self.opening_dash(close),
                // An age or a name within the phrase is passed over with it.
                "," if self.holds_comma(close) => Some(close),
                // "Arin Solt, a guard of the Coast Watch (CW), was".
                "," => self
                    .opening_comma(close)
                    .filter(|open| self.phrase_ending(*open).is_some() || bracket(*open))
                    .or_else(|| {
                        (close > first && text.lower_at(close - 1) == ")").then_some(close)
                    }),
                _ => None,
            };
            match open.filter(|open| self.phrase_ending(*open).is_some() || bracket(*open)) {
                Some(open) => limit = open,
                None => break,
            }
        }
        limit
    }

    /// The comma before "all" where it says of those before it who they are: "nine guards, all members of the Watch, a
    /// private firm, died".
    pub(super) fn before_all(&self, at: usize) -> Option<usize> {
        let start = self.phrases[at].start;
        let comma = start
            .checked_sub(1)
            .filter(|i| *i > self.sentence.start && self.text.lower_at(*i) == ",")?;
        let all = matches!(self.text.lower_at(start), "all" | "both")
            && self.text.lower_at(self.phrases[at].end) == "of";
        self.phrase_ending(comma).filter(|_| all).map(|_| comma)
    }

    /// The dash that opens the aside which the one at `close` ends.
    pub(super) fn opening_dash(&self, close: usize) -> Option<usize> {
        let (text, first) = (self.text, self.sentence.start);
        match text.lower_at(close) {
            // "nine people -- guards and clerks -- were": two marks for one dash.
            "-" if close > first && text.lower_at(close - 1) == "-" => (first + 1..close - 1)
                .rev()
                .find(|i| text.lower_at(*i) == "-" && text.lower_at(i - 1) == "-")
                .map(|i| i - 1),
            mark @ ("—" | "–" | "-" | "--") => (first..close)
                .rev()
                .find(|i| text.lower_at(*i) == mark && text.spaced_at(*i)),
            _ => None,
        }
    }

    /// The token behind the aside that opens at `open`, where a list goes on behind it: "a guard (an
    /// ex-soldier) and", "the mayor, Arin Solt, and two guards", "a man, who was armed, and his wife".
    pub(super) fn past_aside(&self, open: usize) -> Option<usize> {
        let text = self.text;
        let limit = (open + 16).min(self.sentence.end);
        let bracket = match text.lower_at(open) {
            "(" => ")",
            "[" => "]",
            _ => "",
        };
        if !bracket.is_empty() {
            return (open..limit)
                .find(|i| text.lower_at(*i) == bracket)
                .map(|close| close + 1);
        }
        // "six nurses -- four of them foreigners -- and two cooks"
        if let mark @ ("—" | "–" | "-") = text.lower_at(open)
            && text.spaced_at(open)
        {
            return (open + 1..limit)
                .take_while(|i| !text.tokens[*i].tag.is_finite())
                .find(|i| text.lower_at(*i) == mark)
                .map(|close| close + 1)
                .filter(|past| self.link_behind(*past).is_some());
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
            "who"
                | "whose"
                | "which"
                | "aged"
                | "identified"
                | "named"
                | "known"
                | "also"
                | "believed"
                | "from"
                | "of"
                | "both"
        );
        let link = self.link_behind(close);
        let goes_on = link
            .and_then(|link| self.phrase_starting(close + link))
            .filter(|p| link.is_some_and(|link| link > 1) || self.more_follow(*p))
            .is_some_and(|p| {
                let phrase = &self.phrases[p];
                phrase.what == What::People
                    && (phrase.quantity.is_some_and(|q| !q.none && !q.weak)
                        || phrase.plural
                        || matches!(text.lower_at(phrase.start), "his" | "her" | "their"))
                    || phrase.what == What::Objects
                    || self.is_person(p)
            });
        // "a bank, owned by Arin Solt, and cars"
        let told = told
            || text.tag_at(open + 1) == Some(Tag::VBN)
                && text
                    .word_at(open + 1)
                    .is_some_and(|word| word.verb.is_none())
                && crate::phrase::noun::is_preposition(text, open + 2);
        ((name && self.titled_before(open) || told) && goes_on).then_some(close)
    }

    /// Where the words "including" or "among them" stand that the phrase `at` or the list before it is told
    /// behind; the comma before them counts as theirs.
    pub(super) fn included(&self, at: usize) -> Option<usize> {
        let mut first = at;
        loop {
            let start = self.phrases[first].start;
            let before = |back: usize| {
                start
                    .checked_sub(back)
                    .filter(|i| *i >= self.sentence.start)
                    .map_or("", |i| self.text.lower_at(i))
            };
            let words = match (before(1), before(2)) {
                ("including" | "involving", _) => 1,
                ("them" | "whom" | "those", "among" | "amongst") => 2,
                _ => 0,
            };
            if words > 0 {
                let comma = before(words + 1) == ",";
                let start = start - words - usize::from(comma);
                return self.phrase_ending(start).map(|_| start);
            }
            let link = match (before(1), before(2)) {
                ("and", ",") => 2,
                ("and" | ",", _) => 1,
                _ => return None,
            };
            // "including a judge in Ostra, and": the judge.
            let mut before = self.phrase_ending(start - link)?;
            while let Some(outer) = self.phrases[before].after
                && self.text.lower_at(outer) != "including"
            {
                before = self.phrase_ending(outer)?;
            }
            first = Some(before).filter(|p| self.phrases[*p].is_people())?;
        }
    }

    /// The token behind the words at `open` on a person, without a comma before them, where his kin or others of his are
    /// told next: "a guide who worked at the camp and his son", "a clerk serving the army, and her driver".
    pub(super) fn past_clause(&self, open: usize) -> Option<usize> {
        const WORDS: usize = 12;
        let text = self.text;
        let who = text.lower_at(open) == "who";
        if !who && text.tag_at(open) != Some(Tag::VBG) || text.lower_at(open) == "including" {
            return None;
        }
        let and = (open + 1..(open + WORDS).min(self.sentence.end))
            .take_while(|i| !matches!(text.lower_at(*i), ";" | ":"))
            .find(|i| text.lower_at(*i) == "and" || text.says(*i, &["as", "well", "as"]))?;
        let next = and + self.link_behind(and)?;
        let verbs = (open..and)
            .filter(|i| text.tokens[*i].tag.is_finite())
            .count();
        let comma = text.lower_at(and - 1) == ",";
        // "who shot a guard and his wife": the guard's.
        let another = self
            .phrase_ending(and)
            .is_some_and(|p| self.phrases[p].is_people());
        let kin = self.phrase_starting(next).is_some_and(|p| {
            let phrase = &self.phrases[p];
            let whose = matches!(text.lower_at(phrase.start), "his" | "her" | "their");
            // "a guard who worked there and two nurses"
            let counted = phrase.quantity.is_some_and(|q| !q.none && !q.weak) || phrase.plural;
            matches!(phrase.what, What::People | What::Name)
                && (whose || counted && !another)
                && !self.clause_follows(p)
        });
        (verbs == usize::from(who) && kin && (comma || !another)).then(|| and - usize::from(comma))
    }

    /// Behind a participle and what it takes, where a list goes on: "a lawmaker representing the north, and a guard".
    pub(super) fn past_participle(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let free = text.tag_at(at) == Some(Tag::VBG)
            && text.word_at(at).is_some_and(|word| word.verb.is_none())
            && text.lower_at(at) != "including";
        let taken = &self.phrases[self.phrase_starting(at + 1).filter(|_| free)?];
        let end = taken.end;
        let more = text.lower_at(end) == "," && self.link_words(end + 1) > 0;
        (matches!(taken.what, What::Other | What::Name) && more).then_some(end)
    }

    /// Where an object stands behind what is put in between it and its verb: "killed, on his orders, two nuns".
    pub(super) fn past_parenthesis(&self, open: usize) -> Option<usize> {
        let text = self.text;
        let mark = text.lower_at(open);
        let between = match mark {
            "," => text.tag_at(open + 1) == Some(Tag::IN),
            "—" | "–" => true,
            _ => false,
        };
        let limit = (open + 14).min(self.sentence.end);
        let close = (open + 1..limit)
            .take_while(|i| !text.tokens[*i].tag.is_finite())
            .find(|i| text.lower_at(*i) == mark)?;
        let next = self.phrase_starting(close + 1).filter(|_| between)?;
        let phrase = &self.phrases[next];
        let people = matches!(phrase.what, What::People | What::Name) && !phrase.partitive;
        let verb = (phrase.end..phrase.end + 2).any(|i| {
            text.tag_at(i).is_some_and(Tag::is_finite)
                || text.word_at(i).is_some_and(|word| word.speech.is_some())
        });
        (people && !verb).then_some(close + 1)
    }

    /// The token that opens the brackets which end at token `end`.
    pub(super) fn before_bracket(&self, end: usize) -> Option<usize> {
        let (text, first) = (self.text, self.sentence.start);
        let close = end.checked_sub(1).filter(|i| *i > first)?;
        let mark = match text.lower_at(close) {
            ")" => "(",
            "]" => "[",
            _ => return None,
        };
        (close.saturating_sub(12).max(first)..close)
            .rev()
            .find(|i| text.lower_at(*i) == mark)
    }

    fn holds_comma(&self, close: usize) -> bool {
        self.phrase_ending(close)
            .is_some_and(|p| (self.phrases[p].start..close).any(|i| self.text.lower_at(i) == ","))
    }

    /// The comma that opens the aside which the comma at `close` ends: "The man, who was armed, fled".
    pub(super) fn opening_comma(&self, close: usize) -> Option<usize> {
        let text = self.text;
        let commas = || {
            (self.sentence.start..close)
                .rev()
                .filter(|i| text.lower_at(*i) == ",")
        };
        let opens = |comma: usize| {
            let next = comma + 1;
            let word = matches!(
                text.lower_at(next),
                "who"
                    | "whose"
                    | "which"
                    | "where"
                    | "including"
                    | "among"
                    | "all"
                    | "both"
                    | "most"
                    | "mostly"
                    | "mainly"
                    | "largely"
                    | "some"
                    | "aged"
                    | "identified"
                    | "named"
                    | "known"
                    | "a"
                    | "an"
                    | "the"
                    | "also"
                    | "one"
                    | "belonging"
            );
            // "called police, saying her son": who speaks begins a clause.
            let speaks = text.word_at(next).is_some_and(|word| word.speech.is_some());
            let participle = matches!(text.tag_at(next), Some(Tag::VBG | Tag::VBN)) && !speaks;
            // "seven men, three of whom were named as ..., were held"
            let some = self
                .phrase_starting(next)
                .is_some_and(|p| self.phrases[p].partitive);
            let name = self.phrase_starting(next).is_some_and(|p| {
                self.phrases[p].what == What::Name && self.phrases[p].end == close
            });
            let after_noun = self
                .phrase_ending(comma)
                .is_some_and(|p| self.phrases[p].what != What::Name);
            (word || participle || some || name && after_noun)
                // "On Sunday afternoon, a boy in Ostra, was hurt": the boy is no aside.
                && self.phrase_ending(comma).is_some_and(|p| !self.is_date(p))
                && !self.list_inside(comma, close)
        };
        // "four men, identified as Arin Solt (20), Benno Rask and Cade Holm, were": one aside with many names.
        let named = commas().take(10).find_map(|comma| {
            let naming = matches!(text.lower_at(comma + 1), "identified" | "named" | "namely");
            let names = || {
                self.phrases
                    .iter()
                    .filter(|p| p.start > comma && p.end <= close)
                    .all(|p| p.what != What::People)
            };
            // The first of the names may be within the phrase already.
            let within = || self.phrases.iter().find(|p| p.aside == Some(comma));
            let people = match self.phrase_ending(comma) {
                Some(_) => Some(comma),
                None => within().map(|p| p.end),
            };
            people.filter(|_| naming && names())
        });
        named
            .or_else(|| commas().take(8).find(|comma| opens(*comma)))
            .or_else(|| {
                // "Arin Solt (46), and his wife Ada, were": the wife is no aside.
                let joins = |comma: usize| {
                    matches!(text.lower_at(comma + 1), "and" | "along")
                        && text.lower_at(comma + 2) != "not"
                };
                // "Arin Solt, Ada Holm and Ivo Lenz, were": three in a list.
                let name = |p: Option<usize>| p.is_some_and(|p| self.phrases[p].what == What::Name);
                let one = matches!(text.lower_at(close + 1), "was" | "is" | "has");
                let names = |comma: usize| {
                    !one && name(self.phrase_ending(comma))
                        && name(self.phrase_starting(comma + 1))
                        && (comma..close).any(|i| text.lower_at(i) == "and")
                };
                commas()
                    .next()
                    .filter(|c| !self.list_inside(*c, close) && !joins(*c) && !names(*c))
            })
    }

    /// Whether the tokens between two commas are the middle of a list ("three soldiers, two policemen and").
    fn list_inside(&self, from: usize, to: usize) -> bool {
        let people = self
            .phrases
            .iter()
            .filter(|p| p.start > from && p.end <= to && p.is_people())
            .count();
        people > 0
            && !self
                .phrase_starting(from + 1)
                .is_some_and(|p| self.phrases[p].partitive)
            && self.text.lower_at(from + 1) != "including"
            && !matches!(
                self.text.lower_at(from + 1),
                "who" | "a" | "an" | "the" | "among" | "most" | "all" | "some"
            )
            && (from + 1..to).any(|i| self.text.lower_at(i) == "and")
            && self.text.tag_at(from + 1) == Some(Tag::CD)
    }
}
