//! The course of the lesson as a drawing: the class on task, the noise, and where decisions fell.

use maud::{Markup, html};

use crate::phrases::{Phrases, clock};
use crate::report::{CurvePoint, Report};

/// Size of the drawing and its margins, SVG units.
const WIDTH: f32 = 760.0;
const HEIGHT: f32 = 260.0;
const LEFT: f32 = 46.0;
const RIGHT: f32 = 10.0;
const TOP: f32 = 26.0;
const BOTTOM: f32 = 34.0;
/// Points of a drawn line at most: a longer run is thinned.
const MOST_POINTS: usize = 400;

struct Scale {
    seconds: f32,
}

impl Scale {
    fn x(&self, second: u32) -> f32 {
        LEFT + (WIDTH - LEFT - RIGHT) * second as f32 / self.seconds
    }

    fn y(permille: u16) -> f32 {
        TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - f32::from(permille) / 1000.0)
    }

    fn line(&self, curve: &[CurvePoint], value: fn(&CurvePoint) -> u16) -> String {
        let step = curve.len().div_ceil(MOST_POINTS).max(1);
        let points = curve.iter().step_by(step);
        points.map(|p| format!("{:.1},{:.1}", self.x(p.second), Self::y(value(p)))).collect::<Vec<_>>().join(" ")
    }
}

/// The drawing, with its figures as a hidden table for screen readers.
pub fn of(report: &Report, words: &Phrases) -> Markup {
    let scale = Scale { seconds: report.seconds.max(1) as f32 };
    let minutes = 0..=report.seconds / 60;
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(words.curve) {
            @for share in [0_u16, 250, 500, 750, 1000] {
                @let y = Scale::y(share);
                line x1=(LEFT) x2=(WIDTH - RIGHT) y1=(y) y2=(y) stroke="#e3ddd2" {}
                text x=(LEFT - 6.0) y=(y + 4.0) text-anchor="end" font-size="12" fill="#5a6972" { (share / 10) " %" }
            }
            @for minute in minutes {
                text x=(scale.x(minute * 60)) y=(HEIGHT - BOTTOM + 16.0) text-anchor="middle" font-size="12" fill="#5a6972" { (minute) }
            }
            text x=(WIDTH - RIGHT) y=(HEIGHT - 4.0) text-anchor="end" font-size="12" fill="#5a6972" { (words.minute) }
            polyline points=(scale.line(&report.curve, |p| p.noise_permille)) fill="none" stroke="#b45f06" stroke-width="1.6" stroke-dasharray="5 4" {}
            polyline points=(scale.line(&report.curve, |p| p.on_task_permille)) fill="none" stroke="#17697a" stroke-width="2.6" {}
            @for (number, decision) in report.decisions.iter().enumerate() {
                @let x = scale.x(decision.opened_tick / 10);
                line x1=(x) x2=(x) y1=(TOP) y2=(HEIGHT - BOTTOM) stroke="#8a97a0" stroke-dasharray="2 3" {}
                circle cx=(x) cy=(TOP - 10.0) r="9" fill="#22313a" {}
                text x=(x) y=(TOP - 6.0) text-anchor="middle" font-size="11" fill="#ffffff" { (number + 1) }
            }
        }
        p.muted { span style="color:#17697a" { "━ " } (words.on_task) "   " span style="color:#b45f06" { "╍ " } (words.noise) }
        details {
            summary { (words.table_note) }
            table {
                tr { th { (words.table_time) } th { (words.on_task) } th { (words.noise) } }
                @for point in report.curve.iter().step_by(30) {
                    tr { td { (clock(point.second * 10)) } td { (point.on_task_permille / 10) " %" } td { (point.noise_permille / 10) " %" } }
                }
            }
        }
    }
}
