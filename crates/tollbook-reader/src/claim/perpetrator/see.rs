//! What is seen on everybody of a report who may have done the harm of a claim.

use std::collections::{BTreeMap, BTreeSet};

use tollbook_terms::{Category, Effect, Means, Modality, RelationKind, Scope};

use super::clue::{Clue, Clues};
use super::pronoun::antecedent;
use super::report::{Known, Report, Role, Words, did, is_named, is_side};
use super::{Doer, How, Who};
use crate::claim::around::{At, Position};
use crate::claim::relation::Tie;

/// One who may have done the harm of a claim.
pub(crate) struct Candidate<'r> {
    pub(crate) doer: &'r Doer,
    /// The numbers of the words by which the one is known again.
    pub(crate) stems: &'r [usize],
    pub(crate) clues: Clues,
    /// The sentence that tells of the one.
    pub(crate) at: At,
    /// Whether the claim's own sentence names the one.
    pub(crate) here: bool,
}

impl Report<'_> {
    /// How many sides of those harmed in draft `i` a sentence names that tells of a fight and of both its sides.
    fn fight(&self, i: usize, at: At) -> Option<usize> {
        let sides = || {
            let doers = self.doers[at.0][at.1].iter();
            doers.filter(|known| is_side(known.doer))
        };
        let fights = sides().any(|known| known.doer.how == How::Against);
        // "Three soldiers died in a clash with rebels": the harmed themselves are the other side.
        let draft = &self.around.drafts[i];
        let armed = draft.for_state.is_some() || !self.words[i].sides.is_empty();
        let own = usize::from(armed && at == (draft.field, draft.sentence));
        (fights && (own > 0 || sides().nth(1).is_some()))
            .then(|| own + sides().filter(|known| self.is_of_harmed(i, known)).count())
    }

    /// Whom the pronoun stands for that the clause of draft `i` makes its agent.
    fn stood_for(&self, i: usize) -> Option<*const Doer> {
        let draft = &self.around.drafts[i];
        let pronoun = draft.pronoun?;
        let doers = |number: usize| {
            let known = self.doers[draft.field].get(number).into_iter().flatten();
            known.map(|known| known.doer)
        };
        let before = draft.sentence.checked_sub(1).into_iter().flat_map(doers);
        antecedent(doers(draft.sentence), before, pronoun).map(std::ptr::from_ref)
    }

    /// Whether those harmed in draft `i` are of the side of a doer.
    fn is_of_harmed(&self, i: usize, known: &Known<'_>) -> bool {
        let Words { sides, victim, .. } = &self.words[i];
        let for_state = self.around.drafts[i].for_state;
        known.side.is_some_and(|side| sides.contains(&side))
            || known.stems.iter().any(|word| victim.contains(word))
            || for_state.is_some() && for_state == known.doer.for_state
    }

    /// What is seen on a doer of a sentence, beside what is seen on the sentence.
    fn of_doer(&self, i: usize, at: At, known: &Known<'_>, seen: &Seen<'_>) -> Clues {
        let doer = known.doer;
        let draft = &self.around.drafts[i];
        let claim = &draft.claim;
        let here = at == (draft.field, draft.sentence);
        let mut clues = Clues::default();
        let mut note = |clue: Clue, is: bool| clues.note(clue, is);
        note(Clue::Always, true);
        let agent = here && draft.agent == Some(doer.at);
        note(Clue::Agent, agent);
        let own = claim.perpetrator.as_deref();
        let how = match doer.how {
            How::By => Clue::By,
            How::Owner => Clue::Owner,
            How::Subject => Clue::Subject,
            How::Against => Clue::Against,
            How::Blame => Clue::Blame,
            How::Acts => Clue::Acts,
            How::Speaks => Clue::Speaks,
            How::Mentioned => Clue::Mentioned,
        };
        note(how, true);
        if here {
            note(Clue::Own, own == Some(doer.words.as_str()));
            let way = self.around.told[at.0][at.1]
                .borders
                .distance(doer.at, draft.harm);
            note(Clue::Close, way <= 4);
            note(Clue::Near, way <= 10);
            note(Clue::Distant, way > 20);
            note(Clue::Behind, doer.at >= draft.harm.1);
        }
        note(Clue::OtherAgent, !agent && draft.agent.is_some());
        note(
            Clue::OtherOwn,
            own.is_some() && !(here && own == Some(doer.words.as_str())),
        );
        let who = match doer.who {
            Who::Actor => Clue::Actor,
            Who::Force => Clue::Force,
            Who::Armed => Clue::Armed,
            Who::Person => Clue::Person,
            Who::People => Clue::People,
            Who::Name => Clue::Name,
            Who::Band => Clue::Band,
        };
        note(who, true);
        let words = &known.stems;
        let any = |of: &[usize]| words.iter().any(|word| of.contains(word));
        note(Clue::Claimant, any(&seen.words.claimant));
        // "A member of the Velmoran guard" and "supporters of the Velmoran party": a head or all words.
        let Words { victim, head, .. } = seen.words;
        let victim = !words.is_empty() && words.iter().all(|word| victim.contains(word))
            || known.head.is_some_and(|head| victim.contains(&head))
            || head.is_some_and(|head| words.contains(&head));
        note(Clue::Victim, victim);
        let same_kind = doer.for_state.is_some() && doer.for_state == draft.for_state;
        note(Clue::SameKind, same_kind);
        let against = doer.for_state.is_some() && draft.for_state == doer.for_state.map(|is| !is);
        note(Clue::OtherKind, against);
        let sides = &seen.words.sides;
        let same_side = known.side.is_some_and(|side| sides.contains(&side));
        note(Clue::SameSide, same_side);
        note(
            Clue::OtherSide,
            known.side.is_some() && !sides.is_empty() && !same_side,
        );
        if let Some(of_harmed) = seen.fight.filter(|_| did(doer)) {
            let own = self.is_of_harmed(i, known);
            let others = of_harmed.saturating_sub(usize::from(own && is_side(doer)));
            note(Clue::FoughtHarmed, others > 0 && !own);
            note(Clue::FoughtOthers, others == 0 && !own);
        }
        note(Clue::Claims, doer.claims);
        note(Clue::Harms, doer.harms);
        let arrest = claim.effect == Effect::Detained;
        note(Clue::Comes, doer.manner.comes && !arrest);
        note(Clue::Terror, doer.manner.terror);
        let stood_for = seen.stood_for == Some(std::ptr::from_ref(doer));
        note(Clue::Pronoun, stood_for);
        note(Clue::Agent, stood_for);
        note(Clue::OtherPronoun, draft.pronoun.is_some() && !stood_for);
        let unnamed = !is_named(doer.who);
        note(Clue::ToldBefore, doer.manner.told_before && unnamed);
        note(Clue::Unknown, doer.manner.unknown);
        note(Clue::NameBlamed, unnamed && seen.name_blamed);
        note(Clue::Harmed, doer.harmed);
        note(Clue::Located, doer.located);
        let harmed = seen
            .harmed
            .is_some_and(|harmed| words.iter().any(|word| harmed.contains(word)));
        note(Clue::VictimOfEvent, !victim && harmed);
        let (mut of_event, mut of_other) = (false, false);
        for word in words {
            let mine = usize::from(seen.words.own.contains(word));
            let all = self.own_in_all[*word];
            let in_event = match claim.event {
                Some(_) => seen.of_event.and_then(|own| own.get(word)).copied(),
                None => Some(mine),
            };
            let in_event = in_event.unwrap_or(0);
            of_event |= in_event > mine;
            of_other |= all > in_event;
        }
        note(Clue::OfEventsClaim, of_event);
        note(Clue::OfOthersClaim, of_other && !of_event);
        note(Clue::OfClaimBefore, any(seen.before));
        note(Clue::OfClaimAfter, any(seen.after));
        note(Clue::NobodyHere, seen.nobody_here);
        let force = doer.who == Who::Force || doer.manner.comes;
        note(Clue::ArrestByForce, arrest && force);
        note(Clue::ArrestByOther, arrest && !force);
        self.of_report(i, at, known, &mut note);
        clues
    }

    /// What all sentences of the report tell of a doer.
    fn of_report(&self, i: usize, at: At, known: &Known<'_>, mut note: impl FnMut(Clue, bool)) {
        let claim = &self.around.drafts[i].claim;
        let words = &known.stems;
        let doer = known.doer;
        let told = self.agents.get(&(at, doer.at));
        for j in told.into_iter().flatten() {
            let other = &self.around.drafts[*j].claim;
            if *j == i {
                continue;
            }
            let same = claim.event.is_some() && claim.event == other.event;
            note(Clue::AgentInEvent, same);
            note(Clue::AgentInOther, !same);
            note(Clue::DidSame, claim.effect == other.effect);
        }
        let arrests = |j: &usize| self.around.drafts[*j].claim.effect == Effect::Detained;
        note(
            Clue::Arrests,
            claim.effect != Effect::Detained && told.is_some_and(|told| told.iter().all(arrests)),
        );
        let armed = self.armed.as_ref().filter(|_| did(doer));
        note(
            Clue::SoleArmed,
            armed.is_some_and(|armed| words.iter().any(|word| armed.contains(word))),
        );
        let any_part = |is: fn(&Role) -> bool| words.iter().any(|word| is(&self.parts[*word]));
        note(Clue::Often, any_part(|part| part.named >= 3));
        note(Clue::VeryOften, any_part(|part| part.named >= 6));
        note(Clue::AgentOften, any_part(|part| part.agent >= 3));
        note(Clue::BlamedToo, any_part(|part| part.blamed));
        note(Clue::HarmedToo, any_part(|part| part.harmed));
        note(Clue::SpeaksToo, any_part(|part| part.speaks));
        let many = words.iter().map(|word| self.named[*word]).max();
        let many = many.unwrap_or(0);
        note(Clue::Again, many > 1);
        note(Clue::Most, many > 0 && many == self.most);
        note(Clue::Sole, many > 0 && many >= self.many);
        note(Clue::First, self.first == Some((at, doer.at)));
        note(Clue::OfSeveral, doer.of_several);
        note(
            Clue::SoleBlamed,
            self.sole_blamed
                .as_ref()
                .is_some_and(|sole| words.iter().any(|word| sole.contains(word))),
        );
    }

    /// What the claim itself is.
    fn of_claim(&self, i: usize, seen: &Seen<'_>) -> Clues {
        let draft = &self.around.drafts[i];
        let claim = &draft.claim;
        let mut clues = Clues::default();
        let mut note = |clue: Clue, is: bool| clues.note(clue, is);
        let by = |some: &[Means]| claim.means.iter().any(|means| some.contains(means));
        note(
            Clue::Bomb,
            by(&[Means::Bomb, Means::SuicideBomb, Means::Mine]),
        );
        note(
            Clue::Shots,
            by(&[
                Means::Shooting,
                Means::Blade,
                Means::Execution,
                Means::Beating,
            ]),
        );
        note(
            Clue::Shells,
            by(&[
                Means::Airstrike,
                Means::Artillery,
                Means::Missile,
                Means::Drone,
            ]),
        );
        let bears = |some: &[Category]| claim.categories.iter().any(|one| some.contains(one));
        note(
            Clue::Assailant,
            seen.assailant || bears(&[Category::Attacker]),
        );
        note(
            Clue::Unarmed,
            claim.effect.on_people()
                && draft.for_state.is_none()
                && !bears(&[Category::Combatant, Category::Police, Category::Security]),
        );
        let total = claim.scope != Scope::Incident;
        note(Clue::Total, total);
        note(Clue::Object, !claim.effect.on_people());
        note(
            Clue::Gone,
            matches!(claim.effect, Effect::Displaced | Effect::Missing),
        );
        note(Clue::Nobody, claim.modality == Modality::Negated);
        note(
            Clue::Unreal,
            matches!(claim.modality, Modality::Feared | Modality::Hypothetical),
        );
        note(Clue::TitleClaim, draft.field == 0);
        note(Clue::Part, claim.relation.kind == RelationKind::Part);
        clues
    }
}

