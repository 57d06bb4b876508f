//! A statement and how it is put together.

use jiff::Timestamp;
use proefles_scenario::Lang;
use proefles_sim::replay::TEACHER;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::vocabulary::Verb;

impl Statement {
    /// Statements as lines of JSON, each ended by a newline.
    pub fn lines(statements: &[Self]) -> String {
        statements.iter().fold(String::new(), |text, statement| text + &statement.json + "\n")
    }
}

/// Origin of the accounts that the program makes.
const HOME_PAGE: &str = "https://proefles.example.org";

/// Who practises: an opaque account, never a name or an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Origin of the institution, an absolute IRI.
    pub home_page: String,
    /// Random UUID, kept in the store; for policies and scripts their own name.
    pub name: String,
}

impl Actor {
    /// The account of that name, opaque outside the profile that made it.
    pub fn named(name: impl Into<String>) -> Self {
        Self { home_page: HOME_PAGE.to_owned(), name: name.into() }
    }

    /// A person who is new here.
    pub fn anonymous() -> Self {
        Self::named(Uuid::new_v4().to_string())
    }

    /// The account of a policy or script, so that its runs never count as a person's; none if a person teaches.
    pub fn driving(taught_by: &str) -> Option<Self> {
        match taught_by {
            TEACHER => None,
            "script" => Some(Self::named("script")),
            policy => Some(Self::named(format!("policy-{policy}"))),
        }
    }

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

/// The id of a statement: the same whoever makes it, so that a run told twice counts once.
///
/// Version 7, because every learning record store takes it and it sorts by time; what is random in it elsewhere is
/// derived here from the run, the event and the statement's place among those of the event.
pub(crate) fn statement_id(registration: Uuid, event: u32, place: u8, at: Timestamp) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(registration.as_bytes());
    hash.update(event.to_be_bytes());
    hash.update([place]);
    let digest = hash.finalize();
    let rest: [u8; 10] = std::array::from_fn(|index| digest[index]);
    Builder::from_unix_timestamp_millis(u64::try_from(at.as_millisecond()).unwrap_or(0), &rest).into_uuid()
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

/// An activity with a type and a name by language.
pub(crate) fn activity(id: &str, kind: &str, name: Value) -> Value {
    json!({ "objectType": "Activity", "id": id, "definition": { "type": kind, "name": name } })
}

/// The same text in languages.
pub(crate) fn in_all(langs: &[Lang], text: &str) -> Value {
    langs.iter().map(|lang| (lang.code().to_owned(), Value::from(text))).collect::<Map<_, _>>().into()
}
