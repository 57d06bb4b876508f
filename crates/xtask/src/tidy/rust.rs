//! A Rust file as the rules see it: tokens with their lines (no comments, no text in strings), and the paths it names.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A source file, read once for all rules.
pub struct RustFile<'a> {
    /// Path from the repository's root, with `/`.
    pub path: &'a str,
    /// Its tokens in order, brackets included.
    pub tokens: Vec<Token>,
    /// Every path of two or more names, and every name that a `use` brings in.
    pub names: Vec<Name>,
}

/// One token.
pub struct Token {
    /// As written; one character for punctuation.
    pub text: String,
    /// Line it starts on, from 1.
    pub line: usize,
    /// Whether it belongs to an item under `#[cfg(test)]` or `#[test]`.
    pub in_test: bool,
    /// How many `mod name { … }` of this file are around it.
    pub depth: usize,
}

/// A path such as `crate::ui::theme`, in full even where a `use` groups it.
pub struct Name {
    /// The names between the `::`.
    pub segments: Vec<String>,
    /// Line of its last name, from 1.
    pub line: usize,
    /// Whether it belongs to test code.
    pub in_test: bool,
    /// How many `mod name { … }` of this file are around it.
    pub depth: usize,
}

impl Name {
    fn new(segments: Vec<String>, last: &Token) -> Self {
        Self { segments, line: last.line, in_test: last.in_test, depth: last.depth }
    }
}

impl<'a> RustFile<'a> {
    /// Reads `text`; the error is the line and reason it is not Rust.
    pub fn new(path: &'a str, text: &'a str) -> Result<Self, (usize, String)> {
        let stream: TokenStream = text
            .parse()
            .map_err(|error: proc_macro2::LexError| (error.span().start().line.max(1), error.to_string()))?;
        let mut tokens = Vec::new();
        flatten(stream, is_test_file(path), 0, &mut tokens);
        let names = names(&tokens);
        Ok(Self { path, tokens, names })
    }

    /// Where the tokens of `pattern` (words between blanks) follow each other.
    pub fn find(&self, pattern: &str) -> impl Iterator<Item = &Token> {
        let words: Vec<&str> = pattern.split_whitespace().collect();
        (0..self.tokens.len()).filter_map(move |at| {
            let window = self.tokens.get(at..at + words.len())?;
            window.iter().zip(&words).all(|(token, word)| token.text == *word).then(|| &window[0])
        })
    }
}

/// Whether a whole file is test code by its place.
fn is_test_file(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "tests" | "tests.rs" | "benches" | "examples"))
}

fn flatten(stream: TokenStream, in_test: bool, depth: usize, out: &mut Vec<Token>) {
    // Set from a test attribute to the end of the item it stands on.
    let mut item_in_test = false;
    for tree in stream {
        let here = in_test || item_in_test;
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let before = |back: usize| out.len().checked_sub(back).map_or("", |at| out[at].text.as_str());
                let (attribute, module) = (matches!(before(1), "#" | "!"), before(2) == "mod");
                let brace = group.delimiter() == Delimiter::Brace;
                item_in_test = !brace && (item_in_test || (attribute && marks_test(&group)));
                flatten_group(&group, here, depth + usize::from(brace && module), out);
            }
            other => {
                let text = other.to_string();
                item_in_test &= text != ";";
                out.push(Token { text, line, in_test: here, depth });
            }
        }
    }
}

fn flatten_group(group: &Group, in_test: bool, depth: usize, out: &mut Vec<Token>) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    out.push(Token { text: open.to_owned(), line: group.span_open().start().line, in_test, depth });
    flatten(group.stream(), in_test, depth, out);
    out.push(Token { text: close.to_owned(), line: group.span_close().start().line, in_test, depth });
}

/// `[test]`, or `[cfg(… test …)]` that is not `not(test)`.
fn marks_test(attribute: &Group) -> bool {
    let mut tokens = Vec::new();
    flatten(attribute.stream(), false, 0, &mut tokens);
    let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    words == ["test"] || (words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not"))
}

fn names(tokens: &[Token]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before = at.checked_sub(1).map(|before| tokens[before].text.as_str());
        if token.text == "use" && before.is_none_or(|text| matches!(text, ";" | "}" | "{" | "]" | ")" | "pub")) {
            at = use_tree(tokens, at + 1, &[], &mut names);
        } else if is_name(&token.text) && !matches!(before, Some(":" | ".")) && joined(tokens, at) {
            at = path(tokens, at, &mut names);
        } else {
            at += 1;
        }
    }
    names
}

/// Reads `a::b` from `at` and returns where it ends.
fn path(tokens: &[Token], mut at: usize, out: &mut Vec<Name>) -> usize {
    let mut segments = vec![tokens[at].text.clone()];
    while joined(tokens, at) && tokens.get(at + 3).is_some_and(|next| is_name(&next.text)) {
        at += 3;
        segments.push(tokens[at].text.clone());
    }
    out.push(Name::new(segments, &tokens[at]));
    at + 1
}

/// Reads one tree of a `use` from `at` and returns where it ends.
fn use_tree(tokens: &[Token], mut at: usize, prefix: &[String], out: &mut Vec<Name>) -> usize {
    let mut segments = prefix.to_vec();
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            ":" => at += 1,
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token.text != "}") {
                    at = use_tree(tokens, at, &segments, out);
                    at += usize::from(tokens.get(at).is_some_and(|token| token.text == ","));
                }
                return at + 1;
            }
            "as" => at += 2,
            text if text == "*" || is_name(text) => {
                segments.push(text.to_owned());
                at += 1;
                if tokens.get(at).is_none_or(|next| next.text != ":") {
                    out.push(Name::new(segments.clone(), token));
                }
            }
            "," | "}" | ";" => return at,
            // `use<'a>` of a return type, or something newer than this reader: nothing to say about it.
            _ => return at + 1,
        }
    }
    at
}

fn joined(tokens: &[Token], at: usize) -> bool {
    let colon = |at: usize| tokens.get(at).is_some_and(|token| token.text == ":");
    colon(at + 1) && colon(at + 2)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first == '_' || first.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        let file = RustFile::new("src/ui/mod.rs", text).expect("valid Rust");
        file.names.iter().map(|name| name.segments.join("::")).collect()
    }

    #[test]
    fn grouped_imports_are_read_in_full() {
        assert_eq!(
            paths("use crate::{app::Screen, rig::{self, head::Head as H}, input::*};"),
            ["crate::app::Screen", "crate::rig::self", "crate::rig::head::Head", "crate::input::*"]
        );
    }

    #[test]
    fn paths_in_code_are_read_and_text_is_not() {
        assert_eq!(paths("fn f() { let a = crate::ui::g(1); /* crate::no */ h(\"crate::no\") }"), ["crate::ui::g"]);
    }

    #[test]
    fn test_items_are_known() {
        let text = "fn a() {} #[cfg(test)] mod tests { fn b() {} } fn c() {} #[cfg(not(test))] fn d() {}";
        let file = RustFile::new("src/ui/mod.rs", text).expect("valid Rust");
        let in_test = |name: &str| file.find(name).next().expect("it is there").in_test;
        assert_eq!(["a", "b", "c", "d"].map(in_test), [false, true, false, false]);
    }

    #[test]
    fn what_is_not_rust_says_where() {
        let Err((line, _)) = RustFile::new("a.rs", "fn a() {}\nfn b( {") else { panic!("a bracket is open") };
        assert!(line >= 1);
    }
}
