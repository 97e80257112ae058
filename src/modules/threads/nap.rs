//! A wait for time alone: `time.sleep` while there are threads.

use std::time::{Duration, Instant};

use super::handle::passed;
use crate::event_loop::Clock;
use crate::value::Value;
use crate::vm::{R, Vm, Waiting};

struct Nap {
    until: Option<Instant>,
}

/// A wait of so long.
pub(crate) fn nap(length: Duration) -> Box<dyn Waiting> {
    Box::new(Nap {
        until: Clock::moment_in(length),
    })
}

impl Waiting for Nap {
    fn is_ready(&self) -> bool {
        false
    }

    fn deadline(&self) -> Option<Instant> {
        self.until
    }

    fn poll(&mut self, _: &mut Vm) -> R<Option<Value>> {
        Ok(passed(self.until).then_some(Value::NONE))
    }
}
