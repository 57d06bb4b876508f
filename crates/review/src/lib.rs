//! What happened in a run, and what to try next.
