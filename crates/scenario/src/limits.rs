//! Hard limits on what is read, so that no file can exhaust memory, stack or patience.

/// Largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;
/// Deepest nesting of brackets.
pub const MAX_NESTING: usize = 64;
/// Most problems that are reported for one load.
pub const MAX_DIAGNOSTICS: usize = 200;
/// Longest list of anything but students and seats.
pub const MAX_LIST: usize = 10_000;
/// Most seats in a room.
pub const MAX_SEATS: usize = 2_000;
/// Most texts in a language.
pub const MAX_TEXTS: usize = 20_000;
/// Longest lesson, in minutes.
pub const MAX_MINUTES: u32 = 120;
/// Least distance between the middles of two seats, in millimetres: the width of a person on a chair.
pub const SEAT_MM: i32 = 450;
/// Longest text, in bytes.
pub const MAX_TEXT_BYTES: usize = 4_000;
/// Deepest folder below the given one in which scenarios are looked for.
pub const MAX_FOLDER_DEPTH: usize = 6;

/// What to say of a file that is larger than that.
pub(crate) fn too_large(bytes: u64) -> String {
    // Rounded up, so that a file a little too large does not seem to fit.
    let tenths = |bytes: u64| bytes.div_ceil(104_858);
    let mib = |bytes: u64| format!("{}.{} MiB", tenths(bytes) / 10, tenths(bytes) % 10);
    format!("the file has {}; at most {} MiB are read", mib(bytes), MAX_FILE_BYTES >> 20)
}
