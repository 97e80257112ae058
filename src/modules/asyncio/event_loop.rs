//! The loop object and its turn.
//!
//! One [`Entry`] is one `call_soon` of CPython, in CPython's order; that decides every interleaving a program can see.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use crate::event_loop::{Clock, EventLoop, TimerId};
use crate::heap::{Ref, Shared, Slot};
use crate::modules::asyncio::runtime::{Runtime, find_runtime};
use crate::modules::asyncio::task_list::TaskList;
use crate::modules::asyncio::{
    by_hand, complaints, deadlock, future, handle, sleep, source, task, threaded,
};
use crate::modules::threads;
use crate::value::{Callback, Class, FutureObject, Method, NativeData, Opaque, Value};
use crate::vm::{R, Vm};

/// Something that is ready, or that a timer makes ready.
pub(super) enum Entry {
    /// A step of a task: the first, the one after a turn given up, or the one after the end of what it waits for.
    Step(Ref<FutureObject>),
    /// A step that raises an exception inside the task.
    Throw(Box<(Ref<FutureObject>, Value)>),
    /// A callback of a future that is done.
    Callback(Box<Callback>),
    /// What `call_soon` and `call_later` scheduled.
    Handle(Ref<Opaque>),
    /// The end of a sleep: its future gets its result.
    Sleep(Ref<FutureObject>),
    /// The end of a sleep without a future: the task makes its step at the next turn.
    Wake(Ref<FutureObject>),
}

// There may be a hundred thousand in a queue.
const _: () = assert!(size_of::<Entry>() == 16);

/// The inside of a loop object.
pub(crate) struct LoopData {
    pub(super) runtime: Rc<Runtime>,
    pub(super) core: Shared<EventLoop<Entry>>,
    pub(super) tasks: Shared<TaskList>,
    /// The task or future that the loop runs for, or None.
    pub(super) main: Slot<Value>,
    /// The program was told that nothing can happen any more.
    pub(super) deadlocked: Cell<bool>,
    /// The task that is running, or None.
    pub(super) current: Slot<Value>,
    /// Weak references to the async generators that began on this loop.
    pub(super) agens: Shared<Vec<Value>>,
    pub(super) agens_shut_down: Cell<bool>,
    pub(super) running: Cell<bool>,
    pub(super) closed: Cell<bool>,
    pub(super) stopping: Cell<bool>,
    pub(super) debug: Cell<bool>,
    /// While it runs in debug mode: of how many frames coroutines remembered where they were made before.
    pub(super) outer_depth: Cell<Option<u32>>,
    /// Neither the class nor the object overrides `call_soon`.
    pub(super) plain: Cell<bool>,
    /// The class or the object overrides how the loop tells the time, sets timers or makes its turns: see by_hand.rs.
    pub(super) by_hand: Cell<bool>,
    /// A callable, or None.
    pub(super) task_factory: Slot<Value>,
    /// A callable, or None.
    pub(super) exception_handler: Slot<Value>,
    /// The thread in which it runs, or 0.
    pub(super) thread: Cell<u64>,
    /// The executor for calls that name none, or None while there is none.
    pub(super) default_executor: Slot<Value>,
    pub(super) executor_shut_down: Cell<bool>,
    /// In seconds.
    pub(super) slow_callback: Cell<f64>,
}

impl Entry {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let mut future = |future: &Ref<FutureObject>| visit(&Value::object(future.clone()));
        match self {
            Entry::Step(task) => future(task),
            Entry::Throw(pair) => {
                future(&pair.0);
                visit(&pair.1);
            }
            Entry::Callback(callback) => {
                if let Some(done) = &callback.future {
                    future(done);
                }
                visit(&callback.function);
                visit(&callback.context);
            }
            Entry::Handle(handle) => visit(&Value::object(handle.clone())),
            Entry::Sleep(sleep) => future(sleep),
            Entry::Wake(task) => future(task),
        }
    }
}

impl NativeData for LoopData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.core.with(|core| {
            core.ready.iter().for_each(|entry| entry.trace(visit));
            core.timers.iter().for_each(|entry| entry.trace(visit));
        });
        self.tasks.with(|tasks| {
            tasks
                .iter()
                .for_each(|task| visit(&Value::object(task.clone())))
        });
        self.agens.with(|agens| agens.iter().for_each(&mut *visit));
        for slot in [
            &self.main,
            &self.current,
            &self.task_factory,
            &self.exception_handler,
            &self.default_executor,
        ] {
            visit(&slot.get());
        }
    }

    fn unlink(&self) {
        self.forget_everything();
        self.main.set(Value::NONE);
        self.current.set(Value::NONE);
        self.task_factory.set(Value::NONE);
        self.exception_handler.set(Value::NONE);
        self.default_executor.set(Value::NONE);
        drop(self.agens.replace(Vec::new()));
    }
}

