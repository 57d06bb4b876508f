// What a screen's light does to who sits before it, and to their things. How the number of an instance (MeshTag) says which
// screen that is, is written in src/render/materials/tag.rs.

#define_import_path proefles::glow

#import bevy_pbr::{mesh_functions, mesh_view_bindings::globals}

// Kinds of screens.
const LAPTOP: u32 = 1u;
const TABLET: u32 = 2u;
const PHONE: u32 = 3u;

// How much brighter than in truth: what gives a game away must be seen in a room with lamps on.
const BOOST: f32 = 7.0;
// And how much more of its colour than of its white: a lit page goes unnoticed, a game does not.
const VIVID: f32 = 3.2;

struct Panel {
    // From the seat: metres, y up, who sits there looks along z.
    place: vec3<f32>,
    faces: vec3<f32>,
    area: f32,
}

fn panel_of(kind: u32) -> Panel {
    if kind == TABLET {
        return Panel(vec3(-0.05, 0.73, 0.40), vec3(0.0, 1.0, 0.0), 0.035);
    }
    if kind == PHONE {
        return Panel(vec3(0.0, 0.62, 0.30), vec3(0.0, 0.94, -0.34), 0.024);
    }
    return Panel(vec3(0.0, 0.83, 0.60), vec3(0.0, 0.30, -0.954), 0.058);
}

// Where an object's own origin is from its owner's seat, by the part of the number that says what it is.
fn origin_of(part: u32) -> vec3<f32> {
    if part == 2u {
        return vec3(0.0, 0.0, 0.42);
    }
    if part == 3u {
        return vec3(0.0, 0.71, 0.47);
    }
    return vec3(0.0);
}

// The colour of a screen's light now: what moves on it flickers a little, well below three times a second.
fn colour_of(tag: u32) -> vec3<f32> {
    let steps = vec3<f32>(f32(tag & 15u), f32((tag >> 4u) & 15u), f32((tag >> 8u) & 15u)) / 15.0;
    let light = steps * steps;
    let white = min(light.r, min(light.g, light.b));
    let colour = vec3(0.35 * white) + (light - white) * VIVID;
    if (tag & (1u << 14u)) == 0u {
        return colour;
    }
    let beat = globals.time * 6.2832;
    let swing = 0.5 * sin(beat * 0.83) + 0.5 * sin(beat * 1.37 + 1.0);
    return colour * (1.0 + 0.22 * swing * vec3(1.0, 0.7, 0.5));
}

// Light that arrives at a surface from the screen named by `tag`, as a share of what makes white paper white.
fn arriving(tag: u32, instance_index: u32, position: vec3<f32>, normal: vec3<f32>) -> vec3<f32> {
    let kind = (tag >> 12u) & 3u;
    if kind == 0u {
        return vec3(0.0);
    }
    let panel = panel_of(kind);
    let world_from_local = mesh_functions::get_world_from_local(instance_index);
    let place = (world_from_local * vec4(panel.place - origin_of((tag >> 27u) & 3u), 1.0)).xyz;
    let faces = normalize((world_from_local * vec4(panel.faces, 0.0)).xyz);
    let way = place - position;
    let square = dot(way, way) + 0.02;
    let to = way * inverseSqrt(dot(way, way) + 1e-6);
    // Soft at the rim, for a screen is not a point.
    let falls = clamp((dot(normal, to) + 0.25) / 1.25, 0.0, 1.0);
    let leaves = clamp(dot(faces, -to), 0.0, 1.0);
    return colour_of(tag) * (BOOST * panel.area * falls * leaves / (3.1416 * square));
}
