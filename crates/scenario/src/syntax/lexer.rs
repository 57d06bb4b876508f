//! Text to tokens. Comments are kept apart for the formatter.

use super::Span;
use crate::diagnostic::{Code, Sink, quote};

/// A token and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where.
    pub span: Span,
}

/// Kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    /// `"…"`, with escapes.
    Text,
    /// `r"…"` or `r#"…"#`, without escapes.
    RawText,
    Number,
    Word,
    /// Something that was reported.
    Broken,
    /// The end of the file.
    End,
}

/// Kinds of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bracket {
    Round,
    Square,
    Curly,
}

impl Bracket {
    /// As it closes.
    pub(crate) const fn close(self) -> char {
        match self {
            Bracket::Round => ')',
            Bracket::Square => ']',
            Bracket::Curly => '}',
        }
    }

    /// As it opens.
    pub(crate) const fn open(self) -> char {
        match self {
            Bracket::Round => '(',
            Bracket::Square => '[',
            Bracket::Curly => '{',
        }
    }
}

/// Everything in a file: tokens, the last one [`TokenKind::End`], and comments.
pub(crate) struct Lexed {
    pub tokens: Vec<Token>,
    pub comments: Vec<Span>,
    /// Whether a text or comment without end has swallowed the rest.
    pub cut: bool,
}

/// Reads all tokens. What is no token is reported and becomes [`TokenKind::Broken`].
pub(crate) fn lex(text: &str, sink: &mut Sink, file: usize) -> Lexed {
    let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lexer = Lexer { text, at, sink, file, out: Lexed { tokens: Vec::new(), comments: Vec::new(), cut: false } };
    while lexer.step() {}
    lexer.out
}

struct Lexer<'a, 's> {
    text: &'a str,
    at: usize,
    sink: &'s mut Sink,
    file: usize,
    out: Lexed,
}

impl Lexer<'_, '_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Length in bytes of the leading characters that fit.
    fn run(&self, fits: impl Fn(char) -> bool) -> usize {
        self.rest().find(|c| !fits(c)).unwrap_or(self.rest().len())
    }

    fn push(&mut self, kind: TokenKind, len: usize) {
        self.out.tokens.push(Token { kind, span: Span::new(self.at, self.at + len) });
        self.at += len;
    }

    fn step(&mut self) -> bool {
        self.at += self.run(char::is_whitespace);
        let Some(c) = self.rest().chars().next() else {
            self.push(TokenKind::End, 0);
            return false;
        };
        match c {
            '(' => self.push(TokenKind::Open(Bracket::Round), 1),
            '[' => self.push(TokenKind::Open(Bracket::Square), 1),
            '{' => self.push(TokenKind::Open(Bracket::Curly), 1),
            ')' => self.push(TokenKind::Close(Bracket::Round), 1),
            ']' => self.push(TokenKind::Close(Bracket::Square), 1),
            '}' => self.push(TokenKind::Close(Bracket::Curly), 1),
            ',' => self.push(TokenKind::Comma, 1),
            ':' => self.push(TokenKind::Colon, 1),
            '"' => self.text_literal(),
            'r' if self.rest()[1..].trim_start_matches('#').starts_with('"') => self.raw_text(),
            '/' if self.rest().starts_with("//") => {
                let len = self.run(|c| c != '\n');
                self.comment(len);
            }
            '/' if self.rest().starts_with("/*") => self.block_comment(),
            '+' | '-' | '.' | '0'..='9' => {
                let len = 1 + self.rest()[1..]
                    .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
                    .unwrap_or(self.rest().len() - 1);
                self.push(TokenKind::Number, len);
            }
            c if c.is_alphabetic() || c == '_' => {
                let len = self.run(|c| c.is_alphanumeric() || c == '_');
                self.push(TokenKind::Word, len);
            }
            other => self.stray(other),
        }
        true
    }

    fn comment(&mut self, len: usize) {
        self.out.comments.push(Span::new(self.at, self.at + len));
        self.at += len;
    }

    /// `/* … */`, which may hold others.
    fn block_comment(&mut self) {
        let (mut depth, mut len) = (0_u32, 0);
        let bytes = self.rest().as_bytes();
        while len < bytes.len() {
            match &bytes[len..(len + 2).min(bytes.len())] {
                b"/*" => (depth, len) = (depth + 1, len + 2),
                b"*/" => (depth, len) = (depth - 1, len + 2),
                _ => len += 1,
            }
            if depth == 0 {
                return self.comment(len);
            }
        }
        self.sink
            .report(Code::OpenComment, self.file, Span::new(self.at, self.at + 2), "this comment is never closed")
            .help("end it with `*/`");
        self.at = self.text.len();
        self.out.cut = true;
    }

    /// A text stands on one line, so that a forgotten quote is found where it is forgotten.
    fn text_literal(&mut self) {
        let mut escaped = false;
        let end = self.rest()[1..].find(|c| {
            let ends = (c == '"' && !escaped) || c == '\n';
            escaped = c == '\\' && !escaped;
            ends
        });
        match end {
            Some(inner) if self.rest()[1 + inner..].starts_with('"') => self.push(TokenKind::Text, inner + 2),
            _ => {
                let len = self.run(|c| c != '\n');
                self.open_text(len);
            }
        }
    }

    fn open_text(&mut self, len: usize) {
        self.sink
            .report(Code::OpenText, self.file, Span::new(self.at, self.at + 1), "a text on this line is never closed")
            .help("end it with `\"` on the same line; write `\\\"` for a quote and `\\n` for a new line inside a text");
        self.push(TokenKind::Broken, len);
    }

    fn raw_text(&mut self) {
        let hashes = self.rest()[1..].len() - self.rest()[1..].trim_start_matches('#').len();
        let close = format!("\"{}", "#".repeat(hashes));
        let from = hashes + 2;
        match self.rest()[from..].find(&close) {
            Some(inner) => self.push(TokenKind::RawText, from + inner + close.len()),
            None => {
                self.out.cut = true;
                self.open_text(self.rest().len());
            }
        }
    }

    fn stray(&mut self, c: char) {
        let span = Span::new(self.at, self.at + c.len_utf8());
        let help = match c {
            '\'' => "texts stand in double quotes: \"…\"",
            '“' | '”' | '„' | '«' | '»' | '‘' | '’' => {
                "these are typographic quotes; use plain ones: \"…\""
            }
            ';' => "entries are separated by `,`",
            '=' => "a field and its value are separated by `:`",
            '#' => "a comment starts with `//`",
            _ => "texts stand in double quotes; comments start with `//`",
        };
        self.sink
            .report(Code::StrayCharacter, self.file, span, format!("{} means nothing here", quote(&c.to_string())))
            .help(help);
        // One report for a run of the same character, and for all between typographic quotes on a line.
        const QUOTES: &str = "“”„«»‘’";
        // Only an opening quote looks ahead, and takes all that it has looked at: each character is read once.
        let ends = |next: char| next == '\n' || QUOTES.contains(next);
        let ahead = || self.rest().char_indices().skip(1).find(|(_, next)| ends(*next));
        let quoted = if QUOTES.contains(c) { ahead().filter(|(_, next)| *next != '\n') } else { None };
        let len = match quoted {
            Some((at, close)) => at + close.len_utf8(),
            None => self.run(|next| next == c),
        };
        self.push(TokenKind::Broken, len);
    }
}