impl LoopData {
    /// A loop that is not running. `plain`, `by_hand`: see the fields.
    pub(super) fn new(runtime: &Rc<Runtime>, plain: bool, by_hand: bool) -> LoopData {
        LoopData {
            core: Shared::new(EventLoop::new(runtime.clock.clone(), runtime.wake.clone())),
            runtime: Rc::clone(runtime),
            tasks: Shared::default(),
            main: Slot::default(),
            deadlocked: Cell::new(false),
            current: Slot::default(),
            agens: Shared::default(),
            agens_shut_down: Cell::new(false),
            running: Cell::new(false),
            closed: Cell::new(false),
            stopping: Cell::new(false),
            debug: Cell::new(false),
            outer_depth: Cell::new(None),
            plain: Cell::new(plain),
            by_hand: Cell::new(by_hand),
            task_factory: Slot::default(),
            exception_handler: Slot::default(),
            thread: Cell::new(0),
            default_executor: Slot::default(),
            executor_shut_down: Cell::new(false),
            slow_callback: Cell::new(0.1),
        }
    }

    /// The loop's time, in seconds.
    pub(super) fn now(&self) -> f64 {
        self.core.with(|core| core.clock().now())
    }

    /// Puts an entry behind everything that is ready.
    #[inline]
    pub(super) fn push(&self, entry: Entry) {
        self.core.with_mut(|core| core.ready.push(entry));
    }

    /// Lets `entry` become ready at `when`.
    pub(super) fn push_at(&self, when: f64, entry: Entry) -> TimerId {
        self.core.with_mut(|core| core.timers.insert(when, entry))
    }

    /// Takes a timer back; nothing happens if it has fired.
    pub(super) fn cancel_timer(&self, id: TimerId) {
        let entry = self.core.with_mut(|core| core.timers.cancel(id));
        drop(entry);
    }

    /// RuntimeError if the loop is closed.
    #[inline]
    pub(super) fn check_open(&self, vm: &mut Vm) -> R<()> {
        if self.closed.get() {
            Err(vm.runtime_error("Event loop is closed"))
        } else {
            Ok(())
        }
    }

    /// Drops what is ready, what timers hold, and the list of tasks.
    pub(super) fn forget_everything(&self) {
        let (ready, timers) = self
            .core
            .with_mut(|core| (core.ready.take_all(), core.timers.take_all()));
        let tasks = self.tasks.with_mut(TaskList::take_all);
        drop((ready, timers, tasks));
    }

    /// True if no entry, timer or descriptor is left that could make something happen.
    pub(super) fn is_idle(&self) -> bool {
        self.core.with_mut(|core| {
            core.ready.is_empty() && core.timers.is_empty() && core.poller().n_registered() == 0
        })
    }

    /// Nothing but the top level of the program is running.
    pub(super) fn may_run_inside(runtime: &Runtime) -> bool {
        let running = runtime.running.get();
        if running.is_none() {
            return true;
        }
        let main_task = runtime.main_task.get();
        running.is_same(&runtime.main.get())
            && !main_task.is_none()
            && running
                .as_data::<LoopData>()
                .is_some_and(|data| data.current.get().is_same(&main_task))
    }

    /// The shutdown methods are coroutines in CPython, and the tasks that run them between two `asyncio.run` take
    /// numbers: the main task of the second run is `Task-4`.
    pub(super) fn count_as_task(&self) {
        if !self.running.get() {
            let n_tasks = &self.runtime.n_tasks;
            n_tasks.set(n_tasks.get() + 1);
        }
    }

    pub(super) fn check_running(&self, vm: &mut Vm) -> R<()> {
        if self.running.get() {
            return Err(vm.runtime_error("This event loop is already running"));
        }
        if !LoopData::may_run_inside(&self.runtime) {
            return Err(vm.runtime_error("Cannot run the event loop while another loop is running"));
        }
        Ok(())
    }
}

