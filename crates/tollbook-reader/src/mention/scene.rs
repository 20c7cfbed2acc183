//! A sentence as the rules for mentions see it, and what they ask of it.

use tollbook_terms::{Count, Effect};

use super::Mention;
use super::body::is_body;
use super::noun::{is_negated, is_open};
use crate::phrase::date::{is_period, is_time};
use crate::phrase::noun::{Phrase, What};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// A sentence with its phrases, as the finding rules see it.
pub(crate) struct Scene<'s, 't> {
    pub(crate) text: &'s Text<'t>,
    pub(crate) sentence: Sentence,
    pub(crate) phrases: &'s [Phrase],
    /// The effect on people told last before this sentence, where it was told near.
    pub(crate) before: Option<Effect>,
    /// The effect that the sentence before told of one person last.
    pub(crate) alone: Option<Effect>,
    /// How many people were harmed together last before this sentence.
    pub(crate) many: Option<Count>,
    /// Whether the sentence before spoke of several things last, and of nobody behind them.
    pub(crate) things: bool,
    /// Whether anyone was said to be killed before this sentence.
    pub(crate) killed: bool,
}

impl Scene<'_, '_> {
    /// Adds a mention of the phrase `at`, unless it is told already or its phrase cannot bear the effect.
    pub(super) fn tell(
        &self,
        found: &mut Vec<Mention>,
        effect: Effect,
        at: usize,
        trigger: usize,
        agent: Option<(usize, usize)>,
        rule: &'static str,
    ) -> bool {
        let hurt = matches!(effect, Effect::Killed | Effect::Injured);
        let at = match hurt && self.phrases[at].end <= trigger {
            true => self.spoken_of(at, agent),
            false => at,
        };
        if super::figurative::is_share(self, at, trigger) {
            return false;
        }
        let phrase = &self.phrases[at];
        let somebody = self.befalls_people(trigger) && self.is_somebody(at);
        let something = !effect.on_people() && self.is_something(at, trigger);
        // "Missing were a XQ console and a lamp": things.
        let thing = effect == Effect::Missing
            && phrase.what == What::Name
            && phrase.quantity.is_some_and(|q| q.article)
            && !phrase.is_described();
        let fits = if effect.on_people() {
            phrase.is_people() && !thing || somebody
        } else {
            // A town is destroyed or not; what hits it hits something in it. Many are damaged together.
            self.counts_more_things(found, at)
                || self.counts_things_before(at, trigger)
                || something
                || phrase.what == What::Objects
                    && (effect == Effect::Destroyed
                        || !is_settlement(self.text.lower_at(phrase.head))
                        || phrase.quantity.is_some_and(|q| !q.article)
                            && self.tells_of_damage(trigger))
        };
        // The dead are neither wounded nor led away, nor are those whose bodies are told of.
        let is_body = |p: &Phrase| is_body(self.text.lower_at(p.head));
        let body = is_body(phrase)
            || phrase
                .after
                .and_then(|of| self.phrase_ending(of))
                .is_some_and(|outer| is_body(&self.phrases[outer]));
        // "the body of a kidnapped clerk": what was done before stands with the person.
        let told_before = !is_body(phrase) && (phrase.start..phrase.end).contains(&trigger);
        let after_death = matches!(effect, Effect::Killed | Effect::Missing | Effect::Tortured);
        if body && !told_before && !after_death {
            return false;
        }
        // "The teachers, both in their twenties, were shot": both are the teachers.
        let both = phrase.end == phrase.start + 1
            && matches!(self.text.lower_at(phrase.start), "both" | "all")
            && matches!(
                self.text.lower_at(phrase.end),
                "in" | "aged" | "from" | "of" | "with" | ","
            )
            && self.text.lower_at(phrase.start.wrapping_sub(1)) == ",";
        if both {
            return false;
        }
        // "How many people died?" counts nobody.
        let how = |i: usize| self.text.says(i, &["how", "many"]);
        let asked = phrase.start > self.sentence.start
            && (how(phrase.start - 1)
                || phrase.start > self.sentence.start + 2
                    && how(phrase.start - 3)
                    && self.text.lower_at(phrase.start - 1) == "of");
        // "It is not known if anyone was hurt."
        let open = matches!(self.text.lower_at(phrase.start), "anyone" | "anybody")
            && is_open(self, phrase.start);
        let living = matches!(
            effect,
            Effect::Abducted | Effect::Detained | Effect::Displaced | Effect::Injured
        );
        // Bodies are carried off, found and buried, and nobody is abducted with them; "an attack that claimed nine
        // lives": they are only lost.
        let no_one = is_body(phrase) || self.text.lower_at(phrase.head) == "lives";
        if asked || open || no_one && living {
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
                // "killed his wife and then himself": one more.
                "himself" | "herself" | "self"
                    if found.iter().any(|m| m.effect == effect && m.phrase < at) =>
                {
                    Count::exact(1)
                }
                // The same harm of him who was told of before is nothing new, but for "he too was killed".
                "he" | "she" | "him" | "her"
                    if matches!(effect, Effect::Killed | Effect::Injured)
                        && !matches!(self.text.lower_at(phrase.end), "too" | "also")
                        && (self.alone == Some(effect)
                            || found.iter().any(|m| {
                                m.effect == effect && m.phrase < at && m.count == Count::exact(1)
                            })) =>
                {
                    return false;
                }
                "he" | "she" | "him" | "her" => Count::exact(1),
                // The same harm of those told before is nothing new.
                _ if matches!(effect, Effect::Killed | Effect::Injured)
                    && (self.before == Some(effect)
                        || found.iter().any(|m| m.effect == effect && m.phrase < at)) =>
                {
                    return false;
                }
                "they" | "them"
                    if self.before == Some(effect)
                        || found.iter().any(|m| m.effect == effect && m.phrase < at) =>
                {
                    return false;
                }
                _ if phrase.plural => self.many_before(at),
                _ => Count::exact(1),
            },
            _ => match phrase.count() {
                Some(count) => count,
                None if somebody || something => Count::exact(1),
                None => return false,
            },
        };
        // "Were any guards hurt?" tells of nobody, "we did not lose any men" that none was.
        let any = matches!(phrase.what, What::People | What::Objects)
            && self.text.lower_at(phrase.start) == "any";
        if any && !is_negated(self, phrase.start) {
            return false;
        }
        let count = if any { Count::exact(0) } else { count };
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

