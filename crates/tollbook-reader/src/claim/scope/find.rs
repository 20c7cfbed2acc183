//! Finding the cues around a figure.

use tollbook_terms::{Basis, Effect, Field};

use super::Totals;
use super::cue::{Cue, Cues};
use super::said::said;
use super::time::TIMES;
use crate::claim::when::is_deed;
use crate::claim::{Mentions, Told};
use crate::lexicon::{Class, NumberWord};
use crate::mention::Mention;
use crate::tag::Tag;
use crate::text::Text;

/// How far from the harm its cues may stand, in tokens.
const REACH: usize = 40;

/// From which way on, counted across borders of clauses, a cue stands far.
const FAR: u32 = 22;

/// A sentence with one figure.
pub(super) struct Around<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) told: &'a Told,
    pub(super) harm: (usize, usize),
    pub(super) trigger: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) cues: Cues,
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
    let harm = (
        number.start.min(mention.trigger),
        number.end.max(mention.trigger + 1),
    );
    let from = harm.0.saturating_sub(REACH).max(told.sentence.start);
    let to = (harm.1 + REACH).min(told.sentence.end);
    let mut around = Around {
        text,
        told,
        harm,
        trigger: mention.trigger,
        from,
        to,
        cues: Cues::default(),
    };
    around.words();
    around.dates();
    around.since();
    around.deeds();
    around.verb();
    let cues = &mut around.cues;
    let low = mention.count.low;
    let vague = mention.count.basis == Basis::Vague;
    cues.note(Cue::Always, true);
    cues.note(Cue::One, low == 1);
    cues.note(Cue::Tens, low >= 10);
    cues.note(Cue::Hundreds, low >= 100);
    cues.note(Cue::Thousands, low >= 1000);
    cues.note(Cue::Myriads, low >= 10_000);
    cues.note(Cue::Vague, vague);
    let bare = vague && number.quantity.is_none();
    let trigger = text.tag_at(mention.trigger);
    cues.note(Cue::Bare, bare);
    cues.note(Cue::BareDeeds, bare && trigger == Some(Tag::NNS));
    cues.note(
        Cue::BareDoing,
        bare && matches!(trigger, Some(Tag::VBG | Tag::VBZ | Tag::VBP)),
    );
    cues.note(Cue::Title, text.field == Field::Title);
    cues.note(Cue::Displaced, mention.effect == Effect::Displaced);
    cues.note(Cue::Detained, mention.effect == Effect::Detained);
    cues.note(Cue::Object, !mention.effect.on_people());
    cues.note(Cue::Also, adds(text, told.sentence.start));
    cues.note(Cue::Doer, mention.agent.is_some());
    cues.note(Cue::Before, before.time);
    cues.note(Cue::Chain, before.total);
    pairs(cues);
    around.cues
}

/// Whether the mention is general talk: a plural without a number, of harm that goes on or is spoken of at
/// large, and nothing that says which or when.
pub(super) fn is_general(text: &Text<'_>, told: &Told, mention: &Mention, cues: Cues) -> bool {
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
        _ => cues.has(Cue::Perfect),
    };
    cues.has(Cue::Bare)
        && goes_on
        && !dated
        && !known
        && mention.part_of.is_none()
        && !mention.partitive
        && mention.effect.on_people()
}

