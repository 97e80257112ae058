//! `_thread` and `_queue`: threads of a script, and what they wait with. The policy is Python: `stdlib/threading.py`,
//! `stdlib/queue.py`, `stdlib/concurrent/futures/`.
//!
//! Read: `vm/threads.rs` (stacks that are put aside), scheduler.rs (who runs), handle.rs (start and join), then lock.rs
//! and simple_queue.rs.

mod by_script;
mod handle;
mod local;
mod lock;
mod nap;
mod outside;
mod scheduler;
mod simple_queue;

use crate::heap::Ref;
use crate::modules::NativeModule;
use crate::modules::held::put;
use crate::value::{Dict, Value};
use crate::vm::{R, Vm};

pub(crate) use by_script::script_iterator;
pub(crate) use nap::nap;
pub(crate) use outside::{begin, others_exist, read_line};
pub(crate) use scheduler::{Threads, exist, freeze, may_act, run_main, switch, wait, yield_slice};
pub(crate) use simple_queue::MODULE as QUEUE;

/// The module `_thread`.
pub(crate) const MODULE: NativeModule = NativeModule {
    name: "_thread",
    functions: handle::FUNCTIONS,
    setup: Some(setup),
};

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    vm.add_functions("_thread", globals, lock::FUNCTIONS);
    vm.add_functions("_thread", globals, crate::modules::contextvars::OF_THREADS);
    lock::setup(vm, globals);
    handle::setup(vm, globals);
    local::setup(vm, globals);
    let error = Value::object(vm.types.runtime_error.clone());
    put(vm, globals, "error", error);
    let longest = Value::float(handle::TIMEOUT_MAX);
    put(vm, globals, "TIMEOUT_MAX", longest);
    Ok(())
}

/// `sys.getswitchinterval`, in seconds.
pub(crate) fn switch_interval(vm: &mut Vm) -> f64 {
    vm.state::<Threads>().interval.as_secs_f64()
}

/// `sys.setswitchinterval`.
pub(crate) fn set_switch_interval(vm: &mut Vm, seconds: f64) {
    vm.state::<Threads>().interval = std::time::Duration::from_secs_f64(seconds.min(1e9));
}
