//! Async generators and the loop: it knows those that began on it, and closes those that are left.

use crate::heap::Ref;
use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::runtime::{self, Runtime, find_runtime};
use crate::modules::asyncio::{closure, complaints, future, handle, loop_methods};
use crate::modules::structseq;
use crate::value::{Coroutine, FutureObject, List, Value, Weak};
use crate::vm::{R, Vm};

/// From so many generators on, the list is searched for dead ones when it doubles.
const PRUNE_FROM: usize = 64;

/// The machine's hook: an async generator is iterated for the first time.
pub(super) fn first_iteration(vm: &mut Vm, agen: &Ref<Coroutine>) -> R<()> {
    let Some(runtime) = find_runtime(vm) else {
        return Ok(());
    };
    let value = Value::object(agen.clone());
    if let Some([first, _]) = own_hooks(&runtime)
        && !first.is_none()
    {
        return vm.call(&first, &[value]).map(drop);
    }
    let running = runtime.running.get();
    match running.as_data::<LoopData>() {
        Some(data) => remember(vm, data, value),
        None => Ok(()),
    }
}

/// The hooks that the program set, if the loop that ran then runs now.
fn own_hooks(runtime: &Runtime) -> Option<[Value; 2]> {
    let [first, last, running] = &runtime.agen_hooks;
    let (first, last) = (first.get(), last.get());
    let any = !first.is_none() || !last.is_none();
    (any && running.get().is_same(&runtime.running.get())).then_some([first, last])
}

/// The loop is to know a generator that begins.
fn remember(vm: &mut Vm, data: &LoopData, value: Value) -> R<()> {
    if data.agens_shut_down.get() {
        let (class, text) = (vm.types.resource_warning.clone(), vm.repr(&value)?);
        let message = format!(
            "asynchronous generator {} was scheduled after loop.shutdown_asyncgens() call",
            text.as_str()
        );
        (vm.hooks.warn)(vm, &class, &message, 1)?;
    }
    let class = vm.types.weakref.clone();
    let weak = Value::object(vm.heap.new_weak(&class, &value, Value::NONE));
    let dead = data.agens.with_mut(|agens| {
        let mut dead = Vec::new();
        if agens.len() >= PRUNE_FROM && agens.len().is_power_of_two() {
            let (alive, gone) = std::mem::take(agens)
                .into_iter()
                .partition(|weak| target(weak).is_some());
            *agens = alive;
            dead = gone;
        }
        agens.push(weak);
        dead
    });
    drop(dead);
    Ok(())
}

fn target(weak: &Value) -> Option<Value> {
    weak.as_ref::<Weak>().and_then(|weak| weak.get())
}

/// The machine's hook: a suspended async generator was dropped. Its `aclose()` becomes a task of the loop.
pub(super) fn finalize(vm: &mut Vm, agen: &Ref<Coroutine>) -> bool {
    if !agen.head().agen_hooked.get() {
        return false;
    }
    let Some(runtime) = find_runtime(vm) else {
        return false;
    };
    if let Some([_, last]) = own_hooks(&runtime)
        && !last.is_none()
    {
        let pending = std::mem::take(&mut vm.raised);
        if vm.call(&last, &[Value::object(agen.clone())]).is_err() {
            drop(vm.take_raised());
        }
        vm.raised = pending;
        return true;
    }
    let running = runtime.running.get();
    let event_loop = if running.is_none() {
        runtime.main.get()
    } else {
        running
    };
    let Some(data) = event_loop
        .as_data::<LoopData>()
        .filter(|data| !data.closed.get())
    else {
        return false;
    };
    let pending = std::mem::take(&mut vm.raised);
    let result = schedule_close(vm, &event_loop, data, agen);
    if result.is_err() {
        drop(vm.take_raised());
    }
    vm.raised = pending;
    result.is_ok()
}

/// `sys.get_asyncgen_hooks()`.
pub(crate) fn get_hooks(vm: &mut Vm, _: &[Value]) -> R {
    let class = structseq::make(vm, "asyncgen_hooks", "sys", &["firstiter", "finalizer"]);
    let mut values = vec![Value::NONE, Value::NONE];
    if let Some(runtime) = find_runtime(vm) {
        let running = runtime.running.get();
        if let Some(own) = own_hooks(&runtime) {
            values = own.to_vec();
        } else if !running.is_none() {
            values = vec![
                vm.get_attr_str(&running, "_asyncgen_firstiter_hook")?,
                vm.get_attr_str(&running, "_asyncgen_finalizer_hook")?,
            ];
        }
    }
    Ok(structseq::instance(vm, &class, values))
}

