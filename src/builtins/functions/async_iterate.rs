//! `aiter` and `anext`.

use crate::heap::{Ref, Slot};
use crate::value::{Class, Layout, NativeData, Special, Value};
use crate::vm::{Def, R, Raised, Vm, def};

fn aiter(vm: &mut Vm, args: &[Value]) -> R {
    let Some(iterator) = vm.call_special(&args[0], Special::AIter, &[])? else {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("'{given}' object is not an async iterable")));
    };
    if vm.find_special(&iterator, Special::ANext).is_none() {
        let given = vm.type_name(&iterator);
        return Err(vm.type_error(format!(
            "aiter() returned not an async iterator of type '{given}'"
        )));
    }
    Ok(iterator)
}

fn anext(vm: &mut Vm, args: &[Value]) -> R {
    let Some(awaitable) = vm.call_special(&args[0], Special::ANext, &[])? else {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("'{given}' object is not an async iterator")));
    };
    if args[1].is_undef() {
        return Ok(awaitable);
    }
    let class = waiter_class(vm);
    let waiter = Waiter {
        awaitable,
        iterator: Slot::new(Value::NONE),
        default: args[1].clone(),
    };
    Ok(vm.heap.new_opaque(&class, waiter))
}

/// Awaits what `__anext__` gave; its StopAsyncIteration becomes the default.
struct Waiter {
    awaitable: Value,
    /// What drives the awaitable; None until first used.
    iterator: Slot<Value>,
    default: Value,
}

impl NativeData for Waiter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.awaitable);
        visit(&self.iterator.get());
        visit(&self.default);
    }

    fn unlink(&self) {
        self.iterator.set(Value::NONE);
    }
}

#[derive(Default)]
struct WaiterClass(Option<Ref<Class>>);

fn waiter_class(vm: &mut Vm) -> Ref<Class> {
    if let Some(class) = vm.state::<WaiterClass>().0.clone() {
        return class;
    }
    let class = vm.new_type("anext_awaitable", "builtins", &[], Layout::Opaque);
    vm.add_methods(&class, WAITER);
    vm.state::<WaiterClass>().0 = Some(class.clone());
    class
}

fn itself(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0].clone())
}

fn driven(vm: &mut Vm, this: &Value) -> R<(Value, Value)> {
    let Some(waiter) = this.as_data::<Waiter>() else {
        return Err(vm.type_error("anext_awaitable expected"));
    };
    let default = waiter.default.clone();
    if waiter.iterator.get().is_none() {
        let iterator = match vm.call_special(&waiter.awaitable, Special::Await, &[])? {
            Some(iterator) => iterator,
            None => waiter.awaitable.clone(),
        };
        waiter.iterator.set(iterator);
    }
    Ok((waiter.iterator.get(), default))
}

/// Passes a step's outcome on, but for the end of the iteration.
fn settled(vm: &mut Vm, outcome: Result<Value, Raised>, default: Value) -> R {
    let end = vm.types.stop_async_iteration.clone();
    match outcome {
        Err(_) if vm.raised_is(&end) => {
            drop(vm.take_raised());
            Err(vm.stop_iteration(default))
        }
        outcome => outcome,
    }
}

fn step(vm: &mut Vm, args: &[Value]) -> R {
    let (iterator, default) = driven(vm, &args[0])?;
    let outcome = vm.call_method(&iterator, "__next__", &[]);
    settled(vm, outcome, default)
}

fn send(vm: &mut Vm, args: &[Value]) -> R {
    let (iterator, default) = driven(vm, &args[0])?;
    let outcome = vm.call_method(&iterator, "send", &args[1..2]);
    settled(vm, outcome, default)
}

fn throw(vm: &mut Vm, args: &[Value]) -> R {
    let (iterator, default) = driven(vm, &args[0])?;
    let outcome = vm.call_method(&iterator, "throw", &args[1..2]);
    settled(vm, outcome, default)
}

fn close(vm: &mut Vm, args: &[Value]) -> R {
    let (iterator, default) = driven(vm, &args[0])?;
    let outcome = vm.call_method(&iterator, "close", &[]);
    settled(vm, outcome, default)
}

const WAITER: &[Def] = &[
    def("__await__", itself, "self, /"),
    def("__iter__", itself, "self, /"),
    def("__next__", step, "self, /"),
    def("send", send, "self, value, /"),
    def("throw", throw, "self, exception, /"),
    def("close", close, "self, /"),
];

pub(crate) const FUNCTIONS: &[Def] = &[
    def("aiter", aiter, "async_iterable, /"),
    def("anext", anext, "async_iterator, default=None, /"),
];
