//! The one place that writes: data to standard output, messages and progress to standard error.

use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write, stderr, stdout};

use indicatif::ProgressBar;
use tollbook_book::Progress;
use tollbook_formats::clean;
use tollbook_formats::output::style::Style;
use tollbook_linker::say;

use crate::sources::plural;

/// Standard output and standard error of one run.
pub(crate) struct Page {
    out: BufWriter<StdoutLock<'static>>,
    /// How standard output is styled.
    pub(crate) style: Style,
    /// The line of progress, where standard error is a terminal and work is going on.
    bar: Option<ProgressBar>,
    has_told_of_waiting: bool,
    committed: u64,
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
            bar: None,
            has_told_of_waiting: false,
            committed: 0,
        }
    }

    /// Writes text that is ready to be shown.
    ///
    /// # Errors
    /// When standard output does not take it.
    pub(crate) fn write(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    /// Writes bytes that are for a file or another program (a completion script, a man page).
    ///
    /// # Errors
    /// When standard output does not take them.
    pub(crate) fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.end_progress();
        self.out.write_all(bytes)
    }

    /// Hands everything written so far to whoever reads it.
    ///
    /// # Errors
    /// When standard output does not take it.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.end_progress();
        self.out.flush()
    }

    /// Tells the person at the keyboard something, on standard error, after what was written.
    pub(crate) fn tell(&mut self, message: &str) {
        self.line("tollbook", message);
    }

    /// Tells what to do about what was told last.
    pub(crate) fn hint(&mut self, hint: &str) {
        self.line("hint", hint);
    }

    fn line(&mut self, label: &str, message: &str) {
        // A message that nobody can read is no reason to end; a closed page shows at the next write.
        let _ = self.out.flush();
        match &self.bar {
            Some(bar) => bar.suspend(|| line(label, message)),
            None => line(label, message),
        }
    }

    /// Follows a long piece of work: a line that changes on a terminal, else what is committed.
    pub(crate) fn follow(&mut self, progress: &Progress<'_>) {
        match *progress {
            Progress::Waiting if !self.has_told_of_waiting => {
                self.has_told_of_waiting = true;
                self.tell("another command is writing to the book: waiting for it");
            }
            Progress::Skipped {
                report,
                version,
                newest,
            } if version < newest => self.tell(&format!(
                "{report} is in the book already, as version {version} of {newest}: the newest stands"
            )),
            Progress::Refused(line) => self.tell(line),
            Progress::Taken(n) => {
                let committed = say::number(self.committed);
                self.show(&format!("{} taken, {committed} committed", plural(n, "report")));
            }
            Progress::Committed(n) => {
                self.committed = n;
                let line = format!("{} committed", plural(n, "report"));
                if !self.show(&line) {
                    self.tell(&line);
                }
            }
            Progress::Reading { done, of } => {
                self.show(&format!("{} of {} reports read again", say::number(done), say::number(of)));
            }
            Progress::Linking => {
                self.show("joining claims into incidents");
            }
            Progress::Checking { done, of } => {
                self.show(&format!("{} of {} rows checked", say::number(done), say::number(of)));
            }
            Progress::Waiting | Progress::Kept { .. } | Progress::Skipped { .. } => {}
        }
    }

    /// Shows a line of progress; returns whether there is a terminal to show it on.
    fn show(&mut self, line: &str) -> bool {
        if self.bar.is_none() && stderr().is_terminal() && !is_plain() {
            self.bar = Some(ProgressBar::new_spinner());
        }
        match &self.bar {
            Some(bar) => {
                bar.set_message(line.to_owned());
                bar.tick();
                true
            }
            None => false,
        }
    }

    fn end_progress(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

fn line(label: &str, message: &str) {
    let mut err = stderr().lock();
    for (i, told) in clean::block(message).lines().enumerate() {
        // As above: nobody is there to be told.
        let _ = match i {
            0 => writeln!(err, "{label}: {told}"),
            _ => writeln!(err, "  {told}"),
        };
    }
}

/// Returns whether the terminal, or the person at it, wants no styles.
fn is_plain() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    set("NO_COLOR") || env::var_os("TERM").is_some_and(|term| term == "dumb")
}