/// `sys.set_asyncgen_hooks(firstiter, finalizer)`: what is not given stays.
pub(crate) fn set_hooks(vm: &mut Vm, args: &[Value]) -> R {
    let runtime = runtime::runtime(vm);
    for (at, (hook, name)) in args.iter().zip(["firstiter", "finalizer"]).enumerate() {
        if hook.is_undef() {
            continue;
        }
        if !hook.is_none() && !vm.is_callable(hook) {
            let kind = vm.type_name(hook);
            return Err(vm.type_error(format!("callable {name} expected, got {kind}")));
        }
        runtime.agen_hooks[at].set(hook.clone());
    }
    runtime.agen_hooks[2].set(runtime.running.get());
    Ok(Value::NONE)
}

/// The loop's own hook as a method.
pub(super) fn method_first_iteration(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(data) = args[0].as_data::<LoopData>() {
        remember(vm, data, args[1].clone())?;
    }
    Ok(Value::NONE)
}

/// The same for a generator that is dropped.
pub(super) fn method_finalize(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(data) = args[0].as_data::<LoopData>()
        && let Some(agen) = args[1].as_ref::<Coroutine>()
        && !data.closed.get()
    {
        schedule_close(vm, &args[0], data, agen)?;
    }
    Ok(Value::NONE)
}

/// Two turns, as in CPython: one makes the task, the next is its first step.
fn schedule_close(
    vm: &mut Vm,
    event_loop: &Value,
    data: &LoopData,
    agen: &Ref<Coroutine>,
) -> R<()> {
    let close = vm.call_method(&Value::object(agen.clone()), "aclose", &[])?;
    let create_task = vm.get_attr_str(event_loop, "create_task")?;
    let args = Value::object(vm.heap.new_tuple(vec![close]));
    let handle = handle::new(vm, event_loop, create_task, &args, Value::NONE);
    data.push(Entry::Handle(handle));
    Ok(())
}

/// `loop.shutdown_asyncgens()`: a future that is done when all generators are closed.
pub(super) fn shutdown(vm: &mut Vm, event_loop: &Value, data: &LoopData) -> R<Ref<FutureObject>> {
    data.agens_shut_down.set(true);
    let agens = data.agens.replace(Vec::new());
    let alive: Vec<Value> = agens.iter().filter_map(target).collect();
    let all_closed = future::new(vm, event_loop, data);
    if alive.is_empty() {
        future::finish(vm, &all_closed, Value::NONE)?;
        return Ok(all_closed);
    }
    // One element for each that is not yet closed.
    let left = Value::object(vm.heap.new_list(vec![Value::NONE; alive.len()]));
    for agen in alive {
        let close = vm.call_method(&agen, "aclose", &[])?;
        let task = loop_methods::begin(vm, event_loop, data, close)?;
        let captured = vec![
            Value::object(all_closed.clone()),
            left.clone(),
            agen,
            event_loop.clone(),
        ];
        let callback = closure::new(vm, &data.runtime, "shutdown_asyncgens", closed, captured);
        future::add_callback(vm, &task, callback, Value::NONE)?;
    }
    Ok(all_closed)
}

fn closed(vm: &mut Vm, captured: &[Value], args: &[Value]) -> R {
    let [all_closed, left, agen, event_loop] = captured else {
        return Ok(Value::NONE);
    };
    if let Some(task) = args.first().and_then(Value::as_ref::<FutureObject>)
        && task.failed.get()
    {
        task.log_traceback.set(false);
        let text = vm.repr(agen)?;
        let message = format!(
            "an error occurred during closing of asynchronous generator {}",
            text.as_str()
        );
        let context = complaints::context(
            vm,
            &message,
            &[("exception", task.result.get()), ("asyncgen", agen.clone())],
        );
        complaints::call_handler(vm, event_loop, &context)?;
    }
    let is_last = left
        .as_ref::<List>()
        .is_some_and(|left| left.edit(|left| left.pop().is_some() && left.is_empty()));
    if is_last
        && let Some(all_closed) = all_closed.as_ref::<FutureObject>()
        && !all_closed.is_done()
    {
        future::finish(vm, all_closed, Value::NONE)?;
    }
    Ok(Value::NONE)
}
