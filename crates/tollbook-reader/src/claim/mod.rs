//! Mentions to claims: what each field of a claim says, from its clause, its sentence, its event.

mod event;
mod field;
mod inherit;
mod means;
mod modality;
mod near;
mod people;
pub(crate) mod perpetrator;
mod place;
pub(crate) mod relation;
pub(crate) mod scope;
mod signs;
mod speech;
mod when;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use tollbook_terms::{
    Actors, Basis, Category, Cause, Claim, Claimant, Effect, Means, Modality, Number, Quote,
    Reading, Relation, Report, Scope, Victim, When, Why,
};

use crate::gate;
use crate::mention::{self, Mention, Scene};
use crate::phrase::noun::{self, Phrase};
use crate::phrase::{aside, date};
use crate::place::PlaceKind;
use crate::rule::Rule;
use crate::text::Text;
use crate::token::Sentence;
use crate::{Reader, Stage};
use near::Borders;
use perpetrator::{Doer, Suspect};
use place::{Held, Named};
use relation::words::{Words, words};
use relation::{Bond, Choice, Signs, Tie, Weights};
use scope::{Cues, Totals};
use speech::Speakers;
use when::Dated;

pub(crate) fn rules() -> Vec<&'static Rule> {
    [
        field::RULES,
        means::RULES,
        modality::RULES,
        perpetrator::RULES,
        scope::RULES,
        inherit::RULES,
        when::RULES,
        place::RULES,
        speech::RULES,
        relation::RULES,
        aside::RULES,
        &[&people::KNOWN],
    ]
    .concat()
}

/// What one sentence says beside its harm.
pub(crate) struct Told {
    pub(crate) sentence: Sentence,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) dates: Vec<Dated>,
    /// Since when a war or an offensive goes on.
    pub(crate) began: Option<Date>,
    pub(crate) borders: Borders,
    pub(crate) places: Vec<Named>,
    pub(crate) means: Vec<(usize, Means)>,
    pub(crate) causes: Vec<(usize, Cause)>,
    pub(crate) speakers: Speakers,
    pub(crate) doers: Vec<Doer>,
    /// What its words say about each of its claims, once it is asked for.
    pub(crate) signs: OnceCell<Signs>,
    /// The paragraph that the sentence stands in.
    pub(crate) paragraph: usize,
}

/// A claim in the making.
pub(crate) struct Draft {
    pub(crate) claim: Claim,
    /// 0 for the title, 1 for the text.
    pub(crate) field: usize,
    pub(crate) sentence: usize,
    /// The draft of the same sentence that it is a part of, by the place among the drafts.
    pub(crate) part_of: Option<usize>,
    /// The tokens from its number to its word of harm, and the first one of the agent of that word.
    pub(crate) harm: (usize, usize),
    pub(crate) agent: Option<usize>,
    /// Whether those harmed fight for a state, or against one.
    pub(crate) for_state: Option<bool>,
    /// How its words say that it stands to a figure told near it: a rival to it, or replaced by it.
    pub(crate) stands: Option<Bond>,
    /// The place that its own sentence names.
    pub(crate) held: Held,
    /// The day that its own sentence names.
    pub(crate) own_day: Option<When>,
    /// Whether that day is more than a week before the day of writing.
    pub(crate) long_ago: bool,
    /// What is seen around it that says over what it sums.
    pub(crate) cues: Cues,
    /// What its words say about its standing among the others.
    pub(crate) words: Words,
}

/// The mentions of one sentence.
pub(crate) struct Mentions {
    pub(crate) list: Vec<Mention>,
    /// The first token of whoever the clause of each makes its agent.
    pub(crate) agents: Vec<Option<usize>>,
    /// Which of them harms the phrase that starts at a token.
    pub(crate) harmed: BTreeMap<usize, usize>,
}

impl Mentions {
    fn new(list: Vec<Mention>, told: &Told) -> Mentions {
        let start = |mention: &Mention| told.phrases[mention.phrase].start;
        let harmed = (0..list.len())
            .rev()
            .map(|i| (start(&list[i]), i))
            .collect();
        Mentions {
            list,
            agents: Vec::new(),
            harmed,
        }
    }
}

/// What the sentences before one have told.
#[derive(Default)]
struct Before {
    /// Who said the last sentence.
    speaker: Option<String>,
    /// Whether a day of the text stands for the day of writing.
    guessed: bool,
    /// The day named last.
    day: Option<Date>,
    /// Whether nothing of the text stands before.
    opening: bool,
    /// Where the last sentence ended, and in which paragraph.
    end: usize,
    paragraph: usize,
    /// How the last sentence told totals.
    totals: Totals,
}

