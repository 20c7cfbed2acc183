//! Finding the cues around a figure.

use tollbook_terms::{Basis, Effect, Field};

use super::cue::{Cue, Cues};
use super::said::{COMPARED, said};
use super::{Totals, pair};
use crate::claim::{Mentions, Told};
use crate::lexicon::HarmNoun;
use crate::mention::Mention;
use crate::phrase::date;
use crate::phrase::ordinal::ordinal;
use crate::tag::Tag;
use crate::text::Text;

/// How far from the harm its cues may stand, in tokens.
const REACH: usize = 40;

/// From which way on, counted across borders of clauses, a cue stands far.
pub(super) const FAR: u32 = 22;

/// From which way on another figure of the sentence, which is nearer, has a cue for itself.
const APART: u32 = 10;

/// A sentence with one figure.
pub(super) struct Around<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) told: &'a Told,
    pub(super) harm: (usize, usize),
    pub(super) trigger: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    /// The harm of the other figures of the sentence.
    nearer: Vec<(usize, usize)>,
    /// Where the one deed stands that does the harm.
    pub(super) deed: Option<usize>,
    pub(super) cues: Cues,
}

/// The tokens from the number to the word of harm.
fn harm(told: &Told, mention: &Mention) -> (usize, usize) {
    let number = &told.phrases[mention.phrase];
    (
        number.start.min(mention.trigger),
        number.end.max(mention.trigger + 1),
    )
}

/// The harm of the figures before and behind mention `index`.
fn mentions_near(all: &Mentions, told: &Told, index: usize) -> Vec<(usize, usize)> {
    let near = index.saturating_sub(2)..(index + 3).min(all.list.len());
    near.filter(|i| *i != index)
        .map(|i| harm(told, &all.list[i]))
        .collect()
}

/// Whether the sentence that starts at token `start` opens with "in addition" or its like.
pub(super) fn adds(text: &Text<'_>, start: usize) -> bool {
    matches!(
        text.lower_at(start),
        "additionally" | "also" | "furthermore" | "moreover"
    ) || text.says(start, &["in", "addition"])
}

/// Returns the cues around mention `index`; `before` is how the sentences before told totals.
pub(super) fn cues(
    text: &Text<'_>,
    told: &Told,
    (all, index): (&Mentions, usize),
    before: Totals,
) -> Cues {
    let mention = &all.list[index];
    let number = &told.phrases[mention.phrase];
    let harm = harm(told, mention);
    let from = harm.0.saturating_sub(REACH).max(told.sentence.start);
    let to = (harm.1 + REACH).min(told.sentence.end);
    // "No more than 10,000" is many, though it may be none.
    let low = match mention.count.basis {
        Basis::AtMost => mention.count.high.unwrap_or(mention.count.low),
        _ => mention.count.low,
    };
    let mut around = Around {
        text,
        told,
        harm,
        trigger: mention.trigger,
        from,
        to,
        nearer: mentions_near(all, told, index),
        deed: None,
        cues: Cues::default(),
    };
    around.killer();
    around.words();
    around.dates();
    around.since();
    around.deeds();
    around.verb(low >= 1000);
    around.brought(number.start);
    around.occasion();
    around.puts();
    let cues = &mut around.cues;
    let vague = mention.count.basis == Basis::Vague;
    cues.note(Cue::Always, true);
    cues.note(Cue::Zero, mention.count.high == Some(0));
    cues.note(Cue::One, low == 1);
    cues.note(Cue::Tens, low >= 10);
    cues.note(Cue::Hundreds, low >= 100);
    cues.note(Cue::Thousands, low >= 1000);
    cues.note(Cue::Myriads, low >= 10_000);
    cues.note(Cue::Vague, vague);
    let bare = vague && number.quantity.is_none();
    let trigger = text.tag_at(mention.trigger);
    cues.note(Cue::Bare, bare);
    let deed = text
        .word_at(mention.trigger)
        .is_some_and(|word| matches!(word.noun, Some(HarmNoun::Deed(_))));
    cues.note(Cue::BareDeeds, bare && deed && trigger == Some(Tag::NNS));
    cues.note(
        Cue::BareDoing,
        bare && matches!(trigger, Some(Tag::VBG | Tag::VBZ | Tag::VBP)),
    );
    cues.note(Cue::Title, text.field == Field::Title);
    cues.note(Cue::Displaced, mention.effect == Effect::Displaced);
    cues.note(Cue::Detained, mention.effect == Effect::Detained);
    cues.note(Cue::Abducted, mention.effect == Effect::Abducted);
    cues.note(Cue::Missing, mention.effect == Effect::Missing);
    cues.note(Cue::Injured, mention.effect == Effect::Injured);
    cues.note(Cue::Object, !mention.effect.on_people());
    cues.note(Cue::Also, adds(text, told.sentence.start));
    cues.note(Cue::Doer, mention.agent.is_some());
    cues.note(Cue::Before, before.time);
    cues.note(Cue::Chain, before.total);
    let other = before.effect.is_some_and(|effect| effect != mention.effect);
    cues.note(Cue::ChainOther, before.total && other);
    cues.note(
        Cue::ChainParted,
        before.total && parted(text, told.sentence.start),
    );
    cues.note(Cue::ChainClosed, before.closed);
    cues.note(Cue::Beside, before.beside == Some(true));
    cues.note(Cue::BesideOne, before.beside == Some(false));
    cues.note(Cue::Turn, turns(text, told.sentence.start));
    pair::pairs(cues, low);
    around.cues
}

