//! One walk through the application, from the title to the review, with a check at each stop.

use bevy::prelude::*;
use proefles::app::{Classroom, Screen, Settings};
use proefles::review::has_report;
use proefles::session::{Command, RunReady};
use proefles::ui::SettingsOpen;
use proefles_scenario::{BoardShow, Lang, Network};
use proefles_sim::{EventKind, TeacherCommand};

use crate::bodies;
use crate::compare::{Picture, compare};
use crate::crowd::CORNER;
use crate::golden;
use crate::runner::Runner;
use crate::studio::{Studio, TICK};

/// Every check of the walk, in its order.
pub const NAMES: [&str; 23] = [
    "title",
    "library",
    "settings",
    "briefing",
    "class_calm",
    "class_from_corner",
    "everybody_is_in_view",
    "everybody_sits_in_their_seat",
    "nobody_spreads_their_arms",
    "no_arm_goes_through_a_desk",
    "desks_are_as_high_as_assumed",
    "bodies_move",
    "student_near",
    "decision",
    "board_quiz",
    "bodies_hold_in_the_quiz",
    "board_outage",
    "board_tells_quiz_from_outage",
    "class_outage",
    "outage_from_behind",
    "bodies_hold_in_the_outage",
    "class_picture_tells_calm_from_outage",
    "review",
];

/// Middle of a room full of heads, as seen from the front, in metres.
const CLASS: Vec3 = Vec3::new(0.0, 0.95, -1.0);
const BEFORE_CLASS: Vec2 = Vec2::new(0.0, 2.6);
const BOARD: Vec3 = Vec3::new(0.0, 1.62, 3.53);

/// Walks, as far as anything is wanted.
pub fn walk(run: &mut Runner, studio: &mut Studio) {
    panels(run, studio);
    if run.is_done() {
        return;
    }
    let calm = calm_class(run, studio);
    if run.is_done() {
        return;
    }
    decision_and_quiz(run, studio);
    if run.is_done() {
        return;
    }
    outage(run, studio, &calm);
    review(run, studio);
}

fn set_lang(studio: &mut Studio, lang: Lang) {
    studio.world().resource_mut::<Settings>().lang = lang;
}

fn go(studio: &mut Studio, screen: Screen) {
    studio.world().resource_mut::<NextState<Screen>>().set(screen);
    studio.stage.until("the screen", |world| *world.resource::<State<Screen>>().get() == screen);
}

fn panels(run: &mut Runner, studio: &mut Studio) {
    studio.stage.until("the title", |world| *world.resource::<State<Screen>>().get() == Screen::Title);
    let title = studio.panel();
    run.check("title", || golden::check("title", &title));
    go(studio, Screen::Library);
    set_lang(studio, Lang::En);
    let library = studio.panel();
    run.check("library", || golden::check("library", &library));
    studio.world().resource_mut::<SettingsOpen>().0 = true;
    let settings = studio.panel();
    run.check("settings", || golden::check("settings", &settings));
    studio.world().resource_mut::<SettingsOpen>().0 = false;
    set_lang(studio, Lang::Nl);
}

fn calm_class(run: &mut Runner, studio: &mut Studio) -> Picture {
    studio.enter("network-down");
    let briefing = studio.panel();
    run.check("briefing", || golden::check("briefing", &briefing));
    studio.stage.go(Classroom::Running);
    studio.stage.stand(BEFORE_CLASS, CLASS);
    studio.pass_to(80);
    let calm = studio.room();
    run.check("class_calm", || golden::check("class_calm", &calm));

    studio.stage.stand(CORNER.0, CORNER.1);
    let corner = studio.room();
    run.check("class_from_corner", || golden::check("class_from_corner", &corner));
    let class = bodies::bodies(studio.world());
    run.check("everybody_is_in_view", || match studio.in_view.len() {
        24 => Ok(()),
        _ => Err(format!("of 24 students there are {:?}", studio.in_view)),
    });
    run.check("everybody_sits_in_their_seat", || bodies::all_sit(&class));
    run.check("nobody_spreads_their_arms", || bodies::no_arms_spread(&class));
    run.check("no_arm_goes_through_a_desk", || bodies::no_arm_through_desk(&class));
    run.check("desks_are_as_high_as_assumed", || bodies::desks_are_as_assumed(studio.world()));

    let tick = studio.now() + 15;
    studio.pass_to(tick);
    let later = bodies::bodies(studio.world());
    run.check("bodies_move", || bodies::most_move(&class, &later));
    calm
}

