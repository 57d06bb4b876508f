//! Texts for people, by language.

use std::collections::BTreeMap;

use super::TextId;

/// A language that the project speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// All languages.
    pub const ALL: [Lang; 2] = [Lang::Nl, Lang::En];

    /// BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 code, whatever its region.
    pub fn from_code(code: &str) -> Option<Lang> {
        match code.split(['-', '_', '.']).next()?.to_ascii_lowercase().as_str() {
            "nl" => Some(Lang::Nl),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    const fn index(self) -> usize {
        self as usize
    }
}

/// Every text of a scenario in each of its languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    names: Vec<String>,
    /// Place of each name.
    ids: BTreeMap<String, TextId>,
    values: [Vec<Option<String>>; 2],
}

impl Texts {
    /// The id of a name, new if it was not known.
    pub fn intern(&mut self, name: &str) -> TextId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let id = TextId::from_index(self.names.len());
        self.ids.insert(name.to_owned(), id);
        self.names.push(name.to_owned());
        for values in &mut self.values {
            values.push(None);
        }
        id
    }

    /// Gives a text in a language.
    pub fn set(&mut self, lang: Lang, id: TextId, value: String) {
        self.values[lang.index()][id.index()] = Some(value);
    }

    /// The text in that language, if it is there.
    pub fn get(&self, lang: Lang, id: TextId) -> Option<&str> {
        self.values[lang.index()].get(id.index())?.as_deref()
    }

    /// The id of a name, if the scenario names it.
    pub fn by_name(&self, name: &str) -> Option<TextId> {
        self.ids.get(name).copied()
    }

    /// The author's name of a text, such as `noor.question`.
    pub fn name(&self, id: TextId) -> &str {
        &self.names[id.index()]
    }

    /// Ids and names, in order of first mention.
    pub fn names(&self) -> impl Iterator<Item = (TextId, &str)> {
        self.names.iter().enumerate().map(|(at, name)| (TextId::from_index(at), name.as_str()))
    }
}
