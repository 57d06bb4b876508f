use proefles_sim::calibration::*;
fn main() {
    let n: u32 = std::env::args().nth(1).and_then(|s| s.parse().ok()).unwrap_or(40);
    let mut of = Observations::new();
    for arm in Arm::ALL {
        let t = std::time::Instant::now();
        let k = arm.lessons(n);
        let seen: Vec<_> = (0..u64::from(k)).map(|s| arm.observe(s)).collect();
        eprintln!("{arm:?} {k} {:?}", t.elapsed() / k);
        of.insert(arm, seen);
    }
    for f in judge(&of) {
        println!(
            "{:4} {:?} {} [{}] {:?} {}",
            f.id,
            f.verdict,
            f.what,
            f.band,
            f.found.map(|i| format!("{:.3} ({:.3}..{:.3})", i.mean, i.low, i.high)),
            f.detail
        );
    }
}
