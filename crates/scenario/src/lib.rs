//! Lesson scenarios: text in, a scenario and every diagnostic out.
