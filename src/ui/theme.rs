//! Design tokens: every colour, size, distance and corner of the user interface, and how they become an egui style.
//!
//! Light paper over a warm room: calm, friendly, and legible. Text and its ground always differ by 4.5:1 or more (WCAG
//! 2.2, criterion 1.4.3); a test holds every pair in [`TEXT_PAIRS`] to it.

use bevy_egui::egui::{
    self, Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2,
    ecolor::{gamma_u8_from_linear_f32, linear_f32_from_gamma_u8},
};

/// Colours.
pub mod color {
    use bevy_egui::egui::Color32;

    /// Text.
    pub const INK: Color32 = Color32::from_rgb(0x2b, 0x2a, 0x33);
    /// Text of less weight.
    pub const INK_SOFT: Color32 = Color32::from_rgb(0x5b, 0x57, 0x66);
    /// Ground of cards and panels.
    pub const PAPER: Color32 = Color32::from_rgb(0xff, 0xfd, 0xf9);
    /// Ground behind cards, and of wells in them.
    pub const SAND: Color32 = Color32::from_rgb(0xf8, 0xf1, 0xe6);
    /// A well that is pressed or hovered.
    pub const SAND_DEEP: Color32 = Color32::from_rgb(0xef, 0xe5, 0xd5);
    /// Hairlines and outlines.
    pub const LINE: Color32 = Color32::from_rgb(0xe2, 0xd7, 0xc7);
    /// Outline of controls: 3:1 on paper (WCAG 1.4.11).
    pub const OUTLINE: Color32 = Color32::from_rgb(0x8d, 0x83, 0x79);
    /// The one colour of "go on".
    pub const PRIMARY: Color32 = Color32::from_rgb(0x0f, 0x6e, 0x6a);
    /// Primary under the pointer.
    pub const PRIMARY_HOVER: Color32 = Color32::from_rgb(0x0b, 0x5c, 0x59);
    /// Primary held down.
    pub const PRIMARY_DOWN: Color32 = Color32::from_rgb(0x08, 0x48, 0x46);
    /// A breath of primary.
    pub const PRIMARY_TINT: Color32 = Color32::from_rgb(0xdd, 0xef, 0xec);
    /// Text on primary and other strong grounds.
    pub const ON_STRONG: Color32 = Color32::WHITE;
    /// Warm accent: the name, the sun, the marker of a choice.
    pub const ACCENT: Color32 = Color32::from_rgb(0xb8, 0x4a, 0x16);
    /// Bright accent for shapes, never for text.
    pub const ACCENT_BRIGHT: Color32 = Color32::from_rgb(0xf2, 0x9f, 0x4b);
    /// Went well.
    pub const GOOD: Color32 = Color32::from_rgb(0x27, 0x6b, 0x45);
    /// Ground of good news.
    pub const GOOD_TINT: Color32 = Color32::from_rgb(0xdf, 0xf1, 0xe4);
    /// Mind this.
    pub const WARN: Color32 = Color32::from_rgb(0x83, 0x55, 0x00);
    /// Ground of warnings.
    pub const WARN_TINT: Color32 = Color32::from_rgb(0xfb, 0xee, 0xd2);
    /// Went wrong.
    pub const BAD: Color32 = Color32::from_rgb(0xa8, 0x2d, 0x28);
    /// Ground of bad news.
    pub const BAD_TINT: Color32 = Color32::from_rgb(0xfb, 0xe3, 0xdf);
    /// Worth knowing.
    pub const INFO: Color32 = Color32::from_rgb(0x28, 0x59, 0x95);
    /// Ground of news.
    pub const INFO_TINT: Color32 = Color32::from_rgb(0xe2, 0xec, 0xf8);
    /// Ring around what has the keyboard's or gamepad's focus.
    pub const FOCUS: Color32 = Color32::from_rgb(0x1c, 0x4f, 0xd6);
    /// Ground of captions, over anything: set with its own alpha.
    pub const CAPTION: Color32 = Color32::from_rgb(0x1b, 0x19, 0x20);
    /// Name of the speaker in a caption.
    pub const CAPTION_NAME: Color32 = Color32::from_rgb(0xff, 0xd6, 0x8a);
    /// Off-task or noise in a plot: apart from primary in lightness as well as in hue.
    pub const NOISE: Color32 = Color32::from_rgb(0xd0, 0x7a, 0x2c);
}

