//! Perpetrator: whoever the report says has done the harm, in the words of the report.

mod blame;
mod clue;
mod deed;
mod far;
mod fight;
mod find;
mod owner;
mod pronoun;
mod report;
mod see;
mod subject;
mod who;
mod words;

use tollbook_terms::{Cause, Effect};

use super::choice::{Balance, choose};
use super::inherit::{INHERITED, because};
use super::relation::Tie;
use super::stems::stems;
use super::{Draft, Mentions, Told};
use crate::actor::ActorTable;
use crate::mention::Mention;
use crate::rule::Rule;
use crate::tag::Tag;
use crate::text::Text;
pub use clue::{Clue, Clues};
pub(crate) use pronoun::{Stands, pronoun};
pub(crate) use report::Report;
pub(crate) use who::Search;
pub(crate) use words::fights_for_state;

pub(crate) const DOER: Rule = Rule {
    name: "perpetrator.doer",
    says: "Who is the subject of the verb of harm, stands behind \"by\", owns the strike or attacks in the same clause has done it.",
    must: &[
        ("Gunmen killed three policemen.", "killed 3 police"),
        (
            "Three policemen were shot dead by gunmen.",
            "killed 3 police",
        ),
        ("Rebel shelling killed three policemen.", "killed 3 police"),
        (
            "Three policemen were killed when rebels fired on the crowd.",
            "killed 3 police",
        ),
        (
            "Three policemen were killed where the army was shelling the town.",
            "killed 3 police",
        ),
        (
            "Three policemen were killed when militants who had come from the hills attacked a post.",
            "killed 3 police",
        ),
        (
            "Three policemen were killed when gunmen on motorcycles made an incursion into a village.",
            "killed 3 police",
        ),
        (
            "The rebels released three policemen who were abducted in the town.",
            "abducted 3 police",
        ),
        (
            "Three policemen died after rebels stopped their bus.",
            "killed 3 police",
        ),
        (
            "Three policemen were killed by gunfire from rebels.",
            "killed 3 police",
        ),
        ("Warplanes killed three policemen.", "killed 3 police"),
    ],
    must_not: &[(
        "The blast killed three policemen and wounded four.",
        "those who were killed wounded nobody",
    )],
};

pub(crate) const BLAME: Rule = Rule {
    name: "perpetrator.blame",
    says: "Who claims an attack, is blamed for it, is found to be the attacker or is charged with the harm is said to have done it.",
    must: &[
        (
            "A blast killed three policemen. The rebels claimed responsibility.",
            "killed 3 police",
        ),
        (
            "A blast killed three policemen. Officials blamed the rebels for the attack.",
            "killed 3 police",
        ),
        (
            "A blast killed three policemen. Suspicion fell on the rebels.",
            "killed 3 police",
        ),
        (
            "A blast killed three policemen. The rebels are believed to be behind it.",
            "killed 3 police",
        ),
        (
            "A blast killed three policemen. The mayor said the attackers were rebels.",
            "killed 3 police",
        ),
        (
            "A blast killed three policemen. The rebels were blamed.",
            "killed 3 police",
        ),
        (
            "A man was charged with the murder of three policemen.",
            "killed 3 police",
        ),
        (
            "A man is facing two counts of murder after three policemen were stabbed.",
            "injured 3 police",
        ),
        (
            "Police issued a warrant for a foreigner over the bomb that killed three policemen.",
            "killed 3 police",
        ),
        (
            "A judge jailed five soldiers for up to ten years over the massacre of three policemen.",
            "killed 3 police",
        ),
    ],
    must_not: &[(
        "A blast killed three policemen. The government condemned it.",
        "who condemns it has not done it",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&DOER, &BLAME];

/// How somebody is said to have done something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// "shot by X".
    By,
    /// "X's attack", "X shelling".
    Owner,
    /// "X attacked".
    Subject,
    /// "clashes with X", "between X and Y".
    Against,
    /// "X claimed responsibility", "blamed on X".
    Blame,
    /// "X entered": does something else.
    Acts,
    /// "X said".
    Speaks,
    /// Named, no more.
    Mentioned,
}

/// Who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// A side or a group by name.
    Actor,
    /// An armed body without a name: "the army".
    Force,
    /// People by a noun for the armed: "gunmen".
    Armed,
    /// A person by name.
    Person,
    /// Other people.
    People,
    /// A name of which nothing is known.
    Name,
    /// A body by a name that no table knows: "the Black Cedar Front".
    Band,
}

