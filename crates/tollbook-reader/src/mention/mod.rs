//! Phrases to mentions: which phrase is said to be harmed, by which words.
//!
//! Rooms that find mentions: [`verb`] ("killed five"), [`expression`] ("lost a leg"), [`thing`] ("an air
//! strike on a house"), [`state`] ("five dead", "two wounded men") [`noun`] ("a toll of five") and [`deed`] ("the killing of five"); [`part`]
//! then adds those told within another ("including a child"), [`carried`] those whose harm was told before
//! ("two of them were brothers").

mod carried;
mod deed;
mod expression;
mod figurative;
mod noun;
mod part;
mod roll;
mod state;
mod subject;
mod thing;
mod verb;

pub(crate) use carried::{FIGURE as CARRIED_FIGURE, REPLACED};
pub(crate) use part::INCLUDING;
use tollbook_terms::{Count, Effect};

use crate::phrase::noun::{Phrase, What};
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// The rules of this room.
pub(crate) fn rules() -> Vec<&'static Rule> {
    [
        verb::RULES,
        expression::RULES,
        thing::RULES,
        figurative::RULES,
        state::RULES,
        noun::RULES,
        deed::RULES,
        part::RULES,
        roll::RULES,
        carried::RULES,
    ]
    .concat()
}

/// One phrase said to be harmed.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) effect: Effect,
    /// The phrase, by its place in the sentence's list.
    pub(crate) phrase: usize,
    pub(crate) count: Count,
    /// Token of the verb or noun of harm.
    pub(crate) trigger: usize,
    /// Tokens of the clause that states the harm.
    pub(crate) quote: (usize, usize),
    /// Tokens of whoever is said to have done it, in the same clause.
    pub(crate) agent: Option<(usize, usize)>,
    /// The mention that this one is a part of, by its place in the sentence's list.
    pub(crate) part_of: Option<usize>,
    /// Whether it is a part of something told elsewhere ("two of them", "among the dead").
    pub(crate) partitive: bool,
    pub(crate) rule: &'static str,
}

/// A sentence with its phrases, as the finding rules see it.
pub(crate) struct Scene<'s, 't> {
    pub(crate) text: &'s Text<'t>,
    pub(crate) sentence: Sentence,
    pub(crate) phrases: &'s [Phrase],
    /// The effect on people told last before this sentence, where it was told near.
    pub(crate) before: Option<Effect>,
    /// How many people were harmed together last before this sentence.
    pub(crate) many: Option<Count>,
    /// Whether anyone was said to be killed before this sentence.
    pub(crate) killed: bool,
}

/// Returns the mentions of a sentence in order of their numbers.
pub(crate) fn mentions(scene: &Scene<'_, '_>) -> Vec<Mention> {
    let mut found = Vec::new();
    if figurative::is_sport(scene) {
        return found;
    }
    verb::find(scene, &mut found);
    thing::find(scene, &mut found);
    state::find(scene, &mut found);
    verb::casualties(scene, &mut found);
    verb::as_were(scene, &mut found);
    verb::died(scene, &mut found);
    noun::find(scene, &mut found);
    deed::find(scene, &mut found);
    part::find(scene, &mut found);
    roll::find(scene, &mut found);
    carried::find(scene, &mut found);
    found
}

/// Nouns for places where people live.
fn is_settlement(lower: &str) -> bool {
    matches!(
        lower,
        "village"
            | "villages"
            | "town"
            | "towns"
            | "city"
            | "cities"
            | "hamlet"
            | "hamlets"
            | "neighbourhood"
            | "neighbourhoods"
            | "neighborhood"
            | "neighborhoods"
            | "suburb"
            | "suburbs"
            | "district"
            | "districts"
    )
}

/// "is known to have died", "are believed to have been killed".
fn is_reporting(lower: &str) -> bool {
    matches!(
        lower,
        "known"
            | "believed"
            | "reported"
            | "said"
            | "thought"
            | "understood"
            | "feared"
            | "confirmed"
            | "presumed"
            | "alleged"
            | "claimed"
            | "estimated"
            | "rumoured"
            | "rumored"
            | "supposed"
            | "suspected"
    )
}

