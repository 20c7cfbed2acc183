//! Finding the cues around a figure.

use tollbook_terms::{Basis, Effect, Field};

use super::Totals;
use super::cue::{Cue, Cues};
use super::said::{OLD_RULES, OPERATIONS, SAID, WARS};
use crate::claim::when::{Of, is_deed};
use crate::claim::{Mentions, Told};
use crate::lexicon::NumberWord;
use crate::phrase::date::DateMention;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// How far from the harm its cues may stand, in tokens.
const REACH: usize = 40;

/// From which way on, counted across borders of clauses, a cue stands far.
const FAR: u32 = 22;

/// Times of a total.
pub(super) const TIMES: &[Cue] = &[
    Cue::Since,
    Cue::Lately,
    Cue::Week,
    Cue::SoFar,
    Cue::Years,
    Cue::Stretch,
    Cue::Course,
    Cue::ThatTime,
];

/// A sentence with one figure.
struct Around<'a, 't> {
    text: &'a Text<'t>,
    told: &'a Told,
    harm: (usize, usize),
    trigger: usize,
    from: usize,
    to: usize,
    cues: Cues,
}

/// Whether the sentence that starts at token `start` opens with "in addition" or its like.
pub(super) fn adds(text: &Text<'_>, start: usize) -> bool {
    matches!(
        text.lower_at(start),
        "additionally" | "also" | "furthermore" | "moreover"
    ) || text.says(start, &["in", "addition"])
}

