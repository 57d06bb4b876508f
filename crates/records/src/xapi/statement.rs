//! A statement and how it is put together.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::vocabulary::Verb;

/// Who practises: an opaque account, never a name or an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Origin of the institution, an absolute IRI.
    pub home_page: String,
    /// Random UUID, kept in the store.
    pub name: String,
}

impl Actor {
    /// The actor as xAPI's Agent.
    pub fn to_json(&self) -> Value {
        json!({ "objectType": "Agent", "account": { "homePage": self.home_page, "name": self.name } })
    }
}

/// A finished statement: its id and its bytes never change again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id.
    pub id: Uuid,
    /// Compact JSON.
    pub json: String,
}

/// A duration in ISO 8601 with a precision of 0.01 s, from ticks of 0.1 s: `PT4.3S`.
pub fn duration(ticks: u32) -> String {
    if ticks.is_multiple_of(10) { format!("PT{}S", ticks / 10) } else { format!("PT{}.{}S", ticks / 10, ticks % 10) }
}

/// A statement in the making.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub verb: Verb,
    pub object: Value,
    pub result: Map<String, Value>,
    pub extensions: Map<String, Value>,
    /// Whether the scenario is named as the parent.
    pub has_parent: bool,
}

impl Draft {
    pub fn new(verb: Verb, object: Value) -> Self {
        Self { verb, object, result: Map::new(), extensions: Map::new(), has_parent: true }
    }

    pub fn result(mut self, key: &str, value: Value) -> Self {
        self.result.insert(key.to_owned(), value);
        self
    }

    pub fn extension(mut self, key: &str, value: Value) -> Self {
        self.extensions.insert(key.to_owned(), value);
        self
    }

    pub fn without_parent(mut self) -> Self {
        self.has_parent = false;
        self
    }
}

/// An activity with a type and a name in both languages.
pub(crate) fn activity(id: &str, kind: &str, nl: &str, en: &str) -> Value {
    json!({
        "objectType": "Activity",
        "id": id,
        "definition": { "type": kind, "name": { "nl": nl, "en": en } },
    })
}
