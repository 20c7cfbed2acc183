//! An incident: what all reports together say about one event, and who says it.

use serde::{Deserialize, Serialize};

use crate::actor::Affiliation;
use crate::claim::{Claimant, Count, Place, When};
use crate::lists::{Category, Cause, Effect, Means, Modality};

/// The claims of all reports about one event, and the figures they give.
///
/// Claims are named by their short ids throughout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// `i-` and the letters of the first claim of the report that was added first; reports that join
    /// later do not change it.
    pub id: String,
    /// Every name of the place, as first told; empty where no report names one.
    pub places: Vec<Place>,
    /// From the first to the last day that any report gives.
    pub when: When,
    /// By what, sorted; everything that any report says.
    pub means: Vec<Means>,
    /// Ids of the reports that tell of it, in the order of adding.
    pub reports: Vec<String>,
    /// All its claims, in the order of adding and of reading.
    pub claims: Vec<String>,
    /// Whom the reports blame, sorted by the actor's id.
    pub blamed: Vec<Blamed>,
    /// One for each effect, cause and category, in that order; the figure of all people or objects
    /// (category `None`) stands before those of its categories.
    pub figures: Vec<Figure>,
    /// Denied, negated, feared and hypothetical harm: shown, but setting no figure.
    pub aside: Vec<Aside>,
    /// What cannot be true together; shown, not repaired.
    pub contradictions: Vec<Contradiction>,
    /// Ids of the incidents that this one sums ("20 killed across the city on Tuesday").
    pub contains: Vec<String>,
    /// Why it is contested; empty where it is not.
    pub contested: Vec<Contest>,
    /// The side on which all its claimants stand, where they all stand on one.
    pub one_sided: Option<Affiliation>,
}

/// An actor whom someone blames.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blamed {
    /// Neutral id; `None` where the words resolve to nobody known.
    pub actor: Option<String>,
    /// The words used, each once.
    pub words: Vec<String>,
    /// Who blames this actor.
    pub claimants: Vec<Claimant>,
    /// The claims that do so.
    pub claims: Vec<String>,
}

/// How many were harmed in one way in one incident: `low <= best`, and `best <= high` where `high`
/// is not open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What happened.
    pub effect: Effect,
    /// What brought it about.
    pub cause: Cause,
    /// Of whom or what; `None` for all.
    pub category: Option<Category>,
    /// The smallest low that stands.
    pub low: u64,
    /// The figure that is best supported.
    pub best: u64,
    /// The largest high that stands; `None` is open.
    pub high: Option<u64>,
    /// The rule that chose `best`.
    pub chosen: Chosen,
    /// Who says what; the newest first.
    pub said: Vec<Said>,
    /// Figures about some of these people or objects only ("3 children", beside another claimant's
    /// "21 people"); they set the figure of their category, not this one.
    pub narrower: Vec<Said>,
    /// How well it is supported.
    pub grade: Grade,
    /// What was left out on the way to `said`, in the order of the rules.
    pub steps: Vec<Step>,
}

/// The rule that chose the best figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// It is the only exact figure.
    Only,
    /// It has the most independent claimants: this many.
    MostClaimants(usize),
    /// The newest of those that have equally many independent claimants.
    Newest,
    /// Only bounds stand: the highest low.
    HighestLow,
}

/// What one claimant says: the figure that stands, and the older ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// One; several where a report puts a figure together from what several say.
    pub claimants: Vec<Claimant>,
    /// How many; the sum of the pieces.
    pub count: Count,
    /// When this figure was first given: a day or an RFC 3339 time.
    pub at: String,
    /// The claims that it sums.
    pub pieces: Vec<Piece>,
    /// Older figures of the same claimant, the newest first.
    pub history: Vec<Older>,
}

/// One claim in the sum of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The claim.
    pub claim: String,
    /// What it adds.
    pub count: Count,
    /// Neutral id of whoever it blames.
    pub perpetrator: Option<String>,
    /// Where its claimant stands.
    pub affiliation: Affiliation,
}

/// A figure that its claimant has replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Older {
    /// How many.
    pub count: Count,
    /// When it was first given.
    pub at: String,
    /// The claims that it sums.
    pub claims: Vec<String>,
}

/// A claim that is shown beside the figures and sets none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// The claim.
    pub claim: String,
    /// Who says so.
    pub claimant: Claimant,
    /// What is said to have happened, or not to have happened.
    pub effect: Effect,
    /// How many.
    pub count: Count,
    /// Of whom or what.
    pub categories: Vec<Category>,
    /// Why it sets no figure.
    pub modality: Modality,
}

/// How well a figure is supported: a label, never a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The alleged perpetrator accepts it.
    Confirmed,
    /// Two or more independent claimants say so.
    Fair,
    /// One claimant says so.
    Weak,
    /// The alleged perpetrator denies it, or different parties are blamed.
    Contested,
}

impl Grade {
    /// Returns the written name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Grade::Confirmed => "confirmed",
            Grade::Fair => "fair",
            Grade::Weak => "weak",
            Grade::Contested => "contested",
        }
    }
}

/// Why an incident is contested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contest {
    /// Someone on the side of the alleged perpetrator denies it.
    Denied {
        /// Who denies.
        claimant: Claimant,
        /// The denial.
        claim: String,
    },
    /// The same harm is blamed on different actors.
    BlamedOnDifferentActors {
        /// Their neutral ids.
        actors: Vec<String>,
    },
}

/// Two statements about one incident that cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contradiction {
    /// A part is larger than the whole it is part of.
    PartLargerThanWhole {
        /// The part.
        part: String,
        /// The least that the part says.
        part_low: u64,
        /// The whole.
        whole: String,
        /// The most that the whole says.
        whole_high: u64,
    },
    /// The figure of a category is larger than that of all.
    CategoryLargerThanAll {
        /// What happened.
        effect: Effect,
        /// The category.
        category: Category,
        /// The low of the category.
        category_low: u64,
        /// The high of all.
        all_high: u64,
    },
    /// One says that nobody was harmed, another gives a figure.
    SaidToBeNone {
        /// The claim that nobody was harmed.
        claim: String,
        /// Who says so.
        claimant: Claimant,
        /// What did not happen.
        effect: Effect,
        /// The best figure of those who say that it did.
        best: u64,
    },
}

/// One step in the making of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done.
    pub did: Did,
    /// The claims it was done to.
    pub claims: Vec<String>,
}

/// What a step did, in the order of the rules.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// A text family speaks once: these claims stand in copies or in older versions.
    LeftOutCopies,
    /// A claimant speaks once: these claims are older figures of claimants who gave newer ones.
    LeftOutOlder,
    /// These claims say again what a claimant says already.
    LeftOutRepeated,
    /// These claims are replaced by their own report.
    LeftOutRevised,
    /// These are part of a larger figure that counts.
    LeftOutParts,
    /// These stand against single figures of a report that adds up too many to follow each.
    LeftOutRivals,
    /// These are about some of the people or objects only.
    LeftOutNarrower,
    /// These are denied, negated, feared or hypothetical.
    SetNoFigure,
}
