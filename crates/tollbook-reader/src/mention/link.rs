//! What joins the members of a list of those harmed: "and", a comma, a semicolon, "along with".

use tollbook_terms::Count;

use super::Scene;
use crate::lexicon::{Class, HarmNoun};
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;

/// How far behind a member the semicolon may stand that ends what is said of it.
const REACH: usize = 40;

/// What somebody is besides what he was called before.
pub(super) const ROLES: &[&str] = &[
    "member",
    "employee",
    "leader",
    "head",
    "founder",
    "resident",
    "supporter",
    "native",
    "citizen",
    "veteran",
    "adviser",
    "advisor",
    "aide",
    "associate",
    "brother",
    "sister",
    "son",
    "daughter",
    "father",
    "mother",
    "husband",
    "wife",
    "widow",
    "uncle",
    "nephew",
    "cousin",
    "relative",
    "friend",
    "spokesman",
    "spokeswoman",
    "secretary",
    "chief",
    "director",
    "manager",
    "president",
    "chairman",
    "chairwoman",
    "editor",
    "owner",
    "candidate",
    "activist",
    "commander",
    "minister",
    "mayor",
    "governor",
    "senator",
    "lawmaker",
    "legislator",
    "mp",
    "councillor",
    "councilor",
    "headman",
    "deputy",
    "councilman",
    "representative",
    "coordinator",
    "treasurer",
    "convener",
    "professor",
    "columnist",
];

impl Scene<'_, '_> {
    /// Who does to "them" what the verb before the phrase `pronoun` says: they are others than these.
    pub(super) fn doers_to(&self, pronoun: usize) -> Vec<usize> {
        let start = self.phrases[pronoun].start;
        if self.text.lower_at(start) != "them" {
            return Vec::new();
        }
        (self.sentence.start.max(start.saturating_sub(3))..start)
            .rev()
            .find(|i| self.text.tokens[*i].tag.is_verb())
            .map_or_else(Vec::new, |verb| {
                let group = self.group(verb).0;
                let mut doers = self.subject(group);
                // "Forty rebels entered the camp, held the guards and beat them": the doers of all.
                if matches!(self.text.lower_at(group.wrapping_sub(1)), "," | "and")
                    && let Some(first) =
                        (self.sentence.start..group).find(|i| self.text.tokens[*i].tag.is_finite())
                    && !self.is_aux(first)
                {
                    doers.extend(self.subject(self.group(first).0));
                }
                // "abducted two men, took them away and shot them": whom a verb takes does nothing.
                doers.retain(|p| {
                    let before = self.phrases[*p].start.checked_sub(1);
                    !before.is_some_and(|i| self.text.tag_at(i).is_some_and(Tag::is_verb))
                });
                doers
            })
    }

    /// Whether a whole clause ends before the "after" at `at`, so that another begins behind it: "Two men were held
    /// after a cache of arms was found".
    pub(super) fn is_past_clause(&self, at: usize) -> bool {
        let text = self.text;
        let verb = at.saturating_sub(1);
        if verb <= self.sentence.start
            || !matches!(text.lower_at(at), "after" | "before" | "since" | "until")
            || text.tag_at(verb) != Some(Tag::VBN)
        {
            return false;
        }
        let (group, passive) = self.group(verb);
        let relative = (group.saturating_sub(2).max(self.sentence.start)..group)
            .any(|i| matches!(text.lower_at(i), "who" | "which" | "that" | "whom"));
        passive && !relative
    }

    /// Whether the phrase `at` may share the preposition of the phrase `other` before it: "from Ostra and Velden
    /// District".
    pub(super) fn shares_preposition(&self, at: usize, other: usize) -> bool {
        let (text, is_date) = (self.text, self.is_date(other));
        let other = &self.phrases[other];
        // "the road between Solt and Velden": no persons.
        let between = other
            .after
            .is_some_and(|after| text.lower_at(after) == "between");
        // "One was hit in the leg and Ada Holm in the arm": a leg is no place.
        let place = other.what == What::Name
            || self.phrases[at].what == What::Other
            || text.capital_at(other.head);
        (!other.is_people() || between) && place && !is_date
    }

