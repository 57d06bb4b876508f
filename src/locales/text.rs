//! What the user interface says, in Dutch and in English.
//!
//! Texts are Fluent files in `assets/locales`, built in. A text's id is the name of its [`Key`], so that a missing or
//! mistyped text cannot compile; a test holds both files to exactly the keys there are.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use proefles_scenario::Lang;

pub use super::keys::Key;

const FILES: [(Lang, &str); 2] =
    [(Lang::Nl, include_str!("../../assets/locales/nl.ftl")), (Lang::En, include_str!("../../assets/locales/en.ftl"))];

/// The texts of one language.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Locale {
    /// The texts of a language.
    pub fn new(lang: Lang) -> Self {
        let source = FILES.iter().find(|(of, _)| *of == lang).map_or("", |(_, source)| source);
        let id = lang.code().parse().expect("both codes are language identifiers");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are for mixed writing directions; our fonts have no sign for them.
        bundle.set_use_isolating(false);
        // Texts that do not parse are left out here and reported by the test below; the rest is still readable.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text.
    pub fn t(&self, key: Key) -> String {
        self.format(key, None)
    }

    /// A text with one value in it.
    pub fn with<'v>(&self, key: Key, name: &'static str, value: impl Into<FluentValue<'v>>) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        self.format(key, Some(&args))
    }

    /// A text with values in it.
    pub fn with_all<'v>(&self, key: Key, values: impl IntoIterator<Item = (&'static str, FluentValue<'v>)>) -> String {
        let args: FluentArgs = values.into_iter().map(|(name, value)| (Cow::from(name), value)).collect();
        self.format(key, Some(&args))
    }

    fn format(&self, key: Key, args: Option<&FluentArgs>) -> String {
        let pattern = self.bundle.get_message(key.id()).and_then(|message| message.value());
        let Some(pattern) = pattern else { return key.id().to_owned() };
        let mut problems = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut problems).into_owned()
    }

    /// Minutes and seconds, `m:ss`, of ticks of 100 ms.
    pub fn clock(&self, ticks: u32) -> String {
        let seconds = ticks / proefles_scenario::TICKS_PER_SECOND;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// Seconds with one decimal in the language's own notation, of ticks of 100 ms.
    pub fn seconds(&self, ticks: u32) -> String {
        let mark = if self.lang == Lang::Nl { ',' } else { '.' };
        format!("{}{mark}{} s", ticks / 10, ticks % 10)
    }

    /// A per-mille share as a whole percentage.
    pub fn percent(&self, permille: u16) -> String {
        let whole = (u32::from(permille) + 5) / 10;
        if self.lang == Lang::Nl { format!("{whole} %") } else { format!("{whole}%") }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentResource;

    use super::*;

    /// Ids and, for each, the names of the values it uses.
    fn ids(source: &str) -> BTreeSet<(String, BTreeSet<String>)> {
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors);
        assert!(resource.is_ok(), "a text does not parse: {:?}", resource.err());
        let mut found = BTreeSet::new();
        let mut current: Option<(String, BTreeSet<String>)> = None;
        for line in source.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic())
                && let Some((id, _)) = line.split_once(" =")
            {
                found.extend(current.replace((id.to_owned(), BTreeSet::new())));
            }
            if let Some((_, values)) = &mut current {
                for piece in line.split("{ $").skip(1) {
                    let name = piece.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                    values.insert(name.to_owned());
                }
            }
        }
        found.extend(current);
        found
    }

    #[test]
    fn every_key_has_a_text_in_both_languages_and_no_text_is_left_over() {
        let keys: BTreeSet<_> = Key::ALL.iter().map(|key| key.id().to_owned()).collect();
        assert_eq!(keys.len(), Key::ALL.len(), "a key is listed twice");
        for (lang, source) in FILES {
            let texts: BTreeSet<_> = ids(source).into_iter().map(|(id, _)| id).collect();
            let missing: Vec<_> = keys.difference(&texts).collect();
            let extra: Vec<_> = texts.difference(&keys).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{lang:?}: missing {missing:?}, unused {extra:?}");
        }
    }

    #[test]
    fn both_languages_use_the_same_values() {
        assert_eq!(ids(FILES[0].1), ids(FILES[1].1));
    }

    #[test]
    fn every_key_is_used() {
        let mut code = String::new();
        let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("keys.rs") {
                    code += &std::fs::read_to_string(path).unwrap_or_default();
                }
            }
        }
        let unused: Vec<_> = Key::ALL.iter().filter(|key| !code.contains(&format!("Key::{}", key.id()))).collect();
        assert!(unused.is_empty(), "no code shows {unused:?}");
    }

    #[test]
    fn plurals_and_numbers_follow_the_language() {
        let (nl, en) = (Locale::new(Lang::Nl), Locale::new(Lang::En));
        assert_eq!(nl.with(Key::LibraryMinutes, "count", 9), "9 min");
        assert_eq!(en.with(Key::BriefingStudents, "count", 1), "1 student");
        assert_eq!(nl.with(Key::BriefingStudents, "count", 24), "24 leerlingen");
        assert_eq!(nl.seconds(123), "12,3 s");
        assert_eq!(en.seconds(123), "12.3 s");
        assert_eq!(en.percent(725), "73%");
        assert_eq!(nl.clock(754), "1:15");
    }
}
