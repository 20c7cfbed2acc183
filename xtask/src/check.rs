//! `cargo xtask check`: what stands before every change.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Runs the same script as the project's CI.
///
/// # Errors
/// Says when the script cannot be started or finds something.
pub(crate) fn check(root: &Path) -> Result<()> {
    let status = Command::new(root.join(".ci/run"))
        .status()
        .context("cannot run .ci/run")?;
    ensure!(status.success(), ".ci/run found something (see above)");
    Ok(())
}
