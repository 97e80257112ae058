//! Stopping a session from another thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::event_loop::WakeHandle;

/// Stops what a session is running, from any thread.
///
/// ```
/// use hoopsnake::{Engine, ErrorKind};
///
/// let mut session = Engine::new().session().build()?;
/// let stop = session.interrupt_handle();
/// let thread = std::thread::spawn(move || stop.interrupt());
/// let error = session.run_source("spin.py", "while True: pass").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Interrupted);
/// # thread.join().expect("it does not panic");
/// # Ok::<(), hoopsnake::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct InterruptHandle {
    pub(super) flag: Arc<AtomicBool>,
    pub(super) wake: WakeHandle,
}

impl InterruptHandle {
    /// Stops the call that is running, even if all it does is wait; or the next one, if none is.
    pub fn interrupt(&self) {
        self.flag.store(true, Ordering::SeqCst);
        self.wake.wake();
    }
}
