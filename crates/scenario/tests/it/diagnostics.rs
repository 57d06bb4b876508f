//! One bad scenario for each code, shown as an author sees it. The match below has no default: a new code needs a case.

use std::path::Path;

use proefles_scenario::{Code, Loaded, Severity, check_voices, load_path};

use crate::support::{bent, bytes, small_in};

/// A scenario that has this problem, and as few others as possible.
fn case(code: Code, dir: &Path) -> Loaded {
    use Code::*;
    match code {
        NotFound | NotAFile | CannotRead | TooLarge | Empty | NotText | NotUtf8 | ByteOrderMark | WrongFileName => {
            file(code, dir)
        }
        StrayCharacter | OpenText | OpenComment | BadEscape | BadNumber | Expected | OpenBracket | TooDeep
        | TextAfterEnd | TooMany => syntax(code),
        UnknownField | MissingField | WrongType | OutOfRange | GivenTwice | UnknownWord | MixedFields
        | TooManyFields | WrongFormat | BadId => schema(code),
        DuplicateId | UnknownId | FlagNeverSet | FlagNeverRead | ShareNamedOnce | NeverAsked | NeverFires
        | EndingNeverReached | LastEnding | DependsOnItself | PhaseNeverBegins | LineNeverSaid | MayHaveNoOption => {
            names_and_graph(code)
        }
        TimerTooLong
        | NeverInTime
        | TimerTooShort
        | ExpiryWithoutTimer
        | ExpiryWithoutFeedback
        | NoTextFile
        | TextMissing
        | TextUnused
        | TextEmpty
        | WrongLanguage
        | NoVoice => times_and_texts(code, dir),
        CriterionUnused | CompetenceUnused | PassImpossible | BestIsNotBest | NoGoodOption | OutsideRoom
        | SeatTaken | SeatsOverlap | FriendNotMutual | OwnFriend | SameFirstName | NoDevice | NotTheTeacher => {
            content(code)
        }
    }
}

fn file(code: Code, dir: &Path) -> Loaded {
    let path = dir.join("small.scenario.ron");
    match code {
        Code::NotFound => load_path(&dir.join("smal.scenario.ron")),
        Code::NotAFile => load_path(dir),
        Code::WrongFileName => {
            small_in(dir);
            load_path(&dir.join("small.nl.ron"))
        }
        // Permissions do not stop root, but no system takes a path with a zero byte.
        Code::CannotRead => load_path(Path::new("a\0b.scenario.ron")),
        Code::TooLarge => {
            // Sparse: nothing is written, and nothing may be read.
            std::fs::File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
            load_path(&path)
        }
        Code::Empty => bytes(b" \n// nothing yet\n"),
        Code::NotText => bytes(b"PK\x03\x04\x14\x00\x06\x00"),
        Code::NotUtf8 => bytes(b"Scenario(\n    title: \"Caf\xe9\",\n)\n"),
        _ => bent(&[("scenario", "// A small", "\u{feff}// A small")]),
    }
}

fn syntax(code: Code) -> Loaded {
    match code {
        Code::StrayCharacter => bent(&[("scenario", "\"small\"", "“small”")]),
        Code::OpenText => bent(&[("scenario", "\"noor.wifi\"", "\"noor.wifi")]),
        Code::OpenComment => bent(&[("scenario", "    endings: [", "    /* endings: [")]),
        Code::BadEscape => bent(&[("nl", "De verbinding", "De \\verbinding")]),
        Code::BadNumber => bent(&[("scenario", "minutes: 2", "minutes: 1h5")]),
        Code::Expected => bent(&[("scenario", "Network(Down), Screens", "Network(Down) Screens")]),
        Code::OpenBracket => bent(&[("scenario", "then: [End],", "then: [End,")]),
        Code::TooDeep => {
            let deep = format!("when: {}Always{}", "Not(".repeat(66), ")".repeat(66));
            bent(&[("scenario", "when: Time(20)", &deep)])
        }
        Code::TextAfterEnd => bent(&[("scenario", "endings: [\"calm\"]),\n)", "endings: [\"calm\"]),\n)\n)")]),
        _ => bent(&[("scenario", "goals: [\"goal.1\"]", &format!("goals: [{}]", "7, ".repeat(300)))]),
    }
}

