//! The nouns of Tollbook, in the words of casualty recorders.
//!
//! Everyone shares these types; nobody's rules live here. The room touches no files, no clock and no
//! words of any language. A [`claim::Claim`] serialises to the one written shape of a claim, the
//! field names and closed lists of which are a contract with the people who read the output.

pub mod actor;
pub mod claim;
pub mod decision;
pub mod hash;
pub mod incident;
pub mod lists;
pub mod name;
pub mod report;
pub mod short;
pub mod toll;

pub use actor::{Affiliation, Party};
pub use claim::{
    Actors, Claim, Claimant, Count, Field, Number, Place, Quote, Reading, Relation, Victim, When,
    Why,
};
pub use decision::{Act, Decision, Subject};
pub use hash::Hash;
pub use incident::{
    Aside, Blamed, Chosen, Contest, Contradiction, Did, Figure, Grade, Incident, Older, Piece,
    Said, Step,
};
pub use lists::{Basis, Category, Cause, Effect, Means, Modality, RelationKind, Scope};
pub use name::{ClaimName, short_id};
pub use report::{Published, Report};
pub use toll::{Beside, Contained, Footing, Known, Line, Question, Sum, Toll, Total};
