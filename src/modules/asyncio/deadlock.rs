//! When nothing can ever happen again the main task is told so, with who waits for whom, instead of a silent hang.

use crate::event_loop::EventLoop;
use crate::heap::Ref;
use crate::modules::asyncio::event_loop::LoopData;
use crate::modules::asyncio::main_loop::stop_waiting;
use crate::modules::asyncio::{sleep, task};
use crate::modules::import::import_dotted;
use crate::value::{Coroutine, FutureObject, Method, Value, VarCell};
use crate::vm::{Def, R, Vm, def};

/// No entry is ready, no timer is set, no descriptor is watched, and nothing outside of the loop is at work for it.
pub(super) fn is_dead(data: &LoopData) -> bool {
    data.runtime.outside.get() == 0
        && data.core.with_mut(|core: &mut EventLoop<_>| {
            core.ready.is_empty()
                && core.timers.is_empty()
                && core.poller().n_registered() == 0
                && !core.waker().is_woken()
        })
}

/// Raises DeadlockError inside the main task, if there is one and the loop would wait for ever. True if it did.
///
/// Errors: DeadlockError if what the loop runs for is a plain future; what the task's step raises.
#[cold]
pub(super) fn tell(vm: &mut Vm, event_loop: &Value, data: &LoopData) -> R<bool> {
    let main = data.main.get();
    let Some(main) = main.to_ref::<FutureObject>().filter(|main| !main.is_done()) else {
        return Ok(false);
    };
    data.deadlocked.set(true);
    let module = import_dotted(vm, "asyncio._deadlock")?;
    let subject = Value::object(main.clone());
    let error = vm.call_method(&module, "error", &[event_loop.clone(), subject])?;
    if main.task().is_none() {
        return Err(vm.raise_value(error));
    }
    stop_waiting(vm, &main);
    task::step(vm, data, main, Some(error))?;
    Ok(true)
}

/// The coroutines of a suspended task from the outermost inwards, each as a tuple: the coroutine, its local variables,
/// and the objects whose `async with` blocks it is in.
fn suspended(vm: &mut Vm, args: &[Value]) -> R {
    let mut rows = Vec::new();
    let Some(task) = args[0].to_ref::<FutureObject>() else {
        return Ok(Value::object(vm.heap.new_list(rows)));
    };
    sleep::waiter(vm, &task);
    let mut coroutine = task.task().map_or(Value::NONE, |part| part.coroutine.get());
    while let Some(own) = coroutine.to_ref::<Coroutine>() {
        let inner = vm.awaited_by_coroutine(&own);
        let (locals, held) = look_into(vm, &own);
        let row = vec![coroutine, locals, held];
        rows.push(Value::object(vm.heap.new_tuple(row)));
        coroutine = inner;
        if rows.len() >= DEEP_ENOUGH {
            break;
        }
    }
    Ok(Value::object(vm.heap.new_list(rows)))
}

/// So many awaits within each other are shown of one task.
const DEEP_ENOUGH: usize = 1000;

fn look_into(vm: &mut Vm, coroutine: &Ref<Coroutine>) -> (Value, Value) {
    let exit = vm.intern("__aexit__");
    let code = coroutine.head().code.clone();
    let registers: Vec<Value> = coroutine.items().iter().map(|slot| slot.get()).collect();
    let locals = vm.heap.new_dict();
    for (name, value) in code.code.local_names.iter().zip(&registers) {
        let value = match value.as_ref::<VarCell>() {
            Some(cell) => cell.value.get(),
            None => value.clone(),
        };
        if !name.is_empty() && !name.starts_with('.') && !value.is_undef() {
            let name = vm.intern(name);
            locals.set_str(&name, value);
        }
    }
    let mut held = Vec::new();
    for method in registers
        .iter()
        .filter_map(|value| value.as_ref::<Method>())
    {
        let class = vm.class_of(&method.object);
        if class
            .lookup(&exit)
            .is_some_and(|found| found.is_same(&method.function))
        {
            held.push(method.object.clone());
        }
    }
    let held = Value::object(vm.heap.new_list(held));
    (Value::object(locals), held)
}

/// `_pending_tasks(loop)`: a list, the oldest first.
fn pending_tasks(vm: &mut Vm, args: &[Value]) -> R {
    let tasks = args[0].as_data::<LoopData>().map_or(Vec::new(), |data| {
        data.tasks
            .with(|tasks| tasks.iter().cloned().map(Value::object).collect())
    });
    Ok(Value::object(vm.heap.new_list(tasks)))
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("_suspended", suspended, "task, /"),
    def("_pending_tasks", pending_tasks, "loop, /"),
];
