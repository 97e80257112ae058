//! The loop of the top level: the main program runs on it, and what it left pending is run to its end.

use crate::event_loop::EventLoop;
use crate::heap::Ref;
use crate::modules::asyncio::event_loop::{LoopData, new_loop, run_while};
use crate::modules::asyncio::runtime::{AsyncState, find_runtime, runtime, set_top_level};
use crate::modules::asyncio::task::{self, Options};
use crate::modules::asyncio::{agen, closure, future, sleep, threaded};
use crate::modules::threads;
use crate::value::{Callback, Callbacks, FutureObject, Value};
use crate::vm::{R, Raised, Vm};

/// The loop of the top level; made when something first asks for it.
pub(crate) fn main_loop(vm: &mut Vm) -> R<Value> {
    let runtime = runtime(vm);
    let main = runtime.main.get();
    if main
        .as_data::<LoopData>()
        .is_some_and(|data| !data.closed.get())
    {
        return Ok(main);
    }
    let class = runtime.classes.event_loop.clone();
    let main = new_loop(vm, &runtime, &class);
    runtime.main.set(main.clone());
    Ok(main)
}

/// Plain top-level code begins: until `leave_main` it counts as running on the main loop. Makes nothing.
pub(crate) fn enter_main(vm: &mut Vm) {
    set_top_level(vm, true);
}

/// From now on functions that the top level calls do not count as it, unlike at a prompt, or when a host calls.
pub(crate) fn count_only_the_top_level_itself(vm: &mut Vm) {
    vm.state::<AsyncState>().only_itself = true;
}

/// Plain top-level code ends.
pub(crate) fn leave_main(vm: &mut Vm) {
    set_top_level(vm, false);
}

/// Runs `main`, the coroutine of a top level with `await`, on the main loop, and gives its result.
///
/// Other tasks run meanwhile; those left pending stay so. None is accepted and gives None.
/// Errors: what `main` raises; KeyboardInterrupt and SystemExit of any task.
pub(crate) fn run_main(vm: &mut Vm, main: Value) -> R {
    if main.is_none() {
        return Ok(main);
    }
    let event_loop = main_loop(vm)?;
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return Ok(Value::NONE);
    };
    let options = Options {
        name: vm.new_str("__main__"),
        context: vm.context.clone(),
        eager: false,
    };
    let task = task::spawn(vm, &event_loop, data, main, options)?;
    task.log_destroy.set(false);
    let outer = data.runtime.main_task.replace(Value::object(task.clone()));
    let outer_main = data.main.replace(Value::object(task.clone()));
    let waited = task.clone();
    let mut result = run_while(vm, &event_loop, data, |_| !waited.is_done());
    while result.is_err() && !task.is_done() {
        let exception = vm.take_raised();
        // Ctrl-C while all were waiting: the top level is told where it waits.
        if !stop_waiting(vm, &task) {
            result = Err(vm.reraise_value(exception));
            break;
        }
        let running = threaded::enter(vm, &event_loop, data);
        result = task::step(vm, data, task.clone(), Some(exception));
        threaded::leave(vm, data, running);
        if result.is_ok() && !task.is_done() {
            let waited = task.clone();
            result = run_while(vm, &event_loop, data, |_| !waited.is_done());
        }
    }
    data.runtime.main_task.set(outer);
    data.main.set(outer_main);
    task.log_traceback.set(false);
    // The top level's context lives on in what comes after it.
    if let Some(part) = task.task() {
        vm.context = part.context.get();
    }
    result?;
    future::result(vm, &task)
}

/// Takes a waiting task off what it waits for. False if it waits for nothing, or is to be woken already.
pub(super) fn stop_waiting(vm: &mut Vm, task: &Ref<FutureObject>) -> bool {
    sleep::waiter(vm, task);
    let Some(part) = task.task() else {
        return false;
    };
    let waiter = part.waiter.get();
    let Some(waited) = waiter
        .as_ref::<FutureObject>()
        .filter(|waited| !waited.is_done())
    else {
        return false;
    };
    let is_ours = |value: &Value| {
        value
            .as_ref::<FutureObject>()
            .is_some_and(|other| other.is(task))
            || closure::captures(value, task)
    };
    let old = match waited.callbacks.replace(Callbacks::None) {
        Callbacks::None => Vec::new(),
        Callbacks::Task(other) if is_ours(&other) => Vec::new(),
        Callbacks::Task(other) => vec![Callback::of_task(other)],
        Callbacks::One(callback) if is_ours(&callback.function) => Vec::new(),
        Callbacks::One(callback) => vec![*callback],
        Callbacks::Many(mut all) => {
            all.retain(|callback| !is_ours(&callback.function));
            *all
        }
    };
    if !old.is_empty() {
        drop(waited.callbacks.replace(Callbacks::Many(Box::new(old))));
    }
    part.waiter.set(Value::NONE);
    true
}

