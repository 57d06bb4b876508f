//! What students' screens show, one small picture for each state, side by side on one sheet: a screen changes by
//! pointing at another part of the sheet.

use std::sync::Arc;

use bevy::color::{ColorToPacked, LinearRgba, Srgba};
use bevy::math::Vec2;
use proefles_scenario::{Lang, ScreenState};

use super::{
    board_face::{sign, tile_colour},
    canvas::{Area, Canvas, Cut, Fonts, Picture, Rgb, Style},
};

/// Width and height of one picture on the sheet, in pixels.
const CELL: (u32, u32) = (256, 160);
/// Pictures beside and below each other.
pub const GRID: (u32, u32) = (4, 5);
/// Edge that is not shown, so that smaller levels of the sheet do not mix two pictures: 3 pixels, as a share of the picture.
pub const EDGE_SHARE: Vec2 = Vec2::new(3.0 / CELL.0 as f32, 3.0 / CELL.1 as f32);
/// Pictures of the sign for waiting.
const LOADING_PHASES: u32 = 4;

const PAPER: Rgb = [248, 249, 251];
const GREY: Rgb = [196, 203, 212];
const INK: Rgb = [52, 64, 84];

/// Number of the picture of a state; a state that moves begins there.
fn cell(state: ScreenState) -> u32 {
    match state {
        ScreenState::Off => 0,
        ScreenState::Locked => 1,
        ScreenState::Task => 2,
        ScreenState::Quiz => 3,
        ScreenState::Offline => 4,
        ScreenState::OtherTab => 5,
        ScreenState::Game => 6,
        ScreenState::Chat => 7,
        ScreenState::Video => 8,
        ScreenState::AiAnswer => 9,
        ScreenState::EmptyBattery => 10,
        ScreenState::Loading => 11,
        ScreenState::Login => 15,
        ScreenState::Updating => 16,
        ScreenState::Blocked => 17,
    }
}

/// Every state of a screen.
pub const STATES: [ScreenState; 15] = [
    ScreenState::Off,
    ScreenState::Locked,
    ScreenState::Task,
    ScreenState::Quiz,
    ScreenState::Offline,
    ScreenState::OtherTab,
    ScreenState::Game,
    ScreenState::Chat,
    ScreenState::Video,
    ScreenState::AiAnswer,
    ScreenState::EmptyBattery,
    ScreenState::Loading,
    ScreenState::Login,
    ScreenState::Updating,
    ScreenState::Blocked,
];

/// Number of a state's picture on the sheet, and how many follow each other from there.
pub fn on_sheet(state: ScreenState) -> (u32, u32) {
    (cell(state), if state == ScreenState::Loading { LOADING_PHASES } else { 1 })
}

/// Mean colour of what a state shows, as light: in sRGB.
pub fn mean(sheet: &Picture, state: ScreenState) -> [u8; 3] {
    let number = cell(state);
    let (left, top) = (number % GRID.0 * CELL.0, number / GRID.0 * CELL.1);
    let mut sum = [0.0_f32; 3];
    for y in top..top + CELL.1 {
        for x in left..left + CELL.0 {
            let at = ((y * sheet.width + x) * 4) as usize;
            let light = LinearRgba::from(Srgba::rgb_u8(sheet.data[at], sheet.data[at + 1], sheet.data[at + 2]));
            [light.red, light.green, light.blue].into_iter().zip(&mut sum).for_each(|(part, sum)| *sum += part);
        }
    }
    let [red, green, blue] = sum.map(|sum| sum / (CELL.0 * CELL.1) as f32);
    Srgba::from(LinearRgba::rgb(red, green, blue)).to_u8_array_no_alpha()
}

/// Whether what a state shows moves: games and films.
pub fn moves(state: ScreenState) -> bool {
    matches!(state, ScreenState::Game | ScreenState::Video)
}

