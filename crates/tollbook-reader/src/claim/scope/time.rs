//! Cues of time: what dates, "since" and stretches of time around a figure say of what it sums.

use super::cue::Cue;
use super::find::Around;
use super::said::said;
use crate::claim::Told;
use crate::claim::when::{Dated, Of, is_deed};
use crate::lexicon::Class;
use crate::phrase::date::DateMention;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

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

/// Whether the sentence says a time of a total, though no figure.
pub(super) fn tells_time(text: &Text<'_>, told: &Told) -> bool {
    (told.sentence.start..told.sentence.end)
        .any(|at| text.lower_at(at) == "since" || said(text, at).any(|cue| TIMES.contains(&cue)))
        || told
            .dates
            .iter()
            .any(|dated| dated.of == Of::Event && dated.date.running)
        || began(text, told)
}

/// Whether the sentence says when a war began: "the war broke out in 2011".
fn began(text: &Text<'_>, told: &Told) -> bool {
    let mut tokens = told.sentence.start..told.sentence.end;
    tokens.clone().any(|at| text.tokens[at].word.is(Class::War))
        && tokens.any(|at| {
            matches!(
                text.lower_at(at),
                "began" | "begun" | "erupted" | "started" | "raged" | "raging"
            ) || text.says(at, &["broke", "out"])
        })
}

/// The days from the first to the last of a date.
pub(super) fn span(date: &DateMention) -> i32 {
    let days = date.when.from.zip(date.when.to);
    days.map_or(0, |(from, to)| (to - from).get_days())
}