/// Text and the ground it may stand on.
pub const TEXT_PAIRS: &[(Color32, Color32)] = &[
    (color::INK, color::PAPER),
    (color::INK, color::SAND),
    (color::INK, color::SAND_DEEP),
    (color::INK_SOFT, color::PAPER),
    (color::INK_SOFT, color::SAND),
    (color::INK_SOFT, color::SAND_DEEP),
    (color::ON_STRONG, color::PRIMARY),
    (color::ON_STRONG, color::PRIMARY_HOVER),
    (color::ON_STRONG, color::PRIMARY_DOWN),
    (color::ON_STRONG, color::BAD),
    (color::ON_STRONG, color::GOOD),
    (color::ON_STRONG, color::CAPTION),
    (color::CAPTION_NAME, color::CAPTION),
    (color::PRIMARY, color::PAPER),
    (color::PRIMARY, color::SAND),
    (color::PRIMARY, color::PRIMARY_TINT),
    (color::INK, color::PRIMARY_TINT),
    (color::ACCENT, color::PAPER),
    (color::ACCENT, color::SAND),
    (color::GOOD, color::GOOD_TINT),
    (color::WARN, color::WARN_TINT),
    (color::BAD, color::BAD_TINT),
    (color::INFO, color::INFO_TINT),
    (color::BAD, color::PAPER),
    (color::GOOD, color::PAPER),
    (color::WARN, color::PAPER),
];

/// Distances, in points.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between parts of a control.
    pub const S: f32 = 8.0;
    /// Between controls.
    pub const M: f32 = 12.0;
    /// Inside cards.
    pub const L: f32 = 18.0;
    /// Between groups.
    pub const XL: f32 = 28.0;
    /// Around a screen.
    pub const SCREEN: f32 = 36.0;
}

/// Corners, in points.
pub mod radius {
    /// Chips and key caps.
    pub const S: u8 = 6;
    /// Controls.
    pub const M: u8 = 12;
    /// Cards and panels.
    pub const L: u8 = 18;
}

/// Sizes, in points at text size 1.
pub mod size {
    /// The name on the title screen.
    pub const DISPLAY: f32 = 58.0;
    /// Screen titles.
    pub const TITLE: f32 = 30.0;
    /// Headings in a screen.
    pub const HEADING: f32 = 20.0;
    /// Reading text.
    pub const BODY: f32 = 16.0;
    /// Labels under or beside things.
    pub const SMALL: f32 = 14.0;
    /// Captions.
    pub const CAPTION: f32 = 20.0;
    /// Least height of anything that can be pressed (WCAG 2.5.8 asks 24).
    pub const TARGET: f32 = 40.0;
    /// Height of the one big button of a screen.
    pub const TARGET_BIG: f32 = 56.0;
    /// Widest comfortable column of reading text.
    pub const COLUMN: f32 = 760.0;
    /// Widest screen content.
    pub const PAGE: f32 = 1180.0;
}

/// Smallest and largest text size setting.
pub const TEXT_SCALE: std::ops::RangeInclusive<f32> = 0.75..=2.0;

const BOLD: &str = "bold";
const HEAD: &str = "head";
const ICONS: &str = "icons";
const ICONS_FILL: &str = "icons-fill";

/// Text styles beyond egui's own.
pub mod style {
    use bevy_egui::egui::TextStyle;

    /// The name on the title screen.
    pub fn display() -> TextStyle {
        TextStyle::Name("display".into())
    }
    /// A screen's title.
    pub fn title() -> TextStyle {
        TextStyle::Name("title".into())
    }
    /// Reading text that weighs more.
    pub fn strong() -> TextStyle {
        TextStyle::Name("strong".into())
    }
    /// Captions.
    pub fn caption() -> TextStyle {
        TextStyle::Name("caption".into())
    }
    /// Who speaks, in a caption.
    pub fn caption_name() -> TextStyle {
        TextStyle::Name("caption-name".into())
    }
    /// Small text that weighs more.
    pub fn small_strong() -> TextStyle {
        TextStyle::Name("small-strong".into())
    }
}

