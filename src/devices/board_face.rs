//! What the digital board shows: words of the lesson laid out so that the back row can read them. Pure: from content to
//! a picture.

use std::sync::Arc;

use proefles_scenario::{BoardShow, Lang, Scenario};

use super::canvas::{Area, Canvas, Cut, Fonts, Picture, Rgb, Style};

const INK: Rgb = [28, 43, 56];
const PAPER: Rgb = [251, 250, 245];
const DEEP: Rgb = [22, 92, 110];
const SOFT: Rgb = [120, 136, 146];
const NIGHT: Rgb = [13, 17, 22];
/// Colours of the tiles of a live quiz; each also has its own sign, for those who do not see colours.
const TILES: [Rgb; 4] = [[190, 48, 62], [30, 98, 186], [196, 132, 8], [38, 126, 60]];

/// Width of a picture for a height: boards are 16 to 9.
const fn wide(height: u32) -> u32 {
    height * 16 / 9
}

/// What is on the board, in the language of the run.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BoardFace {
    /// Switched off.
    Off,
    /// A slide: heading and lines.
    Slide(String, Vec<String>),
    /// A quiz question and its answers; none leaves four signs.
    Quiz(String, Vec<String>),
    /// Waiting.
    Loading,
    /// Nothing arrives by the cable.
    NoSignal(Lang),
    /// The teacher's own mail, by mistake.
    Private(String, Vec<String>),
    /// Covered on purpose.
    Frozen(Lang),
}

impl BoardFace {
    /// The face of what the simulation says the board shows.
    pub fn of(show: BoardShow, scenario: &Scenario, lang: Lang) -> Self {
        let lines = |text| {
            let mut lines = scenario.text(lang, text).lines().map(str::trim).filter(|line| !line.is_empty());
            let first = lines.next().unwrap_or_default().to_owned();
            (first, lines.map(str::to_owned).collect::<Vec<_>>())
        };
        match show {
            BoardShow::Off => BoardFace::Off,
            BoardShow::Slide(text) => {
                let (heading, rest) = lines(text);
                BoardFace::Slide(heading, rest)
            }
            BoardShow::Quiz(text) => {
                let (question, mut answers) = lines(text);
                if answers.is_empty() {
                    answers = either_or(&question);
                }
                BoardFace::Quiz(question, answers)
            }
            BoardShow::Loading => BoardFace::Loading,
            BoardShow::NoSignal => BoardFace::NoSignal(lang),
            BoardShow::Private(text) => {
                let (heading, rest) = lines(text);
                BoardFace::Private(heading, rest)
            }
            BoardShow::Frozen => BoardFace::Frozen(lang),
        }
    }

    /// The picture of this face, `height` pixels high.
    pub fn draw(&self, height: u32, fonts: Arc<Fonts>) -> Picture {
        let ground = match self {
            BoardFace::Off | BoardFace::NoSignal(_) => NIGHT,
            BoardFace::Loading => [24, 34, 43],
            BoardFace::Private(..) => [228, 233, 238],
            BoardFace::Frozen(_) => [46, 104, 108],
            BoardFace::Slide(..) | BoardFace::Quiz(..) => PAPER,
        };
        let mut canvas = Canvas::new(wide(height), height, ground, fonts);
        let unit = height as f32 / 100.0;
        match self {
            BoardFace::Off => {}
            BoardFace::Slide(heading, lines) => slide(&mut canvas, unit, heading, lines),
            BoardFace::Quiz(question, answers) => quiz(&mut canvas, unit, question, answers),
            BoardFace::Loading => {}
            BoardFace::NoSignal(lang) => no_signal(&mut canvas, unit, *lang),
            BoardFace::Private(heading, lines) => mail(&mut canvas, unit, heading, lines),
            BoardFace::Frozen(lang) => frozen(&mut canvas, unit, *lang),
        }
        canvas.into_levels()
    }
}

