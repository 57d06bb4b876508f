//! The pause in the world. The key that pauses also goes on; `input` sees to that.

use bevy::prelude::*;
use bevy_egui::EguiContexts;
use proefles_sim::TeacherCommand;

use crate::app::{Classroom, Screen};
use crate::locales::Texts;
use crate::session::{ClassroomSession, Command};
use crate::ui::screens::pause::{PauseAction, PauseModel, pause_ui};

use super::{SettingsOpen, hud::Hud, root};

pub(super) fn show(
    mut contexts: EguiContexts,
    texts: Res<Texts>,
    session: Option<Res<ClassroomSession>>,
    hud: Res<Hud>,
    mut open: ResMut<SettingsOpen>,
    mut lesson: ResMut<NextState<Classroom>>,
    mut screen: ResMut<NextState<Screen>>,
    mut commands: MessageWriter<Command>,
) -> Result {
    let Some(session) = session else { return Ok(()) };
    let (session, text) = (session.session(), &texts.0);
    let scenario = session.scenario();
    let model = PauseModel {
        title: scenario.text(text.lang(), scenario.title).to_owned(),
        ticks: session.now(),
        said: hud.log(session, text),
    };
    let mut ui = root(&mut contexts, "pause")?;
    let action = pause_ui(&mut ui, &model, text);
    match action {
        Some(PauseAction::Resume) => lesson.set(Classroom::Running),
        Some(PauseAction::Settings) => open.0 = true,
        Some(PauseAction::Restart) => screen.set(Screen::Loading),
        Some(PauseAction::End) => {
            commands.write(Command(TeacherCommand::EndLesson));
        }
        Some(PauseAction::Quit) => screen.set(Screen::Library),
        None => {}
    }
    Ok(())
}