/// Whether the mention is general talk: a plural without a number, of harm that goes on or is spoken of at
/// large, and nothing that says which or when.
pub(super) fn is_general(text: &Text<'_>, told: &Told, mention: &Mention, cues: Cues) -> bool {
    if is_record(text, told, mention) {
        return true;
    }
    let number = &told.phrases[mention.phrase];
    let dated = cues.any(&[Cue::Day, Cue::DayFar, Cue::Deed, Cue::TheDeed, Cue::Title]);
    let known = matches!(
        text.lower_at(number.start),
        "the" | "these" | "those" | "his" | "her" | "their" | "its"
    );
    let before = mention
        .trigger
        .checked_sub(1)
        .map_or("", |i| text.lower_at(i));
    let goes_on = match text.tag_at(mention.trigger) {
        // "A raid, killing civilians": what came of it.
        Some(Tag::VBG) => before != ",",
        Some(Tag::VBZ | Tag::VBP) => true,
        // "May have been killed": somebody fears for those of one event.
        _ => cues.has(Cue::Perfect) && !cues.has(Cue::Unreal),
    };
    cues.has(Cue::Bare)
        && goes_on
        && !dated
        && !known
        && mention.part_of.is_none()
        && !mention.partitive
        && mention.effect.on_people()
}

/// Whether a number of murders is what somebody is wanted for or accused of: many deeds, and no event.
fn is_record(text: &Text<'_>, told: &Told, mention: &Mention) -> bool {
    let number = &told.phrases[mention.phrase];
    let deeds = matches!(
        text.lower_at(number.head),
        "murders" | "killings" | "assassinations" | "kidnappings" | "abductions"
    );
    let from = number.start.saturating_sub(6).max(told.sentence.start);
    deeds
        && (from..number.start).any(|i| {
            matches!(
                text.lower_at(i),
                "cases"
                    | "offences"
                    | "offenses"
                    | "crimes"
                    | "wanted"
                    | "accused"
                    | "involved"
                    | "involvement"
                    | "role"
            )
        })
}

/// Whether a paragraph begins with token `start`.
fn parted(text: &Text<'_>, start: usize) -> bool {
    let end = |token: usize| text.tokens.get(token).map(|token| token.end);
    let gap = start
        .checked_sub(1)
        .and_then(end)
        .zip(text.tokens.get(start));
    gap.and_then(|(from, to)| text.text.get(from..to.start))
        .is_none_or(|gap| gap.contains('\n'))
}

/// Whether the sentence that starts at token `start` turns to something else.
fn turns(text: &Text<'_>, start: usize) -> bool {
    matches!(
        text.lower_at(start),
        "meanwhile" | "elsewhere" | "separately" | "earlier" | "later"
    )
}

impl Around<'_, '_> {
    pub(super) fn tokens(&self) -> std::ops::Range<usize> {
        self.from..self.to
    }

    /// Whether token `at` stands in another clause than the harm, or beyond "bringing the toll to". What
    /// opens the sentence is said of all of it.
    pub(super) fn far(&self, at: usize) -> bool {
        let opens = at <= self.told.sentence.start + 2
            && !(at..self.harm.0).any(|i| {
                matches!(
                    self.text.lower_at(i),
                    ";" | "but" | "while" | "whereas" | "bringing" | "raising" | "taking"
                )
            });
        if opens {
            return false;
        }
        let way = self.told.borders.distance(at, self.harm);
        let (first, last) = if at < self.harm.0 {
            (at, self.harm.0)
        } else {
            (self.harm.1, at.max(self.harm.1))
        };
        way >= FAR
            || (first..last).any(|i| {
                matches!(
                    self.text.lower_at(i),
                    "bringing" | "raising" | "taking" | "brings" | "raises" | "takes"
                )
            })
    }

    /// Whether a time at token `at` is not that of the harm: it stands far, or says over which a deed is the
    /// deadliest, the latest or the fifth.
    pub(super) fn off(&self, at: usize) -> bool {
        let first = if at >= self.harm.1 {
            self.harm.1
        } else {
            self.from
        };
        let compared = (at.saturating_sub(14).max(first)..at)
            .rev()
            .take_while(|i| !matches!(self.text.lower_at(*i), "," | ";" | ":"))
            .any(|i| {
                let lower = self.text.lower_at(i);
                COMPARED.contains(&lower) || ordinal(lower).is_some()
            });
        let of_deed = self.deed.is_some_and(|deed| at < deed);
        compared || of_deed || self.far(at) || self.of_another(at)
    }

