//! The tasks as a user meets them: the real program, with stand-ins for cargo and the system's own tools.

#[cfg(target_os = "linux")]
mod machine;
#[cfg(target_os = "linux")]
mod setup;
#[cfg(target_os = "linux")]
mod tasks;
mod tidy;
