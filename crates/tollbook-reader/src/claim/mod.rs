//! Mentions to claims: what each field of a claim says, from its clause, its sentence, its event.

mod around;
pub(crate) mod cause;
pub(crate) mod choice;
mod draft;
mod event;
mod field;
mod gather;
mod inherit;
mod means;
mod modality;
mod near;
mod people;
pub(crate) mod perpetrator;
pub(crate) mod place;
pub(crate) mod relation;
pub(crate) mod scope;
mod signs;
mod speech;
pub(crate) mod stems;
pub(crate) mod when;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use tollbook_terms::{Cause, Claim, Claimant, Means, Reading, Report};

use crate::mention::Mention;
use crate::phrase::aside;
use crate::phrase::noun::Phrase;
use crate::rule::Rule;
use crate::token::Sentence;
use crate::{Reader, Stage};
use choice::Candidate;
pub(crate) use draft::{Draft, Tense};
use gather::Gathered;
use near::Borders;
use perpetrator::Doer;
use place::Named;
use relation::{Choice, Signs, Tie, Weights};
use scope::Cues;
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
        cause::RULES,
        when::RULES,
        place::RULES,
        speech::RULES,
        relation::RULES,
        aside::RULES,
        people::RULES,
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
    /// Whether it tells of a deed.
    pub(crate) deed: bool,
    pub(crate) borders: Borders,
    pub(crate) places: Vec<Named>,
    /// The places that it speaks of without a name.
    pub(crate) spoken: Vec<place::Spoken>,
    pub(crate) means: Vec<(usize, Means)>,
    /// Whether its words for means leave open what struck: "blast", "strikes".
    pub(crate) vague: bool,
    pub(crate) causes: Vec<(usize, Cause)>,
    /// Whether it tells of a siege, of violence, of an inquest.
    pub(crate) besieged: bool,
    pub(crate) violent: bool,
    pub(crate) inquest: bool,
    pub(crate) speakers: Speakers,
    pub(crate) doers: Vec<Doer>,
    /// What its words say about each of its claims, once it is asked for.
    pub(crate) signs: OnceCell<Signs>,
    /// The paragraph that the sentence stands in.
    pub(crate) paragraph: usize,
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

/// The words of a sentence that tell the harm of a mention.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Harmed {
    pub(crate) span: (usize, usize),
    /// The tokens behind another number that what stands there belongs to.
    pub(crate) others: Option<(usize, usize)>,
}

impl Harmed {
    /// The way to token `at`, longer where it belongs to another.
    pub(crate) fn way(&self, borders: &Borders, at: usize) -> u32 {
        let of_other = self
            .others
            .is_some_and(|(start, end)| (start..end).contains(&at));
        borders.distance(at, self.span) + if of_other { 12 } else { 0 }
    }
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

    /// The tokens from the number of a mention to its word of harm; the number alone where that of another
    /// stands between. What stands between the two is then of the other.
    fn harm(&self, told: &Told, index: usize) -> Harmed {
        let mention = &self.list[index];
        let number = |mention: &Mention| {
            let phrase = &told.phrases[mention.phrase];
            (phrase.start, phrase.end)
        };
        let own = number(mention);
        let trigger = mention.trigger;
        // "nine were killed in Ostra and five in Selm": the five have no word of harm of their own.
        let gapped = (own.0..own.1).contains(&trigger);
        let (mut before, mut behind) = (None, false);
        for other in &self.list {
            let (start, end) = number(other);
            let one = other.trigger == trigger;
            if end <= own.0 && (one || gapped) {
                before = before.max(Some(end.max(other.trigger + 1)));
            }
            behind |= one && own.1 <= start && end <= trigger;
        }
        let apart = !mention.partitive && mention.part_of.is_none();
        let before = before.filter(|end| apart && trigger < own.1 && *end < own.0);
        Harmed {
            span: match before.is_some() || behind {
                true => own,
                false => perpetrator::harm(told, mention),
            },
            // "on Ostra nine" is of the nine.
            others: before.map(|end| (end, own.0 - 1)),
        }
    }
}

