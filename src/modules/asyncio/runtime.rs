//! What asyncio keeps per session: its classes, the running loop, the main loop.

use std::cell::Cell;
use std::rc::Rc;

use crate::event_loop::{Clock, WakeHandle};
use crate::heap::{Ref, Shared, Slot};
use crate::modules::asyncio::{agen, closure, complaints, future, handle, loop_methods, task};
use crate::value::{Class, Layout, Value, class_flags};
use crate::vm::Vm;

/// The classes of `_asyncio`.
pub(super) struct Classes {
    pub(super) future: Ref<Class>,
    pub(super) task: Ref<Class>,
    pub(super) future_iter: Ref<Class>,
    pub(super) handle: Ref<Class>,
    pub(super) timer_handle: Ref<Class>,
    pub(super) event_loop: Ref<Class>,
    pub(super) closure: Ref<Class>,
    pub(super) cancelled_error: Ref<Class>,
    pub(super) invalid_state_error: Ref<Class>,
}

/// The session's part of asyncio. Loops hold it too, so that hot paths need no look-up.
pub(super) struct Runtime {
    pub(super) classes: Classes,
    /// The loop inside whose `run_forever` we are, or None.
    pub(super) running: Slot<Value>,
    /// The loop of the top level, or None while nothing asked for it.
    pub(super) main: Slot<Value>,
    /// The task of the top level, or None.
    pub(super) main_task: Slot<Value>,
    /// Top-level code is running outside of a task; it counts as running on the main loop.
    pub(super) top_level: Cell<bool>,
    /// The number of the last `Task-N`.
    pub(super) n_tasks: Cell<u32>,
    /// Called at an interrupt instead of raising KeyboardInterrupt, or None.
    pub(super) on_interrupt: Slot<Value>,
    /// How many there are of those outside of the loops who may still wake one: threads, futures of the host, handlers
    /// of signals. While there is one, waiting is no deadlock.
    pub(super) outside: Cell<u32>,
    /// What `sys.set_asyncgen_hooks` was given, or None: firstiter, finalizer, and the loop that ran then.
    pub(super) agen_hooks: [Slot<Value>; 3],
    /// A subclass of Future, `_GatheringFuture`, which overrides nothing that waiting needs.
    pub(super) quiet_class: Slot<Value>,
    /// What other loops and other kinds of task told of themselves.
    pub(super) foreign: Shared<Foreign>,
    pub(super) wake: WakeHandle,
    pub(super) clock: Clock,
}

/// Loops and tasks of the program's own making.
#[derive(Default)]
pub(super) struct Foreign {
    /// Pairs of a loop and its current task.
    pub(super) current: Vec<(Value, Value)>,
    pub(super) tasks: Vec<Value>,
}

/// The session's state: the runtime, once something needed it.
#[derive(Default)]
pub(crate) struct AsyncState {
    pub(super) runtime: Option<Rc<Runtime>>,
    /// Wakes the session's loops, from any thread. There before the runtime is.
    wake: WakeHandle,
    /// Whether `enter_main` was called before the runtime was made.
    pub(super) top_level: bool,
    /// Functions called from the top level do not count as it: of a program in a file.
    pub(super) only_itself: bool,
    clock: Option<Clock>,
}

impl Drop for AsyncState {
    fn drop(&mut self) {
        // The main loop holds the runtime, which holds the main loop.
        if let Some(runtime) = &self.runtime {
            for slot in [
                &runtime.running,
                &runtime.main,
                &runtime.main_task,
                &runtime.on_interrupt,
                &runtime.quiet_class,
                &runtime.agen_hooks[0],
                &runtime.agen_hooks[1],
                &runtime.agen_hooks[2],
            ] {
                slot.set(Value::NONE);
            }
            drop(runtime.foreign.replace(Foreign::default()));
        }
    }
}

