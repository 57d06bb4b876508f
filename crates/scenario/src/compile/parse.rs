//! Bytes to a tree: is it a file of text at all, and what does it say?

use crate::diagnostic::{Code, Sink};
use crate::limits::MAX_FILE_BYTES;
use crate::syntax::{Node, Span, parse};

/// What the bytes of a file are.
pub(crate) enum Text {
    /// Text.
    Good(String),
    /// More than we read.
    TooLarge(u64),
    /// A byte that no text has, here.
    Binary(usize),
    /// Not UTF-8 from here on; what comes before is kept to find the line.
    NotUtf8(String),
}

impl Text {
    /// What can be read of it.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Text::Good(text) | Text::NotUtf8(text) => text,
            Text::TooLarge(_) | Text::Binary(_) => "",
        }
    }
}

/// Looks at the bytes of a file.
pub(crate) fn text_of(bytes: &[u8]) -> Text {
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Text::TooLarge(bytes.len() as u64);
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0c);
    if let Some(at) = bytes.iter().position(control) {
        return Text::Binary(at);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Text::Good(text.to_owned()),
        Err(error) => Text::NotUtf8(String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned()),
    }
}

/// The tree of a file, if there is anything to read.
pub(crate) fn tree(sink: &mut Sink, file: usize, text: &Text) -> Option<Node> {
    parsed(sink, file, text)?.root
}

/// The tree and comments of a file. None after a report that it is no text or empty.
pub(crate) fn parsed(sink: &mut Sink, file: usize, text: &Text) -> Option<crate::syntax::Parsed> {
    match text {
        Text::Good(text) => {
            if text.starts_with('\u{feff}') {
                sink.report_file(Code::ByteOrderMark, file, "the file starts with a byte order mark; it is ignored")
                    .help("`proeflesctl fmt` takes it away");
            }
            let parsed = parse(text, sink, file);
            if parsed.root.is_none() && sink.errors_in(file) == 0 {
                sink.report_file(Code::Empty, file, "the file is empty")
                    .help("if it held a scenario before, saving it failed: restore it from a backup");
            }
            Some(parsed)
        }
        Text::TooLarge(bytes) => {
            sink.report_file(Code::TooLarge, file, crate::limits::too_large(*bytes))
                .help("this is probably not a scenario; check the path");
            None
        }
        Text::Binary(at) => {
            sink.report_file(Code::NotText, file, format!("the file is not text: byte {at} is a control character"))
                .help("write scenarios in a text editor, not in a word processor; check the path");
            None
        }
        Text::NotUtf8(before) => {
            let end = before.len();
            sink.report(Code::NotUtf8, file, Span::new(end, end), "the file is not UTF-8 from here on")
                .help("save it as UTF-8 in your editor");
            None
        }
    }
}
