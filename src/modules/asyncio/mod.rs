//! The native half of asyncio: the module `_asyncio`. The other half is Python, in `stdlib/asyncio`.
//!
//! Knows: `vm`, `value`, and `event_loop` (the mechanism: queue, timers, waiting). Here is the policy: what a Future,
//! a Task, a Handle and the loop object are, and in which order things happen, which is CPython's.
//! Read: event_loop.rs (a turn), task.rs (a step), future.rs, then main_loop.rs and complaints.rs.

mod agen;
mod by_hand;
mod closure;
mod complaints;
mod deadlock;
mod event_loop;
mod future;
mod graph;
mod handle;
mod loop_inside;
mod loop_methods;
mod main_loop;
mod reprs;
mod running;
mod runtime;
mod sleep;
mod source;
mod stack;
mod task;
mod task_list;
mod threaded;

use crate::heap::Ref;
use crate::modules::NativeModule;
use crate::value::{Dict, Value};
use crate::vm::{R, Vm};

pub(crate) use agen::{get_hooks as get_agen_hooks, set_hooks as set_agen_hooks};
pub(crate) use event_loop::interrupted;
pub(crate) use main_loop::{
    close_main, count_only_the_top_level_itself, enter_main, has_pending, inside, leave_main,
    main_loop, run_main, run_pending, run_ready,
};
pub(crate) use runtime::wake_handle;
pub(crate) use threaded::{outside_may_act, swap_running};

/// The module `_asyncio`.
pub(crate) const MODULE: NativeModule = NativeModule {
    name: "_asyncio",
    functions: running::FUNCTIONS,
    setup: Some(setup),
};

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    vm.add_functions("_asyncio", globals, sleep::FUNCTIONS);
    vm.add_functions("_asyncio", globals, graph::FUNCTIONS);
    vm.add_functions("_asyncio", globals, deadlock::FUNCTIONS);
    let runtime = runtime::runtime(vm);
    let classes = &runtime.classes;
    let rows = [
        ("Future", &classes.future),
        ("Task", &classes.task),
        ("Handle", &classes.handle),
        ("TimerHandle", &classes.timer_handle),
        ("EventLoop", &classes.event_loop),
        ("CancelledError", &classes.cancelled_error),
        ("InvalidStateError", &classes.invalid_state_error),
    ];
    for (name, class) in rows {
        globals.set_str(&vm.intern(name), Value::object(class.clone()));
    }
    globals.set_str(&vm.intern("_YIELD"), Value::YIELD_NOW);
    Ok(())
}