/// Draws the sheet.
pub fn draw_sheet(lang: Lang, fonts: Arc<Fonts>) -> Picture {
    let mut canvas = Canvas::new(CELL.0 * GRID.0, CELL.1 * GRID.1, [0, 0, 0], fonts);
    for state in STATES {
        let phases = if state == ScreenState::Loading { LOADING_PHASES } else { 1 };
        for phase in 0..phases {
            let number = cell(state) + phase;
            let (x, y) = (number % GRID.0 * CELL.0, number / GRID.0 * CELL.1);
            let area = Area::new(x as f32, y as f32, CELL.0 as f32, CELL.1 as f32);
            draw(&mut canvas, area, state, phase, lang);
        }
    }
    canvas.into_levels()
}

fn draw(canvas: &mut Canvas, area: Area, state: ScreenState, phase: u32, lang: Lang) {
    match state {
        ScreenState::Off => canvas.fill(area, 0.0, [12, 14, 18]),
        ScreenState::Locked => {
            let words = if lang == Lang::Nl { "Kijk naar de leraar" } else { "Eyes on the teacher" };
            sign_and_words(canvas, area, ([34, 58, 94], [236, 242, 250]), ICON_LOCK, words);
        }
        ScreenState::Task => task(canvas, area),
        ScreenState::Quiz => quiz(canvas, area),
        ScreenState::Offline => {
            let words = if lang == Lang::Nl { "Geen verbinding" } else { "No connection" };
            sign_and_words(canvas, area, ([240, 242, 245], [96, 108, 124]), ICON_OFFLINE, words);
        }
        ScreenState::Login => login(canvas, area, lang),
        ScreenState::Updating => updating(canvas, area, lang),
        ScreenState::Blocked => {
            let words = if lang == Lang::Nl { "Pagina geblokkeerd" } else { "Page blocked" };
            sign_and_words(canvas, area, ([252, 236, 232], [176, 44, 40]), ICON_BLOCKED, words);
        }
        ScreenState::OtherTab => shop(canvas, area),
        ScreenState::Game => game(canvas, area),
        ScreenState::Chat => chat(canvas, area),
        ScreenState::Video => video(canvas, area),
        ScreenState::AiAnswer => ai_answer(canvas, area),
        ScreenState::EmptyBattery => battery(canvas, area),
        ScreenState::Loading => {
            canvas.fill(area, 0.0, PAPER);
            let turn = phase as f32 / (LOADING_PHASES * 10) as f32;
            let (x, y) = (area.x + area.w / 2.0, area.y + area.h / 2.0);
            canvas.spinner(x, y, 30.0, turn + phase as f32 / LOADING_PHASES as f32, [44, 108, 196], PAPER);
        }
    }
}

fn sign_and_words(canvas: &mut Canvas, area: Area, (ground, colour): (Rgb, Rgb), icon: u32, words: &str) {
    canvas.fill(area, 0.0, ground);
    canvas.icon(Area::new(area.x, area.y + 18.0, area.w, 76.0), 70.0, colour, icon);
    let style = Style { cut: Cut::Bold, size: 22.0, colour, centred: true };
    canvas.text(Area::new(area.x + 8.0, area.y + 104.0, area.w - 16.0, 36.0), style, words);
}

/// Grey bars that stand for lines of text.
fn bars(canvas: &mut Canvas, area: Area, lines: usize, colour: Rgb) {
    let step = area.h / lines as f32;
    for line in 0..lines {
        let share = [1.0, 0.86, 0.94, 0.6][line % 4];
        canvas.fill(Area::new(area.x, area.y + line as f32 * step, area.w * share, step * 0.45), 2.0, colour);
    }
}

/// A browser's upper edge, and the place below it.
fn window(canvas: &mut Canvas, area: Area, bar: Rgb, ground: Rgb) -> Area {
    canvas.fill(area, 0.0, ground);
    canvas.fill(Area::new(area.x, area.y, area.w, 20.0), 0.0, bar);
    canvas.fill(Area::new(area.x + 8.0, area.y + 4.0, 70.0, 16.0), 4.0, ground);
    Area::new(area.x, area.y + 20.0, area.w, area.h - 20.0)
}

