//! Draws pictures for screens: shapes with smooth edges and text. Nothing of the engine's world in here, so it can run on any thread.

use std::sync::Arc;

use ab_glyph::{Font, FontVec, PxScale, ScaleFont, point};
use bevy::math::UVec2;
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, PremultipliedColorU8, Rect, Transform};

use crate::content::mips;

/// A colour as red, green and blue from 0 to 255.
pub type Rgb = [u8; 3];

/// Cuts of the typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cut {
    /// For reading.
    Regular,
    /// For headings.
    Bold,
    /// Pictograms.
    Icon,
}

/// The fonts that screens are set in. A missing one leaves its text out.
#[derive(Default)]
pub struct Fonts {
    regular: Option<FontVec>,
    bold: Option<FontVec>,
    icons: Option<FontVec>,
}

impl Fonts {
    /// Fonts from the contents of their files; what cannot be read is left out.
    pub fn new(regular: Option<Vec<u8>>, bold: Option<Vec<u8>>, icons: Option<Vec<u8>>) -> Self {
        let read = |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| FontVec::try_from_vec(bytes).ok());
        Self { regular: read(regular), bold: read(bold), icons: read(icons) }
    }

    fn get(&self, cut: Cut) -> Option<&FontVec> {
        match cut {
            Cut::Regular => self.regular.as_ref().or(self.bold.as_ref()),
            Cut::Bold => self.bold.as_ref().or(self.regular.as_ref()),
            Cut::Icon => self.icons.as_ref(),
        }
    }
}

/// A place on the canvas: left, top, width, height, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Area {
    /// A place from its edges.
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// The place without a margin on each side.
    pub fn inset(self, margin: f32) -> Self {
        Self::new(self.x + margin, self.y + margin, (self.w - 2.0 * margin).max(0.0), (self.h - 2.0 * margin).max(0.0))
    }
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Cut of the typeface.
    pub cut: Cut,
    /// Height of a line's letters in pixels.
    pub size: f32,
    /// Colour.
    pub colour: Rgb,
    /// Centred in its area, both ways.
    pub centred: bool,
}

/// A picture being drawn.
pub struct Canvas {
    pixmap: Pixmap,
    fonts: Arc<Fonts>,
}

impl Canvas {
    /// An empty picture, at least one pixel wide and high, in one colour.
    pub fn new(width: u32, height: u32, colour: Rgb, fonts: Arc<Fonts>) -> Self {
        let mut pixmap = Pixmap::new(width.max(1), height.max(1)).expect("sides are at least one pixel");
        pixmap.fill(opaque(colour));
        Self { pixmap, fonts }
    }

    /// A picture without any colour yet.
    pub fn clear(width: u32, height: u32, fonts: Arc<Fonts>) -> Self {
        Self { pixmap: Pixmap::new(width.max(1), height.max(1)).expect("sides are at least one pixel"), fonts }
    }

    /// The whole picture.
    pub fn area(&self) -> Area {
        Area::new(0.0, 0.0, self.pixmap.width() as f32, self.pixmap.height() as f32)
    }

    /// A filled box with round corners.
    pub fn fill(&mut self, area: Area, radius: f32, colour: Rgb) {
        let Some(rect) = Rect::from_xywh(area.x, area.y, area.w, area.h) else { return };
        let radius = radius.min(area.w / 2.0).min(area.h / 2.0);
        let paint = paint(colour);
        if radius < 0.5 {
            self.pixmap.fill_rect(rect, &paint, Transform::identity(), None);
            return;
        }
        let (l, t, r, b) = (rect.left(), rect.top(), rect.right(), rect.bottom());
        // Quarter circles as cubic curves.
        let k = radius * 0.4477;
        let mut path = PathBuilder::new();
        path.move_to(l + radius, t);
        path.line_to(r - radius, t);
        path.cubic_to(r - k, t, r, t + k, r, t + radius);
        path.line_to(r, b - radius);
        path.cubic_to(r, b - k, r - k, b, r - radius, b);
        path.line_to(l + radius, b);
        path.cubic_to(l + k, b, l, b - k, l, b - radius);
        path.line_to(l, t + radius);
        path.cubic_to(l, t + k, l + k, t, l + radius, t);
        path.close();
        if let Some(path) = path.finish() {
            self.pixmap.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
        }
    }