/// Family of the outlined icons.
pub fn icon_family(filled: bool) -> FontFamily {
    FontFamily::Name(if filled { ICONS_FILL } else { ICONS }.into())
}

/// The fonts, built in so that even a broken installation can say what is wrong.
pub fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 5] = [
        ("text", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")),
        ("text-bold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")),
        ("head", include_bytes!("../../assets/fonts/Nunito-Bold.ttf")),
        ("icons", include_bytes!("../../assets/fonts/Phosphor-Regular.ttf")),
        ("icons-fill", include_bytes!("../../assets/fonts/Phosphor-Fill.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), egui::FontData::from_static(bytes).into());
    }
    let named = |name: &str| FontFamily::Name(name.into());
    // Each family falls back on the others, so that a sign missing in one never shows as a box.
    for (family, order) in [
        (FontFamily::Proportional, ["text", "head", "icons"]),
        (FontFamily::Monospace, ["text", "head", "icons"]),
        (named(BOLD), ["text-bold", "head", "icons"]),
        (named(HEAD), ["head", "text-bold", "icons"]),
        (named(ICONS), ["icons", "text", "head"]),
        (named(ICONS_FILL), ["icons-fill", "icons", "text"]),
    ] {
        fonts.families.insert(family, order.map(str::to_owned).to_vec());
    }
    fonts
}

/// Gives a context the fonts. Once is enough.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.set_theme(egui::Theme::Light);
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    apply(ctx, 1.0);
}

/// Gives a context the style, with text `text_scale` times its normal size.
pub fn apply(ctx: &egui::Context, text_scale: f32) {
    let scale = text_scale.clamp(*TEXT_SCALE.start(), *TEXT_SCALE.end());
    ctx.all_styles_mut(|style| fill(style, scale));
}

