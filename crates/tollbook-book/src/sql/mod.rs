//! Everything of SQL: the schema and its migrations, and every statement. No rule lives here.

pub(crate) mod decisions;
pub(crate) mod dump;
pub(crate) mod linked;
pub(crate) mod lists;
pub(crate) mod migrate;
pub(crate) mod open;
pub(crate) mod readings;
pub(crate) mod reports;
