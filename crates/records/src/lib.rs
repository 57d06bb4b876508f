//! What must outlive a run: the store, and xAPI statements.