fn task(canvas: &mut Canvas, area: Area) {
    let page = window(canvas, area, [31, 111, 139], PAPER);
    canvas.fill(Area::new(page.x, page.y, 52.0, page.h), 0.0, [228, 236, 240]);
    bars(canvas, Area::new(page.x + 8.0, page.y + 12.0, 36.0, 60.0), 4, [150, 178, 190]);
    canvas.fill(Area::new(page.x + 66.0, page.y + 12.0, 130.0, 12.0), 3.0, INK);
    bars(canvas, Area::new(page.x + 66.0, page.y + 36.0, 168.0, 56.0), 4, GREY);
    canvas.fill(Area::new(page.x + 66.0, page.y + 98.0, 168.0, 30.0), 4.0, [255, 255, 255]);
    canvas.fill(Area::new(page.x + 74.0, page.y + 109.0, 84.0, 8.0), 2.0, [92, 108, 128]);
}

fn quiz(canvas: &mut Canvas, area: Area) {
    canvas.fill(area, 0.0, [62, 36, 104]);
    for tile in 0..4 {
        let (w, h) = ((area.w - 24.0) / 2.0, (area.h - 24.0) / 2.0);
        let x = area.x + 8.0 + (tile % 2) as f32 * (w + 8.0);
        let y = area.y + 8.0 + (tile / 2) as f32 * (h + 8.0);
        canvas.fill(Area::new(x, y, w, h), 8.0, tile_colour(tile));
        sign(canvas, tile, x + w / 2.0, y + h / 2.0, 16.0, [255, 255, 255]);
    }
}

/// The login page: a name, a password, and that it did not work.
fn login(canvas: &mut Canvas, area: Area, lang: Lang) {
    canvas.fill(area, 0.0, [222, 232, 244]);
    let card = Area::new(area.x + 48.0, area.y + 14.0, area.w - 96.0, area.h - 28.0);
    canvas.fill(card, 8.0, [255, 255, 255]);
    let heading = Style { cut: Cut::Bold, size: 18.0, colour: INK, centred: true };
    let words = if lang == Lang::Nl { "Aanmelden" } else { "Log in" };
    canvas.text(Area::new(card.x, card.y + 6.0, card.w, 26.0), heading, words);
    for row in 0..2 {
        let field = Area::new(card.x + 16.0, card.y + 38.0 + row as f32 * 26.0, card.w - 32.0, 20.0);
        canvas.fill(field, 4.0, [236, 240, 245]);
        canvas.fill(Area::new(field.x + 8.0, field.y + 7.0, 54.0, 6.0), 3.0, [150, 162, 178]);
    }
    let wrong = Style { cut: Cut::Bold, size: 14.0, colour: [176, 44, 40], centred: true };
    let words = if lang == Lang::Nl { "Wachtwoord klopt niet" } else { "Wrong password" };
    canvas.text(Area::new(card.x, card.y + 96.0, card.w, 22.0), wrong, words);
}

/// An update that fills the screen: a bar that is a third full.
fn updating(canvas: &mut Canvas, area: Area, lang: Lang) {
    canvas.fill(area, 0.0, [18, 62, 116]);
    let words = if lang == Lang::Nl { "Update bezig…" } else { "Updating…" };
    let style = Style { cut: Cut::Bold, size: 22.0, colour: [240, 245, 252], centred: true };
    canvas.text(Area::new(area.x, area.y + 44.0, area.w, 34.0), style, words);
    let bar = Area::new(area.x + 48.0, area.y + 92.0, area.w - 96.0, 12.0);
    canvas.fill(bar, 6.0, [54, 98, 152]);
    canvas.fill(Area::new(bar.x, bar.y, bar.w / 3.0, bar.h), 6.0, [140, 200, 255]);
}

