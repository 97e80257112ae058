//! Signals of the system: SIGINT and others become flags and wake the loop.
//!
//! std cannot catch signals. signal-hook can, and its ready-made actions (raise a flag, write to
//! a socket, behave as by default) are safe to install, so this room needs no `unsafe`.
//! signal-hook is named in this file only.

use std::fs;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::SigId;
use signal_hook::{consts, flag, low_level};

use crate::event_loop::WakeHandle;

/// The signals that one program watches. Nothing is installed before `watch`.
///
/// Signals belong to the process, so a process has one `Signals`: the host makes it and gives it
/// to the interpreter that may have them. A second one sees the same signals, but a signal that
/// the first gave back to its default ends the process before the second can see it.
///
/// Dropping it ends the watch; the signals are then ignored, not at their default again.
#[derive(Debug)]
pub(crate) struct Signals {
    waker: WakeHandle,
    /// In the order they were first watched.
    signals: Vec<Signal>,
}

#[derive(Debug)]
struct Signal {
    number: i32,
    /// Raised by the handler, lowered by `take`.
    arrived: Arc<AtomicBool>,
    /// While true, the handler does what the system does by default. False while watched.
    is_default: Arc<AtomicBool>,
    /// The handler's further actions; empty if not watched now.
    actions: Vec<SigId>,
}

impl Signals {
    pub(crate) const SIGINT: i32 = consts::SIGINT;

    /// No signals yet; those watched later will wake the loop of `waker`.
    pub(crate) fn new(waker: &WakeHandle) -> Self {
        Self {
            waker: waker.clone(),
            signals: Vec::new(),
        }
    }

    /// Begins to watch the signal `number`: from now on its arrival is told by `take` and ends
    /// the loop's wait.
    ///
    /// `interrupt` is set in the handler itself, so that a busy machine which polls it stops
    /// before the turn ends; nobody but the caller lowers it. Watching again replaces it.
    ///
    /// Errors: InvalidInput if the system does not allow to catch the signal (SIGKILL, SIGSTOP,
    /// SIGILL, SIGFPE, SIGSEGV); the system's if there is no such signal.
    pub(crate) fn watch(
        &mut self,
        number: i32,
        interrupt: Option<Arc<AtomicBool>>,
    ) -> io::Result<()> {
        if consts::FORBIDDEN.contains(&number) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let waker = self.waker.signal_sender()?;
        let signal = self.install(number)?;
        // Actions run in the order they are registered: flags first, so that whoever is woken by
        // the last one finds them raised.
        let mut actions = vec![flag::register(number, Arc::clone(&signal.arrived))?];
        if let Some(interrupt) = interrupt {
            actions.push(flag::register(number, interrupt)?);
        }
        actions.push(low_level::pipe::register(number, waker)?);
        let replaced = std::mem::replace(&mut signal.actions, actions);
        // Only now, lest a signal in between does the default or falls through.
        signal.is_default.store(false, Ordering::SeqCst);
        unregister(replaced);
        Ok(())
    }

    /// Gives the signal `number` back to the system's default (which for most ends the process).
    /// False if it was not watched; then nothing changes.
    pub(crate) fn restore_default(&mut self, number: i32) -> bool {
        let Some(signal) = self.find(number) else {
            return false;
        };
        signal.is_default.store(true, Ordering::SeqCst);
        unregister(std::mem::take(&mut signal.actions));
        signal.arrived.store(false, Ordering::SeqCst);
        true
    }

    /// True if the signal `number` is watched now.
    pub(crate) fn is_watched(&self, number: i32) -> bool {
        self.signals
            .iter()
            .any(|signal| signal.number == number && !signal.actions.is_empty())
    }

    /// The signals that arrived since the last call, in the order they were first watched.
    ///
    /// A signal that arrived several times is told once. Allocates nothing if there is none.
    pub(crate) fn take(&self) -> Vec<i32> {
        let has_arrived = |signal: &&Signal| {
            // The load spares quiet turns an atomic exchange.
            signal.arrived.load(Ordering::Relaxed) && signal.arrived.swap(false, Ordering::SeqCst)
        };
        let arrived = self.signals.iter().filter(has_arrived);
        arrived.map(|signal| signal.number).collect()
    }

    /// True if the process was started with the signal `number` ignored, as shells do with SIGINT
    /// for a command in the background. CPython then leaves SIGINT alone. To be asked before
    /// `watch`; false where the system does not tell.
    pub(crate) fn is_ignored(number: i32) -> bool {
        // In one read: the system has no length for it, and small reads add up. (`status` says it by name, and takes the
        // system more than twice the time.)
        let mut stat = [0; 1024];
        let read = fs::File::open("/proc/self/stat").and_then(|mut file| file.read(&mut stat));
        ignored(&stat[..read.unwrap_or(0)]).is_some_and(|mask| {
            // The mask has the first 31 signals.
            (1..=31).contains(&number) && mask >> (number - 1) & 1 == 1
        })
    }

