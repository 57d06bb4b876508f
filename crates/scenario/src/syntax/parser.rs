//! Tokens to a tree, going on after a mistake: it is reported, what can be kept is kept.

use super::lexer::{Bracket, Lexed, Token, TokenKind, is_number, lex, raw_inner, unescape};
use super::{Field, Kind, Named, Node, Span};
use crate::diagnostic::{Code, Sink, quote};
use crate::limits::MAX_NESTING;

/// A file as a tree, with the places of its comments.
pub(crate) struct Parsed {
    /// The file's one value, if there is anything at all.
    pub root: Option<Node>,
    /// Comments, in order.
    pub comments: Vec<Span>,
}

/// Reads a file's one value.
pub(crate) fn parse(text: &str, sink: &mut Sink, file: usize) -> Parsed {
    let Lexed { tokens, comments, cut } = lex(text, sink, file);
    let mut parser = Parser {
        text,
        tokens: &tokens,
        at: 0,
        open: Vec::new(),
        sink,
        file,
        depth_reported: false,
        end_reported: cut,
        implied: false,
    };
    if parser.peek().kind == TokenKind::End {
        return Parsed { root: None, comments };
    }
    let root = parser.value();
    let rest = parser.peek();
    if rest.kind != TokenKind::End && !parser.sink.has_errors() {
        parser
            .sink
            .report(Code::TextAfterEnd, file, rest.span, "the scenario has ended before this")
            .help("a file holds one `Scenario(…)` or one `Texts(…)`; look for a bracket too many above");
    }
    Parsed { root: Some(root), comments }
}

struct Parser<'a, 's> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    /// Brackets that are open, outermost first.
    open: Vec<(Bracket, Span)>,
    sink: &'s mut Sink,
    file: usize,
    depth_reported: bool,
    end_reported: bool,
    /// Whether a bracket has just been taken for closed where it was not.
    implied: bool,
}