    /// A filled circle.
    pub fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Rgb) {
        if let Some(path) = PathBuilder::from_circle(x, y, radius) {
            self.pixmap.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// A filled polygon.
    pub fn polygon(&mut self, points: &[(f32, f32)], colour: Rgb) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        path.close();
        if let Some(path) = path.finish() {
            self.pixmap.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// Dots in a ring, each fainter than the one before it: the sign for waiting, at one of its `phase`s.
    pub fn spinner(&mut self, x: f32, y: f32, radius: f32, phase: f32, colour: Rgb, ground: Rgb) {
        const DOTS: usize = 10;
        for dot in 0..DOTS {
            let turn = (dot as f32 / DOTS as f32 + phase) * std::f32::consts::TAU;
            let share = dot as f32 / DOTS as f32;
            let mixed =
                [0, 1, 2].map(|at| (f32::from(ground[at]) * (1.0 - share) + f32::from(colour[at]) * share) as u8);
            self.disc(x + turn.sin() * radius, y - turn.cos() * radius, radius * (0.11 + 0.08 * share), mixed);
        }
    }

    /// Text in an area: wrapped at words, and set smaller if it does not fit. Returns the lower edge of its last line.
    pub fn text(&mut self, area: Area, style: Style, text: &str) -> f32 {
        let fonts = self.fonts.clone();
        let Some(font) = fonts.get(style.cut) else { return area.y };
        let mut size = style.size;
        let mut lines = wrap(font, size, area.w, text);
        while lines.len() as f32 * size * LEADING > area.h && size > style.size * 0.45 {
            size *= 0.93;
            lines = wrap(font, size, area.w, text);
        }
        let height = lines.len() as f32 * size * LEADING;
        let mut y = if style.centred { area.y + (area.h - height).max(0.0) / 2.0 } else { area.y };
        for line in &lines {
            let spare = if style.centred { (area.w - width(font, size, line)).max(0.0) / 2.0 } else { 0.0 };
            self.run(font, size, (area.x + spare, y), style.colour, line);
            y += size * LEADING;
        }
        y
    }

    /// A pictogram by its code point, centred in a square of this side.
    pub fn icon(&mut self, area: Area, side: f32, colour: Rgb, code: u32) {
        let Some(sign) = char::from_u32(code) else { return };
        let style = Style { cut: Cut::Icon, size: side, colour, centred: true };
        self.text(area, style, sign.encode_utf8(&mut [0; 4]));
    }

    fn run(&mut self, font: &FontVec, size: f32, at: (f32, f32), colour: Rgb, text: &str) {
        let scaled = font.as_scaled(scale(font, size));
        let mut x = at.0;
        let baseline = at.1 + size * (LEADING - 1.0) / 2.0 + size * 0.86;
        let mut last = None;
        for sign in text.chars() {
            let id = scaled.glyph_id(sign);
            if let Some(last) = last {
                x += scaled.kern(last, id);
            }
            let glyph = id.with_scale_and_position(scale(font, size), point(x, baseline));
            if let Some(outline) = font.outline_glyph(glyph) {
                let bounds = outline.px_bounds();
                outline.draw(|dx, dy, cover| {
                    self.mix(bounds.min.x as i32 + dx as i32, bounds.min.y as i32 + dy as i32, colour, cover);
                });
            }
            x += scaled.h_advance(id);
            last = Some(id);
        }
    }

    fn mix(&mut self, x: i32, y: i32, colour: Rgb, cover: f32) {
        let (width, height) = (self.pixmap.width() as i32, self.pixmap.height() as i32);
        if x < 0 || y < 0 || x >= width || y >= height {
            return;
        }
        let cover = cover.clamp(0.0, 1.0);
        let pixel = &mut self.pixmap.pixels_mut()[(y * width + x) as usize];
        let part = |under: u8, over: u8| (f32::from(under) * (1.0 - cover) + f32::from(over) * cover + 0.5) as u8;
        let alpha = part(pixel.alpha(), 255);
        let [r, g, b] = [(pixel.red(), colour[0]), (pixel.green(), colour[1]), (pixel.blue(), colour[2])]
            .map(|(under, over)| part(under, over).min(alpha));
        if let Some(mixed) = PremultipliedColorU8::from_rgba(r, g, b, alpha) {
            *pixel = mixed;
        }
    }

    /// The picture as bytes of red, green, blue and alpha, with every smaller level down to one pixel behind it.
    pub fn into_levels(self) -> Picture {
        let size = UVec2::new(self.pixmap.width(), self.pixmap.height());
        let plain: Vec<u8> = self
            .pixmap
            .pixels()
            .iter()
            .flat_map(|pixel| {
                let plain = pixel.demultiply();
                [plain.red(), plain.green(), plain.blue(), plain.alpha()]
            })
            .collect();
        let mips::Versions { data, count: levels, .. } = mips::levels(plain, size, true);
        Picture { width: size.x, height: size.y, levels, data }
    }
}

/// A finished picture and its smaller levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width of the largest level in pixels.
    pub width: u32,
    /// Height of the largest level in pixels.
    pub height: u32,
    /// Number of levels.
    pub levels: u32,
    /// Bytes of all levels, largest first.
    pub data: Vec<u8>,
}

/// Distance of two lines, in sizes.
const LEADING: f32 = 1.22;

/// ab_glyph measures a font by the height of its lines; designers measure it by its em. This takes the latter.
fn scale(font: &FontVec, size: f32) -> PxScale {
    let em = font.units_per_em().unwrap_or(1000.0);
    PxScale::from(size * font.height_unscaled() / em)
}

fn width(font: &FontVec, size: f32, text: &str) -> f32 {
    let scaled = font.as_scaled(scale(font, size));
    text.chars().map(|sign| scaled.h_advance(scaled.glyph_id(sign))).sum()
}

fn wrap(font: &FontVec, size: f32, limit: f32, text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if width(font, size, &longer) > limit && !line.is_empty() {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            } else {
                line = longer;
            }
        }
        lines.push(line);
    }
    lines
}

