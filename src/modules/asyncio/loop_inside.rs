//! What CPython's loops have under private names, and subclasses and test suites look at.

use crate::event_loop::Clock;
use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::loop_methods::this;
use crate::modules::asyncio::runtime::Classes;
use crate::modules::asyncio::{agen, by_hand, handle, loop_methods, source, threaded};
use crate::value::{Opaque, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, class_flags_own_dict, def, getset, getter};

/// What an entry is about, as an object that has a repr.
fn shown(entry: &Entry) -> Value {
    match entry {
        Entry::Step(task) | Entry::Wake(task) | Entry::Sleep(task) => Value::object(task.clone()),
        Entry::Throw(pair) => Value::object(pair.0.clone()),
        Entry::Callback(callback) => callback.function.clone(),
        Entry::Handle(handle) => Value::object(handle.clone()),
    }
}

fn get_ready(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let entries = data
        .core
        .with(|core| core.ready.iter().map(shown).collect());
    Ok(Value::object(vm.heap.new_list(entries)))
}

fn get_scheduled(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let entries = data
        .core
        .with(|core| core.timers.iter().map(shown).collect());
    Ok(Value::object(vm.heap.new_list(entries)))
}

fn get_closed(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.closed.get()))
}

fn get_stopping(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.stopping.get()))
}

fn set_stopping(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let on = vm.truth(&args[1])?;
    data.stopping.set(on);
    Ok(Value::NONE)
}

fn get_debug(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.debug.get()))
}

fn set_debug(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let on = vm.truth(&args[1])?;
    data.debug.set(on);
    Ok(Value::NONE)
}

fn get_task_factory(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.task_factory.get())
}

fn get_exception_handler(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.exception_handler.get())
}

fn run_once(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    by_hand::turn(vm, &args[0], data)?;
    Ok(Value::NONE)
}

fn check_closed(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.check_open(vm)?;
    Ok(Value::NONE)
}

fn check_running(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.check_running(vm)?;
    Ok(Value::NONE)
}

fn check_thread(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    threaded::check_thread(vm, data)?;
    Ok(Value::NONE)
}

fn check_callback(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    let method = vm.str(&args[2])?;
    loop_methods::check_callback(vm, &args[1], method.as_str())?;
    Ok(Value::NONE)
}

fn track_origins(vm: &mut Vm, args: &[Value]) -> R {
    let on = vm.truth(&args[1])?;
    let data = this(vm, &args[0])?;
    source::track_origins(vm, data, on);
    Ok(Value::NONE)
}

fn process_events(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn write_to_self(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.core.with(|core| core.waker().wake());
    Ok(Value::NONE)
}

/// A handle made by hand goes behind what is ready.
fn add_callback(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    match args[1].to_ref::<Opaque>() {
        Some(own) if handle::is_handle(&args[1]) => {
            if !handle::is_cancelled(&args[1]) {
                data.push(Entry::Handle(own));
            }
            Ok(Value::NONE)
        }
        _ => Err(vm.type_error("A Handle is required here")),
    }
}

/// How many tasks the loop holds; for tests of what is left behind.
fn count_tasks(data: &LoopData) -> usize {
    data.tasks.with(|tasks| tasks.len())
}

fn get_task_count(vm: &mut Vm, args: &[Value]) -> R {
    let n_tasks = count_tasks(this(vm, &args[0])?);
    Ok(Value::int(i64::try_from(n_tasks).unwrap_or(i64::MAX)))
}

pub(super) fn install(vm: &mut Vm, classes: &Classes) {
    vm.add_methods(&classes.event_loop, METHODS);
    vm.add_methods(&classes.event_loop, threaded::METHODS);
    vm.add_getsets(&classes.event_loop, GETSETS);
    vm.add_getsets(&classes.event_loop, threaded::GETSETS);
    let name = vm.intern("_clock_resolution");
    let resolution = Value::float(Clock::RESOLUTION);
    classes.event_loop.dict.set_str(&name, resolution);
    class_flags_own_dict(&classes.event_loop);
    classes.event_loop.set_flag(class_flags::SETATTR, true);
}

/// Attributes of the object itself may override what the loop would else do without looking.
fn set_attribute(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    match name.as_str() {
        "call_soon" => data.plain.set(false),
        other if by_hand::OVERRIDES.contains(&other) => data.by_hand.set(true),
        _ => {}
    }
    let class = vm.class_of(&args[0]);
    vm.set_generic(&args[0], &name, Some(args[2].clone()), &class)?;
    Ok(Value::NONE)
}

const METHODS: &[Def] = &[
    def("__setattr__", set_attribute, "self, name, value, /"),
    def(
        "_asyncgen_firstiter_hook",
        agen::method_first_iteration,
        "self, agen",
    ),
    def(
        "_asyncgen_finalizer_hook",
        agen::method_finalize,
        "self, agen",
    ),
    def("_run_once", run_once, "self"),
    def("_check_closed", check_closed, "self"),
    def("_check_running", check_running, "self"),
    def("_check_thread", check_thread, "self"),
    def("_check_callback", check_callback, "self, callback, method"),
    def(
        "_set_coroutine_origin_tracking",
        track_origins,
        "self, enabled",
    ),
    def("_timer_handle_cancelled", process_events, "self, handle"),
    def("_process_events", process_events, "self, event_list"),
    def("_write_to_self", write_to_self, "self"),
    def("_add_callback", add_callback, "self, handle"),
];

const GETSETS: &[GetSet] = &[
    getter("_ready", get_ready),
    getter("_scheduled", get_scheduled),
    getter("_closed", get_closed),
    getter("_n_tasks", get_task_count),
    getset("_stopping", get_stopping, set_stopping),
    getset("_debug", get_debug, set_debug),
    getter("_task_factory", get_task_factory),
    getter("_exception_handler", get_exception_handler),
];
