// Where a hand points: a ray that fades on its way, and a dot where it meets something.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_functions,
}
#import proefles::room

struct Ray {
    // Colour, and how strong it is where it begins.
    colour: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> ray: Ray;

// The instance's number: 0 is a ray, whose `v` goes from the hand (0) to its end (1); 1 is a dot.
const DOT: u32 = 1u;

@fragment
fn fragment(in: VertexOutput) -> FragmentOutput {
    var alpha = ray.colour.a;
    var colour = ray.colour.rgb;
    if mesh_functions::get_tag(in.instance_index) == DOT {
        let out_of_middle = length(in.uv - 0.5) * 2.0;
        let core = 1.0 - smoothstep(0.38, 0.50, out_of_middle);
        let ring = smoothstep(0.62, 0.72, out_of_middle) * (1.0 - smoothstep(0.86, 0.98, out_of_middle));
        // A dark line between keeps it visible on white.
        let gap = smoothstep(0.40, 0.50, out_of_middle) * (1.0 - smoothstep(0.60, 0.74, out_of_middle));
        alpha = max(max(core, 0.9 * ring), 0.55 * gap);
        colour = mix(colour, vec3(0.02), gap * (1.0 - core));
    } else {
        let aside = abs(in.uv.x - 0.5) * 2.0;
        let along = 1.0 - in.uv.y;
        alpha *= (1.0 - smoothstep(0.25, 1.0, aside)) * along * along;
    }
    var out: FragmentOutput;
    out.color = room::shown(vec4(colour, alpha), in.position);
    return out;
}
