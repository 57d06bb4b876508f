//! The shipped voices fit who speaks: measured when they were made, and noted in their manifest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proefles_scenario::{Speaker, load_path};
use serde::Deserialize;

/// What the manifest says of a file, as far as it matters here.
#[derive(Deserialize)]
struct Row {
    pitch_hz: f32,
}

/// Who a body is, as far as it matters here.
#[derive(Deserialize)]
struct Body {
    age: f32,
    male: f32,
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The median of what was measured, in Hz.
fn median(mut pitches: Vec<f32>) -> f32 {
    pitches.sort_by(f32::total_cmp);
    pitches[pitches.len() / 2]
}

#[test]
fn voices_are_lower_from_sixteen_on_and_boys_not_higher_than_girls() {
    let text = std::fs::read_to_string(root("assets/manifests/voices.ron")).unwrap();
    let rows: BTreeMap<String, Row> = ron::from_str(&text).unwrap();
    let text = std::fs::read_to_string(root("assets/models/students/cast.json")).unwrap();
    let cast: BTreeMap<String, Body> = serde_json::from_str(&text).unwrap();
    let scenario = load_path(&root("scenarios/network-down.scenario.ron")).scenario.unwrap();
    let mut pitches: BTreeMap<(bool, bool), Vec<f32>> = BTreeMap::new();
    for line in &scenario.lines {
        let Speaker::Student(student) = line.speaker else { continue };
        let body = &cast[&scenario.student(student).look];
        for lang in &scenario.languages {
            let row = &rows[&format!("audio/voice/{}/{}/{}.ogg", scenario.id, lang.code(), line.name)];
            assert!((70.0..450.0).contains(&row.pitch_hz), "{}: {} Hz", line.name, row.pitch_hz);
            pitches.entry((body.male < 0.5, body.age >= 16.0)).or_default().push(row.pitch_hz);
        }
    }
    let of = |girls, grown| median(pitches[&(girls, grown)].clone());
    let told = format!(
        "girls {} and {} Hz, boys {} and {} Hz",
        of(true, false),
        of(true, true),
        of(false, false),
        of(false, true)
    );
    assert!(of(true, true) < 0.97 * of(true, false), "{told}");
    assert!(of(false, true) < 0.97 * of(false, false), "{told}");
    assert!(of(false, false) < of(true, false) && of(false, true) < of(true, true), "{told}");
}