impl Scene<'_, '_> {
    /// Adds a mention of the phrase `at`, unless it is told already or its phrase cannot bear the effect.
    fn tell(
        &self,
        found: &mut Vec<Mention>,
        effect: Effect,
        at: usize,
        trigger: usize,
        agent: Option<(usize, usize)>,
        rule: &'static str,
    ) -> bool {
        let phrase = &self.phrases[at];
        let fits = if effect.on_people() {
            phrase.is_people()
        } else {
            // "five houses were destroyed and 20 damaged"
            let number = phrase.what == What::Bare
                && found
                    .last()
                    .is_some_and(|m| !m.effect.on_people() && m.phrase < at);
            // A town is destroyed or not; what hits it hits something in it.
            number
                || phrase.what == What::Objects
                    && (effect == Effect::Destroyed
                        || !is_settlement(self.text.lower_at(phrase.head)))
        };
        // The dead are neither wounded nor led away, nor are those whose bodies are told of.
        let is_body = |p: &Phrase| {
            matches!(
                self.text.lower_at(p.head),
                "body" | "bodies" | "corpse" | "corpses" | "remains"
            )
        };
        let body = is_body(phrase)
            || phrase
                .after
                .and_then(|of| self.phrase_ending(of))
                .is_some_and(|outer| is_body(&self.phrases[outer]));
        if body && !matches!(effect, Effect::Killed | Effect::Missing | Effect::Tortured) {
            return false;
        }
        // "How many people died?" counts nobody.
        let asked = self.text.lower_at(phrase.start) == "many"
            && phrase.start > self.sentence.start
            && self.text.lower_at(phrase.start - 1) == "how";
        // Bodies are carried off, found and buried, and nobody is abducted with them.
        let body = matches!(
            self.text.lower_at(phrase.head),
            "body" | "bodies" | "corpse" | "corpses" | "remains"
        );
        let living = matches!(
            effect,
            Effect::Abducted | Effect::Detained | Effect::Displaced | Effect::Injured
        );
        if asked || body && living {
            return false;
        }
        if !fits || found.iter().any(|m| m.phrase == at && m.effect == effect) {
            return false;
        }
        // "the number of soldiers killed": the number tells, not the soldiers.
        let numbered = phrase.quantity.is_none()
            && phrase.after.is_some_and(|of| {
                self.text.lower_at(of) == "of"
                    && matches!(self.text.lower_at(of.wrapping_sub(1)), "number" | "total")
            });
        if numbered {
            return false;
        }
        let count = match phrase.what {
            What::Pronoun => match self.text.lower_at(phrase.start) {
                "who" | "whom" => return false,
                // The same harm of those told before is nothing new.
                _ if matches!(effect, Effect::Killed | Effect::Injured)
                    && (self.before == Some(effect)
                        || found.iter().any(|m| m.effect == effect && m.phrase < at)) =>
                {
                    return false;
                }
                "they" | "them" if self.before == Some(effect) => return false,
                _ if phrase.plural => self.many_before(at),
                _ => Count::exact(1),
            },
            _ => match phrase.count() {
                Some(count) => count,
                None => return false,
            },
        };
        // "Neither the guard nor his two guests were hurt": none of them was.
        let nor = self.text.lower_at(phrase.end) == "nor"
            || phrase.start > self.sentence.start && self.text.lower_at(phrase.start - 1) == "nor";
        let neither =
            nor && (self.sentence.start..=phrase.start).any(|i| self.text.lower_at(i) == "neither");
        let count = if neither { Count::exact(0) } else { count };
        let start = phrase
            .start
            .min(trigger)
            .min(agent.map_or(usize::MAX, |a| a.0));
        let end = phrase.end.max(trigger + 1);
        found.push(Mention {
            effect,
            phrase: at,
            count,
            trigger,
            quote: (start, end),
            agent,
            part_of: None,
            partitive: phrase.partitive,
            rule,
        });
        true
    }

    /// How many people a plural pronoun stands for: as many as were told of last.
    fn many_before(&self, pronoun: usize) -> Count {
        let here = self.phrases[..pronoun].iter().rev().find_map(|p| {
            let people = p.what == What::People && !p.partitive;
            p.count()
                .filter(|count| people && count.low > 1 && p.quantity.is_some())
        });
        here.or(self.many).unwrap_or(Count {
            low: 2,
            high: None,
            basis: tollbook_terms::Basis::Vague,
        })
    }

