//! The native part of `asyncio.sleep`: a future that a timer completes, without a Handle in between.

use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::{future, running};
use crate::value::Value;
use crate::vm::{Def, R, Vm, def};

/// `_sleep_future(delay, result)`: a future of the running loop that has `result` after `delay` seconds.
///
/// Cancelling it takes the timer away. Errors: ValueError for NaN; RuntimeError if no loop runs.
fn sleep_future(vm: &mut Vm, args: &[Value]) -> R {
    let delay = vm.to_f64(&args[0])?;
    if delay.is_nan() {
        return Err(vm.value_error("Invalid delay: NaN (not a number)"));
    }
    let event_loop = running::need_running_loop(vm)?;
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return sleep_elsewhere(vm, &event_loop, args);
    };
    data.check_open(vm)?;
    let sleep = future::new(vm, &event_loop, data);
    if !args[1].is_undef() {
        // It stands where it will be read; nobody reads it while the future is pending.
        sleep.result.set(args[1].clone());
    }
    let timer = data.push_at(data.now() + delay, Entry::Sleep(sleep.clone()));
    sleep.timer.set(timer.to_bits());
    Ok(Value::object(sleep))
}

/// The same on a loop that is not ours.
#[cold]
fn sleep_elsewhere(vm: &mut Vm, event_loop: &Value, args: &[Value]) -> R {
    let waited = vm.call_method(event_loop, "create_future", &[])?;
    let set = vm.get_attr_str(&waited, "set_result")?;
    let result = if args[1].is_undef() {
        Value::NONE
    } else {
        args[1].clone()
    };
    vm.call_method(event_loop, "call_later", &[args[0].clone(), set, result])?;
    Ok(waited)
}

pub(super) const FUNCTIONS: &[Def] = &[def("_sleep_future", sleep_future, "delay, result=None, /")];
