//! Starting a thread, and waiting for its end.

use std::cell::Cell;
use std::time::{Duration, Instant};

use super::scheduler;
use crate::event_loop::Clock;
use crate::heap::Ref;
use crate::modules::held::{missing, this};
use crate::modules::import::import_dotted;
use crate::value::{Class, Dict, Function, Layout, NativeData, Value};
use crate::vm::{Def, GetSet, MAIN_THREAD, Outcome, R, Vm, Waiting, blocks, def, getter, rest};

/// The longest wait, in seconds, that may be asked for.
pub(super) const TIMEOUT_MAX: f64 = 9_223_372_036.0;

/// What others hold of a thread.
struct Handle {
    number: Cell<u64>,
    done: Cell<bool>,
}

impl NativeData for Handle {}

#[derive(Default)]
struct Classes {
    handle: Option<Ref<Class>>,
}

fn class(vm: &mut Vm) -> Ref<Class> {
    if let Some(class) = &vm.state::<Classes>().handle {
        return class.clone();
    }
    let object = vm.types.object.clone();
    let class = vm.new_type("_ThreadHandle", "_thread", &[object], Layout::Opaque);
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.state::<Classes>().handle = Some(class.clone());
    class
}

/// The thread of this handle has ended.
pub(super) fn ended(handle: &Value) {
    if let Some(handle) = handle.as_data::<Handle>() {
        handle.done.set(true);
    }
}

/// `_start(function, args)`: calls a script function in a new thread; gives the thread's handle.
pub(super) fn start(vm: &mut Vm, args: &[Value]) -> R {
    let given = rest(&args[1]);
    let function = match args[0].to_ref::<Function>() {
        Some(function) if vm.can_begin_stack(&function, given.len()) => function,
        _ => return Err(vm.type_error("a plain function with these parameters is required")),
    };
    let class = class(vm);
    let data = Handle {
        number: Cell::new(0),
        done: Cell::new(false),
    };
    let handle = vm.heap.new_opaque(&class, data);
    let number = scheduler::start(vm, function, given.to_vec(), handle.clone())?;
    if let Some(data) = handle.as_data::<Handle>() {
        data.number.set(number);
    }
    Ok(handle)
}

/// `start_new_thread(function, args[, kwargs])`.
fn start_new_thread(vm: &mut Vm, args: &[Value]) -> R {
    if !vm.is_callable(&args[0]) {
        return Err(vm.type_error("first arg must be callable"));
    }
    if !args[1].is(crate::value::Tag::Tuple) {
        return Err(vm.type_error("2nd arg must be a tuple"));
    }
    let keywords = if args[2].is_undef() {
        Value::object(vm.heap.new_dict())
    } else if args[2].is(crate::value::Tag::Dict) {
        args[2].clone()
    } else {
        return Err(vm.type_error("optional 3rd arg must be a dictionary"));
    };
    let threading = import_dotted(vm, "threading")?;
    let enter = vm.get_attr_str(&threading, "_enter_plain")?;
    let given = vec![args[0].clone(), args[1].clone(), keywords];
    let given = Value::object(vm.heap.new_tuple(given));
    let handle = start(vm, &[enter, given])?;
    let number = handle
        .as_data::<Handle>()
        .map_or(0, |handle| handle.number.get());
    Ok(Value::int(number as i64))
}

struct Join {
    handle: Value,
    deadline: Option<Instant>,
}

impl Waiting for Join {
    fn is_ready(&self) -> bool {
        self.handle
            .as_data::<Handle>()
            .is_none_or(|handle| handle.done.get())
    }

    fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    fn poll(&mut self, _: &mut Vm) -> R<Option<Value>> {
        Ok((self.is_ready() || passed(self.deadline)).then_some(Value::NONE))
    }
}

pub(super) fn passed(deadline: Option<Instant>) -> bool {
    deadline.is_some_and(|deadline| Clock::time_until(deadline).is_zero())
}

