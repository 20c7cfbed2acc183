//! How a figure stands to another by the words that give it: put by another claimant, replaced, added.

use tollbook_terms::{Modality, Scope};

use super::compare::{are_foes, are_unlike};
use super::told::{NEAR, REACH};
use super::weigh::Bond;
use super::{GENERAL, Sign, Tie, leads_to, root};
use crate::claim::speech::is_reckoning;
use crate::claim::{Draft, Told};
use crate::mention::{self, Mention};
use crate::phrase::noun::{Phrase, What};
use crate::phrase::ordinal::ordinal;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// How a figure stands to another by the words that give it: put by another claimant, or replaced.
pub(crate) fn stands(text: &Text<'_>, told: &Told, mention: &Mention) -> Option<Bond> {
    if mention.rule == mention::REPLACED.name {
        return Some(Bond::Revised);
    }
    let phrase = &told.phrases[mention.phrase];
    let one_more = phrase.quantity.is_some_and(|q| q.more)
        && matches!(text.lower_at(phrase.start), "a" | "an")
        && mention.count.low == 1;
    if one_more || nth(text, phrase).is_some() {
        return Some(Bond::Additional);
    }
    // "first spoke of 20 dead", "after initially announcing 67 deaths".
    let start = told.phrases[mention.phrase].start;
    let near = start.saturating_sub(5).max(told.sentence.start)..start;
    let first = near.clone().find(|i| {
        matches!(
            text.lower_at(*i),
            "initially" | "originally" | "first" | "previously"
        ) || text.lower_at(*i) == "earlier"
            && *i > told.sentence.start
            && text.lower_at(*i - 1) == "had"
    });
    let said = |from: usize| {
        (from..start).any(|i| {
            text.word_at(i).is_some_and(|word| word.speech.is_some())
                || matches!(text.lower_at(i), "spoke" | "put" | "given" | "gave")
        })
    };
    if first.is_some_and(said) {
        return Some(Bond::Revised);
    }
    if is_cited(text, told.sentence, phrase) || mention.count.high == Some(0) {
        return Some(Bond::Rival);
    }
    // "The army speaks of only 12 soldiers killed."
    let spoken = (1..4).any(|back| {
        start.checked_sub(back + 1).is_some_and(|i| {
            text.lower_at(i + 1) == "of" && matches!(text.lower_at(i), "spoke" | "speaks" | "speak")
        })
    });
    if spoken {
        return Some(Bond::Rival);
    }
    // "Officials gave the toll as nine."
    let given = mention.rule == mention::TOLL.name
        && (start.saturating_sub(6).max(told.sentence.start)..start)
            .any(|i| matches!(text.lower_at(i), "gave" | "put" | "gives" | "puts"));
    if mention.rule != mention::CARRIED_FIGURE.name && !given {
        return None;
    }
    // "An earlier report put the number at nine."
    let opens = matches!(
        text.lower_at(told.sentence.start),
        "earlier" | "previously" | "initially"
    );
    let old = opens
        || (told.sentence.start..start).any(|i| {
            matches!(
                text.lower_at(i),
                "earlier" | "previous" | "initial" | "preliminary" | "first"
            ) && text.tag_at(i + 1).is_some_and(Tag::is_noun)
        });
    Some(if old { Bond::Revised } else { Bond::Rival })
}

/// Whether the words name who gives a figure, right behind it, and who gives another before it: "three dead, according
/// to the police, and 11 dead, according to the organisers", "800 by the army's count and 3,000 by that of aid groups".
fn is_cited(text: &Text<'_>, sentence: Sentence, phrase: &Phrase) -> bool {
    let cited = |i: usize| {
        text.says(i, &["according", "to"])
            || text.lower_at(i) == "by"
                && (text.says(i + 1, &["that", "of"])
                    || (i + 2..i + 6).any(|k| is_reckoning(text.lower_at(k))))
    };
    (phrase.end..phrase.end + 3).any(cited) && (sentence.start..phrase.start).any(cited)
}

/// The place in which a person is told: "a third died in hospital", "a fifth elderly person".
pub(super) fn nth(text: &Text<'_>, phrase: &Phrase) -> Option<u64> {
    let place = ordinal(text.lower_at(phrase.start + 1)).map(u64::from);
    place
        .filter(|place| *place > 1 && phrase.start + 1 < phrase.end)
        .filter(|_| matches!(text.lower_at(phrase.start), "a" | "an"))
        .filter(|_| phrase.what != What::Objects)
}

/// Whether the words tell of losses that whoever says so has himself: "the rebels lost three men", "the army admitted
/// that six soldiers died", "nine of its men".
pub(super) fn is_own_loss(
    text: &Text<'_>,
    sentence: Sentence,
    phrase: &Phrase,
    trigger: usize,
) -> bool {
    let before = sentence.start..phrase.start;
    let admits = |i: usize| {
        matches!(
            text.lower_at(i),
            "admitted"
                | "admits"
                | "admitting"
                | "acknowledged"
                | "acknowledges"
                | "acknowledging"
                | "conceded"
                | "concedes"
                | "conceding"
                | "confirmed"
                | "confirms"
                | "confirming"
        )
    };
    let own = |i: usize| matches!(text.lower_at(i), "its" | "their" | "our" | "own");
    let itself = (trigger.saturating_sub(3).max(sentence.start)..trigger)
        .any(|i| matches!(text.lower_at(i), "it" | "they" | "we"));
    matches!(text.lower_at(trigger), "lost" | "lose" | "loses" | "losing") && itself
        || before.into_iter().any(admits)
        || (phrase.start..phrase.end).any(own)
}

