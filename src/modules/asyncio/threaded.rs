//! Loops and threads: a loop that waits lets the threads run, and a loop may run in a thread that is not the main one.

use std::time::{Duration, Instant};

use crate::event_loop::{Clock, EventLoop};
use crate::heap::Ref;
use crate::modules::asyncio::event_loop::{Entry, LoopData, turn};
use crate::modules::asyncio::loop_methods::this;
use crate::modules::asyncio::runtime::{AsyncState, find_runtime};
use crate::modules::asyncio::{closure, future, loop_methods, source};
use crate::modules::import::import_dotted;
use crate::modules::threads;
use crate::value::{FutureObject, Value};
use crate::vm::{Def, GetSet, MAIN_THREAD, Outcome, R, Vm, Waiting, blocks, def, getset};

/// Exchanges what runs with another stack's (`Hooks::swap_loop`).
pub(crate) fn swap_running(vm: &mut Vm, running: &mut Value, top_level: &mut bool) {
    let Some(state) = vm.find_state::<AsyncState>() else {
        return;
    };
    std::mem::swap(&mut state.top_level, top_level);
    if let Some(runtime) = &state.runtime {
        runtime.top_level.set(state.top_level);
        *running = runtime.running.replace(std::mem::take(running));
    }
}

/// Whether somebody outside of all loops and threads may still wake one.
pub(crate) fn outside_may_act(vm: &mut Vm) -> bool {
    find_runtime(vm).is_some_and(|runtime| runtime.outside.get() > 0)
}

/// The moment of a loop's next timer.
fn next_timer(data: &LoopData) -> Option<Instant> {
    data.core.with_mut(|core: &mut EventLoop<Entry>| {
        let when = core.timers.next_deadline()?;
        let left = (when - core.clock().now()).clamp(0.0, 24.0 * 3600.0);
        // NaN counts as passed.
        Clock::moment_in(Duration::try_from_secs_f64(left).unwrap_or(Duration::ZERO))
    })
}

/// A loop of the main thread, or of a stack that cannot pause, with nothing to do.
struct Idle {
    event_loop: Value,
    until: Option<Instant>,
}

impl Idle {
    fn has_ready(&self) -> bool {
        self.event_loop.as_data::<LoopData>().is_none_or(|data| {
            data.stopping.get()
                || data
                    .core
                    .with(|core| !core.ready.is_empty() || core.waker().is_woken())
        })
    }
}

impl Waiting for Idle {
    fn is_ready(&self) -> bool {
        self.has_ready()
    }

    fn deadline(&self) -> Option<Instant> {
        let timer = self.event_loop.as_data::<LoopData>().and_then(next_timer);
        timer.into_iter().chain(self.until).min()
    }

    fn poll(&mut self, _: &mut Vm) -> R<Option<Value>> {
        let over = self.has_ready()
            || self
                .deadline()
                .is_some_and(|deadline| Clock::time_until(deadline).is_zero());
        Ok(over.then_some(Value::NONE))
    }

    fn can_be_served(&self) -> bool {
        true
    }

    fn gives_up(&self) -> bool {
        self.event_loop
            .as_data::<LoopData>()
            .is_some_and(|data| data.main.with(Value::is_none))
    }

    fn serve(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        let Some(data) = self.event_loop.as_data::<LoopData>() else {
            return Ok(Some(Value::NONE));
        };
        if data.stopping.get() || data.by_hand.get() {
            return Ok(Some(Value::NONE));
        }
        turn(vm, &self.event_loop, data, true)?;
        let is_done = data.main.with(|main| {
            main.as_ref::<FutureObject>()
                .is_some_and(|main| main.is_done())
        });
        Ok((is_done || data.stopping.get()).then_some(Value::NONE))
    }
}

/// A loop has nothing to do before its next timer or `until`: the threads run meanwhile.
pub(super) fn let_threads_run(vm: &mut Vm, event_loop: &Value, until: Option<Instant>) -> R<()> {
    let idle = Idle {
        event_loop: event_loop.clone(),
        until,
    };
    threads::wait(vm, Box::new(idle)).map(drop)
}

/// What `run_until_complete` waits for.
pub(super) struct Until {
    waited: Value,
    stop: Value,
    outer: Value,
    is_new: bool,
}

/// A loop that runs in a thread: between two turns its stack is parked.
struct RunLoop {
    event_loop: Value,
    outer: Value,
    until: Option<Until>,
    is_first: bool,
}

/// So many turns are made before others are asked whether they want to run.
const TURNS: usize = 100;

