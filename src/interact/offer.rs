//! What the hand could do here.

use bevy::prelude::*;
use proefles_scenario::ItemId;
use proefles_sim::{Session, TeacherCommand};

use crate::session::ClassroomSession;

/// Reach of an arm and half a step, in millimetres. The simulation allows somewhat more, because it hears of small steps
/// late.
pub const REACH_MM: i32 = 1500;

/// What the hand could do here, for hints and for the key that does it.
#[derive(Resource, Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Offer {
    /// Nothing.
    #[default]
    Nothing,
    /// Take this thing.
    Take(ItemId),
    /// Use the thing in hand where it belongs.
    Use(ItemId),
}

impl Offer {
    /// What the hand could do in a session.
    pub fn of(session: &Session) -> Self {
        let (scenario, teacher) = (session.scenario(), session.teacher());
        let distance = |point: proefles_scenario::Point| point.distance_mm(teacher.pose.at);
        if let Some(held) = teacher.held {
            let is_near = distance(scenario.items[held.index()].used_at) <= REACH_MM;
            return if is_near { Offer::Use(held) } else { Offer::Nothing };
        }
        let lying = (0..scenario.items.len()).map(ItemId::from_index).filter_map(|id| {
            let (at, is_used) = session.item(id);
            let distance = distance(at?);
            (!is_used && distance <= REACH_MM).then_some((distance, id))
        });
        lying.min().map_or(Offer::Nothing, |(_, id)| Offer::Take(id))
    }

    /// The command that does it.
    pub fn command(self) -> Option<TeacherCommand> {
        match self {
            Offer::Nothing => None,
            Offer::Take(id) => Some(TeacherCommand::TakeItem(id)),
            Offer::Use(_) => Some(TeacherCommand::UseItem),
        }
    }
}

pub(super) fn find(mut offer: ResMut<Offer>, session: Res<ClassroomSession>) {
    offer.set_if_neq(Offer::of(session.session()));
}
