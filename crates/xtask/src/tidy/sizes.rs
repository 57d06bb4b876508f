//! Rules of size and shape: files and functions one can read, each file saying what it is for.

use super::Finding;
use super::rows::{FILE_LINES, FN_LINES, GENERATED};
use super::rust::RustFile;

/// A file is at most [`FILE_LINES`] long, unless a program wrote it.
pub fn file_length(path: &str, text: &str) -> Vec<Finding> {
    let lines = text.lines().count();
    if lines <= FILE_LINES || GENERATED.iter().any(|(name, _)| *name == path) {
        return Vec::new();
    }
    let message = format!("{lines} lines, {FILE_LINES} are allowed; one file is one concern");
    vec![Finding::new(path, FILE_LINES + 1, "size", message)]
}

/// A function is at most [`FN_LINES`] long.
pub fn function_length(file: &RustFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, token) in file.tokens.iter().enumerate().filter(|(_, token)| token.text == "fn") {
        // `fn(u8)` is a type: a function has a name.
        let Some(name) = file.tokens.get(at + 1).filter(|next| next.text != "(") else { continue };
        let Some(end) = body_end(file, at) else { continue };
        let lines = end + 1 - token.line;
        if lines > FN_LINES {
            let message = format!("`{}` has {lines} lines, {FN_LINES} are allowed; name its parts", name.text);
            findings.push(Finding::new(file.path, token.line, "size", message));
        }
    }
    findings
}

/// The line on which the body of the function at token `at` closes; `None` for one without a body.
fn body_end(file: &RustFile, at: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut braces = 0_i32;
    for token in &file.tokens[at..] {
        match token.text.as_str() {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            ";" if depth == 0 && braces == 0 => return None,
            "{" if depth == 0 => braces += 1,
            "}" if depth == 0 => {
                braces -= 1;
                if braces <= 0 {
                    return Some(token.line);
                }
            }
            _ => {}
        }
    }
    None
}

/// Every Rust file starts by saying what it is for.
pub fn opening_doc(path: &str, text: &str) -> Vec<Finding> {
    if text.trim_start().starts_with("//!") {
        return Vec::new();
    }
    vec![Finding::new(path, 1, "docs", "start the file with `//!` and what it is for".to_owned())]
}

#[cfg(test)]
mod tests {
    use super::super::testing::{clean, found};
    use super::*;

    #[test]
    fn long_files_are_found() {
        assert!(file_length("a.py", &"x\n".repeat(FILE_LINES)).is_empty());
        assert_eq!(file_length("a.wgsl", &"x\n".repeat(FILE_LINES + 1)).len(), 1);
    }

    #[test]
    fn long_functions_are_found() {
        let body = |lines: usize| format!("fn long(a: [u8; 3])\n{{\n{}}}\n", "    a();\n".repeat(lines));
        clean(function_length, "src/a.rs", &body(FN_LINES - 3));
        found(function_length, "src/a.rs", &body(FN_LINES), "`long` has 73 lines");
        clean(function_length, "src/a.rs", "trait T { fn a(&self); } struct S { f: fn(u8) -> u8 }");
    }

    #[test]
    fn files_without_an_opening_are_found() {
        assert!(opening_doc("a.rs", "//! What it is for.\n").is_empty());
        assert_eq!(opening_doc("a.rs", "use a::b;\n").len(), 1);
    }
}
