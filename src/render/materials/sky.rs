//! The world outside the windows by the time of day, seen through their glass.

use bevy::{
    prelude::*,
    render::render_resource::{AsBindGroup, ShaderType},
    shader::ShaderRef,
};

use super::SKY;

/// When the sun rises and sets, in hours since midnight: a day in spring.
const DAY: (f32, f32) = (7.0, 18.0);
/// How high it climbs, in degrees.
const HIGHEST_DEG: f32 = 38.0;
/// When it stands straight before the windows, in hours since midnight: then, and a little later, their light is what was
/// baked for the room.
const BEFORE_WINDOWS: f32 = 11.7;

/// The way to the sun, and the sine of its height.
#[derive(Debug, Clone, Copy, ShaderType)]
struct Sun {
    sun: Vec4,
}

/// The world outside.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct SkyMaterial {
    #[uniform(0)]
    sun: Sun,
    #[texture(1)]
    #[sampler(2)]
    land: Handle<Image>,
}

impl SkyMaterial {
    /// The world outside at a time of day in seconds since midnight, over a picture of the land.
    pub fn new(land: Handle<Image>, secs: u32) -> Self {
        Self { sun: sun_at(secs), land }
    }

    /// Another picture of the land.
    pub fn set_land(&mut self, land: Handle<Image>) {
        self.land = land;
    }

    /// Another time of day, in seconds since midnight.
    pub fn set_time(&mut self, secs: u32) {
        self.sun = sun_at(secs);
    }
}

impl Material for SkyMaterial {
    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(SKY.0)
    }

    fn enable_shadows() -> bool {
        false
    }
}

fn sun_at(secs: u32) -> Sun {
    let way = to_sun(secs as f32 / 3600.0);
    Sun { sun: way.extend(way.y) }
}

/// The way to the sun at an hour; the windows look along `-x`, and the sun moves past them towards `-z`.
fn to_sun(hour: f32) -> Vec3 {
    let share = (hour - DAY.0) / (DAY.1 - DAY.0);
    let height = (HIGHEST_DEG * (share * std::f32::consts::PI).sin()).to_radians();
    let aside = ((BEFORE_WINDOWS - hour) * 15.0).to_radians();
    Vec3::new(-height.cos() * aside.cos(), height.sin(), height.cos() * aside.sin())
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(MaterialPlugin::<SkyMaterial>::default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_lessons_begin_the_sun_stands_where_the_light_of_the_room_was_baked_for() {
        let baked = -Vec3::new(0.8, -0.53, -0.28).normalize();
        assert!(to_sun(10.0 + 25.0 / 60.0).dot(baked) > 0.995);
    }

    #[test]
    fn the_sun_is_low_in_the_morning_and_gone_at_night() {
        assert!(to_sun(7.5).y < 0.15 && to_sun(12.5).y > 0.6 && to_sun(20.0).y < 0.0);
    }
}