/// The two answers of a question that ends in "this or that?".
fn either_or(question: &str) -> Vec<String> {
    let last =
        question.trim_end_matches(['?', ' ', '\u{a0}']).rsplit(['.', '!', '?', '’']).next().unwrap_or_default().trim();
    let Some((first, second)) = last.split_once(" of ").or_else(|| last.split_once(" or ")) else { return Vec::new() };
    let short = |answer: &str| !answer.is_empty() && answer.split_whitespace().count() <= 2;
    if !short(first) || !short(second) {
        return Vec::new();
    }
    let capital = |answer: &str| {
        let mut signs = answer.chars();
        signs.next().map(|sign| sign.to_uppercase().chain(signs).collect::<String>()).unwrap_or_default()
    };
    vec![capital(first), capital(second)]
}

fn style(cut: Cut, size: f32, colour: Rgb) -> Style {
    Style { cut, size, colour, centred: false }
}

fn centred(cut: Cut, size: f32, colour: Rgb) -> Style {
    Style { cut, size, colour, centred: true }
}

fn slide(canvas: &mut Canvas, unit: f32, heading: &str, lines: &[String]) {
    let all = canvas.area();
    canvas.fill(Area::new(0.0, 0.0, all.w, 3.0 * unit), 0.0, DEEP);
    canvas.fill(Area::new(0.0, 0.0, 3.0 * unit, all.h), 0.0, DEEP);
    if lines.is_empty() {
        // A slide of one sentence is set large, in the middle.
        canvas.text(all.inset(14.0 * unit), centred(Cut::Bold, 17.0 * unit, INK), heading);
        canvas.fill(Area::new(all.w / 2.0 - 14.0 * unit, 87.0 * unit, 28.0 * unit, 1.4 * unit), unit, [238, 155, 0]);
        return;
    }
    let head = Area::new(10.0 * unit, 9.0 * unit, all.w - 20.0 * unit, 30.0 * unit);
    let below = canvas.text(head, style(Cut::Bold, 13.0 * unit, DEEP), heading);
    canvas.fill(Area::new(10.0 * unit, below + 2.0 * unit, 24.0 * unit, 1.2 * unit), unit, [238, 155, 0]);
    let top = below + 8.0 * unit;
    let step = ((95.0 * unit - top) / lines.len() as f32).min(22.0 * unit);
    for (at, line) in lines.iter().enumerate() {
        let y = top + at as f32 * step;
        canvas.disc(12.5 * unit, y + 5.4 * unit, 1.5 * unit, [238, 155, 0]);
        let area = Area::new(18.0 * unit, y, all.w - 28.0 * unit, step - 1.5 * unit);
        canvas.text(area, style(Cut::Regular, 8.8 * unit, INK), line);
    }
}

fn quiz(canvas: &mut Canvas, unit: f32, question: &str, answers: &[String]) {
    let all = canvas.area();
    canvas.fill(Area::new(0.0, 0.0, all.w, 50.0 * unit), 0.0, [62, 36, 104]);
    let (number, asked) = numbered(question);
    if let Some(number) = number {
        canvas.fill(Area::new(8.0 * unit, 5.0 * unit, 38.0 * unit, 9.6 * unit), 4.8 * unit, [96, 64, 148]);
        canvas.text(
            Area::new(8.0 * unit, 5.0 * unit, 38.0 * unit, 9.6 * unit),
            centred(Cut::Bold, 6.4 * unit, PAPER),
            number,
        );
    }
    let top = if number.is_some() { 16.0 } else { 6.0 };
    let area = Area::new(8.0 * unit, top * unit, all.w - 16.0 * unit, (47.0 - top) * unit);
    canvas.text(area, centred(Cut::Bold, 10.5 * unit, [255, 255, 255]), asked);
    let count = if answers.is_empty() { 4 } else { answers.len().min(4) };
    let rows = if count > 2 { 2 } else { 1 };
    for (tile, colour) in TILES.into_iter().enumerate().take(count) {
        let (row, column) = (tile / 2, tile % 2);
        let w = (all.w - 9.0 * unit) / 2.0;
        let h = (50.0 * unit - (rows as f32 + 1.0) * 3.0 * unit) / rows as f32;
        let x = 3.0 * unit + column as f32 * (w + 3.0 * unit);
        let y = 53.0 * unit + row as f32 * (h + 3.0 * unit);
        canvas.fill(Area::new(x, y, w, h), 2.4 * unit, colour);
        let middle = y + h / 2.0;
        let words = answers.get(tile);
        let sign_x = if words.is_some() { x + 12.0 * unit } else { x + w / 2.0 };
        sign(canvas, tile, sign_x, middle, 5.4 * unit, [255, 255, 255]);
        if let Some(words) = words {
            let area = Area::new(x + 22.0 * unit, y + unit, w - 26.0 * unit, h - 2.0 * unit);
            canvas.text(area, Style { centred: true, ..style(Cut::Bold, 10.0 * unit, [255, 255, 255]) }, words);
        }
    }
}

