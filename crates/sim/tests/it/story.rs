//! The shipped lesson tells its story, whoever teaches and whatever the seed, and what a teacher chooses shows in the class.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use proefles_scenario::{Behaviour, ChoiceId, ItemId, Lang, Scenario, Severity, load_path};
use proefles_sim::{EventKind, InstructionParts, Outcome, Policy, Session, TeacherCommand};

const SEEDS: u64 = 200;

/// What happens to every teacher.
const SPINE: [&str; 17] = [
    "quiz",
    "cheer",
    "question-2",
    "slow",
    "down",
    "caller",
    "board-out",
    "picture-comes",
    "screen",
    "jasper",
    "rumour",
    "almost",
    "up",
    "two",
    "wrap-up",
    "d11-closed",
    "bell",
];

static LESSON: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/network-down.scenario.ron");
    let loaded = load_path(&path);
    let problems: Vec<_> = loaded.diagnostics.iter().filter(|d| d.severity != Severity::Info).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    Arc::new(loaded.scenario.expect("a lesson without problems loads"))
});

/// A lesson that has been taught.
struct Run {
    outcome: Outcome,
    ending: String,
    fired: BTreeSet<String>,
    asked: BTreeSet<String>,
    taken: BTreeSet<(String, String)>,
    /// Share on task in per mille, by second.
    on_task: Vec<u16>,
    events: Vec<proefles_sim::Event>,
}

/// Teaches to the end. Commands that cannot be carried out are as lost as words nobody hears.
fn teach(seed: u64, mut act: impl FnMut(&Session) -> Vec<TeacherCommand>) -> Run {
    let mut session = Session::new(Arc::clone(&LESSON), seed);
    while session.outcome().is_none() {
        for command in act(&session) {
            session.apply(command).ok();
        }
        session.tick();
    }
    let outcome = session.outcome().expect("the loop ends with an outcome");
    let events = session.take_events();
    let mut run = Run {
        outcome,
        ending: LESSON.endings[outcome.ending.index()].name.clone(),
        fired: BTreeSet::new(),
        asked: BTreeSet::new(),
        taken: BTreeSet::new(),
        on_task: Vec::new(),
        events: Vec::new(),
    };
    for event in &events {
        match &event.kind {
            EventKind::BeatFired(beat) => {
                run.fired.insert(LESSON.beats[beat.index()].name.clone());
            }
            EventKind::DecisionOpened { decision, .. } => {
                run.asked.insert(LESSON.decision(*decision).name.clone());
            }
            EventKind::ChoiceTaken { decision, choice, .. } => {
                let names = (LESSON.decision(*decision).name.clone(), LESSON.choice(*decision, *choice).name.clone());
                run.taken.insert(names);
            }
            EventKind::Sampled { on_task_permille, .. } => run.on_task.push(*on_task_permille),
            _ => {}
        }
    }
    run.events = events;
    run
}

/// A teacher who does nothing but choose: the option that `pick` names, after five seconds.
fn choosing<'a>(pick: impl Fn(&str, &[&str]) -> Option<&'a str>) -> impl FnMut(&Session) -> Vec<TeacherCommand> {
    move |session| {
        let Some(open) = session.open_decision().filter(|open| session.now() - open.opened == 50) else {
            return Vec::new();
        };
        let decision = LESSON.decision(open.decision);
        let name = |choice: &ChoiceId| decision.choices[choice.index()].name.as_str();
        let offered: Vec<&str> = open.offered.iter().map(name).collect();
        let picked = pick(&decision.name, &offered);
        let choice = open.offered.iter().copied().find(|choice| Some(name(choice)) == picked);
        choice.map(|choice| TeacherCommand::Choose { decision: open.decision, choice }).into_iter().collect()
    }
}

/// Chooses as listed, and lets the rest pass.
fn script(seed: u64, picks: &[(&str, &str)]) -> Run {
    teach(seed, choosing(|decision, _| picks.iter().find(|(of, _)| *of == decision).map(|&(_, option)| option)))
}

fn taught_by(policy: Policy) -> Vec<Run> {
    (0..SEEDS).map(|seed| teach(seed, |session| policy.act(session))).collect()
}

/// At least 95 % of the seeds.
fn nearly_all(count: usize) -> bool {
    count as u64 * 100 >= SEEDS * 95
}

fn tells_its_story(policy: Policy, runs: &[Run]) {
    for beat in SPINE {
        let count = runs.iter().filter(|run| run.fired.contains(beat)).count();
        assert!(nearly_all(count), "{policy}: {beat} fired in {count} of {SEEDS}");
    }
}

