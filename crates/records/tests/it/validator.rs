//! The validator: what it takes, and every single fault that it refuses.

use proefles_records::xapi::validate;
use serde_json::{Value, json};

/// A valid statement to break.
fn good() -> Value {
    json!({
        "id": "c3275a32-0b71-401c-aa25-b5771f22e0b0",
        "timestamp": "2026-11-02T09:00:01.000Z",
        "actor": { "objectType": "Agent", "account": { "homePage": "https://school.example.org", "name": "b3f1" } },
        "verb": { "id": "http://adlnet.gov/expapi/verbs/answered", "display": { "en": "answered", "nl": "koos" } },
        "object": {
            "objectType": "Activity",
            "id": "https://school.example.org/decision/1",
            "definition": {
                "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                "name": { "en": "What now?", "nl": "Wat nu?" },
                "interactionType": "choice",
                "correctResponsesPattern": ["a"],
                "choices": [{ "id": "a", "description": { "nl": "x" } }, { "id": "b", "description": { "nl": "y" } }],
            },
        },
        "result": { "response": "a", "success": true, "score": { "scaled": 0.9 }, "duration": "PT4.3S" },
        "context": {
            "registration": "f7fd8b2d-fc26-45b7-90fb-8b8d91076163",
            "platform": "desktop",
            "contextActivities": { "parent": [{ "id": "https://school.example.org/scenario" }] },
            "extensions": { "https://school.example.org/x": 1 },
        },
    })
}

#[test]
fn the_validator_refuses_each_single_fault() {
    assert_eq!(validate(&good()), []);
    let faults = [
        ("/actor", Value::Null),
        ("/actor", json!({ "objectType": "Agent" })),
        ("/actor", json!({ "mbox": "mailto:a@b.org", "openid": "https://a.org" })),
        ("/actor/account/homePage", json!("school")),
        ("/verb/id", json!("answered")),
        ("/verb/display/en", json!(3)),
        ("/verb/display", json!({ "not a tag": "x" })),
        ("/id", json!("c3275a32")),
        ("/timestamp", json!("2026-11-02T09:00:01.000-00:00")),
        ("/timestamp", json!("2026-11-02T09:00:01")),
        ("/timestamp", json!("yesterday")),
        ("/object/id", json!("decision 1")),
        ("/object/definition/interactionType", json!("quiz")),
        ("/object/definition/choices/1/id", json!("a")),
        ("/object/definition/interactionType", json!("numeric")),
        ("/result/success", json!("true")),
        ("/result/score/scaled", json!(1.2)),
        ("/result/score/scaled", json!("0.9")),
        ("/result/score", json!({ "raw": 12, "min": 0, "max": 10 })),
        ("/result/duration", json!("4.3 s")),
        ("/result/duration", json!("PT")),
        ("/context/registration", json!("run 1")),
        ("/context/contextActivities/parent", json!({ "id": "https://school.example.org/scenario" })),
        ("/context/extensions", json!({ "x": 1 })),
        ("/result/response", Value::Null),
        ("/result", json!({})),
    ];
    for (path, value) in faults {
        let mut broken = good();
        *broken.pointer_mut(path).unwrap() = value.clone();
        assert!(!validate(&broken).is_empty(), "{path} = {value} was accepted");
    }
    for (path, key) in [("", "Verb"), ("/result", "Score"), ("/context", "place"), ("/object/definition", "title")] {
        let mut broken = good();
        broken.pointer_mut(path).unwrap()[key] = json!("x");
        assert!(!validate(&broken).is_empty(), "unknown {path}/{key} was accepted");
    }
    for key in ["actor", "verb", "object"] {
        let mut broken = good();
        broken.as_object_mut().unwrap().remove(key);
        assert!(!validate(&broken).is_empty(), "{key} may not be missing");
    }
}
