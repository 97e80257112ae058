//! Waiting for the world: a line of standard input is read by a thread of the system, while the script's others go on.

use std::io::{self, BufRead};
use std::sync::{Arc, Mutex, PoisonError};

use crate::event_loop::{Finished, Inbox, Workers};
use crate::modules::asyncio;
use crate::value::Value;
use crate::vm::{R, Vm, Waiting};

/// So many calls may be outside at once; others wait for their turn.
const MOST_WORKERS: usize = 16;

/// The session's workers, once something needed them.
#[derive(Default)]
struct Pool {
    workers: Option<(Workers<()>, Inbox<Finished<()>>)>,
}

type Read = io::Result<Vec<u8>>;

/// What a worker reads.
struct Reading {
    result: Arc<Mutex<Option<Read>>>,
}

impl Reading {
    fn take(&self) -> Option<Read> {
        let mut result = self.result.lock().unwrap_or_else(PoisonError::into_inner);
        result.take()
    }
}

impl Waiting for Reading {
    fn is_ready(&self) -> bool {
        let result = self.result.lock().unwrap_or_else(PoisonError::into_inner);
        result.is_some()
    }

    fn poll(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        match self.take() {
            None => Ok(None),
            Some(Ok(bytes)) => {
                if let Some((_, told)) = &vm.state::<Pool>().workers {
                    drop(told.take());
                }
                Ok(Some(Value::object(vm.heap.new_bytes(&bytes))))
            }
            Some(Err(error)) => Err(vm.os_error(&error, None)),
        }
    }

    fn is_outside(&self) -> bool {
        true
    }
}

/// Begins to read a line of standard input, with its end (`Hooks::read_line`). None if nobody else could go on meanwhile.
pub(crate) fn read_line(vm: &mut Vm) -> R<Option<Box<dyn Waiting>>> {
    if !super::exist(vm) {
        return Ok(None);
    }
    let wake = asyncio::wake_handle(vm);
    let (workers, _) = vm.state::<Pool>().workers.get_or_insert_with(|| {
        let told = Inbox::new(&wake);
        (Workers::new(MOST_WORKERS, told.sender()), told)
    });
    let result = Arc::new(Mutex::new(None));
    let place = Arc::clone(&result);
    let job = move || {
        let mut line = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut line);
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        *place = Some(read.map(|_| line));
    };
    match workers.submit(Box::new(job)) {
        Ok(_) => Ok(Some(Box::new(Reading { result }))),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}
