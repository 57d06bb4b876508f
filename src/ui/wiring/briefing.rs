//! The briefing in the world.

use std::collections::BTreeMap;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};
use proefles_scenario::{Lang, Scenario};

use crate::app::{Classroom, Screen, Settings};
use crate::content::SelectedScenario;
use crate::input::{Action, Bindings};
use crate::locales::{Key, Locale, Texts};
use crate::third_party::openxr::Headset;
use crate::ui::screens::briefing::{BriefingAction, BriefingModel, ControlHint, briefing_ui};
use crate::ui::widgets::{SeatMark, SeatingPlan};

use super::{bindings::labels, library::minutes, root};

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    settings: Res<Settings>,
    selected: Res<SelectedScenario>,
    mut lesson: ResMut<NextState<Classroom>>,
    mut screen: ResMut<NextState<Screen>>,
    bindings: Res<Bindings>,
    headset: Res<Headset>,
    mut made: Local<Option<(Lang, String, bool, BriefingModel)>>,
) -> Result {
    let Some(scenario) = &selected.0 else { return Ok(()) };
    let lang = settings.lang;
    let worn = headset.is_worn();
    let is_current =
        matches!(&*made, Some((of, digest, by, _)) if *of == lang && *digest == scenario.digest && *by == worn);
    if !is_current || bindings.is_changed() {
        let controls = if worn { in_hands(&bindings, &texts.0) } else { controls(&labels(&bindings), &texts.0) };
        *made = Some((lang, scenario.digest.clone(), worn, briefing_model(scenario, controls, &texts.0)));
    }
    let Some((.., model)) = &*made else { return Ok(()) };
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

fn briefing_model(scenario: &Scenario, controls: Vec<ControlHint>, text: &Locale) -> BriefingModel {
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
        controls,
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

/// The keys as they are bound now; digits choose, the mouse looks.
fn controls(keys: &BTreeMap<Key, String>, text: &Locale) -> Vec<ControlHint> {
    let named = |of: &[Key]| of.iter().filter_map(|key| keys.get(key).cloned()).collect::<Vec<_>>();
    let digits = ["1", "2", "3", "4"].map(str::to_owned).to_vec();
    let walk = [Key::ActWalkAhead, Key::ActWalkLeft, Key::ActWalkBack, Key::ActWalkRight];
    [
        (named(&walk), Key::ControlWalk),
        (vec![text.t(Key::ControlMouse)], Key::ControlLook),
        (named(&[Key::ControlUse]), Key::ControlUse),
        (digits, Key::ControlDecide),
        (named(&[Key::ControlActions]), Key::ControlActions),
        (named(&[Key::ControlPause]), Key::ControlPause),
    ]
    .into_iter()
    .map(|(keys, what)| ControlHint { keys, what: text.t(what) })
    .collect()
}

/// What hands do in a headset.
fn in_hands(bindings: &Bindings, text: &Locale) -> Vec<ControlHint> {
    let hint = |actions: &[Action], what| ControlHint {
        keys: actions.iter().map(|action| bindings.label(*action, true)).collect(),
        what: text.t(what),
    };
    vec![
        hint(&[Action::Teleport], Key::ControlWalk),
        hint(&[Action::TurnLeft, Action::TurnRight], Key::ControlLook),
        hint(&[Action::Use], Key::ControlUse),
        hint(&[Action::Use], Key::ControlDecide),
        hint(&[Action::Actions], Key::ControlActions),
        hint(&[Action::Pause], Key::ControlPause),
    ]
}
