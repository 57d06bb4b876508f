//! Threads that read assets.

use bevy::tasks::{IoTaskPool, TaskPoolBuilder};

/// Threads that read files, as many as the engine starts itself on a small machine.
const READERS: usize = 2;
/// Stack of a thread in bytes. The engine's model loader calls itself for each joint of a skeleton in turn, which in a
/// build without optimisation needs more than the usual 2 MiB.
const STACK_BYTES: usize = 32 << 20;

/// Starts the threads that read assets. Must come before the engine's plugins, which would start them with less stack.
pub fn start_readers() {
    IoTaskPool::get_or_init(|| {
        TaskPoolBuilder::new()
            .num_threads(READERS)
            .stack_size(STACK_BYTES)
            .thread_name("asset reader".to_owned())
            .build()
    });
}
