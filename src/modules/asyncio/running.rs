//! What is running: the loop, the task, all tasks; and nested loops of the top level.

use crate::heap::Ref;
use crate::modules::asyncio::event_loop::LoopData;
use crate::modules::asyncio::main_loop::main_loop;
use crate::modules::asyncio::runtime::{AsyncState, find_runtime, runtime, set_top_level};
use crate::modules::asyncio::{future, loop_methods, source};
use crate::value::{Class, FutureObject, Opaque, Value};
use crate::vm::{Def, R, Vm, def, rest};

/// The running loop, or None. Top-level code counts as running on the main loop.
pub(super) fn running_loop(vm: &mut Vm) -> R {
    let runtime = runtime(vm);
    let running = runtime.running.get();
    if running.is_none() && runtime.top_level.get() && is_top_level(vm) {
        main_loop(vm)
    } else {
        Ok(running)
    }
}

/// Whether the code that asks is the top level. In functions that a main program calls from there nothing differs
/// from other implementations, so that programs that were written for them find no loop where they expect none.
fn is_top_level(vm: &mut Vm) -> bool {
    if !vm.state::<AsyncState>().only_itself {
        return true;
    }
    let mut up = 0;
    while let Some(position) = vm.position(up) {
        up += 1;
        let is_library = position.source.name.starts_with("<stdlib>");
        // Comprehensions are part of the line they stand in.
        let is_inline = matches!(
            &*position.function,
            "<listcomp>" | "<setcomp>" | "<dictcomp>" | "<genexpr>"
        );
        if !is_library && !is_inline {
            return vm.position(up).is_none();
        }
    }
    true
}

/// The running loop. Errors: RuntimeError if there is none.
pub(super) fn need_running_loop(vm: &mut Vm) -> R {
    let running = running_loop(vm)?;
    if running.is_none() {
        Err(vm.runtime_error("no running event loop"))
    } else {
        Ok(running)
    }
}

/// The running loop, else the one that `asyncio.set_event_loop` was given.
pub(super) fn event_loop(vm: &mut Vm) -> R {
    let running = running_loop(vm)?;
    if !running.is_none() {
        return Ok(running);
    }
    let name = vm.intern("asyncio.events");
    match vm.modules.get_str(&name) {
        Some(module) => vm.call_method(&module, "get_event_loop", &[]),
        None => Err(vm.runtime_error("There is no current event loop in thread 'MainThread'.")),
    }
}

/// The loop that was given, else the running one.
fn given_loop(vm: &mut Vm, given: &Value) -> R {
    if given.is_undef() || given.is_none() {
        need_running_loop(vm)
    } else {
        Ok(given.clone())
    }
}

fn get_running_loop(vm: &mut Vm, _: &[Value]) -> R {
    need_running_loop(vm)
}

fn find_running_loop(vm: &mut Vm, _: &[Value]) -> R {
    running_loop(vm)
}

fn set_running_loop(vm: &mut Vm, args: &[Value]) -> R {
    runtime(vm).running.set(args[0].clone());
    Ok(Value::NONE)
}

fn get_event_loop(vm: &mut Vm, _: &[Value]) -> R {
    event_loop(vm)
}

fn current_task(vm: &mut Vm, args: &[Value]) -> R {
    let event_loop = match args {
        [] => need_running_loop(vm)?,
        _ => given_loop(vm, &args[0])?,
    };
    Ok(match event_loop.as_data::<LoopData>() {
        Some(data) => data.current.get(),
        None => current_of(vm, &event_loop, None),
    })
}

/// The current task of a loop that is not ours, and which it is to be from now on (None: no change).
#[cold]
fn current_of(vm: &mut Vm, event_loop: &Value, change: Option<Value>) -> Value {
    let runtime = runtime(vm);
    let mut old = Value::NONE;
    let gone = runtime.foreign.with_mut(|foreign| {
        let at = foreign
            .current
            .iter()
            .position(|(other, _)| other.is_same(event_loop));
        if let Some(at) = at {
            old = foreign.current[at].1.clone();
        }
        match (change, at) {
            (None, _) => None,
            (Some(task), Some(at)) if task.is_none() => Some(foreign.current.swap_remove(at)),
            (Some(task), Some(at)) => {
                foreign.current[at].1 = task;
                None
            }
            (Some(task), None) if task.is_none() => None,
            (Some(task), None) => {
                foreign.current.push((event_loop.clone(), task));
                None
            }
        }
    });
    drop(gone);
    old
}

/// What `current` is for a loop, ours or not; `change` as above.
fn exchange_current(vm: &mut Vm, event_loop: &Value, change: Option<Value>) -> Value {
    match (event_loop.as_data::<LoopData>(), change) {
        (Some(data), None) => data.current.get(),
        (Some(data), Some(task)) => data.current.replace(task),
        (None, change) => current_of(vm, event_loop, change),
    }
}

