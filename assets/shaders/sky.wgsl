// The world outside, through the windows' glass: sky, sun and clouds by the time of day over a picture of trees and lawn, and
// on the glass a faint mirror of the room.

#import bevy_pbr::{
    forward_io::{FragmentOutput, VertexOutput},
    mesh_view_bindings::{globals, view},
}
#import proefles::grain
#import proefles::room

struct Sky {
    // Way to the sun, and the height of the sun above the horizon as a sine.
    sun: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> sky: Sky;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var land: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var land_sampler: sampler;

// Plane of the panes, and the middle of the dome that carries the picture, in metres.
const PANE: f32 = -4.34;
const DOME: vec3<f32> = vec3<f32>(-4.2, 1.6, 0.0);

fn billows(at: vec2<f32>) -> f32 {
    var sum = 0.0;
    var size = 0.5;
    var place = at;
    for (var octave = 0; octave < 5; octave++) {
        sum += size * grain::noise(place);
        place = place * 2.03 + vec2(17.0, 9.0);
        size *= 0.5;
    }
    return sum;
}

// Colour of the air in a direction, with the sun, without clouds.
fn air(way: vec3<f32>, high: f32, warm: f32) -> vec3<f32> {
    let zenith = mix(vec3(0.10, 0.13, 0.30), vec3(0.17, 0.40, 0.86), high);
    let rim = mix(vec3(1.05, 0.56, 0.30), vec3(0.80, 0.93, 1.06), smoothstep(0.0, 0.8, high));
    let to_sun = max(dot(way, sky.sun.xyz), 0.0);
    let climb = pow(clamp(way.y, 0.0, 1.0), 0.55);
    var colour = mix(rim, zenith, climb);
    colour += warm * (0.35 * pow(to_sun, 6.0) + 0.8 * pow(to_sun, 90.0)) * mix(vec3(1.0, 0.5, 0.2), vec3(1.0, 0.93, 0.8), high);
    return colour;
}

@fragment
fn fragment(in: VertexOutput) -> FragmentOutput {
    let eye = view.world_position.xyz;
    let ray = normalize(in.world_position.xyz - eye);
    let way = normalize(in.world_position.xyz - DOME);
    let high = smoothstep(-0.02, 0.42, sky.sun.w);
    let day = smoothstep(-0.12, 0.18, sky.sun.w);
    let warm = 1.0 - 0.6 * high;
    let sunlight = mix(vec3(1.0, 0.52, 0.26), vec3(1.0, 0.97, 0.92), high) * day;

    // Sky: air, clouds that drift, the sun behind them.
    var above = air(ray, high, warm) * mix(0.12, 1.0, day);
    let flat_place = ray.xz / (max(ray.y, 0.0) + 0.16) + vec2(0.0, globals.time * 0.004);
    let thick = billows(flat_place * 1.15);
    let towards_sun = billows(flat_place * 1.15 + sky.sun.xz * 0.12);
    let cloud = smoothstep(0.47, 0.66, thick) * smoothstep(0.0, 0.10, ray.y);
    let bright = clamp(0.72 + 2.2 * (thick - towards_sun), 0.45, 1.15);
    let cloud_colour = (sunlight * bright + 0.25 * above) * 1.1;
    let disc = smoothstep(0.99955, 0.99975, dot(ray, sky.sun.xyz));
    above = mix(above, cloud_colour, 0.9 * cloud);
    above += disc * (1.0 - 0.85 * cloud) * sunlight * 14.0;

    // Land, from the picture: what is greener than blue, and all below the horizon. Far away it fades into the air.
    let picture = textureSample(land, land_sampler, in.uv).rgb;
    let green = smoothstep(0.0, 0.035, picture.g - max(picture.r, picture.b));
    let below = 1.0 - smoothstep(-0.012, 0.004, way.y);
    let on_land = max(green * (1.0 - smoothstep(0.16, 0.20, way.y)), below);
    let shade = 0.72 + 0.5 * smoothstep(0.35, 0.6, billows(way.xz / (abs(way.y) + 0.08) * 0.7 + vec2(globals.time * 0.004, 3.0)));
    var ground = picture * shade * (sunlight * 1.05 + 0.22 * air(vec3(0.0, 1.0, 0.0), high, 0.0));
    let haze = 0.12 * (1.0 - smoothstep(0.0, 0.14, abs(way.y)));
    ground = mix(ground, air(normalize(vec3(ray.x, 0.02, ray.z)), high, warm * 0.5) * day, haze);
    var colour = mix(above, ground, on_land) * 1.6;

    // The pane between: only from inside.
    if eye.x > PANE {
        let hit = eye + ray * ((PANE - eye.x) / min(ray.x, -1e-3));
        let cosine = clamp(-ray.x, 0.0, 1.0);
        let share = min(0.8 * room::mirrored(cosine), 0.6);
        let mirror = room::seen(vec3(max(hit.x, -4.1), clamp(hit.y, 0.1, 2.9), clamp(hit.z, -3.5, 3.5)), reflect(ray, vec3(1.0, 0.0, 0.0)), 0.05);
        // Wiped, but not today: smears that are seen against the light.
        let smears = 0.035 * smoothstep(0.55, 0.9, billows(vec2(hit.z * 2.2 + hit.y * 1.4, hit.y * 1.1)));
        colour = colour * vec3(0.95, 0.985, 0.97) * (1.0 - share) + mirror * share + smears * sunlight * day;
    }
    var out: FragmentOutput;
    out.color = room::shown(vec4(colour, 1.0), in.position);
    return out;
}
