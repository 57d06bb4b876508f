use proefles_sim::calibration::*;
fn main() {
    for praises in [0u8, 2, 5, 8, 10] {
        let seen: Vec<_> = (0..10).map(|s| Arm::Feedback { praises }.observe(s)).collect();
        let on: f64 = seen.iter().map(|s| s.on_task_share(0..45)).sum::<f64>() / 10.0;
        let l: f64 = seen.iter().map(|s| s.lapses.iter().sum::<f64>() / s.students).sum::<f64>() / 10.0;
        let b: f64 = seen.iter().map(|s| s.bouts).sum::<f64>() / 300.0;
        println!("{praises} on {on:.3} lapses/student {l:.1} bouts {b:.1} off {:?}", seen[0].off_task);
    }
}
