//! A mention to a claim in the making: its fields as far as its own sentence tells them, each with its rule.

use jiff::civil::Date;
use tollbook_terms::{
    Actors, Basis, Category, Cause, Claim, Effect, Means, Modality, Number, Quote, Relation, Scope,
    Victim, When, Why,
};

use super::place::Held;
use super::relation::words::{Words, words};
use super::relation::{Bond, stands};
use super::scope::{Cues, Totals};
use super::stems::known_by;
use super::{
    Mentions, Told, cause as causes, field, means, modality, people, perpetrator, place, scope,
    speech, when,
};
use crate::Reader;
use crate::mention::{Mention, NTH};
use crate::phrase::aside;
use crate::phrase::noun::Phrase;
use crate::tag::Tag;
use crate::text::Text;

/// A claim in the making.
pub(crate) struct Draft {
    pub(crate) claim: Claim,
    /// 0 for the title, 1 for the text.
    pub(crate) field: usize,
    pub(crate) sentence: usize,
    /// The draft of the same sentence that it is a part of, by the place among the drafts.
    pub(crate) part_of: Option<usize>,
    /// The figure whose people its names are, all of them.
    pub(crate) restates: Option<usize>,
    /// The tokens from its number to its word of harm, and the first one of the agent of that word.
    pub(crate) harm: (usize, usize),
    pub(crate) trigger: usize,
    /// The tense of its word of harm.
    pub(crate) tense: Tense,
    pub(crate) agent: Option<usize>,
    /// The pronoun that the clause makes its agent, and whom it can stand for.
    pub(crate) pronoun: Option<(usize, perpetrator::Stands)>,
    /// Whether those harmed fight for a state, or against one.
    pub(crate) for_state: Option<bool>,
    /// The cause that its own sentence says.
    pub(crate) cause: Option<Cause>,
    /// Whether it is told of officers, of whatever force.
    pub(crate) officer: bool,
    /// Whether its word of harm says no more than that they died.
    pub(crate) died: bool,
    /// Whether they say that one person died, and of nothing that harms others.
    pub(crate) died_alone: bool,
    /// How its words say that it stands to a figure told near it: a rival to it, or replaced by it.
    pub(crate) stands: Option<Bond>,
    /// The place that its own sentence names.
    pub(crate) held: Held,
    /// The words by which its place, perpetrator and claimant are known again.
    pub(crate) stems: Stems,
    /// The day that its own sentence names.
    pub(crate) own_day: Option<When>,
    /// Whether that day is more than a week before the day of writing.
    pub(crate) long_ago: bool,
    /// What is seen around it that says over what it sums.
    pub(crate) cues: Cues,
    /// What its words say about its standing among the others.
    pub(crate) words: Words,
}

/// The words by which what a claim names is known again; those of what it does not name are none.
#[derive(Debug, Default)]
pub(crate) struct Stems {
    pub(crate) place: Option<Vec<String>>,
    pub(crate) perpetrator: Option<Vec<String>>,
    pub(crate) claimant: Option<Vec<String>>,
}