/// The words of a draft and of those around it that those of a doer are held beside.
struct Seen<'r> {
    words: &'r Words,
    /// Those for whom the sentences of the claims before and after it alone speak.
    before: &'r [usize],
    after: &'r [usize],
    /// Those for whom the sentences of its event speak, and those harmed in it.
    of_event: Option<&'r BTreeMap<usize, usize>>,
    harmed: Option<&'r BTreeSet<usize>>,
    /// Whether its own sentence says of nobody that he has done anything.
    nobody_here: bool,
    /// Whom the pronoun stands for that its clause makes its agent.
    stood_for: Option<*const Doer>,
    /// Whether the account of the event blames one who has a name.
    name_blamed: bool,
    /// Whether those harmed are those who attacked.
    assailant: bool,
    /// Where the sentence looked at tells of a fight and both its sides, how many of them are those harmed.
    fight: Option<usize>,
}

/// Whether words are for those who attack.
fn attacks(words: &str) -> bool {
    let lower = words.to_lowercase();
    [
        "attacker",
        "assailant",
        "ambusher",
        "bomber",
        "raider",
        "gunm",
        "hijacker",
    ]
    .iter()
    .any(|stem| lower.contains(stem))
}

/// What it says of one to be told so of the event, and of another.
fn told_where(how: How) -> [Clue; 2] {
    match how {
        How::By | How::Subject => [Clue::DidInEvent, Clue::DidInOther],
        How::Owner => [Clue::OwnerInEvent, Clue::OwnerInOther],
        How::Blame => [Clue::BlameInEvent, Clue::BlameInOther],
        How::Against => [Clue::AgainstInEvent, Clue::AgainstInOther],
        How::Acts | How::Speaks => [Clue::ActsInEvent, Clue::ActsInOther],
        How::Mentioned => [Clue::MentionedInEvent, Clue::MentionedInOther],
    }
}

