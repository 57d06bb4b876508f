//! The table event → statement, row by row.

use std::sync::Arc;

use proefles_records::xapi::{Mapper, validate};
use proefles_scenario::{
    Behaviour, ChoiceId, CompetenceId, CriterionId, DecisionId, EndingId, ItemId, Lang, PhaseId, Scenario, StudentId,
    TeacherAction, Verdict,
};
use proefles_sim::replay::Recorder;
use proefles_sim::{Cause, Event, EventKind, Gaze};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{at, context, network_down, parsed, verb};

const BASE: &str = "https://proefles.example.org/xapi";

/// A mapper of a person's run.
fn mapper_of(scenario: &Arc<Scenario>) -> Mapper {
    let mut run = Recorder::new(Arc::clone(scenario), 1, Lang::Nl, "teacher");
    run.set_registration(Uuid::new_v4().to_string());
    Mapper::new(context(&run))
}

/// The statements of events at these ticks, all of them valid.
fn told_of(scenario: &Arc<Scenario>, events: impl IntoIterator<Item = (u32, EventKind)>) -> Vec<Value> {
    let mut mapper = mapper_of(scenario);
    let events = events.into_iter().zip(0..).map(|((tick, kind), id)| Event { id, tick, kind });
    let all: Vec<Value> =
        events.flat_map(|event| mapper.statements(&event, at(event.tick))).map(|one| parsed(&one)).collect();
    for statement in &all {
        assert_eq!(validate(statement), [], "{statement:#}");
    }
    all
}

/// The one statement of one event.
fn told(tick: u32, kind: EventKind) -> Value {
    let mut all = told_of(&network_down(), [(tick, kind)]);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

fn extension<'a>(statement: &'a Value, name: &str) -> &'a Value {
    &statement["context"]["extensions"][format!("{BASE}/extensions/{name}")]
}

#[test]
fn the_run_begins_with_two() {
    let all = told_of(&network_down(), [(0, EventKind::RunStarted)]);
    assert_eq!(all.iter().map(verb).collect::<Vec<_>>(), ["initialized", "attempted"]);
    assert_eq!(all[0]["object"]["definition"]["type"], "http://adlnet.gov/expapi/activities/simulation");
    assert_eq!(all[1]["object"]["id"], format!("{BASE}/activities/scenario/network-down"));
    assert_eq!(extension(&all[0], "taught-by"), "teacher");
    assert_eq!(all[0]["timestamp"], "2026-11-02T09:00:00.123Z");
}

#[test]
fn a_choice_is_an_answer_with_its_verdict() {
    let scenario = network_down();
    let best = scenario.decisions[0].choices.iter().position(|choice| choice.verdict == Verdict::Strong).unwrap();
    let (decision, choice) = (DecisionId(0), ChoiceId::from_index(best));
    let statement = told(90, EventKind::ChoiceTaken { decision, choice, thinking_ticks: 43 });
    assert_eq!(verb(&statement), "answered");
    let response = scenario.choice(decision, choice).name.as_str();
    let result = json!({ "response": response, "success": true, "score": { "scaled": 1.0 }, "duration": "PT4.3S" });
    assert_eq!(statement["result"], result);
    let definition = &statement["object"]["definition"];
    assert_eq!(definition["interactionType"], "choice");
    assert_eq!(definition["choices"].as_array().unwrap().len(), scenario.decisions[0].choices.len());
    assert!(definition["choices"][0]["description"]["nl"] != definition["choices"][0]["description"]["en"]);
    assert!(definition["correctResponsesPattern"].as_array().unwrap().contains(&json!(response)));
}

#[test]
fn time_that_ran_out_is_no_answer() {
    let scenario = network_down();
    let decision = scenario.decisions.iter().position(|decision| decision.timer_ticks.is_some()).unwrap();
    let statement = told(90, EventKind::DecisionExpired { decision: DecisionId::from_index(decision) });
    assert_eq!(verb(&statement), "skipped");
    assert_eq!((&statement["result"]["completion"], &statement["result"]["success"]), (&json!(false), &json!(false)));
    assert_eq!((statement["result"].get("response"), statement["result"].get("score")), (None, None));
}

