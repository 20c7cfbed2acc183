//! The book from outside, through its door, with a toy reader that is told its claims by the text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod adding;
mod asking;
mod deciding;
mod durability;
mod opening;
mod toy;
mod verifying;
