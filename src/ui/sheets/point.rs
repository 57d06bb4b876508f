//! Hands point at sheets: a ray from either hand is the panels' mouse, and its trigger the mouse's button.

use bevy::light::{NotShadowCaster, NotShadowReceiver};
use bevy::prelude::*;
use bevy_egui::{EguiContext, EguiInput, EguiPreUpdateSet, PrimaryEguiContext, egui};

use super::{Place, Sheet};
use crate::app::{AppSystems, InputSystems};
use crate::input::PanelWants;
use crate::rig::in_classroom;
use crate::third_party::openxr::{Hand, Headset, Pulse, TrackingRoot};

/// How far the trigger is pulled when it presses, and when it lets go.
const PRESS: (f32, f32) = (0.6, 0.4);
/// Points that a full stick scrolls in a second.
const SCROLL: f32 = 900.0;
/// Length of a ray that meets nothing, in metres, and half of its width.
const RAY: (f32, f32) = (0.35, 0.0025);

/// Where hands point.
#[derive(Resource, Debug, Clone, Default)]
pub struct Pointing {
    /// Where on the panels each hand points, in points, and how far away that is, in metres.
    hits: [Option<(egui::Pos2, f32)>; 2],
    /// The hand whose ray is the mouse.
    hand: Option<Hand>,
    is_pressed: bool,
}

#[derive(Component)]
struct Ray(Hand);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pointing>()
        .add_systems(Startup, spawn)
        .add_systems(
            PreUpdate,
            (find, tell)
                .chain()
                .after(InputSystems::Collect)
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(bevy_egui::EguiPrimaryContextPass, mark.after(crate::ui::wiring::PanelSystems::Over))
        .add_systems(Update, show.in_set(AppSystems::Ui));
}

fn spawn(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    let mesh = meshes.add(Cylinder::new(1.0, 1.0));
    let paint = materials.add(StandardMaterial { base_color: Color::srgb(0.35, 0.75, 0.95), unlit: true, ..default() });
    for hand in Hand::BOTH {
        let unseen = (Transform::from_scale(Vec3::ZERO), NotShadowCaster, NotShadowReceiver);
        commands.spawn((Name::new("ray"), Ray(hand), Mesh3d(mesh.clone()), MeshMaterial3d(paint.clone()), unseen));
    }
}

/// Where a ray meets a sheet: across it and down it, as shares of its size, and how far away.
fn meets(sheet: &Transform, from: Vec3, way: Vec3) -> Option<(Vec2, f32)> {
    let normal = sheet.rotation * Vec3::Z;
    let towards = way.dot(normal);
    let distance = (sheet.translation - from).dot(normal) / towards;
    if towards >= 0.0 || distance <= 0.0 {
        return None;
    }
    let local = sheet.rotation.inverse() * (from + way * distance - sheet.translation);
    let share = Vec2::new(local.x / sheet.scale.x + 0.5, 0.5 - local.y / sheet.scale.y);
    (share.min_element() >= 0.0 && share.max_element() <= 1.0).then_some((share, distance))
}

fn find(
    headset: Res<Headset>,
    roots: Query<&Transform, With<TrackingRoot>>,
    sheets: Query<(&Place, &Transform), With<Sheet>>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
    mut pointing: ResMut<Pointing>,
    mut wants: ResMut<PanelWants>,
) {
    let (Ok(root), Ok(mut context)) = (roots.single(), contexts.single_mut()) else { return };
    let ctx = context.get_mut();
    // Where the panels draw nothing one points through them.
    let is_panel = |at: egui::Pos2| {
        wants.pointer || ctx.layer_id_at(at).is_some_and(|layer| layer.order != egui::Order::Background)
    };
    let hits = Hand::BOTH.map(|hand| {
        let aim = in_classroom(root, headset.hand(hand).aim.filter(|_| headset.is_worn())?);
        let (from, way) = (Vec3::from(aim.translation), aim.rotation * Vec3::NEG_Z);
        let met = sheets.iter().filter(|(place, _)| place.is_shown).filter_map(|(place, transform)| {
            let (share, distance) = meets(transform, from, way)?;
            let at = place.rect.min + share * place.rect.size();
            let at = egui::pos2(at.x, at.y);
            is_panel(at).then_some((at, distance))
        });
        met.min_by(|a, b| a.1.total_cmp(&b.1))
    });
    let pointed = hits.map(|hit| hit.is_some());
    if wants.pointed != pointed {
        wants.pointed = pointed;
    }
    pointing.hits = hits;
}