/// The figure near draft `i` that its own words set it against: "the rebels put it at 60", "up from 125".
pub(super) fn told_so(drafts: &[Draft], ties: &[Option<Tie>], i: usize) -> Option<(Bond, usize)> {
    let this = &drafts[i];
    let boast = this.stands.is_none() && is_boast(this);
    let bond = this
        .stands
        .or_else(|| (boast || is_own_count(this)).then_some(Bond::Rival))?;
    let within = if boast { FAR } else { NEAR };
    let part = |j: usize| ties[j].is_some_and(|tie| tie.bond == Bond::Part);
    let near = |j: &usize| {
        let other = &drafts[*j];
        other.field == this.field
            && other.sentence.abs_diff(this.sentence) <= within
            && (bond == Bond::Additional || !part(*j))
            && other.claim.effect == this.claim.effect
            && (bond == Bond::Additional || other.claim.count.low != this.claim.count.low)
            && other.claim.count.high != Some(0)
            && other.part_of.is_none()
            // "two died. A third was killed later": not beside four.
            && (this.words.nth).is_none_or(|nth| other.claim.count.low + 1 == nth)
            && !leads_to(ties, *j, i)
    };
    let nobody = this.claim.count.high == Some(0);
    let alike = |j: &usize| {
        this.claim.categories == drafts[*j].claim.categories
            || GENERAL.contains(&this.words.noun.as_str())
    };
    let claimed = |j: &usize| {
        let (mine, theirs) = (&this.claim.claimant, &drafts[*j].claim.claimant);
        mine.is_some()
            && mine != theirs
            && !are_unlike(this, &drafts[*j])
            && !are_foes(this, &drafts[*j])
            // Whom one lost, or nobody, is of the people told before, by kind.
            && match this.stands {
                Some(_) if nobody => alike(j) || this.claim.categories.is_empty(),
                Some(_) => true,
                None if boast => theirs.is_some() && this.words.noun == drafts[*j].words.noun,
                None => theirs.is_some() && alike(j),
            }
    };
    if bond == Bond::Rival && nobody && begins_another(this) {
        return None;
    }
    let from = i.saturating_sub(REACH);
    match bond {
        Bond::Rival => (from..i)
            .rev()
            .find(|j| near(j) && claimed(j))
            .map(|j| root(ties, j))
            // Of three figures the second and the third stand against the first.
            .map(|to| match ties[to] {
                Some(tie) if tie.bond == Bond::Rival => (bond, root(ties, tie.to)),
                _ => (bond, to),
            }),
        _ => (from..i)
            .rev()
            .chain(i + 1..(i + 1 + REACH).min(drafts.len()))
            .find(near)
            .map(|j| (bond, root(ties, j)))
            .map(|(bond, to)| match ties[to] {
                // Whoever is added to a part is a part too.
                Some(tie) if bond == Bond::Additional && tie.bond == Bond::Part => {
                    (Bond::Part, root(ties, tie.to))
                }
                _ => (bond, to),
            })
            .filter(|(_, to)| !leads_to(ties, *to, i)),
    }
}

/// Whether somebody claims to have harmed people of a kind, on no day of its own: "The rebels claimed to have killed 40
/// soldiers", where the army spoke of 17.
fn is_boast(this: &Draft) -> bool {
    this.claim.modality == Modality::Alleged
        && this.claim.scope == Scope::Incident
        && this.claim.effect.on_people()
        && this.claim.count.low > 1
        && this.part_of.is_none()
        && this.own_day.is_none()
        && !this.words.noun.is_empty()
        && !GENERAL.contains(&this.words.noun.as_str())
        && !begins_another(this)
}

/// How many sentences away a figure may stand that another claims more of.
const FAR: usize = 6;

/// Whether the words of `this` give a number of whoever says so: "The army said 14 rebels died. The rebels said they had
/// lost only three men".
fn is_own_count(this: &Draft) -> bool {
    this.words.own
        && this.claim.scope == Scope::Incident
        && this.part_of.is_none()
        && !this.words.among
        && !this.words.this.has(Sign::OfThem)
        && !begins_another(this)
}

/// Whether the words of `this` tell of others or of another attack than what is told before.
fn begins_another(this: &Draft) -> bool {
    let new = [
        Sign::More,
        Sign::Others,
        Sign::Also,
        Sign::Elsewhere,
        Sign::Turns,
        Sign::Fronted,
        Sign::NewDeed,
    ];
    new.into_iter().any(|sign| this.words.this.has(sign))
}