fn schema(code: Code) -> Loaded {
    match code {
        Code::UnknownField => bent(&[("scenario", "device: Laptop", "devise: Laptop")]),
        Code::MissingField => bent(&[("scenario", "prompt: \"cable.prompt\",", "")]),
        Code::WrongType => bent(&[("scenario", "minutes: 2", "minutes: \"two\"")]),
        Code::OutOfRange => bent(&[("scenario", "min_score_pct: 50", "min_score_pct: 150")]),
        Code::GivenTwice => bent(&[("scenario", "id: \"noor\", name", "id: \"noor\", id: \"nora\", name")]),
        Code::UnknownWord => bent(&[("scenario", "Screens(Class, Offline)", "Screens(Class, Ofline)")]),
        Code::MixedFields => bent(&[("scenario", "Phase(\"quiz\", 10)", "Phase(\"quiz\", for_s: 10)")]),
        Code::TooManyFields => bent(&[("scenario", "Phase(\"quiz\", 10)", "Phase(\"quiz\", 10, 20)")]),
        Code::WrongFormat => bent(&[("scenario", "format: 1", "format: 2")]),
        _ => bent(&[("scenario", "title: \"title\"", "title: \"The connection drops\"")]),
    }
}

fn names_and_graph(code: Code) -> Loaded {
    let beat = |when: &str| {
        let more = format!("    beats: [\n        Beat(id: \"more\", when: {when}, then: [Bell]),");
        bent(&[("scenario", "    beats: [", &more)])
    };
    match code {
        Code::DuplicateId => bent(&[("scenario", "id: \"sam\"", "id: \"noor\"")]),
        Code::UnknownId => bent(&[("scenario", "Say(\"noor.wifi\")", "Say(\"noor.wfi\")")]),
        Code::FlagNeverSet => bent(&[("scenario", "If(Flag(\"told\")", "If(Flag(\"tolt\")")]),
        Code::FlagNeverRead => bent(&[("scenario", "SetFlag(\"told\")]", "SetFlag(\"told\"), SetFlag(\"warned\")]")]),
        Code::ShareNamedOnce => bent(&[(
            "scenario",
            "Screens(Class, Quiz)]",
            "Screens(Share(20, \"slow\"), Loading), Attention(Share(20, \"solw\"), -5)]",
        )]),
        Code::NeverAsked => bent(&[("scenario", "After(2, [Ask(\"offline\")])", "Bell")]),
        Code::NeverFires => beat("All([Network(Slow), Time(5)])"),
        Code::EndingNeverReached => {
            bent(&[("scenario", "when: All([Flag(\"told\"), OffTaskAtMost(50)])", "when: Always")])
        }
        Code::LastEnding => {
            bent(&[("scenario", "text: \"end.muddled.text\"", "text: \"end.muddled.text\", when: OffTaskAtLeast(50)")])
        }
        Code::DependsOnItself => bent(&[
            ("scenario", "when: Phase(\"quiz\", 10)", "when: Fired(\"plugged\")"),
            ("scenario", "when: ItemUsed(\"cable\")", "when: All([ItemUsed(\"cable\"), Fired(\"outage\", 5)])"),
        ]),
        Code::PhaseNeverBegins => bent(&[(
            "scenario",
            "    phases: [",
            "    phases: [\n        Phase(id: \"start\", title: \"phase.intro\", activity: Explain, board: Off),",
        )]),
        Code::LineNeverSaid => bent(&[("scenario", "Say(\"class.groan\"), If", "If")]),
        _ => bent(&[(
            "scenario",
            "text: \"cable.plug\",",
            "text: \"cable.plug\",\n                    when: Flag(\"told\"),",
        )]),
    }
}

/// The small lesson with the voices of these lines alone.
fn voiced(dir: &Path, lines: &[&str]) -> Loaded {
    small_in(dir);
    for line in lines {
        let file = dir.join("small").join(line).with_added_extension("ogg");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, "").unwrap();
    }
    let mut loaded = load_path(&dir.join("small.scenario.ron"));
    check_voices(&mut loaded, dir);
    loaded
}

fn times_and_texts(code: Code, dir: &Path) -> Loaded {
    match code {
        Code::NoVoice => voiced(dir, &["nl/noor.wifi", "en/noor.wifi", "en/jasper.joke"]),
        Code::TimerTooLong => bent(&[("scenario", "timer_s: 25", "timer_s: 250")]),
        Code::NeverInTime => bent(&[("scenario", "After(2, ", "After(200, ")]),
        Code::TimerTooShort => bent(&[("scenario", "timer_s: 25", "timer_s: 4.5")]),
        Code::ExpiryWithoutTimer => bent(&[("scenario", "timer_s: 25,", "")]),
        Code::ExpiryWithoutFeedback => bent(&[("scenario", "expire_feedback: \"offline.expire\",", "")]),
        Code::NoTextFile => {
            small_in(dir);
            std::fs::remove_file(dir.join("small.en.ron")).unwrap();
            load_path(&dir.join("small.scenario.ron"))
        }
        Code::TextMissing => bent(&[("en", "\"noor.wifi\": \"It isn't loading for me!\",", "")]),
        Code::TextUnused => bent(&[("en", "\"noor.wifi\":", "\"noor.wifi.old\": \"It fails!\", \"noor.wifi\":")]),
        Code::TextEmpty => bent(&[("en", "\"It isn't loading for me!\"", "\" \"")]),
        _ => bent(&[("en", "lang: \"en\"", "lang: \"nl\"")]),
    }
}

