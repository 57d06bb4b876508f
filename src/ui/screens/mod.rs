//! The screens, one file each: a plain model in, the user's wish out. They know nothing of Bevy, so that a test can show
//! any of them with any content.

pub mod briefing;
pub mod ended;
pub mod library;
pub mod loading;
pub mod pause;
pub mod settings;
pub mod title;
