//! Harm in a manner of speaking: matches lost, bills killed, characters written out.

use super::Scene;
use crate::lexicon::Class;
use crate::phrase::noun::{What, is_fraction};
use crate::rule::Rule;
use crate::token::Kind;

pub(crate) const SPORT: Rule = Rule {
    name: "effect.none.sport",
    says: "A sentence that tells a match by its score or its players tells no harm, unless weapons, police or a crush stand in it.",
    must: &[],
    must_not: &[
        (
            "The visitors were slaughtered 6-1 in the cup match.",
            "a match is lost",
        ),
        (
            "Two strikers killed the match with goals in the last minute.",
            "a match is won",
        ),
    ],
};

pub(crate) const UNCOUNTED: Rule = Rule {
    name: "effect.none.number_of_things",
    says: "\"Two more\" behind counted things are things, not people.",
    must: &[],
    must_not: &[(
        "The senate shot down 12 amendments and killed two more.",
        "they are amendments",
    )],
};

pub(crate) const MANNER: Rule = Rule {
    name: "effect.none.in_a_manner",
    says: "What critics, voters, prices or a crisis hit is not harmed, nor are candidates who are eliminated.",
    must: &[],
    must_not: &[
        ("The bank was hit by rising rates.", "rates hit no bank"),
        (
            "Twelve candidates were eliminated in the first round.",
            "they are out of a contest",
        ),
        ("The film will hit theaters in May.", "it is shown there"),
        ("Two farmers were hurt by low prices.", "they earn less"),
        ("Trade can level the playing field.", "no field is harmed"),
        ("Police executed two search warrants.", "they searched"),
        (
            "The budget would eliminate 40 positions.",
            "they are posts of work",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&SPORT, &UNCOUNTED, &MANNER];

pub(crate) const SPORT_WORDS: &[&str] = &[
    "match",
    "goal",
    "goals",
    "striker",
    "strikers",
    "defender",
    "goalkeeper",
    "midfielder",
    "coach",
    "referee",
    "league",
    "cup",
    "championship",
    "tournament",
    "semi-final",
    "semifinal",
    "final",
    "penalty",
    "wicket",
    "wickets",
    "innings",
    "batsman",
    "batsmen",
    "bowler",
    "tennis",
    "football",
    "soccer",
    "rugby",
    "cricket",
    "basketball",
    "hockey",
    "boxing",
    "boxer",
    "ring",
    "knockout",
    "metres",
    "medal",
    "champions",
    "champion",
    "visitors",
    "hosts",
    "defeat",
    "victory",
    "win",
    "lap",
    "sprint",
    "chess",
    "racket",
    "scored",
    "score",
    "team",
    "teams",
    "halftime",
    "playoff",
    "derby",
    "stadium",
    "fans",
    "club",
];

/// Words of a real harm in or around a match.
pub(crate) const REAL: &[&str] = &[
    "police",
    "bomb",
    "bombs",
    "bomber",
    "blast",
    "explosion",
    "explosions",
    "exploded",
    "gunman",
    "gunmen",
    "gunfire",
    "grenade",
    "attack",
    "attacked",
    "attackers",
    "militants",
    "rebels",
    "soldiers",
    "troops",
    "riot",
    "riots",
    "rioting",
    "stampede",
    "crush",
    "collapsed",
    "shell",
    "shells",
    "rocket",
    "missile",
    "mortar",
    "hospital",
    "stabbed",
    "airstrike",
    "clashes",
    "crash",
    "fire",
    "dead",
    "bodies",
    "injured",
    "wounded",
    "hooligans",
];

/// Whether the sentence tells a match.
pub(super) fn is_sport(scene: &Scene<'_, '_>) -> bool {
    let text = scene.text;
    let (mut words, mut score) = (0, false);
    for i in scene.sentence.start..scene.sentence.end {
        let (lower, word) = (text.lower_at(i), text.tokens[i].word);
        if word.is(Class::Danger) {
            return false;
        }
        words += usize::from(word.is(Class::Sport));
        // "5-0", "6-1".
        score |= text.kind_at(i) == Some(Kind::Digits)
            && lower.len() <= 2
            && matches!(text.lower_at(i + 1), "-" | "–")
            && !text.spaced_at(i + 1)
            && text.kind_at(i + 2) == Some(Kind::Digits)
            && text.lower_at(i + 2).len() <= 2
            && !matches!(text.lower_at(i + 3), "year" | "years" | "-" | "people");
    }
    score && words >= 1 || words >= 3
}

/// Whether the doer told in the tokens `start..end` harms in a manner of speaking: "hit by rising rates", "shot down by
/// critics".
pub(super) fn is_no_doer(scene: &Scene<'_, '_>, (start, end): (usize, usize)) -> bool {
    end > start
        && matches!(
            scene.text.lower_at(end - 1),
            "critics"
                | "reviewers"
                | "pundits"
                | "voters"
                | "investors"
                | "rates"
                | "inflation"
                | "crisis"
                | "crises"
                | "recession"
                | "downturn"
                | "slump"
                | "sanctions"
                | "shortage"
                | "shortages"
                | "costs"
                | "cost"
                | "price"
                | "prices"
                | "tariffs"
                | "cuts"
                | "losses"
                | "scandal"
                | "scandals"
                | "delays"
                | "fears"
                | "boycott"
                | "allegations"
                | "hackers"
                | "cyberattack"
                | "cyberattacks"
                | "virus"
                | "pandemic"
                | "drought"
                | "demand"
                | "competition"
                | "news"
                | "loss"
                | "defeat"
                | "rule"
                | "rules"
                | "ruling"
                | "tax"
                | "taxes"
                | "layoffs"
                | "closure"
                | "robots"
                | "automation"
        )
}

/// Whether the doer behind the "by" at token `by` harms so: "hurt by low prices".
pub(super) fn is_by_no_doer(scene: &Scene<'_, '_>, by: usize) -> bool {
    scene.text.lower_at(by) == "by"
        && scene.phrase_starting(by + 1).is_some_and(|p| {
            let phrase = &scene.phrases[p];
            is_no_doer(scene, (phrase.start, phrase.end))
        })
}

/// Whether those of the phrase are out of a contest and not killed: "12 candidates were eliminated".
fn are_out(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(
        scene
            .text
            .lower_at(scene.phrases[at].head)
            .trim_end_matches('s'),
        "candidate"
            | "contestant"
            | "contender"
            | "player"
            | "participant"
            | "athlete"
            | "competitor"
            | "finalist"
            | "applicant"
            | "runner"
            | "favourite"
            | "favorite"
            | "side"
            | "rival"
    )
}

/// Whether the verb at `verb` harms the phrase `at` in a manner of speaking: "hit theaters in May", "level the playing
/// field", "executed two warrants", "eliminated 40 positions from the budget".
pub(super) fn is_in_a_manner(scene: &Scene<'_, '_>, verb: usize, at: usize) -> bool {
    let text = scene.text;
    let phrase = &scene.phrases[at];
    let head = text.lower_at(phrase.head);
    let here = |words: &[&str]| {
        (scene.sentence.start..scene.sentence.end).any(|i| words.contains(&text.lower_at(i)))
    };
    match text.lower_at(verb) {
        "hit" | "hits" | "hitting" => {
            let danger = |i: usize| {
                let word = text.tokens[i].word;
                word.is(Class::Danger) || word.is(Class::Violent)
            };
            phrase.start == verb + 1
                && phrase.quantity.is_none()
                && (IN_FASHION.contains(&head)
                    || phrase.start == phrase.head && matches!(head, "school" | "market"))
                && !(scene.sentence.start..scene.sentence.end).any(danger)
        }
        lower if lower.starts_with("level") => {
            head == "field" && text.lower_at(phrase.head.wrapping_sub(1)) == "playing"
        }
        lower if lower.starts_with("execut") => matches!(
            head,
            "warrant" | "warrants" | "order" | "orders" | "plan" | "plans" | "search" | "searches"
        ),
        lower if lower.starts_with("eliminat") => are_out(scene, at) || here(OUT),
        _ => false,
    }
}

/// Where what is new goes, and people go: "the film hits theaters", "pupils hit school", "she hit the road".
const IN_FASHION: &[&str] = &[
    "theater", "theaters", "theatre", "theatres", "cinemas", "stores", "road", "roads", "streets",
    "campus",
];

/// Words of contests and of posts, out of which people are eliminated.
const OUT: &[&str] = &[
    "competition",
    "contest",
    "finals",
    "playoffs",
    "job",
    "jobs",
    "budget",
    "funding",
    "staff",
    "payroll",
];

/// Whether the bare number counts the things told before it: "12 amendments ... and two more".
pub(super) fn counts_things(scene: &Scene<'_, '_>, at: usize) -> bool {
    let phrase = &scene.phrases[at];
    if phrase.what != What::Bare || !phrase.quantity.is_some_and(|q| q.more) {
        return false;
    }
    let Some(things) = scene.phrases[..at]
        .iter()
        .rev()
        .find(|p| p.quantity.is_some_and(|q| !q.none && !q.article))
    else {
        return false;
    };
    // Only what a verb of harm has taken already: "killed 12 bills", not "fired 12 rockets".
    let taken = (things.start.saturating_sub(2)..things.start).any(|i| {
        scene
            .text
            .word_at(i)
            .is_some_and(|word| word.verb.is_some())
    });
    things.what == What::Other && taken
}

/// Whether the words before the phrase `at` take an unknown share of whom or what it counts: "a third of the village's
/// 900 people", "40 percent of the houses".
pub(super) fn is_share(scene: &Scene<'_, '_>, at: usize, trigger: usize) -> bool {
    let (text, phrase) = (scene.text, &scene.phrases[at]);
    let harmed = phrase.harmed.is_some()
        || matches!(
            phrase.what,
            What::Harmed(_) | What::Figure(_) | What::Pronoun
        )
        || matches!(text.lower_at(phrase.head), "victims" | "dead" | "wounded");
    let from = phrase.start.saturating_sub(4).max(scene.sentence.start + 1);
    let of = (from..phrase.start + 1)
        .rev()
        .find(|i| text.lower_at(*i) == "of");
    // "a third of the 90 people arrested were women": all 90 were arrested.
    let of_share = (phrase.end..trigger).any(|i| scene.is_aux_or_have(i))
        && !(phrase.end..trigger).any(|i| matches!(text.lower_at(i), "who" | "which" | "that"));
    !harmed
        && of_share
        && of.is_some_and(|of| {
            let before = text.lower_at(of - 1);
            is_fraction(before) || matches!(before, "percent" | "%" | "cent")
        })
}
