//! Reading typed values from a tree, field by field, collecting every problem on the way.

use super::places::{Entry, Names, Places, UNRESOLVED};
use crate::diagnostic::{Code, Reported, Sink, nearest, quote};
use crate::limits::{MAX_LIST, MAX_TEXTS};
use crate::model::{TextId, Texts};
use crate::syntax::{Field, Kind, Node, Span};

/// What reading a file needs and gathers.
pub(crate) struct Cx<'s> {
    /// Where problems go.
    pub sink: &'s mut Sink,
    /// The file that is read.
    pub file: usize,
    /// Whether parts of the file could not be read at all: then nobody can say that something is missing.
    pub incomplete: bool,
    /// Ids of the lists.
    pub names: Names,
    /// Places for later passes.
    pub places: Places,
    /// Text ids, in order of first mention.
    pub texts: Texts,
}

/// The fields of a bracket, sorted out by name.
pub(crate) struct Fields<'n> {
    /// What it is, in words.
    what: &'static str,
    /// Where to point when a field is missing.
    pub head: Span,
    values: Vec<(&'static str, &'n Node)>,
}

impl<'n> Fields<'n> {
    /// The value of a field, if it is given.
    pub(crate) fn get(&self, name: &str) -> Option<&'n Node> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, node)| *node)
    }

    /// Where a field's value stands, or else the head.
    pub(crate) fn span(&self, name: &str) -> Span {
        self.get(name).map_or(self.head, |node| node.span)
    }
}

/// Something that can be read from a value.
pub(crate) trait Read: Sized {
    /// The value, or none after a report.
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self>;

    /// What stands for it after a problem, so that reading goes on and places in lists stay right.
    fn broken() -> Self;
}

impl<T: Read> Read for Vec<T> {
    fn read(cx: &mut Cx<'_>, node: &Node) -> Option<Self> {
        let items = cx.list(node, MAX_LIST)?;
        Some(items.iter().map(|item| T::read(cx, item).unwrap_or_else(T::broken)).collect())
    }

    fn broken() -> Self {
        Vec::new()
    }
}

