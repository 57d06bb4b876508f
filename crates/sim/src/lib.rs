//! The classroom simulation: scenario + seed + commands in, events out.
