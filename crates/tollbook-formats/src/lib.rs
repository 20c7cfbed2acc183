//! Bytes in to reports, readings out to bytes.
//!
//! Foreign bytes are parsed here, where nothing can be stored, opened or sent. An input is refused
//! by a [`Refusal`], which is a value: one bad input never stops a run, and every refusal is worded
//! in [`refusal`]. Whatever a report says reaches a page through [`clean`].

pub mod clean;
pub mod input;
pub mod limits;
pub mod output;
pub mod refusal;

pub use refusal::{Refusal, What};