fn shop(canvas: &mut Canvas, area: Area) {
    let page = window(canvas, area, [212, 108, 60], [255, 252, 248]);
    for tile in 0..6 {
        let x = page.x + 12.0 + (tile % 3) as f32 * 80.0;
        let y = page.y + 10.0 + (tile / 3) as f32 * 64.0;
        let colour =
            [[230, 190, 120], [120, 170, 200], [220, 140, 150], [150, 190, 140], [190, 160, 210], [240, 210, 110]]
                [tile];
        canvas.fill(Area::new(x, y, 70.0, 42.0), 5.0, colour);
        canvas.fill(Area::new(x, y + 46.0, 46.0, 7.0), 2.0, [150, 140, 130]);
    }
}

fn game(canvas: &mut Canvas, area: Area) {
    canvas.fill(area, 0.0, [96, 188, 236]);
    canvas.disc(area.x + 210.0, area.y + 30.0, 16.0, [255, 226, 110]);
    canvas.fill(Area::new(area.x, area.y + 124.0, area.w, 36.0), 0.0, [96, 164, 70]);
    canvas.fill(Area::new(area.x, area.y + 136.0, area.w, 24.0), 0.0, [140, 98, 58]);
    for block in 0..3 {
        canvas.fill(Area::new(area.x + 60.0 + block as f32 * 26.0, area.y + 84.0, 24.0, 16.0), 2.0, [196, 120, 60]);
        canvas.disc(area.x + 150.0 + block as f32 * 24.0, area.y + 66.0, 7.0, [250, 208, 60]);
    }
    canvas.fill(Area::new(area.x + 32.0, area.y + 96.0, 20.0, 28.0), 6.0, [208, 60, 60]);
    canvas.disc(area.x + 42.0, area.y + 90.0, 10.0, [244, 204, 166]);
}

fn chat(canvas: &mut Canvas, area: Area) {
    canvas.fill(area, 0.0, [228, 221, 212]);
    canvas.fill(Area::new(area.x, area.y, area.w, 26.0), 0.0, [20, 118, 100]);
    canvas.disc(area.x + 18.0, area.y + 13.0, 9.0, [190, 226, 218]);
    canvas.fill(Area::new(area.x + 34.0, area.y + 9.0, 74.0, 8.0), 3.0, [214, 240, 234]);
    for (row, (own, width)) in [(false, 120.0), (true, 96.0), (false, 150.0), (true, 66.0)].into_iter().enumerate() {
        let x = if own { area.x + area.w - width - 10.0 } else { area.x + 10.0 };
        let bubble = Area::new(x, area.y + 34.0 + row as f32 * 31.0, width, 25.0);
        canvas.fill(bubble, 9.0, if own { [214, 248, 198] } else { [255, 255, 255] });
        canvas.fill(Area::new(bubble.x + 10.0, bubble.y + 9.0, width - 26.0, 7.0), 3.0, [150, 160, 158]);
    }
}

fn video(canvas: &mut Canvas, area: Area) {
    canvas.fill(area, 0.0, [18, 18, 20]);
    canvas.fill(Area::new(area.x + 10.0, area.y + 8.0, 236.0, 122.0), 3.0, [64, 92, 132]);
    canvas.polygon(
        &[(area.x + 10.0, area.y + 130.0), (area.x + 90.0, area.y + 58.0), (area.x + 150.0, area.y + 130.0)],
        [44, 66, 88],
    );
    canvas.polygon(
        &[(area.x + 96.0, area.y + 130.0), (area.x + 180.0, area.y + 42.0), (area.x + 246.0, area.y + 130.0)],
        [38, 54, 74],
    );
    canvas.disc(area.x + 128.0, area.y + 68.0, 24.0, [236, 240, 244]);
    let (x, y) = (area.x + 128.0, area.y + 68.0);
    canvas.polygon(&[(x - 8.0, y - 12.0), (x + 14.0, y), (x - 8.0, y + 12.0)], [40, 46, 56]);
    canvas.fill(Area::new(area.x + 10.0, area.y + 142.0, 236.0, 5.0), 2.0, [90, 92, 98]);
    canvas.fill(Area::new(area.x + 10.0, area.y + 142.0, 92.0, 5.0), 2.0, [226, 48, 48]);
}