#[test]
fn an_expert_passes_and_keeps_the_class() {
    let runs = taught_by(Policy::Expert);
    tells_its_story(Policy::Expert, &runs);
    let passed = runs.iter().filter(|run| run.outcome.passed).count();
    assert!(nearly_all(passed), "{passed} of {SEEDS}");
    assert!(runs.iter().all(|run| run.outcome.on_task_permille > 800));
    assert!(runs.iter().filter(|run| run.ending == "trust").count() as u64 * 2 > SEEDS);
}

#[test]
fn nobody_passes_by_doing_nothing() {
    let runs = taught_by(Policy::Absent);
    tells_its_story(Policy::Absent, &runs);
    assert!(runs.iter().all(|run| !run.outcome.passed && run.ending == "lost"));
    assert!(runs.iter().all(|run| run.outcome.on_task_permille < 450));
}

#[test]
fn nobody_passes_by_harshness() {
    let runs = taught_by(Policy::Harsh);
    tells_its_story(Policy::Harsh, &runs);
    assert!(runs.iter().all(|run| !run.outcome.passed && run.ending != "trust" && run.ending != "mended"));
}

#[test]
fn a_typical_teacher_gets_somewhere_between() {
    let runs = taught_by(Policy::Typical);
    tells_its_story(Policy::Typical, &runs);
    let mut endings: BTreeMap<&str, u32> = BTreeMap::new();
    for run in &runs {
        *endings.entry(&run.ending).or_default() += 1;
    }
    assert!(endings.len() >= 3, "{endings:?}");
    let passed = runs.iter().filter(|run| run.outcome.passed).count() as u64;
    assert!((1..SEEDS * 3 / 4).contains(&passed), "{passed}");
}

#[test]
fn every_decision_and_every_option_can_be_reached() {
    // Rotating through the options by seed and place takes each of them sooner or later.
    let runs: Vec<Run> = (0..60)
        .map(|seed: usize| {
            let act = choosing(move |decision, offered| {
                let place = LESSON.decisions.iter().position(|d| d.name == decision)?;
                let kind = (seed * 7 + place * (seed / 5 + 1)) % offered.len();
                LESSON.decisions[place].choices.iter().map(|c| c.name.as_str()).find(|name| *name == offered[kind])
            });
            teach(seed as u64, act)
        })
        .collect();
    for decision in &LESSON.decisions {
        assert!(runs.iter().any(|run| run.asked.contains(&decision.name)), "{} was never asked", decision.name);
        for choice in &decision.choices {
            let names = (decision.name.clone(), choice.name.clone());
            assert!(runs.iter().any(|run| run.taken.contains(&names)), "{names:?} was never taken");
        }
    }
}

#[test]
fn every_ending_can_be_reached() {
    let repaired = [("d6", "cover"), ("d7", "quiet"), ("d8", "debrief")];
    let with = |first: &'static str, rest: &[(&'static str, &'static str)]| [&[("d3", first)], rest].concat();
    let ways: [(&str, Vec<(&str, &str)>); 6] = [
        ("lost", vec![]),
        ("trust", with("planb", &repaired)),
        ("mended", with("laptop", &[&[("d4b", "copies")], &repaired[..]].concat())),
        ("leaked", with("planb", &[("d5", "let"), ("d6", "everyone"), ("d8", "threat")])),
        ("saved", with("planb", &[("d6", "click"), ("d7", "later"), ("d8", "taboo")])),
        ("muddled", with("laptop", &[("d4b", "read"), ("d6", "click"), ("d7", "later"), ("d9", "free")])),
    ];
    assert_eq!(ways.len(), LESSON.endings.len());
    for (ending, picks) in ways {
        for seed in 0..3 {
            assert_eq!(script(seed, &picks).ending, ending, "seed {seed}");
        }
    }
}

#[test]
fn the_last_chance_counts() {
    let before = [("d3", "planb"), ("d6", "cover"), ("d7", "later"), ("d8", "debrief")];
    assert_eq!(script(1, &before).ending, "saved");
    let after =
        script(1, &[&before[..], &[("d9", "finish"), ("d10", "both"), ("d11", "exit"), ("d12", "door")]].concat());
    assert_eq!(after.ending, "trust");
}

