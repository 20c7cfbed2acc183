//! The sentences of a report in their order: each is read with what those before it have told.

use std::cell::OnceCell;

use jiff::civil::Date;
use tollbook_terms::{Count, Effect, Report};

use super::near::Borders;
use super::scope::Totals;
use super::speech::Speakers;
use super::when::Dated;
use super::{
    Draft, Mentions, Told, cause, means, modality, people, perpetrator, place, scope, speech, when,
};
use crate::gate;
use crate::lexicon::Class;
use crate::mention::{self, Mention, Scene};
use crate::phrase::date;
use crate::phrase::noun::{self, Phrase, What};
use crate::place::{Home, PlaceKind};
use crate::text::Text;
use crate::token::Sentence;
use crate::{Reader, Stage};

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
pub(super) struct Gathered {
    pub(super) drafts: Vec<Draft>,
    /// The sentences of the title and of the text.
    pub(super) told: [Vec<Told>; 2],
    /// The day of writing, where it is known.
    pub(super) written: Option<Date>,
    /// The country of whose courts, roads and regions the report speaks.
    pub(super) home: Home,
}

impl Reader {
    /// Gathers the drafts of a report and what its sentences say beside them.
    pub(super) fn gather(&self, report: &Report, done: &mut dyn FnMut(Stage)) -> Gathered {
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
        let [title, text] = &mut texts;
        let fields = [
            (title.text, title.places.as_mut_slice()),
            (text.text, text.places.as_mut_slice()),
        ];
        let home = self.places.home(fields, report.outlet.as_deref());
        let mut drafts: Vec<Draft> = Vec::new();
        let mut all_told: [Vec<Told>; 2] = [Vec::new(), Vec::new()];
        // The effect on people told last, and the sentences since.
        let (mut harm, mut quiet) = (None, 0);
        // The number of people harmed together last, and whether any were killed.
        let (mut many, mut killed) = (None, false);
        // What the last sentence told of one person.
        let mut alone = None;
        let mut known = people::Known::default();
        // The drafts of a blow that may have killed.
        let mut blows = Vec::new();
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
                    alone = None;
                    quiet += 1;
                    modality::doubt(text, sentence, (field, number), &mut drafts);
                    before.totals = scope::totals(text, &told, &[]);
                    all_told[field].push(told);
                    continue;
                }
                let scene = Scene {
                    text,
                    sentence: *sentence,
                    phrases: &told.phrases,
                    before: harm.filter(|_| quiet < 3),
                    alone,
                    many,
                    things: all_told[field].last().is_some_and(|before| {
                        let last = before.phrases.iter().rfind(|p| {
                            p.is_people() || matches!(p.what, What::Objects | What::Figure(_))
                        });
                        last.is_some_and(|p| p.what == What::Objects && p.plural)
                    }),
                    killed,
                };
                let mut all = Mentions::new(mention::mentions(&scene), &told);
                done(Stage::Mentions);
                let struck: Vec<bool> = all
                    .list
                    .iter()
                    .map(|mention| mention::may_have_killed(&scene, mention))
                    .collect();
                all.agents = self.agents(text, &mut told, &all);
                let mentions = &all.list;
                for mention in mentions {
                    let low = mention.count.low;
                    killed |= mention.effect == Effect::Killed && low > 0;
                    if mention.effect.on_people() && low > 1 && !mention.partitive {
                        many = Some(mention.count);
                    }
                }
                alone = mentions
                    .iter()
                    .rfind(|m| m.effect.on_people() && m.count == Count::exact(1))
                    .map(|m| m.effect);
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
                        (written, before.totals.beside(&drafts[base..])),
                    );
                    drafts.push(draft);
                }
                let told_so: Vec<&Mention> = order.iter().map(|i| &mentions[*i]).collect();
                known.note(text, &told);
                people::carry(text, &told, &told_so, &mut drafts[base..]);
                let before_it = all_told[field].last();
                known.pronouns(text, (&told, before_it), &told_so, &mut drafts[base..]);
                scope::run_on(text, &told, base, &mut drafts);
                modality::doubt(text, sentence, (field, number), &mut drafts);
                for (new, old) in order.iter().enumerate() {
                    if struck[*old] {
                        blows.push(base + new);
                    }
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
        people::struck_dead(&mut drafts, &blows);
        modality::forget_sought(&mut drafts);
        people::officers(&mut drafts, &texts);
        known.tell(&mut drafts);
        Gathered {
            drafts,
            told: all_told,
            written,
            home,
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
        let says =
            |class: Class| (sentence.start..sentence.end).any(|at| text.tokens[at].word.is(class));
        let spoken = match close {
            true => place::spoken(text, sentence, &places),
            false => Vec::new(),
        };
        let mut told = Told {
            sentence: *sentence,
            phrases,
            began: when::began(text, sentence, &dates),
            deed: !means.is_empty() || !dates.is_empty() && when::tells_deed(text, sentence),
            dates,
            borders: Borders::default(),
            places,
            spoken,
            vague: means::are_vague(text, &means),
            means,
            causes,
            besieged: says(Class::Siege),
            violent: (sentence.start..sentence.end)
                .any(|at| text.tokens[at].word.is(Class::Violent) && !cause::is_negated(text, at)),
            inquest: says(Class::Inquest),
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
}
