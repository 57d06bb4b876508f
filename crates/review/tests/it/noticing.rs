//! What a review says of what the teacher saw.

use std::path::Path;
use std::sync::Arc;

use proefles_review::{Episode, HeatReview, Indicators, Report, html};
use proefles_scenario::{Behaviour, IncidentKind, Lang, Network, Scenario, StudentId, TeacherAction, load_path};
use proefles_sim::replay::Recorder;
use proefles_sim::{Cause, Event, EventKind, Gaze, Policy};

fn lesson() -> Arc<Scenario> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/network-down.scenario.ron");
    Arc::new(load_path(&path).scenario.unwrap())
}

fn report(policy: Policy, lang: Lang) -> Report {
    let scenario = lesson();
    let mut run = Recorder::new(Arc::clone(&scenario), 5, Lang::En, policy.name());
    while run.session().outcome().is_none() {
        for command in policy.act(run.session()) {
            run.apply(command).ok();
        }
        run.tick();
    }
    Report::new(&scenario, run.events(), 5, policy.name(), lang)
}

fn indicators(policy: Policy) -> Indicators {
    report(policy, Lang::En).indicators
}

/// Events at their ticks, numbered.
fn told(kinds: Vec<(u32, EventKind)>) -> Vec<Event> {
    kinds.into_iter().zip(0..).map(|((tick, kind), id)| Event { id, tick, kind }).collect()
}

fn turns(student: StudentId, from: Behaviour, to: Behaviour) -> EventKind {
    EventKind::BehaviourChanged { student, from, to, cause: Cause::Lapse, partner: None }
}

fn acts(action: TeacherAction, student: Option<StudentId>) -> EventKind {
    EventKind::TeacherActed { action, student, private: false, specific: false }
}

#[test]
fn an_episode_goes_from_the_first_lapse_to_the_task_with_first_look_and_first_answer() {
    use Behaviour as B;
    let (a, b) = (StudentId(1), StudentId(2));
    let events = told(vec![
        (10, turns(a, B::OnWrite, B::OffChat)),
        (20, turns(b, B::OnWrite, B::OffDaydream)),
        (15, EventKind::Shown { student: a }),
        (25, EventKind::Noticed { student: a }),
        (30, turns(a, B::OffChat, B::Toot)),
        (40, acts(TeacherAction::Praise, None)),
        (50, acts(TeacherAction::Redirect, Some(a))),
        (55, acts(TeacherAction::Redirect, Some(a))),
        (56, turns(a, B::Toot, B::OnWrite)),
        (60, EventKind::Proximity { student: a, near: true }),
        (90, EventKind::BellRang),
    ]);
    let expected = [
        Episode {
            student: a,
            worst: B::Toot,
            began: 10,
            shown: Some(15),
            seen: Some(25),
            answered: Some(50),
            ended: 56,
        },
        Episode { student: b, worst: B::OffDaydream, began: 20, shown: None, seen: None, answered: None, ended: 90 },
    ];
    let episodes = Episode::all(&lesson(), &events);
    assert_eq!(episodes, expected);
    assert_eq!(episodes[0].after_cue(50), 35, "an answer is measured from when there was something to see");
    assert_eq!(episodes[1].after_cue(90), 70);
}

#[test]
fn the_course_of_the_lesson_names_incidents_once() {
    use IncidentKind as I;
    let events = told(vec![
        (10, EventKind::IncidentBegan(I::NetworkDown)),
        (10, EventKind::NetworkChanged(Network::Down)),
        (20, EventKind::IncidentBegan(I::PlatformDown)),
        (30, EventKind::IncidentBegan(I::Insect)),
        (40, EventKind::IncidentEnded(I::Insect)),
        (50, EventKind::IncidentEnded(I::PlatformDown)),
    ]);
    for (lang, platform, over, insect) in [
        (Lang::Nl, "Leerplatform ligt uit", "Voorbij: Leerplatform ligt uit", "Wesp in de klas"),
        (Lang::En, "Learning platform down", "Over: Learning platform down", "Wasp in the room"),
    ] {
        let moments = Report::new(&lesson(), &events, 1, "teacher", lang).moments;
        let texts: Vec<&str> = moments.iter().map(|moment| moment.text.as_str()).collect();
        assert_eq!(texts[1..], [platform, insect, over], "the network is told by its own change: {texts:?}");
    }
}

#[test]
fn a_word_to_the_class_answers_all_who_are_off_task() {
    let (a, b) = (StudentId(1), StudentId(2));
    let events = told(vec![
        (10, turns(a, Behaviour::OnWrite, Behaviour::OffChat)),
        (40, acts(TeacherAction::Gesture, None)),
        (50, turns(b, Behaviour::OnWrite, Behaviour::OffChat)),
        (90, EventKind::BellRang),
    ]);
    let answered: Vec<Option<u32>> = Episode::all(&lesson(), &events).iter().map(|e| e.answered).collect();
    assert_eq!(answered, [Some(40), None]);
}

#[test]
fn the_review_names_the_episodes_that_went_on_longest_in_the_order_of_the_lesson() {
    for (lang, unseen) in [(Lang::Nl, "Niet gezien"), (Lang::En, "Not seen")] {
        let report = report(Policy::Absent, lang);
        assert_eq!(report.episodes.len(), 8);
        assert!(report.episodes.is_sorted_by_key(|episode| episode.tick));
        assert!(report.episodes.iter().any(|e| e.seen_secs.is_none() && e.text.contains(unseen)), "{report:#?}");
        let page = html::page(&report);
        assert!(report.episodes.iter().all(|episode| page.contains(&episode.text)));
    }
}

#[test]
fn who_scans_the_class_sees_more_of_it_and_sooner_than_who_looks_away() {
    let [expert, absent] = [Policy::Expert, Policy::Absent].map(indicators);
    for all in [&expert, &absent] {
        assert!(all.lapses > 20 && all.noticed <= all.lapses, "{all:?}");
    }
    let share = |all: &Indicators| f64::from(all.noticed) / f64::from(all.lapses);
    assert!(share(&expert) > 2.0 * share(&absent), "{expert:?} {absent:?}");
    assert!(expert.median_noticing_ticks.is_some());
}

#[test]
fn the_plan_of_the_room_tells_who_was_off_task_how_long_and_whom_the_teacher_looked_at() {
    let scenario = lesson();
    let [noor, sander] = [0, 1].map(StudentId::from_index);
    let events = told(vec![
        (0, EventKind::RunStarted),
        (100, turns(noor, Behaviour::OnListen, Behaviour::OffChat)),
        (200, EventKind::GazeMoved(Gaze::Student(noor))),
        (260, EventKind::GazeMoved(Gaze::Board)),
        (400, turns(noor, Behaviour::OffChat, Behaviour::OnListen)),
        (500, EventKind::GazeMoved(Gaze::Student(noor))),
        (540, EventKind::GazeMoved(Gaze::Student(sander))),
        (900, turns(sander, Behaviour::OnListen, Behaviour::OffChat)),
        (1000, EventKind::BellRang),
    ]);
    let heat = HeatReview::of(&scenario, &events);
    assert_eq!(heat.seats.len(), scenario.students.len());
    let [one, other] = [&heat.seats[0], &heat.seats[1]];
    assert_eq!((one.on_task_permille, one.looked_ticks, one.looks), (700, 100, 2));
    assert_eq!((other.on_task_permille, other.looked_ticks, other.looks), (900, 460, 1), "up to the end");
    let seat = scenario.seat_of(noor).pose.at;
    assert_eq!((one.x_mm, one.z_mm), (seat.x_mm, seat.z_mm));
}