impl Parser<'_, '_> {
    /// The next token. The last one is never passed.
    fn peek(&self) -> Token {
        self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn next(&mut self) -> Token {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn slice(&self, span: Span) -> &str {
        &self.text[span.from()..span.to()]
    }

    fn value(&mut self) -> Node {
        let token = self.peek();
        let kind = match token.kind {
            TokenKind::Text => Kind::Text(unescape(token.span, self.text, self.sink, self.file)),
            TokenKind::RawText => Kind::Text(raw_inner(token.span, self.text)),
            TokenKind::Number => self.number(token.span),
            TokenKind::Word => return self.word(),
            TokenKind::Open(bracket) => return self.bracket(bracket),
            TokenKind::Broken => Kind::Broken,
            TokenKind::Close(_) | TokenKind::Comma | TokenKind::Colon | TokenKind::End => {
                if token.kind != TokenKind::End {
                    let found = quote(self.slice(token.span));
                    self.sink.report(Code::Expected, self.file, token.span, format!("expected a value, found {found}"));
                }
                // Left for whoever waits for it.
                return Node { span: token.span, kind: Kind::Broken };
            }
        };
        self.next();
        Node { span: token.span, kind }
    }

    fn number(&mut self, span: Span) -> Kind {
        let text = self.slice(span);
        if is_number(text) {
            return Kind::Number(text.replace('_', ""));
        }
        let message = format!("{} is not a number", quote(text));
        self.sink
            .report(Code::BadNumber, self.file, span, message)
            .help("write numbers in full, with a point for decimals: 12, -5, 1.5");
        Kind::Broken
    }

    fn word(&mut self) -> Node {
        let token = self.next();
        let text = self.slice(token.span).to_owned();
        match text.as_str() {
            "true" => return Node { span: token.span, kind: Kind::Bool(true) },
            "false" => return Node { span: token.span, kind: Kind::Bool(false) },
            _ => {}
        }
        let name = Some(Named { text, span: token.span });
        if self.peek().kind == TokenKind::Open(Bracket::Round) {
            let mut node = self.bracket(Bracket::Round);
            node.span = token.span.until(node.span);
            if let Kind::Call { name: unnamed, .. } = &mut node.kind {
                *unnamed = name;
            }
            return node;
        }
        Node { span: token.span, kind: Kind::Call { name, fields: None } }
    }

    fn bracket(&mut self, bracket: Bracket) -> Node {
        let open = self.next().span;
        if self.open.len() >= MAX_NESTING {
            return self.too_deep(open);
        }
        self.open.push((bracket, open));
        let (mut fields, mut items, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        let end = loop {
            if let Some(end) = self.closed(bracket, open) {
                break end;
            }
            let before = self.at;
            match bracket {
                Bracket::Round => fields.push(self.field()),
                Bracket::Square => items.push(self.value()),
                Bracket::Curly => rows.push(self.row()),
            }
            self.separator(bracket, before);
        };
        self.open.pop();
        let kind = match bracket {
            Bracket::Round => Kind::Call { name: None, fields: Some(fields) },
            Bracket::Square => Kind::List(items),
            Bracket::Curly => Kind::Table(rows),
        };
        Node { span: open.until(end), kind }
    }

    /// The end of the bracket, if it is here: its own closing bracket, one that closes something around it, or the end.
    fn closed(&mut self, bracket: Bracket, open: Span) -> Option<Span> {
        loop {
            let token = self.peek();
            match token.kind {
                TokenKind::Close(found) if found == bracket => {
                    self.next();
                    return Some(token.span);
                }
                TokenKind::Close(found) if self.open.iter().any(|(around, _)| *around == found) => {
                    self.never_closed(bracket, open, Some(token.span));
                    return Some(Span { start: token.span.start, end: token.span.start });
                }
                TokenKind::Close(found) => {
                    let message = format!("`{}` closes nothing here", found.close());
                    self.sink
                        .report(Code::Expected, self.file, token.span, message)
                        .help(format!("the bracket that is open here ends with `{}`", bracket.close()))
                        .related(self.file, open, "opened here");
                    self.next();
                }
                TokenKind::End => {
                    // Only the innermost one is reported: all around it are open too, and say no more.
                    if !self.end_reported {
                        self.end_reported = true;
                        self.never_closed(bracket, open, None);
                    }
                    return Some(token.span);
                }
                TokenKind::Word if bracket == Bracket::Square && self.names_a_field() => {
                    self.never_closed(bracket, open, Some(token.span));
                    self.implied = true;
                    return Some(Span { start: token.span.start, end: token.span.start });
                }
                _ => return None,
            }
        }
    }

    /// Whether a field of a bracket further out begins here: no entry of a list has a name.
    fn names_a_field(&self) -> bool {
        let colon = self.tokens.get(self.at + 1).is_some_and(|token| token.kind == TokenKind::Colon);
        colon && self.open.iter().any(|(around, _)| *around == Bracket::Round)
    }

    fn never_closed(&mut self, bracket: Bracket, open: Span, found: Option<Span>) {
        let message = format!("this `{}` is never closed", bracket.open());
        let others = self.open.len() - 1;
        let report = self.sink.report(Code::OpenBracket, self.file, open, message);
        match found {
            Some(found) => {
                report.help(format!("close it with `{}`", bracket.close())).related(
                    self.file,
                    found,
                    "before this, which belongs further out",
                );
            }
            None if others > 0 => {
                report.help(format!(
                    "the file ends too early, with {others} more open around it; is a part of the file missing?"
                ));
            }
            None => {
                report.help("the file ends too early; is a part of it missing?");
            }
        }
    }

    fn field(&mut self) -> Field {
        let word = self.peek();
        let colon = self.tokens.get(self.at + 1).is_some_and(|token| token.kind == TokenKind::Colon);
        if word.kind == TokenKind::Word && colon {
            let name = Named { text: self.slice(word.span).to_owned(), span: word.span };
            self.at += 2;
            return Field { name: Some(name), value: self.value() };
        }
        if word.kind == TokenKind::Text && colon {
            let found = self.slice(word.span).trim_matches('"').to_owned();
            self.sink
                .report(Code::Expected, self.file, word.span, "the name of a field stands without quotes")
                .help(format!("write {}", quote(&format!("{}: …", crate::diagnostic::clip(&found)))));
            self.at += 2;
            return Field { name: Some(Named { text: found, span: word.span }), value: self.value() };
        }
        Field { name: None, value: self.value() }
    }

    fn row(&mut self) -> (Node, Node) {
        let key = self.value();
        let token = self.peek();
        if token.kind == TokenKind::Colon {
            self.next();
            return (key, self.value());
        }
        if key.kind != Kind::Broken {
            let after = Span { start: key.span.end, end: key.span.end };
            self.sink
                .report(Code::Expected, self.file, after, "expected `:` and a value")
                .help("a table's entries are `key: value`");
        }
        (key, Node { span: token.span, kind: Kind::Broken })
    }

    /// The comma after an entry; if something else stands there, finds the place to go on.
    fn separator(&mut self, bracket: Bracket, before: usize) {
        let token = self.peek();
        match token.kind {
            TokenKind::Comma => {
                self.next();
            }
            TokenKind::Close(_) | TokenKind::End => {}
            // A list that was never closed ended right before it.
            _ if std::mem::take(&mut self.implied) => {}
            // Reported by the lexer; what else stands in this entry makes no sense.
            TokenKind::Broken => self.skip_entry(),
            _ if self.at > 0 && self.tokens[self.at - 1].kind == TokenKind::Broken => self.skip_entry(),
            _ => {
                let last = self.tokens[self.at.saturating_sub(1)].span;
                let here = Span { start: last.end, end: last.end };
                let found = quote(&crate::diagnostic::clip(self.slice(token.span)));
                if self.at == before {
                    // `value` has reported it.
                    self.skip_entry();
                } else if token.kind == TokenKind::Colon {
                    self.sink.report(Code::Expected, self.file, token.span, "`:` does not belong here");
                    self.skip_entry();
                } else {
                    let message = format!("expected `,` or `{}` before {found}", bracket.close());
                    self.sink.report(Code::Expected, self.file, here, message).help("put a `,` here");
                }
            }
        }
    }

    /// Passes over the rest of an entry, brackets included, without recursion.
    fn skip_entry(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek().kind {
                TokenKind::End => return,
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) if depth == 0 => return,
                TokenKind::Close(_) => depth -= 1,
                TokenKind::Comma if depth == 0 => {
                    self.next();
                    return;
                }
                _ => {}
            }
            self.next();
        }
    }

    fn too_deep(&mut self, open: Span) -> Node {
        if !self.depth_reported {
            self.depth_reported = true;
            self.sink
                .report(
                    Code::TooDeep,
                    self.file,
                    open,
                    format!("brackets are nested more than {MAX_NESTING} deep here"),
                )
                .help("use a flag and several beats instead of conditions inside conditions");
        }
        let mut depth = 1_usize;
        while depth > 0 {
            match self.peek().kind {
                TokenKind::End => break,
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth -= 1,
                _ => {}
            }
            self.next();
        }
        Node { span: open, kind: Kind::Broken }
    }
}
