//! The thread that writes: a frame hands over statements and goes on; a screen asks whether they are safe.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use uuid::Uuid;

use crate::store::{Ending, RunRow, Store, StoreError};
use crate::xapi::Statement;

/// How long after a failed write it is tried again.
const RETRY: Duration = Duration::from_secs(1);

/// A place in the line of what was handed over. Safe once [`Records::confirmed`] has reached it.
pub type Ticket = u64;

/// What stands in the way of writing, and how much waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong; its text says what to do.
    pub error: StoreError,
    /// Things handed over that are not safe yet.
    pub waiting: usize,
}

#[derive(Debug)]
enum Job {
    Start(RunRow),
    Append(Uuid, Vec<Statement>),
    End(Uuid, Ending),
    /// The run, and when it was left (RFC 3339).
    Leave(Uuid, String),
}

#[derive(Debug, Default)]
struct Shared {
    confirmed: AtomicU64,
    trouble: Mutex<Option<Trouble>>,
}

/// The hand-over to the writing thread.
#[derive(Debug)]
pub struct Records {
    sender: Option<Sender<Job>>,
    handed_over: Ticket,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<Vec<Job>>>,
    path: PathBuf,
}

impl Records {
    /// Starts the thread on an open store.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(store: Store) -> std::io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let shared = Arc::new(Shared::default());
        let path = store.path().to_owned();
        let thread = std::thread::Builder::new().name("records".to_owned()).spawn({
            let shared = Arc::clone(&shared);
            move || write_all(store, &receiver, &shared)
        })?;
        Ok(Self { sender: Some(sender), handed_over: 0, shared, thread: Some(thread), path })
    }

    /// A run begins.
    pub fn start_run(&mut self, run: RunRow) -> Ticket {
        self.hand_over(Job::Start(run))
    }

    /// Statements of a run. Returns at once.
    pub fn append(&mut self, registration: Uuid, statements: Vec<Statement>) -> Ticket {
        self.hand_over(Job::Append(registration, statements))
    }

    /// A run has ended.
    pub fn end_run(&mut self, registration: Uuid, ending: Ending) -> Ticket {
        self.hand_over(Job::End(registration, ending))
    }

    /// A run was left before its end, at that time (RFC 3339).
    pub fn leave_run(&mut self, registration: Uuid, left: String) -> Ticket {
        self.hand_over(Job::Leave(registration, left))
    }

    fn hand_over(&mut self, job: Job) -> Ticket {
        self.handed_over += 1;
        if let Some(sender) = &self.sender {
            sender.send(job).expect("the writing thread lives as long as its sender");
        }
        self.handed_over
    }

    /// The latest ticket that is safe on disk, with all before it.
    pub fn confirmed(&self) -> Ticket {
        self.shared.confirmed.load(Ordering::Acquire)
    }

    /// Whether everything handed over is safe.
    pub fn is_settled(&self) -> bool {
        self.confirmed() == self.handed_over
    }

    /// What stands in the way, if anything.
    pub fn trouble(&self) -> Option<Trouble> {
        self.shared.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Writes what is left and stops; nothing may be handed over after that. What cannot be written into the store is
    /// put into a file beside the system's temporary files, whose path is returned.
    ///
    /// # Errors
    /// The statements that could be put nowhere, one JSON text each.
    #[expect(
        clippy::disallowed_methods,
        reason = "the profile's own disk does not take them; the system's temporary folder is often on another"
    )]
    pub fn close(&mut self) -> Result<Option<PathBuf>, Vec<String>> {
        drop(self.sender.take());
        let left = self.thread.take().map_or_else(Vec::new, |thread| thread.join().unwrap_or_default());
        let lines: Vec<String> = left
            .into_iter()
            .flat_map(|job| match job {
                Job::Append(_, statements) => statements.into_iter().map(|s| s.json).collect(),
                Job::Start(_) | Job::End(..) | Job::Leave(..) => Vec::new(),
            })
            .collect();
        if lines.is_empty() {
            return Ok(None);
        }
        let rescue = std::env::temp_dir().join(format!("proefles-rescued-{}.ndjson", Uuid::new_v4()));
        match std::fs::write(&rescue, lines.join("\n") + "\n") {
            Ok(()) => Ok(Some(rescue)),
            Err(_) => Err(lines),
        }
    }

    /// Where the store is.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        drop(self.sender.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the writing thread has been reported by its own message.
            drop(thread.join());
        }
    }
}

/// The thread: writes in order, keeps what fails, tries again. Returns what could not be written at the end.
fn write_all(mut store: Store, receiver: &Receiver<Job>, shared: &Shared) -> Vec<Job> {
    let mut waiting: VecDeque<Job> = VecDeque::new();
    loop {
        let received = if waiting.is_empty() {
            receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            receiver.recv_timeout(RETRY)
        };
        let closed = matches!(received, Err(RecvTimeoutError::Disconnected));
        waiting.extend(received);
        waiting.extend(receiver.try_iter());
        while let Some(job) = waiting.front() {
            let written = match job {
                Job::Start(run) => store.start_run(run),
                Job::Append(registration, statements) => store.append(*registration, statements),
                Job::End(registration, ending) => store.end_run(*registration, ending),
                Job::Leave(registration, left) => store.leave_run(*registration, left),
            };
            let mut trouble = shared.trouble.lock().unwrap_or_else(PoisonError::into_inner);
            if let Err(error) = written {
                *trouble = Some(Trouble { error, waiting: waiting.len() });
                break;
            }
            *trouble = None;
            drop(trouble);
            waiting.pop_front();
            shared.confirmed.fetch_add(1, Ordering::Release);
        }
        if closed {
            return waiting.into();
        }
    }
}