    /// Whether the phrase `next` behind a comma says what those of the phrase `last` are: "Arin Solt, head of a firm,
    /// and", "four tourists, employees of a bank, and", "Arin Solt and Ada Holm, all residents of Ostra".
    pub(super) fn is_role_apposed(&self, next: usize, last: usize) -> bool {
        let (text, role, whose) = (self.text, &self.phrases[next], &self.phrases[last]);
        let all = usize::from(matches!(text.lower_at(role.start), "all" | "both"));
        let fits = whose.what == What::Name
            || role.plural && whose.plural && whose.quantity.is_some_and(|q| !q.article);
        let the = usize::from(
            whose.what == What::Name && !role.plural && text.tag_at(role.start) == Some(Tag::DT),
        );
        let head = text.lower_at(role.head);
        fits && role.start + all.max(the) == role.head
            && matches!(text.lower_at(role.end), "of" | "for")
            && ROLES
                .iter()
                .any(|one| head == *one || head.strip_suffix('s') == Some(one))
    }

    /// Whether the phrase `next` says what else the one person `last` is: "a citizen and employee of a firm", "Arin Solt,
    /// a teacher and adviser to the mayor".
    pub(super) fn is_role_besides(&self, next: usize, last: usize) -> bool {
        let (text, role, person) = (self.text, &self.phrases[next], &self.phrases[last]);
        // "a former minister and sitting lawmaker Arin Solt": two offices of one person.
        let offices = || {
            person.what == What::People
                && !person.plural
                && person.quantity.is_none_or(|q| q.article)
                && ROLES.contains(&text.lower_at(person.head))
                && self.is_titled(next)
        };
        // "killed Arin Solt, a clerk and a member of the council"
        let described = person.what == What::Name
            && (person.start..person.end).any(|i| text.lower_at(i) == ",");
        if described
            && role.quantity.is_some_and(|q| q.article)
            && self.tells_role(role)
            && text.lower_at(role.start - 1) == "and"
            && text.lower_at(role.start - 2) != ","
        {
            return true;
        }
        role.quantity.is_none()
            && !role.plural
            && (person.names.is_empty() || person.count() == Some(Count::exact(1)))
            && (role.start == role.head
                && matches!(text.lower_at(role.end), "of" | "for" | "to")
                && ROLES.contains(&text.lower_at(role.head))
                && (matches!(text.lower_at(person.start), "a" | "an") || described)
                || offices())
    }

    /// Whether the phrase says what somebody is of something: "a past president of the league".
    pub(super) fn tells_role(&self, role: &Phrase) -> bool {
        (role.start..role.end).any(|i| {
            ROLES.contains(&self.text.lower_at(i))
                && matches!(self.text.lower_at(i + 1), "of" | "for" | "to")
        })
    }