fn content(code: Code) -> Loaded {
    match code {
        Code::CriterionUnused => {
            bent(&[("scenario", "\"calm\": 3, ", ""), ("scenario", "evidence: { \"calm\": 1 },", "")])
        }
        Code::CompetenceUnused => bent(&[(
            "scenario",
            "    competences: [",
            "    competences: [\n        Competence(id: \"safety\", framework: \"DigCompEdu\", version: \"2017\", code: \"6.4\", uri: \"https://doi.org/10.2760/159770\", label: \"competence.teaching\"),",
        )]),
        Code::PassImpossible => {
            bent(&[("scenario", "All([Flag(\"told\"), OffTaskAtMost(50)])", "All([Network(Slow), Flag(\"told\")])")])
        }
        Code::BestIsNotBest => bent(&[("scenario", "{ \"calm\": 1 }", "{ \"calm\": 9 }")]),
        Code::NoGoodOption => bent(&[("scenario", "verdict: Sound", "verdict: Weak")]),
        Code::OutsideRoom => bent(&[("scenario", "used_at: (1.6, 3.3)", "used_at: (1.6, 33)")]),
        Code::SeatTaken => bent(&[("scenario", "seat: \"B2\"", "seat: \"B1\"")]),
        Code::SeatsOverlap => {
            bent(&[("scenario", "    seats: [", "    seats: [\n        Seat(id: \"extra\", x: 0.7, z: 0.7),")])
        }
        Code::FriendNotMutual => bent(&[("scenario", "friends: [\"noor\"]", "friends: [\"noor\", \"emma\"]")]),
        Code::OwnFriend => bent(&[("scenario", "friends: [\"noor\"]", "friends: [\"noor\", \"sam\"]")]),
        Code::SameFirstName => bent(&[("scenario", "name: \"Sam\"", "name: \"Noor\"")]),
        Code::NoDevice => bent(&[(
            "scenario",
            "seat: \"B1\", look: \"student_04\", device: Laptop",
            "seat: \"B1\", look: \"student_04\", device: Notebook",
        )]),
        _ => bent(&[("scenario", "says: \"t.pause\"", "says: \"noor.wifi\"")]),
    }
}

#[test]
fn every_code_is_clear_to_an_author() {
    for code in Code::ALL.iter().copied() {
        let dir = tempfile::tempdir().unwrap();
        let loaded = case(code, dir.path());
        let mut shown = loaded.render_human(false).replace(&dir.path().display().to_string(), "DIR");
        assert!(loaded.diagnostics.iter().any(|found| found.code == code), "{}:\n{shown}", code.id());
        assert_eq!(loaded.scenario.is_none(), loaded.has_errors(), "{}:\n{shown}", code.id());
        assert!(loaded.diagnostics.iter().all(|found| found.line > 0 && found.column > 0 && !found.message.is_empty()));
        // Of the hundreds of problems there, the last word.
        let shown = if code == Code::TooMany { shown.split_off(shown.rfind("error[").unwrap()) } else { shown };
        insta::assert_snapshot!(code.id(), shown);
    }
}

#[test]
fn codes_are_unique_and_in_order() {
    let ids: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
}

#[test]
fn machines_read_line_and_column_in_characters() {
    // The é before the mistake is two bytes and one column.
    let loaded = bent(&[("scenario", "id: \"small\"", "/* é */ id: 7")]);
    let found: serde_json::Value = serde_json::from_str(&loaded.render_json()).unwrap();
    assert_eq!(found[0]["code"], "SC0203");
    assert_eq!(found[0]["severity"], "error");
    assert_eq!(found[0]["file"], "small.scenario.ron");
    assert_eq!((found[0]["line"].as_u64(), found[0]["column"].as_u64()), (Some(4), Some(17)));
    assert_eq!(found[0].as_object().unwrap().len(), 7);
}

