//! The terminal, for a program without a window: lines, and a bar that stays below them.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;

/// The bar as it stands, so that a line can be put above it.
static BAR: Mutex<String> = Mutex::new(String::new());

/// Writes a line.
pub fn line(text: &str) {
    let Ok(bar) = BAR.lock() else { return };
    let mut out = std::io::stderr().lock();
    let erase = if bar.is_empty() { "" } else { "\r\u{1b}[2K" };
    // A terminal that has gone away cannot be told so.
    write!(out, "{erase}{text}\n{bar}").and_then(|()| out.flush()).ok();
}

/// Shows the bar: on a terminal in its place, elsewhere as a line when `is_milestone`.
pub fn bar(text: &str, is_milestone: bool) {
    if !std::io::stderr().is_terminal() {
        if is_milestone {
            line(text);
        }
        return;
    }
    let Ok(mut bar) = BAR.lock() else { return };
    if *bar == text {
        return;
    }
    text.clone_into(&mut bar);
    let mut out = std::io::stderr().lock();
    write!(out, "\r\u{1b}[2K{text}").and_then(|()| out.flush()).ok();
}

/// Leaves the bar as it is and goes on below it.
pub fn end_bar() {
    let Ok(mut bar) = BAR.lock() else { return };
    if !std::mem::take(&mut *bar).is_empty() {
        let mut out = std::io::stderr().lock();
        writeln!(out).and_then(|()| out.flush()).ok();
    }
}
