//! A language's file: `Texts(format: 1, lang: "nl", texts: { "id": "text" })`.

use std::collections::BTreeMap;

use super::header::Format;
use crate::diagnostic::{Code, quote};
use crate::limits::{MAX_TEXT_BYTES, MAX_TEXTS};
use crate::model::Lang;
use crate::schema::{Cx, Read};
use crate::syntax::{Kind, Node, Span};

/// A language's texts, with their places.
pub(crate) struct TextFile {
    /// Which of the files.
    pub file: usize,
    /// The language.
    pub lang: Lang,
    /// Where the language stands.
    pub lang_span: Span,
    /// Where to point when something is missing.
    pub head: Span,
    /// By id: the text, where the id stands, where the text stands.
    pub texts: BTreeMap<String, (String, Span, Span)>,
}

/// Reads a language's file.
pub(crate) fn text_file(cx: &mut Cx<'_>, root: &Node) -> Option<TextFile> {
    let f = cx.fields(root, "Texts", "a file of texts", &["format", "lang", "texts"])?;
    cx.req::<Format>(&f, "format");
    let lang = match f.get("lang") {
        Some(node) => Lang::read(cx, node),
        None => {
            cx.req::<Lang>(&f, "lang");
            None
        }
    };
    let mut texts = BTreeMap::new();
    match f.get("texts").map(|node| (node, &node.kind)) {
        Some((node, Kind::Table(rows))) => {
            if rows.len() > MAX_TEXTS {
                cx.report(Code::OutOfRange, node.head(), format!("there are more than {MAX_TEXTS} texts"));
            }
            for (key, value) in rows.iter().take(MAX_TEXTS) {
                entry(cx, key, value, &mut texts);
            }
        }
        Some((node, _)) => cx.expected(node, "a table `{ \"id\": \"text\" }`"),
        None if !cx.incomplete => {
            cx.report(Code::MissingField, f.head, "a file of texts needs `texts`");
        }
        None => {}
    }
    let file = cx.file;
    Some(TextFile { file, lang: lang?, lang_span: f.span("lang"), head: f.head, texts })
}

fn entry(cx: &mut Cx<'_>, key: &Node, value: &Node, texts: &mut BTreeMap<String, (String, Span, Span)>) {
    let Some(id) = cx.text(key, "the id of a text") else { return };
    let Some(text) = cx.text(value, "a text") else { return };
    if text.len() > MAX_TEXT_BYTES {
        let message = format!("this text is longer than {MAX_TEXT_BYTES} bytes");
        cx.report(Code::OutOfRange, value.head().first(), message).help("split it into several texts");
    }
    if let Some((_, earlier, _)) = texts.get(id) {
        let (file, earlier) = (cx.file, *earlier);
        cx.report(Code::GivenTwice, key.span, format!("the text {} is given twice", quote(id)))
            .help("keep one of them")
            .related(file, earlier, "the first one");
        return;
    }
    texts.insert(id.to_owned(), (text.to_owned(), key.span, value.span));
}