#[test]
fn all_problems_come_at_once_and_in_order() {
    let loaded = bent(&[
        ("scenario", "level: Starter", "level: Beginner"),
        ("scenario", "minutes: 2", "minutes: 0"),
        ("scenario", "seat: \"B2\"", "seat: \"B9\""),
        ("scenario", "Say(\"noor.wifi\")", "Sey(\"noor.wifi\")"),
        ("nl", "\"title\"", "\"titel\""),
    ]);
    let codes: Vec<_> = loaded.diagnostics.iter().map(|found| (found.code, found.line)).collect();
    let lines: Vec<u32> = codes.iter().take(4).map(|(_, line)| *line).collect();
    assert!(lines.is_sorted(), "{codes:?}");
    for code in [Code::UnknownWord, Code::OutOfRange, Code::UnknownId, Code::TextMissing] {
        assert!(codes.iter().any(|(found, _)| *found == code), "{code:?} in {codes:?}");
    }
}

#[test]
fn an_incident_is_told_what_it_lacks_and_what_it_cannot_have() {
    let errors = |effect: &str| -> Vec<Code> {
        let loaded = bent(&[("scenario", "Screens(Class, Quiz)]", &format!("{effect}]"))]);
        let errors = loaded.diagnostics.iter().filter(|found| found.code.severity() == Severity::Error);
        errors.map(|found| found.code).collect()
    };
    for good in [
        "Incident(PlatformDown)",
        "Incident(Updating, Student(\"noor\"), 60)",
        "Incident(LateArrival, Student(\"noor\"))",
        "Incident(kind: WrongScreen, text: \"board.q1\"), Mend(WrongScreen)",
        "If(Incident(PlatformDown), [Bell])",
        "Teacher(Regroup)",
    ] {
        assert_eq!(errors(good), [], "{good}");
    }
    for (bad, code) in [
        ("Incident(PlatformFlat)", Code::UnknownWord),
        ("Incident(PlatformDown, Class)", Code::UnknownField),
        ("Incident(Teasing)", Code::MissingField),
        ("Incident(Teasing, Class)", Code::MissingField),
        ("Incident(WrongScreen)", Code::MissingField),
        ("Teacher(Reseat, \"noor\")", Code::UnknownWord),
        ("Teacher(ChangeActivity)", Code::UnknownWord),
    ] {
        assert_eq!(errors(bad), [code], "{bad}");
    }
}

#[test]
fn an_incident_is_a_way_for_the_network_to_go_down() {
    let waits = "when: All([Network(Down), Incident(PowerCut)])";
    let never = |loaded: &Loaded| loaded.diagnostics.iter().any(|found| found.code == Code::NeverFires);
    let unmet = bent(&[("scenario", "when: Time(20)", waits), ("scenario", "Network(Down), Screens", "Screens")]);
    assert!(never(&unmet), "{}", unmet.render_human(false));
    let met = bent(&[("scenario", "then: [Network(Down), Screens", "then: [Incident(PowerCut), Screens")]);
    assert!(!never(&met), "{}", met.render_human(false));
}

#[test]
fn a_lesson_without_any_voice_is_told_once_a_language_and_the_shipped_one_has_them_all() {
    let dir = tempfile::tempdir().unwrap();
    let found: Vec<_> = voiced(dir.path(), &[]).diagnostics.into_iter().map(|found| found.message).collect();
    assert_eq!(found, ["nl", "en"].map(|lang| format!("none of the 2 lines has a voice in \"{lang}\"")));

    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut shipped = load_path(&root.join("scenarios/network-down.scenario.ron"));
    check_voices(&mut shipped, &root.join("assets/audio/voice"));
    assert!(shipped.diagnostics.iter().all(|found| found.code != Code::NoVoice), "{}", shipped.render_human(false));
}

#[test]
fn the_table_of_codes_is_current() {
    let mut page = String::from(
        "# Problems that `proeflesctl validate` finds\n\nMade from the table in `crates/scenario/src/diagnostic/codes.rs` by its test; \
        run `UPDATE_DOCS=1 cargo test -p proefles_scenario` after a change there.\n\n\
        An *error* must be solved before the lesson can be used. A *warning* is probably not meant so. *Info* is worth a look.\n",
    );
    for code in Code::ALL {
        page += &format!(
            "\n## {}: {}\n\n*{}.* {}\n",
            code.id(),
            code.title(),
            capital(code.severity().name()),
            code.explanation()
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/DIAGNOSTICS.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap_or_default() == page,
        "run UPDATE_DOCS=1 cargo test -p proefles_scenario"
    );
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}
