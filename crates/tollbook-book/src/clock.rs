//! The one place that asks for the time.

use jiff::{Timestamp, Unit};

/// Returns the time, to the second: what is kept with a report or a decision.
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    now.round(Unit::Second).unwrap_or(now)
}