#[test]
fn a_disturbance_is_experienced_by_the_teacher() {
    let begins = |to: Behaviour, cause: Cause| {
        let (student, from) = (StudentId(2), Behaviour::OnListen);
        EventKind::BehaviourChanged { student, from, to, cause, partner: None }
    };
    let statement = told(30, begins(Behaviour::Toot, Cause::Lapse));
    assert_eq!(verb(&statement), "experienced");
    assert_eq!(extension(&statement, "behaviour"), "TOOT");
    assert_eq!(extension(&statement, "intensity"), 3);
    assert_eq!(extension(&statement, "student"), network_down().students[2].name.as_str());
    let quiet = [begins(Behaviour::OffIdle, Cause::Lapse), begins(Behaviour::Laugh, Cause::Peer(StudentId(1)))];
    assert!(told_of(&network_down(), quiet.map(|kind| (30, kind))).is_empty(), "who joins in is not counted again");
}

#[test]
fn what_the_teacher_does_names_action_and_student() {
    let (action, private) = (TeacherAction::Redirect, true);
    let deed = |student| EventKind::TeacherActed { action, student, private, specific: false };
    let statement = told(30, deed(Some(StudentId(0))));
    assert_eq!((verb(&statement), extension(&statement, "action")), ("interacted", &json!("Redirect")));
    assert_eq!(extension(&statement, "private"), true);
    assert_eq!(
        statement["object"]["definition"]["type"],
        "https://w3id.org/xapi/seriousgames/activity-types/non-player-character"
    );
    assert_eq!(told(30, deed(None))["object"]["id"], format!("{BASE}/activities/scenario/network-down"));
}

#[test]
fn a_look_counts_when_it_is_over_and_long_enough() {
    let look = |to| EventKind::GazeMoved(to);
    let (noor, board) = (Gaze::Student(StudentId(0)), Gaze::Board);
    let all = told_of(&network_down(), [(10, look(noor)), (15, look(board)), (20, look(noor)), (26, look(board))]);
    assert_eq!(all.iter().map(verb).collect::<Vec<_>>(), ["focused"]);
    assert_eq!(all[0]["result"]["duration"], "PT0.6S");
    assert_eq!(extension(&all[0], "gaze-source"), "head");
}

#[test]
fn standing_by_a_student_counts_from_two_seconds_and_names_the_distance() {
    let step = |near| EventKind::Proximity { student: StudentId(1), near };
    let all = told_of(&network_down(), [(10, step(true)), (29, step(false)), (40, step(true)), (65, step(false))]);
    assert_eq!(all.iter().map(verb).collect::<Vec<_>>(), ["approached"]);
    assert_eq!((&all[0]["result"]["duration"], extension(&all[0], "distance-m")), (&json!("PT2.5S"), &json!(1.5)));
}

#[test]
fn things_are_grabbed_placed_and_used() {
    let item = ItemId(0);
    for (kind, expected) in [
        (EventKind::ItemTaken(item), "grabbed"),
        (EventKind::ItemDropped(item), "placed"),
        (EventKind::ItemUsed(item), "interacted"),
    ] {
        let statement = told(30, kind);
        assert_eq!(verb(&statement), expected);
        let kind = &statement["object"]["definition"]["type"];
        assert_eq!(kind, "https://w3id.org/xapi/seriousgames/activity-types/item");
    }
}

#[test]
fn a_phase_tells_how_far_the_lesson_is() {
    let scenario = network_down();
    assert!(told_of(&scenario, [(0, EventKind::PhaseStarted(PhaseId(0)))]).is_empty(), "the start is no progress");
    let statement = told(scenario.duration_ticks / 4, EventKind::PhaseStarted(PhaseId(1)));
    assert_eq!(verb(&statement), "progressed");
    let progress = json!({ "https://w3id.org/xapi/cmi5/result/extensions/progress": 25 });
    assert_eq!(statement["result"], json!({ "extensions": progress }));
}

#[test]
fn a_decision_that_stops_the_class_is_no_progress() {
    let mut scenario = (*network_down()).clone();
    scenario.decisions[0].stops_class = true;
    let scenario = Arc::new(scenario);
    let (decision, quarter) = (DecisionId(0), scenario.duration_ticks / 4);
    let opened = EventKind::DecisionOpened { decision, offered: vec![ChoiceId(0)], deadline: None };
    let taken = EventKind::ChoiceTaken { decision, choice: ChoiceId(0), thinking_ticks: 500 };
    let phase = EventKind::PhaseStarted(PhaseId(1));
    let all = told_of(&scenario, [(100, opened), (600, taken), (quarter + 500, phase)]);
    let progress = &all.last().unwrap()["result"]["extensions"];
    assert_eq!(progress, &json!({ "https://w3id.org/xapi/cmi5/result/extensions/progress": 25 }));
}