/// What one report holds before its claims are held beside each other.
#[derive(Default)]
struct Gathered {
    drafts: Vec<Draft>,
    /// The sentences of the title and of the text.
    told: [Vec<Told>; 2],
}

/// The claims of a report before they are held beside each other.
pub struct Drafts(Vec<Draft>);

impl Drafts {
    /// Returns the claims as far as they are read.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.0.iter().map(|draft| &draft.claim)
    }

    /// Returns how `weights` tie the claims.
    pub fn ties(&self, weights: &Weights) -> Vec<Option<Tie>> {
        relation::ties(&self.0, weights).0
    }

    /// Returns the ways in which the claims may stand to each other, where they are tied by `ties`.
    pub fn choices(&self, ties: &[Option<Tie>]) -> Vec<Choice> {
        relation::choices(&self.0, ties)
    }
}

impl Reader {
    /// Reads the title and the text of a report.
    pub(crate) fn claims(&self, report: &Report, done: &mut dyn FnMut(Stage)) -> Reading {
        let Gathered { mut drafts, told } = self.gather(report, done);
        let (ties, events) = relation::ties(&drafts, &self.weights);
        relation::write(&mut drafts, &ties);
        events.write(&mut drafts);
        scope::agree(&mut drafts, &ties);
        inherit::inherit(&mut drafts, &ties, &told);
        perpetrator::write(&mut drafts, &ties, &told, &self.guilt);
        done(Stage::Relations);
        let reading = self.finish(report, drafts);
        done(Stage::Claims);
        reading
    }

    /// Returns the claims of a report before they are held beside each other. Training starts from these.
    pub fn drafts(&self, report: &Report) -> Drafts {
        Drafts(self.gather(report, &mut |_| {}).drafts)
    }

    /// Returns the claims of a report and all who may have done their harm. Training chooses from these.
    pub fn suspects(&self, report: &Report) -> (Vec<Claim>, Vec<Suspect>) {
        let Gathered { mut drafts, told } = self.gather(report, &mut |_| {});
        let (ties, events) = relation::ties(&drafts, &self.weights);
        relation::write(&mut drafts, &ties);
        events.write(&mut drafts);
        scope::agree(&mut drafts, &ties);
        inherit::inherit(&mut drafts, &ties, &told);
        let mut suspects = Vec::new();
        for (claim, candidates) in perpetrator::candidates(&drafts, &ties, &told)
            .into_iter()
            .enumerate()
        {
            suspects.extend(candidates.into_iter().map(|candidate| Suspect {
                claim,
                words: candidate.doer.words.clone(),
                clues: candidate.clues,
                here: candidate.here,
            }));
        }
        let claims = drafts.iter().map(|draft| draft.claim.clone()).collect();
        (claims, suspects)
    }

    /// Returns the claims of a report with the cues for what each sums. Training weighs these.
    pub fn cues(&self, report: &Report) -> Vec<(Claim, Cues)> {
        let drafts = self.gather(report, &mut |_| {}).drafts.into_iter();
        drafts.map(|draft| (draft.claim, draft.cues)).collect()
    }