    fn find(&mut self, number: i32) -> Option<&mut Signal> {
        let is_watched = |signal: &&mut Signal| signal.number == number;
        self.signals
            .iter_mut()
            .find(is_watched)
            .filter(|signal| !signal.actions.is_empty())
    }

    /// The signal's row, made with its first action at the first call. That action stays for
    /// good: it is the way back to the default, and signal-hook has no other.
    fn install(&mut self, number: i32) -> io::Result<&mut Signal> {
        let index = self.signals.iter().position(|s| s.number == number);
        let index = match index {
            Some(index) => index,
            None => {
                let is_default = Arc::new(AtomicBool::new(false));
                flag::register_conditional_default(number, Arc::clone(&is_default))?;
                self.signals.push(Signal {
                    number,
                    arrived: Arc::new(AtomicBool::new(false)),
                    is_default,
                    actions: Vec::new(),
                });
                self.signals.len() - 1
            }
        };
        Ok(&mut self.signals[index])
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for signal in &mut self.signals {
            unregister(std::mem::take(&mut signal.actions));
        }
    }
}

fn unregister(actions: Vec<SigId>) {
    for action in actions {
        low_level::unregister(action);
    }
}

// Signals belong to the process and tests share one: each test has a signal of its own.
#[cfg(all(test, not(miri)))]
mod tests {
    use super::*;
    use crate::event_loop::{Clock, EventLoop};

    #[test]
    fn an_arrival_raises_the_flags_and_is_told_once() -> io::Result<()> {
        let mut signals = Signals::new(&WakeHandle::new());
        let interrupt = Arc::new(AtomicBool::new(false));
        signals.watch(consts::SIGUSR1, Some(Arc::clone(&interrupt)))?;
        assert!(signals.is_watched(consts::SIGUSR1));
        assert_eq!(signals.take(), []);
        low_level::raise(consts::SIGUSR1)?;
        low_level::raise(consts::SIGUSR1)?;
        assert!(interrupt.swap(false, Ordering::SeqCst));
        assert_eq!(signals.take(), [consts::SIGUSR1]);
        assert_eq!(signals.take(), []);

        // Watching again without a flag leaves the old flag alone.
        signals.watch(consts::SIGUSR1, None)?;
        low_level::raise(consts::SIGUSR1)?;
        assert!(!interrupt.load(Ordering::SeqCst));
        assert_eq!(signals.take(), [consts::SIGUSR1]);
        Ok(())
    }

    #[test]
    fn a_signal_ends_a_wait_without_end() -> io::Result<()> {
        let waker = WakeHandle::new();
        let mut signals = Signals::new(&waker);
        signals.watch(consts::SIGUSR2, None)?;
        let mut events: EventLoop<()> = EventLoop::new(Clock::monotonic(), waker);
        // Before the wait: the byte is there already and the wait must not miss it.
        low_level::raise(consts::SIGUSR2)?;
        events.wait(false)?;
        assert_eq!(signals.take(), [consts::SIGUSR2]);
        // During it, or just before; either way it must end.
        let thread = std::thread::spawn(|| low_level::raise(consts::SIGUSR2));
        while signals.take().is_empty() {
            events.wait(false)?;
        }
        thread.join().expect("raise does not panic")?;
        Ok(())
    }

    #[test]
    fn the_default_can_be_restored_and_left_again() -> io::Result<()> {
        // SIGWINCH's default is to be ignored, so that the test survives it.
        let mut signals = Signals::new(&WakeHandle::new());
        assert!(!signals.restore_default(consts::SIGWINCH));
        signals.watch(consts::SIGWINCH, None)?;
        assert!(signals.restore_default(consts::SIGWINCH));
        assert!(!signals.is_watched(consts::SIGWINCH));
        low_level::raise(consts::SIGWINCH)?;
        assert_eq!(signals.take(), []);
        signals.watch(consts::SIGWINCH, None)?;
        low_level::raise(consts::SIGWINCH)?;
        assert_eq!(signals.take(), [consts::SIGWINCH]);
        Ok(())
    }

    #[test]
    fn what_cannot_be_caught_is_an_error() {
        let mut signals = Signals::new(&WakeHandle::new());
        let kind = |result: io::Result<()>| result.map_err(|error| error.kind());
        let killed = kind(signals.watch(consts::SIGKILL, None));
        assert_eq!(killed, Err(io::ErrorKind::InvalidInput));
        assert!(signals.watch(9999, None).is_err());
        assert_eq!(signals.take(), []);
        assert!(!Signals::is_ignored(consts::SIGKILL));
        assert!(!Signals::is_ignored(9999));
    }
}
/// The mask of ignored signals in the text of `/proc/self/stat`: its 33rd field. The second, a name in brackets, may hold
/// anything.
fn ignored(stat: &[u8]) -> Option<u64> {
    let after = stat.iter().rposition(|&byte| byte == b')')? + 1;
    let fields = std::str::from_utf8(&stat[after..]).ok()?;
    fields.split_whitespace().nth(33 - 3)?.parse().ok()
}