/// The moment after a timeout in seconds; None for a negative one, which is without end.
///
/// Errors: TypeError, OverflowError, ValueError for what is no time.
pub(super) fn moment_after(vm: &mut Vm, timeout: &Value) -> R<Option<Instant>> {
    let seconds = vm.to_f64(timeout)?;
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds > TIMEOUT_MAX {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    if seconds < 0.0 {
        return Ok(None);
    }
    Ok(Clock::moment_in(Duration::from_secs_f64(seconds)))
}

fn join(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let own = this::<Handle>(vm, args)?;
    let deadline = if missing(&args[1]) {
        None
    } else {
        moment_after(vm, &args[1])?
    };
    if own.done.get() {
        return Ok(Outcome::Done(Value::NONE));
    }
    if own.number.get() == vm.current_thread() {
        return Err(vm.runtime_error("Cannot join current thread"));
    }
    Ok(Outcome::Wait(Box::new(Join {
        handle: args[0].clone(),
        deadline,
    })))
}

fn is_done(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this::<Handle>(vm, args)?.done.get()))
}

fn ident(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this::<Handle>(vm, args)?.number.get() as i64))
}

fn get_ident(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(vm.current_thread() as i64))
}

fn get_main_thread_ident(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(MAIN_THREAD as i64))
}

/// Not a number of the system's: there is one thread of the system.
fn get_native_id(vm: &mut Vm, _: &[Value]) -> R {
    let own = i64::from(crate::modules::os::process_id()) - MAIN_THREAD as i64;
    Ok(Value::int(own + vm.current_thread() as i64))
}

fn count(vm: &mut Vm, _: &[Value]) -> R {
    let n_alive = vm.state::<scheduler::Threads>().n_alive;
    Ok(Value::int(n_alive as i64))
}

fn interrupt_main(vm: &mut Vm, args: &[Value]) -> R {
    if !missing(&args[0]) {
        vm.index(&args[0])?;
    }
    vm.interrupt
        .store(true, std::sync::atomic::Ordering::Relaxed);
    if vm.current_thread() == MAIN_THREAD {
        crate::modules::asyncio::interrupted(vm)?;
    } else {
        // The slice is over at the next chance.
        vm.budget = 0;
    }
    Ok(Value::NONE)
}

fn exit(vm: &mut Vm, _: &[Value]) -> R {
    let class = vm.types.system_exit.clone();
    let exception = vm.new_exception(&class, Vec::new());
    Err(vm.raise_value(exception))
}

/// Sizes are taken and told, and change nothing.
fn stack_size(vm: &mut Vm, args: &[Value]) -> R {
    let size = if args[0].is_undef() {
        None
    } else {
        Some(vm.index(&args[0])?)
    };
    if size.is_some_and(|size| size < 0) {
        return Err(vm.value_error("size must be 0 or a positive value"));
    }
    if let Some(size) = size.filter(|size| (1..32_768).contains(size)) {
        return Err(vm.value_error(format!("size not valid: {size} bytes")));
    }
    let state = vm.state::<StackSize>();
    let old = state.0;
    state.0 = size.unwrap_or(old);
    Ok(Value::int(old))
}

#[derive(Default)]
struct StackSize(i64);

fn all_idents(vm: &mut Vm, _: &[Value]) -> R {
    let all = scheduler::numbers(vm).into_iter();
    let all = all.map(|number| Value::int(number as i64)).collect();
    Ok(Value::object(vm.heap.new_list(all)))
}

pub(super) fn setup(vm: &mut Vm, globals: &Ref<Dict>) {
    let class = class(vm);
    let name = vm.intern("_ThreadHandle");
    globals.set_str(&name, Value::object(class));
}

const METHODS: &[Def] = &[
    def("join", blocks, "self, timeout=None, /").blocking(join),
    def("is_done", is_done, "self, /"),
];

const GETSETS: &[GetSet] = &[getter("ident", ident)];

pub(super) const FUNCTIONS: &[Def] = &[
    def("_start", start, "function, args, /"),
    def(
        "start_new_thread",
        start_new_thread,
        "function, args, kwargs=None, /",
    ),
    def(
        "start_new",
        start_new_thread,
        "function, args, kwargs=None, /",
    ),
    def("get_ident", get_ident, ""),
    def("_get_main_thread_ident", get_main_thread_ident, ""),
    def("get_native_id", get_native_id, ""),
    def("_count", count, ""),
    def("interrupt_main", interrupt_main, "signum=None, /"),
    def("exit", exit, ""),
    def("exit_thread", exit, ""),
    def("stack_size", stack_size, "size=None, /"),
    def("_all_idents", all_idents, ""),
];
