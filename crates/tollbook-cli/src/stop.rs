//! Ctrl-C and SIGTERM: the first asks a command to stop where nothing is lost, the second ends it.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use crate::failure::{Exit, Failure};

/// What a shell returns for a command that was ended by Ctrl-C.
const ENDED_BY_SIGNAL: i32 = 130;

/// Whether a signal asked to stop.
#[derive(Debug, Clone)]
pub(crate) struct Stop {
    asked: Arc<AtomicBool>,
}

impl Stop {
    /// Listens for signals from now on.
    pub(crate) fn on_signal() -> Result<Stop, Failure> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            flag::register_conditional_shutdown(signal, ENDED_BY_SIGNAL, Arc::clone(&asked))
                .and_then(|_| flag::register(signal, Arc::clone(&asked)))
                .map_err(|error| {
                    Failure::new(Exit::Unread, format!("cannot listen for signals: {error}"))
                })?;
        }
        Ok(Stop { asked })
    }

    /// Returns whether it was asked.
    pub(crate) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    /// Returns whether the work goes on.
    pub(crate) fn flow(&self) -> ControlFlow<()> {
        match self.is_asked() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}
