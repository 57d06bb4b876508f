//! Functions that machines would not agree on to the bit, made of additions and multiplications alone.

/// `eˣ` for `-40 ≤ x ≤ 40`, to six digits.
pub fn exp(x: f32) -> f32 {
    debug_assert!(x.abs() <= 40.0, "exp({x}) is outside of what the rules need");
    let whole = (x * std::f32::consts::LOG2_E + 64.5) as i32 - 64;
    let rest = x - whole as f32 * std::f32::consts::LN_2;
    // Taylor's series up to the sixth power is exact to 1e-7 for |rest| ≤ ln 2 / 2.
    let series = 1.0
        + rest * (1.0 + rest / 2.0 * (1.0 + rest / 3.0 * (1.0 + rest / 4.0 * (1.0 + rest / 5.0 * (1.0 + rest / 6.0)))));
    series * f32::from_bits(((127 + whole) as u32) << 23)
}

/// What is left of a quantity after `time` when half of it is gone after `half_life`.
pub fn half_life(time: f32, half_life: f32) -> f32 {
    exp(-std::f32::consts::LN_2 * time / half_life)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_e_and_halves() {
        for (x, expected) in
            [(0.0, 1.0), (1.0, std::f32::consts::E), (-1.0, 0.367_879), (3.5, 33.115_45), (-10.0, 4.54e-5)]
        {
            assert!((exp(x) / expected - 1.0).abs() < 1e-5, "exp({x}) = {}", exp(x));
        }
        assert!((half_life(10.0, 10.0) - 0.5).abs() < 1e-6);
    }
}
