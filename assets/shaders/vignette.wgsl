// A dark ring around what the eyes look at, while the body is moved and the head is not: against sickness. It is a shell
// around the head, so it is right for each eye by itself.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_view_bindings::view,
}

struct Vignette {
    // Colour, and how much of it there is outside.
    colour: vec4<f32>,
    // Where it begins and where it is full, in degrees from the middle of the view; how dark all is; none.
    reach: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> vignette: Vignette;

@fragment
fn fragment(in: VertexOutput) -> FragmentOutput {
    let ray = normalize(in.world_position.xyz - view.world_position.xyz);
    let ahead = -normalize(view.world_from_view[2].xyz);
    let degrees = degrees(acos(clamp(dot(ray, ahead), -1.0, 1.0)));
    let share = smoothstep(vignette.reach.x, vignette.reach.y, degrees);
    var out: FragmentOutput;
    out.color = vec4(vignette.colour.rgb, max(vignette.colour.a * share, vignette.reach.z));
    return out;
}
