// Desks and devices: as they are, and in the light of the screen on them.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_functions,
    pbr_fragment::pbr_input_from_standard_material,
    pbr_functions::{alpha_discard, apply_pbr_lighting, main_pass_post_lighting_processing},
}
#import proefles::glow

@fragment
fn fragment(in: VertexOutput, @builtin(front_facing) is_front: bool) -> FragmentOutput {
    var input = pbr_input_from_standard_material(in, is_front);
    input.material.base_color = alpha_discard(input.material, input.material.base_color);
    let tag = mesh_functions::get_tag(in.instance_index);
    var out: FragmentOutput;
    out.color = apply_pbr_lighting(input);
    let shine = glow::arriving(tag, in.instance_index, in.world_position.xyz, input.N);
    out.color = vec4(out.color.rgb + input.material.base_color.rgb * shine, out.color.a);
    out.color = main_pass_post_lighting_processing(input, out.color);
    return out;
}
