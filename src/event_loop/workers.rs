//! Threads for blocking host calls, so that the loop goes on meanwhile.

use std::any::Any;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::inbox::InboxSender;

/// A blocking call: plain Rust data in and out, never anything of an interpreter.
pub(crate) type Job<R> = Box<dyn FnOnce() -> R + Send>;

/// Names a job of one [`Workers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct JobId(u64);

/// What a worker sends to the loop after a job.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finished<R> {
    pub(crate) id: JobId,
    /// What the job returned, or the words of its panic.
    pub(crate) result: Result<R, String>,
}

/// A pool of threads. They are started when a job finds no idle one, up to a limit, and end with
/// the pool.
///
/// Dropping it forgets the jobs that did not start and waits for nobody: a thread in a blocking
/// call ends after it, and its result goes to the inbox if that still exists.
pub(crate) struct Workers<R> {
    shared: Arc<Shared<R>>,
    limit: usize,
    next_id: u64,
    threads: Vec<JoinHandle<()>>,
}

struct Shared<R> {
    state: Mutex<State<R>>,
    /// Told for each new job, and to all when the pool closes.
    changed: Condvar,
    results: InboxSender<Finished<R>>,
}

struct State<R> {
    jobs: VecDeque<(JobId, Job<R>)>,
    /// Threads that wait for a job; one that was notified counts until it has taken the job.
    n_idle: usize,
    is_closed: bool,
}

impl<R: Send + 'static> Workers<R> {
    /// A pool of at most `limit` threads (at least one), none of them started.
    pub(crate) fn new(limit: usize, results: InboxSender<Finished<R>>) -> Self {
        Self {
            shared: Arc::new(Shared {
                state: Mutex::new(State {
                    jobs: VecDeque::new(),
                    n_idle: 0,
                    is_closed: false,
                }),
                changed: Condvar::new(),
                results,
            }),
            limit: limit.max(1),
            next_id: 0,
            threads: Vec::new(),
        }
    }

    /// Queues `job`; a [`Finished`] with its id will come through the inbox. Jobs start in the
    /// order they were submitted.
    ///
    /// Errors: the system's if a first thread cannot be started; then the job is dropped.
    /// BrokenPipe after `close`.
    pub(crate) fn submit(&mut self, job: Job<R>) -> io::Result<JobId> {
        let id = JobId(self.next_id);
        let needs_thread = {
            let mut state = self.shared.lock();
            if state.is_closed {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            state.jobs.push_back((id, job));
            state.jobs.len() > state.n_idle && self.threads.len() < self.limit
        };
        self.next_id += 1;
        self.shared.changed.notify_one();
        if needs_thread && let Err(error) = self.start_thread() {
            // Some thread will come to the job if there is one at all.
            if self.threads.is_empty() {
                self.cancel(id);
                return Err(error);
            }
        }
        Ok(id)
    }

    /// Forgets a job that has not started. False if it runs or has ended.
    pub(crate) fn cancel(&mut self, id: JobId) -> bool {
        let job = {
            let mut state = self.shared.lock();
            // Ids grow along the queue.
            match state.jobs.binary_search_by_key(&id, |(id, _)| *id) {
                Ok(index) => state.jobs.remove(index),
                Err(_) => None,
            }
        };
        // Dropped outside the lock: what it holds is the caller's.
        job.is_some()
    }

    /// How many threads were started.
    pub(crate) fn n_threads(&self) -> usize {
        self.threads.len()
    }

    /// Refuses further jobs; those submitted still run.
    pub(crate) fn close(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.changed.notify_all();
    }

    /// Closes the pool and blocks until every submitted job has ended.
    pub(crate) fn join(&mut self) {
        self.close();
        for thread in self.threads.drain(..) {
            // A worker catches its jobs' panics; there is nothing to learn from it.
            let _ = thread.join();
        }
    }

    fn start_thread(&mut self) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let name = format!("worker_{}", self.threads.len());
        let thread = thread::Builder::new().name(name);
        self.threads.push(thread.spawn(move || shared.work())?);
        Ok(())
    }
}

impl<R> Drop for Workers<R> {
    fn drop(&mut self) {
        let forgotten = {
            let mut state = self.shared.lock();
            state.is_closed = true;
            std::mem::take(&mut state.jobs)
        };
        self.shared.changed.notify_all();
        drop(forgotten);
    }
}

impl<R> Shared<R> {
    /// A worker's life.
    fn work(&self) {
        while let Some((id, job)) = self.next_job() {
            // The job is gone after a panic, and what it shared is the host's to judge.
            let result = catch_unwind(AssertUnwindSafe(job)).map_err(|panic| words(&*panic));
            // If the loop is gone, nobody misses the result.
            let _ = self.results.send(Finished { id, result });
        }
    }

