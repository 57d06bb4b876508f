//! The page for teacher educators says what the table of parameters says.

use std::path::Path;

use proefles_sim::{Mark, table};

const MARK: &str = "<!-- The rest of this page is made from the table. -->\n";

fn generated() -> String {
    let mut text = String::new();
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