impl Report<'_> {
    /// Returns all who may have done the harm of the claims, those of one claim together, one claim after the other: in a
    /// long text without a stop they are many.
    pub(crate) fn candidates<'r>(
        &'r self,
        ties: &'r [Option<Tie>],
    ) -> impl Iterator<Item = Vec<Candidate<'r>>> {
        (0..self.around.drafts.len()).map(|i| self.of_draft(i, ties))
    }

    fn of_draft(&self, i: usize, ties: &[Option<Tie>]) -> Vec<Candidate<'_>> {
        let draft = &self.around.drafts[i];
        let own = |i: usize| self.words.get(i).map_or(&[][..], |words| &words.own);
        let event = draft.claim.event.as_deref();
        let here = (draft.field, draft.sentence);
        let mut did_here = self.doers[here.0][here.1]
            .iter()
            .map(|known| known.doer)
            .filter(|doer| did(doer));
        let mut seen = Seen {
            words: &self.words[i],
            before: i.checked_sub(1).map_or(&[], own),
            after: own(i + 1),
            of_event: event.and_then(|event| self.own.get(event)),
            harmed: event.and_then(|event| self.harmed.get(event)),
            nobody_here: did_here.all(|doer| doer.harmed),
            stood_for: self.stood_for(i),
            name_blamed: false,
            fight: None,
            assailant: attacks(&draft.claim.number.text),
        };
        let whole = self.around.whole(ties, i);
        let sentences = self.around.sentences(i);
        let of_claim = |at: At| {
            let mut of = at == here;
            self.around.stands(i, at, whole, |position, is| {
                of |= is && matches!(position, Position::OfEvent | Position::Aftermath);
            });
            of
        };
        seen.name_blamed = sentences.iter().any(|at| {
            let mut doers = self.doers[at.0][at.1].iter().map(|known| known.doer);
            doers.any(|doer| doer.how == How::Blame && is_named(doer.who)) && of_claim(*at)
        });
        let of_claim = self.of_claim(i, &seen);
        let mut candidates = Vec::new();
        for at in sentences {
            let doers = &self.doers[at.0][at.1];
            if doers.is_empty() {
                continue;
            }
            let mut sentence = of_claim;
            let note = |position: Position, is| sentence.note(position.into(), is);
            self.around.stands(i, at, whole, note);
            seen.fight = self.fight(i, at);
            let of_event = sentence.has(Clue::OfEvent) || sentence.has(Clue::Aftermath);
            let of_other = sentence.has(Clue::OfOther) || sentence.has(Clue::OtherAftermath);
            for known in doers {
                let [in_event, in_other] = told_where(known.doer.how);
                let mut sentence = sentence;
                sentence.note(in_event, of_event);
                sentence.note(in_other, of_other);
                sentence.note(Clue::ClaimsInEvent, known.doer.claims && of_event);
                let mut clues = sentence.with(self.of_doer(i, at, known, &seen));
                let bomb = clues.has(Clue::SoleBlamed) && clues.has(Clue::Bomb);
                clues.note(Clue::BlamedForBomb, bomb);
                clues.note(Clue::SoleInOther, clues.has(Clue::Sole) && of_other);
                candidates.push(Candidate {
                    doer: known.doer,
                    stems: &known.stems,
                    clues,
                    at,
                    // "It claimed to have killed 15": the pronoun brings him here.
                    here: at == here || clues.has(Clue::Pronoun),
                });
            }
        }
        candidates
    }
}
