//! The number of an instance ([`MeshTag`]): what differs from one to the next of those who are drawn together.
//!
//! From the lowest bit: 12 for the colour of the screen's light (four each, roots of linear light), 2 for the kind of screen,
//! 1 for whether it moves, 4 each for the dyes of top, trousers and hair (0 is the picture's own), 2 for what it is.
//! `assets/shaders/glow.wgsl` and `cloth.wgsl` read it.

use bevy::{mesh::MeshTag, prelude::*};

/// How many dyes there are for each of top, trousers and hair.
pub const DYES: u32 = 6;

/// What an instance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Body, head or clothes of a student.
    Body = 0,
    /// Hair or brows of a student.
    Hair = 1,
    /// A student's desk.
    Desk = 2,
    /// A device that lies on a desk.
    Device = 3,
}

/// Which screen light comes from: where it stands before its owner is known from that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The lid of a laptop on the desk.
    Laptop = 1,
    /// A tablet that lies on the desk.
    Tablet = 2,
    /// A phone in the hands, under the desk.
    Phone = 3,
}

/// Light of a screen on its owner and on what lies around it.
#[derive(Component, Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Light(Option<(Panel, [u8; 3], bool)>);

impl Light {
    /// Light of this mean colour in sRGB; `moves` for games and films.
    pub fn of(panel: Panel, colour: [u8; 3], moves: bool) -> Self {
        Self(Some((panel, colour, moves)))
    }

    /// The same without that of a phone, which is held under the desk.
    pub fn above_desk(self) -> Self {
        Self(self.0.filter(|(panel, ..)| *panel != Panel::Phone))
    }
}

/// The number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag(u32);

impl Tag {
    /// Of something in its own colours, that no screen shines on.
    pub fn of(part: Part) -> Self {
        Self((part as u32) << 27)
    }

    /// In other colours: dyes from 1 to [`DYES`], or 0 to keep the own one.
    pub fn dyed(self, top: u32, bottom: u32, hair: u32) -> Self {
        Self(self.0 & !(0xfff << 15) | (top & 15) << 15 | (bottom & 15) << 19 | (hair & 15) << 23)
    }

    /// In the light of a screen, or without.
    pub fn lit(self, light: Light) -> MeshTag {
        let dark = self.0 & !0x7fff;
        let Some((panel, colour, moves)) = light.0 else { return MeshTag(dark) };
        let linear = Srgba::rgb_u8(colour[0], colour[1], colour[2]);
        let linear = LinearRgba::from(linear);
        let step = |part: f32| (part.max(0.0).sqrt() * 15.0).round().min(15.0) as u32;
        let bits = step(linear.red) | step(linear.green) << 4 | step(linear.blue) << 8;
        MeshTag(dark | bits | (panel as u32) << 12 | u32::from(moves) << 14)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_an_instance_does_not_mix() {
        let dyed = Tag::of(Part::Hair).dyed(1, 2, 3);
        let lit = dyed.lit(Light::of(Panel::Phone, [255, 0, 255], true));
        assert_eq!(lit.0, 0xf0f | 3 << 12 | 1 << 14 | 1 << 15 | 2 << 19 | 3 << 23 | 1 << 27);
        assert_eq!(dyed.lit(Light::default()).0, lit.0 & !0x7fff);
        assert_eq!(dyed.dyed(0, 0, 0), Tag::of(Part::Hair));
    }

    #[test]
    fn a_dark_screen_gives_no_light() {
        let tag = Tag::of(Part::Body).lit(Light::of(Panel::Laptop, [0, 0, 0], false));
        assert_eq!(tag.0 & 0xfff, 0);
    }
}
