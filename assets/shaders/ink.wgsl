// A writing board: what is written on it is ink of a felt pen, which gathers at the edges of its strokes and runs dry along
// them, or chalk, which stays on the grain of the board.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_view_bindings::view,
}
#import proefles::grain
#import proefles::room

struct Ink {
    // Colour of the board, and 1 for chalk on it, 0 for felt pens.
    board: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> ink: Ink;
// Colours of the pens, and in alpha how much of the pen is there.
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var writing: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var writing_sampler: sampler;

@fragment
fn fragment(in: VertexOutput) -> FragmentOutput {
    let size = vec2<f32>(textureDimensions(writing));
    // A hand is never quite steady.
    let shake = vec2(grain::noise(in.uv * 34.0) - 0.5, grain::noise(in.uv * 34.0 + 31.0) - 0.5) * 0.0035;
    let pen = textureSample(writing, writing_sampler, in.uv + shake);
    let around = textureSampleBias(writing, writing_sampler, in.uv + shake, 2.0).a;
    let chalk = ink.board.a;
    // Pressure goes up and down along a line of writing.
    let pressure = 0.72 + 0.5 * grain::noise(in.uv * vec2(22.0, 9.0));
    let edge = 1.0 - smoothstep(0.25, 0.85, around);
    let felt = clamp(pen.a * (0.74 + 0.22 * pressure + 0.35 * edge), 0.0, 1.0);
    let streaks = 0.86 + 0.14 * grain::noise(in.uv * vec2(900.0, 160.0));
    let rough = grain::noise(in.uv * size * 0.55) * 0.6 + grain::noise(in.uv * size * 1.3) * 0.4;
    let dust = pen.a * smoothstep(0.62 - 0.42 * pressure, 0.95 - 0.42 * pressure, rough) + 0.05 * around;
    let cover = mix(felt * streaks, clamp(dust, 0.0, 1.0), chalk);

    // Wiped boards keep a trace; light falls on them from the windows and from above.
    let wiped = 0.03 * grain::noise(in.uv * vec2(5.0, 3.0) + grain::noise(in.uv * 9.0));
    let light = mix(0.93, 1.04, in.uv.x) * mix(1.02, 0.93, in.uv.y);
    var board = ink.board.rgb * (1.0 - wiped) + 0.05 * chalk * around;
    // Pigment darkens where it gathers.
    let own = pen.rgb / max(max(pen.r, max(pen.g, pen.b)), 1e-3);
    let pigment = mix(pen.rgb * (1.0 - 0.35 * edge), 0.55 + 0.3 * own, chalk);
    var colour = mix(board, pigment, cover) * light;

    let to_eye = normalize(view.world_position.xyz - in.world_position.xyz);
    let normal = normalize(in.world_normal);
    let gloss = (1.0 - chalk) * 0.7 * room::mirrored(dot(normal, to_eye));
    colour = mix(colour, room::seen(in.world_position.xyz, reflect(-to_eye, normal), 0.3), gloss);
    var out: FragmentOutput;
    out.color = room::shown(vec4(colour, 1.0), in.position);
    return out;
}
