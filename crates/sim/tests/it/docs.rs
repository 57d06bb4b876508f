//! The page for teacher educators says what the table of parameters says.

use std::path::Path;

use proefles_scenario::{Bilingual, Counts, IncidentKind, Sight, catalogue};
use proefles_sim::{Mark, table};

const MARK: &str = "<!-- The rest of this page is made from the table. -->\n";

/// The rows of the catalogue, in plain words.
fn rows() -> String {
    let mut text = "\n## The catalogue\n\n| id | name | level | counts | seen | heard | starts | ends | sources |\n\
        |---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for entry in catalogue().entries() {
        let counts = match entry.counts {
            Counts::OnTask => "on task",
            Counts::OffTask => "off task",
            Counts::Neither => "neither",
        };
        let from = match entry.sight {
            Sight::Open => "",
            Sight::Covert => " (from near and from behind)",
            Sight::Near => " (from near)",
        };
        let Bilingual { nl, en } = &entry.name;
        text += &format!(
            "| `{}` | {en} / {nl} | {} | {counts} | {}{from} | {} | {} | {} | {} |\n",
            entry.id,
            entry.level as u8,
            entry.seen.en,
            entry.heard.en,
            entry.starts.en,
            entry.ends.en,
            entry.sources.join(", ")
        );
    }
    text
}

fn generated() -> String {
    let mut text = rows();
    text += "\n## The numbers\n";
    for (group, rows) in table().groups() {
        text +=
            &format!("\n### {group}\n\n| number | value | band | mark | what | source |\n|---|---|---|---|---|---|\n");
        for (name, row) in rows {
            let mark = match row.mark {
                Mark::Lit => "lit",
                Mark::Fit => "fit",
                Mark::Set => "set",
            };
            let (low, high) = row.band;
            let unit = if matches!(row.unit.as_str(), "1" | "share") { "" } else { row.unit.as_str() };
            let sources = row.source.join(", ");
            text +=
                &format!("| `{name}` | {} {unit} | {low} – {high} | {mark} | {} | {sources} |\n", row.value, row.what);
        }
    }
    text += "\n### Sources\n\n";
    for (key, cited) in &table().sources {
        text += &format!("- **{key}**: {cited}\n");
    }
    text
}

#[test]
fn the_page_has_the_numbers_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/BEHAVIOUR.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (by_hand, _) = page.split_once(MARK).expect("the page says where the table begins");
    let wanted = format!("{by_hand}{MARK}{}", generated());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    } else {
        assert!(page == wanted, "docs/BEHAVIOUR.md is behind: run UPDATE_DOCS=1 cargo test -p proefles_sim");
    }
}

#[test]
fn the_catalogue_names_sources_that_exist() {
    for entry in catalogue().entries() {
        for source in &entry.sources {
            assert!(table().sources.contains_key(source), "{} names {source}", entry.id);
        }
    }
}

#[test]
fn the_guide_for_authors_names_every_behaviour_incident_and_deed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/AUTHORING.md");
    let guide = std::fs::read_to_string(path).unwrap();
    let named = |word: &str| guide.contains(&format!("`{word}`"));
    for behaviour in proefles_scenario::Behaviour::ALL {
        assert!(named(behaviour.id()), "{}", behaviour.id());
    }
    for kind in IncidentKind::ALL {
        let row = format!("| `{}` | {} |", kind.word(), kind.names().1);
        assert!(guide.contains(&row), "{row}");
    }
    for action in proefles_scenario::TeacherAction::ALL {
        assert!(named(&format!("{action:?}")), "{action:?}");
    }
}
