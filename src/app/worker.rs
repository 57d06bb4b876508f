//! Small file jobs, one after another, never on the frame's thread.

use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use bevy::prelude::*;

type Job = Box<dyn FnOnce() + Send>;

/// A thread for file jobs. Dropping it waits until all are done.
#[derive(Resource)]
pub struct Worker {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    fn start() -> Self {
        let (jobs, to_do) = channel::<Job>();
        let work = move || to_do.into_iter().for_each(|job| job());
        match std::thread::Builder::new().name("files".to_owned()).spawn(work) {
            Ok(thread) => Self { jobs: Some(jobs), thread: Some(thread) },
            Err(error) => {
                error!("no thread for files could be started: {error}; files are written between frames");
                Self { jobs: None, thread: None }
            }
        }
    }

    /// Does a job after those that wait.
    pub fn run(&self, job: impl FnOnce() + Send + 'static) {
        let Some(jobs) = &self.jobs else { return job() };
        if let Err(unsent) = jobs.send(Box::new(job)) {
            (unsent.0)();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            error!("a file job fell over");
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(Worker::start());
}
