//! The turn of a loop whose class overrides how it tells the time, sets its timers or waits: what is overridden is
//! called, in CPython's order. Test suites turn the time of such loops by hand.

use std::time::Duration;

use crate::event_loop::Clock;
use crate::modules::asyncio::event_loop::{LoopData, interrupted, run_ready};
use crate::modules::asyncio::threaded;
use crate::modules::threads;
use crate::value::{Opaque, Value};
use crate::vm::{R, Vm};

/// A class that overrides one of these makes such loops.
pub(super) const OVERRIDES: [&str; 6] = [
    "_run_once",
    "time",
    "call_at",
    "call_later",
    "_process_events",
    "_write_to_self",
];

/// The longest single wait, in seconds.
const MAXIMUM_WAIT: f64 = 24.0 * 3600.0;

/// What the loop's own `time` says.
pub(super) fn time(vm: &mut Vm, this: &Value) -> R<f64> {
    let now = vm.call_method(this, "time", &[])?;
    vm.to_f64(&now)
}

/// One turn, in which everything is called that a class may override.
pub(super) fn turn(vm: &mut Vm, this: &Value, data: &LoopData) -> R<()> {
    let idle = !data.stopping.get() && data.core.with(|core| core.ready.is_empty());
    let deadline = data.core.with_mut(|core| core.timers.next_deadline());
    let timeout = match deadline {
        _ if !idle => Some(0.0),
        Some(when) => Some((when - time(vm, this)?).clamp(0.0, MAXIMUM_WAIT)),
        None => None,
    };
    wait(vm, this, data, timeout)?;
    if vm.interrupt.load(std::sync::atomic::Ordering::Relaxed) {
        interrupted(vm)?;
    }
    vm.tick()?;
    if deadline.is_some() {
        let resolution = match vm.get_attr_str(this, "_clock_resolution") {
            Ok(value) => vm.to_f64(&value)?,
            Err(_) => {
                drop(vm.take_raised());
                Clock::RESOLUTION
            }
        };
        let end = time(vm, this)? + resolution;
        data.core.with_mut(|core| core.promote_until(end));
    }
    run_ready(vm, this, data)
}

/// Waits with the selector that the program gave the loop, else as other loops do.
fn wait(vm: &mut Vm, this: &Value, data: &LoopData, timeout: Option<f64>) -> R<()> {
    let selector = this
        .as_ref::<Opaque>()
        .and_then(|opaque| opaque.dict.get().to_ref::<crate::value::Dict>())
        .and_then(|dict| {
            let name = vm.intern("_selector");
            dict.get_str(&name)
        });
    if let Some(selector) = selector.filter(|selector| !selector.is_none()) {
        let timeout = timeout.map_or(Value::NONE, Value::float);
        let events = vm.call_method(&selector, "select", &[timeout])?;
        return vm.call_method(this, "_process_events", &[events]).map(drop);
    }
    if timeout != Some(0.0) {
        vm.flush_stdout()?;
    }
    // Zero for what is no time at all, as NaN.
    if timeout != Some(0.0) && threads::exist(vm) {
        let length =
            timeout.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default());
        threaded::let_threads_run(vm, this, length.and_then(Clock::moment_in))?;
        return Ok(());
    }
    let timeout =
        timeout.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::ZERO));
    match data.core.with_mut(|core| core.wait_at_most(timeout)) {
        Ok(()) => Ok(()),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}