impl Cx<'_> {
    /// A problem in the file that is read.
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) -> Reported<'_> {
        self.sink.report(code, self.file, span, message)
    }

    /// A value of another kind than it must be. Values that could not be read were reported already.
    pub(crate) fn expected(&mut self, node: &Node, what: &str) {
        if node.kind != Kind::Broken {
            let message = format!("expected {what}, found {}", node.describe());
            self.report(Code::WrongType, node.head(), message);
        }
    }

    /// A field that must be there.
    pub(crate) fn req<T: Read>(&mut self, fields: &Fields<'_>, name: &str) -> T {
        if let Some(node) = fields.get(name) {
            return T::read(self, node).unwrap_or_else(T::broken);
        }
        if !self.incomplete {
            self.report(Code::MissingField, fields.head, format!("{} needs `{name}`", fields.what))
                .help(format!("add `{name}: …`"));
        }
        T::broken()
    }

    /// A field that may be left out.
    pub(crate) fn opt<T: Read>(&mut self, fields: &Fields<'_>, name: &str) -> Option<T> {
        let node = fields.get(name)?;
        Some(T::read(self, node).unwrap_or_else(T::broken))
    }

    /// A list that may be left out.
    pub(crate) fn opt_list<T: Read>(&mut self, fields: &Fields<'_>, name: &str) -> Vec<T> {
        self.opt(fields, name).unwrap_or_default()
    }

    /// The entries of a list, at most so many.
    pub(crate) fn list<'n>(&mut self, node: &'n Node, most: usize) -> Option<&'n [Node]> {
        let Kind::List(items) = &node.kind else {
            self.expected(node, "a list `[…]`");
            return None;
        };
        if items.len() > most {
            let message = format!("{} entries are too many; this list may have {most}", items.len());
            self.report(Code::OutOfRange, node.head(), message);
        }
        Some(&items[..items.len().min(most)])
    }

    /// The fields of a bracket `Name(…)` or `(…)`.
    pub(crate) fn fields<'n>(
        &mut self,
        node: &'n Node,
        name: &str,
        what: &'static str,
        known: &'static [&'static str],
    ) -> Option<Fields<'n>> {
        let Kind::Call { name: given, fields: Some(fields) } = &node.kind else {
            self.expected(node, &format!("{what}, `{name}(…)`"));
            return None;
        };
        if let Some(given) = given.as_ref().filter(|given| given.text != name) {
            let message = format!("expected {what}, `{name}(…)`, found {}", quote(&format!("{}(…)", given.text)));
            self.report(Code::WrongType, given.span, message);
            return None;
        }
        Some(self.sort_out(node.head(), what, fields, known))
    }

    /// One of several words, each with its own fields.
    pub(crate) fn variant<'n>(
        &mut self,
        node: &'n Node,
        what: &'static str,
        known: &'static [(&'static str, &'static [&'static str])],
    ) -> Option<(&'static str, Fields<'n>)> {
        let Kind::Call { name: Some(given), fields } = &node.kind else {
            self.expected(node, what);
            return None;
        };
        let Some((word, params)) = known.iter().find(|(word, _)| *word == given.text) else {
            let words = known.iter().map(|(word, _)| *word);
            self.unknown_word(given.span, &given.text, what, words);
            return None;
        };
        let fields = fields.as_deref().unwrap_or_default();
        Some((word, self.sort_out(node.head(), word, fields, params)))
    }

    /// A word that is none of those known.
    pub(crate) fn unknown_word<'w>(
        &mut self,
        span: Span,
        given: &str,
        what: &str,
        known: impl Iterator<Item = &'w str> + Clone,
    ) {
        let help = match nearest(given, known.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("choose one of: {}", known.collect::<Vec<_>>().join(", ")),
        };
        self.report(Code::UnknownWord, span, format!("{} is not {what}", quote(given))).help(help);
    }

    fn sort_out<'n>(
        &mut self,
        head: Span,
        what: &'static str,
        fields: &'n [Field],
        known: &'static [&'static str],
    ) -> Fields<'n> {
        let mut out = Fields { what, head, values: Vec::new() };
        let named = fields.iter().filter(|field| field.name.is_some()).count();
        if named > 0 && named < fields.len() && !self.incomplete {
            let bare = fields.iter().find(|field| field.name.is_none()).map_or(head, |field| field.value.span);
            self.report(Code::MixedFields, bare, "this field has no name, and others here have one")
                .help(format!("name all of them or none; {what} has: {}", known.join(", ")));
        }
        for (at, field) in fields.iter().enumerate() {
            let Some(given) = &field.name else {
                match known.get(at) {
                    Some(name) if out.get(name).is_none() => out.values.push((name, &field.value)),
                    // A bracket that is never closed swallows what follows it.
                    None if !self.incomplete => {
                        let most = known.len();
                        self.report(Code::TooManyFields, field.value.span, format!("{what} has {most} fields at most"))
                            .help(if most == 0 {
                                "leave it out".to_owned()
                            } else {
                                format!("they are: {}", known.join(", "))
                            });
                        break;
                    }
                    _ => {}
                }
                continue;
            };
            match known.iter().find(|name| **name == given.text) {
                Some(name) if out.get(name).is_some() => {
                    self.report(Code::GivenTwice, given.span, format!("`{name}` is given twice"))
                        .help("keep one of them");
                }
                Some(name) => out.values.push((name, &field.value)),
                None => {
                    let meant = self.unknown_field(given.span, &given.text, what, known);
                    // Taken for what was meant, or that would be reported as missing.
                    let free = meant
                        .filter(|name| fields.iter().all(|other| other.name.as_ref().is_none_or(|n| n.text != *name)));
                    out.values.extend(free.filter(|name| out.get(name).is_none()).map(|name| (name, &field.value)));
                }
            }
        }
        out
    }

    /// A field that does not exist. Gives the one that was probably meant.
    fn unknown_field(&mut self, span: Span, given: &str, what: &str, known: &[&'static str]) -> Option<&'static str> {
        let near = nearest(given, known.iter().copied());
        let near = known.iter().copied().find(|name| Some(*name) == near);
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "it has no fields at all".to_owned(),
            None => format!("it has: {}", known.join(", ")),
        };
        self.report(Code::UnknownField, span, format!("{what} has no field {}", quote(given))).help(help);
        near
    }

    /// The entry of a list that an id names.
    pub(crate) fn id(&mut self, entry: Entry, node: &Node) -> Option<u16> {
        let Kind::Text(name) = &node.kind else {
            self.expected(node, &format!("the id of a {}, in quotes", entry.word()));
            return None;
        };
        if let Some(index) = self.names.table(entry).get(name) {
            return Some(index);
        }
        if self.sink.is_full() {
            self.report(Code::UnknownId, node.span, "");
            return None;
        }
        let table = self.names.table(entry);
        let known: Vec<String> = table.names().map(str::to_owned).collect();
        self.unknown_id(node.span, entry.word(), name, &known);
        None
    }

    /// The option of a decision that an id names.
    pub(crate) fn option_id(&mut self, decision: u16, node: &Node) -> u16 {
        let Kind::Text(name) = &node.kind else {
            self.expected(node, "the id of an option, in quotes");
            return UNRESOLVED;
        };
        let Some(table) = self.names.options.get(usize::from(decision)) else { return UNRESOLVED };
        if let Some(index) = table.get(name) {
            return index;
        }
        let known: Vec<String> = table.names().map(str::to_owned).collect();
        self.unknown_id(node.span, "option of that decision", name, &known);
        UNRESOLVED
    }

    fn unknown_id(&mut self, span: Span, what: &str, given: &str, known: &[String]) {
        if self.incomplete {
            return;
        }
        let help = match nearest(given, known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None if known.is_empty() => format!("this scenario has no {what}"),
            None if known.len() <= 12 => format!("there are: {}", known.join(", ")),
            None => format!("none of the {} ids is like it", known.len()),
        };
        let message = format!("there is no {what} \"{}\"", crate::diagnostic::clip(given));
        self.report(Code::UnknownId, span, message).help(help);
    }

    /// The flag that a name stands for; flags exist by being named.
    pub(crate) fn flag(&mut self, node: &Node) -> Option<u16> {
        let Kind::Text(name) = &node.kind else {
            self.expected(node, "the name of a flag, in quotes");
            return None;
        };
        self.check_id(name, node.span);
        if self.names.flags.get(name).is_none() {
            if self.names.flags.spans.len() >= MAX_LIST {
                self.report(Code::OutOfRange, node.span, format!("there are more than {MAX_LIST} flags"));
                return None;
            }
            self.names.flags.add(Some(name), node.span);
        }
        self.names.flags.get(name)
    }

    /// The text that an id stands for.
    pub(crate) fn text_id(&mut self, name: &str, span: Span) -> TextId {
        if !self.check_id(name, span) {
            return TextId(UNRESOLVED);
        }
        if self.places.texts.len() >= MAX_TEXTS {
            if self.places.texts.len() == MAX_TEXTS {
                self.places.texts.push(span);
                self.report(Code::OutOfRange, span, format!("the scenario names more than {MAX_TEXTS} texts"));
            }
            return TextId(UNRESOLVED);
        }
        let id = self.texts.intern(name);
        if id.index() == self.places.texts.len() {
            self.places.texts.push(span);
        }
        id
    }

    /// Whether a name may be an id; if not, that is reported.
    pub(crate) fn check_id(&mut self, name: &str, span: Span) -> bool {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let good = !name.is_empty() && name.len() <= 64 && name.chars().all(fits);
        if !good {
            let message = format!("\"{}\" cannot be an id", crate::diagnostic::clip(name));
            self.report(Code::BadId, span, message)
                .help("an id has letters a-z, digits, `-`, `_` and `.`, at most 64 of them; sentences stand in the text files");
        }
        good
    }
}
