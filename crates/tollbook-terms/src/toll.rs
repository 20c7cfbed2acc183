//! A toll: the sum over incidents that answers a question, and what stands beside it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actor::Affiliation;
use crate::claim::{Claimant, Count, Place, When};
use crate::incident::Older;
use crate::lists::{Category, Cause, Effect};

/// What a toll is asked for; the default asks for all harm by violence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// First day of the period.
    pub since: Option<Date>,
    /// Last day of the period.
    pub until: Option<Date>,
    /// A place by name (whole words of its name suffice), or a country by its ISO 3166-1 alpha-2
    /// code in capitals.
    pub place: Option<String>,
    /// Only this effect.
    pub effect: Option<Effect>,
    /// Only this category.
    pub category: Option<Category>,
    /// Only harm that someone blames on this actor.
    pub party: Option<String>,
    /// Harm by this cause.
    pub cause: Cause,
}

impl Default for Question {
    fn default() -> Question {
        Question {
            since: None,
            until: None,
            place: None,
            effect: None,
            category: None,
            party: None,
            cause: Cause::Violence,
        }
    }
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toll {
    /// What was asked.
    pub question: Question,
    /// One for each effect that any incident in question has, in the order of the list.
    pub lines: Vec<Line>,
    /// Cumulative claims, with what the incidents in question make up of each.
    pub cumulative: Vec<Beside>,
    /// What is not in the sums, and why.
    pub footing: Footing,
}

/// A sum over incidents: of low, best and high, each by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The lows together.
    pub low: u64,
    /// The bests together.
    pub best: u64,
    /// The highs together; `None` where one of them is open.
    pub high: Option<u64>,
    /// Ids of the incidents in it.
    pub incidents: Vec<String>,
}

impl Default for Sum {
    /// The sum of no incident: 0, not open.
    fn default() -> Sum {
        Sum {
            low: 0,
            best: 0,
            high: Some(0),
            incidents: Vec::new(),
        }
    }
}

/// The toll of one effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What happened.
    pub effect: Effect,
    /// How many.
    pub sum: Sum,
    /// The categories among them; they may overlap and are not added up.
    pub among: Vec<(Category, Sum)>,
    /// By side of the alleged perpetrator; `None` where nobody known is blamed. An incident that is
    /// blamed on several stands in the row of each, with what those who blame it on that one say.
    pub by_perpetrator: Vec<(Option<String>, Sum)>,
    /// By side of the claimants: what those who stand there say. An incident stands in each row that
    /// has a claimant in it.
    pub by_claimant: Vec<(Affiliation, Sum)>,
    /// Where incidents that sum others were laid against what they contain.
    pub contained: Vec<Contained>,
    /// Ids of the incidents in it that are contested.
    pub contested: Vec<String>,
    /// Ids of the incidents in it whose claimants all stand on one side.
    pub one_sided: Vec<String>,
}

/// Incidents that sum others, and those others: the larger best counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contained {
    /// Incidents that sum others; the one with the largest best.
    pub whole: Sum,
    /// The incidents told one by one.
    pub parts: Sum,
}

/// A total that a claimant gives over a period or many events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// The claim of the newest such total.
    pub claim: String,
    /// Who says so.
    pub claimant: Claimant,
    /// When it was first given: a day or an RFC 3339 time.
    pub at: String,
    /// What happened.
    pub effect: Effect,
    /// What brought it about.
    pub cause: Cause,
    /// How many.
    pub count: Count,
    /// Of whom or what.
    pub categories: Vec<Category>,
    /// Over which days.
    pub when: When,
    /// Over which place.
    pub place: Option<Place>,
    /// Neutral id of whoever is blamed.
    pub perpetrator: Option<String>,
    /// The larger total that it is part of.
    pub part_of: Option<String>,
    /// Older totals of the same claimant over a period with the same start, the newest first.
    pub history: Vec<Older>,
    /// Claims that say the same total again, copies among them.
    pub repeated: Vec<String>,
}

/// A cumulative total, and the incidents that fall into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// What is claimed.
    pub total: Total,
    /// What the known incidents make up of it.
    pub known: Known,
}

/// What the known incidents make up of a total: a sum of low, best and high, each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The lows together.
    pub low: u64,
    /// The bests together.
    pub best: u64,
    /// The highs together; `None` where one of them is open.
    pub high: Option<u64>,
    /// How many incidents.
    pub incidents: usize,
}

/// What is not in the sums, and why. Every toll is likely an undercount.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Footing {
    /// Ids of incidents without a day, left out of the period.
    pub undated: Vec<String>,
    /// Ids of incidents without a place, left out of the place.
    pub unplaced: Vec<String>,
    /// Ids of incidents with harm by another cause.
    pub other_causes: Vec<String>,
    /// Claims that harm was done, in no event and no total.
    pub without_event: Vec<String>,
    /// Claims about a closed past.
    pub background: Vec<String>,
}