/// Notes what two cues say at once.
fn pairs(cues: &mut Cues) {
    let had = *cues;
    let day = had.any(&[Cue::Day, Cue::DayFar]);
    let deed = had.any(&[Cue::Deed, Cue::TheDeed]);
    let years = had.any(&[Cue::Year, Cue::Years, Cue::YearFar]);
    let time = had.any(TIMES);
    let doer = had.has(Cue::Doer);
    let mut both = |cue: Cue, one: bool, two: bool| cues.note(cue, one && two);
    let (perfect, war) = (had.has(Cue::Perfect), had.has(Cue::War));
    both(Cue::BeforeOpen, had.has(Cue::Before), !day && !deed);
    both(Cue::ChainOpen, had.has(Cue::Chain), !day && !deed);
    both(
        Cue::ChainDeeds,
        had.any(&[Cue::Chain, Cue::Before]),
        had.has(Cue::TheDeeds) && !day,
    );
    let thousands = had.has(Cue::Thousands);
    both(Cue::ThousandsOpen, thousands, !day && !deed);
    both(Cue::RiseLately, had.any(&[Cue::Rise, Cue::Toll]), time);
    both(Cue::PluperfectMany, had.has(Cue::Pluperfect), thousands);
    both(
        Cue::CoursePluperfect,
        had.has(Cue::Pluperfect),
        had.any(&[Cue::Course, Cue::Years]),
    );
    both(Cue::PerfectMany, perfect, had.has(Cue::Hundreds));
    both(Cue::PerfectOpen, perfect, !day && !deed);
    both(Cue::PerfectWar, perfect, war);
    both(Cue::WarMany, war, had.has(Cue::Thousands));
    both(Cue::WarYears, war, years);
    both(Cue::YearPast, years, !perfect && !deed && !doer);
    both(Cue::DoerPast, doer, had.has(Cue::Past) && !time);
    both(Cue::MonthOpen, had.has(Cue::Month), !deed && !doer);
    both(Cue::WeekDeeds, had.has(Cue::Week), had.has(Cue::Deeds));
    both(Cue::DeedLately, time, deed);
    both(Cue::DayLately, time, day);
    both(Cue::OneLately, time, had.has(Cue::One));
    both(Cue::WorstLately, time, had.has(Cue::Worst));
    both(Cue::DeedsOpen, had.has(Cue::Deeds), !day);
    both(Cue::DeedsPerfect, had.has(Cue::Deeds), perfect);
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

    fn words(&mut self) {
        for at in self.tokens() {
            for cue in said(self.text, at) {
                let far = self.far(at);
                let cue = match cue {
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

    fn deeds(&mut self) {
        let text = self.text;
        for at in self.tokens() {
            let (lower, word) = (text.lower_at(at), text.tokens[at].word);
            let near = !self.far_clause(at);
            if word.is(Class::War) && near {
                self.cues.note(Cue::War, true);
                let kills = at < self.trigger
                    && self.trigger < at + 8
                    && self.harm.0 == self.trigger
                    && text.tag_at(self.trigger).is_some_and(Tag::is_verb);
                self.cues.note(Cue::WarKills, kills);
                let long = (at.saturating_sub(4).max(self.from)..at).any(|i| {
                    matches!(
                        text.lower_at(i),
                        "year"
                            | "years"
                            | "month"
                            | "months"
                            | "decade"
                            | "decades"
                            | "long"
                            | "year-old"
                            | "week-old"
                            | "month-old"
                            | "day-old"
                    ) || text.lower_at(i).ends_with("-year")
                        || text.lower_at(i).ends_with("-old")
                        || text.lower_at(i).ends_with("-long")
                        || text.lower_at(i).ends_with("-month")
                });
                self.cues.note(Cue::LongWar, long);
            }
            self.cues
                .note(Cue::OldRule, word.is(Class::OldRule) && near);
            self.cues
                .note(Cue::Operation, word.is(Class::Operation) && near);
            if !is_deed(lower) && !matches!(lower, "siege" | "bomb" | "bomber") {
                continue;
            }
            if !near || at == self.trigger && !lower.ends_with('s') {
                continue;
            }
            let many = lower.ends_with('s') || matches!(lower, "violence" | "fighting");
            let words = at.saturating_sub(3).max(self.from)..at;
            let the = words.clone().any(|i| {
                matches!(
                    text.lower_at(i),
                    "the" | "this" | "that" | "these" | "those"
                )
            });
            let counted = words.clone().any(|i| {
                matches!(text.number_at(i), Some(NumberWord::Unit(_)))
                    || matches!(text.lower_at(i), "both" | "twin" | "separate")
            });
            self.cues.note(Cue::CountedDeeds, many && counted);
            self.cues.note(Cue::Deeds, many && !counted);
            self.cues.note(Cue::TheDeeds, many && the && !counted);
            self.cues.note(Cue::Deed, !many && !the);
            self.cues.note(Cue::TheDeed, !many && the);
        }
    }

    /// Whether token `at` stands in another clause than the harm.
    fn far_clause(&self, at: usize) -> bool {
        self.told.borders.distance(at, self.harm) >= FAR + 8
    }

    fn verb(&mut self) {
        let text = self.text;
        let from = self.harm.0.saturating_sub(3).max(self.from);
        let (mut perfect, mut pluperfect, mut past, mut present) = (false, false, false, false);
        for at in from..(self.harm.1 + 3).min(self.to) {
            match text.lower_at(at) {
                "has" | "have" | "'ve" | "’ve" => perfect = true,
                "had" => pluperfect = true,
                "was" | "were" => past = true,
                "is" | "are" => present = true,
                _ if at == self.trigger => {
                    past |= text.tag_at(at) == Some(Tag::VBD);
                    present |= matches!(text.tag_at(at), Some(Tag::VBP | Tag::VBZ));
                }
                _ => {}
            }
        }
        self.cues.note(Cue::Perfect, perfect);
        self.cues.note(Cue::Pluperfect, pluperfect && !perfect);
        self.cues.note(Cue::Past, past && !perfect && !pluperfect);
        self.cues.note(Cue::Present, present && !perfect && !past);
    }
}
