//! Rules of plain text, whatever the language: unfinished marks, paths of one machine, other registries, dead links.

use std::path::{Component, Path};

use super::Finding;

/// Marks of unfinished work, written so that this file does not hold them itself.
const MARKS: &[&str] = &[concat!("FIX", "ME"), concat!("XX", "X")];

/// Folders that exist on one machine only.
const MACHINE: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/tm", "p/")];

/// Settings that name another place to get packages from.
const REGISTRIES: &[&str] = &[
    concat!("[sour", "ce."),
    concat!("[regis", "tries"),
    concat!("replace-", "with"),
    concat!("regis", "try-index"),
    concat!("--index", "-url"),
    concat!("--extra-index", "-url"),
];

/// The only place crates come from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// No mark of unfinished work is left.
pub fn marks(path: &str, text: &str) -> Vec<Finding> {
    let is_word = |text: &str, at: usize, mark: &str| {
        let before = text[..at].chars().next_back();
        let after = text[at + mark.len()..].chars().next();
        ![before, after].into_iter().flatten().any(|near| near.is_alphanumeric() || near == '_')
    };
    each_line(text, |line| {
        let mark = MARKS.iter().find(|mark| line.match_indices(**mark).any(|(at, _)| is_word(line, at, mark)))?;
        Some(("finished", format!("`{mark}`: do it now, or open an issue")))
    })
    .map(|(line, rule, message)| Finding::new(path, line, rule, message))
    .collect()
}

/// Nothing refers to a folder of one machine.
pub fn machine_paths(path: &str, text: &str) -> Vec<Finding> {
    let starts_path = |text: &str, at: usize| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|near| !near.is_alphanumeric() && !"._-~/}$*".contains(near))
    };
    each_line(text, |line| {
        let folder = MACHINE.iter().find(|name| line.match_indices(**name).any(|(at, _)| starts_path(line, at)))?;
        Some(("paths", format!("`{folder}` is a folder of one machine; tests take theirs from tempfile")))
    })
    .map(|(line, rule, message)| Finding::new(path, line, rule, message))
    .collect()
}

/// Packages come from where everybody gets them.
pub fn registries(path: &str, text: &str) -> Vec<Finding> {
    each_line(text, |line| {
        let source = line.strip_prefix("source = \"").is_some_and(|source| source.trim_end_matches('"') != CRATES_IO);
        let other = path.ends_with("Cargo.lock") && source;
        let setting = REGISTRIES.iter().any(|name| line.contains(name));
        (other || setting).then(|| ("registries", "packages come from crates.io; keep mirrors out".to_owned()))
    })
    .map(|(line, rule, message)| Finding::new(path, line, rule, message))
    .collect()
}

/// Every relative link of a document leads to something; `exists` takes paths from the repository's root.
pub fn links(path: &str, text: &str, exists: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut fenced = false;
    let folder = Path::new(path).parent().unwrap_or(Path::new(""));
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        fenced ^= line.trim_start().starts_with("```");
        if fenced {
            continue;
        }
        for target in targets(line).filter(|target| !target.contains(':') && !target.starts_with('#')) {
            let file = target.split(['#', '?']).next().unwrap_or_default();
            if !normal(&folder.join(file)).is_some_and(|file| exists(&file)) {
                let message = format!("the link to `{target}` leads nowhere");
                findings.push(Finding::new(path, index + 1, "links", message));
            }
        }
    }
    findings
}

/// What the `](…)` of a line point at.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()).filter(|target| !target.is_empty())
}

/// `docs/../README.md` as `README.md`; `None` when it leaves the repository.
fn normal(path: &Path) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(parts.pop()?),
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    Some(parts.join("/"))
}

/// The lines about which `rule` has something to say, from 1.
fn each_line<'a, M>(
    text: &'a str,
    rule: impl Fn(&'a str) -> Option<(&'static str, M)>,
) -> impl Iterator<Item = (usize, &'static str, M)> {
    text.lines()
        .enumerate()
        .filter_map(move |(index, line)| rule(line).map(|(name, message)| (index + 1, name, message)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_as_words() {
        assert_eq!(marks("a.py", &format!("ok\n# {}: later", MARKS[0])).len(), 1);
        assert!(marks("a.py", &format!("A{}B = 1", MARKS[1])).is_empty());
    }

    #[test]
    fn folders_of_one_machine_are_found() {
        for folder in MACHINE {
            assert_eq!(machine_paths("a.rs", &format!("open(\"{folder}x\")")).len(), 1, "{folder}");
            assert!(machine_paths("a.rs", &format!("https://example.org{folder}x")).is_empty(), "{folder}");
        }
    }

    #[test]
    fn other_registries_are_found() {
        let lock = |source: &str| format!("name = \"a\"\nsource = \"{source}\"\n");
        assert!(registries("Cargo.lock", &lock(CRATES_IO)).is_empty());
        assert_eq!(registries("Cargo.lock", &lock("registry+https://mirror.example.org/index")).len(), 1);
        assert_eq!(registries(".cargo/config.toml", &format!("{}crates-io]", REGISTRIES[0])).len(), 1);
    }

    #[test]
    fn links_that_lead_nowhere_are_found() {
        let text = "[a](../README.md) [b](no.md#x) [c](https://example.org) [d](#here)\n```\n[e](no.md)\n```\n";
        let findings = links("docs/A.md", text, |file| file == "README.md");
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].message.contains("no.md#x"));
    }

    #[test]
    fn a_link_out_of_the_repository_leads_nowhere() {
        assert_eq!(links("A.md", "[a](../../x)", |_| true).len(), 1);
    }
}
