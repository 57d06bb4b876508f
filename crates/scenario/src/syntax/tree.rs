//! What a file says, before anybody asks what it means: values with their places.

/// A stretch of a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Files are checked to be far smaller than 4 GiB.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }

    /// First byte, as an index.
    pub(crate) fn from(self) -> usize {
        self.start as usize
    }

    /// One past the last byte, as an index.
    pub(crate) fn to(self) -> usize {
        self.end as usize
    }

    /// From the start of this one to the end of that one.
    pub(crate) fn until(self, last: Span) -> Span {
        Span { start: self.start, end: last.end.max(self.end) }
    }

    /// Its first byte only: the bracket that opens something.
    pub(crate) fn first(self) -> Span {
        Span { start: self.start, end: self.end.min(self.start.saturating_add(1)) }
    }
}

/// A word and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The word.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// From its first to its last character.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// Kinds of values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// Something that could not be read; already reported.
    Broken,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written but without `_`.
    Number(String),
    /// A text, with its escapes resolved.
    Text(String),
    /// `Word`, `Word(…)` or `(…)`.
    Call {
        /// The word, if there is one.
        name: Option<Named>,
        /// The bracket's fields; none at all if there is no bracket.
        fields: Option<Vec<Field>>,
    },
    /// `[…]`.
    List(Vec<Node>),
    /// `{…}`.
    Table(Vec<(Node, Node)>),
}

/// A field of a bracket.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    /// `name:`, if it is given.
    pub name: Option<Named>,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The word before a bracket, or the bracket: where to point when something about the whole is wrong.
    pub(crate) fn head(&self) -> Span {
        match &self.kind {
            Kind::Call { name: Some(name), .. } => name.span,
            Kind::Call { name: None, .. } | Kind::List(_) | Kind::Table(_) => self.span.first(),
            _ => self.span,
        }
    }

    /// The value of a named field of a bracket.
    pub(crate) fn field(&self, name: &str) -> Option<&Node> {
        let Kind::Call { fields: Some(fields), .. } = &self.kind else { return None };
        fields
            .iter()
            .find(|field| field.name.as_ref().is_some_and(|named| named.text == name))
            .map(|field| &field.value)
    }

    /// What it is, in words for a message.
    pub(crate) fn describe(&self) -> String {
        match &self.kind {
            Kind::Broken => "something unreadable".to_owned(),
            Kind::Bool(value) => format!("`{value}`"),
            Kind::Number(text) => format!("the number {}", crate::diagnostic::quote(text)),
            Kind::Text(text) => format!("the text \"{}\"", crate::diagnostic::clip(text)),
            Kind::Call { name: Some(name), fields: None } => crate::diagnostic::quote(&name.text),
            Kind::Call { name: Some(name), .. } => crate::diagnostic::quote(&format!("{}(…)", name.text)),
            Kind::Call { name: None, .. } => "a bracket `(…)`".to_owned(),
            Kind::List(_) => "a list `[…]`".to_owned(),
            Kind::Table(_) => "a table `{…}`".to_owned(),
        }
    }
}