impl Around<'_, '_> {
    /// "In the past three months", "over six weeks", "in the first week".
    pub(super) fn stretch(&mut self, at: usize) {
        let text = self.text;
        if self.is_stretch_of(at) && !self.off(at) {
            self.cues.note(Cue::Course, true);
        }
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
            text.tag_at(i).is_some_and(Tag::is_verb)
                || matches!(
                    text.lower_at(i),
                    "," | "and" | "for" | "with" | "by" | "on" | "from"
                )
        });
        let hours = text.lower_at(unit) == "hours" || text.lower_at(unit) == "day";
        let back = matches!(
            text.lower_at(unit + 1),
            "of" | "before" | "earlier" | "later"
        );
        if broken || hours {
            return;
        }
        // "In the last month", not "in the market last month".
        let the_last = matches!(text.lower_at(at + 1), "the" | "these" | "its" | "their")
            && has(&["last", "previous"]);
        let lately = the_last && !back || has(&["past", "preceding"]);
        let days = matches!(text.lower_at(unit), "days" | "week");
        let far = self.off(at);
        let cue = match (lately, days, far) {
            (true, true, false) => Cue::Week,
            (true, true, true) => Cue::WeekFar,
            (true, false, false) => Cue::Lately,
            (true, false, true) => Cue::LatelyFar,
            // "Over six months", "in the first week", "in two years of war".
            // "After two years of war", "for six months of shelling".
            _ if !far
                && matches!(text.lower_at(at), "after" | "for")
                && text.lower_at(unit + 1) == "of"
                && !days
                && (unit + 2..unit + 5).any(|i| {
                    text.word_at(i)
                        .is_some_and(|word| word.is(Class::War) || word.is(Class::Operation))
                }) =>
            {
                Cue::Course
            }
            _ if text.lower_at(at) != "for"
                && text.lower_at(at) != "after"
                && text.lower_at(at) != "of"
                && !far
                && (has(&["first"])
                    || has(&["the"]) && text.lower_at(unit) == "days"
                    || text.lower_at(unit - 1) == "a"
                        && matches!(text.lower_at(at), "in" | "within" | "over")
                        && !back
                    || between.clone().any(|i| {
                        text.number_at(i).is_some() || text.kind_at(i) == Some(Kind::Digits)
                    }) && text.lower_at(unit).ends_with('s')) =>
            {
                if text.lower_at(unit) == "days" {
                    Cue::CourseDays
                } else {
                    Cue::Course
                }
            }
            _ => return,
        };
        self.cues.note(cue, true);
    }

    /// Whether token `at` is the time that harm took: "weeks of clashes", "a month of air raids".
    fn is_stretch_of(&self, at: usize) -> bool {
        let text = self.text;
        let lower = text.lower_at(at);
        let unit = matches!(
            lower,
            "week" | "weeks" | "month" | "months" | "year" | "years" | "decade" | "decades"
        );
        let course =
            lower == "course" && matches!(text.lower_at(at.wrapping_sub(2)), "over" | "during");
        let of = (unit || course) && text.lower_at(at + 1) == "of";
        (of || lower == "throughout")
            && (at + 1..(at + 5).min(self.to)).any(|i| {
                text.word_at(i)
                    .is_some_and(|word| word.is(Class::War) || word.is(Class::Operation))
                    || is_deed(text.lower_at(i))
            })
    }

    /// "every day", "60 a day", "per month".
    pub(super) fn rate(&mut self, at: usize) {
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

    /// The dates that reach into the tokens `from..to`.
    pub(super) fn dates_in(&self, from: usize, to: usize) -> impl Iterator<Item = &Dated> {
        let dates = &self.told.dates;
        let first = dates.partition_point(|dated| dated.date.end <= from);
        dates[first..]
            .iter()
            .take_while(move |dated| dated.date.start < to)
    }

    /// Whether the verb of harm, or that it hangs on, is in the perfect: "has killed", "have so far left".
    fn has_done(&self) -> bool {
        let first = self.harm.0.min(self.trigger).saturating_sub(9);
        (first.max(self.from)..self.trigger.max(self.harm.0))
            .any(|i| matches!(self.text.lower_at(i), "has" | "have"))
    }

    pub(super) fn dates(&mut self) {
        let told = self.told;
        let first = told
            .dates
            .partition_point(|dated| dated.date.end <= self.from);
        for dated in &told.dates[first..] {
            let date: &DateMention = &dated.date;
            if date.start >= self.to {
                break;
            }
            let days = span(date);
            // Whoever counts from a day to another counts what happened then.
            let counts = dated.of == Of::Speech && days > 0;
            if dated.of != Of::Event && !counts || date.running || date.when.from.is_none() {
                continue;
            }
            // "The offensive begun on Monday has left 300 dead": no day of theirs.
            if date.day && told.began == date.when.from && self.has_done() {
                continue;
            }
            // "As of Monday": to that day.
            let of = date.start.wrapping_sub(1);
            if self.text.lower_at(of) == "of" && self.text.lower_at(of.wrapping_sub(1)) == "as" {
                continue;
            }
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
                1..5 => Cue::StretchDays,
                26..32 => Cue::Month,
                _ => continue,
            };
            self.cues.note(cue, true);
        }
    }

    /// "since May", "since the war began"; not "the deadliest since", "has long since".
    pub(super) fn since(&mut self) {
        let text = self.text;
        let sinces: Vec<usize> = self
            .tokens()
            .filter(|at| text.lower_at(*at) == "since")
            .collect();
        for at in sinces {
            // "Has since died", "has long since gone".
            let adverb = match text.lower_at(at.wrapping_sub(1)) {
                "long" => true,
                // "Has since cost", not "has since May cost".
                "has" | "have" | "had" => !text.tag_at(at + 1).is_some_and(|tag| {
                    matches!(tag, Tag::DT | Tag::CD | Tag::NNP | Tag::IN | Tag::JJ)
                }),
                _ => false,
            };
            if adverb {
                self.cues.note(Cue::SinceAdverb, true);
                continue;
            }
            let clause = (at + 1..self.to)
                .find(|i| matches!(text.lower_at(*i), "," | ";" | "." | ":"))
                .unwrap_or(self.to);
            let related = |i: usize| matches!(text.lower_at(i), "when" | "which" | "whose");
            let inside = at < self.harm.0
                && (self.harm.1 <= clause && !self.opens_main(at, clause)
                    || (at..self.harm.0.min(clause + 4)).any(related));
            let bare = at + 1 == self.to
                || matches!(
                    text.lower_at(at + 1),
                    "," | "." | ";" | "and" | "but" | "\"" | "”"
                );
            // "Ten years since a mine killed nine", "years since the hall burnt down, killing nine".
            let counted = matches!(
                text.lower_at(at.wrapping_sub(1)),
                "days" | "weeks" | "months" | "year" | "years" | "decade" | "decades"
            );
            let cue = if bare {
                Cue::SinceBare
            } else if inside || counted && at < self.harm.0 {
                Cue::InSince
            } else if self.off(at) {
                Cue::SinceFar
            } else if self.since_day(at) {
                Cue::SinceDay
            } else if self.since_deed(at, clause) {
                Cue::SinceDeed
            } else {
                Cue::Since
            };
            self.cues.note(cue, true);
        }
    }

    /// "since Tuesday", "since the early morning", "since the previous evening".
    fn since_day(&self, at: usize) -> bool {
        let text = self.text;
        let dated = self.dates_in(at, at + 3).any(|dated| {
            let known = dated.date.when.from.is_some() && dated.date.when.to.is_some();
            dated.date.running && known && span(&dated.date) < 6
        });
        dated
            || (at + 1..(at + 5).min(self.to))
                .take_while(|i| !matches!(text.lower_at(*i), "," | ";" | "."))
                .any(|i| {
                    matches!(
                        text.lower_at(i),
                        "yesterday"
                            | "today"
                            | "dawn"
                            | "dusk"
                            | "morning"
                            | "noon"
                            | "midday"
                            | "afternoon"
                            | "evening"
                            | "night"
                            | "nightfall"
                            | "midnight"
                            | "sunrise"
                            | "sunset"
                    )
                })
    }

    /// "since the blast", "since the attack on Monday".
    fn since_deed(&self, at: usize, clause: usize) -> bool {
        (at + 1..(at + 6).min(clause)).any(|i| {
            let lower = self.text.lower_at(i);
            is_deed(lower) && !matches!(lower, "violence" | "fighting" | "clashes")
        })
    }

    /// "since 2004 ten have died", "since the war began ten have died": no comma ends the words behind
    /// "since", but a date or a verb of beginning does.
    fn opens_main(&self, since: usize, clause: usize) -> bool {
        let date = self
            .dates_in(since + 1, clause.min(self.harm.0))
            .any(|dated| dated.date.start > since && dated.date.end <= clause.min(self.harm.0));
        date || (since..self.harm.0).any(|at| {
            matches!(
                self.text.lower_at(at),
                "began" | "started" | "erupted" | "resumed" | "then" | "out"
            )
        })
    }
}
