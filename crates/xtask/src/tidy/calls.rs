//! Rules of single calls: what breaks a repeatable simulation, and what is left unfinished or unanswered.

use super::Finding;
use super::rows::DETERMINISTIC;
use super::rust::RustFile;

/// What makes a run differ between machines or runs, and what to use in its place.
const UNREPEATABLE: &[(&str, &str)] = &[
    ("Instant : : now", "the wall clock differs in every run; count ticks"),
    ("SystemTime", "the wall clock differs in every run; count ticks"),
    ("thread_rng", "a thread's randomness differs in every run; draw from the run's seed"),
    ("rand : : rng", "a thread's randomness differs in every run; draw from the run's seed"),
    ("HashMap", "its order differs in every run; use BTreeMap or a vector"),
    ("HashSet", "its order differs in every run; use BTreeSet or a vector"),
];

/// Functions of floats that the system's maths library computes, each machine a little differently.
const INEXACT: &[&str] = &[
    "exp", "exp2", "ln", "log2", "log10", "powf", "powi", "sin", "cos", "tan", "sin_cos", "asin", "acos", "atan",
    "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot",
];

/// What is not finished. Tests are held to it too.
const UNFINISHED: &[(&str, &str)] = &[
    ("todo !", "finish it, or leave it out"),
    ("unimplemented !", "finish it, or leave it out"),
    ("dbg !", "remove it; to keep a message use Bevy's logging"),
    ("# [ ignore", "a test that does not run proves nothing; mend it or remove it"),
    ("allow ( dead_code", "remove what nobody uses"),
];

/// In the simulation and the review: the same run gives the same result on every machine.
pub fn repeatable(file: &RustFile) -> Vec<Finding> {
    let bound = DETERMINISTIC.iter().any(|name| file.path.starts_with(&format!("crates/{name}/src/")));
    if !bound {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut add = |pattern: &str, message: &str| {
        for token in file.find(pattern).filter(|token| !token.in_test) {
            let message = format!("`{}`: {message}", pattern.replace(' ', ""));
            findings.push(Finding::new(file.path, token.line, "repeatable", message));
        }
    };
    for (pattern, message) in UNREPEATABLE {
        add(pattern, message);
    }
    for function in INEXACT {
        let message = "machines differ in its last digits; use + - * / sqrt, or a table";
        add(&format!(". {function} ("), message);
        add(&format!("f32 : : {function}"), message);
        add(&format!("f64 : : {function}"), message);
    }
    findings
}

/// Nothing is left unfinished, and no result is thrown away unseen.
pub fn finished(file: &RustFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (pattern, message) in UNFINISHED {
        for token in file.find(pattern) {
            let message = format!("`{}`: {message}", pattern.replace(' ', ""));
            findings.push(Finding::new(file.path, token.line, "finished", message));
        }
    }
    for (at, window) in file.tokens.windows(3).enumerate() {
        let [keyword, name, sign] = window else { continue };
        let statement = || file.tokens[at..].iter().take_while(|token| token.text != ";");
        let discards = keyword.text == "let" && name.text == "_" && sign.text == "=";
        if discards && statement().any(|token| token.text == "(") {
            let message = "a result is thrown away: handle it, or `.ok()` it with a word of why";
            findings.push(Finding::new(file.path, keyword.line, "finished", message.to_owned()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{clean, found};
    use super::{finished, repeatable};

    #[test]
    fn the_simulation_is_repeatable() {
        found(repeatable, "crates/sim/src/a.rs", "fn f() { let t = std::time::Instant::now(); }", "ticks");
        found(repeatable, "crates/review/src/a.rs", "use std::collections::HashMap;", "BTreeMap");
        found(repeatable, "crates/sim/src/a.rs", "fn f(x: f32) -> f32 { x.exp() }", ".exp(");
        found(repeatable, "crates/sim/src/a.rs", "fn f(x: f32) -> f32 { f32::sin(x) }", "last digits");
        clean(repeatable, "crates/sim/src/a.rs", "fn f(x: f32) -> f32 { x.sqrt().max(0.0) } // not x.exp()");
        clean(repeatable, "crates/sim/benches/speed.rs", "fn f() { Instant::now(); }");
        clean(repeatable, "crates/records/src/a.rs", "use std::collections::HashMap;");
        clean(repeatable, "crates/sim/src/a.rs", "#[cfg(test)] mod tests { use std::collections::HashSet; }");
    }

    // The marks below are what the rule looks for, in the texts it is tried on: nothing here is unfinished itself.
    #[test]
    fn nothing_is_left_unfinished() {
        found(finished, "src/a.rs", "fn f() { todo!() }", "finish it");
        found(finished, "src/a.rs", "#[test] #[ignore = \"slow\"] fn f() {}", "proves nothing");
        found(finished, "src/a.rs", "#[allow(dead_code)] fn f() {}", "nobody uses");
        found(finished, "src/a.rs", "fn f() { let _ = g(); }", "thrown away");
        clean(finished, "src/a.rs", "fn f() { let _guard = g(); let _ = value; h(\"todo!()\") }");
    }
}
