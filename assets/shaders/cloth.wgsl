// Students: clothes and hair in other colours than their picture has, and the light of the screen they sit before.
//
// All pictures of students have one layout (tools/art/students/template.py): each piece of clothing has a rectangle of its
// own, with a margin around what is used. So a place on the picture says what is there, to the edge.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_bindings::mesh,
    mesh_functions,
    pbr_bindings,
    pbr_fragment::pbr_input_from_standard_material,
    pbr_functions::{alpha_discard, apply_pbr_lighting, main_pass_post_lighting_processing},
}
#import proefles::glow

const HAIR: u32 = 1u;
const LUMA: vec3<f32> = vec3<f32>(0.2126, 0.7152, 0.0722);

// Hair colours in linear light, as in src/render/materials/tag.rs.
const HAIR_DYES: array<vec3<f32>, 6> = array<vec3<f32>, 6>(
    vec3(0.0100, 0.0070, 0.0056),
    vec3(0.1070, 0.0395, 0.0134),
    vec3(0.3424, 0.1620, 0.0509),
    vec3(0.0331, 0.0134, 0.0070),
    vec3(0.1966, 0.0509, 0.0153),
    vec3(0.5382, 0.3185, 0.1195),
);

// Hues of dyed tops: how far round, in turns, and how much lighter.
const TOP_DYES: array<vec2<f32>, 6> = array<vec2<f32>, 6>(
    vec2(0.50, 1.00),
    vec2(0.22, 0.80),
    vec2(0.72, 1.15),
    vec2(0.36, 0.65),
    vec2(0.12, 1.35),
    vec2(0.86, 0.90),
);

// Colours of dyed trousers and skirts, for a brightness of 1: black, grey, khaki, navy, brown, olive.
const BOTTOM_DYES: array<vec4<f32>, 6> = array<vec4<f32>, 6>(
    vec4(0.95, 0.98, 1.12, 0.35),
    vec4(0.98, 1.00, 1.04, 0.90),
    vec4(1.32, 0.96, 0.60, 1.30),
    vec4(0.66, 0.90, 1.95, 0.60),
    vec4(1.55, 0.88, 0.52, 0.75),
    vec4(1.10, 1.04, 0.55, 0.85),
);

fn turned(colour: vec3<f32>, dye: vec2<f32>) -> vec3<f32> {
    let light = max(dot(colour, LUMA), 1e-4);
    // About the axis of greys (Rodrigues).
    let axis = vec3(0.57735);
    let c = cos(dye.x * 6.28318);
    let s = sin(dye.x * 6.28318);
    var other = colour * c + cross(axis, colour) * s + axis * dot(axis, colour) * (1.0 - c);
    other = max(other, vec3(0.0));
    // Greys, which have no hue, take a little of one.
    let hue = vec3(cos(dye.x * 6.28318), cos((dye.x - 0.3333) * 6.28318), cos((dye.x + 0.3333) * 6.28318));
    let chroma = length(colour - vec3(light)) / light;
    other += hue * light * 0.45 * (1.0 - smoothstep(0.1, 0.5, chroma));
    other = max(other, vec3(light * 0.08));
    other *= light / max(dot(other, LUMA), 1e-4);
    // Dyed cloth is duller than what a turned hue gives: greens become neon, reds magenta.
    other = mix(vec3(light), other, 0.72);
    return min(other * dye.y, vec3(0.85));
}

// From 0 on skin to 1 where hair grows, on the head's part of the picture, in texels.
fn scalp(texel: vec2<f32>) -> f32 {
    let aside = abs(texel.x - 768.0);
    var edge = 52.0;
    edge += smoothstep(95.0, 150.0, aside) * 18.0;
    edge += smoothstep(148.0, 192.0, aside) * 85.0;
    edge += smoothstep(190.0, 250.0, aside) * 42.0;
    return 1.0 - smoothstep(edge - 7.0, edge + 5.0, texel.y);
}

// The colour at a place of the picture of a body, in other clothes.
fn dressed(colour: vec3<f32>, uv: vec2<f32>, tag: u32) -> vec3<f32> {
    let top = (tag >> 15u) & 15u;
    let bottom = (tag >> 19u) & 15u;
    let hair = (tag >> 23u) & 15u;
    let texel = uv * vec2(1024.0, 512.0);
    let left = texel.x < 512.0;
    let worn = texel.x > 935.0 && texel.y > 415.0;
    if top > 0u && ((left && texel.y < 300.0) || worn) {
        return turned(colour, TOP_DYES[(top - 1u) % 6u]);
    }
    let trousers = left && texel.y >= 300.0 && texel.y < 440.0;
    let skirt = left && texel.y >= 440.0 && texel.x >= 400.0;
    if bottom > 0u && (trousers || skirt) {
        let dye = BOTTOM_DYES[(bottom - 1u) % 6u];
        return min(dye.rgb * dot(colour, LUMA) * dye.a, vec3(0.85));
    }
    if hair > 0u && !left && texel.y < 412.0 {
        return mix(colour, HAIR_DYES[(hair - 1u) % 6u] * 0.4, 0.9 * scalp(texel));
    }
    return colour;
}

// Colour that the material gives its picture: hair is grey and gets its own from there.
fn base_colour(instance_index: u32) -> vec3<f32> {
#ifdef BINDLESS
    let slot = mesh[instance_index].material_and_lightmap_bind_group_slot & 0xffffu;
    return pbr_bindings::material_array[pbr_bindings::material_indices[slot].material].base_color.rgb;
#else
    return pbr_bindings::material.base_color.rgb;
#endif
}

@fragment
fn fragment(in: VertexOutput, @builtin(front_facing) is_front: bool) -> FragmentOutput {
    var input = pbr_input_from_standard_material(in, is_front);
    input.material.base_color = alpha_discard(input.material, input.material.base_color);
    let tag = mesh_functions::get_tag(in.instance_index);
    var colour = input.material.base_color.rgb;
    if ((tag >> 27u) & 3u) == HAIR {
        let hair = (tag >> 23u) & 15u;
        if hair > 0u {
            colour *= HAIR_DYES[(hair - 1u) % 6u] / max(base_colour(in.instance_index), vec3(1e-3));
        }
    } else {
#ifdef VERTEX_UVS_A
        colour = dressed(colour, in.uv, tag);
#endif
    }
    input.material.base_color = vec4(colour, input.material.base_color.a);
    var out: FragmentOutput;
    out.color = apply_pbr_lighting(input);
    let shine = glow::arriving(tag, in.instance_index, in.world_position.xyz, input.N);
    // Fibres and skin also throw some back as it came, whatever their colour.
    out.color = vec4(out.color.rgb + (0.85 * colour + 0.07) * shine, out.color.a);
    out.color = main_pass_post_lighting_processing(input, out.color);
    return out;
}
