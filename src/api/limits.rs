//! How much a script may use.

use std::time::Duration;

/// What each call into a session may use. The default is no limit but recursion.
///
/// A limit that is reached ends the call with an `Error` of kind `Limit`: scripts cannot catch it, `finally` blocks
/// do not run, and the session can be used again. (Recursion is different: it raises RecursionError.)
///
/// ```
/// use hoopsnake::{Engine, ErrorKind, Limits};
///
/// let mut session = Engine::new().session().limits(Limits::default().fuel(10_000)).build()?;
/// let error = session.run_source("spin.py", "while True: pass").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Limit);
/// assert_eq!(session.eval::<i64>("1 + 1")?, 2);
/// # Ok::<(), hoopsnake::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Limits {
    pub(super) fuel: Option<u64>,
    pub(super) memory: Option<usize>,
    pub(super) deadline: Option<Duration>,
    pub(super) recursion: usize,
    pub(super) native_depth: Option<u32>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            fuel: None,
            memory: None,
            deadline: None,
            recursion: 1000,
            native_depth: None,
        }
    }
}

impl Limits {
    /// How many ticks each call from the host may take. A tick is a call, a resumption or a backward jump; natives
    /// that work long count too.
    #[must_use]
    pub fn fuel(mut self, ticks: u64) -> Limits {
        self.fuel = Some(ticks);
        self
    }

    /// How many bytes the session's heap may have, builtins and modules included (about a megabyte).
    #[must_use]
    pub fn memory(mut self, bytes: usize) -> Limits {
        self.memory = Some(bytes);
        self
    }

    /// How long each call from the host may take; waiting counts.
    #[must_use]
    pub fn deadline(mut self, time: Duration) -> Limits {
        self.deadline = Some(time);
        self
    }

    /// How deep calls of script functions may nest before RecursionError; 1000 if not set.
    #[must_use]
    pub fn recursion(mut self, frames: usize) -> Limits {
        self.recursion = frames;
        self
    }

    /// How deep built-in functions that call back into the script may nest (`sorted` with a key that sorts, `repr`
    /// of nested objects) before RecursionError. They take the thread's own stack. The default suits threads of
    /// 2 MiB; with a larger stack more can be allowed.
    #[must_use]
    pub fn native_depth(mut self, calls: u32) -> Limits {
        self.native_depth = Some(calls);
        self
    }
}
