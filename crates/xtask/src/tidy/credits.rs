//! Every file of `assets/` is named in `assets/CREDITS.md`, with its source and licence.
//!
//! A row names files in backticks: a path below `assets/`, a folder (`audio/voices/`), or a family with `*` (any text
//! without `/`), `**` (any text) and `{a,b}` (either).

use super::Finding;

/// Where the credits are.
pub const CREDITS: &str = "assets/CREDITS.md";

/// Checks the names of all files below `assets/` against the credits' text, if there is one.
pub fn check(files: &[&str], credits: Option<&str>) -> Vec<Finding> {
    let patterns: Vec<String> = credits.map(named).unwrap_or_default();
    let unnamed = files.iter().filter(|file| **file != CREDITS && !patterns.iter().any(|name| matches(name, file)));
    unnamed
        .map(|file| Finding::new(file, 1, "credits", format!("no row of {CREDITS} names it: add source and licence")))
        .collect()
}

/// The patterns the credits name, each as a full path from the repository's root.
fn named(credits: &str) -> Vec<String> {
    let spans = credits.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    spans
        .filter(|span| span.contains(['/', '.', '*']) && !span.contains(char::is_whitespace))
        .flat_map(alternatives)
        .map(|span| {
            let path = span.strip_prefix("assets/").unwrap_or(&span).trim_start_matches("./");
            if path.ends_with('/') { format!("assets/{path}**") } else { format!("assets/{path}") }
        })
        .collect()
}

/// `a.{png,jpg}` as `a.png` and `a.jpg`.
fn alternatives(text: &str) -> Vec<String> {
    let parts = text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    let Some((before, (choices, after))) = parts else { return vec![text.to_owned()] };
    choices.split(',').flat_map(|choice| alternatives(&format!("{before}{choice}{after}"))).collect()
}

/// Whether `name` is of the family `pattern`: `**` is any text, `*` any text without `/`.
pub fn matches(pattern: &str, name: &str) -> bool {
    let Some((fixed, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(name) = name.strip_prefix(fixed) else { return false };
    let (rest, crosses) = rest.strip_prefix('*').map_or((rest, false), |rest| (rest, true));
    let reach = if crosses { name.len() } else { name.find('/').unwrap_or(name.len()) };
    let ends = name.char_indices().map(|(at, _)| at).chain([name.len()]).filter(|at| *at <= reach);
    ends.into_iter().any(|at| matches(rest, &name[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_match_their_members_only() {
        assert!(matches("assets/audio/*.ogg", "assets/audio/bell.ogg"));
        assert!(!matches("assets/audio/*.ogg", "assets/audio/voices/a.ogg"));
        assert!(matches("assets/audio/**", "assets/audio/voices/a.ogg"));
        assert!(matches("*rapier*", "bevy_rapier3d"));
        assert!(!matches("bevy*", "a_bevy"));
    }

    #[test]
    fn files_without_a_row_are_found() {
        let credits = "| `models/students/` | CC0-1.0 |\n| `audio/{bell,step}.ogg`, `fonts/a.ttf` | OFL |\n";
        let files =
            ["assets/CREDITS.md", "assets/models/students/s01.glb", "assets/audio/step.ogg", "assets/fonts/b.ttf"];
        let findings = check(&files, Some(credits));
        assert_eq!(findings.iter().map(|finding| finding.path.as_str()).collect::<Vec<_>>(), ["assets/fonts/b.ttf"]);
    }

    #[test]
    fn without_credits_nothing_is_named() {
        assert_eq!(check(&["assets/a.png"], None).len(), 1);
        assert!(check(&[], None).is_empty());
    }
}
