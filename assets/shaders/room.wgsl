// The room as what smooth things mirror, and how a colour of the room becomes one of the picture.
// Measures are those of tools/art/plan.py, which all rooms share: metres, y up, the windows at x = -4.2.

#define_import_path proefles::room

#import bevy_pbr::{pbr_functions::main_pass_post_lighting_processing, pbr_types::pbr_input_new}

const HALF: vec3<f32> = vec3<f32>(4.2, 1.5, 3.6);
const MIDDLE: vec3<f32> = vec3<f32>(0.0, 1.5, 0.0);
// Lower and upper edge of the windows, half the width of one, and how far their middles are apart.
const SILL: f32 = 0.95;
const HEAD: f32 = 2.65;
const WINDOW_HALF: f32 = 0.967;
const WINDOW_STEP: f32 = 2.283;
// Half of a lamp's panel, and the middles of the three rows and columns.
const LAMP_HALF: vec2<f32> = vec2<f32>(0.29, 0.59);
const LAMP_X: f32 = 2.1;
const LAMP_Z: vec3<f32> = vec3<f32>(1.8, -0.6, -2.4);

const CEILING: vec3<f32> = vec3<f32>(0.80, 0.79, 0.77);
const WALL: vec3<f32> = vec3<f32>(0.55, 0.53, 0.49);
const FLOOR: vec3<f32> = vec3<f32>(0.30, 0.30, 0.28);
const SKY: vec3<f32> = vec3<f32>(2.3, 2.5, 2.8);
const LAMP: vec3<f32> = vec3<f32>(2.5, 2.4, 2.25);

// How bright it is where a way leads from a point of the room; white paper in good light is 1. `soft` blurs edges, in metres.
fn seen(start: vec3<f32>, way: vec3<f32>, soft: f32) -> vec3<f32> {
    let from_middle = start - MIDDLE;
    let safe = select(vec3(1e-4), way, abs(way) > vec3(1e-4));
    let far = (sign(safe) * HALF - from_middle) / safe;
    let reach = max(min(far.x, min(far.y, far.z)), 0.0);
    let hit = start + way * reach;
    if far.y <= min(far.x, far.z) {
        if way.y < 0.0 {
            return FLOOR;
        }
        let across = abs(abs(hit.x) - LAMP_X);
        let near_x = min(across, abs(hit.x));
        let along = abs(vec3(hit.z) - LAMP_Z);
        let near_z = min(along.x, min(along.y, along.z));
        let on = inside(near_x, LAMP_HALF.x, soft) * inside(near_z, LAMP_HALF.y, soft);
        return mix(CEILING, LAMP, on);
    }
    let shade = mix(0.8, 1.1, clamp(hit.y / 3.0, 0.0, 1.0));
    if far.x <= far.z && way.x < 0.0 {
        let column = abs(hit.z - WINDOW_STEP * clamp(round(hit.z / WINDOW_STEP), -1.0, 1.0));
        let on = inside(column, WINDOW_HALF, soft) * inside(abs(hit.y - 0.5 * (SILL + HEAD)), 0.5 * (HEAD - SILL), soft);
        return mix(WALL * shade, SKY, on);
    }
    return WALL * shade;
}

fn inside(distance: f32, half: f32, soft: f32) -> f32 {
    return 1.0 - smoothstep(half - soft, half + soft, distance);
}

// Share of light that a smooth surface of glass or plastic mirrors (Schlick), by the cosine of the angle of view.
fn mirrored(cosine: f32) -> f32 {
    let rest = 1.0 - clamp(cosine, 0.0, 1.0);
    let rest2 = rest * rest;
    return 0.04 + 0.96 * rest2 * rest2 * rest;
}

// A colour of the room as the camera shows it.
fn shown(colour: vec4<f32>, frag_coord: vec4<f32>) -> vec4<f32> {
    var input = pbr_input_new();
    input.frag_coord = frag_coord;
    input.material.flags = 0u;
    return main_pass_post_lighting_processing(input, colour);
}