/// Mean share on task in per mille in the seconds after a decision was closed, over some seeds.
fn on_task_after(decision: &str, picks: &[(&str, &str)], seconds: usize) -> u32 {
    let (mut sum, mut count) = (0, 0);
    for seed in 0..40 {
        let run = script(seed, picks);
        let closed = run.events.iter().find_map(|event| match &event.kind {
            EventKind::ChoiceTaken { decision: id, .. } if LESSON.decision(*id).name == decision => Some(event.tick),
            _ => None,
        });
        let from = closed.expect("the decision was taken") as usize / 10 + 3;
        for share in &run.on_task[from..from + seconds] {
            sum += u32::from(*share);
            count += 1;
        }
    }
    sum / count
}

#[test]
fn choices_show_in_what_the_class_does() {
    let planb = on_task_after("d3", &[("d3", "planb")], 40);
    let bridge = on_task_after("d3", &[("d3", "bridge")], 40);
    let laptop = on_task_after("d3", &[("d3", "laptop")], 40);
    assert!(planb > 750 && bridge > laptop + 300 && planb >= bridge, "{planb} {bridge} {laptop}");

    let near = on_task_after("d4", &[("d3", "planb"), ("d4", "near")], 30);
    let joke = on_task_after("d4", &[("d3", "planb"), ("d4", "joke")], 30);
    assert!(near > joke + 60, "{near} {joke}");

    let finish = on_task_after("d9", &[("d3", "planb"), ("d9", "finish")], 40);
    let free = on_task_after("d9", &[("d3", "planb"), ("d9", "free")], 40);
    assert!(finish > free + 200, "{finish} {free}");
}

/// How many students begin to laugh at the private screen.
fn laughs(run: &Run) -> usize {
    let screen = run.events.iter().find(|event| match &event.kind {
        EventKind::BeatFired(beat) => LESSON.beats[beat.index()].name == "screen",
        _ => false,
    });
    let from = screen.expect("the screen is shown").tick;
    let laughing = |event: &&proefles_sim::Event| {
        (from..from + 15).contains(&event.tick)
            && matches!(event.kind, EventKind::BehaviourChanged { to: Behaviour::Laugh, .. })
    };
    run.events.iter().filter(laughing).count()
}

#[test]
fn covering_first_makes_the_mishap_small() {
    for seed in 0..5 {
        let covered = laughs(&script(seed, &[("d3", "planb"), ("d5", "cover")]));
        let open = laughs(&script(seed, &[("d3", "planb"), ("d5", "let")]));
        assert!(covered * 2 < open, "seed {seed}: {covered} and {open}");
    }
}

/// Chooses as late as one can, the same option of each decision.
fn hesitant(seed: u64) -> Run {
    teach(seed, |session| {
        let late = session.open_decision().filter(|open| open.deadline == Some(session.now() + 1));
        let choose = |open: &proefles_sim::OpenDecision| {
            // At the end of the lesson the longest way.
            let choices = &LESSON.decision(open.decision).choices;
            let exit =
                open.offered.iter().find(|choice| ["exit", "self"].contains(&choices[choice.index()].name.as_str()));
            exit.or(open.offered.first()).map(|&choice| TeacherCommand::Choose { decision: open.decision, choice })
        };
        late.and_then(choose).into_iter().collect()
    })
}

#[test]
fn the_bell_waits_until_jasper_has_been_seen_to() {
    let mut decided = 0;
    for seed in 0..8 {
        let runs = [hesitant(seed), teach(seed, |s| Policy::Absent.act(s)), teach(seed, |s| Policy::Typical.act(s))];
        for (who, run) in runs.iter().enumerate() {
            let tick_of =
                |wanted: fn(&EventKind) -> bool| run.events.iter().rev().find(|e| wanted(&e.kind)).map(|e| e.tick);
            let cut_off = tick_of(|kind| matches!(kind, EventKind::DecisionCutOff { .. }));
            assert_eq!(cut_off, None, "seed {seed}, teacher {who}");
            let bell = tick_of(|kind| matches!(kind, EventKind::BellRang)).expect("the bell rings");
            let end = tick_of(|kind| matches!(kind, EventKind::RunEnded { .. })).expect("it ends");
            // Seven seconds after its second ring, and not because the time is up.
            assert_eq!(end, bell + 70, "seed {seed}, teacher {who}");
            let closed = run.events.iter().rev().find_map(|event| match event.kind {
                EventKind::ChoiceTaken { decision, .. } | EventKind::DecisionExpired { decision } => {
                    Some((LESSON.decision(decision).name.as_str(), event.tick))
                }
                _ => None,
            });
            let (last, closed) = closed.expect("decisions were closed");
            assert!(closed <= bell && (last == "d12" || run.taken.contains(&("d7".to_owned(), "quiet".to_owned()))));
            decided += u32::from(last == "d12");
        }
    }
    assert!(decided >= 16, "{decided}");
}

