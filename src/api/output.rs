//! Sinks for what scripts print.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// A sink that keeps what is written. Clones share it.
///
/// ```
/// use hoopsnake::{Capture, Engine};
///
/// let out = Capture::new();
/// let mut session = Engine::new().session().stdout(out.clone()).build()?;
/// session.run_source("hello.py", "print('hello')")?;
/// assert_eq!(out.take(), "hello\n");
/// # Ok::<(), hoopsnake::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Capture {
    bytes: Arc<Mutex<Vec<u8>>>,
}

impl Capture {
    /// An empty one.
    #[must_use]
    pub fn new() -> Capture {
        Capture::default()
    }

    /// What was written since the last call. Bytes that are no UTF-8 are replaced.
    #[must_use]
    pub fn take(&self) -> String {
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&std::mem::take(&mut *bytes)).into_owned()
    }
}

impl Write for Capture {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