impl Waiting for RunLoop {
    fn is_ready(&self) -> bool {
        self.is_first
            || self.event_loop.as_data::<LoopData>().is_none_or(|data| {
                data.stopping.get() || data.core.with(|core| !core.ready.is_empty())
            })
    }

    fn deadline(&self) -> Option<Instant> {
        self.event_loop.as_data::<LoopData>().and_then(next_timer)
    }

    fn poll(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        let event_loop = self.event_loop.clone();
        let Some(data) = event_loop.as_data::<LoopData>() else {
            return Ok(Some(Value::NONE));
        };
        for _ in 0..TURNS {
            self.is_first = false;
            let made = if data.by_hand.get() {
                vm.call_method(&event_loop, "_run_once", &[]).map(drop)
            } else {
                turn(vm, &event_loop, data, true)
            };
            if made.is_err() || data.stopping.get() {
                data.stopping.set(false);
                leave(vm, data, std::mem::take(&mut self.outer));
                let result = made.map(|()| Value::NONE);
                return match self.until.take() {
                    Some(until) => end_until(vm, data, until, result).map(Some),
                    None => result.map(Some),
                };
            }
            if data.core.with(|core| core.ready.is_empty()) {
                break;
            }
        }
        Ok(None)
    }

    fn can_be_served(&self) -> bool {
        true
    }
}

/// The loop runs from now on; gives what ran before.
pub(super) fn enter(vm: &mut Vm, event_loop: &Value, data: &LoopData) -> Value {
    data.running.set(true);
    source::track_origins(vm, data, data.debug.get());
    data.thread.set(vm.current_thread());
    data.runtime.running.replace(event_loop.clone())
}

/// The other end of `enter`.
pub(super) fn leave(vm: &mut Vm, data: &LoopData, outer: Value) {
    data.running.set(false);
    source::track_origins(vm, data, false);
    data.thread.set(0);
    data.runtime.running.set(outer);
}

fn in_thread(vm: &mut Vm, event_loop: &Value, data: &LoopData, until: Option<Until>) -> Outcome {
    Outcome::Wait(Box::new(RunLoop {
        event_loop: event_loop.clone(),
        outer: enter(vm, event_loop, data),
        until,
        is_first: true,
    }))
}

fn run_forever(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let data = this(vm, &args[0])?;
    if vm.current_thread() == MAIN_THREAD {
        super::event_loop::run_forever(vm, &args[0], data)?;
        return Ok(Outcome::Done(Value::NONE));
    }
    data.check_open(vm)?;
    data.check_running(vm)?;
    Ok(in_thread(vm, &args[0], data, None))
}

fn run_until_complete(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let data = this(vm, &args[0])?;
    data.check_open(vm)?;
    data.check_running(vm)?;
    let waited = loop_methods::ensure_future(vm, &args[0], data, &args[1])?;
    let is_new = !waited.is_same(&args[1]);
    if let (true, Some(task)) = (is_new, waited.as_ref::<FutureObject>()) {
        // If it is lost, an exception is raised, so nothing is hidden.
        task.log_destroy.set(false);
    }
    let stop = closure::new(
        vm,
        &data.runtime,
        "_run_until_complete_cb",
        stop_after,
        vec![args[0].clone()],
    );
    vm.call_method(&waited, "add_done_callback", std::slice::from_ref(&stop))?;
    let until = Until {
        outer: data.main.replace(waited.clone()),
        waited,
        stop,
        is_new,
    };
    if vm.current_thread() != MAIN_THREAD {
        data.check_open(vm)?;
        data.check_running(vm)?;
        return Ok(in_thread(vm, &args[0], data, Some(until)));
    }
    let result = super::event_loop::run_forever(vm, &args[0], data);
    end_until(vm, data, until, result.map(|()| Value::NONE)).map(Outcome::Done)
}

/// The loop of a `run_until_complete` has stopped: what comes of it.
fn end_until(vm: &mut Vm, data: &LoopData, until: Until, result: R) -> R {
    let Until {
        waited,
        stop,
        outer,
        is_new,
    } = until;
    let own: Option<Ref<FutureObject>> = waited.to_ref::<FutureObject>();
    drop(data.main.replace(outer));
    if result.is_err() {
        if let (true, Some(task)) = (is_new, &own)
            && task.is_done()
        {
            // The caller cannot look at it; what is raised tells enough.
            task.log_traceback.set(false);
        }
        let raised = vm.take_raised();
        vm.call_method(&waited, "remove_done_callback", &[stop])?;
        return Err(vm.reraise_value(raised));
    }
    vm.call_method(&waited, "remove_done_callback", &[stop])?;
    match own {
        Some(task) if task.is_done() => {
            if let Some(exception) = future::failure(vm, &task) {
                return Err(vm.raise_value(exception));
            }
            Ok(task.result.get())
        }
        Some(_) => Err(vm.runtime_error("Event loop stopped before Future completed.")),
        None => {
            let done = vm.call_method(&waited, "done", &[])?;
            if !vm.truth(&done)? {
                return Err(vm.runtime_error("Event loop stopped before Future completed."));
            }
            vm.call_method(&waited, "result", &[])
        }
    }
}

