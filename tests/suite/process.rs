//! Runs one child process with a time limit, and never more of them at once than the machine has cores.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What a child left behind. `status` is None when a signal or the time limit ended it.
pub(crate) struct Outcome {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
    pub(crate) timed_out: bool,
}

impl Outcome {
    /// The last line of standard error that says something.
    pub(crate) fn last_words(&self) -> &str {
        self.stderr.trim_end().lines().next_back().unwrap_or("")
    }

    pub(crate) fn stdout_text(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }
}

/// Permits for running children: tests run in threads of their own, the machine has two cores.
struct Permits {
    free: Mutex<usize>,
    returned: Condvar,
}

static PERMITS: Permits = Permits {
    free: Mutex::new(2),
    returned: Condvar::new(),
};

struct Permit;

impl Permit {
    fn take() -> Permit {
        let mut free = PERMITS.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = PERMITS
                .returned
                .wait(free)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Permit
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *PERMITS.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        PERMITS.returned.notify_one();
    }
}

/// The command under test: `hoop` as Cargo built it, or what the variable `HOOP` names.
///
/// `HOOP=/usr/bin/python3 cargo test scripts` checks the recordings themselves.
pub(crate) fn hoop() -> Command {
    Command::new(std::env::var_os("HOOP").unwrap_or_else(|| env!("CARGO_BIN_EXE_hoop").into()))
}

/// Runs `command` in `folder` with `input` as its standard input, for at most `limit`.
pub(crate) fn run(mut command: Command, folder: &Path, input: &[u8], limit: Duration) -> Outcome {
    let _permit = Permit::take();
    let child = command
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    finish(child, input, limit)
}

/// Feeds a started child its input and collects what it prints, until it ends or `limit` has passed.
pub(crate) fn finish(mut child: Child, input: &[u8], limit: Duration) -> Outcome {
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let mut stdout = child.stdout.take().expect("stdout is piped");
    let mut stderr = child.stderr.take().expect("stderr is piped");
    thread::scope(|scope| {
        scope.spawn(move || {
            // A child that ends without reading closes the pipe; that is its right.
            let _ = stdin.write_all(input);
        });
        let out = scope.spawn(move || read_all(&mut stdout));
        let err = scope.spawn(move || read_all(&mut stderr));
        let (status, timed_out) = wait(&mut child, limit);
        Outcome {
            status,
            stdout: out.join().expect("the reader does not panic"),
            stderr: String::from_utf8_lossy(&err.join().expect("the reader does not panic"))
                .into_owned(),
            timed_out,
        }
    })
}

fn read_all(from: &mut dyn Read) -> Vec<u8> {
    let mut all = Vec::new();
    // A broken pipe ends the text; what came before it is still compared.
    let _ = from.read_to_end(&mut all);
    all
}

fn wait(child: &mut Child, limit: Duration) -> (Option<i32>, bool) {
    let start = Instant::now();
    let mut pause = Duration::from_micros(300);
    loop {
        if let Some(status) = child.try_wait().expect("our own child can be waited for") {
            return (status.code(), false);
        }
        if start.elapsed() > limit {
            // It may have ended in between; then there is nothing left to kill.
            let _ = child.kill();
            let _ = child.wait();
            return (None, true);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}