fn ai_answer(canvas: &mut Canvas, area: Area) {
    canvas.fill(area, 0.0, [250, 250, 252]);
    canvas.fill(Area::new(area.x + 96.0, area.y + 10.0, 150.0, 24.0), 10.0, [228, 226, 244]);
    canvas.fill(Area::new(area.x + 108.0, area.y + 19.0, 112.0, 7.0), 3.0, [128, 122, 168]);
    canvas.disc(area.x + 20.0, area.y + 54.0, 11.0, [112, 84, 196]);
    sign(canvas, 1, area.x + 20.0, area.y + 54.0, 5.0, [255, 255, 255]);
    bars(canvas, Area::new(area.x + 40.0, area.y + 48.0, 196.0, 78.0), 6, [120, 128, 144]);
    canvas.fill(Area::new(area.x + 12.0, area.y + 134.0, 232.0, 18.0), 9.0, [234, 235, 240]);
}

fn battery(canvas: &mut Canvas, area: Area) {
    canvas.fill(area, 0.0, [10, 11, 14]);
    canvas.fill(Area::new(area.x + 84.0, area.y + 56.0, 80.0, 46.0), 8.0, [150, 154, 160]);
    canvas.fill(Area::new(area.x + 164.0, area.y + 70.0, 8.0, 18.0), 3.0, [150, 154, 160]);
    canvas.fill(Area::new(area.x + 89.0, area.y + 61.0, 70.0, 36.0), 5.0, [10, 11, 14]);
    canvas.fill(Area::new(area.x + 93.0, area.y + 65.0, 10.0, 28.0), 3.0, [222, 60, 52]);
}

/// Code points of pictograms (`assets/fonts/icons.ron`).
const ICON_LOCK: u32 = 0xE2FA;
const ICON_OFFLINE: u32 = 0xE4F2;
const ICON_BLOCKED: u32 = 0xE3DE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_own_place_on_the_sheet() {
        let mut taken = std::collections::BTreeSet::new();
        for state in STATES {
            let (first, count) = on_sheet(state);
            for number in first..first + count {
                assert!(number < GRID.0 * GRID.1 && taken.insert(number), "{state:?}");
            }
        }
    }

    #[test]
    fn a_game_gives_another_light_than_the_task() {
        let sheet = draw_sheet(Lang::Nl, Arc::default());
        let [task, game, off] =
            [ScreenState::Task, ScreenState::Game, ScreenState::Off].map(|state| mean(&sheet, state));
        assert!(task.iter().all(|part| *part > 190), "a page is nearly white: {task:?}");
        assert!(game[2] > game[0] + 40, "a game is blue of sky: {game:?}");
        assert!(off.iter().all(|part| *part < 30), "{off:?}");
    }

    #[test]
    fn states_look_different() {
        let picture = draw_sheet(Lang::Nl, Arc::default());
        let mut sums = std::collections::BTreeSet::new();
        for state in STATES {
            let number = cell(state);
            let (left, top) = (number % GRID.0 * CELL.0, number / GRID.0 * CELL.1);
            let mut sum = 0u64;
            for y in top..top + CELL.1 {
                for x in left..left + CELL.0 {
                    let at = ((y * picture.width + x) * 4) as usize;
                    sum += picture.data[at..at + 3].iter().map(|part| u64::from(*part)).sum::<u64>();
                }
            }
            sums.insert(sum);
        }
        assert_eq!(sums.len(), STATES.len());
    }
}