    /// Gathers the drafts of a report and what its sentences say beside them.
    fn gather(&self, report: &Report, done: &mut dyn FnMut(Stage)) -> Gathered {
        let title = report.title.as_deref().unwrap_or("");
        let (lower_title, lower_text) =
            (title.to_ascii_lowercase(), report.text.to_ascii_lowercase());
        if !self.lexicon.tells_harm(&lower_title) && !self.lexicon.tells_harm(&lower_text) {
            done(Stage::Gate);
            return Gathered::default();
        }
        done(Stage::Gate);
        let title = Text::new(
            tollbook_terms::Field::Title,
            title,
            &lower_title,
            &self.lexicon,
            &self.places,
        );
        let text = Text::new(
            tollbook_terms::Field::Text,
            &report.text,
            &lower_text,
            &self.lexicon,
            &self.places,
        );
        let published = report.published.as_ref().map(|published| published.date());
        let written = when::written(&text, published);
        let mut texts = [title, text];
        let mut drafts: Vec<Draft> = Vec::new();
        let mut all_told: [Vec<Told>; 2] = [Vec::new(), Vec::new()];
        // The effect on people told last, and the sentences since.
        let (mut harm, mut quiet) = (None, 0);
        // The number of people harmed together last, and whether any were killed.
        let (mut many, mut killed) = (None, false);
        let mut known = people::Known::default();
        for (field, text) in texts.iter_mut().enumerate() {
            let mut before = Before {
                guessed: report.published.is_none(),
                ..Before::default()
            };
            let close = gate::close(text);
            done(Stage::Words);
            for (number, close) in close.into_iter().enumerate() {
                before.opening = field == 1 && number == 0;
                let sentence = &text.sentences[number].clone();
                let bytes = text.bytes(sentence);
                let gap = &text.text[before.end.min(bytes.start)..bytes.start];
                before.paragraph += usize::from(gap.contains('\n'));
                before.end = bytes.end;
                let dates = date::dates(text, sentence, (written, before.guessed), before.day);
                // What a date dates and where a place stands is not told without tags.
                if close || !dates.is_empty() || gate::names_place(text, sentence) {
                    done(Stage::Phrases);
                    text.tag(*sentence, &self.tagger);
                    done(Stage::Tags);
                }
                let text = &*text;
                let dates = when::dated(text, sentence, dates, written, before.opening);
                let mut told = self.tell(text, sentence, dates, &before, close);
                before.speaker = told.speakers.last().map(str::to_owned);
                before.day = when::last_day(&told).or(before.day);
                done(Stage::Phrases);
                if !close {
                    quiet += 1;
                    before.totals = scope::totals(text, &told, &[]);
                    all_told[field].push(told);
                    continue;
                }
                let scene = Scene {
                    text,
                    sentence: *sentence,
                    phrases: &told.phrases,
                    before: harm.filter(|_| quiet < 3),
                    many,
                    killed,
                };
                let mut all = Mentions::new(mention::mentions(&scene), &told);
                done(Stage::Mentions);
                all.agents = self.agents(text, &mut told, &all);
                let mentions = &all.list;
                for mention in mentions {
                    let low = mention.count.low;
                    killed |= mention.effect == Effect::Killed && low > 0;
                    if mention.effect.on_people() && low > 1 && !mention.partitive {
                        many = Some(mention.count);
                    }
                }
                let last = mentions.iter().filter(|m| m.effect.on_people());
                match last.max_by_key(|m| m.phrase) {
                    Some(last) => (harm, quiet) = (Some(last.effect), 1),
                    None => quiet += 1,
                }
                let mut order: Vec<usize> = (0..mentions.len()).collect();
                order.sort_by_key(|i| {
                    (told.phrases[mentions[*i].phrase].start, mentions[*i].effect)
                });
                let base = drafts.len();
                for old in &order {
                    let draft = self.draft(
                        (text, field, number),
                        &told,
                        (&all, *old),
                        (written, before.totals),
                    );
                    drafts.push(draft);
                }
                let told_so: Vec<&Mention> = order.iter().map(|i| &mentions[*i]).collect();
                known.note(text, &told);
                people::carry(text, &told, &told_so, &mut drafts[base..]);
                let before_it = all_told[field].last();
                known.pronouns(text, (&told, before_it), &told_so, &mut drafts[base..]);
                scope::run_on(text, &told, base, &mut drafts);
                for (new, old) in order.iter().enumerate() {
                    if let Some(part_of) = mentions[*old].part_of {
                        drafts[base + new].part_of =
                            order.iter().position(|i| *i == part_of).map(|i| base + i);
                    }
                }
                before.totals = scope::totals(text, &told, &drafts[base..]);
                all_told[field].push(told);
                done(Stage::Claims);
            }
        }
        known.tell(&mut drafts);
        Gathered {
            drafts,
            told: all_told,
        }
    }

    /// Gathers what a sentence says beside its harm; of one that is not `close`, what it tells of the report.
    fn tell(
        &self,
        text: &Text<'_>,
        sentence: &Sentence,
        dates: Vec<Dated>,
        before: &Before,
        close: bool,
    ) -> Told {
        let token_at = |byte: usize| text.tokens.partition_point(|t| t.end <= byte);
        let found = text.places_in(sentence);
        let kinds: Vec<(usize, usize, PlaceKind)> = found
            .iter()
            .map(|p| (token_at(p.start), token_at(p.end - 1) + 1, p.kind))
            .collect();
        let phrases = match close {
            true => noun::phrases(text, sentence, &self.lexicon, &kinds),
            false => Vec::new(),
        };
        let places = place::places(
            text,
            sentence,
            &phrases,
            found,
            &kinds,
            &self.actors,
            before.opening,
        );
        let (means, causes) = means::words(text, sentence, &self.lexicon);
        let mut told = Told {
            sentence: *sentence,
            phrases,
            began: when::began(text, sentence, &dates),
            dates,
            borders: Borders::default(),
            places,
            means,
            causes,
            speakers: Speakers::default(),
            doers: Vec::new(),
            signs: OnceCell::new(),
            paragraph: before.paragraph,
        };
        if close {
            let phrases = &told.phrases;
            let said = before.speaker.as_deref();
            told.speakers = speech::speakers(text, sentence, phrases, said);
            told.doers = self.search(text, sentence, phrases).doers();
            told.borders = Borders::new(text, sentence);
        }
        told
    }