/// Whether the sentence says a time of a total, though no figure.
pub(super) fn tells_time(text: &Text<'_>, told: &Told) -> bool {
    (told.sentence.start..told.sentence.end).any(|at| {
        text.lower_at(at) == "since"
            || SAID
                .iter()
                .any(|(words, cue)| TIMES.contains(cue) && text.says(at, words))
    }) || told
        .dates
        .iter()
        .any(|dated| dated.of == Of::Event && dated.date.running)
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
    fn tokens(&self) -> std::ops::Range<usize> {
        self.from..self.to
    }

    /// Whether token `at` stands in another clause than the harm, or beyond "bringing the toll to". What
    /// opens the sentence is said of all of it.
    fn far(&self, at: usize) -> bool {
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
            for (words, cue) in SAID {
                if self.text.says(at, words) {
                    let far = self.far(at);
                    let cue = match cue {
                        Cue::SoFar if far => Cue::SoFarFar,
                        Cue::Lately if far => Cue::LatelyFar,
                        Cue::Week if far => Cue::WeekFar,
                        cue => *cue,
                    };
                    self.cues.note(cue, true);
                }
            }
            self.stretch(at);
            self.rate(at);
        }
    }

    /// "In the past three months", "over six weeks", "in the first week".
    fn stretch(&mut self, at: usize) {
        let text = self.text;
        let opens = matches!(
            text.lower_at(at),
            "in" | "over" | "during" | "within" | "for" | "of" | "after" | "throughout" | "across"
        );
        if !opens {
            return;
        }
        let unit = (at + 1..(at + 6).min(self.to)).find(|i| {
            matches!(
                text.lower_at(*i),
                "day"
                    | "days"
                    | "week"
                    | "weeks"
                    | "fortnight"
                    | "month"
                    | "months"
                    | "year"
                    | "years"
                    | "decade"
                    | "decades"
                    | "hours"
            )
        });
        let Some(unit) = unit else { return };
        let between = at + 1..unit;
        let has = |words: &[&str]| between.clone().any(|i| words.contains(&text.lower_at(i)));
        let broken = between.clone().any(|i| {
            text.tag_at(i).is_some_and(Tag::is_verb) || matches!(text.lower_at(i), "," | "and")
        });
        let hours = text.lower_at(unit) == "hours" || text.lower_at(unit) == "day";
        let back = matches!(
            text.lower_at(unit + 1),
            "of" | "before" | "earlier" | "later"
        );
        if broken || hours {
            return;
        }
        let lately =
            has(&["past", "last", "previous", "preceding"]) && !back || has(&["past", "preceding"]);
        let days = matches!(text.lower_at(unit), "days" | "week");
        let far = self.far(at);
        let cue = match (lately, days, far) {
            (true, true, false) => Cue::Week,
            (true, true, true) => Cue::WeekFar,
            (true, false, false) => Cue::Lately,
            (true, false, true) => Cue::LatelyFar,
            // "Over six months", "in the first week", "in two years of war".
            _ if text.lower_at(at) != "for"
                && text.lower_at(at) != "after"
                && text.lower_at(at) != "of"
                && !far
                && (has(&["first"])
                    || between.clone().any(|i| {
                        text.number_at(i).is_some() || text.kind_at(i) == Some(Kind::Digits)
                    }) && text.lower_at(unit).ends_with('s')) =>
            {
                Cue::Course
            }
            _ => return,
        };
        self.cues.note(cue, true);
    }

    /// "every day", "60 a day", "per month".
    fn rate(&mut self, at: usize) {
        let text = self.text;
        if at < self.harm.0 || at >= self.harm.1 + 6 {
            return;
        }
        let unit = matches!(text.lower_at(at + 1), "day" | "week" | "month" | "year");
        let rate = match text.lower_at(at) {
            "every" | "per" | "each" => true,
            "a" => {
                !matches!(
                    text.lower_at(at + 2),
                    "later" | "after" | "earlier" | "before" | "ago" | "of"
                ) && !matches!(text.lower_at(at.wrapping_sub(1)), "in" | "for" | "within")
            }
            _ => false,
        };
        self.cues.note(Cue::Rate, unit && rate);
    }

    fn dates(&mut self) {
        let first = self
            .told
            .dates
            .partition_point(|dated| dated.date.end <= self.from);
        for dated in &self.told.dates[first..] {
            let date: &DateMention = &dated.date;
            if date.start >= self.to {
                break;
            }
            if dated.of != Of::Event || date.running {
                continue;
            }
            let days = date.when.from.zip(date.when.to).map(|(from, to)| to - from);
            let Some(days) = days.map(|span| span.get_days()) else {
                continue;
            };
            let far = self.far(date.start);
            let opens = [date.start.wrapping_sub(1), date.start]
                .iter()
                .any(|at| matches!(self.text.lower_at(*at), "from" | "between"));
            let cue = match days {
                _ if date.day && far => Cue::DayFar,
                _ if date.day => Cue::Day,
                701.. if !far => Cue::Years,
                300..=700 if !far => Cue::Year,
                300.. => Cue::YearFar,
                5..300 if opens => Cue::Stretch,
                26..32 => Cue::Month,
                _ => continue,
            };
            self.cues.note(cue, true);
        }
    }

    /// "since May", "since the war began"; not "the deadliest since", "has long since".
    fn since(&mut self) {
        let text = self.text;
        let sinces: Vec<usize> = self
            .tokens()
            .filter(|at| text.lower_at(*at) == "since")
            .collect();
        for at in sinces {
            // "Has since died", "has long since gone".
            let adverb = match text.lower_at(at.wrapping_sub(1)) {
                "long" => true,
                "has" | "have" | "had" => text.tag_at(at + 1).is_some_and(Tag::is_verb),
                _ => false,
            };
            if adverb {
                continue;
            }
            let clause = (at + 1..self.to)
                .find(|i| matches!(text.lower_at(*i), "," | ";" | "." | ":"))
                .unwrap_or(self.to);
            let inside = at < self.harm.0
                && (self.harm.1 <= clause && !self.opens_main(at, clause)
                    || (at..self.harm.0.min(clause))
                        .any(|i| matches!(text.lower_at(i), "when" | "which")));
            let cue = if inside {
                Cue::InSince
            } else if self.far(at) {
                Cue::SinceFar
            } else {
                Cue::Since
            };
            self.cues.note(cue, true);
        }
    }

    /// "since 2004 ten have died", "since the war began ten have died": no comma ends the words behind
    /// "since", but a date or a verb of beginning does.
    fn opens_main(&self, since: usize, clause: usize) -> bool {
        let date = self.told.dates.iter().any(|dated| {
            dated.date.start > since && dated.date.end <= self.harm.0 && dated.date.end <= clause
        });
        date || (since..self.harm.0).any(|at| {
            matches!(
                self.text.lower_at(at),
                "began" | "started" | "erupted" | "resumed" | "then" | "out"
            )
        })
    }

    fn deeds(&mut self) {
        let text = self.text;
        for at in self.tokens() {
            let lower = text.lower_at(at);
            let near = !self.far_clause(at);
            if WARS.contains(&lower) && near {
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
                .note(Cue::OldRule, OLD_RULES.contains(&lower) && near);
            self.cues
                .note(Cue::Operation, OPERATIONS.contains(&lower) && near);
            if !is_deed(lower) && !matches!(lower, "siege" | "bomb" | "bomber" | "airstrikes") {
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
