//! `_queue`: SimpleQueue, whose `put` never waits and may be called from anywhere, and `Empty`.

use std::collections::VecDeque;
use std::time::Instant;

use super::handle::{moment_after, passed};
use crate::heap::{Ref, Shared};
use crate::modules::NativeModule;
use crate::modules::held::{CLASS_GETITEM, class_arg, missing, put_class, this, traced};
use crate::value::{Class, Dict, Layout, Value};
use crate::vm::{Def, Outcome, R, Raised, Vm, Waiting, blocks, def, static_def};

pub(crate) const MODULE: NativeModule = NativeModule {
    name: "_queue",
    functions: &[],
    setup: Some(setup),
};

#[derive(Default)]
struct SimpleQueue {
    items: Shared<VecDeque<Value>>,
}

traced!(SimpleQueue: items);

#[derive(Default)]
struct Classes {
    empty: Option<Ref<Class>>,
}

struct Get {
    queue: Value,
    deadline: Option<Instant>,
}

fn next(queue: &SimpleQueue) -> Option<Value> {
    queue.items.with_mut(VecDeque::pop_front)
}

impl Waiting for Get {
    fn is_ready(&self) -> bool {
        self.queue
            .as_data::<SimpleQueue>()
            .is_none_or(|queue| queue.items.with(|items| !items.is_empty()))
    }

    fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    fn poll(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        let item = self.queue.as_data::<SimpleQueue>().and_then(next);
        match item {
            None if passed(self.deadline) => Err(empty(vm)),
            item => Ok(item),
        }
    }
}

#[cold]
fn empty(vm: &mut Vm) -> Raised {
    match vm.state::<Classes>().empty.clone() {
        Some(class) => {
            let exception = vm.new_exception(&class, Vec::new());
            vm.raise_value(exception)
        }
        None => vm.runtime_error("_queue is not loaded"),
    }
}

fn get(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let queue = this::<SimpleQueue>(vm, args)?;
    let block = args[1].is_undef() || vm.truth(&args[1])?;
    let mut deadline = None;
    if block && !missing(&args[2]) {
        if vm.to_f64(&args[2])? < 0.0 {
            return Err(vm.value_error("'timeout' must be a non-negative number"));
        }
        deadline = moment_after(vm, &args[2])?;
    }
    if let Some(item) = next(queue) {
        return Ok(Outcome::Done(item));
    }
    if !block {
        return Err(empty(vm));
    }
    Ok(Outcome::Wait(Box::new(Get {
        queue: args[0].clone(),
        deadline,
    })))
}

fn get_nowait(vm: &mut Vm, args: &[Value]) -> R {
    match next(this::<SimpleQueue>(vm, args)?) {
        Some(item) => Ok(item),
        None => Err(empty(vm)),
    }
}

fn put(vm: &mut Vm, args: &[Value]) -> R {
    let queue = this::<SimpleQueue>(vm, args)?;
    let len = queue.items.with(VecDeque::len);
    vm.check_growth(len, size_of::<Value>())?;
    queue
        .items
        .with_mut(|items| items.push_back(args[1].clone()));
    Ok(Value::NONE)
}

fn is_empty(vm: &mut Vm, args: &[Value]) -> R {
    let queue = this::<SimpleQueue>(vm, args)?;
    Ok(Value::bool(queue.items.with(VecDeque::is_empty)))
}

fn qsize(vm: &mut Vm, args: &[Value]) -> R {
    let queue = this::<SimpleQueue>(vm, args)?;
    Ok(Value::int(queue.items.with(VecDeque::len) as i64))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    Ok(vm.heap.new_opaque(&class, SimpleQueue::default()))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let object = vm.types.object.clone();
    let class = vm.new_type("SimpleQueue", "_queue", &[object], Layout::Opaque);
    vm.add_methods(&class, METHODS);
    put_class(globals, &class);
    let exception = vm.types.exception.clone();
    let empty = vm.new_type("Empty", "_queue", &[exception], Layout::Exception);
    put_class(globals, &empty);
    vm.state::<Classes>().empty = Some(empty);
    Ok(())
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /"),
    def("get", blocks, "self, /, block=True, timeout=None").blocking(get),
    def("get_nowait", get_nowait, "self, /"),
    def("put", put, "self, /, item, block=True, timeout=None"),
    def("put_nowait", put, "self, /, item"),
    def("empty", is_empty, "self, /"),
    def("qsize", qsize, "self, /"),
    CLASS_GETITEM,
];