    fn search<'a, 't>(
        &'a self,
        text: &'a Text<'t>,
        sentence: &'a Sentence,
        phrases: &'a [Phrase],
    ) -> perpetrator::Search<'a, 't> {
        perpetrator::Search {
            text,
            sentence,
            phrases,
            actors: &self.actors,
            lexicon: &self.lexicon,
        }
    }

    /// Adds the agents of the mentions to the doers of the sentence, and returns them.
    fn agents(&self, text: &Text<'_>, told: &mut Told, all: &Mentions) -> Vec<Option<usize>> {
        let mut doers = std::mem::take(&mut told.doers);
        let search = self.search(text, &told.sentence, &told.phrases);
        let agents = perpetrator::agents(&search, all, &mut doers);
        told.doers = doers;
        agents
    }

    fn draft(
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
        let scope = scope::scope(self.scopes.sums(cues));
        let modality = if none {
            Modality::Negated
        } else {
            modality::modality(text, told, mention)
        };
        let cause = field::cause(told, mention);
        let means = means::of(text, told, (all, index), cause.unwrap_or(Cause::Violence));
        let day = when::own(told, mention, scope, written);
        let held = place::of(told, mention);
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
        let perpetrator = perpetrator::own(text, told, mention, agent);
        let victim = |(from, to): (usize, usize)| Victim {
            name: text.span(from, to).to_owned(),
            age: None,
            sex: None,
            role: None,
        };
        let mut victims: Vec<Victim> = phrase.names.iter().copied().map(victim).collect();
        if let Some(name) = phrase.name.filter(|_| mention.count.low == 1) {
            victims = vec![Victim {
                age: phrase.age.map(|age| text.at(age).to_owned()),
                ..victim(name)
            }];
        }
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
        if day.is_some() {
            let rule = match scope {
                Scope::Cumulative => &when::PERIOD,
                _ => &when::DAY,
            };
            why.push(because("when", rule.name, quote));
        }
        if held
            .place
            .as_ref()
            .is_some_and(|place| !place.name.is_empty())
        {
            why.push(because("where", place::PLACE.name, quote));
        }
        if !means.is_empty() {
            why.push(because("means", means::MEANS.name, quote));
        }
        if modality != Modality::Asserted {
            why.push(because("modality", modality::MODALITY.name, quote));
        }
        match scope {
            Scope::Incident => {}
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
            victims,
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
        Draft {
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
            harm: perpetrator::harm(told, mention),
            agent,
            for_state: perpetrator::fights_for_state(&self.lexicon, &text.text[start..end]),
            stands: relation::words::stands(text, told, mention),
            cues,
            words: words(text, told, mention),
        }
    }

    /// Numbers the claims and resolves their actors.
    fn finish(&self, report: &Report, drafts: Vec<Draft>) -> Reading {
        let mut claims: Vec<Claim> = drafts.into_iter().map(|draft| draft.claim).collect();
        for claim in &mut claims {
            claim.means.sort_unstable();
            claim.means.dedup();
            claim.actors.perpetrator = claim
                .perpetrator
                .as_deref()
                .and_then(|words| self.actors.resolve(words))
                .map(str::to_owned);
            claim.actors.victims = self.actors.side_of(&claim.number.text).map(str::to_owned);
            if let Some(words) = &claim.claimant {
                claim.actors.claimants.push(Claimant {
                    text: words.clone(),
                    id: self.actors.resolve(words).map(str::to_owned),
                    affiliation: self.actors.affiliation(words),
                });
            }
            if let Some(outlet) = &report.outlet {
                let affiliation = self.actors.outlet(outlet);
                claim.actors.claimants.push(Claimant {
                    text: outlet.clone(),
                    id: affiliation.party().map(str::to_owned),
                    affiliation,
                });
            }
        }
        Reading {
            claims,
            unread: None,
        }
    }
}
