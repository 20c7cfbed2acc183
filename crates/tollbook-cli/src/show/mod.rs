//! The pages: what a command found, as a person reads it.

pub(crate) mod claim;
pub(crate) mod decision;
pub(crate) mod incident;
pub(crate) mod report;
pub(crate) mod toll;
