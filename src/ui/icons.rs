//! Icons by name. The signs come from the Phosphor font; a test holds them to `assets/fonts/icons.ron`.

use bevy_egui::egui::{Color32, FontId, RichText};

use super::theme;

macro_rules! icons {
    ($($name:ident = $file_name:literal $sign:literal,)*) => {
        /// An icon.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "an icon's name says what it shows")]
        pub enum Icon { $($name,)* }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Icon] = &[$(Icon::$name,)*];

            /// Its sign in the icon font.
            pub const fn sign(self) -> char {
                match self { $(Icon::$name => $sign,)* }
            }

            /// Its name in the icon font.
            pub const fn file_name(self) -> &'static str {
                match self { $(Icon::$name => $file_name,)* }
            }
        }
    };
}

icons! {
    ArrowClockwise = "arrow-clockwise" '\u{E036}',
    ArrowCounterClockwise = "arrow-counter-clockwise" '\u{E038}',
    ArrowLeft = "arrow-left" '\u{E058}',
    ArrowRight = "arrow-right" '\u{E06C}',
    ArrowsOut = "arrows-out" '\u{E0A2}',
    Bell = "bell" '\u{E0CE}',
    BookOpen = "book-open" '\u{E0E6}',
    Camera = "camera" '\u{E10E}',
    CaretDown = "caret-down" '\u{E136}',
    CaretLeft = "caret-left" '\u{E138}',
    CaretRight = "caret-right" '\u{E13A}',
    CaretUp = "caret-up" '\u{E13C}',
    Certificate = "certificate" '\u{E766}',
    ChalkboardTeacher = "chalkboard-teacher" '\u{E600}',
    ChartLine = "chart-line" '\u{E154}',
    ChatCircleText = "chat-circle-text" '\u{E16E}',
    Chats = "chats" '\u{E17C}',
    Check = "check" '\u{E182}',
    CheckCircle = "check-circle" '\u{E184}',
    Circle = "circle" '\u{E18A}',
    Clock = "clock" '\u{E19A}',
    ClosedCaptioning = "closed-captioning" '\u{E1A4}',
    DeviceMobile = "device-mobile" '\u{E1E0}',
    DeviceTablet = "device-tablet" '\u{E1E6}',
    Download = "download" '\u{E20A}',
    Eye = "eye" '\u{E220}',
    EyeSlash = "eye-slash" '\u{E224}',
    FastForward = "fast-forward" '\u{E6A6}',
    FileText = "file-text" '\u{E23A}',
    FloppyDisk = "floppy-disk" '\u{E248}',
    FolderOpen = "folder-open" '\u{E256}',
    GameController = "game-controller" '\u{E26E}',
    Gear = "gear" '\u{E270}',
    Globe = "globe" '\u{E288}',
    Hand = "hand" '\u{E298}',
    HandPalm = "hand-palm" '\u{E57E}',
    Headphones = "headphones" '\u{E2A6}',
    Hourglass = "hourglass" '\u{E2B2}',
    House = "house" '\u{E2C2}',
    Info = "info" '\u{E2CE}',
    Keyboard = "keyboard" '\u{E2D8}',
    Laptop = "laptop" '\u{E586}',
    Lightbulb = "lightbulb" '\u{E2DC}',
    ListChecks = "list-checks" '\u{EADC}',
    Lock = "lock" '\u{E2FA}',
    LockOpen = "lock-open" '\u{E306}',
    MagnifyingGlass = "magnifying-glass" '\u{E30C}',
    Medal = "medal" '\u{E320}',
    Megaphone = "megaphone" '\u{E324}',
    Monitor = "monitor" '\u{E32E}',
    Mouse = "mouse" '\u{E33A}',
    NotePencil = "note-pencil" '\u{E34C}',
    Path = "path" '\u{E39C}',
    Pause = "pause" '\u{E39E}',
    PersonSimpleWalk = "person-simple-walk" '\u{E73A}',
    Phone = "phone" '\u{E3B8}',
    Play = "play" '\u{E3D0}',
    Plug = "plug" '\u{E946}',
    Plugs = "plugs" '\u{EB56}',
    PlugsConnected = "plugs-connected" '\u{EB5A}',
    Prohibit = "prohibit" '\u{E3DE}',
    Question = "question" '\u{E3E8}',
    Rewind = "rewind" '\u{E6A8}',
    ShareNetwork = "share-network" '\u{E408}',
    SignOut = "sign-out" '\u{E42A}',
    SkipForward = "skip-forward" '\u{E5A6}',
    Sliders = "sliders" '\u{E432}',
    Smiley = "smiley" '\u{E436}',
    SpeakerHigh = "speaker-high" '\u{E44A}',
    SpeakerSlash = "speaker-slash" '\u{E45A}',
    Star = "star" '\u{E46A}',
    Stop = "stop" '\u{E46C}',
    Student = "student" '\u{E73E}',
    Target = "target" '\u{E47C}',
    TextAa = "text-aa" '\u{E6EE}',
    ThumbsDown = "thumbs-down" '\u{E48C}',
    ThumbsUp = "thumbs-up" '\u{E48E}',
    Translate = "translate" '\u{E4A2}',
    Trash = "trash" '\u{E4A6}',
    TrendUp = "trend-up" '\u{E4AE}',
    Trophy = "trophy" '\u{E67E}',
    User = "user" '\u{E4C2}',
    Users = "users" '\u{E4D6}',
    VirtualReality = "virtual-reality" '\u{E7B8}',
    Warning = "warning" '\u{E4E0}',
    WifiHigh = "wifi-high" '\u{E4EA}',
    WifiSlash = "wifi-slash" '\u{E4F2}',
    X = "x" '\u{E4F6}',
    XCircle = "x-circle" '\u{E4F8}',
}

impl Icon {
    /// The icon as text, to be placed in a layout.
    pub fn rich(self, size: f32, color: Color32) -> RichText {
        RichText::new(self.sign()).font(self.font(size, false)).color(color)
    }

    /// Font to paint the icon with.
    pub fn font(self, size: f32, filled: bool) -> FontId {
        FontId::new(size, theme::icon_family(filled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_those_of_the_font() {
        let list = include_str!("../../assets/fonts/icons.ron");
        for icon in Icon::ALL {
            let entry = format!("\"{}\": 0x{:X},", icon.file_name(), u32::from(icon.sign()));
            assert!(list.contains(&entry), "{entry} is not in icons.ron");
        }
    }
}