    /// Whether another figure of the sentence stands nearer to token `at`, and a verb between it and this one.
    fn of_another(&self, at: usize) -> bool {
        let way = |harm: (usize, usize)| self.told.borders.distance(at, harm);
        let own = way(self.harm);
        own >= APART && self.nearer.iter().any(|harm| way(*harm) + APART <= own)
    }

    fn words(&mut self) {
        for at in self.tokens() {
            for cue in said(self.text, at) {
                let far = self.off(at);
                let before = self.text.lower_at(at.wrapping_sub(1));
                let cue = match cue {
                    Cue::Recorded | Cue::Treated | Cue::Stock | Cue::Blamed | Cue::Recalled
                        if far =>
                    {
                        continue;
                    }
                    // "On Friday alone".
                    Cue::Total
                        if self.text.lower_at(at) == "alone" && date::weekday(before).is_some() =>
                    {
                        Cue::Day
                    }
                    // "In July alone", "this year alone".
                    Cue::Total
                        if self.text.lower_at(at) == "alone"
                            && (matches!(
                                before,
                                "week" | "month" | "year" | "quarter" | "summer" | "winter"
                            ) || date::is_day_or_month(before)) =>
                    {
                        Cue::ThatTime
                    }
                    // "They alone have seen 200 bodies".
                    Cue::Total if self.text.lower_at(at) == "alone" && self.is_of_people(at) => {
                        continue;
                    }
                    // "Earlier this year", "in April this year".
                    Cue::Lately | Cue::Week if self.names_part(at) => Cue::Ago,
                    // "22 years in prison for murder".
                    Cue::Stock if self.is_sentence(at) => continue,
                    Cue::SoFar if far => Cue::SoFarFar,
                    Cue::Lately if far => Cue::LatelyFar,
                    Cue::Week if far => Cue::WeekFar,
                    cue => cue,
                };
                self.cues.note(cue, true);
            }
            self.stretch(at);
            self.rate(at);
        }
    }

    /// Whether the time at token `at` is the year of a part of it that stands before: "April this year".
    fn names_part(&self, at: usize) -> bool {
        let before = self.text.lower_at(at.wrapping_sub(1));
        matches!(before, "earlier" | "late" | "early" | "later") || date::is_day_or_month(before)
    }

    /// Whether "in prison" at token `at` tells of a verdict: "sentenced to nine years in prison".
    fn is_sentence(&self, at: usize) -> bool {
        matches!(
            self.text.lower_at(at.wrapping_sub(1)),
            "years" | "months" | "year" | "life"
        )
    }

    /// Whether "alone" at token `at` is said of people.
    fn is_of_people(&self, at: usize) -> bool {
        at > 0 && self.text.tag_at(at - 1) == Some(Tag::PRP)
    }

    /// "Died when troops stormed the jail", "were killed as they fled".
    fn occasion(&mut self) {
        let text = self.text;
        let told = (self.harm.1..(self.harm.1 + 10).min(self.to))
            .take_while(|i| !matches!(text.lower_at(*i), ";" | ":" | "."))
            .any(|i| {
                let joins = match text.lower_at(i) {
                    "when" | "as" | "while" => true,
                    "after" => text.tag_at(i + 1) != Some(Tag::CD),
                    _ => false,
                };
                // "In May, when nine died", "as well as".
                joins
                    && text.lower_at(i - 1) != ","
                    && (i + 2..(i + 9).min(self.to)).any(|j| text.tag_at(j) == Some(Tag::VBD))
            });
        self.cues.note(Cue::Occasion, told);
    }

    /// "Puts its losses at ten", "puts the number of dead at ten", "said no more than ten had died".
    fn puts(&mut self) {
        let text = self.text;
        let first = self.harm.0.saturating_sub(8).max(self.from);
        let put = (first..self.harm.0)
            .any(|i| matches!(text.lower_at(i), "put" | "puts" | "putting"))
            && (first..self.harm.0).any(|i| text.lower_at(i) == "at");
        let only = (self.harm.0.saturating_sub(2).max(self.from)..self.harm.0 + 2)
            .any(|i| matches!(text.lower_at(i), "only" | "just"))
            || text.says(self.harm.0, &["no", "more", "than"])
            || text.says(self.harm.0, &["fewer", "than"]);
        self.cues.note(Cue::Puts, put || only);
    }

    /// "bringing to ten the number of", "raised the toll to ten": `number` is where the figure begins.
    fn brought(&mut self, number: usize) {
        let text = self.text;
        let to =
            (number.saturating_sub(3).max(self.from)..number).any(|i| text.lower_at(i) == "to");
        let rise = (number.saturating_sub(12).max(self.from)..number).any(|i| {
            let lower = text.lower_at(i);
            [
                "bring", "brought", "rais", "tak", "took", "ris", "rose", "climb", "push", "gone",
            ]
            .iter()
            .any(|stem| lower.starts_with(stem))
                && text.tag_at(i).is_some_and(Tag::is_verb)
        });
        self.cues.note(Cue::BroughtTo, to && rise);
    }
}
