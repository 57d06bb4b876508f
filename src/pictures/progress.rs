//! How far the off-screen run is, in the terminal.

use std::path::Path;

use proefles_scenario::{Lang, TICKS_PER_SECOND};

use crate::app::{Said, terminal};

const WIDTH: usize = 30;

/// How far the run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Tick of the lesson.
    pub tick: u32,
    /// Tick at which it is expected to end.
    pub end_tick: u32,
    /// Pictures made.
    pub made: usize,
    /// Pictures to make.
    pub of: usize,
}

impl Progress {
    /// Per cent of the lesson.
    pub fn percent(self) -> u32 {
        (self.tick * 100).checked_div(self.end_tick).unwrap_or(100).min(100)
    }

    /// The bar as text.
    pub fn text(self, lang: Lang) -> String {
        let full = WIDTH * self.percent() as usize / 100;
        let secs = self.tick / TICKS_PER_SECOND;
        let (made, of) = (self.made, self.of);
        let pictures = match lang {
            Lang::Nl => format!("{made} van {of} beelden"),
            Lang::En => format!("{made} of {of} pictures"),
        };
        let bar = format!("{}{}", "█".repeat(full), "░".repeat(WIDTH - full));
        format!("{bar} {:3} %  {:02}:{:02}  {pictures}", self.percent(), secs / 60, secs % 60)
    }
}

/// Names what lies where, at the end.
pub fn say_folder(lang: Lang, folder: &Path, pictures: usize) {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
        .unwrap_or_default();
    names.sort();
    let (folder, names) = (folder.display(), names.join(", "));
    let text = Said::new(
        format!("De les is gegeven. In {folder} liggen: {names}. Beelden: {pictures}."),
        format!("The lesson was given. In {folder} lie: {names}. Pictures: {pictures}."),
    );
    terminal::end_bar();
    terminal::line(text.get(lang));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_says_how_far() {
        let text = Progress { tick: 750, end_tick: 3000, made: 1, of: 6 }.text(Lang::En);
        assert!(text.ends_with(" 25 %  01:15  1 of 6 pictures"), "{text}");
    }

    #[test]
    fn an_unknown_end_is_no_division_by_zero() {
        assert_eq!(Progress { tick: 5, end_tick: 0, made: 0, of: 0 }.percent(), 100);
    }
}