fn fill(style: &mut Style, scale: f32) {
    let font = |size: f32, family: FontFamily| FontId::new(size * scale, family);
    let named = |name: &str| FontFamily::Name(name.into());
    style.text_styles = [
        (TextStyle::Small, font(size::SMALL, FontFamily::Proportional)),
        (TextStyle::Body, font(size::BODY, FontFamily::Proportional)),
        (TextStyle::Button, font(size::BODY, named(BOLD))),
        (TextStyle::Monospace, font(size::SMALL, FontFamily::Monospace)),
        (TextStyle::Heading, font(size::HEADING, named(HEAD))),
        // What is large already need not grow as much.
        (style::display(), FontId::new(size::DISPLAY * scale.sqrt(), named(HEAD))),
        (style::title(), font(size::TITLE, named(HEAD))),
        (style::strong(), font(size::BODY, named(BOLD))),
        (style::caption(), font(size::CAPTION, FontFamily::Proportional)),
        (style::caption_name(), font(size::CAPTION, named(BOLD))),
        (style::small_strong(), font(size::SMALL, named(BOLD))),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(space::S, space::S);
    style.spacing.button_padding = Vec2::new(space::M, space::S);
    style.spacing.interact_size = Vec2::new(size::TARGET, size::TARGET);
    style.spacing.slider_width = 220.0;
    style.spacing.slider_rail_height = 8.0;
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = false;
    style.animation_time = 0.12;
    fill_visuals(&mut style.visuals);
}

fn fill_visuals(visuals: &mut egui::Visuals) {
    *visuals = egui::Visuals::light();
    visuals.override_text_color = Some(color::INK);
    // One picture a sign instead of one for each fraction of a pixel: all can be made ahead, see `warm_up`.
    visuals.text_options.subpixel_binning = false;
    visuals.weak_text_color = Some(color::INK_SOFT);
    visuals.panel_fill = color::SAND;
    visuals.window_fill = color::PAPER;
    visuals.window_stroke = Stroke::new(1.0, color::LINE);
    visuals.window_corner_radius = CornerRadius::same(radius::L);
    visuals.menu_corner_radius = CornerRadius::same(radius::M);
    visuals.window_shadow = shadow();
    visuals.popup_shadow = shadow();
    visuals.extreme_bg_color = color::SAND_DEEP;
    visuals.faint_bg_color = color::SAND;
    visuals.hyperlink_color = color::PRIMARY;
    visuals.warn_fg_color = color::WARN;
    visuals.error_fg_color = color::BAD;
    visuals.selection.bg_fill = color::PRIMARY_TINT;
    visuals.selection.stroke = Stroke::new(2.0, color::PRIMARY);
    visuals.slider_trailing_fill = true;
    let corners = CornerRadius::same(radius::M);
    let state = |fill: Color32, line: Color32, ink: Color32| egui::style::WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: corners,
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = state(color::PAPER, color::LINE, color::INK);
    visuals.widgets.inactive = state(color::SAND_DEEP, color::OUTLINE, color::INK);
    visuals.widgets.hovered = state(color::SAND_DEEP, color::PRIMARY, color::INK);
    visuals.widgets.active = state(color::PRIMARY_TINT, color::PRIMARY, color::INK);
    visuals.widgets.open = state(color::SAND, color::PRIMARY, color::INK);
}

/// Makes the pictures of the usual signs ahead. A sign that is first needed while a number counts down would be missing
/// for a frame, because textures reach the graphics card a frame late. Call it while a pass runs.
pub fn warm_up(ctx: &egui::Context) {
    let signs: String = (' '..='~').chain("àáâäçèéêëìíîïñòóôöùúûüÀÉËÏÖÜ–—‘’“”…·−€".chars()).collect();
    let fonts: Vec<FontId> = ctx.global_style().text_styles.values().cloned().collect();
    ctx.fonts_mut(|view| {
        for font in fonts {
            view.layout_no_wrap(signs.clone(), font, color::INK);
        }
    });
}

/// A colour through which one sees; `alpha` from 0, nothing, to 255. The engine mixes colours as light adds up, so the
/// share is taken of the light and not of the number that stands for it: the colour would turn dark otherwise.
pub fn see_through(colour: Color32, alpha: u8) -> Color32 {
    let share = |of: u8| gamma_u8_from_linear_f32(linear_f32_from_gamma_u8(of) * f32::from(alpha) / 255.0);
    Color32::from_rgba_premultiplied(share(colour.r()), share(colour.g()), share(colour.b()), alpha)
}

/// The one shadow: soft and low.
pub fn shadow() -> Shadow {
    Shadow { offset: [0, 6], blur: 24, spread: 0, color: see_through(Color32::from_rgb(60, 45, 30), 36) }
}

/// A card on sand.
pub fn card() -> egui::Frame {
    egui::Frame::new()
        .fill(color::PAPER)
        .stroke(Stroke::new(1.0, color::LINE))
        .corner_radius(CornerRadius::same(radius::L))
        .inner_margin(Margin::same(space::L as i8))
}

/// A panel over the room: paper, a little of the room shines through.
pub fn glass() -> egui::Frame {
    egui::Frame::new()
        .fill(see_through(color::PAPER, 242))
        .stroke(Stroke::new(1.0, color::LINE))
        .corner_radius(CornerRadius::same(radius::L))
        .inner_margin(Margin::same(space::M as i8))
        .shadow(shadow())
}

/// Relative luminance of an opaque colour (WCAG 2.2, definition of relative luminance).
pub fn luminance(color: Color32) -> f32 {
    let part = |byte: u8| {
        let share = f32::from(byte) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
}

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_stands_out_from_its_ground() {
        for (text, ground) in TEXT_PAIRS {
            let ratio = contrast(*text, *ground);
            assert!(ratio >= 4.5, "{text:?} on {ground:?} is only {ratio:.2}:1");
        }
    }

    #[test]
    fn outlines_and_focus_stand_out_from_paper_and_sand() {
        for line in [color::OUTLINE, color::FOCUS, color::PRIMARY] {
            for ground in [color::PAPER, color::SAND] {
                let ratio = contrast(line, ground);
                assert!(ratio >= 3.0, "{line:?} on {ground:?} is only {ratio:.2}:1");
            }
        }
    }
}