/// The callback of `run_until_complete`: stops the loop, unless the exception already ended it.
fn stop_after(vm: &mut Vm, captured: &[Value], args: &[Value]) -> R {
    let ended = args
        .first()
        .and_then(Value::as_ref::<FutureObject>)
        .is_some_and(|future| {
            future.failed.get() && {
                let exception = future.result.get();
                future.log_traceback.set(false);
                vm.is_instance(&exception, &vm.types.system_exit.clone())
                    || vm.is_instance(&exception, &vm.types.keyboard_interrupt.clone())
            }
        });
    if let (false, Some(data)) = (ended, captured.first().and_then(Value::as_data::<LoopData>)) {
        data.stopping.set(true);
    }
    Ok(Value::NONE)
}

/// Debug mode: whoever schedules runs in the loop's own thread.
pub(super) fn check_thread(vm: &mut Vm, data: &LoopData) -> R<()> {
    let own = data.thread.get();
    if own == 0 || own == vm.current_thread() {
        return Ok(());
    }
    Err(vm.runtime_error(
        "Non-thread-safe operation invoked on an event loop other than the current one",
    ))
}

/// Methods whose body is Python: the executors of a loop.
pub(super) fn by_script(vm: &mut Vm, name: &str, args: &[Value]) -> R {
    let module = import_dotted(vm, "asyncio._executors")?;
    vm.call_method(&module, name, args)
}

fn run_in_executor(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.check_open(vm)?;
    let mut all = args[..3].to_vec();
    all.extend_from_slice(crate::vm::rest(&args[3]));
    by_script(vm, "run_in_executor", &all)
}

fn set_default_executor(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    by_script(vm, "set_default_executor", args)
}

fn shutdown_default_executor(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    let timeout = if args[1].is_undef() {
        Value::NONE
    } else {
        args[1].clone()
    };
    by_script(vm, "shutdown_default_executor", &[args[0].clone(), timeout])
}

/// The same for who waits for it at once: a future if there is nothing to shut down.
fn close_default_executor(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if data.default_executor.with(Value::is_none) {
        data.count_as_task();
        data.executor_shut_down.set(true);
        let done = future::new(vm, &args[0], data);
        future::finish(vm, &done, Value::NONE)?;
        return Ok(Value::object(done));
    }
    by_script(vm, "shutdown_default_executor", args)
}

fn get_default_executor(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.default_executor.get())
}

fn change_default_executor(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?.default_executor.set(args[1].clone());
    Ok(Value::NONE)
}

fn get_executor_shut_down(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.executor_shut_down.get()))
}

fn set_executor_shut_down(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let on = vm.truth(&args[1])?;
    data.executor_shut_down.set(on);
    Ok(Value::NONE)
}

/// The thread in which the loop runs, or None.
fn get_thread(vm: &mut Vm, args: &[Value]) -> R {
    let thread = this(vm, &args[0])?.thread.get();
    Ok(if thread == 0 {
        Value::NONE
    } else {
        Value::int(thread as i64)
    })
}

fn set_thread(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let thread = args[1].as_int().unwrap_or_default();
    data.thread.set(thread.max(0) as u64);
    Ok(Value::NONE)
}

pub(super) const METHODS: &[Def] = &[
    def("run_forever", blocks, "self").blocking(run_forever),
    def("run_until_complete", blocks, "self, future").blocking(run_until_complete),
    def(
        "run_in_executor",
        run_in_executor,
        "self, executor, func, *args",
    ),
    def(
        "set_default_executor",
        set_default_executor,
        "self, executor",
    ),
    def(
        "shutdown_default_executor",
        shutdown_default_executor,
        "self, timeout=None",
    ),
    def(
        "_close_default_executor",
        close_default_executor,
        "self, timeout, /",
    ),
];

pub(super) const GETSETS: &[GetSet] = &[
    getset(
        "_default_executor",
        get_default_executor,
        change_default_executor,
    ),
    getset(
        "_executor_shutdown_called",
        get_executor_shut_down,
        set_executor_shut_down,
    ),
    getset("_thread_id", get_thread, set_thread),
];