/// Goes on until no task of the main loop is pending, or nothing is left that could wake one.
///
/// Errors: KeyboardInterrupt; SystemExit of a task.
pub(crate) fn run_pending(vm: &mut Vm) -> R<()> {
    let Some(runtime) = find_runtime(vm) else {
        return Ok(());
    };
    let event_loop = runtime.main.get();
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return Ok(());
    };
    if data.closed.get() {
        return Ok(());
    }
    let may_go_on = |data: &LoopData| data.tasks.with(|tasks| tasks.len() > 0) && !data.is_idle();
    if may_go_on(data) {
        run_while(vm, &event_loop, data, may_go_on)?;
    }
    // Threads may still wake what is left.
    while data.tasks.with(|tasks| tasks.len() > 0) && threads::may_act(vm) {
        run_while(vm, &event_loop, data, may_go_on)?;
    }
    // The callbacks of the tasks that ended last.
    if data.core.with(|core| !core.ready.is_empty()) {
        run_while(vm, &event_loop, data, |_| false)?;
    }
    Ok(())
}

/// Runs `work` as a callback of the main loop: the prompt of asyncio is one.
pub(crate) fn inside<T>(vm: &mut Vm, work: impl FnOnce(&mut Vm) -> R<T>) -> R<T> {
    let event_loop = main_loop(vm)?;
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return work(vm);
    };
    let outer = threaded::enter(vm, &event_loop, data);
    let result = work(vm);
    threaded::leave(vm, data, outer);
    result
}

/// Whether a task of the main loop is pending, and something is left that could make it go on.
pub(crate) fn has_pending(vm: &mut Vm) -> bool {
    let Some(runtime) = find_runtime(vm) else {
        return false;
    };
    let event_loop = runtime.main.get();
    event_loop
        .as_data::<LoopData>()
        .is_some_and(|data| !data.closed.get() && !data.is_idle())
}

/// Goes on until no task is pending and everything that is ready has run, for a REPL between two inputs: does not wait.
pub(crate) fn run_ready(vm: &mut Vm) -> R<()> {
    let Some(runtime) = find_runtime(vm) else {
        return Ok(());
    };
    let event_loop = runtime.main.get();
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return Ok(());
    };
    if data.closed.get() {
        return Ok(());
    }
    data.core.with_mut(EventLoop::promote_due);
    if data.core.with(|core| core.ready.is_empty()) {
        return Ok(());
    }
    run_while(vm, &event_loop, data, |_| false)
}

/// The end of the program: runs what is pending, closes async generators, closes the main loop.
///
/// Errors: as for `run_pending`; the loop is closed all the same.
pub(crate) fn close_main(vm: &mut Vm) -> R<()> {
    let result = run_pending(vm).and_then(|()| close_agens(vm));
    if let Some(runtime) = find_runtime(vm) {
        let event_loop = runtime.main.take();
        if let Some(data) = event_loop.as_data::<LoopData>() {
            data.closed.set(true);
            data.forget_everything();
        }
    }
    match result {
        Ok(()) => Ok(()),
        Err(Raised) => Err(Raised),
    }
}

fn close_agens(vm: &mut Vm) -> R<()> {
    let Some(runtime) = find_runtime(vm) else {
        return Ok(());
    };
    let event_loop = runtime.main.get();
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return Ok(());
    };
    if data.closed.get() || data.agens.with(Vec::is_empty) {
        return Ok(());
    }
    let closed = agen::shutdown(vm, &event_loop, data)?;
    if closed.is_done() {
        return Ok(());
    }
    run_while(vm, &event_loop, data, |data| {
        !closed.is_done() && !data.is_idle()
    })
}
