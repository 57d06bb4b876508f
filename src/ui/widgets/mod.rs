//! The few controls that every screen is made of. Each gives itself a label in the accessibility tree.

mod button;
mod choice;
mod layout;
mod meter;
mod picture;
mod seating;

pub use button::{Btn, Kind};
pub use choice::{segmented, slider, stepper, toggle};
pub use layout::{
    Tone, banner, chip, heading, icon_label, keycap, para, row, screen, sign, soft, text_scale, title, two_columns,
    wrapped_row,
};
pub use meter::{meter, timer_bar};
pub use picture::{backdrop, window_picture};
pub use seating::{SeatMark, SeatingPlan, seating_plan};