/// A task that is not ours, which `all_tasks` is to tell until it is done.
fn register_task(vm: &mut Vm, args: &[Value]) -> R {
    let runtime = runtime(vm);
    let is_ours = args[0].as_ref::<FutureObject>().is_some();
    if !is_ours {
        runtime
            .foreign
            .with_mut(|foreign| foreign.tasks.push(args[0].clone()));
    }
    Ok(Value::NONE)
}

fn unregister_task(vm: &mut Vm, args: &[Value]) -> R {
    let runtime = runtime(vm);
    let gone: Vec<Value> = runtime.foreign.with_mut(|foreign| {
        let (gone, kept) = std::mem::take(&mut foreign.tasks)
            .into_iter()
            .partition(|task| task.is_same(&args[0]));
        foreign.tasks = kept;
        gone
    });
    drop(gone);
    Ok(Value::NONE)
}

/// The registered tasks of a loop that are not done.
#[cold]
fn foreign_tasks(vm: &mut Vm, event_loop: &Value) -> R<Vec<Value>> {
    let runtime = runtime(vm);
    let all = runtime.foreign.with(|foreign| foreign.tasks.clone());
    let mut found = Vec::new();
    for task in all {
        let name = vm.intern("get_loop");
        let own = match vm.find_attr(&task, &name)? {
            Some(method) => vm.call(&method, &[])?,
            None => vm.get_attr_str(&task, "_loop")?,
        };
        if !own.is_same(event_loop) {
            continue;
        }
        let done = vm.call_method(&task, "done", &[])?;
        if !vm.truth(&done)? {
            found.push(task);
        }
    }
    Ok(found)
}

fn all_tasks(vm: &mut Vm, args: &[Value]) -> R {
    let event_loop = given_loop(vm, &args[0])?;
    let tasks: Vec<Ref<FutureObject>> =
        event_loop.as_data::<LoopData>().map_or(Vec::new(), |data| {
            data.tasks.with(|tasks| tasks.iter().cloned().collect())
        });
    let set = vm.heap.new_set(false);
    for task in tasks {
        vm.set_add(&set, Value::object(task))?;
    }
    if find_runtime(vm).is_some_and(|runtime| runtime.foreign.with(|it| !it.tasks.is_empty())) {
        for task in foreign_tasks(vm, &event_loop)? {
            vm.set_add(&set, task)?;
        }
    }
    Ok(Value::object(set))
}

fn create_task(vm: &mut Vm, args: &[Value]) -> R {
    let event_loop = need_running_loop(vm)?;
    if let [coroutine] = args {
        if let Some(data) = event_loop.as_data::<LoopData>()
            && data.plain.get()
        {
            return loop_methods::create_plain_task(vm, &event_loop, data, coroutine);
        }
        let mut all = [const { Value::UNDEF }; 5];
        all[0] = coroutine.clone();
        return create_task(vm, &all);
    }
    match event_loop.as_data::<LoopData>() {
        Some(data) if data.plain.get() => {
            loop_methods::create_task(vm, &event_loop, data, &args[0], &args[1..5])
        }
        Some(_) | None => {
            let mut keywords = vm.keywords(&args[4]);
            for (name, value) in ["name", "context", "eager_start"]
                .into_iter()
                .zip(&args[1..4])
            {
                if !value.is_undef() {
                    keywords.push((vm.intern(name), value.clone()));
                }
            }
            let method = vm.get_attr_str(&event_loop, "create_task")?;
            vm.call_kw(&method, &args[..1], &keywords)
        }
    }
}

/// `_new_waiter(owner)`: a future of the running loop, to which the owner (a lock, a queue) belongs from its first
/// waiter on.
///
/// Errors: RuntimeError if the owner belongs to another loop; if no loop runs.
fn new_waiter(vm: &mut Vm, args: &[Value]) -> R {
    let event_loop = running_loop(vm)?;
    let name = vm.intern("_loop");
    let bound = vm.get_attr(&args[0], &name)?;
    if bound.is_none() {
        vm.set_attr(&args[0], &name, event_loop.clone())?;
    } else if !bound.is_same(&event_loop) {
        let text = vm.repr(&args[0])?;
        let message = format!("{} is bound to a different event loop", text.as_str());
        return Err(vm.runtime_error(message));
    }
    match event_loop.as_data::<LoopData>() {
        Some(data)
            if data
                .runtime
                .classes
                .event_loop
                .is(&class_of_loop(&event_loop)) =>
        {
            Ok(Value::object(future::new(vm, &event_loop, data)))
        }
        _ => vm.call_method(&event_loop, "create_future", &[]),
    }
}

fn class_of_loop(event_loop: &Value) -> Ref<Class> {
    event_loop
        .as_ref::<Opaque>()
        .expect("it has loop data")
        .class
        .get()
}

fn enter_task(vm: &mut Vm, args: &[Value]) -> R {
    let current = exchange_current(vm, &args[0], None);
    if !current.is_none() {
        let (task, other) = (vm.repr(&args[1])?, vm.repr(&current)?);
        let message = format!(
            "Cannot enter into task {} while another task {} is being executed.",
            task.as_str(),
            other.as_str()
        );
        return Err(vm.runtime_error(message));
    }
    exchange_current(vm, &args[0], Some(args[1].clone()));
    Ok(Value::NONE)
}