/// The session's runtime, made at the first call.
pub(super) fn runtime(vm: &mut Vm) -> Rc<Runtime> {
    if let Some(runtime) = &vm.state::<AsyncState>().runtime {
        return Rc::clone(runtime);
    }
    make_runtime(vm)
}

/// The session's runtime, if something needed it before.
pub(super) fn find_runtime(vm: &mut Vm) -> Option<Rc<Runtime>> {
    vm.find_state::<AsyncState>()?.runtime.clone()
}

/// What wakes the session's loops from another thread or a signal.
pub(crate) fn wake_handle(vm: &mut Vm) -> WakeHandle {
    vm.state::<AsyncState>().wake.clone()
}

/// The clock of the session's loops, which `time.monotonic` reads too.
pub(crate) fn clock(vm: &mut Vm) -> Clock {
    vm.state::<AsyncState>()
        .clock
        .get_or_insert_with(Clock::monotonic)
        .clone()
}

/// Whether top-level code runs on the main loop without being a task.
pub(super) fn set_top_level(vm: &mut Vm, on: bool) {
    let state = vm.state::<AsyncState>();
    state.top_level = on;
    if let Some(runtime) = &state.runtime {
        runtime.top_level.set(on);
    }
}

#[cold]
fn make_runtime(vm: &mut Vm) -> Rc<Runtime> {
    let object = vm.types.object.clone();
    let exception = vm.types.exception.clone();
    let base_exception = vm.types.base_exception.clone();
    let future = vm.new_type(
        "Future",
        "_asyncio",
        std::slice::from_ref(&object),
        Layout::Future,
    );
    let task = vm.new_type(
        "Task",
        "_asyncio",
        std::slice::from_ref(&future),
        Layout::Future,
    );
    let handle = vm.new_type(
        "Handle",
        "asyncio.events",
        std::slice::from_ref(&object),
        Layout::Opaque,
    );
    let classes = Classes {
        future_iter: vm.new_type(
            "FutureIter",
            "_asyncio",
            std::slice::from_ref(&object),
            Layout::Opaque,
        ),
        timer_handle: vm.new_type(
            "TimerHandle",
            "asyncio.events",
            std::slice::from_ref(&handle),
            Layout::Opaque,
        ),
        event_loop: vm.new_type(
            "_UnixSelectorEventLoop",
            "asyncio.unix_events",
            std::slice::from_ref(&object),
            Layout::Opaque,
        ),
        closure: vm.new_type("TaskStepMethWrapper", "_asyncio", &[object], Layout::Opaque),
        cancelled_error: vm.new_type(
            "CancelledError",
            "asyncio.exceptions",
            &[base_exception],
            Layout::Exception,
        ),
        invalid_state_error: vm.new_type(
            "InvalidStateError",
            "asyncio.exceptions",
            &[exception],
            Layout::Exception,
        ),
        future,
        task,
        handle,
    };
    future::install(vm, &classes);
    task::install(vm, &classes);
    handle::install(vm, &classes);
    loop_methods::install(vm, &classes);
    // As in other implementations, programs may put methods of their own into it.
    classes.event_loop.set_flag(class_flags::BUILTIN, false);
    closure::install(vm, &classes);
    vm.hooks.future_result = future::result;
    vm.hooks.finalize_future = complaints::finalize_future;
    vm.hooks.finalize_agen = agen::finalize;
    vm.hooks.first_iteration = agen::first_iteration;
    let clock = clock(vm);
    let state = vm.state::<AsyncState>();
    let runtime = Rc::new(Runtime {
        classes,
        running: Slot::default(),
        main: Slot::default(),
        main_task: Slot::default(),
        top_level: Cell::new(state.top_level),
        n_tasks: Cell::new(0),
        on_interrupt: Slot::default(),
        outside: Cell::new(0),
        agen_hooks: Default::default(),
        quiet_class: Slot::default(),
        foreign: Shared::default(),
        wake: state.wake.clone(),
        clock,
    });
    state.runtime = Some(Rc::clone(&runtime));
    runtime
}