/// "Question 3. …" as its number and the rest.
fn numbered(question: &str) -> (Option<&str>, &str) {
    match question.split_once(". ") {
        Some((head, rest)) if head.split_whitespace().count() <= 2 => (Some(head), rest),
        _ => (None, question),
    }
}

/// The sign of a quiz tile: triangle, diamond, circle, square.
pub fn sign(canvas: &mut Canvas, tile: usize, x: f32, y: f32, size: f32, colour: Rgb) {
    match tile % 4 {
        0 => canvas.polygon(&[(x, y - size), (x + size, y + 0.8 * size), (x - size, y + 0.8 * size)], colour),
        1 => canvas.polygon(&[(x, y - 1.1 * size), (x + size, y), (x, y + 1.1 * size), (x - size, y)], colour),
        2 => canvas.disc(x, y, size, colour),
        _ => canvas.fill(Area::new(x - 0.9 * size, y - 0.9 * size, 1.8 * size, 1.8 * size), 0.0, colour),
    }
}

/// Colour of a quiz tile.
pub fn tile_colour(tile: usize) -> Rgb {
    TILES[tile % TILES.len()]
}

fn no_signal(canvas: &mut Canvas, unit: f32, lang: Lang) {
    let all = canvas.area();
    let words = match lang {
        Lang::Nl => ("Geen signaal", "HDMI 1 · controleer de kabel"),
        Lang::En => ("No signal", "HDMI 1 · check the cable"),
    };
    let box_area = Area::new(all.w / 2.0 - 46.0 * unit, 28.0 * unit, 92.0 * unit, 44.0 * unit);
    canvas.fill(box_area, 3.0 * unit, [30, 40, 50]);
    canvas.icon(
        Area::new(box_area.x, box_area.y + 3.0 * unit, box_area.w, 16.0 * unit),
        13.0 * unit,
        [126, 176, 214],
        ICON_PLUGS,
    );
    let line = Area::new(box_area.x, box_area.y + 18.0 * unit, box_area.w, 14.0 * unit);
    canvas.text(line, centred(Cut::Bold, 11.0 * unit, [238, 242, 245]), words.0);
    let line = Area::new(box_area.x, box_area.y + 32.0 * unit, box_area.w, 9.0 * unit);
    canvas.text(line, centred(Cut::Regular, 5.6 * unit, [160, 176, 188]), words.1);
}

fn frozen(canvas: &mut Canvas, unit: f32, lang: Lang) {
    let all = canvas.area();
    canvas.icon(Area::new(0.0, 16.0 * unit, all.w, 30.0 * unit), 26.0 * unit, [214, 236, 232], ICON_PAUSE);
    let words = match lang {
        Lang::Nl => "Even pauze op het bord",
        Lang::En => "The board is paused",
    };
    canvas.text(Area::new(0.0, 54.0 * unit, all.w, 16.0 * unit), centred(Cut::Bold, 11.0 * unit, PAPER), words);
}