/// The text of a `"…"` token: its escapes resolved. An escape that does not exist is reported.
pub(crate) fn unescape(token: Span, text: &str, sink: &mut Sink, file: usize) -> String {
    let inner = &text[token.from() + 1..token.to() - 1];
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let escape = chars.next().map(|(_, c)| c);
        let resolved = match escape {
            Some('n') => Some('\n'),
            Some('t') => Some('\t'),
            Some('r') => Some('\r'),
            Some('0') => Some('\0'),
            Some(c @ ('"' | '\\' | '\'')) => Some(c),
            Some('u') => {
                // At most six digits and the bracket are looked at, however long the text is.
                let rest = chars.as_str().strip_prefix('{').unwrap_or_default();
                let close = rest.bytes().take(7).position(|byte| byte == b'}');
                let digits = close.map_or("", |close| &rest[..close]);
                let found = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                if found.is_some() {
                    // The digits and both brackets.
                    chars.nth(digits.len() + 1);
                }
                found
            }
            _ => None,
        };
        match resolved {
            Some(c) => out.push(c),
            None => {
                let from = token.from() + 1 + at;
                let span = Span::new(from, from + 1 + escape.map_or(0, char::len_utf8));
                sink.report(Code::BadEscape, file, span, "there is no such escape in a text")
                    .help("write `\\\\` for a backslash, `\\\"` for a quote, `\\n` for a new line, `\\u{e9}` for a character by number");
            }
        }
    }
    out
}

/// The text of a raw token.
pub(crate) fn raw_inner(token: Span, text: &str) -> String {
    let whole = &text[token.from() + 1..token.to()];
    let hashes = whole.len() - whole.trim_start_matches('#').len();
    whole[hashes + 1..whole.len() - hashes - 1].to_owned()
}

/// Whether a number token is one that we read: a sign, digits with `_`, a fraction.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let fits = |part: &str| part.chars().all(|c| c.is_ascii_digit() || c == '_');
    whole.starts_with(|c: char| c.is_ascii_digit()) && fits(whole) && fits(fraction) && !fraction.starts_with('_')
}