fn leave_task(vm: &mut Vm, args: &[Value]) -> R {
    let current = exchange_current(vm, &args[0], None);
    if !current.is_same(&args[1]) {
        let (task, other) = (vm.repr(&args[1])?, vm.repr(&current)?);
        let message = format!(
            "Leaving task {} does not match the current task {}.",
            task.as_str(),
            other.as_str()
        );
        return Err(vm.runtime_error(message));
    }
    exchange_current(vm, &args[0], Some(Value::NONE));
    Ok(Value::NONE)
}

fn swap_current_task(vm: &mut Vm, args: &[Value]) -> R {
    Ok(exchange_current(vm, &args[0], Some(args[1].clone())))
}

/// `_set_quiet_class(cls)`: tasks may wait for its futures as for plain ones.
fn set_quiet_class(vm: &mut Vm, args: &[Value]) -> R {
    runtime(vm).quiet_class.set(args[0].clone());
    Ok(Value::NONE)
}

/// The futures of an awaited-by list, changed.
fn awaited_by(args: &[Value], change: impl FnOnce(&mut Vec<Value>, &Value) -> Option<Value>) -> R {
    if let Some(future) = args[0].as_ref::<FutureObject>() {
        let old = future.extra(|extra| change(&mut extra.awaited_by, &args[1]));
        drop(old);
    }
    Ok(Value::NONE)
}

fn awaited_by_add(_: &mut Vm, args: &[Value]) -> R {
    awaited_by(args, |all, waiter| {
        if !all.iter().any(|other| other.is_same(waiter)) {
            all.push(waiter.clone());
        }
        None
    })
}

fn awaited_by_discard(_: &mut Vm, args: &[Value]) -> R {
    awaited_by(args, |all, waiter| {
        let at = all.iter().position(|other| other.is_same(waiter))?;
        Some(all.remove(at))
    })
}

/// Hides the top level's loop, so that another may run. None if something else than the top level runs.
fn enter_nested(vm: &mut Vm, _: &[Value]) -> R {
    let runtime = runtime(vm);
    if !LoopData::may_run_inside(&runtime) {
        return Ok(Value::NONE);
    }
    let main = runtime.main.get();
    let current = main
        .as_data::<LoopData>()
        .map_or(Value::NONE, |data| data.current.take());
    let token = vec![
        runtime.running.take(),
        Value::bool(runtime.top_level.get()),
        current,
    ];
    set_top_level(vm, false);
    Ok(Value::object(vm.heap.new_tuple(token)))
}

fn leave_nested(vm: &mut Vm, args: &[Value]) -> R {
    let [running, top_level, current] = rest(&args[0]) else {
        return Err(vm.type_error("not a token of _enter_nested()"));
    };
    let runtime = runtime(vm);
    runtime.running.set(running.clone());
    if let Some(data) = runtime.main.get().as_data::<LoopData>() {
        data.current.set(current.clone());
    }
    set_top_level(vm, top_level.as_bool() == Some(true));
    Ok(Value::NONE)
}

/// `_watch_sigint(handler)`: from now on an interrupt calls `handler` instead of raising KeyboardInterrupt; None ends it.
///
/// False if somebody watches already.
fn watch_sigint(vm: &mut Vm, args: &[Value]) -> R {
    let runtime = runtime(vm);
    if !args[0].is_none() && !runtime.on_interrupt.get().is_none() {
        return Ok(Value::FALSE);
    }
    runtime.on_interrupt.set(args[0].clone());
    Ok(Value::TRUE)
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("get_running_loop", get_running_loop, ""),
    def("_get_running_loop", find_running_loop, ""),
    def("_set_running_loop", set_running_loop, "loop, /"),
    def("get_event_loop", get_event_loop, ""),
    def("current_task", current_task, "loop=None").bare(0),
    def("all_tasks", all_tasks, "loop=None"),
    def(
        "create_task",
        create_task,
        "coro, *, name=None, context=None, eager_start=None, **kwargs",
    )
    .bare(1),
    def("_enter_task", enter_task, "loop, task"),
    def("_leave_task", leave_task, "loop, task"),
    def("_swap_current_task", swap_current_task, "loop, task"),
    def("_register_task", register_task, "task"),
    def("_unregister_task", unregister_task, "task"),
    def("_is_debug_mode", source::tell_debug_mode, ""),
    def("_set_quiet_class", set_quiet_class, "cls, /"),
    def("_awaited_by_add", awaited_by_add, "future, waiter, /"),
    def(
        "_awaited_by_discard",
        awaited_by_discard,
        "future, waiter, /",
    ),
    def("_enter_nested", enter_nested, ""),
    def("_leave_nested", leave_nested, "token, /"),
    def("_new_waiter", new_waiter, "owner, /"),
    def("_watch_sigint", watch_sigint, "handler, /"),
];
