//! Files as they come: missing, cut off, mangled, huge, hostile. Each gives a message, none a panic.

use std::fs;

use proefles_scenario::{Code, Loaded, Source, discover, format_source, load_path, load_sources, read_file};
use proptest::prelude::*;

use crate::support::{bytes, small, small_in};

fn codes(loaded: &Loaded) -> Vec<Code> {
    loaded.diagnostics.iter().map(|found| found.code).collect()
}

#[test]
fn scenarios_are_found_in_folders() {
    let dir = tempfile::tempdir().unwrap();
    small_in(dir.path());
    fs::create_dir_all(dir.path().join("more/deep")).unwrap();
    small_in(&dir.path().join("more/deep"));
    let found = discover(dir.path());
    let names: Vec<_> = found.iter().map(|path| path.strip_prefix(dir.path()).unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["more/deep/small.scenario.ron", "small.scenario.ron"]);
    assert!(found.iter().all(|path| load_path(path).scenario.is_some()));
    assert!(discover(&dir.path().join("nowhere")).is_empty());
}

#[test]
fn a_file_can_be_read_alone() {
    let dir = tempfile::tempdir().unwrap();
    small_in(dir.path());
    let source = read_file(&dir.path().join("small.nl.ron")).unwrap();
    assert!(format_source(&source).is_ok());
    assert_eq!(codes(&read_file(&dir.path().join("none.ron")).unwrap_err()), [Code::NotFound]);
}

#[test]
fn texts_that_cannot_be_read_are_a_problem_of_their_own() {
    let dir = tempfile::tempdir().unwrap();
    small_in(dir.path());
    let english = dir.path().join("small.en.ron");
    fs::remove_file(&english).unwrap();
    fs::create_dir(&english).unwrap();
    let loaded = load_path(&dir.path().join("small.scenario.ron"));
    assert!(loaded.scenario.is_none());
    assert!(codes(&loaded).contains(&Code::NotAFile));
    assert!(loaded.diagnostics.iter().any(|found| found.file.ends_with("small.en.ron")));
}

#[test]
fn a_huge_file_in_memory_is_refused_at_once() {
    let loaded = bytes(&vec![b'['; 100 * 1024 * 1024]);
    assert_eq!(codes(&loaded), [Code::TooLarge]);
}

#[test]
fn brackets_without_end_do_not_exhaust_the_stack() {
    for bracket in ["[", "(", "{", "Not(", "[[[(", "/*", "a:(", "\"k\": {"] {
        let loaded = bytes(bracket.repeat(2 * 1024 * 1024 / bracket.len()).as_bytes());
        assert!(loaded.has_errors() && loaded.diagnostics.len() <= 201, "{bracket}");
    }
}

/// A step that reads the rest of the line again for each of its characters would take an hour here.
#[test]
fn a_huge_line_is_read_once() {
    for piece in ["; = ", "“a” ", "„;"] {
        let loaded = bytes(piece.repeat(1_000_000 / piece.len()).as_bytes());
        assert!(loaded.has_errors() && loaded.diagnostics.len() <= 201, "{piece}");
    }
    for escape in ["\\u{", "\\u{e9"] {
        let text = format!("Scenario(id: \"{}\")", escape.repeat(1_000_000 / escape.len()));
        let loaded = bytes(text.as_bytes());
        assert!(codes(&loaded).contains(&Code::BadEscape) && loaded.diagnostics.len() <= 201, "{escape}");
    }
}

#[test]
fn long_lists_are_bounded() {
    for (from, item) in [
        ("students: [", "Student(id: \"s\"),"),
        ("goals: [", "\"a\","),
        ("seats: [", "Rows(rows: 26, columns: 99),"),
        ("lines: [", "Line(id: \"a\"),"),
    ] {
        let [(main, text), nl, en] = small();
        let text = text.replacen(from, &format!("{from}{}", item.repeat(20_000)), 1);
        let loaded = crate::support::load(&[(main, text), nl, en]);
        assert!(loaded.has_errors() && loaded.diagnostics.len() <= 201, "{from}");
        assert!(codes(&loaded).iter().any(|code| matches!(code, Code::OutOfRange | Code::DuplicateId)), "{from}");
    }
}

#[test]
fn every_cut_of_the_file_is_reported() {
    let [(_, text), ..] = small();
    let last = text.trim_end().len();
    for at in (0..last).filter(|at| text.is_char_boundary(*at)).step_by(7) {
        let loaded = bytes(&text.as_bytes()[..at]);
        assert!(loaded.scenario.is_none() && loaded.has_errors(), "cut at {at}");
        // A cut is one mistake, and is not answered with a flood.
        assert!(loaded.diagnostics.len() <= 6, "cut at {at}:\n{}", loaded.render_human(false));
    }
}

/// Bytes that mean something here, more often than chance would have it.
fn odd_bytes() -> impl Strategy<Value = Vec<u8>> {
    let word = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "//",
        "/*",
        "*/",
        "r#\"",
        "Not(",
        "-",
        "1e9",
        "99999999999999999999",
        "\u{feff}",
        "é",
        "\n",
        "Rows(",
        "id: ",
        "All([",
    ]);
    prop_oneof![3 => word.prop_map(|word| word.as_bytes().to_vec()), 1 => prop::collection::vec(any::<u8>(), 0..6)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_fall_over(
        which in 0..3_usize,
        edits in prop::collection::vec((0.0..1.0_f64, 0..40_usize, odd_bytes()), 1..6),
        cut in prop::option::weighted(0.2, 0.0..1.0_f64),
    ) {
        let files = small();
        let mut sources: Vec<Source> = files.iter().map(|(name, text)| Source::new(*name, text.as_str())).collect();
        let bytes = &mut sources[which].bytes;
        for (at, len, with) in &edits {
            let from = (bytes.len() as f64 * at) as usize;
            let to = (from + len).min(bytes.len());
            bytes.splice(from..to, with.iter().copied());
        }
        if let Some(cut) = cut {
            bytes.truncate((bytes.len() as f64 * cut) as usize);
        }
        let loaded = load_sources(sources[0].clone(), &sources[1..]);
        prop_assert_eq!(loaded.scenario.is_none(), loaded.has_errors());
        prop_assert!(loaded.render_human(true).len() >= loaded.diagnostics.len());
        prop_assert!(loaded.render_json().starts_with('['));
        if let Ok(text) = format_source(&sources[which]) {
            let again = format_source(&Source::new("x", text.clone()));
            prop_assert_eq!(again.ok(), Some(text));
        }
    }
}