/// How words stand for somebody otherwise than by a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Manner {
    /// Those who come when the harm is done: police, a court, doctors.
    pub(crate) comes: bool,
    /// Take up one told before: "the gunmen".
    pub(crate) told_before: bool,
    /// Say that nobody knows who: "unidentified men".
    pub(crate) unknown: bool,
    /// Stand for several people.
    pub(crate) many: bool,
    /// Say of those who did it only that it was terror: "terrorist attacks".
    pub(crate) terror: bool,
}

/// Somebody who is said to have done something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doer {
    /// First token of the words.
    pub(crate) at: usize,
    pub(crate) how: How,
    pub(crate) who: Who,
    pub(crate) words: String,
    /// The words of substance among them, and the last of these before a complement.
    pub(crate) stems: Vec<String>,
    pub(crate) head: Option<String>,
    /// Whether the sentence says that the one was harmed.
    pub(crate) harmed: bool,
    /// Whether the words stand where a place stands: "in X".
    pub(crate) located: bool,
    /// Whether the one claims the deed: "X claimed responsibility", "an attack claimed by X".
    pub(crate) claims: bool,
    /// Whether a verb of harm and not only one of attack tells what the one did: "X killed".
    pub(crate) harms: bool,
    /// The actor whose name is among the words.
    pub(crate) side: Option<String>,
    /// How the words stand for one otherwise than by a name.
    pub(crate) manner: Manner,
    /// Whether the words are for those who fight for a state, or against one.
    pub(crate) for_state: Option<bool>,
    /// Whether the one is blamed for several deeds: "blamed the rebels for both attacks".
    pub(crate) of_several: bool,
}

/// The furthest that a doer may stand from the harm.
const REACH: u32 = 45;

/// Adds whoever the clause of a mention makes its agent to the doers of the sentence, notes which doers are
/// harmed, and returns the first token of the agent of each mention.
pub(crate) fn agents(
    search: &Search<'_, '_>,
    mentions: &Mentions,
    doers: &mut Vec<Doer>,
) -> Vec<Option<usize>> {
    let agents = (0..mentions.list.len())
        .map(|index| {
            // "She lost her husband": no deed of hers.
            if matches!(
                search.lower(mentions.list[index].trigger),
                "lost"
                    | "lose"
                    | "loses"
                    | "losing"
                    | "mourned"
                    | "mourning"
                    | "buried"
                    | "burying"
            ) {
                return None;
            }
            let phrase = deeper(search, mentions, index, doers)?;
            // "The bombings in Velmora, which killed six".
            if search.is_located(search.phrases[phrase].start) {
                return None;
            }
            // "An attack that officials blamed on rebels killed six": not who blames.
            if search.lower(search.phrases[phrase].start) == "that" {
                return None;
            }
            let (words, who) = search.someone(phrase)?;
            let at = search.phrases[phrase].start;
            match doers.iter_mut().find(|doer| doer.at == at) {
                Some(doer) => {
                    doer.harms = true;
                    if doer.how > How::Blame {
                        doer.how = How::Subject;
                    }
                }
                None => doers.push(Doer {
                    harms: true,
                    ..search.doer(at, How::Subject, who, words)
                }),
            }
            Some(at)
        })
        .collect();
    doers.sort_by_key(|doer| doer.at);
    for doer in doers {
        // "A man was arrested over the murder of a guard": his arrest is no harm that the deed did to him.
        let arrested = |index: &usize| mentions.list[*index].effect == Effect::Detained;
        doer.harmed = mentions
            .harmed
            .get(&doer.at)
            .is_some_and(|index| doer.how != How::Blame || !arrested(index));
    }
    agents
}

/// The phrase for whoever the clause of a mention makes its agent, where another phrase stands nearer to its verb.
fn deeper(search: &Search<'_, '_>, all: &Mentions, index: usize, doers: &[Doer]) -> Option<usize> {
    let trigger = all.list[index].trigger;
    let agent = agent(search, all, index);
    let start = agent.map_or(trigger, |phrase| search.phrases[phrase].start);
    if start > trigger {
        return agent;
    }
    // "Activists accused the army of bombing a market, killing six": not the activists.
    let blamed = doers
        .iter()
        .filter(|doer| doer.how == How::Blame && start < doer.at && doer.at < trigger)
        .filter(|doer| agent.is_some_and(|phrase| search.is_blamed_by(phrase, doer.at)))
        .find_map(|doer| search.starting(doer.at));
    if blamed.is_some() {
        return blamed;
    }
    let harmed = all.list[index].phrase;
    let far = search
        .far_subject(trigger, agent.is_some())
        .filter(|far| *far != harmed && search.someone(*far).is_some());
    if far.is_some() {
        return far;
    }
    // "They herded the men into a church, locked the doors and burned it".
    let joined = matches!(search.lower(trigger.wrapping_sub(1)), "and" | ",")
        && search.text.tag_at(trigger).is_some_and(|tag| {
            tag.is_finite()
                || matches!(tag, Tag::VBN | Tag::VB) && search.starting(trigger + 1).is_some()
        });
    let subject = joined.then(|| search.subject(trigger, false)).flatten();
    subject
        .filter(|subject| {
            let phrase = &search.phrases[*subject];
            // "Police said rebels, in an attempt to enter, killed three": not who says so.
            let verb = search.text.word_at(phrase.end);
            let speaks = verb.is_some_and(|verb| verb.speech.is_some());
            phrase.start < start && !speaks && search.someone(*subject).is_some()
        })
        .or(agent)
}