fn mail(canvas: &mut Canvas, unit: f32, heading: &str, lines: &[String]) {
    let all = canvas.area();
    canvas.fill(Area::new(0.0, 0.0, all.w, 9.0 * unit), 0.0, [36, 78, 132]);
    for dot in 0..3 {
        canvas.disc(all.w - (6.0 + dot as f32 * 7.0) * unit, 4.5 * unit, 1.7 * unit, [150, 182, 220]);
    }
    canvas.fill(Area::new(0.0, 9.0 * unit, 34.0 * unit, 91.0 * unit), 0.0, [208, 217, 227]);
    for row in 0..6 {
        let shade = if row == 0 { [96, 132, 180] } else { [172, 186, 202] };
        canvas.fill(
            Area::new(5.0 * unit, (17.0 + row as f32 * 9.0) * unit, (23.0 - (row * 5 % 9) as f32) * unit, 3.6 * unit),
            1.6 * unit,
            shade,
        );
    }
    let area = Area::new(40.0 * unit, 13.0 * unit, all.w - 46.0 * unit, 14.0 * unit);
    canvas.text(area, style(Cut::Bold, 9.0 * unit, INK), heading);
    let step = (68.0 / lines.len().max(1) as f32).min(22.0) * unit;
    for (at, line) in lines.iter().enumerate() {
        let y = 28.0 * unit + at as f32 * step;
        let card = Area::new(38.0 * unit, y, all.w - 43.0 * unit, step - 2.0 * unit);
        canvas.fill(card, 1.6 * unit, if at == 0 { [255, 248, 222] } else { [250, 251, 252] });
        canvas.disc(
            card.x + 6.5 * unit,
            y + card.h / 2.0,
            3.6 * unit,
            [[214, 110, 78], [84, 140, 110], [92, 112, 178]][at % 3],
        );
        let words = Area::new(card.x + 13.0 * unit, y + unit, card.w - 16.0 * unit, card.h - 2.0 * unit);
        let cut = if at == 0 { Cut::Bold } else { Cut::Regular };
        canvas.text(words, style(cut, 7.6 * unit, if at == 0 { INK } else { SOFT }), line);
    }
}

/// Code points of pictograms (`assets/fonts/icons.ron`).
const ICON_PLUGS: u32 = 0xEB56;
const ICON_PAUSE: u32 = 0xE39E;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_of_two_answers_gets_two_tiles() {
        let dutch = either_or("Vraag 1. Een haai zwemt over een ondergelopen snelweg. Echt of nep?");
        assert_eq!(dutch, ["Echt", "Nep"]);
        let quoted = either_or("Question 2. ‘Free phone! Send this to ten friends.’ Real or fake?");
        assert_eq!(quoted, ["Real", "Fake"]);
        assert!(either_or("Welke breuk is het grootst?").is_empty());
        assert!(either_or("Gaat het om een heel lange zin of om iets anders dan dat?").is_empty());
    }

    #[test]
    fn the_number_of_a_question_stands_apart() {
        assert_eq!(numbered("Vraag 3. Een krant?"), (Some("Vraag 3"), "Een krant?"));
        assert_eq!(numbered("Wie won?"), (None, "Wie won?"));
    }

    #[test]
    fn every_face_can_be_drawn() {
        let words = || (String::from("Kop"), vec![String::from("een"), String::from("twee")]);
        let (heading, lines) = words();
        for face in [
            BoardFace::Off,
            BoardFace::Slide(heading.clone(), lines.clone()),
            BoardFace::Slide(heading.clone(), Vec::new()),
            BoardFace::Quiz(heading.clone(), Vec::new()),
            BoardFace::Quiz(heading.clone(), lines.clone()),
            BoardFace::Loading,
            BoardFace::NoSignal(Lang::Nl),
            BoardFace::Private(heading, lines),
            BoardFace::Frozen(Lang::En),
        ] {
            let picture = face.draw(90, Arc::default());
            assert_eq!((picture.width, picture.height), (160, 90), "{face:?}");
        }
    }
}
