//! Whether a statement is one: the requirements of xAPI 1.0.3 (Part 2) that a producer can break, read strictly, so that
//! a 2.0 store accepts it as well.

use serde_json::{Map, Value};

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path in the statement, such as `result.score.scaled`.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

/// Everything wrong with a statement; nothing if it is valid.
pub fn validate(statement: &Value) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new() };
    check.statement(statement);
    check.faults
}

const INTERACTION_TYPES: [&str; 10] = [
    "true-false",
    "choice",
    "fill-in",
    "long-fill-in",
    "matching",
    "performance",
    "sequencing",
    "likert",
    "numeric",
    "other",
];

struct Check {
    faults: Vec<Fault>,
}

impl Check {
    fn fault(&mut self, path: &str, message: impl Into<String>) {
        self.faults.push(Fault { path: path.to_owned(), message: message.into() });
    }

    /// The value as an object that is not empty and has only known keys.
    fn object<'a>(&mut self, path: &str, value: &'a Value, known: &[&str]) -> Option<&'a Map<String, Value>> {
        let Some(map) = value.as_object() else {
            self.fault(path, "must be an object");
            return None;
        };
        if map.is_empty() {
            self.fault(path, "must not be empty");
        }
        for (key, value) in map {
            if !known.is_empty() && !known.contains(&key.as_str()) {
                self.fault(&join(path, key), "is not a property of xAPI here");
            }
            if value.is_null() {
                self.fault(&join(path, key), "must not be null");
            }
        }
        Some(map)
    }

    fn iri(&mut self, path: &str, value: Option<&Value>) {
        let is_absolute = value.and_then(Value::as_str).is_some_and(|iri| {
            iri.split_once(':').is_some_and(|(scheme, rest)| {
                let mut letters = scheme.chars();
                letters.next().is_some_and(|c| c.is_ascii_alphabetic())
                    && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
                    && !rest.is_empty()
                    && !iri.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c))
            })
        });
        if !is_absolute {
            self.fault(path, "must be an absolute IRI");
        }
    }

    fn uuid(&mut self, path: &str, value: &Value) {
        let parsed = value.as_str().filter(|text| text.len() == 36).and_then(|text| uuid::Uuid::parse_str(text).ok());
        if parsed.is_none_or(|id| id.get_variant() != uuid::Variant::RFC4122) {
            self.fault(path, "must be a UUID of RFC 4122's variant");
        }
    }

    fn language_map(&mut self, path: &str, value: &Value) {
        for (key, value) in self.object(path, value, &[]).into_iter().flatten() {
            let tag_fits = key.split('-').enumerate().all(|(at, part)| {
                let size = if at == 0 { 2..=8 } else { 1..=8 };
                size.contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
            });
            if !tag_fits {
                self.fault(&join(path, key), "is not a language tag");
            }
            self.string(&join(path, key), value);
        }
    }

    fn string(&mut self, path: &str, value: &Value) {
        if !value.is_string() {
            self.fault(path, "must be a string");
        }
    }

    fn boolean(&mut self, path: &str, value: &Value) {
        if !value.is_boolean() {
            self.fault(path, "must be true or false");
        }
    }

    fn statement(&mut self, statement: &Value) {
        let known = ["id", "actor", "verb", "object", "result", "context", "timestamp"];
        let Some(map) = self.object("", statement, &known) else { return };
        for key in ["actor", "verb", "object"] {
            if !map.contains_key(key) {
                self.fault(key, "is missing");
            }
        }
        for (key, value) in map {
            match key.as_str() {
                "id" => self.uuid("id", value),
                "actor" => self.actor(value),
                "verb" => self.verb(value),
                "object" => self.activity("object", value, true),
                "result" => self.result(value),
                "context" => self.context(value),
                "timestamp" => self.timestamp(value),
                _ => {}
            }
        }
    }

    fn actor(&mut self, actor: &Value) {
        let known = ["objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"];
        let Some(map) = self.object("actor", actor, &known) else { return };
        let identifiers = known[2..].iter().filter(|key| map.contains_key(**key)).count();
        if identifiers != 1 {
            self.fault("actor", "must have exactly one of mbox, mbox_sha1sum, openid, account");
        }
        if map.get("objectType").is_some_and(|kind| kind != "Agent") {
            self.fault("actor.objectType", "must be Agent");
        }
        if let Some(account) = map.get("account")
            && let Some(account) = self.object("actor.account", account, &["homePage", "name"])
        {
            self.iri("actor.account.homePage", account.get("homePage"));
            if account.get("name").and_then(Value::as_str).is_none_or(str::is_empty) {
                self.fault("actor.account.name", "must be a string");
            }
        }
        if let Some(mbox) = map.get("mbox")
            && mbox.as_str().is_none_or(|mbox| !mbox.starts_with("mailto:") || !mbox.contains('@'))
        {
            self.fault("actor.mbox", "must be mailto: and an address");
        }
    }

    fn verb(&mut self, verb: &Value) {
        let Some(map) = self.object("verb", verb, &["id", "display"]) else { return };
        self.iri("verb.id", map.get("id"));
        if let Some(display) = map.get("display") {
            self.language_map("verb.display", display);
        }
    }

    fn activity(&mut self, path: &str, value: &Value, is_object: bool) {
        let Some(map) = self.object(path, value, &["objectType", "id", "definition"]) else { return };
        if map.get("objectType").is_some_and(|kind| kind != "Activity") {
            self.fault(&join(path, "objectType"), "must be Activity");
        }
        self.iri(&join(path, "id"), map.get("id"));
        if let Some(definition) = map.get("definition") {
            self.definition(&join(path, "definition"), definition, is_object);
        }
    }

    fn definition(&mut self, path: &str, value: &Value, is_object: bool) {
        let known = [
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps",
        ];
        let Some(map) = self.object(path, value, &known) else { return };
        for key in ["name", "description"] {
            if let Some(texts) = map.get(key) {
                self.language_map(&join(path, key), texts);
            }
        }
        for key in ["type", "moreInfo"] {
            if map.contains_key(key) {
                self.iri(&join(path, key), map.get(key));
            }
        }
        if let Some(extensions) = map.get("extensions") {
            self.extensions(&join(path, "extensions"), extensions);
        }
        let kind = map.get("interactionType").and_then(Value::as_str);
        if map.contains_key("interactionType") && !kind.is_some_and(|kind| INTERACTION_TYPES.contains(&kind)) {
            self.fault(&join(path, "interactionType"), "is not one of xAPI's ten");
        }
        for (key, kinds) in [
            ("choices", &["choice", "sequencing"][..]),
            ("scale", &["likert"]),
            ("source", &["matching"]),
            ("target", &["matching"]),
            ("steps", &["performance"]),
        ] {
            if let Some(list) = map.get(key) {
                if is_object && !kind.is_some_and(|kind| kinds.contains(&kind)) {
                    self.fault(&join(path, key), "does not belong to this interaction type");
                }
                self.components(&join(path, key), list);
            }
        }
    }

    fn components(&mut self, path: &str, list: &Value) {
        let Some(list) = list.as_array() else {
            self.fault(path, "must be a list");
            return;
        };
        let mut seen = Vec::new();
        for component in list {
            let Some(map) = self.object(path, component, &["id", "description"]) else { continue };
            match map.get("id").and_then(Value::as_str) {
                Some(id) if seen.contains(&id) => self.fault(path, format!("has the id {id:?} twice")),
                Some(id) => seen.push(id),
                None => self.fault(path, "has a component without an id"),
            }
            if let Some(description) = map.get("description") {
                self.language_map(&join(path, "description"), description);
            }
        }
    }

    fn result(&mut self, result: &Value) {
        let known = ["score", "success", "completion", "response", "duration", "extensions"];
        let Some(map) = self.object("result", result, &known) else { return };
        for (key, value) in map {
            let path = join("result", key);
            match key.as_str() {
                "score" => self.score(value),
                "success" | "completion" => self.boolean(&path, value),
                "response" => self.string(&path, value),
                "duration" => self.duration(&path, value),
                "extensions" => self.extensions(&path, value),
                _ => {}
            }
        }
    }

    fn score(&mut self, score: &Value) {
        let Some(map) = self.object("result.score", score, &["scaled", "raw", "min", "max"]) else { return };
        for (key, value) in map {
            if !value.is_number() {
                self.fault(&join("result.score", key), "must be a number");
            }
        }
        let number = |key: &str| map.get(key).and_then(Value::as_f64);
        if number("scaled").is_some_and(|scaled| !(-1.0..=1.0).contains(&scaled)) {
            self.fault("result.score.scaled", "must be between -1 and 1");
        }
        let (raw, min, max) = (number("raw"), number("min"), number("max"));
        if let (Some(min), Some(max)) = (min, max)
            && min >= max
        {
            self.fault("result.score.min", "must be below max");
        }
        if raw.zip(min).is_some_and(|(raw, min)| raw < min) || raw.zip(max).is_some_and(|(raw, max)| raw > max) {
            self.fault("result.score.raw", "must be between min and max");
        }
    }

    /// `P…T…S` as this project and most others write it: weeks, or date and time parts in order.
    fn duration(&mut self, path: &str, value: &Value) {
        if !value.as_str().is_some_and(is_duration) {
            self.fault(path, "must be an ISO 8601 duration");
        }
    }

    fn context(&mut self, context: &Value) {
        let known = [
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions",
        ];
        let Some(map) = self.object("context", context, &known) else { return };
        for (key, value) in map {
            let path = join("context", key);
            match key.as_str() {
                "registration" => self.uuid(&path, value),
                "revision" | "platform" | "language" => self.string(&path, value),
                "extensions" => self.extensions(&path, value),
                "contextActivities" => self.context_activities(value),
                _ => {}
            }
        }
    }

    fn context_activities(&mut self, value: &Value) {
        let path = "context.contextActivities";
        for (key, list) in self.object(path, value, &["parent", "grouping", "category", "other"]).into_iter().flatten()
        {
            match list.as_array() {
                Some(list) => list.iter().for_each(|activity| self.activity(&join(path, key), activity, false)),
                None => self.fault(&join(path, key), "must be a list"),
            }
        }
    }

    fn extensions(&mut self, path: &str, value: &Value) {
        let Some(map) = value.as_object() else {
            self.fault(path, "must be an object");
            return;
        };
        for key in map.keys() {
            self.iri(&join(path, key), Some(&Value::String(key.clone())));
        }
    }

    /// RFC 3339 with a zone that is not an unknown one.
    fn timestamp(&mut self, value: &Value) {
        let fits = value.as_str().is_some_and(|text| {
            let unknown_zone = text.ends_with("-00:00") || text.ends_with("-0000") || text.ends_with("-00");
            !unknown_zone && text.contains('T') && text.parse::<jiff::Timestamp>().is_ok()
        });
        if !fits {
            self.fault("timestamp", "must be a time of RFC 3339 with a zone");
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    let parts = |text: &str, units: &str| {
        let mut left = units;
        let mut digits = String::new();
        for c in text.chars() {
            if c.is_ascii_digit() || c == '.' {
                digits.push(c);
            } else {
                let Some(at) = left.find(c) else { return false };
                let fraction_fits = !digits.contains('.') || c == 'S';
                if digits.is_empty() || digits.parse::<f64>().is_err() || !fraction_fits {
                    return false;
                }
                digits.clear();
                left = &left[at + c.len_utf8()..];
            }
        }
        digits.is_empty()
    };
    match time {
        Some("") => false,
        Some(time) => parts(date, "YMD") && parts(time, "HMS"),
        None => !date.is_empty() && (parts(date, "YMD") || parts(date, "W")),
    }
}
