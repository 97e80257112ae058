//! Who waits for whom, as far as futures know it: the call graph, and the tree of a deadlock.

use crate::heap::Ref;
use crate::modules::asyncio::{future, sleep, stack};
use crate::value::{Coroutine, FutureObject, List, Value};
use crate::vm::{Def, R, Vm, def};

/// The tasks and futures that wait for `future`: tasks among its callbacks, the outer futures of `gather` and `shield`,
/// the owners of groups, and what the program told itself. Each once.
pub(super) fn waiters(future: &Ref<FutureObject>) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    let mut add = |value: Value| {
        if !found.iter().any(|other| other.is_same(&value)) {
            found.push(value);
        }
    };
    for callback in future::callbacks(future) {
        if callback.context.is_undef() {
            add(callback.function);
        }
    }
    let told: Vec<Value> = future.extra.with(|extra| {
        extra
            .as_ref()
            .map_or(Vec::new(), |it| it.awaited_by.clone())
    });
    told.into_iter().for_each(add);
    found
}

/// `_awaited_by(future)`: a list.
fn awaited_by(vm: &mut Vm, args: &[Value]) -> R {
    let found = match args[0].to_ref::<FutureObject>() {
        Some(future) => waiters(&future),
        None => Vec::new(),
    };
    Ok(Value::object(vm.heap.new_list(found)))
}

/// The frames in which a suspended task waits, the innermost first.
pub(super) fn frames(vm: &mut Vm, task: &Ref<FutureObject>) -> R<Vec<Value>> {
    sleep::waiter(vm, task);
    let mut found = Vec::new();
    let mut coroutine = task.task().map_or(Value::NONE, |part| part.coroutine.get());
    while !coroutine.is_none() && found.len() < MAX_FRAMES {
        let frame = stack::frame_of(vm, &coroutine)?;
        if !frame.is_none() {
            found.push(frame);
        }
        coroutine = match coroutine.as_ref::<Coroutine>() {
            Some(own) => vm.awaited_by_coroutine(own),
            None => Value::NONE,
        };
    }
    found.reverse();
    Ok(found)
}

/// More nobody reads.
const MAX_FRAMES: usize = 10_000;

/// `_call_stack(future)`: a list of frames; empty for what is no task.
fn call_stack(vm: &mut Vm, args: &[Value]) -> R {
    let found = match args[0].to_ref::<FutureObject>() {
        Some(task) if task.task().is_some() => frames(vm, &task)?,
        _ => Vec::new(),
    };
    Ok(Value::object(vm.heap.new_list(found)))
}

/// `_note_waiters(futures, waiter)`: `waiter` waits for all of them through callbacks of its own.
fn note_waiters(vm: &mut Vm, args: &[Value]) -> R {
    let futures = match args[0].as_ref::<List>() {
        Some(list) => list.to_vec(),
        None => vm.to_vec(&args[0])?,
    };
    for future in futures {
        if let Some(future) = future.as_ref::<FutureObject>() {
            future.extra(|extra| extra.awaited_by.push(args[1].clone()));
        }
    }
    Ok(Value::NONE)
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("_awaited_by", awaited_by, "future, /"),
    def("_call_stack", call_stack, "future, /"),
    def("_note_waiters", note_waiters, "futures, waiter, /"),
];
