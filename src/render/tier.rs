//! What each quality tier means.

use bevy::{prelude::*, render::view::Msaa};

use crate::{
    app::{Quality, Settings},
    students::Distances,
};

/// What the chosen quality means for those who draw.
#[derive(Resource, Debug, Clone, Copy, PartialEq)]
pub struct TierSettings {
    /// Smoothing of edges.
    pub msaa: Msaa,
    /// Whether the sun throws shadows of students and things that move.
    pub shadows: bool,
    /// Which version of a student is shown at which distance.
    pub student_distances: Distances,
    /// Things of decoration on and beside the desks.
    pub clutter: bool,
    /// Height of the board's picture in pixels.
    pub board_height: u32,
}

impl TierSettings {
    /// The settings of a tier.
    pub const fn of(quality: Quality) -> Self {
        match quality {
            Quality::Low => Self {
                msaa: Msaa::Off,
                shadows: false,
                // A face one stands in front of is to be read, however little the machine can do.
                student_distances: Distances { full: 1.6, middle: 3.6 },
                clutter: false,
                board_height: 576,
            },
            Quality::Medium => Self {
                msaa: Msaa::Sample4,
                shadows: false,
                student_distances: Distances { full: 3.0, middle: 9.0 },
                clutter: true,
                board_height: 720,
            },
            Quality::High => Self {
                msaa: Msaa::Sample4,
                shadows: true,
                student_distances: Distances { full: 6.0, middle: 30.0 },
                clutter: true,
                board_height: 1080,
            },
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    let quality = app.world().get_resource::<Settings>().map_or(Quality::Medium, |settings| settings.quality);
    app.insert_resource(TierSettings::of(quality)).add_systems(PreUpdate, follow);
}

fn follow(settings: Res<Settings>, mut tier: ResMut<TierSettings>) {
    if settings.is_changed() {
        tier.set_if_neq(TierSettings::of(settings.quality));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn better_tiers_show_more() {
        let [low, medium, high] = [Quality::Low, Quality::Medium, Quality::High].map(TierSettings::of);
        assert!(low.student_distances.full < medium.student_distances.full);
        assert!(medium.student_distances.full < high.student_distances.full);
        assert!(!low.shadows && high.shadows);
        assert!(low.board_height < high.board_height);
    }
}
