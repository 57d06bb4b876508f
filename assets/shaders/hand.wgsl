// The teacher's hands: a soft body of light with a bright rim, through which one reads what they hold.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_view_bindings::view,
}
#import proefles::room

struct Hand {
    // Colour, and how solid the middle is, from 0 to 1.
    colour: vec4<f32>,
    // How clear it is, from 0 to 1: over text it is all rim. None else.
    clear: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> hand: Hand;

@fragment
fn fragment(in: VertexOutput, @builtin(front_facing) is_front: bool) -> FragmentOutput {
    let to_eye = normalize(view.world_position.xyz - in.world_position.xyz);
    var normal = normalize(in.world_normal);
    if !is_front {
        normal = -normal;
    }
    let facing = clamp(dot(normal, to_eye), 0.0, 1.0);
    let rim = pow(1.0 - facing, 2.5);
    // Light from above and from the windows.
    let lit = 0.62 + 0.26 * normal.y + 0.16 * max(-normal.x, 0.0);
    let colour = hand.colour.rgb * lit + vec3(0.35, 0.42, 0.5) * rim;
    let solid = mix(hand.colour.a, 0.10, hand.clear.x);
    let alpha = clamp(solid + (0.95 - solid) * rim, 0.0, 1.0);
    var out: FragmentOutput;
    out.color = room::shown(vec4(colour, alpha), in.position);
    return out;
}