/// The phrase that the clause of a mention makes its agent.
fn agent(search: &Search<'_, '_>, all: &Mentions, index: usize) -> Option<usize> {
    let harmed = |start: usize| all.harmed.get(&start).map(|other| &all.list[*other]);
    // "The blast killed three and wounded four": the four have the agent of the three.
    let mut agent = all.list[index].agent;
    for _ in 0..4 {
        match agent.and_then(|(start, _)| harmed(start)) {
            Some(other) if other.agent != agent => agent = other.agent,
            Some(_) => agent = None,
            None => break,
        }
    }
    agent
        .and_then(|(start, _)| search.starting(start))
        .filter(|index| search.can_be_subject(*index))
}

/// Returns whoever the sentence of the mention at `index` alone speaks for.
pub(crate) fn own(
    (text, actors): (&Text<'_>, &ActorTable),
    told: &Told,
    mention: &Mention,
    agent: Option<usize>,
) -> Option<String> {
    let direct = agent.and_then(|at| told.doers.iter().find(|doer| doer.at == at));
    if let Some(direct) = direct {
        // "bombers killed nine in a raid claimed by the band": the group has done it.
        let bomber = direct.words.contains("bomber");
        let group = told
            .doers
            .iter()
            .find(|doer| doer.how == How::By && bomber && doer.at > direct.at);
        return Some(group.unwrap_or(direct).words.clone());
    }
    let phrase = &told.phrases[mention.phrase];
    let harm = harm(told, mention);
    let victim = stems(actors, text.span(phrase.start, phrase.end));
    let arrest = mention.effect == Effect::Detained;
    let from = told
        .doers
        .partition_point(|doer| doer.at + (REACH as usize) < harm.0);
    told.doers[from..]
        .iter()
        .take_while(|doer| doer.at < harm.1 + REACH as usize)
        .filter(|doer| !doer.harmed)
        .filter(|doer| !arrest || matches!(doer.how, How::By | How::Subject))
        .filter(|doer| !doer.stems.iter().any(|word| victim.contains(word)))
        .map(|doer| {
            let far = match doer.how {
                How::By | How::Owner => 0,
                How::Subject => 2,
                How::Against | How::Blame => 8,
                _ => REACH,
            };
            (told.borders.distance(doer.at, harm) + far, doer)
        })
        .filter(|(distance, _)| *distance < REACH)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, doer)| doer.words.clone())
}

/// The tokens from the number to the word of harm.
pub(crate) fn harm(told: &Told, mention: &Mention) -> (usize, usize) {
    let phrase = &told.phrases[mention.phrase];
    (
        phrase.start.min(mention.trigger),
        phrase.end.max(mention.trigger + 1),
    )
}

/// Gives every claim its perpetrator, chosen from the whole report.
pub(crate) fn write(
    drafts: &mut [Draft],
    ties: &[Option<Tie>],
    told: &[Vec<Told>; 2],
    (worth, actors): (&Balance, &ActorTable),
) {
    let report = Report::new(drafts, told, actors);
    let chosen: Vec<Option<(String, &Rule)>> = report
        .candidates(ties)
        .map(|candidates| {
            let sums = candidates.iter().map(|one| {
                let clues = one.clues.iter().map(|clue| clue as usize);
                (one.stems, worth.sum(clues, one.here))
            });
            let one = &candidates[choose(sums)?];
            let rule = match (one.here, one.doer.how) {
                (_, How::Blame) => &BLAME,
                (true, _) => &DOER,
                (false, _) => &INHERITED,
            };
            let doer = report
                .stands_for(one.at, one.doer, one.here)
                .unwrap_or(one.doer);
            Some((doer.words.clone(), rule))
        })
        .collect();
    for (draft, chosen) in drafts.iter_mut().zip(chosen) {
        let claim = &mut draft.claim;
        claim.perpetrator = None;
        // Nobody is to blame for an accident.
        if let Some((words, rule)) = chosen.filter(|_| claim.cause == Cause::Violence) {
            claim.perpetrator = Some(words);
            because(claim, "perpetrator", rule);
        }
    }
}
