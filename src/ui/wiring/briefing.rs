//! The briefing in the world.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};
use proefles_scenario::{Lang, Scenario};

use crate::app::{Classroom, Screen, Settings};
use crate::content::SelectedScenario;
use crate::locales::{Key, Locale, Texts};
use crate::ui::screens::briefing::{BriefingAction, BriefingModel, ControlHint, briefing_ui};
use crate::ui::widgets::{SeatMark, SeatingPlan};

use super::{library::minutes, root};

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    settings: Res<Settings>,
    selected: Res<SelectedScenario>,
    mut lesson: ResMut<NextState<Classroom>>,
    mut screen: ResMut<NextState<Screen>>,
    mut made: Local<Option<(Lang, String, BriefingModel)>>,
) -> Result {
    let Some(scenario) = &selected.0 else { return Ok(()) };
    let lang = settings.lang;
    if !matches!(&*made, Some((of, digest, _)) if *of == lang && *digest == scenario.digest) {
        *made = Some((lang, scenario.digest.clone(), briefing_model(scenario, &texts.0)));
    }
    let Some((_, _, model)) = &*made else { return Ok(()) };
    let mut ui = root(&mut contexts, "briefing")?;
    let mut action = briefing_ui(&mut ui, model, &texts.0);
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        action = Some(BriefingAction::Back);
    }
    match action {
        Some(BriefingAction::Start) => lesson.set(Classroom::Running),
        Some(BriefingAction::Back) => screen.set(Screen::Library),
        None => {}
    }
    Ok(())
}

fn briefing_model(scenario: &Scenario, text: &Locale) -> BriefingModel {
    let lang = text.lang();
    let say = |id| scenario.text(lang, id).to_owned();
    let score = text.with(Key::BriefingPassScore, "share", text.percent(scenario.pass.min_score_permille));
    let on_task = text.with(Key::BriefingPassOnTask, "share", text.percent(scenario.pass.min_on_task_permille));
    BriefingModel {
        title: say(scenario.title),
        minutes: minutes(scenario),
        goals: scenario.goals.iter().map(|id| say(*id)).collect(),
        situation: scenario.briefing.iter().map(|id| say(*id)).collect(),
        phases: scenario.phases.iter().map(|phase| say(phase.title)).collect(),
        plan: seating(scenario),
        controls: controls(text),
        pass: vec![format!("{score}, {on_task}.")],
    }
}

fn seating(scenario: &Scenario) -> SeatingPlan {
    let metres = |mm: i32| mm as f32 / 1000.0;
    let seats = scenario.student_ids().map(|id| {
        let at = scenario.seat_of(id).pose.at;
        let name = scenario.student(id).first_name.clone();
        SeatMark { name, x: metres(at.x_mm), z: metres(at.z_mm), marked: false }
    });
    let teacher = scenario.room.teacher.at;
    SeatingPlan {
        width: metres(scenario.room.width_mm),
        depth: metres(scenario.room.depth_mm),
        teacher: (metres(teacher.x_mm), metres(teacher.z_mm)),
        seats: seats.collect(),
    }
}

fn controls(text: &Locale) -> Vec<ControlHint> {
    let (mouse, space) = (text.t(Key::ControlMouse), text.t(Key::KeySpace));
    [
        (vec!["W", "A", "S", "D"], Key::ControlWalk),
        (vec![mouse.as_str()], Key::ControlLook),
        (vec!["E"], Key::ControlUse),
        (vec!["1", "2", "3", "4"], Key::ControlDecide),
        (vec![space.as_str()], Key::ControlActions),
        (vec!["Esc"], Key::ControlPause),
    ]
    .into_iter()
    .map(|(keys, what)| ControlHint { keys: keys.into_iter().map(str::to_owned).collect(), what: text.t(what) })
    .collect()
}
