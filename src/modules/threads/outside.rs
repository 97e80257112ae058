//! Waiting for the world: what blocks is done by a thread of the system, while the script's others go on.

use std::io::{self, BufRead};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use crate::event_loop::{Finished, Inbox, Workers};
use crate::modules::asyncio;
use crate::value::Value;
use crate::vm::{R, Vm, Waiting};

/// So many calls may be outside at once; others wait for their turn.
const MOST_WORKERS: usize = 64;

/// The session's workers, once something needed them.
#[derive(Default)]
struct Pool {
    workers: Option<(Workers<()>, Inbox<Finished<()>>)>,
}

/// What a worker makes; None if it panicked.
type Place<T> = Arc<Mutex<Option<Option<T>>>>;

/// A worker is at it. `finish` makes the result of what it made.
struct Working<T, F> {
    place: Place<T>,
    finish: Option<F>,
}

fn look<T>(place: &Place<T>) -> std::sync::MutexGuard<'_, Option<Option<T>>> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<T, F: FnOnce(&mut Vm, T) -> R> Waiting for Working<T, F> {
    fn is_ready(&self) -> bool {
        look(&self.place).is_some()
    }

    fn poll(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        let Some(made) = look(&self.place).take() else {
            return Ok(None);
        };
        if let Some((_, told)) = &vm.state::<Pool>().workers {
            drop(told.take());
        }
        match (made, self.finish.take()) {
            (Some(made), Some(finish)) => finish(vm, made).map(Some),
            _ => Err(vm.runtime_error("a blocking call panicked")),
        }
    }

    fn is_outside(&self) -> bool {
        true
    }
}

/// Whether somebody else could go on while one waits for the world.
pub(crate) fn others_exist(vm: &mut Vm) -> bool {
    super::exist(vm)
}

/// Begins `work` outside of the script; what it makes, `finish` turns into the result. Plain data only, in both
/// directions: nothing of the session leaves it.
///
/// Errors: OSError if no thread can be started.
pub(crate) fn begin<T: Send + 'static>(
    vm: &mut Vm,
    work: impl FnOnce() -> T + Send + 'static,
    finish: impl FnOnce(&mut Vm, T) -> R + 'static,
) -> R<Box<dyn Waiting>> {
    let wake = asyncio::wake_handle(vm);
    let (workers, _) = vm.state::<Pool>().workers.get_or_insert_with(|| {
        let told = Inbox::new(&wake);
        (Workers::new(MOST_WORKERS, told.sender()), told)
    });
    let place: Place<T> = Arc::default();
    let kept = Arc::clone(&place);
    let job = move || {
        // What it shared with the host is the host's to judge.
        let made = catch_unwind(AssertUnwindSafe(work)).ok();
        *look(&kept) = Some(made);
    };
    match workers.submit(Box::new(job)) {
        Ok(_) => Ok(Box::new(Working {
            place,
            finish: Some(finish),
        })),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}

/// Begins to read a line of standard input, with its end (`Hooks::read_line`). None if nobody else could go on meanwhile.
pub(crate) fn read_line(vm: &mut Vm) -> R<Option<Box<dyn Waiting>>> {
    if !others_exist(vm) {
        return Ok(None);
    }
    let read = || {
        let mut line = Vec::new();
        io::stdin()
            .lock()
            .read_until(b'\n', &mut line)
            .map(|_| line)
    };
    begin(vm, read, |vm, read| match read {
        Ok(line) => Ok(Value::object(vm.heap.new_bytes(&line))),
        Err(error) => Err(vm.os_error(&error, None)),
    })
    .map(Some)
}
