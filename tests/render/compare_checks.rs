//! Proof that the comparison sees what an eye sees and forgives what it does not. Needs no graphics adapter.

use crate::compare::{Picture, compare, show_difference};

type Check = (&'static str, fn());

/// Each check by its name.
pub const CHECKS: [Check; 6] = [
    ("compare::the_same_picture_passes", the_same_picture_passes),
    ("compare::what_drivers_do_differently_passes", what_drivers_do_differently_passes),
    ("compare::a_changed_corner_is_found", a_changed_corner_is_found),
    ("compare::a_slightly_darker_picture_is_found", a_slightly_darker_picture_is_found),
    ("compare::another_size_is_found", another_size_is_found),
    ("compare::a_flat_picture_has_no_variety", a_flat_picture_has_no_variety),
];

/// Stripes and a shape on a gradient, moved to the right by a share of a pixel as another smoothing would.
fn scene(shift: f32) -> Picture {
    let (width, height) = (240, 135);
    let pixel = |x: usize, y: usize| {
        let (across, down) = ((x as f32 + shift) / width as f32, y as f32 / height as f32);
        let stripe = ((across * 40.0).sin() * 12.0).clamp(-1.0, 1.0) * 40.0;
        let in_shape = (across - 0.5).powi(2) + (down - 0.5).powi(2) < 0.04;
        let value = 90.0 + 80.0 * down + stripe;
        let red = if in_shape { 200.0 } else { value };
        [red, value, 0.8 * value].map(|value| value.clamp(0.0, 255.0) as u8)
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| pixel(x, y))).collect();
    Picture { width, height, pixels }
}

fn the_same_picture_passes() {
    let difference = compare(&scene(0.0), &scene(0.0));
    assert!(difference.is_forgiven() && difference.blocks == 0.0, "{difference}");
}

fn what_drivers_do_differently_passes() {
    let mut other = scene(0.15);
    for (at, pixel) in other.pixels.iter_mut().enumerate() {
        // Rounding.
        *pixel = pixel.map(|value| value.saturating_add((at % 3) as u8));
    }
    let difference = compare(&scene(0.0), &other);
    assert!(difference.blocks > 0.0 || difference.mean > 0.0, "the pictures are not the same");
    assert!(difference.is_forgiven(), "{difference}");
}

fn a_changed_corner_is_found() {
    let (golden, mut actual) = (scene(0.0), scene(0.0));
    // A button's worth of picture: 18 by 12 of 240 by 135 pixels.
    for y in 100..112 {
        for x in 200..218 {
            actual.pixels[y * golden.width + x] = [20, 20, 20];
        }
    }
    let difference = compare(&golden, &actual);
    assert!(!difference.is_forgiven(), "{difference}");
    let shown = show_difference(&golden, &actual);
    let is_red = |[red, green, _]: [u8; 3]| red > 200 && green < 160;
    assert!(is_red(shown.at(208, 106)), "{:?}", shown.at(208, 106));
    assert!(!is_red(shown.at(20, 20)), "{:?}", shown.at(20, 20));
}

fn a_slightly_darker_picture_is_found() {
    let mut actual = scene(0.0);
    for pixel in &mut actual.pixels {
        *pixel = pixel.map(|value| value.saturating_sub(6));
    }
    let difference = compare(&scene(0.0), &actual);
    assert!(difference.blocks < 0.004, "no block alone tells: {difference}");
    assert!(!difference.is_forgiven(), "{difference}");
}

fn another_size_is_found() {
    let part = scene(0.0).part([0.0, 0.0, 0.5, 1.0]);
    assert_eq!((part.width, part.height), (120, 135));
    assert!(!compare(&scene(0.0), &part).is_forgiven());
}

fn a_flat_picture_has_no_variety() {
    let flat = Picture { width: 60, height: 60, pixels: vec![[80, 90, 100]; 3600] };
    assert_eq!(flat.variety(), 0.0);
    assert!(scene(0.0).variety() > 0.5);
}