fn decision_and_quiz(run: &mut Runner, studio: &mut Studio) {
    // Two metres before the second seat of the front row in the middle.
    studio.stage.stand(Vec2::new(0.375, 2.85), Vec3::new(0.375, 1.02, 0.95));
    let tick = studio.now() + 5;
    studio.pass_to(tick);
    let near = studio.room();
    run.check("student_near", || golden::check("student_near", &near));

    studio.stage.stand(BEFORE_CLASS, CLASS);
    studio.pass_to_event(|kind| matches!(kind, EventKind::DecisionOpened { .. }), 10);
    let decision = studio.room();
    run.check("decision", || golden::check("decision", &decision));

    studio.stage.stand(Vec2::new(0.0, 1.7), BOARD);
    studio.pass_to_event(|kind| matches!(kind, EventKind::BoardChanged(BoardShow::Quiz(_))), 50);
    let quiz = studio.room();
    run.check("board_quiz", || golden::check("board_quiz", &quiz));
    let class = bodies::bodies(studio.world());
    run.check("bodies_hold_in_the_quiz", || bodies_hold(&class));
    outage_board(run, studio, &quiz);
}

fn outage_board(run: &mut Runner, studio: &mut Studio, quiz: &Picture) {
    studio.pass_to_event(|kind| matches!(kind, EventKind::NetworkChanged(Network::Down)), 30);
    let outage = studio.room();
    run.check("board_outage", || golden::check("board_outage", &outage));
    run.check("board_tells_quiz_from_outage", || {
        let middle = [0.25, 0.25, 0.5, 0.4];
        let changed = compare(&quiz.part(middle), &outage.part(middle)).blocks;
        if changed > 0.6 { Ok(()) } else { Err(format!("only {:.0} % of the board changed", changed * 100.0)) }
    });
}

fn outage(run: &mut Runner, studio: &mut Studio, calm: &Picture) {
    studio.stage.stand(BEFORE_CLASS, CLASS);
    let tick = studio.now() + 10;
    studio.pass_to(tick);
    let picture = studio.room();
    run.check("class_outage", || golden::check("class_outage", &picture));
    run.check("class_picture_tells_calm_from_outage", || {
        // Between the panels. Hands go up; the room stays.
        let middle = [0.1, 0.25, 0.8, 0.5];
        let changed = compare(&calm.part(middle), &picture.part(middle)).blocks;
        if (0.03..0.6).contains(&changed) { Ok(()) } else { Err(format!("{:.1} % changed", changed * 100.0)) }
    });
    let class = bodies::bodies(studio.world());
    run.check("bodies_hold_in_the_outage", || bodies_hold(&class));
    studio.stage.stand(Vec2::new(-1.25, -3.3), Vec3::new(0.3, 1.15, 3.5));
    let behind = studio.room();
    run.check("outage_from_behind", || golden::check("outage_from_behind", &behind));
}

fn bodies_hold(class: &[bodies::Body]) -> Result<(), String> {
    bodies::all_sit(class)?;
    bodies::no_arms_spread(class)?;
    bodies::no_arm_through_desk(class)
}

fn review(run: &mut Runner, studio: &mut Studio) {
    studio.world().write_message(Command(TeacherCommand::EndLesson));
    for _ in 0..60 {
        studio.stage.frame(TICK, false);
    }
    studio.stage.until("the review", |world| *world.resource::<State<Screen>>().get() == Screen::Review);
    studio.stage.until("the run's folder", |world| world.resource::<RunReady>().folder.is_some());
    studio.stage.until("the report", |world| world.run_system_cached(has_report).unwrap_or(false));
    let review = studio.panel();
    run.check("review", || golden::check("review", &review));
}
