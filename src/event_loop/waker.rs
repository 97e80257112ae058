//! Waking a loop that sleeps, from another thread or from a signal handler.

use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::sync::{Arc, OnceLock};

/// Wakes a loop. Clones wake the same one; the last may outlive it.
///
/// Several loops may share a handle as long as only one sleeps at a time, as the nested loops of
/// one interpreter do.
///
/// A wake costs two atomic operations, and a system call only while the loop sleeps. Wakes are
/// not counted: many before the loop looks are one. A wake during a turn makes the next wait
/// return at once.
#[derive(Clone, Debug, Default)]
pub(crate) struct WakeHandle {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Someone woke the loop and it has not looked yet.
    pending: AtomicBool,
    /// The loop is in a blocking wait, or about to be.
    sleeping: AtomicBool,
    /// Made at the first sleep, or when a signal is watched.
    pair: OnceLock<Pair>,
}

/// A pair of sockets and not mio's waker, because it must exist before there is a poller, serve
/// several pollers, and be writable from a signal handler.
#[derive(Debug)]
struct Pair {
    receiver: UnixStream,
    sender: UnixStream,
}

impl WakeHandle {
    /// A handle for a new loop. Makes no system call.
    #[cfg(test)]
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Ends the loop's wait, or its next one if it is not waiting.
    ///
    /// Async-signal-safe: atomics and one `write`, no allocation, no lock.
    pub(crate) fn wake(&self) {
        let shared = &*self.shared;
        if shared.pending.swap(true, Ordering::SeqCst) {
            // Whoever woke first has written, or the loop has yet to look at `pending`.
            return;
        }
        // With the fence in `start_sleep`: either the loop sees `pending`, or we see `sleeping`.
        fence(Ordering::SeqCst);
        if shared.sleeping.load(Ordering::SeqCst)
            && let Some(pair) = shared.pair.get()
        {
            // It fails only if the socket is full, and then the loop wakes anyway.
            let _ = (&pair.sender).write(&[1]);
        }
    }

    /// Whether someone woke the loop and it has not looked yet.
    pub(crate) fn is_woken(&self) -> bool {
        self.shared.pending.load(Ordering::SeqCst)
    }

    /// Tells whether someone woke the loop since the last call.
    pub(super) fn take(&self) -> bool {
        // The load spares busy turns an atomic exchange.
        self.shared.pending.load(Ordering::Relaxed)
            && self.shared.pending.swap(false, Ordering::SeqCst)
    }

    /// The descriptor that becomes readable when the loop is woken in its sleep.
    pub(super) fn receiver(&self) -> io::Result<RawFd> {
        Ok(self.pair()?.receiver.as_raw_fd())
    }

    /// A writing end of its own for a signal handler, which writes at every signal: signals wake
    /// the loop without `wake`.
    pub(super) fn signal_sender(&self) -> io::Result<UnixStream> {
        self.pair()?.sender.try_clone()
    }

    /// Announces a blocking wait. False if the loop was woken before: then it must not block.
    pub(super) fn start_sleep(&self) -> bool {
        self.shared.sleeping.store(true, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        !self.shared.pending.load(Ordering::SeqCst)
    }

    /// Ends what `start_sleep` began.
    pub(super) fn end_sleep(&self) {
        self.shared.sleeping.store(false, Ordering::SeqCst);
    }

    /// Empties the receiver after it was reported readable. Edge-triggered: it must be read until
    /// it would block, or it is not reported again.
    pub(super) fn drain(&self) {
        if let Some(pair) = self.shared.pair.get() {
            let mut bytes = [0; 64];
            while matches!((&pair.receiver).read(&mut bytes), Ok(count) if count > 0) {}
        }
    }

    fn pair(&self) -> io::Result<&Pair> {
        if self.shared.pair.get().is_none() {
            let (receiver, sender) = UnixStream::pair()?;
            receiver.set_nonblocking(true)?;
            sender.set_nonblocking(true)?;
            // Another thread may have been faster; its pair is as good.
            let _ = self.shared.pair.set(Pair { receiver, sender });
        }
        Ok(self.shared.pair.get().expect("set in the lines above"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wake_is_seen_once() {
        let waker = WakeHandle::new();
        assert!(!waker.take());
        waker.clone().wake();
        waker.wake();
        assert!(!waker.start_sleep());
        waker.end_sleep();
        assert!(waker.take());
        assert!(!waker.take());
        assert!(waker.start_sleep());
    }

    #[cfg(not(miri))]
    #[test]
    fn a_sleeping_loop_gets_a_byte() -> io::Result<()> {
        let waker = WakeHandle::new();
        let pair = waker.pair()?;
        assert_eq!(waker.receiver()?, pair.receiver.as_raw_fd());
        waker.wake();
        assert!((&pair.receiver).read(&mut [0]).is_err());
        assert!(waker.take());

        assert!(waker.start_sleep());
        waker.wake();
        (&waker.signal_sender()?).write_all(b"x")?;
        assert_eq!((&pair.receiver).read(&mut [0])?, 1);
        waker.end_sleep();
        waker.drain();
        assert!((&pair.receiver).read(&mut [0]).is_err());
        assert!(waker.take());
        Ok(())
    }
}
