//! Rules of `crates/*/Cargo.toml`: no engine below, and dependencies in one direction.

use toml::{Table, Value};

use super::Finding;
use super::credits::matches;
use super::rows::{CRATES, NOT_IN_CRATES};

/// Checks the manifest of a crate in `crates/`.
pub fn check(path: &str, text: &str) -> Vec<Finding> {
    let Some(name) = path.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml")) else {
        return Vec::new();
    };
    let manifest: Table = match text.parse() {
        Ok(manifest) => manifest,
        Err(error) => return vec![Finding::new(path, 1, "manifests", format!("not TOML: {error}"))],
    };
    let Some((_, allowed)) = CRATES.iter().find(|(known, _)| *known == name) else {
        let message = format!("`{name}` is not in the table; add it in crates/xtask/src/tidy/rows.rs");
        return vec![Finding::new(path, 1, "manifests", message)];
    };
    let mut names = Vec::new();
    dependencies(&manifest, &mut names);
    names
        .into_iter()
        .filter_map(|dependency| {
            let message = if NOT_IN_CRATES.iter().any(|pattern| matches(pattern, &dependency)) {
                format!("`{dependency}` needs a screen or a sound card: such code belongs in src/")
            } else {
                let own = dependency.strip_prefix("proefles_")?;
                if allowed.contains(&own) {
                    return None;
                }
                format!("`{name}` may not use `{own}`; it may use: {}", allowed.join(", "))
            };
            let line = text.lines().position(|line| line.contains(&dependency)).unwrap_or(0) + 1;
            Some(Finding::new(path, line, "manifests", message))
        })
        .collect()
}

/// Names of all dependencies: for building and testing as well, for some targets only, and under another name.
fn dependencies(table: &Table, names: &mut Vec<String>) {
    for (key, value) in table {
        let Value::Table(inner) = value else { continue };
        if key.ends_with("dependencies") {
            names.extend(
                inner
                    .iter()
                    .map(|(name, value)| value.get("package").and_then(Value::as_str).unwrap_or(name).to_owned()),
            );
        } else if key == "target" {
            for value in inner.values().filter_map(Value::as_table) {
                dependencies(value, names);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(name: &str, text: &str) -> Vec<String> {
        let findings = check(&format!("crates/{name}/Cargo.toml"), text);
        findings.into_iter().map(|finding| format!("{}: {}", finding.line, finding.message)).collect()
    }

    #[test]
    fn the_direction_holds() {
        assert!(messages("sim", "[dependencies]\nproefles_scenario.workspace = true\nserde = \"1\"").is_empty());
        assert_eq!(
            messages("sim", "[dev-dependencies]\nproefles_review.workspace = true"),
            ["2: `sim` may not use `review`; it may use: scenario"]
        );
        assert_eq!(messages("records", "[dependencies]\nproefles_growth = \"0.1\"").len(), 1);
    }

    #[test]
    fn no_engine_below_under_any_name() {
        assert_eq!(messages("cli", "[target.'cfg(unix)'.dependencies]\nbevy_rapier3d = \"1\"").len(), 1);
        assert_eq!(messages("cli", "[dependencies]\nsound = { package = \"kira\", version = \"0.12\" }").len(), 1);
        assert_eq!(messages("scenario", "[build-dependencies]\nwgpu-types = \"1\"").len(), 1);
    }

    #[test]
    fn a_new_crate_needs_its_place_in_the_table() {
        assert_eq!(messages("weather", "").len(), 1);
    }
}
