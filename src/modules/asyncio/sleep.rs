//! The native part of `asyncio.sleep`: a future that a timer completes, without a Handle in between.

use crate::event_loop::TimerId;
use crate::heap::Ref;
use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::{future, running};
use crate::modules::import::import_dotted;
use crate::value::{Callbacks, Function, FutureObject, NO_TIMER, Value};
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
    let Some(data) = event_loop
        .as_data::<LoopData>()
        .filter(|data| !data.by_hand.get())
    else {
        return sleep_elsewhere(vm, &event_loop, &args[0], &args[1]);
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

/// The same on a loop that is not ours, or whose class wants to see its timers.
#[cold]
fn sleep_elsewhere(vm: &mut Vm, event_loop: &Value, delay: &Value, result: &Value) -> R {
    let waited = vm.call_method(event_loop, "create_future", &[])?;
    let futures = import_dotted(vm, "asyncio.futures")?;
    let set = vm.get_attr_str(&futures, "_set_result_unless_cancelled")?;
    let result = if result.is_undef() {
        Value::NONE
    } else {
        result.clone()
    };
    let handle = vm.call_method(
        event_loop,
        "call_later",
        &[delay.clone(), set, waited.clone(), result],
    )?;
    // The timer goes with the sleep.
    if let Some(future) = waited.as_ref::<FutureObject>() {
        let old = future.extra(|extra| std::mem::replace(&mut extra.handle, handle));
        drop(old);
    }
    Ok(waited)
}

/// `_set_sleep(function)`: this coroutine function is `asyncio.sleep`, whose awaits may be cut short.
fn set_sleep(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(function) = args[0].as_ref::<Function>() {
        vm.set_sleep(function);
    }
    Ok(Value::NONE)
}

/// A task has come to a sleep for which no coroutine and no future were made: the timer wakes the task itself.
pub(super) fn begin(vm: &mut Vm, data: &LoopData, task: &Ref<FutureObject>, delay: f64) -> R<()> {
    if data.by_hand.get() {
        let event_loop = task.event_loop.get();
        let waited = sleep_elsewhere(vm, &event_loop, &Value::float(delay), &Value::NONE)?;
        return super::task::wait_for_sleep(vm, task, waited);
    }
    let timer = data.push_at(data.now() + delay, Entry::Wake(task.clone()));
    task.timer.set(timer.to_bits());
    if !data.plain.get() {
        waiter(vm, task);
    }
    Ok(())
}

/// The sleep of a task is over.
#[inline]
pub(super) fn end(data: &LoopData, task: Ref<FutureObject>) {
    task.timer.set(NO_TIMER);
    data.push(Entry::Step(task));
}

/// Whether the task sleeps without a future.
pub(super) fn is_bare(task: &FutureObject) -> bool {
    task.timer.get() != NO_TIMER && task.task().is_some()
}

/// If the task sleeps without a future it gets one: somebody wants to see it, or to cancel it.
pub(super) fn waiter(vm: &mut Vm, task: &Ref<FutureObject>) {
    let Some(part) = task.task() else { return };
    let timer = task.timer.replace(NO_TIMER);
    if timer == NO_TIMER {
        return;
    }
    let event_loop = task.event_loop.get();
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return;
    };
    let sleep = future::new(vm, &event_loop, data);
    drop(
        sleep
            .callbacks
            .replace(Callbacks::Task(Value::object(task.clone()))),
    );
    let old = data.core.with_mut(|core| {
        let place = match core.timers.payload(TimerId::from_bits(timer)) {
            Some(place) => {
                sleep.timer.set(timer);
                Some(place)
            }
            // It has fired, and stands among what is ready.
            None => core
                .ready
                .iter_mut()
                .find(|entry| matches!(entry, Entry::Wake(other) if other.is(task))),
        };
        place.map(|place| std::mem::replace(place, Entry::Sleep(sleep.clone())))
    });
    drop(old);
    part.waiter.set(Value::object(sleep));
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("_sleep_future", sleep_future, "delay, result=None, /"),
    def("_set_sleep", set_sleep, "function, /"),
];
