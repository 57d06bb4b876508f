//! Means with their uncertainty.

/// A mean and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Standard errors on either side of a mean that hold 95 % of a normal distribution.
const Z_95: f64 = 1.96;
/// One-sided p < .01.
pub const Z_01: f64 = 2.326;

/// Mean and standard error of the mean.
pub fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0).max(1.0);
    (mean, (variance / n).sqrt())
}

impl Interval {
    /// Of the mean of values, by the normal approximation.
    pub fn of(values: &[f64]) -> Self {
        let (mean, error) = mean_and_error(values);
        Self { mean, low: mean - Z_95 * error, high: mean + Z_95 * error }
    }
}

/// How many standard errors the mean of paired differences lies above zero; infinite where all differ by the same.
pub fn paired_z(more: &[f64], less: &[f64]) -> f64 {
    let differences: Vec<f64> = more.iter().zip(less).map(|(a, b)| a - b).collect();
    let (mean, error) = mean_and_error(&differences);
    if error > 0.0 || mean == 0.0 { mean / error.max(f64::MIN_POSITIVE) } else { f64::INFINITY.copysign(mean) }
}

/// Slope of the least-squares line through points.
pub fn slope(points: &[(f64, f64)]) -> f64 {
    let n = points.len() as f64;
    let (mx, my) = (points.iter().map(|p| p.0).sum::<f64>() / n, points.iter().map(|p| p.1).sum::<f64>() / n);
    let above: f64 = points.iter().map(|p| (p.0 - mx) * (p.1 - my)).sum();
    let below: f64 = points.iter().map(|p| (p.0 - mx) * (p.0 - mx)).sum();
    above / below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_holds_the_mean_and_a_slope_is_a_slope() {
        let found = Interval::of(&[1.0, 2.0, 3.0]);
        assert!((found.mean - 2.0).abs() < 1e-12 && found.low < 2.0 && found.high > 2.0);
        assert!((slope(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]) - 2.0).abs() < 1e-12);
        assert!(paired_z(&[2.0, 3.1, 4.0], &[1.0, 2.0, 3.0]) > Z_01);
    }
}