/// Makes a loop of `class`.
pub(super) fn new_loop(vm: &mut Vm, runtime: &Rc<Runtime>, class: &Ref<Class>) -> Value {
    let own = &runtime.classes.event_loop;
    let mut overrides = |name: &str| {
        let name = vm.intern(name);
        !matches!((class.lookup(&name), own.lookup(&name)), (Some(found), Some(own)) if found.is_same(&own))
    };
    let (mut plain, mut by_hand) = (true, false);
    if !class.is(own) {
        plain = !overrides("call_soon");
        by_hand = by_hand::OVERRIDES.iter().any(|name| overrides(name));
    }
    let data = LoopData::new(runtime, plain, by_hand);
    data.debug.set(source::is_debug_wanted(vm));
    vm.heap.new_opaque(class, data)
}

/// Runs turns until `stop`, or until something is raised that ends a loop.
///
/// Errors: RuntimeError if the loop is closed or runs, or another one does.
pub(super) fn run_forever(vm: &mut Vm, this: &Value, data: &LoopData) -> R<()> {
    data.check_open(vm)?;
    data.check_running(vm)?;
    run_while(vm, this, data, |data| !data.stopping.get())
}

/// Runs at least one turn, and then as long as `goes_on`.
pub(super) fn run_while(
    vm: &mut Vm,
    this: &Value,
    data: &LoopData,
    goes_on: impl Fn(&LoopData) -> bool,
) -> R<()> {
    let outer = threaded::enter(vm, this, data);
    let result = loop {
        let turn = if data.by_hand.get() {
            vm.call_method(this, "_run_once", &[]).map(drop)
        } else {
            run_once(vm, this, data)
        };
        if let Err(raised) = turn {
            break Err(raised);
        }
        if !goes_on(data) {
            break Ok(());
        }
    };
    data.stopping.set(false);
    threaded::leave(vm, data, outer);
    result
}

/// One turn (house.md 3.5).
fn run_once(vm: &mut Vm, this: &Value, data: &LoopData) -> R<()> {
    let stopping = data.stopping.get();
    if !stopping && !data.debug.get() && data.core.with(EventLoop::is_only_ready) {
        return run_ready_only(vm, this, data);
    }
    if !stopping && data.core.with(|core| core.ready.is_empty()) {
        if !data.main.with(Value::is_none)
            && !vm.interrupt.load(Ordering::Relaxed)
            && deadlock::is_dead(data)
            && !threads::may_act(vm)
            && deadlock::tell(vm, this, data)?
        {
            return Ok(());
        }
        // Whoever waits for input wants to see what was printed.
        vm.flush_stdout()?;
        if threads::exist(vm) {
            let until = vm.deadline();
            threaded::let_threads_run(vm, this, until)?;
            return turn(vm, this, data, true);
        }
    }
    turn(vm, this, data, stopping)
}

/// The turn itself. It waits for something to do, unless there is something elsewhere.
pub(super) fn turn(vm: &mut Vm, this: &Value, data: &LoopData, is_busy: bool) -> R<()> {
    threads::yield_slice(vm)?;
    let deadline = vm.deadline();
    let waited = data.core.with_mut(|core| {
        // Sleeping does not pass the host's deadline by.
        core.set_longest_wait(deadline.map(Clock::time_until));
        core.wait(is_busy)
    });
    if let Err(error) = waited {
        return Err(vm.os_error(&error, None));
    }
    if vm.interrupt.load(Ordering::Relaxed) {
        interrupted(vm)?;
    }
    if deadline.is_some_and(|at| Clock::time_until(at).is_zero()) {
        vm.end_of_slice()?;
    }
    vm.tick()?;
    data.core.with_mut(EventLoop::promote_due);
    run_ready(vm, this, data)
}

/// Runs what is ready now.
pub(super) fn run_ready(vm: &mut Vm, this: &Value, data: &LoopData) -> R<()> {
    let n_entries = data.core.with_mut(|core| core.ready.begin_turn());
    if data.debug.get() {
        return run_watched(vm, this, data, n_entries);
    }
    run_entries(vm, this, data, n_entries)
}

/// The same where there is nothing to wait for, to look at or to promote: no timers, no descriptors.
#[inline]
fn run_ready_only(vm: &mut Vm, this: &Value, data: &LoopData) -> R<()> {
    threads::yield_slice(vm)?;
    if vm.interrupt.load(Ordering::Relaxed) {
        interrupted(vm)?;
    }
    if let Some(at) = vm.deadline()
        && Clock::time_until(at).is_zero()
    {
        vm.end_of_slice()?;
    }
    vm.tick()?;
    run_entries(
        vm,
        this,
        data,
        data.core.with(|core| core.ready.begin_turn()),
    )
}