/// Makes the ray the panels' mouse.
fn tell(
    headset: Res<Headset>,
    time: Res<Time<Real>>,
    mut pointing: ResMut<Pointing>,
    mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>,
    mut pulses: MessageWriter<Pulse>,
) {
    let Ok(mut input) = inputs.single_mut() else { return };
    let pointing = &mut *pointing;
    let pulls = |hand: Hand, from: f32| headset.hand(hand).trigger >= from;
    // The mouse is whichever hand presses; until then the one that points, and of two the right one.
    let points = |hand: &Hand| pointing.hits[*hand as usize].is_some();
    let presses = Hand::BOTH.into_iter().filter(points).find(|hand| pulls(*hand, PRESS.0));
    let next = match pointing.hand {
        Some(hand) if pointing.is_pressed => Some(hand),
        _ => presses.or(pointing.hand.filter(points)).or([Hand::Right, Hand::Left].into_iter().find(points)),
    };
    let hit = next.and_then(|hand| Some((hand, pointing.hits[hand as usize]?)));
    let Some((hand, (at, _))) = hit else {
        if pointing.hand.take().is_some() {
            if std::mem::take(&mut pointing.is_pressed) {
                input.events.push(button(egui::Pos2::ZERO, false));
            }
            input.events.push(egui::Event::PointerGone);
        }
        return;
    };
    pointing.hand = Some(hand);
    input.focused = true;
    input.events.push(egui::Event::PointerMoved(at));
    let is_pressed = pulls(hand, if pointing.is_pressed { PRESS.1 } else { PRESS.0 });
    if is_pressed != pointing.is_pressed {
        pointing.is_pressed = is_pressed;
        input.events.push(button(at, is_pressed));
        if is_pressed {
            pulses.write(Pulse(hand));
        }
    }
    let stick = headset.hand(hand).stick.y;
    if stick.abs() > 0.2 {
        input.events.push(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, stick * SCROLL * time.delta_secs()),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
    }
}

fn button(pos: egui::Pos2, pressed: bool) -> egui::Event {
    let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
    egui::Event::PointerButton { pos, button, pressed, modifiers }
}

/// A mark on the panel where the ray meets it.
fn mark(pointing: Res<Pointing>, mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>) {
    let hit = pointing.hand.and_then(|hand| pointing.hits[hand as usize]);
    let (Some((at, _)), Ok(mut context)) = (hit, contexts.single_mut()) else { return };
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::new("pointing"));
    let painter = context.get_mut().layer_painter(layer);
    let size = if pointing.is_pressed { 6.0 } else { 8.0 };
    painter.circle(at, size, crate::ui::theme::color::FOCUS, egui::Stroke::new(2.5, egui::Color32::WHITE));
}

/// Rays of the hands: to what they meet, and short ones where panels want to be pointed at.
fn show(
    pointing: Res<Pointing>,
    headset: Res<Headset>,
    wants: Res<PanelWants>,
    roots: Query<&Transform, (With<TrackingRoot>, Without<Ray>)>,
    mut rays: Query<(&Ray, &mut Transform)>,
) {
    let Ok(root) = roots.single() else { return };
    for (Ray(hand), mut place) in &mut rays {
        let hit = pointing.hits[*hand as usize];
        let length = hit.map_or(if wants.pointer { RAY.0 } else { 0.0 }, |(_, distance)| distance);
        let aim = headset.hand(*hand).aim.filter(|_| length > 0.0);
        let next = aim.map_or(Transform::from_scale(Vec3::ZERO), |aim| {
            let aim = in_classroom(root, aim);
            let way = aim.rotation * Vec3::NEG_Z;
            Transform {
                translation: Vec3::from(aim.translation) + way * length / 2.0,
                rotation: Quat::from_rotation_arc(Vec3::Y, way),
                scale: Vec3::new(RAY.1, length, RAY.1),
            }
        });
        place.set_if_neq(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ray_meets_a_sheet_from_the_front_and_where_it_points() {
        let sheet = Transform::from_xyz(0.0, 1.5, -2.0).with_scale(Vec3::new(2.0, 1.0, 1.0));
        let from = Vec3::new(0.0, 1.5, 0.0);
        let (middle, distance) = meets(&sheet, from, Vec3::NEG_Z).expect("straight ahead");
        assert!(middle.distance(Vec2::splat(0.5)) < 1e-5 && (distance - 2.0).abs() < 1e-5);
        let up_right = (Vec3::new(0.5, 1.75, -2.0) - from).normalize();
        let (share, _) = meets(&sheet, from, up_right).expect("on the sheet");
        assert!(share.distance(Vec2::new(0.75, 0.25)) < 1e-4, "{share}");
        assert_eq!(meets(&sheet, from, Vec3::Z), None);
        assert_eq!(meets(&sheet, Vec3::new(0.0, 1.5, -4.0), Vec3::Z), None, "from behind");
        assert_eq!(meets(&sheet, from, Vec3::new(0.9, 0.0, -1.0).normalize()), None, "beside it");
    }
}