#[test]
fn pauses_are_suspended_and_resumed() {
    assert_eq!(verb(&told(30, EventKind::Paused)), "suspended");
    assert_eq!(verb(&told(30, EventKind::Resumed)), "resumed");
}

#[test]
fn the_end_sums_up_with_competences_levels_and_rubric() {
    let scenario = network_down();
    let of_first = |at: &usize| scenario.rubric[*at].competence == CompetenceId(0);
    let criterion = CriterionId::from_index((0..scenario.rubric.len()).find(of_first).unwrap());
    let evidence = |points| EventKind::EvidenceGiven { criterion, points, of: 3, decision: None };
    let end = EventKind::RunEnded {
        broken_off: false,
        ending: EndingId(0),
        passed: true,
        score_permille: 667,
        on_task_permille: 700,
    };
    let all = told_of(&scenario, [(10, evidence(3)), (20, evidence(1)), (1234, end)]);
    assert_eq!(all.iter().map(verb).collect::<Vec<_>>(), ["completed", "passed", "scored", "terminated"]);
    assert_eq!(all[1]["result"]["score"], json!({ "scaled": 0.667, "raw": 4, "min": 0, "max": 6 }));
    assert_eq!(all[1]["result"]["duration"], "PT123.4S");
    let name = &scenario.rubric[criterion.index()].name;
    assert_eq!(extension(&all[2], "rubric"), &json!([{ "criterion": name, "points": 4, "of": 6 }]));
    assert_eq!(extension(&all[2], "level"), "practised");
    assert_eq!(all[2]["object"]["id"], format!("{BASE}/activities/competence/digcompedu/2017/3.1"));
}

#[test]
fn a_skill_of_esco_keeps_its_address() {
    let scenario = network_down();
    let esco = scenario.competences.iter().position(|competence| competence.framework == "ESCO").unwrap();
    let of_it = |at: &usize| scenario.rubric[*at].competence.index() == esco;
    let criterion = CriterionId::from_index((0..scenario.rubric.len()).find(of_it).unwrap());
    let end = EventKind::RunEnded {
        broken_off: false,
        ending: EndingId(0),
        passed: false,
        score_permille: 0,
        on_task_permille: 0,
    };
    let evidence = EventKind::EvidenceGiven { criterion, points: 0, of: 2, decision: None };
    let all = told_of(&scenario, [(10, evidence), (20, end)]);
    assert_eq!(all.iter().map(verb).collect::<Vec<_>>(), ["completed", "failed", "scored", "terminated"]);
    assert_eq!(all[2]["object"]["id"], scenario.competences[esco].uri.as_str());
}

#[test]
fn the_rest_is_in_the_events_alone() {
    let samples = EventKind::Sampled { on_task_permille: 700, noise_permille: 200, attention_permille: 600 };
    assert!(told_of(&network_down(), [(10, samples), (20, EventKind::BellRang)]).is_empty());
}

#[test]
fn a_lesson_in_one_language_is_told_in_that_language_alone() {
    let mut scenario = (*network_down()).clone();
    scenario.languages = vec![Lang::Nl];
    let (decision, choice) = (DecisionId(0), ChoiceId(0));
    let all = told_of(
        &Arc::new(scenario),
        [
            (0, EventKind::RunStarted),
            (9, EventKind::ChoiceTaken { decision, choice, thinking_ticks: 9 }),
            (9, EventKind::ItemTaken(ItemId(0))),
        ],
    );
    let definition = &all[2]["object"]["definition"];
    for texts in
        [&all[1]["object"]["definition"]["name"], &definition["name"], &definition["choices"][1]["description"]]
    {
        let languages: Vec<&String> = texts.as_object().unwrap().keys().collect();
        assert_eq!(languages, ["nl"], "{texts}");
    }
    assert_eq!(all[3]["object"]["definition"]["name"].as_object().unwrap().len(), 1);
}
