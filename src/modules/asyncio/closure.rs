//! A native callback with captured values, as a Python callable: what CPython makes of a C method or a nested
//! function (`task_wakeup`, `_run_until_complete_cb`).

use crate::heap::{Ref, Shared};
use crate::modules::asyncio::runtime::{Classes, Runtime};
use crate::value::{FutureObject, NativeData, Value};
use crate::vm::{Def, R, Vm, def, rest};

/// What a closure does: it gets what it captured and what it is called with.
pub(super) type Action = fn(&mut Vm, &[Value], &[Value]) -> R;

/// The inside of such a callable.
pub(super) struct Closure {
    action: Action,
    captured: Shared<Vec<Value>>,
    /// As reprs of futures show it.
    pub(super) name: &'static str,
}

impl NativeData for Closure {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.captured
            .with(|captured| captured.iter().for_each(visit));
    }

    fn unlink(&self) {
        drop(self.captured.replace(Vec::new()));
    }
}

/// A callable that calls `action` with `captured` and its arguments.
pub(super) fn new(
    vm: &Vm,
    runtime: &Runtime,
    name: &'static str,
    action: Action,
    captured: Vec<Value>,
) -> Value {
    let data = Closure {
        action,
        captured: Shared::new(captured),
        name,
    };
    vm.heap.new_opaque(&runtime.classes.closure, data)
}

/// Whether a callable is one of these and the first it captured is `future`.
pub(super) fn captures(callable: &Value, future: &Ref<FutureObject>) -> bool {
    callable.as_data::<Closure>().is_some_and(|closure| {
        closure.captured.with(|captured| {
            captured
                .first()
                .and_then(Value::as_ref::<FutureObject>)
                .is_some_and(|first| first.is(future))
        })
    })
}

fn call(vm: &mut Vm, args: &[Value]) -> R {
    let Some(closure) = args[0].as_data::<Closure>() else {
        return Err(vm.type_error("descriptor '__call__' requires a 'TaskStepMethWrapper' object"));
    };
    let captured = closure.captured.with(Vec::clone);
    (closure.action)(vm, &captured, rest(&args[1]))
}

pub(super) fn install(vm: &mut Vm, classes: &Classes) {
    vm.add_methods(&classes.closure, METHODS);
}

const METHODS: &[Def] = &[def("__call__", call, "self, /, *args")];
