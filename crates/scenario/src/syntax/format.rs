//! Tree to text: the standard layout, which keeps comments, and a compact form for digests.

use super::{Field, Kind, Node, Span};

/// Widest line, in characters.
const WIDTH: usize = 120;
const INDENT: usize = 4;
/// Brackets that always stand on several lines, because their parts are edited one by one.
const TALL: [&str; 4] = ["Scenario", "Texts", "Decision", "Option"];

/// A value on one line without comments, spelled in one way only.
pub(crate) fn compact(node: &Node) -> String {
    let list = |parts: Vec<String>| parts.join(",");
    match &node.kind {
        Kind::Broken => "?".to_owned(),
        Kind::Bool(value) => value.to_string(),
        Kind::Number(text) => text.clone(),
        Kind::Text(text) => format!("{text:?}"),
        Kind::Call { name, fields } => {
            let name = name.as_ref().map_or("", |name| name.text.as_str());
            let field = |field: &Field| match &field.name {
                Some(name) => format!("{}:{}", name.text, compact(&field.value)),
                None => compact(&field.value),
            };
            match fields {
                Some(fields) => format!("{name}({})", list(fields.iter().map(field).collect())),
                None => name.to_owned(),
            }
        }
        Kind::List(items) => format!("[{}]", list(items.iter().map(compact).collect())),
        Kind::Table(rows) => {
            format!(
                "{{{}}}",
                list(rows.iter().map(|(key, value)| format!("{}:{}", compact(key), compact(value))).collect())
            )
        }
    }
}

/// A file in the standard layout.
pub(crate) fn pretty(text: &str, root: &Node, comments: &[Span]) -> String {
    let mut printer = Printer { text, comments, next: 0, out: String::new(), depth: 0 };
    let (before, first) = printer.comments(root.span.start, 0, true);
    printer.empty_line(before, root.span.start, first);
    printer.value(root, 0, 0);
    printer.out.push('\n');
    printer.comments(u32::MAX, root.span.end, false);
    printer.out
}

struct Printer<'a> {
    text: &'a str,
    comments: &'a [Span],
    /// The first comment that is not printed yet.
    next: usize,
    out: String,
    depth: usize,
}

/// An entry of a bracket: what stands before the value, and the value.
struct Part<'n> {
    start: u32,
    lead: String,
    value: &'n Node,
}

fn parts<'n>(node: &'n Node, text: &str) -> Option<(String, char, Vec<Part<'n>>)> {
    match &node.kind {
        Kind::Call { name, fields: Some(fields) } => {
            let part = |field: &'_ Field| match &field.name {
                Some(name) => (name.span.start, format!("{}: ", name.text)),
                None => (field.value.span.start, String::new()),
            };
            let parts = fields.iter().map(|field| {
                let (start, lead) = part(field);
                Part { start, lead, value: &field.value }
            });
            let open = format!("{}(", name.as_ref().map_or("", |name| name.text.as_str()));
            Some((open, ')', parts.collect()))
        }
        Kind::List(items) => {
            let parts = items.iter().map(|value| Part { start: value.span.start, lead: String::new(), value });
            Some(("[".to_owned(), ']', parts.collect()))
        }
        Kind::Table(rows) => {
            let parts = rows.iter().map(|(key, value)| Part {
                start: key.span.start,
                lead: format!("{}: ", flat(key, text)),
                value,
            });
            Some(("{".to_owned(), '}', parts.collect()))
        }
        _ => None,
    }
}

/// A value on one line, its texts and numbers spelled as they are.
fn flat(node: &Node, text: &str) -> String {
    let Some((open, close, parts)) = parts(node, text) else {
        return text[node.span.from()..node.span.to()].to_owned();
    };
    let inner: Vec<String> = parts.iter().map(|part| format!("{}{}", part.lead, flat(part.value, text))).collect();
    // Only tables have room inside, as in `{ "calm": 2 }`.
    let room = if close == '}' && !inner.is_empty() { " " } else { "" };
    format!("{open}{room}{}{room}{close}", inner.join(", "))
}

impl Printer<'_> {
    /// Prints a value after `used` characters on the line, with `after` more to follow it.
    fn value(&mut self, node: &Node, used: usize, after: usize) {
        let Some((open, close, parts)) = parts(node, self.text) else {
            self.out.push_str(&self.text[node.span.from()..node.span.to()]);
            return;
        };
        let commented = self.comments[self.next..].first().is_some_and(|comment| comment.start < node.span.end);
        if !commented && !self.tall(node, &open, &parts) {
            let line = flat(node, self.text);
            let fits = !line.contains('\n') && used + line.chars().count() + after <= WIDTH;
            if fits || parts.is_empty() {
                self.out.push_str(&line);
                return;
            }
        }
        self.out.push_str(&open);
        self.out.push('\n');
        self.depth += 1;
        let (mut before, mut first) = (node.span.start, true);
        for part in &parts {
            (before, first) = self.comments(part.value.span.start, before, first);
            self.empty_line(before, part.start, first);
            self.indent();
            self.out.push_str(&part.lead);
            let used = self.depth * INDENT + part.lead.chars().count();
            self.value(part.value, used, 1);
            self.out.push(',');
            before = self.trailing(part.value.span.end);
            first = false;
        }
        self.comments(node.span.end, before, first);
        self.depth -= 1;
        self.indent();
        self.out.push(close);
    }

    /// Whether a bracket stands on several lines even if it would fit on one.
    fn tall(&self, node: &Node, open: &str, parts: &[Part<'_>]) -> bool {
        let inside = |part: &Part<'_>| matches!(part.value.kind, Kind::Call { fields: Some(_), .. } | Kind::Table(_));
        let name = open.strip_suffix('(').unwrap_or_default();
        !parts.is_empty()
            && (TALL.contains(&name)
                || self.depth == 1 && (matches!(node.kind, Kind::Table(_)) || parts.iter().any(inside)))
    }

    fn indent(&mut self) {
        self.out.push_str(&" ".repeat(self.depth * INDENT));
    }

    /// Comments up to here, each on a line of its own. Gives where the last thing ended and whether nothing came yet.
    fn comments(&mut self, until: u32, mut before: u32, mut first: bool) -> (u32, bool) {
        while let Some(comment) = self.comments.get(self.next).copied().filter(|comment| comment.start < until) {
            self.empty_line(before, comment.start, first);
            self.indent();
            self.comment(comment);
            self.out.push('\n');
            (before, first) = (comment.end, false);
        }
        (before, first)
    }

    fn comment(&mut self, comment: Span) {
        self.out.push_str(self.text[comment.from()..comment.to()].trim_end());
        self.next += 1;
    }

    /// An empty line where the author left some, but not at the start of a bracket.
    fn empty_line(&mut self, from: u32, to: u32, first: bool) {
        let between = self.text.get(from as usize..to as usize).unwrap_or_default();
        if !first && between.matches('\n').count() > 1 {
            self.out.push('\n');
        }
    }

    /// Comments on the same line as the entry that ends here stay there. Gives where the last thing ended.
    fn trailing(&mut self, mut end: u32) -> u32 {
        let same_line = |c: char| c == ',' || (c.is_whitespace() && c != '\n');
        while let Some(comment) = self.comments.get(self.next).copied() {
            let between = self.text.get(end as usize..comment.from());
            if !between.is_some_and(|between| between.chars().all(same_line)) {
                break;
            }
            self.out.push(' ');
            self.comment(comment);
            end = comment.end;
        }
        self.out.push('\n');
        end
    }
}