impl Reader {
    /// Reads the title and the text of a report.
    pub(crate) fn claims(&self, report: &Report, done: &mut dyn FnMut(Stage)) -> Reading {
        let Gathered {
            mut drafts,
            told,
            written,
            home,
        } = self.gather(report, done);
        let ties = self.relate(report, &mut drafts, &told);
        let worth = (&self.perpetrators, &self.actors);
        perpetrator::write(&mut drafts, &ties, &told, worth);
        place::write(&mut drafts, &ties, &told, (&self.sites, &home));
        when::write(&mut drafts, &ties, &told, (written, &self.days));
        people::settle(&mut drafts, &self.places);
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
    pub fn suspects(&self, report: &Report) -> (Vec<Claim>, Vec<Candidate>) {
        let Gathered {
            mut drafts, told, ..
        } = self.gather(report, &mut |_| {});
        let ties = self.relate(report, &mut drafts, &told);
        let mut suspects = Vec::new();
        let found = perpetrator::Report::new(&drafts, &told, &self.actors);
        for (claim, candidates) in found.candidates(&ties).enumerate() {
            suspects.extend(candidates.into_iter().map(|candidate| Candidate {
                claim,
                words: candidate.doer.words.clone(),
                signs: candidate.clues.iter().map(|clue| clue as usize).collect(),
                here: candidate.here,
            }));
        }
        let claims = drafts.iter().map(|draft| draft.claim.clone()).collect();
        (claims, suspects)
    }

    /// Returns the claims of a report and all places that may hold their harm. Training chooses from these.
    pub fn sites(&self, report: &Report) -> (Vec<Claim>, Vec<Candidate>) {
        let Gathered {
            mut drafts,
            told,
            home,
            ..
        } = self.gather(report, &mut |_| {});
        let ties = self.relate(report, &mut drafts, &told);
        let sites = place::sites(&drafts, &ties, &told, place::country(&told, &home));
        let of_claims = sites.into_iter().enumerate().flat_map(|(claim, sites)| {
            sites.into_iter().map(move |site| Candidate {
                claim,
                words: site.named.name.clone(),
                signs: site.clues.iter().map(|clue| clue as usize).collect(),
                here: site.here,
            })
        });
        let candidates = of_claims.collect();
        let claims = drafts.iter().map(|draft| draft.claim.clone()).collect();
        (claims, candidates)
    }

    /// Returns the claims of a report and all dates that their harm may have. Training chooses from these.
    pub fn days(&self, report: &Report) -> (Vec<Claim>, Vec<Candidate>) {
        let Gathered {
            mut drafts,
            told,
            written,
            ..
        } = self.gather(report, &mut |_| {});
        let ties = self.relate(report, &mut drafts, &told);
        let dates = when::candidates(&drafts, &ties, &told, written);
        let of_claims = dates.into_iter().enumerate().flat_map(|(claim, dates)| {
            dates.into_iter().map(move |date| Candidate {
                claim,
                words: when::key(date.when),
                signs: date.clues.iter().map(|clue| clue as usize).collect(),
                here: date.here,
            })
        });
        let candidates = of_claims.collect();
        let claims = drafts.iter().map(|draft| draft.claim.clone()).collect();
        (claims, candidates)
    }

    /// Returns the claims of a report with the cues for what each sums. Training weighs these.
    pub fn cues(&self, report: &Report) -> Vec<(Claim, Cues)> {
        let drafts = self.gather(report, &mut |_| {}).drafts.into_iter();
        drafts.map(|draft| (draft.claim, draft.cues)).collect()
    }

    /// Holds the claims beside each other: writes how they stand to each other and what they take over.
    fn relate(
        &self,
        report: &Report,
        drafts: &mut Vec<Draft>,
        told: &[Vec<Told>; 2],
    ) -> Vec<Option<Tie>> {
        let (mut ties, mut events) = relation::ties(drafts, &self.weights);
        // Names that are gone may leave those of another figure alone; no text makes many rounds.
        for _ in 0..3 {
            if !people::all_named(drafts, &ties, report) {
                break;
            }
            (ties, events) = relation::ties(drafts, &self.weights);
        }
        relation::write(drafts, &ties);
        people::name_first(drafts, &ties);
        events.write(drafts);
        scope::agree(drafts, &ties);
        cause::spread(drafts, told, &ties);
        inherit::inherit(drafts, told);
        ties
    }

    /// Orders the means of the claims and resolves their actors.
    fn finish(&self, report: &Report, drafts: Vec<Draft>) -> Reading {
        let mut claims: Vec<Claim> = drafts.into_iter().map(|draft| draft.claim).collect();
        let outlet = report.outlet.as_ref().map(|outlet| {
            let affiliation = self.actors.outlet(outlet);
            Claimant {
                text: outlet.clone(),
                id: affiliation.party().map(str::to_owned),
                affiliation,
            }
        });
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
            claim.actors.claimants.extend(outlet.clone());
        }
        Reading {
            claims,
            unread: None,
        }
    }
}