    /// Waits for a job; None when the pool is closed and its queue empty.
    fn next_job(&self) -> Option<(JobId, Job<R>)> {
        let mut state = self.lock();
        loop {
            if let Some(job) = state.jobs.pop_front() {
                return Some(job);
            }
            if state.is_closed {
                return None;
            }
            state.n_idle += 1;
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
            state.n_idle -= 1;
        }
    }

    /// Jobs run outside the lock, so poison means nothing here.
    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The message of a panic, if it was one in words.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a blocking call panicked").to_owned()
}

#[cfg(test)]
mod tests {
    use std::panic::panic_any;
    use std::sync::mpsc;

    use super::*;
    use crate::event_loop::{Inbox, WakeHandle};

    fn pool(limit: usize) -> (Workers<usize>, Inbox<Finished<usize>>) {
        let inbox = Inbox::new(&WakeHandle::new());
        (Workers::new(limit, inbox.sender()), inbox)
    }

    #[test]
    fn results_come_with_their_ids() -> io::Result<()> {
        let (mut workers, inbox) = pool(3);
        assert_eq!(workers.n_threads(), 0);
        let mut expected = Vec::new();
        for number in 0..20 {
            let id = workers.submit(Box::new(move || number * 2))?;
            expected.push((id, Ok(number * 2)));
        }
        assert!((1..=3).contains(&workers.n_threads()));
        workers.join();
        let mut finished: Vec<_> = inbox.take().into_iter().map(|f| (f.id, f.result)).collect();
        finished.sort();
        assert_eq!(finished, expected);
        let late = workers.submit(Box::new(|| 0));
        assert_eq!(late.map_err(|e| e.kind()), Err(io::ErrorKind::BrokenPipe));
        Ok(())
    }

    #[test]
    fn one_thread_runs_jobs_in_order_and_waiting_ones_can_be_cancelled() -> io::Result<()> {
        let (mut workers, inbox) = pool(1);
        let (started, has_started) = mpsc::channel();
        let (release, is_released) = mpsc::channel();
        let first = workers.submit(Box::new(move || {
            started.send(()).expect("the test waits for it");
            is_released.recv().expect("the test sends it");
            1
        }))?;
        has_started.recv().expect("the first job starts");
        let second = workers.submit(Box::new(|| 2))?;
        let third = workers.submit(Box::new(|| 3))?;
        assert!(!workers.cancel(first));
        assert!(workers.cancel(second));
        assert!(!workers.cancel(second));
        release.send(()).expect("the first job waits for it");
        workers.join();
        let ids: Vec<_> = inbox.take().into_iter().map(|f| f.id).collect();
        assert_eq!(ids, [first, third]);
        Ok(())
    }

    #[test]
    fn a_panic_becomes_words_and_the_thread_goes_on() -> io::Result<()> {
        let (mut workers, inbox) = pool(1);
        // `panic_any` in words of all three kinds; the hook's report on standard error is captured.
        workers.submit(Box::new(|| panic_any("static words")))?;
        workers.submit(Box::new(|| panic_any(String::from("made words"))))?;
        workers.submit(Box::new(|| panic_any(5)))?;
        workers.submit(Box::new(|| 4))?;
        workers.join();
        let results: Vec<_> = inbox.take().into_iter().map(|f| f.result).collect();
        assert_eq!(results[0], Err("static words".to_owned()));
        assert_eq!(results[1], Err("made words".to_owned()));
        assert_eq!(results[2], Err("a blocking call panicked".to_owned()));
        assert_eq!(results[3], Ok(4));
        Ok(())
    }

    #[test]
    fn dropping_forgets_waiting_jobs_and_waits_for_nobody() -> io::Result<()> {
        let (mut workers, inbox) = pool(1);
        let (started, has_started) = mpsc::channel();
        let (release, is_released) = mpsc::channel();
        workers.submit(Box::new(move || {
            started.send(()).expect("the test waits for it");
            is_released.recv().expect("the test sends it");
            1
        }))?;
        has_started.recv().expect("the first job starts");
        let waiting = Arc::new(());
        let held = Arc::clone(&waiting);
        workers.submit(Box::new(move || Arc::strong_count(&held)))?;
        assert_eq!(Arc::strong_count(&waiting), 2);
        let thread = workers.threads.pop().expect("one thread was started");
        drop(workers);
        assert_eq!(Arc::strong_count(&waiting), 1);
        release.send(()).expect("the first job waits for it");
        thread.join().expect("a worker does not panic");
        assert_eq!(inbox.take().len(), 1);
        Ok(())
    }
}
