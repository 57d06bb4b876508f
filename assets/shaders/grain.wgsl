// Smooth noise, for what is never quite even: clouds, ink, smears.

#define_import_path proefles::grain

fn hash(at: vec2<f32>) -> f32 {
    return fract(sin(dot(at, vec2(127.1, 311.7))) * 43758.5453);
}

// From 0 to 1, a change of one in `at` apart.
fn noise(at: vec2<f32>) -> f32 {
    let cell = floor(at);
    let share = at - cell;
    let soft = share * share * (3.0 - 2.0 * share);
    let low = mix(hash(cell), hash(cell + vec2(1.0, 0.0)), soft.x);
    let high = mix(hash(cell + vec2(0.0, 1.0)), hash(cell + vec2(1.0, 1.0)), soft.x);
    return mix(low, high, soft.y);
}
