//! The good fixture: it loads without a word, and means what it says.

use proefles_scenario::{
    BoardShow, ChoiceId, Condition, DecisionId, Effect, Lang, Network, PhaseId, Speaker, StudentId, Target, Verdict,
    load_path,
};

use crate::support::{bent, small, small_path};

#[test]
fn loads_without_a_word() {
    let loaded = load_path(&small_path());
    assert_eq!(loaded.render_human(false), "");
    assert_eq!(loaded.render_json(), "[]");
    assert!(loaded.scenario.is_some());
}

#[test]
fn a_wheelchair_is_said_and_otherwise_there_is_none() {
    let loaded = bent(&[("scenario", "device: ", "wheelchair: true, device: ")]);
    let chairs: Vec<bool> = loaded.scenario.unwrap().students.iter().map(|student| student.wheelchair).collect();
    assert!(chairs[0] && chairs[1..].iter().all(|has| !has), "{chairs:?}");
}

#[test]
fn means_what_it_says() {
    let s = load_path(&small_path()).scenario.unwrap();
    assert_eq!((s.id.as_str(), s.version.as_str(), s.duration_ticks), ("small", "1.0.0", 1200));
    assert_eq!(
        s.seats.iter().map(|seat| seat.name.as_str()).collect::<Vec<_>>(),
        ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"]
    );
    // Three gaps of 0.7 m and an aisle of 0.8 m, around the middle.
    assert_eq!(s.seats.iter().map(|seat| seat.pose.at.x_mm).take(4).collect::<Vec<_>>(), [-1450, -750, 750, 1450]);
    assert_eq!(s.seats[4].pose.at.z_mm, -600);
    assert_eq!(s.room.teacher.yaw_deg, 180);

    let noor = s.student_by_name("noor").unwrap();
    assert_eq!(s.student(noor).friends, [StudentId(1)]);
    assert_eq!(s.students[2].temperament.patience, 600);
    assert_eq!(s.students[2].temperament.sociability, 1000);

    assert_eq!(s.beats[0].when, Condition::Time { ticks: 200 });
    assert_eq!(s.beats[1].when, Condition::Phase { phase: PhaseId(1), ticks: 100 });
    assert_eq!(s.beats[1].then[0], Effect::Network(Network::Down));
    assert_eq!(s.beats[1].then[3], Effect::After { ticks: 20, then: vec![Effect::Ask(DecisionId(0))] });
    let offline = s.decision(s.decision_by_name("offline").unwrap());
    assert_eq!((offline.timer_ticks, offline.about, offline.stops_class), (Some(250), Some(noor), false));
    assert_eq!(offline.choices[0].verdict, Verdict::Strong);
    assert_eq!(offline.choices[1].effects, [Effect::Attention { target: Target::Class, by_permille: -100 }]);
    assert_eq!(offline.choices[0].evidence.iter().map(|evidence| evidence.points).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(s.line(s.line_by_name("noor.wifi").unwrap()).speaker, Speaker::Student(noor));
    assert_eq!(s.pass.min_score_permille, 500);
    assert_eq!(s.pass.endings, [s.ending_by_name("calm").unwrap()]);
    assert_eq!(s.flags, ["told"]);

    let BoardShow::Slide(slide) = s.phases[0].board else { panic!("{:?}", s.phases[0].board) };
    assert_eq!(s.text(Lang::En, slide), "Welcome! Today: a quiz.");
    assert_eq!(s.text(Lang::Nl, slide), "Welkom! Vandaag: een quiz.");
}

#[test]
fn every_list_is_found_by_name() {
    let s = load_path(&small_path()).scenario.unwrap();
    assert_eq!(s.phase_by_name("quiz"), Some(PhaseId(1)));
    assert_eq!(s.choice_by_name(DecisionId(0), "scold"), Some(ChoiceId(2)));
    assert_eq!(s.choice_by_name(DecisionId(1), "scold"), None);
    assert!(
        s.item_by_name("cable").is_some() && s.beat_by_name("outage").is_some() && s.flag_by_name("told").is_some()
    );
    assert!(s.seat_by_name("B4").is_some() && s.criterion_by_name("calm").is_some() && s.seat_by_name("b4").is_none());
}

#[test]
fn names_and_order_of_fields_make_no_difference() {
    let plain = bent(&[]).scenario.unwrap();
    let mut named = bent(&[
        ("scenario", "Phase(\"quiz\", 10)", "Phase(for_s: 10.0, phase: \"quiz\")"),
        ("scenario", "Pose(0, 2.6, 180)", "(facing: -180, x: 0, z: 2.60)"),
    ])
    .scenario
    .unwrap();
    assert_ne!(plain.digest, named.digest);
    named.digest.clone_from(&plain.digest);
    assert_eq!(plain, named);
}

#[test]
fn the_digest_is_of_the_meaning() {
    let digest = |edits: &[(&str, &str, &str)]| bent(edits).scenario.unwrap().digest;
    let plain = digest(&[]);
    assert_eq!(plain.len(), 64);
    assert_eq!(digest(&[("scenario", "// Two rows", "/* Rows */ // Two rows"), ("nl", "    lang", "lang")]), plain);
    assert_ne!(digest(&[("scenario", "minutes: 2", "minutes: 3")]), plain);
    assert_ne!(digest(&[("en", "Welcome!", "Hello!")]), plain);
}

#[test]
fn it_is_real_ron() {
    for (name, text) in small() {
        let value: Result<ron::Value, _> = ron::from_str(&text);
        assert!(value.is_ok(), "{name}: {value:?}");
    }
}

#[test]
fn a_class_of_another_size_fills_its_seats_in_the_roster_s_order() {
    let lesson = load_path(&small_path()).scenario.unwrap();
    let seats = lesson.seats.iter().cycle().take(20).cloned().collect();
    let larger = lesson.with_class(20, seats);
    assert_eq!(larger.students.len(), 20);
    assert!((0..20).all(|at| larger.students[at].seat.index() == at));
    assert_eq!(larger.students[lesson.students.len()].first_name, lesson.students[0].first_name);
    assert_eq!(larger.beats.len(), lesson.beats.len());
    let smaller = lesson.with_class(1, lesson.seats.clone());
    assert_eq!((smaller.students.len(), smaller.beats.len(), smaller.decisions.len()), (1, 0, 0));
    assert!(smaller.students[0].friends.is_empty(), "friends who are missing are not looked for");
}
