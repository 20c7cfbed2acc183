//! The short notation, as rule examples use it: one claim a line.

use tollbook_terms::{Reading, Report, short};

use super::{heading, reasons};
use crate::clean;

/// Returns the report's heading and a line for each claim, with its number in the report's words.
pub fn claims(report: &Report, reading: &Reading, explain: bool) -> String {
    let mut out = format!("{}\n", heading(report));
    if let Some(reason) = &reading.unread {
        out.push_str(&format!("  not read: {reason}\n"));
    }
    for claim in &reading.claims {
        let line = short::line(claim, &reading.claims);
        let number = clean::line(&claim.number.text);
        out.push_str(&format!("  {}  {line}  \"{number}\"\n", claim.id));
        if explain {
            for reason in reasons(report, claim) {
                out.push_str(&format!("      {reason}\n"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::tests::{reading, report};

    #[test]
    fn each_claim_is_a_line_in_the_short_notation() {
        assert_eq!(
            claims(&report(), &reading(), false),
            "a  (Sornel Post, 2031-03-04)\n  \
             c1  killed 5 civilian  \"5 civilians\"\n  \
             c2  killed 1 child part-of 5  \"a child\"\n"
        );
    }
}
