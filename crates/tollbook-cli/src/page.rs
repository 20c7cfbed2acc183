//! The one place that writes: data to standard output, messages to standard error.

use std::env;
use std::io::{self, BufWriter, IsTerminal, StderrLock, StdoutLock, Write, stderr, stdout};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tollbook_formats::clean;
use tollbook_formats::output::style::Style;

/// Standard output and standard error of one run.
pub(crate) struct Page {
    out: BufWriter<StdoutLock<'static>>,
    /// How standard output is styled.
    pub(crate) style: Style,
}

impl Page {
    /// Returns the page of this run.
    pub(crate) fn new() -> Page {
        let styled = stdout().is_terminal() && !is_plain();
        Page {
            out: BufWriter::with_capacity(1 << 16, stdout().lock()),
            style: if styled {
                Style::Terminal
            } else {
                Style::Plain
            },
        }
    }

    /// Writes text that is ready to be shown.
    ///
    /// # Errors
    /// When standard output does not take it.
    pub(crate) fn write(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Writes bytes that are for a file or another program (a completion script, a man page).
    ///
    /// # Errors
    /// When standard output does not take them.
    pub(crate) fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Hands everything written so far to whoever reads it.
    ///
    /// # Errors
    /// When standard output does not take it.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Tells the person at the keyboard something, on standard error, after what was written.
    pub(crate) fn tell(&mut self, message: &str) {
        // A message that nobody can read is no reason to end; a closed page shows at the next write.
        let _ = self.out.flush();
        let _ = tell(&mut stderr().lock(), message);
    }
}

fn tell(err: &mut StderrLock<'_>, message: &str) -> io::Result<()> {
    for (i, line) in clean::block(message).lines().enumerate() {
        let program = if i == 0 { "tollbook: " } else { "  " };
        writeln!(err, "{program}{line}")?;
    }
    Ok(())
}

/// Returns a bar on standard error that counts up to `most`; hidden where that is no terminal.
pub(crate) fn progress(most: u64) -> ProgressBar {
    let target = match stderr().is_terminal() && !is_plain() {
        true => ProgressDrawTarget::stderr(),
        false => ProgressDrawTarget::hidden(),
    };
    let bar = ProgressBar::with_draw_target(Some(most), target);
    match ProgressStyle::with_template("{wide_bar} {human_pos} of {human_len} files  {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Returns whether the terminal, or the person at it, wants no styles.
fn is_plain() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    set("NO_COLOR") || env::var_os("TERM").is_some_and(|term| term == "dumb")
}
