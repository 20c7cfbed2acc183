//! The members of a list of those harmed: who is one, and who only says more of another.

use tollbook_terms::Count;

use super::Scene;
use crate::phrase::noun::{What, is_body_of_people, is_container};
use crate::tag::Tag;

impl Scene<'_, '_> {
    /// Whether the phrase `name` is nothing but the name of the one person of the phrase `whose`.
    pub(super) fn names(&self, name: usize, whose: usize) -> bool {
        let (name, whose) = (&self.phrases[name], &self.phrases[whose]);
        name.what == What::Name
            && !name.is_described()
            && name.quantity.is_none()
            && matches!(whose.what, What::People | What::Bare)
            && whose.count() == Some(Count::exact(1))
    }

    /// Whom the phrases that end at the comma at `comma` tell of: "the head of the council,".
    pub(super) fn whose(&self, comma: usize) -> Option<usize> {
        let nearest = self.phrase_ending(comma)?;
        let of = self.phrases[nearest]
            .after
            .filter(|of| self.text.lower_at(*of) == "of");
        of.and_then(|of| self.phrase_ending(of)).or(Some(nearest))
    }

    /// Whether a single person told of by office stands before the comma at `comma`, whom a name behind it
    /// names: "the head of the council, Arin Solt,".
    pub(super) fn titled_before(&self, comma: usize) -> bool {
        self.phrases
            .iter()
            .rfind(|p| p.end <= comma && p.is_people())
            .is_some_and(|p| {
                p.what == What::People && p.count() == Some(Count::exact(1)) && comma - p.end <= 4
            })
    }

    /// Whether a list goes on behind the phrase: ", a corporal and ...".
    pub(super) fn more_follow(&self, at: usize) -> bool {
        let (end, _) = self.behind_member(at);
        match self.text.lower_at(end) {
            "and" | "&" => true,
            "as" | "along" | "together" => self.link_behind(end).is_some(),
            // ", a corporal, two guards and", ", a bank, two cars and", not ", a breakaway group, at".
            "," => {
                let things = self.phrases[at].what == What::Objects;
                self.phrase_starting(end + 1)
                    .map(|next| &self.phrases[next])
                    .is_some_and(|p| p.is_people() || p.what == What::Objects)
                    || matches!(self.text.lower_at(end + 1), "and" | "as" | "along")
                        // "a school, a two-storey building, and killed"
                        && (!things || self.phrase_starting(end + 2).is_some())
            }
            _ => false,
        }
    }

    /// "the bodies of two men": whether the people behind "of" count, as their head only holds them.
    pub(super) fn holds(&self, inner: usize, preposition: usize) -> bool {
        let phrase = &self.phrases[inner];
        let Some(outer) = self.phrase_ending(preposition).map(|p| &self.phrases[p]) else {
            return false;
        };
        let head = self.text.lower_at(outer.head);
        let bodies = matches!(
            head,
            "bodies" | "body" | "corpses" | "corpse" | "lives" | "life" | "remains"
        );
        let counted = |p: &crate::phrase::noun::Phrase| p.quantity.is_some_and(|q| !q.article);
        // "a convoy of four trucks"
        let row = matches!(
            head,
            "convoy" | "column" | "fleet" | "row" | "group" | "number"
        );
        if row && self.text.lower_at(preposition) == "of" && phrase.what == What::Objects {
            return counted(phrase);
        }
        self.text.lower_at(preposition) == "of"
            && is_container(head)
            && phrase.is_people()
            && (bodies || counted(phrase) || !counted(outer) && phrase.what != What::Name)
    }

    /// "the group", "the rebels": those of whom one can be the head.
    pub(super) fn is_body(&self, at: usize) -> bool {
        let phrase = &self.phrases[at];
        phrase.what == What::People
            && self.text.lower_at(phrase.start) == "the"
            && (phrase.plural || is_body_of_people(self.text.lower_at(phrase.head)))
    }

    /// The "of" behind which the phrase `at` stands as the second of two bodies that one person is of: "a member of the
    /// League and the Town Council".
    pub(super) fn of_both(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let second = &self.phrases[at];
        let and = second
            .start
            .checked_sub(1)
            .filter(|i| *i > self.sentence.start && text.lower_at(*i) == "and")?;
        let first = self.phrase_ending(and)?;
        let of = self.phrases[first]
            .after
            .filter(|of| text.lower_at(*of) == "of")?;
        let one = |p: usize| {
            let phrase = &self.phrases[p];
            let body = phrase.plural || is_body_of_people(text.lower_at(phrase.head));
            phrase.quantity.is_some()
                || phrase.what == What::People && !body
                || phrase.what == What::Pronoun
                || self.is_person(p)
        };
        (!one(at) && !one(first)).then_some(of)
    }