fn opaque(colour: Rgb) -> Color {
    Color::from_rgba8(colour[0], colour[1], colour[2], 255)
}

fn paint(colour: Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(opaque(colour));
    paint.anti_alias = true;
    paint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_brings_every_level_down_to_one_pixel() {
        let picture = Canvas::new(8, 4, [200, 100, 50], Arc::default()).into_levels();
        assert_eq!(picture.levels, 4);
        assert_eq!(picture.data.len(), 4 * (8 * 4 + 4 * 2 + 2 + 1));
        assert!(picture.data.chunks(4).all(|pixel| pixel == [200, 100, 50, 255]));
    }

    #[test]
    fn shapes_stay_inside_and_change_pixels() {
        let mut canvas = Canvas::new(40, 40, [0, 0, 0], Arc::default());
        canvas.fill(Area::new(10.0, 10.0, 20.0, 20.0), 4.0, [255, 255, 255]);
        canvas.disc(-100.0, 5.0, 10.0, [9, 9, 9]);
        let picture = canvas.into_levels();
        let pixel = |x: usize, y: usize| picture.data[(y * 40 + x) * 4];
        assert_eq!((pixel(20, 20), pixel(5, 5)), (255, 0));
    }

    #[test]
    fn text_without_fonts_is_left_out() {
        let mut canvas = Canvas::new(10, 10, [1, 2, 3], Arc::default());
        let style = Style { cut: Cut::Bold, size: 8.0, colour: [255, 0, 0], centred: false };
        assert_eq!(canvas.text(Area::new(1.0, 1.0, 8.0, 8.0), style, "tekst"), 1.0);
    }
}
