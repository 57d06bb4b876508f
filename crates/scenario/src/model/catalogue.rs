//! The catalogue: what a student can be doing and what can befall a class, as data: id, name, level, what it counts as, what is
//! seen and heard, how it starts and how it ends. It lies in `data/catalogue.ron`; the rules that make it happen lie in
//! the simulation.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Behaviour;

/// The catalogue as text.
const TEXT: &str = include_str!("../../data/catalogue.ron");

/// Disruption level: whom it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum DisruptionLevel {
    /// Nobody.
    None,
    /// The student alone.
    Private,
    /// Neighbours.
    Neighbours,
    /// The class.
    Class,
    /// Unsafe or rude.
    Severe,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum EntryKind {
    /// What a student does.
    Behaviour,
    /// What befalls the class or its technology.
    Incident,
}

/// What a behaviour counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Counts {
    /// At work, or seeking help with it.
    OnTask,
    /// Something to respond to.
    OffTask,
    /// Neither: the student cannot work, and does not misbehave.
    Neither,
}

/// From where it can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Sight {
    /// From anywhere, unless a head is in the way.
    Open,
    /// From near, and from behind the student.
    Covert,
    /// From near only.
    Near,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// A row of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Id, such as `OFF_CHAT`.
    pub id: String,
    /// What it is about.
    pub kind: EntryKind,
    /// Whom it reaches.
    pub level: DisruptionLevel,
    /// What it counts as.
    pub counts: Counts,
    /// From where it can be seen.
    pub sight: Sight,
    /// Its name for people.
    pub name: Bilingual,
    /// What is seen: posture, gaze, hands, screen.
    pub seen: Bilingual,
    /// What is heard; empty if nothing is.
    pub heard: Bilingual,
    /// How it starts.
    pub starts: Bilingual,
    /// How it ends.
    pub ends: Bilingual,
    /// Keys of the list of sources in the simulation's table of parameters.
    pub sources: Vec<String>,
}

/// What the rules ask of a behaviour in every tick.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub level: DisruptionLevel,
    pub counts: Counts,
    pub sight: Sight,
}

/// The whole catalogue.
#[derive(Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
    /// For each behaviour, where its row is.
    rows: Vec<usize>,
    facts: Vec<Facts>,
}

impl Catalogue {
    fn read() -> Self {
        let entries: Vec<Entry> = ron::from_str(TEXT).expect("the catalogue is part of the program and reads");
        let by_id: BTreeMap<&str, usize> = entries.iter().enumerate().map(|(at, e)| (e.id.as_str(), at)).collect();
        let row = |behaviour: &Behaviour| {
            *by_id.get(behaviour.id()).unwrap_or_else(|| panic!("the catalogue lacks {}", behaviour.id()))
        };
        let rows: Vec<usize> = Behaviour::ALL.iter().map(row).collect();
        let facts =
            |&at: &usize| Facts { level: entries[at].level, counts: entries[at].counts, sight: entries[at].sight };
        let facts = rows.iter().map(facts).collect();
        Self { entries, rows, facts }
    }

    /// Every row, in the order of the file.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(super) fn behaviour(&self, number: usize) -> &Entry {
        &self.entries[self.rows[number]]
    }

    pub(super) fn facts(&self, number: usize) -> Facts {
        self.facts[number]
    }
}

/// The catalogue.
pub fn catalogue() -> &'static Catalogue {
    static LOADED: LazyLock<Catalogue> = LazyLock::new(Catalogue::read);
    &LOADED
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::IncidentKind;

    #[test]
    fn every_row_is_of_a_behaviour_or_an_incident_and_none_is_there_twice() {
        let ids: Vec<&str> = catalogue().entries().iter().map(|entry| entry.id.as_str()).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len());
        for entry in catalogue().entries() {
            let is_behaviour = Behaviour::from_id(&entry.id).is_some();
            assert_eq!(is_behaviour, entry.kind == EntryKind::Behaviour, "{}", entry.id);
            let is_incident =
                entry.id == "DEV_DASH" || IncidentKind::ALL.iter().any(|kind| kind.entry_id() == entry.id);
            assert!(is_behaviour || is_incident, "nothing brings {} about", entry.id);
        }
        assert!(ids.len() >= 60, "{}", ids.len());
    }

    #[test]
    fn every_row_says_in_both_languages_what_it_is_and_how_it_shows_starts_and_ends() {
        for entry in catalogue().entries() {
            for text in [&entry.name, &entry.seen, &entry.starts, &entry.ends] {
                assert!(text.nl.len() > 2 && text.en.len() > 2, "{}: {text:?}", entry.id);
                assert!(!text.nl.ends_with('.') && !text.en.ends_with('.'), "{}: {text:?}", entry.id);
            }
            assert_eq!(entry.heard.nl.is_empty(), entry.heard.en.is_empty(), "{}", entry.id);
        }
    }
}
