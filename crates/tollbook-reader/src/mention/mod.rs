//! Phrases to mentions: which phrase is said to be harmed, by which words.
//!
//! Rooms that find mentions: [`verb`] ("killed five"), [`expression`] ("lost a leg"), [`thing`] ("an air
//! strike on a house"), [`state`] ("five dead", "two wounded men"), [`noun`] ("five deaths"), [`body`] ("five bodies"), [`toll`] ("the
//! toll rose to five"), [`deed`] ("the killing of five"), [`fate`] ("the fate of five is unknown") and [`whose`] ("whose arm was torn off"); [`part`] and [`share`] then add those told within
//! another ("including a child", "mostly girls"), [`spelt`] those spelt out ("was among them"), [`roll`] lists ("the dead were"), [`carried`] those whose harm
//! was told before ("two of them were brothers"). They see a sentence as a [`scene`]. Who stands before a verb is
//! found in [`subject`], past what [`between`] knows, or else in the [`opening`] of its clause, and by whom a pronoun means in [`spoken`]; [`list`] goes on to
//! those joined to them, by what [`member`] and [`link`] know, and [`counted`] knows things told by a number alone.

mod aboard;
mod abuse;
mod between;
mod body;
mod carried;
mod counted;
mod deed;
mod expression;
mod fate;
pub(crate) mod figurative;
mod link;
mod list;
mod member;
mod noun;
mod opening;
mod part;
mod roll;
mod scene;
mod share;
mod spelt;
mod spoken;
mod spread;
mod state;
mod subject;
mod thing;
mod toll;
mod verb;
mod whose;

pub(crate) use body::BODIES;
pub(crate) use carried::{
    FIGURE as CARRIED_FIGURE, GAPPED as CARRIED_GAPPED, OF_THEM, REPLACED, of_another_time,
};
pub(crate) use deed::is_killer;
pub(crate) use noun::NTH;
pub(crate) use part::{AMONG, INCLUDING};
pub(crate) use roll::{NAMED_AS, WERE};
pub(crate) use scene::Scene;
pub(crate) use toll::TOLL;
use tollbook_terms::{Count, Effect};
pub(crate) use verb::may_have_killed;

use crate::rule::Rule;

/// The rules of this room.
pub(crate) fn rules() -> Vec<&'static Rule> {
    [
        verb::RULES,
        expression::RULES,
        thing::RULES,
        figurative::RULES,
        state::RULES,
        aboard::RULES,
        abuse::RULES,
        toll::RULES,
        noun::RULES,
        body::RULES,
        deed::RULES,
        fate::RULES,
        part::RULES,
        share::RULES,
        spread::RULES,
        roll::RULES,
        carried::RULES,
        whose::RULES,
    ]
    .concat()
}

/// One phrase said to be harmed.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) effect: Effect,
    /// The phrase, by its place in the sentence's list.
    pub(crate) phrase: usize,
    pub(crate) count: Count,
    /// Token of the verb or noun of harm.
    pub(crate) trigger: usize,
    /// Tokens of the clause that states the harm.
    pub(crate) quote: (usize, usize),
    /// Tokens of whoever is said to have done it, in the same clause.
    pub(crate) agent: Option<(usize, usize)>,
    /// The mention that this one is a part of, by its place in the sentence's list.
    pub(crate) part_of: Option<usize>,
    /// Whether it is a part of something told elsewhere ("two of them", "among the dead").
    pub(crate) partitive: bool,
    pub(crate) rule: &'static str,
}

/// Returns the mentions of a sentence in order of their numbers.
pub(crate) fn mentions(scene: &Scene<'_, '_>) -> Vec<Mention> {
    let mut found = Vec::new();
    if figurative::is_sport(scene) {
        return found;
    }
    verb::find(scene, &mut found);
    thing::find(scene, &mut found);
    state::find(scene, &mut found);
    verb::casualties(scene, &mut found);
    verb::as_were(scene, &mut found);
    verb::died(scene, &mut found);
    whose::find(scene, &mut found);
    noun::find(scene, &mut found);
    toll::find(scene, &mut found);
    deed::find(scene, &mut found);
    fate::find(scene, &mut found);
    aboard::find(scene, &mut found);
    abuse::find(scene, &mut found);
    verb::once_himself(scene, &mut found);
    state::told_by_more(&mut found);
    part::find(scene, &mut found);
    spelt::identify(scene, &mut found);
    share::find(scene, &mut found);
    roll::find(scene, &mut found);
    carried::find(scene, &mut found);
    spread::find(scene, &mut found);
    found
}