    /// The "of" behind which somebody's home stands, of which the phrase `at`, behind another comma, is told: "resident
    /// of Selm village, Ostra police station".
    pub(super) fn home_before(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let comma = self.phrases[at].start.checked_sub(1)?;
        let place = self
            .phrase_ending(comma)
            .filter(|_| text.lower_at(comma) == ",")?;
        let of = (self.phrases[place].after).filter(|of| *of > self.sentence.start)?;
        let lives = matches!(
            text.lower_at(of - 1),
            "resident" | "residents" | "native" | "natives" | "inhabitant" | "inhabitants"
        );
        lives.then_some(of)
    }

    /// The list without the names of counted people told right before them: "three guards of the Watch, Arin Solt (34),
    /// Ada Holm (41) and Ivo Lenz", "two men of the Watch, identified as Arin Solt, a clerk, and Ada Holm".
    pub(super) fn without_names(&self, listed: Vec<usize>) -> Vec<usize> {
        if listed.len() < 2 {
            return listed;
        }
        let text = self.text;
        let mut kept = Vec::with_capacity(listed.len());
        let mut at = 0;
        while at < listed.len() {
            let whole = listed[at];
            kept.push(whole);
            at += 1;
            let many = match self.phrases[whole].count() {
                Some(count) if count.low > 1 && count.high == Some(count.low) => count.low as usize,
                _ => continue,
            };
            let names = listed[at..]
                .iter()
                .take_while(|p| self.phrases[**p].what == What::Name)
                .count();
            let Some(first) = listed.get(at).filter(|_| names > 0) else {
                continue;
            };
            let between = self.phrases[whole].end..self.phrases[*first].start;
            let said = between
                .clone()
                .any(|i| matches!(text.lower_at(i), "identified" | "named" | "namely"));
            // How many of the names stand with who comes between: "of the Watch, identified as Arin Solt, Ada".
            let within: usize = self.phrases[whole..*first]
                .iter()
                .map(|p| p.names.len())
                .sum();
            let joined = between.clone().any(|i| text.lower_at(i) == "and") && within == 0;
            if said && within + names <= many || !joined && within + names == many {
                at += names;
            }
        }
        kept
    }

    /// Whether the phrase `role` behind "and" only says more of the one person of the phrase `whose`: it has
    /// no article, and one name or one "was" for both follows.
    pub(super) fn is_role_of(&self, role: usize, whose: usize) -> bool {
        let text = self.text;
        let titled = self.is_titled(role);
        let (role, whose) = (&self.phrases[role], &self.phrases[whose]);
        let one = |phrase: &crate::phrase::noun::Phrase| {
            phrase.what == What::People && phrase.count() == Some(Count::exact(1))
        };
        let described =
            whose.what == What::Name && (whose.start..whose.end).any(|i| text.lower_at(i) == ",");
        let bare = role.quantity.is_none()
            && text
                .tag_at(role.start)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
            // "Arin Solt, 42, a clerk, and a past president of the league, was"
            || described && role.quantity.is_some_and(|q| q.article) && self.tells_role(role);
        let verb = || {
            (role.end..(role.end + 24).min(self.sentence.end))
                .find(|i| text.tag_at(*i).is_some_and(Tag::is_finite))
        };
        (one(role) || titled && one(whose))
            && (one(whose) || described)
            && bare
            && verb().is_some_and(|verb| matches!(text.lower_at(verb), "was" | "is" | "has"))
    }

