//! What happens when a system, an observer or a command fails: it is logged, and the lesson goes on.

use bevy::ecs::error::{BevyError, ErrorContext, Severity};
use bevy::prelude::*;

/// Logs an error by its severity. Nothing aborts a release build: a failing system must not end a lesson.
fn log_and_go_on(error: BevyError, context: ErrorContext) {
    match error.severity() {
        Severity::Ignore => {}
        Severity::Trace => trace!("{context}: {error}"),
        Severity::Debug => debug!("{context}: {error}"),
        Severity::Info => info!("{context}: {error}"),
        Severity::Warning => warn!("{context}: {error}"),
        Severity::Error => error!("{context}: {error}"),
        _ => {
            error!("{context}: {error}");
            debug_assert!(cfg!(not(debug_assertions)), "{context}: {error}");
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.set_error_handler(log_and_go_on);
}
