//! Tells the sound that a button of a panel was pressed.

use bevy::prelude::*;
use bevy_egui::{EguiOutput, egui::output::OutputEvent};

use crate::audio::Pressed;

pub(super) fn tell(outputs: Query<&EguiOutput>, mut pressed: MessageWriter<Pressed>) {
    let events = outputs.iter().flat_map(|output| &output.platform_output.events);
    if events.into_iter().any(|event| matches!(event, OutputEvent::Clicked(_))) {
        pressed.write(Pressed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::system::RunSystemOnce;
    use bevy_egui::egui::{PlatformOutput, WidgetInfo, WidgetType};

    /// How many presses an output's event tells of.
    fn told(event: OutputEvent) -> usize {
        let mut world = World::new();
        world.init_resource::<Messages<Pressed>>();
        let platform_output = PlatformOutput { events: vec![event], ..default() };
        world.spawn(EguiOutput { platform_output, ..default() });
        world.run_system_once(tell).unwrap();
        world.resource::<Messages<Pressed>>().len()
    }

    #[test]
    fn a_click_is_told_and_a_focus_is_not() {
        let info = WidgetInfo::new(WidgetType::Button);
        assert_eq!(told(OutputEvent::Clicked(info.clone())), 1);
        assert_eq!(told(OutputEvent::FocusGained(info)), 0);
    }
}