    /// The member of a list that ends at token `link`, before the member `next` of the list that ends in
    /// `last`: past what stands behind it ("an inspector of police and a guard", "a nurse from Ostra, and
    /// two guards", "an official in the ministry and his driver").
    pub(super) fn member_before(&self, link: usize, next: usize, last: usize) -> Option<usize> {
        let text = self.text;
        // "a guard, who was on leave, and his driver": before the aside.
        let aside = (text.lower_at(link) == ",")
            .then(|| self.opening_comma(link))
            .flatten()
            .filter(|open| {
                (matches!(
                    text.lower_at(open + 1),
                    "who" | "whose" | "aged" | "of" | "from" | "also"
                ) || matches!(text.tag_at(open + 1), Some(Tag::VBG | Tag::VBN)))
                    && text.lower_at(open + 1) != "including"
                    && (text.lower_at(open + 1).starts_with("who")
                        || !(*open..link).any(|i| text.tokens[i].tag.is_finite()))
                    && self.phrase_ending(*open).is_some()
            });
        // "a member of the Workers' League (WL) and a driver".
        let bracket = self.before_bracket(link);
        // "six nurses -- four of them foreigners -- and two cooks".
        let dash = link
            .checked_sub(1)
            .and_then(|close| self.opening_dash(close));
        if let Some(told) = self.told_by_clause(link) {
            return Some(told);
        }
        let nearest = self
            .phrase_ending(aside.unwrap_or(link))
            .or_else(|| self.phrase_ending(bracket.or(dash)?))?;
        // "the head of the council, Arin Solt, and his wife": the head.
        let named = self.phrases[nearest]
            .start
            .checked_sub(1)
            .filter(|comma| text.lower_at(*comma) == "," && *comma > self.sentence.start);
        if let Some(comma) = named
            && self.phrases[nearest].what == What::Name
            && let Some(whose) = self.whose(comma)
            && (text.lower_at(link) == "," || self.is_office(whose))
            && self.names(nearest, whose)
        {
            return Some(whose);
        }
        if self.phrases[last].after.is_some() {
            return Some(nearest);
        }
        // "nine people in Ostra and six in Selm"
        let counted = |p: usize| {
            let phrase = &self.phrases[p];
            matches!(phrase.what, What::People | What::Bare)
                && phrase.quantity.is_some_and(|q| !q.none && !q.weak)
                || phrase.what == What::People && phrase.plural
                || self.is_person(p)
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
                    (matches!(text.tag_at(participle), Some(Tag::VBG | Tag::VBN))
                        && !moves(text.lower_at(participle)))
                    .then(|| self.phrase_ending(participle))?
                }),
                // "Arin Solt, a lawmaker representing Ostra, and his guard"
                None if his
                    && phrase.start > self.sentence.start
                    && text.tag_at(phrase.start - 1) == Some(Tag::VBG)
                    && text.tokens[phrase.start - 1].word.verb.is_none() =>
                {
                    self.phrase_ending(phrase.start - 1)
                }
                // "a guard, the warden of the camp, and a cook".
                None if phrase.what == What::Other
                    || aside.is_some() && phrase.what == What::Name =>
                {
                    let comma = phrase.start.checked_sub(1);
                    comma
                        .filter(|comma| text.lower_at(*comma) == ",")
                        .and_then(|comma| self.phrase_ending(comma))
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
            // "the offices of the paper and a hotel", "a school in Ostra and a clinic": the offices, the school.
            let thing =
                self.phrases[next].what == What::Objects && (phrase.what != What::Objects || !of);
            if !of && !his && !thing && (!counted(next) || people) {
                break;
            }
            member = outer;
            let found = &self.phrases[member];
            let whose = if thing {
                found.what == What::Objects
            } else if of || his {
                matches!(found.what, What::People | What::Name)
            } else {
                // "his brother in Ostra and two guards"
                counted(member) || found.what == What::People && !found.plural
            };
            if whose && found.after.is_none() {
                let verb = found
                    .start
                    .checked_sub(1)
                    .filter(|i| *i >= self.sentence.start);
                // "Arin Solt, head of an office, and his driver": Solt.
                let apposed = verb
                    .filter(|i| text.lower_at(*i) == ",")
                    .and_then(|comma| self.phrase_ending(comma))
                    .filter(|one| self.is_role_apposed(member, *one));
                if apposed.is_some() {
                    return apposed;
                }
                // "Residents said the mayor of Ostra and a guard were": no object.
                let object = verb.is_some_and(|i| {
                    text.tag_at(i).is_some_and(Tag::is_verb)
                        && text.word_at(i).is_some_and(|word| word.speech.is_none())
                });
                return Some(if object { nearest } else { member });
            }
        }
        Some(nearest)
    }

    /// The person told of by a clause without commas that ends at token `link`, who opens the sentence or what is said:
    /// "a clerk who worked there and his wife were".
    fn told_by_clause(&self, link: usize) -> Option<usize> {
        let text = self.text;
        let who = (link.saturating_sub(12).max(self.sentence.start)..link)
            .rev()
            .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | ":" | "and"))
            .find(|i| text.lower_at(*i) == "who")?;
        let verbs = (who..link)
            .filter(|i| text.tokens[*i].tag.is_finite())
            .count();
        let one = self.phrase_ending(who)?;
        let phrase = &self.phrases[one];
        let opens = phrase.start == self.sentence.start
            || matches!(text.lower_at(phrase.start - 1), "that" | "said" | ",");
        (verbs == 1 && opens && text.lower_at(link) == "and" && phrase.what == What::People)
            .then_some(one)
    }

    /// Whether the comma at `at` stands between two counted phrases of which the first opens the sentence:
    /// "One guard, three pilgrims wounded".
    pub(super) fn opens_list(&self, at: usize) -> bool {
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
        }) && self
            .phrase_starting(at + 1)
            // "Teacher, wife shot dead"
            .is_some_and(|p| counted(p) || headline(p))
    }
}

/// Verbs of which a participle tells of nobody before it: "the men fled by car and one was shot".
fn moves(lower: &str) -> bool {
    matches!(
        lower,
        "travelled"
            | "traveled"
            | "fled"
            | "arrived"
            | "marched"
            | "left"
            | "came"
            | "went"
            | "escaped"
            | "moved"
            | "returned"
            | "walked"
            | "drove"
            | "sailed"
            | "flew"
            | "crossed"
    )
}
