//! The words of every sentence that is shown about incidents and tolls.

/// Returns what a report is called as a claimant where it has no outlet.
pub fn no_outlet(report: &str) -> String {
    format!("report {report}, which names no outlet")
}