/// Runs so many entries.
fn run_entries(vm: &mut Vm, this: &Value, data: &LoopData, n_entries: usize) -> R<()> {
    for _ in 0..n_entries {
        // Fewer if a callback closed or emptied the loop.
        let Some(entry) = data.core.with_mut(|core| core.ready.pop()) else {
            break;
        };
        run_entry(vm, this, data, entry)?;
        // What died in this entry is told before the next one.
        if vm.heap.pending() {
            vm.run_pending()?;
        }
    }
    Ok(())
}

/// Debug mode: entries that take long are told.
#[cold]
fn run_watched(vm: &mut Vm, this: &Value, data: &LoopData, n_entries: usize) -> R<()> {
    for _ in 0..n_entries {
        let Some(entry) = data.core.with_mut(|core| core.ready.pop()) else {
            break;
        };
        let subject = match &entry {
            Entry::Step(task) => Value::object(task.clone()),
            Entry::Handle(handle) => Value::object(handle.clone()),
            Entry::Throw(pair) => Value::object(pair.0.clone()),
            Entry::Callback(callback) => callback.function.clone(),
            Entry::Sleep(_) | Entry::Wake(_) => Value::NONE,
        };
        let start = data.now();
        run_entry(vm, this, data, entry)?;
        let taken = data.now() - start;
        if taken >= data.slow_callback.get() && !subject.is_none() {
            let what = vm.repr(&subject)?;
            let text = format!("Executing {} took {taken:.3} seconds", what.as_str());
            complaints::log(vm, "warning", &text, None)?;
        }
    }
    Ok(())
}

/// Runs one entry. Errors end the loop: KeyboardInterrupt and SystemExit, nothing else.
#[inline]
pub(super) fn run_entry(vm: &mut Vm, this: &Value, data: &LoopData, entry: Entry) -> R<()> {
    let result = match entry {
        Entry::Step(task) => task::step(vm, data, task, None),
        Entry::Throw(pair) => task::step(vm, data, pair.0, Some(pair.1)),
        Entry::Wake(task) => {
            sleep::end(data, task);
            return Ok(());
        }
        Entry::Callback(callback) => return run_callback(vm, this, *callback),
        Entry::Handle(handle) => return handle::run(vm, this, &handle),
        Entry::Sleep(sleep) => future::end_sleep(vm, data, &sleep),
    };
    match result {
        Ok(()) => Ok(()),
        Err(_) if complaints::is_exit(vm) => Err(crate::vm::Raised),
        Err(_) => {
            let exception = vm.take_raised();
            let context =
                complaints::context(vm, "Exception in callback", &[("exception", exception)]);
            complaints::call_handler(vm, this, &context)
        }
    }
}

fn run_callback(vm: &mut Vm, this: &Value, callback: Callback) -> R<()> {
    let Callback {
        function,
        context,
        future,
    } = callback;
    let future = future.map_or(Value::NONE, Value::object);
    let outer = std::mem::replace(&mut vm.context, context.clone());
    let result = call_with_future(vm, &function, &future);
    vm.context = outer;
    match result {
        Ok(_) => Ok(()),
        Err(_) if complaints::is_exit(vm) => Err(crate::vm::Raised),
        Err(_) => {
            let exception = vm.take_raised();
            let args = Value::object(vm.heap.new_tuple(vec![future]));
            let handle = handle::new(vm, this, function, &args, context);
            complaints::callback_failed(vm, this, exception, Value::object(handle))
        }
    }
}

fn call_with_future(vm: &mut Vm, function: &Value, future: &Value) -> R {
    // A bound method is the most frequent callback but one.
    if let Some(method) = function.as_ref::<Method>() {
        let args = [method.object.clone(), future.clone()];
        return vm.call(&method.function, &args);
    }
    vm.call(function, std::slice::from_ref(future))
}

/// An interrupt has come: calls the handler that `_watch_sigint` set, or lets the machine stop or raise.
pub(crate) fn interrupted(vm: &mut Vm) -> R<()> {
    let handler = find_runtime(vm).map_or(Value::NONE, |runtime| runtime.on_interrupt.get());
    if handler.is_none() {
        return vm.end_of_slice();
    }
    vm.interrupt.store(false, Ordering::Relaxed);
    vm.call(&handler, &[]).map(drop)
}