    /// The phrase that ends at token `end`.
    fn phrase_ending(&self, end: usize) -> Option<usize> {
        let at = self.phrases.partition_point(|p| p.end < end);
        (at < self.phrases.len() && self.phrases[at].end == end).then_some(at)
    }

    /// The phrase that starts at token `start`.
    fn phrase_starting(&self, start: usize) -> Option<usize> {
        let at = self.phrases.partition_point(|p| p.start < start);
        (at < self.phrases.len() && self.phrases[at].start == start).then_some(at)
    }

    fn is_aux(&self, at: usize) -> bool {
        matches!(
            self.text.lower_at(at),
            "was"
                | "were"
                | "been"
                | "being"
                | "be"
                | "is"
                | "are"
                | "got"
                | "get"
                | "getting"
                | "'re"
                | "'s"
                | "’s"
                | "’re"
                | "am"
        ) && at >= self.sentence.start
    }

    fn is_aux_or_have(&self, at: usize) -> bool {
        self.is_aux(at) || matches!(self.text.lower_at(at), "has" | "have" | "had")
    }

    /// Start of the verb group that ends in the verb at `at`, and whether it is passive.
    fn group(&self, at: usize) -> (usize, bool) {
        let (mut start, mut passive, mut said) = (at, false, false);
        let mut i = at;
        while i > self.sentence.start {
            let before = i - 1;
            let lower = self.text.lower_at(before);
            let tag = self.text.tag_at(before);
            if self.is_aux(before) && tag != Some(Tag::POS) {
                passive |= !said;
                start = before;
            } else if is_reporting(lower)
                && before > self.sentence.start
                && (self.is_aux(before - 1)
                    || self.text.tag_at(before - 1).is_some_and(Tag::is_adverb))
                && (self.text.lower_at(before + 1) == "to" || i == at)
            {
                // "are believed to have killed five", "are feared drowned"
                said = self.text.lower_at(before + 1) == "to";
                start = before;
            } else if matches!(
                lower,
                "has"
                    | "have"
                    | "had"
                    | "having"
                    | "'ve"
                    | "’ve"
                    | "to"
                    | "also"
                    | "not"
                    | "n't"
                    | "n’t"
                    | "never"
                    | "did"
                    | "does"
                    | "do"
            ) || tag == Some(Tag::MD)
                || tag.is_some_and(Tag::is_adverb) && !matches!(lower, "more")
            {
                if !tag.is_some_and(Tag::is_adverb) {
                    start = before;
                }
            } else {
                break;
            }
            i = before;
        }
        (start, passive)
    }

    /// Whether a clause ends between the tokens `from` and `to`.
    fn has_barrier(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| {
            let tag = self.text.tag_at(i);
            tag.is_some_and(Tag::is_finite) && !matches!(self.text.lower_at(i), "said")
                || tag == Some(Tag::MD)
                || matches!(
                    self.text.lower_at(i),
                    ";" | ":"
                        | "when"
                        | "while"
                        | "after"
                        | "before"
                        | "because"
                        | "as"
                        | "where"
                        | "that"
                        | "if"
                        | "but"
                        | "which"
                )
        })
    }

    fn is_date(&self, at: usize) -> bool {
        let lower = self.text.lower_at(self.phrases[at].head);
        crate::phrase::date::is_month(lower)
            || crate::phrase::date::weekday(lower).is_some()
            || matches!(
                lower,
                "yesterday"
                    | "today"
                    | "night"
                    | "morning"
                    | "evening"
                    | "afternoon"
                    | "year"
                    | "month"
                    | "week"
            )
    }

    /// The object right of token `from` (after the verb), with what is joined to it by "and" or commas.
    fn objects(&self, from: usize) -> Vec<usize> {
        self.list(from, false)
    }

    /// The same; `verb` says whether the verb behind the list is the one that the list belongs to, else the
    /// list ends before a phrase with a verb of its own.
    fn list(&self, from: usize, verb: bool) -> Vec<usize> {
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
}