    /// Whether an office stands without an article before a name: "sitting lawmaker Arin Solt".
    pub(super) fn is_titled(&self, at: usize) -> bool {
        let (text, phrase) = (self.text, &self.phrases[at]);
        let bare = text
            .tag_at(phrase.start)
            .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::VBG);
        let office = phrase.name.map_or(0, |(start, _)| start);
        bare && office > phrase.start && ROLES.contains(&text.lower_at(office - 1))
    }

    /// How many tokens join the next member of a list to the one that ends at token `end`.
    pub(super) fn link_behind(&self, end: usize) -> Option<usize> {
        let mark = usize::from(self.text.lower_at(end) == ",");
        let link = mark + self.link_words(end + mark);
        (link > 0).then_some(link)
    }

    pub(super) fn link_words(&self, at: usize) -> usize {
        let text = self.text;
        match text.lower_at(at) {
            "and" | "or" | "plus" | "&" => 1,
            "as" if text.says(at, &["as", "well", "as"]) => 3,
            "in" if text.says(at, &["in", "addition", "to"]) => 3,
            "along" | "together" if text.lower_at(at + 1) == "with" => 2,
            _ => 0,
        }
    }

    /// The end of the phrase `place` behind a preposition, or of a second one that "and" joins to it, where a
    /// list goes on behind that: "a bank at Selm and Orra streets, a school and ...".
    pub(super) fn past_second(&self, place: usize) -> usize {
        let end = self.phrases[place].end;
        let second = (self.text.lower_at(end) == "and")
            .then(|| self.phrase_starting(end + 1))
            .flatten()
            .map(|p| &self.phrases[p]);
        // "hit him in a fight between guards and rebels": the rebels are none of the list.
        let between = (self.phrases[place].after)
            .is_some_and(|before| self.text.lower_at(before) == "between");
        let other = |what: What| matches!(what, What::Other | What::Name);
        match second {
            Some(second) if between => second.end,
            Some(second)
                if second.what == What::Other
                    && second.quantity.is_none()
                    && other(self.phrases[place].what)
                    && matches!(self.text.lower_at(second.end), "," | "and") =>
            {
                second.end
            }
            _ => end,
        }
    }

    /// Where the words begin that join a member that starts at token `start` to the one before; a comma alone
    /// only in the middle of a list.
    pub(super) fn link_before(&self, start: usize, listed: bool) -> Option<usize> {
        let (text, first) = (self.text, self.sentence.start);
        let words = match text.lower_at(start.checked_sub(1).filter(|i| *i >= first)?) {
            "and" | "or" | "nor" | "plus" | "&" => 1,
            "as" if start >= 3 && text.says(start - 3, &["as", "well", "as"]) => 3,
            "with" if start >= 2 && matches!(text.lower_at(start - 2), "along" | "together") => 2,
            "," if listed || self.opens_list(start - 1) => return Some(start - 1),
            _ => return None,
        };
        let link = start.checked_sub(words).filter(|link| *link > first)?;
        Some(link - usize::from(text.lower_at(link - 1) == ","))
    }

    /// The next member of a list in which semicolons part the members, each with what is said of it: "Arin Solt,
    /// 53, from Ostra; Ada Holm, 24; and two guards". None, where a clause follows.
    pub(super) fn past_semicolon(&self, end: usize) -> Option<usize> {
        let text = self.text;
        let limit = (end + REACH).min(self.sentence.end);
        let mark = (end..limit).find(|i| text.lower_at(*i) == ";")?;
        let next = self.phrase_starting(mark + 1 + self.link_words(mark + 1))?;
        let phrase = &self.phrases[next];
        let close = (phrase.end..self.sentence.end)
            .find(|i| text.lower_at(*i) == ";")
            .unwrap_or(self.sentence.end);
        let things = self
            .phrase_ending(end)
            .is_some_and(|p| self.phrases[p].what == What::Objects);
        let alike = self.is_listed(next, things);
        (alike && !self.has_own_verb(end, mark) && !self.has_own_verb(phrase.end, close))
            .then_some(next)
    }

    /// Whether the phrase can stand in such a list, of people or of `things`.
    fn is_listed(&self, at: usize, things: bool) -> bool {
        let phrase = &self.phrases[at];
        match phrase.what {
            What::People | What::Name => !things,
            What::Objects => things && phrase.start < phrase.head,
            _ => false,
        }
    }

    /// The member of such a list before the one that starts at token `start`.
    pub(super) fn before_semicolon(&self, start: usize) -> Option<usize> {
        let (text, first) = (self.text, self.sentence.start);
        let words = match text.lower_at(start.checked_sub(1)?) {
            "and" => 1,
            "as" if start >= 3 && text.says(start - 3, &["as", "well", "as"]) => 3,
            "with" if start >= 2 && matches!(text.lower_at(start - 2), "along" | "together") => 2,
            _ => 0,
        };
        let mark = start
            .checked_sub(words + 1)
            .filter(|i| *i > first && text.lower_at(*i) == ";")?;
        let from = (mark.saturating_sub(REACH).max(first)..mark)
            .rev()
            .find(|i| text.lower_at(*i) == ";");
        let things = self
            .phrase_starting(start)
            .is_some_and(|p| self.phrases[p].what == What::Objects);
        let is_one = |p: &usize| self.is_listed(*p, things);
        let previous = match from {
            Some(semicolon) => {
                self.phrase_starting(semicolon + 1 + self.link_words(semicolon + 1))?
            }
            // "Meanwhile, Arin Solt, 34; Ada Holm, 24; and ..."
            None => (first..mark)
                .filter(|i| *i == first || matches!(text.lower_at(i - 1), "," | "that" | "said"))
                .filter_map(|i| self.phrase_starting(i).filter(is_one))
                .find(|p| !self.has_own_verb(self.phrases[*p].end, mark))?,
        };
        let phrase = &self.phrases[previous];
        (is_one(&previous) && !self.has_own_verb(phrase.end, mark)).then_some(previous)
    }

    /// Whether a clause of its own stands between two tokens: a verb, or harm, that is none of a relative clause
    /// and none of who speaks.
    fn has_own_verb(&self, from: usize, to: usize) -> bool {
        let text = self.text;
        // Whether a relative clause has begun, and whether its verb is told.
        let (mut relative, mut told) = (false, false);
        for i in from..to {
            match text.lower_at(i) {
                "who" | "whose" | "whom" | "which" | "that" | "where" | "when" | "while"
                | "after" | "as" => (relative, told) = (true, false),
                "," if told => relative = false,
                _ => {}
            }
            let word = text.word_at(i);
            let verb = text
                .tag_at(i)
                .is_some_and(|tag| tag.is_finite() || tag == Tag::MD)
                // "The colonel escaped with cuts; the policeman died"
                || i == from
                    && text.tag_at(i) == Some(Tag::VBN)
                    && word.is_some_and(|word| word.verb.is_none());
            // ", police said"
            let speaks = verb && word.is_some_and(|word| word.speech.is_some());
            if speaks && self.phrase_ending(i).is_some_and(|p| self.speaks_beside(p)) {
                return false;
            }
            let harm = word.is_some_and(|word| {
                word.verb.is_some()
                    || matches!(word.noun, Some(HarmNoun::Deed(_)))
                    || word.state.is_some() && self.phrase_ending(i).is_some()
            });
            if relative {
                told |= verb;
            } else if verb || harm {
                return true;
            }
        }
        false
    }

    /// Whether the speaker `at` stands behind a comma and is not who was told before it: "a guard, police said",
    /// not "a spokesman, Arin Solt, said".
    fn speaks_beside(&self, at: usize) -> bool {
        let Some(comma) = self.phrases[at].start.checked_sub(1) else {
            return false;
        };
        let named = self
            .phrase_ending(comma)
            .is_some_and(|whose| self.names(at, whose));
        self.text.lower_at(comma) == "," && !named
    }

    /// Behind "known as Arin", "called Arin" or "identified only as Arin and Ada", that begins at token `at`.
    pub(super) fn past_naming(&self, at: usize) -> Option<usize> {
        let text = self.text;
        if !matches!(
            text.lower_at(at),
            "known" | "called" | "named" | "identified" | "nicknamed" | "dubbed" | "alias"
        ) {
            return None;
        }
        let name = |at: usize| {
            self.phrase_starting(at)
                .map(|p| &self.phrases[p])
                .filter(|phrase| phrase.what == What::Name)
        };
        let adverb = usize::from(matches!(text.lower_at(at + 1), "only" | "simply"));
        let said = at + 1 + adverb + usize::from(text.lower_at(at + 1 + adverb) == "as");
        let end = name(said)?.end;
        let second = (text.lower_at(end) == "and"
            && self
                .phrase_ending(at)
                .is_some_and(|p| self.phrases[p].plural))
        .then(|| name(end + 1))
        .flatten();
        Some(second.map_or(end, |second| second.end))
    }

    /// Whether the phrase names a person for sure: by title or age, or by a given name before another.
    pub(super) fn is_person(&self, at: usize) -> bool {
        let phrase = &self.phrases[at];
        let given = || {
            phrase.name.is_some_and(|(start, end)| {
                end > start + 1
                    && self
                        .text
                        .word_at(start)
                        .is_some_and(|word| word.is(Class::GivenName))
            })
        };
        // "Dr Solt"
        let titled = phrase.name.is_some_and(|(start, _)| start > phrase.start);
        phrase.what == What::Name && (titled || phrase.is_described() || given())
    }

    /// "the mayor of Ostra": one person by an office that only one holds.
    pub(super) fn is_office(&self, at: usize) -> bool {
        let phrase = &self.phrases[at];
        phrase.what == What::People
            && !phrase.plural
            && self.text.lower_at(phrase.start) == "the"
            && self.text.lower_at(phrase.end) == "of"
    }

    /// The first token of the number of a time at `at`: "two weeks ago".
    pub(super) fn before_ago(&self, at: usize) -> usize {
        let text = self.text;
        (self.sentence.start..at)
            .rev()
            .take_while(|i| {
                !text.at(*i).starts_with(char::is_alphabetic) || text.tag_at(*i) == Some(Tag::CD)
            })
            .last()
            .unwrap_or(at - 1)
    }
}
