//! Cues of time: what dates, "since" and stretches of time around a figure say of what it sums.

use super::cue::Cue;
use super::find::Around;
use super::said::said;
use crate::claim::Told;
use crate::claim::when::Of;
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
}

impl Around<'_, '_> {
    /// "In the past three months", "over six weeks", "in the first week".
    pub(super) fn stretch(&mut self, at: usize) {
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

    pub(super) fn dates(&mut self) {
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
}
