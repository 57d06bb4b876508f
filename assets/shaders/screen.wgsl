// Screens: bright and clear to who stands before them, pale and mirroring to who looks along them.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_functions,
    mesh_view_bindings::{globals, view},
}
#import proefles::room

struct Screen {
    // Pictures beside and below each other on the sheet, and the edge of each that is not shown, as shares of it.
    grid: vec4<f32>,
    // Brightness of white; how much it mirrors; seconds of each picture of a state that moves; none.
    look: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> screen: Screen;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var sheet: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var sheet_sampler: sampler;

@fragment
fn fragment(in: VertexOutput) -> FragmentOutput {
    // Eight bits for the picture, eight for how many follow each other from there.
    let tag = mesh_functions::get_tag(in.instance_index);
    let count = max((tag >> 8u) & 255u, 1u);
    let step = u32(globals.time / max(screen.look.z, 1e-3)) % count;
    let number = (tag & 255u) + step;
    let columns = u32(screen.grid.x);
    let corner = vec2<f32>(f32(number % columns), f32(number / columns));
    let edge = screen.grid.zw;
    let uv = (corner + edge + in.uv * (1.0 - 2.0 * edge)) / screen.grid.xy;
    let picture = textureSample(sheet, sheet_sampler, uv);

    let to_eye = normalize(view.world_position.xyz - in.world_position.xyz);
    let normal = normalize(in.world_normal);
    let cosine = dot(normal, to_eye);
    // From the side less light arrives, and darks turn grey.
    let facing = smoothstep(0.05, 0.75, cosine);
    let pale = mix(vec3(0.42, 0.44, 0.47), picture.rgb, mix(0.35, 1.0, facing));
    let light = pale * screen.look.x * mix(0.55, 1.0, facing);
    let mirror = room::seen(in.world_position.xyz, reflect(-to_eye, normal), 0.22);
    let share = room::mirrored(cosine) * screen.look.y;
    var out: FragmentOutput;
    out.color = room::shown(vec4(mix(light, mirror, min(share, 0.9)), picture.a), in.position);
    return out;
}