impl Reader {
    pub(super) fn draft(
        &self,
        (text, field, number): (&Text<'_>, usize, usize),
        told: &Told,
        (all, index): (&Mentions, usize),
        (written, totals): (Option<Date>, Totals),
    ) -> Draft {
        let mention = &all.list[index];
        let phrase = &told.phrases[mention.phrase];
        let (start, end) = (
            text.tokens[phrase.start].start,
            text.tokens[phrase.aside.unwrap_or(phrase.end) - 1].end,
        );
        let quote = (
            text.tokens[mention.quote.0].start,
            text.tokens[mention.quote.1 - 1].end,
        );
        let none = mention.count.high == Some(0)
            && mention.count.low == 0
            && mention.count.basis == Basis::Exact;
        let cues = scope::cues(text, told, (all, index), totals);
        let mut scope = scope::scope(self.scopes.sums(cues));
        let general = scope == Scope::Incident && scope::is_general(text, told, mention, cues);
        if general || mention.rule == NTH.name {
            scope = Scope::Cumulative;
        }
        let (modality, held_so) = match none {
            true => (Modality::Negated, Some(&modality::MODALITY)),
            false => modality::modality(text, told, mention),
        };
        let cause = causes::said(text, told, mention);
        let means = means::of(text, told, (all, index), cause.unwrap_or(Cause::Violence));
        let harm = all.harm(told, index);
        let day = when::own(told, harm, scope, written);
        let held = place::of(told, harm);
        let mut categories = people::categories(text, told, mention);
        let suicide = told.means.iter().any(|(_, m)| *m == Means::SuicideBomb);
        if !suicide {
            for c in categories.iter_mut().filter(|c| **c == Category::Attacker) {
                *c = Category::Combatant;
            }
        }
        categories.sort_unstable();
        categories.dedup();
        let effect = match mention.effect {
            Effect::Damaged if text.lower_at(mention.trigger) == "shot" => Effect::Destroyed,
            effect => effect,
        };
        let agent = all.agents[index];
        let perpetrator = perpetrator::own((text, &self.actors), told, mention, agent);
        let because = |field: &str, rule: &str, (start, end): (usize, usize)| Why {
            field: field.to_owned(),
            rule: rule.to_owned(),
            start,
            end,
        };
        let trigger = &text.tokens[mention.trigger];
        let mut why = vec![
            because("effect", mention.rule, (trigger.start, trigger.end)),
            because("count", field::COUNT.name, (start, end)),
        ];
        if let Some(from) = phrase.aside {
            let names = (text.tokens[from].start, text.tokens[phrase.end - 1].end);
            why.push(because("victims", aside::NAMES.name, names));
        }
        if aside::is_aged(text, phrase) {
            why.push(because("count", aside::AGED.name, (start, end)));
        }
        if !means.is_empty() {
            why.push(because("means", means::MEANS.name, quote));
        }
        if let Some(rule) = held_so {
            why.push(because("modality", rule.name, quote));
        }
        if cause.is_some_and(|cause| cause != Cause::Violence) {
            why.push(because("cause", causes::CAUSE.name, quote));
        }
        match scope {
            Scope::Incident => {}
            _ if general => why.push(because("scope", scope::GENERAL.name, quote)),
            Scope::Cumulative => why.push(because("scope", scope::RUNNING.name, quote)),
            Scope::Background => why.push(because("scope", scope::CLOSED.name, quote)),
        }
        let speaker = told.speakers.at(phrase.head).map(str::to_owned);
        if speaker.is_some() {
            why.push(because("claimant", speech::SPEAKER.name, quote));
        }
        let claim = Claim {
            id: String::new(),
            quote: Quote {
                field: text.field,
                start: quote.0,
                end: quote.1,
                text: text.text[quote.0..quote.1].to_owned(),
            },
            number: Number {
                start,
                end,
                text: text.text[start..end].to_owned(),
            },
            effect,
            count: if modality == Modality::Negated {
                tollbook_terms::Count::exact(0)
            } else {
                mention.count
            },
            categories,
            victims: victims(text, phrase, mention),
            relation: Relation::whole(),
            scope,
            modality,
            cause: cause.unwrap_or(Cause::Violence),
            event: None,
            when: day.unwrap_or_default(),
            place: held.place.clone(),
            means,
            perpetrator,
            claimant: speaker,
            actors: Actors::default(),
            why,
        };
        let known = |words: &str| known_by(&self.actors, words);
        let place = held.place.as_ref().map(|place| place.name.as_str());
        let number_words = &text.text[start..end];
        let names: Vec<_> = self.actors.names(number_words).collect();
        Draft {
            stems: Stems {
                place: place.filter(|name| !name.is_empty()).map(known),
                perpetrator: claim.perpetrator.as_deref().map(known),
                claimant: claim.claimant.as_deref().map(known),
            },
            held,
            own_day: day,
            long_ago: day
                .and_then(|day| day.to)
                .zip(written)
                .is_some_and(|(day, written)| (written - day).get_days() > 7),
            claim,
            field,
            sentence: number,
            part_of: None,
            restates: None,
            harm: harm.span,
            trigger: mention.trigger,
            tense: tense(text, mention.trigger),
            agent,
            pronoun: match agent {
                Some(_) => None,
                None => perpetrator::pronoun(text, told, mention),
            },
            for_state: perpetrator::fights_for_state(&self.lexicon, &names, number_words),
            cause,
            officer: matches!(text.lower_at(phrase.head), "officer" | "officers"),
            died: causes::only_died(text, mention),
            died_alone: causes::died_alone(text, told, mention),
            stands: stands(text, told, mention),
            cues,
            words: words(text, told, mention),
        }
    }
}

/// The tense of a word of harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// It is no verb.
    None,
    Perfect,
    Pluperfect,
    /// Any other.
    Plain,
}

fn tense(text: &Text<'_>, trigger: usize) -> Tense {
    if !text.tag_at(trigger).is_some_and(Tag::is_verb) {
        return Tense::None;
    }
    let helps = (trigger.saturating_sub(4)..trigger)
        .rev()
        .take_while(|at| {
            matches!(text.lower_at(*at), "been" | "being" | "not" | "also")
                || text.lower_at(*at + 1) != "," && text.tag_at(*at) == Some(Tag::RB)
                || matches!(text.lower_at(*at), "has" | "have" | "had")
        })
        .last();
    match helps.map(|at| text.lower_at(at)) {
        Some("has" | "have") => Tense::Perfect,
        Some("had") => Tense::Pluperfect,
        _ => Tense::Plain,
    }
}

/// Takes the drafts that are `gone` out.
pub(crate) fn drop_all(drafts: &mut Vec<Draft>, gone: &[bool]) {
    let mut kept = 0;
    let places: Vec<Option<usize>> = gone
        .iter()
        .map(|gone| {
            kept += usize::from(!gone);
            (!gone).then(|| kept - 1)
        })
        .collect();
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        !gone[at - 1]
    });
    for draft in drafts {
        draft.part_of = draft.part_of.and_then(|at| places[at]);
        draft.restates = draft.restates.and_then(|at| places[at]);
    }
}

/// Those of the harmed who are named: one by one, or one person alone, with his age where it is told.
fn victims(text: &Text<'_>, phrase: &Phrase, mention: &Mention) -> Vec<Victim> {
    let victim = |(from, to): (usize, usize)| Victim {
        name: text.span(from, to).to_owned(),
        age: None,
        sex: None,
        role: None,
    };
    match phrase.name.filter(|_| mention.count.low == 1) {
        Some(name) => vec![Victim {
            age: phrase.age.map(|age| text.at(age).to_owned()),
            ..victim(name)
        }],
        None => phrase.names.iter().copied().map(victim).collect(),
    }
}