#[test]
fn no_decision_offers_more_than_four_options() {
    for policy in [Policy::Absent, Policy::Harsh, Policy::Random, Policy::Expert] {
        for run in (0..10).map(|seed| teach(seed, |session| policy.act(session))) {
            for event in &run.events {
                if let EventKind::DecisionOpened { decision, offered, .. } = &event.kind {
                    assert!((3..=4).contains(&offered.len()), "{policy}: {}", LESSON.decision(*decision).name);
                }
            }
        }
    }
}

#[test]
fn who_watches_a_game_has_that_screen_in_view() {
    let mut watched = 0;
    for run in (0..5).map(|seed| script(seed, &[])) {
        for event in &run.events {
            if let EventKind::BehaviourChanged { student, to: Behaviour::DevView, partner, .. } = event.kind {
                let other = partner.expect("somebody's screen is watched");
                let (me, them) = (LESSON.seat_of(student).pose.at, LESSON.seat_of(other).pose.at);
                assert!(them.z_mm >= me.z_mm, "{} looks back at {}", student.0, other.0);
                watched += 1;
            }
        }
    }
    assert!(watched > 0);
}

#[test]
fn the_students_own_helper_stays_seated_when_told_to() {
    let run = script(1, &[("d3", "planb"), ("d5", "self")]);
    let says = |name: &str| {
        let said = |event: &&proefles_sim::Event| match event.kind {
            EventKind::LineSpoken(line) => LESSON.line(line).name == name,
            _ => false,
        };
        run.events.iter().filter(said).count()
    };
    assert!(run.fired.contains("picture-comes") && !run.fired.contains("plugs-in"));
    assert_eq!((says("t.self"), says("zeynep.done")), (1, 0));
}

#[test]
fn a_deleted_photo_alone_is_no_restored_trust() {
    let photo = [("d3", "planb"), ("d6", "shout"), ("d7", "quiet"), ("d8", "photo")];
    for seed in 0..3 {
        assert_eq!(script(seed, &photo).ending, "saved", "seed {seed}");
    }
}

#[test]
fn what_a_teacher_does_unasked_counts() {
    // An instruction of one's own, 15 s after the network went, is a plan.
    let mut down = None;
    let run = teach(2, |session| {
        if session.network() == proefles_scenario::Network::Down {
            let since = *down.get_or_insert(session.now());
            if session.now() == since + 150 {
                return vec![TeacherCommand::GiveInstruction(InstructionParts::ALL)];
            }
        }
        Vec::new()
    });
    assert!(run.fired.contains("own-plan"));
    assert_ne!(run.ending, "lost");

    // The cable can be plugged in by hand, before anybody else does.
    let cable = ItemId(0);
    let mut board_out = choosing(|decision, _| (decision == "d5").then_some("without"));
    let run = teach(2, |session| {
        let mut commands = board_out(session);
        if session.board() == proefles_scenario::BoardShow::NoSignal {
            commands.extend([TeacherCommand::WalkTo(proefles_scenario::Place::Board)]);
            commands.extend([TeacherCommand::TakeItem(cable), TeacherCommand::UseItem]);
        }
        commands
    });
    let used = run.events.iter().filter(|event| matches!(event.kind, EventKind::ItemUsed(_))).count();
    assert_eq!(used, 1);
    assert!(run.fired.contains("screen") && !run.fired.contains("plugs-in"));
}

#[test]
fn texts_are_complete_and_short_enough_to_read_in_time() {
    for lang in [Lang::Nl, Lang::En] {
        for decision in &LESSON.decisions {
            let words = |id| LESSON.text(lang, id).split_whitespace().count();
            let total = words(decision.prompt) + decision.choices.iter().map(|c| words(c.text)).sum::<usize>();
            let seconds = decision.timer_ticks.expect("every decision has a timer") / 10;
            // Skimming options takes about a quarter of a second a word; some time must be left to think.
            assert!(
                total as u32 / 4 + 2 <= seconds,
                "{} in {}: {total} words in {seconds} s",
                decision.name,
                lang.code()
            );
        }
        for line in &LESSON.lines {
            let text = LESSON.text(lang, line.text);
            assert!(!text.is_empty() && text.chars().count() <= 160, "{}", line.name);
        }
    }
}
