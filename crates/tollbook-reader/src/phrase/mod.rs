//! Tokens to phrases: quantities, noun phrases, dates.

pub(crate) mod aside;
pub(crate) mod date;
pub(crate) mod noun;
pub(crate) mod ordinal;
pub(crate) mod quantity;