    /// Whether the verb at `at` tells of damage and no more: "damaged", "sustained heavy damage".
    fn tells_of_damage(&self, at: usize) -> bool {
        let verb = self.text.lower_at(at);
        verb.starts_with("damag") || verb.starts_with("suffer") || verb.starts_with("sustain")
    }

    /// How many people a plural pronoun stands for: as many as were told of last.
    pub(super) fn many_before(&self, pronoun: usize) -> Count {
        let doers = self.doers_to(pronoun);
        let here = (0..pronoun).rev().find_map(|at| {
            let p = &self.phrases[at];
            let people = p.what == What::People && !p.partitive && !doers.contains(&at);
            let count = p
                .count()
                .filter(|count| people && count.low > 1 && p.quantity.is_some())?;
            // "abducted two women and a child and shot them": all three.
            let others = self.objects(p.start);
            let others = others.iter().skip(1).filter(|other| **other < pronoun);
            Some(others.fold(count, |all, other| {
                let more = self.phrases[*other].count();
                more.filter(|_| all.high == Some(all.low))
                    .filter(|more| more.high == Some(more.low))
                    .map_or(all, |more| Count::exact(all.low + more.low))
            }))
        });
        here.or(self.many).unwrap_or(Count {
            low: 2,
            high: None,
            basis: tollbook_terms::Basis::Vague,
        })
    }

    /// The phrase that ends at token `end`.
    pub(super) fn phrase_ending(&self, end: usize) -> Option<usize> {
        let at = self.phrases.partition_point(|p| p.end < end);
        (at < self.phrases.len() && self.phrases[at].end == end).then_some(at)
    }

    /// The phrase that starts at token `start`.
    pub(super) fn phrase_starting(&self, start: usize) -> Option<usize> {
        let at = self.phrases.partition_point(|p| p.start < start);
        (at < self.phrases.len() && self.phrases[at].start == start).then_some(at)
    }

    pub(super) fn is_aux(&self, at: usize) -> bool {
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

    pub(super) fn is_aux_or_have(&self, at: usize) -> bool {
        self.is_aux(at) || self.text.is_have(at)
    }

    /// Start of the verb group that ends in the verb at `at`, and whether it is passive.
    pub(super) fn group(&self, at: usize) -> (usize, bool) {
        let (mut start, mut passive, mut said) = (at, false, false);
        let mut i = at;
        while i > self.sentence.start {
            let before = i - 1;
            let lower = self.text.lower_at(before);
            let tag = self.text.tag_at(before);
            // "were gang-raped"
            if lower == "-"
                && i == at
                && !self.text.spaced_at(i)
                && before > self.sentence.start + 1
                && !self.text.spaced_at(before)
            {
                i = before - 1;
                start = i;
                continue;
            }
            // 'was "completely destroyed"'
            if matches!(lower, "\"" | "“" | "``") && self.is_aux(before.saturating_sub(1)) {
                i = before;
                continue;
            }
            // "have started fleeing", "kept shelling"
            if i == at
                && matches!(
                    lower,
                    "started" | "began" | "begun" | "starting" | "continued" | "kept"
                )
                && self.text.lower_at(at).ends_with("ing")
            {
                start = before;
            } else if self.is_aux(before) && tag != Some(Tag::POS) {
                passive |= !said;
                start = before;
            } else if matches!(lower, "each" | "both" | "all")
                && before > self.sentence.start
                && (i == at && self.is_aux(before - 1) || self.text.is_have(before - 1))
            {
                // "were each hit in the arm", "had all been hit"
            } else if lower == "found" && i == at && self.is_second(before) {
                // "were kidnapped and found strangled"
                passive = true;
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

    /// Whether "and" joins the participle at `at` to a passive before it, past an adverb or a day: "were kidnapped and later".
    fn is_second(&self, at: usize) -> bool {
        let text = self.text;
        let adverb = at > self.sentence.start && text.tag_at(at - 1).is_some_and(Tag::is_adverb);
        let and = (at - usize::from(adverb)).checked_sub(1);
        and.is_some_and(|and| and > self.sentence.start && text.lower_at(and) == "and")
    }

    /// Whether a clause ends between the tokens `from` and `to`.
    pub(super) fn has_barrier(&self, from: usize, to: usize) -> bool {
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

    pub(super) fn is_date(&self, at: usize) -> bool {
        let lower = self.text.lower_at(self.phrases[at].head);
        is_time(lower) || is_period(lower)
    }
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
